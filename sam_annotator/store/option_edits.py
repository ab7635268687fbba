"""The options of a project as they are kept, and changes of them as steps within a transaction. Imports core."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from sam_annotator.core.options import AttributeSpec, ProjectOptions, check_attributes
from sam_annotator.core.words import tr
from sam_annotator.store.rows import refuse_broken_text

OPTIONS_SQL = "SELECT value FROM meta WHERE key = 'options'"


def options_of(rows: Sequence[tuple[Any, ...]]) -> ProjectOptions:
    """Return the options of what OPTIONS_SQL gave; the usual ones where that can't be read, which `check` tells."""
    try:
        return ProjectOptions.from_json(json.loads(rows[0][0])) if rows else ProjectOptions()
    except (ValueError, TypeError):
        return ProjectOptions()


def keep_options(connection: sqlite3.Connection, options: ProjectOptions) -> None:
    """Keep the options; see `Store.set_options`."""
    check_attributes(options.attributes)
    text = json.dumps(options.to_json(), ensure_ascii=False)
    refuse_broken_text(tr("The text of an attribute"), text)
    connection.execute("INSERT OR REPLACE INTO meta VALUES ('options', ?)", (text,))


def missing_attributes(connection: sqlite3.Connection, specs: Iterable[AttributeSpec]) -> tuple[AttributeSpec, ...]:
    """Return those whose names no attribute of the project has."""
    known = {spec.name for spec in options_of(connection.execute(OPTIONS_SQL).fetchall()).attributes}
    return tuple(spec for spec in specs if spec.name not in known)


def add_attributes(connection: sqlite3.Connection, specs: Sequence[AttributeSpec]) -> None:
    """Let the project have these attributes, too."""
    if new := missing_attributes(connection, specs):
        options = options_of(connection.execute(OPTIONS_SQL).fetchall())
        keep_options(connection, replace(options, attributes=(*options.attributes, *new)))


def remove_attributes(connection: sqlite3.Connection, specs: Sequence[AttributeSpec]) -> None:
    """Take attributes away that were added just so; one that was changed since stays."""
    options = options_of(connection.execute(OPTIONS_SQL).fetchall())
    left = tuple(spec for spec in options.attributes if spec not in specs)
    if left != options.attributes:
        keep_options(connection, replace(options, attributes=left))
