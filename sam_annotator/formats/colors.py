"""Colours of categories as numbers. Imports nothing."""

from __future__ import annotations

import re

_COLOR = re.compile(r"#[0-9a-fA-F]{6}")


def rgb_of(color: str) -> tuple[int, int, int]:
    """Return "#rrggbb" as numbers from 0 to 255; grey where it is no colour."""
    if not _COLOR.fullmatch(color):
        return (153, 153, 153)
    return (int(color[1:3], 16), int(color[3:5], 16), int(color[5:7], 16))
