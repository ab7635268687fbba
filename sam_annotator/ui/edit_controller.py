"""Everything accepted: annotations and categories of the open project, the selection, and one undo stack for all.

Each edit is a command: one committed transaction of the store. There is no unsaved state.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoStack

from sam_annotator.core.category_keys import digits_of
from sam_annotator.core.errors import AlreadyDone, ChangeCancelled, ProjectError, SamAnnotatorError
from sam_annotator.core.mask import Mask
from sam_annotator.core.options import ProjectOptions
from sam_annotator.core.records import Annotation, Category, Image, ImageState
from sam_annotator.core.words import tr
from sam_annotator.core.work_time import HandWork
from sam_annotator.store.store import Store
from sam_annotator.tools.intents import SelectAt, SelectBox
from sam_annotator.ui.commands import (
    AddAnnotation,
    AddCategory,
    Change,
    DeleteAnnotations,
    DeleteCategory,
    Edits,
    MakeThen,
    MergeCategories,
    SetImageState,
    StoreCommand,
    Together,
    UpdateAnnotations,
    UpdateCategory,
    make_here,
)

DEFAULT_CATEGORY = "object"


class EditController(QObject):
    """Edits the open project and tells what changed.

    Signals:
        annotations_changed(): those of the image on screen, or how they are drawn.
        categories_changed(): names, colours, counts, or which is current.
        selection_changed(): which annotations are selected.
        image_changed(Image): state or annotation count of an image; second argument the count.
        lists_changed(): states and counts of any image may have changed.
        doubts_changed(): what an engine says of masks was kept.
        image_wanted(int): an undo or redo changed this image; the window should show it.
        options_changed(): the project's options are others.
        saved(): a change is on disk.
        notice(str): one sentence for the user.
    """

    annotations_changed = Signal()
    categories_changed = Signal()
    selection_changed = Signal()
    image_changed = Signal(object, int)
    lists_changed = Signal()
    doubts_changed = Signal()
    image_wanted = Signal(int)
    options_changed = Signal()
    saved = Signal()
    notice = Signal(str)

    def __init__(self, parent: QObject | None = None, make: MakeThen = make_here) -> None:
        super().__init__(parent)
        self._make = make
        self._is_making = self._was_cancelled = False
        self.undo_stack = QUndoStack(self)
        self._store: Store | None = None
        self._edits: Edits | None = None
        self.image: Image | None = None
        self._shown_size_hw = (0, 0)
        self.options = ProjectOptions()
        self.annotations: tuple[Annotation, ...] = ()
        self.categories: tuple[Category, ...] = ()
        self.category_counts: Counter[int] | None = None  # not read yet
        self.current_category_id = 0
        self.selection: frozenset[int] = frozenset()
        self.selected: tuple[Annotation, ...] = ()  # of the image on screen
        self._wanted_selection: tuple[int, ...] = ()
        self.previewed: Mapping[int, Mask] = {}
        self.hand_work = HandWork()

    # Project and image

    def set_store(self, store: Store | None) -> None:
        """Edit a project from now on, or none."""
        self.undo_stack.clear()
        self._store = store
        self._edits = None if store is None else Edits(store, self._on_changed, self.notice.emit, self._make_one)
        self.current_category_id = 0
        self._wanted_selection = ()
        self.show_image(None)
        self._read_categories(counts=False)
        self._read_options()

    def read_counts(self) -> None:
        """Count the annotations of each category; opening a project leaves that for later."""
        self._read_categories()

    def show_image(self, image: Image | None, size_hw: tuple[int, int] = (0, 0)) -> None:
        """Edit an image from now on, or none; `size_hw` is that of its pixels on screen."""
        if image is None or self.image is None or image.id != self.image.id:
            self.hand_work.leave()
        self.image, self._shown_size_hw = image, size_hw
        self.previewed = {}
        wanted = self._wanted_selection
        if image is not None:  # else it is for the image that comes
            self._wanted_selection = ()
        self._read_annotations()
        self.select(wanted)
        self.annotations_changed.emit()

    @property
    def is_read_only(self) -> bool:
        """Whether nothing can be changed."""
        return self._store is None or self._store.read_only

    @property
    def is_true_to_size(self) -> bool:
        """Whether the image on screen has the size that its masks have."""
        return self.image is not None and self._shown_size_hw == self.image.size_hw

    def _read_annotations(self) -> None:
        store, image = self._store, self.image
        self.annotations = () if store is None or image is None else store.annotations(image.id)
        self._find_selected()

    def _find_selected(self) -> None:
        self.selected = tuple(a for a in self.annotations if a.id in self.selection)

    def _read_ahead(self, change: Change) -> None:
        """Read what an edit touched of the image on screen, on the edit's thread: what is left to be read is little."""
        store, image = self._store, self.image
        if store is not None and image is not None and (change.categories or image.id in change.image_ids):
            with suppress(SamAnnotatorError):  # whoever needs it is told
                for annotation in store.annotations(image.id):
                    _ = annotation.mask.bbox_xywh

    def _read_categories(self, *, counts: bool = True) -> None:
        store = self._store
        self.categories = () if store is None else store.categories()
        self.category_counts = Counter(store.category_counts()) if store is not None and counts else None
        if self.category(self.current_category_id) is None:
            self.current_category_id = self.categories[0].id if self.categories else 0
        self.categories_changed.emit()

    def _read_options(self) -> None:
        options = ProjectOptions() if self._store is None else self._store.options()
        if options != self.options:
            self.options = options
            self.options_changed.emit()

    # What there is

    def category(self, category_id: int) -> Category | None:
        """Return a category by its id."""
        return next((c for c in self.categories if c.id == category_id), None)

    @property
    def colors(self) -> dict[int, str]:
        """Colour of each category id."""
        return {c.id: c.color for c in self.categories}

    @property
    def category_digits(self) -> dict[int, str]:
        """The digit that chooses a category, by category id."""
        return digits_of([c.id for c in self.categories], self.options.digits)

    @property
    def only_selected(self) -> Annotation | None:
        """The selected annotation, if it is one."""
        return self.selected[0] if len(self.selected) == 1 else None

    def select(self, ids: Collection[int]) -> None:
        """Select annotations of the image on screen; ids of others are left out."""
        selection = frozenset(a.id for a in self.annotations).intersection(ids)
        if selection != self.selection:
            self.selection = selection
            self._find_selected()
            self.selection_changed.emit()

    def show(self, image_id: int, ids: Collection[int]) -> None:
        """Select annotations of any image; the window goes to it."""
        if self.image is not None and self.image.id == image_id:
            self.select(ids)
        else:
            self._wanted_selection = tuple(ids)
            self.image_wanted.emit(image_id)

    def select_all(self) -> None:
        """Select all annotations of the image on screen, but for those that are hidden."""
        self.select([a.id for a in self.visible])

    def select_at(self, intent: SelectAt, annotation_id: int | None) -> None:
        """Select what was clicked; with `toggle` it joins or leaves the selection."""
        hit = frozenset() if annotation_id is None else frozenset((annotation_id,))
        self.select(self.selection ^ hit if intent.toggle else hit)

    def select_box(self, intent: SelectBox) -> None:
        """Select what lies in a box and is not hidden."""
        x0, y0, x1, y1 = intent.box
        boxes = [(a.id, *a.mask.bbox_xywh) for a in self.visible]
        inside = frozenset(i for i, x, y, w, h in boxes if x0 <= x and y0 <= y and x + w <= x1 and y + h <= y1)
        self.select(self.selection | inside if intent.add else inside)

    # Edits

    def _make_one(self, store: Store, text: str, size: int | None, step: Callable[[], Change]) -> Change:
        """Make an edit of a command; none comes between."""
        if self._is_making:
            raise ProjectError(tr("Another edit is on its way; try again when it is done."))
        self._is_making = True
        try:
            return self._make(store, text, size, step, self._read_ahead)
        except ChangeCancelled:
            self._was_cancelled = True
            raise
        finally:
            self._is_making = False

    def _do(self, *commands: StoreCommand) -> bool:
        """Make edits as one undoable step; returns whether the store took them all."""
        made: list[StoreCommand] = []
        steps = self._settling(commands)
        try:
            for command in steps:
                if not command.is_applied:
                    command.first_apply()
                made.append(command)
        except AlreadyDone:
            pass
        except SamAnnotatorError as e:
            self.notice.emit(str(e))
        if len(made) > 1:
            self.undo_stack.beginMacro(made[-1].text())
        for command in made:
            self.undo_stack.push(command)
        if len(made) > 1:
            self.undo_stack.endMacro()
        return len(made) == len(steps)

    def _settling(self, commands: Sequence[StoreCommand]) -> Sequence[StoreCommand]:
        """Where no pixel may belong to two annotations, let the others give way in the same step."""
        new = [command for command in commands if not command.is_applied]
        if self._edits is None or not self.options.no_overlap or not any(command.painted_ids for command in new):
            return commands
        from sam_annotator.ui.mask_commands import Settle

        return [*(command for command in commands if command.is_applied), Settle(self._edits, new)]

    def run(self, make: Callable[[Edits], StoreCommand]) -> bool:
        """Make one edit, made by `make` for the open project; returns whether it was made."""
        return self._edits is not None and not self.is_read_only and self._do(make(self._edits))

    def run_all(self, text: str, make: Callable[[Edits], Sequence[StoreCommand]]) -> bool:
        """Make several edits as one undoable step and one transaction: all or none; returns whether they were made."""
        return self.run(lambda edits: Together(edits, text, make(edits)))

    def free(self, annotations: Iterable[Annotation]) -> tuple[Annotation, ...]:
        """Return those that are not locked; a sentence says that others are."""
        given = tuple(annotations)
        free = tuple(a for a in given if not a.locked)
        locked = len(given) - len(free)
        if locked == 1:
            self.notice.emit(tr("This annotation is locked; unlock it to change it."))
        elif locked:
            self.notice.emit(tr("{count} annotations are locked; unlock them to change them.", count=locked))
        return free

    def set_previewed(self, masks: Mapping[int, Mask]) -> None:
        """Draw annotations with other masks than they have, until that is done, or dropped with an empty mapping."""
        before, self.previewed = self.previewed, masks
        if any(before.get(a.id, a.mask) != masks.get(a.id, a.mask) for a in self.annotations):
            self.annotations_changed.emit()

    @property
    def drawn(self) -> tuple[Annotation, ...]:
        """The annotations that are not hidden, as they are drawn: with the masks that are previewed."""
        shown = self.previewed
        return tuple(replace(a, mask=shown[a.id]) if a.id in shown else a for a in self.visible)

    @property
    def visible(self) -> tuple[Annotation, ...]:
        """The annotations of the image on screen that are not hidden."""
        return tuple(a for a in self.annotations if not a.hidden)

    def accept(self, annotation: Annotation) -> Annotation | None:
        """Take a mask: a new annotation where its id is 0, else the new state of the one it refines.

        Returns:
            The annotation as it is on disk; None where it is not.
        """
        if self._edits is None or self.is_read_only:
            return None
        before = self.stored(annotation.id)
        if before is not None and not self.free([before]):
            return None
        if before is not None:
            after = replace(
                before,
                mask=annotation.mask,
                score=annotation.score,
                provenance=annotation.provenance,
                seconds=annotation.seconds,
                clicks=annotation.clicks,
            )
            is_kept = self._do(UpdateAnnotations(self._edits, tr("Refine annotation"), [before], [after], select=False))
            if not is_kept:
                return None
            self.select(())
            return self.stored(annotation.id)
        annotation = replace(annotation, id=0)  # what it refined may have been deleted meanwhile
        first: list[StoreCommand] = []
        if not self.categories:
            # The first mask of a project without categories must not be lost to a question.
            adding = AddCategory(self._edits, DEFAULT_CATEGORY)
            try:
                adding.first_apply()
            except SamAnnotatorError as e:
                self.notice.emit(str(e))
                return None
            first.append(adding)
        if self.category(annotation.category_id) is None:
            annotation = replace(annotation, category_id=self.current_category_id)
        if defaults := self.options.defaults_for(annotation.category_id):
            annotation = replace(annotation, attributes=defaults | dict(annotation.attributes))
        adding_it = AddAnnotation(self._edits, annotation)
        return self.stored(adding_it.annotation_id) if self._do(*first, adding_it) else None

    def stored(self, annotation_id: int) -> Annotation | None:
        """Return an annotation of any image as it is on disk; None where there is none of that id."""
        if self._store is None or annotation_id == 0:
            return None
        with suppress(ProjectError):
            return self._store.annotation(annotation_id)
        return None

    def delete(self, ids: Collection[int]) -> None:
        """Delete annotations of the image on screen."""
        wanted = frozenset(ids)
        doomed = self.free(a for a in self.annotations if a.id in wanted)
        if doomed:
            self.run(lambda edits: DeleteAnnotations(edits, doomed))

    def set_category(self, ids: Collection[int], category_id: int) -> None:
        """Change the category of annotations of the image on screen."""
        wanted = frozenset(ids)
        before = self.free(a for a in self.annotations if a.id in wanted and a.category_id != category_id)
        if before and self.category(category_id) is not None:
            after = [replace(a, category_id=category_id) for a in before]
            self.run(lambda edits: UpdateAnnotations(edits, tr("Change category"), before, after))

    def toggle_crowd(self) -> None:
        """Set or unset iscrowd of the selected annotations: set, unless all have it."""
        before = self.free(self.selected)
        flag = not all(a.iscrowd for a in before)
        changed = [a for a in before if a.iscrowd != flag]
        if changed:
            after = [replace(a, iscrowd=flag) for a in changed]
            self.run(lambda edits: UpdateAnnotations(edits, tr("Mark crowd region"), changed, after))

    def set_current_category(self, category_id: int) -> None:
        """Choose the category that accepted masks go to."""
        if category_id != self.current_category_id and self.category(category_id) is not None:
            self.current_category_id = category_id
            self.categories_changed.emit()

    def press_digit(self, digit: int) -> None:
        """Give the category of a digit to the selection, and make it current."""
        category_id = next((i for i, key in self.category_digits.items() if key == str(digit)), None)
        if category_id is None:
            self.notice.emit(tr("There is no category {digit}; add one in the Categories panel.", digit=digit))
            return
        if self.selection:
            self.set_category(self.selection, category_id)
        self.set_current_category(category_id)

    def add_category(self, name: str) -> None:
        """Add a category and make it current."""
        if self.run(lambda edits: AddCategory(edits, name)):
            self.set_current_category(max(c.id for c in self.categories))

    def rename_category(self, category_id: int, name: str) -> None:
        """Rename a category."""
        self._update_category(category_id, tr("Rename category"), name=name.strip())

    def recolor_category(self, category_id: int, color: str) -> None:
        """Give a category another colour, "#rrggbb"."""
        self._update_category(category_id, tr("Change colour"), color=color)

    def _update_category(self, category_id: int, text: str, **changes: str) -> None:
        before = self.category(category_id)
        if before is not None:
            after = replace(before, **changes)  # type: ignore[arg-type]
            if after != before and not self.run(lambda edits: UpdateCategory(edits, text, before, after)):
                self.categories_changed.emit()  # the panel shows the old name again

    def merge_categories(self, source_id: int, target_id: int) -> None:
        """Move all annotations of one category to another, and delete it."""
        source, target = self.category(source_id), self.category(target_id)
        if source is not None and target is not None and source != target:
            self.run(lambda edits: MergeCategories(edits, source, target))

    def delete_category(self, category_id: int) -> None:
        """Delete a category that is not used."""
        category = self.category(category_id)
        if category is not None:
            self.run(lambda edits: DeleteCategory(edits, category))

    def toggle_image_state(self, state: ImageState, image: Image | None = None) -> None:
        """Mark an image with a state, or, where it has it, as in progress, or as new where it has no annotations.

        Args:
            state: the state.
            image: for one that can't be shown; by default the one on screen.
        """
        image = self.image or image
        if image is not None and self._store is not None:
            count = self._store.annotation_counts(range(image.id, image.id + 1)).get(image.id, 0)
            begun = ImageState.IN_PROGRESS if count else ImageState.NEW
            wanted = begun if image.state == state else state
            self.run(lambda edits: SetImageState(edits, image, wanted))

    # Undo

    def undo(self) -> None:
        """Take back the last edit; where that is cancelled, it stays."""
        self._step(self.undo_stack.undo, self.undo_stack.redo)

    def redo(self) -> None:
        """Make the edit that was taken back again; where that is cancelled, it stays so."""
        self._step(self.undo_stack.redo, self.undo_stack.undo)

    def _step(self, forth: Callable[[], None], back: Callable[[], None]) -> None:
        """Go a step along the stack; what was cancelled is as it was, and only the place on the stack is put back."""
        if self._is_making:
            return
        self._was_cancelled = False
        forth()
        if self._was_cancelled:
            back()

    def _on_changed(self, change: Change) -> None:
        """Read again what an edit touched."""
        self.saved.emit()
        if change.options:
            self._read_options()
        if change.categories:
            self._read_categories()
            self._read_annotations()
            self.select(self.selection)
            self.annotations_changed.emit()
        if change.lists:
            self.lists_changed.emit()
        for image_id in change.image_ids:
            self._read_image(image_id)
        if not change.categories and any(self.image is None or i != self.image.id for i in change.image_ids):
            self._read_categories()
        if self.image is not None and (not change.image_ids or self.image.id in change.image_ids):
            if change.selection is not None:
                self.select(change.selection)
        elif change.goes_there and change.image_ids:
            self._wanted_selection = change.selection or ()
            self.image_wanted.emit(change.image_ids[0])

    def _read_image(self, image_id: int) -> None:
        assert self._store is not None
        record = self._store.image(image_id)
        if self.image is not None and image_id == self.image.id:
            before = Counter(a.category_id for a in self.annotations)
            self.image = record
            self._read_annotations()
            self.select(self.selection)
            self.annotations_changed.emit()
            after, count = Counter(a.category_id for a in self.annotations), len(self.annotations)
            if before != after and self.category_counts is not None:
                self.category_counts.subtract(before)
                self.category_counts.update(after)
                self.categories_changed.emit()
        else:
            count = self._store.annotation_counts(range(image_id, image_id + 1)).get(image_id, 0)
        self.image_changed.emit(record, count)

    def replaced(self, images: Sequence[Image]) -> None:
        """Take new records of images: the folder was read again."""
        if self.image is not None:
            self.image = next((image for image in images if image.id == self.image.id), self.image)
