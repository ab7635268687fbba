"""Which image of a project a record of a COCO file is of: by path, hash, or a name that is unique. Imports core."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import Any
from urllib.parse import unquote

from sam_annotator.core.records import Image
from sam_annotator.core.words import tr
from sam_annotator.formats.coco_write import EXTRA_KEY
from sam_annotator.formats.values import shown as _shown

_DRIVE = re.compile(r"[A-Za-z]:")


class Unfit(Exception):
    """One thing of the file does not fit; the text is the reason."""


class Matcher:
    """Finds the project's image of a record: by relative path, else by hash, else by a name that is unique."""

    def __init__(self, images: Sequence[Image], records: list[Any]) -> None:
        self._by_file_name = {image.file_name: image for image in images}
        self._by_path: dict[str, list[Image]] = defaultdict(list)
        self._by_hash: dict[str, list[Image]] = defaultdict(list)
        self._by_name: dict[str, list[Image]] = defaultdict(list)
        for image in images:
            self._by_path[_normal(image.file_name)].append(image)
            self._by_hash[image.sha256].append(image)
            self._by_name[_base(image.file_name)].append(image)
        names = [r["file_name"] for r in records if isinstance(r, dict) and isinstance(r.get("file_name"), str)]
        self._name_counts = Counter(_base(name) for name in names)

    def match(self, record: dict[str, Any], what: str) -> tuple[Image, str]:
        """Return the image and a note for the user, often empty."""
        file_name = record.get("file_name")
        if not isinstance(file_name, str) or not file_name:
            raise Unfit(tr("{what} has no file_name.", what=what))
        if image := self._by_file_name.get(file_name):  # it may hold what means a drive or a folder elsewhere
            return image, ""
        path = _normal(file_name)
        if path.startswith("/") or _DRIVE.match(path) or ".." in path.split("/"):
            raise Unfit(
                tr(
                    "{what} ({name}) has a path that leads out of the image folder.",
                    what=what,
                    name=_shown(file_name),
                )
            )
        if alike := self._by_path.get(path):
            return _only(alike, f"{what} ({_shown(file_name)})"), ""
        sha256 = extra_of(record).get("sha256")
        same = self._by_hash.get(sha256, []) if isinstance(sha256, str) and sha256 else []
        if len(same) == 1:
            return same[0], tr(
                "{name} is {other} in this project: the same file elsewhere.",
                name=_shown(file_name),
                other=same[0].file_name,
            )
        decoded = _normal(unquote(file_name))  # of a program that keeps addresses instead of paths
        if decoded != path and len(encoded := self._by_path.get(decoded, [])) == 1:
            return encoded[0], tr("{name} was taken for {other}.", name=_shown(file_name), other=encoded[0].file_name)
        named = self._by_name.get(_base(file_name)) or self._by_name.get(_base(decoded), [])
        if not named:
            raise Unfit(tr("{what} ({name}) is not in this project.", what=what, name=_shown(file_name)))
        image = _only(named, f"{what} ({_shown(file_name)})")
        if self._name_counts[_base(file_name)] > 1:
            raise Unfit(tr("{what} ({name}) is not in this project.", what=what, name=_shown(file_name)))
        return image, tr(
            "{name} was taken for {file_name}: the only one of that name.",
            name=_shown(file_name),
            file_name=image.file_name,
        )


def _only(images: Sequence[Image], what: str) -> Image:
    if len(images) > 1:
        raise Unfit(tr("{what} could be any of {n} images of that name.", what=what, n=len(images)))
    return images[0]


def _normal(file_name: str) -> str:
    """Return a path in one way of writing: "/" between parts, no "." parts, composed characters."""
    path = unicodedata.normalize("NFC", file_name.replace("\\", "/"))
    if path.startswith("/"):
        return path
    return "/".join(part for part in path.split("/") if part not in ("", "."))


def _base(file_name: str) -> str:
    return _normal(file_name).rpartition("/")[2]


def extra_of(record: dict[str, Any]) -> dict[str, Any]:
    """Return what this program wrote into a record beside COCO's own."""
    extra = record.get(EXTRA_KEY)
    return extra if isinstance(extra, dict) else {}
