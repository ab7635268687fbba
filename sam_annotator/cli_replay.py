"""The headless command `replay`: prompts answered by another engine. Imports core, store, engine, console; no Qt."""

from __future__ import annotations

import argparse
import contextlib
import json
import math
import statistics
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from sam_annotator.cli_backup import keep_replaced, last_kept, note_written, plan_restoring, restore
from sam_annotator.cli_selection import ONLY_HELP, choose_annotations, open_project, require_weights
from sam_annotator.console import StatusLine, UsageError, print_list, print_table
from sam_annotator.core.errors import EngineError
from sam_annotator.core.records import Annotation
from sam_annotator.core.settings import Settings, load_settings
from sam_annotator.engine.base import Engine
from sam_annotator.engine.embedding_folder import EmbeddingFolder, embeddings_dir
from sam_annotator.engine.original_engines import OriginalEngines
from sam_annotator.engine.registry import DEVICES, PRECISIONS, engine_row, load_engine
from sam_annotator.engine.replaying import Kept, ReplayImage, ReplayResult, replay_annotations
from sam_annotator.engine.threads import leave_a_core
from sam_annotator.formats.base import counted
from sam_annotator.store.store import Store

_MEGABYTE = 1_000_000
_INTERRUPTED = 130

_REASONS = {
    Kept.ANSWERED: "already made by this engine (--again asks it once more)",
    Kept.UNPROMPTED: "without prompts, painted or imported",
    Kept.EDIT_UNKNOWN: "edited by hand, and made by an engine or checkpoint that is not here",
    Kept.EMPTY: "of which the engine finds nothing",
    Kept.UNLIKE: "below --min-iou",
    Kept.FAILED: "that can't be answered",
    Kept.LOCKED: "locked",
}
_LISTED = (Kept.EDIT_UNKNOWN, Kept.EMPTY, Kept.FAILED)  # one by one


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Describe the arguments of the command."""
    parser.add_argument("project", metavar="PROJECT", type=Path)
    parser.add_argument("--engine", metavar="ID", help="that answers; see sam-annotator engines")
    parser.add_argument("--checkpoint", metavar="FILE", type=Path, help="a weights file for the engine")
    parser.add_argument("--device", choices=DEVICES, help="by default that of the window")
    parser.add_argument("--precision", choices=PRECISIONS, help="by default that of the window")
    parser.add_argument("--only", metavar="WHAT", nargs="+", action="extend", default=[], help=ONLY_HELP)
    writing = parser.add_mutually_exclusive_group()
    writing.add_argument(
        "--apply", action="store_true", help="write the new masks; what they replace is kept in a file"
    )
    writing.add_argument("--dry-run", action="store_true", help="only compare them, as without --apply")
    writing.add_argument(
        "--undo", action="store_true", help="take back the last --apply; masks that were changed since stay"
    )
    parser.add_argument("--min-iou", metavar="X", type=_iou, default=0.0, help="keep masks whose IoU is below")
    parser.add_argument("--again", action="store_true", help="ask about masks that this engine has made, too")
    parser.add_argument("--json", action="store_true", help="as JSON")


@dataclass
class _Report:
    """What is told at the end."""

    names: dict[int, str]
    categories: dict[int, str]
    total: int
    is_applied: bool
    results: list[ReplayResult] = field(default_factory=list)
    written: int = 0
    kept_in: Path | None = None
    is_stopped: bool = False

    @property
    def changes(self) -> list[ReplayResult]:
        """Annotations with another mask to accept, the least alike first."""
        found = [result for result in self.results if result.kept is None and not result.is_same_mask]
        return sorted(found, key=lambda result: (result.iou or 0.0, result.annotation.id))

    @property
    def same(self) -> int:
        """How many annotations have the same mask again."""
        return sum(result.kept is None and result.is_same_mask for result in self.results)

    def kept(self, kind: Kept) -> list[ReplayResult]:
        """Annotations that stay for a reason."""
        return [result for result in self.results if result.kept is kind]

    def place(self, result: ReplayResult) -> str:
        """Return where an annotation is, in words."""
        return f"annotation {result.annotation.id} on {self.names[result.annotation.image_id]}"


def run_replay(options: argparse.Namespace) -> int:
    """Answer the prompts of annotations again, and write the new masks where that is asked for.

    Returns:
        The exit status: 0, or 130 where it was stopped by Ctrl+C.

    Raises:
        SamAnnotatorError: it can't begin, or some annotations could not be answered.
    """
    if options.undo:
        return _undo(options)
    if options.engine is None:
        raise UsageError("give --engine ID, of those that sam-annotator engines lists, or --undo")
    settings = load_settings()
    engine_id = engine_row(options.engine).id
    require_weights(options.checkpoint)
    with open_project(options.project, read_only=not options.apply) as store, StatusLine() as line:
        chosen = choose_annotations(store, options.only)
        report = _Report(
            names={image.id: image.file_name for image, _ in chosen},
            categories={category.id: category.name for category in store.categories()},
            total=sum(len(annotations) for _, annotations in chosen),
            is_applied=options.apply,
        )
        line.show("Loading the engine")
        device, precision = options.device or settings.device, options.precision or settings.precision
        engine = load_engine(engine_id, options.checkpoint, device, precision)
        if engine.info.device == "cpu":
            leave_a_core()  # as in the window: with other threads sums are rounded otherwise, and pixels may differ
        files = () if options.checkpoint is None else (options.checkpoint,)
        work = replay_annotations(
            [ReplayImage(store.path_of(image), annotations) for image, annotations in chosen],
            engine,
            OriginalEngines([engine], device, precision, files).find,
            folder=_folder(settings),
            min_iou=options.min_iou,
            again=options.again,
        )
        try:
            with contextlib.closing(work):
                _collect(work, report, store, [annotations for _, annotations in chosen], line)
        except KeyboardInterrupt:
            report.is_stopped = True
    if options.json:
        print(json.dumps(_as_json(report, engine), indent=2))
    else:
        _print_report(report, engine)
    if report.is_stopped:
        return _INTERRUPTED
    if failed := report.kept(Kept.FAILED):
        raise EngineError(
            f"{len(failed)} of {counted(report.total, 'annotation')} can't be answered: {failed[0].reason_kept}"
        )
    return 0


def _undo(options: argparse.Namespace) -> int:
    """Take back what was written last.

    Raises:
        SamAnnotatorError: there is nothing to take back, or it can't be read.
        UsageError: another option means nothing here.
    """
    others = ("engine", "checkpoint", "device", "precision", "only", "min_iou", "again")
    if given := next((name for name in others if getattr(options, name)), None):
        raise UsageError(f"--{given.replace('_', '-')} means nothing to --undo; leave it out")
    with open_project(options.project, read_only=False) as store:
        restoring = plan_restoring(store, last_kept(store, "replay"))
        names = {image.id: image.file_name for image in store.images()}
        restore(store, restoring)
    changed = [f"annotation {a.id} on {names[a.image_id]}" for a in restoring.changed]
    if options.json:
        told = {
            "kept_in": str(restoring.kept_in),
            "restored": [annotation.id for annotation in restoring.restored],
            "changed": [annotation.id for annotation in restoring.changed],
            "gone": list(restoring.gone),
            "unread": list(restoring.unread),
        }
        print(json.dumps(told, indent=2))
        return 0
    n = len(restoring.restored)
    print(f"{counted(n, 'annotation')} {'has its' if n == 1 else 'have their'} old mask again.")
    if changed:
        stay = "stays" if len(changed) == 1 else "stay"
        print(f"{counted(len(changed), 'annotation')} {stay}: changed since, or locked")
        print_list(changed)
    if restoring.gone:
        gone = len(restoring.gone)
        print(f"{counted(gone, 'annotation')} {'is' if gone == 1 else 'are'} not there any more.")
    print_list(restoring.unread)
    return 0


def _folder(settings: Settings) -> EmbeddingFolder | None:
    """Return the user's folder of embeddings, as the window uses it."""
    disk_bytes = settings.embedding_disk_mb * _MEGABYTE
    return EmbeddingFolder(embeddings_dir(), disk_bytes) if disk_bytes else None


def _collect(
    work: Iterable[ReplayResult],
    report: _Report,
    store: Store,
    chosen: Sequence[Sequence[Annotation]],
    line: StatusLine,
) -> None:
    """Collect results, and write them where that is asked for: image by image, each in one transaction.

    Args:
        work: the results.
        report: where they go.
        store: the project.
        chosen: the annotations of each image.
        line: that says how far it is.
    """
    last_ids = {annotations[-1].id for annotations in chosen}
    waiting: list[Annotation] = []
    for result in work:
        report.results.append(result)
        replaced = result.replaced
        if result.kept is None and replaced is not None and replaced != result.annotation:
            waiting.append(replaced)
        if report.is_applied and waiting and result.annotation.id in last_ids:
            if report.kept_in is None:  # all that may be replaced: what will be is not known yet
                report.kept_in = keep_replaced(store, [a for annotations in chosen for a in annotations], "replay")
            note_written(report.kept_in, waiting)
            store.update_annotations(waiting)
            report.written += len(waiting)
            waiting = []
        line.show(f"Answering: {len(report.results)} of {counted(report.total, 'annotation')}")


def _print_report(report: _Report, engine: Engine) -> None:
    shown = [*report.changes, *sorted(report.kept(Kept.UNLIKE), key=lambda result: result.iou or 0.0)]
    if shown:
        heads = ("ID", "IMAGE", "CATEGORY", "AREA", "NEW", "CHANGE", "IOU", "")
        print_table([heads, *(_row(report, result) for result in shown)], text_columns=(1, 2, 7))
    changes, of = len(report.changes), counted(report.total, "annotation")
    verb = ("has" if changes == 1 else "have") if report.is_applied else "would get"
    like = f" (median IoU {statistics.median(r.iou or 0.0 for r in report.changes):.3f})" if changes else ""
    print(f"{changes} of {of} {verb} another mask by {engine.info.title}{like}, {report.same} the same one again.")
    for kind, count in Counter(result.kept for result in report.results if result.kept).items():
        print(f"{counted(count, 'annotation')} {'stays' if count == 1 else 'stay'}: {_REASONS[kind]}")
        if kind in _LISTED:
            print_list([f"{report.place(result)}: {result.reason_kept}" for result in report.kept(kind)])
    if report.kept_in is not None:
        print(f"What was there before is kept in {report.kept_in}; --undo takes it back.")
    if report.is_stopped:
        what = "What was answered is written; the" if report.is_applied else "The"
        print(f"Stopped at {len(report.results)} of {of}. {what} same command goes on from there.")
    elif changes and not report.is_applied:
        print("Nothing was changed; give --apply to write the new masks.")


def _row(report: _Report, result: ReplayResult) -> tuple[str, ...]:
    annotation, mask = result.annotation, result.mask
    assert mask is not None and result.iou is not None
    old, new = annotation.mask.area, mask.area
    return (
        str(annotation.id),
        report.names[annotation.image_id],
        report.categories.get(annotation.category_id, ""),
        str(old),
        str(new),
        f"{100 * (new - old) / old:+.1f} %",
        f"{math.floor(result.iou * 1000) / 1000:.3f}",  # 1.000 is the same mask only
        "stays" if result.kept else "",
    )


def _as_json(report: _Report, engine: Engine) -> dict[str, object]:
    return {
        "engine": engine.info.engine_id,
        "checkpoint_sha256": engine.info.checkpoint_sha256,
        "device": engine.info.device,
        "precision": engine.info.precision,
        "applied": report.is_applied,
        "written": report.written,
        "kept_in": None if report.kept_in is None else str(report.kept_in),
        "stopped": report.is_stopped,
        "total": report.total,
        "annotations": [_result_as_json(report, result) for result in report.results],
    }


def _result_as_json(report: _Report, result: ReplayResult) -> dict[str, object]:
    annotation = result.annotation
    return {
        "id": annotation.id,
        "image": report.names[annotation.image_id],
        "category": report.categories.get(annotation.category_id, ""),
        "engine": annotation.provenance.engine_id,
        "area": annotation.mask.area,
        "new_area": None if result.mask is None else result.mask.area,
        "iou": result.iou,
        "predicted_iou": annotation.provenance.predicted_iou,
        "new_predicted_iou": result.predicted_iou,
        "changes": result.kept is None and not result.is_same_mask,
        "kept": result.kept,
        "reason_kept": result.reason_kept,
    }


def _iou(text: str) -> float:
    try:
        iou = float(text)
    except ValueError:
        iou = math.nan
    if not 0 <= iou <= 1:
        raise argparse.ArgumentTypeError(f'"{text}" is no IoU, which is a number from 0 to 1')
    return iou
