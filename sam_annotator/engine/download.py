"""Fetch one file over HTTP: resumed where it broke off, and put in place only when its sha256 is the expected one.

The only code that opens a network connection; it does so when called and sends nothing but the request. What has
come lies in NAME.part, and in NAME.part.json the server's word for which version of the file it is of. Standard
library and filelock only.
"""

from __future__ import annotations

import errno
import hashlib
import http.client
import json
import os
import shutil
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import filelock

from sam_annotator.core.errors import DownloadError
from sam_annotator.core.words import tr

_CHUNK_BYTES = 1 << 18
_TIMEOUT_S = 20
_RESERVE_BYTES = 50_000_000  # left free on the disk

Progress = Callable[[int, int], None]
Cancelled = Callable[[], bool]


class DownloadCancelled(DownloadError):
    """The user cancelled a download."""


def download_file(
    url: str, target: Path, sha256: str, size_bytes: int, progress: Progress, cancelled: Cancelled
) -> None:
    """Fetch `url` to `target`.

    Args:
        url: http or https.
        target: where the file appears when it is whole and right.
        sha256: hex digest that it must have.
        size_bytes: that it must have; 0 where not known.
        progress: called with the bytes there are and the bytes there will be (0 while not known).
        cancelled: asked now and then.

    Raises:
        DownloadError: in one sentence why not; what has come so far is kept where it can be gone on with.
        DownloadCancelled: `cancelled` said so.
    """
    if urlsplit(url).scheme not in ("http", "https"):
        raise DownloadError(tr("{url} is no web address; give one that begins with https://.", url=url))
    part = target.with_name(target.name + ".part")
    with _disk_errors(target):
        target.parent.mkdir(parents=True, exist_ok=True)
        lock = filelock.FileLock(target.with_name(target.name + ".lock"), timeout=0)
        try:
            with lock:
                _fetch_missing(url, part, size_bytes, progress, cancelled)
                _check(part, target.name, sha256, cancelled)
                part.replace(target)
                _version_file(part).unlink(missing_ok=True)
        except filelock.Timeout as e:
            raise DownloadError(
                tr(
                    "{name} is being downloaded by another window; wait for that one.",
                    name=target.name,
                )
            ) from e


def _fetch_missing(url: str, part: Path, size_bytes: int, progress: Progress, cancelled: Cancelled) -> None:
    """Bring `part` to its full length."""
    have = part.stat().st_size if part.exists() else 0
    if size_bytes and have > size_bytes:
        part.unlink()
        have = 0
    if size_bytes and have == size_bytes:
        return
    _check_room(part, size_bytes - have)
    try:
        _transfer(url, part, have, size_bytes, progress, cancelled)
    except urllib.error.HTTPError as e:
        if e.code != 416 or have == 0:
            raise DownloadError(_refusal(url, e.code)) from e
        part.unlink()  # what we have is no beginning of what the server has: start anew
        try:
            _transfer(url, part, 0, size_bytes, progress, cancelled)
        except urllib.error.HTTPError as again:
            raise DownloadError(_refusal(url, again.code)) from again


def _transfer(url: str, part: Path, have: int, size_bytes: int, progress: Progress, cancelled: Cancelled) -> None:
    """Append to `part` what the server sends; HTTPError is the caller's to handle."""
    with _network_errors(url), urllib.request.urlopen(_request(url, part, have), timeout=_TIMEOUT_S) as response:
        start = _start_of(response, have)
        length = response.headers.get("Content-Length", "")
        total = start + int(length) if length.isdecimal() else size_bytes
        if size_bytes and total != size_bytes:
            raise DownloadError(
                tr(
                    "The file at {url} has {total} bytes instead of {size_bytes}, so it is "
                    "another one; try again later, or choose a file you have.",
                    url=url,
                    total=total,
                    size_bytes=size_bytes,
                )
            )
        with _disk_errors(part):
            _remember_version(part, response.headers)
            _check_room(part, total - start)
            file = part.open("r+b" if start else "wb")
        with file:
            with _disk_errors(part):
                file.truncate(start)
                file.seek(start)
            done = start
            progress(done, total)
            while chunk := response.read(_CHUNK_BYTES):
                with _disk_errors(part):
                    file.write(chunk)
                done += len(chunk)
                progress(done, total)
                if cancelled():
                    raise DownloadCancelled(tr("The download was cancelled; start it again to go on where it stopped."))
        if total and done < total:
            raise DownloadError(
                tr(
                    "The connection broke off after {done:.0f} of {total:.0f} MB; start the "
                    "download again to go on from there.",
                    done=done / 1e6,
                    total=total / 1e6,
                )
            )


def _request(url: str, part: Path, have: int) -> urllib.request.Request:
    request = urllib.request.Request(url, headers={"Accept-Encoding": "identity", "User-Agent": "sam-annotator"})
    if have:
        request.add_header("Range", f"bytes={have}-")
        if version := _known_version(part):
            request.add_header("If-Range", version)  # the whole file where it is another one by now
    return request


def _start_of(response: http.client.HTTPResponse, have: int) -> int:
    """Return the position in the file that the answer begins at: 0 from a server that does not resume."""
    if response.status != 206:
        return 0
    content_range = response.headers.get("Content-Range", "")
    if content_range.startswith(f"bytes {have}-"):
        return have
    raise DownloadError(tr("The server sent another part of the file than asked for; start the download again."))


def _version_file(part: Path) -> Path:
    return part.with_name(part.name + ".json")


def _known_version(part: Path) -> str:
    try:
        version = json.loads(_version_file(part).read_text("utf-8"))["version"]
    except (OSError, ValueError, KeyError, TypeError):
        return ""
    return version if isinstance(version, str) and version.isprintable() else ""


def _remember_version(part: Path, headers: http.client.HTTPMessage) -> None:
    etag = headers.get("ETag", "")
    version = etag if etag and not etag.startswith("W/") else headers.get("Last-Modified", "")
    _version_file(part).write_text(json.dumps({"version": version}), "utf-8")


def _check(part: Path, name: str, sha256: str, cancelled: Cancelled) -> None:
    """Make sure that a file is the right one, and that the disk has it."""
    digest = hashlib.sha256()
    with part.open("r+b") as file:
        while chunk := file.read(_CHUNK_BYTES * 8):
            digest.update(chunk)
            if cancelled():
                raise DownloadCancelled(tr("The download was cancelled; start it again to go on where it stopped."))
        os.fsync(file.fileno())
    if digest.hexdigest() != sha256:
        part.unlink()
        _version_file(part).unlink(missing_ok=True)
        raise DownloadError(
            tr(
                "{name} arrived damaged (its sha256 is not the published one) and was deleted; "
                "start the download again.",
                name=name,
            )
        )


def _check_room(part: Path, needed_bytes: int) -> None:
    free = shutil.disk_usage(part.parent).free
    if needed_bytes > 0 and free < needed_bytes + _RESERVE_BYTES:
        raise _no_room(part, needed_bytes)


def _no_room(part: Path, needed_bytes: int = 0) -> DownloadError:
    if not needed_bytes:
        text = tr("The disk of {folder} is full; make room and start the download again.", folder=part.parent)
        return DownloadError(text)
    return DownloadError(
        tr(
            "The disk of {folder} is full, {needed:.0f} MB more are needed; make room and start the download again.",
            folder=part.parent,
            needed=needed_bytes / 1e6,
        )
    )


def _refusal(url: str, status: int) -> str:
    host = urlsplit(url).hostname
    if status in (404, 410):
        return tr(
            "{host} has no file {name} any more ({status}); choose a file you have instead.",
            host=host,
            name=url.rsplit("/", 1)[-1],
            status=status,
        )
    return tr(
        "{host} refused the download ({status}); try again later, or choose a file you have.", host=host, status=status
    )


@contextmanager
def _network_errors(url: str) -> Iterator[None]:
    """Turn what goes wrong between here and the server into one sentence; HTTPError and our own pass."""
    try:
        yield
    except (DownloadError, urllib.error.HTTPError):
        raise
    except http.client.HTTPException as e:
        raise DownloadError(
            tr("The connection broke off; start the download again to go on from where it stopped.")
        ) from e
    except OSError as e:  # URLError, timeouts, TLS, broken connections
        reason = getattr(e, "reason", e)
        text = getattr(reason, "strerror", None) or str(reason) or type(reason).__name__
        raise DownloadError(
            tr(
                "{host} can't be reached ({reason}); check the network and start the download again.",
                host=urlsplit(url).hostname,
                reason=text,
            )
        ) from e


@contextmanager
def _disk_errors(target: Path) -> Iterator[None]:
    """Turn what goes wrong on the disk into one sentence."""
    try:
        yield
    except OSError as e:
        if e.errno in (errno.ENOSPC, errno.EDQUOT):
            raise _no_room(target) from e
        raise DownloadError(
            tr(
                "{name} can't be written to {folder} ({reason}); make that folder writable and "
                "start the download again.",
                name=target.name,
                folder=target.parent,
                reason=e.strerror or e,
            )
        ) from e
