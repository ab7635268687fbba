"""Names are ordered all at once as they were one by one."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from sam_annotator.store.scan import natural_order, natural_sorted
from sam_annotator.store.store import Store

_NUMBER = re.compile(r"(\d+)")


def natural_key(name: str) -> tuple[list[str | int], str]:
    """What the order means: numbers as numbers, either case alike, folder by folder, names without their ending."""
    stem = name.rpartition(".")[0] or name
    parts: list[str | int] = list(_NUMBER.split(stem.casefold().replace("/", "\0")))
    parts[1::2] = map(int, parts[1::2])
    return parts, name


NAMES = st.lists(st.text(st.sampled_from("aAbB01239/._- éßÀ٣²\n"), max_size=7), unique=True, max_size=12)


@given(NAMES, st.booleans())
def test_names_are_ordered_as_people_count(names: list[str], sorted_before: bool) -> None:
    """The list would jump about: img10 before img2, or the images of two folders mixed."""
    wanted = sorted(names, key=natural_key)
    names = wanted if sorted_before else names
    assert natural_sorted(names) == wanted
    order = natural_order(names)
    assert order is None if names == wanted else [names[i] for i in order or ()] == wanted


def test_a_name_with_a_wild_character_mixes_up_nothing() -> None:
    """A damaged name would give other images each other's places."""
    assert natural_sorted(["b.png", "a\0x.png", "a.png"]) == ["a.png", "a\0x.png", "b.png"]
    assert natural_order(["a.png", "b.png", "c\0.png"]) in (None, [0, 1, 2])


def test_images_in_order_are_not_ordered_again(tmp_path: Path, count_steps: Callable[..., int]) -> None:
    """Opening a project of 100,000 images would take half a second longer."""
    names = [f"folder{i // 100:02}/img{i}.jpg" for i in range(3000)]
    assert count_steps(lambda: natural_order(names)) < count_steps(lambda: natural_order(names[::-1])) / 2
    with Store.create(tmp_path, tmp_path) as store:
        store.add_images(names[1500:] + names[:1500])
        assert [image.file_name for image in store.images()] == names
