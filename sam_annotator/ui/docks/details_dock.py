"""DetailsDock: what is known of the draft on screen, or of the selected annotation."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QEnterEvent, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from sam_annotator.core.mask import Mask
from sam_annotator.core.mask_counts import counts_of
from sam_annotator.core.prompt import POSITIVE, Prompt
from sam_annotator.core.records import Annotation, Category, Provenance
from sam_annotator.core.session import Answer
from sam_annotator.core.words import listed, local_number, mark, tr
from sam_annotator.ui.docks.dock import Dock
from sam_annotator.ui.docks.drawing import draw_focus, draw_text
from sam_annotator.ui.docks.texts import EmptyState, WrappedText
from sam_annotator.ui.models.annotation_words import engine_words, source_words
from sam_annotator.ui.models.figures import area_text, count_text, grouped, score_text
from sam_annotator.ui.theme import GAP, HALF_GAP, body_font, current_theme, small_font, strong, tabular

_CANDIDATES = 3
_NOTE = mark("Not accepted yet; predicted IoU")
_DRAFT_NOTE = mark("Draft, the chosen engine's mask follows; predicted IoU")
_MANY_RUNS = 20_000  # characters of an RLE, above which its parts are not counted


class CandidateRow(QAbstractButton):
    """One candidate mask: whether it is chosen, its predicted IoU as a bar and a number."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._iou = 0.0

    def set_candidate(self, number: int, predicted_iou: float, is_chosen: bool) -> None:
        """Show a candidate; numbers count from 1."""
        self._iou = predicted_iou
        words = tr("Candidate {number}", number=number)
        self.setText(words)
        self.setChecked(is_chosen)
        self.setAccessibleName(tr("{words}, predicted IoU {iou}", words=words, iou=score_text(predicted_iou)))
        self.setToolTip(tr("{words}: predicted IoU {iou}", words=words, iou=local_number(f"{predicted_iou:.3f}")))
        self.update()

    def sizeHint(self) -> QSize:
        """Return the size of a row."""
        return QSize(160, 24)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Light up."""
        self.update()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Go dark again."""
        self.update()
        super().leaveEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the mark, the name, the bar and the number."""
        theme = current_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        row = self.rect()
        if self.isChecked() or self.underMouse():
            painter.fillRect(row, QColor(theme.selection if self.isChecked() else theme.hover))
        painter.setPen(QPen(QColor(theme.accent if self.isChecked() else theme.control), 1.5))
        mark = QRectF(GAP + 1, row.center().y() - 5, 11, 11)
        painter.drawEllipse(mark)
        if self.isChecked():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.accent))
            painter.drawEllipse(mark.adjusted(3, 3, -3, -3))
        font = strong(body_font()) if self.isChecked() else body_font()
        name_width = QFontMetrics(strong(body_font())).horizontalAdvance(tr("Candidate {number}", number=3)) + 2
        name = QRect(GAP + 12 + GAP, 0, name_width, row.height())
        draw_text(painter, name, self.text(), font, theme.text)
        figures = tabular(body_font())
        width = QFontMetrics(figures).horizontalAdvance("0.00") + 2
        number = QRect(row.right() - GAP - width, 0, width, row.height())
        draw_text(painter, number, score_text(self._iou), figures, theme.text, Qt.AlignmentFlag.AlignRight)
        left = name.right() + GAP
        bar = QRectF(left, row.center().y() - 1, max(0, number.left() - GAP - left), 4)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.separator))
        painter.drawRoundedRect(bar, 2, 2)
        painter.setBrush(QColor(theme.accent if self.isChecked() else theme.control))
        painter.drawRoundedRect(QRectF(bar.left(), bar.top(), bar.width() * min(1.0, max(0.0, self._iou)), 4), 2, 2)
        if self.hasFocus():
            draw_focus(painter, row, theme)
        painter.end()


class FactTable(QWidget):
    """Names and values in two columns; a fact without a value takes no room. Names are marked, for `tr`."""

    def __init__(self, names: tuple[str, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        grid = QGridLayout(self)
        grid.setContentsMargins(GAP, HALF_GAP, GAP, GAP)
        grid.setHorizontalSpacing(GAP)
        grid.setVerticalSpacing(HALF_GAP)
        grid.setColumnStretch(1, 1)
        self._rows: dict[str, tuple[QLabel, WrappedText]] = {}
        for i, name in enumerate(names):
            label, value = QLabel(tr(name), self), WrappedText(max_lines=3, parent=self)
            label.setProperty("muted", True)
            label.setAlignment(Qt.AlignmentFlag.AlignTop)
            value.setFont(tabular(body_font()))
            grid.addWidget(label, i, 0)
            grid.addWidget(value, i, 1)
            self._rows[name] = (label, value)

    def set_facts(self, facts: dict[str, str]) -> None:
        """Show these values and no others."""
        for name, (label, value) in self._rows.items():
            text = facts.get(name, "")
            value.set_text(text)
            label.setVisible(bool(text))
            value.setVisible(bool(text))

    def value(self, name: str) -> str:
        """Return the value that is shown under a name."""
        return self._rows[name][1].text


class DetailsDock(Dock):
    """Details of the draft, else of the selected annotation.

    Signals:
        candidate_chosen(index): one of the draft's candidates was clicked; its index in the prediction.
    """

    candidate_chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Details"), "detailsDock", parent)
        # From the outside to the inside: what gets another parent takes its looks anew, and so does all that is in it.
        self._pages = QStackedWidget(self._body)
        self._column.addWidget(self._pages)
        self._empty = EmptyState(
            tr("Nothing selected"), tr("Click an object, or choose an annotation."), parent=self._pages
        )
        self._pages.addWidget(self._empty)
        self._draft_page, page = _scrolling(self._pages)
        self._order: tuple[int, ...] = ()
        self._fill_draft_page(page)
        self._annotation_page, page = _scrolling(self._pages)
        names = (
            mark("Category"),
            mark("Area"),
            mark("Box"),
            mark("Parts"),
            mark("Score"),
            mark("Prompts"),
            mark("Engine"),
            mark("Checkpoint"),
            mark("Source"),
            mark("Flags"),
        )
        self.several = WrappedText(parent=page)
        self.several.setFont(strong(body_font()))
        self.facts = FactTable(names, page)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, HALF_GAP, 0, 0)
        column.setSpacing(HALF_GAP)
        title = QHBoxLayout()
        title.setContentsMargins(GAP, 0, GAP, 0)
        title.addWidget(self.several)
        column.addLayout(title)
        column.addWidget(self.facts)
        column.addStretch(1)
        self._annotation_column = column

    def add_form(self, form: QWidget) -> None:
        """Put what can be changed of annotations before what is known of them."""
        self._annotation_column.insertWidget(self._annotation_column.indexOf(self.facts), form)

    def _fill_draft_page(self, page: QWidget) -> None:
        column = QVBoxLayout(page)
        column.setContentsMargins(0, HALF_GAP, 0, 0)
        column.setSpacing(0)
        self.draft_note = QLabel(tr(_NOTE), page)
        self.draft_note.setFont(small_font())
        self.draft_note.setProperty("muted", True)
        self.draft_note.setContentsMargins(GAP, 0, GAP, HALF_GAP)
        self.draft_note.setWordWrap(True)
        column.addWidget(self.draft_note)
        self.candidates = tuple(CandidateRow(page) for _ in range(_CANDIDATES))
        for rank, row in enumerate(self.candidates):
            row.clicked.connect(lambda _checked=False, at=rank: self.candidate_chosen.emit(self._order[at]))
            column.addWidget(row)
        column.addSpacing(HALF_GAP)
        self.draft_facts = FactTable((mark("Points"), mark("Box"), mark("Area"), mark("Engine"), mark("Time")), page)
        column.addWidget(self.draft_facts)
        column.addStretch(1)

    def show_answer(self, answer: Answer | None) -> None:
        """Show the draft on screen in place of all else; None shows that there is nothing."""
        if answer is None:
            self._show_nothing()
        else:
            self.draft_note.setText(tr(_DRAFT_NOTE if answer.is_draft else _NOTE))
            scores = [float(iou) for iou in answer.prediction.predicted_iou]
            # Best first, the way cycling goes; a row sends the index that the prediction has for it.
            self._order = tuple(answer.prediction.ranking)
            for rank, row in enumerate(self.candidates):
                row.setVisible(rank < len(scores))
                if rank < len(scores):
                    row.set_candidate(rank + 1, scores[self._order[rank]], self._order[rank] == answer.candidate)
            prompt = answer.request.prompt
            self.draft_facts.set_facts(
                {
                    "Points": _points_text(prompt),
                    "Box": _box_text(prompt),
                    "Area": area_text(answer.mask.area) if answer.has_mask else "",
                    "Engine": listed((tr(answer.engine.title), answer.engine.device)),
                    "Time": f"{answer.elapsed_ms:.0f} ms" if answer.elapsed_ms else "",
                }
            )
            self._pages.setCurrentWidget(self._draft_page)

    def show_annotation(self, annotation: Annotation | None, category: Category | None = None) -> None:
        """Show a selected annotation in place of all else; None shows that there is nothing."""
        if annotation is None:
            self._show_nothing()
        else:
            self.several.set_text("")
            self.several.hide()
            self.facts.set_facts(_annotation_facts(annotation, category))
            self._pages.setCurrentWidget(self._annotation_page)

    def show_several(self, count: int, area: int) -> None:
        """Show that several annotations are selected, and their area together."""
        words = count_text(count, mark("{n} annotation selected"), mark("{n} annotations selected"))
        self.several.set_text(words)
        self.several.show()
        self.facts.set_facts({"Area": area_text(area)})
        self._pages.setCurrentWidget(self._annotation_page)

    def _show_nothing(self) -> None:
        self._empty.set_words(tr("Nothing selected"), tr("Click an object, or choose an annotation."))
        self._pages.setCurrentWidget(self._empty)


def _scrolling(pages: QStackedWidget) -> tuple[QScrollArea, QWidget]:
    """Add a page that scrolls; return it, and what is to be filled in it."""
    area = QScrollArea(pages)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    pages.addWidget(area)
    page = QWidget(area)
    page.setProperty("plain", True)
    area.setWidget(page)
    return area, page


def _points_text(prompt: Prompt) -> str:
    positive = sum(label == POSITIVE for label in prompt.point_labels)
    negative = len(prompt.point_labels) - positive
    parts = [
        tr("{n} positive", n=positive) if positive else "",
        tr("{n} negative", n=negative) if negative else "",
    ]
    return listed(part for part in parts if part)


def _box_text(prompt: Prompt) -> str:
    if prompt.box_xyxy is None:
        return ""
    x0, y0, x1, y1 = prompt.box_xyxy
    return f"{x1 - x0:.0f} × {y1 - y0:.0f} px"


def _annotation_facts(annotation: Annotation, category: Category | None) -> dict[str, str]:
    provenance, mask = annotation.provenance, annotation.mask
    x, y, w, h = mask.bbox_xywh
    prompt = provenance.prompt
    prompts = listed(
        part for part in (_points_text(prompt), tr("a box") if prompt.box_xyxy is not None else "") if part
    )
    return {
        "Category": category.name if category else tr("Category {id}", id=annotation.category_id),
        "Area": area_text(mask.area),
        "Box": tr("{w} × {h} px at {x}, {y}", w=w, h=h, x=x, y=y),
        "Parts": _parts_text(mask),
        "Score": "" if annotation.score is None else score_text(annotation.score),
        "Prompts": prompts,
        "Engine": engine_words(provenance.engine_id),
        "Checkpoint": provenance.checkpoint_sha256[:8],
        "Source": _source_text(provenance),
        "Flags": tr("Crowd region") if annotation.iscrowd else "",
    }


def _source_text(provenance: Provenance) -> str:
    words = source_words(provenance.source)
    return tr("{words}, edited by hand", words=words) if provenance.edited else words


@lru_cache(maxsize=64)
def _parts_text(mask: Mask) -> str:
    """Return the number of parts and holes; nothing where counting them would take long."""
    if len(mask.counts) > _MANY_RUNS:
        return ""
    parts, holes = counts_of(mask)
    text = grouped(parts)
    return listed((text, count_text(holes, mark("{n} hole"), mark("{n} holes")))) if holes else text
