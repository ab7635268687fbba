"""Attributes, occluded, truncated and notes on their way through COCO files."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

from coco_samples import HEIGHT, WIDTH, box_mask

from sam_annotator.core.records import Annotation, Category, Dataset, Image
from sam_annotator.formats.base import ExportOptions, ImportOptions
from sam_annotator.formats.coco_read import read_coco
from sam_annotator.formats.coco_write import write_coco

IMAGES = (Image(1, "1.png", WIDTH, HEIGHT, "ab"),)
CATEGORIES = (Category(1, "a", "#000000"),)
PLAIN = Annotation(1, 1, 1, box_mask(2, 3, 4, 5), score=0.5)
SAID = replace(
    PLAIN, id=2, mask=box_mask(1, 1, 3, 3), occluded=True, note='"quoted" 中',
    attributes={"colour": "red", "age": 3, "wet": True},
)  # fmt: skip


def test_they_are_written_as_others_do_and_only_where_there_are_any(tmp_path: Path) -> None:
    """Other programs would not find them, or plain files would change."""
    out = tmp_path / "out.json"
    hidden = replace(PLAIN, id=3, mask=box_mask(0, 0, 2, 2), locked=True, hidden=True, z_order=4, clicks=3)
    write_coco(Dataset(IMAGES, CATEGORIES, (PLAIN, SAID, hidden)), out, ExportOptions())
    plain, said, other = json.loads(out.read_text("ascii"))["annotations"]
    assert "attributes" not in plain
    assert set(plain) == set(other)
    assert said["attributes"] == {"occluded": True, "note": '"quoted" 中', "colour": "red", "age": 3, "wet": True}


def test_a_round_trip_keeps_them(tmp_path: Path) -> None:
    """What was said of an object would be lost between two projects."""
    out, again = tmp_path / "out.json", tmp_path / "again.json"
    dataset = Dataset(IMAGES, CATEGORIES, (PLAIN, SAID))
    write_coco(dataset, out, ExportOptions())
    result = read_coco(out, Dataset(IMAGES, CATEGORIES), ImportOptions())
    assert result.annotations == (PLAIN, SAID)
    write_coco(replace(dataset, annotations=result.annotations), again, ExportOptions())
    assert again.read_bytes() == out.read_bytes()
