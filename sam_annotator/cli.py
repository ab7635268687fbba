"""The headless commands: new, import, export, segment, embed, replay, ... Imports core, store, formats, engine.

No Qt; torch is imported by commands that load an engine only. What was asked for goes to standard output; an error is
one sentence on standard error that says what to do next.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import math
import re
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np

from sam_annotator.cli_arguments import box_argument, point_argument
from sam_annotator.cli_auto import add_arguments as add_auto_arguments
from sam_annotator.cli_auto import run_auto
from sam_annotator.cli_benchmark import add_arguments as add_benchmark_arguments
from sam_annotator.cli_benchmark import run_benchmark
from sam_annotator.cli_boxes import add_arguments as add_boxes_arguments
from sam_annotator.cli_boxes import run_boxes
from sam_annotator.cli_compare import add_arguments as add_compare_arguments
from sam_annotator.cli_compare import run_compare
from sam_annotator.cli_doubt import add_arguments as add_doubt_arguments
from sam_annotator.cli_doubt import run_doubt
from sam_annotator.cli_embed import add_arguments as add_embed_arguments
from sam_annotator.cli_embed import run_embed
from sam_annotator.cli_export import add_arguments as add_export_arguments
from sam_annotator.cli_export import read_sizes, run_export
from sam_annotator.cli_merge import add_arguments as add_merge_arguments
from sam_annotator.cli_merge import run_merge
from sam_annotator.cli_replay import add_arguments as add_replay_arguments
from sam_annotator.cli_replay import run_replay
from sam_annotator.cli_table import add_arguments as add_table_arguments
from sam_annotator.cli_table import run_table
from sam_annotator.console import OneLineParser, UsageError, print_list, progress_line
from sam_annotator.core.errors import (
    EngineError,
    FormatError,
    ImageMissingError,
    ImportRefused,
    ProjectError,
    ProjectMissingError,
)
from sam_annotator.core.files import replacing
from sam_annotator.core.geometry import Box, Point, clip_box
from sam_annotator.core.image_io import probe_image, read_image, write_png
from sam_annotator.core.mask import Mask
from sam_annotator.core.prompt import Prompt
from sam_annotator.core.resources import resource_path
from sam_annotator.engine.checkpoints import find_checkpoint
from sam_annotator.engine.registry import BUILTIN_WEIGHTS, DEVICES, ENGINES, EngineRow, engine_row, load_engine
from sam_annotator.formats.base import ImportOptions, counted
from sam_annotator.formats.registry import READABLE, get_format
from sam_annotator.store.places import has_project, resolve_target
from sam_annotator.store.scan import find_images, plan_sync, probe_images, with_probes
from sam_annotator.store.store import PROJECT_FILE, Store

_NUMBERS = re.compile(r"[-+.\deE]+( *, *[-+.\deE]+)+")

# Commands of their own modules, in the order of the help.
_ON_PROJECTS: tuple[
    tuple[str, Callable[[argparse.Namespace], int], str, Callable[[argparse.ArgumentParser], None]], ...
] = (
    (
        "embed",
        run_embed,
        "Encode images ahead, so that the first click on each is answered at once.",
        add_embed_arguments,
    ),
    (
        "auto",
        run_auto,
        "Find all objects of images: annotations of a project, or JSON of one image.",
        add_auto_arguments,
    ),
    (
        "boxes",
        run_boxes,
        "Make a mask of each box that a detector found: annotations of a project.",
        add_boxes_arguments,
    ),
    (
        "replay",
        run_replay,
        "Answer the prompts of annotations again with another engine, and compare.",
        add_replay_arguments,
    ),
    (
        "compare",
        run_compare,
        "Say how far a project agrees with a COCO file, results or a project.",
        add_compare_arguments,
    ),
    (
        "merge",
        run_merge,
        "Take into a project what another one has, with a choice for each conflict.",
        add_merge_arguments,
    ),
    ("benchmark", run_benchmark, "Measure engines on a project's masks by simulated clicks.", add_benchmark_arguments),
    ("table", run_table, "Print the numbers of all annotations, or write them as CSV.", add_table_arguments),
    (
        "doubt",
        run_doubt,
        "Ask an engine about all masks, and list those that are most likely wrong.",
        add_doubt_arguments,
    ),
)


def run_command(arguments: Sequence[str]) -> int:
    """Parse the arguments of a command and run it."""
    options = _parser().parse_args(_with_joined_numbers(arguments))
    status: int = options.run(options)
    return status


def _with_joined_numbers(arguments: Sequence[str]) -> list[str]:
    """Join --box -5,0,9,9 to --box=-5,0,9,9: argparse would take the minus for an option.

    Several points become several options, so that the image may stand behind them.
    """
    joined: list[str] = []
    option = ""
    for argument in arguments:
        if option and _NUMBERS.fullmatch(argument):
            if joined[-1] == option:
                joined.pop()
            joined.append(f"{option}={argument}")
        else:
            joined.append(argument)
            option = argument if argument in ("--point", "--box") else ""
    return joined


def _parser() -> argparse.ArgumentParser:
    parser = OneLineParser(prog="sam-annotator", allow_abbrev=False)
    commands = parser.add_subparsers(dest="command", required=True)

    def command(name: str, run: Callable[[argparse.Namespace], int], text: str) -> argparse.ArgumentParser:
        sub = commands.add_parser(name, help=text, description=text, allow_abbrev=False)
        sub.set_defaults(run=run)
        return sub

    new = command("new", _new, "Make a project of a folder of images.")
    new.add_argument("project", metavar="PROJECT", type=Path, help="folder of the project, made where it is not there")
    new.add_argument("--images", metavar="DIR", type=Path, required=True, help="folder of the images, read recursively")
    new.add_argument("--category", metavar="NAME", nargs="+", action="extend", default=[], help="first categories")

    import_ = command("import", _import, "Add the annotations of a file to a project, all of them or none.")
    import_.add_argument("project", metavar="PROJECT", type=Path)
    import_.add_argument("file", metavar="FILE", type=Path)
    import_.add_argument("--format", choices=[known.id for known in READABLE], default="coco")
    import_.add_argument("--skip-invalid", action="store_true", help="pass over what does not fit")

    export = command("export", run_export, "Write a project or a part of it: COCO, masks, cut-outs, overlays.")
    add_export_arguments(export)

    segment = command("segment", _segment, "Answer one prompt on one image: a mask as PNG, and as JSON on the output.")
    segment.add_argument("image", metavar="IMAGE", type=Path)
    segment.add_argument(
        "--point",
        metavar="X,Y,LABEL",
        nargs="+",
        action="extend",
        type=point_argument,
        default=[],
        help="in pixels; label 1 is inside the object, 0 is not",
    )
    segment.add_argument("--box", metavar="X0,Y0,X1,Y1", type=box_argument, help="in pixels")
    segment.add_argument("--engine", metavar="ID", default="builtin", help="see sam-annotator engines")
    segment.add_argument("--checkpoint", metavar="FILE", type=Path, help="a weights file for the engine")
    segment.add_argument("--device", choices=DEVICES, default="auto")
    segment.add_argument("--out", metavar="MASK.png", type=Path, required=True, help="255 inside, 0 outside")

    for name, run, text, add_arguments in _ON_PROJECTS:
        add_arguments(command(name, run, text))

    engines = command("engines", _engines, "List the engines, what runs here and which checkpoints are present.")
    engines.add_argument("--json", action="store_true", help="as JSON")

    check = command("check", _check, "Look for damage in a project, its masks and its image files.")
    check.add_argument("project", metavar="PROJECT", type=Path)
    check.add_argument("--json", action="store_true", help="as JSON")
    return parser


# Projects


def _new(options: argparse.Namespace) -> int:
    project_dir, images_dir = options.project, options.images
    if has_project(project_dir):
        raise ProjectError(f"There is already a project in {project_dir}; open it, or choose another folder.")
    if not images_dir.is_dir():
        raise ProjectError(f"There is no folder {images_dir}; give the folder of the images.")
    names = find_images(images_dir)
    if not names:
        raise ProjectError(
            f"There are no images in {images_dir}; give a folder with JPEG, PNG, TIFF, WebP or BMP files."
        )
    store = Store.create(project_dir, images_dir, category_names=options.category)
    try:
        with store, progress_line("Reading images") as progress:
            images = store.add_images(names)
            report = probe_images(images, store.path_of, progress=progress)
            store.set_probes(report.probes)
            store.set_missing(report.missing_ids, True)
            categories = counted(len(store.categories()), "category")
    except BaseException:  # half a project would be in the way of the next try
        (project_dir / PROJECT_FILE).unlink(missing_ok=True)
        raise
    print(f"Made the project {project_dir} with {counted(len(images), 'image')} and {categories}.")
    if report.problems:
        print(f"{counted(len(report.problems), 'image')} can't be read:")
        print_list([text for _, text in report.problems])
    return 0


def _open(path: Path, *, read_only: bool = False) -> Store:
    """Open the project a path means; there must be one."""
    target = resolve_target(path)
    if not target.exists and target.image_root is not None:
        raise ProjectMissingError(
            f"There is no project in {target.image_root}; make one with: sam-annotator new, or open the folder in the "
            "window."
        )
    return Store.open(target.project_dir, read_only=read_only)


def _look_for_images(store: Store) -> None:
    """Write down which images are new, missing or elsewhere, as the window does when it opens a project."""
    root = store.image_root
    if not store.read_only and root.is_dir():
        plan = plan_sync(store.images(), find_images(root), lambda name: probe_image(root / name))
        if not plan.is_empty:
            store.apply_sync(plan)


def _import(options: argparse.Namespace) -> int:
    known = get_format(options.format)
    with _open(options.project) as store, progress_line("Reading annotations") as progress:
        _look_for_images(store)
        sizes = read_sizes(store)
        dataset = with_probes(store.dataset(), sizes)
        try:
            wishes = ImportOptions(skip_invalid=options.skip_invalid, progress=progress)
            result = known.read(options.file, dataset, wishes)
        except ImportRefused as e:
            raise ImportRefused(f"{str(e).rstrip('.')} (--skip-invalid).", e.reasons) from e
        store.import_dataset(result.dataset)
    print(f"Imported {options.file.name}: {result.summary}")
    print_list((*result.notes, *result.skipped))
    return 0


def _check(options: argparse.Namespace) -> int:
    with _open(options.project, read_only=True) as store, progress_line("Checking") as progress:
        problems = store.check(files=True, progress=progress)
        images, annotations = len(store.images()), sum(store.annotation_counts().values())
    contents = f"{counted(images, 'image')} and {counted(annotations, 'annotation')}"
    if options.json:
        print(json.dumps({"images": images, "annotations": annotations, "problems": problems}, indent=2))
    else:
        print(f"{options.project}: {contents}, {counted(len(problems), 'problem')}.")
        print_list(problems)
    if problems:
        raise ProjectError(f"{options.project} has {counted(len(problems), 'problem')}: {problems[0]}")
    return 0


# Engines


def _segment(options: argparse.Namespace) -> int:
    if not options.point and options.box is None:
        raise UsageError("there is no prompt; give at least one --point X,Y,LABEL or a --box X0,Y0,X1,Y1")
    row, out = engine_row(options.engine), options.out
    _refuse_mask_place(out, options.image)
    if not options.image.is_file():
        what = "is a folder; give one image" if options.image.is_dir() else "is not there; check the path"
        raise ImageMissingError(f"{options.image} {what}.")
    pixels = read_image(options.image)
    prompt = _prompt(options.point, options.box, (pixels.shape[0], pixels.shape[1]))
    engine = load_engine(row.id, options.checkpoint, options.device)
    prediction = engine.predict(engine.encode(pixels), prompt, multimask_output=prompt.is_ambiguous)
    best = prediction.best
    mask = prediction.mask(best)
    if mask.is_empty:
        raise EngineError("The engine found no object there; give another point or a box around the object.")
    _write_mask(out, mask)
    iou = float(prediction.predicted_iou[best])
    answer = {
        "segmentation": mask.to_coco_rle(),
        "bbox": list(mask.bbox_xywh),
        "area": mask.area,
        "predicted_iou": iou if math.isfinite(iou) else None,
        "engine": row.id,
        "width": pixels.shape[1],
        "height": pixels.shape[0],
    }
    print(json.dumps(answer))
    return 0


def _refuse_mask_place(out: Path, image: Path) -> None:
    """Keep the user's files: a mask replaces masks only."""
    if out.is_dir() or not out.parent.is_dir():
        raise UsageError(f"--out {out} is not a file in a folder that is there; give a name like mask.png")
    if out.suffix.lower() != ".png":
        raise UsageError(f"--out {out} does not end in .png, which a mask is written as; give a name like mask.png")
    if out.exists() and image.exists() and out.samefile(image):
        raise UsageError(f"--out {out} would replace the image; give another name like mask.png")


def _write_mask(out: Path, mask: Mask) -> None:
    """Write a mask as PNG in one step, 255 inside and 0 outside."""
    try:
        with replacing(out) as temporary:
            write_png(temporary, mask.to_array().astype(np.uint8) * 255)
    except OSError as e:
        raise FormatError(f"{out} can't be written ({e.strerror or e}); choose another place.") from e


def _prompt(points: Sequence[tuple[float, float, int]], box: Box | None, size_hw: tuple[int, int]) -> Prompt:
    """Make the prompt, or say what of it does not lie in the image."""
    height, width = size_hw
    for x, y, _ in points:
        if not (0 <= x < width and 0 <= y < height):
            raise UsageError(f"the point {x:g},{y:g} lies outside the image, which has {width} x {height} pixels")
    if box is not None:
        inside = clip_box(box, size_hw)
        if inside.width <= 0 or inside.height <= 0:
            raise UsageError(f"the box lies outside the image, which has {width} x {height} pixels")
        box = inside
    return Prompt(tuple(Point(x, y) for x, y, _ in points), tuple(label for _, _, label in points), box)


def _engines(options: argparse.Namespace) -> int:
    rows = [_engine_state(row) for row in ENGINES]
    if options.json:
        print(json.dumps(rows, indent=2))
        return 0
    table = [("ID", "NAME", "STATE"), *((r["id"], r["title"], r["state"]) for r in rows)]
    widths = [max(len(str(line[column])) for line in table) for column in (0, 1)]
    for id_, title, state in table:
        print(f"{id_:<{widths[0]}}  {title:<{widths[1]}}  {state}")
    return 0


def _engine_state(row: EngineRow) -> dict[str, object]:
    """Return what is known of an engine without loading it."""
    checkpoint = _weights_of(row)
    needed = () if row.id == "fake" else ("torch", "torchvision", "segment_anything")
    absent = [name for name in needed if importlib.util.find_spec(name) is None]
    if absent:
        state = f"can't run: {', '.join(absent)} is not installed"
    elif checkpoint is not None:
        state = f"ready: {checkpoint}"
    elif row.needs_checkpoint:
        state = f"needs {row.file_name} ({row.size_bytes / 1e6:.0f} MB), from {row.url}"
    else:
        state = "ready" if row.id == "fake" else "can't run: its weights are missing, install the program again"
    return {
        "id": row.id,
        "title": row.title,
        "summary": row.summary,
        "ready": state.startswith("ready"),
        "state": state,
        "checkpoint": None if checkpoint is None else str(checkpoint),
        "needs_checkpoint": row.needs_checkpoint,
        "size_bytes": row.size_bytes,
        "url": row.url,
        "licence": row.licence,
    }


def _weights_of(row: EngineRow) -> Path | None:
    if row.id != "builtin":
        return find_checkpoint(row)
    try:
        path = resource_path(BUILTIN_WEIGHTS)
    except FileNotFoundError:
        return None
    return path if path.is_file() else None
