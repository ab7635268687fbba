"""The headless command `benchmark`: engines on a project's own masks. Imports core, store, engine, console; no Qt."""

from __future__ import annotations

import argparse
import contextlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from sam_annotator.cli_selection import ONLY_HELP, choose_annotations, open_project, require_weights
from sam_annotator.console import StatusLine, print_list, print_table
from sam_annotator.core.errors import ImageError, ProjectError
from sam_annotator.core.settings import load_settings
from sam_annotator.engine.click_benchmark import (
    BenchmarkImage,
    EngineScore,
    ImageScore,
    benchmark_engine,
    summarize,
)
from sam_annotator.engine.original_engines import has_answered
from sam_annotator.engine.registry import DEVICES, PRECISIONS, engine_row, load_engine
from sam_annotator.engine.threads import leave_a_core
from sam_annotator.formats.base import counted

_SHOWN_CLICKS = (1, 3, 5, 10, 20)
_GOALS = (0.85, 0.90)
_INTERRUPTED = 130


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Describe the arguments of the command."""
    parser.add_argument("project", metavar="PROJECT", type=Path)
    parser.add_argument(
        "--engine",
        metavar="ID[=FILE]",
        action="append",
        required=True,
        type=_engine,
        help="to measure, with a checkpoint of your own if you like; give it once for each engine",
    )
    parser.add_argument("--clicks", metavar="N", type=_count, default=10, help="at most at each object (10)")
    parser.add_argument("--limit", metavar="N", type=_count, help="take N objects only, drawn by chance")
    parser.add_argument("--seed", metavar="S", type=int, default=0, help="another one draws other objects (0)")
    parser.add_argument("--only", metavar="WHAT", nargs="+", action="extend", default=[], help=ONLY_HELP)
    parser.add_argument("--device", choices=DEVICES, help="by default that of the window")
    parser.add_argument("--precision", choices=PRECISIONS, help="by default that of the window")
    parser.add_argument("--json", action="store_true", help="as JSON")


@dataclass(frozen=True, slots=True)
class _Measured:
    """An engine, how it did, and how many of the masks are its own answers."""

    label: str
    engine_id: str
    device: str
    precision: str
    score: EngineScore
    own_masks: int


def run_benchmark(options: argparse.Namespace) -> int:
    """Measure engines on the masks of a project.

    Returns:
        The exit status: 0, or 130 where it was stopped by Ctrl+C.

    Raises:
        SamAnnotatorError: it can't begin, or some images can't be used.
    """
    engines: list[tuple[str, Path | None]] = options.engine
    for engine_id, checkpoint in engines:
        engine_row(engine_id)
        require_weights(checkpoint)
    with open_project(options.project, read_only=True) as store:
        images = [
            BenchmarkImage(store.path_of(image), tuple(a for a in annotations if not a.iscrowd))
            for image, annotations in choose_annotations(store, options.only)
        ]
    drawn = draw(images, options.limit, options.seed)
    if not drawn:
        raise ProjectError(f"All masks asked for in {options.project} are crowds; choose masks of single objects.")
    measured: list[_Measured] = []
    is_stopped = False
    with StatusLine() as line:
        try:
            for engine_id, checkpoint in engines:
                measured.append(_measure(engine_id, checkpoint, drawn, options, line))
        except KeyboardInterrupt:
            is_stopped = True
            line.say(f"Stopped; {len(measured)} of {counted(len(engines), 'engine')} measured.")
    if options.json:
        print(json.dumps(_as_json(measured, drawn, options, is_stopped), indent=2))
    elif measured:
        _print_report(measured, drawn, options.clicks)
    if is_stopped:
        return _INTERRUPTED
    if problems := measured[0].score.problems:
        raise ImageError(f"{len(problems)} of {counted(len(drawn), 'image')} can't be used: {problems[0]}")
    return 0


def draw(images: Sequence[BenchmarkImage], limit: int | None, seed: int) -> list[BenchmarkImage]:
    """Return a number of objects drawn by chance, by image; the same ones for the same seed.

    Args:
        images: with all objects.
        limit: how many; None for all.
        seed: of the draw.
    """
    ids = [annotation.id for image in images for annotation in image.annotations]
    drawn = set(np.random.default_rng(seed).permutation(sorted(ids))[:limit].tolist())
    chosen = [BenchmarkImage(i.path, tuple(a for a in i.annotations if a.id in drawn)) for i in images]
    return [image for image in chosen if image.annotations]


def _measure(
    engine_id: str,
    checkpoint: Path | None,
    images: Sequence[BenchmarkImage],
    options: argparse.Namespace,
    line: StatusLine,
) -> _Measured:
    label = engine_id if checkpoint is None else f"{engine_id}={checkpoint.name}"
    line.show(f"Loading {label}")
    settings = load_settings()
    device, precision = options.device or settings.device, options.precision or settings.precision
    engine = load_engine(engine_id, checkpoint, device, precision)
    if engine.info.device == "cpu":
        leave_a_core()  # as in the window, whose times these are to be
    scores: list[ImageScore] = []
    with contextlib.closing(benchmark_engine(images, engine, options.clicks)) as work:
        for score in work:
            scores.append(score)
            line.show(f"Measuring {label}: {len(scores)} of {counted(len(images), 'image')}")
    annotations = [annotation for image in images for annotation in image.annotations]
    own_masks = sum(bool(a.provenance.steps) and has_answered(engine.info, a.provenance) for a in annotations)
    info = engine.info
    return _Measured(label, engine_id, info.device, info.precision, summarize(scores, _GOALS), own_masks)


def _print_report(measured: Sequence[_Measured], images: Sequence[BenchmarkImage], clicks: int) -> None:
    shown = [click for click in _SHOWN_CLICKS if click <= clicks]
    heads = [
        "ENGINE",
        *(f"IOU@{click}" for click in shown),
        "BOX",
        *(f"NOC@{100 * goal:.0f}" for goal in _GOALS),
        "MS/CLICK",
        "S/IMAGE",
        "RUNS ON",
    ]
    print_table([heads, *(_row(engine, shown) for engine in measured)], text_columns=(0, len(heads) - 1))
    total = sum(len(image.annotations) for image in images)
    print(f"{counted(total, 'object')} on {counted(len(images), 'image')}.")
    print("IOU@n: mean IoU after n clicks; BOX: after a box;")
    print(f"NOC@n: mean number of clicks to an IoU of n %, {clicks} where it is not reached.")
    for engine in measured:
        if engine.own_masks:
            made = counted(engine.own_masks, "mask")
            print(f"Of these, {made} came from {engine.label} itself; its numbers may be too good.")
    if problems := measured[0].score.problems:
        print(f"{counted(len(problems), 'image')} can't be used:")
        print_list(problems)


def _row(engine: _Measured, shown: Sequence[int]) -> list[str]:
    score = engine.score
    runs_on = f"{engine.device}, {engine.precision}"
    if not score.objects:
        return [engine.label, *("-" for _ in range(len(shown) + 1 + len(_GOALS) + 2)), runs_on]
    return [
        engine.label,
        *(f"{score.miou_after[click - 1]:.3f}" for click in shown),
        f"{score.box_miou:.3f}",
        *(f"{score.clicks_to[goal]:.2f}" for goal in _GOALS),
        f"{score.click_ms:.0f}" if score.click_ms >= 10 else f"{score.click_ms:.1f}",
        f"{score.encode_s:.2f}",
        runs_on,
    ]


def _as_json(
    measured: Sequence[_Measured], images: Sequence[BenchmarkImage], options: argparse.Namespace, is_stopped: bool
) -> dict[str, object]:
    return {
        "clicks": options.clicks,
        "seed": options.seed,
        "images": len(images),
        "annotations": [annotation.id for image in images for annotation in image.annotations],
        "stopped": is_stopped,
        "engines": [_engine_as_json(engine) for engine in measured],
    }


def _engine_as_json(engine: _Measured) -> dict[str, object]:
    score = engine.score
    return {
        "engine": engine.engine_id,
        "label": engine.label,
        "device": engine.device,
        "precision": engine.precision,
        "objects": score.objects,
        "images": score.images,
        "miou_after": list(score.miou_after),
        "miou_box": score.box_miou,
        **{f"noc_{100 * goal:.0f}": clicks for goal, clicks in score.clicks_to.items()},
        "ms_a_click": score.click_ms,
        "seconds_an_image": score.encode_s,
        "own_masks": engine.own_masks,
        "problems": list(score.problems),
    }


def _engine(text: str) -> tuple[str, Path | None]:
    engine_id, _, file = text.partition("=")
    return engine_id, Path(file) if file else None


def _count(text: str) -> int:
    count = int(text) if text.isdecimal() else 0
    if count < 1:
        raise argparse.ArgumentTypeError(f'"{text}" is not a number above 0')
    return count
