"""CompareFeature: the project beside another set of annotations: figures, a layer, and a list of differences to decide.

The other set is only read. It is compared on a thread of its own, then kept in step one image at a time: what an edit,
an undo or a decision changes is compared again, see `comparison_keeper.py` for when. Every decision that changes
something is one undoable step; until its image is compared again, what it took is listed and can't be taken again.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QFileDialog

from sam_annotator.core.agreement import total
from sam_annotator.core.comparison import Difference, Place, Truth
from sam_annotator.core.merging import Choice
from sam_annotator.core.second_set import SetKind
from sam_annotator.core.words import mark, tr
from sam_annotator.store.store import PROJECT_FILE
from sam_annotator.ui import comparing
from sam_annotator.ui.compare_commands import Key, TakeOver
from sam_annotator.ui.compare_view import CompareView
from sam_annotator.ui.comparison_keeper import ComparisonKeeper
from sam_annotator.ui.docks.compare_dock import CompareDock
from sam_annotator.ui.feature import Feature, Handlers, Parts
from sam_annotator.ui.models.agreement_table import cells_of
from sam_annotator.ui.models.difference_list import key_of
from sam_annotator.ui.models.figures import count_text
from sam_annotator.worker.job import Job

_MOST_AT_ONCE = 200  # differences that are decided without a job before
_TEXTS = {Choice.THEIRS: mark("Take theirs"), Choice.BOTH: mark("Keep both")}


class CompareFeature(Feature):
    """The panel, the layer and the actions."""

    def __init__(self, parts: Parts, parent: QObject | None = None) -> None:
        super().__init__(parts, parent)
        self._edits, self._project = parts.edits, parts.project
        self._keeper = ComparisonKeeper(parts.project, parts.edits, parts.notices, self)
        self._view = CompareView(parts, self._keeper, self)
        self._deciding: Job | None = None
        self._gathering: frozenset[Key] = frozenset()  # what it is about
        self._seen: set[Key] = set()
        self._taken: set[Key] = set()  # what was decided, and is still listed since its image was not compared yet
        self._row = -1  # where in the list the difference is, or was
        self._had: frozenset[str] = frozenset()
        dock = self.dock = CompareDock(parts.actions)
        self._list = dock.differences
        self._list.place_chosen.connect(self.go)
        self._list.filter_changed.connect(self._on_filter)
        dock.options_changed.connect(lambda: self._keeper.compare(dock.options))
        dock.truth_changed.connect(self._show_figures)
        dock.close_requested.connect(self.close)
        dock.notes_requested.connect(self._show_notes)
        dock.image_chosen.connect(self._project.go_to_id)
        self._keeper.loaded.connect(self._on_loaded)
        self._keeper.changed.connect(self._on_compared)
        self._project.store_changed.connect(lambda _store: self.close())
        parts.add_dock(dock)

    @property
    def handlers(self) -> Handlers:
        """What its actions do."""
        return {
            "view.compare": self.show,
            "compare.open_file": self._choose_file,
            "compare.open_project": self._choose_project,
            "compare.close": self.close,
            "compare.next": lambda: self._step(1),
            "compare.previous": lambda: self._step(-1),
            "compare.take_theirs": lambda: self._decide(Choice.THEIRS),
            "compare.keep_ours": lambda: self._decide(Choice.OURS),
            "compare.keep_both": lambda: self._decide(Choice.BOTH),
            "compare.take_image": lambda: self._decide_image(Choice.THEIRS),
            "compare.keep_image": lambda: self._decide_image(Choice.OURS),
            "compare.both_image": lambda: self._decide_image(Choice.BOTH),
            "compare.take_kind": lambda: self._decide_kind(Choice.THEIRS),
            "compare.keep_kind": lambda: self._decide_kind(Choice.OURS),
            "compare.both_kind": lambda: self._decide_kind(Choice.BOTH),
            "compare.toggle_layer": self._toggle_layer,
            "compare.export_csv": self._choose_csv,
        }

    @property
    def facts(self) -> frozenset[str]:
        """Whether there is another set, differences that are listed, and one that is looked at."""
        if self._keeper.source is None:
            return frozenset()
        facts = {"comparison"}
        if self._list.model.rowCount():
            facts.add("differences")
        if self._view.place is not None:
            facts.add("difference")
        return frozenset(facts)

    @property
    def checked(self) -> frozenset[str]:
        """Whether theirs is shown."""
        return frozenset(("compare.toggle_layer",)) if self._view.is_shown else frozenset()

    @property
    def is_comparing(self) -> bool:
        """Whether a set is being read, or images are compared, on another thread."""
        return self._keeper.is_busy

    def show(self) -> None:
        """Bring the panel up."""
        self.dock.set_folded(False)
        self.dock.show()
        self.dock.raise_()

    def shut_down(self) -> None:
        """Give up what is being compared."""
        self._keeper.close()
        if self._deciding is not None:
            self._deciding.cancel()

    # Another set

    def _choose_file(self) -> None:
        dialog = QFileDialog(self.parts.dialog_parent, tr("Compare with a COCO file"), "", "COCO (*.json)")
        dialog.setObjectName("compareFile")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        self._ask(dialog, self.open)

    def _choose_project(self) -> None:
        dialog = QFileDialog(self.parts.dialog_parent, tr("Compare with the project in a folder"))
        dialog.setObjectName("compareProject")
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        self._ask(dialog, self.open)

    def _ask(self, dialog: QFileDialog, chosen: Callable[[Path], object]) -> None:
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda path: chosen(Path(path)))
        dialog.open()

    def open(self, path: Path) -> None:
        """Read another set and compare with it; the one before goes once that is done."""
        self.show()
        self._keeper.load(path, self.dock.options)

    def _on_loaded(self) -> None:
        source = self._keeper.source
        assert source is not None
        self._forget_decisions()
        self._row = -1
        self._view.forget()
        second = source.set
        is_results = second.kind is SetKind.RESULTS or second.has_scores
        kinds = {
            SetKind.RESULTS: mark("Results of a model."),
            SetKind.PROJECT: mark("Another project."),
            SetKind.TRUTH: mark("A COCO file."),
        }
        count = len(second.image_ids)
        about = (
            tr(kinds[second.kind]),
            count_text(count, mark("{n} image is in both."), mark("{n} images are in both.")),
            *(tr(text) for text in second.notes[:1]),
        )
        self.dock.show_set(
            second.name,
            about,
            Truth.OURS if is_results else Truth.THEIRS,
            has_scores=second.has_scores,
            has_notes=bool(second.left_out or second.notes),
        )
        self._show()
        self.show()
        if second.left_out:
            text = count_text(
                len(second.left_out),
                mark("{n} thing of the other set does not fit this project and is not compared."),
                mark("{n} things of the other set do not fit this project and are not compared."),
            )
            self.parts.notices.show(text, "warning", button=tr("Details"), action=self._show_notes)

    def _show_notes(self) -> None:
        from sam_annotator.ui.dialogs.report import ReportDialog

        source = self._keeper.source
        if source is not None:
            second = source.set
            details = (*second.left_out, *second.notes)
            ReportDialog(tr("Compare"), tr("Compared with {name}.", name=second.name), details,
                         parent=self.parts.dialog_parent).open()  # fmt: skip

    def close(self) -> None:
        """Let the other set go."""
        if self._deciding is not None:
            self._deciding.cancel()
        self._keeper.close()
        self._forget_decisions()
        self._view.forget()
        self.dock.show_nothing()
        self._show()

    # What is shown

    def _on_compared(self) -> None:
        behind = {image_id for image_id in {key[0] for key in self._taken} if self._keeper.is_behind(image_id)}
        self._taken -= {key for key in self._taken if key[0] not in behind}
        self._show()

    def _show(self) -> None:
        """Show what the comparison found now, and go on with the difference that is looked at if it is still there."""
        keeper, model = self._keeper, self._list.model
        model.show_table(keeper.table, self._seen, keeper.categories, keeper.image_name)
        found = keeper.table.by_category()
        used = [category for i, category in keeper.categories.items() if i in found]
        self._list.set_categories(sorted(used, key=lambda c: c.name.casefold()))
        self._show_figures()
        self._view.update(self.dock.options.min_score)
        place = self._view.place
        if place is not None and model.row_of(key_of(place)) is None and not self._seen_is_hidden(place):
            self._view.set_place(None)
        self._mark_current()

    def _seen_is_hidden(self, place: Place) -> bool:
        return key_of(place) in self._seen and self._keeper.table.find(*key_of(place)) is not None

    def _show_figures(self) -> None:
        keeper, truth = self._keeper, self.dock.chosen_truth
        found = keeper.table.by_category()
        self.dock.show_figures(total(found))
        ids = sorted(found, key=lambda i: keeper.category_name(i).casefold())
        names = ("pairs", "only_left", "only_right", "other_category", "iou_sum")
        columns = {name: np.array([getattr(found[i], name) for i in ids], np.float64) for name in names}
        self.dock.by_category.set_rows(ids, [keeper.category_name(i) for i in ids], cells_of(columns, truth))
        image_ids, sums = keeper.table.by_image()
        listed = image_ids.tolist()
        self.dock.by_image.set_rows(listed, [keeper.image_name(i) for i in listed], cells_of(sums, truth))

    def _on_filter(self) -> None:
        self._mark_current()

    def _mark_current(self) -> None:
        place = self._view.place
        row = None if place is None else self._list.model.row_of(key_of(place))
        if row is not None:
            self._row = row
        self._list.set_current(row)
        if self.facts != self._had:
            self._had = self.facts
            self.changed.emit()

    def _toggle_layer(self) -> None:
        self._view.set_shown(not self._view.is_shown)
        self.changed.emit()

    # From difference to difference

    def go(self, place: Place) -> None:
        """Show a difference: its image, its place, what is ours and what theirs."""
        self._view.set_place(place)
        self._mark_current()

    def _step(self, by: int) -> None:
        model = self._list.model
        place = self._view.place
        row = None if place is None else model.row_of(key_of(place))
        if row is not None:
            wanted = row + by
        else:  # what was there has gone, or nothing was looked at yet
            wanted = self._row if by > 0 and self._row >= 0 else self._row - 1 if self._row > 0 else 0
        if not 0 <= wanted < model.rowCount():
            text = tr("This is the last difference.") if by > 0 else tr("This is the first difference.")
            self.parts.notices.show(text)
            return
        found = model.place_at(wanted)
        assert found is not None
        self.go(found)

    # Decisions

    def _decide(self, choice: Choice) -> None:
        place = self._view.place
        if place is None:
            return
        model = self._list.model
        row = model.row_of(key_of(place))
        following = None if row is None else model.place_at(row + 1)
        is_taken = self._is_taken(key_of(place))
        if choice is Choice.OURS and key_of(place) in self._seen and not is_taken:
            self._seen.discard(key_of(place))  # it is to be looked at again
            self._show()
        elif is_taken or self._decide_now(choice, [place]):
            if following is not None:
                self.go(following)
            else:  # it was the last one
                self._view.set_place(None)
                self._mark_current()

    def _decide_image(self, choice: Choice) -> None:
        image = self._edits.image
        if image is not None and not self._decide_all(choice, self._list.model.places(image_id=image.id)):
            self.parts.notices.show(tr("There is no difference on this image; go to another one."))

    def _decide_kind(self, choice: Choice) -> None:
        place = self._view.place
        if place is not None:
            self._decide_all(choice, self._list.model.places(kind=place.kind))

    def _decide_all(self, choice: Choice, places: Sequence[Place]) -> bool:
        """Decide several in one step; annotations of many are read on another thread. Returns whether there are any."""
        places = [place for place in places if not self._is_decided(key_of(place))]
        changing = [place for place in places if _changes(choice, place)]
        if not places:
            return False
        if not changing or (len(changing) <= _MOST_AT_ONCE and len({place.image_id for place in changing}) == 1):
            self._decide_now(choice, places)
        elif self._deciding is None:
            self._gather(choice, places)
        return True

    def _is_decided(self, key: Key) -> bool:
        return key in self._seen or self._is_taken(key)

    def _is_taken(self, key: Key) -> bool:
        return key in self._taken or key in self._gathering

    def _forget_decisions(self) -> None:
        self._seen, self._taken = set(), set()  # new ones: steps that can be undone hold those of the set before

    def _gather(self, choice: Choice, places: Sequence[Place]) -> None:
        store, source = self._project.store, self._keeper.source
        if store is None or source is None:
            return
        project_dir = store.project_dir

        def done(gathered: comparing.Gathered | None) -> None:
            if gathered is not None and self._keeper.source is source:
                self._apply(choice, places, gathered)

        def ended() -> None:
            self._deciding, self._gathering = None, frozenset()

        self._gathering = frozenset(map(key_of, places))
        job = self._deciding = Job(
            lambda told, cancelled: comparing.gather(project_dir, source, places, choice, told, cancelled), self
        )
        job.done.connect(done)
        job.failed.connect(lambda text: self.parts.notices.show(text, "error"))
        job.finished.connect(ended)
        self.parts.notices.show_progress(job, tr("Reading what was chosen…"))
        job.start()

    def _decide_now(self, choice: Choice, places: Sequence[Place]) -> bool:
        """Decide differences of one image; returns whether that was done."""
        if not any(_changes(choice, place) for place in places):
            return self._apply(choice, places, None)
        gathered = self._keeper.gather(places, choice)
        return gathered is not None and self._apply(choice, places, gathered)

    def _apply(self, choice: Choice, places: Sequence[Place], gathered: comparing.Gathered | None) -> bool:
        keys = {key for place in places for key in _settled(choice, place)}
        taken = {key_of(place) for place in places if _changes(choice, place)}
        if gathered is None:
            self._seen |= keys
            self._show()
            return True
        self._tell(gathered)
        if gathered.takeover.is_empty:
            return False
        text = tr(_TEXTS[choice])
        marks = ((self._seen, keys), (self._taken, taken))
        return self._edits.run(lambda edits: TakeOver(edits, text, gathered.takeover, marks))

    def _tell(self, gathered: comparing.Gathered) -> None:
        if gathered.locked == 1:
            self._edits.notice.emit(tr("This annotation is locked; unlock it to change it."))
        elif gathered.locked:
            text = tr("{count} annotations are locked; unlock them to change them.", count=gathered.locked)
            self._edits.notice.emit(text)
        elif gathered.gone:
            self._edits.notice.emit(tr("Some of them were changed meanwhile; compare again."))

    # A table for others

    def _choose_csv(self) -> None:
        store, source = self._project.store, self._keeper.source
        if store is None or source is None:
            return
        dialog = QFileDialog(self.parts.dialog_parent, tr("Export agreement as a table"), "", "CSV (*.csv)")
        dialog.setObjectName("compareCsv")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("csv")
        dialog.setDirectory(str(store.project_dir))
        dialog.selectFile(tr("{name} agreement", name=store.name) + ".csv")
        self._ask(dialog, self.export_csv)

    def export_csv(self, path: Path) -> None:
        """Write the figures of each image and category."""
        if path.name == PROJECT_FILE:
            return
        keeper, truth, notices = self._keeper, self.dock.chosen_truth, self.parts.notices
        images = {i: keeper.image_name(i) for i in keeper.table.by_image()[0].tolist()}
        names = {i: category.name for i, category in keeper.categories.items()}
        table = keeper.table.copy()
        job = Job(lambda _told, _cancelled: comparing.write_csv(path, table, images, names, truth), self)
        job.done.connect(lambda n: notices.show(tr("{n} rows are in {name}.", n=n, name=path.name)))
        job.failed.connect(lambda text: notices.show(text, "error"))
        notices.show_progress(job, tr("Writing {name}…", name=path.name))
        job.start()


def _changes(choice: Choice, place: Place) -> bool:
    """Whether a decision changes the project, and is not only that a difference was seen."""
    if choice is Choice.OURS:
        return False
    return choice is Choice.THEIRS or place.kind is not Difference.ONLY_OURS


def _settled(choice: Choice, place: Place) -> tuple[Key, ...]:
    """Return the keys that need no look any more once a difference is decided.

    Where theirs was taken there is no difference any more, and one that comes later is a new one. Where both stay,
    theirs has a copy of itself here, and ours is then one that they don't have.
    """
    if choice is Choice.THEIRS:
        return ()
    if choice is Choice.BOTH and place.ours:
        return (key_of(place), (place.image_id, place.ours, -1))
    return (key_of(place),)
