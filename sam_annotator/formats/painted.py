"""Masks painted into one plane of values, the upper over the lower. Imports core."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from sam_annotator.core.dataset_stream import PlainAnnotation
from sam_annotator.core.words import tr
from sam_annotator.formats.folder_export import FolderExport

MOST = 65_535  # what 16 bits hold beside the background

_BLOCK = 1 << 22  # pixels that are counted at a time: numpy counts in 64 bits


def painted(
    export: FolderExport,
    size_hw: tuple[int, int],
    annotations: Sequence[PlainAnnotation],
    values: Sequence[int],
    dtype: npt.DTypeLike,
) -> npt.NDArray[np.uint16] | npt.NDArray[np.uint8]:
    """Return a plane with each annotation's value on its pixels, 0 elsewhere; of two that overlap, the later."""
    plane = np.zeros(size_hw, dtype)
    for annotation, value in zip(annotations, values, strict=True):
        export.go_on()
        x, y, crop = annotation.mask.to_crop()
        plane[y : y + crop.shape[0], x : x + crop.shape[1]][crop] = value
    return plane


def counts_of(plane: npt.NDArray[np.uint16] | npt.NDArray[np.uint8], most: int) -> npt.NDArray[np.int64]:
    """Return how many pixels have each value from 0 to `most`."""
    flat = plane.reshape(-1)
    counts = np.zeros(most + 1, np.int64)
    for start in range(0, flat.size, _BLOCK):
        counts += np.bincount(flat[start : start + _BLOCK], minlength=most + 1)
    return counts


def is_covered(plane: npt.NDArray[np.uint16] | npt.NDArray[np.uint8], annotation: PlainAnnotation, value: int) -> bool:
    """Whether a pixel of an annotation has another value than its own."""
    x, y, crop = annotation.mask.to_crop()
    return bool((plane[y : y + crop.shape[0], x : x + crop.shape[1]][crop] != value).any())


def overlap_note(covered: int) -> str:
    """Return that objects lie over others; a pixel holds one of them only."""
    if covered == 1:
        return tr("1 annotation is partly covered by others: a pixel holds the upper one only.")
    return tr("{n} annotations are partly covered by others: a pixel holds the upper one only.", n=covered)
