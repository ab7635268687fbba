"""What dropped files and folders mean: what to open, what to import, what is too much. No Qt."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path

from sam_annotator.core.image_io import is_supported


@dataclass(frozen=True, slots=True)
class DropPlan:
    """What to do with what was dropped.

    Attributes:
        opens: a project, a folder of images or an image; None for nothing.
        imports: a file of annotations; None for none.
        left_out: what is passed over.
    """

    opens: Path | None = None
    imports: Path | None = None
    left_out: tuple[Path, ...] = ()


def plan_drop(paths: Sequence[Path], suffixes: Collection[str]) -> DropPlan:
    """Tell what to do with dropped paths.

    Several images of one folder open that folder at the first; of several folders the first one counts. A file of
    annotations is imported into what is opened with it, or is open. Anything else is opened, which says why it can't.

    Args:
        paths: of this computer.
        suffixes: of files of annotations, such as ".json".
    """
    imports = [path for path in paths if path.suffix.lower() in suffixes and not path.is_dir()]
    rest = [path for path in paths if path not in imports]
    if not rest:
        return DropPlan(None, imports[0] if imports else None, tuple(imports[1:]))
    first = next((path for path in rest if path.is_dir()), rest[0])
    folder = first if first.is_dir() else first.parent
    inside = [path for path in rest if is_supported(path) and path.parent == folder]
    left_out = [path for path in rest if path != first and path not in inside]
    return DropPlan(first, imports[0] if imports else None, (*left_out, *imports[1:]))
