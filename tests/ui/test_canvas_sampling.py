"""Sampling of images and masks in device pixels, against plain arithmetic."""

from __future__ import annotations

import numpy as np
import pytest

from sam_annotator.core.mask import Mask
from sam_annotator.ui.canvas.pyramid import DenseMask, prepare_image, sample_image
from sam_annotator.ui.canvas.runs import MaskRuns
from sam_annotator.ui.canvas.shading import picture_of, shaded
from sam_annotator.ui.canvas.styles import ACCEPTED, DRAFT, HOVERED, PREVIEW, SELECTED, color_table


def blobs(seed: int, h: int = 90, w: int = 130) -> np.ndarray:
    rng = np.random.default_rng(seed)
    ys, xs = np.mgrid[:h, :w]
    pixels = np.zeros((h, w), bool)
    for _ in range(6):
        cx, cy, r = rng.integers(0, w), rng.integers(0, h), rng.integers(2, 30)
        inside = (xs - cx) ** 2 + (ys - cy) ** 2 < r * r
        pixels = pixels | inside if rng.random() < 0.7 else pixels & ~inside
    pixels[rng.integers(0, h), rng.integers(0, w)] ^= True
    return pixels


def whole(pixels: np.ndarray, zoom: float) -> tuple[int, int, int, int]:
    return (-5, -5, round(pixels.shape[1] * zoom) + 10, round(pixels.shape[0] * zoom) + 10)


def nearest(pixels: np.ndarray, zoom: float, rect: tuple[int, int, int, int]) -> np.ndarray:
    u, v, w, h = rect
    out = np.zeros((h, w), bool)
    for row in range(h):
        for column in range(w):
            x, y = int(np.floor((u + column + 0.5) / zoom)), int(np.floor((v + row + 0.5) / zoom))
            if 0 <= x < pixels.shape[1] and 0 <= y < pixels.shape[0]:
                out[row, column] = pixels[y, x]
    return out


@pytest.mark.parametrize("seed", range(8))
@pytest.mark.parametrize("zoom", [1.0, 2.0, 3.7])
def test_masks_zoomed_in_are_right_to_the_pixel(seed: int, zoom: float) -> None:
    """Else an outline would lie beside the pixel edge it marks."""
    pixels = blobs(seed, 40, 50)
    if not pixels.any():
        pytest.skip("nothing to see")
    rect = whole(pixels, zoom)
    expected = nearest(pixels, zoom, rect)
    sampled = MaskRuns(Mask.from_array(pixels)).sample(zoom, rect)
    inner = np.s_[5:-6, 5:-6]  # a device pixel at the border may be half outside
    assert (sampled[inner] == expected[inner] * 255).all()
    if zoom >= 2:
        assert (DenseMask(pixels).sample(zoom, rect)[inner] == expected[inner] * 255).all()


@pytest.mark.parametrize("seed", range(8))
def test_masks_zoomed_out_show_how_much_is_covered(seed: int) -> None:
    """Else edges would be ragged and places wrong when zoomed out."""
    pixels = blobs(seed, 96, 128)
    if not pixels.any():
        pytest.skip("nothing to see")
    covered = pixels.reshape(24, 4, 32, 4).mean(axis=(1, 3))
    sampled = MaskRuns(Mask.from_array(pixels)).sample(0.25, (0, 0, 32, 24))
    assert ((sampled > 0) == (covered > 0)).all()
    assert ((sampled == 255) == (covered == 1)).all()
    assert (np.diff(sampled[np.unravel_index(np.argsort(covered, axis=None), covered.shape)].astype(int)) >= 0).all()
    dense = DenseMask(pixels).sample(0.25, (0, 0, 32, 24)).astype(int)
    assert np.abs(dense - covered * 255).mean() < 20


@pytest.mark.parametrize("zoom", [0.03, 0.1, 0.6])
def test_single_pixels_and_thin_lines_stay_visible(zoom: float) -> None:
    """Else small objects would vanish when the whole image is shown."""
    pixels = np.zeros((400, 600), bool)
    pixels[200, :] = True
    pixels[50, 300] = True
    sampled = MaskRuns(Mask.from_array(pixels)).sample(zoom, (0, 0, round(600 * zoom), round(400 * zoom)))
    assert (sampled.max(axis=0) > 90).all()
    assert sampled[: round(150 * zoom)].max() > 90


@pytest.mark.parametrize("seed", range(10))
def test_runs_know_their_pixels(seed: int) -> None:
    """Else a click would select another annotation than the one seen."""
    pixels = blobs(seed)
    pixels[:, 20:24] |= seed % 2 == 0  # whole columns: runs that go on from one to the next
    if not pixels.any():
        pytest.skip("nothing to see")
    runs = MaskRuns(Mask.from_array(pixels))
    assert (runs.region(0, 0, 130, 90) == pixels).all()
    assert (runs.region(10, 15, 70, 60) == pixels[15:60, 10:70]).all()
    for y in range(0, 90, 7):
        for x in range(0, 130, 5):
            assert runs.contains(x + 0.5, y + 0.5) == pixels[y, x]
    assert (DenseMask(pixels).region(10, 15, 70, 60) == pixels[15:60, 10:70]).all()


@pytest.mark.parametrize("size", [(1, 1), (1, 9000), (7000, 3), (601, 799)])
def test_images_of_every_shape_can_be_sampled(size: tuple[int, int]) -> None:
    """Else a strip or a single pixel would crash the window."""
    rng = np.random.default_rng(0)
    image = prepare_image(rng.integers(0, 256, (*size, 3), np.uint8))
    for zoom in (0.01, 0.3, 0.5, 1.0, 1.5, 2.0, 9.0):
        w, h = min(max(round(size[1] * zoom), 1), 300), min(max(round(size[0] * zoom), 1), 300)
        assert sample_image(image, zoom, (0, 0, w, h)).shape == (h, w, 4)


def test_image_at_100_percent_is_the_image() -> None:
    """Else 100 % would be blurred."""
    pixels = np.random.default_rng(1).integers(0, 256, (300, 400, 3), np.uint8)
    sampled = sample_image(prepare_image(pixels), 1.0, (37, 21, 256, 200))
    assert (sampled[..., 2::-1] == pixels[21:221, 37:293]).all() and (sampled[..., 3] == 255).all()


@pytest.mark.parametrize("zoom", [0.11, 0.25, 0.4, 0.7, 1.3, 3.0])
def test_image_keeps_its_places_at_every_zoom(zoom: float) -> None:
    """Else masks and image would not lie on each other."""
    pixels = np.zeros((800, 1000, 3), np.uint8)
    pixels[300:500, 200:600] = (255, 0, 0)
    sampled = sample_image(prepare_image(pixels), zoom, (0, 0, round(1000 * zoom), round(800 * zoom)))
    red = sampled[..., 2] / 255.0
    assert red[round(400 * zoom)].sum() / zoom == pytest.approx(400, abs=1.5 / zoom)
    middle = (red[round(400 * zoom)] * (np.arange(red.shape[1]) + 0.5)).sum() / red[round(400 * zoom)].sum()
    assert middle == pytest.approx(400 * zoom, abs=0.5)


@pytest.mark.parametrize("style", [ACCEPTED, HOVERED, SELECTED, DRAFT, PREVIEW])
@pytest.mark.parametrize("dpr", [1.0, 2.0])
def test_color_tables_are_premultiplied_and_empty_outside(style, dpr: float) -> None:
    """Else masks would shine where they should not."""
    table = color_table("#e69f00", style, 0.45, dpr)
    parts = np.stack([(table >> shift) & 255 for shift in (24, 16, 8, 0)], axis=1).astype(int)
    assert table[0] == 0
    assert (parts[:, 1:] <= parts[:, :1] + 1).all()
    assert 0 < parts[255, 0] < 255
    assert parts[128, 0] > parts[255, 0]  # the edge stands out from the fill


@pytest.mark.parametrize(("dpr", "size"), [(1.0, (300, 420)), (2.0, (517, 391)), (1.0, (40, 30))])
@pytest.mark.parametrize("seed", range(4))
def test_the_picture_of_a_mask_has_no_seams(seed: int, dpr: float, size: tuple[int, int]) -> None:
    """It is made in pieces: a line would show where two of them meet, or a part of the mask be missing."""
    height, width = size
    pixels = blobs(seed, height, width)
    noise = np.random.default_rng(seed).random((height, width)) < 0.5
    table = color_table("#4dabf7", DRAFT, 0.4, dpr)
    for content in (pixels, noise, np.ones_like(pixels), np.zeros_like(pixels)):
        mask = DenseMask(content)
        rect = (-9, -9, width + 18, height + 18)
        _, argb = picture_of(mask, 1.0, rect, dpr, table)
        assert np.array_equal(argb, table[shaded(mask, 1.0, rect, dpr)])
