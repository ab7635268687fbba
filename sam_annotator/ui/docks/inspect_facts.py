"""What the inspection says of an answer, or of an annotation, in words. Imports core and words only."""

from __future__ import annotations

from sam_annotator.core.doubt import REASON_WORDS, Evidence, doubt_of, reasons_of
from sam_annotator.core.mask_facts import MaskFacts
from sam_annotator.core.prompt import POSITIVE, Prompt
from sam_annotator.core.records import Annotation, Category, Provenance
from sam_annotator.core.session import Answer
from sam_annotator.core.words import listed, local_number, mark, tr
from sam_annotator.ui.docks.logit_legend import signed
from sam_annotator.ui.models.annotation_words import engine_words
from sam_annotator.ui.models.figures import area_text, grouped

SHORT_HASH = 12
NAMES = (
    mark("Category"),
    mark("Area"),
    mark("Box"),
    mark("Parts"),
    mark("Holes"),
    mark("Overlap"),
    mark("Score"),
    mark("Points"),
    mark("Box prompt"),
    mark("Steps"),
    mark("Candidate"),
    mark("Engine"),
    mark("Checkpoint"),
    mark("Precision"),
    mark("Threshold"),
    mark("Time"),
    mark("Work"),
    mark("Doubt"),
)


def mask_words(facts: MaskFacts | None) -> dict[str, str]:
    """Return what is said of a mask; nothing while it is not known."""
    if facts is None:
        return {}
    x, y, w, h = facts.bbox_xywh
    return {
        "Area": area_text(facts.area),
        "Box": tr("{w} × {h} px at {x}, {y}", w=w, h=h, x=x, y=y),
        "Parts": grouped(facts.parts),
        "Holes": grouped(facts.holes),
    }


def answer_words(answer: Answer, facts: MaskFacts | None) -> dict[str, str]:
    """Return what is said of an answer on screen."""
    engine, prompt = answer.engine, answer.request.prompt
    rank = answer.prediction.ranking.index(answer.candidate) + 1
    return {
        **mask_words(facts),
        **prompt_words(prompt),
        "Steps": grouped(len(answer.trail)) if len(answer.trail) > 1 else "",
        "Candidate": tr("{rank} of {count}", rank=rank, count=len(answer.prediction)),
        "Engine": listed((tr(engine.title), engine.device)),
        "Checkpoint": engine.checkpoint_sha256[:SHORT_HASH],
        "Precision": engine.precision,
        "Threshold": signed(answer.threshold),
        "Time": f"{answer.elapsed_ms:.0f} ms" if answer.elapsed_ms else "",
    }


def annotation_words(annotation: Annotation, category: Category | None, facts: MaskFacts | None) -> dict[str, str]:
    """Return what is said of an annotation, from what is stored of it."""
    provenance = annotation.provenance
    candidate = provenance.steps[-1].candidate + 1 if provenance.steps else 0
    many = provenance.steps and provenance.steps[-1].multimask_output
    return {
        "Category": category.name if category else "",
        **mask_words(facts),
        "Score": "" if annotation.score is None else local_number(f"{annotation.score:.3f}"),
        **prompt_words(provenance.prompt),
        "Steps": grouped(len(provenance.steps)) if len(provenance.steps) > 1 else "",
        "Candidate": tr("number {number} of the engine's", number=candidate) if many else "",
        "Engine": engine_words(provenance.engine_id),
        "Checkpoint": provenance.checkpoint_sha256[:SHORT_HASH],
        "Precision": provenance.precision,
        "Threshold": signed(provenance.threshold) if provenance.engine_id else "",
        "Work": work_words(annotation),
    }


def prompt_words(prompt: Prompt) -> dict[str, str]:
    """Return a prompt's points and box, in whole pixels."""
    signs = ("+" if label == POSITIVE else "\u2212" for label in prompt.point_labels)
    points = [f"{sign}({x:.0f}, {y:.0f})" for sign, (x, y) in zip(signs, prompt.point_coords, strict=True)]
    box = ""
    if prompt.box_xyxy is not None:
        x0, y0, x1, y1 = prompt.box_xyxy
        box = tr("{w} × {h} px at {x}, {y}", w=round(x1 - x0), h=round(y1 - y0), x=round(x0), y=round(y0))
    return {"Points": "  ".join(points), "Box prompt": box}


def work_words(annotation: Annotation) -> str:
    """Return clicks and seconds."""
    clicks = annotation.clicks
    parts = [
        (tr("{n} click", n=clicks) if clicks == 1 else tr("{n} clicks", n=clicks)) if clicks else "",
        local_number(f"{annotation.seconds:.1f} s") if annotation.seconds else "",
        tr("edited by hand") if annotation.provenance.edited else "",
    ]
    return listed(part for part in parts if part)


def doubt_words(evidence: Evidence | None) -> dict[str, str]:
    """Return how likely a mask is wrong and why; nothing where no engine was asked."""
    if evidence is None:
        return {}
    reasons = [tr(REASON_WORDS[reason]) for reason in reasons_of(evidence)[:2]]
    return {"Doubt": "; ".join((local_number(f"{doubt_of(evidence):.3f}"), *reasons))}


def checkpoint_of(subject: Answer | Provenance) -> str:
    """Return the whole hash of the weights; "" where there are none."""
    return subject.engine.checkpoint_sha256 if isinstance(subject, Answer) else subject.checkpoint_sha256
