"""The command `table`, as a person or a script on a server runs it."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from sam_annotator.__main__ import main
from sam_annotator.core.annotation_table import HEADER
from sam_annotator.core.image_io import write_png
from sam_annotator.core.mask import Mask
from sam_annotator.core.records import Annotation
from sam_annotator.store.store import Store

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    def run_main(*arguments: object) -> tuple[int, str, str]:
        status = main([str(argument) for argument in arguments])
        return status, *capsys.readouterr()

    return run_main


@pytest.fixture
def project(tmp_path: Path, run: Run) -> Path:
    """Two images; three annotations, the last with two parts, a hole and a note that a spreadsheet could misread."""
    photos, folder = tmp_path / "photos", tmp_path / "project"
    photos.mkdir()
    for name in ("a.png", "b.png"):
        write_png(photos / name, np.zeros((40, 60, 3), np.uint8))
    assert run("new", folder, "--images", photos, "--category", "cat", "Hund")[0] == 0
    with Store.open(folder) as store:
        first, second = (image.id for image in store.images())
        for number, (image_id, category_id) in enumerate(((first, 1), (second, 2), (second, 1)), 1):
            pixels = np.zeros((40, 60), np.bool_)
            pixels[5 : 5 + 4 * number, 5:20] = True
            made = Annotation(0, image_id, category_id, Mask.from_array(pixels), score=number / 7)
            if number == 3:
                pixels[8:10, 8:10] = False
                pixels[30:33, 40:50] = True
                made = replace(made, mask=Mask.from_array(pixels), note='=1+1, "quoted"\nand 天空', score=None)
            store.add_annotation(made)
    return folder


def test_it_is_printed_in_the_order_that_is_wanted(project: Path, run: Run) -> None:
    """A script that looks for the smallest masks would get them in any order."""
    status, out, err = run("table", project, "--sort", "area", "--descending", "--top", 2)
    assert (status, err) == (0, "")
    head, first, second, more = out.splitlines()
    assert head.split()[:4] == ["ID", "IMAGE", "CATEGORY", "AREA"]
    assert first.split()[:6] == ["3", "b.png", "cat", str(12 * 15 - 4 + 30), "2", "1"]
    assert second.split()[:6] == ["2", "b.png", "Hund", "120", "1", "0"]
    assert more == "... and 1 more (--top, or all with --csv FILE)."


def test_search_and_category_choose_the_rows(project: Path, run: Run) -> None:
    """Numbers of one category would have to be picked out by hand."""

    def ids(*arguments: str) -> list[int]:
        status, out, _err = run("table", project, "--json", *arguments)
        assert status == 0
        return [json.loads(line)["id"] for line in out.splitlines()]

    assert ids() == [1, 2, 3]
    assert ids("--category", "cat") == [1, 3]
    assert ids("--search", "B.PNG hund") == [2]
    assert ids("--search", "quoted") == [3]
    assert ids("--sort", "score", "--descending") == [2, 1, 3]
    assert ids("--search", "nothing") == []


def test_the_file_has_exact_numbers_and_all_texts(project: Path, run: Run, tmp_path: Path) -> None:
    """Figures of a paper would be rounded, or shifted into other columns by a note with commas and lines."""
    out = tmp_path / "table.csv"
    status, text, err = run("table", project, "--csv", out)
    assert (status, err) == (0, "") and text == f"Wrote 3 annotations to {out}.\n"
    with out.open(encoding="utf-8-sig", newline="") as file:
        heads, *rows = csv.reader(file)
    assert tuple(heads) == HEADER
    table = [dict(zip(heads, row, strict=True)) for row in rows]
    assert float(table[0]["predicted_iou"]) == 1 / 7 and table[2]["predicted_iou"] == ""
    assert (table[2]["parts"], table[2]["holes"]) == ("2", "1")
    assert table[2]["note"] == '=1+1, "quoted"\nand 天空'


def test_mistakes_get_a_sentence(project: Path, run: Run, tmp_path: Path) -> None:
    """A wrong name would give an empty table, which looks like a result."""
    status, _out, err = run("table", project, "--category", "dog")
    assert status == 2 and 'there is no category "dog"' in err
    status, _out, err = run("table", project, "--csv", tmp_path / "no" / "such" / "table.csv")
    assert status == 1 and "can't be written" in err
    status, _out, err = run("table", tmp_path / "nothing")
    assert status == 1 and "nothing" in err
