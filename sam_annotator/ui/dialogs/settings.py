"""SettingsDialog: made from the fields of Settings, so that a new setting needs nothing here. Changes count at once."""

from __future__ import annotations

import dataclasses
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from sam_annotator.core.settings import SECTIONS, Settings
from sam_annotator.core.words import tr
from sam_annotator.ui.dialogs.parts import Dialog, heading
from sam_annotator.ui.dialogs.setting_row import SettingRow
from sam_annotator.ui.docks.texts import EmptyState
from sam_annotator.ui.theme import GAP, theme_watcher

_TO_FOUND = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down)


class SearchLine(QLineEdit):
    """Where the search is typed: Enter and Down go to what was found, Escape clears before it closes.

    Signals:
        left(): the first setting found is wanted.
    """

    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keep the keys from the dialog's buttons."""
        if event.key() in _TO_FOUND:
            self.left.emit()
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)


class SectionHead(QWidget):
    """The heading of a section, under a line that divides it from the one before."""

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line = QFrame(self)
        self.line.setProperty("separator", True)
        label = heading(words)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2 * GAP)
        column.addWidget(self.line)
        column.addWidget(label)


class SettingsDialog(Dialog):
    """Every setting that is not hidden, in sections, with a search.

    Args:
        settings: what is shown first; its class says what settings there are.
        parent: as for every QWidget.

    Signals:
        changed(Settings): the user changed one; all as they are now.
    """

    changed = Signal(object)

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(tr("Settings"), "settingsDialog", parent, width=560)
        self.resize(560, 680)
        self._settings = settings
        self._rows: list[SettingRow] = []
        self._sections: list[tuple[SectionHead, list[SettingRow]]] = []
        self._search = SearchLine(self)
        self._search.setObjectName("settingsSearch")
        self._search.setPlaceholderText(tr("Search settings"))
        self._search.setAccessibleName(tr("Search settings"))
        self._search.setClearButtonEnabled(True)
        self._search.textChanged.connect(lambda _text: self._filter())
        self._search.left.connect(self._go_to_found)
        self.column.addWidget(self._search)
        self._none = EmptyState(
            tr("No setting is called so"), tr("Try another word, or fewer letters."), tr("Show all settings"), self
        )
        self._none.step.connect(self._show_all)
        self._area = self._make_area(settings)
        self._pages = QStackedWidget(self)
        self._pages.addWidget(self._area)
        self._pages.addWidget(self._none)
        self.column.addWidget(self._pages, 1)
        self._restore = self.add_button(tr("Restore defaults"), "settingsRestore")
        self._restore.setToolTip(tr("Take the defaults of all settings."))
        self._restore.clicked.connect(self.restore_defaults)
        self.buttons.removeWidget(self._restore)
        self.buttons.insertWidget(0, self._restore)
        self.add_close_button(default=True)
        theme_watcher().changed.connect(self._on_theme)
        self.set_settings(settings)
        self._draw_lines()
        self._search.setFocus()

    def _make_area(self, settings: Settings) -> QScrollArea:
        page = QWidget()
        page.setProperty("plain", True)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, GAP, GAP, GAP)
        column.setSpacing(2 * GAP)
        specs = [spec for spec in dataclasses.fields(settings) if not spec.metadata.get("hidden")]
        names = list(dict.fromkeys((*SECTIONS, *(str(spec.metadata.get("section", "")) for spec in specs))))
        for name in names:
            rows = [SettingRow(spec, page) for spec in specs if spec.metadata.get("section", "") == name]
            if rows:
                head = SectionHead(tr(name) if name else tr("Other"), page)
                column.addWidget(head)
                for row in rows:
                    column.addWidget(row)
                    row.changed.connect(self._take)
                self._sections.append((head, rows))
                self._rows += rows
        column.addStretch(1)
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(page)
        return area

    @property
    def settings(self) -> Settings:
        """The settings as they are now."""
        return self._settings

    def set_settings(self, settings: Settings) -> None:
        """Show other settings; `changed` is not sent."""
        self._settings = settings
        for row in self._rows:
            row.set_value(getattr(settings, row.name))
        self._show_restore()

    def restore_defaults(self) -> None:
        """Take the defaults for all that is shown here."""
        defaults = type(self._settings)()
        values = {row.name: getattr(defaults, row.name) for row in self._rows}
        self.set_settings(dataclasses.replace(self._settings, **values))
        self._search.setFocus()  # the button is disabled now
        self.changed.emit(self._settings)

    def visible_settings(self) -> list[str]:
        """Return the labels of the settings that match the search."""
        return [row.accessibleName() for row in self._rows if not row.isHidden()]

    def _take(self, name: str, value: Any) -> None:
        self._settings = dataclasses.replace(self._settings, **{name: value})
        self._show_restore()
        self.changed.emit(self._settings)

    def _show_restore(self) -> None:
        self._restore.setEnabled(not all(row.is_default for row in self._rows))

    # Searching

    def _filter(self) -> None:
        """Show the settings that all words of the search are in, and their sections."""
        wanted = self._search.text().casefold().split()
        for head, rows in self._sections:
            matches = [row.match(wanted) for row in rows]
            for row, matching in zip(rows, matches, strict=True):
                row.setVisible(matching)
            head.setVisible(any(matches))
        self._draw_lines()
        found = any(not row.isHidden() for row in self._rows)
        self._pages.setCurrentWidget(self._area if found else self._none)
        self._area.verticalScrollBar().setValue(0)

    def _draw_lines(self) -> None:
        """Divide the sections that are shown; there is nothing above the first."""
        shown = [head for head, _rows in self._sections if not head.isHidden()]
        for head in shown:
            head.line.setVisible(head is not shown[0])

    def _go_to_found(self) -> None:
        row = next((row for row in self._rows if not row.isHidden()), None)
        if row is not None:
            row.editor.setFocus(Qt.FocusReason.TabFocusReason)
            self._area.ensureWidgetVisible(row)

    def _show_all(self) -> None:
        self._search.clear()
        self._search.setFocus()

    def _on_theme(self, _theme: object) -> None:
        self._filter()  # the marks have the theme's colours
