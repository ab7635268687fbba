"""Cut-outs, masks as PNG, arrays and overlays: read back by Pillow and numpy, pixel by pixel."""

from __future__ import annotations

import itertools
import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pytest
from picture_samples import CATEGORIES, HEIGHT, WIDTH, drawn, files, masks, options, picture_project, without
from PIL import Image as PilImage

from sam_annotator.core.errors import FormatError
from sam_annotator.core.image_io import read_image
from sam_annotator.core.mask import Mask
from sam_annotator.core.records import Annotation, Category, Dataset, Image
from sam_annotator.formats.base import ExportOptions
from sam_annotator.formats.registry import get_format

STEMS = {1: "a.jpg", 2: "a.png", 3: "deep/er/b", 4: "deep/er/c", 6: "done"}


@pytest.fixture
def dataset(tmp_path: Path) -> Dataset:
    return picture_project(tmp_path / "photos")


@pytest.mark.parametrize("frame", ["crop", "full"])
def test_cut_outs_hold_the_object_and_nothing_else(tmp_path: Path, dataset: Dataset, frame: str) -> None:
    """A cut-out would lack pixels of its object, or show what stood around it."""
    photos, out = tmp_path / "photos", tmp_path / "out"
    report = get_format("cutouts").write(dataset, out, options(photos, frame=frame))
    assert (report.images_out, report.annotations_out, report.left_out) == (4, 24, ())
    index = json.loads((out / "cutouts.json").read_text("utf-8"))
    assert files(out) == sorted(["cutouts.json", *(row["file"] for row in index)])
    by_id = {annotation.id: annotation for annotation in dataset.annotations}
    names = {image.id: image.file_name for image in dataset.images}
    for row in index:
        annotation = by_id.pop(row["annotation_id"])
        mask, pixels = annotation.mask.to_array(), read_image(photos / names[annotation.image_id])
        with PilImage.open(out / row["file"]) as picture:
            assert picture.mode == "RGBA"
            rgba = np.asarray(picture)
        x, y, w, h = (row["x"], row["y"], row["width"], row["height"])
        assert rgba.shape == (h, w, 4)
        assert (x, y, w, h) == (annotation.mask.bbox_xywh if frame == "crop" else (0, 0, WIDTH, HEIGHT))
        whole = np.zeros((HEIGHT, WIDTH), np.bool_)
        whole[y : y + h, x : x + w] = rgba[..., 3] == 255
        assert np.array_equal(whole, mask) and set(np.unique(rgba[..., 3])) <= {0, 255}
        assert np.array_equal(rgba[..., :3], (pixels * mask[..., None])[y : y + h, x : x + w])
        assert row["bbox"] == list(annotation.mask.bbox_xywh) and row["area"] == annotation.mask.area
        assert row["file"] == f"{STEMS[annotation.image_id]}-{annotation.id}.png"
    assert not by_id


def test_cut_outs_by_category(tmp_path: Path, dataset: Dataset) -> None:
    """Categories whose names are alike or no names of folders would be mixed up, or land beside the folder."""
    categories = (*CATEGORIES[:1], Category(4, "../Cat", "#56b4e9"), Category(200, "CAT", "#009e73"))
    out = tmp_path / "out"
    renamed = replace(dataset, categories=categories)
    get_format("cutouts").write(renamed, out, options(tmp_path / "photos", by_category=True))
    assert {path.name for path in out.iterdir() if path.is_dir()} == {"cat", "_Cat", "CAT~200"}
    assert sum(name.endswith(".png") for name in files(out)) == 24


def test_instance_masks(tmp_path: Path, dataset: Dataset) -> None:
    """An object would lose pixels to one below it, or its value could not be found again."""
    out = tmp_path / "out"
    report = get_format("png-instances").write(dataset, out, ExportOptions())
    assert (report.images_out, report.annotations_out) == (5, 24)
    assert files(out) == sorted(f"{stem}.{end}" for stem in STEMS.values() for end in ("png", "json"))
    for image_id, stem in STEMS.items():
        wanted = np.zeros((HEIGHT, WIDTH), np.uint16)
        objects = drawn(dataset, image_id)
        for value, annotation in enumerate(objects, start=1):
            wanted[annotation.mask.to_array()] = value
        with PilImage.open(out / f"{stem}.png") as picture:
            assert picture.mode.startswith("I")
            assert np.array_equal(np.asarray(picture), wanted)
        said = json.loads((out / f"{stem}.json").read_text("utf-8"))
        assert [v["annotation_id"] for v in said["values"]] == [a.id for a in objects]
        assert [v["value"] for v in said["values"]] == list(range(1, len(objects) + 1))
        assert [v["visible_area"] for v in said["values"]] == [
            int((wanted == value).sum()) for value in range(1, len(objects) + 1)
        ]
        assert (said["width"], said["height"], said["image_id"]) == (WIDTH, HEIGHT, image_id)
    assert "covered" in report.notes[0]


@pytest.mark.parametrize("plane", range(6))
def test_a_lone_mask_is_the_same_in_every_kind(tmp_path: Path, plane: int) -> None:
    """A hole, a part or a single pixel would be lost on the way."""
    pixels = masks()[plane]
    alone = Dataset(
        (Image(1, "x.png", WIDTH, HEIGHT, "ab"),), CATEGORIES, (Annotation(7, 1, 200, Mask.from_array(pixels)),)
    )
    for format_id, value in (("png-instances", 1), ("png-semantic", 200)):
        get_format(format_id).write(alone, tmp_path / format_id, ExportOptions())
        with PilImage.open(tmp_path / format_id / "x.png") as picture:
            assert np.array_equal(np.asarray(picture), pixels * value)
    for kind in ("bool", "rle"):
        get_format("npz").write(alone, tmp_path / kind, ExportOptions(values={"masks": kind}))
        with np.load(tmp_path / kind / "x.npz") as arrays:
            assert np.array_equal(unpacked(arrays)[0], pixels)


def test_every_value_of_sixteen_bits(tmp_path: Path) -> None:
    """Values above 255 or 32767 would come back as others, as careless 16-bit writers have them."""
    side = 256
    counts = [[i, 1, side * side - i - 1] for i in range(65_535)]
    annotations = tuple(
        Annotation(i + 1, 1, 1, Mask.from_uncompressed((side, side), runs)) for i, runs in enumerate(counts)
    )
    many = Dataset((Image(1, "x.png", side, side, "ab"),), CATEGORIES, annotations)
    get_format("png-instances").write(many, tmp_path / "out", ExportOptions())
    with PilImage.open(tmp_path / "out" / "x.png") as picture:
        values = np.asarray(picture).T.reshape(-1)
    assert np.array_equal(values[:-1], np.arange(1, 65_536)) and values[-1] == 0
    more = replace(many, annotations=(*annotations, replace(annotations[0], id=70_000)))
    with pytest.raises(FormatError, match=r"x\.png has 65536 annotations"):
        get_format("png-instances").write(more, tmp_path / "more", ExportOptions())
    assert not (tmp_path / "more").exists()


@pytest.mark.parametrize("palette", [True, False])
@pytest.mark.parametrize("values", ["id", "order"])
def test_semantic_masks(tmp_path: Path, dataset: Dataset, values: str, palette: bool) -> None:
    """A network would be trained on the wrong categories."""
    out = tmp_path / "out"
    report = get_format("png-semantic").write(
        dataset, out, ExportOptions(values={"values": values, "palette": palette})
    )
    assert (report.images_out, report.annotations_out) == (5, 24)
    assert "partly covered" in report.notes[0]
    assert files(out) == sorted(["categories.json", *(f"{stem}.png" for stem in STEMS.values())])
    said = json.loads((out / "categories.json").read_text("utf-8"))
    value_of = {row["category_id"]: row["value"] for row in said["values"]}
    assert value_of == ({1: 1, 4: 4, 200: 200} if values == "id" else {1: 1, 4: 2, 200: 3})
    for image_id, stem in STEMS.items():
        wanted = np.zeros((HEIGHT, WIDTH), np.uint8)
        for annotation in drawn(dataset, image_id):
            wanted[annotation.mask.to_array()] = value_of[annotation.category_id]
        with PilImage.open(out / f"{stem}.png") as picture:
            assert picture.mode == ("P" if palette else "L")
            assert np.array_equal(np.asarray(picture), wanted)
            if palette:
                shown = np.asarray(picture.convert("RGB"))
                assert (shown[wanted == value_of[4]] == (0x56, 0xB4, 0xE9)).all()


def test_category_ids_above_eight_and_sixteen_bits(tmp_path: Path) -> None:
    """Categories of imported files would become others."""
    pixels = masks()[0]

    def one(category_id: int) -> Dataset:
        return Dataset(
            (Image(1, "x.png", WIDTH, HEIGHT, "ab"),),
            (Category(3, "a", "#000000"), Category(category_id, "b", "#ffffff")),
            (Annotation(1, 1, category_id, Mask.from_array(pixels)),),
        )

    known = get_format("png-semantic")
    known.write(one(300), tmp_path / "deep", ExportOptions())
    with PilImage.open(tmp_path / "deep" / "x.png") as picture:
        assert np.array_equal(np.asarray(picture), pixels * 300)
    assert json.loads((tmp_path / "deep" / "categories.json").read_text())["bits"] == 16
    with pytest.raises(FormatError, match="70000"):
        known.write(one(70_000), tmp_path / "no", ExportOptions())
    known.write(one(70_000), tmp_path / "order", ExportOptions(values={"values": "order"}))
    with PilImage.open(tmp_path / "order" / "x.png") as picture:
        assert np.array_equal(np.asarray(picture), pixels * 2)


def unpacked(arrays: Mapping[str, npt.NDArray[np.generic]]) -> npt.NDArray[np.bool_]:
    """Return masks as the documentation says they are read."""
    if "masks" in arrays:
        return np.asarray(arrays["masks"], np.bool_)
    height, width = arrays["size_hw"].tolist()
    counts, starts = arrays["rle_counts"], arrays["rle_starts"].tolist()
    return np.array(
        [
            np.repeat(np.arange(end - start) % 2, counts[start:end]).reshape(width, height).T.astype(bool)
            for start, end in itertools.pairwise(starts)
        ],
        np.bool_,
    ).reshape(-1, height, width)


@pytest.mark.parametrize("kind", ["bool", "rle"])
def test_arrays(tmp_path: Path, dataset: Dataset, kind: str) -> None:
    """Masks, boxes and scores would not belong together."""
    out = tmp_path / "out"
    get_format("npz").write(dataset, out, ExportOptions(values={"masks": kind}))
    assert files(out) == sorted(["categories.json", *(f"{stem}.npz" for stem in STEMS.values())])
    for image_id, stem in STEMS.items():
        objects = drawn(dataset, image_id)
        with np.load(out / f"{stem}.npz", allow_pickle=False) as arrays:
            found = unpacked(arrays)
            assert found.shape == (len(objects), HEIGHT, WIDTH)
            for pixels, annotation in zip(found, objects, strict=True):
                assert np.array_equal(pixels, annotation.mask.to_array())
            assert arrays["annotation_ids"].tolist() == [a.id for a in objects]
            assert arrays["category_ids"].tolist() == [a.category_id for a in objects]
            assert arrays["bboxes"].tolist() == [list(a.mask.bbox_xywh) for a in objects]
            assert arrays["areas"].tolist() == [a.mask.area for a in objects]
            assert arrays["iscrowd"].tolist() == [a.iscrowd for a in objects]
            scores = np.array([np.nan if a.score is None else a.score for a in objects], np.float32)
            assert np.array_equal(arrays["scores"], scores, equal_nan=True)
            assert str(arrays["image"]) == dataset.images[image_id - 1].file_name
            assert ("masks" in arrays) == (kind == "bool") and "logits" not in arrays


def test_logits_are_asked_for(tmp_path: Path, dataset: Dataset) -> None:
    """Logits would stand beside the wrong object, or an export without an engine would leave them out silently."""
    asked: list[int] = []

    def logits_of(image: Image, annotations: Sequence[Annotation]) -> dict[int, npt.NDArray[np.float32]]:
        asked.append(image.id)
        return {a.id: np.full((4, 6), a.id, np.float32) for a in annotations if a.id % 2}

    known, wishes = get_format("npz"), ExportOptions(values={"logits": "engine"})
    with pytest.raises(FormatError, match="no engine"):
        known.write(dataset, tmp_path / "no", wishes)
    report = known.write(dataset, tmp_path / "out", replace(wishes, logits_of=logits_of))
    assert asked == [1, 2, 3, 4, 6]
    for image_id, stem in STEMS.items():
        ids = [a.id for a in drawn(dataset, image_id) if a.id % 2]
        with np.load(tmp_path / "out" / f"{stem}.npz") as arrays:
            assert arrays["logits_ids"].tolist() == ids
            assert all((plane == i).all() for plane, i in zip(arrays["logits"], ids, strict=True))
            assert len(arrays["logits_thresholds"]) == len(ids)
    assert report.notes[0].startswith("12 annotations have no logits")


def test_overlays_change_what_masks_cover(tmp_path: Path, dataset: Dataset) -> None:
    """A picture for a report would show other pixels than the objects'."""
    photos, known = tmp_path / "photos", get_format("overlay")
    alone = without(dataset, 1, 3, 4)
    alone = replace(alone, annotations=tuple(a for a in alone.annotations if a.id == 3))
    known.write(alone, tmp_path / "fill", options(photos, fill=40, outline=False))
    known.write(alone, tmp_path / "line", options(photos, fill=0))
    known.write(alone, tmp_path / "plain", options(photos, fill=0, outline=False))
    known.write(alone, tmp_path / "legend", options(photos, fill=0, outline=False, legend=True))
    pixels, mask = read_image(photos / "a.png"), masks()[0]

    def shown(name: str) -> npt.NDArray[np.uint8]:
        with PilImage.open(tmp_path / name / "a.png.png") as picture:
            assert picture.mode == "RGB"
            return np.asarray(picture)

    color = np.array([int(CATEGORIES[2].color[i : i + 2], 16) for i in (1, 3, 5)])
    wanted = np.where(mask[..., None], np.rint(pixels * 0.6 + color * 0.4), pixels)
    assert np.abs(shown("fill").astype(int) - wanted).max() <= 1
    assert np.array_equal(shown("fill")[~mask], pixels[~mask])
    assert np.array_equal(shown("plain"), pixels)
    changed = (shown("line") != pixels).any(axis=2)
    assert changed[5, 6:30].all() and not changed[17, 15] and not changed[30:, 40:].any()
    assert not np.array_equal(shown("legend"), pixels)
    assert "done.png" in files(tmp_path / "fill")
