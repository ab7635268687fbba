"""ImageWordsDialog: the note and the tags of an image. Imports theme and what dialogs are made of."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QStringListModel, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QLabel, QLineEdit, QPlainTextEdit, QWidget

from sam_annotator.core.words import tr
from sam_annotator.ui.dialogs.parts import Dialog
from sam_annotator.ui.docks.texts import WrappedText


class ImageWordsDialog(Dialog):
    """A note, and tags with commas between them; Ctrl+Enter keeps both.

    Signals:
        kept(str, tuple of str): the note and the tags.
    """

    kept = Signal(str, object)

    def __init__(
        self,
        name: str,
        note: str,
        tags: Sequence[str],
        known_tags: Sequence[str],
        first: str,
        parent: QWidget | None = None,
    ) -> None:
        """Make the dialog.

        Args:
            name: of the image.
            note: what it is now.
            tags: what they are now.
            known_tags: what is offered while a tag is typed.
            first: "note" or "tags": where typing begins.
            parent: of the dialog.
        """
        super().__init__(tr("Note and tags"), "imageWordsDialog", parent, width=440)
        self.column.addWidget(WrappedText(name, max_lines=1))
        self.note = QPlainTextEdit(note, self)
        self.note.setObjectName("imageNote")
        self.note.setTabChangesFocus(True)
        self.note.setMinimumHeight(96)
        self.note.installEventFilter(self)
        self.tags = QLineEdit(", ".join(tags), self)
        self.tags.setObjectName("imageTags")
        self.tags.setPlaceholderText(tr("Tags, with commas between them"))
        self._completer = QCompleter(self)
        self._completer.setModel(QStringListModel(list(known_tags), self))
        self._completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._completer.setWidget(self.tags)
        self._completer.activated.connect(self._complete)
        self.tags.textEdited.connect(self._offer)
        for words, widget in ((tr("Note"), self.note), (tr("Tags"), self.tags)):
            label = QLabel(words, self)
            label.setBuddy(widget)
            widget.setAccessibleName(words)
            self.column.addWidget(label)
            self.column.addWidget(widget)
        self.add_close_button(tr("Cancel"))
        self.add_button(tr("Keep"), "keepButton", default=True).clicked.connect(self._keep)
        start = self.tags if first == "tags" else self.note
        start.setFocus()

    def setVisible(self, visible: bool) -> None:
        """Let what is typed first be added: a dialog selects the text of its first line, which it would replace."""
        super().setVisible(visible)
        if visible:
            self.tags.end(False)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep by Ctrl+Enter, where Enter alone is a new line."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            if is_enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self._keep()
                return True
        return super().eventFilter(watched, event)

    def _offer(self, text: str) -> None:
        """Offer the tags that begin like the one being typed."""
        begun = text[: self.tags.cursorPosition()].rpartition(",")[2].strip()
        self._completer.setCompletionPrefix(begun)
        if begun and self._completer.completionCount():
            self._completer.complete()
        else:
            popup = self._completer.popup()
            if popup is not None:
                popup.hide()

    def _complete(self, tag: str) -> None:
        place = self.tags.cursorPosition()
        before, comma, _begun = self.tags.text()[:place].rpartition(",")
        start = f"{before}{comma} {tag}" if comma else tag
        self.tags.setText(start + self.tags.text()[place:])
        self.tags.setCursorPosition(len(start))

    def _keep(self) -> None:
        self.kept.emit(self.note.toPlainText().strip(), tags_of(self.tags.text()))
        self.accept()


def tags_of(text: str) -> tuple[str, ...]:
    """Return the tags of a text with commas between them, each once."""
    return tuple(dict.fromkeys(tag for part in text.split(",") if (tag := " ".join(part.split()))))
