"""How a mask looks: its coverage, blurred a little, is a distance to its edge; a table gives each distance a colour.

So fill, outline and halo come smooth out of one pass, at every zoom and for every shape, and lie exactly on the edges
of the pixels where these are large.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TypeAlias

from PySide6.QtGui import QColor

from sam_annotator.core.late import np, npt

_Floats: TypeAlias = "npt.NDArray[np.float64]"
_Layer: TypeAlias = "tuple[_Floats, _Floats]"

BLUR_SIGMA = 1.3  # widget pixels
APRON = 4  # widget pixels that outline, halo and blur reach beyond a mask


@dataclass(frozen=True, slots=True)
class MaskStyle:
    """What distinguishes the states of a mask; widths in widget pixels.

    Attributes:
        line: width of the outline; 0 for none.
        ring: width of a white line around the outline; 0 for none.
        halo: width of the dark line outside and of the light one inside.
        fill_factor: the fill's opacity as a factor of the opacity set.
        brighten: how far the colour goes towards white, 0 to 1.
        line_alpha: opacity of the outline.
        line_is_dark: whether the outline is black instead of coloured: dashes are drawn on it.
        over: a style that is drawn on this one, in the same pass.
    """

    line: float = 2.0
    ring: float = 0.0
    halo: float = 0.9
    fill_factor: float = 1.0
    brighten: float = 0.0
    line_alpha: float = 1.0
    line_is_dark: bool = False
    over: MaskStyle | None = None


ACCEPTED = MaskStyle()
HOVERED = MaskStyle(ring=1.4, fill_factor=1.35, brighten=0.15)
SELECTED = MaskStyle(line=3.2, halo=1.3, fill_factor=1.2, brighten=0.35)
DRAFT = MaskStyle(line=3.2, halo=0.0, line_alpha=0.7, line_is_dark=True)
DIMMED = MaskStyle(line=1.2, halo=0.5, fill_factor=0.3, line_alpha=0.5)
PREVIEW = MaskStyle(line=1.2, halo=0.7, fill_factor=0.5, brighten=0.2, line_alpha=0.9)


@lru_cache(maxsize=512)
def color_table(color: str, style: MaskStyle, opacity: float, dpr: float) -> npt.NDArray[np.uint32]:
    """Return the premultiplied ARGB32 colour of each value of blurred coverage, uint32 (256,).

    Args:
        color: "#rrggbb".
        style: the state's look.
        opacity: of the fill, 0 to 1.
        dpr: device pixels per widget pixel.
    """
    from statistics import NormalDist  # late: it brings decimal and fractions

    normal = NormalDist()
    values = (np.arange(256) + 0.5) / 256
    # Distance to the edge in widget pixels, inside positive: the inverse of a blurred straight edge.
    distance = np.array([normal.inv_cdf(float(v)) for v in values]) * BLUR_SIGMA
    distance[0], distance[255] = -np.inf, np.inf
    layers = _layers(distance, np.array(_rgb(color)), style, opacity, 0.5 / dpr)
    if style.over is not None:
        layers += _layers(distance, np.array(_rgb(color)), style.over, opacity, 0.5 / dpr)
    out_rgb, out_alpha = np.zeros((256, 3)), np.zeros(256)
    for layer_rgb, alpha in layers:
        out_rgb = out_rgb * (1 - alpha)[:, None] + layer_rgb * alpha[:, None]
        out_alpha = out_alpha * (1 - alpha) + alpha
    parts: npt.NDArray[np.uint32] = np.rint(np.column_stack((out_alpha, out_rgb)) * 255).astype(np.uint32)
    shifts = np.array([24, 16, 8, 0], np.uint32)
    return np.asarray(np.bitwise_or.reduce(parts << shifts, axis=1), np.uint32)


def _layers(distance: _Floats, rgb: _Floats, style: MaskStyle, opacity: float, soft: float) -> list[_Layer]:
    """Return what is drawn at each distance from the edge, the lowest first: a colour and its opacities."""
    bright = rgb + (1 - rgb) * style.brighten
    half = style.line / 2
    layers: list[_Layer] = [(bright, min(opacity * style.fill_factor, 0.9) * _ramp(distance, 0.0, soft))]
    if style.line > 0:
        dark = _band(distance, -half - style.ring - style.halo, 0.0, soft)
        light = _band(distance, 0.0, half + style.halo, soft)
        layers.append((np.zeros(3), 0.55 * dark * (style.halo > 0)))
        layers.append((np.ones(3), 0.45 * light * (style.halo > 0)))
        if style.ring > 0:
            layers.append((np.ones(3), 0.95 * _band(distance, -half - style.ring, 0.0, soft)))
        line_color = np.zeros(3) if style.line_is_dark else bright
        layers.append((line_color, style.line_alpha * _band(distance, -half, half, soft)))
    return layers


def _rgb(color: str) -> tuple[float, float, float]:
    q = QColor(color)
    return (q.redF(), q.greenF(), q.blueF()) if q.isValid() else (0.6, 0.6, 0.6)


def _ramp(distance: npt.NDArray[np.float64], at: float, soft: float) -> npt.NDArray[np.float64]:
    """Return 0 below `at`, 1 above it, and a slope of half-width `soft` between."""
    return np.clip((distance - at) / (2 * soft) + 0.5, 0, 1)


def _band(distance: npt.NDArray[np.float64], low: float, high: float, soft: float) -> npt.NDArray[np.float64]:
    return np.minimum(_ramp(distance, low, soft), 1 - _ramp(distance, high, soft))
