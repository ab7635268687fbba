"""Make the pictures of the documentation from the real window on the demo project.

Usage: python docs/make_screenshots.py [OUT_DIR]

Settings, cache and the demo project go to a temporary folder; the built-in engine answers the clicks.
"""

from __future__ import annotations

import json
import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sam_annotator.store.store import Store

SMALL = (1120, 760)  # of the windows that show one panel
WIDTH = 840  # of their pictures
LARGEST = 160  # of the 200 steps from the smallest proposal to the largest: no ground between the coins
COLORS = 256  # dithered: a third of the bytes


def main() -> int:
    """Take the pictures into the folder given, or into images beside this file."""
    out = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).resolve().parent / "images"
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory() as home:
        for name in ("CONFIG", "CACHE", "DATA"):
            os.environ[f"SAM_ANNOTATOR_{name}_DIR"] = str(Path(home) / name.lower())
        take(out)
    return 0


def take(out: Path) -> None:
    """Drive the window and save its pictures into `out`."""
    from PIL import Image as PilImage
    from PySide6.QtCore import QEventLoop, Qt, QTimer
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication

    from sam_annotator.app import Composition, create_window
    from sam_annotator.core.settings import Settings, save_settings
    from sam_annotator.demo import make_demo_project
    from sam_annotator.ui.automatic_feature import AutomaticFeature
    from sam_annotator.ui.compare_feature import CompareFeature
    from sam_annotator.ui.docks.dock import Dock

    app = QApplication(sys.argv[:1])
    save_settings(Settings(theme="dark", hover_preview=False))
    window = create_window(make_demo_project())
    window.resize(1400, 900)
    window.show()
    parts = window.findChild(Composition)
    assert parts is not None
    actions, session, canvas = parts.actions, parts.session, window.canvas

    def run_events(ms: int) -> None:
        loop = QEventLoop()  # QTest.qWait would keep the interpreter to itself, and the engine's thread could not run
        QTimer.singleShot(ms, loop.quit)
        loop.exec()

    def wait(done: Callable[[], bool]) -> None:
        for _ in range(6000):
            run_events(50)
            if done():
                return
        raise SystemExit("The window did not answer within five minutes.")

    def go_to(name: str) -> None:
        row = next(i for i, image in enumerate(parts.project.images) if image.name.startswith(name))
        parts.project.go_to(row)
        wait(actions["view.fit"].isEnabled)

    def click(x: float, y: float, button: Qt.MouseButton = Qt.MouseButton.LeftButton) -> None:
        QTest.mouseClick(canvas, button, Qt.KeyboardModifier.NoModifier, canvas.map_from_image(x, y))
        wait(lambda: not session.is_waiting)

    def box(x0: float, y0: float, x1: float, y1: float) -> None:
        left, plain = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        QTest.mousePress(canvas, left, plain, canvas.map_from_image(x0, y0))
        for share in (0.5, 1.0):
            QTest.mouseMove(canvas, canvas.map_from_image(x0 + (x1 - x0) * share, y0 + (y1 - y0) * share))
        QTest.mouseRelease(canvas, left, plain, canvas.map_from_image(x1, y1))
        wait(lambda: not session.is_waiting)

    def save(name: str) -> None:
        run_events(1500)
        out.mkdir(parents=True, exist_ok=True)
        picture = window.grab()
        if name != "window":
            picture = picture.scaledToWidth(WIDTH, Qt.TransformationMode.SmoothTransformation)
        path = out / f"{name}.png"
        picture.save(str(path))
        with PilImage.open(path) as whole:
            full = whole.convert("RGB")
        palette = full.quantize(COLORS, PilImage.Quantize.MAXCOVERAGE, kmeans=2)  # keeps small spots of a colour
        small = full.quantize(palette=palette, dither=PilImage.Dither.FLOYDSTEINBERG)
        small.save(path, optimize=True)

    def fold(*names: str) -> None:
        for dock in window.findChildren(Dock):
            dock.set_folded(dock.objectName() in names)

    wait(lambda: len(parts.project.images) > 0 and actions["view.fit"].isEnabled())
    go_to("camera")
    box(0, 60, 320, 511)
    QTest.keyClick(canvas, Qt.Key.Key_1)
    actions["prompt.accept"].trigger()
    go_to("astronaut")
    box(360, 0, 470, 290)
    QTest.keyClick(canvas, Qt.Key.Key_4)
    actions["prompt.accept"].trigger()
    QTest.keyClick(canvas, Qt.Key.Key_1)
    click(225, 120)
    click(235, 40)
    click(140, 60, Qt.MouseButton.RightButton)
    save("window")

    window.resize(*SMALL)
    actions["view.inspect"].trigger()
    fold("categoryDock", "annotationDock", "imageDock")
    actions["prompt.clear"].trigger()
    actions["view.fit"].trigger()
    click(235, 40)
    actions["inspect.logits"].trigger()
    save("inspect")
    actions["inspect.logits"].trigger()
    actions["prompt.clear"].trigger()

    go_to("coins")
    QTest.keyClick(canvas, Qt.Key.Key_5)
    actions["automatic.run"].trigger()
    everything = parts.features.findChild(AutomaticFeature)
    assert everything is not None
    everything.dock.preset.setCurrentIndex(1)
    everything.run()
    wait(lambda: not everything.runner.is_running and not everything.presenter.is_reading)
    everything.dock.sliders["max_area"].setValue(LARGEST)
    wait(actions["tool.propose"].isEnabled)
    actions["tool.propose"].trigger()
    QTest.mouseMove(canvas, canvas.map_from_image(248, 70))
    fold("categoryDock", "annotationDock", "imageDock")
    actions["view.fit"].trigger()
    save("proposals")

    actions["automatic.accept_shown"].trigger()
    actions["tool.prompt"].trigger()
    second = out / "second.json"  # what somebody else might have said
    write_second(parts.project.store, second)
    comparison = parts.features.findChild(CompareFeature)
    assert comparison is not None
    comparison.open(second)
    wait(lambda: comparison.facts >= {"comparison", "differences"})
    second.unlink()
    for dock in window.findChildren(Dock):
        if dock.objectName() in ("inspectDock", "automaticDock"):
            dock.close()
    comparison.dock.tabs.setCurrentWidget(comparison.dock.differences)
    fold("categoryDock", "annotationDock", "imageDock")
    actions["compare.next"].trigger()
    save("compare")
    window.close()
    app.processEvents()


def write_second(store: Store, path: Path) -> None:
    """Write the project's annotations as a COCO file in which some are missing, larger or of another category."""
    import numpy as np

    from sam_annotator.core.mask import Mask
    from sam_annotator.formats.base import ExportOptions
    from sam_annotator.formats.coco import CocoFormat

    CocoFormat().write(store.dataset(), path, ExportOptions())
    document = json.loads(path.read_text("utf-8"))
    masks = {annotation.id: annotation.mask for annotation in store.dataset().annotations}
    kept = document["annotations"] = [a for n, a in enumerate(document["annotations"]) if n % 9 != 4]
    for number, annotation in enumerate(kept):
        if number % 5 == 3:
            pixels = masks[annotation["id"]].to_array()
            annotation["segmentation"] = Mask.from_array(np.roll(pixels, 9, axis=1) | pixels).to_coco_rle()
        elif number % 5 == 1:
            annotation["category_id"] = 3
    path.write_text(json.dumps(document), "utf-8")


if __name__ == "__main__":
    sys.exit(main())
