"""What a benchmark gives, and how it is printed."""

from __future__ import annotations

import importlib.metadata
import os
import platform
import statistics
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

PACKAGES = ("torch", "torchvision", "segment-anything", "numpy", "PySide6-Essentials")


@dataclass(frozen=True, slots=True)
class Goal:
    """What a comparison should come to, at least and at best.

    Attributes:
        at_least: what must be reached.
        aim: what would be best.
        kind: "ratio"; "ms", the time here (or megabytes, where the row has them); or "more", the time on top of plain.
    """

    at_least: float
    aim: float
    kind: str = "ratio"

    def verdict(self, row: Row) -> str:
        """Say how a row stands to it: "aim", "ok" or "-"."""
        value = {"ratio": row.ratio, "ms": row.here_ms, "more": row.here_ms - row.plain_ms}[self.kind]
        return "aim" if value <= self.aim else "ok" if value <= self.at_least else "-"

    def __str__(self) -> str:
        if self.kind == "ratio":
            return f"{self.at_least:.3f}, {self.aim:.3f}"
        sign = "+" if self.kind == "more" else ""
        return f"{sign}{self.at_least:g}, {sign}{self.aim:g} abs."


@dataclass(frozen=True, slots=True)
class Row:
    """One comparison: medians in milliseconds over `rounds` rounds."""

    part: str
    what: str
    plain_ms: float
    here_ms: float
    rounds: int

    @property
    def ratio(self) -> float:
        """How many times as long it takes here; below 1 is quicker."""
        return self.here_ms / self.plain_ms


def compare(part: str, what: str, plain: Callable[[], object], here: Callable[[], object], rounds: int) -> Row:
    """Time two functions in turn, so that whatever else the computer does slows both; the first turn is not counted."""
    times: tuple[list[float], list[float]] = ([], [])
    for turn in range(rounds + 1):
        for function, kept in zip((plain, here), times, strict=True):
            start = time.perf_counter()
            function()
            if turn > 0:
                kept.append((time.perf_counter() - start) * 1000)
    return Row(part, what, statistics.median(times[0]), statistics.median(times[1]), rounds)


def machine(threads: int | None = None) -> dict[str, str]:
    """Return what the numbers depend on: processor, cores, versions."""
    facts = {
        "system": platform.platform(),
        "processor": _processor(),
        "cores": str(len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()),
        "python": platform.python_version(),
    }
    if hasattr(os, "getloadavg"):
        facts["load"] = f"{os.getloadavg()[0]:.1f}"
    if threads is not None:
        facts["torch threads"] = str(threads)
    for package in PACKAGES:
        try:
            facts[package] = importlib.metadata.version(package)
        except importlib.metadata.PackageNotFoundError:
            facts[package] = "-"
    return facts


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text("utf-8").splitlines()
    except OSError:
        return platform.processor() or platform.machine()
    return next((line.split(":", 1)[1].strip() for line in lines if line.startswith("model name")), platform.machine())


Goals = Mapping[tuple[str, str], Goal]


def as_json(rows: Sequence[Row], facts: dict[str, str], goals: Goals) -> dict[str, Any]:
    """Return all as plain JSON values."""
    listed = []
    for row in rows:
        goal = goals.get((row.part, row.what))
        verdict = {"goal": asdict(goal), "verdict": goal.verdict(row)} if goal else {}
        listed.append({**asdict(row), "ratio": row.ratio, **verdict})
    return {"machine": facts, "rows": listed}


def as_text(rows: Sequence[Row], facts: dict[str, str], goals: Goals) -> str:
    """Return a table for people."""
    head = ("part", "what", "plain ms", "here ms", "ratio", "rounds", "goal, aim", "")
    lines = []
    for row in rows:
        goal = goals.get((row.part, row.what))
        figures = (f"{row.plain_ms:.1f}", f"{row.here_ms:.1f}", f"{row.ratio:.2f}", str(row.rounds))
        lines.append((row.part, row.what, *figures, str(goal or ""), goal.verdict(row) if goal else ""))
    widths = [max(len(line[i]) for line in (head, *lines)) for i in range(len(head))]

    def printed(line: Sequence[str]) -> str:
        return "  ".join(
            cell.ljust(width) if i < 2 else cell.rjust(width)
            for i, (cell, width) in enumerate(zip(line, widths, strict=True))
        ).rstrip()

    table = [printed(head), *(printed(line) for line in lines)]
    return "\n".join([*table, "", *(f"{name}: {value}" for name, value in facts.items())])
