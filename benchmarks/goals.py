"""What the comparisons should come to, at least and at best; a ratio of 0.25 is four times as fast as without."""

from __future__ import annotations

from benchmarks.report import Goal

GOALS = {
    ("start", "to first paint"): Goal(3, 1.5),
    ("start", "to first mask"): Goal(2, 1.2),
    ("project", "open, to the first image on screen"): Goal(1000, 300, "ms"),
    ("project", "next image, against decoding it"): Goal(1.35, 1.15),
    ("project", "export COCO"): Goal(2, 1),
    ("project", "memory to export (MB)"): Goal(300, 100, "ms"),
    ("window, 24 MP", "frame zooming, p95"): Goal(8, 4, "ms"),
    ("window, 24 MP", "frame panning, p95"): Goal(8, 4, "ms"),
    ("window, 100 MP", "frame zooming, p95"): Goal(16, 8, "ms"),
    ("window, 100 MP", "frame panning, p95"): Goal(16, 8, "ms"),
    ("paint, 24 MP", "frame of a drag, p95"): Goal(16, 8, "ms"),
    ("paint, 24 MP", "letting go, to the first frame"): Goal(100, 40, "ms"),
    ("move, 24 MP", "frame of a drag, p95"): Goal(16, 8, "ms"),
    ("window, 12 MP", "next image (plain: decoding it)"): Goal(0.3, 0.1),
    ("vit_b", "encode"): Goal(1 / 3.5, 1 / 6),
    ("vit_b", "click to painted overlay"): Goal(1 / 4, 1 / 8),
    ("vit_b", "one preview while hovering"): Goal(1 / 4, 1 / 8),
    ("vit_b", "first mask, not encoded: a draft (plain: its encoding)"): Goal(1 / 15, 1 / 40),
    ("vit_b", "first mask, encoded ahead (plain: a click)"): Goal(100, 20, "more"),
    ("vit_b", "first mask, encoded in an earlier run (plain: a click)"): Goal(100, 20, "more"),
    ("work, vit_b", "longest wait from then on (plain: a new image)"): Goal(700, 350, "ms"),
    ("memory, MB", "held with a 12 MP image and ViT-B"): Goal(1.3, 1),
}
