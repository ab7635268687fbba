"""The user's language: every sentence a user reads goes through `tr`. Imports nothing.

`tr` looks a text up in what `install` was given (the window installs a Qt translator; commands and tests have none)
and puts values into it. The English text is the key. A text must be a literal where it is passed, so that the tool
that collects them finds it; one that is kept in a table is wrapped in `mark` there and goes through `tr` when shown.
Where one English word has two meanings that other languages have two words for, what stands behind ASIDE says which is
meant: "Number##of an annotation". It is part of the key, and never shown. A number with
decimals goes through `local_number`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

ASIDE = "##"

_translate: Callable[[str], str] | None = None
_decimal_mark = "."


def install(translate: Callable[[str], str] | None, decimal_mark: str = ".") -> None:
    """Take how the user's language is written.

    Args:
        translate: returns the text in the user's language, or "" where it has none; None for English.
        decimal_mark: stands between whole and parts in numbers that are read and typed; what is in files has a point.
    """
    global _translate, _decimal_mark
    _translate, _decimal_mark = translate, decimal_mark


def local_number(number: str) -> str:
    """Return a number that Python wrote, as in f"{share:.2f}", with the user's decimal mark."""
    return number.replace(".", _decimal_mark)


def tr(text: str, /, **values: object) -> str:
    """Return a text in the user's language.

    Args:
        text: in English; names in braces stand for values, as in "{count} annotations". Without values, braces are
            plain characters.
        values: what to put in.
    """
    found = (_translate(text) if _translate is not None else "") or text.partition(ASIDE)[0]
    return found.format(**values) if values else found


def listed(parts: Iterable[str]) -> str:
    """Return several facts one after another, with the comma of the user's script between them."""
    return tr("{one}, {other}", one="", other="").join(parts)


def series(parts: Iterable[str], most: int | None = None) -> str:
    """Return things of one kind, such as names or keys, with what the user's script has between the parts of a list.

    Args:
        parts: any number.
        most: how many of them to name, with dots in place of the rest; None names all.
    """
    shown = list(parts)
    if most is not None and len(shown) > most:
        shown[most:] = ["…"]
    return tr("{one}, {other}##of things of one kind", one="", other="").join(shown)


def sentences(parts: Iterable[str]) -> str:
    """Return sentences one after another; scripts whose full stop is as wide as a letter have no space after it."""
    return tr("{one} {other}##of sentences", one="", other="").join(parts)


def mark(text: str) -> str:
    """Return a text as it is: it is in a table, and goes through `tr` when it is shown."""
    return text
