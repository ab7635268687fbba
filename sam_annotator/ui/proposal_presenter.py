"""ProposalPresenter: the proposals of the image on screen, and what the pointer and the keys do with them.

Each acceptance or rejection is one step of the undo stack, which brings proposals back as it takes annotations away.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from sam_annotator.core.geometry import Point
from sam_annotator.core.raster import deepest_pixel
from sam_annotator.core.records import Category, Image, default_color
from sam_annotator.core.words import mark, tr
from sam_annotator.engine.offers import KeptOffers, Offer, OfferFolder
from sam_annotator.tools.intents import DropProposal, SweepProposals, SweepTo, TakeProposal
from sam_annotator.ui.automatic_run import Found
from sam_annotator.ui.edit_controller import DEFAULT_CATEGORY
from sam_annotator.ui.feature import Parts
from sam_annotator.ui.offer_keeper import OfferKeeper
from sam_annotator.ui.proposal_commands import AcceptProposals, DropProposals, Taken, accepted
from sam_annotator.ui.proposal_shelf import OfferFilter, ProposalShelf
from sam_annotator.worker.image_loader import LoadedImage

TOOL = "tool.propose"
_SWEEP_STEP = 2.0  # screen pixels
_BANDS = 8  # of the image, which are walked through one below the other

_Place = tuple[int, float, int]  # in the order of the walk


class ProposalPresenter(QObject):
    """Shows proposals on the canvas and lets them be accepted and rejected.

    Args:
        parts: of the window.
        folder: where offers are kept.
        parent: as for every QObject.

    Signals:
        changed(): which are there or shown, or which is current.
    """

    changed = Signal()

    def __init__(self, parts: Parts, folder: OfferFolder, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._parts, self._edits, self._canvas = parts, parts.edits, parts.panels.canvas
        self._layer = self._canvas.proposals
        self._shelf = ProposalShelf()
        self._keeper = OfferKeeper(folder, self)
        self._keeper.was_read.connect(self._on_read)
        self._sha256: dict[int, str] = {}  # of the file of the image on screen, where it was seen to be loaded
        self._filter = OfferFilter()
        self._previews: dict[int, Offer] = {}  # of the image on screen, with numbers below 0
        self._sweep: frozenset[int] = frozenset()
        self._replaced = ""  # the source of those that the previews stand in place of
        self._pointer: Point | None = None
        self._last: _Place = (-1, 0.0, 0)  # of the one that was current last: the walk goes on from it
        self.shown: Mapping[int, Offer] = {}
        self.all: Mapping[int, Offer] = {}
        self.current: int | None = None  # under the pointer, or walked to
        project, canvas = parts.project, self._canvas
        project.image_loaded.connect(self._on_loaded)
        project.image_going.connect(lambda _image: self._leave())
        project.store_changed.connect(lambda _store: self.forget_all())
        parts.images.image_ready.connect(lambda _id: self._come())
        for signal in (self._edits.annotations_changed, self._edits.categories_changed):
            signal.connect(self.refresh)
        canvas.intent.connect(self._take_intent)
        canvas.pointer_moved.connect(self._on_pointer)
        parts.tools.tool_changed.connect(lambda _tool: self._on_tool())
        self._come()

    # Whose they are

    @property
    def image(self) -> Image | None:
        """The image on screen, where its masks fit it; None where there is none."""
        return self._edits.image if self._edits.is_true_to_size else None

    @property
    def sha256(self) -> str:
        """Of the file of the image on screen."""
        image = self.image
        return "" if image is None else self._sha256.get(image.id, image.sha256)

    def key_of(self, sha256: str) -> str:
        """Return the key of an image's offers in the open project, by the hash of its file."""
        store = self._parts.project.store
        return "" if store is None or not sha256 else OfferFolder.key_of(store.project_dir, sha256)

    @property
    def _key(self) -> str:
        return self.key_of(self.sha256)

    @property
    def is_reading(self) -> bool:
        """Whether the folder is being read, or written."""
        return self._keeper.is_busy

    @property
    def is_in_hand(self) -> bool:
        """Whether the tool for proposals is in hand, and there are some."""
        return self._parts.tools.tool_id == TOOL and bool(self.shown)

    def _on_loaded(self, image: Image, loaded: LoadedImage) -> None:
        self._sha256 = {image.id: loaded.sha256}
        self._come()

    def _come(self) -> None:
        """Show what there is for the image on screen; what is not in memory is read."""
        image, key = self.image, self._key
        if image is not None and key:
            known = self._shelf.get(image.id)
            if known is None or known.key != key:
                self._keeper.read(key)
        self.refresh()

    def _leave(self) -> None:
        self._previews, self._sweep, self._pointer, self._last = {}, frozenset(), None, (-1, 0.0, 0)
        self.refresh()

    def _on_read(self, key: str, kept: KeptOffers | None) -> None:
        image = self.image
        if image is not None and key == self._key:
            known = self._shelf.get(image.id)
            if known is None or known.key != key:
                self._shelf.add(image.id, key, self._fitting(image, () if kept is None else kept.offers))
                self.refresh()

    @staticmethod
    def _fitting(image: Image, offers: Collection[Offer]) -> tuple[Offer, ...]:
        return tuple(offer for offer in offers if offer.mask.size_hw == image.size_hw)

    def forget_all(self) -> None:
        """Drop what is in memory: it is another project."""
        self._shelf.forget()
        self._leave()

    def flush(self) -> None:
        """Write all that waits to be written: the window closes."""
        self._keeper.flush()

    # What a search brings

    def take_found(self, found: Found) -> None:
        """Take what came of an image."""
        image = self.image
        is_here = image is not None and image.id == found.image_id and found.key == self._key
        if is_here:
            self._previews = {}
        if found.image_id in self._shelf or not found.is_kept:
            offers = self._fitting(image, found.offers) if is_here and image is not None else found.offers
            self._shelf.add(found.image_id, found.key, offers, found.replaced)
        elif is_here:  # what lay there before is being read
            self._keeper.read(found.key)
        self.refresh()

    def keep_preview(self, preview: Found) -> None:
        """Take what there was of an image when its search was ended, beside what was there before."""
        self._keeper.add(preview.key, preview.offers)
        self.take_found(replace(preview, replaced="", is_kept=True))

    def show_preview(self, preview: Found) -> None:
        """Show what there is so far of an image, if it is on screen."""
        image = self.image
        if image is not None and image.id == preview.image_id and preview.key == self._key:
            numbers = {offer.mask: number for number, offer in self._previews.items()}
            least, previews = min(self._previews, default=0), dict[int, Offer]()
            for offer in self._fitting(image, preview.offers):
                number = numbers.get(offer.mask)
                if number is None:
                    least -= 1
                    number = least
                previews[number] = offer
            self._previews, self._replaced = previews, preview.replaced
            self.refresh()

    def drop_preview(self) -> None:
        """Show no preview any more."""
        if self._previews:
            self._previews = {}
            self.refresh()

    # What is shown

    def set_filter(self, chosen: OfferFilter) -> None:
        """Show others."""
        if chosen != self._filter:
            self._filter = chosen
            self.refresh()

    def refresh(self) -> None:
        """Show what the filter lets pass and no annotation covers."""
        image, edits = self.image, self._edits
        known = None if image is None else self._shelf.get(image.id)
        masks = [a.mask for a in edits.annotations]
        opened = known.open(masks, self._filter.max_overlap) if known is not None and known.key == self._key else {}
        there = frozenset(masks)
        if self._previews and self._replaced:
            opened = {n: o for n, o in opened.items() if o.provenance.source != self._replaced}
        self.all = {**opened, **{n: o for n, o in self._previews.items() if o.mask not in there}}
        self.shown = {number: offer for number, offer in self.all.items() if self._filter.lets_pass(offer)}
        self._sweep = self._sweep & self.shown.keys()
        by_name = {category.name: category.color for category in edits.categories}
        own = edits.colors.get(edits.current_category_id, default_color(0))
        colors = {number: by_name.get(offer.category, own) for number, offer in self.shown.items()}
        self._layer.set_proposals({number: offer.mask for number, offer in self.shown.items()}, colors)
        self._layer.set_selected(self._sweep)
        self._canvas.update()
        if self.current not in self.shown or self._pointer is not None:
            self._set_current(self._under_pointer())
        self.changed.emit()

    def _under_pointer(self) -> int | None:
        if self._pointer is None or not self.is_in_hand:
            return None
        return self._layer.at(self._pointer)

    def _set_current(self, number: int | None) -> None:
        if number == self.current:
            return
        self.current = number
        if number is not None and number in self.shown:
            self._last = self._place_of(number)
        self._layer.set_hovered(number)
        self._canvas.update()

    def _on_pointer(self, point: Point | None) -> None:
        self._pointer = point
        number = self._under_pointer()
        if number != self.current and (self.is_in_hand or self.current is not None):
            self._set_current(number)
            self.changed.emit()

    def _on_tool(self) -> None:
        self._set_current(self._under_pointer())
        self.changed.emit()

    # Pointer and keys

    def _take_intent(self, intent: object) -> None:
        match intent:
            case TakeProposal(point):
                self._accept_some({self._hit(point)})
            case DropProposal(point):
                self._reject_some({self._hit(point)})
            case SweepTo(start, end):
                step = _SWEEP_STEP / self._canvas.view.scale
                self._sweep |= self._layer.passed(start, end, step)
                self._layer.set_selected(self._sweep)
                self._canvas.update()
                self.changed.emit()
            case SweepProposals(taken):
                swept, self._sweep = self._sweep, frozenset()
                self._layer.set_selected(())
                self._canvas.update()
                if taken:
                    self._accept_some(swept)
                else:
                    self.changed.emit()

    def _hit(self, point: Point) -> int | None:
        """Return the one that a click means: the one that was walked to, else the smallest under it."""
        if self._pointer is None and self.current is not None and self.current in self.shown:
            mask = self.shown[self.current].mask
            if self._layer.runs_of(mask).contains(point.x, point.y):
                return self.current
        return self._layer.at(point)

    @property
    def swept(self) -> int:
        """How many the drag has passed so far."""
        return len(self._sweep)

    def walk(self, step: int) -> None:
        """Make the next one current, or the one before, from the top of the image to its bottom."""
        order = self._in_order()
        if not order:
            return
        if self.current in order:
            place = order.index(self.current) + step
        else:  # it was accepted or rejected: on from where it stood
            before = sum(self._place_of(number) < self._last for number in order)
            place = before if step > 0 else before - 1
        self._go_to(order[place % len(order)])

    def _place_of(self, number: int) -> _Place:
        x, y, w, h = self.shown[number].mask.bbox_xywh
        band = max(self.shown[number].mask.size_hw[0] / _BANDS, 1)
        return int((y + h / 2) / band), x + w / 2, number

    def _in_order(self) -> list[int]:
        return sorted(self.shown, key=self._place_of)

    def _go_to(self, number: int) -> None:
        x, y, pixels = self.shown[number].mask.to_crop()
        column, row = deepest_pixel(pixels)
        self._canvas.keyboard_cursor.bring_to(Point(x + column + 0.5, y + row + 0.5))
        self._pointer = None  # the cursor may stand on a smaller one
        self._set_current(number)
        self.changed.emit()

    def accept_current(self) -> None:
        """Accept the current one, and go on with the next."""
        self._end_with_next(self._accept_some)

    def reject_current(self) -> None:
        """Reject the current one, and go on with the next."""
        self._end_with_next(self._reject_some)

    def _end_with_next(self, end: Callable[[Collection[int | None]], bool]) -> None:
        is_walked = self._pointer is None
        if self.current is not None and end({self.current}) and is_walked:
            self.walk(1)

    def accept_shown(self) -> None:
        """Accept all that are shown."""
        self._accept_some(self.shown.keys())

    def forget(self) -> None:
        """Drop all of the image on screen, those that are not shown too."""
        image = self.image
        known = None if image is None else self._shelf.get(image.id)
        if known is not None:
            self._drop(dict(known.offers), mark("Forget proposals"))

    # Edits

    def _accept_some(self, numbers: Collection[int | None]) -> bool:
        image, edits = self.image, self._edits
        offers = {n: self.shown[n] for n in self._in_order_of_score(numbers)}
        if image is None or not offers or edits.is_read_only:
            return False
        current = edits.category(edits.current_category_id) or Category(0, DEFAULT_CATEGORY, default_color(0))
        annotations, categories = accepted(tuple(offers.values()), image.id, edits.categories, current, edits.options)
        if len(annotations) == 1:
            annotations = (replace(annotations[0], clicks=1),)
        taken = Taken(image.id, self._key, offers)
        if edits.run(lambda made: AcceptProposals(made, self, taken, annotations, categories)):
            return True
        self.put_back(taken)
        self.refresh()
        return False

    def _in_order_of_score(self, numbers: Collection[int | None]) -> list[int]:
        wanted = [n for n in numbers if n is not None and n in self.shown]
        return sorted(wanted, key=lambda n: (-self.shown[n].predicted_iou, n))

    def _reject_some(self, numbers: Collection[int | None]) -> bool:
        wanted = {n: self.shown[n] for n in numbers if n is not None and n in self.shown}
        if wanted and all(n < 0 for n in wanted):
            self._edits.notice.emit(tr("The search goes on; reject it once that has ended."))
            return False
        one = mark("Reject proposal")
        return self._drop({n: offer for n, offer in wanted.items() if n > 0}, one)

    def _drop(self, offers: Mapping[int, Offer], text: str) -> bool:
        image = self.image
        if image is None or not offers:
            return False
        taken = Taken(image.id, self._key, offers)
        return self._edits.run(lambda edits: DropProposals(edits, self, taken, tr(text)))

    # Who makes the edit reads the annotations of the image again when it is made, which refreshes what is shown.

    def take(self, taken: Taken) -> None:
        """See Holder."""
        masks = [offer.mask for offer in taken.offers.values()]
        self._shelf.take(taken.image_id, masks)
        self._keeper.remove(taken.key, masks)
        if any(number < 0 for number in taken.offers):
            self._previews = {n: offer for n, offer in self._previews.items() if n not in taken.offers}

    def put_back(self, taken: Taken) -> None:
        """See Holder."""
        self._shelf.put_back(taken.image_id, taken.offers)
        self._keeper.add(taken.key, tuple(taken.offers.values()))
