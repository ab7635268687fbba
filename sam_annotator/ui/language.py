"""The window's language: takes the translations of the program and of Qt itself. English loads no file.

Made before there are widgets: what is on screen keeps its words, so another language counts at the next start.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, Qt, QTranslator

from sam_annotator.core import words
from sam_annotator.core.resources import resource_path

CONTEXT = "sam_annotator"  # of all texts in the Linguist files
TRANSLATED = ("de", "zh_CN")
_TEXTS = 4096  # more than there are
_ENGLISH = "en"
_ENTER_KEYS = [key.name.removeprefix("Key_") for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter)]  # as Qt calls them
_language = _ENGLISH  # in force


def language_of(setting: str, system: Sequence[str] | None = None) -> str:
    """Return the language that a setting stands for: "en" or one of TRANSLATED.

    Args:
        setting: of `Settings.language`; "system" takes the first of the user's languages that there is.
        system: the user's languages, as "de-AT" or "zh-Hans-CN", the first first; None asks the system.
    """
    if setting != "system":
        return setting if setting in TRANSLATED else "en"
    reads_traditional = False
    for name in QLocale.system().uiLanguages() if system is None else system:
        parts = name.replace("_", "-").split("-")
        if parts[0] == "zh":
            # Traditional characters are another written language: those readers get what they prefer next. Qt ends
            # each of a user's languages with its plain name.
            reads_traditional |= bool({"Hant", "TW", "HK", "MO"} & set(parts))
            if "Hans" in parts or not reads_traditional:
                return "zh_CN"
        elif parts[0] in ("en", *TRANSLATED):
            return parts[0]
    return "en"


def install_language(app: QCoreApplication, language: str) -> None:
    """Show all that is made from now on in a language, in place of the one before.

    Args:
        app: gets Qt's own words, as on the buttons of file dialogs; dates and numbers follow.
        language: "en" or one of TRANSLATED.
    """
    global _language
    _language = language if language in TRANSLATED else _ENGLISH
    for old in app.findChildren(QTranslator, CONTEXT):
        app.removeTranslator(old)
        old.deleteLater()
    QLocale.setDefault(_locale(language))
    decimal_mark = QLocale().decimalPoint()  # as in the fields that numbers are typed into
    words.install(None, decimal_mark)
    if language in TRANSLATED:
        _install_translations(app, language, decimal_mark)
    app.installTranslator(_KeyNames(app))


def _install_translations(app: QCoreApplication, language: str, decimal_mark: str) -> None:
    own = _loaded(resource_path(f"translations/sam_annotator_{language}.qm"), app)
    if own is not None:
        translate = lru_cache(_TEXTS)(lambda text: own.translate(CONTEXT, text) or "")  # lists ask for each row
        words.install(translate, decimal_mark)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    qt = _loaded(Path(folder) / f"qtbase_{language}.qm", app)
    if qt is not None:
        app.installTranslator(qt)


class _KeyNames(QTranslator):
    """Call the Enter key in menus and lists as the window's sentences do; Qt calls it Return, or another word again."""

    def __init__(self, app: QCoreApplication) -> None:
        super().__init__(app)
        self.setObjectName(CONTEXT)
        self._enter = words.tr("Enter##key")

    def isEmpty(self) -> bool:
        """Say that there is something in it, as Qt takes no empty one."""
        return False

    def translate(self, context: str, source: str, disambiguation: str | None = None, n: int = -1) -> str | None:
        """Return the name of a key; None for all that another translator has words for."""
        return self._enter if context == "QShortcut" and source in _ENTER_KEYS else None


def names_locale() -> QLocale:
    """Return the locale whose names of days and months are in the window's language, whatever the system's are in."""
    return QLocale(_language)


def _locale(language: str) -> QLocale:
    """Return how dates and numbers are written: as the system does where it has the language, "de-AT" for one."""
    system, wanted = QLocale.system(), QLocale(language)
    has_it = system.language() == wanted.language() or (language == "en" and system.language() == QLocale.Language.C)
    return system if has_it else wanted


def _loaded(path: Path, app: QCoreApplication) -> QTranslator | None:
    """Return a file's translations, or None where it is not there: the window is then in English, and works."""
    translator = QTranslator(app)
    translator.setObjectName(CONTEXT)
    if translator.load(str(path)):
        return translator
    translator.deleteLater()
    return None
