"""Images and thumbnails are decoded off the GUI thread, and the one asked for last is the one that comes."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from gates import Gate
from patience import PATIENCE_MS
from pytestqt.qtbot import QtBot

from sam_annotator.core.giving_way import giving_way
from sam_annotator.core.image_io import read_image, write_png
from sam_annotator.engine.embedding_cache import pixels_key
from sam_annotator.worker import image_loader
from sam_annotator.worker.image_loader import ImageLoader, LoadedImage


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    paths = []
    for i in range(6):
        path = tmp_path / f"bild {i} ü.png"
        write_png(path, np.full((40 + i, 50, 3), 30 * i, np.uint8))
        paths.append(path)
    return paths


@pytest.fixture
def loader(qtbot: QtBot) -> Iterator[ImageLoader]:
    loader = ImageLoader(thumbnail_side=16)
    yield loader
    loader.stop()


class Decodes:
    """Counts decodings, and holds them until let through."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.count = 0
        self.gate = Gate()
        real = image_loader.decode_image

        def decode(data: bytes, name: str) -> Any:
            self.count += 1
            self.gate.pass_through()
            return real(data, name)

        monkeypatch.setattr(image_loader, "decode_image", decode)


@pytest.fixture
def decodes(monkeypatch: pytest.MonkeyPatch) -> Decodes:
    return Decodes(monkeypatch)


def collect(loader: ImageLoader) -> list[LoadedImage]:
    got: list[LoadedImage] = []
    loader.loaded.connect(got.append)
    return got


def test_an_image_comes_with_its_keys(qtbot: QtBot, loader: ImageLoader, files: list[Path]) -> None:
    """The embedding would be of other pixels than those on screen, or the file not found again when moved."""
    got = collect(loader)
    loader.load(7, files[2])
    qtbot.waitUntil(lambda: bool(got))
    assert got[0].image_id == 7
    assert np.array_equal(got[0].pixels, read_image(files[2]))
    assert not got[0].pixels.flags.writeable
    assert got[0].pixels_key == pixels_key(read_image(files[2]))
    assert got[0].sha256 == hashlib.sha256(files[2].read_bytes()).hexdigest()


def test_only_the_image_asked_for_last_comes(
    qtbot: QtBot, loader: ImageLoader, files: list[Path], decodes: Decodes
) -> None:
    """Leafing quickly, images would flicker past after the user has stopped."""
    got = collect(loader)
    decodes.gate.shut()
    for i, path in enumerate(files):
        loader.load(i, path)
        time.sleep(0.01)
    decodes.gate.open()
    qtbot.waitUntil(lambda: bool(got))
    qtbot.wait(50)
    assert [loaded.image_id for loaded in got] == [5]
    assert decodes.count <= 3  # those in between were not even decoded


def test_an_image_loaded_ahead_is_there_at_once(
    qtbot: QtBot, loader: ImageLoader, files: list[Path], decodes: Decodes
) -> None:
    """Going on to the next image would wait for its decoding."""
    got = collect(loader)
    with qtbot.waitSignal(loader.preloaded) as told:
        loader.preload(3, files[3])
    assert told.args[0].image_id == 3
    loader.load(3, files[3])
    qtbot.waitUntil(lambda: bool(got))
    assert decodes.count == 1
    loader.load(4, files[3])
    qtbot.waitUntil(lambda: len(got) == 2)
    assert got[1].image_id == 4
    assert decodes.count == 1


def test_an_image_being_loaded_ahead_is_not_decoded_twice(
    qtbot: QtBot, loader: ImageLoader, files: list[Path], decodes: Decodes
) -> None:
    """A large image would be decoded twice side by side, each slower."""
    got = collect(loader)
    decodes.gate.shut()
    loader.preload(3, files[3])
    qtbot.waitUntil(lambda: decodes.count == 1)
    loader.load(3, files[3])
    qtbot.wait(30)
    decodes.gate.open()
    qtbot.waitUntil(lambda: bool(got))
    assert decodes.count == 1


def test_what_is_loaded_ahead_waits_for_a_click_but_never_for_the_image_to_show(
    qtbot: QtBot, loader: ImageLoader, files: list[Path]
) -> None:
    """A click would wait for a core that decodes the next image; or the next image for a click that was long ago."""
    ahead: list[LoadedImage] = []
    loader.preloaded.connect(ahead.append)
    thumbnails: list[int] = []
    loader.thumbnail_ready.connect(lambda image_id, _pixels: thumbnails.append(image_id))
    got = collect(loader)
    loader.hold_others(600)
    loader.preload(1, files[1])
    loader.request_thumbnail(2, files[2])
    qtbot.wait(50)
    assert not ahead and not thumbnails
    loader.load(1, files[1])  # somebody goes on to it: nothing is held any more
    qtbot.waitUntil(lambda: [image.image_id for image in got] == [1])
    qtbot.waitUntil(lambda: [image.image_id for image in ahead] == [1] and thumbnails == [2])
    loader.hold_others(600)
    loader.preload(4, files[4])
    qtbot.wait(50)
    assert len(ahead) == 1
    loader.hold_others(0.05)  # the answer came
    qtbot.waitUntil(lambda: ahead[-1].image_id == 4)


def test_the_window_closes_although_something_is_held(qtbot: QtBot, files: list[Path]) -> None:
    """It would stay in memory for as long, or be torn down under a thread that still reads."""
    loader = ImageLoader(thumbnail_side=16)
    loader.hold_others(600)
    loader.preload(1, files[1])
    loader.request_thumbnail(2, files[2])
    qtbot.wait(50)
    assert loader.stop(60_000)


def test_a_file_that_is_decoded_is_left_for_a_while_in_the_middle(tmp_path: Path) -> None:
    """A click made while a large photograph is read ahead would wait for all of it."""
    noise = np.random.default_rng(3).integers(0, 255, (1500, 1600, 3), np.uint8)
    write_png(tmp_path / "large.png", noise)
    parts = 0

    def pause() -> None:
        nonlocal parts
        parts += 1

    with giving_way(pause):
        paused = read_image(tmp_path / "large.png")
    assert parts > 20
    assert np.array_equal(paused, noise)


def test_a_file_that_changed_is_read_again(qtbot: QtBot, loader: ImageLoader, files: list[Path]) -> None:
    """An image edited elsewhere would go on showing its old pixels."""
    got = collect(loader)
    loader.load(1, files[1])
    qtbot.waitUntil(lambda: len(got) == 1)
    write_png(files[1], np.full((10, 20, 3), 9, np.uint8))
    loader.load(1, files[1])
    qtbot.waitUntil(lambda: len(got) == 2)
    assert got[1].pixels.shape == (10, 20, 3)


def test_decoded_images_are_bounded_in_bytes(qtbot: QtBot, files: list[Path], decodes: Decodes) -> None:
    """Memory would grow with every image looked at."""
    loader = ImageLoader(cache_bytes=2 * 45 * 50 * 3)
    got = collect(loader)
    try:
        for turn in range(2):
            for i, path in enumerate(files):
                loader.load(i, path)
                qtbot.waitUntil(lambda n=turn * 6 + i + 1: len(got) == n)
        assert decodes.count == 12
        loader.load(5, files[5])
        qtbot.waitUntil(lambda: len(got) == 13)
        assert decodes.count == 12
        assert sum(kept.pixels.nbytes for kept in loader._decoder._kept.values()) <= 2 * 45 * 50 * 3
    finally:
        loader.stop()


def test_what_was_prepared_counts_as_memory(qtbot: QtBot, files: list[Path]) -> None:
    """With the smaller copies made for the screen, memory would grow beyond its bound by a third."""

    class Copies:
        nbytes = 3000

    loader = ImageLoader(cache_bytes=20_000, prepare=lambda _pixels: Copies())
    got = collect(loader)
    try:
        for i, path in enumerate(files):
            loader.load(i, path)
            qtbot.waitUntil(lambda n=i + 1: len(got) == n)
        assert got[0].nbytes == got[0].pixels.nbytes + 3000
        assert loader.room_for(got[0]) == 2
        assert len(loader._decoder._kept) == 2  # three without what was prepared
    finally:
        loader.stop()


def test_what_can_t_be_read_is_told_and_the_next_one_comes(
    qtbot: QtBot, loader: ImageLoader, files: list[Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One damaged file would stop the work."""
    failed: list[tuple[int, str]] = []
    loader.failed.connect(lambda image_id, message: failed.append((image_id, message)))
    got = collect(loader)
    bad = tmp_path / "bad.png"
    bad.write_bytes(files[0].read_bytes()[:60])
    for image_id, path in ((1, tmp_path / "none.png"), (2, bad), (3, tmp_path)):
        loader.preload(image_id, path)
        loader.load(image_id, path)
        qtbot.waitUntil(lambda i=image_id: bool(failed) and failed[-1][0] == i)
        assert failed[-1][1].endswith(".")
    with monkeypatch.context() as patch:
        patch.setattr(image_loader, "decode_image", lambda *_: 1 / 0)
        loader.load(4, files[4])
        qtbot.waitUntil(lambda: failed[-1][0] == 4)
    loader.load(5, files[5])
    qtbot.waitUntil(lambda: bool(got))
    assert got[0].image_id == 5


def test_thumbnails_come_newest_first_and_none_is_lost_in_silence(
    qtbot: QtBot, loader: ImageLoader, files: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    """After scrolling far, the thumbnails on screen would come last."""
    monkeypatch.setattr(loader._thumbnails, "_capacity", 4)
    real, gate = image_loader.read_thumbnail, Gate()
    gate.shut()

    def slow(path: Path, side: int) -> Any:
        gate.pass_through()
        return real(path, side)

    monkeypatch.setattr(image_loader, "read_thumbnail", slow)
    ready: list[int] = []
    dropped: list[int] = []
    shapes: list[tuple[int, ...]] = []
    loader.thumbnail_ready.connect(lambda image_id, pixels: (ready.append(image_id), shapes.append(pixels.shape)))
    loader.thumbnail_dropped.connect(dropped.append)
    loader.request_thumbnail(0, files[0])
    gate.await_call(qtbot)
    for i in (1, 2, 3, 4, 5):
        loader.request_thumbnail(i, files[i])
    gate.open()
    qtbot.waitUntil(lambda: len(ready) == 5)
    assert ready == [0, 5, 4, 3, 2]
    assert dropped == [1]
    assert all(max(shape[:2]) == 16 for shape in shapes)
    gate.shut()
    loader.request_thumbnail(0, files[0])
    gate.await_call(qtbot)
    loader.request_thumbnail(1, files[1])
    loader.cancel_thumbnails()
    gate.open()
    qtbot.waitUntil(lambda: len(dropped) == 3)
    assert dropped == [1, 1, 0]
    assert len(ready) == 5  # the one under way may be of a project that was left


def test_stop_ends_all_and_nothing_comes_after(
    qtbot: QtBot, loader: ImageLoader, files: list[Path], decodes: Decodes
) -> None:
    """Closing the window would crash on an image that arrives late."""
    got = collect(loader)
    decodes.gate.shut()
    loader.load(1, files[1])
    qtbot.waitUntil(lambda: decodes.count == 1)
    assert not loader.stop(50) and decodes.gate.is_holding
    decodes.gate.open()
    assert loader.stop(PATIENCE_MS)
    qtbot.wait(30)
    assert not got
    loader.load(2, files[2])
    qtbot.wait(30)
    assert not got
