"""Arguments that several commands have, read strictly: what is wrong is said in one sentence. Imports core only."""

from __future__ import annotations

import argparse
import contextlib
import math

from sam_annotator.core.geometry import Box


def name_argument(text: str) -> str:
    """Read the name of a category."""
    if not text.strip():
        raise argparse.ArgumentTypeError("a category needs a name")
    return text.strip()


def share_argument(text: str) -> float:
    """Read a number from 0 to 1."""
    with contextlib.suppress(ValueError):
        if 0 <= float(text) <= 1:
            return float(text)
    raise argparse.ArgumentTypeError(f'"{text}" is not a number from 0 to 1')


def point_argument(text: str) -> tuple[float, float, int]:
    """Read "X,Y,LABEL"."""
    x, y, label = _numbers(text, 3, "X,Y,LABEL")
    if label not in (0, 1):
        raise argparse.ArgumentTypeError(f'the label of "{text}" must be 1 (inside) or 0 (outside)')
    return (x, y, int(label))


def box_argument(text: str) -> Box:
    """Read "X0,Y0,X1,Y1"."""
    box = Box(*_numbers(text, 4, "X0,Y0,X1,Y1"))
    if box.x0 >= box.x1 or box.y0 >= box.y1:
        raise argparse.ArgumentTypeError(f'the box "{text}" is inverted or empty: X0 must be below X1 and Y0 below Y1')
    return box


def _numbers(text: str, count: int, form: str) -> list[float]:
    try:
        numbers = [float(part) for part in text.split(",")]
    except ValueError:
        numbers = []
    if len(numbers) != count or not all(math.isfinite(n) for n in numbers):
        raise argparse.ArgumentTypeError(f'"{text}" is not {form} in numbers')
    return numbers
