"""Read YOLO's text files: a line for each box, "class x y width height" and perhaps a score, in shares of the image.

The names of the classes come from a data.yaml, or a list with a name on each line. Imports core.
"""

from __future__ import annotations

import math
import os
import re
import stat
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path, PurePosixPath

from sam_annotator.core.errors import FormatError
from sam_annotator.core.geometry import Box
from sam_annotator.core.records import Category, Dataset, Image
from sam_annotator.core.words import mark, tr
from sam_annotator.formats.base import ImportOptions
from sam_annotator.formats.detections import NO_CATEGORY, NO_IMAGE, Detections, Reading, tell

_NAME_FILES = ("data.yaml", "data.yml", "dataset.yaml", "dataset.yml", "classes.txt", "obj.names", "names.txt")
_YAML = (".yaml", ".yml")
_MOST_BYTES = 64_000_000  # of one text file: more is none of an image
_MOST_CLASSES = 100_000
_OVER = 0.01  # by which a share may be beside 0 to 1: detectors round
_KEY = re.compile(r"names\s*:(.*)")
_DASHED = re.compile(r"\s*-\s+(.+)")
_KEYED = re.compile(r"\s*['\"]?(\d{1,6})['\"]?\s*:\s*(.+)")
_NUMBER = re.compile(r"[-+]?(\d+\.?\d*|\.\d+)([eE][-+]?\d{1,4})?")

NOT_NUMBERS = (
    mark("{n} line is not a class and four or five numbers: {where}."),
    mark("{n} lines are not a class and four or five numbers: {where}."),
)
POLYGON = (
    mark("{n} line is an outline, not a box: {where}."),
    mark("{n} lines are outlines, not boxes: {where}."),
)
NOT_SHARES = (
    mark("{n} box is not in shares of the image, 0 to 1, as YOLO has them: {where}."),
    mark("{n} boxes are not in shares of the image, 0 to 1, as YOLO has them: {where}."),
)
NO_SCORE = (
    mark("{n} box has a score that is not between 0 and 1: {where}."),
    mark("{n} boxes have scores that are not between 0 and 1: {where}."),
)
UNREADABLE = (
    mark("{n} file can't be read as text: {where}."),
    mark("{n} files can't be read as text: {where}."),
)


def read_yolo(path: Path, dataset: Dataset, options: ImportOptions, names: Path | None) -> Detections:
    """Read a folder of text files, or one of them; see `read_detections`."""
    root = path if path.is_dir() else path.parent
    files = list(_label_files(path))
    if not files:
        raise FormatError(tr("There are no text files in {folder}; give the folder of YOLO's labels.", folder=path))
    reading = Reading({image.id: image for image in dataset.images})
    table = _names(root, names)
    known = _names_of_project(dataset.categories) if table is None else table
    finder, used = _Finder(dataset.images), set[int]()
    for number, file in enumerate(files):
        tell(options, number, len(files))
        place = PurePosixPath(file.relative_to(root).as_posix())
        lines = _lines(file)
        if lines is None:
            reading.leave_out(UNREADABLE, str(place))
        elif (image := finder.find(place)) is None:
            if lines:
                reading.leave_out(NO_IMAGE, str(place), len(lines))
        else:
            for line_number, line in lines:
                where = tr("{file} line {n}", file=place, n=line_number)
                if (index := _read_line(reading, image, line, known, where)) is not None:
                    used.add(index)
    if table is None and used:
        words = ", ".join(f"{index} = {known[index]}" for index in sorted(used)[:5])
        text = mark("There is no data.yaml or classes.txt; the classes were taken for those of the project: {words}.")
        reading.notes.append(tr(text, words=words))
    return reading.result(path.name or str(path))


def _label_files(path: Path) -> Iterator[Path]:
    """Yield the text files of labels, in order; lists of names and links to folders are passed over."""
    if not path.is_dir():
        yield path
        return
    for folder, folders, files in os.walk(path):
        folders.sort()
        for name in sorted(files):
            if name.lower().endswith(".txt") and name.lower() not in _NAME_FILES:
                yield Path(folder) / name


def _lines(file: Path) -> list[tuple[int, str]] | None:
    """Return the lines of a file that are not empty, with their numbers; None where it is no text."""
    try:
        text = _text(file)
    except FormatError:
        return None
    return [(number, line) for number, line in enumerate(text.splitlines(), start=1) if line.strip()]


def _text(file: Path) -> str:
    try:
        status = file.stat()
        if not stat.S_ISREG(status.st_mode) or status.st_size > _MOST_BYTES:
            raise FormatError(tr("{name} is no text file of names or boxes; choose another.", name=file.name))
        return file.read_bytes().decode("utf-8-sig")
    except OSError as e:
        raise FormatError(
            tr("{path} can't be read ({reason}); check the file.", path=file, reason=e.strerror or e)
        ) from e
    except UnicodeError as e:
        raise FormatError(tr("{name} is not valid UTF-8 text; save it as UTF-8.", name=file.name)) from e


class _Finder:
    """Finds the image of a text file: at the same path, but for the suffix and a folder "labels"; else by its name."""

    def __init__(self, images: Sequence[Image]) -> None:
        self._by_path: defaultdict[tuple[str, ...], list[Image]] = defaultdict(list)
        self._by_name: defaultdict[str, list[Image]] = defaultdict(list)
        for image in images:
            stem = PurePosixPath(image.file_name).with_suffix("")
            self._by_path[_without(stem, "images")].append(image)
            self._by_name[stem.name].append(image)

    def find(self, place: PurePosixPath) -> Image | None:
        """Return the image; None where there is none, or several could be meant."""
        stem = place.with_suffix("")
        for found in (self._by_path.get(_without(stem, "labels")), self._by_name.get(stem.name)):
            if found:
                return found[0] if len(found) == 1 else None
        return None


def _without(path: PurePosixPath, folder: str) -> tuple[str, ...]:
    return tuple(part for i, part in enumerate(path.parts) if part != folder or i == len(path.parts) - 1)


def _read_line(reading: Reading, image: Image, line: str, names: Mapping[int, str], where: str) -> int | None:
    """Take the box of a line; return the number of its class, None where it was left out."""
    parts = line.split()
    if len(parts) > 6 and len(parts) % 2 == 1 and all(map(_NUMBER.fullmatch, parts)):
        reading.leave_out(POLYGON, where)
        return None
    numbers = [float(part) for part in parts if _NUMBER.fullmatch(part)]
    if len(parts) not in (5, 6) or len(numbers) != len(parts) or not all(map(math.isfinite, numbers)):
        reading.leave_out(NOT_NUMBERS, where)
        return None
    index, (x, y, w, h) = numbers[0], numbers[1:5]
    score = numbers[5] if len(numbers) == 6 else None
    if not index.is_integer() or not 0 <= index < _MOST_CLASSES or int(index) not in names:
        reading.leave_out(NO_CATEGORY, parts[0])
    elif not all(-_OVER <= value <= 1 + _OVER for value in (x, y, w, h)) or w <= 0 or h <= 0:
        reading.leave_out(NOT_SHARES, where)
    elif score is not None and not 0 <= score <= 1:
        reading.leave_out(NO_SCORE, where)
    else:
        width, height = image.width, image.height
        box = Box((x - w / 2) * width, (y - h / 2) * height, (x + w / 2) * width, (y + h / 2) * height)
        reading.add(image, box, names[int(index)], score, where)
        return int(index)
    return None


# Names of classes


def _names_of_project(categories: Sequence[Category]) -> dict[int, str]:
    """Return the project's categories as classes: the first one is 0."""
    return {index: category.name for index, category in enumerate(sorted(categories, key=lambda c: c.id))}


def _names(root: Path, given: Path | None) -> dict[int, str] | None:
    """Return the names of the classes; None where there is no file of them.

    Raises:
        FormatError: there is one that can't be understood.
    """
    places = [given] if given is not None else [f / name for f in (root, root.parent) for name in _NAME_FILES]
    for file in places:
        if given is None and not file.is_file():
            continue
        text = _text(file)
        found = _names_in_yaml(text) if file.suffix.lower() in _YAML else dict(enumerate(_plain_lines(text)))
        if found:
            return found
        if given is not None or file.suffix.lower() not in _YAML:
            raise FormatError(tr("{name} has no names of classes; give a list with one on each line.", name=file.name))
    return None


def _plain_lines(text: str) -> list[str]:
    lines = [line.strip() for line in text.splitlines()]
    while lines and not lines[-1]:
        lines.pop()
    return [line or str(index) for index, line in enumerate(lines)][:_MOST_CLASSES]


def _names_in_yaml(text: str) -> dict[int, str]:
    """Return what stands under "names:" in YAML: a list in one of its two ways of writing, or a table by number."""
    lines = [line for line in text.splitlines() if line.strip() and not line.lstrip().startswith("#")]
    start = next((i for i, line in enumerate(lines) if _KEY.match(line)), None)
    if start is None:
        return {}
    first = _KEY.match(lines[start])
    rest = "" if first is None else _uncommented(first[1]).strip()
    if rest[:1] in ("[", "{"):
        inline = " ".join([rest, *(_uncommented(line).strip() for line in lines[start + 1 :])])
        return _inline(inline)
    names: dict[int, str] = {}
    for line in lines[start + 1 :] if not rest else []:
        if dashed := _DASHED.fullmatch(line):
            names[len(names)] = _plain(dashed[1])
        elif line[:1].isspace() and (keyed := _KEYED.fullmatch(line)):
            names[int(keyed[1])] = _plain(keyed[2])
        else:
            break
    return {index: name for index, name in names.items() if name and index < _MOST_CLASSES}


def _inline(text: str) -> dict[int, str]:
    """Return the names of [a, b] or {0: a, 1: b}."""
    closing = "]" if text[0] == "[" else "}"
    parts: list[str] = [""]
    quote = ""
    for character in text[1:]:
        if quote:
            quote = "" if character == quote else quote
        elif character in "'\"" and not parts[-1].split(":")[-1].strip():
            quote = character
        elif character == closing:
            break
        elif character == ",":
            parts.append("")
            continue
        parts[-1] += character
    else:
        return {}
    names: dict[int, str] = {}
    for part in parts:
        keyed = _KEYED.fullmatch(part) if closing == "}" else None
        if closing == "]" and part.strip():
            names[len(names)] = _plain(part)
        elif keyed is not None:
            names[int(keyed[1])] = _plain(keyed[2])
    return {index: name for index, name in names.items() if name and index < _MOST_CLASSES}


def _uncommented(text: str) -> str:
    """Return YAML without a comment at its end; a # in a name has no space before it, or is quoted."""
    return text if text.strip()[:1] in ("'", '"') else re.split(r"\s#", text, maxsplit=1)[0]


def _plain(text: str) -> str:
    text = _uncommented(text).strip()
    if len(text) >= 2 and text[0] in "'\"":
        end = text.find(text[0], 1)
        return text[1:end].strip() if end > 0 else text.strip("'\"")
    return text
