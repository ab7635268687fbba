"""The plots of the progress panel: what they say, and that nothing in them is cut, at any width and in both themes."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from itertools import pairwise

import pyqtgraph as pg
import pytest
from PySide6.QtCore import QPoint, QRectF
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QApplication
from ui_samples import CHINESE_NAME, LONG_NAME

from sam_annotator.core.progress import Columns, Progress, Span, progress_of
from sam_annotator.core.records import Category, Image, ImageState, default_color
from sam_annotator.ui.language import install_language
from sam_annotator.ui.progress.cards import PlotCard, picture_of
from sam_annotator.ui.progress.contents import Bars, Row, Rows, contents_of, day_text, duration, number_text, summary_of
from sam_annotator.ui.progress.plots import PlotView, _fitting, _steps
from sam_annotator.ui.theme import apply_theme, current_theme, small_font

NAMES = ("cat", LONG_NAME, CHINESE_NAME, *(f"kind {i}" for i in range(20)))
NOON = datetime(2026, 11, 20, 12)


def progress(days: int = 25) -> Progress:
    """Return the figures of a project with something in every plot."""
    rows = [
        (
            i % 7 + 1,
            i % len(NAMES) + 1,
            10 ** (i % 6),
            (NOON - timedelta(i % days)).timestamp(),
            i % 50 + 0.5,
            i % 12 + 1,
        )
        for i in range(400)
    ]
    states = list(ImageState)
    images = [
        Image(i, f"{i}.jpg", state=states[i % 4], done_at=(NOON - timedelta(i % days)).timestamp()) for i in range(1, 9)
    ]
    categories = [Category(i + 1, name, default_color(i)) for i, name in enumerate(NAMES)]
    return progress_of(Columns.of(rows), images, categories)


def test_every_plot_says_in_words_what_it_shows() -> None:
    """A tooltip and a screen reader tell what the eye guesses."""
    for content in contents_of(progress()):
        assert content.title and content.plot is not None
        count = len(content.plot.rows) if isinstance(content.plot, Rows) else len(content.plot.values)
        assert len(content.plot.tips) == count
    by_id = {content.id: content for content in contents_of(progress())}
    clicks = by_id["clicks"].plot
    assert isinstance(clicks, Bars)
    assert clicks.tips[0].startswith("1 click: ") and clicks.tips[-1].startswith("10+ clicks: ")
    rows = by_id["categories"].plot
    assert isinstance(rows, Rows) and len(rows.rows) == 13 and rows.rows[-1].name == "11 other categories"


def test_a_new_project_has_the_plot_of_its_images_only() -> None:
    """Eight empty frames would say nothing."""
    found = contents_of(progress_of(Columns.of(()), (Image(1, "a"), Image(2, "b")), ()))
    assert [content.id for content in found if content.plot is not None] == ["images"]
    assert found[0].remark == "2 left"


@pytest.mark.parametrize(
    ("seconds", "words"),
    [(0.4, "0 s"), (59, "59 s"), (60, "1 min"), (3599, "1 h"), (12_000, "3 h 20 min"), (360_000, "100 h")],
)
def test_times_are_told_as_people_say_them(seconds: float, words: str) -> None:
    """8040 s tells nobody how long the evening is."""
    assert duration(seconds) == words


def test_numbers_and_days_are_short() -> None:
    """Labels stand side by side in 280 pixels."""
    assert [number_text(v) for v in (0, 0.5, 12, 2500, 1_500_000)] == ["0", "0.5", "12", "2.5k", "1.5M"]
    assert day_text(NOON.date(), Span.DAY) == "20 Nov" and day_text(NOON.date(), Span.MONTH) == "Nov 2026"
    assert "2 of 8 images done" in summary_of(progress())


def test_months_are_in_the_windows_language(qapp: QApplication) -> None:
    """Whatever the system's language is: "Mai" stands in a German window, and "May" in an English one."""
    may = NOON.replace(month=5).date()
    try:
        install_language(qapp, "de")
        assert "Mai" in day_text(may, Span.MONTH)
    finally:
        install_language(qapp, "en")
    assert "May" in day_text(may, Span.MONTH)


@pytest.mark.parametrize("largest", [0, 0.3, 1, 2, 3, 7, 10, 99, 12345, 1e6])
def test_the_axis_has_few_round_numbers_and_holds_the_largest(largest: float) -> None:
    """A bar that is cut at the top is as high as any."""
    steps = _steps(largest, whole=False)
    assert steps[0] == 0 and steps[-1] >= largest and 2 <= len(steps) <= 6
    if largest >= 1:
        assert all(step == int(step) for step in _steps(largest, whole=True))


@pytest.mark.parametrize("room", [60.0, 200.0, 260.0, 900.0])
def test_labels_never_cover_each_other(qapp: QApplication, room: float) -> None:
    """Dates of sixty days do not fit a narrow panel; those that do stand at equal distances, the last day with them."""
    metrics = QFontMetricsF(small_font())
    ticks = [(float(i), f"{i} November") for i in range(60)]
    shown = _fitting(ticks, 60, room, metrics)
    assert shown and shown[-1] == ticks[-1]
    for (left, left_words), (right, right_words) in pairwise(shown):
        halves = (metrics.horizontalAdvance(left_words) + metrics.horizontalAdvance(right_words)) / 2
        assert (right - left) * room / 60 >= halves


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("width", [240, 280, 1200])
def test_no_label_is_drawn_beyond_the_edge(shown: Callable[..., PlotCard], theme: str, width: int) -> None:
    """A cut date or count is the first thing one sees of a plot."""
    apply_theme(QApplication.instance(), theme)  # type: ignore[arg-type]
    for content in contents_of(progress()):
        card = shown(PlotCard(content), width, 400)
        assert card.view is not None
        image = card.view.grab().toImage()
        ground = image.pixelColor(image.width() - 1, 0)
        assert ground.name() == current_theme().panel
        for y in range(image.height()):
            assert image.pixelColor(image.width() - 1, y) == ground or isinstance(content.plot, Rows), content.id


def test_the_theme_changes_with_the_plots_on_screen(shown: Callable[..., PlotCard]) -> None:
    """Dark plots in a light window can't be read."""
    apply_theme(QApplication.instance(), "dark")  # type: ignore[arg-type]
    card = shown(PlotCard(contents_of(progress())[4]), 280, 400)
    apply_theme(QApplication.instance(), "light")  # type: ignore[arg-type]
    assert card.view is not None
    assert card.view.grab().toImage().pixelColor(1, 1).name() == current_theme().panel


def test_the_bar_under_the_pointer_is_told(shown: Callable[..., PlotCard]) -> None:
    """Nobody reads 37 off an axis."""
    cards = {content.id: content for content in contents_of(progress())}
    first, second = shown(PlotCard(cards["images"]), 280, 400), shown(PlotCard(cards["clicks"]), 280, 400)
    rows, bars = first.view, second.view
    assert isinstance(rows, PlotView) and rows.tip_at(QPoint(20, 5)) == "New: 2 (25%)"
    assert isinstance(bars, PlotView)
    told = [bars.tip_at(QPoint(x, 60)) for x in range(0, 280, 2)]
    assert {tip for tip in told if tip} == set(bars.plot.tips)
    assert "1 click" in bars.accessibleDescription()


def test_pictures_are_twice_as_fine_and_not_empty(themed: QApplication) -> None:
    """They go into reports."""
    for content in contents_of(progress()):
        picture = picture_of(content)
        assert picture.width() == 960 and picture.devicePixelRatio() == 2.0
        image = picture.toImage()
        colors = {image.pixelColor(x, y).name() for x in range(0, 960, 7) for y in range(0, image.height(), 5)}
        assert len(colors) > 2, content.id


def test_a_name_stands_clear_of_its_bar_in_every_script(themed: QApplication) -> None:
    """Chinese letters reach lower than the font says: their feet would stand in the bar."""
    plot = Rows((Row("已标记街景", 3, 0.6), Row("cat", 2, 0.4)))
    view = PlotView(plot, "images")
    view.resize(240, view.height())
    items = view.getPlotItem().items
    names = [item for item in items if isinstance(item, pg.TextItem) and item.toPlainText() in ("已标记街景", "cat")]
    bars = sorted({item.opts["y0"][0] for item in items if isinstance(item, pg.BarGraphItem)})
    metrics = QFontMetricsF(small_font())
    for name, bar in zip(names, bars, strict=True):
        height = metrics.boundingRect(QRectF(0, 0, 1000, 1000), 0, name.toPlainText()).height()
        assert name.pos().y() + height / 2 + 2 <= bar
