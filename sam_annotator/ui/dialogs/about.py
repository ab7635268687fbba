"""AboutDialog: name, version, licence, and what the program stands on."""

from __future__ import annotations

import platform
from importlib import metadata

from PySide6.QtCore import QSize, Qt, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from sam_annotator.core.words import tr
from sam_annotator.ui.dialogs.parts import Dialog, heading, remark
from sam_annotator.ui.icons import app_icon
from sam_annotator.ui.theme import GAP, HALF_GAP


class AboutDialog(Dialog):
    """What this program is."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("About SAM Annotator"), "aboutDialog", parent, width=440)
        mark = QLabel(self)
        mark.setPixmap(app_icon().pixmap(QSize(64, 64), self.devicePixelRatioF()))
        words = QVBoxLayout()
        words.setSpacing(HALF_GAP)
        words.addWidget(heading(f"SAM Annotator {_version('sam-annotator')}"))
        about = QLabel(tr("Label images with Segment Anything: click an object, get its mask, export COCO."), self)
        about.setWordWrap(True)
        words.addWidget(about)
        words.addWidget(remark(tr("Apache License 2.0. Nothing is sent or fetched without being asked for.")))
        row = QHBoxLayout()
        row.setSpacing(2 * GAP)
        row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        self.column.addLayout(row)
        versions = remark(self.text)
        versions.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.column.addWidget(versions)
        self.column.addStretch(1)
        copy = self.add_button(tr("Copy versions"), "aboutCopy")
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self.text))
        self.add_close_button(default=True).setFocus()

    @property
    def text(self) -> str:
        """The versions of the program and of what it stands on, for a report of a fault."""
        parts = {
            "SAM Annotator": _version("sam-annotator"),
            "Python": platform.python_version(),
            "Qt": qVersion(),
            "PyTorch": _version("torch"),
            "segment-anything": _version("segment-anything"),
            platform.system(): platform.release(),
        }
        return ", ".join(f"{name} {version}" for name, version in parts.items() if version)


def _version(package: str) -> str:
    try:
        return metadata.version(package)
    except metadata.PackageNotFoundError:
        return ""
