from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import numpy as np
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from ui_samples import CHINESE_NAME, LONG_NAME

from sam_annotator.core.mask import Mask
from sam_annotator.core.prompt import Prompt
from sam_annotator.core.records import Annotation, Category, PromptStep, Provenance
from sam_annotator.core.requests import EncodeRequest, EngineInfo, Prediction, PredictRequest
from sam_annotator.core.session import Answer
from sam_annotator.ui.docks import DetailsDock

Show = Callable[..., DetailsDock]


def _answer(prompt: Prompt, scores: tuple[float, ...], candidate: int = 0) -> Answer:
    encode = EncodeRequest(1, np.zeros((4, 4, 3), np.uint8), "key")
    masks = np.zeros((len(scores), 40, 50), np.bool_)
    masks[:, 10:20, 10:20] = True
    prediction = Prediction(masks, np.array(scores, np.float32), np.zeros((len(scores), 2, 2), np.float32))
    return Answer(PredictRequest(1, 1, prompt, encode), prediction, EngineInfo("builtin", "Built-in"), candidate, 34.2)


def test_candidates_are_shown_and_chosen(qtbot: QtBot, shown: Show) -> None:
    """The three answers to an ambiguous click must be told apart, and taken by a click or a key."""
    dock = shown(DetailsDock())
    chosen: list[int] = []
    dock.candidate_chosen.connect(chosen.append)
    dock.show_answer(_answer(Prompt(((1, 2), (3, 4)), (1, 0), (0, 0, 20, 10)), (0.5, 0.97, 0.8), 1))
    assert [row.isChecked() for row in dock.candidates] == [True, False, False]
    names = [row.accessibleName() for row in dock.candidates]
    assert names == [f"Candidate {n}, predicted IoU {iou}" for n, iou in ((1, "0.97"), (2, "0.80"), (3, "0.50"))]
    qtbot.mouseClick(dock.candidates[2], Qt.MouseButton.LeftButton)
    dock.candidates[1].setFocus()
    qtbot.keyClick(dock.candidates[1], Qt.Key.Key_Space)
    assert chosen == [0, 2]
    facts = dock.draft_facts
    assert facts.value("Points") == "1 positive, 1 negative"
    assert facts.value("Box") == "20 × 10 px"
    assert facts.value("Area") == "100\u2009px²"
    assert facts.value("Engine") == "Built-in, cpu"
    assert facts.value("Time") == "34 ms"


def test_a_draft_says_so(shown: Show) -> None:
    """A rough mask would pass for the chosen engine's."""
    dock = shown(DetailsDock())
    answer = _answer(Prompt(((1, 2),), (1,)), (0.5, 0.97, 0.8))
    dock.show_answer(replace(answer, request=replace(answer.request, is_draft=True)))
    assert dock.draft_note.text().startswith("Draft, ")
    dock.show_answer(answer)
    assert dock.draft_note.text() == "Not accepted yet; predicted IoU"


def test_one_candidate_is_one_row(shown: Show) -> None:
    """Rows of an older answer must not stay behind."""
    dock = shown(DetailsDock())
    dock.show_answer(_answer(Prompt(((1, 2),), (1,)), (0.5, 0.97, 0.8)))
    dock.show_answer(_answer(Prompt(((1, 2),), (1,)), (0.7,)))
    assert [row.isVisible() for row in dock.candidates] == [True, False, False]
    assert not dock.grab().isNull()
    dock.show_answer(None)
    assert not dock.candidates[0].isVisible()


def test_annotation_is_told_in_full(shown: Show, make_annotation: Callable[..., Annotation]) -> None:
    """Where a mask came from is what a reviewer asks first."""
    dock = shown(DetailsDock())
    pixels = np.zeros((60, 80), np.bool_)
    pixels[10:30, 10:30] = True
    pixels[15:18, 15:18] = False
    pixels[40:45, 40:45] = True
    steps = (PromptStep(Prompt(((1, 2), (3, 4)), (1, 1), (0, 0, 5, 5)), False, 0),)
    annotation = replace(
        make_annotation(1),
        mask=Mask.from_array(pixels),
        iscrowd=True,
        provenance=Provenance("prompt", "vit_b", "ec2df627" + "0" * 56, steps, edited=True),
    )
    dock.show_annotation(annotation, Category(1, CHINESE_NAME, "#ff0000"))
    expected = {
        "Category": CHINESE_NAME,
        "Area": "416\u2009px²",
        "Box": "35 × 35 px at 10, 10",
        "Parts": "2, 1 hole",
        "Score": "0.90",
        "Prompts": "2 positive, a box",
        "Engine": "SAM ViT-B",
        "Checkpoint": "ec2df627",
        "Source": "Clicks, edited by hand",
        "Flags": "Crowd region",
    }
    assert {name: dock.facts.value(name) for name in expected} == expected


def test_last_call_is_what_shows(shown: Show, make_annotation: Callable[..., Annotation]) -> None:
    """Details of what was selected before are worse than none."""
    dock = shown(DetailsDock())
    dock.show_annotation(make_annotation(1), Category(1, "person", "#ff0000"))
    assert dock.facts.isVisible()
    dock.show_answer(_answer(Prompt(((1, 2),), (1,)), (0.7,)))
    assert dock.draft_facts.isVisible() and not dock.facts.isVisible()
    dock.show_several(3, 1000)
    assert not dock.draft_facts.isVisible()
    dock.show_annotation(None)
    assert not dock.facts.isVisible()


def test_nothing_is_cut_at_280_pixels(shown: Show, make_annotation: Callable[..., Annotation]) -> None:
    """The column of panels is narrow; a long name must wrap or elide, not push the rest out of sight."""
    dock = shown(DetailsDock(), 280, 500)
    dock.show_annotation(make_annotation(1), Category(1, LONG_NAME * 4, "#ff0000"))
    dock.grab()
    assert dock.minimumSizeHint().width() <= 280
    assert dock.facts.width() <= 280
