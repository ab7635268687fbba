"""The headless command `auto`: segment everything. Imports core, store, formats.base, engine, console; no Qt.

Objects that are found in the images of a project become annotations, one transaction an image; those of one image
alone are written as JSON.
"""

from __future__ import annotations

import argparse
import contextlib
import dataclasses
import json
from pathlib import Path

from sam_annotator.cli_arguments import box_argument, name_argument, share_argument
from sam_annotator.cli_auto_project import ProjectWork, Wishes, opened_project
from sam_annotator.cli_selection import ONLY_IMAGES_HELP
from sam_annotator.console import StatusLine, UsageError
from sam_annotator.core.errors import FormatError
from sam_annotator.core.files import replacing
from sam_annotator.core.image_io import read_image
from sam_annotator.core.settings import Settings, load_settings
from sam_annotator.engine.automatic import fitting_area, propose
from sam_annotator.engine.automatic_options import DEFAULT_PRESET, PRESETS, AutomaticOptions, preset_options
from sam_annotator.engine.base import Engine
from sam_annotator.engine.embedding_folder import EmbeddingFolder, embeddings_dir
from sam_annotator.engine.reading_ahead import ImageEmbeddings
from sam_annotator.engine.registry import DEVICES, PRECISIONS, engine_row, load_engine
from sam_annotator.engine.threads import leave_a_core
from sam_annotator.formats.base import counted
from sam_annotator.store.places import resolve_target

_MEGABYTE = 1_000_000
_CATEGORY = "object"
_OVERLAP = 0.8
_OF_PROJECTS = ("category", "overlap", "only", "only_new", "again")  # options that mean nothing for one image


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Describe the arguments of the command."""
    parser.add_argument(
        "target", metavar="PROJECT | FOLDER | IMAGE", type=Path, help="objects are added to it; of one image, printed"
    )
    parser.add_argument("--engine", metavar="ID", help="by default that of the window; see sam-annotator engines")
    parser.add_argument("--checkpoint", metavar="FILE", type=Path, help="a weights file for the engine")
    parser.add_argument("--device", choices=DEVICES, help="by default that of the window")
    parser.add_argument("--precision", choices=PRECISIONS, help="by default that of the window; float32 is exact")
    parser.add_argument(
        "--category",
        metavar="NAME",
        type=name_argument,
        help=f'of the new annotations, made if needed; default "{_CATEGORY}"',
    )
    parser.add_argument(
        "--overlap",
        metavar="X",
        type=share_argument,
        help=f"leave out what has a larger IoU with an annotation that is there; default {_OVERLAP:g}, 1 for nothing",
    )
    parser.add_argument(
        "--only", metavar="PATTERN", nargs="+", action="extend", default=[], help="of a project: " + ONLY_IMAGES_HELP
    )
    parser.add_argument("--only-new", action="store_true", help="leave images alone that have annotations")
    parser.add_argument("--again", action="store_true", help="also images that were done so before")
    parser.add_argument("--min-area", metavar="N", type=_pixels, default=1, help="leave smaller objects out, in pixels")
    parser.add_argument("--max-area", metavar="N", type=_pixels, help="leave larger objects out, in pixels")
    parser.add_argument("--box", metavar="X0,Y0,X1,Y1", type=box_argument, help="of one image: look there only")
    parser.add_argument("--out", metavar="FILE.json", type=Path, help="of one image: write into this file")
    presets = parser.add_argument_group("presets and parameters, as of SamAutomaticMaskGenerator")
    presets.add_argument(
        "--preset",
        choices=[preset.id for preset in PRESETS],
        default=DEFAULT_PRESET,
        help=" ".join(f"{preset.id}: {preset.help}" for preset in PRESETS),
    )
    for spec in dataclasses.fields(AutomaticOptions):
        presets.add_argument(
            "--" + spec.name.replace("_", "-"),
            metavar="N" if isinstance(spec.default, int) else "X",
            type=type(spec.default),
            help=str(spec.metadata["help"]),
        )


def run_auto(options: argparse.Namespace) -> int:
    """Find all objects of images.

    Returns:
        The exit status: 0, or 130 where it was stopped by Ctrl+C.

    Raises:
        SamAnnotatorError: it can't begin, or some images can't be used.
        UsageError: an option makes no sense.
    """
    settings = load_settings()
    engine_id = engine_row(options.engine or settings.engine_id).id
    parameters = _parameters(options, engine_id)
    target = resolve_target(options.target)
    if target.start_file is not None:
        return _run_image(options, target.start_file, settings, engine_id, parameters)
    if options.out is not None:
        raise UsageError("--out is for one image; leave it out, and export the project's annotations afterwards")
    if options.box is not None:
        raise UsageError("--box is for one image; leave it out for a project or a folder")
    wishes = Wishes(
        _CATEGORY if options.category is None else options.category,
        _OVERLAP if options.overlap is None else options.overlap,
        options.only_new,
        options.again,
        options.min_area,
        options.max_area,
        tuple(options.only),
    )
    with opened_project(target) as store, StatusLine() as line:
        line.show("Loading the engine")
        engine = loaded_engine(options, settings, engine_id)
        work = ProjectWork(store, engine, parameters, wishes, embedding_folder(settings), line)
        with contextlib.suppress(KeyboardInterrupt):
            work.run()
    return work.report()


def _parameters(options: argparse.Namespace, engine_id: str) -> AutomaticOptions:
    names = [spec.name for spec in dataclasses.fields(AutomaticOptions)]
    given = {name: getattr(options, name) for name in names if getattr(options, name) is not None}
    try:
        return dataclasses.replace(preset_options(options.preset, engine_id), **given)
    except ValueError as e:
        raise UsageError(str(e).rstrip(".")) from e


def loaded_engine(options: argparse.Namespace, settings: Settings, engine_id: str) -> Engine:
    """Load the engine that the arguments ask for, else that of the window."""
    device, precision = options.device or settings.device, options.precision or settings.precision
    engine = load_engine(engine_id, options.checkpoint, device, precision)
    if engine.info.device == "cpu":
        leave_a_core()  # as in the window: with other threads sums are rounded otherwise
    return engine


def embedding_folder(settings: Settings) -> EmbeddingFolder | None:
    """Return where embeddings are kept; None where the settings keep none."""
    budget = settings.embedding_disk_mb * _MEGABYTE
    return EmbeddingFolder(embeddings_dir(), budget) if budget else None


# One image


def _run_image(
    options: argparse.Namespace, file: Path, settings: Settings, engine_id: str, parameters: AutomaticOptions
) -> int:
    for name in _OF_PROJECTS:
        value = getattr(options, name)
        if not (value is None or value is False or value == []):
            raise UsageError(f"--{name.replace('_', '-')} is for a project or a folder; leave it out for one image")
    out: Path | None = options.out
    if out is not None and (out.suffix.lower() != ".json" or out.is_dir() or not out.parent.is_dir()):
        raise UsageError(f"--out {out} is no .json file in a folder that is there; give a name like objects.json")
    pixels = read_image(file)
    with StatusLine() as line:
        line.show("Loading the engine")
        engine = loaded_engine(options, settings, engine_id)
        embedding = None if options.box else ImageEmbeddings(pixels, embedding_folder(settings)).of(engine)
        proposals = propose(
            engine,
            pixels,
            parameters,
            box_xyxy=options.box,
            embedding=embedding,
            progress=lambda done, total: line.show(f"{file.name}: {done} of {total} points"),
        )
    records = [proposal.to_json() for proposal in fitting_area(proposals, options.min_area, options.max_area)]
    text = json.dumps(records)
    if out is None:
        print(text)
        return 0
    try:
        with replacing(out) as temporary:
            temporary.write_text(text + "\n", "utf-8")
    except OSError as e:
        raise FormatError(f"{out} can't be written ({e.strerror or e}); choose another place.") from e
    print(f"Found {counted(len(records), 'object')} in {file.name} with {engine.info.title}: {out}")
    return 0


# Arguments


def _pixels(text: str) -> int:
    if not text.isdecimal():
        raise argparse.ArgumentTypeError(f'"{text}" is not a number of pixels')
    return int(text)
