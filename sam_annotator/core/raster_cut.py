"""Where a mask parts in two, by what an engine's encoder sees and by colour, and how deep that cut is. May import cv2.

A mask is laid on a coarse grid. Neighbouring cells hold together the more alike they are; the normalised cut (Shi and
Malik, 2000) parts them where little is cut and both parts are large.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from sam_annotator.core.late import np, npt
from sam_annotator.core.mask import BoolArray
from sam_annotator.core.raster_edges import Surroundings

_SIDE = 18.0  # cells along a square as large as the mask
_MOST_CELLS = 120  # along a side of what is looked at
_LEAST_CELLS = 16
_FINE = 80  # cells of features a side from which four are taken together
_DIMENSIONS = 24
_COLOR = 60.0  # units of Lab that count as much as the whole spread of the features
_STEEPNESS = 10.0
_TIES = ((0, 1), (1, 0), (1, 1), (1, -1), (0, 2), (2, 0), (2, 2), (2, -2), (1, 2), (2, 1), (1, -2), (2, -1))
_QUANTILES = 17
_LEAST_CUT = 1e-4


@dataclass(frozen=True, slots=True, eq=False)
class Looks:
    """What an image encoder sees, in few numbers for each cell.

    Attributes:
        values: float32 (h, w, D); the variance over the image sums up to 1.
        stride: pixels of the image by cell.
    """

    values: npt.NDArray[np.float32]
    stride: float


@dataclass(frozen=True, slots=True, eq=False)
class Parts:
    """A mask parted in two.

    Attributes:
        planes: bool (h, w) each, of the surroundings it was found in.
        cut: logarithm of the normalised cut between them: low where they hang together by little.
    """

    planes: tuple[BoolArray, BoolArray]
    cut: float


def looks_of(features: npt.NDArray[np.float32], size_hw: tuple[int, int]) -> Looks | None:
    """Return the principal components of an image's features, the large ones damped.

    Args:
        features: float32 (1, C, h, w) of an image encoder, of a square with the image in its upper left.
        size_hw: of the image.

    Returns:
        None where the features have another shape, or are the same everywhere.
    """
    if features.ndim != 4 or min(features.shape[2:]) < 4:
        return None
    stride = max(size_hw) / max(features.shape[2:])
    plane = np.asarray(features[0], np.float32)
    if max(plane.shape[1:]) > _FINE:
        channels, height, width = plane.shape
        plane = plane[:, : height // 2 * 2, : width // 2 * 2].reshape(channels, height // 2, 2, width // 2, 2)
        plane = plane.transpose(0, 2, 4, 1, 3).reshape(channels * 4, height // 2, width // 2)
        stride *= 2
    rows, columns = (max(1, math.ceil(side / stride - 0.01)) for side in size_hw)
    plane = plane[:, :rows, :columns]
    values = plane.reshape(len(plane), -1).T
    spread = values.std(axis=0)
    values = (values - values.mean(axis=0)) / (spread + np.float32(1e-6))
    strengths, axes = np.linalg.eigh(values.T @ values / np.float32(len(values)))
    strengths, axes = strengths[::-1][:_DIMENSIONS], axes[:, ::-1][:, :_DIMENSIONS]
    strengths = np.maximum(strengths, 1e-6)
    if not np.isfinite(strengths).all() or strengths[0] < 1e-3:
        return None
    values = (values @ axes) / strengths**0.25 / math.sqrt(float(np.sqrt(strengths).sum()))
    return Looks(np.ascontiguousarray(values.reshape(*plane.shape[1:], -1), np.float32), stride)


def parts_of(around: Surroundings, looks: Looks | None) -> Parts | None:
    """Part a mask in two; None where it is too thin for it."""
    import cv2

    inside = around.inside
    area = np.count_nonzero(inside)
    if area < _LEAST_CELLS:
        return None
    height, width = (min(max(round(side * _SIDE / math.sqrt(area)), 3), _MOST_CELLS, side) for side in inside.shape)
    within = cv2.resize(inside.astype(np.float32), (width, height), interpolation=cv2.INTER_AREA) >= 0.5
    rows, columns = np.nonzero(within)
    if len(rows) < _LEAST_CELLS:
        return None
    lab = cv2.cvtColor(cv2.resize(around.pixels, (width, height), interpolation=cv2.INTER_AREA), cv2.COLOR_RGB2LAB)
    values = lab.astype(np.float32)[within] / np.float32(_COLOR)
    if looks is not None:
        xs = around.x + (np.arange(width) + 0.5) * inside.shape[1] / width / around.scale
        ys = around.y + (np.arange(height) + 0.5) * inside.shape[0] / height / around.scale
        values = np.concatenate((values, _at(looks, xs, ys)[within]), axis=1)
    second, cut = _normalised_cut(within, rows, columns, values)
    if second is None:
        return None
    label = np.zeros((height, width), np.uint8)
    label[rows, columns] = np.where(second, 2, 1)
    # Pixels of the mask in cells that are not in it go with the cell that is next to them.
    _, nearest = cv2.distanceTransformWithLabels(
        (label == 0).astype(np.uint8), cv2.DIST_L2, 3, labelType=cv2.DIST_LABEL_PIXEL
    )
    of_cell = np.zeros(int(nearest.max()) + 1, np.uint8)
    of_cell[nearest[label > 0]] = label[label > 0]
    size = (inside.shape[1], inside.shape[0])
    large = cv2.resize(of_cell[nearest], size, interpolation=cv2.INTER_NEAREST)
    planes = (np.asarray(inside & (large == 1)), np.asarray(inside & (large == 2)))
    if not planes[0].any() or not planes[1].any():
        return None
    return Parts(planes, math.log(cut + _LEAST_CUT))


def _at(looks: Looks, xs: npt.NDArray[np.float64], ys: npt.NDArray[np.float64]) -> npt.NDArray[np.float32]:
    """Return what is seen at places of the image, float32 (len(ys), len(xs), D), between the middles of cells."""
    import cv2

    across, down = np.meshgrid(
        (xs / looks.stride - 0.5).astype(np.float32), (ys / looks.stride - 0.5).astype(np.float32)
    )
    found = []
    for first in range(0, looks.values.shape[2], 4):
        layer = np.ascontiguousarray(looks.values[..., first : first + 4])
        taken = cv2.remap(layer, across, down, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
        found.append(taken.reshape(*across.shape, -1))
    return np.concatenate(found, axis=2)


def _normalised_cut(
    within: BoolArray, rows: npt.NDArray[np.intp], columns: npt.NDArray[np.intp], values: npt.NDArray[np.float32]
) -> tuple[npt.NDArray[np.bool_] | None, float]:
    """Return which cells are in the second part, bool (N,), and the cut."""
    count = len(rows)
    index = np.full(within.shape, -1)
    index[rows, columns] = np.arange(count)
    ties = np.full((count, count), 1e-6, np.float32)
    for down, across in _TIES:
        y, x = rows + down, columns + across
        one = np.nonzero((y < within.shape[0]) & (x >= 0) & (x < within.shape[1]))[0]
        other = index[y[one], x[one]]
        one, other = one[other >= 0], other[other >= 0]
        apart = ((values[one] - values[other]) ** 2).sum(axis=1)
        ties[one, other] = ties[other, one] = np.exp(-_STEEPNESS * apart)
    np.fill_diagonal(ties, 1.0)
    degrees = ties.sum(axis=1)
    root = np.sqrt(degrees)
    _, vectors = np.linalg.eigh(ties / root[:, None] / root[None])
    order = vectors[:, -2] / root
    best, least = None, math.inf
    for limit in np.quantile(order, np.linspace(0.1, 0.9, _QUANTILES)):
        second = order > limit
        if not second.any() or second.all():
            continue
        between = float(ties[second][:, ~second].sum())
        cut = between * float(1 / degrees[second].sum() + 1 / degrees[~second].sum())
        if cut < least:
            best, least = second, cut
    return best, least
