"""How likely a mask is wrong, as one number from what speaks against it. Numbers in, numbers out; imports core.

Each piece of evidence gives a chance of its own, and any of them is enough: 1 - (1 - a)(1 - b)... The curves were set
on photographs with known regions, a tenth of them spoilt; `tests/engine/test_doubting.py` has the check.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any

from sam_annotator.core.late import np, npt
from sam_annotator.core.words import mark

_NEVER = 0.02  # the chance that something speaks for where it is not known
_TRUSTED = 0.999  # agreement from which a mask is the engine's own answer
_REASON = 0.3  # the chance from which something is told
# By name of the evidence: how much it counts, and what it is in a usual good mask.
_MISPLACED = {  # of good masks, and of eroded and shifted ones
    "moved": (4.7, -0.31),
    "shifted": (2.3, -0.03),
    "outline": (-1.9, 0.43),
    "agreement": (-3.3, 0.76),
}
_MISPLACED_CONSTANT = 1.1
_MISPLACED_LEARNED = {  # likewise, where the engine sees boundaries
    "moved": (3.6, -0.31),
    "shifted": (1.4, -0.03),
    "learned_moved": (4.2, -0.25),
    "learned_shifted": (2.7, -0.01),
    "outline": (-1.3, 0.43),
    "agreement": (-2.1, 0.76),
}
_MISPLACED_LEARNED_CONSTANT = 0.15
_TWO = {  # of good masks, and of masks merged with a neighbour
    "agreement": (-0.8, 0.76),
    "neck": (1.5, 0.0),
    "cut": (-0.29, -6.25),
    "halves": (-0.8, 0.67),
    "halves_stability": (-1.9, 0.73),
}
_TWO_CONSTANT = -1.9
REASON_WORDS: Mapping[str, str] = {
    "outline": mark("its outline does not lie on edges of the image"),
    "agreement": mark("the engine answers its prompts otherwise"),
    "halves": mark("it may be two objects"),
    "covers": mark("it covers another annotation"),
    "stability": mark("its outline hangs on the threshold"),
    "predicted_iou": mark("the engine is not sure of it"),
    "disagreement": mark("the candidates differ"),
}


@dataclass(frozen=True, slots=True)
class Evidence:
    """What was found about a mask; NaN where it is not known.

    Attributes:
        agreement: IoU with the engine's answer that is most like it.
        prompted: whether that answered the prompts that are stored, and not a box and a point of the mask.
        predicted_iou: the engine's own estimate of that answer.
        stability: SAM's stability score of that answer.
        disagreement: how little the engine's candidates are alike: 1 less their mean IoU.
        outline: logarithm of how much stronger the edges of the photograph are at the outline than beside it.
        shifted: logarithm of how much stronger they are where the outline lies when it is moved, at best.
        moved: likewise, in the mean of all directions and distances.
        learned_shifted: as shifted, of the boundaries that the engine sees.
        learned_moved: as moved, likewise.
        halves: share of one half of the mask that an answer for the other half covers; low where two objects are one.
        halves_stability: SAM's stability score of the answers for the halves.
        cut: logarithm of the normalised cut between the halves; low where they hang together by little.
        neck: how large the second part is when the mask is cut at its narrow places, 0 to 1.
        covers: share of another annotation that lies within the mask; the largest.
    """

    agreement: float = math.nan
    prompted: bool = False
    predicted_iou: float = math.nan
    stability: float = math.nan
    disagreement: float = math.nan
    outline: float = math.nan
    shifted: float = math.nan
    moved: float = math.nan
    learned_shifted: float = math.nan
    learned_moved: float = math.nan
    halves: float = math.nan
    halves_stability: float = math.nan
    cut: float = math.nan
    neck: float = math.nan
    covers: float = math.nan

    def to_json(self) -> dict[str, Any]:
        """Return it as plain JSON values, without what is not known."""
        values = {field.name: getattr(self, field.name) for field in fields(self)}
        return {name: value for name, value in values.items() if isinstance(value, bool) or math.isfinite(value)}

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Evidence:
        """Read what `to_json` wrote; ValueError where it is something else."""
        try:
            known = {field.name for field in fields(cls)} - {"prompted"}
            numbers = {name: float(value) for name, value in data.items() if name in known}
            return cls(prompted=bool(data.get("prompted", False)), **numbers)
        except (TypeError, AttributeError) as e:
            raise ValueError(f"not evidence: {e}") from e


def doubt_of(evidence: Evidence) -> float:
    """Return how likely a mask is wrong, 0 to 1."""
    return float(1 - np.prod([1 - chance for chance in _chances(evidence).values()]))


def reasons_of(evidence: Evidence) -> tuple[str, ...]:
    """Return what speaks against a mask, the strongest first: names of fields of Evidence."""
    found = sorted(_chances(evidence).items(), key=lambda one: -one[1])
    return tuple(name for name, chance in found if chance >= _REASON)


def _chances(e: Evidence) -> dict[str, float]:
    """Return the chance that a mask is wrong by each piece of evidence alone."""
    is_own = e.prompted and e.agreement >= _TRUSTED
    # What an engine gave follows its own idea of the outline, which says less of a mistake than that of a hand.
    outline = _rising(-e.outline, -0.1, 16.0)
    chances = {
        "outline": 0.4 * outline if is_own else outline,
        "covers": 0.9 * _rising(e.covers, 0.7, 12.0),
        "stability": 0.3 * _rising(-e.stability, -0.6, 8.0),
        "predicted_iou": 0.3 * _rising(-e.predicted_iou, -0.5, 8.0),
        "disagreement": 0.1 * _rising(e.disagreement, 0.6, 8.0),
    }
    if e.prompted:
        return {**chances, "agreement": _rising(-e.agreement, -0.85, 15.0)}
    if math.isfinite(e.learned_moved):
        outline = _logistic(e, _MISPLACED_LEARNED, _MISPLACED_LEARNED_CONSTANT)
    elif math.isfinite(e.moved):
        outline = _logistic(e, _MISPLACED, _MISPLACED_CONSTANT)
    return {"outline": outline, "covers": chances["covers"], "halves": _logistic(e, _TWO, _TWO_CONSTANT)}


def _logistic(e: Evidence, terms: Mapping[str, tuple[float, float]], constant: float) -> float:
    """Return a chance by the terms of a logistic regression; what is not known counts as in a usual good mask."""
    total = sum(weight * _known(getattr(e, name), usual) for name, (weight, usual) in terms.items())
    return _rising(total + constant, 0.0, 1.0)


def stored_doubts(scores: npt.NDArray[np.float64], stabilities: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    """Return how doubtful masks are by what is stored of them alone.

    Args:
        scores: predicted IoU, float64 (N,); NaN where there is none.
        stabilities: likewise.

    Returns:
        float64 (N,), 0 to 1; NaN where neither is known.
    """
    known = np.stack((scores, stabilities))
    weights = np.array([[1.0], [0.5]]) * ~np.isnan(known)
    total = weights.sum(axis=0)
    sure = np.clip((np.nan_to_num(known) * weights).sum(axis=0) / np.where(total > 0, total, 1.0), 0.0, 1.0)
    return np.where(total > 0, 1 - sure, np.nan)


def _rising(value: float, middle: float, steepness: float) -> float:
    """Return a chance that rises with a value, one half in the middle; hardly any where it is not known."""
    if not math.isfinite(value):
        return _NEVER
    return 1 / (1 + math.exp(min(max(-steepness * (value - middle), -50.0), 50.0)))


def _known(value: float, otherwise: float) -> float:
    return value if math.isfinite(value) else otherwise
