"""`python -m benchmarks`: all comparisons in one run."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Iterable
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context

from benchmarks import automatic, clicks, engines, memory, projects, start, window, work
from benchmarks.goals import GOALS
from benchmarks.report import Row, as_json, as_text, machine

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


def main() -> int:
    """Run the parts asked for and print a table."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--part", action="append", choices=PARTS, help="only this one; may be given again")
    parser.add_argument("--rounds", type=int, default=7, help="rounds of all else (default 7)")
    parser.add_argument(
        "--slow-rounds", type=int, default=2, help="rounds of vit_b's encoding and of the export (default 2)"
    )
    parser.add_argument("--images", type=int, default=100_000, help="images of the large project (default 100000)")
    parser.add_argument("--threads", type=int, help="torch threads on both sides (default: as beside the window)")
    parser.add_argument("--json", action="store_true", help="print one JSON object instead of a table")
    arguments = parser.parse_args()
    rows: list[Row] = []
    threads = None
    for part in PARTS:
        if part in (arguments.part or PARTS):
            # Each in a process of its own: what torch's runtime has made of threads for one would slow down another.
            with ProcessPoolExecutor(1, get_context("spawn")) as pool:
                found, of_part = pool.submit(measured, part, arguments).result()
            rows += found
            threads = of_part or threads
    facts = machine(threads)
    print(json.dumps(as_json(rows, facts, GOALS), indent=2) if arguments.json else as_text(rows, facts, GOALS))
    return 0


if __name__ == "__main__":
    sys.exit(main())
