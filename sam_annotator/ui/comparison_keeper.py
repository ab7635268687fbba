"""ComparisonKeeper: the other set that is open, and what comparing with it found, kept in step with all edits.

Reads stores, changes nothing. Where a few images with few annotations change, they are compared when the event loop
turns next. Where they have many, or any image may have changed, that is a job on another thread, and what was found is
behind until it is done. What a job leaves undone, since it was cancelled or failed, the next change has compared.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence, Set
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from sam_annotator.core.agreement import MatchOptions
from sam_annotator.core.comparison import ImageAgreement, Place, compare_image
from sam_annotator.core.comparison_table import ComparisonTable
from sam_annotator.core.errors import SamAnnotatorError
from sam_annotator.core.merging import Choice
from sam_annotator.core.records import Annotation, Category, Image
from sam_annotator.core.second_set import SecondSet, aligned_ids
from sam_annotator.core.words import tr
from sam_annotator.store.second_project import SecondProject
from sam_annotator.store.store import Store
from sam_annotator.ui import comparing
from sam_annotator.ui.edit_controller import EditController
from sam_annotator.ui.notice_presenter import NoticePresenter
from sam_annotator.ui.project_controller import ProjectController
from sam_annotator.worker.arrivals import arriving
from sam_annotator.worker.job import Job

_MOST_AT_ONCE = 24  # images that are compared between two turns of the event loop
_MOST_ANNOTATIONS = 1600  # ours and theirs on them; half and half on one image take a quarter of a second


class ComparisonKeeper(QObject):
    """Holds one other set, or none.

    Attributes:
        source: the other set; None where there is none.
        table: what was found; empty where there is none.
        categories: of both sets, by id.

    Signals:
        loaded(): another set was read.
        changed(): what was found is other than before.
    """

    loaded = Signal()
    changed = Signal()

    def __init__(
        self,
        project: ProjectController,
        edits: EditController,
        notices: NoticePresenter,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._project, self._edits, self._notices = project, edits, notices
        self.source: comparing.Source | None = None
        self.table = ComparisonTable()
        self.categories: Mapping[int, Category] = {}
        self.options = MatchOptions()
        self._second: SecondSet | None = None  # as this thread opened it, with the project's category ids of now
        self._opened: SecondProject | None = None
        self._job: Job | None = None
        self._pending: set[int] = set()  # images that changed and were not compared yet
        self._missed: set[int] = set()  # images that changed while the job ran
        self._is_stale = False  # any image may have changed
        self._under_way: frozenset[int] = frozenset()  # images that the job compares
        self._is_all_under_way = False  # it compares all
        self._is_told = False  # which images changed
        self._known: dict[int, int] = {}  # what the set's category ids mean now, see `aligned_ids`
        self._our_ids: frozenset[int] = frozenset()
        self._counts: Mapping[int, int] | None = None
        self._of_image: tuple[Annotation, ...] = ()
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._catch_up)
        edits.annotations_changed.connect(self._on_annotations)
        edits.image_changed.connect(self._on_image)
        edits.lists_changed.connect(self._on_lists)
        edits.categories_changed.connect(self._on_categories)
        project.images_changed.connect(self._on_lists)

    # The other set

    def load(self, path: Path, options: MatchOptions) -> None:
        """Read another set and compare with it; `loaded` comes when that is done."""
        store = self._project.store
        if store is None:
            return
        project_dir = store.project_dir
        self._is_all_under_way |= self._is_stale  # reading another one compares all with that
        self._is_stale = False
        self._run(
            lambda told, cancelled: comparing.load(project_dir, path, options, told, cancelled),
            lambda loaded: self._on_loaded(loaded, options),
            tr("Comparing with {name}…", name=path.name),
        )

    def _on_loaded(self, loaded: comparing.Loaded | None, options: MatchOptions) -> None:
        if loaded is None:
            return
        is_stale, pending = self._is_stale, set(self._pending)
        self._let_go()
        self._is_stale, self._pending = is_stale, pending  # what changed while it was read
        try:
            self._opened = None if loaded.source.project is None else loaded.source.project.again()
        except SamAnnotatorError as e:
            self._notices.show(str(e), "error")
            return
        self.source, self.table, self.options = loaded.source, loaded.table, options
        self._known, self._our_ids = {}, frozenset(c.id for c in loaded.source.categories)
        self._counts, self._is_told = self._used(), False
        self._align(self._edits.categories)
        self._project.set_probes(list(loaded.probes))
        self.loaded.emit()
        self._soon.start()

    def compare(self, options: MatchOptions) -> None:
        """Compare anew, with other options."""
        self.options = options
        self._compare_again()

    def close(self) -> None:
        """Let the other set go."""
        if self._job is not None:
            self._job.cancel()
        self._let_go()
        self._missed.clear()

    def _let_go(self) -> None:
        if self._opened is not None:
            self._opened.close()
        self.source, self.table, self.categories = None, ComparisonTable(), {}
        self._second, self._opened = None, None
        self._pending.clear()
        self._is_stale = False
        self._settle()

    def annotations_of(self, image_id: int) -> Sequence[Annotation]:
        """Return theirs of an image; none where they can't be read, which is told."""
        if self._second is None or image_id not in self._second.image_ids:
            return ()
        try:
            return self._second.annotations_of(image_id)
        except SamAnnotatorError as e:
            self._notices.show(str(e), "error")
            return ()

    def category_name(self, category_id: int) -> str:
        """Return the name of a category of either set."""
        category = self.categories.get(category_id)
        return tr("Category {id}", id=category_id) if category is None else category.name

    def image_name(self, image_id: int) -> str:
        """Return the path of an image in its folder."""
        image = self._project.image_of(image_id)
        return "" if image is None else image.file_name

    def gather(self, places: Sequence[Place], choice: Choice) -> comparing.Gathered | None:
        """Return what deciding differences of one image in one way changes; None where that can't be read."""
        store, second = self._project.store, self._second
        if store is None or second is None:
            return None
        try:
            return comparing.gathered(store, second, places, choice)
        except SamAnnotatorError as e:
            self._notices.show(str(e), "error")
            return None

    # Keeping in step

    @property
    def is_busy(self) -> bool:
        """Whether a set is being read, or images are compared, on another thread."""
        return self._job is not None

    def is_behind(self, image_id: int) -> bool:
        """Whether an image may have changed since what was found on it was compared."""
        if self._is_stale or self._is_all_under_way:
            return True
        return image_id in self._pending or image_id in self._missed or image_id in self._under_way

    @property
    def _follows(self) -> bool:
        """Whether edits matter: there is another set, or one is being read."""
        return self.source is not None or self._job is not None

    def _on_annotations(self) -> None:
        edits = self._edits
        if not self._follows or edits.image is None or edits.annotations is self._of_image:
            return
        self._of_image = edits.annotations
        self._pending.add(edits.image.id)
        self._soon.start()

    def _on_image(self, image: Image, _count: int) -> None:
        if self._follows:
            self._pending.add(image.id)
            self._is_told = True
            self._soon.start()

    def _on_lists(self) -> None:
        if self._follows:
            self._is_stale = True
            self._soon.start()

    def _on_categories(self) -> None:
        if self.source is not None:
            self._soon.start()

    @arriving
    def _catch_up(self) -> None:
        """Compare what changed since the last turn of the event loop."""
        if self._job is not None:  # it may have read them before they changed
            self._missed |= self._pending
        if self.source is None or self._second is None:
            self._pending.clear()
            return
        self._follow_categories()
        shared = sorted(self._pending & self._second.image_ids)
        self._pending.clear()
        if self._job is None and (self._is_stale or len(shared) > _MOST_AT_ONCE):
            self._compare_again()
            return
        store = self._project.store
        if store is None:
            return
        there = [i for i in shared if self._project.image_of(i) is not None]
        theirs = self._few_of(store, there)
        if theirs is None:
            if self._job is None:  # else they are missed, and come after it
                self._compare_some(there)
            return
        for image_id, found in theirs.items():
            self.table.replace(compare_image(image_id, store.annotations(image_id), found, self.options))
        self.changed.emit()

    def _few_of(self, store: Store, image_ids: Sequence[int]) -> Mapping[int, Sequence[Annotation]] | None:
        """Return theirs of images; None where that and ours are too many to be compared at once."""
        count = sum(_count(store, i) for i in image_ids)
        found: dict[int, Sequence[Annotation]] = {}
        for image_id in image_ids:
            if count > _MOST_ANNOTATIONS:
                break
            found[image_id] = self.annotations_of(image_id)
            count += len(found[image_id])
        return found if count <= _MOST_ANNOTATIONS else None

    def _follow_categories(self) -> None:
        """Let the set's category ids mean what they do now; where more than names changed, compare anew."""
        now, counts = self._edits.categories, self._used()
        ids = frozenset(category.id for category in now)
        if counts is not None and self._counts is not None and counts != self._counts and not self._is_told:
            self._is_stale = True  # annotations got another category somewhere
        self._counts, self._is_told = counts, False
        before, ids_before = self._known, self._our_ids
        self._align(now)
        renamed = _renamed(before, self._known)
        is_new = not set(renamed.values()) & ids_before and not set(renamed) & ids
        if renamed and not is_new:
            self._is_stale = True
        elif renamed:
            self.table.rename(renamed)  # a category came that they had, or went again

    def _used(self) -> Mapping[int, int] | None:
        """Return how many annotations each category has that has any."""
        counts = self._edits.category_counts
        return None if counts is None else {i: n for i, n in counts.items() if n}

    def _align(self, now: Sequence[Category]) -> None:
        assert self.source is not None
        second = self.source.set if self._opened is None else self._opened.set
        self._known, missing = aligned_ids(self.source.categories, self.source.set.categories, now)
        self._our_ids = frozenset(category.id for category in now)
        self._second = self.source.aligned(second, now)
        self.categories = {category.id: category for category in now} | missing

    def _compare_again(self) -> None:
        store, source, options = self._project.store, self.source, self.options
        if store is None or source is None:
            return
        project_dir = store.project_dir
        self._is_stale = False
        self._pending.clear()

        def done(table: ComparisonTable | None) -> None:
            if table is not None and self.source is source:
                self.table = table
                self._settle()
                self.changed.emit()

        self._run(
            lambda told, cancelled: comparing.compare_again(project_dir, source, options, told, cancelled),
            done,
            tr("Comparing with {name}…", name=source.set.name),
            is_all=True,
        )

    def _compare_some(self, image_ids: Sequence[int]) -> None:
        store, source, options = self._project.store, self.source, self.options
        assert store is not None and source is not None
        project_dir = store.project_dir

        def done(found: Sequence[ImageAgreement] | None) -> None:
            if found is not None and self.source is source:
                for agreement in found:
                    self.table.replace(agreement)
                self._settle()
                self.changed.emit()

        self._run(
            lambda told, cancelled: comparing.compare_some(project_dir, source, image_ids, options, told, cancelled),
            done,
            tr("Comparing with {name}…", name=source.set.name),
            images=frozenset(image_ids),
        )

    def _settle(self) -> None:
        """Note that what the job was to compare is compared, or need not be any more."""
        self._under_way, self._is_all_under_way = frozenset(), False

    def _run(
        self,
        work: Callable[..., object],
        done: Callable[..., None],
        words: str,
        *,
        images: Set[int] = frozenset(),
        is_all: bool = False,
    ) -> None:
        """Do work on another thread, in place of what is done there.

        Args:
            work: see Job.
            done: takes what it gives, and settles what was under way, also of the job that was replaced.
            words: what it does.
            images: that it compares.
            is_all: whether it compares all with the set that is open.
        """
        if self._job is not None:
            self._job.cancel()
        self._under_way |= images
        self._is_all_under_way |= is_all
        job = self._job = Job(work, self)

        def ended() -> None:
            if self._job is not job:
                return
            self._job = None
            was_in_vain = (is_all or bool(images)) and (self._is_all_under_way or bool(self._under_way))
            self._pending |= self._missed | self._under_way
            self._is_stale |= self._is_all_under_way
            self._missed.clear()
            self._settle()
            if not was_in_vain:  # else it was cancelled or failed, and would be again; the next change tries
                self._soon.start()

        job.done.connect(done)
        job.failed.connect(lambda text: self._notices.show(text, "error"))
        job.finished.connect(ended)
        self._notices.show_progress(job, words)
        job.start()


def _count(store: Store, image_id: int) -> int:
    return store.annotation_counts(range(image_id, image_id + 1)).get(image_id, 0)


def _renamed(before: Mapping[int, int], after: Mapping[int, int]) -> dict[int, int]:
    """Return what each category id is now that was another one before."""
    pairs = ((before.get(i, i), after.get(i, i)) for i in before.keys() | after.keys())
    return {old: new for old, new in pairs if old != new}
