"""The headless command `export`: a project, or a part of it, in any format. Imports core, store, formats, engine.

The flags of the formats' own options are made of their option fields. No Qt; torch only where logits are asked for.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from sam_annotator.cli_selection import ONLY_HELP, Limits, limits_of, open_project
from sam_annotator.console import UsageError, print_list, progress_line
from sam_annotator.core.errors import FormatError, ProjectError, ProjectLockedError, ProjectReadOnlyError
from sam_annotator.core.image_io import ImageProbe
from sam_annotator.core.records import Image
from sam_annotator.core.settings import load_settings
from sam_annotator.engine.registry import DEVICES
from sam_annotator.engine.replayed_logits import ReplayedLogits, replayed_logits
from sam_annotator.formats.base import ExportOptions, Format, OptionField, OptionKind, OptionValue
from sam_annotator.formats.registry import FORMATS, get_format
from sam_annotator.store.scan import probe_images, with_probes
from sam_annotator.store.store import Store


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Describe the arguments of the command."""
    parser.add_argument("project", metavar="PROJECT", type=Path)
    parser.add_argument("--format", choices=[known.id for known in FORMATS], default="coco")
    parser.add_argument(
        "--out", metavar="PATH", type=Path, required=True, help="a file; a new folder where there are many files"
    )
    parser.add_argument(
        "--image", metavar="NAME", nargs="+", action="extend", default=[], help="of these images only, by their path"
    )
    parser.add_argument("--only", metavar="WHAT", nargs="+", action="extend", default=[], help=ONLY_HELP)
    own = parser.add_argument_group("options of the formats")
    fields: dict[str, tuple[OptionField, list[str]]] = {}
    for known in FORMATS:
        for option in known.options:
            fields.setdefault(option.name, (option, []))[1].append(known.id)
    for option, format_ids in fields.values():
        _add_option(own, option, ", ".join(format_ids))
    own.add_argument("--checkpoint", metavar="FILE", type=Path, nargs="+", default=[], help="weights files for logits")
    own.add_argument("--device", choices=DEVICES, help="for logits; by default that of the window")


def _add_option(parser: argparse._ArgumentGroup, option: OptionField, format_ids: str) -> None:
    text = f"{format_ids}: {option.help}".replace("%", "%%")
    flag = f"--{option.name}"
    if option.kind is OptionKind.FLAG:
        parser.add_argument(flag, action=argparse.BooleanOptionalAction, default=None, help=text)
    elif option.kind is OptionKind.CHOICE:
        parser.add_argument(flag, choices=[value for value, _ in option.choices], help=text)
    else:
        parser.add_argument(flag, metavar="N", type=int, help=f"{text} {option.minimum} to {option.maximum}.")


def run_export(options: argparse.Namespace) -> int:
    """Write a project.

    Raises:
        SamAnnotatorError: it can't be written.
        UsageError: an option means nothing here.
    """
    known = get_format(options.format)
    values = _values(known, options)
    try:
        store = open_project(options.project, read_only=False)
    except (ProjectLockedError, ProjectReadOnlyError):
        store = open_project(options.project, read_only=True)
    with store, progress_line("Writing annotations") as progress:
        sizes = read_sizes(store)
        limits = _limits(store, options.image, options.only)
        wishes = ExportOptions(
            progress=progress,
            values=values,
            path_of=store.path_of,
            image_root=store.image_root,
            logits_of=_logits_of(store, options) if values.get("logits") == "engine" else None,
        )
        with store.stream() as stream:
            part = stream.limited(**limits._asdict())
            if not part.annotation_count and options.only:
                raise ProjectError("There are no annotations that fit; choose other images or categories.")
            report = known.write(with_probes(part, sizes), options.out, wishes)
    print(report.summary)
    print_list((*report.left_out, *report.notes))
    if report.annotations_in and not report.annotations_out:  # a script must not take this for an export
        raise FormatError("No annotation could be written; put right what is said above, then export again.")
    return 0


def read_sizes(store: Store) -> tuple[tuple[int, ImageProbe], ...]:
    """Read the images that were not read yet; returns what could not be written down in the project."""
    waiting = [image for image in store.images() if not image.is_probed]
    with progress_line("Reading images") as progress:
        report = probe_images(waiting, store.path_of, progress=progress)
    if store.read_only:
        return report.probes
    store.set_probes(report.probes)
    return ()


def _values(known: Format, options: argparse.Namespace) -> dict[str, OptionValue]:
    """Return the format's own options that were given.

    Raises:
        UsageError: one of them is another format's, or out of its limits.
    """
    own = {option.name: option for option in known.options}
    values: dict[str, OptionValue] = {}
    for name in dict.fromkeys(option.name for each in FORMATS for option in each.options):
        value = getattr(options, name.replace("-", "_"))
        if value is None:
            continue
        if name not in own:
            raise UsageError(f"--{name} means nothing to --format {known.id}; leave it out")
        option = own[name]
        if option.kind is OptionKind.NUMBER and not option.minimum <= value <= option.maximum:
            raise UsageError(f"--{name} must be between {option.minimum} and {option.maximum}")
        values[name] = value
    return values


def _limits(store: Store, names: Sequence[str], only: Sequence[str]) -> Limits:
    """Return what --image and --only mean together."""
    images = store.images()
    limits = limits_of(store, images, only)
    if not names:
        return limits
    chosen = frozenset(_image_id(images, name) for name in names)
    return limits._replace(image_ids=chosen if limits.image_ids is None else chosen & limits.image_ids)


def _image_id(images: Sequence[Image], name: str) -> int:
    """Return the image of a path, or of a name that only one has."""
    wanted = name.replace("\\", "/")
    for image in images:
        if image.file_name in (name, wanted):
            return image.id
    found = [image.id for image in images if image.name == name]
    if len(found) > 1:
        raise UsageError(f'--image "{name}" could be {len(found)} images; give its path in the folder of images')
    if not found:
        raise UsageError(f'--image "{name}" is no image of this project; give its path in the folder of images')
    return found[0]


def _logits_of(store: Store, options: argparse.Namespace) -> ReplayedLogits:
    settings = load_settings()
    device = options.device or settings.device
    return replayed_logits(store.path_of, device, settings.precision, settings.embedding_disk_mb, options.checkpoint)
