"""A mask keeps every pixel, and nothing from outside reaches the C library unchecked."""

from __future__ import annotations

import json
import math
import subprocess
import sys
from typing import Any

import numpy as np
import numpy.typing as npt
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as st_numpy
from patience import PROGRAM_S
from pycocotools import mask as coco_mask

from sam_annotator.core.errors import MaskError
from sam_annotator.core.mask import Mask

Plane = npt.NDArray[np.bool_]

planes = st_numpy.arrays(np.bool_, st_numpy.array_shapes(min_dims=2, max_dims=2, max_side=24))


def ring() -> Plane:
    plane = np.zeros((9, 11), np.bool_)
    plane[2:8, 3:9] = True
    plane[4:6, 5:7] = False
    return plane


def special_planes() -> dict[str, Plane]:
    """Return masks at the edge of what there is."""
    empty, full = np.zeros((7, 5), np.bool_), np.ones((7, 5), np.bool_)
    corners, border, checkers = empty.copy(), full.copy(), np.indices((8, 9)).sum(axis=0) % 2 == 0
    corners[[0, 0, -1, -1], [0, -1, 0, -1]] = True
    border[1:-1, 1:-1] = False
    single = empty.copy()
    single[3, 2] = True
    return {
        "empty": empty,
        "full": full,
        "one pixel": single,
        "corners": corners,
        "border": border,
        "checkers": checkers,
        "inverse checkers": ~checkers,
        "ring": ring(),
        "1 x 1": np.ones((1, 1), np.bool_),
        "row": np.ones((1, 300), np.bool_),
        "column": np.ones((300, 1), np.bool_),
        "last column": np.arange(35).reshape(7, 5) % 5 == 4,
        "large": np.add.outer(np.arange(900) ** 2, np.arange(1100) ** 2) < 400_000,
    }


special = pytest.mark.parametrize("plane", [pytest.param(p, id=name) for name, p in special_planes().items()])


def assert_all_views_agree(plane: Plane) -> None:
    """Compare every view of a mask with the pixels it was made from."""
    mask = Mask.from_array(plane)
    height, width = plane.shape
    assert mask.size_hw == (height, width)
    assert (mask.to_array() == plane).all() and mask.to_array().dtype == np.bool_
    assert mask.area == int(plane.sum())
    assert mask.is_empty == (not plane.any())
    ys, xs = np.nonzero(plane)
    box = (xs.min(), ys.min(), np.ptp(xs) + 1, np.ptp(ys) + 1) if xs.size else (0, 0, 0, 0)
    assert mask.bbox_xywh == box
    assert all(type(v) is int for v in (*mask.bbox_xywh, mask.area, *mask.size_hw))
    x, y, crop = mask.to_crop()
    again = np.zeros_like(plane)
    again[y : y + crop.shape[0], x : x + crop.shape[1]] = crop
    assert (again == plane).all() and crop.shape == box[:1:-1] and crop.dtype == np.bool_

    counts = mask.uncompressed_counts()
    assert sum(counts) == plane.size and all(c > 0 for c in counts[1:])
    runs = np.repeat(np.arange(len(counts)) % 2 == 1, counts)
    assert (plane == runs.reshape(width, height).T).all()
    expected = coco_mask.encode(np.asfortranarray(plane.astype(np.uint8)))
    assert mask.to_coco_rle() == {"size": [height, width], "counts": expected["counts"].decode()}
    assert json.loads(json.dumps(mask.to_coco_rle())) == mask.to_coco_rle()
    for same in (Mask(plane.shape, mask.counts), Mask.from_uncompressed(plane.shape, counts)):
        assert same == mask and hash(same) == hash(mask)
    assert Mask.from_trusted_rle(plane.shape, mask.counts) == mask


@special
def test_special_masks_keep_every_pixel(plane: Plane) -> None:
    """Else objects with holes, at the border or of one pixel come back changed."""
    assert_all_views_agree(plane)


@settings(max_examples=300, deadline=None)
@given(planes)
def test_any_mask_keeps_every_pixel(plane: Plane) -> None:
    """Else some masks come back changed."""
    assert_all_views_agree(plane)


@pytest.mark.parametrize("dtype", [np.uint8, np.int32, np.float32, np.uint16])
def test_any_array_of_pixels(dtype: type) -> None:
    """Else a mask painted or imported as grey values 0 and 255 loses pixels."""
    plane = ring()
    assert Mask.from_array((plane * 200).astype(dtype)) == Mask.from_array(plane)


def test_strided_arrays() -> None:
    """Else a mask cut from a larger one is garbled."""
    large = np.random.default_rng(1).random((40, 60)) < 0.5
    for view in (large[::2, ::3], large[::-1, 5:20], large.T, np.asfortranarray(large)):
        assert (Mask.from_array(view).to_array() == view).all()


@pytest.mark.parametrize("shape", [(0, 5), (5, 0), (5,), (2, 3, 4), ()])
def test_arrays_that_are_no_mask(shape: tuple[int, ...]) -> None:
    """Else an empty crop ends in a crash of the C library."""
    with pytest.raises(MaskError):
        Mask.from_array(np.zeros(shape, np.bool_))


@given(planes, st.data())
def test_contains_is_the_pixel_under_the_pointer(plane: Plane, data: st.DataObject) -> None:
    """Else a click beside an object selects it, or a click on it does not."""
    mask = Mask.from_array(plane)
    x = data.draw(st.floats(-2, plane.shape[1] + 2))
    y = data.draw(st.floats(-2, plane.shape[0] + 2))
    column, row = math.floor(x), math.floor(y)
    inside = 0 <= column < plane.shape[1] and 0 <= row < plane.shape[0]
    assert mask.contains(x, y) == (inside and bool(plane[row, column]))


@pytest.mark.parametrize("x,y", [(math.nan, 1), (1, math.nan), (math.inf, 1), (1, -math.inf), (1e300, 1e300)])
def test_contains_takes_any_number(x: float, y: float) -> None:
    """Else a pointer event with a wild position, as some tablets send, ends in a traceback."""
    assert not Mask.from_array(np.ones((4, 4), np.bool_)).contains(x, y)


@given(st_numpy.arrays(np.bool_, (2, 9, 13)))
def test_iou_counts_pixels(pair: npt.NDArray[np.bool_]) -> None:
    """Else the IoU shown for a simplified polygon is wrong."""
    a, b = pair
    union = int((a | b).sum())
    expected = int((a & b).sum()) / union if union else 1.0
    assert Mask.from_array(a).iou(Mask.from_array(b)) == pytest.approx(expected)


def test_iou_of_other_sizes_is_refused() -> None:
    """Else masks of two images are compared, and the number means nothing."""
    with pytest.raises(MaskError):
        Mask.from_array(np.ones((4, 5), np.bool_)).iou(Mask.from_array(np.ones((5, 4), np.bool_)))


def test_equality() -> None:
    """Else a mask counts as changed, or as unchanged, when it is not."""
    a = Mask.from_array(np.ones((2, 3), np.bool_))
    assert a == Mask.from_array(np.ones((2, 3), np.bool_))
    assert a != Mask.from_array(np.ones((3, 2), np.bool_))
    assert a != "mask"
    assert "area=6" in repr(a)


@given(st.lists(st.integers(0, 5), min_size=1, max_size=30))
def test_any_counts_mean_what_they_say(counts: list[int]) -> None:
    """Else RLE of another program, with empty runs in it, changes pixels or counts as a different mask."""
    total = sum(counts)
    if total == 0:
        return
    plane = np.repeat(np.arange(len(counts)) % 2 == 1, counts).reshape(1, total).T
    mask = Mask.from_uncompressed(plane.shape, counts)
    assert (mask.to_array() == plane).all()
    assert mask == Mask.from_array(plane)


def compressed(counts: list[int]) -> str:
    """Compress counts as they stand (maskApi.c, rleToString)."""
    text = []
    for i, count in enumerate(counts):
        rest = count - (counts[i - 2] if i > 2 else 0)
        more = True
        while more:
            bits, rest = rest & 0x1F, rest >> 5
            more = rest != (-1 if bits & 0x10 else 0)
            text.append(chr((bits | (0x20 if more else 0)) + 48))
    return "".join(text)


@given(st.lists(st.integers(0, 100_000), min_size=1, max_size=12))
@example([0, 0, 1])
@example([4, 0, 0, 0, 4])
def test_any_compressed_counts_are_read(counts: list[int]) -> None:
    """Else compressed RLE of another program, not in canonical form, is refused or misread."""
    total = sum(counts)
    if 0 < total <= 1 << 20:
        assert Mask((total, 1), compressed(counts)) == Mask.from_uncompressed((total, 1), counts)


BAD_COMPRESSED: dict[str, Any] = {
    "nothing": "",
    "too short": compressed([3]),
    "too long": compressed([30]),
    "zero only": "0",
    "negative": compressed([20, -8, 8]),
    "negative difference": compressed([5, 5, 5, -5, 10]),
    "unfinished number": "P",
    "other letters": "é3",
    "a blank": "4 4",
    "not ASCII": "\ud800",
    "a newline": compressed([20]) + "\n",
    "wild number": "o" * 40 + "0",
    "64 bits": "oooooooooooo?",
    "bytes": b"d0",
    "a list": [20],
    "none": None,
    "a number": 20,
    # differences that add up so often that a 64-bit sum comes round to 20 again
    "wrapping sum": compressed([0, 1 << 38] + [1 << 38] * 2),
}


@pytest.mark.parametrize("counts", [pytest.param(c, id=name) for name, c in BAD_COMPRESSED.items()])
def test_damaged_compressed_counts_are_refused(counts: Any) -> None:
    """Else a damaged file decodes to uninitialised memory or ends the program."""
    with pytest.raises(MaskError):
        Mask((4, 5), counts)


BAD_COUNTS: dict[str, Any] = {
    "nothing": [],
    "too few": [3, 4],
    "too many": [20, 20],
    "negative": [30, -10],
    "fractions": [10.0, 10.0],
    "numbers as text": ["10", "10"],
    "booleans": [True, 19],
    "huge": [10**30],
    "wrapping": [(1 << 64) + 20],
    "NaN": [math.nan],
    "none": None,
    "a number": 20,
    "text": "20",
    "a dict": {20: 0},
    "nested": [[20]],
}


@pytest.mark.parametrize("counts", [pytest.param(c, id=name) for name, c in BAD_COUNTS.items()])
def test_damaged_counts_are_refused(counts: Any) -> None:
    """Else a file with counts that don't sum to the image shows uninitialised memory as a mask."""
    with pytest.raises(MaskError):
        Mask.from_uncompressed((4, 5), counts)


BAD_SIZES: list[Any] = [
    (0, 5), (5, 0), (-4, -5), (4,), (4, 5, 6), (4.0, 5.0), ("4", "5"), (True, True), None, 20, "45", {4: 1, 5: 1},
    (1 << 20, 1 << 20), (1 << 40, 1), (10**30, 1), (math.nan, 5),
]  # fmt: skip


@pytest.mark.parametrize("size", BAD_SIZES, ids=repr)
def test_impossible_sizes_are_refused(size: Any) -> None:
    """Else a size of 0, or of a terabyte, ends the program with a floating-point fault or without memory."""
    for attempt in (
        lambda: Mask(size, "d0"),
        lambda: Mask.from_uncompressed(size, [20]),
        lambda: Mask.from_polygons([[0, 0, 3, 0, 3, 3]], size),
    ):
        with pytest.raises(MaskError):
            attempt()


BAD_POLYGONS: dict[str, Any] = {
    "two points": [[0, 0, 3, 3]],
    "odd": [[0, 0, 3, 0, 3, 3, 1]],
    "nothing": [[]],
    "wild": [[0, 0, 1e9, 0, 3, 3]],
    "wild and negative": [[0, 0, -1e9, 0, 3, 3]],
    "huge": [[0, 0, 1e308, 0, 3, 3]],
    "huge integer": [[0, 0, 10**400, 0, 3, 3]],
    "NaN": [[0, 0, math.nan, 0, 3, 3]],
    "infinite": [[0, 0, math.inf, 0, 3, 3]],
    "text": [["0", "0", "3", "0", "3", "3"]],
    "booleans": [[True, False, True, True, False, False]],
    "none inside": [[0, 0, None, 0, 3, 3]],
    "pairs": [[[0, 0], [3, 0], [3, 3], [0, 3], [1, 1], [2, 2]]],
    "one flat list": [0, 0, 3, 0, 3, 3],
    "a string": ["000333"],
    "an RLE": [{"counts": [20], "size": [4, 5]}],
    "none": None,
    "a number": 7,
    "one good, one bad": [[0, 0, 3, 0, 3, 3], [0, 0, 3, 3]],
}


@pytest.mark.parametrize("polygons", [pytest.param(p, id=name) for name, p in BAD_POLYGONS.items()])
def test_damaged_polygons_are_refused(polygons: Any) -> None:
    """Else one wild coordinate in a file is a segmentation fault."""
    with pytest.raises(MaskError):
        Mask.from_polygons(polygons, (4, 5))


def test_no_polygons_is_an_empty_mask() -> None:
    """Else an annotation of another program without any polygon stops an import in the wrong place."""
    assert Mask.from_polygons([], (4, 5)).is_empty


@settings(deadline=None)
@given(st.lists(st.lists(st.integers(-20, 40) | st.floats(-20, 40), min_size=6, max_size=12), min_size=1, max_size=4))
def test_polygons_fill_as_pycocotools_does(polygons: list[list[float]]) -> None:
    """Else an imported polygon covers other pixels than in the program it came from."""
    even = [p[: len(p) // 2 * 2] for p in polygons]
    expected = coco_mask.decode(coco_mask.merge(coco_mask.frPyObjects([[float(v) for v in p] for p in even], 20, 20)))
    assert (Mask.from_polygons(even, (20, 20)).to_array() == expected.astype(bool)).all()


NASTY = """
import json, math, sys
from sam_annotator.core.errors import MaskError
from sam_annotator.core.mask import Mask
refused = 0
side = 17000
zigzag = [v for i in range(50_000) for v in (-side if i % 2 else 2 * side, i % side)]
attempts = [
    lambda: Mask.from_polygons([[1e9, 1e9, 0, 0, 5, 5]], (4, 5)),
    lambda: Mask.from_polygons([[0, 0, 1e300, 0, 5, 5]], (4, 5)),
    lambda: Mask.from_polygons([[0, 0, 10**400, 0, 5, 5]], (4, 5)),
    lambda: Mask.from_polygons([[math.nan] * 6], (4, 5)),
    lambda: Mask.from_polygons([zigzag], (side, side)),
    lambda: Mask.from_polygons([[0, 0, 1, 1]], (4, 5)),
    lambda: Mask((0, 5), "0").bbox_xywh,
    lambda: Mask.from_uncompressed((0, 0), [0]).bbox_xywh,
    lambda: Mask.from_uncompressed((4, 5), [3]).to_array(),
    lambda: Mask.from_uncompressed((4, 5), [19, 2]).to_array(),
    lambda: Mask((4, 5), "3").to_array(),
    lambda: Mask((1 << 20, 1 << 20), "oooooooP").to_array(),
    lambda: Mask.from_uncompressed((1 << 20, 1 << 20), [0, 1 << 40]).to_array(),
    lambda: Mask((4, 5), wrapping_counts()).to_array(),
]
def wrapping_counts():
    # 63 bits and more in sum: each run is near 2**39, there are some ten thousand of them
    return "".join(["ooooooo7"] * 3 + ["ooooooo7"] * 8192)
for attempt in attempts:
    try:
        attempt()
    except MaskError:
        refused += 1
print(refused, len(attempts))
"""


def test_the_nastiest_files_do_not_crash() -> None:
    """Else opening a forged annotation file is a segmentation fault that takes the window with it."""
    done = subprocess.run([sys.executable, "-c", NASTY], capture_output=True, text=True, timeout=PROGRAM_S)
    assert done.returncode == 0, done.stderr
    refused, attempts = done.stdout.split()
    assert refused == attempts


@settings(max_examples=300, deadline=None)
@given(st.text(st.characters(min_codepoint=40, max_codepoint=115), max_size=40), st.integers(1, 30), st.integers(1, 30))
def test_random_counts_are_masks_or_refused(text: str, height: int, width: int) -> None:
    """Else some damaged file reads memory that is not a mask's."""
    try:
        mask = Mask((height, width), text)
    except MaskError:
        return
    assert sum(mask.uncompressed_counts()) == height * width
    assert mask.area == int(mask.to_array().sum())


@pytest.mark.parametrize("density", [0.0, 0.002, 0.5, 0.998, 1.0])
@pytest.mark.parametrize("order", ["C", "F"])
def test_planes_of_few_and_of_many_runs_are_encoded_alike(density: float, order: str) -> None:
    """A mask must have one encoding however it was made, or an export changes from run to run."""
    plane = np.random.default_rng(3).random((61, 47)) < density
    expected = coco_mask.encode(np.asfortranarray(plane.view(np.uint8)))["counts"].decode()
    assert Mask.from_array(np.asarray(plane, order=order)).counts == expected
    blocks = np.kron(plane[:9, :7], np.ones((40, 30), np.bool_))
    expected = coco_mask.encode(np.asfortranarray(blocks.view(np.uint8)))["counts"].decode()
    assert Mask.from_array(np.asarray(blocks, order=order)).counts == expected


@given(planes, st.tuples(*[st.integers(0, 3)] * 4))
def test_a_part_is_encoded_as_the_whole_is(part: Plane, margins: tuple[int, int, int, int]) -> None:
    """Objects found automatically would lie elsewhere than in the photograph, or have an end missing."""
    top, bottom, left, right = margins
    plane = np.pad(part, ((top, bottom), (left, right)))
    assert Mask.from_crop(plane.shape, left, top, part) == Mask.from_array(plane)


@pytest.mark.parametrize("x, y, height, width", [(3, 2, 4, 5), (0, 0, 0, 0), (0, 2, 5, 0), (2, 0, 0, 4), (6, 3, 4, 2)])
def test_parts_at_the_edges(x: int, y: int, height: int, width: int) -> None:
    """A part that fills the image's height, or has no pixels, would be encoded wrongly."""
    for part in (np.ones((height, width), np.bool_), np.zeros((height, width), np.bool_)):
        plane = np.zeros((7, 8), np.bool_)
        plane[y : y + height, x : x + width] = part
        assert Mask.from_crop((7, 8), x, y, part) == Mask.from_array(plane)


@pytest.mark.parametrize("x, y", [(-1, 0), (0, -1), (5, 0), (0, 4)])
def test_a_part_that_reaches_out_of_the_image_is_refused(x: int, y: int) -> None:
    """The mask would go on at the other side of the image."""
    with pytest.raises(MaskError):
        Mask.from_crop((7, 8), x, y, np.ones((4, 4), np.bool_))


def test_a_part_of_many_runs_is_encoded_alike() -> None:
    """A noisy object would take the slow way and come out different."""
    part = np.random.default_rng(0).random((60, 70)) < 0.5
    plane = np.pad(part, ((3, 4), (5, 6)))
    assert Mask.from_crop(plane.shape, 5, 3, part) == Mask.from_array(plane)
