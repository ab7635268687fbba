"""Segmenting everything in a 12-megapixel photograph, against segment_anything's SamAutomaticMaskGenerator.

Both sides have the same network, parameters and number of threads, and find the same masks (told where they don't).
Memory is that of two processes of their own, above what is held once network and image are there. The reference's grows
with the clicks at once, so these are a quarter of its default, 64; at 64 it would take four times as much.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import cv2
import numpy as np

from benchmarks.engines import HEIGHT, WIDTH, plain_model
from benchmarks.report import Row, compare
from sam_annotator.core.image_io import RgbImage, read_image
from sam_annotator.engine.automatic import propose
from sam_annotator.engine.automatic_options import AutomaticOptions
from sam_annotator.engine.base import Engine
from sam_annotator.engine.registry import load_engine

# About half of the candidates are thought good enough, as with SAM's own weights at SAM's own threshold.
BUILTIN = AutomaticOptions(8, points_per_batch=16, pred_iou_thresh=0.4, stability_score_thresh=0.6)
# Random weights judge at random: all candidates are measured.
RANDOM = AutomaticOptions(4, points_per_batch=16, pred_iou_thresh=0.0, stability_score_thresh=0.0, box_nms_thresh=1.0)
_MB = 1_000_000


def photograph() -> RgbImage:
    """Return a photograph of scikit-image, a cup of coffee, enlarged to 12 megapixels."""
    import skimage

    small = read_image(Path(skimage.data_dir) / "coffee.png")
    return np.asarray(cv2.resize(small, (WIDTH, HEIGHT), interpolation=cv2.INTER_CUBIC), np.uint8)


def rows(rounds: int) -> Iterator[Row]:
    """Compare the built-in engine and ViT-B with random weights; then memory, where /proc tells of it."""
    image = photograph()
    with tempfile.TemporaryDirectory() as name:
        os.environ["SAM_ANNOTATOR_CACHE_DIR"] = name  # what is found out about random weights
        for engine_id, precision, options, what in (
            ("builtin", "float32", BUILTIN, "64 clicks, built-in"),
            ("vit_b", "float32", RANDOM, "16 clicks, ViT-B in float32"),
            ("vit_b", "auto", RANDOM, "16 clicks, ViT-B as in the window"),
        ):
            model, checkpoint = plain_model(engine_id, Path(name))
            engine = load_engine(engine_id, checkpoint, "cpu", precision)
            plain, here = _plain(model, image, options), _here(engine, image, options)
            if precision == "float32" and plain() != here():
                raise SystemExit(f"The masks of {engine_id} are not the reference's.")
            yield compare("automatic, 12 MP", what, plain, here, rounds if engine_id == "builtin" else 1)
    if sys.platform.startswith("linux"):
        plain_mb, here_mb = (_measured(side) / _MB for side in ("plain", "here"))
        yield Row("memory, MB", "segmenting everything, 16 clicks at once", plain_mb, here_mb, 1)


def _plain(model: Any, image: RgbImage, options: AutomaticOptions) -> Callable[[], list[Any]]:
    from segment_anything import SamAutomaticMaskGenerator

    generator = SamAutomaticMaskGenerator(model, **options.to_json(), output_mode="coco_rle")
    return lambda: [record["segmentation"]["counts"] for record in generator.generate(image) if record["area"]]


def _here(engine: Engine, image: RgbImage, options: AutomaticOptions) -> Callable[[], list[Any]]:
    return lambda: [proposal.mask.counts for proposal in propose(engine, image, options)]


def _measured(side: str) -> float:
    """Return the bytes that a search takes at most, above what is held before."""
    done = subprocess.run([sys.executable, "-m", "benchmarks.automatic", side], capture_output=True, text=True)
    if done.returncode != 0:
        raise SystemExit(f"Memory could not be measured:\n{done.stderr}")
    return float(json.loads(done.stdout))


def _measure(side: str) -> None:
    """Print the bytes of one side; runs in a process of its own."""
    image = photograph()
    model, weights = plain_model("builtin", Path())
    options = replace(BUILTIN, points_per_side=4)
    if side == "plain":
        search = _plain(model, image, options)
    else:
        search = _here(load_engine("builtin", weights, "cpu"), image, options)
    before = _bytes("VmRSS")
    search()
    print(json.dumps(_bytes("VmHWM") - before))


def _bytes(name: str) -> int:
    lines = Path("/proc/self/status").read_text("ascii").splitlines()
    return next(int(line.split()[1]) * 1024 for line in lines if line.startswith(name))


if __name__ == "__main__":
    _measure(sys.argv[1])
