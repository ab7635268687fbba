"""What commands share on a terminal: errors in one sentence, exit statuses, progress. Imports core.errors only."""

from __future__ import annotations

import argparse
import contextlib
import io
import os
import sys
import time
from collections.abc import Callable, Collection, Iterator, Sequence
from typing import NoReturn

from sam_annotator.core.errors import ImportRefused, SamAnnotatorError

COMMANDS = (
    "new", "import", "export", "segment", "embed", "auto", "boxes", "replay", "compare", "merge", "benchmark",
    "table", "doubt", "engines", "check",
)  # fmt: skip

_LISTED = 50  # lines of a list that are printed
_REFRESH_SECONDS = 0.1
_LOG_SECONDS = 60.0  # between lines of progress where the output is no terminal


class UsageError(Exception):
    """The arguments make no sense; the text is one sentence."""


class OneLineParser(argparse.ArgumentParser):
    """Says what is wrong in one sentence."""

    def error(self, message: str) -> NoReturn:
        """Raise what is told in one line, with exit status 2."""
        raise UsageError(f"{message}; see {self.prog} --help")


def guarded(command: Callable[[], int]) -> int:
    """Run a command and turn whatever it raises into an exit status and one sentence."""
    for stream in (sys.stdout, sys.stderr):  # a file name may hold what the terminal can't show
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    try:
        status = command()
        if sys.stdout is not None:  # it is None where the program was started with a closed output
            sys.stdout.flush()
        return status
    except UsageError as e:
        return _fail(str(e), 2)
    except ImportRefused as e:
        print_list(e.reasons)
        return _fail(str(e), 1)
    except SamAnnotatorError as e:
        return _fail(str(e), 1)
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        # Nobody reads on; the interpreter must not complain when it flushes at its end.
        with contextlib.suppress(OSError, ValueError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except SystemExit as e:  # of --help and --version
        return e.code if isinstance(e.code, int) else 0
    except MemoryError:
        return _fail("This computer has not enough memory for that; close other programs or take a smaller file.", 1)
    except Exception as e:
        if os.environ.get("SAM_ANNOTATOR_DEBUG"):
            import traceback

            traceback.print_exc()
        if isinstance(e, OSError):
            return _fail(f"{e.filename or 'A file'} can't be used ({e.strerror or e}); check it and try again.", 1)
        return _fail(
            f"Something went wrong ({type(e).__name__}: {' '.join(str(e).split())[:200]}); set SAM_ANNOTATOR_DEBUG=1 "
            "to see where, and report it.",
            1,
        )


def _fail(sentence: str, status: int) -> int:
    if sys.stderr is None:
        return status
    with contextlib.suppress(OSError):
        print(f"sam-annotator: {' '.join(sentence.split())}", file=sys.stderr)
    return status


def print_list(lines: Sequence[str]) -> None:
    """Print sentences, indented, and how many more there are of very many."""
    for line in lines[:_LISTED]:
        print(f"  {line}")
    if len(lines) > _LISTED:
        print(f"  ... and {len(lines) - _LISTED} more")


def print_table(lines: Sequence[Sequence[str]], text_columns: Collection[int] = (0,)) -> None:
    """Print lines of equally many cells below each other, the first being the heads.

    Args:
        lines: at least the heads.
        text_columns: which columns begin at the same place; the others, numbers, end there.
    """
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    for line in lines:
        cells = [
            f"{cell:<{width}}" if i in text_columns else f"{cell:>{width}}"
            for i, (cell, width) in enumerate(zip(line, widths, strict=True))
        ]
        print("  ".join(cells).rstrip())


class StatusLine:
    """A line on standard error that says how far a long task is, and goes away at its end.

    Where standard error is no terminal it is a line of its own now and then, so that a log stays readable.

    Args:
        log_seconds: between two of those lines.
    """

    def __init__(self, log_seconds: float = _LOG_SECONDS) -> None:
        self._is_terminal = sys.stderr is not None and sys.stderr.isatty()
        self._pause_s = _REFRESH_SECONDS if self._is_terminal else log_seconds
        self._last = 0.0 if self._is_terminal else time.monotonic()
        self._is_shown = False

    def __enter__(self) -> StatusLine:
        return self

    def __exit__(self, *_: object) -> None:
        self._clear()

    def show(self, text: str) -> None:
        """Show how far it is now."""
        if sys.stderr is None or time.monotonic() - self._last < self._pause_s:
            return
        self._last = time.monotonic()
        start, end = ("\r", "\033[K") if self._is_terminal else ("", "\n")
        print(f"{start}{text}", end=end, file=sys.stderr, flush=True)
        self._is_shown = self._is_terminal

    def say(self, text: str) -> None:
        """Print a line that stays."""
        self._clear()
        if sys.stderr is not None:
            print(text, file=sys.stderr, flush=True)

    def _clear(self) -> None:
        if self._is_shown:
            print("\r\033[K", end="", file=sys.stderr, flush=True)
            self._is_shown = False


@contextlib.contextmanager
def progress_line(what: str) -> Iterator[Callable[[int, int], None] | None]:
    """Give a function that shows how far something is, on a line that goes away; None where nobody watches."""
    if sys.stderr is None or not sys.stderr.isatty():
        yield None
        return
    with StatusLine() as line:
        yield lambda done, total: line.show(f"{what}: {done} of {total}")
