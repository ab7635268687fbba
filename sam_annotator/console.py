"""What commands share on a terminal: errors in one sentence, exit statuses, progress. Imports core.errors only."""

from __future__ import annotations

import argparse
import contextlib
import io
import os
import sys
import time
import traceback
from collections.abc import Callable, Iterator, Sequence
from typing import NoReturn

from sam_annotator.core.errors import ImportRefused, SamAnnotatorError

_LISTED = 50  # lines of a list that are printed
_REFRESH_SECONDS = 0.1


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


@contextlib.contextmanager
def progress_line(what: str) -> Iterator[Callable[[int, int], None] | None]:
    """Give a function that shows how far something is, on a line that goes away; None where nobody watches."""
    if sys.stderr is None or not sys.stderr.isatty():
        yield None
        return
    shown = 0.0

    def show(done: int, total: int) -> None:
        nonlocal shown
        if time.monotonic() - shown >= _REFRESH_SECONDS:
            shown = time.monotonic()
            print(f"\r{what}: {done} of {total}\033[K", end="", file=sys.stderr, flush=True)

    try:
        yield show
    finally:
        if shown:
            print("\r\033[K", end="", file=sys.stderr, flush=True)
