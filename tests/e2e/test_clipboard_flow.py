"""Copy, cut, paste and duplicate in the window, between images and between windows."""

from __future__ import annotations

import gc
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from mask_hands import block, exported, mask, put, undo_all
from PIL import Image as PilImage
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from sam_annotator.core.copied import Copied

Photos = tuple[Path, dict[str, list[tuple[int, int]]]]
Open = Callable[..., Any]
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture(autouse=True)
def empty_clipboard(qapp: object) -> None:
    QGuiApplication.clipboard().clear()


def pierced() -> Any:
    pixels = block(20, 20, 60, 60)
    pixels[30:40, 30:40] = False
    pixels[100, 100] = True
    return pixels


def test_copy_and_paste_on_another_image(open_window: Open, photos: Photos, tmp_path: Path) -> None:
    """The same pixels on the next frame, holes and single pixels with them, as one step that can be taken back."""
    driver = open_window(photos[0])
    (one,) = put(driver, pierced())
    assert not driver.action("annotation.paste").isEnabled()
    driver.trigger("tool.select")
    driver.click(25, 25)
    driver.key(Qt.Key.Key_C, CTRL)
    driver.go("image.next")
    before, steps = exported(driver, tmp_path), driver.parts.edits.undo_stack.index()
    driver.key(Qt.Key.Key_V, CTRL)
    (pasted,) = driver.parts.edits.annotations
    assert (pasted.mask.to_array() == pierced()).all() and pasted.id != one
    assert driver.parts.edits.selection == {pasted.id} and pasted.provenance.source == "paste"
    assert driver.parts.edits.undo_stack.index() == steps + 1
    undo_all(driver, steps)
    assert exported(driver, tmp_path) == before
    driver.trigger("edit.redo")
    assert driver.parts.edits.annotations == (pasted,)


def test_paste_takes_what_was_copied_last(open_window: Open, photos: Photos) -> None:
    """The object copied before would be pasted again, in the place of another."""
    driver = open_window(photos[0])
    first, second = put(driver, pierced(), block(70, 20, 90, 60))
    edits = driver.parts.edits
    for chosen, pixels in ((first, pierced()), (first, pierced()), (second, block(70, 20, 90, 60))):
        edits.select([chosen])
        driver.trigger("annotation.copy")
        for _ in range(2):
            driver.trigger("annotation.paste")
            assert edits.only_selected is not None and (edits.only_selected.mask.to_array() == pixels).all()


def test_cut_takes_away_what_is_not_locked(open_window: Open, photos: Photos) -> None:
    """Cut and paste move annotations; the lock holds."""
    driver = open_window(photos[0])
    one, locked = put(driver, block(20, 20, 60, 60), block(70, 20, 90, 60))
    driver.parts.edits.select([locked])
    driver.trigger("annotation.toggle_lock")
    driver.key(Qt.Key.Key_A, CTRL)
    driver.key(Qt.Key.Key_X, CTRL)
    assert [a.id for a in driver.parts.edits.annotations] == [locked]
    driver.go("image.next")
    driver.key(Qt.Key.Key_V, CTRL)
    assert len(driver.parts.edits.annotations) == 2 and not any(a.locked for a in driver.parts.edits.annotations)
    assert mask(driver, one) is None


def test_duplicate_and_no_overlap(open_window: Open, photos: Photos) -> None:
    """A copy at the same place; where no pixel may belong to two it is refused, instead of eating the original."""
    driver = open_window(photos[0])
    (one,) = put(driver, pierced())
    driver.parts.edits.select([one])
    driver.key(Qt.Key.Key_J, CTRL)
    assert len(driver.parts.edits.annotations) == 2 and driver.parts.edits.selection != {one}
    driver.key(Qt.Key.Key_Z, CTRL)
    driver.trigger("mask.no_overlap")
    driver.parts.edits.select([one])
    said: list[str] = []
    driver.parts.edits.notice.connect(said.append)
    driver.key(Qt.Key.Key_J, CTRL)
    assert [a.id for a in driver.parts.edits.annotations] == [one] and len(said) == 1


def test_what_was_copied_is_not_kept_for_undo(open_window: Open, photos: Photos) -> None:
    """Each paste of thousands would hold them twice, as long as it can be taken back."""

    def kept() -> int:
        gc.collect()
        return sum(type(each) is Copied for each in gc.get_objects())

    driver = open_window(photos[0])
    put(driver, pierced())
    driver.key(Qt.Key.Key_A, CTRL)
    before = kept()
    for _ in range(3):
        driver.trigger("annotation.duplicate")
    assert len(driver.parts.edits.annotations) == 4 and kept() <= before
    for _ in range(3):
        driver.trigger("edit.undo")
    for _ in range(3):
        driver.trigger("edit.redo")
    assert len(driver.parts.edits.annotations) == 4


def test_between_two_windows_with_their_categories(open_window: Open, photos: Photos, tmp_path: Path) -> None:
    """Another project gets the category it lacks, in the same step."""
    driver = open_window(photos[0])
    driver.parts.edits.add_category("räder")
    put(driver, block(20, 20, 60, 60))
    driver.key(Qt.Key.Key_A, CTRL)
    driver.key(Qt.Key.Key_C, CTRL)
    folder = tmp_path / "other"
    folder.mkdir()
    PilImage.fromarray(np.zeros((120, 160, 3), np.uint8)).save(folder / "x.png")
    other = open_window(folder)
    other.parts.features.make()
    steps = other.parts.edits.undo_stack.index()
    names = [c.name for c in other.parts.edits.categories]
    other.key(Qt.Key.Key_V, CTRL)
    (pasted,) = other.parts.edits.annotations
    assert other.parts.edits.category(pasted.category_id).name == "räder"
    undo_all(other, steps)
    assert [c.name for c in other.parts.edits.categories] == names and other.parts.edits.annotations == ()
    other.trigger("edit.redo")
    assert other.parts.edits.annotations == (pasted,)


def test_copy_all_to_the_next_image(open_window: Open, photos: Photos) -> None:
    """Frames of a film are alike: one key carries all over, and undo takes all back."""
    driver = open_window(photos[0])
    put(driver, block(20, 20, 60, 60), pierced())
    with driver.qtbot.waitSignal(driver.window.image_ready):
        driver.key(Qt.Key.Key_D, CTRL | SHIFT)
    assert driver.parts.project.image.name == "photo2.png"
    driver.qtbot.waitUntil(lambda: len(driver.parts.edits.annotations) == 2)
    assert {a.mask.area for a in driver.parts.edits.annotations} == {1600, 1501}
    driver.key(Qt.Key.Key_Z, CTRL)
    assert driver.parts.edits.annotations == ()


def test_an_image_of_another_size(open_window: Open, tmp_path: Path) -> None:
    """The masks are cut at its border, and a sentence says so; what lies outside is left out."""
    folder = tmp_path / "sizes"
    folder.mkdir()
    for name, size_hw in (("a.png", (120, 160)), ("b.png", (50, 70)), ("c.png", (10, 10))):
        PilImage.fromarray(np.zeros((*size_hw, 3), np.uint8)).save(folder / name)
    driver = open_window(folder)
    put(driver, block(20, 20, 60, 60), block(100, 20, 110, 30))
    said: list[str] = []
    driver.parts.edits.notice.connect(said.append)
    driver.key(Qt.Key.Key_A, CTRL)
    driver.key(Qt.Key.Key_C, CTRL)
    driver.go("image.next")
    driver.key(Qt.Key.Key_V, CTRL)
    (pasted,) = driver.parts.edits.annotations
    assert (pasted.mask.to_array() == block(20, 20, 60, 50, (50, 70))).all() and "size" in said[-1]
    driver.go("image.next")
    driver.key(Qt.Key.Key_V, CTRL)
    assert driver.parts.edits.annotations == () and len(said) == 2
