"""Checkpoint files: found, chosen, hashed, and fetched from a server that does all that servers do."""

from __future__ import annotations

import errno
import hashlib
import http.server
import json
import os
import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import filelock
import pytest
from patience import PATIENCE_S

from sam_annotator.core.errors import CheckpointError, DownloadError
from sam_annotator.core.settings import checkpoints_dir
from sam_annotator.engine import checkpoints, download
from sam_annotator.engine.checkpoints import (
    checkpoint_sha256,
    chosen_checkpoint,
    download_checkpoint,
    find_checkpoint,
    official_path,
    set_checkpoint_file,
)
from sam_annotator.engine.download import DownloadCancelled
from sam_annotator.engine.registry import EngineRow, engine_row

CONTENT = bytes(range(256)) * 8000  # 2 MB: several chunks


class Server(http.server.ThreadingHTTPServer):
    """Serves one file; attributes make it misbehave."""

    content = CONTENT
    etag: str | None = '"v1"'
    status = 200
    takes_ranges = True
    stop_after: int | None = None
    lies_about_range = False
    log: list[tuple[str, str | None, str | None]]

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A client that hangs up is part of the test."""


class Handler(http.server.BaseHTTPRequestHandler):
    server: Server

    def do_GET(self) -> None:
        server = self.server
        wanted, if_range = self.headers.get("Range"), self.headers.get("If-Range")
        server.log.append((self.path, wanted, if_range))
        if server.status != 200:
            self.send_error(server.status)
            return
        start = 0
        if wanted and server.takes_ranges and (if_range is None or if_range == server.etag):
            start = int(wanted.removeprefix("bytes=").removesuffix("-"))
            if start >= len(server.content):
                self.send_error(416)
                return
        body = server.content[start:]
        self.send_response(206 if start else 200)
        if start:
            shown = start + 1 if server.lies_about_range else start
            self.send_header("Content-Range", f"bytes {shown}-{len(server.content) - 1}/{len(server.content)}")
        if server.etag is not None:
            self.send_header("ETag", server.etag)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body if server.stop_after is None else body[: server.stop_after])

    def log_message(self, *args: Any) -> None:
        pass


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    monkeypatch.setenv("no_proxy", "127.0.0.1")
    server = Server(("127.0.0.1", 0), Handler)
    server.log = []
    thread = threading.Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    yield server
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture
def row() -> EngineRow:
    return replace(engine_row("vit_b"), sha256=hashlib.sha256(CONTENT).hexdigest(), size_bytes=len(CONTENT))


def fetch(row: EngineRow, server: Server, **how: Any) -> Path:
    return download_checkpoint(row, base_url=f"http://127.0.0.1:{server.server_port}/sam", **how)


def part_of(row: EngineRow) -> Path:
    target = official_path(row)
    assert target is not None
    return target.with_name(target.name + ".part")


def fail(row: EngineRow, server: Server, **how: Any) -> str:
    """Fetch in vain; what the user reads, when nothing was put in place."""
    with pytest.raises(DownloadError) as caught:
        fetch(row, server, **how)
    assert find_checkpoint(row) is None
    message = str(caught.value)
    assert message.endswith(".")
    assert "\n" not in message
    assert len(message) < 220
    return message


def test_a_download_is_put_in_place_whole(server: Server, row: EngineRow) -> None:
    """The engine could not be used after its download."""
    steps: list[tuple[int, int]] = []
    path = fetch(row, server, progress=lambda done, total: steps.append((done, total)))
    assert path == find_checkpoint(row) == checkpoints_dir() / row.file_name
    assert path.read_bytes() == CONTENT
    assert steps[0] == (0, len(CONTENT))
    assert steps[-1] == (len(CONTENT), len(CONTENT))
    assert steps == sorted(steps)
    assert server.log == [(f"/sam/{row.file_name}", None, None)]
    assert not list(path.parent.glob("*.part*"))
    fetch(row, server)
    assert len(server.log) == 1  # it is there: nothing is fetched


def test_a_download_goes_on_where_it_was_cancelled(server: Server, row: EngineRow) -> None:
    """After 2 GB of 2.5, everything would have to come again."""
    done_bytes: list[int] = []
    with pytest.raises(DownloadCancelled):
        fetch(row, server, progress=lambda done, _: done_bytes.append(done), cancelled=lambda: done_bytes[-1] > 500_000)
    have = part_of(row).stat().st_size
    assert 500_000 < have < len(CONTENT)
    assert find_checkpoint(row) is None
    steps: list[int] = []
    assert fetch(row, server, progress=lambda done, _: steps.append(done)).read_bytes() == CONTENT
    assert steps[0] == have
    assert server.log[1][1:] == (f"bytes={have}-", '"v1"')


def test_a_broken_connection_is_a_sentence_and_gone_on_from(server: Server, row: EngineRow) -> None:
    """A short file would be taken for a checkpoint."""
    server.stop_after = 700_000
    assert "broke off" in fail(row, server)
    server.stop_after = None
    assert fetch(row, server).read_bytes() == CONTENT
    assert server.log[1][1] == "bytes=700000-"


def test_a_server_that_can_t_resume_sends_it_again(server: Server, row: EngineRow) -> None:
    """Two beginnings would be joined to one damaged file."""
    server.stop_after = 700_000
    fail(row, server)
    server.stop_after, server.takes_ranges = None, False
    assert fetch(row, server).read_bytes() == CONTENT


def test_a_file_that_changed_meanwhile_comes_from_its_start(server: Server, row: EngineRow) -> None:
    """Half of the old and half of the new file would be joined."""
    server.stop_after = 700_000
    server.content = CONTENT[::-1]
    fail(row, server)
    server.stop_after, server.content, server.etag = None, CONTENT, '"v2"'
    assert fetch(row, server).read_bytes() == CONTENT
    assert server.log[1][1:] == ("bytes=700000-", '"v1"')


def test_a_beginning_without_a_version_is_gone_on_with(server: Server, row: EngineRow) -> None:
    """A server without ETag would mean starting anew each time."""
    server.etag, server.stop_after = None, 700_000
    fail(row, server)
    server.stop_after = None
    assert fetch(row, server).read_bytes() == CONTENT
    assert server.log[1][1:] == ("bytes=700000-", None)


def test_a_beginning_too_long_is_thrown_away(server: Server, row: EngineRow) -> None:
    """A file left by another version would block the download for ever."""
    part_of(row).parent.mkdir(parents=True)
    part_of(row).write_bytes(b"x" * (len(CONTENT) + 1))
    assert fetch(row, server).read_bytes() == CONTENT
    part = part_of(replace(row, file_name="other.pth"))
    part.write_bytes(b"x" * (len(CONTENT) + 1))
    unknown_size = replace(row, file_name="other.pth", size_bytes=0)
    assert fetch(unknown_size, server).read_bytes() == CONTENT  # the server says 416, then it comes anew


def test_a_whole_beginning_is_only_checked(server: Server, row: EngineRow) -> None:
    """A crash just before the end would cost the whole download."""
    part_of(row).parent.mkdir(parents=True)
    part_of(row).write_bytes(CONTENT)
    assert fetch(row, server).read_bytes() == CONTENT
    assert server.log == []


def test_a_wrong_sha256_is_never_put_in_place(server: Server, row: EngineRow) -> None:
    """A damaged or forged file would be loaded."""
    server.content = CONTENT[:-1] + b"!"
    assert "damaged" in fail(row, server)
    assert not part_of(row).exists()
    server.content = CONTENT
    assert fetch(row, server).read_bytes() == CONTENT


def test_what_a_server_says_becomes_a_sentence(server: Server, row: EngineRow) -> None:
    """A traceback, and no word on what to do."""
    for status, word in ((404, "no file"), (410, "no file"), (403, "refused"), (503, "later")):
        server.status = status
        assert word in fail(row, server)
    server.status = 200
    server.content = CONTENT + b"more"
    assert "instead of" in fail(row, server)
    server.content = CONTENT
    server.stop_after = 700_000
    fail(row, server)
    server.stop_after, server.lies_about_range = None, True
    assert "another part" in fail(row, server)


def test_no_network_is_a_sentence(server: Server, row: EngineRow, monkeypatch: pytest.MonkeyPatch) -> None:
    """Working offline would end in a traceback."""
    monkeypatch.setattr(download, "_TIMEOUT_S", 0.3)
    with pytest.raises(DownloadError, match=r"can't be reached .*; check the network"):
        download_checkpoint(row, base_url="http://127.0.0.1:1")
    with pytest.raises(DownloadError, match="can't be reached"):
        download_checkpoint(row, base_url="http://no-such-host.invalid")
    with pytest.raises(DownloadError, match="https"):
        download_checkpoint(row, base_url="file:///etc")
    with pytest.raises(DownloadError, match="needs no download"):
        download_checkpoint(engine_row("builtin"))


def test_a_server_that_falls_silent_is_not_waited_for(
    server: Server, row: EngineRow, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A download would hang for ever."""
    monkeypatch.setattr(download, "_TIMEOUT_S", 0.3)
    release = threading.Event()
    monkeypatch.setattr(Handler, "do_GET", lambda self: release.wait(PATIENCE_S))
    try:
        fail(row, server)
    finally:
        release.set()


def test_a_full_disk_is_a_sentence(server: Server, row: EngineRow, monkeypatch: pytest.MonkeyPatch) -> None:
    """The disk would be filled to the last byte, and a traceback shown."""
    with monkeypatch.context() as patch:
        patch.setattr(download, "_RESERVE_BYTES", 1 << 60)
        assert "full" in fail(row, server)
        assert server.log == []
    real = Path.open

    def full(self: Path, mode: str = "r", *args: Any, **kwargs: Any) -> Any:
        if self.suffix == ".part" and "w" in mode:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        return real(self, mode, *args, **kwargs)

    monkeypatch.setattr(Path, "open", full)
    assert "full" in fail(row, server)


def test_a_folder_that_can_t_be_made_is_a_sentence(row: EngineRow, server: Server) -> None:
    """A read-only home would end in a traceback."""
    checkpoints_dir().parent.mkdir(parents=True)
    checkpoints_dir().write_bytes(b"a file")
    assert "writable" in fail(row, server)


def test_two_windows_don_t_write_one_file(row: EngineRow, server: Server) -> None:
    """Both would write into the same beginning and damage it."""
    checkpoints_dir().mkdir(parents=True)
    with filelock.FileLock(checkpoints_dir() / f"{row.file_name}.lock"):
        assert "another window" in fail(row, server)


def test_a_chosen_file_is_remembered_and_comes_first(tmp_path: Path, server: Server, row: EngineRow) -> None:
    """A fine-tuned checkpoint would have to be chosen at every start."""
    assert find_checkpoint(row) is None
    official = fetch(row, server)
    own = tmp_path / "größe.pth"
    own.write_bytes(b"weights")
    set_checkpoint_file(row, own)
    assert find_checkpoint(row) == chosen_checkpoint(row) == own
    assert find_checkpoint(engine_row("vit_l")) is None
    own.unlink()
    assert find_checkpoint(row) == official
    assert chosen_checkpoint(row) == own
    set_checkpoint_file(row, None)
    assert chosen_checkpoint(row) is None
    with pytest.raises(CheckpointError):
        set_checkpoint_file(row, own)
    assert find_checkpoint(engine_row("fake")) is None


def test_hashes_are_computed_once_for_each_state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each start would read 2.5 GB, or provenance name the wrong weights."""
    path = tmp_path / "a.pth"
    path.write_bytes(b"first")
    first = hashlib.sha256(b"first").hexdigest()
    assert checkpoint_sha256(path) == first
    with monkeypatch.context() as patch:
        patch.setattr(checkpoints.hashlib, "sha256", None)
        assert checkpoint_sha256(path) == first
    path.write_bytes(b"second!")
    assert checkpoint_sha256(path) == hashlib.sha256(b"second!").hexdigest()
    path.write_bytes(b"third one")
    assert checkpoint_sha256(path, cancelled=lambda: True) == ""
    with pytest.raises(CheckpointError):
        checkpoint_sha256(tmp_path / "none.pth")


@pytest.mark.parametrize("content", ["", "[]", '{"chosen": 3, "sha256": []}', '{"chosen": {"vit_b": 7}}', "{"])
def test_a_damaged_index_is_no_obstacle(content: str, tmp_path: Path, row: EngineRow) -> None:
    """One wrong byte in a small file would keep every engine from loading."""
    checkpoints_dir().mkdir(parents=True)
    (checkpoints_dir() / "checkpoints.json").write_text(content)
    assert find_checkpoint(row) is None
    own = tmp_path / "own.pth"
    own.write_bytes(b"weights")
    assert checkpoint_sha256(own) == hashlib.sha256(b"weights").hexdigest()
    set_checkpoint_file(row, own)
    assert find_checkpoint(row) == own
    assert json.loads((checkpoints_dir() / "checkpoints.json").read_text())["chosen"] == {"vit_b": str(own)}
