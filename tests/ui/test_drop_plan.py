"""What dropped files mean."""

from __future__ import annotations

from pathlib import Path

from sam_annotator.ui.drop_plan import DropPlan, plan_drop

JSON = (".json",)


def test_images_folders_and_annotations(tmp_path: Path) -> None:
    """Whatever is dropped at once, the one thing that is meant must open, and nothing be lost without a word."""
    first, second = tmp_path / "first", tmp_path / "second"
    for folder in (first, second):
        folder.mkdir()
        for name in ("a.png", "b.png", "notes.json"):
            (folder / name).write_bytes(b"")
    a, b, notes = (first / name for name in ("a.png", "b.png", "notes.json"))
    assert plan_drop([a], JSON) == DropPlan(a)
    assert plan_drop([b, a], JSON) == DropPlan(b)
    assert plan_drop([a, second / "a.png"], JSON) == DropPlan(a, None, (second / "a.png",))
    assert plan_drop([notes], JSON) == DropPlan(None, notes)
    assert plan_drop([notes, second / "notes.json"], JSON) == DropPlan(None, notes, (second / "notes.json",))
    assert plan_drop([notes, first, second], JSON) == DropPlan(first, notes, (second,))
    assert plan_drop([a, first], JSON) == DropPlan(first)
    other = tmp_path / "readme.pdf"
    assert plan_drop([other], JSON) == DropPlan(other)
    assert plan_drop([a, other], JSON) == DropPlan(a, None, (other,))
