"""An engine beside another one takes one core, and leaves the other as many as it had."""

from __future__ import annotations

import sys
import threading
import types

import pytest

from sam_annotator.engine.threads import use_one_core

torch = pytest.importorskip("torch")


def test_one_core_for_this_thread_and_as_many_as_before_for_others() -> None:
    """The quick engine would take seconds on a busy computer; or the large one be slowed down for good."""
    before, counts = torch.get_num_threads(), {}
    has_begun, is_done = threading.Event(), threading.Event()

    def large() -> None:
        torch.ones(2).sum()
        has_begun.set()
        is_done.wait(60)
        counts["large"] = torch.get_num_threads()

    def quick() -> None:
        has_begun.wait(60)
        for _ in range(2):  # before it is loaded, and after
            use_one_core()
        counts["quick"] = torch.get_num_threads()
        is_done.set()

    threads = [threading.Thread(target=large), threading.Thread(target=quick)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    later = threading.Thread(target=lambda: counts.update(later=torch.get_num_threads()))
    later.start()
    later.join(60)
    assert counts == {"large": before, "quick": 1, "later": before} and torch.get_num_threads() == before


@pytest.mark.parametrize("there", [None, types.ModuleType("torch")])
def test_torch_that_is_not_there_yet_is_left_alone(
    there: types.ModuleType | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The first draft after a start would fail, as the other engine is still importing torch."""
    monkeypatch.setitem(sys.modules, "torch", there)
    use_one_core()
