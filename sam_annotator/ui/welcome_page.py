"""WelcomePage: what stands in the window while no project is open: the first steps, and the projects opened last."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from pathlib import Path

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QAction, QColor, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from sam_annotator.core.words import tr
from sam_annotator.ui.docks.dock import icon_button
from sam_annotator.ui.docks.drawing import draw_focus, draw_text
from sam_annotator.ui.icons import app_icon, pixmap
from sam_annotator.ui.theme import GAP, HALF_GAP, body_font, current_theme, small_font, strong, theme_watcher

_CARD_WIDTH = 600
_ICON = 48
_SHOWN = 6  # projects; the menu has the rest


class RecentButton(QAbstractButton):
    """A project opened before: its name over its folder; it says where it is not there any more."""

    def __init__(self, path: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("recentProject")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.path = path
        self.is_missing = False
        self.set_missing(False)

    def set_missing(self, missing: bool) -> None:
        """Say whether the folder is gone."""
        self.is_missing = missing
        name = Path(self.path).name or self.path
        self.setAccessibleName(tr("{name}, not found", name=name) if missing else name)
        self.setAccessibleDescription(self.path)
        self.setToolTip(self.path)
        self.update()

    def sizeHint(self) -> QSize:
        """Return the height of two lines."""
        lines = QFontMetrics(body_font()).height() + QFontMetrics(small_font()).height()
        return QSize(200, lines + 2 * GAP)

    def minimumSizeHint(self) -> QSize:
        """Need both lines, and little width: a long folder is elided."""
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open by Enter, as by Space."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw icon, name and folder."""
        theme, rect = current_theme(), self.rect()
        painter = QPainter(self)
        if self.underMouse() or self.isDown():
            painter.fillRect(rect, QColor(theme.pressed if self.isDown() else theme.hover))
        name, color = ("warning", theme.warning) if self.is_missing else ("folder-open", theme.muted)
        painter.drawPixmap(GAP, (rect.height() - 20) // 2, pixmap(name, 20, color, self.devicePixelRatioF()))
        left, top = GAP + 20 + GAP, GAP
        first = QRect(left, top, rect.width() - left - GAP, QFontMetrics(body_font()).height())
        title = Path(self.path).name or self.path
        if self.is_missing:
            title = tr("{name} (not found)", name=title)
        draw_text(painter, first, title, strong(body_font()), theme.muted if self.is_missing else theme.text)
        second = QRect(left, first.bottom() + 1, first.width(), QFontMetrics(small_font()).height())
        middle = Qt.TextElideMode.ElideMiddle
        draw_text(painter, second, self.path, small_font(), theme.muted, elide=middle)
        if self.hasFocus():
            draw_focus(painter, rect, theme)
        painter.end()


class WelcomePage(QScrollArea):
    """The page.

    Args:
        open_folder, open_demo, new_project: what its buttons do.
        parent: of the page.

    Signals:
        recent_chosen(str): a project opened before is wanted.
        recent_removed(str): it shall not be listed any more.
        recent_cleared(): none of them shall.
    """

    recent_chosen = Signal(str)
    recent_removed = Signal(str)
    recent_cleared = Signal()

    def __init__(self, open_folder: QAction, open_demo: QAction, new_project: QAction, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("welcomePage")
        self.setAccessibleName(tr("Welcome"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        ground = QWidget(self)
        ground.setObjectName("welcomeGround")
        self._card = QFrame(ground)
        self._card.setObjectName("welcomeCard")
        self._card.setMaximumWidth(_CARD_WIDTH)
        self._recent_buttons: list[RecentButton] = []
        outer = QVBoxLayout(ground)
        outer.setContentsMargins(2 * GAP, 2 * GAP, 2 * GAP, 2 * GAP)
        line = QHBoxLayout()
        line.addStretch(1)
        line.addWidget(self._card, 100)
        line.addStretch(1)
        outer.addStretch(1)
        outer.addLayout(line)
        outer.addStretch(1)
        self.setWidget(ground)
        self._column = QVBoxLayout(self._card)
        self._column.setContentsMargins(3 * GAP, 3 * GAP, 3 * GAP, 3 * GAP)
        self._column.setSpacing(2 * GAP)
        self._add_head()
        self._add_steps(open_folder, open_demo, new_project)
        self._add_recent()
        hint = QLabel(tr("Or drop images, a folder or a project here."), self._card)
        hint.setObjectName("dropHint")
        hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        hint.setWordWrap(True)
        self._column.addWidget(hint)
        theme_watcher().changed.connect(self._card.update)

    def set_recent(self, paths: Sequence[str], missing: Collection[str]) -> None:
        """List the projects opened last; `missing` are those that are not there any more."""
        wanted = list(paths[:_SHOWN])
        if wanted != [button.path for button in self._recent_buttons]:
            self._fill_recent(wanted)
        for button in self._recent_buttons:
            button.set_missing(button.path in missing)
        self._recent.setVisible(bool(wanted))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the buttons one below the other where there is no room for a row."""
        super().resizeEvent(event)
        down = self.viewport().width() < self._steps_width + 10 * GAP
        way = QBoxLayout.Direction.TopToBottom if down else QBoxLayout.Direction.LeftToRight
        if self._steps.direction() != way:
            self._steps.setDirection(way)

    def _fill_recent(self, paths: Sequence[str]) -> None:
        self._recent_buttons = []
        while (item := self._rows.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for path in paths:
            row = QWidget(self._recent)
            layout = QHBoxLayout(row)
            layout.setContentsMargins(0, 0, 0, 0)
            layout.setSpacing(HALF_GAP)
            button = RecentButton(path, row)
            button.clicked.connect(lambda _checked=False, chosen=path: self.recent_chosen.emit(chosen))
            remove = icon_button("close", tr("Remove {name} from the list", name=Path(path).name), row)
            remove.setObjectName("removeRecent")
            remove.clicked.connect(lambda _checked=False, gone=path: self.recent_removed.emit(gone))
            layout.addWidget(button, 1)
            layout.addWidget(remove)
            self._rows.addWidget(row)
            self._recent_buttons.append(button)

    def _add_head(self) -> None:
        picture = QLabel(self._card)
        picture.setPixmap(app_icon().pixmap(QSize(_ICON, _ICON), self.devicePixelRatioF()))
        title = QLabel(tr("Label images with Segment Anything"), self._card)
        title.setWordWrap(True)
        font = strong(body_font())
        font.setPointSizeF(font.pointSizeF() * 1.4)
        title.setFont(font)
        detail = QLabel(tr("Click an object, get its mask, press Enter. Start with a folder of images."), self._card)
        detail.setWordWrap(True)
        detail.setProperty("muted", True)
        words = QVBoxLayout()
        words.setSpacing(HALF_GAP)
        words.addWidget(title)
        words.addWidget(detail)
        head = QHBoxLayout()
        head.setSpacing(2 * GAP)
        head.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        head.addLayout(words, 1)
        self._column.addLayout(head)

    def _add_steps(self, open_folder: QAction, open_demo: QAction, new_project: QAction) -> None:
        row = self._steps = QHBoxLayout()
        row.setSpacing(GAP)
        for i, action in enumerate((open_folder, open_demo, new_project)):
            button = QPushButton(action.text(), self._card)
            button.setObjectName(f"welcome-{action.objectName()}")
            button.setToolTip(action.toolTip())
            button.setDefault(i == 0)
            button.clicked.connect(action.trigger)
            row.addWidget(button)
            if i == 0:
                self.first_button = button
        row.addStretch(1)
        self._steps_width = row.sizeHint().width()
        self._column.addLayout(row)

    def _add_recent(self) -> None:
        self._recent = QWidget(self._card)
        column = QVBoxLayout(self._recent)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(HALF_GAP)
        head = QHBoxLayout()
        title = QLabel(tr("Recent projects"), self._recent)
        title.setFont(strong(body_font()))
        clear = QPushButton(tr("Clear list"), self._recent)
        clear.setObjectName("clearRecent")
        clear.setFlat(True)
        clear.setAutoDefault(False)
        clear.clicked.connect(self.recent_cleared)
        head.addWidget(title, 1)
        head.addWidget(clear)
        column.addLayout(head)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(2)
        column.addLayout(self._rows)
        self._column.addWidget(self._recent)
        self._recent.hide()
