"""Read JSON as the standard says: what Python's reader lets through beyond it is refused. Imports core.errors only."""

from __future__ import annotations

import json
import math
import stat
from pathlib import Path
from typing import Any

from sam_annotator.core.errors import FormatError
from sam_annotator.core.words import tr


def load_strict(path: Path) -> Any:
    """Read a JSON file.

    NaN, Infinity, numbers too large for a double, keys that come twice in an object, and text that is not valid
    Unicode are refused.

    Raises:
        FormatError: the file can't be read or is no such JSON.
    """
    try:
        if stat.S_ISCHR(path.stat().st_mode) or stat.S_ISBLK(path.stat().st_mode):  # /dev/zero never ends
            raise FormatError(tr("{path} is a device; choose a file.", path=path))
        text = path.read_bytes().decode("utf-8-sig")
        value = json.loads(
            text, parse_constant=_refuse_constant, parse_float=_finite, object_pairs_hook=_without_duplicates
        )
        if "\\ud" in text or "\\uD" in text:
            json.dumps(value, ensure_ascii=False).encode("utf-8")  # half of a surrogate pair can't be stored
    except FileNotFoundError as e:
        raise FormatError(tr("There is no file {path}; check the path.", path=path)) from e
    except UnicodeError as e:
        raise FormatError(tr("{name} is not valid UTF-8 text; save it as UTF-8 JSON.", name=path.name)) from e
    except OSError as e:
        raise FormatError(
            tr("{path} can't be read ({reason}); check the file.", path=path, reason=e.strerror or e)
        ) from e
    except RecursionError as e:
        raise FormatError(
            tr(
                "{name} is nested too deeply to be an annotation file; choose another file.",
                name=path.name,
            )
        ) from e
    except ValueError as e:
        raise FormatError(
            tr(
                "{name} is no valid JSON ({reason}); correct it or choose another file.",
                name=path.name,
                reason=e,
            )
        ) from e
    except MemoryError as e:
        raise FormatError(tr("{name} does not fit into this computer's memory; split it.", name=path.name)) from e
    return value


def _refuse_constant(text: str) -> Any:
    raise ValueError(f"it holds {text}, which JSON does not know")


def _finite(text: str) -> float:
    value = float(text)
    if not math.isfinite(value):
        raise ValueError(f"the number {text[:20]} is too large")
    return value


def _without_duplicates(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    values = dict(pairs)
    if len(values) != len(pairs):
        keys = [key for key, _ in pairs]
        twice = next(key for key in keys if keys.count(key) > 1)
        raise ValueError(f'the key "{twice[:40]}" comes twice in one object')
    return values
