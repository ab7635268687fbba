"""The lists and tables of the comparison, the layer of theirs, and the questions of a merge."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from sam_annotator.core.agreement import MatchOptions, Sums
from sam_annotator.core.comparison import Difference, Truth, compare_image, row_of
from sam_annotator.core.comparison_table import ComparisonTable
from sam_annotator.core.mask import Mask
from sam_annotator.core.merging import Choice, Conflict, MergePlan
from sam_annotator.core.records import Annotation, Category
from sam_annotator.ui.canvas.masks import AnnotationLayer
from sam_annotator.ui.canvas.second_set import ONLY_OURS, ONLY_THEIRS, SecondLayer, SidesLayer, hatched
from sam_annotator.ui.canvas.shading import apron_of
from sam_annotator.ui.dialogs.merge import MergeDialog
from sam_annotator.ui.docks.compare_legend import CompareLegend
from sam_annotator.ui.models.agreement_table import FIGURES, AgreementTableModel, cells_of
from sam_annotator.ui.models.difference_list import DifferenceListModel, key_of

SIZE = (60, 80)
CATEGORIES = {1: Category(1, "car", "#e69f00"), 2: Category(2, "dog", "#56b4e9")}


def box(x: int, y: int, w: int = 20, h: int = 20) -> Mask:
    return Mask.from_crop(SIZE, x, y, np.ones((h, w), np.bool_))


def annotation(id_: int, category_id: int, mask: Mask, **more: object) -> Annotation:
    return Annotation(id_, 1, category_id, mask, **more)  # type: ignore[arg-type]


@pytest.fixture
def table() -> ComparisonTable:
    """One image with a difference of each kind."""
    ours = [annotation(1, 1, box(0, 0)), annotation(2, 1, box(30, 0)), annotation(3, 2, box(0, 30))]
    theirs = [annotation(9, 1, box(0, 2)), annotation(8, 2, box(30, 0)), annotation(7, 2, box(50, 30))]
    return ComparisonTable([compare_image(1, ours, theirs, MatchOptions())])


def test_the_list_says_what_differs(qtbot: QtBot, table: ComparisonTable) -> None:
    """The worst comes first, in words that need no picture, and what was seen is out of the way until asked for."""
    model = DifferenceListModel()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    seen: set[tuple[int, int, int]] = set()
    model.show_table(table, seen, CATEGORIES, lambda i: f"photo{i}.png")
    kinds = [model.place_at(row).kind for row in range(4)]  # type: ignore[union-attr]
    assert set(kinds[:2]) == {Difference.ONLY_OURS, Difference.ONLY_THEIRS}
    assert kinds[2:] == [Difference.CATEGORY, Difference.MASK]
    assert model.index(2).data() == "car → dog" and model.index(3).data() == "car"
    words = model.index(3).data(Qt.ItemDataRole.AccessibleTextRole)
    assert words == "Other mask, car, photo1.png, IoU 0.818"
    place = model.place_at(3)
    assert place is not None and model.row_of(key_of(place)) == 3
    seen.add(key_of(place))
    model.show_table(table, seen, CATEGORIES, lambda i: f"photo{i}.png")
    assert model.rowCount() == 3 and model.row_of(key_of(place)) is None
    model.set_filter(Difference.MASK, None, shows_seen=True)
    assert model.rowCount() == 1 and str(model.index(0).data(Qt.ItemDataRole.ToolTipRole)).endswith("seen")
    model.set_filter(None, 2, shows_seen=False)
    assert model.rowCount() == 3 and len(model.places(kind=Difference.ONLY_OURS)) == 1


def test_tables_sort_by_figure_with_gaps_last(qtbot: QtBot) -> None:
    """The worst category or image must be on top; what has no figure must not hide it."""
    model = AgreementTableModel("Category")
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    rows = [Sums(8, 2, 0, 1, 6.4), Sums(0, 0, 3), Sums(5, 0, 0, 0, 5.0), Sums()]
    names = ("pairs", "only_left", "only_right", "other_category", "iou_sum")
    columns = {name: np.array([getattr(row, name) for row in rows], np.float64) for name in names}
    for truth in Truth:
        cells = cells_of(columns, truth)
        for row, found in zip(rows, cells.tolist(), strict=True):
            ours, theirs, pairs, only_ours, only_theirs, other, mean, precision, recall, pq = row_of(row, truth)
            expected = (pq, mean, precision, recall, ours, theirs, pairs, only_ours, only_theirs, other)
            assert found == pytest.approx([np.nan if v is None else v for v in expected], nan_ok=True)
    model.set_rows([11, 12, 13, 14], ["b", "c", "a", "d"], cells_of(columns, Truth.THEIRS))
    assert [model.key_at(row) for row in range(4)] == [12, 11, 13, 14]
    model.sort(1, Qt.SortOrder.DescendingOrder)
    assert [model.key_at(row) for row in range(4)] == [13, 11, 12, 14]
    model.sort(0)
    assert [model.index(row, 0).data() for row in range(4)] == ["a", "b", "c", "d"]
    assert model.index(3, 1).data() == "–" and model.index(0, 1 + len(FIGURES)).data() == "5"


def drawn(layer: AnnotationLayer, dpr: float = 1.0) -> np.ndarray:
    image = QImage(SIZE[1], SIZE[0], QImage.Format.Format_RGB32)
    image.fill(QColor("#808080"))
    for _ in layer.draw(image, 1.0, (0, 0, SIZE[1], SIZE[0]), dpr, apron_of(dpr)):
        pass
    pixels = np.frombuffer(image.constBits(), np.uint8).reshape(SIZE[0], SIZE[1], 4)[:, :, :3]
    return pixels.astype(float).mean(axis=2)


def test_theirs_is_told_apart_without_colour(qtbot: QtBot) -> None:
    """In grey, too, theirs must not be taken for ours, and what only one has not for what only the other has."""
    mask, inner = box(20, 10, 40, 40), (slice(16, 44), slice(26, 54))
    ours, theirs = AnnotationLayer(lambda _area: None), SecondLayer(lambda _area: None)
    for layer in (ours, theirs):
        layer.set_annotations([annotation(1, 1, mask)], {1: "#56b4e9"})
    assert drawn(ours)[inner].std() < 1 < drawn(theirs)[inner].std()  # filled, and hatched
    edge = drawn(theirs)[10, 24:56]
    assert edge.max() - edge.min() > 40  # dashed
    theirs.set_chosen([0], faint=True)
    assert drawn(theirs)[inner].std() > 1
    theirs.set_chosen([5], faint=True)
    assert drawn(theirs)[inner].std() < 1  # another one is looked at: an outline only
    sides = SidesLayer(lambda _area: None)
    pictures = []
    for which in (ONLY_OURS, ONLY_THEIRS):
        sides.show(mask if which == ONLY_OURS else None, mask if which == ONLY_THEIRS else None)
        pictures.append(drawn(sides)[inner])
    falling = hatched((0, 0), (28, 28), 1.0, fine=True, falling=True)
    assert all(picture.std() > 1 for picture in pictures)
    assert (falling != hatched((0, 0), (28, 28), 1.0, fine=True, falling=False)).any()
    sides.show(None, None)
    assert sides.is_empty


def test_the_legend_is_drawn_at_any_scale(qtbot: QtBot) -> None:
    """It shows what the canvas shows, and says it to who can't see it."""
    legend = CompareLegend()
    qtbot.addWidget(legend)
    legend.resize(260, legend.sizeHint().height())
    assert not legend.grab().isNull() and "hatched" in legend.accessibleName()


def test_choices_of_a_merge(qtbot: QtBot) -> None:
    """What stays is asked for each object, by key, button or double click; nothing is chosen behind one's back."""
    conflicts = tuple(Conflict(annotation(i, 1, box(i, 0)), annotation(50 + i, 2, box(i, 1)), 0.9) for i in range(1, 4))
    plan = MergePlan("theirs", (CATEGORIES[2],), (annotation(0, 2, box(40, 30)),), conflicts, 4, ("Left out.",))
    dialog = MergeDialog(plan, {1: "photo1.png"}, CATEGORIES)
    qtbot.addWidget(dialog)
    dialog.show()
    told: list[list[Choice]] = []
    dialog.merge_requested.connect(told.append)
    assert [dialog.model.index(0, c).data() for c in range(5)] == ["photo1.png", "car", "dog", "0.900", "Ours"]
    dialog.view.selectRow(1)
    qtbot.keyClick(dialog.view, Qt.Key.Key_T)
    dialog.view.selectRow(2)
    qtbot.keyClick(dialog.view, Qt.Key.Key_Space)
    qtbot.keyClick(dialog.view, Qt.Key.Key_Space)
    dialog.findChild(object, "mergeButton").click()  # type: ignore[attr-defined]
    assert told == [[Choice.OURS, Choice.THEIRS, Choice.BOTH]]
