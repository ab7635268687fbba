"""ImageFilterBar: search, filters and order of the images, in one row. Decides nothing: it shows and gives a filter.

Where there is no room for all its buttons, one button holds their menus. Imports models, theme and icons.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QActionGroup, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QHBoxLayout,
    QLabel,
    QMenu,
    QSizePolicy,
    QSpinBox,
    QToolButton,
    QWidget,
    QWidgetAction,
)

from sam_annotator.core.records import Category, ImageState
from sam_annotator.core.words import local_number, mark, series, tr
from sam_annotator.ui.docks.dock import describe_button, icon_button
from sam_annotator.ui.docks.drawing import swatch_icon
from sam_annotator.ui.docks.number_box import NumberBox
from sam_annotator.ui.docks.texts import OwnKeysLineEdit
from sam_annotator.ui.icons import set_icon
from sam_annotator.ui.models.image_filter import ImageFilter, ReviewFilter, SortKey
from sam_annotator.ui.models.image_list import STATE_TITLES
from sam_annotator.ui.theme import GAP, HALF_GAP, current_theme

_TYPING_MS = 150  # after the last key, before the list is filtered
_SEARCH_LEAST, _SEARCH_MOST = 120, 280
_SCORES = (0.9, 0.8, 0.7, 0.5)
_LONGEST = 16  # letters of what a button says is chosen

REVIEW_FILTER_TITLES = {
    ReviewFilter.ANY: mark("Any review"),
    ReviewFilter.NOT_REVIEWED: mark("Image not reviewed"),
    ReviewFilter.ACCEPTED: mark("Image accepted"),
    ReviewFilter.REJECTED: mark("Image rejected"),
    ReviewFilter.SOME_NOT_REVIEWED: mark("Annotations not reviewed"),
    ReviewFilter.SOME_REJECTED: mark("Rejected annotations"),
    ReviewFilter.COMMENTED: mark("With comments"),
}
SORT_TITLES = {
    SortKey.NAME: mark("Name"),
    SortKey.STATE: mark("State"),
    SortKey.COUNT: mark("Annotations"),
    SortKey.LOWEST_SCORE: mark("Lowest score"),
    SortKey.DATE_DONE: mark("Date done"),
}


class ImageFilterBar(QWidget):
    """Shows a filter and lets the user change it.

    Signals:
        changed(ImageFilter): the user wants another.
        left(): the user is done with typing; the keys are the window's again.
    """

    changed = Signal(object)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("imageFilterBar")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._filter = ImageFilter()
        self._categories: tuple[Category, ...] = ()
        self._typing = QTimer(self, singleShot=True, interval=_TYPING_MS)
        self._typing.timeout.connect(self._take_text)
        self.search = OwnKeysLineEdit(self)
        self.search.setObjectName("imageSearch")
        self.search.setPlaceholderText(tr("Search"))
        self.search.setAccessibleName(tr("Search images by name, tag or note"))
        self.search.setToolTip(tr("Part of the name; tag:word and note:word look there."))
        self.search.setMaximumWidth(_SEARCH_MOST)
        self.search.textEdited.connect(lambda _text: self._typing.start())
        self.search.returnPressed.connect(self._leave)
        self.search.escaped.connect(self._leave)
        self._state = self._button("imageStateFilter", tr("State"), self._fill_states)
        self._category = self._button("imageCategoryFilter", tr("Category"), self._fill_categories)
        self._count = self._button("imageCountFilter", tr("Number"), self._fill_counts)
        self._score = self._button("imageScoreFilter", tr("Score"), self._fill_scores)
        self._review = self._button("imageReviewFilter", tr("Review"), self._fill_reviews)
        self._sort = self._button("imageSort", tr("Sort"), self._fill_sorts)
        self._buttons = (self._state, self._category, self._count, self._score, self._review, self._sort)
        self._all = icon_button("filter", tr("Filter and sort"), self)
        self._all.setObjectName("imageFilterMenu")
        self._all.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        together = QMenu(self._all)
        for button in self._buttons:
            together.addMenu(button.menu())
        self._all.setMenu(together)
        self._clear = icon_button("clear", tr("Show all images, sorted by name"), self)
        self._clear.setObjectName("clearImageFilter")
        self._clear.clicked.connect(self.clear)
        row = self._row = QHBoxLayout(self)
        row.setContentsMargins(GAP, 2, HALF_GAP, 2)
        row.setSpacing(HALF_GAP)
        row.addStretch(1)
        row.addWidget(self.search, 2)
        for widget in (*self._buttons, self._all, self._clear):
            row.addWidget(widget)
        self._show()

    # What is shown

    @property
    def filter(self) -> ImageFilter:
        """What the bar shows."""
        return self._filter

    def set_filter(self, wanted: ImageFilter) -> None:
        """Show another filter; `changed` is not sent."""
        self._typing.stop()
        self._filter = wanted
        if self.search.text() != wanted.text:
            self.search.setText(wanted.text)
        self._show()

    def set_categories(self, categories: Sequence[Category]) -> None:
        """Offer these categories."""
        if tuple(categories) != self._categories:
            self._categories = tuple(categories)
            self._show()

    def clear(self) -> None:
        """Want all images, sorted by name."""
        self._want(ImageFilter())

    def _show(self) -> None:
        shown = self._filter
        chosen = next((c.name for c in self._categories if c.id == shown.category_id), "")
        states = [tr(STATE_TITLES[state]) for state in ImageState if state in shown.states]
        for button, title, value in (
            (self._state, tr("State"), series(states)),
            (self._category, tr("Category"), chosen),
            (self._count, tr("Number"), count_words(shown.count_low, shown.count_high)),
            (self._score, tr("Score"), score_words(shown.score_below)),
            (self._review, tr("Review"), tr(REVIEW_FILTER_TITLES[shown.review]) if shown.review else ""),
            (self._sort, tr("Sort"), tr(SORT_TITLES[shown.sort]) if shown.sort != SortKey.NAME else ""),
        ):
            text = value if len(value) <= _LONGEST else value[: _LONGEST - 1] + "…"
            button.setText((text or title).replace("&", "&&"))
            words = tr("{what}: {value}", what=title, value=value) if value else title
            describe_button(button, words)
            _set_active(button, bool(value))
        _set_active(self._all, not shown.is_plain)
        self._clear.setVisible(not shown.is_plain)
        self._arrange()

    def _arrange(self) -> None:
        """Show as many buttons as there is room for: all, or one for all."""
        clear = self._clear.sizeHint().width() + HALF_GAP if not self._clear.isHidden() else 0
        width = sum(button.sizeHint().width() + HALF_GAP for button in self._buttons)
        is_wide = self.width() >= width + clear + _SEARCH_LEAST + 2 * GAP
        for button in self._buttons:
            button.setVisible(is_wide)
        self._row.setStretch(0, 1 if is_wide else 0)  # else the search takes all the room
        self._all.setVisible(not is_wide)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """See how many buttons there is room for."""
        super().resizeEvent(event)
        self._arrange()

    def minimumSizeHint(self) -> QSize:
        """Return the size of the search, and of one button for all filters."""
        return QSize(_SEARCH_LEAST + 80, self.sizeHint().height())

    # What the user wants

    def _want(self, wanted: ImageFilter) -> None:
        before = self._filter
        self.set_filter(wanted)
        if wanted != before:
            self.changed.emit(wanted)

    def _take_text(self) -> None:
        self._want(replace(self._filter, text=self.search.text()))

    def _leave(self) -> None:
        self._take_text()
        self.left.emit()

    def _button(self, name: str, title: str, fill: Callable[[QMenu], None]) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName(name)
        button.setAutoRaise(True)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setIconSize(QSize(12, 12))
        set_icon(button, "chevron-down")
        menu = QMenu(title, button)
        menu.aboutToShow.connect(partial(self._fill, menu, fill))
        button.setMenu(menu)
        return button

    def _fill(self, menu: QMenu, fill: Callable[[QMenu], None]) -> None:
        menu.clear()
        fill(menu)

    def _choice(self, menu: QMenu, text: str, wanted: ImageFilter, group: QActionGroup | None) -> QAction:
        action = menu.addAction(text.replace("&", "&&"))
        action.setCheckable(True)
        action.setChecked(wanted == self._filter)
        if group is not None:
            group.addAction(action)
        action.triggered.connect(lambda _checked=False: self._want(wanted))
        return action

    def _fill_states(self, menu: QMenu) -> None:
        shown = self._filter
        self._choice(menu, tr("Any state"), replace(shown, states=frozenset()), None)
        menu.addSeparator()
        for state in ImageState:
            wanted = replace(shown, states=shown.states ^ {state})
            self._choice(menu, tr(STATE_TITLES[state]), wanted, None).setChecked(state in shown.states)

    def _fill_categories(self, menu: QMenu) -> None:
        group = QActionGroup(menu)
        self._choice(menu, tr("Any category"), replace(self._filter, category_id=0), group)
        menu.addSeparator()
        for category in self._categories:
            wanted = replace(self._filter, category_id=category.id)
            action = self._choice(menu, category.name, wanted, group)
            action.setIcon(swatch_icon(category.color, current_theme()))

    def _fill_counts(self, menu: QMenu) -> None:
        group = QActionGroup(menu)
        for text, low, high in (
            (tr("Any number"), 0, None),
            (tr("No annotation"), 0, 0),
            (tr("One or more"), 1, None),
        ):
            self._choice(menu, text, replace(self._filter, count_low=low, count_high=high), group)
        menu.addSeparator()
        number = QSpinBox(minimum=0, maximum=9999, value=max(self._filter.count_low - 1, 0))
        number.setObjectName("imageCountMoreThan")
        number.setAccessibleName(tr("More annotations than"))

        def more() -> ImageFilter:
            return replace(self._filter, count_low=number.value() + 1, count_high=None)

        menu.addAction(self._number_row(menu, tr("More than"), number, more))

    def _fill_scores(self, menu: QMenu) -> None:
        group = QActionGroup(menu)
        self._choice(menu, tr("Any score"), replace(self._filter, score_below=None), group)
        for score in _SCORES:
            text = tr("Lowest below {score}", score=local_number(f"{score:.2f}"))
            self._choice(menu, text, replace(self._filter, score_below=score), group)
        menu.addSeparator()
        number = NumberBox(minimum=0.01, maximum=1.0, decimals=2, singleStep=0.05)
        number.setValue(self._filter.score_below or _SCORES[0])
        number.setObjectName("imageScoreBelow")
        number.setAccessibleName(tr("Lowest score below"))

        def below() -> ImageFilter:
            return replace(self._filter, score_below=round(number.value(), 2))

        menu.addAction(self._number_row(menu, tr("Below"), number, below))

    def _number_row(
        self, menu: QMenu, text: str, number: QAbstractSpinBox, wanted: Callable[[], ImageFilter]
    ) -> QWidgetAction:
        """Return the row of a menu in which a number is chosen."""
        page = QWidget(menu)

        def take() -> None:
            self._want(wanted())
            _close_all(menu)

        number.lineEdit().setTextMargins(GAP - 2, 0, 0, 0)  # a style sheet can't reach the text of a spin box
        number.lineEdit().returnPressed.connect(take)  # closing the menu otherwise changes nothing
        row = QHBoxLayout(page)
        row.setContentsMargins(GAP, HALF_GAP, GAP, HALF_GAP)
        row.addWidget(QLabel(text, page), 1)
        row.addWidget(number)
        apply = icon_button("check", tr("Show these"), page)
        apply.clicked.connect(take)
        row.addWidget(apply)
        action = QWidgetAction(menu)
        action.setDefaultWidget(page)
        page.setFocusProxy(number)
        return action

    def _fill_reviews(self, menu: QMenu) -> None:
        group = QActionGroup(menu)
        for review, title in REVIEW_FILTER_TITLES.items():
            self._choice(menu, tr(title), replace(self._filter, review=review), group)
            if review in (ReviewFilter.ANY, ReviewFilter.REJECTED):
                menu.addSeparator()

    def _fill_sorts(self, menu: QMenu) -> None:
        group = QActionGroup(menu)
        for sort, title in SORT_TITLES.items():
            self._choice(menu, tr(title), replace(self._filter, sort=sort), group)
        menu.addSeparator()
        wanted = replace(self._filter, descending=not self._filter.descending)
        self._choice(menu, tr("Descending"), wanted, None).setChecked(self._filter.descending)


def count_words(low: int, high: int | None) -> str:
    """Return a filter by number in a few signs; "" where any will do."""
    if high is not None:
        return str(high) if low in (0, high) else f"{low}-{high}"
    return f"> {low - 1}" if low else ""


def score_words(below: float | None) -> str:
    """Return a filter by score in a few signs; "" where any will do."""
    return "" if below is None else local_number(f"< {below:.2f}")


def _set_active(button: QToolButton, active: bool) -> None:
    """Mark a button whose filter is on."""
    if bool(button.property("active")) != active:
        button.setProperty("active", active)
        button.style().unpolish(button)
        button.style().polish(button)


def _close_all(menu: QMenu) -> None:
    """Close a menu and those it was opened from."""
    window: QWidget | None = menu
    while isinstance(window, QMenu):
        window.close()
        window = window.parentWidget()
