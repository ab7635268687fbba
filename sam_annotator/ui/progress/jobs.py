"""The work behind the progress panel that is done on other threads: reading figures, writing tables and pictures.

Each opens a Store of its own, read-only. No widget; imports core and store.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from pathlib import Path

from PySide6.QtCore import QByteArray
from PySide6.QtGui import QImage, QImageWriter

from sam_annotator.core.errors import FormatError
from sam_annotator.core.files import replacing
from sam_annotator.core.progress import Columns, Progress, progress_of
from sam_annotator.core.progress_tables import (
    ANNOTATION_HEADER,
    Cell,
    Table,
    new_folder,
    tables_of,
    time_text,
    write_table,
)
from sam_annotator.core.words import tr
from sam_annotator.store.store import Store

_PIECE = 20_000  # annotations between two reports

Told = Callable[[int, int], None]
Cancelled = Callable[[], bool]


def read_progress(project_dir: Path, told: Told, cancelled: Cancelled) -> Progress | None:
    """Read how far a project is; None where it was cancelled."""
    with Store.open(project_dir, read_only=True) as store:
        images, categories = store.images(), store.categories()
        total = sum(store.category_counts().values())
        figures = ((f.image_id, f.category_id, f.area, f.created_at, f.seconds, f.clicks) for f in store.figures())
        pieces: list[Columns] = []
        read = 0
        while len(piece := Columns.of(islice(figures, _PIECE))):
            if cancelled():
                return None
            pieces.append(piece)
            read += len(piece)
            told(read, max(read, total))
    return progress_of(Columns.joined(pieces), images, categories)


def write_tables(project_dir: Path, parent: Path, name: str, told: Told, cancelled: Cancelled) -> tuple[Path, int]:
    """Write all annotations and what the plots show as CSV files, into a new folder.

    Returns:
        The folder, and how many tables are in it.

    Raises:
        FormatError: they can't be written.
    """
    progress = read_progress(project_dir, lambda done, total: told(done, 2 * total), cancelled)
    if progress is None:
        return parent, 0
    written: list[Path] = []
    try:
        folder = new_folder(parent, name)
        with Store.open(project_dir, read_only=True) as store:
            rows = _annotation_rows(store, progress.annotation_count, told, cancelled)
            for table in (Table("annotations", ANNOTATION_HEADER, rows), *tables_of(progress)):
                written.append(write_table(table, folder))
        if cancelled():  # what is half done is of no use
            for path in written:
                path.unlink()
            folder.rmdir()
    except OSError as e:
        raise _cannot_write(parent, e) from e
    return folder, len(written)


def _annotation_rows(store: Store, total: int, told: Told, cancelled: Cancelled) -> Iterator[Sequence[Cell]]:
    names = {image.id: image.file_name for image in store.images()}
    categories = {category.id: category.name for category in store.categories()}
    for done, f in enumerate(store.figures()):
        if done % _PIECE == 0:
            if cancelled():
                return
            told(total + done, 2 * max(total, done))
        yield (
            f.id, f.image_id, names.get(f.image_id, ""), f.category_id, categories.get(f.category_id, ""), f.area,
            f.score, f.iscrowd, f.occluded, f.truncated, f.review, time_text(f.created_at), f.seconds, f.clicks,
        )  # fmt: skip


def write_pictures(pictures: Sequence[tuple[str, QImage]], parent: Path, name: str) -> tuple[Path, int]:
    """Write pictures as PNG files, by their names, into a new folder.

    Returns:
        The folder, and how many are in it.

    Raises:
        FormatError: they can't be written.
    """
    try:
        folder = new_folder(parent, name)
        for picture_name, picture in pictures:
            with replacing(folder / f"{picture_name}.png") as temporary:
                writer = QImageWriter(str(temporary), QByteArray(b"PNG"))
                if not writer.write(picture):
                    raise OSError(0, writer.errorString())
    except OSError as e:
        raise _cannot_write(parent, e) from e
    return folder, len(pictures)


def _cannot_write(folder: Path, error: OSError) -> FormatError:
    return FormatError(
        tr(
            "The folder {folder} can't be written ({reason}); choose another.",
            folder=folder,
            reason=error.strerror or error,
        )
    )
