"""What files made of a project's images are called: as the images, in the same folders, no two alike. Imports core."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Collection, Iterable
from pathlib import PurePosixPath

from sam_annotator.core.records import Image

_LONGEST_BYTES = 200  # of a name: systems take 255, and something is put behind it


def file_stems(images: Iterable[Image], reserved: Collection[str] = ()) -> dict[int, str]:
    """Return a path without suffix for each image, by image id, with "/" between parts.

    It is the image's own path without its suffix. Where several images have that one, as a.jpg and a.png do, all of
    them keep their suffixes ("a.jpg", "a.png"). Names that differ in upper and lower case only count as alike, as
    Windows and macOS take them for one.

    Args:
        images: with different paths, which may hold anything.
        reserved: stems of files that stand beside the folders' roots, which no image gets.
    """
    paths = {image.id: _clean(image) for image in images}
    counts = Counter(_key(path.with_suffix("").as_posix()) for path in paths.values())
    counts.update(map(_key, reserved))
    stems: dict[int, str] = {}
    taken = set(map(_key, reserved))
    alike: list[int] = []
    for image_id, path in paths.items():
        stem = path.with_suffix("").as_posix()
        if counts[_key(stem)] == 1:
            stems[image_id] = stem
            taken.add(_key(stem))
        else:
            alike.append(image_id)
    for image_id in alike:
        whole = stem = paths[image_id].as_posix()
        number = 1
        while _key(stem) in taken:
            number += 1
            stem = f"{whole}~{number}"
        stems[image_id] = stem
        taken.add(_key(stem))
    return {image_id: stems[image_id] for image_id in paths}


def folder_name(words: str, number: int) -> str:
    """Return a name for a folder made of a person's words, with a number where nothing else is left of them."""
    kept = "".join(c if c.isalnum() or c in " -_.,()+" else "_" for c in words).strip(" .")
    return _cut(kept) or str(number)


def _clean(image: Image) -> PurePosixPath:
    """Return an image's path, which can't lead out of the folder it is put in."""
    parts = [part for part in image.file_name.split("/") if part not in ("", ".")]
    safe = ["_" if part == ".." else part.replace("\\", "_").replace("\0", "_") for part in parts]
    if not safe:
        safe = [str(image.id)]
    if len(safe[-1].encode("utf-8", "replace")) > _LONGEST_BYTES:
        safe[-1] = f"{_cut(safe[-1])}~{image.id}"
    return PurePosixPath(*safe)


def _cut(name: str) -> str:
    return name.encode("utf-8", "replace")[: _LONGEST_BYTES - 20].decode("utf-8", "ignore")


def _key(path: str) -> str:
    return unicodedata.normalize("NFC", path).casefold()
