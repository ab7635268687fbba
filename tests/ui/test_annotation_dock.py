from __future__ import annotations

import itertools
from collections.abc import Callable

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QListView, QMenu
from pytestqt.qtbot import QtBot
from ui_samples import CHINESE_NAME, LONG_NAME

from sam_annotator.core.records import Annotation, Category
from sam_annotator.ui.docks import AnnotationDock

Show = Callable[..., AnnotationDock]
MakeCategories = Callable[..., tuple[Category, ...]]
MakeAnnotation = Callable[..., Annotation]

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def _click(qtbot: QtBot, dock: AnnotationDock, row: int, modifier: Qt.KeyboardModifier) -> None:
    point = dock.view.visualRect(dock.model.index(row)).center()
    qtbot.mouseClick(dock.view.viewport(), Qt.MouseButton.LeftButton, modifier, point)


def test_selecting_one_and_several(
    qtbot: QtBot, shown: Show, make_categories: MakeCategories, make_annotation: MakeAnnotation
) -> None:
    """What is selected here is what Delete and the digits act on."""
    dock = shown(AnnotationDock())
    assert dock.findChild(QListView, "annotationList") is dock.view
    dock.set_annotations([make_annotation(i) for i in range(1, 6)], make_categories("person"))
    told: list[frozenset[int]] = []
    dock.selection_changed.connect(told.append)
    _click(qtbot, dock, 1, Qt.KeyboardModifier.NoModifier)
    _click(qtbot, dock, 3, CTRL)
    _click(qtbot, dock, 4, SHIFT)
    assert told == [{2}, {2, 4}, {2, 4, 5}]
    assert all(isinstance(ids, frozenset) for ids in told)


def test_selection_survives_changes_and_is_not_echoed(
    qtbot: QtBot, shown: Show, make_categories: MakeCategories, make_annotation: MakeAnnotation
) -> None:
    """Accepting one more mask must not lose the selection, nor may the list answer its own news."""
    dock = shown(AnnotationDock())
    categories = make_categories("person")
    told: list[frozenset[int]] = []
    dock.selection_changed.connect(told.append)
    dock.set_annotations([make_annotation(i) for i in range(1, 101)], categories)
    dock.set_selected({60, 61})
    visible = dock.view.viewport().rect()
    assert dock.view.visualRect(dock.model.index(59)).intersects(visible)
    scrolled = dock.view.verticalScrollBar().value()
    dock.set_annotations([make_annotation(i) for i in range(1, 102)], categories)
    dock.model.set_annotations([make_annotation(i) for i in range(2, 102)], categories)
    rows = {index.row() for index in dock.view.selectionModel().selectedIndexes()}
    assert {dock.model.annotation_at(row).id for row in rows} == {60, 61}  # type: ignore[union-attr]
    assert dock.view.verticalScrollBar().value() == scrolled
    dock.set_annotations([make_annotation(60)], categories)
    dock.set_selected(())
    assert not dock.view.selectionModel().selectedIndexes()
    assert told == []


def test_hundreds_of_rows_apart_are_selected_and_shown_so(
    shown: Show, make_categories: MakeCategories, make_annotation: MakeAnnotation
) -> None:
    """With half of a crowded image selected, the list would show the former half, or tell what nobody chose."""
    dock = shown(AnnotationDock())
    told: list[frozenset[int]] = []
    dock.selection_changed.connect(told.append)
    annotations = [make_annotation(i) for i in range(1, 401)]
    dock.set_annotations(annotations, make_categories("person"))
    pictures: list[QImage] = []
    for ids in (set(range(1, 401, 2)), set(range(2, 401, 2)), {2, 5}, set(range(1, 401, 3)), set()):
        dock.set_selected(ids)
        assert {index.row() + 1 for index in dock.view.selectionModel().selectedIndexes()} == ids
        dock.view.verticalScrollBar().setValue(0)
        QApplication.processEvents()
        pictures.append(dock.view.grab().toImage())
    assert all(a != b for a, b in itertools.pairwise(pictures))
    dock.set_selected(range(1, 401, 2))
    dock.set_annotations(annotations[:100] + annotations[120:], make_categories("person"))  # some of them are gone
    left = {dock.model.annotation_at(i.row()) for i in dock.view.selectionModel().selectedIndexes()}
    assert left == set(annotations[:100:2] + annotations[120::2])
    assert told == []


def test_any_rows_can_be_selected_together(
    shown: Show, make_categories: MakeCategories, make_annotation: MakeAnnotation
) -> None:
    """Delete would take what lies between two selected objects, or leave one of them."""
    dock = shown(AnnotationDock())
    dock.set_annotations([make_annotation(i) for i in range(1, 41)], make_categories("person"))
    for ids in ({1}, {40}, {1, 2, 3, 7, 20, 21, 40}, {5, 6, 7}, {1, 3, 5}, set(range(1, 41)), set()):
        dock.set_selected(ids)
        assert {index.row() + 1 for index in dock.view.selectionModel().selectedIndexes()} == ids


def test_hovering_tells_and_ends(
    qtbot: QtBot, shown: Show, make_categories: MakeCategories, make_annotation: MakeAnnotation
) -> None:
    """Pointing at a row lights its mask up; leaving must put it out."""
    dock = shown(AnnotationDock())
    dock.set_annotations([make_annotation(1), make_annotation(2)], make_categories("person"))
    told: list[int | None] = []
    dock.hovered.connect(told.append)
    viewport = dock.view.viewport()
    for row in (0, 1):
        qtbot.mouseMove(viewport, dock.view.visualRect(dock.model.index(row)).center())
    qtbot.mouseMove(viewport, QPoint(20, viewport.height() - 2))
    qtbot.mouseMove(viewport, dock.view.visualRect(dock.model.index(0)).center())
    QApplication.sendEvent(viewport, QEvent(QEvent.Type.Leave))
    assert told == [1, 2, None, 1, None]


def test_menu_changes_category_and_deletes(
    shown: Show, make_categories: MakeCategories, make_annotation: MakeAnnotation
) -> None:
    """Both must act on all that is selected."""
    dock = shown(AnnotationDock())
    dock.set_annotations([make_annotation(1), make_annotation(2)], make_categories("person", "a&b", LONG_NAME))
    changed: list[tuple[frozenset[int], int]] = []
    deleted: list[frozenset[int]] = []
    dock.category_requested.connect(lambda ids, category_id: changed.append((ids, category_id)))
    dock.delete_requested.connect(deleted.append)
    menu = dock.annotation_menu(frozenset({1, 2}))
    actions = {action.text(): action for action in menu.actions()}
    change = actions["Change category"].menu()
    assert isinstance(change, QMenu)
    change.actions()[1].trigger()
    actions["Delete 2 annotations"].trigger()
    assert changed == [(frozenset({1, 2}), 2)] and deleted == [frozenset({1, 2})]
    dock.set_read_only(True)
    assert not any(action.isEnabled() for action in dock.annotation_menu(frozenset({1})).actions() if action.text())


def test_rows_of_any_kind_are_drawn(
    shown: Show, make_categories: MakeCategories, make_annotation: MakeAnnotation
) -> None:
    """Crowds, missing scores and categories, long names: none may fail or make the list scroll sideways."""
    dock = shown(AnnotationDock(), 280, 200)
    dock.grab()
    rows = [
        make_annotation(1, 1, iscrowd=True),
        make_annotation(2, 2, score=None),
        make_annotation(3, 77),
    ]
    dock.set_annotations(rows, make_categories(LONG_NAME, CHINESE_NAME))
    dock.set_selected({1})
    assert not dock.grab().isNull()
    assert dock.view.horizontalScrollBar().maximum() == 0
    assert dock.model.data(dock.model.index(2)) == "Category 77"
