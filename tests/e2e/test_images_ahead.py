"""Going from image to image: the next ones are there before they are asked for."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from sam_annotator.core.image_io import read_image
from sam_annotator.ui import image_presenter
from sam_annotator.worker import image_loader
from sam_annotator.worker.image_loader import ImageLoader

Photos = tuple[Path, dict[str, list[tuple[int, int]]]]


def kept(driver: Any) -> set[str]:
    return {Path(key[0]).name for key in list(driver.parts.loader._decoder._kept)}


def test_two_images_ahead_are_there(
    open_window: Callable[..., Any], photos: Photos, held_engine: Any, monkeypatch: Any
) -> None:
    """Going on quickly, or before the image is encoded, one would wait for each decoding."""
    folder, _ = photos
    held_engine.gates["encode"].shut()
    driver = open_window(folder)
    driver.qtbot.waitUntil(lambda: kept(driver) == {"photo1.png", "photo2.png", "photo3.png"})
    decoded: list[str] = []
    decode = image_loader.decode_image
    monkeypatch.setattr(image_loader, "decode_image", lambda data, name: decoded.append(name) or decode(data, name))
    driver.go("image.next")
    driver.go("image.next")
    assert "photo2.png" not in decoded and "photo3.png" not in decoded
    driver.qtbot.waitUntil(lambda: "photo5.png" in kept(driver))
    driver.go("image.previous")
    driver.go("image.previous")
    assert "photo1.png" not in decoded and "photo2.png" not in decoded
    held_engine.gates["encode"].open()


def test_only_the_next_image_is_encoded_ahead(
    open_window: Callable[..., Any], photos: Photos, monkeypatch: Any
) -> None:
    """The image after the next would be encoded in place of the next one."""
    folder, _ = photos
    driver = open_window(folder, wait=False)
    asked: list[int] = []
    driver.parts.project.image_prefetched.connect(lambda loaded: asked.append(loaded.image_id))
    driver.qtbot.waitUntil(lambda: len(kept(driver)) >= 3)
    driver.settle()
    assert set(asked) == {driver.parts.project.images[1].id}


def test_large_images_are_not_loaded_far_ahead(
    open_window: Callable[..., Any], photos: Photos, monkeypatch: Any
) -> None:
    """The image after the next would push the one on screen out of memory, and going back would wait."""
    folder, _ = photos
    size = read_image(folder / "photo1.png").nbytes
    monkeypatch.setattr(ImageLoader, "room_for", lambda _self, loaded: int(3.9 * size) // loaded.pixels.nbytes)
    driver = open_window(folder)
    driver.qtbot.waitUntil(lambda: len(kept(driver)) == 2)
    driver.qtbot.wait(100)
    assert kept(driver) == {"photo1.png", "photo2.png"}


def test_a_click_has_the_cores_while_images_are_read_ahead(
    open_window: Callable[..., Any], photos: Photos, held_engine: Any, monkeypatch: Any
) -> None:
    """The first click on each image would take twice as long: the one after it is decoded just then."""
    folder, _ = photos
    driver = open_window(folder)
    driver.settle()
    held: list[float] = []
    real = ImageLoader.hold_others
    monkeypatch.setattr(ImageLoader, "hold_others", lambda self, seconds: held.append(seconds) or real(self, seconds))
    driver.go("image.next")
    assert held, "the image that came is painted first"
    held_engine.gates["predict"].shut()
    held.clear()
    driver.click(60, 60)
    assert held and driver.parts.session.is_waiting
    while_waiting = held[-1]
    held_engine.gates["predict"].open()
    driver.qtbot.waitUntil(lambda: not driver.parts.session.is_waiting)
    assert held[-1] < while_waiting


def test_the_first_image_can_be_clicked_on_before_others_are_read(
    open_window: Callable[..., Any], photos: Photos, held_engine: Any, monkeypatch: Any
) -> None:
    """The first mask after the start would wait twice as long, for images that nobody has asked for yet."""
    folder, _ = photos
    monkeypatch.setattr(image_presenter, "_FIRST_MS", 600_000)
    held_engine.gates["encode"].shut()
    driver = open_window(folder)
    driver.qtbot.waitUntil(lambda: held_engine.gates["encode"].is_holding)
    driver.qtbot.wait(100)
    assert kept(driver) == {"photo1.png"}
    held_engine.gates["encode"].open()
    driver.qtbot.waitUntil(lambda: kept(driver) >= {"photo1.png", "photo2.png", "photo3.png"})
