"""What a large image costs, in memory and in steps of Python: the same on every machine."""

from __future__ import annotations

import tracemalloc
from collections.abc import Callable

import numpy as np
import pytest
from canvas_hands import COLORS
from PySide6.QtGui import QImage

from sam_annotator.core.mask import Mask
from sam_annotator.core.records import Annotation
from sam_annotator.ui.canvas import Canvas, PreparedImage, prepare_image, tiles

CountSteps = Callable[[Callable[[], object]], int]


class Clock:
    """Stands in for the module time: it stands still, or leaps whenever somebody looks at it."""

    def __init__(self) -> None:
        self._now_s = 0.0
        self.leap_s = 0.0

    def __getattr__(self, _name: str) -> Callable[[], float]:
        return self._look

    def _look(self) -> float:
        self._now_s += self.leap_s
        return self._now_s


@pytest.fixture
def heavy() -> tuple[PreparedImage, list[Annotation]]:
    """24 megapixels, 72 MB, with 200 masks that would take 24 MB each as arrays."""
    rng = np.random.default_rng(0)
    image = prepare_image(rng.integers(0, 256, (4000, 6000, 3), np.uint8))
    annotations = []
    for i in range(200):
        x, y = int(rng.integers(0, 5600)), int(rng.integers(0, 3600))
        counts = []
        left = 0
        for column in range(x, x + 400):
            counts += [column * 4000 + y - left, 400]
            left = column * 4000 + y + 400
        counts.append(6000 * 4000 - left)
        annotations.append(Annotation(i + 1, 1, 1, Mask.from_uncompressed((4000, 6000), counts)))
    return image, annotations


def test_a_large_image_costs_what_the_screen_shows_of_it(
    canvas: Canvas, heavy: tuple[PreparedImage, list[Annotation]], count_steps: CountSteps
) -> None:
    """Else 24 megapixels with 200 masks would stutter: nothing of them is copied or walked through for a frame."""
    image, annotations = heavy
    target = QImage(800, 600, QImage.Format.Format_RGB32)

    def taken(act: Callable[[], object]) -> int:
        """The most memory that Python and numpy take meanwhile, in bytes."""
        tracemalloc.start()
        try:
            act()
            return tracemalloc.get_traced_memory()[1]
        finally:
            tracemalloc.stop()

    assert taken(lambda: canvas.set_image(image)) < 1_000_000
    assert count_steps(lambda: canvas.set_image(image)) < 2_000
    assert taken(lambda: canvas.set_annotations(annotations, COLORS)) < 1_000_000
    steps = count_steps(lambda: canvas.set_annotations(annotations[::-1], COLORS))
    assert steps < 300 * len(annotations)  # each has 400 runs
    assert taken(lambda: canvas.render(target)) < 20_000_000
    canvas.settle()
    canvas.zoom_by(3.1)
    for _ in range(5):
        canvas._set_view(canvas.view.panned(-90, -40))
        assert taken(lambda: canvas.render(target)) < 20_000_000


def test_a_frame_ends_when_its_time_is_over(
    canvas: Canvas,
    heavy: tuple[PreparedImage, list[Annotation]],
    count_steps: CountSteps,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Else a slow computer would stand still until all of a new view is drawn: the rest must come with later frames."""
    clock = Clock()
    monkeypatch.setattr(tiles, "time", clock)
    image, annotations = heavy
    target = QImage(800, 600, QImage.Format.Format_RGB32)
    canvas.set_image(image)
    canvas.set_annotations(annotations, COLORS)
    steps = {}
    for leap_s, zoom in ((0.0, 3.1), (1.0, 1.1)):
        clock.leap_s = leap_s
        canvas.zoom_by(zoom)
        steps[leap_s] = count_steps(lambda: canvas.render(target))
    assert steps[1.0] < steps[0.0] / 3
