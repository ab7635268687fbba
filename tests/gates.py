"""Gates: a call on another thread is held while the test looks at what goes on without it. No clock judges."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from typing import Any

GIVE_UP_S = 240.0


class Gate:
    """A door in a call made on another thread. It is open until `shut`.

    A program that waits for the held call would stand still for ever. So the door opens by itself after GIVE_UP_S;
    `is_holding` is False from then on, and a test that asserts it fails.
    """

    def __init__(self) -> None:
        self._open = threading.Event()
        self._open.set()
        self._lock = threading.Lock()
        self._inside = self._may_pass = 0
        self.entered = 0
        self.gave_up = False

    @property
    def is_holding(self) -> bool:
        """Whether a call stands at the door at this moment, and nothing but the test can let it through."""
        with self._lock:
            return self._inside > 0 and not self._open.is_set() and not self.gave_up

    def shut(self) -> None:
        self._open.clear()

    def open(self) -> None:
        self._open.set()

    def let_one_through(self) -> None:
        """Let the call that stands at the shut door through, or the next one; the door stays shut for others."""
        with self._lock:
            self._may_pass += 1

    def await_call(self, qtbot: Any) -> None:
        """Let the event loop turn until a call stands at the shut door."""
        qtbot.waitUntil(lambda: self.is_holding or self.gave_up)
        assert self.is_holding

    def pass_through(self, meanwhile: Callable[[], None] | None = None) -> None:
        """Wait until the door is open; `meanwhile` is called again and again, and may raise to leave."""
        with self._lock:
            self._inside += 1
            self.entered += 1
        try:
            if threading.current_thread() is threading.main_thread():
                self.gave_up = True
                raise AssertionError("the thread of the window makes the call itself")
            deadline = time.monotonic() + GIVE_UP_S
            while not self._open.wait(0.005) and not self._passes():
                if time.monotonic() >= deadline:
                    self.gave_up = True
                    self._open.set()
                if meanwhile is not None:
                    meanwhile()
        finally:
            with self._lock:
                self._inside -= 1

    def _passes(self) -> bool:
        with self._lock:
            passes = self._may_pass > 0
            self._may_pass -= passes
        return passes


def hold_elsewhere(monkeypatch: Any, module: Any, name: str, gate: Gate, *, after: bool = False) -> None:
    """Let calls of a module's function on any thread but the window's pass a gate.

    Args:
        monkeypatch: of the test.
        module: where the function is looked up.
        name: of it there.
        gate: to pass; calls on the window's thread, for what is short or the test itself, don't.
        after: whether what the function does is done before.
    """
    real = getattr(module, name)

    def held(*arguments: Any) -> Any:
        if threading.current_thread() is threading.main_thread():
            return real(*arguments)
        if not after:
            gate.pass_through()
        result = real(*arguments)
        if after:
            gate.pass_through()
        return result

    monkeypatch.setattr(module, name, held)
