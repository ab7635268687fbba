"""ReviewBar: where a review is and what can be said, in one slim row above the canvas. Decides nothing."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QToolButton, QWidget

from sam_annotator.core.records import ReviewState
from sam_annotator.core.words import mark, tr
from sam_annotator.ui.docks.dock import icon_button
from sam_annotator.ui.docks.texts import OwnKeysLineEdit, WrappedText
from sam_annotator.ui.icons import pixmap
from sam_annotator.ui.models.figures import grouped
from sam_annotator.ui.review_walk import Tally
from sam_annotator.ui.theme import GAP, HALF_GAP, current_theme, strong, tabular, theme_watcher

_STATE_WORDS = {
    ReviewState.NONE: mark("Not reviewed"),
    ReviewState.ACCEPTED: mark("Accepted"),
    ReviewState.REJECTED: mark("Rejected"),
}
_STATE_ICONS = {
    ReviewState.NONE: "in-progress",
    ReviewState.ACCEPTED: "review-accepted",
    ReviewState.REJECTED: "review-rejected",
}
_DIRECT = Qt.FindChildOption.FindDirectChildrenOnly
_COMMENT_LEAST, _COMMENT_MOST = 96, 360
_WHAT_LEAST, _WHAT_MOST = 64, 160  # longer names are cut before the sums go; of a shorter rest only dots would be left


class ReviewBar(QWidget):
    """Shows the place, what was said so far, and the comment.

    Signals:
        comment_kept(str): Enter was pressed in the comment.
        comment_left(): Esc was pressed in the comment.
    """

    comment_kept = Signal(str)
    comment_left = Signal()

    def __init__(self, actions: Mapping[str, QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("reviewBar")
        self.setAccessibleName(tr("Review"))
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._state_value, self._comment_value = ReviewState.NONE, ""
        self._place, self._sums, self._what = QLabel(self), QLabel(self), WrappedText(max_lines=1, parent=self)
        self._place.setFont(strong(tabular(self._place.font())))
        self._place.setObjectName("reviewPlace")
        self._sums.setFont(tabular(self._sums.font()))
        self._sums.setObjectName("reviewSums")
        self._sums.setProperty("muted", True)
        self._what.setObjectName("reviewWhat")
        self._icon, self._state = QLabel(self), QLabel(self)
        self._state.setObjectName("reviewState")
        self._has_state = False
        for label in (self._sums, self._state):  # left out where there is no room: they must not widen the window
            label.setMinimumWidth(1)
        self.comment = OwnKeysLineEdit(self)
        self.comment.setObjectName("reviewComment")
        self.comment.setPlaceholderText(tr("Comment"))
        self.comment.setAccessibleName(tr("Comment on what is reviewed"))
        self.comment.setMinimumWidth(_COMMENT_LEAST)
        self.comment.setMaximumWidth(_COMMENT_MOST)
        self.comment.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.comment.returnPressed.connect(self._keep_comment)
        self.comment.escaped.connect(self._leave_comment)
        row = QHBoxLayout(self)
        row.setContentsMargins(GAP, HALF_GAP, GAP, HALF_GAP)
        row.setSpacing(GAP)
        for widget in (self._place, self._sums):
            row.addWidget(widget)
        row.addWidget(self._what, 30)
        row.addStretch(1)
        row.addWidget(self._icon)
        row.addWidget(self._state)
        row.addWidget(self.comment, 20)
        # Here it is plain what is accepted; the menu and the palette have longer words.
        for action_id, words in (("review.accept", tr("Accept")), ("review.reject", tr("Reject"))):
            actions[action_id].setIconText(words)
            row.addWidget(_button(actions[action_id], with_text=True, parent=self))
        for action_id in ("review.fix", "review.previous", "review.next"):
            row.addWidget(_button(actions[action_id], with_text=False, parent=self))
        row.addWidget(self._options(actions))
        row.addWidget(self._leave_button(actions["review.toggle"]))
        theme_watcher().changed.connect(self._show_state)
        self._show_state()
        self.set_tally(None, by_image=False)

    def _options(self, actions: Mapping[str, QAction]) -> QToolButton:
        options = icon_button("settings", tr("How to review"), self)
        options.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        options.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(options)
        for action_id in ("review.skip_reviewed", "review.only_rejected", "review.by_doubt", "review.by_image"):
            menu.addAction(actions[action_id])
        options.setMenu(menu)
        return options

    def _leave_button(self, toggle: QAction) -> QToolButton:
        leave = icon_button("close", tr("Leave the review"), self)
        leave.setObjectName("leaveReview")
        leave.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        leave.clicked.connect(toggle.trigger)
        return leave

    def set_tally(self, tally: Tally | None, *, by_image: bool) -> None:
        """Show how far the review is; None while that is being read."""
        for widget in (self._place, self.comment):
            widget.setVisible(tally is not None)
        if tally is None:
            self._sums.setText(tr("Reading annotations…"))  # where it can be left out: for a moment nothing is widened
            self._make_room()
            return
        if not tally.total:
            place = tr("No image") if by_image else tr("No annotation")
        elif by_image:
            place = tr("Image {place} of {total}", place=_number(tally.place), total=grouped(tally.total))
        else:
            place = tr("{place} of {total}", place=_number(tally.place), total=grouped(tally.total))
        self._place.setText(place)
        accepted, rejected = grouped(tally.accepted), grouped(tally.rejected)
        self._sums.setText(tr("{accepted} accepted, {rejected} rejected", accepted=accepted, rejected=rejected))
        self._make_room()

    def set_current(self, what: str, state: ReviewState | None, comment: str) -> None:
        """Show what is being reviewed; a state of None where nothing is."""
        if not self.comment.hasFocus() or comment != self._comment_value:
            self.comment.setText(comment)
            self.comment.setCursorPosition(0)  # a long one is read from its beginning
        self._comment_value = comment
        self._what.set_text(what)
        self._what.setMaximumWidth(self._what.sizeHint().width() + 1)  # what is left is the comment's
        self._state_value = ReviewState.NONE if state is None else state
        self._has_state = state is not None
        self._icon.setVisible(self._has_state)
        self.comment.setEnabled(state is not None)
        self._show_state()
        self._make_room()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out the sums, then the state's word beside its icon, then what it is, where there is no room."""
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        row = self.layout()
        assert row is not None
        left_out = (self._what, self._sums, self._state, self.comment)
        shown = [w for w in self.findChildren(QWidget, options=_DIRECT) if row.indexOf(w) >= 0 and not w.isHidden()]
        free = self.width() - 3 * GAP - sum(w.sizeHint().width() + GAP for w in shown if w not in left_out)
        what, state = self._what.sizeHint().width(), self._state.sizeHint().width() + GAP
        room = free - _COMMENT_LEAST - min(what, _WHAT_LEAST) - 2 * GAP
        self._state.setVisible(self._has_state and room >= state)
        self._what.setVisible(bool(what) and room >= 0)
        free -= state + min(what, _WHAT_MOST)
        if not self.comment.isHidden():
            free -= self.comment.sizeHint().width() + GAP
        self._sums.setVisible(free >= self._sums.sizeHint().width())
        left = (self._what.text if self._what.isHidden() else "", self._sums.text())
        self._place.setToolTip("\n".join(words for words in left if words))

    def edit_comment(self) -> None:
        """Let the user type a comment."""
        self.comment.setFocus()
        self.comment.selectAll()

    def _keep_comment(self) -> None:
        self._comment_value = self.comment.text().strip()
        self.comment.setCursorPosition(0)
        self.comment_kept.emit(self._comment_value)

    def _leave_comment(self) -> None:
        self.comment.setText(self._comment_value)
        self.comment_left.emit()

    def _show_state(self) -> None:
        theme = current_theme()
        color = {ReviewState.ACCEPTED: theme.success, ReviewState.REJECTED: theme.error}.get(
            self._state_value, theme.muted
        )
        self._icon.setPixmap(pixmap(_STATE_ICONS[self._state_value], 16, color, self.devicePixelRatioF()))
        self._state.setText(tr(_STATE_WORDS[self._state_value]))
        self._icon.setToolTip(self._state.text())


def _number(place: int) -> str:
    return grouped(place) if place else "-"


def _button(action: QAction, *, with_text: bool, parent: QWidget) -> QToolButton:
    button = QToolButton(parent)
    button.setDefaultAction(action)
    button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    button.setIconSize(QSize(16, 16))
    if with_text:
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    return button
