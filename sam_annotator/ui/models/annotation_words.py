"""Words for what is stored of an annotation as a name: where its mask came from, its flags, its review."""

from __future__ import annotations

from sam_annotator.core.records import Annotation, ReviewState
from sam_annotator.core.words import mark, series, tr

_SOURCES = {
    "prompt": mark("Clicks"),
    "import": mark("Imported"),
    "brush": mark("Brush"),
    "polygon": mark("Polygon"),
    "union": mark("Added to another"),
    "subtract": mark("Cut by others"),
    "intersect": mark("Overlap with others"),
    "join": mark("Joined"),
    "split": mark("Part of another"),
    "paste": mark("Pasted"),
    "automatic": mark("Found automatically"),
    "boxes": mark("Box of a detector"),
}
_FLAGS = {
    "iscrowd": mark("crowd"),
    "occluded": mark("occluded"),
    "truncated": mark("truncated"),
    "locked": mark("locked"),
    "hidden": mark("hidden"),
}
_REVIEWS = {ReviewState.ACCEPTED: mark("Accepted"), ReviewState.REJECTED: mark("Rejected")}


def source_words(source: str) -> str:
    """Return where a mask came from; the name itself where it is none of this program's."""
    return tr(_SOURCES[source]) if source in _SOURCES else source


def engine_words(engine_id: str) -> str:
    """Return what an engine is called; the name itself where it is none of this program's."""
    from sam_annotator.engine.registry import ENGINES  # late: the window is painted before it is needed

    return next((tr(row.title) for row in ENGINES if row.id == engine_id), engine_id)


def flag_words(annotation: Annotation) -> str:
    """Return the flags that are set, as a list in the user's language."""
    from sam_annotator.core.annotation_table import flags_of  # late: it takes numpy

    return series(tr(_FLAGS[name]) for name in flags_of(annotation))


def review_words(review: ReviewState) -> str:
    """Return what a review said; nothing where there was none."""
    return tr(_REVIEWS[review]) if review in _REVIEWS else ""
