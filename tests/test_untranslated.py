"""Every text a user reads goes through `tr`: looks for literals in the code that don't.

The window itself is searched in tests/e2e/test_pseudo_language.py; this finds what no test opens.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parent.parent / "sam_annotator"
HEADLESS = ("core", "store", "formats", "engine", "tools", "worker")
# Where a literal is no text for people.
PLAIN_CALLS = {
    "tr", "mark", "setObjectName", "setProperty", "property", "findChild", "getattr", "QSettings", "value", "setValue",
    "compile", "fullmatch", "match", "sub", "TypeVar", "strftime", "debug", "info", "warning", "error", "exception",
    "FeatureRow", "ActionSpec", "AssertionError", "KeyError", "ValueError", "TypeError", "RuntimeError", "create",
    "setStyle", "QStyleFactory", "encode", "execute",
}  # fmt: skip
# What shows its argument to people, so that there even one small word counts.
SHOWING_CALLS = {
    "setText", "setToolTip", "setWindowTitle", "setPlaceholderText", "setAccessibleName", "setAccessibleDescription",
    "setStatusTip", "setWhatsThis", "setTitle", "setLabelText", "setPrefix", "setSuffix", "QLabel", "QPushButton",
    "QCheckBox", "QRadioButton", "QGroupBox", "QToolBar", "QMenu", "QAction", "addMenu", "addAction", "addItem",
    "addTab", "addRow", "addButton", "add_button", "add_field", "heading", "remark", "set_words", "set_remark",
    "EmptyState", "describe_button", "show_notice", "setDisplayText", "setSpecialValueText",
}  # fmt: skip
ERRORS = re.compile(
    r"^(Image\w*Error|MaskError|Project\w*Error|Format\w*Error|ImportRefused|Engine\w*Error|CheckpointError|"
    r"DownloadError|SamAnnotatorError|\w*Refused|_Unfit)$"
)
# Names, the same in all languages; units; and what other programs read.
NAMES = {
    "SAM Annotator", "Python", "PyTorch", "Qt", "English", "Deutsch", "简体中文", "Fusion",
    "RGB 000 000 000", "RGB {} {} {}",
    "cuda", "px", "%", "CSV", "PNG", "Esc", "Del", "Hant", "CSV (*.csv)", "COCO (*.json)",
}  # fmt: skip
WORDS = re.compile(r"[A-Za-z]{2,}[,.:;]? [A-Za-z(]|^[A-Z][a-z]+…?$|…$")
STYLE = re.compile(r"[a-z-]+:[^;]*;")
KEYS = re.compile(r"^(?:(?:Ctrl|Shift|Alt|Meta)\+)+\S+$|^F\d+$")


def modules(*folders: str) -> list[Path]:
    return [path for folder in folders for path in sorted((PACKAGE / folder).rglob("*.py"))]


def parents_of(tree: ast.Module) -> dict[ast.AST, ast.AST]:
    return {child: node for node in ast.walk(tree) for child in ast.iter_child_nodes(node)}


def words_of(node: ast.AST) -> str | None:
    """Return what a literal or an f-string says, without its values."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    if isinstance(node, ast.JoinedStr):
        return "".join(str(part.value) if isinstance(part, ast.Constant) else "" for part in node.values)
    return None


def name_of(call: ast.Call) -> str:
    return call.func.id if isinstance(call.func, ast.Name) else getattr(call.func, "attr", "")


def texts(path: Path) -> Iterator[tuple[ast.AST, str, list[ast.AST]]]:
    """Yield each literal with what it says and what it stands in, the innermost first."""
    tree = ast.parse(path.read_text("utf-8"))
    parents = parents_of(tree)
    for node in ast.walk(tree):
        words = words_of(node)
        if words is None or not re.search("[A-Za-z]", words):
            continue
        around = []
        at: ast.AST | None = node
        while (at := parents.get(at)) is not None if at is not None else False:
            around.append(at)
        yield node, words, around


def is_plain(node: ast.AST, around: list[ast.AST]) -> bool:
    """Whether a literal is a docstring, part of an f-string, a key, a type, or is given to what is not for people."""
    inner = around[0] if around else None
    if isinstance(inner, (ast.Expr, ast.JoinedStr, ast.FormattedValue, ast.Subscript, ast.Compare, ast.MatchValue)):
        return True
    if isinstance(inner, ast.Dict) and node in inner.keys:
        return True
    for place in around:
        if isinstance(place, ast.Call) and name_of(place) in PLAIN_CALLS:
            return True
        if isinstance(place, ast.AnnAssign) and (node is place.annotation or node in ast.walk(place.annotation)):
            return True
        if isinstance(place, ast.Assign) and any(getattr(t, "id", "") == "__all__" for t in place.targets):
            return True
        if isinstance(place, ast.Assert):
            return True
        if isinstance(place, (ast.stmt, ast.Lambda)):
            return False
    return False


def untranslated(path: Path) -> list[str]:
    found = []
    for node, words, around in texts(path):
        words = re.sub("<[^>]*>", "", words)
        if words.strip() in NAMES or KEYS.match(words) or STYLE.search(words) or is_plain(node, around):
            continue
        calls = [place for place in around if isinstance(place, ast.Call)]
        is_shown = bool(calls) and name_of(calls[0]) in SHOWING_CALLS and node in shown_arguments(calls[0])
        if WORDS.search(words) or (is_shown and re.search("[A-Za-z]{2}", words)):
            found.append(f"{path.relative_to(PACKAGE)}:{getattr(node, 'lineno', 0)}: {words!r}")
    return found


def shown_arguments(call: ast.Call) -> list[ast.AST]:
    """Return the arguments that are texts: the name of an object often comes second."""
    first: list[ast.expr] = call.args[:1]
    for part in [*first, *(keyword.value for keyword in call.keywords if keyword.arg in ("text", "button", "title"))]:
        if isinstance(part, ast.IfExp):
            first += [part.body, part.orelse]
    return [*first]


@pytest.mark.parametrize("path", [*modules("ui"), PACKAGE / "app.py"], ids=lambda p: str(p.relative_to(PACKAGE)))
def test_no_text_of_the_window_is_left_in_english(path: Path) -> None:
    """A Chinese or German user would come upon a sentence they can't read."""
    if path.name == "action_table.py":  # collected as a table, and shown by `ui/actions.py` with tr
        pytest.skip("a table of plain texts")
    assert not untranslated(path)


@pytest.mark.parametrize("path", modules(*HEADLESS, "ui"), ids=lambda p: str(p.relative_to(PACKAGE)))
def test_no_error_is_left_in_english(path: Path) -> None:
    """What goes wrong would be said in another language than all else."""
    found = []
    for node, words, around in texts(path):
        call = around[0] if around else None
        if isinstance(call, ast.Call) and ERRORS.match(name_of(call)) and node in call.args[:1]:
            found.append(f"{getattr(node, 'lineno', 0)}: {words!r}")
    assert not found
