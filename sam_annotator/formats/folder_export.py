"""Write a new folder of files, image by image: the frame of all formats that give each image files of its own.

The folder comes into its place when all of it is written; each file is read back and compared before that. Files that
are there are never touched. No more than one image is in memory. Imports core.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from sam_annotator.core.dataset_stream import DatasetStream, PlainAnnotation
from sam_annotator.core.errors import FormatError, ImageError
from sam_annotator.core.image_io import RgbImage, read_image
from sam_annotator.core.image_write import not_as_written, write_checked_bytes
from sam_annotator.core.records import Category, Dataset, Image, ImageState
from sam_annotator.core.words import mark, tr
from sam_annotator.formats.base import ExportOptions, ExportReport, OptionField, OptionKind
from sam_annotator.formats.image_names import file_stems
from sam_annotator.formats.refusals import (
    cancelled_error,
    left_out_sentence,
    unread_sentence,
    why_unfit,
    why_unsound,
    writing_error,
)

EMPTY = OptionField(
    "empty",
    OptionKind.FLAG,
    mark("Images without annotations, too"),
    mark("Those marked as done are written in any case: nothing is on them."),
    False,
)

_RECORDS = 1000  # of an index that are in memory

WriteImage = Callable[["FolderExport", Image, Sequence[PlainAnnotation]], None]


class LeftOut(Exception):
    """An image can't be written; the text says why, without a full stop."""


@dataclass(slots=True)
class FolderExport:
    """One export on its way.

    Attributes:
        stream: what is exported.
        options: how.
        folder: where files go for now.
        stems: of each image's files, by image id; see `file_stems`.
        categories: by id.
        left_out: one sentence for each image or annotation that is not written, with why.
        notes: whatever else to know.
        images_empty: images without annotations that were left out for that.
        annotations_out: how many were written.
    """

    stream: DatasetStream
    options: ExportOptions
    folder: Path
    stems: dict[int, str]
    categories: dict[int, Category]
    left_out: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    images_out: int = 0
    images_empty: int = 0
    annotations_out: int = 0

    def place(self, name: str) -> Path:
        """Return the path of a file to be, in a folder that is there."""
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        return path

    def write_json(self, name: str, value: Any) -> None:
        """Write JSON, and compare it."""
        text = json.dumps(value, ensure_ascii=False, indent=1, allow_nan=False)
        write_checked_bytes(self.place(name), text.encode("utf-8", "surrogatepass") + b"\n")

    def read_image(self, image: Image) -> RgbImage:
        """Return an image's pixels, upright as its masks are.

        Raises:
            LeftOut: it can't be read, or has another size now.
        """
        assert self.options.path_of is not None, "this format shows pixels: path_of must be given"
        try:
            pixels = read_image(self.options.path_of(image))
        except ImageError as e:
            raise LeftOut(str(e).rstrip(".")) from e
        if pixels.shape[:2] != image.size_hw:
            raise LeftOut(tr("its file has another size than its masks; put the old file back"))
        return pixels

    def go_on(self) -> None:
        """End the export where the user wants it."""
        if self.options.cancelled():
            raise cancelled_error()


def write_folder(
    dataset: Dataset | DatasetStream,
    out: Path,
    options: ExportOptions,
    write_image: WriteImage,
    *,
    reserved: Collection[str] = (),
    objects_only: bool = False,
    begin: Callable[[FolderExport], None] | None = None,
    finish: Callable[[FolderExport], None] | None = None,
) -> ExportReport:
    """Write a dataset as a new folder of files.

    Args:
        dataset: what is written.
        out: the folder.
        options: how.
        write_image: writes the files of one image and counts them in; called for images with annotations, and for
            those without that are to be written.
        reserved: stems of files of the format's own.
        objects_only: whether there is nothing to write of an image without annotations.
        begin: called before the first image.
        finish: called after the last.

    Raises:
        FormatError: it can't be written; then nothing is there.
    """
    stream = dataset if isinstance(dataset, DatasetStream) else DatasetStream.of(dataset)
    out = Path(os.path.realpath(out))
    _refuse_place(out, options.image_root)
    categories = {category.id: category for category in stream.categories}
    try:
        with _new_folder(out) as folder:
            stems = file_stems(stream.images, reserved)
            export = FolderExport(stream, options, folder, stems, categories)
            if begin is not None:
                begin(export)
            _write_images(export, write_image, objects_only=objects_only)
            if finish is not None:
                finish(export)
    except OSError as e:
        raise writing_error(e, out) from e
    return ExportReport(
        path=out,
        images_in=len(stream.images),
        images_out=export.images_out,
        annotations_in=stream.annotation_count,
        annotations_out=export.annotations_out,
        categories_out=len(stream.categories),
        left_out=tuple(export.left_out),
        notes=(*export.notes, *_empty_note(export.images_empty)),
    )


def _empty_note(n: int) -> tuple[str, ...]:
    if not n:
        return ()
    if n == 1:
        return (tr("1 image has no annotations and is not among them; an option writes it, too."),)
    return (tr("{n} images have no annotations and are not among them; an option writes them, too.", n=n),)


def _write_images(export: FolderExport, write_image: WriteImage, *, objects_only: bool) -> None:
    stream, options = export.stream, export.options
    with_empty = bool(options.value(EMPTY))
    for number, image in enumerate(stream.images):
        export.go_on()
        if options.progress is not None:
            options.progress(number, len(stream.images))
        annotations = stream.annotations_of(image.id) if stream.counts.get(image.id) else ()
        if not annotations and (objects_only or not (with_empty or image.state is ImageState.DONE)):
            export.images_empty += not objects_only
            continue
        if image.width < 1 or image.height < 1:
            export.left_out.append(unread_sentence(image))
            continue
        sound = _sound(export, image, annotations)
        if not sound and annotations:  # of what is damaged nobody can say that nothing is on the image
            continue
        try:
            write_image(export, image, sound)
        except LeftOut as e:
            export.left_out.append(
                tr("Image {id} ({name}) was left out: {why}.", id=image.id, name=image.file_name, why=e)
            )
            continue
        export.images_out += 1
        export.annotations_out += len(sound)
    export.go_on()
    if options.progress is not None:
        options.progress(len(stream.images), len(stream.images))


def _sound(export: FolderExport, image: Image, annotations: Sequence[PlainAnnotation]) -> list[PlainAnnotation]:
    sound: list[PlainAnnotation] = []
    for annotation in annotations:
        why = why_unfit(annotation, image, export.categories) or why_unsound(annotation.mask)
        if why:
            export.left_out.append(left_out_sentence(annotation.id, why))
        else:
            sound.append(annotation)
    return sound


def _refuse_place(out: Path, image_root: Path | None) -> None:
    if out.exists() and not out.is_dir():
        raise FormatError(tr("{path} is a file; give the name of a new folder.", path=out))
    if out.is_dir() and any(out.iterdir()):
        raise FormatError(
            tr("The folder {path} is not empty, and nothing is overwritten; give the name of a new one.", path=out)
        )
    if not out.parent.is_dir():
        raise FormatError(tr("There is no folder {folder}; make it first, or choose another place.", folder=out.parent))
    if image_root is not None and out.is_relative_to(os.path.realpath(image_root)):
        raise FormatError(
            tr(
                "{path} lies in the folder of images, where pictures would become images of the project; choose "
                "another place.",
                path=out,
            )
        )


@contextmanager
def _new_folder(out: Path) -> Iterator[Path]:
    """Give a folder to write to; once the block ends well, what is in it is in `out`. Else nothing stays."""
    is_there = out.is_dir()
    name = f"unfinished-{os.urandom(8).hex()}"
    folder = out / name if is_there else out.with_name(f"{name}.tmp")
    folder.mkdir()
    moved: list[Path] = []
    try:
        yield folder
        if is_there:
            _refuse_company(out, folder)
            for path in sorted(folder.iterdir()):
                moved.append(path.rename(out / path.name))
            folder.rmdir()
        else:
            if out.exists():  # a rename would replace an empty folder
                raise FormatError(tr("There is something at {path} now; give the name of a new folder.", path=out))
            folder.rename(out)
    except BaseException:
        for path in moved:
            with suppress(OSError):
                path.rename(folder / path.name)
        shutil.rmtree(folder, ignore_errors=True)
        raise


def _refuse_company(out: Path, folder: Path) -> None:
    if any(path != folder for path in out.iterdir()):
        raise FormatError(tr("There is something at {path} now; give the name of a new folder.", path=out))


class IndexFile:
    """A JSON list that is written record by record, and compared as it is closed."""

    def __init__(self, path: Path) -> None:
        self._path, self._hash = path, hashlib.sha256()
        self._waiting: list[str] = []
        self._is_first = True
        path.open("xb").close()

    def add(self, record: Any) -> None:
        """Write a record."""
        self._waiting.append(("[\n" if self._is_first else ",\n") + json.dumps(record, ensure_ascii=False))
        self._is_first = False
        if len(self._waiting) == _RECORDS:
            self._flush()

    def _flush(self) -> None:
        data = "".join(self._waiting).encode("utf-8", "surrogatepass")
        self._waiting.clear()
        self._hash.update(data)
        with self._path.open("ab") as file:  # closed between: an export that fails takes the file away
            file.write(data)
            file.flush()
            os.fsync(file.fileno())

    def close(self) -> None:
        """Write the end.

        Raises:
            FormatError: the file holds something else.
        """
        self._waiting.append("[]\n" if self._is_first else "\n]\n")
        self._flush()
        with self._path.open("rb") as file:
            if hashlib.file_digest(file, "sha256").digest() != self._hash.digest():
                raise not_as_written(self._path)
