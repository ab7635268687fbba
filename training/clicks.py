"""Simulated annotators: where a person clicks, and how roughly they draw a box.

Follows RITM (Sofiiuk et al. 2021) and SAM (Kirillov et al. 2023): the first click lies deep
inside the region, each correction in the middle of the largest mistake. numpy and opencv only.
"""

from __future__ import annotations

import cv2
import numpy as np
import numpy.typing as npt

Mask = npt.NDArray[np.bool_]


def largest_part(mask: Mask) -> tuple[Mask, int]:
    """Return the largest connected part of a mask and its area in pixels."""
    count, parts, stats, _ = cv2.connectedComponentsWithStats(mask.astype(np.uint8))
    if count <= 1:
        return mask, 0
    best = 1 + int(np.argmax(stats[1:, cv2.CC_STAT_AREA]))
    return parts == best, int(stats[best, cv2.CC_STAT_AREA])


def depth_of(mask: Mask) -> npt.NDArray[np.float32]:
    """Return each pixel's distance to the outside of the mask; the image border counts as outside."""
    padded = np.pad(mask.astype(np.uint8), 1)
    return cv2.distanceTransform(padded, cv2.DIST_L2, 5)[1:-1, 1:-1].astype(np.float32)


def click_inside(part: Mask, rng: np.random.Generator | None) -> tuple[float, float]:
    """Return (x, y) deep in a connected part: the deepest pixel, or without `rng` always that.

    With `rng`, any pixel at least a random share of the greatest depth away from the border.
    """
    depth = depth_of(part)
    greatest = float(depth.max())
    if rng is None:
        y, x = np.unravel_index(int(np.argmax(depth)), depth.shape)
    else:
        ys, xs = np.nonzero(depth >= greatest * rng.uniform(0.1, 1.0))
        pick = int(rng.integers(len(ys)))
        y, x = ys[pick], xs[pick]
    return float(x), float(y)


def correcting_click(predicted: Mask, truth: Mask, rng: np.random.Generator | None) -> tuple[float, float, int] | None:
    """Return (x, y, label) in the largest wrong part, label 1 where the mask misses; None if all is right."""
    missed, missed_area = largest_part(truth & ~predicted)
    spilled, spilled_area = largest_part(predicted & ~truth)
    if missed_area == 0 and spilled_area == 0:
        return None
    positive = missed_area >= spilled_area
    x, y = click_inside(missed if positive else spilled, rng)
    return x, y, int(positive)


def rough_box(mask: Mask, rng: np.random.Generator) -> tuple[float, float, float, float]:
    """Return the region's xyxy box; six times in ten with each side moved by up to a tenth of its length."""
    x, y, w, h = cv2.boundingRect(mask.astype(np.uint8))
    box = np.array([x, y, x + w, y + h], np.float64)
    if rng.random() < 0.6:
        spread = rng.uniform(0, 0.1)
        box += rng.normal(0, 1, 4).clip(-2, 2) * spread * np.array([w, h, w, h])
    x0, y0, x1, y1 = (float(v) for v in box)
    return x0, y0, max(x1, x0 + 1), max(y1, y0 + 1)
