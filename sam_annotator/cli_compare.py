"""The headless command `compare`: how far a project agrees with another set. Imports core, store, formats; no Qt."""

from __future__ import annotations

import argparse
import contextlib
import json
import math
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from sam_annotator.cli_selection import open_project
from sam_annotator.console import StatusLine, print_list, print_table
from sam_annotator.core.agreement import DEFAULT_IOU, MatchOptions, Method, Sums, total
from sam_annotator.core.comparison import (
    JSON_NAMES,
    ImageAgreement,
    Truth,
    by_category,
    compare_sets,
    figure,
    row_of,
)
from sam_annotator.core.errors import ProjectError
from sam_annotator.core.records import Dataset
from sam_annotator.core.second_set import SecondSet, SetKind
from sam_annotator.formats.base import ImportOptions, counted
from sam_annotator.formats.coco_second import read_second_file
from sam_annotator.store.places import resolve_target
from sam_annotator.store.scan import probe_images, with_probes
from sam_annotator.store.second_project import SecondProject, refuse_itself
from sam_annotator.store.store import PROJECT_FILE, Store

_HEADS = ("OURS", "THEIRS", "PAIRS", "ONLY OURS", "ONLY THEIRS", "OTHER CATEGORY", "MEAN IOU", "PRECISION", "RECALL",
          "PQ")  # fmt: skip


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Describe the arguments of the command."""
    parser.add_argument("project", metavar="PROJECT", type=Path)
    parser.add_argument("other", metavar="OTHER", type=Path, help="a COCO file, a list of COCO results, or a project")
    parser.add_argument("--iou", metavar="X", type=share, default=DEFAULT_IOU, help="least IoU of a pair; 0.5")
    parser.add_argument("--min-score", metavar="S", type=score, default=0.0, help="leave out results below")
    parser.add_argument("--truth", choices=[str(t) for t in Truth], help="for precision and recall; by default ours "
                        "for results with scores, else theirs")  # fmt: skip
    parser.add_argument("--any-category", action="store_true", help="pair masks whatever their categories")
    parser.add_argument("--match", choices=[str(m) for m in Method], default=str(Method.OPTIMAL),
                        help="the greatest sum of IoU, or by score one after the other, as COCO does")  # fmt: skip
    parser.add_argument("--images", action="store_true", help="a row for each image, the worst first")
    parser.add_argument("--json", action="store_true", help="as JSON, with all images")


def run_compare(options: argparse.Namespace) -> int:
    """Print how far a project agrees with another set.

    Raises:
        SamAnnotatorError: one of the two can't be read, or they have no image in common.
    """
    matching = MatchOptions(options.iou, options.min_score, not options.any_category, Method(options.match))
    with open_project(options.project, read_only=True) as store, StatusLine() as line:
        refuse_itself(store.project_dir, options.other)
        dataset = dataset_of(store, line)
        with second_set(options.other, dataset, line) as second:
            if not second.image_ids:
                reason = f" {second.left_out[0]}" if second.left_out else ""
                raise ProjectError(f"{options.other} has no image of this project; give another.{reason}")
            found = compare_sets(
                [image.id for image in store.images()],
                store.annotations,
                second,
                matching,
                lambda done, of: line.show(f"Comparing: {done} of {counted(of, 'image')}"),
            )
            agreements = {a.image_id: replace(a, places=()) for a in found}
    names = {image.id: image.file_name for image in dataset.images}
    categories = {category.id: category.name for category in (*dataset.categories, *second.categories)}
    truth = Truth(options.truth) if options.truth else default_truth(second)
    if options.json:
        print(json.dumps(_as_json(agreements, second, names, categories, truth, matching), indent=2))
        return 0
    if options.images:
        rows = {names[a.image_id]: a.total for a in sorted(agreements.values(), key=_quality)}
        _print("IMAGE", rows, truth)
    else:
        sums = by_category(agreements.values())
        _print("CATEGORY", {categories[i]: sums[i] for i in categories if i in sums}, truth)
    print(f"Compared with {second.name} on {counted(len(second.image_ids), 'image')}; {truth} taken for true.")
    print_list((*second.notes, *second.left_out))
    return 0


def default_truth(second: SecondSet) -> Truth:
    """Return which set is likely the true one: not a model's results."""
    return Truth.OURS if second.kind is SetKind.RESULTS or second.has_scores else Truth.THEIRS


def dataset_of(store: Store, line: StatusLine) -> Dataset:
    """Return images with their sizes and the categories of a project."""
    images = store.images()
    waiting = [image for image in images if not image.is_probed and not image.missing]
    report = probe_images(
        waiting, store.path_of, progress=lambda done, of: line.show(f"Reading images: {done} of {of}")
    )
    return with_probes(Dataset(images, store.categories()), report.probes)


@contextlib.contextmanager
def second_set(path: Path, dataset: Dataset, line: StatusLine) -> Iterator[SecondSet]:
    """Read a file, or open another project, as a second set."""
    if path.is_dir() or path.name == PROJECT_FILE:
        target = resolve_target(path)
        if not target.exists:
            raise ProjectError(f"There is no project in {path}; give a project or a COCO file.")
        with contextlib.closing(SecondProject(target.project_dir, dataset)) as other:
            yield other.set
        return
    reading = ImportOptions(progress=lambda done, of: line.show(f"Reading {path.name}: {done} of {of}"))
    yield read_second_file(path, dataset, reading)


def _quality(agreement: ImageAgreement) -> float:
    quality = agreement.total.panoptic_quality
    return 2.0 if quality is None else quality


def _print(head: str, rows: dict[str, Sums], truth: Truth) -> None:
    lines = [(name, *map(figure, row_of(sums, truth))) for name, sums in rows.items()]
    lines.append(("all", *map(figure, row_of(total(rows.values()), truth))))
    print_table([(head, *_HEADS), *lines], text_columns=(0,))


def _as_json(
    agreements: Mapping[int, ImageAgreement],
    second: SecondSet,
    names: Mapping[int, str],
    categories: Mapping[int, str],
    truth: Truth,
    matching: MatchOptions,
) -> dict[str, object]:
    def cells(sums: Sums) -> dict[str, float | None]:
        return dict(zip(JSON_NAMES, row_of(sums, truth), strict=True))

    found = by_category(agreements.values())
    return {
        "other": second.name,
        "kind": second.kind,
        "truth": truth,
        "iou": matching.iou,
        "min_score": matching.min_score,
        "match": matching.method,
        "images_compared": len(second.image_ids),
        "all": cells(total(found)),
        "categories": [{"category": categories[i], **cells(found[i])} for i in categories if i in found],
        "images": [{"image": names[a.image_id], **cells(a.total)} for a in agreements.values()],
        "left_out": list(second.left_out),
        "notes": list(second.notes),
    }


def share(text: str) -> float:
    """Read an IoU above 0."""
    value = score(text)
    if not 0 < value <= 1:
        raise argparse.ArgumentTypeError(f'"{text}" is no IoU, which is a number above 0 and at most 1')
    return value


def score(text: str) -> float:
    """Read a number."""
    try:
        value = float(text)
    except ValueError:
        value = math.nan
    if not math.isfinite(value):
        raise argparse.ArgumentTypeError(f'"{text}" is no number')
    return value
