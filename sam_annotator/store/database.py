"""The connection to a project file: opening, the lock, transactions, and sqlite's errors as ours. Imports core.errors.

`journal_mode=DELETE` and `synchronous=FULL`: a committed transaction survives the end of the process and of the power,
and the one .sqlite file is the whole project.

One connection belongs to the thread that opened it, which may lend it to another for one long change and wait for it.
Whoever uses it meanwhile waits until that is committed or rolled back, and so never sees or becomes part of it.
"""

from __future__ import annotations

import os
import sqlite3
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import quote

from filelock import FileLock, Timeout

from sam_annotator.core.errors import (
    ChangeCancelled,
    ProjectDamagedError,
    ProjectError,
    ProjectLockedError,
    ProjectMissingError,
    ProjectReadOnlyError,
)
from sam_annotator.core.words import tr
from sam_annotator.store import schema

PROJECT_FILE = "sam-annotator.sqlite"
LOCK_FILE = "sam-annotator.lock"

_ROWS = 128  # that are in memory at a time while a table is read
_BUSY_SECONDS = 10.0
_RETRY_SECONDS = 0.01
_PIECE_PAGES = 4096  # 16 MB, some 20 ms
_MOST_RESTARTS = 3
_LOOK_EACH = 10_000  # instructions of sqlite's machine; some hundred rows, and a millisecond
_ROOM_FOR_LONG = "-64000"  # KiB of changed pages in memory; a page that finds no room there is written out with a sync
_USUAL_ROOM = "-2000"


class Database:
    """A project file that is open, with its lock unless it is read-only."""

    def __init__(
        self, project_dir: Path, connection: sqlite3.Connection, lock: FileLock | None, *, is_copy: bool = False
    ) -> None:
        self.file = project_dir / PROJECT_FILE
        self._connection = connection
        self._lock = lock
        self._is_copy = is_copy
        self._is_together = False
        self._turn = threading.RLock()
        self._is_cancelled: Callable[[], bool] = lambda: False
        self._tell: Callable[[], None] = lambda: None
        self._paces = 0

    @classmethod
    def create(cls, project_dir: Path) -> Database:
        """Make an empty project file with its tables, locked.

        Raises:
            ProjectError: there is a project already, or the folder can't be written.
        """
        try:
            project_dir.mkdir(parents=True, exist_ok=True)
        except OSError as e:
            raise ProjectError(
                tr(
                    "The folder {folder} can't be made ({reason}); choose another.",
                    folder=project_dir,
                    reason=e.strerror,
                )
            ) from e
        lock = _acquire_lock(project_dir)
        file = project_dir / PROJECT_FILE
        try:
            if file.exists() and file.stat().st_size:
                raise ProjectError(
                    tr(
                        "There is already a project in {folder}; open it, or choose another folder.",
                        folder=project_dir,
                    )
                )
            with translated_errors(file):
                connection = _connect(file, "rwc")
                try:
                    schema.migrate(connection)
                except BaseException:
                    connection.close()
                    raise
        except BaseException:
            lock.release()
            raise
        return cls(project_dir, connection, lock)

    @classmethod
    def open(cls, project_dir: Path, *, read_only: bool) -> Database:
        """Open a project file; see `Store.open`."""
        file = project_dir / PROJECT_FILE
        if not file.is_file():
            raise ProjectMissingError(
                tr(
                    "There is no project in {folder}; make one with: sam-annotator new, or open a folder of images.",
                    folder=project_dir,
                )
            )
        if not read_only and not os.access(file, os.W_OK):
            raise ProjectReadOnlyError(
                tr("{file} is write-protected; open it read-only, or copy the project.", file=file)
            )
        lock = None if read_only else _acquire_lock(project_dir)
        try:
            with translated_errors(file):
                connection, is_copy = _prepared(_connect(file, "rw"), file, read_only)
        except BaseException:
            if lock is not None:
                lock.release()
            raise
        return cls(project_dir, connection, lock, is_copy=is_copy)

    @property
    def read_only(self) -> bool:
        """Whether no change can be made."""
        return self._lock is None

    def close(self) -> None:
        """Close the connection and give the lock back; a second call does nothing."""
        with self._turn:
            self._connection.close()
        if self._lock is not None:
            self._lock.release(force=True)

    def rows(self, sql: str, values: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        """Return all rows of a query; damaged bytes in a text become U+FFFD, so that one does not hide all rows."""
        with self._turn, translated_errors(self.file):
            try:
                return self._connection.execute(sql, values).fetchall()
            except sqlite3.OperationalError as e:
                if not str(e).startswith("Could not decode"):
                    raise
            self._connection.text_factory = _text  # which takes half as long again for a large table
            try:
                return self._connection.execute(sql, values).fetchall()
            finally:
                self._connection.text_factory = str

    def rows_by_id(self, columns: str, table: str) -> Iterator[tuple[Any, ...]]:
        """Give all rows of a table in the order of their ids, which is the first column; only a few are in memory."""
        last = 0
        while rows := self.rows(f"SELECT {columns} FROM {table} WHERE id > ? ORDER BY id LIMIT {_ROWS}", (last,)):
            yield from rows
            if rows[-1][0] <= last:
                raise _damaged_error(self.file, f"the ids of its {table} do not rise")
            last = rows[-1][0]

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """Let all queries of the block see the same state, whatever another program commits meanwhile."""
        with self._turn, translated_errors(self.file):
            self._connection.execute("BEGIN")
            try:
                yield
            finally:
                self._connection.execute("COMMIT")

    @contextmanager
    def frozen(self) -> Iterator[Database]:
        """Give the block the project as it is now, to be read for as long as it takes, whatever is committed meanwhile.

        Who may write to the file has to wait while another connection reads from it in one transaction. So what others
        may write to is copied first: a gigabyte takes a second, in pieces between which others get their turn.
        """
        if not self.read_only:  # nobody else writes
            with self.snapshot():
                yield self
        elif self._is_copy:
            yield self
        else:
            with translated_errors(self.file):
                connection = _copied(self._connection, self.file)
            try:
                connection.execute("PRAGMA query_only = ON")
                yield Database(self.file.parent, connection, None, is_copy=True)
            finally:
                connection.close()

    @contextmanager
    def transaction(self) -> Iterator[sqlite3.Connection]:
        """Run the block as one transaction: all of it is committed at its end, or nothing.

        Raises:
            ProjectReadOnlyError: the project is open read-only.
        """
        if self.read_only:
            raise ProjectReadOnlyError(
                tr(
                    "This project is open read-only, because another window or command has it "
                    "or because it is write-protected; close the other one and open it again.",
                )
            )
        connection = self._connection
        with self._turn, translated_errors(self.file):
            if self._is_together:
                yield connection
                return
            connection.execute("BEGIN IMMEDIATE")
            try:
                yield connection
                if self._is_cancelled():
                    raise _cancelled_error()
                connection.execute("COMMIT")
            except BaseException:
                if connection.in_transaction:  # on a full disk sqlite has rolled back by itself
                    connection.execute("ROLLBACK")
                raise

    @contextmanager
    def together(self) -> Iterator[None]:
        """Make all transactions of the block one: what is within it is committed at its end, or nothing of it."""
        with self.transaction():
            is_inner, self._is_together = self._is_together, True
            try:
                yield
            finally:
                self._is_together = is_inner

    @contextmanager
    def watched(self, told: Callable[[int], None], cancelled: Callable[[], bool]) -> Iterator[None]:
        """Run a block that changes much: tell how far it is, and let it be stopped until it is committed.

        Args:
            told: called now and then with the number of rows that the block has changed, and of its calls of `pace`.
            cancelled: asked now and then; where it says so, the transaction is rolled back.

        Raises:
            ChangeCancelled: it was stopped; nothing was changed.
        """
        connection = self._connection
        with self._turn:
            before = connection.total_changes

            def tell() -> None:
                told(connection.total_changes - before + self._paces)

            def look() -> bool:
                tell()
                return cancelled()

            self._is_cancelled, self._tell, self._paces = cancelled, tell, 0
            connection.execute(f"PRAGMA cache_size = {_ROOM_FOR_LONG}")
            connection.set_progress_handler(look, _LOOK_EACH)
            try:
                yield
            finally:
                self._is_cancelled, self._tell = lambda: False, lambda: None
                connection.set_progress_handler(None, 0)
                connection.execute(f"PRAGMA cache_size = {_USUAL_ROOM}")

    def pace(self) -> None:
        """Count a piece of work that changes no row, in what is `watched`.

        Raises:
            ChangeCancelled: it shall be stopped.
        """
        self._paces += 1
        self._tell()
        if self._is_cancelled():
            raise _cancelled_error()


def _acquire_lock(project_dir: Path) -> FileLock:
    lock = FileLock(str(project_dir / LOCK_FILE))
    try:
        lock.acquire(timeout=0)
    except Timeout as e:
        raise ProjectLockedError(
            tr(
                "The project {folder} is open in another window or command; close it there, or open it read-only.",
                folder=project_dir,
            )
        ) from e
    except PermissionError as e:
        raise ProjectReadOnlyError(
            tr(
                "The folder {folder} can't be written; open the project read-only, or copy it.",
                folder=project_dir,
            )
        ) from e
    except (OSError, NotImplementedError) as e:
        if isinstance(e, OSError) and e.errno == 30:  # EROFS
            raise ProjectReadOnlyError(
                tr(
                    "The folder {folder} can't be written; open the project read-only, or copy it.",
                    folder=project_dir,
                )
            ) from e
        raise ProjectError(
            tr(
                "The folder {folder} can't hold a lock file ({reason}); put the project on a local disk.",
                folder=project_dir,
                reason=e,
            )
        ) from e
    return lock


def _connect(file: Path, mode: str) -> sqlite3.Connection:
    path = file.absolute().as_posix()  # "/a/b", "C:/a/b" or "//server/a"; quoted, as ? and # mean something in a URI
    uri = f"file://{'' if path.startswith('/') else '/'}{quote(path, errors='surrogateescape')}?mode={mode}"
    # Which thread uses it is seen to here, by Database's turns.
    connection = sqlite3.connect(uri, uri=True, isolation_level=None, timeout=_BUSY_SECONDS, check_same_thread=False)
    try:
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA synchronous = FULL")
    except BaseException:
        connection.close()
        raise
    return connection


def _text(data: bytes) -> str:
    """Return a text of the file that may be damaged."""
    return data.decode("utf-8", "replace")


def _prepared(connection: sqlite3.Connection, file: Path, read_only: bool) -> tuple[sqlite3.Connection, bool]:
    """Return a connection with its tables checked and of the newest version, and whether it is to a copy."""
    is_copy = False
    try:
        version = schema.check_version(connection, file)
        if not read_only:
            connection.execute("PRAGMA journal_mode = DELETE")
            schema.migrate(connection)
            return connection, False
        if version < len(schema.MIGRATIONS):  # the file must not change
            original, is_copy = connection, True
            connection = _copied(original, file)
            original.close()
            schema.migrate(connection)
        connection.execute("PRAGMA query_only = ON")
    except BaseException:
        connection.close()
        raise
    return connection, is_copy


def _copied(source: sqlite3.Connection, file: Path) -> sqlite3.Connection:
    """Return a connection to a copy of a project: a temporary file without a name, gone with the process.

    It is made in pieces, and begun again by sqlite where another connection has written between two of them.

    Raises:
        ProjectError: there is no room for it.
    """
    try:
        try:
            return _copied_by(source, _PIECE_PAGES)
        except _Restarted:
            return _copied_by(source, -1)  # in one piece, for which others wait
    except sqlite3.Error as e:
        if _result_code(e) != sqlite3.SQLITE_FULL:
            raise
        raise ProjectError(
            tr(
                "There is no room for a copy of the project {folder} among the temporary "
                "files; free some space there, or set TMPDIR to another folder.",
                folder=file.parent,
            )
        ) from e


class _Restarted(Exception):
    """Others write so often that a copy in pieces would not end."""


def _copied_by(source: sqlite3.Connection, pages: int) -> sqlite3.Connection:
    """Return a copy made of pieces of so many pages."""
    restarts, least = 0, -1

    def watch(_status: int, remaining: int, _total: int) -> None:
        nonlocal restarts, least
        restarts += 0 <= least <= remaining
        least = remaining
        if restarts > _MOST_RESTARTS:
            raise _Restarted

    copy = sqlite3.connect("", isolation_level=None)
    try:
        copy.execute("PRAGMA journal_mode = OFF")
        copy.execute("PRAGMA synchronous = OFF")
        source.backup(copy, pages=pages, progress=watch, sleep=_RETRY_SECONDS)
    except BaseException:
        copy.close()
        raise
    return copy


@contextmanager
def translated_errors(file: Path) -> Iterator[None]:
    """Turn what sqlite raises into ProjectErrors; a wrong use of the connection is our own fault and stays."""
    try:
        yield
    except sqlite3.ProgrammingError:
        raise
    except sqlite3.Error as e:
        raise _project_error(e, file) from e
    except UnicodeDecodeError as e:  # sqlite3 quotes damaged tables in its own message
        raise _damaged_error(file, tr("its tables can't be read")) from e


def _result_code(error: sqlite3.Error) -> int:
    """Return the primary result code: the low byte of the extended one."""
    return (getattr(error, "sqlite_errorcode", None) or 0) & 0xFF


def _project_error(error: sqlite3.Error, file: Path) -> ProjectError:
    code = _result_code(error)
    if code == sqlite3.SQLITE_INTERRUPT:
        return _cancelled_error()
    if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return ProjectLockedError(
            tr(
                "The project {folder} is busy in another program; try again in a moment.",
                folder=file.parent,
            )
        )
    if code == sqlite3.SQLITE_FULL:
        return ProjectError(
            tr(
                "The disk of {folder} is full; free some space and try again (nothing was lost).",
                folder=file.parent,
            )
        )
    if code == sqlite3.SQLITE_READONLY:
        return ProjectReadOnlyError(tr("{file} is write-protected; open it read-only, or copy the project.", file=file))
    if code in (sqlite3.SQLITE_IOERR, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM):
        return ProjectError(
            tr(
                "{file} can't be read or written ({reason}); check the disk and try again.",
                file=file,
                reason=error,
            )
        )
    if code in (sqlite3.SQLITE_CONSTRAINT, sqlite3.SQLITE_MISUSE, 0):
        return ProjectError(tr("The project does not take this change ({reason}); nothing was changed.", reason=error))
    return _damaged_error(file, " ".join(str(error).split())[:100])


def _cancelled_error() -> ChangeCancelled:
    return ChangeCancelled(tr("That was cancelled; nothing was changed."))


def _damaged_error(file: Path, why: str) -> ProjectDamagedError:
    return ProjectDamagedError(
        tr(
            "{file} is damaged or no project ({reason}); restore a copy of it, or choose another folder.",
            file=file,
            reason=why,
        )
    )
