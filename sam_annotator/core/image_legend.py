"""Draw a legend into an image: coloured squares with names. Imports core; Pillow is imported late."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

from sam_annotator.core.late import np, npt

if TYPE_CHECKING:
    from PIL.ImageFont import FreeTypeFont, ImageFont

_TEXT = 14.0  # height in pixels of an image whose line scale is 1
_GROUND, _INK = (24, 24, 24), (240, 240, 240)
_GROUND_ALPHA = 0.78
# Fonts of Windows, macOS and Linux that know most scripts; Pillow finds them by name, and its own knows Latin only.
_FONTS = (
    "NotoSansCJK-Regular.ttc",
    "msyh.ttc",
    "PingFang.ttc",
    "Hiragino Sans GB.ttc",
    "wqy-microhei.ttc",
    "DejaVuSans.ttf",
    "arial.ttf",
)


def draw_legend(
    image: npt.NDArray[np.uint8], entries: Sequence[tuple[str, tuple[int, int, int]]], scale: float
) -> None:
    """Draw a legend into the top left corner of an image, in place; what does not fit is left out.

    Args:
        image: RGB (H, W, 3).
        entries: names and their colours, RGB.
        scale: how many pixels of the image a pixel of the window stands for.
    """
    from PIL import Image as PilImage
    from PIL import ImageDraw

    if not entries:
        return
    height, width = image.shape[:2]
    size = max(8, round(_TEXT * scale))
    gap = size // 2
    line = size + gap
    fonts = [_font(size, name.isascii()) for name, _ in entries]
    widest = max(font.getlength(name) for font, (name, _) in zip(fonts, entries, strict=True))
    box_w = min(width, round(widest) + size + 3 * gap)
    box_h = min(height, len(entries) * line + gap)
    part = image[:box_h, :box_w]
    ground = np.array(_GROUND, np.float32)
    part[:] = np.rint(part * (1 - _GROUND_ALPHA) + ground * _GROUND_ALPHA).astype(np.uint8)
    picture = PilImage.fromarray(np.ascontiguousarray(part))
    draw = ImageDraw.Draw(picture)
    for row, (font, (name, color)) in enumerate(zip(fonts, entries, strict=True)):
        top = gap + row * line
        draw.rectangle((gap, top, gap + size - 1, top + size - 1), fill=color, outline=_INK)
        draw.text((2 * gap + size, top + size / 2), name, fill=_INK, font=font, anchor="lm")
    part[:] = np.asarray(picture)


@cache
def _font(size: int, is_ascii: bool) -> FreeTypeFont | ImageFont:
    from PIL import ImageFont

    for name in () if is_ascii else _FONTS:
        try:
            return ImageFont.truetype(name, size)
        except OSError:
            continue
    return ImageFont.load_default(size)
