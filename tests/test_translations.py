"""The Linguist files: complete, in step with the code, and released; and the command that collects them."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest
from PySide6.QtCore import QTranslator

ROOT = Path(__file__).resolve().parent.parent
LANGUAGES = ("de", "zh_CN")


@pytest.fixture(scope="module")
def translations() -> ModuleType:
    """packaging/translations.py: the folder is no package, since it would hide PyPI's `packaging`."""
    spec = importlib.util.spec_from_file_location("collect_translations", ROOT / "packaging" / "translations.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def test_every_text_is_translated(translations: ModuleType) -> None:
    """A sentence would be shown in English, or without its values.

    To mend it: python packaging/translations.py, then translate what it names.
    """
    assert translations.problems() == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_qt_reads_is_what_linguist_wrote(language: str, translations: ModuleType) -> None:
    """A translation corrected in Linguist would never be seen."""
    path = translations.ts_path(language)
    released = QTranslator()
    assert released.load(str(path.with_suffix(".qm")))
    texts = translations.read_ts(path)
    assert len(texts) > 300
    assert {text: released.translate(translations.CONTEXT, text) for text in texts} == texts


def test_texts_are_collected_where_they_stand(translations: ModuleType) -> None:
    """A text that is not collected can't be translated."""
    code = """
first = tr("Delete {count} annotations", count=n)
second = words.tr("one" if n == 1 else "many") or mark('in a table')
third = tr(
    "two literals "
    "in a row"
)
fourth = tr(first)
"""
    assert list(translations.texts_of_code(code)) == [
        "Delete {count} annotations", "one", "many", "in a table", "two literals in a row",
    ]  # fmt: skip


@pytest.mark.parametrize("call", ['tr(f"{n} images")', 'tr("Delete " + what)', 'mark("a" + "b")'])
def test_a_text_put_together_is_refused(call: str, translations: ModuleType) -> None:
    """Half a sentence can't be translated: other languages order it otherwise."""
    with pytest.raises(ValueError, match="whole text"):
        list(translations.texts_of_code(call))


@pytest.mark.parametrize(
    ("text", "translation", "fault"),
    [
        ("{n} images", "{n} Bilder", ""),
        ("{n} images", "Bilder", "names"),
        ("{n} images", "{m} Bilder", "names"),
        ("{iou:.2f}", "{iou}", "names"),
        ("Open…", "Öffnen", "…"),
        ("&File", "Datei", "&"),
        ("&File", "文件(&F)", ""),
        ("File", "", "no translation"),
        ("File", "Datei ", "space"),
        ("Number##of an image", "Nummer", ""),
        ("Number##of an image", "Nummer##of an image", "remark"),
    ],
)
def test_faults_of_a_translation_are_found(text: str, translation: str, fault: str, translations: ModuleType) -> None:
    """A lost value is a crash or a riddle in one language only, which its translator can't see."""
    found = translations.faults_of(text, translation)
    assert bool(found) == bool(fault)
    assert fault in " ".join(found)


def test_collecting_anew_loses_no_translation(translations: ModuleType, tmp_path: Path) -> None:
    """Somebody's evening of translating would be gone with the next run."""
    path = translations.ts_path("de")
    there = translations.read_ts(path)
    copy = tmp_path / path.name
    copy.write_text(translations.ts_text("de", {text: ["app.py"] for text in there}, there), "utf-8")
    assert translations.read_ts(copy) == there
