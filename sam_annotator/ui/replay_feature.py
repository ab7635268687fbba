"""ReplayFeature: answers stored prompts again, shows old beside new on the image, and takes what the user accepts.

Nothing is changed before it is accepted, and each acceptance is one undoable step. What was changed after it was asked
about is left alone.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QTimer

from sam_annotator.core.errors import SamAnnotatorError
from sam_annotator.core.records import Image
from sam_annotator.core.requests import EncodeRequest
from sam_annotator.core.words import tr
from sam_annotator.engine.checkpoints import find_checkpoint
from sam_annotator.engine.embedding_folder import EmbeddingFolder, embeddings_dir
from sam_annotator.engine.original_engines import OriginalEngines
from sam_annotator.engine.registry import ENGINES, engine_row
from sam_annotator.engine.replaying import ReplayImage, ReplayResult
from sam_annotator.store.store import Store
from sam_annotator.ui.commands import Edits
from sam_annotator.ui.docks.replay_dock import ReplayDock
from sam_annotator.ui.feature import Feature, Handlers, Parts
from sam_annotator.ui.models.figures import grouped, time_text
from sam_annotator.ui.models.replay_list import ReplayListModel, ReplayRow, State
from sam_annotator.ui.replay_commands import AcceptReplayed, Standing, state_of
from sam_annotator.ui.replay_run import ReplayRun
from sam_annotator.ui.replay_view import ReplayView
from sam_annotator.worker.arrivals import arriving

_MEGABYTE = 1_000_000
_CHECKED_AT_ONCE = 500  # rows, after a change that may be anywhere


class ReplayFeature(Feature):
    """The panel and its actions."""

    def __init__(self, parts: Parts, parent: QObject | None = None) -> None:
        super().__init__(parts, parent)
        self._edits = parts.edits
        self._store: Store | None = None
        self._run: ReplayRun | None = None
        self._waits_for = ""  # the engine that is to be asked once it is loaded
        self._tally = [0, 0, 0]  # answered, with another mask, failed
        self._current: ReplayRow | None = None
        self._view = ReplayView(parts)
        self._is_deciding = False
        self._ids_of: dict[int, list[int]] = defaultdict(list)  # rows by image
        self._to_check: list[int] = []
        self.model = ReplayListModel(self)
        dock = self.dock = ReplayDock(self.model)
        self._checking = QTimer(self, singleShot=True, interval=0)
        self._checking.timeout.connect(self._check_some)
        dock.came_up.connect(self._refresh)
        dock.went_away.connect(self._draw)
        dock.form.run_requested.connect(self.run)
        dock.form.cancel_requested.connect(self.cancel)
        dock.row_chosen.connect(self._on_row)
        dock.view_chosen.connect(self._set_view)
        dock.accept_requested.connect(self.accept)
        dock.keep_requested.connect(self.keep)
        dock.set_actions(parts.actions["replay.accept"], parts.actions["replay.keep"])
        dock.set_view(self._view.view)
        dock.show_theme()
        self._connect()
        self._on_store(parts.project.store)
        parts.add_dock(dock)

    def _connect(self) -> None:
        parts, edits = self.parts, self._edits
        parts.project.store_changed.connect(self._on_store)
        for signal in (parts.project.images_changed, edits.selection_changed):
            signal.connect(self._refresh)
        parts.engines.ready.connect(lambda _info: self._on_engine_ready())
        parts.engines.changing.connect(self._on_engine_changing)
        parts.engines.failed.connect(self._on_engine_failed)
        parts.images.image_ready.connect(lambda _id: self._on_image())
        edits.image_changed.connect(lambda image, _count: self._check(self._ids_of.get(image.id, ())))
        edits.lists_changed.connect(lambda: self._check([row.annotation_id for row in self.model.rows]))
        edits.categories_changed.connect(self._on_categories)
        edits.annotations_changed.connect(self._draw)
        parts.session.changed.connect(self._draw)
        parts.settings.changed.connect(lambda _settings: self.dock.show_theme())

    @property
    def handlers(self) -> Handlers:
        """What its actions do."""
        return {
            "replay.run": self.show,
            "replay.accept": lambda: self.accept(self.dock.selected),
            "replay.keep": lambda: self.keep(self.dock.selected),
            "replay.view": self._turn_view,
        }

    @property
    def facts(self) -> frozenset[str]:
        """Whether a row is chosen, and whether it is to be decided."""
        if not self.dock.is_seen or self._current is None:
            return frozenset()
        row = self.model.row_of(self._current.annotation_id)
        is_open = row is not None and row.state is State.OPEN
        return frozenset(("replay_row", "replayed") if is_open else ("replay_row",))

    def show(self) -> None:
        """Bring the panel up, for what is selected, else for the image."""
        self.dock.set_folded(False)
        self.dock.show()
        self.dock.raise_()
        self._refresh()
        if self._run is None:
            self.dock.form.choose_scope("selected" if self._edits.selection else "image")
        self.dock.form.run.setFocus()

    def shut_down(self) -> None:
        """Give up what runs."""
        if self._run is not None:
            self._run.cancel()
        self._checking.stop()

    # What can be asked

    def _on_store(self, store: Store | None) -> None:
        self._store, self._waits_for = store, ""
        self.cancel()
        self.model.clear()
        self._ids_of.clear()
        self._to_check.clear()
        self._current = None
        self.dock.form.set_note("")
        self.dock.set_read_only(store is None or store.read_only)
        self._refresh()
        self._draw()

    def _refresh(self) -> None:
        """Offer what there is now."""
        if not self.dock.is_seen:
            return
        project, engines = self.parts.project, self.parts.engines
        listed = len(project.walk) if len(project.walk) < len(project.images) else 0
        self.dock.form.set_scopes(
            {
                "selected": len(self._edits.selection),
                "image": int(project.image is not None),
                "listed": listed,
                "project": len(project.images),
            }
        )
        here = [row for row in ENGINES if row.id == engines.running_id or not row.needs_checkpoint or _is_here(row.id)]
        runs = engines.running_id
        words = [
            (row.id, tr("{title} (runs now)", title=tr(row.title)) if row.id == runs else tr(row.title)) for row in here
        ]
        self.dock.form.set_engines(words, runs)
        why_not = "" if engines.engine_id else tr("Wait until the engine is loaded")
        self.dock.form.set_can_run(why_not if project.images else tr("There are no images"))
        self._draw()
        self.changed.emit()

    def _image_ids(self, scope: str) -> list[int]:
        """Return the images with annotations to ask about, in the order of the window."""
        project = self.parts.project
        assert self._store is not None
        if scope in ("selected", "image"):
            return [] if project.image is None else [project.image.id]
        rows = project.walk if scope == "listed" else range(len(project.images))
        counts = self._store.annotation_counts()
        return [project.images[row].id for row in rows if counts.get(project.images[row].id)]

    # Asking

    def run(self) -> None:
        """Answer prompts again, as the panel says; another engine is loaded first, and runs from then on."""
        if self._store is None or self._run is not None:
            return
        wanted, engines = self.dock.form.engine.currentData(), self.parts.engines
        if wanted and wanted != engines.running_id:
            self._waits_for = wanted
            if not engines.use(wanted):
                self._waits_for = ""
                return
        elif engines.info is None:
            self._waits_for = engines.running_id
        if self._waits_for:
            title = tr(engine_row(self._waits_for).title)
            self.dock.form.set_running(True)
            self.dock.form.set_note(tr("Loading {title}…", title=title))
            return
        self._begin()

    def _begin(self) -> None:
        info, scope = self.parts.engines.info, self.dock.form.scope.currentData()
        if info is None or self._store is None:
            return
        self.model.clear()
        self._ids_of.clear()
        self._current, self._tally = None, [0, 0, 0]
        self._draw()
        settings = self.parts.settings.settings
        disk_bytes = settings.embedding_disk_mb * _MEGABYTE
        run = self._run = ReplayRun(
            self.parts.worker,
            info,
            self._image_ids(scope),
            self._look(frozenset(self._edits.selection) if scope == "selected" else None),
            OriginalEngines([], self.parts.engines.device, settings.precision),
            EmbeddingFolder(embeddings_dir(), disk_bytes) if disk_bytes else None,
            again=self.dock.form.again.isChecked(),
            at_hand=self._at_hand,
            parent=self,
        )
        run.progress.connect(self._on_progress)
        run.answered.connect(self._on_answered)
        run.finished.connect(lambda: self._on_finished(run))
        self.dock.form.set_running(True)
        run.start()

    def _look(self, ids: frozenset[int] | None) -> Callable[[int], ReplayImage | None]:
        """Return what reads an image's annotations when its turn comes; `ids` limits them."""

        def look(image_id: int) -> ReplayImage | None:
            store = self._store
            if store is None:
                return None
            try:
                found = store.annotations(image_id)
                path = store.path_of(store.image(image_id))
            except SamAnnotatorError:  # it was taken out of the project meanwhile
                return None
            chosen = tuple(a for a in found if ids is None or a.id in ids)
            return ReplayImage(path, chosen) if chosen else None

        return look

    def _at_hand(self, image_id: int) -> EncodeRequest | None:
        shown = self.parts.session.image
        return shown if shown is not None and shown.image_id == image_id else None

    def cancel(self) -> None:
        """End it; what was answered stays to be decided."""
        self._waits_for = ""
        if self._run is not None:
            self._run.cancel()
        else:
            self.dock.form.set_running(False)

    def _on_engine_ready(self) -> None:
        waited = self._waits_for and self.parts.engines.engine_id == self._waits_for
        self._refresh()
        if waited:
            self._waits_for = ""
            self._begin()

    def _on_engine_changing(self) -> None:
        if self._run is not None:
            self._run.cancel()
            self.dock.form.set_note(tr("Ended: another engine was chosen."), "warning")
        self._refresh()

    def _on_engine_failed(self, engine_id: str, _message: str) -> None:
        if self._waits_for == engine_id:
            self._waits_for = ""
            self.dock.form.set_running(False)
            self.dock.form.set_note(tr("The engine can't be loaded; choose another one."), "error")
        self._refresh()

    def _on_progress(self, share: float) -> None:
        run = self._run
        if run is None:
            return
        self.dock.form.set_running(True, share)
        words = tr("Image {n} of {total}", n=grouped(min(run.place + 1, run.total)), total=grouped(run.total))
        if (left := run.seconds_left) is not None and run.total > 1:
            words = tr("{words}, {time} left", words=words, time=time_text(left))
        self.dock.form.set_note(words)

    def _on_answered(self, results: Sequence[ReplayResult]) -> None:
        if self._store is None or not results:
            return
        names = {category.id: category.name for category in self._edits.categories}
        try:
            image: Image = self._store.image(results[0].annotation.image_id)
        except SamAnnotatorError:
            return
        rows = []
        for result in results:
            state = _first_state(result)
            rows.append(ReplayRow(result, image.file_name, names.get(result.annotation.category_id, ""), state))
            self._tally[0] += result.mask is not None
            self._tally[1] += state is State.OPEN
            self._tally[2] += result.kept is not None and result.kept.value == "failed"
        self._ids_of[image.id] += [row.annotation_id for row in rows]
        self.model.add(rows)

    def _on_finished(self, run: ReplayRun) -> None:
        if self._run is not run:
            return
        self._run = None
        run.deleteLater()
        self.dock.form.set_running(False)
        answered, others, failures = self._tally
        words = tr("{others} of {answered} have another mask now.", others=grouped(others), answered=grouped(answered))
        if not answered:
            words = (
                tr("No prompt was answered; the column State says why.")
                if self.model.rows
                else tr("There is nothing to ask.")
            )
        if run.is_cancelled:
            words = tr("Ended after image {n}. {words}", n=grouped(run.place), words=words)
        if failures:
            words = tr("{words} {n} can't be answered.", words=words, n=grouped(failures))
        self.dock.form.set_note(words, "warning" if failures else "")
        if self.dock.is_seen and self._current is None:
            self.dock.show_first(has_open=others > 0)
        self.changed.emit()

    # Old and new on the image

    def _on_row(self, row: ReplayRow | None) -> None:
        if self._is_deciding:
            return
        self._current = row
        if row is not None:
            shown = self.parts.project.image
            if shown is not None and shown.id == row.image_id and self.parts.images.has_image:
                self._edits.select((row.annotation_id,))
                self._view.look_at(row)
            else:
                self._edits.show(row.image_id, (row.annotation_id,))
        self._draw()
        self.changed.emit()

    def _on_image(self) -> None:
        row, shown = self._current, self.parts.project.image
        if row is not None and shown is not None and shown.id == row.image_id and self.dock.is_seen:
            self._view.look_at(row)
        self._draw()

    def _set_view(self, view: str) -> None:
        self._view.view = view
        self.dock.set_view(view)
        self._draw()

    def _turn_view(self) -> None:
        self._view.turn()
        self._set_view(self._view.view)

    def _draw(self) -> None:
        self._view.draw(self._current if self.dock.is_seen else None)

    # Deciding

    def accept(self, rows: Sequence[ReplayRow]) -> None:
        """Give annotations their new masks, in one step; those that are others by now stay."""
        open_rows = [row for row in rows if row.state is State.OPEN]
        if not open_rows or self._edits.is_read_only:
            return
        place = self._place_of_first(open_rows)
        made: list[AcceptReplayed] = []

        def make(edits: Edits) -> AcceptReplayed:
            made.append(AcceptReplayed(edits, [row.result for row in open_rows]))
            return made[0]

        self._is_deciding = True
        try:
            is_made = self._edits.run(make)
        finally:
            self._is_deciding = False
        standing = made[0].standing
        if standing is None or (standing.accepted and not is_made):
            return  # it was cancelled, or failed: all are as they were
        self._check([row.annotation_id for row in open_rows])
        if is_made and standing != Standing(1, 0, 0):
            self.parts.notices.show(standing.text, "warning" if standing.locked or standing.changed else "info")
        self._go_on(place)

    def keep(self, rows: Sequence[ReplayRow]) -> None:
        """Leave annotations as they are, and don't offer them any more."""
        open_rows = [row for row in rows if row.state is State.OPEN]
        if not open_rows:
            return
        place = self._place_of_first(open_rows)
        self._is_deciding = True
        self.model.set_states({row.annotation_id: State.KEPT for row in open_rows})
        self._is_deciding = False
        self._go_on(place)

    def _place_of_first(self, rows: Sequence[ReplayRow]) -> int:
        return self.dock.place_shown(rows[0].annotation_id)

    def _go_on(self, place: int) -> None:
        """Go to the row that stands where the decided ones stood."""
        self.dock.go_on(place)
        self._on_row(self.dock.current)

    # What changes meanwhile

    def _check(self, annotation_ids: Sequence[int]) -> None:
        """See where annotations stand now; many of them little by little."""
        if len(annotation_ids) <= _CHECKED_AT_ONCE:
            self._set_states(annotation_ids)
        else:
            self._to_check = list(annotation_ids)
            self._checking.start()

    @arriving
    def _check_some(self) -> None:
        now, self._to_check = self._to_check[:_CHECKED_AT_ONCE], self._to_check[_CHECKED_AT_ONCE:]
        self._set_states(now)
        if self._to_check:
            self._checking.start()

    def _set_states(self, annotation_ids: Sequence[int]) -> None:
        states = {}
        for annotation_id in annotation_ids:
            row = self.model.row_of(annotation_id)
            if row is not None and row.state not in (State.SAME, State.STAYS):
                states[annotation_id] = state_of(row.result, self._edits.stored(annotation_id), row.state)
        before, self._is_deciding = self._is_deciding, True  # rows that go must not turn the window to others
        self.model.set_states(states)
        self._is_deciding = before
        self.changed.emit()

    def _on_categories(self) -> None:
        if self.model.rows:
            self.model.set_categories({category.id: category.name for category in self._edits.categories})


def _first_state(result: ReplayResult) -> State:
    if result.kept is not None:
        return State.STAYS
    return State.SAME if result.is_same_mask else State.OPEN


def _is_here(engine_id: str) -> bool:
    try:
        return find_checkpoint(engine_row(engine_id)) is not None
    except SamAnnotatorError:
        return False
