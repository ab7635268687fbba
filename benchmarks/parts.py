"""The parts of the measurement, each to be measured in a process of its own."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterable

from benchmarks import automatic, clicks, engines, memory, projects, start, window, work
from benchmarks.report import Row

PARTS = ("start", "project", "window", "builtin", "vit_b", "work", "automatic", "memory")
OF_TORCH = ("builtin", "vit_b", "work", "automatic")


def measured(part: str, arguments: argparse.Namespace) -> tuple[list[Row], int | None]:
    """Measure one part, and tell each number as it comes; return all, and how many threads torch had, if it had any."""
    rounds, slow_rounds = arguments.rounds, arguments.slow_rounds
    threads = engines.set_threads(arguments.threads) if part in OF_TORCH else None
    made: dict[str, Callable[[], Iterable[Row]]] = {
        "start": lambda: start.rows(rounds),
        "project": lambda: projects.rows(rounds, slow_rounds, arguments.images),
        "window": lambda: window.rows(rounds),
        "builtin": lambda: engines.rows("builtin", rounds, rounds),
        "vit_b": lambda: clicks.rows(slow_rounds, rounds, threads or 1),
        "work": lambda: work.rows(threads or 1),
        "automatic": lambda: automatic.rows(slow_rounds),
        "memory": memory.rows,
    }
    rows = []
    for row in made[part]():
        rows.append(row)
        print(f"{row.part}: {row.what}: {row.plain_ms:.1f}, {row.here_ms:.1f}", file=sys.stderr, flush=True)
    return rows, threads
