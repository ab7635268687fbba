"""`python -m benchmarks`: all comparisons in one run."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable

from benchmarks import automatic, clicks, engines, memory, projects, start, window, work
from benchmarks.goals import GOALS
from benchmarks.report import Row, as_json, as_text, machine

PARTS = ("start", "project", "window", "builtin", "vit_b", "work", "automatic", "memory")


def main() -> int:
    """Run the parts asked for, tell each number as it comes, and print a table."""
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
    parts = arguments.part or PARTS
    rows: list[Row] = []

    def take(found: Iterable[Row]) -> None:
        for row in found:
            rows.append(row)
            print(f"{row.part}: {row.what}: {row.plain_ms:.1f}, {row.here_ms:.1f}", file=sys.stderr, flush=True)

    threads = None
    if "start" in parts:
        take(start.rows(arguments.rounds))
    if "project" in parts:
        take(projects.rows(arguments.rounds, arguments.slow_rounds, arguments.images))
    if "window" in parts:
        take(window.rows(arguments.rounds))
    if {"builtin", "vit_b", "work", "automatic"} & set(parts):
        threads = engines.set_threads(arguments.threads)
    if "builtin" in parts:
        take(engines.rows("builtin", arguments.rounds, arguments.rounds))
    if "vit_b" in parts:
        take(clicks.rows(arguments.slow_rounds, arguments.rounds, threads or 1))
    if "work" in parts:
        take(work.rows(threads or 1))
    if "automatic" in parts:
        take(automatic.rows(arguments.slow_rounds))
    if "memory" in parts:
        take(memory.rows())
    facts = machine(threads)
    print(json.dumps(as_json(rows, facts, GOALS), indent=2) if arguments.json else as_text(rows, facts, GOALS))
    return 0


if __name__ == "__main__":
    sys.exit(main())
