"""The parameters of segmenting everything: the reference's, within limits, and told in words."""

from __future__ import annotations

import dataclasses
import inspect
import json
from typing import Any

import pytest

from sam_annotator.engine.automatic_options import DEFAULT_PRESET, PRESETS, AutomaticOptions, preset_options
from sam_annotator.engine.registry import ENGINES


def test_names_and_defaults_are_the_reference_s() -> None:
    """Parameters of a script would mean something else here."""
    from segment_anything import SamAutomaticMaskGenerator

    parameters = inspect.signature(SamAutomaticMaskGenerator.__init__).parameters
    theirs = {name: p.default for name, p in parameters.items()}
    assert {name: theirs[name] for name in AutomaticOptions().to_json()} == AutomaticOptions().to_json()
    assert set(theirs) - set(AutomaticOptions().to_json()) == {"self", "model", "point_grids", "output_mode"}


def test_each_has_what_a_dialog_needs() -> None:
    """A parameter would have a field without a name, or one that takes nonsense."""
    for spec in dataclasses.fields(AutomaticOptions):
        about = spec.metadata
        assert about["label"] and about["help"].endswith(".") and isinstance(about["advanced"], bool)
        assert about["minimum"] <= spec.default <= about["maximum"] and about["step"] > 0


@pytest.mark.parametrize(
    ("changes", "word"),
    [
        ({"points_per_side": 0}, "Points per side"),
        ({"points_per_side": 2.5}, "whole number"),
        ({"points_per_side": True}, "whole number"),
        ({"points_per_side": "32"}, "whole number"),
        ({"pred_iou_thresh": 1.01}, "between 0 and 1"),
        ({"pred_iou_thresh": float("nan")}, "number"),
        ({"crop_overlap_ratio": 1.0}, "Overlap of crops"),
        ({"points_per_side": 3, "crop_n_layers": 1, "crop_n_points_downscale_factor": 4}, "too few"),
    ],
)
def test_nonsense_is_refused_in_a_sentence(changes: dict[str, Any], word: str) -> None:
    """A search of hours would start, or end in a traceback."""
    with pytest.raises(ValueError, match=word) as caught:
        AutomaticOptions(**changes)
    assert str(caught.value).endswith(".") and "\n" not in str(caught.value)


def test_every_preset_fits_every_engine() -> None:
    """Choosing a preset would fail, or find nothing since an engine judges itself on another scale."""
    assert DEFAULT_PRESET in {preset.id for preset in PRESETS}
    for row in ENGINES:
        for preset in PRESETS:
            options = preset_options(preset.id, row.id)
            assert json.loads(json.dumps(options.to_json())) == options.to_json()
            if row.id.startswith("vit_"):
                assert options == preset.options
    assert preset_options("balanced", "vit_h") == AutomaticOptions()
    with pytest.raises(ValueError, match="quick, balanced, thorough"):
        preset_options("nope", "builtin")
