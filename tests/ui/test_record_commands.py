"""Edits of images, options and several things at once: made, taken back and made again, by the controller."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtWidgets import QApplication

from sam_annotator.core.clean_up import CleanUp
from sam_annotator.core.image_io import ImageProbe
from sam_annotator.core.mask import Mask
from sam_annotator.core.options import AttributeKind, AttributeSpec, ProjectOptions
from sam_annotator.core.records import Annotation, Dataset, ImageState, ReviewState
from sam_annotator.formats.base import ExportOptions
from sam_annotator.formats.coco_write import write_coco
from sam_annotator.store.store import Store
from sam_annotator.ui.commands import (
    ChangeCategory,
    DeleteAnnotations,
    SetImageState,
    SetOptions,
    UpdateAnnotations,
    UpdateImages,
)
from sam_annotator.ui.edit_controller import EditController


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    pixels = np.zeros((20, 30), np.bool_)
    pixels[3:6, 4:9] = True
    with Store.create(tmp_path / "p", tmp_path, category_names=["a", "b"]) as store:
        images = store.add_images(["1.png", "2.png"])
        store.set_probes((image.id, ImageProbe(30, 20, "ab")) for image in images)
        for number in range(4):
            store.add_annotation(Annotation(0, 1 + number // 3, 1, Mask.from_array(pixels)))
        yield store


@pytest.fixture
def edits(qapp: QApplication, store: Store) -> EditController:
    edits = EditController()
    edits.set_store(store)
    edits.show_image(store.image(1), (20, 30))
    return edits


def everything(store: Store) -> tuple[Dataset, ProjectOptions]:
    return store.dataset(), store.options()


def test_undo_to_the_start_and_redo_to_the_end_give_the_same(
    edits: EditController, store: Store, tmp_path: Path
) -> None:
    """An undo that forgets a field changes the project behind the user's back."""
    image, (first, second, third) = store.image(1), edits.annotations
    a, b = edits.categories
    age = AttributeSpec("age", AttributeKind.NUMBER)
    named = ProjectOptions((age,), CleanUp(islands=3), no_overlap=False)
    steps = [
        lambda e: SetImageState(e, image, ImageState.DONE),
        lambda e: UpdateImages(e, "x", [e.store.image(1)], [replace(e.store.image(1), tags=("x",), note="n")]),
        lambda e: SetOptions(e, ProjectOptions(), named),
        lambda e: UpdateAnnotations(e, "x", [first], [replace(first, attributes={"age": 2}, z_order=5, locked=True)]),
        lambda e: SetOptions(e, named, ProjectOptions((replace(age, name="years"),)), renamed={"age": "years"}),
        lambda e: UpdateAnnotations(e, "x", [second], [replace(second, review=ReviewState.REJECTED, comment="c")]),
        lambda e: ChangeCategory(e, a, b),
        lambda e: SetImageState(e, image, ImageState.FLAGGED),
        lambda e: DeleteAnnotations(e, [store.annotation(third.id)]),
    ]
    states = [everything(store)]
    for make in steps:
        assert edits.run(make)
        states.append(everything(store))
    assert store.annotation(first.id).attributes == {"years": 2}
    assert store.category_counts() == {1: 1, 2: 2}
    write_coco(store.dataset(), tmp_path / "before.json", ExportOptions())
    for state in reversed(states[:-1]):
        edits.undo()
        assert everything(store) == state
    assert edits.options == ProjectOptions()
    for state in states[1:]:
        edits.redo()
        assert everything(store) == state
    write_coco(store.dataset(), tmp_path / "after.json", ExportOptions())
    assert (tmp_path / "after.json").read_bytes() == (tmp_path / "before.json").read_bytes()


def test_several_edits_are_one_step(edits: EditController, store: Store) -> None:
    """One command of the user would need three undos, or be half made."""
    first, second, third = edits.annotations
    before = everything(store)
    changed = [replace(first, note="joined")]
    assert edits.run_all(
        "Join", lambda e: [UpdateAnnotations(e, "x", [first], changed), DeleteAnnotations(e, [second, third])]
    )
    assert [a.note for a in edits.annotations] == ["joined"]
    assert edits.selection == {first.id}
    assert edits.undo_stack.count() == 1 and edits.undo_stack.undoText() == "Join"
    edits.undo()
    assert everything(store) == before
    assert edits.selection == {first.id, second.id, third.id}
    told: list[str] = []
    edits.notice.connect(told.append)
    gone = replace(third, id=99)
    assert not edits.run_all(
        "Join", lambda e: [DeleteAnnotations(e, [second]), UpdateAnnotations(e, "x", [gone], [gone])]
    )
    assert len(told) == 1
    assert everything(store) == before
    assert [a.id for a in edits.annotations] == [first.id, second.id, third.id]


def test_locked_annotations_are_left_and_told(edits: EditController, store: Store) -> None:
    """A lock is there so that nothing happens by a wrong key."""
    first, second, third = edits.annotations
    edits.run(lambda e: UpdateAnnotations(e, "x", [first], [replace(first, locked=True)]))
    locked = store.annotation(first.id)
    told: list[str] = []
    edits.notice.connect(told.append)
    edits.delete([first.id])
    edits.set_category([first.id], 2)
    edits.select([first.id])
    edits.toggle_crowd()
    assert edits.accept(replace(locked, score=0.1)) is None
    assert store.annotation(first.id) == locked
    assert len(told) == 4 and all("unlock" in text for text in told)
    edits.delete([first.id, second.id])
    assert [a.id for a in edits.annotations] == [first.id, third.id]


def test_hidden_annotations_are_listed_but_not_drawn(edits: EditController) -> None:
    """What is hidden would be in the way of clicks, or be lost from the list and the export."""
    first, *others = edits.annotations
    edits.run(lambda e: UpdateAnnotations(e, "x", [first], [replace(first, hidden=True)]))
    assert [a.id for a in edits.visible] == [a.id for a in others]
    assert len(edits.annotations) == 3


def test_options_are_told_with_the_project(edits: EditController, store: Store) -> None:
    """Panels would show the attributes of another project."""
    told: list[ProjectOptions] = []
    edits.options_changed.connect(lambda: told.append(edits.options))
    wanted = ProjectOptions((AttributeSpec("age"),))
    edits.run(lambda e: SetOptions(e, edits.options, wanted))
    edits.set_store(None)
    edits.set_store(store)
    assert told == [wanted, ProjectOptions(), wanted]
