"""ShortcutEditor: choose the keys of every action; what another action has already is said at once. Counts at once."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetrics, QKeyEvent, QKeySequence, QPainter, QResizeEvent, QStandardItem
from PySide6.QtGui import QStandardItemModel as ItemModel
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QListView,
    QPushButton,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from sam_annotator.core.words import listed, series, tr
from sam_annotator.ui.action_table import ACTIONS, ActionSpec
from sam_annotator.ui.actions import short_text
from sam_annotator.ui.dialogs.parts import Dialog, heading, remark, set_tone
from sam_annotator.ui.docks.drawing import ROW_HEIGHT, draw_row_background, draw_text
from sam_annotator.ui.docks.reflow import Flow
from sam_annotator.ui.key_map import KeyMap, is_bindable, key_text
from sam_annotator.ui.theme import GAP, HALF_GAP, body_font, current_theme, small_font, strong

_ID_ROLE = Qt.ItemDataRole.UserRole + 1
_KEYS_ROLE = Qt.ItemDataRole.UserRole + 2
_SECTION_ROLE = Qt.ItemDataRole.UserRole + 3
_MODIFIERS = (
    Qt.Key.Key_Control, Qt.Key.Key_Shift, Qt.Key.Key_Alt, Qt.Key.Key_AltGr, Qt.Key.Key_Meta,
    Qt.Key.Key_CapsLock, Qt.Key.Key_NumLock, Qt.Key.Key_unknown,
)  # fmt: skip
_Index = QModelIndex | QPersistentModelIndex


class KeyDelegate(QStyledItemDelegate):
    """Draws an action and its keys; a dot marks keys that are not the program's own."""

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Return the one size of all rows."""
        return QSize(200, ROW_HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Draw one row."""
        theme, row = current_theme(), option.rect
        painter.save()
        draw_row_background(painter, option, theme)
        keys = str(index.data(_KEYS_ROLE))
        width = min(QFontMetrics(body_font()).horizontalAdvance(keys) + 2, row.width() * 3 // 5)
        right = QRect(row.right() - GAP - width, row.top(), width, row.height())
        draw_text(painter, right, keys, body_font(), theme.text)
        section = str(index.data(_SECTION_ROLE))
        room = QFontMetrics(small_font()).horizontalAdvance(section) + GAP
        left = QRect(row.left() + GAP + HALF_GAP, row.top(), right.left() - row.left() - 3 * GAP, row.height())
        name = str(index.data())
        wide = min(QFontMetrics(body_font()).horizontalAdvance(name) + GAP, left.width())
        draw_text(painter, left, name, body_font(), theme.text)
        if left.width() - wide >= room:
            draw_text(painter, left.adjusted(wide, 0, 0, 0), section, small_font(), theme.muted)
        painter.restore()


class _ActionList(QListView):
    """A list whose chosen row stays in sight when the panel below takes more room."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Scroll to the chosen row where it would go out of sight."""
        chosen = self.currentIndex()
        was_seen = chosen.isValid() and self.visualRect(chosen).top() < event.oldSize().height()
        super().resizeEvent(event)
        if was_seen:
            self.scrollTo(chosen)


class KeyCapture(QPushButton):
    """A button that, once pressed, takes the next key. Escape, or going elsewhere, ends that.

    Signals:
        captured(QKeySequence): a key, with what was held.
    """

    captured = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("addKey")
        self.setAutoDefault(False)
        self.is_waiting = False
        self.clicked.connect(lambda: self._wait(not self.is_waiting))
        self._wait(False)

    def _wait(self, waiting: bool) -> None:
        self.is_waiting = waiting
        words = tr("Press a key… Esc stops") if waiting else tr("Add a key…")
        self.setText(words)
        self.setAccessibleName(words)

    def event(self, event: QEvent) -> bool:
        """Take every key while waiting: also those that close the dialog, or move the focus."""
        if self.is_waiting and isinstance(event, QKeyEvent):
            if event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress:
                self._take(event)
                return True
            return event.type() == QEvent.Type.KeyRelease
        return super().event(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Stop waiting."""
        if self.is_waiting:
            self._wait(False)
        super().focusOutEvent(event)

    def _take(self, event: QKeyEvent) -> None:
        if event.key() in _MODIFIERS or event.isAutoRepeat():
            return
        self._wait(False)
        if event.key() == Qt.Key.Key_Escape and not event.modifiers():
            return
        combined = event.keyCombination().toCombined() & ~Qt.KeyboardModifier.KeypadModifier.value
        if event.key() == Qt.Key.Key_Backtab:  # what Shift+Tab comes as
            combined = combined & ~int(Qt.Key.Key_Backtab) | int(Qt.Key.Key_Tab)
        self.captured.emit(QKeySequence(combined))


class ShortcutEditor(Dialog):
    """A list of all actions with a search; below it the keys of the chosen one.

    Signals:
        changed(rows): the user chose other keys; all rows as the settings keep them.
    """

    changed = Signal(object)

    def __init__(self, keys: KeyMap, parent: QWidget | None = None) -> None:
        super().__init__(tr("Change keys"), "shortcutEditor", parent, width=656)
        self.resize(656, 640)
        self._keys = keys
        self._wanted: QKeySequence | None = None  # a key that another action has
        self._make_list()
        self._make_panel()
        self._restore_all = self.add_button(tr("Restore all"), "restoreAll")
        self._restore_all.clicked.connect(lambda: self._set(KeyMap()))
        self.buttons.removeWidget(self._restore_all)
        self.buttons.insertWidget(0, self._restore_all)
        self.add_close_button(default=True)
        self._fill("")

    @property
    def keys(self) -> KeyMap:
        """The keys as they are now."""
        return self._keys

    @property
    def chosen(self) -> ActionSpec | None:
        """The action whose keys are shown below."""
        action_id = self._view.currentIndex().data(_ID_ROLE)
        return next((spec for spec in ACTIONS if spec.id == action_id), None)

    def choose(self, action_id: str) -> bool:
        """Show the keys of an action; returns whether it is in the list."""
        for row in range(self._items.rowCount()):
            if self._items.item(row).data(_ID_ROLE) == action_id:
                self._view.setCurrentIndex(self._items.index(row, 0))
                self._view.scrollTo(self._items.index(row, 0))
                return True
        return False

    def titles(self) -> list[str]:
        """Return the names of the actions in the list."""
        return [self._items.item(row).text() for row in range(self._items.rowCount())]

    def _make_list(self) -> None:
        self._search = QLineEdit(self)
        self._search.setObjectName("editorSearch")
        self._search.setPlaceholderText(tr("Search by name or key"))
        self._search.setAccessibleName(tr("Search actions by name or key"))
        self._search.setClearButtonEnabled(True)
        self._search.textChanged.connect(self._fill)
        self._items = ItemModel(self)
        self._view = _ActionList(self)
        self._view.setObjectName("editorList")
        self._view.setAccessibleName(tr("Actions and their keys"))
        self._view.setFrameShape(QFrame.Shape.NoFrame)
        self._view.setUniformItemSizes(True)
        self._view.setMouseTracking(True)
        self._view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self._view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._view.setItemDelegate(KeyDelegate(self._view))
        self._view.setModel(self._items)
        self._view.setMinimumHeight(6 * ROW_HEIGHT)
        self._view.selectionModel().currentChanged.connect(lambda *_: self._show_chosen())
        self._none = remark(tr("No action is called so."))
        self.column.addWidget(self._search)
        self.column.addWidget(self._view, 1)
        self.column.addWidget(self._none)

    def _make_panel(self) -> None:
        panel = QFrame(self)
        panel.setObjectName("card")
        column = QVBoxLayout(panel)
        column.setContentsMargins(GAP + HALF_GAP, GAP, GAP + HALF_GAP, GAP + HALF_GAP)
        column.setSpacing(GAP)
        self._title, self._tip = heading(""), remark()
        self._key_chips = Flow()
        self._capture = KeyCapture(panel)
        self._capture.captured.connect(self._take)
        self._restore = _button(tr("Restore"), "restoreOne", panel)
        self._restore.clicked.connect(self._restore_one)
        row = QHBoxLayout()
        row.setSpacing(GAP)
        row.addWidget(self._capture)
        row.addStretch(1)
        row.addWidget(self._restore)
        self._message = remark()
        self._message.setObjectName("conflict")
        choices = QHBoxLayout()
        choices.setSpacing(GAP)
        self._swap = _button(tr("Swap keys"), "swapKeys", panel)
        self._take_over = _button(tr("Take it"), "takeKey", panel)
        self._leave = _button(tr("Cancel"), "leaveKey", panel)
        self._swap.clicked.connect(lambda: self._resolve(swaps=True))
        self._take_over.clicked.connect(lambda: self._resolve(swaps=False))
        self._leave.clicked.connect(self._show_chosen)
        for button in (self._swap, self._take_over, self._leave):
            choices.addWidget(button)
        choices.addStretch(1)
        for part in (self._title, self._tip):
            column.addWidget(part)
        column.addLayout(self._key_chips)
        column.addLayout(row)
        column.addWidget(self._message)
        column.addLayout(choices)
        self._panel = panel
        self.column.addWidget(panel)

    def _fill(self, wanted: str) -> None:
        """List the actions whose name, menu or keys have every word."""
        before = self.chosen.id if self.chosen else ""
        words = wanted.casefold().split()
        self._items.clear()
        for spec in ACTIONS:
            keys, section = "   ".join(self._keys.texts(spec.id)), _section(spec)
            if not all(word in f"{section} {tr(spec.text)} {keys}".casefold() for word in words):
                continue
            name = short_text(spec) + (" •" if self._keys.is_changed(spec.id) else "")
            item = QStandardItem(name)
            item.setData(spec.id, _ID_ROLE)
            item.setData(keys, _KEYS_ROLE)
            item.setData(section, _SECTION_ROLE)
            said = keys or tr("no key")
            item.setData(listed((name, section, said)), Qt.ItemDataRole.AccessibleTextRole)
            self._items.appendRow(item)
        found = self._items.rowCount()
        self._none.setVisible(not found)
        self._panel.setEnabled(found > 0)
        self._panel.setVisible(found > 0)
        if found and not self.choose(before):
            self._view.setCurrentIndex(self._items.index(0, 0))
        self._show_chosen()

    def _show_chosen(self) -> None:
        """Show the chosen action's keys, each with a button that takes it away."""
        self._wanted = None
        spec = self.chosen
        while (item := self._key_chips.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for button in (self._swap, self._take_over, self._leave):
            button.hide()
        self._message.hide()
        self._restore_all.setEnabled(bool(self._keys.rows))
        if spec is None:
            return
        self._title.setText(short_text(spec))
        self._tip.setText(tr(spec.tip))
        self._tip.setVisible(bool(spec.tip))
        for sequence in self._keys.sequences(spec.id):
            text = key_text(sequence)
            key = _button(f"{text}  ×", "removeKey", self._panel)
            key.setFont(strong(body_font()))
            key.setToolTip(tr("Take {key} away", key=text))
            key.setAccessibleName(tr("Take {key} away", key=text))
            key.clicked.connect(lambda _checked=False, gone=sequence: self._remove(gone))
            key.show()
            self._key_chips.addWidget(key)
        self._restore.setEnabled(self._keys.is_changed(spec.id))

    def _take(self, sequence: QKeySequence) -> None:
        """Give the chosen action a key, or say who has it."""
        spec = self.chosen
        if spec is None:
            return
        self._show_chosen()
        text = key_text(sequence)
        if not is_bindable(sequence):
            self._say(tr("This key can't be used: on the image Space moves the view. Choose another one."), "error")
        elif sequence in self._keys.sequences(spec.id):
            self._say(tr("{key} does this already.", key=text))
        elif others := self._keys.conflicts(spec.id, sequence):
            self._wanted = sequence
            names = series(short_text(other) for other in others)
            self._say(tr("{key} is the key of “{action}”.", key=text, action=names), "warning")
            self._swap.setVisible(bool(self._keys.sequences(spec.id)))
            self._take_over.show()
            self._leave.show()
            (self._take_over if self._swap.isHidden() else self._swap).setFocus()
            self._view.scrollTo(self._view.currentIndex())
        else:
            self._set(self._keys.taken(spec.id, sequence))
            self._capture.setFocus()

    def _resolve(self, *, swaps: bool) -> None:
        spec, wanted = self.chosen, self._wanted
        if spec is not None and wanted is not None:
            self._set(self._keys.swapped(spec.id, wanted) if swaps else self._keys.taken(spec.id, wanted))
            self._capture.setFocus()

    def _remove(self, sequence: QKeySequence) -> None:
        if (spec := self.chosen) is not None:
            self._set(self._keys.with_keys(spec.id, [k for k in self._keys.sequences(spec.id) if k != sequence]))
            self._capture.setFocus()

    def _restore_one(self) -> None:
        """Give the chosen action its first keys back, unless others have one of them now."""
        spec = self.chosen
        if spec is None:
            return
        restored = self._keys.restored(spec.id)
        for sequence in restored.sequences(spec.id):
            for other in restored.conflicts(spec.id, sequence):
                restored = restored.with_keys(other.id, [k for k in restored.sequences(other.id) if k != sequence])
        self._set(restored)
        self._capture.setFocus()

    def _set(self, keys: KeyMap) -> None:
        self._keys = keys
        self._fill(self._search.text())
        self.changed.emit(keys.rows)

    def _say(self, text: str, tone: str = "") -> None:
        self._message.setText(text)
        self._message.setAccessibleName(text)
        set_tone(self._message, tone)
        self._message.show()


def _section(spec: ActionSpec) -> str:
    """Return where an action belongs: its menu; those of no menu are the digits, and keys of a mode."""
    if spec.menu:
        return tr(spec.menu)
    return tr("Category") if spec.id.startswith("category.") else tr("While it goes on")


def _button(words: str, name: str, parent: QWidget) -> QPushButton:
    button = QPushButton(words, parent)
    button.setObjectName(name)
    button.setAutoDefault(False)
    return button
