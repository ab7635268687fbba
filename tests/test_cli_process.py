"""The commands as processes of their own: what they load, their streams, and what a terminal can't show."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from patience import PROGRAM_S

from sam_annotator.__main__ import main
from sam_annotator.core.image_io import write_png
from sam_annotator.core.mask import Mask
from sam_annotator.core.records import Annotation
from sam_annotator.store.store import Store

POINT = ("--point", "4,5,1")


@pytest.fixture
def photos(tmp_path: Path) -> Path:
    folder = tmp_path / "photos"
    folder.mkdir()
    pixels = np.zeros((30, 40, 3), np.uint8)
    pixels[3:7, 2:8] = 200
    write_png(folder / "a.png", pixels)
    return folder


@pytest.fixture
def project(photos: Path, tmp_path: Path) -> Path:
    assert main(["new", str(tmp_path / "project"), "--images", str(photos), "--category", "cat"]) == 0
    with Store.open(tmp_path / "project") as store:
        store.add_annotation(Annotation(0, 1, 1, Mask.from_array(np.eye(30, 40))))
    return tmp_path / "project"


def program(*arguments: object, code: str = "", **options: Any) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", code] if code else [sys.executable, "-m", "sam_annotator"]
    return subprocess.run(
        [*command, *map(str, arguments)], capture_output=True, text=True, timeout=PROGRAM_S, **options
    )


WATCH = """
import sys
from sam_annotator.__main__ import main
status = main(sys.argv[1:])
heavy = {name.split(".")[0] for name in sys.modules} & {"torch", "PySide6", "skimage", "torchvision"}
print("loaded:", *sorted(heavy), file=sys.stderr)
sys.exit(status)
"""


def test_headless_commands_load_neither_qt_nor_torch(project: Path, photos: Path, tmp_path: Path) -> None:
    """On a server without a display the commands would fail, or take seconds to start."""
    out = tmp_path / "out.json"
    commands: list[tuple[object, ...]] = [
        ("--help",),
        ("new", tmp_path / "p", "--images", photos),
        ("export", project, "--out", out),
        ("import", tmp_path / "p", out),
        ("check", project),
        ("engines",),
        ("segment", photos / "a.png", *POINT, "--engine", "fake", "--out", tmp_path / "m.png"),
        ("embed", photos, "--engine", "fake", "--cache", tmp_path / "embeddings"),
    ]
    for command in commands:
        done = program(*command, code=WATCH)
        assert (done.returncode, done.stderr) == (0, "loaded:\n"), command


def test_the_module_runs_and_gives_its_status(project: Path) -> None:
    """`python -m sam_annotator` would always succeed in a script."""
    assert program("check", project).returncode == 0
    done = program("check", project / "nope")
    assert done.returncode == 1 and done.stderr.startswith("sam-annotator: There is nothing at")
    assert program("new").returncode == 2


@pytest.mark.skipif(os.name == "nt", reason="POSIX pipes")
def test_closed_streams_change_nothing(project: Path, tmp_path: Path) -> None:
    """Started by a program that closes them, an export would be done and called failed."""
    out, nope = tmp_path / "x.json", tmp_path / "nope"
    export, check = f"export '{project}' --out '{out}'", f"check '{nope}'"
    for command, closed, status in ((export, ">&-", 0), (export, ">&- 2>&-", 0), (check, "2>&-", 1), (check, ">&-", 1)):
        line = f"'{sys.executable}' -m sam_annotator {command} {closed}"
        done = subprocess.run(["sh", "-c", line], capture_output=True, text=True)
        assert (done.returncode, done.stdout) == (status, ""), (line, done)
        assert len(done.stderr.splitlines()) == (1 if (command, closed) == (check, ">&-") else 0), (line, done)
    assert out.is_file()


def test_warnings_as_errors_change_nothing(photos: Path, tmp_path: Path) -> None:
    """Whoever looks for warnings of their own programs would get no mask and no file."""
    environment = {**os.environ, "PYTHONWARNINGS": "error"}
    new = program("new", tmp_path / "p", "--images", photos, env=environment)
    arguments = (*POINT, "--engine", "fake", "--out", tmp_path / "m.png")
    segment = program("segment", photos / "a.png", *arguments, env=environment)
    assert (new.returncode, segment.returncode) == (0, 0), (new, segment)


def test_a_broken_pipe_is_quiet(project: Path) -> None:
    """`sam-annotator engines | head -1` would print a traceback."""
    command = f'"{sys.executable}" -m sam_annotator engines --json | true'
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, timeout=PROGRAM_S)
    assert done.stderr == ""


def test_file_names_that_the_terminal_cant_show(photos: Path, tmp_path: Path) -> None:
    """A name in another script would end the command on an old terminal."""
    (photos / "画像.png").write_bytes(b"damaged")
    environment = {**os.environ, "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
    done = program("new", tmp_path / "p", "--images", photos, env=environment)
    assert done.returncode == 0 and "\\u753b" in done.stdout


def test_a_damaged_installation_is_one_sentence(project: Path, tmp_path: Path) -> None:
    """A package that can't be imported would end in a traceback of ours and theirs."""
    (tmp_path / "broken").mkdir()
    (tmp_path / "broken" / "numpy.py").write_text("raise ImportError('no libGL')")
    path = os.pathsep.join((str(tmp_path / "broken"), str(Path(__file__).parents[1])))
    done = program("check", project, env={**os.environ, "PYTHONPATH": path})
    assert done.returncode == 1 and "no libGL" in done.stderr and len(done.stderr.splitlines()) == 1
