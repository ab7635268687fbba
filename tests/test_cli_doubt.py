"""The command `doubt`, as a person or a script on a server runs it."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from sam_annotator.__main__ import main
from sam_annotator.core.image_io import write_png
from sam_annotator.core.mask import Mask
from sam_annotator.core.records import Annotation
from sam_annotator.store.store import Store

Run = Callable[..., tuple[int, str, str]]
SIZE = 96


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    def run_main(*arguments: object) -> tuple[int, str, str]:
        status = main([str(argument) for argument in arguments])
        return status, *capsys.readouterr()

    return run_main


@pytest.fixture
def project(tmp_path: Path, run: Run) -> Path:
    """Two images with two discs each; the mask of the second disc of the second image is half of it and ground."""
    photos, folder = tmp_path / "photos", tmp_path / "project"
    photos.mkdir()
    rows, columns = np.mgrid[:SIZE, :SIZE]
    masks: list[np.ndarray] = []
    for number, name in enumerate(("a.png", "b.png")):
        pixels = np.random.default_rng(number).integers(50, 60, (SIZE, SIZE, 3)).astype(np.uint8)
        for column, color in ((26, (200, 60, 60)), (70, (60, 200, 220))):
            disc = (rows - 48) ** 2 + (columns - column) ** 2 < 18**2
            pixels[disc] = color
            masks.append(disc)
        write_png(photos / name, pixels)
    assert run("new", folder, "--images", photos, "--category", "disc")[0] == 0
    masks[3] = np.roll(masks[3], 16, axis=0)
    with Store.open(folder) as store:
        images = store.images()
        for number, mask in enumerate(masks):
            made = Annotation(0, images[number // 2].id, 1, Mask.from_array(mask), score=0.9 - 0.1 * number)
            store.add_annotation(made)
    return folder


def rows_of(done: tuple[int, str, str]) -> list[dict[str, Any]]:
    assert done[0] == 0, done
    rows: list[dict[str, Any]] = json.loads(done[1])
    return rows


def test_the_mask_that_is_wrong_comes_first_with_its_reason(project: Path, run: Run) -> None:
    """Who checks masks that a program made on a server would look through all of them."""
    status, out, err = run("doubt", project, "--engine", "fake", "--top", 2)
    assert (status, err) == (0, "")
    head, first, _second, more = out.splitlines()
    assert head.split() == ["ID", "IMAGE", "CATEGORY", "DOUBT", "WHY"]
    assert first.split()[:3] == ["4", "b.png", "disc"] and "edges of the image" in first
    assert more.startswith("... and 2 more")
    rows = rows_of(run("doubt", project, "--stored", "--json"))
    assert rows[0]["id"] == 4 and all(row["asked"] for row in rows)
    assert "outline" in rows[0]["reasons"] and rows[0]["evidence"]["prompted"] is False


def test_without_an_engine_scores_give_the_order(project: Path, run: Run) -> None:
    """Without asking an engine for an hour, nothing would tell low scores from high ones."""
    rows = rows_of(run("doubt", project, "--stored", "--json"))
    assert [row["id"] for row in rows] == [4, 3, 2, 1]
    assert not any(row["asked"] for row in rows) and rows[0]["doubt"] == pytest.approx(0.4)


def test_only_what_is_chosen_is_asked_and_once(project: Path, run: Run) -> None:
    """A project of a year would be asked about again each night."""
    rows = rows_of(run("doubt", project, "--engine", "fake", "--only", "a.png", "--json"))
    assert {row["id"] for row in rows} == {1, 2}
    with Store.open(project) as store, store.database.transaction() as connection:
        connection.execute("UPDATE doubts SET doubt = 0.125")
    run("doubt", project, "--engine", "fake", "--json")
    with Store.open(project, read_only=True) as store:
        found = dict(store.database.rows("SELECT annotation_id, doubt FROM doubts"))
    assert found[1] == found[2] == 0.125 and set(found) == {1, 2, 3, 4}
    run("doubt", project, "--engine", "fake", "--again")
    with Store.open(project, read_only=True) as store:
        assert dict(store.database.rows("SELECT annotation_id, doubt FROM doubts"))[1] != 0.125


def test_an_image_that_is_gone_is_told_and_the_others_are_asked(project: Path, run: Run) -> None:
    """One deleted photograph would keep the rest from being looked at."""
    with Store.open(project, read_only=True) as store:
        store.path_of(store.images()[0]).unlink()
    status, out, err = run("doubt", project, "--engine", "fake")
    assert status == 1 and "1 image can't be used" in err and "a.png" in err
    assert out.splitlines()[1].split()[0] == "4"


@pytest.mark.parametrize("top", ["0", "many"])
def test_a_number_that_is_none_is_refused(project: Path, run: Run, top: str) -> None:
    """A typing mistake would print nothing, without a word."""
    status, _out, err = run("doubt", project, "--top", top)
    assert status == 2 and f'"{top}" is no number of annotations' in err
