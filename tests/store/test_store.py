"""Store: what is kept, what is refused, and that ids mean one thing for ever."""

from __future__ import annotations

import random
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from sam_annotator.core.errors import (
    MaskError,
    ProjectDamagedError,
    ProjectError,
    ProjectLockedError,
    ProjectMissingError,
    ProjectReadOnlyError,
)
from sam_annotator.core.image_io import ImageProbe
from sam_annotator.core.mask import Mask
from sam_annotator.core.prompt import Prompt
from sam_annotator.core.records import Annotation, Category, Dataset, ImageState, PromptStep, Provenance
from sam_annotator.store.scan import SyncPlan
from sam_annotator.store.store import LOCK_FILE, PROJECT_FILE, Store

SIZE = (20, 30)


def some_mask(seed: int = 0, size_hw: tuple[int, int] = SIZE) -> Mask:
    pixels = np.random.default_rng(seed).random(size_hw) < 0.4
    pixels[0, 0] = True
    return Mask.from_array(pixels)


def some_annotation(image_id: int = 1, category_id: int = 1, seed: int = 0) -> Annotation:
    steps = (
        PromptStep(Prompt(((1.5, 2.25),), (1,)), True, 2),
        PromptStep(Prompt(((1.5, 2.25), (3, 4)), (1, 0), (0, 0, 9, 8)), False, 0),
    )
    provenance = Provenance("prompt", "vit_b", "ab" * 32, steps, 0.0, float(np.float32(0.9)), True, {"ä": [1, None]})
    return Annotation(0, image_id, category_id, some_mask(seed), False, float(np.float32(0.9)), provenance)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.create(tmp_path / "project", tmp_path / "images", category_names=["cat", "dog"]) as store:
        store.add_images(["b/10.jpg", "b/9.jpg", "a.jpg"])
        store.set_probes([(image.id, ImageProbe(SIZE[1], SIZE[0], f"hash{image.id}")) for image in store.images()])
        yield store


@contextmanager
def reopened(store: Store) -> Iterator[Store]:
    store.close()
    with Store.open(store.project_dir) as again:
        yield again


def test_everything_is_there_after_closing(store: Store) -> None:
    """An object with its prompts, score and category would come back changed."""
    added = store.add_annotation(replace(some_annotation(1, 2), iscrowd=True))
    store.set_image_state(2, ImageState.DONE)
    store.last_image_id = 3
    before = store.dataset()
    with reopened(store) as again:
        assert again.dataset() == before
        assert again.annotations(1) == (added,)
        assert again.annotation(added.id) == added
        assert again.image(2).state is ImageState.DONE
        assert again.last_image_id == 3


def test_images_are_in_natural_order_and_ids_in_order_of_adding(store: Store) -> None:
    """The image list would jump from 1 to 10 to 2."""
    assert [(image.id, image.file_name) for image in store.images()] == [(3, "a.jpg"), (2, "b/9.jpg"), (1, "b/10.jpg")]
    assert [image.id for image in store.dataset().images] == [1, 2, 3]


def test_adding_an_image_twice_adds_nothing(store: Store) -> None:
    """A second look at the folder would double the list."""
    assert [image.file_name for image in store.add_images(["a.jpg", "new.jpg", "new.jpg"])] == ["new.jpg"]


def test_ids_are_never_given_again(store: Store) -> None:
    """A deleted object's id would mean another object in the next export."""
    first, second = store.add_annotation(some_annotation()), store.add_annotation(some_annotation())
    store.delete_annotations([second.id, 99])
    with reopened(store) as again:
        assert again.add_annotation(some_annotation()).id == second.id + 1
        category = again.add_category("bird")
        again.delete_category(category.id)
        assert again.add_category("bird").id == category.id + 1
    assert first.id == 1


def test_delete_and_restore_gives_the_same_annotation(store: Store) -> None:
    """Undo of a delete would lose prompts or change the id."""
    added = store.add_annotation(some_annotation())
    store.delete_annotations([added.id])
    assert store.annotations(1) == ()
    store.restore_annotations([added])
    assert store.annotations(1) == (added,)
    with pytest.raises(ProjectError):
        store.restore_annotations([added])


def test_update_replaces_mask_and_category(store: Store) -> None:
    """A refined object would keep its old pixels."""
    added = store.add_annotation(some_annotation())
    changed = replace(added, mask=some_mask(7), category_id=2, score=None, iscrowd=True, provenance=Provenance("brush"))
    store.update_annotations([changed])
    assert store.annotation(added.id) == changed
    with pytest.raises(ProjectError, match="no annotation 77"):
        store.update_annotations([replace(changed, category_id=1), replace(changed, id=77)])
    assert store.annotation(added.id) == changed


@pytest.mark.parametrize(
    "bad",
    [
        replace(some_annotation(), mask=Mask.from_array(np.zeros(SIZE, bool))),
        replace(some_annotation(), mask=some_mask(0, (30, 20))),
        replace(some_annotation(), image_id=44),
        replace(some_annotation(), category_id=44),
    ],
    ids=["empty", "size", "image", "category"],
)
def test_what_does_not_fit_is_refused_and_nothing_changes(store: Store, bad: Annotation) -> None:
    """An empty mask, or one of another image's size, would spoil the export."""
    before = store.dataset()
    with pytest.raises((MaskError, ProjectError)):
        store.add_annotation(bad)
    with pytest.raises((MaskError, ProjectError)):
        store.import_dataset(Dataset(annotations=(some_annotation(), replace(bad, id=9))))
    assert store.dataset() == before


def test_counts(store: Store) -> None:
    """The lists would show wrong numbers."""
    for image_id, category_id in ((1, 1), (1, 2), (2, 2)):
        store.add_annotation(some_annotation(image_id, category_id))
    assert store.annotation_counts() == {1: 2, 2: 1}
    assert [store.annotation_counts(ids) for ids in (range(1, 2), range(2, 90), range(3, 3))] == [{1: 2}, {2: 1}, {}]
    assert store.category_counts() == {1: 1, 2: 2}


def test_category_names_are_unique_and_not_empty(store: Store) -> None:
    """Two categories of one name could not be told apart in an export."""
    for name in ("cat", " cat ", "", "  "):
        with pytest.raises(ProjectError):
            store.add_category(name)
    assert store.add_category("Cat").name == "Cat"
    with pytest.raises(ProjectError, match='already a category "dog"'):
        store.update_category(replace(store.category(1), name="dog"))
    with pytest.raises(ProjectError, match="no colour"):
        store.update_category(replace(store.category(1), color="red"))
    with pytest.raises(ProjectError):
        store.update_category(Category(50, "x", "#000000"))
    store.update_category(Category(1, "v1.0", "#ABCDEF", "animal"))
    assert store.category(1) == Category(1, "v1.0", "#abcdef", "animal")


def test_default_colors_follow_the_position_and_avoid_taken_ones(store: Store) -> None:
    """Two categories would look alike on the canvas."""
    assert [category.color for category in store.categories()] == ["#e69f00", "#56b4e9"]
    store.delete_category(1)
    third = store.add_category("bird")
    assert third.color not in {"#56b4e9"}
    for number in range(12):
        store.add_category(f"c{number}")
    colors = [category.color for category in store.categories()]
    assert len(set(colors)) == len(colors)


def test_a_category_in_use_is_not_deleted(store: Store) -> None:
    """Objects would lose their category."""
    store.add_annotation(some_annotation())
    with pytest.raises(ProjectError, match="1 annotation;"):
        store.delete_category(1)
    category = store.category(2)
    store.delete_category(2)
    store.restore_category(category)
    assert store.category(2) == category


def test_merge_and_back(store: Store) -> None:
    """Undo of a merge would not know which objects were cats."""
    cats = [store.add_annotation(some_annotation(1, 1)).id for _ in range(3)]
    dog = store.add_annotation(some_annotation(1, 2)).id
    source, before = store.category(1), store.dataset()
    moved = store.merge_categories(1, 2)
    assert moved == tuple(cats)
    assert store.category_counts() == {2: 4}
    assert [category.id for category in store.categories()] == [2]
    store.unmerge_categories(source, moved)
    assert store.dataset() == before
    assert store.annotation(dog).category_id == 2
    with pytest.raises(ProjectError):
        store.merge_categories(1, 1)
    with pytest.raises(ProjectError):
        store.merge_categories(1, 77)


def test_a_replaced_file_of_another_size_is_told(store: Store) -> None:
    """Masks of 20 x 30 pixels would lie on an image of 40 x 50."""
    store.add_annotation(some_annotation(1))
    assert store.set_probes([(1, ImageProbe(50, 40, "x")), (2, ImageProbe(50, 40, "x"))]) == (1,)
    assert store.image(1).size_hw == SIZE
    assert store.image(2).size_hw == (40, 50)


def test_a_second_window_is_refused_or_reads_along(store: Store) -> None:
    """Two windows would overwrite each other's work."""
    with pytest.raises(ProjectLockedError, match="open in another window"):
        Store.open(store.project_dir)
    with Store.open(store.project_dir, read_only=True) as reader:
        assert reader.read_only
        assert reader.annotations(1) == ()
        added = store.add_annotation(some_annotation())
        assert reader.annotations(1) == (added,)
        store.set_image_state(1, ImageState.FLAGGED)
        assert reader.image(1).state is ImageState.FLAGGED
    store.close()
    store.close()
    Store.open(store.project_dir).close()


def test_a_read_only_project_takes_no_change(store: Store) -> None:
    """A window that says read-only would write all the same."""
    store.add_annotation(some_annotation())
    before = store.dataset()
    changes = [
        lambda s: s.add_annotation(some_annotation()),
        lambda s: s.update_annotations([replace(before.annotations[0], score=0.1)]),
        lambda s: s.delete_annotations([1]),
        lambda s: s.restore_annotations([]),
        lambda s: s.add_category("x"),
        lambda s: s.update_category(Category(1, "x", "#000000")),
        lambda s: s.delete_category(2),
        lambda s: s.merge_categories(1, 2),
        lambda s: s.add_images(["x.jpg"]),
        lambda s: s.set_probes([]),
        lambda s: s.set_image_state(1, ImageState.DONE),
        lambda s: s.apply_sync(SyncPlan()),
        lambda s: s.import_dataset(Dataset()),
        lambda s: s.set_image_root(Path("/x")),
    ]
    with Store.open(store.project_dir, read_only=True) as reader:
        for change in changes:
            with pytest.raises(ProjectReadOnlyError):
                change(reader)
        reader.last_image_id = 2
        assert reader.last_image_id == 2
        assert reader.dataset() == before
    assert store.last_image_id is None


def test_sync_is_written_down(store: Store) -> None:
    """A moved photograph would lose its objects."""
    store.add_annotation(some_annotation(1))
    plan = SyncPlan(("new.jpg",), (2,), (), ((1, "moved/10.jpg"),), (("new.jpg", ImageProbe(4, 3, "h")),))
    store.apply_sync(plan)
    assert (store.image(1).file_name, store.image(1).missing) == ("moved/10.jpg", False)
    assert len(store.annotations(1)) == 1
    assert store.image(2).missing
    assert store.image(4).size_hw == (3, 4)
    store.apply_sync(SyncPlan(found_ids=(2,)))
    assert not store.image(2).missing
    store.set_missing([2, 3], True)
    assert [i.id for i in store.images() if i.missing] == [3, 2]


def test_import_keeps_free_ids_and_can_be_taken_back(store: Store) -> None:
    """Undo of an import would leave half of it, or redo would give other ids."""
    mine = store.add_annotation(some_annotation())
    before = store.dataset()
    dataset = Dataset(
        images=(replace(store.image(2), state=ImageState.DONE),),
        categories=(Category(7, "bird", "#000000"),),
        annotations=(
            replace(some_annotation(1, 7), id=1),
            replace(some_annotation(1, 1), id=50),
            replace(some_annotation(2, 7), id=0),
            replace(some_annotation(2, 7), id=1 << 60),
        ),
    )
    imported = store.import_dataset(dataset)
    assert [a.id for a in imported.annotations] == [51, 50, 52, 53]
    assert imported.categories == (Category(7, "bird", "#000000"),)
    assert store.image(2).state is ImageState.DONE
    after = store.dataset()
    assert mine in after.annotations and len(after.annotations) == 5
    store.remove_imported(imported)
    assert store.dataset() == before
    store.restore_imported(imported)
    assert store.dataset() == after
    store.remove_imported(imported)
    assert store.import_dataset(dataset).annotations[1].id > 53


def test_imported_category_ids_that_were_given_before_are_replaced(store: Store) -> None:
    """Imported birds would turn up among the cats."""
    store.delete_category(2)
    imported = store.import_dataset(Dataset((), (Category(2, "bird", "#000000"),), (some_annotation(1, 2),)))
    assert imported.categories[0].id == 3
    assert imported.annotations[0].category_id == 3
    assert store.annotations(1)[0].category_id == 3


def test_project_and_images_can_be_moved_together(tmp_path: Path) -> None:
    """A project copied to another disk would not find its photographs."""
    (tmp_path / "data" / "images").mkdir(parents=True)
    Store.create(tmp_path / "data" / "project", tmp_path / "data" / "images").close()
    (tmp_path / "data").rename(tmp_path / "moved")
    with Store.open(tmp_path / "moved" / "project") as store:
        assert store.image_root == tmp_path / "moved" / "images"
        store.set_image_root(tmp_path / "else" / "where")
    with Store.open(tmp_path / "moved" / "project") as store:
        assert store.image_root == tmp_path / "else" / "where"


def test_images_elsewhere_are_kept_as_an_absolute_path(tmp_path: Path) -> None:
    """A moved project would look for its photographs in a wrong folder."""
    (tmp_path / "deep" / "er").mkdir(parents=True)
    Store.create(tmp_path / "deep" / "er" / "project", tmp_path / "images").close()
    (tmp_path / "deep" / "er" / "project").rename(tmp_path / "project")
    with Store.open(tmp_path / "project") as store:
        assert store.image_root == tmp_path / "images"
        assert store.path_of(store.add_images(["a/b.png"])[0]) == tmp_path / "images" / "a" / "b.png"
        assert store.name == "project"


def test_odd_folder_names(tmp_path: Path) -> None:
    """A project in a folder with ?, #, % or letters beyond ASCII could not be opened."""
    folder = tmp_path / "a?b#c%20d é 画像"
    Store.create(folder, folder).close()
    with Store.open(folder) as store:
        assert store.image_root == folder
    assert (folder / PROJECT_FILE).is_file()


def test_create_refuses_what_is_there(store: Store, tmp_path: Path) -> None:
    """A new project would overwrite a finished one."""
    store.close()
    with pytest.raises(ProjectError, match="already a project"):
        Store.create(store.project_dir, tmp_path)
    with reopened(store) as again:
        assert len(again.images()) == 3
    with pytest.raises(ProjectError):
        Store.create(tmp_path / "other", tmp_path, category_names=["a", "a"])
    assert not (tmp_path / "other").exists()
    (tmp_path / "file").write_text("x")
    with pytest.raises(ProjectError, match="can't be made"):
        Store.create(tmp_path / "file", tmp_path)


def test_what_is_no_project_is_told_in_a_sentence(tmp_path: Path) -> None:
    """A damaged or foreign file would end in a traceback."""
    for read_only in (False, True):
        with pytest.raises(ProjectMissingError):
            Store.open(tmp_path, read_only=read_only)
    file = tmp_path / PROJECT_FILE
    file.write_bytes(b"")
    with pytest.raises(ProjectMissingError):
        Store.open(tmp_path)
    file.write_bytes(b"not a database, but a text that is long enough to be taken for one" * 50)
    with pytest.raises(ProjectDamagedError, match="damaged or no project"):
        Store.open(tmp_path)
    file.write_bytes(b"")
    Store.create(tmp_path, tmp_path).close()
    assert (tmp_path / LOCK_FILE).name == LOCK_FILE


def test_a_full_disk_is_one_sentence_and_loses_nothing(store: Store) -> None:
    """A full disk would end in a traceback, or in half an object."""
    store.add_annotation(some_annotation())
    before = store.dataset()
    store._db.rows("PRAGMA max_page_count = 1")
    with pytest.raises(ProjectError, match=r"disk .* is full"):
        for seed in range(2000):
            pixels = np.random.default_rng(seed).random(SIZE) < 0.5
            store.restore_annotations([replace(some_annotation(), mask=Mask.from_array(pixels), id=100 + seed)])
    kept = store.dataset().annotations
    assert kept[:1] == before.annotations
    assert store.check() == []


def test_random_edits_against_a_plain_model(store: Store) -> None:
    """Some order of adding, changing, deleting and restoring would lose or mix up objects."""
    rng = random.Random(5)
    model: dict[int, Annotation] = {}
    deleted: list[Annotation] = []
    given: set[int] = set()
    for step in range(150):
        kind = rng.choice("aaudr")
        if kind == "a":
            added = store.add_annotation(some_annotation(rng.randint(1, 3), rng.randint(1, 2), step))
            assert added.id not in given
            given.add(added.id)
            model[added.id] = added
        elif kind == "u" and model:
            chosen = replace(rng.choice(list(model.values())), mask=some_mask(step + 1000))
            store.update_annotations([chosen])
            model[chosen.id] = chosen
        elif kind == "d" and model:
            gone = rng.sample(list(model.values()), rng.randint(1, min(3, len(model))))
            store.delete_annotations([a.id for a in gone])
            deleted += [model.pop(a.id) for a in gone]
        elif kind == "r" and deleted:
            back = deleted.pop(rng.randrange(len(deleted)))
            store.restore_annotations([back])
            model[back.id] = back
    assert store.dataset().annotations == tuple(model[i] for i in sorted(model))
    assert store.check() == []
