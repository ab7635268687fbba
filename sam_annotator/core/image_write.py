"""Write PNG files of masks and images, and read each back: what is in the file is what was to be written.

Nothing is overwritten: a file that is there is an error. Imports core; Pillow is imported late.
"""

from __future__ import annotations

import io
import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sam_annotator.core.errors import FormatError
from sam_annotator.core.late import np, npt
from sam_annotator.core.words import tr

if TYPE_CHECKING:
    from PIL import Image as PilImage

Rgb = tuple[int, int, int]


def write_checked_png(path: Path, pixels: npt.NDArray[Any], palette: Sequence[Rgb] = ()) -> None:
    """Write pixels as a new PNG file, and compare the file with them.

    Args:
        path: of the file, which is not there yet.
        pixels: grey (H, W) as uint8 or uint16, or RGB (H, W, 3) or RGBA (H, W, 4) as uint8.
        palette: colours of the values 0, 1, ... of (H, W) uint8, which readers take as values still; () for grey.

    Raises:
        OSError: the file can't be written.
        FormatError: the file holds other pixels.
    """
    from PIL import Image as PilImage

    image = PilImage.fromarray(pixels)
    if palette:
        image.putpalette([part for color in palette for part in color])
    buffer = io.BytesIO()
    image.save(buffer, "PNG")
    write_checked_bytes(path, buffer.getvalue())
    del buffer
    with PilImage.open(path) as back:
        # 16-bit grey is "I;16", or "I" in other versions of Pillow; both give the values, other modes would not.
        if back.size != image.size or back.mode not in _modes(image) or not np.array_equal(np.asarray(back), pixels):
            raise not_as_written(path)


def write_checked_bytes(path: Path, data: bytes) -> None:
    """Write a new file through to the disk, and compare it.

    Raises:
        OSError: the file can't be written.
        FormatError: the file holds something else.
    """
    with path.open("xb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    if path.read_bytes() != data:
        raise not_as_written(path)


def not_as_written(path: Path) -> FormatError:
    """Return the error for a file that differs from what was to be written."""
    return FormatError(
        tr("{name} differs from what was to be written; nothing was kept, try another disk.", name=path.name)
    )


def _modes(image: PilImage.Image) -> tuple[str, ...]:
    return ("I;16", "I", "I;16B") if image.mode.startswith("I;16") else (image.mode,)
