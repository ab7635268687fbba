"""What the tests of comparing and merging share: two projects of the same photographs, and hands on the panel."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from mask_hands import block
from PySide6.QtWidgets import QFileDialog

from sam_annotator.core.comparison import Difference, Place
from sam_annotator.core.mask import BoolArray, Mask
from sam_annotator.core.records import Annotation
from sam_annotator.store.store import Store
from sam_annotator.ui.compare_feature import CompareFeature
from sam_annotator.ui.docks.compare_dock import CompareDock

if TYPE_CHECKING:
    from hands import Driver

Objects = dict[str, list[tuple[str, BoolArray]]]

OURS: Objects = {
    "photo1.png": [("car", block(10, 10, 50, 50)), ("car", block(80, 10, 120, 40))],
    "photo2.png": [("car", block(10, 10, 50, 50)), ("dog", block(80, 60, 120, 100))],
    "photo3.png": [("dog", block(20, 20, 60, 60))],
}
THEIRS: Objects = {
    "photo1.png": [("car", block(10, 10, 50, 50)), ("car", block(80, 14, 120, 40))],  # the second one: IoU 26/30
    "photo2.png": [("dog", block(10, 10, 50, 50)), ("dog", block(80, 70, 120, 100))],  # another category; IoU 0.75
    "photo4.png": [("tree", block(30, 30, 90, 90))],  # only theirs, of a category that we lack
}


def make_project(folder: Path, photos: Path, objects: Objects, categories: tuple[str, ...]) -> Path:
    with Store.create(folder, photos, category_names=categories) as store:
        images = {image.file_name: image for image in store.add_images([f"photo{i}.png" for i in range(1, 6)])}
        ids = {category.name: category.id for category in store.categories()}
        for name, found in objects.items():
            for category, pixels in found:
                store.add_annotation(Annotation(0, images[name].id, ids[category], Mask.from_array(pixels)))
    return folder


def make_projects(folder: Path, photos: Path) -> tuple[Path, Path]:
    """Make ours and theirs."""
    ours = make_project(folder / "ours", photos, OURS, ("car", "dog"))
    return ours, make_project(folder / "theirs", photos, THEIRS, ("dog", "tree", "car"))


def feature(driver: Driver) -> CompareFeature:
    driver.parts.features.make()
    found = driver.window.findChild(CompareFeature)
    assert found is not None
    return found


def choose(driver: Driver, action_id: str, dialog_name: str, path: Path) -> None:
    """Start an action and choose a path in its dialog."""
    driver.trigger(action_id)
    driver.qtbot.waitUntil(lambda: driver.window.findChild(QFileDialog, dialog_name) is not None)
    dialog = driver.window.findChild(QFileDialog, dialog_name)
    assert dialog is not None
    dialog.fileSelected.emit(str(path))
    dialog.close()
    driver.qtbot.waitUntil(lambda: driver.window.findChild(QFileDialog, dialog_name) is None)


def compare(driver: Driver, path: Path) -> CompareDock:
    """Compare with a file or a project; return the panel once it shows what was found."""
    made = feature(driver)
    action, dialog = (
        ("compare.open_project", "compareProject") if path.is_dir() else ("compare.open_file", "compareFile")
    )
    choose(driver, action, dialog, path)
    driver.qtbot.waitUntil(lambda: made.facts >= {"comparison", "differences"})
    return made.dock


def listed(dock: CompareDock) -> list[Place]:
    model = dock.differences.model
    places = [model.place_at(row) for row in range(model.rowCount())]
    return [place for place in places if place is not None]


def kinds(dock: CompareDock) -> list[Difference]:
    return [place.kind for place in listed(dock)]


def await_kinds(driver: Driver, dock: CompareDock, *wanted: Difference) -> None:
    driver.qtbot.waitUntil(lambda: kinds(dock) == list(wanted))


def on_image(driver: Driver, name: str) -> None:
    driver.qtbot.waitUntil(
        lambda: driver.parts.images.has_image and getattr(driver.parts.edits.image, "file_name", "") == name
    )


def notice(driver: Driver) -> str:
    return driver.window.notice_bar.text


def stored(project: Path) -> dict[str, list[tuple[str, int]]]:
    """What is in a project on disk: category and area of each annotation, by image."""
    with Store.open(project, read_only=True) as store:
        names = {category.id: category.name for category in store.categories()}
        return {
            image.file_name: sorted((names[a.category_id], a.mask.area) for a in found)
            for image in store.images()
            if (found := store.annotations(image.id))
        }
