"""CanvasColors: the theme's colours that the canvas paints with. The category colours come with the annotations."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CanvasColors:
    """Colours as "#rrggbb"; the defaults are those of the dark theme.

    Attributes:
        background: around the image; a neutral grey.
        text: of messages and chips.
        text_dim: of the details under a message.
        accent: of focus, selection handles and the one button.
        on_accent: text on the accent.
        chip: background of chips and message panels.
        chip_border: a line around them.
        positive: of positive points.
        negative: of negative points.
        box: of prompt boxes and rubber bands.
    """

    background: str = "#1e1e1e"
    text: str = "#f0f0f0"
    text_dim: str = "#b0b0b0"
    accent: str = "#4c9ffe"
    on_accent: str = "#000000"
    chip: str = "#2b2b2b"
    chip_border: str = "#4a4a4a"
    positive: str = "#12a150"
    negative: str = "#e0383e"
    box: str = "#ffffff"


DARK = CanvasColors()
LIGHT = CanvasColors(
    background="#d6d6d6",
    text="#1a1a1a",
    text_dim="#4a4a4a",
    accent="#0a5fd0",
    on_accent="#ffffff",
    chip="#ffffff",
    chip_border="#b0b0b0",
)
