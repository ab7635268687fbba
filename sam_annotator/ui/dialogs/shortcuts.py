"""ShortcutsDialog: all keys in one table, with a search."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QScrollArea, QWidget

from sam_annotator.core.words import tr
from sam_annotator.ui.dialogs.parts import Dialog, heading
from sam_annotator.ui.theme import GAP, HALF_GAP

_KEYS_WIDTH = 240  # of the widest column of keys; what is longer wraps

KeyRow = tuple[str, str, str]  # section, text, keys


class ShortcutsDialog(Dialog):
    """What each key does, section by section.

    Signals:
        edit_requested(): other keys are wanted; the sheet is closed.
    """

    edit_requested = Signal()

    def __init__(self, rows: Sequence[KeyRow], parent: QWidget | None = None) -> None:
        super().__init__(tr("Keys"), "shortcutsDialog", parent, width=576)
        self.resize(576, 640)
        self._search = QLineEdit(self)
        self._search.setObjectName("shortcutsSearch")
        self._search.setPlaceholderText(tr("Search"))
        self._search.setAccessibleName(tr("Search keys"))
        self._search.setClearButtonEnabled(True)
        self._search.textChanged.connect(self._filter)
        self.column.addWidget(self._search)
        page = QWidget()
        page.setProperty("plain", True)
        grid = QGridLayout(page)
        grid.setContentsMargins(0, 0, GAP, 0)
        grid.setHorizontalSpacing(2 * GAP)
        grid.setVerticalSpacing(HALF_GAP)
        grid.setColumnStretch(0, 1)
        self._rows: list[tuple[str, str, QLabel, QLabel]] = []
        self._headings: dict[str, QLabel] = {}
        line = 0
        for section in dict.fromkeys(section for section, _text, _keys in rows):
            title = heading(section)
            title.setContentsMargins(0, GAP if line else 0, 0, 0)
            self._headings[section] = title
            grid.addWidget(title, line, 0, 1, 2)
            line += 1
            for _section, text, keys in (row for row in rows if row[0] == section):
                what, pressed = QLabel(text, page), QLabel(keys, page)
                what.setWordWrap(True)
                pressed.setWordWrap(True)
                pressed.setProperty("muted", True)
                pressed.setMinimumWidth(min(max(180, pressed.fontMetrics().horizontalAdvance(keys)), _KEYS_WIDTH))
                line_height = max(_line_height(what), _line_height(pressed))
                what.setMinimumHeight(line_height)
                pressed.setMinimumHeight(line_height)
                grid.addWidget(what, line, 0, Qt.AlignmentFlag.AlignTop)
                grid.addWidget(pressed, line, 1, Qt.AlignmentFlag.AlignTop)
                self._rows.append((section, f"{section} {text} {keys}".casefold(), what, pressed))
                line += 1
        self._none = QLabel(tr("No key is called so."), page)
        self._none.setProperty("muted", True)
        self._none.hide()
        grid.addWidget(self._none, line, 0, 1, 2)
        grid.setRowStretch(line + 1, 1)
        area = self._area = QScrollArea(self)
        area.setObjectName("keysArea")
        area.setAccessibleName(tr("Keys"))
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        area.setWidget(page)
        self.column.addWidget(area, 1)
        edit = self.add_button(tr("Change keys…"), "editShortcuts")
        edit.clicked.connect(self._edit)
        self.add_close_button(default=True)

    def visible_rows(self) -> list[str]:
        """Return the texts of the rows that match the search."""
        return [what.text() for _section, _text, what, _keys in self._rows if not what.isHidden()]

    def _edit(self) -> None:
        self.accept()
        self.edit_requested.emit()

    def _filter(self, wanted: str) -> None:
        words = wanted.casefold().split()
        used: set[str] = set()
        for section, text, what, keys in self._rows:
            matches = all(word in text for word in words)
            what.setVisible(matches)
            keys.setVisible(matches)
            if matches:
                used.add(section)
        for section, title in self._headings.items():
            title.setVisible(section in used)
        self._none.setVisible(not used)
        self._area.verticalScrollBar().setValue(0)


def _line_height(label: QLabel) -> int:
    """Return the height of the text on one line: more than the font says where it has letters of another font."""
    return label.fontMetrics().boundingRect(QRect(0, 0, 1 << 16, 1 << 16), 0, label.text()).height()
