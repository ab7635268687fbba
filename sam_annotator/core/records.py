"""Image, Category, Annotation and Dataset: frozen records that every layer speaks. Imports core only."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any, TypeAlias

from sam_annotator.core.errors import MaskError
from sam_annotator.core.geometry import finite_number
from sam_annotator.core.mask import Mask
from sam_annotator.core.prompt import Prompt

if TYPE_CHECKING:
    from sam_annotator.core.options import AttributeSpec

AttributeValue: TypeAlias = str | float | bool

# Okabe and Ito's colours, told apart by colour-blind people too, then darker and lighter ones of other hues.
CATEGORY_COLORS = (
    "#e69f00", "#56b4e9", "#009e73", "#f0e442", "#0072b2", "#d55e00", "#cc79a7", "#999999",
    "#b15928", "#6a3d9a", "#33a02c", "#fb9a99", "#1f78b4", "#b2df8a", "#e31a1c", "#cab2d6",
)  # fmt: skip


def default_color(position: int) -> str:
    """Return the colour of the category at a position, from 0, as "#rrggbb"."""
    return CATEGORY_COLORS[position % len(CATEGORY_COLORS)]


class ImageState(StrEnum):
    """How far an image is."""

    NEW = "new"
    IN_PROGRESS = "in_progress"
    DONE = "done"
    FLAGGED = "flagged"


class ReviewState(StrEnum):
    """What a reviewer said of an image or an annotation."""

    NONE = ""
    ACCEPTED = "accepted"
    REJECTED = "rejected"


@dataclass(frozen=True, slots=True)
class Image:
    """One image of a project.

    Attributes:
        id: >= 1, given once.
        file_name: path relative to the project's image folder, with "/" between parts.
        width: in pixels after EXIF orientation; 0 while not probed yet.
        height: likewise.
        sha256: of the file's bytes; "" while not probed yet.
        state: how far it is.
        missing: whether the file was not there at the last look.
        note: what the annotators wrote on it.
        tags: words to find it by, each once.
        review: what a reviewer said of it.
        comment: the reviewer's words.
        done_at: when it was marked as done, in seconds since 1970; 0.0 where it is not, or where that is not known.
    """

    id: int
    file_name: str
    width: int = 0
    height: int = 0
    sha256: str = ""
    state: ImageState = ImageState.NEW
    missing: bool = False
    note: str = ""
    tags: tuple[str, ...] = ()
    review: ReviewState = ReviewState.NONE
    comment: str = ""
    done_at: float = 0.0

    @property
    def size_hw(self) -> tuple[int, int]:
        """Height and width in pixels."""
        return (self.height, self.width)

    @property
    def name(self) -> str:
        """The file's name without its folder."""
        return PurePosixPath(self.file_name).name

    @property
    def is_probed(self) -> bool:
        """Whether size and hash are known."""
        return self.width > 0 and self.height > 0 and bool(self.sha256)


@dataclass(frozen=True, slots=True)
class Category:
    """What an annotation is an example of; id >= 1, given once; colour "#rrggbb"."""

    id: int
    name: str
    color: str
    supercategory: str = ""


@dataclass(frozen=True, slots=True)
class PromptStep:
    """One answer in the chain that led to a mask: each step's logits went into the next as mask_input.

    Attributes:
        prompt: what was asked.
        multimask_output: whether three candidates were asked for.
        candidate: index of the candidate that was chosen.
        mask: what went in as mask_input in place of logits: the annotation's own mask, which no engine had given, or
            which was edited since; None where nothing did, or the logits of the step before.
    """

    prompt: Prompt
    multimask_output: bool
    candidate: int
    mask: Mask | None = None


@dataclass(frozen=True, slots=True)
class Provenance:
    """How an annotation was made.

    Attributes:
        source: "prompt", "import", "brush", "polygon", ...: what made the pixels last.
        engine_id: "" where no engine was used.
        checkpoint_sha256: of the engine's weights file; "" where there is none.
        steps: the chain of answers, last one last; its prompt is the whole prompt of the object.
        threshold: of the logits, above which a pixel is inside.
        predicted_iou: the engine's own estimate for the chosen candidate.
        edited: whether pixels were changed by hand after the engine's answer.
        extra: whatever else an imported file said; JSON values.
        precision: "float32", "fused float32", "bfloat16" or "float16", of the image encoder; "" where none was used.
    """

    source: str = "prompt"
    engine_id: str = ""
    checkpoint_sha256: str = ""
    steps: tuple[PromptStep, ...] = ()
    threshold: float = 0.0
    predicted_iou: float | None = None
    edited: bool = False
    extra: Mapping[str, Any] = field(default_factory=dict, hash=False)
    precision: str = ""

    @property
    def prompt(self) -> Prompt:
        """The whole prompt of the object; empty where it was not prompted."""
        return self.steps[-1].prompt if self.steps else Prompt()

    def to_json(self) -> dict[str, Any]:
        """Return the provenance as plain JSON values, keys in a fixed order."""
        return {
            "source": self.source,
            "engine": self.engine_id,
            "checkpoint_sha256": self.checkpoint_sha256,
            **({"precision": self.precision} if self.precision else {}),
            "steps": [
                {
                    "prompt": step.prompt.to_json(),
                    "multimask_output": step.multimask_output,
                    "candidate": step.candidate,
                    **({"mask_input": step.mask.to_coco_rle()} if step.mask is not None else {}),
                }
                for step in self.steps
            ],
            "threshold": self.threshold,
            "predicted_iou": self.predicted_iou,
            "edited": self.edited,
            "extra": dict(self.extra),
        }

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Provenance:
        """Read what `to_json` wrote.

        Raises:
            ValueError: the data is no provenance.
        """
        try:
            steps = tuple(_step_from_json(step) for step in data.get("steps", ()))
            iou = data.get("predicted_iou")
            extra = data.get("extra", {})
            if not isinstance(extra, Mapping):
                raise ValueError("extra must be an object")
            return cls(
                source=str(data.get("source", "")),
                engine_id=str(data.get("engine", "")),
                checkpoint_sha256=str(data.get("checkpoint_sha256", "")),
                precision=str(data.get("precision", "")),
                steps=steps,
                threshold=finite_number(data.get("threshold", 0.0)),
                predicted_iou=None if iou is None else finite_number(iou),
                edited=bool(data.get("edited", False)),
                extra=dict(extra),
            )
        except (TypeError, AttributeError, KeyError) as e:
            raise ValueError(f"not a provenance: {e}") from e


def _step_from_json(data: Mapping[str, Any]) -> PromptStep:
    """Read one step; its candidate must be one that an engine gives, for it is asked for again when refining."""
    multimask_output, candidate = bool(data["multimask_output"]), finite_number(data["candidate"])
    if candidate not in (range(3) if multimask_output else range(1)):
        raise ValueError("a step's candidate is 0, 1 or 2, and 0 where one mask was asked for")
    rle = data.get("mask_input")
    try:
        mask = None if rle is None else Mask(tuple(rle["size"]), rle["counts"])
    except MaskError as e:
        raise ValueError(f"a step's mask_input is no mask: {e}") from e
    return PromptStep(Prompt.from_json(data["prompt"]), multimask_output, int(candidate), mask)


@dataclass(frozen=True, slots=True)
class Annotation:
    """One accepted object.

    Attributes:
        id: >= 1, given once by the store; 0 before that.
        image_id: the image it lies in.
        category_id: what it is.
        mask: its pixels; never empty; its size is the image's.
        iscrowd: COCO's flag, only where the user set it.
        score: predicted IoU of the accepted mask, or None where no engine made it.
        provenance: how it was made.
        occluded: whether something stands before it.
        truncated: whether the image's border cuts it.
        note: what the annotators wrote on it.
        attributes: values of the project's attributes, by name; one that has none is left out.
        locked: whether it is kept from changes.
        hidden: whether it is not drawn, and not hit by clicks.
        z_order: annotations are drawn and listed in the order of (z_order, id), the last on top.
        review: what a reviewer said of it.
        comment: the reviewer's words.
        created_at: when it was added, in seconds since 1970; 0.0 where that is not known, as of an import.
        seconds: how long the user worked on it until it was accepted; 0.0 where that is not known.
        clicks: how many clicks and boxes that took.
    """

    id: int
    image_id: int
    category_id: int
    mask: Mask
    iscrowd: bool = False
    score: float | None = None
    provenance: Provenance = field(default_factory=Provenance)
    occluded: bool = False
    truncated: bool = False
    note: str = ""
    attributes: Mapping[str, AttributeValue] = field(default_factory=dict, hash=False)
    locked: bool = False
    hidden: bool = False
    z_order: int = 0
    review: ReviewState = ReviewState.NONE
    comment: str = ""
    created_at: float = 0.0
    seconds: float = 0.0
    clicks: int = 0


@dataclass(frozen=True, slots=True)
class Dataset:
    """All of a project that formats read and write.

    Attributes:
        images: in the order of their ids.
        categories: likewise.
        annotations: likewise.
        name: the project's.
        attributes: that its annotations have, in the order they are shown.
        reviewed: of an import only: annotations of the project, with the review that they are to have.
    """

    images: tuple[Image, ...] = ()
    categories: tuple[Category, ...] = ()
    annotations: tuple[Annotation, ...] = ()
    name: str = ""
    attributes: tuple[AttributeSpec, ...] = ()
    reviewed: tuple[Annotation, ...] = ()
