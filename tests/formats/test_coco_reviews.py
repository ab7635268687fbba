"""Reviews and the definitions of attributes on their way through COCO files."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from coco_samples import SPECS, coco_document, plain_images, reviewed_project, small_project, write_json
from pycocotools.coco import COCO

from sam_annotator.core.options import AttributeKind, AttributeSpec, ProjectOptions
from sam_annotator.core.records import Annotation, Dataset, Image, ReviewState
from sam_annotator.formats.base import ExportOptions, ImportOptions
from sam_annotator.formats.coco_read import read_coco
from sam_annotator.formats.coco_write import write_coco
from sam_annotator.store.store import Store


def document_of(dataset: Dataset, folder: Path) -> dict[str, Any]:
    write_coco(dataset, folder / "out.json", ExportOptions())
    document: dict[str, Any] = json.loads((folder / "out.json").read_text("ascii"))
    return document


def store_with_images(folder: Path, dataset: Dataset) -> Store:
    store = Store.create(folder, folder)
    with store._db.transaction() as connection:
        connection.executemany(
            "INSERT INTO images (id, file_name, width, height, sha256) VALUES (?, ?, ?, ?, ?)",
            [(i.id, i.file_name, i.width, i.height, i.sha256) for i in dataset.images],
        )
    return store


def reviews(said: tuple[Annotation, ...] | tuple[Image, ...]) -> dict[int, tuple[str, str]]:
    return {one.id: (str(one.review), one.comment) for one in said}


def test_they_stand_beside_what_trainers_read(tmp_path: Path) -> None:
    """A trainer would stumble over the file, or other tools would not find what a reviewer said."""
    document = document_of(reviewed_project(), tmp_path)
    extras = [record["sam_annotator"] for record in document["annotations"]]
    assert [(extra.get("review"), extra.get("comment")) for extra in extras] == [
        ("accepted", None),
        ("rejected", 'too "wide" 太宽'),
        (None, "why a crowd?"),
    ]
    assert document["images"][0]["sam_annotator"]["review"] == "rejected"
    assert document["sam_annotator"]["attributes"][0] == {
        "name": "colour", "kind": "choice", "choices": ["red", "grün"], "category_ids": [1], "default": "red"
    }  # fmt: skip
    assert sorted(COCO(str(tmp_path / "out.json")).anns) == [1, 2, 7]


def test_a_project_without_them_writes_what_it_always_wrote(tmp_path: Path) -> None:
    """Files under version control would change although nothing was said."""
    document = document_of(small_project(), tmp_path)
    assert set(document) == {"info", "images", "categories", "annotations"}
    assert all(set(record["sam_annotator"]) == {"score", "provenance"} for record in document["annotations"])


def test_a_colleague_gets_them_and_an_undo_takes_them_back(tmp_path: Path) -> None:
    """Who hands on a project as COCO would lose the review, and the choices of its attributes."""
    wanted = reviewed_project()
    write_coco(wanted, tmp_path / "1.json", ExportOptions())
    with store_with_images(tmp_path / "p", wanted) as store:
        result = read_coco(tmp_path / "1.json", store.dataset(), ImportOptions())
        imported = store.import_dataset(result.dataset)
        for _ in range(2):
            there = store.dataset()
            assert reviews(there.annotations) == reviews(wanted.annotations)
            assert reviews(there.images) == reviews(wanted.images)
            assert there.attributes == SPECS and store.check() == []
            write_coco(
                replace(there, images=wanted.images, name=wanted.name), tmp_path / "2.json", ExportOptions()
            )  # but for the state, which follows the annotations
            assert (tmp_path / "2.json").read_bytes() == (tmp_path / "1.json").read_bytes()
            store.remove_imported(imported)
            assert replace(store.dataset(), name="") == replace(plain_images(wanted), name="")
            store.restore_imported(imported)


def test_the_way_back_brings_the_review_to_what_is_there(tmp_path: Path) -> None:
    """The reviewer's file would come back to the annotator without a word of the review."""
    plain, reviewed = small_project(), reviewed_project()
    write_coco(reviewed, tmp_path / "1.json", ExportOptions())
    with store_with_images(tmp_path / "p", plain) as store:
        store.import_dataset(plain)
        mine = replace(store.annotation(2), comment="mine")
        store.update_annotations([mine])
        before = store.dataset()
        result = read_coco(tmp_path / "1.json", before, ImportOptions())
        assert (result.annotations, result.already_there, len(result.reviewed)) == ((), 3, 2)
        assert "Took the review of 2 annotations that were there already." in result.notes
        imported = store.import_dataset(result.dataset)
        assert reviews(store.dataset().annotations) == reviews(reviewed.annotations) | {2: ("", "mine")}
        assert read_coco(tmp_path / "1.json", store.dataset(), ImportOptions()).reviewed == ()
        store.remove_imported(imported)
        assert store.dataset() == before


def test_definitions_follow_their_categories_and_the_projects_own_stay(tmp_path: Path) -> None:
    """An attribute would be asked for of other objects, or the project's choices be replaced by a file's."""
    wanted = reviewed_project()
    write_coco(wanted, tmp_path / "1.json", ExportOptions())
    mine = AttributeSpec("age", AttributeKind.TEXT)
    with store_with_images(tmp_path / "p", wanted) as store:
        for name in ("dog", "bird", "cat"):
            store.add_category(name)
        store.set_options(ProjectOptions((mine,), no_overlap=True))
        result = read_coco(tmp_path / "1.json", store.dataset(), ImportOptions())
        assert [note for note in result.notes if '"age" is defined otherwise' in note]
        imported = store.import_dataset(result.dataset)
        ids = {category.name: category.id for category in store.categories()}
        specs = {spec.name: spec for spec in store.options().attributes}
        assert list(specs) == ["age", "colour", "wet", "remark"] and specs["age"] == mine
        assert specs["colour"].category_ids == (ids["cat"],)
        assert specs["wet"].category_ids == (ids["v1.0"], ids["unused é"])
        store.remove_imported(imported)
        assert store.options() == ProjectOptions((mine,), no_overlap=True)


@pytest.mark.parametrize(
    "said",
    [
        None, [], "x", {"attributes": None}, {"attributes": 3}, {"attributes": [None, 1, "x", {}, []]},
        {"attributes": [{"name": "a", "kind": "choice"}, {"name": " b "}, {"name": "note"}, {"name": ["c"]}]},
        {"attributes": [{"name": "a", "kind": "number", "default": 10**400}]},
        {"attributes": [{"name": "a", "kind": "number", "minimum": 10**400}]},
        {"attributes": [{"name": "a", "kind": {}, "choices": "red"}, {"name": "b", "category_ids": [77]}]},
    ],
)  # fmt: skip
def test_garbage_in_them_is_passed_over(tmp_path: Path, said: Any) -> None:
    """A file that another program touched would be refused, or spoil the project's attributes."""
    document = coco_document(sam_annotator=said)
    document["images"][0]["sam_annotator"] = document["annotations"][0]["sam_annotator"] = {
        "review": said, "comment": [said]
    }  # fmt: skip
    result = read_coco(write_json(tmp_path, document), plain_images(small_project()), ImportOptions())
    (annotation,) = result.annotations
    assert (annotation.review, annotation.comment, result.images) == (ReviewState.NONE, "", ())
    assert result.attributes == () and result.skipped == ()
