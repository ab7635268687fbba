"""What makes Qt's start in Python quick; comes before anything else that imports it. PySide6.QtCore only."""

from __future__ import annotations

import sys
from typing import Any


def ready_qt() -> None:
    """Keep PySide6 from reading the source of every module that is imported from now on.

    It looks there for a use of Qt, so that `from __feature__ import` can change what Qt's names look like, which
    nothing here does. Reading torch's alone takes 0.1 s and the sources stay in memory, 40 MB of them.
    """
    import PySide6.QtCore  # noqa: F401 - brings the module that reads them

    feature: Any = sys.modules.get("shibokensupport.feature")
    if feature is not None and hasattr(feature, "_mod_uses_pyside"):
        feature._mod_uses_pyside = _has_no_features  # there is no setting for it


def _has_no_features(_module: object) -> bool:
    return False
