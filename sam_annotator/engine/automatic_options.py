"""How an image is segmented as a whole: the parameters of SamAutomaticMaskGenerator, and presets of them.

A dialog is made from the fields: their metadata holds a label, a help sentence, the limits, the step of a number, and
whether it is for those who know what they do. Labels and help are marked, for `tr`. Imports core.words only.
"""

from __future__ import annotations

import dataclasses
import math
from dataclasses import dataclass, field
from typing import Any

from sam_annotator.core.words import mark, tr


def _parameter(
    default: Any, minimum: float, maximum: float, label: str, help_text: str, *, step: float = 1, advanced: bool = False
) -> Any:
    limits = {"minimum": minimum, "maximum": maximum, "step": step}
    return field(default=default, metadata={"label": label, "help": help_text, "advanced": advanced, **limits})


@dataclass(frozen=True, slots=True)
class AutomaticOptions:
    """The parameters, with the names and defaults of SamAutomaticMaskGenerator.

    Raises:
        ValueError: a value is outside its limits; the text is a sentence for people.
    """

    points_per_side: int = _parameter(
        32,
        1,
        256,
        mark("Points per side"),
        mark("Clicks in a row and in a column of the grid; more find smaller objects."),
    )
    pred_iou_thresh: float = _parameter(
        0.88,
        0,
        1,
        mark("Lowest predicted IoU"),
        mark("Masks the engine itself thinks little of are dropped."),
        step=0.01,
    )
    stability_score_thresh: float = _parameter(
        0.95,
        0,
        1,
        mark("Lowest stability"),
        mark("Masks whose outline moves a lot with the threshold are dropped."),
        step=0.01,
    )
    min_mask_region_area: int = _parameter(
        0,
        0,
        1_000_000,
        mark("Smallest region (px)"),
        mark("Holes and islands below this area are filled or taken away; 0 keeps all."),
    )
    box_nms_thresh: float = _parameter(
        0.7,
        0,
        1,
        mark("Duplicates overlap"),
        mark("Of two masks whose boxes overlap more (IoU), the better one stays."),
        step=0.01,
    )
    crop_n_layers: int = _parameter(
        0,
        0,
        3,
        mark("Layers of crops"),
        mark("Looks again at 4, then 16, then 64 parts of the image, to find small objects; slow."),
    )
    crop_n_points_downscale_factor: int = _parameter(
        1,
        1,
        16,
        mark("Fewer points in crops"),
        mark("Divides the points per side from one layer of crops to the next."),
    )
    points_per_batch: int = _parameter(
        64, 1, 1024, mark("Points at once"), mark("Clicks answered together; fewer take less memory."), advanced=True
    )
    stability_score_offset: float = _parameter(
        1.0,
        0,
        10,
        mark("Stability offset"),
        mark("How far the threshold is moved for the stability."),
        step=0.1,
        advanced=True,
    )
    crop_nms_thresh: float = _parameter(
        0.7,
        0,
        1,
        mark("Duplicates of crops"),
        mark("Likewise, between crops; the smaller crop's stays."),
        step=0.01,
        advanced=True,
    )
    crop_overlap_ratio: float = _parameter(
        512 / 1500,
        0,
        0.9,
        mark("Overlap of crops"),
        mark("Share of the image's shorter side."),
        step=0.01,
        advanced=True,
    )

    def __post_init__(self) -> None:
        for spec in dataclasses.fields(self):
            _check(spec, getattr(self, spec.name))
        if self.points_in_layer(self.crop_n_layers) < 1:
            raise ValueError(
                tr(
                    "{points} points per side are too few to be divided by {factor} for each of {layers} layers of "
                    "crops.",
                    points=self.points_per_side,
                    factor=self.crop_n_points_downscale_factor,
                    layers=self.crop_n_layers,
                )
            )

    def points_in_layer(self, layer: int) -> int:
        """Return the points per side in the crops of a layer; 0 is the image itself."""
        return int(self.points_per_side / (self.crop_n_points_downscale_factor**layer))

    def to_json(self) -> dict[str, Any]:
        """Return the parameters as plain JSON values."""
        return dataclasses.asdict(self)


def _check(spec: dataclasses.Field[Any], value: Any) -> None:
    kind, limits = type(spec.default), spec.metadata
    is_number = isinstance(value, (int, float)) and not isinstance(value, bool) and math.isfinite(value)
    if not is_number or (kind is int and not isinstance(value, int)):
        raise ValueError(f"{limits['label']}: {value!r:.40} is not {'a whole' if kind is int else 'a'} number.")
    if not limits["minimum"] <= value <= limits["maximum"]:
        raise ValueError(
            f"{limits['label']}: {value:g} is not between {limits['minimum']:g} and {limits['maximum']:g}."
        )


@dataclass(frozen=True, slots=True)
class Preset:
    """Parameters under a name.

    Attributes:
        id: as on the command line.
        title: its name for people.
        help: one sentence on when to choose it.
        options: for the checkpoints of Segment Anything.
    """

    id: str
    title: str
    help: str
    options: AutomaticOptions


PRESETS = (
    Preset(
        "quick",
        mark("Quick"),
        mark("A coarse grid: the large objects, in a quarter of the time."),
        AutomaticOptions(16),
    ),
    Preset("balanced", mark("Balanced"), mark("What Segment Anything does by itself."), AutomaticOptions()),
    Preset(
        "thorough",
        mark("Thorough"),
        mark("Looks at four parts of the image too, is less strict, and cleans up specks; takes twice as long."),
        AutomaticOptions(
            pred_iou_thresh=0.86,
            stability_score_thresh=0.92,
            crop_n_layers=1,
            crop_n_points_downscale_factor=2,
            min_mask_region_area=100,
        ),
    ),
)
DEFAULT_PRESET = "balanced"
# Other networks judge themselves on other scales: thresholds of predicted IoU and stability that stand for SAM's, and
# how much lower they are where a preset is less strict.
_SCALES = {"builtin": (0.6, 0.7), "fake": (0.7, 0.5)}


def preset_options(preset_id: str, engine_id: str) -> AutomaticOptions:
    """Return the parameters of a preset for an engine.

    Raises:
        ValueError: there is no such preset.
    """
    for preset in PRESETS:
        if preset.id == preset_id:
            break
    else:
        known = ", ".join(preset.id for preset in PRESETS)
        raise ValueError(f'There is no preset "{preset_id}"; choose one of {known}.')
    options, plain = preset.options, AutomaticOptions()
    if engine_id not in _SCALES:
        return options
    iou, stability = _SCALES[engine_id]
    return dataclasses.replace(
        options,
        pred_iou_thresh=round(iou + options.pred_iou_thresh - plain.pred_iou_thresh, 4),
        stability_score_thresh=round(stability + options.stability_score_thresh - plain.stability_score_thresh, 4),
    )
