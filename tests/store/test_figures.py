"""Figures of all annotations: whole, in order, and without holding up who writes."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from sam_annotator.core.mask import Mask
from sam_annotator.core.records import Annotation
from sam_annotator.store import figures
from sam_annotator.store.store import Store


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project of seven annotations of rising size."""
    images = tmp_path / "images"
    images.mkdir()
    with Store.create(tmp_path / "project", images, category_names=["cat"]) as store:
        store.add_images(["a.png"])
        for i in range(1, 8):
            store.add_annotation(annotation(i))
    return tmp_path / "project"


def annotation(area: int) -> Annotation:
    pixels = np.zeros((10, 10), np.bool_)
    pixels.flat[:area] = True
    return Annotation(0, 1, 1, Mask.from_array(pixels), seconds=area / 2, clicks=area, created_at=1.7e9)


@pytest.mark.parametrize("piece", [1, 3, 7, 100])
def test_pieces_are_the_whole(project: Path, monkeypatch: pytest.MonkeyPatch, piece: int) -> None:
    """A row lost or told twice between two pieces would be a wrong plot."""
    monkeypatch.setattr(figures, "_PIECE", piece)
    with Store.open(project, read_only=True) as store:
        found = list(store.figures())
    assert [f.area for f in found] == [f.clicks for f in found] == list(range(1, 8))
    assert found[3].seconds == 2.0 and found[3].created_at == 1.7e9


def test_others_write_while_figures_are_read(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An accepted mask must not wait for the panel that counts it."""
    monkeypatch.setattr(figures, "_PIECE", 2)
    with Store.open(project) as writer, Store.open(project, read_only=True) as reader:
        rows = reader.figures()
        first = next(rows)
        made = writer.add_annotation(annotation(9))
        writer.delete_annotations([5])
        assert [first.id, *(f.id for f in rows)] == [1, 2, 3, 4, 6, 7, made.id]
