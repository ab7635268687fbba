"""The headless command `doubt`: which masks are most likely wrong. Imports core, store, engine, console; no Qt.

What an engine says is kept in the project beside the annotations, where the window's review takes it from; the
annotations stay as they are.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import time
from collections.abc import Sequence
from pathlib import Path

from sam_annotator.cli_selection import ONLY_HELP, choose_annotations, open_project
from sam_annotator.console import StatusLine, print_list, print_table
from sam_annotator.core.doubt import REASON_WORDS, doubt_of, reasons_of
from sam_annotator.core.errors import ImageError
from sam_annotator.core.records import Annotation, Image
from sam_annotator.core.settings import load_settings
from sam_annotator.engine.base import Engine
from sam_annotator.engine.doubting import AskedImage, ask_project
from sam_annotator.engine.embedding_folder import EmbeddingFolder, embeddings_dir
from sam_annotator.engine.registry import DEVICES, engine_row, load_engine
from sam_annotator.engine.threads import leave_a_core
from sam_annotator.formats.base import counted
from sam_annotator.store.doubts import AskedMask, asked_ids, evidence_of, read_doubts, write_doubts
from sam_annotator.store.store import Store

_MEGABYTE = 1_000_000
_INTERRUPTED = 130


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Describe the arguments of the command."""
    parser.add_argument("project", metavar="PROJECT", type=Path)
    parser.add_argument("--engine", metavar="ID", default="builtin", help="that is asked; see sam-annotator engines")
    parser.add_argument("--checkpoint", metavar="FILE", type=Path, help="a weights file for the engine")
    parser.add_argument("--device", choices=DEVICES, help="by default that of the window")
    parser.add_argument("--only", metavar="WHAT", nargs="+", action="extend", default=[], help=ONLY_HELP)
    parser.add_argument("--again", action="store_true", help="ask about masks that this engine was asked about, too")
    parser.add_argument("--stored", action="store_true", help="ask no engine; order by what is stored")
    parser.add_argument("--top", metavar="N", type=_count, default=20, help="how many are printed; 20")
    parser.add_argument("--json", action="store_true", help="as JSON, all of them")


def run_doubt(options: argparse.Namespace) -> int:
    """Ask an engine about masks, keep what it says, and print the most doubtful ones.

    Returns:
        The exit status: 0, or 130 where it was stopped by Ctrl+C; what was asked until then is kept.

    Raises:
        SamAnnotatorError: it can't begin, or some images can't be used.
    """
    engine_id = engine_row(options.engine).id
    problems: list[str] = []
    is_stopped = False
    with open_project(options.project, read_only=options.stored) as store, StatusLine() as line:
        chosen = choose_annotations(store, options.only)
        if not options.stored:
            line.show("Loading the engine")
            settings = load_settings()
            engine = load_engine(engine_id, options.checkpoint, options.device or settings.device, settings.precision)
            if engine.info.device == "cpu":
                leave_a_core()  # as in the window: with other threads sums are rounded otherwise
            disk_bytes = settings.embedding_disk_mb * _MEGABYTE
            folder = EmbeddingFolder(embeddings_dir(), disk_bytes) if disk_bytes else None
            try:
                problems = _ask(store, chosen, engine, folder, options.again, line)
            except KeyboardInterrupt:
                is_stopped = True
        rows = _rows(store, chosen)
    if options.json:
        print(json.dumps(rows, indent=2))
    else:
        _print(rows, options.top)
    if is_stopped:
        print("Stopped; the same command goes on with the masks that are left.")
        return _INTERRUPTED
    if problems:
        print_list(problems)
        raise ImageError(f"{counted(len(problems), 'image')} can't be used: {problems[0]}")
    return 0


def _ask(
    store: Store,
    chosen: Sequence[tuple[Image, tuple[Annotation, ...]]],
    engine: Engine,
    folder: EmbeddingFolder | None,
    again: bool,
    line: StatusLine,
) -> list[str]:
    """Ask about annotations, image by image, each kept in one transaction; return a sentence for each failure."""
    info = engine.info
    done = frozenset() if again else asked_ids(store.database, info.engine_id, info.checkpoint_sha256)
    images = []
    for image, some in chosen:
        wanted = frozenset(annotation.id for annotation in some) - done
        if wanted:
            images.append(AskedImage(image.id, store.path_of(image), store.annotations(image.id), wanted))
    problems: list[str] = []
    with contextlib.closing(ask_project(images, engine, folder)) as work:
        for number, answer in enumerate(work, 1):
            masks = {a.id: a.mask for a in answer.image.annotations}
            asked = [AskedMask(i, masks[i], evidence) for i, evidence in answer.evidence.items()]
            write_doubts(
                store.database,
                asked,
                engine_id=info.engine_id,
                checkpoint_sha256=info.checkpoint_sha256,
                now=time.time(),
            )
            if answer.problem:
                problems.append(answer.problem)
            line.show(f"Asking: {number} of {counted(len(images), 'image')}")
    return problems


def _rows(store: Store, chosen: Sequence[tuple[Image, tuple[Annotation, ...]]]) -> list[dict[str, object]]:
    """Return what is known of the chosen annotations, the most doubtful first."""
    doubts = read_doubts(store.database)
    assert doubts is not None
    categories = {category.id: category.name for category in store.categories()}
    by_id = {annotation.id: (image, annotation) for image, annotations in chosen for annotation in annotations}
    rows: list[dict[str, object]] = []
    for index in doubts.order:
        annotation_id = int(doubts.annotation_ids[index])
        if annotation_id not in by_id:
            continue
        image, annotation = by_id[annotation_id]
        evidence = evidence_of(store.database, annotation_id)
        value = float(doubts.values[index]) if evidence is None else doubt_of(evidence)
        rows.append(
            {
                "id": annotation_id,
                "image": image.file_name,
                "category": categories.get(annotation.category_id, ""),
                "doubt": value if value == value else None,
                "asked": evidence is not None,
                "reasons": [] if evidence is None else list(reasons_of(evidence)),
                "evidence": None if evidence is None else evidence.to_json(),
            }
        )
    return rows


def _print(rows: Sequence[dict[str, object]], top: int) -> None:
    lines = [("ID", "IMAGE", "CATEGORY", "DOUBT", "WHY")]
    for row in rows[:top]:
        reasons = row["reasons"]
        assert isinstance(reasons, list)
        doubt = f"{row['doubt']:.3f}" if isinstance(row["doubt"], float) else "-"
        why = "; ".join(REASON_WORDS[reason] for reason in reasons[:2])
        lines.append((str(row["id"]), str(row["image"]), str(row["category"]), doubt, why))
    print_table(lines, text_columns=(1, 2, 4))
    if len(rows) > top:
        print(f"... and {len(rows) - top} more (--top, or all with --json).")


def _count(text: str) -> int:
    try:
        count = int(text)
    except ValueError:
        count = 0
    if count < 1:
        raise argparse.ArgumentTypeError(f'"{text}" is no number of annotations')
    return count
