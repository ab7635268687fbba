"""Geometric and photometric augmentation of a photograph with its region labels.

numpy and opencv only, so that it runs in loader processes. Arrays: image (H,W,3) uint8 RGB,
labels (H,W) uint16.
"""

from __future__ import annotations

import cv2
import numpy as np
import numpy.typing as npt

Image = npt.NDArray[np.uint8]
Labels = npt.NDArray[np.uint16]


def random_view(
    image: Image, labels: Labels, size: int, rng: np.random.Generator, *, whole: bool, reference: int
) -> tuple[Image, Labels]:
    """Cut a random view of at most size x size.

    Args:
        image: the photograph.
        labels: its regions.
        size: side of the square that the view must fit into.
        rng: source of chance.
        whole: bring the longest side to `size`, as SamPredictor does, with a little stretch.
        reference: longest side of a photograph in use; a cut is taken from the photograph
            brought to 0.6 to 1.7 times that.
    """
    height, width = labels.shape
    longest = size if whole else reference * float(np.exp(rng.uniform(np.log(0.6), np.log(1.7))))
    stretch = float(np.exp(rng.uniform(-0.15, 0.15)))
    scale_x, scale_y = longest / max(height, width) * stretch, longest / max(height, width) / stretch
    if whole:
        fit = min(size / (width * scale_x), size / (height * scale_y))
        scale_x, scale_y = scale_x * fit, scale_y * fit
    out_w = int(min(size, round(width * scale_x)))
    out_h = int(min(size, round(height * scale_y)))
    if not whole and (out_w < size // 2 or out_h < size // 2):
        grow = size / 2 / min(out_w, out_h)
        scale_x, scale_y = scale_x * grow, scale_y * grow
        out_w, out_h = int(min(size, round(width * scale_x))), int(min(size, round(height * scale_y)))
    flip = rng.random() < 0.5
    angle = np.deg2rad(rng.normal(0, 8)) if rng.random() < 0.4 else 0.0
    shear = rng.normal(0, 0.06) if rng.random() < 0.3 else 0.0
    cos, sin = np.cos(angle), np.sin(angle)
    linear = np.array([[cos, -sin + shear], [sin, cos]]) @ np.diag([scale_x * (-1 if flip else 1), scale_y])
    half = np.array([width, height]) / 2
    slack = np.array([max(0.0, width * scale_x - out_w), max(0.0, height * scale_y - out_h)])
    centre = np.array([out_w, out_h]) / 2 + rng.uniform(-0.5, 0.5, 2) * slack
    matrix = np.column_stack([linear, centre - linear @ half]).astype(np.float64)
    shrinking = min(scale_x, scale_y) < 0.6
    source = cv2.GaussianBlur(image, (0, 0), 0.35 / min(scale_x, scale_y)) if shrinking else image
    view = cv2.warpAffine(source, matrix, (out_w, out_h), flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_REFLECT_101)
    regions = cv2.warpAffine(
        labels, matrix, (out_w, out_h), flags=cv2.INTER_NEAREST, borderMode=cv2.BORDER_CONSTANT, borderValue=0
    )
    if angle == 0.0 and shear == 0.0:
        return view.astype(np.uint8), regions.astype(np.uint16)
    inside = cv2.warpAffine(np.full_like(labels, 255, np.uint8), matrix, (out_w, out_h), flags=cv2.INTER_NEAREST)
    view[inside == 0] = 0
    return view.astype(np.uint8), regions.astype(np.uint16)


def shift_colours(image: Image, rng: np.random.Generator) -> Image:
    """Change light, contrast, tint, saturation and sharpness at random."""
    if rng.random() < 0.08:
        image = image[..., rng.permutation(3)]
    table = np.arange(256, dtype=np.float32) / 255
    curves = []
    gamma, gain, lift = np.exp(rng.normal(0, 0.25)), np.exp(rng.normal(0, 0.2)), rng.normal(0, 0.06)
    for _ in range(3):
        tint = np.exp(rng.normal(0, 0.08))
        curves.append((table ** (gamma * np.exp(rng.normal(0, 0.05)))) * gain * tint + lift)
    lookup = (np.clip(np.stack(curves, axis=1), 0, 1) * 255).astype(np.uint8)[None]
    image = cv2.LUT(np.ascontiguousarray(image), lookup)
    chance = rng.random()
    if chance < 0.5:
        grey = cv2.cvtColor(cv2.cvtColor(image, cv2.COLOR_RGB2GRAY), cv2.COLOR_GRAY2RGB)
        keep = 0.0 if chance < 0.06 else float(np.clip(rng.normal(1, 0.35), 0, 1.8))
        image = cv2.addWeighted(image, keep, grey, 1 - keep, 0)
    return _degrade(image.astype(np.uint8), rng)


def _degrade(image: Image, rng: np.random.Generator) -> Image:
    chance = rng.random()
    if chance < 0.12:
        image = cv2.GaussianBlur(image, (0, 0), rng.uniform(0.4, 1.6)).astype(np.uint8)
    elif chance < 0.24:
        noise = np.empty(image.shape, np.int8)
        cv2.randn(noise, 0, rng.uniform(2, 12))
        image = cv2.add(image, noise, dtype=cv2.CV_8U).astype(np.uint8)
    elif chance < 0.34:
        ok, data = cv2.imencode(".jpg", image, [cv2.IMWRITE_JPEG_QUALITY, int(rng.integers(25, 75))])
        if ok:
            image = cv2.imdecode(data, cv2.IMREAD_COLOR).astype(np.uint8)
    return image


def paste_region(
    image: Image, labels: Labels, source: Image, source_labels: Labels, region: int, rng: np.random.Generator
) -> None:
    """Paste one region of another photograph, in place, as a new region of `labels`."""
    mask = (source_labels == region).astype(np.uint8)
    x, y, w, h = cv2.boundingRect(mask)
    if min(w, h) < 4:
        return
    height, width = labels.shape
    wanted = float(np.exp(rng.uniform(np.log(0.08), np.log(0.7)))) * max(height, width)
    scale = min(wanted / max(w, h), 2.5)
    size = (max(3, round(w * scale)), max(3, round(h * scale)))
    method = cv2.INTER_AREA if scale < 1 else cv2.INTER_LINEAR
    patch = cv2.resize(source[y : y + h, x : x + w], size, interpolation=method)
    alpha = cv2.resize(mask[y : y + h, x : x + w].astype(np.float32), size, interpolation=cv2.INTER_LINEAR)
    if rng.random() < 0.5:
        patch, alpha = patch[:, ::-1], alpha[:, ::-1]
    if rng.random() < 0.5:
        patch = shift_colours(np.ascontiguousarray(patch), rng)
    left = int(rng.integers(-size[0] // 3, max(1, width - 2 * size[0] // 3)))
    top = int(rng.integers(-size[1] // 3, max(1, height - 2 * size[1] // 3)))
    x0, y0, x1, y1 = max(0, left), max(0, top), min(width, left + size[0]), min(height, top + size[1])
    if x1 - x0 < 3 or y1 - y0 < 3:
        return
    cut = (slice(y0 - top, y1 - top), slice(x0 - left, x1 - left))
    alpha = np.ascontiguousarray(alpha[cut])
    if rng.random() < 0.6:
        alpha = cv2.GaussianBlur(alpha, (0, 0), rng.uniform(0.5, 1.2))
    blend = alpha[..., None]
    target = image[y0:y1, x0:x1]
    target[:] = (target * (1 - blend) + patch[cut] * blend).astype(np.uint8)
    labels[y0:y1, x0:x1][alpha > 0.5] = int(labels.max()) + 1
