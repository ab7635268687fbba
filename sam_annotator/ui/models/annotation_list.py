"""AnnotationListModel: the annotations of the image on screen, with colour, category, area and score."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QItemSelection, QModelIndex, QObject, QPersistentModelIndex, Qt

from sam_annotator.core.records import Annotation, Category, ReviewState
from sam_annotator.core.words import listed, tr
from sam_annotator.ui.models.figures import area_text, score_text

ANNOTATION_ROLE = Qt.ItemDataRole.UserRole + 1
CATEGORY_ROLE = Qt.ItemDataRole.UserRole + 2

_Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


class AnnotationListModel(QAbstractListModel):
    """One row for each annotation."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._annotations: tuple[Annotation, ...] = ()
        self._rows: dict[int, int] = {}
        self._categories: dict[int, Category] = {}

    def set_annotations(self, annotations: Sequence[Annotation], categories: Sequence[Category]) -> None:
        """Show other annotations; rows that stay at the front stay selected.

        Args:
            annotations: in the order of the rows.
            categories: all of the project.
        """
        new = tuple(annotations)
        rows = {annotation.id: row for row, annotation in enumerate(new)}
        old_ids, new_ids = list(self._rows), list(rows)
        by_id = {category.id: category for category in categories}
        kept = len(old_ids)
        if new_ids[:kept] != old_ids:
            self.beginResetModel()
            self._annotations, self._rows, self._categories = new, rows, by_id
            self.endResetModel()
            return
        if len(new) > kept:
            self.beginInsertRows(QModelIndex(), kept, len(new) - 1)
            self._annotations, self._rows, self._categories = new, rows, by_id
            self.endInsertRows()
        else:
            self._annotations, self._rows, self._categories = new, rows, by_id
        if kept:
            self.dataChanged.emit(self.index(0), self.index(kept - 1))

    def set_categories(self, categories: Sequence[Category]) -> None:
        """Show the same annotations with other names and colours."""
        self._categories = {category.id: category for category in categories}
        if self._annotations:
            self.dataChanged.emit(self.index(0), self.index(len(self._annotations) - 1))

    @property
    def categories(self) -> tuple[Category, ...]:
        """The project's categories."""
        return tuple(self._categories.values())

    def row_of(self, annotation_id: int) -> int | None:
        """Return the row of an annotation, or None."""
        return self._rows.get(annotation_id)

    def selection_of(self, ranges: Iterable[tuple[int, int]]) -> QItemSelection:
        """Return rows as a selection.

        Args:
            ranges: first and last row of each range; there must be such rows.
        """
        selection = QItemSelection()
        for first, last in ranges:  # by createIndex: `index` asks for the number of rows each time
            selection.select(self.createIndex(first, 0), self.createIndex(last, 0))
        return selection

    def annotation_at(self, row: int) -> Annotation | None:
        """Return the annotation in a row, or None outside the list."""
        return self._annotations[row] if 0 <= row < len(self._annotations) else None

    def rowCount(self, parent: _Index = _ROOT) -> int:
        """Return the number of annotations."""
        return 0 if parent.isValid() else len(self._annotations)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a row shows."""
        annotation = self.annotation_at(index.row()) if index.isValid() else None
        if annotation is None:
            return None
        category = self._categories.get(annotation.category_id)
        if role == Qt.ItemDataRole.DisplayRole:
            return category.name if category else tr("Category {id}", id=annotation.category_id)
        if role == ANNOTATION_ROLE:
            return annotation
        if role == CATEGORY_ROLE:
            return category
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._describe(annotation, category)
        return None

    def _describe(self, annotation: Annotation, category: Category | None) -> str:
        parts = [
            category.name if category else tr("Category {id}", id=annotation.category_id),
            area_text(annotation.mask.area),
        ]
        if annotation.score is not None:
            parts.append(tr("score {score}", score=score_text(annotation.score)))
        if annotation.iscrowd:
            parts.append(tr("crowd"))
        if annotation.locked:
            parts.append(tr("locked"))
        if annotation.hidden:
            parts.append(tr("hidden"))
        if annotation.review != ReviewState.NONE:
            accepted = annotation.review == ReviewState.ACCEPTED
            parts.append(tr("accepted in review") if accepted else tr("rejected in review"))
        if annotation.comment:
            parts.append(tr("Reviewer: {text}", text=annotation.comment))
        return listed(parts)
