"""The headless command `table`: the numbers of all annotations, printed or as CSV. Imports core, store; no Qt."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from pathlib import Path

from sam_annotator.cli_selection import open_project
from sam_annotator.console import StatusLine, UsageError, print_table
from sam_annotator.core.annotation_table import HEADER, as_json, write_csv
from sam_annotator.core.errors import FormatError
from sam_annotator.core.progress_tables import Cell
from sam_annotator.formats.base import counted
from sam_annotator.store.store import Store
from sam_annotator.store.table import SORT_KEYS, AnnotationTable, TableQuery

_PRINTED = ("id", "image", "category", "area", "parts", "holes", "predicted_iou", "stability", "doubt", "clicks",
            "engine", "review")  # fmt: skip
_TEXTS = ("image", "category", "engine", "review")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Describe the arguments of the command."""
    parser.add_argument("project", metavar="PROJECT", type=Path)
    parser.add_argument("--csv", metavar="FILE", type=Path, help="write all columns to a file")
    parser.add_argument("--search", metavar="TEXT", default="", help="words in image, category, note, comment, engine")
    parser.add_argument("--category", metavar="NAME", default="", help="only of this category")
    parser.add_argument("--sort", choices=SORT_KEYS, default="image", metavar="COLUMN", help=", ".join(SORT_KEYS))
    parser.add_argument("--descending", action="store_true", help="the largest first")
    parser.add_argument("--top", metavar="N", type=int, default=50, help="how many rows are printed; 50")
    parser.add_argument("--json", action="store_true", help="print all rows and columns, one JSON object a line")


def run_table(options: argparse.Namespace) -> int:
    """Print or write the table.

    Raises:
        SamAnnotatorError: the project can't be read, or the file can't be written.
    """
    with open_project(options.project, read_only=True) as store, StatusLine() as line:
        categories = {category.name: category.id for category in store.categories()}
        if options.category and options.category not in categories:
            raise UsageError(f'there is no category "{options.category}" in this project')
        query = TableQuery(options.search, categories.get(options.category, 0), options.sort, options.descending)
        table = AnnotationTable(store.database, store.images(), store.categories())
        ids = table.ids(query, lambda done, of: line.show(f"Reading: {done} of {of}"))
        assert ids is not None
        if options.csv is not None:
            _write(options.csv, _rows(store, table, ids.tolist(), line))
        elif options.json:
            for cells in _rows(store, table, ids.tolist(), line):
                print(json.dumps(as_json(cells), ensure_ascii=False))
        else:
            places = [HEADER.index(name) for name in _PRINTED]
            rows = [
                [_short(cells[i]) for i in places] for cells in _rows(store, table, ids[: options.top].tolist(), line)
            ]
            heads = [name.upper().replace("_", " ") for name in _PRINTED]
            print_table([heads, *rows], text_columns=[_PRINTED.index(name) for name in _TEXTS])
    if options.csv is not None:
        print(f"Wrote {counted(len(ids), 'annotation')} to {options.csv}.")
    elif not options.json and len(ids) > options.top:
        print(f"... and {len(ids) - options.top} more (--top, or all with --csv FILE).")
    return 0


def _rows(store: Store, table: AnnotationTable, ids: list[int], line: StatusLine) -> Iterator[tuple[Cell, ...]]:
    for done, cells in enumerate(table.cells(ids)):
        line.show(f"Counting: {done} of {len(ids)}")
        yield cells


def _write(path: Path, rows: Iterator[tuple[Cell, ...]]) -> None:
    try:
        write_csv(path, rows)
    except OSError as e:
        raise FormatError(f"{path} can't be written ({e.strerror or e}); choose another place.") from e


def _short(cell: Cell) -> str:
    if cell is None:
        return "-"
    return f"{cell:.3f}" if isinstance(cell, float) else str(cell)
