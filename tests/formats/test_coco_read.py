"""Files of other programs and damaged ones: what is taken, what is refused and why."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from coco_samples import (
    HEIGHT,
    WIDTH,
    box_mask,
    coco_document,
    plain_images,
    small_project,
    with_annotation,
    write_json,
)

from sam_annotator.core.errors import FormatError, ImportRefused
from sam_annotator.core.mask import Mask
from sam_annotator.core.records import Annotation, Category, Dataset, Image, ImageState, Provenance
from sam_annotator.formats.base import ExportOptions, ImportOptions, ImportResult
from sam_annotator.formats.registry import get_format

PROJECT = plain_images(small_project())


def read(folder: Path, document: Any, project: Dataset = PROJECT, **options: Any) -> ImportResult:
    return get_format("coco").read(write_json(folder, document), project, ImportOptions(**options))


def reasons(folder: Path, document: Any, project: Dataset = PROJECT) -> tuple[str, ...]:
    with pytest.raises(ImportRefused) as caught:
        read(folder, document, project)
    assert len(str(caught.value)) < 400
    skipped = read(folder, document, project, skip_invalid=True)
    assert skipped.skipped == caught.value.reasons
    return caught.value.reasons


def test_a_polygon_of_another_program(tmp_path: Path) -> None:
    """Annotations made elsewhere could not be taken over."""
    result = read(tmp_path, coco_document())
    (annotation,) = result.annotations
    assert annotation.mask == Mask.from_polygons([[2, 3, 6, 3, 6, 8, 2, 8]], (HEIGHT, WIDTH))
    assert annotation.mask.area == 20
    assert (annotation.image_id, annotation.id) == (1, 0)
    assert annotation.provenance == Provenance(source="import")
    assert result.categories == (Category(1, "cat", "#e69f00"),)
    assert annotation.category_id == 1
    assert result.summary == "1 annotation and 1 category added."


def test_every_kind_of_segmentation_gives_the_same_mask(tmp_path: Path) -> None:
    """One of COCO's three spellings would be dropped in silence."""
    mask = box_mask(2, 3, 4, 5)
    size = [HEIGHT, WIDTH]
    for segmentation in (
        {"size": size, "counts": mask.counts},
        {"size": size, "counts": mask.uncompressed_counts()},
        {"size": size, "counts": [0, 0, *mask.uncompressed_counts()]},
        [[2, 3, 6, 3, 6, 8, 2, 8]],
        [[2, 3, 4, 3, 4, 8, 2, 8], [4, 3, 6, 3, 6, 8, 4, 8]],
    ):
        (annotation,) = read(tmp_path, with_annotation(segmentation=segmentation)).annotations
        assert annotation.mask == mask


@pytest.mark.parametrize(
    ("iscrowd", "expected"), [(0, False), (1, True), (False, False), (True, True), (None, False), (..., False)], ids=str
)
def test_iscrowd_is_kept(tmp_path: Path, iscrowd: Any, expected: bool) -> None:
    """Crowds would become single objects, or the other way round."""
    (annotation,) = read(tmp_path, with_annotation(iscrowd=iscrowd)).annotations
    assert annotation.iscrowd is expected


def test_what_else_a_record_says_is_kept(tmp_path: Path) -> None:
    """Attributes of another program would be lost on the way."""
    (annotation,) = read(tmp_path, with_annotation(keypoints=[1, 2, 2], score=0.5)).annotations
    assert annotation.provenance.extra == {"keypoints": [1, 2, 2]}
    assert annotation.score == 0.5


def test_attributes_are_taken(tmp_path: Path) -> None:
    """What another program says of an object would be there, but out of the user's reach."""
    said = {
        "occluded": True,
        "truncated": 1,
        "note": "by hand",
        "colour": "red",
        "age": 3,
        "new": False,
        "of": [1],
        "x": None,
    }
    (annotation,) = read(tmp_path, with_annotation(attributes=said)).annotations
    assert (annotation.occluded, annotation.truncated, annotation.note) == (True, False, "by hand")
    assert annotation.attributes == {"colour": "red", "age": 3, "new": False}
    assert annotation.provenance.extra == {"attributes": {"truncated": 1, "of": [1], "x": None}}
    for odd in ([], "text", {}, None, 3):
        (annotation,) = read(tmp_path, with_annotation(attributes=odd)).annotations
        assert annotation.attributes == {}
        assert annotation.provenance.extra == ({"attributes": odd} if odd in ("text", 3) else {})


SIZE = [HEIGHT, WIDTH]
BAD_ANNOTATIONS: list[tuple[dict[str, Any], str]] = [
    ({"image_id": 99}, "image 99"),
    ({"image_id": "0"}, "image"),
    ({"image_id": True}, "image"),
    ({"category_id": 99}, "category 99"),
    ({"category_id": ...}, "category"),
    ({"id": "x"}, "whole number"),
    ({"id": 1.5}, "whole number"),
    ({"id": True}, "whole number"),
    ({"iscrowd": 2}, "iscrowd"),
    ({"iscrowd": "0"}, "iscrowd"),
    ({"area": "20"}, "area"),
    ({"bbox": [1, 2, 3]}, "bbox"),
    ({"bbox": [1, 2, 3, "4"]}, "bbox"),
    ({"segmentation": ...}, "no segmentation"),
    ({"segmentation": []}, "no segmentation"),
    ({"segmentation": "abc"}, "no segmentation"),
    ({"segmentation": [[]]}, "at least 6"),
    ({"segmentation": [[1, 1, 5, 5]]}, "at least 6"),
    ({"segmentation": [[1, 1, 5, 5, 5, 1, 7]]}, "even number"),
    ({"segmentation": [1, 1, 5, 5, 5, 1]}, "list of numbers"),
    ({"segmentation": [["1", 1, 5, 5, 5, 1]]}, "list of numbers"),
    ({"segmentation": [[1e9, 1, 5, 5, 5, 1]]}, "far outside"),
    ({"segmentation": [[10**400, 1, 5, 5, 5, 1]]}, "can't be used"),
    ({"segmentation": [[1, 1, 1, 1, 1, 1]]}, "no pixels"),
    ({"segmentation": {}}, "size"),
    ({"segmentation": {"size": [3, 3], "counts": [9]}}, "3 x 3"),
    ({"segmentation": {"size": SIZE[::-1], "counts": [WIDTH * HEIGHT]}}, "RLE is for an image"),
    ({"segmentation": {"size": SIZE, "counts": [5]}}, "sum to"),
    ({"segmentation": {"size": SIZE, "counts": [-5, WIDTH * HEIGHT + 5]}}, "between 0"),
    ({"segmentation": {"size": SIZE, "counts": [1.5]}}, "integers"),
    ({"segmentation": {"size": SIZE, "counts": []}}, "sum to"),
    ({"segmentation": {"size": SIZE, "counts": None}}, "neither"),
    ({"segmentation": {"size": SIZE, "counts": ""}}, "not empty"),
    ({"segmentation": {"size": SIZE, "counts": "é"}}, "can't be there"),
    ({"segmentation": {"size": SIZE, "counts": "oooooooooooooo"}}, "middle of a number"),
    ({"segmentation": {"size": SIZE, "counts": "11"}}, "sum to"),
    ({"segmentation": {"size": SIZE, "counts": [WIDTH * HEIGHT]}}, "no pixels"),
    ({"segmentation": {"size": [HEIGHT, True], "counts": [1]}}, "size"),
    ({"segmentation": {"size": HEIGHT, "counts": [1]}}, "size"),
    ({"sam_annotator": {"provenance": 3}}, "provenance"),
    ({"sam_annotator": {"provenance": {"steps": [{}]}}}, "provenance"),
    ({"sam_annotator": {"provenance": {"threshold": 10**400}}}, "provenance"),
    ({"sam_annotator": {"provenance": {}, "score": "x"}}, "score"),
]


@pytest.mark.parametrize(("changes", "why"), BAD_ANNOTATIONS, ids=lambda value: str(value)[:50])
def test_an_annotation_that_does_not_fit_is_refused_with_why(tmp_path: Path, changes: dict[str, Any], why: str) -> None:
    """It would crash the program, or become an object that nobody drew."""
    (reason,) = reasons(tmp_path, with_annotation(**changes))
    assert why in reason


BAD_IMAGES: list[tuple[dict[str, Any], str]] = [
    ({"file_name": "other.jpg"}, "not in this project"),
    ({"file_name": "/a.jpg"}, "leads out"),
    ({"file_name": "\\a.jpg"}, "leads out"),
    ({"file_name": "C:\\a.jpg"}, "leads out"),
    ({"file_name": "c:a.jpg"}, "leads out"),
    ({"file_name": "\\\\srv\\x\\a.jpg"}, "leads out"),
    ({"file_name": "../a.jpg"}, "leads out"),
    ({"file_name": "x/..\\a.jpg"}, "leads out"),
    ({"file_name": ""}, "no file_name"),
    ({"file_name": 3}, "no file_name"),
    ({"width": WIDTH + 1}, "41 x 30"),
    ({"width": HEIGHT, "height": WIDTH}, "EXIF"),
    ({"width": "40"}, "width and height"),
    ({"height": 0}, "width and height"),
    ({"id": None}, "whole number"),
]


@pytest.mark.parametrize(("changes", "why"), BAD_IMAGES, ids=lambda value: str(value)[:50])
def test_an_image_that_does_not_fit_is_refused_with_why(tmp_path: Path, changes: dict[str, Any], why: str) -> None:
    """Objects would land on another photograph."""
    document = coco_document()
    document["images"][0] |= changes
    found = reasons(tmp_path, document)
    assert why in found[0]
    assert len(found) == 2  # the annotation on it, too


@pytest.mark.parametrize(
    ("key", "records", "why"),
    [
        ("images", [3], "no object"),
        ("categories", [{"id": 0, "name": ""}], "no name"),
        ("categories", [{"id": 0, "name": 5}], "no name"),
        ("categories", [{"id": 0, "name": "cat"}, {"id": 1, "name": " cat "}], "name of another"),
        ("categories", [{"id": 0, "name": "cat"}, {"id": 0, "name": "dog"}], "id 0 of another"),
        ("categories", [{"id": 0, "name": "cat", "supercategory": 5}], "supercategory"),
        ("annotations", [None], "no object"),
    ],
)
def test_other_records_that_do_not_fit(tmp_path: Path, key: str, records: list[Any], why: str) -> None:
    """A damaged list would end in a traceback."""
    assert why in reasons(tmp_path, coco_document(**{key: records}))[0]


def test_ids_that_come_twice_are_refused(tmp_path: Path) -> None:
    """Which of two images 1 an object lies on would be left to chance."""
    document = coco_document()
    document["annotations"] *= 2
    assert "id 0 of another" in reasons(tmp_path, document)[0]
    document = coco_document()
    document["images"].append({"id": 1, "file_name": "./a.jpg", "width": WIDTH, "height": HEIGHT})
    assert "a second time" in reasons(tmp_path, document)[0]


@pytest.mark.parametrize(
    "text",
    [
        b"",
        b"[]",
        b"[{}]",
        b"3",
        b'"x"',
        b"{",
        b"{}",
        b'{"images": []}',
        b'{"images": {}, "categories": [], "annotations": []}',
        b'{"images": [], "categories": [], "annotations": [], "x": NaN}',
        b'{"images": [], "categories": [], "annotations": [], "x": -Infinity}',
        b'{"images": [], "categories": [], "annotations": [], "x": 1e999}',
        b'{"images": [], "images": [], "categories": [], "annotations": []}',
        b'{"images": [], "categories": [{"id": 1, "name": "\\ud800"}], "annotations": []}',
        b'{"images": [], "categories": [], "annotations": [], "x": ' + b"9" * 5000 + b"}",
        b"[" * 100_000,
        b"\xff\xfe\x00",
        b"\x89PNG\r\n\x1a\n",
    ],
    ids=lambda text: repr(text[:40]),
)
def test_what_is_no_coco_file_is_told_in_a_sentence(tmp_path: Path, text: bytes) -> None:
    """A wrong file would end in a traceback."""
    path = tmp_path / "x.json"
    path.write_bytes(text)
    with pytest.raises(FormatError) as caught:
        get_format("coco").read(path, PROJECT, ImportOptions(skip_invalid=True))
    assert str(caught.value).startswith("x.json ") and len(str(caught.value)) < 250


def test_files_that_cant_be_read_are_told(tmp_path: Path) -> None:
    """A typing error would end in a traceback."""
    for path in (tmp_path, tmp_path / "nope.json"):
        with pytest.raises(FormatError):
            get_format("coco").read(path, PROJECT, ImportOptions())


def test_a_byte_order_mark_is_passed_over(tmp_path: Path) -> None:
    """Files saved by Windows editors would be refused."""
    path = tmp_path / "x.json"
    path.write_bytes(b"\xef\xbb\xbf" + json.dumps(coco_document()).encode())
    assert len(get_format("coco").read(path, PROJECT, ImportOptions()).annotations) == 1


def images_named(*names: str, size: tuple[int, int] = (WIDTH, HEIGHT)) -> Dataset:
    return Dataset(tuple(Image(i, name, *size, f"hash of {name}") for i, name in enumerate(names, start=1)))


def document_for(file_name: str, **extra: Any) -> dict[str, Any]:
    document = coco_document()
    document["images"][0] |= {"file_name": file_name} | extra
    return document


@pytest.mark.parametrize(
    "file_name", ["train/cat.jpg", "train\\cat.jpg", "./train/cat.jpg", "train//cat.jpg", "train/./cat.jpg"]
)
def test_images_are_matched_by_relative_path(tmp_path: Path, file_name: str) -> None:
    """Files of Windows programs would match nothing; of two images of one name, the wrong one would be taken."""
    result = read(tmp_path, document_for(file_name), images_named("val/cat.jpg", "train/cat.jpg"))
    assert [a.image_id for a in result.annotations] == [2]
    assert result.notes == ()


def test_composed_and_decomposed_letters_are_the_same_name(tmp_path: Path) -> None:
    """A file from macOS would match nothing on Linux."""
    assert len(read(tmp_path, document_for("e\u0301.jpg"), images_named("\u00e9.jpg")).annotations) == 1


def test_images_are_matched_by_hash_then_by_a_unique_name(tmp_path: Path) -> None:
    """After sorting photographs into folders an older file would match nothing."""
    project = images_named("new/a.jpg", "b/x.jpg", "c/x.jpg")
    by_hash = read(tmp_path, document_for("old/y.jpg", sam_annotator={"sha256": "hash of c/x.jpg"}), project)
    assert by_hash.annotations[0].image_id == 3
    assert "c/x.jpg" in by_hash.notes[0]
    by_name = read(tmp_path, document_for("a.jpg"), project)
    assert by_name.annotations[0].image_id == 1
    assert "taken for new/a.jpg" in by_name.notes[0]
    assert "any of 2 images" in reasons(tmp_path, document_for("x.jpg"), project)[0]


def test_a_name_that_is_not_unique_in_the_file_matches_nothing(tmp_path: Path) -> None:
    """Objects of train/1.jpg would land on val/1.jpg."""
    document = document_for("train/1.jpg")
    document["images"].append(document["images"][0] | {"id": 2, "file_name": "val/1.jpg"})
    assert len(reasons(tmp_path, document, images_named("other/1.jpg"))) == 3


def test_an_image_that_was_not_read_yet_takes_nothing(tmp_path: Path) -> None:
    """Masks of a wrong size could get into the project."""
    assert "can't be read" in reasons(tmp_path, coco_document(), Dataset((Image(1, "a.jpg"),)))[0]


def test_another_file_under_the_same_name_is_told(tmp_path: Path) -> None:
    """Nobody would notice that the photograph was replaced."""
    document = document_for("a.jpg", sam_annotator={"sha256": "other"})
    assert "not the same file" in read(tmp_path, document, images_named("a.jpg")).notes[0]


def test_categories_are_matched_by_name_and_never_mixed_up(tmp_path: Path) -> None:
    """Dogs would be cats: the file's 1 is not the project's 1."""
    project = replace(
        PROJECT,
        categories=(Category(1, "dog", "#000000"), Category(2, "cat", "#111111"), Category(4, "cow", "#222222")),
    )
    document = coco_document(
        categories=[
            {"id": 1, "name": "cat"},
            {"id": 2, "name": "horse"},
            {"id": 3, "name": "bird", "sam_annotator": {"color": "#ABCDEF"}},
            {"id": 5, "name": " dog "},
        ]
    )
    record = document["annotations"][0]
    document["annotations"] = [record | {"id": i, "category_id": i} for i in (1, 2, 3, 5)]
    result = read(tmp_path, document, project)
    names = {c.id: c.name for c in (*project.categories, *result.categories)}
    assert [names[a.category_id] for a in result.annotations] == ["cat", "horse", "bird", "dog"]
    assert [c.id for c in result.categories] == [6, 3]
    assert result.categories[1].color == "#abcdef"


def test_what_the_project_has_is_not_added_again(tmp_path: Path) -> None:
    """A second import would double every object."""
    project = small_project()
    twin = replace(project.annotations[0], id=8)
    project = replace(project, annotations=(*project.annotations, twin))
    get_format("coco").write(project, tmp_path / "out.json", ExportOptions())
    fresh = get_format("coco").read(tmp_path / "out.json", plain_images(project), ImportOptions())
    assert fresh.annotations == project.annotations  # equal objects of one project stay
    assert fresh.categories == project.categories
    again = get_format("coco").read(tmp_path / "out.json", project, ImportOptions())
    assert again.annotations == () and again.categories == () and again.images == ()
    assert again.already_there == 4
    assert again.summary == "0 annotations and 0 categories added, 4 already there."
    other = replace(project, annotations=(Annotation(1, 1, 3, project.annotations[0].mask),))
    assert len(get_format("coco").read(tmp_path / "out.json", other, ImportOptions()).annotations) == 4


def test_states_are_taken_over_where_the_project_has_none(tmp_path: Path) -> None:
    """Finished images would have to be gone through again, or flags of the user be overwritten."""
    project = small_project()
    get_format("coco").write(project, tmp_path / "out.json", ExportOptions())
    fresh = get_format("coco").read(tmp_path / "out.json", plain_images(project), ImportOptions())
    assert [(i.id, i.state) for i in fresh.images] == [(1, ImageState.DONE), (5, ImageState.FLAGGED)]
    mine = replace(project, images=(replace(project.images[0], state=ImageState.IN_PROGRESS), *project.images[1:]))
    assert get_format("coco").read(tmp_path / "out.json", mine, ImportOptions()).images == ()


def test_a_cancelled_import_says_so(tmp_path: Path) -> None:
    """The window could not stop a long import."""
    document = coco_document()
    document["annotations"] = [document["annotations"][0] | {"id": i} for i in range(200)]
    seen: list[tuple[int, int]] = []
    with pytest.raises(FormatError, match="cancelled"):
        read(tmp_path, document, cancelled=lambda: bool(seen), progress=lambda *n: seen.append(n))
    assert seen == [(0, 200)]


def test_reading_changes_nothing_it_was_given(tmp_path: Path) -> None:
    """The window's records would change under it."""
    project = small_project()
    before = small_project()
    read(tmp_path, coco_document(), project)
    assert project == before
    assert np.array_equal(project.annotations[1].mask.to_array(), before.annotations[1].mask.to_array())


def test_what_is_said_of_images_comes_along(tmp_path: Path) -> None:
    """A note or tag would have to be typed again by the colleague who gets the file."""
    project = small_project()
    first = replace(project.images[0], note="两 cats", tags=("rain", "night shift"))
    noted = replace(project, images=(first, *project.images[1:]))
    get_format("coco").write(noted, tmp_path / "out.json", ExportOptions())
    said = get_format("coco").read(tmp_path / "out.json", project, ImportOptions()).images
    assert said == (first,)
    mine = replace(project.images[0], note="mine", tags=("sun",))
    own = replace(project, images=(mine, *project.images[1:]))
    assert get_format("coco").read(tmp_path / "out.json", own, ImportOptions()).images == ()


def test_strange_notes_and_tags_are_passed_over(tmp_path: Path) -> None:
    """A file of another program would be refused for a remark."""
    document = coco_document()
    document["images"][0]["sam_annotator"] = {"note": None, "tags": ["a  b", 3, "", "a b"]}
    (image,) = read(tmp_path, document).images
    assert (image.note, image.tags) == ("", ("a b",))
    document["images"][0]["sam_annotator"] = {"note": 5, "tags": "rain"}
    assert read(tmp_path, document).images == ()
