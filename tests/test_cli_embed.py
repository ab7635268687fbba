"""The command `embed`, as a person or a script on a server runs it."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from sam_annotator import console
from sam_annotator.__main__ import main
from sam_annotator.console import StatusLine
from sam_annotator.core.image_io import write_png
from sam_annotator.core.settings import Settings, cache_dir, save_settings
from sam_annotator.engine.fake import ENCODE_DELAY_VARIABLE
from sam_annotator.store.store import Store

Run = Callable[..., tuple[int, str, str]]
FAKE = ("--engine", "fake")


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    def run_main(*arguments: object) -> tuple[int, str, str]:
        status = main([str(argument) for argument in arguments])
        return status, *capsys.readouterr()

    return run_main


@pytest.fixture
def photos(tmp_path: Path) -> Path:
    folder = tmp_path / "photos"
    (folder / "sub").mkdir(parents=True)
    for i, name in enumerate(("a.png", "b.png", "sub/c.png")):
        write_png(folder / name, np.random.default_rng(i).integers(0, 255, (30, 40, 3)).astype(np.uint8))
    return folder


def answer(done: tuple[int, str, str]) -> dict[str, object]:
    document: dict[str, object] = json.loads(done[1])
    return document


def test_a_folder_is_embedded_and_a_second_run_has_nothing_to_do(photos: Path, run: Run) -> None:
    """Nobody could prepare photographs overnight."""
    status, out, err = run("embed", photos, *FAKE)
    assert (status, err) == (0, "")
    assert "3 of 3 images" in out and "3 made now" in out and str(cache_dir() / "embeddings") in out
    assert len(list((cache_dir() / "embeddings").iterdir())) == 3
    status, out, err = run("embed", photos, *FAKE)
    assert (status, err) == (0, "") and "0 made now, 3 from before" in out
    assert not [p for p in photos.rglob("*") if p.suffix not in ("", ".png")]  # no project is made


def test_a_project_means_its_images_wherever_they_are(photos: Path, tmp_path: Path, run: Run) -> None:
    """New photographs would be left out, and moved ones be called missing."""
    assert run("new", tmp_path / "p", "--images", photos)[0] == 0
    (photos / "a.png").rename(photos / "sub" / "z.png")
    write_png(photos / "new.png", np.zeros((5, 6), np.uint8))
    with Store.open(tmp_path / "p"):  # the window has it
        done = run("embed", tmp_path / "p", *FAKE, "--json")
    assert done[0] == 0
    assert (answer(done)["images"], answer(done)["made"], answer(done)["problems"]) == (4, 4, [])
    (photos / "b.png").unlink()
    status, out, err = run("embed", tmp_path / "p", *FAKE)
    assert status == 1 and "b.png" in out and "1 of 4 images can't be used" in err and "b.png" in err


def test_one_image_and_a_limit(photos: Path, run: Run) -> None:
    """Nobody could try how long one takes."""
    assert answer(run("embed", photos / "b.png", *FAKE, "--json"))["made"] == 1
    done = answer(run("embed", photos, *FAKE, "--limit", 2, "--json"))
    assert (done["images"], done["made"], done["found"]) == (2, 1, 1)


def test_the_answer_as_json(photos: Path, tmp_path: Path, run: Run) -> None:
    """A script could not tell what was done, nor where it lies."""
    (photos / "damaged.jpg").write_bytes(b"no image")
    status, out, err = run("embed", photos, *FAKE, "--cache", tmp_path / "stick", "--json")
    assert status == 1 and "damaged.jpg" in err and len(err.splitlines()) == 1
    done = json.loads(out)
    size = sum(p.stat().st_size for p in (tmp_path / "stick").iterdir())
    assert done.pop("seconds_an_image") > 0
    (problem,) = done.pop("problems")
    assert "damaged.jpg" in problem
    assert done == {
        "images": 4,
        "made": 3,
        "found": 0,
        "left_out": 0,
        "stopped": False,
        "engine": "fake",
        "device": "cpu",
        "cache": str(tmp_path / "stick"),
        "bytes": size,
    }
    assert not (cache_dir() / "embeddings").exists()


def test_a_budget_too_small_is_said_first_and_last(photos: Path, tmp_path: Path, run: Run) -> None:
    """Hours later some images would be missing, and nobody would know which setting to change."""
    save_settings(Settings(embedding_disk_mb=1))
    status, _out, err = run("embed", photos, *FAKE)
    assert status == 1
    warning, sentence = err.splitlines()
    assert "Only 1 of 3 images" in warning and "2 of 3 images did not fit" in sentence
    for line in (warning, sentence):
        assert '"Disk for embeddings (MB)"' in line and " 3 MB" in line
    assert run("embed", photos, *FAKE, "--cache", tmp_path / "stick")[0] == 0
    save_settings(Settings(embedding_disk_mb=0))
    status, _out, err = run("embed", photos, *FAKE)
    assert status == 1 and '"Disk for embeddings (MB)"' in err and "--cache" in err


def test_the_window_s_engine_is_the_default(photos: Path, run: Run) -> None:
    """Embeddings of an engine that the window does not use help nobody."""
    save_settings(Settings(engine_id="fake"))
    assert answer(run("embed", photos, "--json"))["engine"] == "fake"


@pytest.mark.parametrize(
    ("status", "arguments"),
    [
        (2, ()),
        (2, ("photos", "--limit", "0")),
        (2, ("photos", "--limit", "x")),
        (2, ("photos", "--cache", "photos/a.png")),
        (2, ("photos", "--device", "tpu")),
        (1, ("photos", "--engine", "nope")),
        (1, ("photos", "--engine", "vit_b")),
        (1, ("nope",)),
        (1, ("empty",)),
        (1, ("text.txt",)),
    ],
)
def test_every_wrong_use_of_embed_is_one_sentence(
    photos: Path, run: Run, status: int, arguments: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A typing error would end in a traceback."""
    monkeypatch.chdir(photos.parent)
    Path("empty").mkdir()
    Path("text.txt").write_text("x")
    got, out, err = run("embed", *(() if "--engine" in arguments else FAKE), *arguments)
    assert (got, out, len(err.splitlines())) == (status, "", 1), err
    assert err.startswith("sam-annotator: ") and "Traceback" not in err


def test_a_project_whose_images_are_gone_is_one_sentence(photos: Path, tmp_path: Path, run: Run) -> None:
    """Each of 10,000 images would be named as missing, where the drive is not plugged in."""
    assert run("new", tmp_path / "p", "--images", photos)[0] == 0
    photos.rename(tmp_path / "elsewhere")
    status, out, err = run("embed", tmp_path / "p", *FAKE)
    assert status == 1 and out == "" and str(photos) in err


@pytest.mark.skipif(os.name == "nt", reason="POSIX signals")
def test_ctrl_c_stops_and_the_same_command_goes_on(photos: Path, tmp_path: Path) -> None:
    """Whoever needs the computer back would lose what was made, or read a traceback."""
    for i in range(40):
        write_png(photos / f"{i}.png", np.random.default_rng(99 + i).integers(0, 255, (30, 40, 3)).astype(np.uint8))
    stick = tmp_path / "stick"
    command = [sys.executable, "-m", "sam_annotator", "embed", str(photos), *FAKE, "--cache", str(stick), "--json"]
    slow = {**os.environ, ENCODE_DELAY_VARIABLE: "300"}
    with subprocess.Popen(command, env=slow, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as program:
        deadline = time.monotonic() + 120
        while not list(stick.glob("*.embedding")) and time.monotonic() < deadline:
            time.sleep(0.01)
        time.sleep(0.1)  # into the next image: not between the writing of this one and its counting
        program.send_signal(signal.SIGINT)
        out, err = program.communicate(timeout=120)
    first = json.loads(out)
    assert program.returncode == 130 and first["stopped"] and 1 <= first["made"] < 43
    assert len(err.splitlines()) == 1 and "goes on from there" in err
    assert len(list(stick.iterdir())) == first["made"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120)
    second = json.loads(done.stdout)
    assert (done.returncode, second["found"], second["made"]) == (0, first["made"], 43 - first["made"])


def test_progress_rewrites_one_line_on_a_terminal(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The terminal would scroll away what was there before."""
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True, raising=False)
    monkeypatch.setattr(console, "_REFRESH_SECONDS", 0.0)
    with StatusLine() as line:
        line.show("1 of 2")
        line.say("By the way.")
        line.show("2 of 2")
    assert capsys.readouterr().err == "\r1 of 2\033[K\r\033[KBy the way.\n\r2 of 2\033[K\r\033[K"


def test_progress_in_a_log_is_a_line_now_and_then(capsys: pytest.CaptureFixture[str]) -> None:
    """A log of a night would be one line of a megabyte, or 10,000 lines."""
    with StatusLine() as line:
        for i in range(1000):
            line.show(f"{i} of 1000")
    assert capsys.readouterr().err == ""
    with StatusLine(log_seconds=0) as line:
        line.show("1 of 2")
        line.show("2 of 2")
    assert capsys.readouterr().err == "1 of 2\n2 of 2\n"


def test_nothing_is_lost_where_the_output_is_closed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Started by a program that closes its streams, the command would end with a traceback."""
    monkeypatch.setattr(sys, "stderr", None)
    with StatusLine(log_seconds=0) as line:
        line.show("1 of 2")
        line.say("By the way.")
