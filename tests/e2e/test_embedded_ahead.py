"""Photographs that were encoded ahead, by `sam-annotator embed`, answer the first click at once."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image as PilImage
from PySide6.QtCore import Qt

from sam_annotator.__main__ import main as cli_main
from sam_annotator.core.mask import BoolArray
from sam_annotator.core.settings import cache_dir
from sam_annotator.engine.fake import FakeEngine
from sam_annotator.store.store import PROJECT_FILE

Photos = tuple[Path, dict[str, list[tuple[int, int]]]]
Open = Callable[..., Any]


@pytest.fixture
def embeddings() -> Path:
    return cache_dir() / "embeddings"


@pytest.fixture(params=["fake", "rounded", "builtin"])
def engine_id(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """An engine that is kept exactly, the same one kept in half precision, and a network."""
    if request.param == "rounded":
        encode = FakeEngine.encode

        def rounded(self: FakeEngine, *arguments: Any) -> Any:
            return replace(encode(self, *arguments), is_exact=False)

        monkeypatch.setattr(FakeEngine, "encode", rounded)
    return "builtin" if request.param == "builtin" else "fake"


def click_through(
    open_window: Open, folder: Path, points: dict[str, Any], engine_id: str
) -> tuple[list[BoolArray], int]:
    """Click once on each photograph in a new window; return the masks, and how often the network was started."""
    driver = open_window(folder, engine_id, wait=False)
    started: list[int] = []
    driver.parts.worker.encode_started.connect(started.append)
    masks = []
    for number, places in enumerate(points.values()):
        if number:
            driver.go("image.next")
        driver.qtbot.waitUntil(driver.action("view.fit").isEnabled, timeout=60_000)
        driver.click(*places[0])
        driver.settle()
        masks.append(driver.draft)
        driver.key(Qt.Key.Key_Escape)
    driver.close()
    (folder / PROJECT_FILE).unlink()
    return masks, len(started)


def test_first_clicks_start_no_network(
    open_window: Open, photos: Photos, embeddings: Path, engine_id: str, tmp_path: Path
) -> None:
    """What was prepared overnight, or by a computer with a GPU, would be made again while the annotator waits."""
    folder, points = photos
    fresh, started = click_through(open_window, folder, points, engine_id)
    assert started == len(points)
    shutil.rmtree(embeddings)

    stick = tmp_path / "stick"
    assert cli_main(["embed", str(folder), "--engine", engine_id, "--cache", str(stick)]) == 0
    shutil.copytree(stick, embeddings)
    prepared, started = click_through(open_window, folder, points, engine_id)
    assert started == 0
    folder = folder.rename(tmp_path / "renamed")
    renamed, started = click_through(open_window, folder, points, engine_id)
    assert started == 0
    for one, two, three in zip(fresh, prepared, renamed, strict=True):
        assert one is not None and one.any()
        assert np.array_equal(one, two) and np.array_equal(one, three)


def test_one_changed_pixel_is_another_image(open_window: Open, photos: Photos) -> None:
    """A retouched photograph would get the masks of the old one."""
    folder, points = photos
    assert cli_main(["embed", str(folder), "--engine", "fake"]) == 0
    with PilImage.open(folder / "photo1.png") as photo:
        photo.putpixel((0, 0), (1, 2, 3))
        photo.save(folder / "photo1.png")
    _masks, started = click_through(open_window, folder, points, "fake")
    assert started == 1


def test_a_budget_counts_at_once(open_window: Open, photos: Photos, embeddings: Path) -> None:
    """Who needs the disk for something else would have to start the program again, twice."""
    folder, points = photos
    driver = open_window(folder)
    driver.click(*points["photo1.png"][0])
    driver.settle()
    driver.qtbot.waitUntil(lambda: any(embeddings.glob("*.embedding")))
    driver.parts.settings.change(embedding_disk_mb=0)
    driver.go("image.next")
    driver.click(*points["photo2.png"][0])
    driver.settle()
    driver.close()
    assert not list(embeddings.iterdir())
