"""Generated scenes: textured shapes over textures, fully labelled, for the first steps.

Textures come from photographs and from noise; labels from the order of painting.
"""

from __future__ import annotations

import cv2
import numpy as np

from training.augment import Image, Labels, shift_colours


def texture(photo: Image, size: int, rng: np.random.Generator) -> Image:
    """Return size x size pixels of one kind of stuff: photo detail, soft noise or a gradient."""
    kind = rng.random()
    if kind < 0.65:
        height, width = photo.shape[:2]
        side = int(rng.integers(24, max(25, min(height, width) // 3)))
        y, x = int(rng.integers(0, height - side + 1)), int(rng.integers(0, width - side + 1))
        patch = cv2.resize(photo[y : y + side, x : x + side], (size // 2, size // 2), interpolation=cv2.INTER_LINEAR)
        tiled = np.vstack([np.hstack([patch, patch[:, ::-1]]), np.hstack([patch[::-1], patch[::-1, ::-1]])])
        return shift_colours(cv2.resize(tiled, (size, size)).astype(np.uint8), rng)
    cells = int(rng.integers(2, 5)) if kind < 0.85 else int(rng.integers(16, 96))
    base = rng.uniform(0, 255, 3)
    noise = base + rng.normal(0, rng.uniform(4, 30), (cells, cells, 3))
    soft = cv2.resize(noise.astype(np.float32), (size, size), interpolation=cv2.INTER_CUBIC)
    return np.clip(soft, 0, 255).astype(np.uint8)


def shape_mask(size: int, rng: np.random.Generator) -> Image:
    """Return size x size uint8 0 or 1: an ellipse, polygon, bar or blob, whole or with a hole."""
    mask = np.zeros((size, size), np.uint8)
    centre = rng.uniform(0.05, 0.95, 2) * size
    radius = float(np.exp(rng.uniform(np.log(0.05), np.log(0.45)))) * size
    kind = rng.random()
    if kind < 0.3:
        axes = (max(2, int(radius)), max(2, int(radius * rng.uniform(0.25, 1))))
        cv2.ellipse(mask, tuple(int(v) for v in centre), axes, rng.uniform(0, 180), 0, 360, 1, -1)
    elif kind < 0.65:
        angles = np.sort(rng.uniform(0, 2 * np.pi, int(rng.integers(3, 10))))
        reach = radius * rng.uniform(0.4, 1.2, len(angles))
        corners = centre + np.stack([np.cos(angles) * reach, np.sin(angles) * reach], axis=1)
        cv2.fillPoly(mask, [corners.astype(np.int32)], 1)
    elif kind < 0.75:
        end = rng.uniform(0, 1, 2) * size
        ends = tuple(int(v) for v in centre), tuple(int(v) for v in end)
        cv2.line(mask, ends[0], ends[1], 1, int(rng.integers(3, max(4, size // 12))))
    else:
        field = rng.normal(0, 1, (int(rng.integers(3, 9)),) * 2).astype(np.float32)
        field = cv2.resize(field, (size, size), interpolation=cv2.INTER_CUBIC)
        ys, xs = np.ogrid[:size, :size]
        away = np.hypot(xs - centre[0], ys - centre[1]) / radius
        mask = ((field * 0.5 + 1 - away) > 0).astype(np.uint8)
    if rng.random() < 0.12:
        hole = int(max(2, radius * rng.uniform(0.2, 0.5)))
        cv2.circle(mask, tuple(int(v) for v in centre), hole, 0, -1)
    return mask.astype(np.uint8)


def generate_scene(photos: list[Image], size: int, rng: np.random.Generator) -> tuple[Image, Labels]:
    """Return a scene (size,size,3) and its labels, textured from the given photographs."""
    pick = lambda: photos[int(rng.integers(len(photos)))]  # noqa: E731
    image = texture(pick(), size, rng)
    labels = np.ones((size, size), np.uint16)
    for number in range(2, 2 + int(rng.integers(3, 12))):
        mask = shape_mask(size, rng)
        if rng.random() < 0.4:
            mask = (cv2.GaussianBlur(mask.astype(np.float32), (0, 0), rng.uniform(0.5, 2)) > 0.5).astype(np.uint8)
        fill = texture(pick(), size, rng)
        chosen = mask > 0
        image[chosen] = fill[chosen]
        labels[chosen] = number
    if rng.random() < 0.6:
        image = cv2.GaussianBlur(image, (0, 0), rng.uniform(0.4, 1.0)).astype(np.uint8)
    return image, labels
