"""What all tests share: an offscreen platform, own folders, patience, and a count of what Python does.

No test is judged by the clock: other work on the machine would decide. What must not take long is shown by what is
not done (a count of steps, memory not taken, a call that is held while others return).
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from types import FrameType
from typing import Any

import hypothesis
import pytest
from patience import PatientQtBot, let_modifiers_go

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["LC_ALL"] = "C.UTF-8"  # the window takes the language of the system
os.environ.pop("LANGUAGE", None)

hypothesis.settings.register_profile(
    "any machine", deadline=None, suppress_health_check=[hypothesis.HealthCheck.too_slow]
)
hypothesis.settings.load_profile("any machine")


@pytest.fixture(autouse=True)
def own_folders(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Keep the user's real settings, cache and checkpoints out of the tests."""
    base = tmp_path_factory.mktemp("home")
    for name in ("CONFIG", "CACHE", "DATA"):
        monkeypatch.setenv(f"SAM_ANNOTATOR_{name}_DIR", str(base / name.lower()))
    return base


@pytest.fixture
def qtbot(qapp: object, request: pytest.FixtureRequest) -> Iterator[PatientQtBot]:
    yield PatientQtBot(request)
    let_modifiers_go()


@pytest.fixture
def count_steps() -> Callable[[Callable[[], object]], int]:
    """Count what Python does in a call: lines run, turns of loops, and functions called, its own and C's.

    The same on every machine; work within C (numpy, sqlite) is not in it.
    """

    def count(act: Callable[[], object]) -> int:
        steps = 0

        def trace(_frame: FrameType, event: str, _what: Any) -> Any:
            nonlocal steps
            steps += event in ("line", "call")
            return trace

        def profile(_frame: FrameType, event: str, _what: Any) -> None:
            nonlocal steps
            steps += event == "c_call"

        before = sys.gettrace(), sys.getprofile()
        sys.setprofile(profile)
        sys.settrace(trace)
        try:
            act()
        finally:
            sys.settrace(before[0])
            sys.setprofile(before[1])
        return steps

    return count
