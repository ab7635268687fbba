"""What is done before a project's first image is on screen, and what is left for after it."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from gates import Gate
from patience import PATIENCE_MS

from sam_annotator.core.errors import ProjectDamagedError
from sam_annotator.core.mask import Mask
from sam_annotator.core.records import Annotation
from sam_annotator.store.store import Store
from sam_annotator.ui import count_reader, project_controller
from sam_annotator.ui.models.category_list import COUNT_ROLE as CATEGORY_COUNT_ROLE
from sam_annotator.ui.models.image_list import COUNT_ROLE
from sam_annotator.worker import image_loader

Open = Callable[..., Any]
Photos = tuple[Path, dict[str, list[tuple[int, int]]]]


@pytest.fixture
def folder(photos: Photos) -> Path:
    """A project of five photographs, with one object on the first, two on the second, and so on; two categories."""
    folder, points = photos
    pixels = np.zeros((120, 160), np.bool_)
    pixels[10:20, 10:20] = True
    with Store.create(folder, folder, category_names=("cat", "dog")) as store:
        for image in store.add_images(sorted(points)):
            for number in range(image.id):
                store.add_annotation(Annotation(0, image.id, 1 + number % 2, Mask.from_array(pixels)))
    return folder


@pytest.fixture
def order(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What was done, in its order."""
    order: list[str] = []

    def note(owner: Any, name: str, word: str) -> None:
        call = getattr(owner, name)

        def noted(*arguments: Any, **named: Any) -> Any:
            order.append(word)
            return call(*arguments, **named)

        monkeypatch.setattr(owner, name, noted)

    note(image_loader.ImageLoader, "load", "load")
    note(project_controller, "find_images", "walk")
    note(Store, "annotation_counts", "count")
    note(Store, "category_counts", "count")
    return order


@pytest.fixture
def gate(monkeypatch: pytest.MonkeyPatch) -> Gate:
    """A door, open at first, that every file passes when it is read."""
    gate, real = Gate(), image_loader.decode_image

    def decode(data: bytes, name: str) -> Any:
        gate.pass_through()
        return real(data, name)

    monkeypatch.setattr(image_loader, "decode_image", decode)
    return gate


def counts(driver: Any) -> tuple[list[int], list[int | None]]:
    """What the lists of images and categories show."""
    images, categories = driver.window.image_dock.model, driver.window.category_dock.model
    return (
        [images.data(images.index(row), COUNT_ROLE) for row in range(images.rowCount())],
        [categories.data(categories.index(row), CATEGORY_COUNT_ROLE) for row in range(categories.rowCount())],
    )


def test_the_first_image_comes_first(open_window: Open, folder: Path, order: list[str]) -> None:
    """In a project of 100,000 images, counting and walking took longer than all that the user waits for."""
    driver = open_window(folder, wait=False)
    driver.window.image_ready.connect(lambda _id: order.append("image"))
    assert order == ["load"] and counts(driver) == ([0] * 5, [None, None])
    driver.qtbot.waitUntil(lambda: not driver.parts.project.is_scanning)
    assert order[:2] == ["load", "image"] and sorted(order[2:]) == ["count", "count", "walk"]
    assert counts(driver) == ([1, 2, 3, 4, 5], [9, 6])


def test_a_slow_file_is_not_waited_for(
    open_window: Open, folder: Path, order: list[str], gate: Gate, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Beside a file that takes minutes the lists would stay without counts, and new files would not be seen."""
    monkeypatch.setattr(project_controller, "_PATIENCE_MS", 50)
    gate.shut()
    driver = open_window(folder, wait=False)
    (folder / "photo6.png").write_bytes((folder / "photo1.png").read_bytes())
    driver.qtbot.waitUntil(lambda: not driver.parts.project.is_scanning)
    assert order.count("walk") == 1 and not driver.parts.images.has_image and not gate.gave_up
    assert counts(driver) == ([1, 2, 3, 4, 5, 0], [9, 6])
    gate.open()
    driver.await_image()


def test_looking_for_new_images_while_the_first_is_read(
    open_window: Open, folder: Path, order: list[str], gate: Gate
) -> None:
    """Who presses the key means now; and the walk that was put off need not be made twice."""
    gate.shut()
    driver = open_window(folder, wait=False)
    driver.trigger("file.rescan")
    driver.qtbot.waitUntil(lambda: not driver.parts.project.is_scanning)
    gate.open()
    driver.await_image()
    driver.qtbot.waitUntil(lambda: not driver.parts.project.is_scanning)
    assert order.count("walk") == 1 and counts(driver) == ([1, 2, 3, 4, 5], [9, 6])


def test_an_image_that_cant_be_read_holds_nothing_up(open_window: Open, folder: Path, order: list[str]) -> None:
    """One broken file at the head of a project must not keep the others out."""
    (folder / "photo1.png").write_bytes(b"nothing")
    driver = open_window(folder, wait=False)
    driver.qtbot.waitUntil(lambda: "walk" in order and not driver.parts.project.is_scanning)
    assert counts(driver) == ([1, 2, 3, 4, 5], [9, 6])


def test_another_project_while_the_first_image_is_read(
    open_window: Open, folder: Path, gate: Gate, tmp_path: Path
) -> None:
    """What was put off for a project that was left must not be done to the next one."""
    other = tmp_path / "other"
    other.mkdir()
    (other / "a.png").write_bytes((folder / "photo1.png").read_bytes())
    gate.shut()
    driver = open_window(folder, wait=False)
    driver.window.dropped.emit((other,))
    gate.open()
    driver.await_image()
    driver.qtbot.waitUntil(lambda: not driver.parts.project.is_scanning)
    assert counts(driver) == ([0], []) and driver.parts.project.image.name == "a.png"
    driver.window.dropped.emit((folder,))
    driver.await_image()
    driver.qtbot.waitUntil(lambda: not driver.parts.project.is_scanning)
    assert counts(driver) == ([1, 2, 3, 4, 5], [9, 6])


def test_edits_while_counts_are_read(open_window: Open, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A count read before an edit must not stand in place of the one after it."""
    monkeypatch.setattr(count_reader, "_PIECE", 2)
    driver = open_window(folder, wait=False)
    edits, model = driver.parts.edits, driver.window.image_dock.model
    pieces: list[list[int]] = []

    def edit() -> None:
        pieces.append(counts(driver)[0])
        if len(pieces) == 2:  # images 1 to 4 are read
            edits.select_all()
            edits.delete(edits.selection)

    set_counts = model.set_counts
    monkeypatch.setattr(model, "set_counts", lambda *arguments: (set_counts(*arguments), edit()))
    driver.qtbot.waitUntil(lambda: len(pieces) == 3)
    assert pieces == [[1, 2, 0, 0, 0], [1, 2, 3, 4, 0], [0, 2, 3, 4, 5]]
    assert counts(driver) == ([0, 2, 3, 4, 5], [8, 6])
    driver.trigger("edit.undo")
    assert counts(driver) == ([1, 2, 3, 4, 5], [9, 6])


def test_counts_that_cant_be_read_are_said(open_window: Open, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A damaged page of the project file must be told in words, and the images still be there."""

    def refuse(*_arguments: Any) -> Any:
        raise ProjectDamagedError("The project file is damaged; run: sam-annotator check.")

    monkeypatch.setattr(Store, "annotation_counts", refuse)
    driver = open_window(folder, wait=False)
    said: list[str] = []
    driver.parts.project.notice.connect(lambda text, _kind: said.append(text))
    driver.await_image()
    driver.qtbot.waitUntil(lambda: bool(said) and not driver.parts.project.is_scanning)
    assert said == ["The project file is damaged; run: sam-annotator check."]
    driver.go("image.next")


def test_the_image_a_project_was_left_at_is_read_while_its_list_is(
    open_window: Open, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One would wait for one after the other, each time a large project is opened."""
    with Store.open(folder) as store:
        store.last_image_id = 4
        name = store.image(4).name
    decoded: list[str] = []
    begun, decode, images = threading.Event(), image_loader.decode_image, Store.images
    has_begun: list[bool] = []

    def decode_and_tell(data: bytes, name: str) -> Any:
        decoded.append(name)
        begun.set()
        return decode(data, name)

    def images_when_begun(store: Store) -> Any:
        if threading.current_thread() is threading.main_thread():
            has_begun.append(begun.wait(PATIENCE_MS / 1000))
        return images(store)

    driver = open_window(None, wait=False)
    driver.qtbot.waitUntil(lambda: driver.parts.loader._has_begun)
    monkeypatch.setattr(image_loader, "decode_image", decode_and_tell)
    monkeypatch.setattr(Store, "images", images_when_begun)
    with driver.qtbot.waitSignal(driver.window.image_ready) as ready:
        driver.parts.project.open(folder)
    assert has_begun[0]
    assert ready.args == [4] and decoded.count(name) == 1
