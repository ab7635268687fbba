"""Images that are wanted for another reason than to be shown."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from sam_annotator.core.image_io import write_png
from sam_annotator.worker.image_loader import ImageLoader, LoadedImage


@pytest.fixture
def loader(qtbot: QtBot) -> Iterator[ImageLoader]:
    loader = ImageLoader(prepare=lambda pixels: pixels.shape)
    yield loader
    loader.stop()


def photo(folder: Path, name: str = "photo.png") -> Path:
    write_png(folder / name, np.full((40, 50, 3), 90, np.uint8))
    return folder / name


def test_a_fetched_image_comes_without_being_shown_or_kept(qtbot: QtBot, loader: ImageLoader, tmp_path: Path) -> None:
    """The image on screen would change by itself, or those kept for the way back be pushed out."""
    path, shown = photo(tmp_path), []
    loader.loaded.connect(shown.append)
    with qtbot.waitSignal(loader.fetched) as told:
        loader.fetch(7, path)
    image_id, fetched = told.args
    assert image_id == 7 and isinstance(fetched, LoadedImage) and fetched.image_id == 7
    assert fetched.prepared is None and not fetched.pixels.flags.writeable
    with qtbot.waitSignal(loader.loaded) as told:
        loader.load(7, path)
    loaded = told.args[0]
    assert loaded.prepared == (40, 50, 3) and loaded.pixels is not fetched.pixels
    assert loaded.pixels_key == fetched.pixels_key
    with qtbot.waitSignal(loader.fetched) as told:
        loader.fetch(7, path)
    assert told.args[1].pixels is loaded.pixels  # what is there is not decoded again


def test_a_file_that_can_t_be_fetched_is_told(qtbot: QtBot, loader: ImageLoader, tmp_path: Path) -> None:
    """Whoever asked would wait for it for ever, and for all that come after it."""
    failed = []
    loader.failed.connect(lambda *values: failed.append(values))
    with qtbot.waitSignal(loader.fetched) as told:
        loader.fetch(7, tmp_path / "gone.png")
    assert told.args == [7, None] and failed == []


def test_the_image_fetched_last_is_the_one_that_comes(qtbot: QtBot, loader: ImageLoader, tmp_path: Path) -> None:
    """Pixels of one image would be taken for another's."""
    told: list[int] = []
    loader.fetched.connect(lambda image_id, _loaded: told.append(image_id))
    for image_id in range(1, 6):
        loader.fetch(image_id, photo(tmp_path, f"{image_id}.png"))
    qtbot.waitUntil(lambda: 5 in told)
    assert told == [5]
