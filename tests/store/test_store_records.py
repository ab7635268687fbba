"""Attributes, review, order, options: what is kept beside masks, and edits that belong together."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from sam_annotator.core.errors import ProjectError
from sam_annotator.core.image_io import ImageProbe
from sam_annotator.core.mask import Mask
from sam_annotator.core.options import AttributeSpec, ProjectOptions
from sam_annotator.core.records import Annotation, ImageState, ReviewState
from sam_annotator.store.store import Store


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    pixels = np.zeros((20, 30), np.bool_)
    pixels[3:6, 4:9] = True
    with Store.create(tmp_path, tmp_path, category_names=["a", "b"]) as store:
        images = store.add_images(["1.png", "2.png"])
        store.set_probes((image.id, ImageProbe(30, 20, "ab")) for image in images)
        for number in range(4):
            store.add_annotation(Annotation(0, 1 + number // 3, 1, Mask.from_array(pixels)))
        yield store


def whole(annotation: Annotation) -> Annotation:
    """Return an annotation with every field set."""
    return replace(
        annotation, iscrowd=True, score=0.25, occluded=True, truncated=True, note="größer\n2", locked=True, hidden=True,
        attributes={"colour": "red", "age": 3, "share": 0.1, "wet": True}, z_order=-2, review=ReviewState.REJECTED,
        comment="too wide", created_at=12.5, seconds=3.25, clicks=4,
    )  # fmt: skip


def test_every_field_comes_back(store: Store) -> None:
    """What people say of an object would be lost, or come back otherwise after an undo."""
    (first, *_) = store.annotations(1)
    assert first.created_at > 0
    changed = whole(first)
    store.update_annotations([changed])
    assert store.annotation(first.id) == changed
    store.delete_annotations([first.id])
    store.restore_annotations([changed])
    assert store.annotation(first.id) == changed
    assert store.annotation(first.id).attributes["wet"] is True
    assert store.dataset().annotations[0] == changed
    assert store.check() == []


def test_annotations_come_in_the_order_they_are_drawn(store: Store) -> None:
    """What was brought to the front would lie behind again."""
    first, second, third = store.annotations(1)
    store.update_annotations([replace(first, z_order=1), replace(third, z_order=-1)])
    assert [a.id for a in store.annotations(1)] == [third.id, second.id, first.id]
    assert [a.id for a in store.dataset().annotations] == sorted(a.id for a in store.dataset().annotations)


def test_what_is_said_of_an_image_comes_back(store: Store) -> None:
    """A note, a tag or a verdict would be lost."""
    image = replace(
        store.image(2), note="n", tags=("wet", "a,b"), review=ReviewState.ACCEPTED, comment="c", done_at=5.0,
        state=ImageState.DONE,
    )  # fmt: skip
    store.update_images([image, replace(store.image(1), width=7)])
    assert store.image(2) == image
    assert store.image(1).width == 30  # which nobody says
    with pytest.raises(ProjectError):
        store.update_images([replace(image, note="other"), replace(image, id=9)])
    assert store.image(2) == image


def test_done_is_dated_once(store: Store) -> None:
    """A second press would move an image to another day."""
    store.set_image_state(1, ImageState.DONE)
    done_at = store.image(1).done_at
    assert done_at > 0
    store.set_image_state(1, ImageState.DONE)
    assert store.image(1).done_at == done_at
    store.set_image_state(1, ImageState.FLAGGED)
    assert store.image(1).done_at == 0.0


def test_figures_are_those_of_the_annotations(store: Store) -> None:
    """Plots would show other numbers than the lists."""
    changed = whole(store.annotations(1)[1])
    store.update_annotations([changed])
    figures = {f.id: f for f in store.figures()}
    assert list(figures) == [a.id for a in store.dataset().annotations]
    figure = figures[changed.id]
    assert (figure.area, figure.score, figure.review, figure.seconds, figure.clicks) == (15, 0.25, "rejected", 3.25, 4)
    with Store.open(store.project_dir, read_only=True) as reader:
        assert list(reader.figures()) == list(store.figures())


def test_locked_annotations_keep_their_category(store: Store) -> None:
    """A change of the whole project would undo what was settled."""
    first = store.annotations(1)[0]
    store.update_annotations([replace(first, locked=True)])
    before = store.dataset().annotations
    moved = store.change_category(1, 2)
    assert first.id not in moved
    assert store.category_counts() == {1: 1, 2: 3}
    store.set_categories_of(moved, 1)
    assert store.dataset().annotations == before


def test_options_are_kept(store: Store) -> None:
    """The attributes of a project would have to be typed again each day."""
    options = ProjectOptions((AttributeSpec("a"),), no_overlap=True)
    store.set_options(options)
    with Store.open(store.project_dir, read_only=True) as reader:
        assert reader.options() == options
    with pytest.raises(ProjectError, match="twice"):
        store.set_options(ProjectOptions((AttributeSpec("a"), AttributeSpec("a"))))
    assert store.options() == options


def test_attributes_are_renamed_and_removed_everywhere(store: Store) -> None:
    """Values given under an old name would be out of reach."""
    first, second, _ = store.annotations(1)
    store.update_annotations(
        [replace(first, attributes={"a": 1, "b": "x", "c": True}), replace(second, attributes={"c": True})]
    )
    before = store.dataset().annotations
    texts = store.rename_attributes({"a": "b", "b": "a", "c": ""})
    assert store.annotation(first.id).attributes == {"b": 1, "a": "x"}
    assert store.annotation(second.id).attributes == {}
    store.write_attributes(texts)
    assert store.dataset().annotations == before


def test_edits_that_belong_together_are_all_made_or_none(store: Store) -> None:
    """Half of a command would be on disk, which no undo takes back."""
    before = store.dataset()
    ids = [a.id for a in before.annotations]
    with pytest.raises(ProjectError), store.together():
        store.delete_annotations(ids[:2])
        store.set_image_state(1, ImageState.DONE)
        store.update_annotations([replace(before.annotations[0], id=99)])
    assert store.dataset() == before
    with store.together():
        store.delete_annotations(ids[:2])
        store.delete_category(2)
    assert [a.id for a in store.dataset().annotations] == ids[2:]
    store.delete_annotations(ids)  # transactions are by themselves again
    assert store.dataset().annotations == ()


def test_what_an_edit_leaves_as_it_is_is_not_made_again(store: Store) -> None:
    """Each edit on an image with hundreds of objects would make all of them anew, and the window would stand still."""
    first, second, third = store.annotations(1)
    moved = np.zeros((20, 30), np.bool_)
    moved[8:11, 4:9] = True
    store.update_annotations([replace(first, mask=Mask.from_array(moved)), replace(second, category_id=2)])
    changed, recoloured, same = store.annotations(1)
    assert (changed.mask, recoloured.category_id) == (Mask.from_array(moved), 2)
    assert recoloured.mask is second.mask
    assert same is third
    store.delete_annotations([first.id])
    assert [a.id for a in store.annotations(1)] == [second.id, third.id]
    store.restore_annotations([first])
    assert store.annotations(1) == (first, recoloured, third)


def test_what_others_commit_is_seen_in_annotations_read_before(store: Store) -> None:
    """A second window would show what is no longer in the project."""
    with Store.open(store.project_dir, read_only=True) as reader:
        first, *others = reader.annotations(1)
        store.update_annotations([replace(first, note="other")])
        assert [a.note for a in reader.annotations(1)] == ["other", "", ""]
        assert list(reader.annotations(1)[1:]) == others
        assert [a.id for a in reader.annotations(2)] == [4]
