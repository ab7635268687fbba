"""Work that is done apart leaves no helper of torch's behind, and its error comes back."""

from __future__ import annotations

import sys
import time
from pathlib import Path

import pytest

from sam_annotator.engine.threads import apart

torch = pytest.importorskip("torch")


def threads() -> int:
    return sum(1 for _ in Path("/proc/self/task").iterdir())


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="threads are counted in /proc")
def test_no_thread_is_left() -> None:
    """Helpers with nothing to do slow down each click of the engine that has work."""
    helped: list[int] = []
    of_others = torch.get_num_threads()

    def work() -> float:
        torch.set_num_threads(3)
        total = float((torch.ones(512, 512) @ torch.ones(512, 512)).sum())
        helped.append(threads())
        return total

    before = threads()
    try:
        assert apart(work) == 512.0**3
    finally:
        torch.set_num_threads(of_others)
    assert helped[0] >= before + 2
    deadline = time.monotonic() + 60
    while threads() > before and time.monotonic() < deadline:  # each ends when it is given the time
        time.sleep(0.01)
    assert threads() <= before


def test_an_error_comes_back() -> None:
    """A damaged file would look as if the engine were being loaded for ever."""
    with pytest.raises(ValueError, match="damaged"):
        apart(lambda: int("damaged"))
