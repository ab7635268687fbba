"""Edits of tens of thousands of annotations: the window says how far they are, and Cancel leaves all as it was.

The other thread stands at a gate in the middle of such an edit: all rows are written, none is committed. What a person
does meanwhile is done from within the event loop, which the window turns for the dialog that stands before it.
"""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from gates import Gate, hold_elsewhere
from patience import PROGRAM_S
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from sam_annotator.formats.base import ExportOptions
from sam_annotator.formats.registry import get_format
from sam_annotator.store import category_edits, edits
from sam_annotator.store.store import Store
from sam_annotator.ui.dialogs.report import ReportDialog
from sam_annotator.ui.dialogs.waiting import WaitingDialog

Photos = tuple[Path, dict[str, list[tuple[int, int]]]]
Open = Callable[..., Any]
Write = Callable[[int], Path]
COUNT = 6000  # of three categories in turn


@pytest.fixture
def write_coco(tmp_path: Path) -> Write:
    """Write a COCO file of so many annotations, on the photographs but for the one that is shown first."""

    def write(count: int) -> Path:
        rings = [[x, y, x + 20, y, x + 20, y + 15, x, y + 15] for x in range(0, 120, 7) for y in range(0, 100, 9)]
        path = tmp_path / f"in{count}.json"
        annotations = [
            {
                "id": i + 1,
                "image_id": i % 4 + 2,
                "category_id": i % 3 + 1,
                "iscrowd": 0,
                "bbox": [rings[i % len(rings)][0], rings[i % len(rings)][1], 20, 15],
                "area": 300,
                "segmentation": [rings[i % len(rings)]],
            }
            for i in range(count)
        ]
        images = [{"id": i, "file_name": f"photo{i}.png", "width": 160, "height": 120} for i in range(1, 6)]
        categories = [{"id": i + 1, "name": name} for i, name in enumerate(("cell", "nucleus", "debris"))]
        path.write_text(json.dumps({"images": images, "categories": categories, "annotations": annotations}))
        return path

    return write


@pytest.fixture
def gate(monkeypatch: pytest.MonkeyPatch, open_window: Open) -> Iterator[Gate]:
    """A gate at the end of what imports, their undo and changes of a category write, open until shut."""
    gate = Gate()
    for module, name in ((edits, "add_attributes"), (edits, "remove_attributes"), (category_edits, "change_category")):
        hold_elsewhere(monkeypatch, module, name, gate, after=True)
    yield gate
    gate.open()


def is_far(dialog: WaitingDialog) -> bool:
    """Whether nearly all is written: it is told each hundred rows or so."""
    return re.search(r" (9\d|100) %$", dialog.row.text) is not None


class Meanwhile:
    """Does something once, when the dialog stands before the window and the edit at the gate; tells what it raised."""

    def __init__(self, gate: Gate, act: Callable[[WaitingDialog], None]) -> None:
        self._gate, self._act = gate, act
        self.is_done = False
        self._error: BaseException | None = None
        self._timer = QTimer(interval=10)
        self._timer.timeout.connect(self._turn)
        gate.shut()
        self._timer.start()

    def _turn(self) -> None:
        shown = [w for w in QApplication.topLevelWidgets() if isinstance(w, WaitingDialog) and w.isVisible()]
        if self.is_done or not shown or not self._gate.is_holding or not is_far(shown[0]):
            return
        self.is_done = True
        self._timer.stop()
        try:
            self._act(shown[0])
        except BaseException as e:
            self._error = e
        finally:
            self._gate.open()

    def check(self) -> None:
        """See that it was done, and went well."""
        if self._error is not None:
            raise self._error
        assert self.is_done and not self._gate.gave_up
        assert not [w for w in QApplication.topLevelWidgets() if isinstance(w, WaitingDialog) and w.isVisible()]


def cancel(dialog: WaitingDialog) -> None:
    button = dialog.findChild(QPushButton, "progressCancel")
    assert button is not None and button.isEnabled()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert not button.isEnabled()


def exported(project_dir: Path, out: Path) -> bytes:
    """Return what an export of the project as it is on disk holds."""
    with Store.open(project_dir, read_only=True) as store, store.stream() as stream:
        get_format("coco").write(stream, out, ExportOptions(path_of=store.path_of, image_root=store.image_root))
    return out.read_bytes()


class Project:
    """The window's project, and a file to import into it."""

    def __init__(self, driver: Any, path: Path, out: Path) -> None:
        self.driver, self._path, self._out = driver, path, out
        self.edits = driver.parts.edits
        driver.qtbot.waitUntil(lambda: not driver.parts.project.is_scanning)
        driver.qtbot.waitUntil(lambda: all(image.is_probed for image in driver.parts.project.store.images()))

    @property
    def exported(self) -> bytes:
        return exported(self.driver.parts.project.store.project_dir, self._out)

    def import_file(self) -> None:
        """Import the file, and wait for the end of it, whichever."""
        ended: list[bool] = []
        transfer = self.driver.parts.transfer
        transfer.parsed.connect(lambda *_: ended.append(True))  # connected last: after the import is made
        transfer.read_from(self.driver.parts.project.store.project_dir, "coco", self._path, skip_invalid=False)
        self.driver.qtbot.waitUntil(lambda: bool(ended))
        for report in self.driver.window.findChildren(ReportDialog):
            report.close()


@pytest.fixture
def project(open_window: Open, photos: Photos, write_coco: Write, tmp_path: Path) -> Project:
    return Project(open_window(photos[0]), write_coco(COUNT), tmp_path / "out.json")


def test_an_import_shows_how_far_it_is_and_is_undone_to_the_byte(
    open_window: Open, photos: Photos, write_coco: Write, tmp_path: Path, gate: Gate
) -> None:
    """A window that stands still for seconds looks crashed; an import that can't be taken back ruins a project."""
    project = Project(open_window(photos[0]), write_coco(20_000), tmp_path / "out.json")
    before, said = project.exported, []
    meanwhile = Meanwhile(gate, lambda dialog: said.append((dialog.row.text, dialog.isModal())))
    project.import_file()
    meanwhile.check()
    assert [(text.split()[0], is_modal) for text, is_modal in said] == [("Import", True)]
    after = project.exported
    assert len(json.loads(after)["annotations"]) == 20_000
    for _ in range(2):
        project.driver.trigger("edit.undo")
        assert project.exported == before
        project.driver.trigger("edit.redo")
        assert project.exported == after
    assert project.edits.undo_stack.count() == 1


@pytest.mark.parametrize("way", ["button", "escape"])
def test_a_cancelled_import_leaves_the_project_as_it_was(project: Project, gate: Gate, way: str) -> None:
    """Somebody who took the wrong file would have to wait for it, or be left with half of it."""
    before, told = project.exported, []
    project.edits.notice.connect(told.append)

    def act(dialog: WaitingDialog) -> None:
        if way == "button":
            cancel(dialog)
        else:
            QTest.keyClick(dialog, Qt.Key.Key_Return)  # whoever types on does not cancel by that
            QTest.keyClick(dialog, Qt.Key.Key_Space)
            assert is_far(dialog)
            QTest.keyClick(dialog, Qt.Key.Key_Escape)
        assert dialog.row.text == "Stopping: Import" and dialog.isVisible()

    meanwhile = Meanwhile(gate, act)
    project.import_file()
    meanwhile.check()
    assert told == ["That was cancelled; nothing was changed."]
    assert project.exported == before and project.edits.undo_stack.count() == 0
    assert project.driver.parts.project.store.check() == []
    project.import_file()
    assert project.edits.undo_stack.count() == 1


def test_a_cancelled_undo_and_redo_stay_on_the_stack(project: Project, gate: Gate) -> None:
    """An undo that was stopped half way would leave a project that no undo or redo fits any more."""
    before = project.exported
    project.import_file()
    after = project.exported
    meanwhile = Meanwhile(gate, cancel)
    project.driver.trigger("edit.undo")
    meanwhile.check()
    assert project.exported == after
    assert project.edits.undo_stack.canUndo() and not project.edits.undo_stack.canRedo()
    project.driver.trigger("edit.undo")
    assert project.exported == before
    meanwhile = Meanwhile(gate, cancel)
    project.driver.trigger("edit.redo")
    meanwhile.check()
    assert project.exported == before
    assert project.edits.undo_stack.canRedo() and not project.edits.undo_stack.canUndo()
    project.driver.trigger("edit.redo")
    assert project.exported == after


@pytest.mark.parametrize("is_cancelled", [True, False])
def test_what_comes_in_meanwhile_is_kept(
    open_window: Open, photos: Photos, write_coco: Write, tmp_path: Path, gate: Gate, held_engine: Any,
    is_cancelled: bool,
) -> None:  # fmt: skip
    """An object accepted before its mask was there would be lost with a cancelled import."""
    driver = open_window(photos[0])
    project = Project(driver, write_coco(COUNT), tmp_path / "out.json")
    store = driver.parts.project.store
    answers = held_engine.gates["predict"]
    answers.shut()
    driver.click(*photos[1]["photo1.png"][0])
    driver.key(Qt.Key.Key_Return)
    assert driver.parts.session.is_finishing
    arrived: list[str] = []
    driver.parts.worker.predicted.connect(lambda _result: arrived.append("answer"))

    def act(dialog: WaitingDialog) -> None:
        answers.open()
        driver.qtbot.wait(300)
        assert arrived == [] and driver.parts.edits.annotations == ()
        if is_cancelled:
            cancel(dialog)

    meanwhile = Meanwhile(gate, act)
    project.import_file()
    meanwhile.check()
    driver.settle()
    assert arrived and len(driver.parts.edits.annotations) == 1
    total = sum(store.annotation_counts().values())
    assert total == 1 + (0 if is_cancelled else COUNT)
    driver.trigger("edit.undo")
    assert driver.parts.edits.annotations == () and sum(store.annotation_counts().values()) == total - 1
    driver.trigger("edit.redo")
    assert sum(store.annotation_counts().values()) == total and store.check() == []


def test_a_category_of_thousands_is_changed_or_left(project: Project, gate: Gate) -> None:
    """A wrong choice of category over a whole project would have to be waited for, then undone."""
    from sam_annotator.ui.commands import ChangeCategory

    project.import_file()
    before, (cell, nucleus, _) = project.exported, project.edits.categories
    gate.shut()
    _run_until_held(project, gate, lambda: project.edits.run(lambda on: ChangeCategory(on, cell, nucleus)))
    assert project.exported == before
    assert project.edits.run(lambda on: ChangeCategory(on, cell, nucleus))
    counts = project.edits.category_counts
    assert counts is not None and counts[nucleus.id] == 2 * COUNT // 3
    project.edits.undo()
    assert project.exported == before


def _run_until_held(project: Project, gate: Gate, act: Callable[[], bool]) -> None:
    """Make an edit whose length is not known, and cancel it at the gate."""
    seen: list[str] = []

    def turn() -> None:
        shown = [w for w in QApplication.topLevelWidgets() if isinstance(w, WaitingDialog) and w.isVisible()]
        if shown and gate.is_holding:
            timer.stop()
            seen.append(shown[0].row.text)
            cancel(shown[0])
            gate.open()

    timer = QTimer(interval=10)
    timer.timeout.connect(turn)
    timer.start()
    assert act() is False
    assert seen == ["Change category"]


CHILD = """
import sys, threading
from pathlib import Path
from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication
from sam_annotator.app import Composition, create_window
from sam_annotator.store import edits
from sam_annotator.ui.dialogs.waiting import WaitingDialog
def run_events(ms):
    loop = QEventLoop()
    QTimer.singleShot(ms, loop.quit)
    loop.exec()
window = create_window(Path(sys.argv[1]), "fake")
window.show()
parts = window.findChild(Composition)
while not parts.actions["view.fit"].isEnabled() or parts.project.is_scanning:
    run_events(5)
edits.add_attributes = lambda *_: threading.Event().wait()  # all rows are written, and it goes no further
def look():
    if any(isinstance(w, WaitingDialog) and " 9" in w.row.text for w in QApplication.topLevelWidgets()):
        print("middle", flush=True)
timer = QTimer(interval=20)
timer.timeout.connect(look)
timer.start()
parts.transfer.read_from(parts.project.store.project_dir, "coco", Path(sys.argv[2]), skip_invalid=False)
run_events(1_000_000)
"""


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="needs SIGKILL")
def test_killed_in_the_middle_is_as_before(
    open_window: Open, photos: Photos, write_coco: Write, tmp_path: Path
) -> None:
    """A power cut during a long import would leave half of a file in the project."""
    driver = open_window(photos[0])
    project = Project(driver, write_coco(COUNT), tmp_path / "out.json")
    driver.click(*photos[1]["photo1.png"][0])
    driver.settle()
    driver.key(Qt.Key.Key_Return)
    before, project_dir = project.exported, driver.parts.project.store.project_dir
    driver.close()
    child = subprocess.Popen(
        [sys.executable, "-c", CHILD, str(photos[0]), str(write_coco(COUNT))], stdout=subprocess.PIPE, text=True
    )
    assert child.stdout is not None
    try:
        line = child.stdout.readline()
        assert line.strip() == "middle"
    finally:
        os.kill(child.pid, signal.SIGKILL)
        child.wait(PROGRAM_S)
        child.stdout.close()
    assert Path(f"{project_dir / 'sam-annotator.sqlite'}-journal").exists()
    with Store.open(project_dir) as store:
        assert store.check() == []
    assert exported(project_dir, tmp_path / "after.json") == before
