"""What formats of pictures say when one wants to import them. Imports core."""

from __future__ import annotations

from pathlib import Path

from sam_annotator.core.errors import FormatError
from sam_annotator.core.records import Dataset
from sam_annotator.core.words import tr
from sam_annotator.formats.base import ImportOptions, ImportResult


class WritesOnly:
    """Base of formats that are exported only."""

    suffixes: tuple[str, ...] = ()
    can_read = False

    def read(self, path: Path, dataset: Dataset, options: ImportOptions) -> ImportResult:
        """Refuse; see `Format.read`."""
        raise FormatError(tr("{name} is of a kind that is exported only; import a COCO file.", name=path.name))
