"""Collect the texts that users read into Qt Linguist files, and release those for the window.

    python packaging/translations.py            bring .ts and .qm up to date with the code, and print what is missing
    python packaging/translations.py --check    change nothing; print what is wrong, exit status 1 where something is

Between the two, translate: with `pyside6-linguist resources/translations/sam_annotator_de.ts`, or with any editor. A
new language is an empty file beside these two, a row in LANGUAGES here, and a choice of the setting `language`.

The texts are the literals in calls of `tr` and `mark` (sam_annotator/core/words.py), and those in the tables that the
window is made of: ACTIONS and MENUS, and the fields of Settings. `pyside6-lupdate` can read the calls but not the
tables, hence this. There is one context and no plural forms: plurals are two texts. Texts that left the code leave the
files; their translations are in the history. What stands behind "##" in a text tells which meaning of a word is meant.

Imports the standard library, and of the program what needs no Qt; `pyside6-lrelease` comes with PySide6-Essentials.
"""

from __future__ import annotations

import argparse
import ast
import dataclasses
import string
import subprocess
import sys
from collections.abc import Iterator, Mapping
from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "resources" / "translations"
CONTEXT = "sam_annotator"
ASIDE = "##"  # sam_annotator/core/words.py
LANGUAGES = {"de": "de_DE", "zh_CN": "zh_CN"}  # the end of the file's name, and what Linguist calls it

Texts = dict[str, list[str]]  # each text with the files it is in


def collect(root: Path = ROOT) -> Texts:
    """Return every text of the program in the order of files and lines.

    Raises:
        ValueError: a call of `tr` or `mark` has a text put together, which nobody could translate.
    """
    texts: Texts = {}
    for path in sorted((root / "sam_annotator").rglob("*.py")):
        place = path.relative_to(root).as_posix()
        for text in texts_of_code(path.read_text("utf-8"), place):
            _add(texts, text, place)
    for text, place in texts_of_tables():
        _add(texts, text, place)
    return texts


def _add(texts: Texts, text: str, place: str) -> None:
    if text and place not in texts.setdefault(text, []):
        texts[text].append(place)


def texts_of_code(code: str, place: str = "") -> Iterator[str]:
    """Yield the literals in calls of `tr` and `mark`, both of a choice between two.

    Raises:
        ValueError: an f-string, or texts added up.
    """
    calls = (node for node in ast.walk(ast.parse(code)) if isinstance(node, ast.Call) and node.args)
    for call in sorted(calls, key=lambda call: (call.lineno, call.col_offset)):
        name = call.func.id if isinstance(call.func, ast.Name) else getattr(call.func, "attr", "")
        if name in ("tr", "mark"):
            yield from _literals(call.args[0], f"{place}:{call.lineno}")


def _literals(node: ast.expr, place: str) -> Iterator[str]:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.IfExp):
        yield from _literals(node.body, place)
        yield from _literals(node.orelse, place)
    elif isinstance(node, (ast.JoinedStr, ast.BinOp)):
        raise ValueError(f'{place}: write the whole text in one literal, with values as in tr("{{n}} of {{all}}", n=1)')


def texts_of_tables() -> Iterator[tuple[str, str]]:
    """Yield the texts of the tables that the window is made of, and the files they are in."""
    from sam_annotator.core.settings import Settings
    from sam_annotator.ui.action_table import ACTIONS, MENUS

    for menu in MENUS:
        yield menu, "sam_annotator/ui/action_table.py"
    for spec in ACTIONS:
        yield spec.text, "sam_annotator/ui/action_table.py"
        yield spec.tip, "sam_annotator/ui/action_table.py"
    for setting in dataclasses.fields(Settings):
        yield setting.metadata.get("label", ""), "sam_annotator/core/settings.py"
        yield setting.metadata.get("help", ""), "sam_annotator/core/settings.py"


def ts_path(language: str) -> Path:
    """Return the Linguist file of a language."""
    return FOLDER / f"sam_annotator_{language}.ts"


def read_ts(path: Path) -> dict[str, str]:
    """Return the texts of a Linguist file with their translations, "" where there is none or it is unfinished."""
    if not path.exists():
        return {}
    found: dict[str, str] = {}
    for message in ElementTree.parse(path).getroot().iter("message"):
        translation = message.find("translation")
        if translation is None or translation.get("type") in ("obsolete", "vanished"):
            continue
        is_done = translation.get("type") != "unfinished"
        found[message.findtext("source", "")] = (translation.text or "") if is_done else ""
    return found


def ts_text(language: str, texts: Texts, translations: Mapping[str, str]) -> str:
    """Return the content of a Linguist file: all texts, with the translations there are."""
    root = ElementTree.Element("TS", version="2.1", language=LANGUAGES[language], sourcelanguage="en")
    context = ElementTree.SubElement(root, "context")
    ElementTree.SubElement(context, "name").text = CONTEXT
    for text, places in texts.items():
        message = ElementTree.SubElement(context, "message")
        for place in places:
            ElementTree.SubElement(message, "location", filename=f"../../{place}")
        ElementTree.SubElement(message, "source").text = text
        translation = ElementTree.SubElement(message, "translation")
        translation.text = translations.get(text, "")
        if not translation.text:
            translation.set("type", "unfinished")
    ElementTree.indent(root, "    ")
    body = ElementTree.tostring(root, "unicode")
    return f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n{body}\n'


def names_in(text: str) -> set[str]:
    """Return the names in braces of a text, with how their values are written, as in "seconds:.1f"."""
    return {name + (f":{spec}" if spec else "") for _text, name, spec, _ in string.Formatter().parse(text) if name}


def faults_of(text: str, translation: str) -> list[str]:
    """Return what is wrong with one translation: lost values, another ending, a lost letter for the keyboard."""
    if not translation:
        return ["has no translation"]
    faults = []
    try:
        if names_in(text) != names_in(translation):
            faults.append("has other names in braces")
    except ValueError:  # braces that are plain characters, as in JSON
        if text.count("{") != translation.count("{"):
            faults.append("has other braces")
    if text.endswith("…") != translation.endswith("…"):
        faults.append('ends with "…" in one of them only')
    if ASIDE in translation:
        faults.append(f'has a remark for translators ("{ASIDE}")')
    if _has_letter(text) != _has_letter(translation):
        faults.append("has a letter for the keyboard (&) in one of them only")
    if text != text.strip() or translation != translation.strip():
        faults.append("begins or ends with a space")
    return faults


def _has_letter(text: str) -> bool:
    return any(ch == "&" and after.isalnum() for ch, after in pairwise(text))


def problems() -> list[str]:
    """Return one line for all that is missing, left over or wrong in the Linguist files."""
    texts, found = collect(), []
    for language in LANGUAGES:
        there = read_ts(ts_path(language))
        found += [f"{language}: not collected: {text!r}" for text in texts if text not in there]
        found += [f"{language}: no more in the code: {text!r}" for text in there if text not in texts]
        for text in texts:
            found += [f"{language}: {fault}: {text!r}" for fault in faults_of(text, there.get(text, ""))]
    return found


def update() -> None:
    """Write the Linguist files anew, keeping the translations of what is still in the code, and release them."""
    texts = collect()
    FOLDER.mkdir(exist_ok=True)
    for language in LANGUAGES:
        path = ts_path(language)
        path.write_text(ts_text(language, texts, read_ts(path)), "utf-8", newline="\n")
        release(path)


def release(path: Path) -> None:
    """Write the file that Qt reads (.qm) beside a Linguist file (.ts)."""
    import PySide6

    tool = next(p for p in (Path(PySide6.__path__[0]) / n for n in ("lrelease", "lrelease.exe")) if p.exists())
    command = [str(tool), "-silent", "-nounfinished", str(path), "-qm", str(path.with_suffix(".qm"))]
    subprocess.run(command, check=True)


def main(arguments: list[str] | None = None) -> int:
    """Run the command; returns its exit status."""
    parser = argparse.ArgumentParser(description=str(__doc__).partition("\n")[0])
    parser.add_argument("--check", action="store_true", help="change nothing, and fail where something is wrong")
    options = parser.parse_args(arguments)
    if not options.check:
        update()
    found = problems()
    for line in found:
        print(line)
    print(f"{len(collect())} texts, {len(LANGUAGES)} languages, {len(found)} problems")
    return 1 if found and options.check else 0


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    sys.exit(main())
