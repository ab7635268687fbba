"""Read and write the list of a project's categories: JSON with colours, or names, one to a line. Imports core.

JSON is a list of objects with name, color and supercategory, or of names; a COCO file's categories are taken, too.
A text file has a name on each line, and so has a CSV file, of which only the first column is read.
"""

from __future__ import annotations

import io
import json
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

from sam_annotator.core.errors import FormatError
from sam_annotator.core.files import replacing
from sam_annotator.core.records import Category
from sam_annotator.core.words import tr
from sam_annotator.formats.strict_json import load_strict

SUFFIXES = (".json", ".txt", ".csv")
_COLOR = re.compile(r"#[0-9a-fA-F]{6}")
_HEADS = frozenset(("name", "names", "category", "categories", "class", "classes", "label", "labels"))
_MOST = 100_000  # a text file that is no list of categories has more lines
_LONGEST = 1000


class ListedCategory(NamedTuple):
    """A category of a list; None where the list does not say."""

    name: str
    color: str | None = None
    supercategory: str | None = None


def read_category_list(path: Path) -> tuple[ListedCategory, ...]:
    """Read a list of categories; of several of one name the first counts.

    Raises:
        FormatError: it can't be read, or is no such list.
    """
    suffix = path.suffix.lower()
    listed = _from_json(load_strict(path), path.name) if suffix == ".json" else _from_text(path, suffix == ".csv")
    if not listed:
        raise FormatError(tr("{name} holds no categories; choose another file.", name=path.name))
    unique: dict[str, ListedCategory] = {}
    for category in listed:
        unique.setdefault(category.name, category)
    return tuple(unique.values())


def write_category_list(categories: Sequence[Category], out: Path) -> None:
    """Write categories as the file's suffix says; a text or CSV file keeps names only.

    Raises:
        FormatError: the file can't be written, or its suffix is none of SUFFIXES.
    """
    suffix = out.suffix.lower()
    if suffix not in SUFFIXES:
        raise FormatError(tr("Categories are written to .json, .txt or .csv; choose another name."))
    try:
        with replacing(out) as temporary:
            temporary.write_text(_written(categories, suffix), "utf-8", newline="\n")
    except OSError as e:
        raise FormatError(
            tr("{path} can't be written ({reason}); choose another place.", path=out, reason=e.strerror or e)
        ) from e


def _written(categories: Sequence[Category], suffix: str) -> str:
    import csv  # late: a library, which would wait for torch's while the window starts

    if suffix == ".json":
        records = [{"name": c.name, "color": c.color, "supercategory": c.supercategory} for c in categories]
        lines = ",\n".join(json.dumps(record, ensure_ascii=False) for record in records)
        return f"[\n{lines}\n]\n"
    names = [" ".join(c.name.split()) for c in categories]
    if suffix == ".txt":
        return "".join(f"{name}\n" for name in names)
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows([name] for name in names)
    return out.getvalue()


def _from_json(document: Any, file_name: str) -> list[ListedCategory]:
    records = document.get("categories") if isinstance(document, dict) else document
    if not isinstance(records, list):
        raise FormatError(tr("{name} is no list of categories; choose another file.", name=file_name))
    return [_from_record(record, number, file_name) for number, record in enumerate(records, start=1)]


def _from_record(record: Any, number: int, file_name: str) -> ListedCategory:
    fields = {"name": record} if isinstance(record, str) else record
    name = fields.get("name") if isinstance(fields, dict) else None
    if not isinstance(name, str) or not name.strip():
        raise FormatError(tr("Category {n} of {name} has no name; correct the file.", n=number, name=file_name))
    own = fields.get("sam_annotator")  # where an exported COCO file keeps the colour
    color = fields.get("color", own.get("color") if isinstance(own, dict) else None)
    supercategory = fields.get("supercategory")
    usable = isinstance(color, str) and _COLOR.fullmatch(color)
    return ListedCategory(
        " ".join(name.split()),
        color.lower() if isinstance(color, str) and usable else None,
        " ".join(supercategory.split()) if isinstance(supercategory, str) else None,
    )


def _from_text(path: Path, is_csv: bool) -> list[ListedCategory]:
    import csv  # late: a library, which would wait for torch's while the window starts

    try:
        text = path.read_text("utf-8-sig")
    except UnicodeError as e:
        raise FormatError(tr("{name} is not valid UTF-8 text; save it as UTF-8.", name=path.name)) from e
    except OSError as e:
        raise FormatError(
            tr("{path} can't be read ({reason}); check the file.", path=path, reason=e.strerror or e)
        ) from e
    lines = text.splitlines()
    if is_csv:
        try:
            lines = [row[0] for row in csv.reader(lines) if row]
        except csv.Error as e:
            raise FormatError(tr("{path} can't be read ({reason}); check the file.", path=path, reason=e)) from e
        if lines and lines[0].strip().lower() in _HEADS:
            lines = lines[1:]
    names = [" ".join(line.split()) for line in lines if line.strip()]
    if len(names) > _MOST or any(len(name) > _LONGEST or not name.isprintable() for name in names):
        raise FormatError(tr("{name} is no list of categories; choose another file.", name=path.name))
    return [ListedCategory(name) for name in names]
