"""The whole way: a file into a project, and out again, without a pixel changed."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import numpy as np
from coco_samples import plain_images, random_mask, small_project
from pycocotools import mask as coco_mask

from sam_annotator.core.image_io import ImageProbe
from sam_annotator.core.records import Dataset, ImageState
from sam_annotator.formats.base import ExportOptions, ImportOptions
from sam_annotator.formats.registry import get_format
from sam_annotator.store.store import Store

SIZES = ((37, 53), (64, 48), (1, 90), (90, 1), (120, 160))
COUNT = 2000


def project_with_images(folder: Path, sizes: tuple[tuple[int, int], ...] = SIZES) -> Store:
    store = Store.create(folder, folder)
    images = store.add_images(f"{number}.png" for number in range(len(sizes)))
    store.set_probes(
        (image.id, ImageProbe(width, height, f"{image.id}" * 8))
        for image, (height, width) in zip(images, sizes, strict=True)
    )
    return store


def test_2000_random_masks_come_out_as_they_went_in(tmp_path: Path) -> None:
    """Some shape (a hole, a single pixel, the whole image) would come out changed."""
    rng = np.random.default_rng(11)
    pixels, records = {}, []
    for number in range(1, COUNT + 1):
        image = number % len(SIZES)
        plane = random_mask(rng, *SIZES[image])
        pixels[number] = plane
        rle = coco_mask.encode(np.asfortranarray(plane.astype(np.uint8)))
        counts: object = rle["counts"].decode("ascii")
        if number % 3 == 0:  # uncompressed, column by column, background first
            flat = plane.ravel(order="F")
            edges = np.flatnonzero(np.diff(flat)) + 1
            runs = np.diff(np.concatenate(([0], edges, [flat.size]))).tolist()
            counts = [0, *runs] if flat[0] else runs
        segmentation = {"size": list(plane.shape), "counts": counts}
        records.append(
            {"id": number, "image_id": 100 + image, "category_id": 5, "segmentation": segmentation, "iscrowd": 0}
        )
    document = {
        "images": [
            {"id": 100 + i, "file_name": f"{i}.png", "width": width, "height": height}
            for i, (height, width) in enumerate(SIZES)
        ],
        "categories": [{"id": 5, "name": "cat"}],
        "annotations": records,
    }
    (tmp_path / "in.json").write_text(json.dumps(document))
    coco = get_format("coco")
    with project_with_images(tmp_path) as store:
        result = coco.read(tmp_path / "in.json", store.dataset(), ImportOptions())
        store.import_dataset(result.dataset)
    with Store.open(tmp_path) as store:
        for polygons in (False, True):
            report = coco.write(store.dataset(), tmp_path / "out.json", ExportOptions(polygons=polygons))
            assert (report.annotations_out, report.left_out) == (COUNT, ())
            written = json.loads((tmp_path / "out.json").read_text())["annotations"]
            assert [record["id"] for record in written] == list(range(1, COUNT + 1))
            for record in written:
                plane = pixels[record["id"]]
                assert np.array_equal(decoded(record["segmentation"], plane.shape), plane)
                assert record["area"] == plane.sum()
            assert polygons == any(isinstance(record["segmentation"], list) for record in written)


def decoded(segmentation: object, size_hw: tuple[int, ...]) -> object:
    """Decode as pycocotools.coco.COCO.annToMask does."""
    if isinstance(segmentation, list):
        return coco_mask.decode(coco_mask.merge(coco_mask.frPyObjects(segmentation, *size_hw))).astype(bool)
    return coco_mask.decode(segmentation).astype(bool)


def store_with(folder: Path, dataset: Dataset) -> Store:
    store = Store.create(folder, folder)
    with store._db.transaction() as connection:
        for image in dataset.images:
            values = (image.id, image.file_name, image.width, image.height, image.sha256)
            connection.execute(
                "INSERT INTO images (id, file_name, width, height, sha256) VALUES (?, ?, ?, ?, ?)", values
            )
    return store


def test_importing_an_export_gives_the_same_project(tmp_path: Path) -> None:
    """A colleague who imports the file would get other ids, colours, prompts or states."""
    coco = get_format("coco")
    wanted = small_project()
    begun = {a.image_id for a in wanted.annotations}
    images = [
        replace(i, state=ImageState.IN_PROGRESS) if i.state == ImageState.NEW and i.id in begun else i
        for i in wanted.images
    ]
    wanted = replace(wanted, images=tuple(images))
    with store_with(tmp_path / "first", wanted) as first:
        first.import_dataset(wanted)
        assert replace(first.dataset(), name="") == replace(wanted, name="")
        coco.write(first.dataset(), tmp_path / "1.json", ExportOptions())
    with store_with(tmp_path / "second", wanted) as second:
        assert second.dataset().images == plain_images(wanted).images
        for expected in (3, 0, 0):
            result = coco.read(tmp_path / "1.json", second.dataset(), ImportOptions())
            assert len(second.import_dataset(result.dataset).annotations) == expected
        assert replace(second.dataset(), name="") == replace(wanted, name="")
        coco.write(second.dataset(), tmp_path / "2.json", ExportOptions())
    assert (tmp_path / "1.json").read_bytes() == (tmp_path / "2.json").read_bytes()


def test_an_import_into_a_used_project_keeps_what_is_there(tmp_path: Path) -> None:
    """The user's own objects would be renumbered or recategorised."""
    wanted = small_project()
    get_format("coco").write(wanted, tmp_path / "1.json", ExportOptions())
    with store_with(tmp_path / "p", wanted) as store:
        dog = store.add_category("dog")
        mine = store.add_annotation(replace(wanted.annotations[1], id=0, category_id=dog.id))
        result = get_format("coco").read(tmp_path / "1.json", store.dataset(), ImportOptions())
        store.import_dataset(result.dataset)
        assert store.annotation(mine.id) == mine
        names = {category.id: category.name for category in store.categories()}
        assert names[dog.id] == "dog" and sorted(names.values()) == ["cat", "dog", "unused é", "v1.0"]
        there = {(names[a.category_id], a.image_id, a.mask) for a in store.dataset().annotations}
        file_names = {category.id: category.name for category in wanted.categories}
        assert {(file_names[a.category_id], a.image_id, a.mask) for a in wanted.annotations} < there
        assert store.check() == []
