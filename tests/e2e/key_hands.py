"""Hands that have no mouse: each key goes to where the focus is, as from a keyboard, and actions are their keys."""

from __future__ import annotations

from hands import Driver
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from sam_annotator.core.geometry import Point
from sam_annotator.ui.action_table import ACTIONS

NO_KEYS, SHIFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier
CONTROL = Qt.KeyboardModifier.ControlModifier
IDS = frozenset(spec.id for spec in ACTIONS)


class KeyHands:
    """Types into a window, and looks at its screen; there is no other way in."""

    def __init__(self, driver: Driver) -> None:
        self.driver = driver

    @property
    def focus(self) -> QWidget:
        """Where keys go."""
        widget = QApplication.focusWidget()
        if widget is None:  # a window manager gives the keys to the window when a dialog of it closes
            self.driver.window.activateWindow()
            self.driver.qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
            widget = QApplication.focusWidget()
        assert widget is not None, "no key would do anything"
        return widget

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier = NO_KEYS) -> None:
        """Press a key and let it go."""
        QTest.keyClick(self.focus, key, modifier)

    def type(self, text: str) -> None:
        """Type letters."""
        QTest.keyClicks(self.focus, text)

    def do(self, action_id: str, keys: int = 0) -> None:
        """Press the keys of an action, the first it has unless told otherwise."""
        assert action_id in IDS
        action = self.driver.action(action_id)
        sequence = action.shortcuts()[keys]
        assert sequence.count() == 1
        pressed = sequence[0]
        QTest.keyClick(self.focus, pressed.key(), pressed.keyboardModifiers())

    def do_by_name(self, words: str) -> None:
        """Do what has no key: type its name into the command palette."""
        self.do("app.command_palette")
        self.driver.qtbot.waitUntil(lambda: self.focus.window() is not self.driver.window)
        self.type(words)
        self.key(Qt.Key.Key_Return)

    def go(self, action_id: str) -> None:
        """Go to another image by an action's keys, and wait until it is on screen."""
        with self.driver.qtbot.waitSignal(self.driver.window.image_ready):
            self.do(action_id)
        self.driver.await_image()

    def tab_to(self, widget: QWidget) -> None:
        """Press Tab until a widget has the focus."""
        for _ in range(60):
            if self.focus is widget:
                return
            self.key(Qt.Key.Key_Tab)
        raise AssertionError(f"Tab does not come to {widget.objectName()}")

    def steer(self, x: float, y: float) -> None:
        """Bring the canvas's cursor to a place by the arrows: coarse steps, then finer ones."""
        cursor = self.driver.canvas.keyboard_cursor
        for modifier, reach in ((SHIFT, 64), (NO_KEYS, 8), (CONTROL, 1)):
            for _ in range(400):
                at = cursor.position or Point(0, 0)
                dx, dy = (x - at.x) * self.driver.canvas.view.scale, (y - at.y) * self.driver.canvas.view.scale
                if max(abs(dx), abs(dy)) < reach:
                    break
                if abs(dx) >= reach:
                    self.key(Qt.Key.Key_Right if dx > 0 else Qt.Key.Key_Left, modifier)
                else:
                    self.key(Qt.Key.Key_Down if dy > 0 else Qt.Key.Key_Up, modifier)

    def drag(self, *places: tuple[float, float]) -> None:
        """Hold the canvas's button from the first place to the last."""
        self.steer(*places[0])
        self.key(Qt.Key.Key_Space)
        for place in places[1:]:
            self.steer(*place)
        self.key(Qt.Key.Key_Space)
