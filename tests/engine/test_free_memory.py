"""Memory that was freed goes back to the system."""

from __future__ import annotations

import ctypes
import sys
from pathlib import Path

import pytest

from sam_annotator.engine.free_memory import give_back


def held_bytes() -> int:
    pages = int(Path("/proc/self/statm").read_text("ascii").split()[1])
    return pages * 4096


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only glibc keeps what is freed")
def test_what_is_freed_is_given_back() -> None:
    """After loading a network the program would go on holding several times its size."""
    if not hasattr(ctypes.CDLL(None), "malloc_trim"):
        pytest.skip("another C library")
    blocks = [bytearray(b"x" * 50_000) for _ in range(4000)]
    keep = blocks[-1]
    full = held_bytes()
    del blocks
    give_back()
    assert held_bytes() < full - 150_000_000
    assert keep


def test_it_does_nothing_elsewhere(monkeypatch: pytest.MonkeyPatch) -> None:
    """The engine would not load on other systems."""
    monkeypatch.setattr(sys, "platform", "win32")
    give_back()
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(ctypes, "CDLL", lambda _name: object())
    give_back()
