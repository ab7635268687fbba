"""AnnotationDock: the annotations of the image on screen; selecting, hovering, and wishes for changes."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence

from PySide6.QtCore import (
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
    SignalInstance,
)
from PySide6.QtGui import QColor, QFontMetrics, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QMenu,
    QStackedWidget,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from sam_annotator.core.records import Annotation, Category, ReviewState
from sam_annotator.core.words import mark, tr
from sam_annotator.ui.docks.dock import Dock
from sam_annotator.ui.docks.drawing import (
    ROW_HEIGHT,
    draw_row_background,
    draw_swatch,
    draw_text,
    swatch_icon,
    swatch_rect,
)
from sam_annotator.ui.docks.texts import EmptyState
from sam_annotator.ui.icons import pixmap, set_icon
from sam_annotator.ui.models.annotation_list import ANNOTATION_ROLE, CATEGORY_ROLE, AnnotationListModel
from sam_annotator.ui.models.figures import area_text, count_text, grouped, score_text
from sam_annotator.ui.theme import GAP, HALF_GAP, Theme, body_font, current_theme, small_font, tabular

_SWATCH_LEFT = GAP + 2
_NAME_LEFT = _SWATCH_LEFT + 14 + GAP
_MARK = 16 + HALF_GAP
_FEW_RANGES = 50  # of selected rows, that Qt takes as quickly as one
_LEAST_NAME = 8 * GAP  # room that the category's name keeps in a narrow panel

_Index = QModelIndex | QPersistentModelIndex


def _in_a_row(rows: Sequence[int]) -> list[tuple[int, int]]:
    """Return first and last of sorted rows that follow each other: Qt takes a hundred of them as it takes one."""
    ends = [i for i in range(1, len(rows)) if rows[i] != rows[i - 1] + 1]
    return [(rows[a], rows[b - 1]) for a, b in zip([0, *ends], [*ends, len(rows)], strict=True)] if rows else []


class AnnotationDelegate(QStyledItemDelegate):
    """Draws swatch, category, crowd mark, area and score of an annotation."""

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Return the one size of all rows."""
        return QSize(120, ROW_HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Draw one annotation."""
        annotation, category = index.data(ANNOTATION_ROLE), index.data(CATEGORY_ROLE)
        if not isinstance(annotation, Annotation):
            return
        theme, row = current_theme(), option.rect
        painter.save()
        draw_row_background(painter, option, theme)
        color = category.color if isinstance(category, Category) else theme.control
        draw_swatch(painter, swatch_rect(row, _SWATCH_LEFT), color, theme)
        figures = tabular(body_font())
        metrics = QFontMetrics(figures)
        right = _draw_marks(painter, option, annotation, theme) - HALF_GAP
        align = Qt.AlignmentFlag.AlignRight
        for text, widest, ink in (
            (score_text(annotation.score), "0.00", theme.text),
            (area_text(annotation.mask.area), "", theme.muted),
        ):
            width = metrics.horizontalAdvance(widest or text) + 2
            if right - width - row.left() - _NAME_LEFT < _LEAST_NAME + _marks_width(annotation):
                continue  # what the object is comes before how large it is
            draw_text(painter, QRect(right - width, row.top(), width, row.height()), text, figures, ink, align)
            right -= width + GAP
        if annotation.iscrowd:
            right = _draw_crowd_mark(painter, row, right, theme)
        right = _draw_review(painter, row, right, annotation, theme)
        name = QRect(row.left() + _NAME_LEFT, row.top(), right - row.left() - _NAME_LEFT, row.height())
        draw_text(painter, name, str(index.data()), body_font(), theme.text)
        painter.restore()


def _marks_width(annotation: Annotation) -> int:
    """Return the room that what is said of an annotation takes between its name and its figures."""
    said = (annotation.review in (ReviewState.ACCEPTED, ReviewState.REJECTED), bool(annotation.comment))
    crowd = QFontMetrics(small_font()).horizontalAdvance(tr("crowd")) + 2 * GAP if annotation.iscrowd else 0
    return _MARK * sum(said) + crowd


def mark_rects(row: QRect) -> tuple[QRect, QRect]:
    """Return where lock and eye of a row stand, wide enough to be hit."""
    eye = QRect(row.right() - HALF_GAP - _MARK, row.top(), _MARK, row.height())
    return eye.translated(-_MARK, 0), eye


def _draw_marks(painter: QPainter, option: QStyleOptionViewItem, annotation: Annotation, theme: Theme) -> int:
    """Draw lock and eye where they say something, or the pointer is on the row; return their left edge."""
    is_pointed_at = bool(option.state & QStyle.StateFlag.State_MouseOver)
    rects = mark_rects(option.rect)
    marks = (("lock", annotation.locked), ("eye-off" if annotation.hidden else "eye", annotation.hidden))
    for rect, (name, is_set) in zip(rects, marks, strict=True):
        if is_set or is_pointed_at:
            drawing = pixmap(name, 16, theme.text if is_set else theme.control, painter.device().devicePixelRatioF())
            painter.drawPixmap(rect.center() - QPoint(7, 7), drawing)
    return rects[0].left()


def _draw_review(painter: QPainter, row: QRect, right: int, annotation: Annotation, theme: Theme) -> int:
    """Draw what a reviewer said: a shield with a hook or a cross, a bubble for a comment; return their left edge."""
    icons = [("review-accepted", theme.success)] if annotation.review == ReviewState.ACCEPTED else []
    if annotation.review == ReviewState.REJECTED:
        icons.append(("review-rejected", theme.error))
    if annotation.comment:
        icons.append(("comment", theme.text))
    for name, color in icons:
        drawing = pixmap(name, 16, color, painter.device().devicePixelRatioF())
        painter.drawPixmap(QPoint(right - 16, row.center().y() - 7), drawing)
        right -= _MARK
    return right - HALF_GAP if icons else right


def _draw_crowd_mark(painter: QPainter, row: QRect, right: int, theme: Theme) -> int:
    """Draw the mark of a crowd region and return where its left edge is."""
    text = tr("crowd")
    metrics = QFontMetrics(small_font())
    width, height = metrics.horizontalAdvance(text) + GAP, metrics.height() + 2
    frame = QRect(right - width, row.center().y() - height // 2 + 1, width, height)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(theme.control), 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(QRectF(frame).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
    draw_text(painter, frame, text, small_font(), theme.muted, Qt.AlignmentFlag.AlignHCenter)
    return frame.left() - GAP


class AnnotationList(QListView):
    """The list of annotations.

    Signals:
        left(): the pointer left the list's rows.
        lock_clicked(row), hide_clicked(row): the mark at the end of a row was clicked.
    """

    left = Signal()
    lock_clicked = Signal(int)
    hide_clicked = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("annotationList")
        self.setAccessibleName(tr("Annotations"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setItemDelegate(AnnotationDelegate(self))

    def viewportEvent(self, event: QEvent) -> bool:
        """Notice when the pointer leaves."""
        if event.type() in (QEvent.Type.Leave, QEvent.Type.Hide):
            self.left.emit()
        return super().viewportEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take a click on a mark of a row; any other selects."""
        index = self.indexAt(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and index.isValid():
            for signal, rect in zip(
                (self.lock_clicked, self.hide_clicked), mark_rects(self.visualRect(index)), strict=True
            ):
                if rect.contains(event.position().toPoint()):
                    signal.emit(index.row())
                    return
        super().mousePressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Do nothing: letters and digits are the window's keys, here as everywhere."""


class AnnotationDock(Dock):
    """The annotations of the image on screen.

    Signals:
        selection_changed(frozenset of ids): the user selected others.
        hovered(int | None): the annotation under the pointer.
        delete_requested(frozenset of ids), category_requested(frozenset of ids, category_id): wishes.
        lock_requested(id, bool), hide_requested(id, bool): a mark of a row was clicked.
    """

    selection_changed = Signal(object)
    hovered = Signal(object)
    delete_requested = Signal(object)
    category_requested = Signal(object, int)
    lock_requested = Signal(int, bool)
    hide_requested = Signal(int, bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Annotations"), "annotationDock", parent)
        self.model = AnnotationListModel(self)
        self.view = AnnotationList(self)
        self.view.setModel(self.model)
        self.view.selectionModel().selectionChanged.connect(self._selection_changed)
        self.view.entered.connect(self._entered)
        self.view.viewportEntered.connect(self._left)
        self.view.left.connect(self._left)
        self.view.lock_clicked.connect(lambda row: self._mark_clicked(row, self.lock_requested, "locked"))
        self.view.hide_clicked.connect(lambda row: self._mark_clicked(row, self.hide_requested, "hidden"))
        self.view.customContextMenuRequested.connect(self._show_menu)
        self._empty = EmptyState(
            tr("No annotations yet"), tr("Click an object in the image, then press Enter."), parent=self
        )
        self._pages = QStackedWidget(self)
        self._pages.addWidget(self._empty)
        self._pages.addWidget(self.view)
        self._column.addWidget(self._pages)
        self._selected: frozenset[int] = frozenset()
        self._hovered_id: int | None = None
        self._is_quiet = False
        self._is_read_only = False
        self._fill_menu: Callable[[QMenu], object] = lambda menu: None
        self._scrolled_to = 0
        self.model.modelAboutToBeReset.connect(self._before_reset)
        self.model.modelReset.connect(self._after_reset)
        self.model.rowsInserted.connect(self._refresh)

    def set_annotations(self, annotations: Sequence[Annotation], categories: Sequence[Category]) -> None:
        """Show the annotations of an image; what was selected and is still there stays so, without a signal."""
        self.model.set_annotations(annotations, categories)

    def set_categories(self, categories: Sequence[Category]) -> None:
        """Show other names and colours, and offer these categories in the menu."""
        self.model.set_categories(categories)

    def _before_reset(self) -> None:
        self._is_quiet = True
        self._scrolled_to = self.view.verticalScrollBar().value()

    def _after_reset(self) -> None:
        self._is_quiet = False
        self._refresh()
        self._apply_selection(frozenset(i for i in self._selected if self.model.row_of(i) is not None))
        self.view.verticalScrollBar().setValue(self._scrolled_to)

    def _refresh(self) -> None:
        count = self.model.rowCount()
        self._pages.setCurrentWidget(self.view if count else self._empty)
        self.set_remark(grouped(count) if count else "")

    def set_selected(self, ids: Collection[int]) -> None:
        """Select annotations and bring one into view; `selection_changed` is not sent."""
        wanted = frozenset(ids)
        if wanted != self._selected_in_view() or wanted != self._selected:
            self._apply_selection(wanted)
            rows = sorted(row for i in wanted if (row := self.model.row_of(i)) is not None)
            if rows:
                self.view.scrollTo(self.model.index(rows[0]))

    def set_read_only(self, read_only: bool) -> None:
        """Let annotations be changed, or not."""
        self._is_read_only = read_only
        if read_only:
            self._empty.set_words(tr("No annotations"))
        else:
            self._empty.set_words(tr("No annotations yet"), tr("Click an object in the image, then press Enter."))

    def set_empty(self, title: str, detail: str = "") -> None:
        """Say in other words what is missing while there are no annotations."""
        self._empty.set_words(title, detail)

    def set_menu_filler(self, fill: Callable[[QMenu], object]) -> None:
        """Let actions on the selection be added to the menu, above Delete."""
        self._fill_menu = fill

    def annotation_menu(self, ids: frozenset[int]) -> QMenu:
        """Return the menu of some annotations."""
        menu = QMenu(self)
        change = QMenu(tr("Change category"), menu)
        for category in self.model.categories:
            name = category.name if len(category.name) <= 60 else category.name[:40] + "…" + category.name[-16:]
            action = change.addAction(swatch_icon(category.color, current_theme()), name.replace("&", "&&"))
            action.triggered.connect(
                lambda _checked=False, target=category.id: self.category_requested.emit(ids, target)
            )
        change.setEnabled(not change.isEmpty() and not self._is_read_only)
        menu.addMenu(change)
        menu.addSeparator()
        self._fill_menu(menu)
        menu.addSeparator()
        delete = menu.addAction(count_text(len(ids), mark("Delete"), mark("Delete {n} annotations")))
        set_icon(delete, "delete")
        delete.triggered.connect(lambda: self.delete_requested.emit(ids))
        delete.setEnabled(not self._is_read_only)
        return menu

    def _apply_selection(self, ids: frozenset[int]) -> None:
        self._selected = ids
        rows = sorted(row for i in ids if (row := self.model.row_of(i)) is not None)
        selection, model = self.model.selection_of(_in_a_row(rows)), self.view.selectionModel()
        is_much = selection.count() + model.selection().count() > _FEW_RANGES
        self._is_quiet = True
        try:
            if is_much:  # one after the other, and no rectangle of each: Qt compares each old range with each new one
                self.view.setUpdatesEnabled(False)
                model.clearSelection()
            if rows:
                model.setCurrentIndex(self.model.index(rows[-1]), QItemSelectionModel.SelectionFlag.NoUpdate)
            model.select(selection, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        finally:
            if is_much:
                self.view.setUpdatesEnabled(True)
            self._is_quiet = False

    def _selected_in_view(self) -> frozenset[int]:
        chosen = self.view.selectionModel().selection()  # an index for each of thousands takes a tenth of a second
        parts = (chosen.at(i) for i in range(chosen.count()))
        rows = (row for part in parts for row in range(part.top(), part.bottom() + 1))
        found = (self.model.annotation_at(row) for row in rows)
        return frozenset(annotation.id for annotation in found if annotation is not None)

    def _selection_changed(self) -> None:
        if not self._is_quiet:
            selected = self._selected_in_view()
            if selected != self._selected:
                self._selected = selected
                self.selection_changed.emit(selected)

    def _mark_clicked(self, row: int, wish: SignalInstance, field: str) -> None:
        annotation = self.model.annotation_at(row)
        if annotation is not None and not self._is_read_only:
            wish.emit(annotation.id, not getattr(annotation, field))

    def _entered(self, index: QModelIndex) -> None:
        annotation = self.model.annotation_at(index.row())
        self._set_hovered(annotation.id if annotation else None)

    def _left(self) -> None:
        self._set_hovered(None)

    def _set_hovered(self, annotation_id: int | None) -> None:
        if annotation_id != self._hovered_id:
            self._hovered_id = annotation_id
            self.hovered.emit(annotation_id)

    def _show_menu(self, position: QPoint) -> None:
        ids = self._selected_in_view()
        if ids:
            menu = self.annotation_menu(ids)
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.popup(self.view.viewport().mapToGlobal(position))
