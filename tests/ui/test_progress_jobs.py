"""What the progress panel does on other threads: reading and writing, told of and cancelled."""

from __future__ import annotations

import csv
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from sam_annotator.core.errors import FormatError
from sam_annotator.core.mask import Mask
from sam_annotator.core.progress_tables import time_text
from sam_annotator.core.records import Annotation, ImageState
from sam_annotator.store.store import Store
from sam_annotator.ui.progress import jobs
from sam_annotator.ui.progress.jobs import read_progress, write_pictures, write_tables


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project of two images and five annotations."""
    images = tmp_path / "images"
    images.mkdir()
    with Store.create(tmp_path / "project", images, category_names=["cat", 'd"o,g']) as store:
        store.add_images(["a.png", "写真/b.png"])
        for i in range(5):
            pixels = np.zeros((20, 20), np.bool_)
            pixels[: i + 1, :2] = True
            mask = Mask.from_array(pixels)
            store.add_annotation(Annotation(0, 1 + i % 2, 1 + i % 2, mask, seconds=2.5, clicks=2))
        store.set_image_state(1, ImageState.DONE)
    return tmp_path / "project"


def test_reading_tells_how_far_it_is(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Seconds without a sign look like a fault."""
    monkeypatch.setattr(jobs, "_PIECE", 2)
    told: list[tuple[int, int]] = []
    progress = read_progress(project, lambda done, total: told.append((done, total)), lambda: False)
    assert told == [(2, 5), (4, 5), (5, 5)]
    assert progress is not None and progress.annotation_count == 5 and progress.worked_seconds == 12.5
    assert progress.states[ImageState.DONE] == 1 and len(progress.periods) == 1
    assert progress.periods[0].images_done == 1 and progress.periods[0].annotations == 5


def test_reading_can_be_cancelled(project: Path) -> None:
    """Who closes the project does not wait for its figures."""
    assert read_progress(project, lambda _done, _total: None, lambda: True) is None


def test_tables_bear_every_name(project: Path, tmp_path: Path) -> None:
    """Commas, quotes and Chinese in names must not shift a column."""
    folder, count = write_tables(project, tmp_path, "out", lambda _done, _total: None, lambda: False)
    assert count == 7 == len(list(folder.iterdir())) and folder == tmp_path / "out"
    rows = list(csv.DictReader((folder / "annotations.csv").open(encoding="utf-8-sig")))
    assert [row["file_name"] for row in rows] == ["a.png", "写真/b.png"] * 2 + ["a.png"]
    assert {row["category"] for row in rows} == {"cat", 'd"o,g'}
    assert [int(row["area"]) for row in rows] == [2, 4, 6, 8, 10] and rows[0]["seconds"] == "2.5"
    assert rows[0]["created_at"].startswith("20")
    states = dict(list(csv.reader((folder / "image_states.csv").open(encoding="utf-8-sig")))[1:])
    assert states["done"] == "1"


def test_a_cancelled_export_leaves_nothing(project: Path, tmp_path: Path) -> None:
    """Half a table looks like a whole one."""
    asked = iter([False, *[True] * 50])
    write_tables(project, tmp_path, "out", lambda _done, _total: None, lambda: next(asked))
    assert not (tmp_path / "out").exists()


def test_earlier_exports_are_left_alone(project: Path, tmp_path: Path) -> None:
    """Last week's figures are what this week's are compared with."""
    folders = [write_tables(project, tmp_path, "out", lambda _d, _t: None, lambda: False)[0] for _ in range(3)]
    assert [folder.name for folder in folders] == ["out", "out (2)", "out (3)"]


def test_what_cant_be_written_is_said(project: Path, tmp_path: Path, qapp: QApplication) -> None:
    """A sentence with the folder, not a number of an error."""
    with pytest.raises(FormatError, match="can't be written"):
        write_tables(project, tmp_path / "none", "out", lambda _done, _total: None, lambda: False)
    with pytest.raises(FormatError, match="can't be written"):
        write_pictures([("empty", QImage())], tmp_path, "pictures")


def test_times_that_are_no_dates_are_empty() -> None:
    """A damaged project must not keep its owner from the rest."""
    assert time_text(0) == time_text(-1) == time_text(1e30) == time_text(float("nan")) == ""
