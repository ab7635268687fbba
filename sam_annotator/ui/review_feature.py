"""ReviewFeature: goes through annotations or images, and takes what a reviewer says of each. By keys alone.

What is reviewed is what is selected; so undo, the list and a click lead to an annotation as the keys do.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QKeySequence

from sam_annotator.core.geometry import Box
from sam_annotator.core.records import Annotation, Image, ReviewState
from sam_annotator.core.words import tr
from sam_annotator.store.doubts import Doubts, read_doubts
from sam_annotator.store.store import Store
from sam_annotator.ui.canvas.close_up import close_up
from sam_annotator.ui.commands import UpdateAnnotations, UpdateImages
from sam_annotator.ui.docks.review_bar import ReviewBar
from sam_annotator.ui.feature import Feature, Handlers, Parts
from sam_annotator.ui.figure_keeper import figure_keeper_of
from sam_annotator.ui.icons import draw_all_sizes
from sam_annotator.ui.models.image_figures import review_code
from sam_annotator.ui.review_doubt import DoubtWalk
from sam_annotator.ui.review_walk import AnnotationWalk, Stop, Tally, image_step, image_tally
from sam_annotator.worker.arrivals import arriving
from sam_annotator.worker.job import Job

_ANY_INDEX = 1 << 60
_KEYED = tuple(f"review.{name}" for name in ("accept", "reject", "comment", "fix", "next", "previous",
                                             "skip_reviewed", "only_rejected", "by_doubt", "by_image",
                                             "leave"))  # fmt: skip


class ReviewFeature(Feature):
    """The review mode: on, on and fixing, or off."""

    def __init__(self, parts: Parts, parent: QObject | None = None) -> None:
        super().__init__(parts, parent)
        self._project, self._edits, self._canvas = parts.project, parts.edits, parts.panels.canvas
        self._keeper = figure_keeper_of(parts.project, parts.edits)
        self._is_on = self._is_fixing = self._is_by_image = False
        self._only: ReviewState | None = ReviewState.NONE  # what it goes to; None for everything
        self._target_id = 0  # the annotation under review; 0 for none
        self._index = -1  # which of its image's annotations it is, or was
        self._begins = False  # once the figures are there
        self._is_by_doubt = False
        self._doubts: Doubts | None = None
        self._doubt_at = -1  # where in that order one is
        self._reading: Job | None = None
        self._tool_before = "tool.prompt"
        self._ids: tuple[Sequence[int], npt.NDArray[np.int64]] | None = None  # of the walk they were made of
        self.bar = ReviewBar(parts.actions)
        self.bar.hide()
        parts.add_bar(self.bar)
        self.bar.comment_kept.connect(self._keep_comment)
        self.bar.comment_left.connect(self._canvas.setFocus)
        self._showing = QTimer(self, singleShot=True, interval=0)
        self._showing.timeout.connect(self._show)
        self._canvas.installEventFilter(self)
        self._project.store_changed.connect(lambda _store: self._leave())
        self._project.images_changed.connect(self._forget_ids)
        self._project.image_going.connect(self._on_going)
        parts.images.image_ready.connect(lambda _id: self._on_ready())
        self._edits.selection_changed.connect(self._on_selection)
        for signal in (self._edits.annotations_changed, self._edits.image_changed):
            signal.connect(self._showing.start)
        self._keeper.changed.connect(self._on_figures)
        self._keeper.failed.connect(self._leave)

    @property
    def handlers(self) -> Handlers:
        """What its actions do."""
        return {
            "review.toggle": self._toggle,
            "review.leave": self._leave,
            "review.accept": lambda: self._say(ReviewState.ACCEPTED),
            "review.reject": lambda: self._say(ReviewState.REJECTED),
            "review.comment": self.bar.edit_comment,
            "review.fix": self._toggle_fix,
            "review.next": lambda: self._step(1),
            "review.previous": lambda: self._step(-1),
            "review.skip_reviewed": lambda: self._toggle_only(ReviewState.NONE),
            "review.only_rejected": lambda: self._toggle_only(ReviewState.REJECTED),
            "review.by_image": self._toggle_by_image,
            "review.by_doubt": self._toggle_by_doubt,
        }

    @property
    def facts(self) -> frozenset[str]:
        """Whether the mode is on ("reviewing"), and its keys hold ("review")."""
        if not self._is_on:
            return frozenset()
        return frozenset(("reviewing",)) if self._is_fixing else frozenset(("reviewing", "review"))

    @property
    def checked(self) -> frozenset[str]:
        """Which of its actions are on."""
        states = {
            "review.toggle": self._is_on,
            "review.skip_reviewed": self._only == ReviewState.NONE,
            "review.only_rejected": self._only == ReviewState.REJECTED,
            "review.by_image": self._is_by_image,
            "review.by_doubt": self._is_by_doubt,
        }
        return frozenset(action_id for action_id, is_on in states.items() if is_on)

    # On and off

    def _toggle(self) -> None:
        if self._is_on:
            self._leave()
        elif self._project.store is not None and not self._edits.is_read_only:
            self._enter()

    def _enter(self) -> None:
        self._is_on, self._is_fixing, self._begins = True, False, True
        self._target_id, self._index = 0, -1
        self._tool_before = self.parts.tools.tool_id
        draw_all_sizes()
        self._hold()
        self.bar.show()
        self._canvas.setFocus()
        self.changed.emit()
        self._showing.start()
        self._begin()

    def _leave(self) -> None:
        if not self._is_on:
            return
        self._is_on = self._is_fixing = self._begins = False
        self._doubts = None
        self.bar.hide()
        self._let_go()
        self.parts.tools.use(self._tool_before)
        self._canvas.fit()
        self._canvas.setFocus()
        self.changed.emit()

    def _hold(self) -> None:
        """Take the tool that changes nothing, and draw faintly what is not under review."""
        self.parts.tools.use("tool.select")
        self.parts.panels.option_bar.hide()
        self._canvas.set_selected(self._edits.selection, alone=not self._is_by_image)

    def _let_go(self) -> None:
        self.parts.panels.option_bar.show()
        self._canvas.set_selected(self._edits.selection, alone=False)

    def _begin(self) -> None:
        """Go to the first thing to review: what is selected, or the first from the image on screen on."""
        if not self._is_by_image and self._keeper.figures is None:
            self._keeper.read()
            return
        if self._is_by_doubt and self._doubts is None:
            self._read_doubts()
            return
        self._begins = False
        selected = self._edits.only_selected
        if not self._is_by_image and not self._is_by_doubt and selected is not None:
            self._on_selection()
            self._look()
            return
        place = self._project.walk_place
        stop = self._next(place - 1, _ANY_INDEX, 1) or self._next(-1, -1, 1)
        if stop is not None:
            self._go(stop)
        self._showing.start()

    def _on_figures(self) -> None:
        if self._is_on and self._begins:
            self._begin()
        self._showing.start()

    # From one to the next

    def _walk_ids(self) -> npt.NDArray[np.int64]:
        """Return the ids of the images in the order of the list."""
        walk = self._project.walk
        if self._ids is None or self._ids[0] != walk:
            images = self._project.images
            self._ids = walk, np.fromiter((images[row].id for row in walk), np.int64, len(walk))
        return self._ids[1]

    def _forget_ids(self) -> None:
        self._ids = None

    def _annotation_walk(self) -> AnnotationWalk | None:
        figures = self._keeper.figures
        return None if figures is None else AnnotationWalk(figures, self._walk_ids())

    def _reviews(self) -> npt.NDArray[np.int8]:
        images, walk = self._project.images, self._project.walk
        return np.fromiter((review_code(images[row].review) for row in walk), np.int8, len(walk))

    def _next(self, place: int, index: int, by: int) -> Stop | None:
        only = None if self._only is None else review_code(self._only)
        if self._is_by_image:
            return image_step(place, by, self._reviews(), only=only)
        if self._is_by_doubt:
            ordered = self._ordered()
            return None if ordered is None else ordered.step(self._doubt_at, by, only=only)
        walk = self._annotation_walk()
        return None if walk is None else walk.step(place, index, by, only=only)

    def _step(self, by: int) -> None:
        if self._begins:
            return
        is_gone = by > 0 and not self._is_by_image and self._target() is None
        # What was deleted has given its place to the next.
        stop = self._next(self._project.walk_place, self._index - 1 if is_gone else self._index, by)
        if stop is not None:
            self._go(stop)
            return
        if by > 0 and self._only is not None and self._next(self._project.walk_place, self._index, -1) is not None:
            text = tr("Nothing more to review after this; the rest is before it.")
        elif by > 0:
            text = tr("This is the last one.") if self._only is None else tr("Nothing more to review after this.")
        else:
            text = tr("This is the first one.") if self._only is None else tr("Nothing more to review before this.")
        self.parts.notices.show(text, "info")

    def _go(self, stop: Stop) -> None:
        row = self._project.walk[stop.place]
        if stop.annotation_id:
            self._edits.show(self._project.images[row].id, (stop.annotation_id,))
        else:
            self._project.go_to(row)
        self._showing.start()

    def _on_going(self) -> None:
        self._target_id, self._index = 0, -1
        self._showing.start()

    def _on_ready(self) -> None:
        """Look at what was selected, or, where the user went to another image, at its first annotation."""
        if not self._is_on or self._is_fixing or self._begins:
            return
        place = self._project.walk_place
        if not self._is_by_image and not self._is_by_doubt and self._edits.only_selected is None:
            stop = self._next(place, -1, 1)
            if stop is not None and stop.place == place:
                self._go(stop)
        self._on_selection()
        self._look()

    def _on_selection(self) -> None:
        selected = self._edits.only_selected
        if not self._is_on or self._is_fixing or self._is_by_image or selected is None:
            return
        if selected.id != self._target_id:
            self._target_id = selected.id
            ordered = self._ordered()
            at = None if ordered is None else ordered.position(selected.id)
            self._doubt_at = self._doubt_at if at is None else at
            self._look()
        self._showing.start()

    def _look(self) -> None:
        """Bring what is reviewed into view."""
        if not self._is_on or self._is_fixing or not self.parts.images.has_image:
            return
        target = self._target()
        if target is None:
            self._canvas.fit()
        else:
            x, y, w, h = target.mask.bbox_xywh
            close_up(self._canvas, Box(x, y, x + w, y + h))
        self._showing.start()

    def _target(self) -> Annotation | None:
        """Return the annotation under review, if it is on screen."""
        if self._is_by_image:
            return None
        return next((a for a in self._edits.annotations if a.id == self._target_id), None)

    # What is said

    def _say(self, state: ReviewState) -> None:
        """Accept or reject what is under review, and go on."""
        if self._write(review=state):
            self._step(1)

    def _keep_comment(self, comment: str) -> None:
        self._canvas.setFocus()
        self._write(comment=comment)

    def _write(self, **said: object) -> bool:
        """Keep what was said as one undoable step; returns whether there was something to say it of."""
        if self._is_by_image:
            image = self._project.image
            return image is not None and self._write_image(image, replace(image, **said))  # type: ignore[arg-type]
        target = self._target()
        if target is None:
            return False
        after = replace(target, **said)  # type: ignore[arg-type]
        text = tr("Review annotation")
        return after == target or self._edits.run(lambda edits: UpdateAnnotations(edits, text, [target], [after]))

    def _write_image(self, before: Image, after: Image) -> bool:
        text = tr("Review image")
        return after == before or self._edits.run(lambda edits: UpdateImages(edits, text, [before], [after]))

    # How

    def _toggle_only(self, state: ReviewState) -> None:
        self._only = None if self._only == state else state
        self.changed.emit()

    def _toggle_by_doubt(self) -> None:
        self._is_by_doubt = not self._is_by_doubt
        self._is_by_image = False
        self._doubts, self._doubt_at = None, -1
        self._target_id, self._begins = 0, True
        self._hold()
        self.changed.emit()
        self._begin()

    def _read_doubts(self) -> None:
        """Read how doubtful all annotations are; the review begins when that is known."""
        store = self._project.store
        if store is None or self._reading is not None:
            return
        project_dir = store.project_dir

        def work(_progress: object, cancelled: Callable[[], bool]) -> Doubts | None:
            with Store.open(project_dir, read_only=True) as own:
                return read_doubts(own.database, cancelled)

        def read(doubts: Doubts | None) -> None:
            self._doubts, self._doubt_at = doubts, -1

        def ended() -> None:
            self._reading = None
            if self._is_on and self._begins and self._doubts is not None:
                self._begin()

        job = self._reading = Job(work, self)
        job.done.connect(read)
        job.failed.connect(lambda text: self.parts.notices.show(text, "error"))
        job.finished.connect(ended)
        job.start()

    def _ordered(self) -> DoubtWalk | None:
        """Return the walk by doubt; None where it is not wanted, or not known yet."""
        figures = self._keeper.figures
        if not self._is_by_doubt or self._doubts is None or figures is None:
            return None
        return DoubtWalk(self._doubts, figures, self._walk_ids())

    def _toggle_by_image(self) -> None:
        self._is_by_image = not self._is_by_image
        self._is_by_doubt = False
        self._target_id, self._begins = 0, True
        if self._is_by_image:
            self._edits.select(())
        self._hold()
        self.changed.emit()
        self._begin()
        self._look()

    def _toggle_fix(self) -> None:
        """Take the prompt tool for what is under review, or come back from it with what was clicked."""
        if not self._is_on or (self._is_fixing and not self.parts.tools.finish_clicks()):
            return
        self._is_fixing = not self._is_fixing
        if self._is_fixing:
            self._let_go()
            self.parts.tools.use("tool.prompt")
        else:
            self._hold()
            if self._target() is not None:
                self._edits.select((self._target_id,))
            self._look()
        self._canvas.setFocus()
        self.changed.emit()
        self._showing.start()

    # What is shown

    @arriving
    def _show(self) -> None:
        if not self._is_on:
            return
        self.bar.set_tally(self._tally(), by_image=self._is_by_image)
        image, target = self._project.image, self._target()
        if self._is_by_image and image is not None:
            self.bar.set_current(image.name, image.review, image.comment)
        elif target is not None:
            category = self._edits.category(target.category_id)
            self.bar.set_current(category.name if category else "", target.review, target.comment)
        else:
            self.bar.set_current("", None, "")

    def _tally(self) -> Tally | None:
        place = self._project.walk_place
        if self._is_by_image:
            return image_tally(place, self._reviews())
        walk = self._annotation_walk()
        if walk is None or (self._is_by_doubt and self._doubts is None):
            return None
        if (ordered := self._ordered()) is not None:
            return ordered.tally(self._target_id)
        index = walk.index_of(place, self._target_id)
        if index is not None:
            self._index = index
        return walk.tally(place, self._target_id)

    # Keys

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the review's keys before the canvas does, which has others for Space and the arrows."""
        if not self._is_on or not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        if event.type() not in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress):
            return super().eventFilter(watched, event)
        action_id = self._action_of(event)
        if action_id is None:
            return super().eventFilter(watched, event)
        if event.type() == QEvent.Type.ShortcutOverride:
            event.ignore()  # the shortcut is taken then
            return True
        action = self.parts.actions[action_id]
        if action.autoRepeat() or not event.isAutoRepeat():
            action.trigger()
        return True

    def _action_of(self, event: QKeyEvent) -> str | None:
        pressed = event.keyCombination().toCombined() & ~Qt.KeyboardModifier.KeypadModifier.value
        sequence = QKeySequence(pressed)
        actions = self.parts.actions
        return next((i for i in _KEYED if actions[i].isEnabled() and sequence in actions[i].shortcuts()), None)
