"""How the arguments of the window reach it; the window itself is tested elsewhere."""

from __future__ import annotations

import sys
from pathlib import Path
from types import ModuleType

import pytest

from sam_annotator.__main__ import main
from sam_annotator.core.errors import ProjectError

Call = tuple[object, ...]


@pytest.fixture
def calls(monkeypatch: pytest.MonkeyPatch) -> list[Call]:
    """What run_window is called with; Qt stays out."""
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    seen: list[Call] = []
    app = ModuleType("sam_annotator.run")

    def run_window(*arguments: object) -> int:
        seen.append(arguments)
        return 0

    app.run_window = run_window  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "sam_annotator.run", app)
    return seen


def test_without_arguments_the_window_opens(calls: list[Call]) -> None:
    """`sam-annotator` alone would do nothing."""
    assert main([]) == 0
    assert calls == [(None, None, None, None, False)]


def test_arguments_reach_the_window(calls: list[Call], tmp_path: Path) -> None:
    """The engine or project that was asked for would not be the one that opens."""
    assert main([str(tmp_path), "--engine", "vit_b", "--checkpoint", "x.pth", "--device", "cpu"]) == 0
    assert main(["--demo"]) == 0
    assert calls == [(tmp_path, "vit_b", Path("x.pth"), "cpu", False), (None, None, None, None, True)]


def test_a_folder_named_like_a_command_can_be_opened(
    calls: list[Call], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A folder called new could not be opened."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "new").mkdir()
    assert main(["./new"]) == 0
    assert calls[0][0] == Path("new")


def test_an_error_of_the_window_is_one_sentence(
    calls: list[Call], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A project that can't be opened would end in a traceback."""

    def refusing(*_: object) -> int:
        raise ProjectError("It is damaged; restore a copy.")

    monkeypatch.setattr(sys.modules["sam_annotator.run"], "run_window", refusing)
    assert main([]) == 1
    assert capsys.readouterr().err == "sam-annotator: It is damaged; restore a copy.\n"


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="other systems always have a display")
def test_without_a_display_it_says_so(
    calls: list[Call], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Qt would end the process with an abort and a core file."""
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "WAYLAND_SOCKET", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    assert main([]) == 1 and not calls
    assert "no display" in capsys.readouterr().err
