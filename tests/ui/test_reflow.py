"""Controls that go on more lines where their words need it."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from sam_annotator.ui.docks.reflow import Lines
from sam_annotator.ui.docks.replay_form import short_box


def test_a_line_to_search_in_is_whole_beside_boxes_of_short_words(themed: QApplication) -> None:
    """In Chinese the boxes' words are short, but not the boxes: one letter of the line between them would be left."""
    page = QWidget()
    shown, limit = short_box("shown", page), short_box("limit", page)
    for box in (shown, limit):
        box.addItem("全部")
    search = QLineEdit(page)
    search.setPlaceholderText("类别或图像")
    lines = Lines([[(shown, 3), (search, 3)], [(limit, 2)]], page)
    page.show()
    wanted = search.fontMetrics().horizontalAdvance(search.placeholderText()) + 24
    for width in range(360, 800, 20):
        page.resize(width, 100)
        lines.resize(width, 80)
        QApplication.processEvents()
        assert search.width() >= wanted, width
    assert lines.line_count == 1
    page.close()
