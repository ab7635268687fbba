"""What a COCO file that this program wrote says of its images beside their size. Imports core only."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from sam_annotator.core.records import Image, ImageState

_STATES = [str(state) for state in ImageState if state != ImageState.NEW]


def as_said(image: Image, extra: Mapping[str, Any]) -> Image:
    """Return an image with the state, note and tags of its record, where the project says nothing itself."""
    state, note, tags = extra.get("state"), extra.get("note"), extra.get("tags")
    if image.state == ImageState.NEW and state in _STATES:
        image = replace(image, state=ImageState(state))
    if not image.note and isinstance(note, str):
        image = replace(image, note=note)
    if not image.tags and isinstance(tags, list):
        words = dict.fromkeys(" ".join(tag.split()) for tag in tags if isinstance(tag, str))
        image = replace(image, tags=tuple(word for word in words if word))
    return image
