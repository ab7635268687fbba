"""FORMATS: the kinds of files a project is exported to and imported from. One row a format."""

from __future__ import annotations

from sam_annotator.core.errors import FormatError
from sam_annotator.core.words import tr
from sam_annotator.formats.base import Format
from sam_annotator.formats.coco import CocoFormat
from sam_annotator.formats.cutouts import CutoutFormat
from sam_annotator.formats.npz import NpzFormat
from sam_annotator.formats.overlay import OverlayFormat
from sam_annotator.formats.png_instances import InstanceMaskFormat
from sam_annotator.formats.png_semantic import SemanticMaskFormat

FORMATS: tuple[Format, ...] = (
    CocoFormat(),
    CutoutFormat(),
    InstanceMaskFormat(),
    SemanticMaskFormat(),
    NpzFormat(),
    OverlayFormat(),
)
READABLE: tuple[Format, ...] = tuple(known for known in FORMATS if known.can_read)


def get_format(format_id: str) -> Format:
    """Return a format by its id.

    Raises:
        FormatError: there is none.
    """
    for known in FORMATS:
        if known.id == format_id:
            return known
    names = ", ".join(known.id for known in FORMATS)
    raise FormatError(
        tr(
            'There is no format "{format_id}"; choose one of: {names}.',
            format_id=format_id,
            names=names,
        )
    )
