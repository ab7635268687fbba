"""The table of annotations in the real window: sorted, searched, gone to, exported."""

from __future__ import annotations

import csv
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from sam_annotator.core.image_io import probe_image
from sam_annotator.core.mask import Mask
from sam_annotator.core.mask_counts import MaskCounts, counts_of
from sam_annotator.core.records import Annotation
from sam_annotator.store import table
from sam_annotator.store.store import Store
from sam_annotator.ui.docks.table_dock import TableDock
from sam_annotator.ui.table_feature import TableFeature

if TYPE_CHECKING:
    from hands import Driver

Open = Callable[..., "Driver"]
Photos = tuple[Path, dict[str, list[tuple[int, int]]]]


def test_the_table_sorts_goes_there_and_is_exported(open_window: Open, photos: Photos, tmp_path: Path) -> None:
    """A researcher who sees a strange number must get to its mask, and the numbers out."""
    folder, _points = photos
    with Store.create(folder, folder, category_names=["block", "other"]) as store:
        images = store.add_images(sorted(path.name for path in folder.glob("*.png")))
        store.set_probes([(image.id, probe_image(folder / image.file_name)) for image in images])
        for number, row in enumerate((0, 0, 2), 1):
            pixels = np.zeros((120, 160), np.bool_)
            pixels[10 : 10 + 10 * number, 20:50] = True
            store.add_annotation(Annotation(0, images[row].id, 1 + number % 2, Mask.from_array(pixels), score=0.1 / 3))
    driver = open_window(folder)
    driver.parts.features.make()
    driver.trigger("view.table")
    dock = driver.window.findChild(TableDock, "tableDock")
    assert dock is not None
    model = dock.view.model()
    driver.qtbot.waitUntil(lambda: model.rowCount() == 3)
    header = dock.view.horizontalHeader()
    header.setSortIndicator(3, Qt.SortOrder.DescendingOrder)
    driver.qtbot.waitUntil(lambda: model.index(0, 1).data() == "3")
    dock.view.setCurrentIndex(model.index(0, 0))
    QTest.keyClick(dock.view, Qt.Key.Key_Return)
    edits = driver.parts.edits
    driver.qtbot.waitUntil(lambda: edits.only_selected is not None and edits.only_selected.id == 3)
    assert driver.parts.project.row == 2
    dock.search.setFocus()
    QTest.keyClicks(dock.search, "photo1")
    driver.qtbot.waitUntil(lambda: model.rowCount() == 2)
    out = tmp_path / "table.csv"
    feature = driver.window.findChild(TableFeature)
    assert feature is not None
    feature.export_csv(out)
    driver.qtbot.waitUntil(out.exists)
    rows = list(csv.reader(out.open(encoding="utf-8-sig")))
    assert [row[0] for row in rows] == ["id", "2", "1"]
    assert float(rows[1][rows[0].index("predicted_iou")]) == 0.1 / 3


def test_what_was_counted_to_sort_is_not_counted_again_to_export(
    open_window: Open, photos: Photos, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Who sorts a large project by parts and exports it would wait twice for the same numbers."""
    folder, _points = photos
    with Store.create(folder, folder, category_names=["block"]) as store:
        image = store.add_images(["photo1.png"])[0]
        store.set_probes([(image.id, probe_image(folder / image.file_name))])
        for parts in (2, 3, 1):
            pixels = np.zeros((120, 160), np.bool_)
            for part in range(parts):
                pixels[10 : 15 + parts, 10 + 20 * part : 20 + 20 * part] = True
            pixels[12, 12] = False
            store.add_annotation(Annotation(0, image.id, 1, Mask.from_array(pixels)))
    counted: list[Mask] = []

    def noted(mask: Mask) -> MaskCounts:
        counted.append(mask)
        return counts_of(mask)

    monkeypatch.setattr(table, "counts_of", noted)
    driver = open_window(folder)
    driver.parts.features.make()
    driver.trigger("view.table")
    dock = driver.window.findChild(TableDock, "tableDock")
    feature = driver.window.findChild(TableFeature)
    assert dock is not None and feature is not None
    model = dock.view.model()
    driver.qtbot.waitUntil(lambda: model.rowCount() == 3)
    parts_column = next(
        i for i in range(model.columnCount()) if model.headerData(i, Qt.Orientation.Horizontal) == "Parts"
    )
    dock.view.horizontalHeader().setSortIndicator(parts_column, Qt.SortOrder.DescendingOrder)
    driver.qtbot.waitUntil(lambda: [model.index(row, 1).data() for row in range(3)] == ["2", "1", "3"])
    out = tmp_path / "table.csv"
    feature.export_csv(out)
    driver.qtbot.waitUntil(out.exists)
    rows = list(csv.DictReader(out.open(encoding="utf-8-sig")))
    assert [(row["parts"], row["holes"]) for row in rows] == [("3", "1"), ("2", "1"), ("1", "1")]
    assert len(counted) == 3
