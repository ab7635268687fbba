"""Numbers as people read them in the lists and panels. Imports words only."""

from __future__ import annotations

from sam_annotator.core.words import local_number, mark, tr

THIN_SPACE = "\u2009"


def grouped(number: int) -> str:
    """Return a whole number with thin spaces between thousands."""
    return f"{number:,}".replace(",", THIN_SPACE)


def area_text(pixels: int) -> str:
    """Return an area in pixels, as "12 345 px²"."""
    return f"{grouped(pixels)}{THIN_SPACE}px²"


def score_text(score: float | None) -> str:
    """Return a score as "0.93", or a dash where there is none."""
    return "–" if score is None else local_number(f"{score:.2f}")


def bytes_text(count: int) -> str:
    """Return a size as people write it: "375 MB", "1.2 GB" (powers of 1000, as in file managers)."""
    if count < 1000:
        return count_text(count, mark("{n}\u2009byte"), mark("{n}\u2009bytes"))
    for unit, size in (("GB", 1_000_000_000), ("MB", 1_000_000), ("kB", 1000)):
        if count >= size:
            value = count / size
            digits = 1 if value < 10 and unit == "GB" else 0
            return local_number(f"{value:.{digits}f}{THIN_SPACE}{unit}")
    raise AssertionError(count)


def count_text(count: int, one: str, many: str) -> str:
    """Return a count with its noun in the user's language: "1 image", "2 images".

    Args:
        count: of what is counted.
        one: the marked text for a single one, as "{n} image".
        many: the marked text for any other number, as "{n} images".
    """
    return tr(one if count == 1 else many, n=grouped(count))


def time_text(seconds: float) -> str:
    """Return about how long something takes: "8 s", "3 min", "2 h 10 min"."""
    if seconds < 60:
        return tr("{n}\u2009s", n=max(1, round(seconds)))
    minutes = round(seconds / 60)
    if minutes < 60:
        return tr("{n}\u2009min", n=minutes)
    return tr("{hours}\u2009h {minutes}\u2009min", hours=minutes // 60, minutes=minutes % 60)
