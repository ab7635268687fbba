"""Whoever follows "Tools > Engines" in a text finds it there, in each language and in the documentation."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QApplication, QMenu

from sam_annotator.core.settings import Settings, load_settings, save_settings
from sam_annotator.core.words import tr
from sam_annotator.ui.language import install_language

ROOT = Path(__file__).resolve().parents[2]
DOCUMENTS = (ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md")))
IN_ITALICS = re.compile(r"\*([^*\n]+(?:\n[^*\n]+)?)\*(?:\s\(([^)]+)\))?")
LINGUIST = re.compile(r"<translation>([^<]*&gt;[^<]*)</translation>")
SOURCES = re.compile(r"<source>([^<]*&gt;[^<]*)</source>")
ARROW = " > "


@pytest.fixture
def paths_in(open_window: Callable[..., Any], photos: Any, qapp: QApplication) -> Iterator[Callable[[str], dict]]:  # type: ignore[type-arg]
    """Open the window in a language; return each path of its menu bar, as texts write it, with its action."""

    def paths(language: str) -> dict[str, QAction | None]:
        save_settings(dataclasses.replace(load_settings(), language=language))
        bar = open_window(photos[0]).window.menuBar()
        found: dict[str, QAction | None] = {}
        for entry in bar.actions():
            menu = entry.menu()
            assert isinstance(menu, QMenu)
            collect(menu, plain(entry.text()), found)
        for field in dataclasses.fields(Settings):
            if label := field.metadata.get("label"):
                found[plain(tr("Settings…")) + ARROW + tr(label)] = None
        return found

    yield paths
    install_language(qapp, "en")


def collect(menu: QMenu, title: str, found: dict[str, QAction | None]) -> None:
    for action in menu.actions():
        path = title + ARROW + plain(action.text())
        found[path] = action
        within = action.menu()
        if isinstance(within, QMenu):
            collect(within, path, found)


def plain(text: str) -> str:
    return text.replace("&", "").removesuffix("…")


def strays(text: str, paths: dict[str, QAction | None]) -> bool:
    """Whether a text names a path that there is not."""
    for path in sorted(paths, key=len, reverse=True):
        text = text.replace(path, "")
    return ARROW in text


@pytest.mark.parametrize("language", ["en", "de", "zh_CN"])
def test_menu_paths_in_texts_are_there(paths_in: Callable[[str], Any], language: str) -> None:
    """A user without a checkpoint is sent to a menu that has no such entry."""
    linguist = (ROOT / "resources" / "translations" / f"sam_annotator_{language.replace('en', 'de')}.ts").read_text(
        "utf-8"
    )
    texts = [text.replace("&gt;", ">") for text in (SOURCES if language == "en" else LINGUIST).findall(linguist)]
    texts = [text for text in texts if ARROW in text]
    assert texts
    paths = paths_in(language)
    assert [text for text in texts if strays(text, paths)] == []


def test_menu_paths_and_keys_in_documents_are_there(paths_in: Callable[[str], Any]) -> None:
    """A reader looks for an entry, or presses a key, that the program does not have."""
    paths, seen = paths_in("en"), 0
    for document in DOCUMENTS:
        for path, key in IN_ITALICS.findall(document.read_text("utf-8")):
            if ARROW not in path:
                continue
            seen += 1
            path = path.replace("\n", " ").removesuffix("…")
            assert path in paths, f"{document.name}: {path}"
            action = paths[path]
            if key and action is not None:
                assert QKeySequence(key) in action.shortcuts(), f"{document.name}: {path} ({key})"
    assert seen > 10
