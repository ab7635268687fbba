"""Lists of categories on their way from project to project."""

from __future__ import annotations

from pathlib import Path

import pytest

from sam_annotator.core.errors import FormatError
from sam_annotator.core.records import Category
from sam_annotator.formats.category_list import ListedCategory, read_category_list, write_category_list

CATEGORIES = (Category(3, "traffic light, red", "#ff0000", "street"), Category(1, '行人 "x"', "#00ff00"))


def test_json_keeps_everything(tmp_path: Path) -> None:
    """Each annotator would see other colours."""
    out = tmp_path / "c.json"
    write_category_list(CATEGORIES, out)
    assert read_category_list(out) == tuple(ListedCategory(c.name, c.color, c.supercategory) for c in CATEGORIES)


@pytest.mark.parametrize("suffix", [".txt", ".csv"])
def test_text_keeps_the_names_in_their_order(tmp_path: Path, suffix: str) -> None:
    """Names with commas or quotes would come apart, or digits mean other categories."""
    out = tmp_path / f"c{suffix}"
    write_category_list(CATEGORIES, out)
    assert len(out.read_text("utf-8").splitlines()) == 2
    assert read_category_list(out) == tuple(ListedCategory(c.name) for c in CATEGORIES)


@pytest.mark.parametrize(
    ("name", "text", "names"),
    [
        ("a.txt", "\ufeffcat\r\n\r\n  big   dog \ncat\n", ["cat", "big dog"]),
        ("a.csv", "name,color\ncat,red\n", ["cat"]),
        ("a.csv", "cat\nclass\n", ["cat", "class"]),
        ("a.json", '["cat", {"name": "dog", "color": "nonsense"}]', ["cat", "dog"]),
        ("a.json", '{"categories": [{"id": 1, "name": "cat"}], "images": []}', ["cat"]),
        ("a.names", "cat\ndog", ["cat", "dog"]),
    ],
)
def test_what_others_write_is_read(tmp_path: Path, name: str, text: str, names: list[str]) -> None:
    """A list that everybody has would have to be typed."""
    path = tmp_path / name
    path.write_text(text, "utf-8")
    assert [c.name for c in read_category_list(path)] == names


def test_an_exported_coco_file_gives_its_colours(tmp_path: Path) -> None:
    """The colours of a project would be lost on the way."""
    path = tmp_path / "a.json"
    path.write_text('{"categories": [{"name": "a", "supercategory": "s", "sam_annotator": {"color": "#ABCDEF"}}]}')
    assert read_category_list(path) == (ListedCategory("a", "#abcdef", "s"),)


@pytest.mark.parametrize(
    ("name", "data"),
    [("a.txt", b""), ("a.txt", b"\xff\xfe"), ("a.txt", b"a\0b"), ("a.json", b"{}"), ("a.json", b"[1]"),
     ("a.json", b"[["), ("a.json", b'[{"name": " "}]'), ("a.txt", b"x" * 2000),
     ("missing.txt", None), ("missing.json", None)],
)  # fmt: skip
def test_what_is_no_list_is_refused_with_a_sentence(tmp_path: Path, name: str, data: bytes | None) -> None:
    """A photograph chosen by mistake would become a thousand categories."""
    if data is not None:
        (tmp_path / name).write_bytes(data)
    with pytest.raises(FormatError):
        read_category_list(tmp_path / name)


def test_a_file_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    """The list would seem to be there."""
    for name in ("no/c.json", "c.png"):
        with pytest.raises(FormatError):
            write_category_list(CATEGORIES, tmp_path / name)
