"""`python -m benchmarks`: all comparisons in one run."""

from __future__ import annotations

import argparse
import json
import sys
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context

from benchmarks.goals import GOALS
from benchmarks.parts import PARTS, measured
from benchmarks.report import Row, as_json, as_text, machine


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
