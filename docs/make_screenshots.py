"""Make the pictures of the documentation from the real window on the demo project.

Usage: python docs/make_screenshots.py [OUT_DIR]

Settings, cache and the demo project go to a temporary folder; the built-in engine answers the clicks.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path


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
    """Drive the window and save window.png into `out`."""
    from PySide6.QtCore import QEventLoop, Qt, QTimer
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication

    from sam_annotator.app import Composition, create_window
    from sam_annotator.core.settings import Settings, save_settings
    from sam_annotator.demo import make_demo_project

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
        for _ in range(1200):
            run_events(50)
            if done():
                return
        raise SystemExit("The window did not answer within a minute.")

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
    run_events(1500)
    out.mkdir(parents=True, exist_ok=True)
    window.grab().save(str(out / "window.png"))
    window.close()
    app.processEvents()


if __name__ == "__main__":
    sys.exit(main())
