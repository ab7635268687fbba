"""Find the engine that made a mask, to ask it again. Imports core and engine only; no Qt, no torch of its own."""

from __future__ import annotations

import logging
from collections.abc import Iterator, Sequence
from pathlib import Path

from sam_annotator.core.errors import EngineError
from sam_annotator.core.records import Provenance
from sam_annotator.core.requests import EngineInfo
from sam_annotator.core.resources import resource_path
from sam_annotator.engine.base import Engine
from sam_annotator.engine.checkpoints import (
    checkpoint_of_sha256,
    checkpoint_sha256,
    find_checkpoint,
    official_path,
)
from sam_annotator.engine.registry import BUILTIN_WEIGHTS, PRECISIONS, EngineRow, engine_row, load_engine

_log = logging.getLogger(__name__)


def has_answered(info: EngineInfo, provenance: Provenance) -> bool:
    """Whether an engine is the one that made a mask: of the same id, weights and precision."""
    made_in = provenance.precision or "float32"  # there was no other as long as it was not written down
    return (info.engine_id, info.checkpoint_sha256, info.precision) == (
        provenance.engine_id,
        provenance.checkpoint_sha256,
        made_in,
    )


class OriginalEngines:
    """The engines that made masks, as far as they can be had here; each is loaded once, when it is first asked for.

    Args:
        loaded: engines that are loaded already.
        device: for the others; see `load_engine`.
        precision: that is tried first; see `load_engine`.
        files: weights files to look at besides those the program knows.
    """

    def __init__(
        self, loaded: Sequence[Engine], device: str = "auto", precision: str = "auto", files: Sequence[Path] = ()
    ) -> None:
        self._loaded = list(loaded)
        self._device, self._files = device, tuple(files)
        self._precisions = (precision, *(other for other in PRECISIONS if other != precision))
        self._absent: set[tuple[str, str, str]] = set()

    def find(self, provenance: Provenance) -> Engine | None:
        """Return the engine that made a mask; None where it, its weights or its precision can't be had here."""
        name = (provenance.engine_id, provenance.checkpoint_sha256, provenance.precision)
        for engine in self._loaded:
            if has_answered(engine.info, provenance):
                return engine
        if name in self._absent:
            return None
        found: Engine | None = None
        try:
            found = self._load(provenance)
        except EngineError as e:
            _log.info("The engine of a mask can't be loaded: %s", e)
        if found is None:
            self._absent.add(name)
        else:
            self._loaded.append(found)
        return found

    def _load(self, provenance: Provenance) -> Engine | None:
        if not provenance.engine_id:
            return None
        row = engine_row(provenance.engine_id)
        checkpoint = None
        if provenance.checkpoint_sha256:
            checkpoint = self._weights(row, provenance.checkpoint_sha256)
            if checkpoint is None:
                return None
        for precision in self._precisions:
            engine = load_engine(row.id, checkpoint, self._device, precision)
            if has_answered(engine.info, provenance):
                return engine
        return None

    def _weights(self, row: EngineRow, sha256: str) -> Path | None:
        """Return a weights file of that hash."""
        for path in self._places(row):
            if path.is_file() and checkpoint_sha256(path) == sha256:
                return path
        return checkpoint_of_sha256(sha256)

    def _places(self, row: EngineRow) -> Iterator[Path]:
        yield from self._files
        if row.id == "builtin":
            try:
                yield resource_path(BUILTIN_WEIGHTS)
            except FileNotFoundError:
                return
        yield from (path for path in (find_checkpoint(row), official_path(row)) if path is not None)
