"""NPZ: for each image a file of numpy arrays with masks, boxes, categories and scores. Imports core; no Qt, no torch.

Arrays, each in the order the objects are drawn in; `numpy.load` gives them, nothing is pickled:

    annotation_ids, category_ids  int64 (N,)
    bboxes                        int32 (N, 4), x y width height
    areas                         int64 (N,)
    scores                        float32 (N,), predicted IoU; NaN where there is none
    iscrowd                       bool (N,)
    size_hw                       int32 (2,), of the image
    image_id, image               int64 (), and its path as text ()
    masks                         bool (N, H, W)
  or, packed as COCO's run lengths, which go down the columns and begin with background:
    rle_counts, rle_starts        uint32 (all runs), int64 (N + 1,): those of object i are counts[starts[i]:starts[i+1]]
  and, where logits are asked for, of the objects whose prompts can be answered again:
    logits_ids                    int64 (M,), annotation ids
    logits                        float32 (M, h, w), of the last answer, before scaling to the image and thresholding
    logits_thresholds             float32 (M,), above which a pixel was taken to be inside

A mask of such an object: `np.repeat(np.arange(len(runs)) % 2, runs).reshape(W, H).T.astype(bool)`.

Masks are written and compared one at a time, so that a hundred of 24 megapixels need no more memory than one.
"""

from __future__ import annotations

import os
import zipfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import IO, Any

import numpy as np
import numpy.typing as npt

from sam_annotator.core.dataset_stream import DatasetStream, PlainAnnotation
from sam_annotator.core.errors import FormatError, MaskError
from sam_annotator.core.image_write import not_as_written
from sam_annotator.core.mask import BoolArray
from sam_annotator.core.records import Dataset, Image
from sam_annotator.core.words import mark, tr
from sam_annotator.formats.base import ExportOptions, ExportReport, OptionField, OptionKind
from sam_annotator.formats.folder_export import EMPTY, FolderExport, write_folder
from sam_annotator.formats.no_reading import WritesOnly

MASKS = OptionField(
    "masks",
    OptionKind.CHOICE,
    mark("Masks"),
    mark("As an array of yes and no for each pixel, or as run lengths, which need little memory to read."),
    "bool",
    (("bool", mark("Pixels (N, H, W)")), ("rle", mark("Run lengths"))),
)
LOGITS = OptionField(
    "logits",
    OptionKind.CHOICE,
    mark("Logits"),
    mark("They are not kept with a project: the engine that made a mask answers its prompts again, which takes time."),
    "none",
    (("none", mark("None")), ("engine", mark("From the engine"))),
)
_INDEX = "categories"
_DATE = (1980, 1, 1, 0, 0, 0)  # none: the same project makes the same files
_CHUNK = 1 << 22

Array = npt.NDArray[Any]


class NpzFormat(WritesOnly):
    """A file of arrays for each image."""

    id = "npz"
    title = mark("Arrays (NumPy NPZ)")
    options = (MASKS, LOGITS, EMPTY)

    def write(self, dataset: Dataset | DatasetStream, out: Path, options: ExportOptions) -> ExportReport:
        """Write a dataset; see `Format.write`."""
        if options.value(LOGITS) == "engine" and options.logits_of is None:
            raise FormatError(tr("There is no engine to ask for logits; export without them, or choose an engine."))
        writer = _Writer()
        return write_folder(
            dataset, out, options, writer.write_image, reserved=(_INDEX,), begin=_write_categories, finish=writer.finish
        )


def _write_categories(export: FolderExport) -> None:
    export.write_json(
        f"{_INDEX}.json",
        {"categories": [{"id": c.id, "name": c.name, "color": c.color} for c in export.categories.values()]},
    )


class _Writer:
    def __init__(self) -> None:
        self._without_logits = 0

    def write_image(self, export: FolderExport, image: Image, annotations: Sequence[PlainAnnotation]) -> None:
        arrays = _facts(image, annotations)
        if export.options.value(LOGITS) == "engine":
            arrays |= self._logits(export, image, annotations)
        with_pixels = export.options.value(MASKS) == "bool"
        if not with_pixels:
            arrays |= _run_lengths(annotations)
        path = export.place(f"{export.stems[image.id]}.npz")
        shape = (len(annotations), *image.size_hw)
        with path.open("xb") as file:
            with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
                if with_pixels:
                    with _member(archive, "masks") as member:
                        _write_header(member, np.dtype(np.bool_), shape)
                        for plane in _planes(export, image.size_hw, annotations):
                            member.write(plane.data)
                for name, array in arrays.items():
                    with _member(archive, name) as member:
                        np.lib.format.write_array(member, array, allow_pickle=False)
            file.flush()
            os.fsync(file.fileno())
        _compare(path, arrays, shape, _planes(export, image.size_hw, annotations) if with_pixels else None)

    def _logits(self, export: FolderExport, image: Image, annotations: Sequence[PlainAnnotation]) -> dict[str, Array]:
        assert export.options.logits_of is not None
        whole = []
        for plain in annotations:
            try:
                whole.append(plain.annotation)
            except (MaskError, ValueError):  # what it was made of can't be read: it has no prompts
                continue
        found = export.options.logits_of(image, whole)
        ids = [a.id for a in whole if a.id in found]
        self._without_logits += len(annotations) - len(ids)
        thresholds = {a.id: a.provenance.threshold for a in whole}
        shapes = {found[i].shape for i in ids}
        height, width = (max(side) for side in zip(*shapes, strict=True)) if shapes else (0, 0)
        logits = np.full((len(ids), height, width), np.nan, np.float32)
        for row, annotation_id in enumerate(ids):  # engines may differ in the size of theirs
            values = found[annotation_id]
            logits[row, : values.shape[0], : values.shape[1]] = values
        return {
            "logits_ids": np.array(ids, np.int64),
            "logits": logits,
            "logits_thresholds": np.array([thresholds[i] for i in ids], np.float32),
        }

    def finish(self, export: FolderExport) -> None:
        """Tell what has no logits."""
        if n := self._without_logits:
            export.notes.append(
                tr(
                    "{n} annotations have no logits: they have no prompts, or the engine that made them is not here.",
                    n=n,
                )
                if n > 1
                else tr("1 annotation has no logits: it has no prompts, or the engine that made it is not here.")
            )


def _facts(image: Image, annotations: Sequence[PlainAnnotation]) -> dict[str, Array]:
    masks = [annotation.mask for annotation in annotations]
    return {
        "annotation_ids": np.array([a.id for a in annotations], np.int64),
        "category_ids": np.array([a.category_id for a in annotations], np.int64),
        "bboxes": np.array([mask.bbox_xywh for mask in masks], np.int32).reshape(-1, 4),
        "areas": np.array([mask.area for mask in masks], np.int64),
        "scores": np.array([np.nan if a.score is None else a.score for a in annotations], np.float32),
        "iscrowd": np.array([a.iscrowd for a in annotations], np.bool_),
        "size_hw": np.array(image.size_hw, np.int32),
        "image_id": np.array(image.id, np.int64),
        "image": np.array(image.file_name),
    }


def _run_lengths(annotations: Sequence[PlainAnnotation]) -> dict[str, Array]:
    runs = [annotation.mask.run_lengths().astype(np.uint32) for annotation in annotations]
    starts = np.cumsum([0, *map(len, runs)], dtype=np.int64)
    return {"rle_counts": np.concatenate(runs) if runs else np.zeros(0, np.uint32), "rle_starts": starts}


def _planes(
    export: FolderExport, size_hw: tuple[int, int], annotations: Sequence[PlainAnnotation]
) -> Iterator[BoolArray]:
    """Give the pixels of each mask row by row, in one array that is used again."""
    plane = np.zeros(size_hw, np.bool_)
    for annotation in annotations:
        export.go_on()
        x, y, crop = annotation.mask.to_crop()
        part = plane[y : y + crop.shape[0], x : x + crop.shape[1]]
        part[:] = crop
        yield plane
        part[:] = False


def _member(archive: zipfile.ZipFile, name: str) -> IO[bytes]:
    info = zipfile.ZipInfo(f"{name}.npy", _DATE)
    info.compress_type = zipfile.ZIP_DEFLATED
    return archive.open(info, "w", force_zip64=True)


def _write_header(member: IO[bytes], dtype: np.dtype[Any], shape: tuple[int, ...]) -> None:
    header = {"descr": np.lib.format.dtype_to_descr(dtype), "fortran_order": False, "shape": shape}
    np.lib.format.write_array_header_1_0(member, header)


def _compare(path: Path, arrays: dict[str, Array], shape: tuple[int, ...], planes: Iterator[BoolArray] | None) -> None:
    """Compare a file with what was to be written.

    Raises:
        FormatError: it differs.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            for name, array in arrays.items():
                with archive.open(f"{name}.npy") as member:
                    back = np.lib.format.read_array(member, allow_pickle=False)
                if back.dtype != array.dtype or not np.array_equal(back, array, equal_nan=array.dtype.kind == "f"):
                    raise not_as_written(path)
            if planes is not None:
                with archive.open("masks.npy") as member:
                    np.lib.format.read_magic(member)
                    if np.lib.format.read_array_header_1_0(member) != (shape, False, np.dtype(np.bool_)):
                        raise not_as_written(path)
                    if not all(_is_next(member, plane) for plane in planes) or member.read(1):
                        raise not_as_written(path)
    except (zipfile.BadZipFile, ValueError, KeyError) as e:
        raise not_as_written(path) from e


def _is_next(member: IO[bytes], plane: BoolArray) -> bool:
    """Whether the next bytes are a mask's pixels."""
    data = plane.data.cast("B")
    return all(member.read(len(data[at : at + _CHUNK])) == data[at : at + _CHUNK] for at in range(0, len(data), _CHUNK))
