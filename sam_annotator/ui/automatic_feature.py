"""AutomaticFeature: segment everything, on an image, in a box or in many images, and what becomes of the proposals.

Searching is the engine's work between clicks (`automatic_runner.py`), the proposals are those of
`proposal_presenter.py`; this ties them to the panel, the actions and what is drawn on the image.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, QTimer

from sam_annotator.core.geometry import Box, clip_box
from sam_annotator.core.image_io import RgbImage
from sam_annotator.core.records import Image, ImageState
from sam_annotator.core.requests import EngineInfo
from sam_annotator.core.words import local_number, mark, sentences, tr
from sam_annotator.engine.automatic import Proposal, propose
from sam_annotator.engine.automatic_options import PRESETS, AutomaticOptions, preset_options
from sam_annotator.engine.base import Embedding, Engine
from sam_annotator.engine.offers import Offer, OfferFolder, how_searched, offers_dir, offers_of
from sam_annotator.tools.intents import SelectBox
from sam_annotator.ui.automatic_run import AutomaticRun, Stop, Watch, Work
from sam_annotator.ui.automatic_runner import AutomaticRunner, Wish
from sam_annotator.ui.box_import import BoxImport
from sam_annotator.ui.docks.automatic_dock import AutomaticDock
from sam_annotator.ui.feature import Feature, Handlers, Parts
from sam_annotator.ui.models.figures import area_text, count_text, score_text
from sam_annotator.ui.proposal_presenter import TOOL, ProposalPresenter

_HEIGHT = 420  # of the panel: where to search, and the first filters
_AT_ONCE = 8  # clicks on a processor: more are no quicker, and clicks of the user wait for them
_LEAST_BOX = 2.0  # image pixels of a side: what is smaller was no box


class AutomaticFeature(Feature):
    """The panel, its actions, and the proposals."""

    def __init__(self, parts: Parts, parent: QObject | None = None) -> None:
        super().__init__(parts, parent)
        self._canvas, self._session = parts.panels.canvas, parts.session
        folder = OfferFolder(offers_dir())
        self.presenter = ProposalPresenter(parts, folder, self)
        self.runner = AutomaticRunner(parts, folder, self.presenter, self)
        self.boxes = BoxImport(parts, self.presenter, self.runner, self)
        self._drawn: Box | None = None  # a box drawn with the select tool, or that was searched before
        self._at_start = ("", 0)  # the tool in hand and the image on screen when the search began
        self._facts: frozenset[str] = frozenset()
        self._offered: Mapping[int, Offer] | None = None  # what the panel knows of
        self._last_text = ""  # what came of the last search
        dock = self.dock = AutomaticDock(parts.actions)
        dock.run_requested.connect(self.run)
        dock.cancel_requested.connect(self.runner.cancel)
        dock.filter_changed.connect(self.presenter.set_filter)
        dock.scope.currentIndexChanged.connect(lambda _i: self._show_region())
        dock.came_up.connect(self._show_scopes)
        dock.went_away.connect(self._show_region)
        self.presenter.set_filter(dock.filter)
        self.presenter.changed.connect(self._show_proposals)
        self.runner.changed.connect(self._show_run)
        for signal in (parts.engines.ready, parts.engines.changing):
            signal.connect(lambda *_what: self._show_presets())
        for signal in (parts.images.changed, parts.images.image_ready, parts.session.changed):
            signal.connect(lambda *_what: self._show_scopes())
        parts.project.image_going.connect(self._on_going)
        self._canvas.intent.connect(self._on_intent)
        parts.add_dock(dock)
        self._show_presets()
        self._show_scopes()
        self._show_proposals()

    @property
    def handlers(self) -> Handlers:
        """What its actions do."""
        presenter = self.presenter
        return {
            "automatic.run": self.open,
            "automatic.from_boxes": self.boxes.ask,
            "automatic.next": partial(presenter.walk, 1),
            "automatic.previous": partial(presenter.walk, -1),
            "automatic.accept": presenter.accept_current,
            "automatic.reject": presenter.reject_current,
            "automatic.accept_shown": presenter.accept_shown,
            "automatic.forget": presenter.forget,
        }

    @property
    def facts(self) -> frozenset[str]:
        """Whether there are proposals, are shown, and whether one of them is current."""
        return self._facts

    def open(self) -> None:
        """Bring the panel up, ready to run."""
        self.dock.set_folded(False)
        self.dock.show()
        self.dock.raise_()
        QTimer.singleShot(0, self, lambda: self.dock.want_height(_HEIGHT))  # once it has its place
        self._show_scopes()
        (self.dock.cancel if self.runner.is_running else self.dock.run).setFocus()

    def shut_down(self) -> None:
        """End the search and write what waits to be written."""
        self.runner.shut_down()
        self.presenter.flush()

    # Where to search

    @property
    def _box(self) -> Box | None:
        """The box on the image: that of the prompt, else the one that was drawn to select."""
        image, prompted = self.presenter.image, self._session.prompt.box_xyxy
        box = Box(*prompted) if prompted is not None else self._drawn
        if image is None or box is None:
            return None
        inside = clip_box(box, image.size_hw)
        return inside if min(inside.width, inside.height) >= _LEAST_BOX else None

    def _on_intent(self, intent: object) -> None:
        if isinstance(intent, SelectBox):
            self._drawn = intent.box
            self._show_scopes()

    def _on_going(self, _image: Image | None) -> None:
        self._drawn = None
        self._last_text = ""
        self.dock.forget_offers()
        self._show_scopes()

    @property
    def _listed(self) -> Sequence[Image]:
        project = self.parts.project
        return [project.images[row] for row in project.walk]

    def _show_scopes(self) -> None:
        if not self.dock.is_seen:
            self._show_region()
            return
        project = self.parts.project
        listed, every = len(project.walk), len(project.images)
        can_edit = not self.parts.edits.is_read_only
        is_here = can_edit and self.presenter.image is not None and self._session.image is not None
        enabled = {
            "image": is_here,
            "box": is_here and self._box is not None,
            "filtered": can_edit and 0 < listed < every,
            "project": can_edit and every > 0,
        }
        self.dock.set_scopes(enabled, {"filtered": listed, "project": every})
        self._show_region()

    def _show_region(self) -> None:
        is_wanted = self.dock.is_seen and self.dock.scope.currentData() == "box"
        region = self._box if is_wanted and self._session.prompt.box_xyxy is None else None
        if region != self._canvas.proposals.region:
            self._canvas.proposals.region = region
            self._canvas.update()

    def _show_presets(self) -> None:
        engine_id = self.parts.engines.engine_id
        self.dock.set_presets({preset.id: preset_options(preset.id, engine_id) for preset in PRESETS})

    # Searching

    def run(self) -> None:
        """Search as the panel says."""
        try:
            options = self.dock.options
        except ValueError as e:
            self.parts.notices.show(str(e), "warning")
            return
        scope, box, image = self.dock.scope.currentData(), self._box, self.presenter.image
        if scope == "box" and box is None:
            self.parts.notices.show(tr("There is no box on the image; drag one with the tool Select."), "warning")
            return
        make: dict[str, Callable[[EngineInfo], Sequence[Stop]]] = {
            "image": partial(self._stop_here, options, None),
            "box": partial(self._stop_here, options, box),
            "filtered": lambda info: self._stops(self._listed, options, info),
            "project": lambda info: self._stops(self.parts.project.images, options, info),
        }
        is_one = scope in ("image", "box")
        if scope == "box":
            self._drawn = box
            self._session.clear()  # the box said where to search, and is no object
        self._at_start = (self.parts.tools.tool_id, image.id if image is not None else 0)
        self._last_text = ""
        self.runner.begin(Wish(tr("Segmenting everything…"), make[scope], self._on_ended, is_one))

    def _stop_here(self, options: AutomaticOptions, box: Box | None, info: EngineInfo) -> Sequence[Stop]:
        """Return the image on screen, to be searched whatever was done before."""
        image, encode, store = self.presenter.image, self._session.image, self.parts.project.store
        if image is None or encode is None or store is None or encode.image_id != image.id:
            return ()
        options = in_window(options, info)
        searched = how_searched(info, options) if box is None else {}
        path, sha256 = store.path_of(image), self.presenter.sha256
        return (Stop(image.id, path, search(options, box), image.size_hw, encode, sha256, searched),)

    def _stops(self, images: Sequence[Image], options: AutomaticOptions, info: EngineInfo) -> Sequence[Stop]:
        """Return images to be searched, the one on screen first; those that are done are left alone."""
        store, here = self.parts.project.store, self.presenter.image
        if store is None:
            return ()
        options = in_window(options, info)
        chosen = [image for image in images if not image.missing and image.state is not ImageState.DONE]
        start = next((i for i, image in enumerate(chosen) if here is not None and image.id == here.id), 0)
        work, searched = search(options, None), how_searched(info, options)
        return [
            Stop(image.id, store.path_of(image), work, image.size_hw, searched=searched)
            for image in (*chosen[start:], *chosen[:start])
        ]

    def _on_ended(self, run: AutomaticRun) -> None:
        if run.is_cancelled:
            kept = 0 if run.preview is None else len(run.preview.offers)
            self._last_text = tr("Stopped; what was found so far stays.") if run.found_count + kept else tr("Stopped.")
        else:
            self._last_text = outcome_text(run)
        if run.problems and not run.is_cancelled:
            self.parts.notices.show(self._last_text, "warning")
        elif run.total > 1 or not run.found_count:
            self.parts.notices.show(self._last_text)
        image = self.presenter.image
        now = (self.parts.tools.tool_id, image.id if image is not None else 0)
        is_free = self._session.click_count == 0 and now == self._at_start
        if run.total == 1 and self.presenter.shown and is_free:
            self.parts.tools.use(TOOL)  # what is next is to accept them
            if self.dock.cancel.hasFocus():
                self._canvas.setFocus()

    # What is shown

    def _show_run(self) -> None:
        runner = self.runner
        self.dock.set_running(runner.is_running, runner.text or self._last_text, runner.share)
        self._show_proposals()

    def _show_proposals(self) -> None:
        presenter, dock = self.presenter, self.dock
        if presenter.all is not self._offered:  # else only the current one is another
            self._offered = presenter.all
            dock.set_offers(tuple(presenter.all.values()))
        dock.set_counts(len(presenter.shown), len(presenter.all), self._hint())
        facts = {
            "has_offers": bool(presenter.all),
            "proposals": bool(presenter.shown),
            "proposing": presenter.is_in_hand,
            "proposal": presenter.current is not None and presenter.is_in_hand,
        }
        now = frozenset(name for name, holds in facts.items() if holds)
        if now != self._facts:
            self._facts = now
            self.changed.emit()

    def _hint(self) -> str:
        presenter = self.presenter
        if presenter.swept:
            return count_text(presenter.swept, mark("{n} proposal swept"), mark("{n} proposals swept"))
        offer = None if presenter.current is None else presenter.shown.get(presenter.current)
        if offer is not None:
            return offer_text(offer)
        if presenter.shown and not presenter.is_in_hand:
            return tr("Take the tool for proposals (W) to accept them.")
        if presenter.all and not presenter.shown:
            return tr("The filters below let none of them pass.")
        return ""


def in_window(options: AutomaticOptions, engine: EngineInfo) -> AutomaticOptions:
    """Return parameters with which the window's own clicks are answered soon."""
    if engine.device != "cpu":
        return options
    return replace(options, points_per_batch=min(options.points_per_batch, _AT_ONCE))


def search(options: AutomaticOptions, box: Box | None) -> Work:
    """Return what an engine does to find all objects of an image, or of a part of it."""

    def work(engine: Engine, embedding: Embedding, pixels: RgbImage, watch: Watch) -> tuple[Offer, ...]:
        def show(found: tuple[Proposal, ...]) -> None:
            watch.show(lambda: offers_of(found, engine.info, options))

        found = propose(
            engine,
            pixels,
            options,
            box_xyxy=box,
            embedding=embedding,
            progress=watch.progress,
            found=show,
            cancelled=watch.is_over,
            pause=watch.pause,
        )
        return offers_of(found, engine.info, options)

    return work


def offer_text(offer: Offer) -> str:
    """Return the figures of a proposal in a line."""
    iou, stability = score_text(offer.predicted_iou), score_text(offer.stability_score)
    text = tr("IoU {iou}, stability {stability}, {area}", iou=iou, stability=stability, area=area_text(offer.mask.area))
    return f"{offer.category}: {text}" if offer.category else text


def outcome_text(run: AutomaticRun) -> str:
    """Return what came of a run in a few sentences."""
    took = max(time.monotonic() - run.started, 0.0)
    objects = count_text(run.found_count, mark("{n} proposal"), mark("{n} proposals"))
    if run.total == 1:
        if run.problems:
            return run.message
        if not run.found_count:
            return tr("Nothing was found; lower the thresholds in Parameters, or take the preset Thorough.")
        return tr("{objects} in {seconds} s.", objects=objects, seconds=local_number(f"{took:.1f}"))
    images = count_text(run.done_count, mark("{n} image"), mark("{n} images"))
    text = tr("{objects} in {images}.", objects=objects, images=images)
    if run.passed_over:
        one, more = mark("{n} image was searched so before."), mark("{n} images were searched so before.")
        before = count_text(run.passed_over, one, more)
        text = sentences((text, before))
    if run.problems:
        failed = count_text(run.problems, mark("{n} image can't be used"), mark("{n} images can't be used"))
        text = sentences((text, f"{failed}: {run.message}"))
    return text
