"""The headless command `merge`: take what another project has. Imports core, store, formats; no Qt."""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path

from sam_annotator.cli_backup import keep_replaced
from sam_annotator.cli_compare import dataset_of, second_set, share
from sam_annotator.cli_selection import open_project
from sam_annotator.console import StatusLine, UsageError, print_list, print_table
from sam_annotator.core.agreement import DEFAULT_IOU
from sam_annotator.core.comparison import figure
from sam_annotator.core.errors import ProjectError
from sam_annotator.core.merging import Choice, Conflict, MergePlan, plan_merge, resolved
from sam_annotator.formats.base import counted
from sam_annotator.store.second_project import refuse_itself
from sam_annotator.store.store import Store
from sam_annotator.store.taking import take

_ASK = "ask"
_KEYS = {"o": Choice.OURS, "t": Choice.THEIRS, "b": Choice.BOTH}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Describe the arguments of the command."""
    parser.add_argument("project", metavar="PROJECT", type=Path)
    parser.add_argument("other", metavar="OTHER", type=Path, help="a project, or a COCO file; it is only read")
    parser.add_argument("--prefer", choices=("ours", "theirs", "both", _ASK), default=_ASK,
                        help="what stays of an object that both have; by default you are asked")  # fmt: skip
    parser.add_argument("--iou", metavar="X", type=share, default=DEFAULT_IOU,
                        help="from which on two masks are one object; 0.5")  # fmt: skip
    parser.add_argument("--dry-run", action="store_true", help="say what would be done, and change nothing")


def run_merge(options: argparse.Namespace) -> int:
    """Add what another project has, and say what was done.

    Raises:
        SamAnnotatorError: one of the two can't be used; nothing was changed.
    """
    with open_project(options.project, read_only=options.dry_run) as store:
        refuse_itself(store.project_dir, options.other)
        with StatusLine() as line:
            dataset = dataset_of(store, line)
            with second_set(options.other, dataset, line) as second:
                if not second.image_ids:
                    reason = f" {second.left_out[0]}" if second.left_out else ""
                    raise ProjectError(f"{options.other} has no image of this project; give another.{reason}")
                image_ids = [image.id for image in store.images()]
                plan = plan_merge(image_ids, store.annotations, second, options.iou)
        assert plan is not None
        names = {image.id: image.file_name for image in dataset.images}
        categories = {category.id: category.name for category in (*dataset.categories, *second.categories)}
        if plan.conflicts and options.dry_run:
            print_table(_conflict_lines(plan.conflicts, names, categories), text_columns=(1, 2, 3))
        choices = [] if options.dry_run else _choices(plan, options.prefer, names, categories)
        if not options.dry_run:
            _write(store, plan, choices)
    _print_summary(plan, choices, is_done=not options.dry_run)
    return 0


def _choices(plan: MergePlan, prefer: str, names: Mapping[int, str], categories: Mapping[int, str]) -> list[Choice]:
    if prefer != _ASK or not plan.conflicts:
        return [Choice(prefer) if prefer != _ASK else Choice.OURS] * len(plan.conflicts)
    if not sys.stdin.isatty():
        raise UsageError(
            f"{counted(len(plan.conflicts), 'object')} of both need a choice; give --prefer ours, theirs or both, or "
            "look at them with --dry-run"
        )
    choices: list[Choice] = []
    lines = _conflict_lines(plan.conflicts, names, categories)
    print("For each object: o keeps ours, t takes theirs, b keeps both; O, T or B does so with all that are left.")
    for line in lines[1:]:
        answer = ""
        while answer.lower() not in _KEYS:
            answer = input(f"{'  '.join(line)}  [o/t/b] ").strip()
        choices.append(_KEYS[answer.lower()])
        if answer.isupper():
            return choices + choices[-1:] * (len(plan.conflicts) - len(choices))
    return choices


def _write(store: Store, plan: MergePlan, choices: Sequence[Choice]) -> None:
    takeover = resolved(plan, choices, {image.id: image for image in store.images()})
    if takeover.before:
        kept = keep_replaced(store, takeover.before, "merge")
        print(f"What is replaced is kept in {kept}.")
    if not takeover.is_empty:
        take(store, takeover)


def _conflict_lines(
    conflicts: Sequence[Conflict], names: Mapping[int, str], categories: Mapping[int, str]
) -> list[tuple[str, ...]]:
    lines: list[tuple[str, ...]] = [("ID", "IMAGE", "OURS", "THEIRS", "IOU")]
    for conflict in conflicts:
        ours, theirs = conflict.ours, conflict.theirs
        lines.append(
            (
                str(ours.id),
                names[ours.image_id],
                categories.get(ours.category_id, ""),
                categories.get(theirs.category_id, ""),
                figure(conflict.iou),
            )
        )
    return lines


def _print_summary(plan: MergePlan, choices: Sequence[Choice], *, is_done: bool) -> None:
    verb = "Added" if is_done else "Would add"
    print(
        f"{verb} {counted(len(plan.added), 'annotation')}; {counted(plan.identical, 'annotation')} in both kept once; "
        f"{counted(len(plan.conflicts), 'object')} with another mask or category."
    )
    if plan.categories:
        print(f"New categories: {', '.join(category.name for category in plan.categories)}.")
    locked = sum(
        choice is Choice.THEIRS and conflict.ours.locked
        for choice, conflict in zip(choices, plan.conflicts, strict=False)
    )
    if choices:
        sums = Counter(choices)
        print(", ".join(f"{choice}: {sums[choice]}" for choice in Choice if sums[choice]) + ".")
    if locked:
        print(f"{counted(locked, 'annotation')} of ours stayed although theirs was chosen: locked.")
    if not is_done:
        print("Nothing was changed; without --dry-run it is done.")
    print_list(plan.left_out)
