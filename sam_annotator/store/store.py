"""Store: a project that is open. One method, one transaction; what a method returned is on disk.

Owned by the thread that opened it (the window's GUI thread); another thread that wants to read opens a second Store
with `read_only=True`. Imports core; no Qt, no torch.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from sam_annotator.core.collector import collector_paused
from sam_annotator.core.dataset_stream import DatasetStream
from sam_annotator.core.errors import ProjectError
from sam_annotator.core.image_io import ImageProbe
from sam_annotator.core.options import ProjectOptions
from sam_annotator.core.records import Annotation, Category, Dataset, Image, ImageState, default_color
from sam_annotator.core.words import mark, tr
from sam_annotator.store import category_edits, edits, image_edits
from sam_annotator.store.database import LOCK_FILE, PROJECT_FILE, Database
from sam_annotator.store.edits import Imported, Rows
from sam_annotator.store.figures import AnnotationFigures, read_figures
from sam_annotator.store.image_root import root_of, stored_root
from sam_annotator.store.option_edits import OPTIONS_SQL, keep_options, options_of
from sam_annotator.store.rows import (
    ANNOTATION_COLUMNS,
    CATEGORY_COLUMNS,
    IMAGE_COLUMNS,
    ReadBefore,
    annotation_from_row,
    category_from_row,
    image_from_row,
    refuse_broken_text,
)
from sam_annotator.store.scan import SyncPlan, natural_order
from sam_annotator.store.streaming import stream_of

__all__ = ["LOCK_FILE", "PROJECT_FILE", "AnnotationFigures", "Imported", "Store"]


class Store:
    """A project: its images, categories and annotations.

    Ids are >= 1, given once and never reused. Every method that changes something raises ProjectReadOnlyError where
    the store was opened read-only, and other ProjectErrors where the change does not fit; then nothing was changed.
    """

    def __init__(self, database: Database, project_dir: Path) -> None:
        """Take an open database; use `Store.open` or `Store.create`."""
        self._db = database
        self._project_dir = project_dir
        self._last_image_id: int | None = None
        self._read_before = ReadBefore()
        meta = dict(database.rows("SELECT key, value FROM meta"))
        self._image_root = root_of(project_dir, str(meta.get("image_root", ".")))
        self._name = str(meta.get("name") or project_dir.name)

    @classmethod
    def create(
        cls, project_dir: Path, image_root: Path, *, category_names: Sequence[str] = (), name: str = ""
    ) -> Store:
        """Make a project that is empty but for its categories, and open it.

        Args:
            project_dir: its folder, made where it is not there.
            image_root: the folder of its images. Kept relative to the project where the two lie together, so that
                they can be moved together; else absolute.
            category_names: its first categories.
            name: for people; by default the name of its folder.

        Raises:
            ProjectError: there is a project already, the folder can't be written, or a category name is not usable.
        """
        project_dir, image_root = project_dir.absolute(), image_root.absolute()
        categories = [Category(0, text, default_color(position)) for position, text in enumerate(category_names)]
        category_edits.refuse_equal_names(categories)  # before anything is on disk
        for folder in (project_dir, image_root):
            refuse_broken_text(tr("The path {folder}", folder=folder), str(folder))
        database = Database.create(project_dir)
        try:
            with database.transaction() as connection:
                meta = {"image_root": stored_root(project_dir, image_root), "name": name}
                connection.executemany("INSERT INTO meta VALUES (?, ?)", meta.items())
                for category in categories:
                    category_edits.insert_category(connection, category)
            return cls(database, project_dir)
        except BaseException:
            database.close()
            database.file.unlink(missing_ok=True)  # it was made a moment ago and holds nothing
            raise

    @classmethod
    def open(cls, project_dir: Path, *, read_only: bool = False) -> Store:
        """Open a project; one of an older version is brought to this one.

        Args:
            project_dir: its folder.
            read_only: take no lock and change nothing; what others commit is seen.

        Raises:
            ProjectMissingError: there is no project.
            ProjectLockedError: another window or command has it; not with `read_only`.
            ProjectReadOnlyError: it can't be written; not with `read_only`.
            ProjectDamagedError: the file is damaged, no project, or of a newer version.
        """
        project_dir = project_dir.absolute()
        database = Database.open(project_dir, read_only=read_only)
        try:
            return cls(database, project_dir)
        except BaseException:
            database.close()
            raise

    def close(self) -> None:
        """Close the project and give its lock back; a second call does nothing."""
        self._db.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @property
    def database(self) -> Database:
        """The open file, for what else of the store reads and writes it: `store.doubts`, `store.table`."""
        return self._db

    @property
    def project_dir(self) -> Path:
        """The folder of the project file."""
        return self._project_dir

    @property
    def image_root(self) -> Path:
        """The folder that file names are relative to."""
        return self._image_root

    @property
    def name(self) -> str:
        """The project's name for people."""
        return self._name

    @property
    def read_only(self) -> bool:
        """Whether no change can be made."""
        return self._db.read_only

    def path_of(self, image: Image) -> Path:
        """Return where an image's file should be."""
        return self._image_root / image.file_name

    def set_image_root(self, image_root: Path) -> None:
        """Tell the project that its folder of images is elsewhere now."""
        root = image_root.absolute()
        with self._db.transaction() as connection:
            edits.set_meta(connection, "image_root", stored_root(self._project_dir, root))
        self._image_root = root

    @property
    def last_image_id(self) -> int | None:
        """The image that was on screen last, or None; a read-only store keeps it in memory only."""
        if self.read_only and self._last_image_id is not None:
            return self._last_image_id
        rows = self._db.rows("SELECT id FROM images WHERE id = (SELECT value FROM meta WHERE key = 'last_image_id')")
        return rows[0][0] if rows else None

    @last_image_id.setter
    def last_image_id(self, image_id: int | None) -> None:
        self._last_image_id = image_id
        if not self.read_only:
            with self._db.transaction() as connection:
                edits.set_meta(connection, "last_image_id", "" if image_id is None else str(image_id))

    # Images

    def images(self) -> tuple[Image, ...]:
        """Return all images in natural order of their file names."""
        images = self._images_by_id()
        order = natural_order([image.file_name for image in images])
        return images if order is None else tuple(images[i] for i in order)

    def _images_by_id(self) -> tuple[Image, ...]:
        with collector_paused():
            return tuple(map(image_from_row, self._db.rows(f"SELECT {IMAGE_COLUMNS} FROM images ORDER BY id")))

    def image(self, image_id: int) -> Image:
        """Return an image; ProjectError where there is none of that id."""
        return image_from_row(self._one(f"SELECT {IMAGE_COLUMNS} FROM images WHERE id = ?", image_id, mark("image")))

    def add_images(self, file_names: Iterable[str]) -> tuple[Image, ...]:
        """Add images that are not probed yet; names that are there already are passed over. Returns the new ones."""
        with self._db.transaction() as connection:
            ids = image_edits.insert_images(connection, file_names)
        return tuple(self.image(image_id) for image_id in ids)

    def set_probes(self, probes: Iterable[tuple[int, ImageProbe]]) -> tuple[int, ...]:
        """Write down size and hash of images.

        Returns:
            Ids of images that were left as they are: their file has another size than their annotations' masks.
        """
        with self._db.transaction() as connection:
            return image_edits.set_probes(connection, probes)

    def set_image_state(self, image_id: int, state: ImageState) -> None:
        """Say how far an image is; where that is done, `done_at` becomes now."""
        with self._db.transaction() as connection:
            image_edits.mark_image(connection, image_id, state)

    def update_images(self, images: Iterable[Image]) -> None:
        """Write note, tags, state, review, comment and done_at of images, and nothing else of them.

        Raises:
            ProjectError: there is no image of an id; nothing was changed.
        """
        with self._db.transaction() as connection:
            image_edits.update_images(connection, images)

    def set_missing(self, image_ids: Iterable[int], missing: bool) -> None:
        """Say that the files of images are gone, or there again."""
        with self._db.transaction() as connection:
            connection.executemany("UPDATE images SET missing = ? WHERE id = ?", [(missing, i) for i in image_ids])

    def apply_sync(self, plan: SyncPlan) -> None:
        """Write down what a look at the folder found."""
        with self._db.transaction() as connection:
            image_edits.apply_sync(connection, plan)

    def annotation_counts(self, image_ids: range | None = None) -> dict[int, int]:
        """Return how many annotations each image has, by image id; images without are left out.

        Args:
            image_ids: count for these only; all of a large project take a tenth of a second.
        """
        where = "" if image_ids is None else "WHERE image_id BETWEEN ? AND ?"
        values = () if image_ids is None else (image_ids.start, image_ids.stop - 1)
        with collector_paused():
            return dict(self._db.rows(f"SELECT image_id, count(*) FROM annotations {where} GROUP BY image_id", values))

    # Categories

    def categories(self) -> tuple[Category, ...]:
        """Return all categories in the order of their ids."""
        return tuple(map(category_from_row, self._db.rows(f"SELECT {CATEGORY_COLUMNS} FROM categories ORDER BY id")))

    def category(self, category_id: int) -> Category:
        """Return a category; ProjectError where there is none of that id."""
        sql = f"SELECT {CATEGORY_COLUMNS} FROM categories WHERE id = ?"
        return category_from_row(self._one(sql, category_id, mark("category")))

    def category_counts(self) -> dict[int, int]:
        """Return how many annotations each category has, by category id; unused ones are left out."""
        return dict(self._db.rows("SELECT category_id, count(*) FROM annotations GROUP BY category_id"))

    def add_category(self, name: str, *, color: str | None = None, supercategory: str = "") -> Category:
        """Add a category; its colour is by default that of its position.

        Raises:
            ProjectError: the name is empty or taken, or the colour is none.
        """
        if color is None:
            color = category_edits.free_color([category.color for category in self.categories()])
        with self._db.transaction() as connection:
            category_id = category_edits.insert_category(connection, Category(0, name, color, supercategory))
        return self.category(category_id)

    def restore_category(self, category: Category) -> None:
        """Bring back a category that was deleted, with its id."""
        with self._db.transaction() as connection:
            category_edits.insert_category(connection, category)

    def update_category(self, category: Category) -> None:
        """Change name, colour or supercategory of a category.

        Raises:
            ProjectError: the name is empty or taken, or the colour is none.
        """
        self.category(category.id)
        with self._db.transaction() as connection:
            category_edits.update_category(connection, category)

    def delete_category(self, category_id: int) -> None:
        """Delete a category that no annotation uses.

        Raises:
            ProjectError: annotations use it.
        """
        category = self.category(category_id)
        with self._db.transaction() as connection:
            category_edits.delete_category(connection, category)

    def merge_categories(self, source_id: int, target_id: int) -> tuple[int, ...]:
        """Give all annotations of one category to another and delete the first.

        Returns:
            Ids of the annotations that were moved, for `unmerge_categories`.
        """
        self.category(source_id)
        self.category(target_id)
        if source_id == target_id:
            raise ProjectError(tr("A category can't be merged with itself; choose another one."))
        with self._db.transaction() as connection:
            return category_edits.merge_categories(connection, source_id, target_id)

    def unmerge_categories(self, source: Category, annotation_ids: Iterable[int]) -> None:
        """Take a merge back: bring the category back, and its annotations to it."""
        with self._db.transaction() as connection:
            category_edits.insert_category(connection, source)
            category_edits.set_categories_of(connection, annotation_ids, source.id)

    def change_category(self, source_id: int, target_id: int) -> tuple[int, ...]:
        """Give all annotations of one category to another, but for those that are locked.

        Returns:
            Ids of the annotations that were changed; `set_categories_of` takes it back.
        """
        self.category(target_id)
        with self._db.transaction() as connection:
            return category_edits.change_category(connection, source_id, target_id)

    def set_categories_of(self, annotation_ids: Iterable[int], category_id: int) -> None:
        """Give annotations of any image a category."""
        self.category(category_id)
        with self._db.transaction() as connection:
            category_edits.set_categories_of(connection, annotation_ids, category_id)

    # Annotations

    def annotations(self, image_id: int) -> tuple[Annotation, ...]:
        """Return the annotations of an image as they are drawn, in the order of (z_order, id)."""
        sql = f"SELECT {ANNOTATION_COLUMNS} FROM annotations WHERE image_id = ? ORDER BY z_order, id"
        return self._read_before.annotations(self._db.rows(sql, (image_id,)))

    def annotation(self, annotation_id: int) -> Annotation:
        """Return an annotation; ProjectError where there is none of that id."""
        sql = f"SELECT {ANNOTATION_COLUMNS} FROM annotations WHERE id = ?"
        return annotation_from_row(self._one(sql, annotation_id, mark("annotation")))

    def add_annotation(self, annotation: Annotation) -> Annotation:
        """Add an annotation whose id is 0; returns it with its id, and with the time it was added.

        An image that was new is in progress from its first annotation on, and new again after its last was deleted.

        Raises:
            MaskError: the mask is empty.
            ProjectError: the mask has another size than its image, or image or category are not there.
        """
        assert annotation.id == 0
        with self._db.transaction() as connection:
            annotation_id = edits.add_annotation(connection, annotation)
            image_edits.follow_annotations(connection, [annotation.image_id])
        return self.annotation(annotation_id)

    def restore_annotations(self, annotations: Iterable[Annotation]) -> None:
        """Bring back annotations that were deleted, with their ids."""
        restored = tuple(annotations)
        with self._db.transaction() as connection:
            edits.insert_annotations(connection, restored)
            image_edits.follow_annotations(connection, [a.image_id for a in restored])

    def update_annotations(self, annotations: Iterable[Annotation]) -> None:
        """Replace the annotations that have these ids."""
        with self._db.transaction() as connection:
            for annotation in annotations:
                edits.update_annotation(connection, annotation)

    def delete_annotations(self, annotation_ids: Iterable[int]) -> None:
        """Delete annotations; ids that are not there are passed over."""
        with self._db.transaction() as connection:
            edits.delete_annotations(connection, annotation_ids)

    def figures(self) -> Iterator[AnnotationFigures]:
        """Give the figures of all annotations, for tables and plots; a million take some seconds."""
        return read_figures(self._db)

    # What the people of the project agreed on

    def options(self) -> ProjectOptions:
        """Return the project's options; the usual ones where what is kept can't be read, which `check` tells."""
        return options_of(self._db.rows(OPTIONS_SQL))

    def set_options(self, options: ProjectOptions) -> None:
        """Keep the project's options.

        Raises:
            ProjectError: an attribute is not usable.
        """
        with self._db.transaction() as connection:
            keep_options(connection, options)

    def rename_attributes(self, names: Mapping[str, str]) -> tuple[tuple[int, str], ...]:
        """Give attributes of all annotations other names, or take their values away.

        Args:
            names: the new name by the old one; "" takes the values away.

        Returns:
            What it was before, for `write_attributes`.
        """
        with self._db.transaction() as connection:
            return edits.rename_attributes(connection, names)

    def write_attributes(self, texts: Iterable[tuple[int, str]]) -> None:
        """Write attributes as `rename_attributes` returned them."""
        with self._db.transaction() as connection:
            edits.write_attributes(connection, texts)

    # The whole project

    @contextmanager
    def together(self) -> Iterator[None]:
        """Make all changes of the block one transaction: all are committed at its end, or none."""
        with self._db.together():
            yield

    def dataset(self) -> Dataset:
        """Return all of the project, each tuple in the order of its ids."""
        with self._db.snapshot(), collector_paused():
            rows = self._db.rows_by_id(ANNOTATION_COLUMNS, "annotations")
            annotations = tuple(map(annotation_from_row, rows))
            attributes = self.options().attributes
            return Dataset(self._images_by_id(), self.categories(), annotations, self._name, attributes)

    @contextmanager
    def stream(self) -> Iterator[DatasetStream]:
        """Give the block all of the project as it is now; annotations are read while they are used.

        A read-only store takes a copy of the project file for it, so that others may write to the project meanwhile.
        Any other store must not be used for anything else in the block.
        """
        with self._db.frozen() as database:
            frozen = Store(database, self._project_dir)
            attributes = frozen.options().attributes
            counts = frozen.annotation_counts()
            yield stream_of(database, frozen._images_by_id(), frozen.categories(), counts, self._name, attributes)

    def import_dataset(self, dataset: Dataset, rows: Rows | None = None) -> Imported:
        """Add categories and annotations of an imported file, all or nothing.

        Args:
            dataset: `categories` that are new and `annotations`; ids are kept where they were never given in this
                project, else new ones are given. An annotation's category_id means the new category of that id if
                there is one, else the project's, and so do the ids of `attributes`, which are added where the
                project has none of that name. `images` are images of the project with the state, note, tags and
                review that they are to have; a new one that gets annotations is in progress. `reviewed` are
                annotations of the project with the review that they are to have; one that is gone is passed over.
            rows: what `rows_of` made of the annotations, on another thread; None to make it here.

        Returns:
            What was added, with its ids.

        Raises:
            ProjectError, MaskError: something does not fit; nothing was changed.
        """
        with self._db.transaction() as connection, collector_paused():
            return edits.import_dataset(connection, dataset, rows)

    def remove_imported(self, imported: Imported) -> None:
        """Take an import back."""
        with self._db.transaction() as connection:
            edits.remove_imported(connection, imported)

    def restore_imported(self, imported: Imported) -> None:
        """Do an import again that was taken back, with the same ids."""
        with self._db.transaction() as connection:
            edits.restore_imported(connection, imported)

    def check(
        self,
        *,
        files: bool = False,
        progress: Callable[[int, int], None] | None = None,
        cancelled: Callable[[], bool] = lambda: False,
    ) -> list[str]:
        """Look for damage; an empty list means that all is well.

        Args:
            files: read every image file too, and compare it with its hash.
            progress: told how many annotations and files were looked at, and of how many.
            cancelled: asked now and then.

        Returns:
            One sentence for each problem.
        """
        from sam_annotator.store.check import find_problems  # late: what opens a project does not look for damage

        return find_problems(self._db, self._image_root if files else None, progress, cancelled)

    def _one(self, sql: str, id_: int, what: str) -> tuple[Any, ...]:
        rows = self._db.rows(sql, (id_,))
        if not rows:
            raise ProjectError(tr("There is no {what} {id} in this project; it was deleted.", what=tr(what), id=id_))
        return rows[0]
