from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDoubleSpinBox, QLineEdit, QSpinBox, QToolButton
from pytestqt.qtbot import QtBot

from sam_annotator.core.records import Category, ImageState
from sam_annotator.ui.dialogs.go_to_image import GoToImageDialog
from sam_annotator.ui.dialogs.image_words import ImageWordsDialog, tags_of
from sam_annotator.ui.docks.image_filter_bar import ImageFilterBar, count_words
from sam_annotator.ui.models.image_filter import ImageFilter, ReviewFilter, SortKey

NAMES = (
    "imageStateFilter", "imageCategoryFilter", "imageCountFilter", "imageScoreFilter", "imageReviewFilter", "imageSort",
)  # fmt: skip


@pytest.fixture
def bar(qtbot: QtBot) -> Iterator[ImageFilterBar]:
    bar = ImageFilterBar()
    qtbot.addWidget(bar)
    bar.resize(1000, 32)
    bar.show()
    yield bar


def _button(bar: ImageFilterBar, name: str) -> QToolButton:
    button = bar.findChild(QToolButton, name)
    assert button is not None
    return button


def test_one_button_for_all_where_there_is_no_room(bar: ImageFilterBar) -> None:
    """A bar that is cut at its end hides filters that are on."""
    assert all(_button(bar, name).isVisible() for name in NAMES)
    bar.resize(300, 32)
    assert not any(_button(bar, name).isVisible() for name in NAMES)
    together = _button(bar, "imageFilterMenu")
    assert together.isVisible() and len(together.menu().actions()) == len(NAMES)
    bar.set_filter(ImageFilter(sort=SortKey.COUNT))
    assert together.property("active"), "that something is filtered shows in the small form, too"


def test_what_is_on_is_said_in_words(bar: ImageFilterBar) -> None:
    """Whoever wonders where the images are must see which filter hides them."""
    bar.set_categories([Category(7, "a & b", "#112233")])
    bar.set_filter(
        ImageFilter(
            states=frozenset((ImageState.DONE,)), category_id=7, count_low=4, score_below=0.75,
            review=ReviewFilter.REJECTED, sort=SortKey.DATE_DONE,
        )
    )  # fmt: skip
    texts = [_button(bar, name).text() for name in NAMES]
    assert texts == ["Done", "a && b", "> 3", "< 0.75", "Image rejected", "Date done"]
    assert _button(bar, "imageStateFilter").accessibleName() == "State: Done"
    bar.clear()
    assert bar.filter == ImageFilter() and not _button(bar, "clearImageFilter").isVisible()


def test_more_than_any_number(qtbot: QtBot, bar: ImageFilterBar) -> None:
    """Crowded images are found by a number that nobody could foresee."""
    menu = _button(bar, "imageCountFilter").menu()
    menu.popup(bar.mapToGlobal(bar.rect().bottomLeft()))
    number = menu.findChild(QSpinBox, "imageCountMoreThan")
    assert number is not None
    number.setValue(12)
    with qtbot.waitSignal(bar.changed) as signal:
        qtbot.keyClick(number, Qt.Key.Key_Return)
    assert signal.args == [ImageFilter(count_low=13)] and not menu.isVisible()
    assert (count_words(0, None), count_words(0, 0), count_words(13, None), count_words(2, 5)) == (
        "", "0", "> 12", "2-5",
    )  # fmt: skip


def test_below_any_score(qtbot: QtBot, bar: ImageFilterBar) -> None:
    """The masks that an engine doubted are looked at first, and each engine doubts at another number."""
    menu = _button(bar, "imageScoreFilter").menu()
    menu.popup(bar.mapToGlobal(bar.rect().bottomLeft()))
    number = menu.findChild(QDoubleSpinBox, "imageScoreBelow")
    assert number is not None
    number.setValue(0.63)
    with qtbot.waitSignal(bar.changed) as signal:
        qtbot.keyClick(number, Qt.Key.Key_Return)
    assert signal.args == [ImageFilter(score_below=0.63)] and not menu.isVisible()


def test_states_can_be_combined(bar: ImageFilterBar) -> None:
    """What is neither done nor flagged is what is left to do."""
    for text in ("Not started", "In progress"):
        menu = _button(bar, "imageStateFilter").menu()
        menu.aboutToShow.emit()
        next(action for action in menu.actions() if action.text() == text).trigger()
    assert bar.filter.states == {ImageState.NEW, ImageState.IN_PROGRESS}


def test_typing_is_taken_after_a_moment(qtbot: QtBot, bar: ImageFilterBar) -> None:
    """The list follows while one types."""
    with qtbot.waitSignal(bar.changed) as signal:
        qtbot.keyClicks(bar.search, "car")
    assert signal.args == [ImageFilter(text="car")]


def test_going_to_an_image_by_number_or_name(qtbot: QtBot) -> None:
    """In 100,000 images there is no other way to one that somebody wrote down."""
    dialog = GoToImageDialog([f"folder/img_{i}.png" for i in range(100)])
    qtbot.addWidget(dialog)
    dialog.show()
    line = dialog.findChild(QLineEdit, "goToImageLine")
    assert line is not None
    qtbot.keyClicks(line, "7")
    assert dialog.list.item(0).text().lstrip().startswith("7 "), "a number comes before names that contain it"
    qtbot.keyClick(line, Qt.Key.Key_Down)
    with qtbot.waitSignal(dialog.chosen) as signal:
        qtbot.keyClick(line, Qt.Key.Key_Return)
    assert signal.args == [7]
    other = GoToImageDialog(["a.png"])
    qtbot.addWidget(other)
    other.line.setText("b")
    assert other.list.count() == 0 and not other.go.isEnabled()


def test_names_of_images_to_go_to_stand_in_one_line(qtbot: QtBot) -> None:
    """Names that begin where their number ends can't be read down a list of a hundred."""
    dialog = GoToImageDialog([f"{i}.png" for i in range(1, 121)])
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.line.setText("1")
    metrics = dialog.list.fontMetrics()
    rows = [dialog.list.item(i).text() for i in range(dialog.list.count())]
    starts = {metrics.horizontalAdvance(text[: text.rindex("   ") + 3]) for text in rows}
    assert len(rows) > 20 and len(starts) == 1


def test_known_tags_are_offered(qtbot: QtBot) -> None:
    """Tags that are spelt in three ways find a third each."""
    dialog = ImageWordsDialog("a.png", "", ("rain",), ["night", "rain", "noon"], "tags")
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.keyClicks(dialog.tags, ", ni")
    dialog._complete("night")
    assert tags_of(dialog.tags.text()) == ("rain", "night")
    assert tags_of(" a  b ,, c,a  b") == ("a b", "c")
