"""Finding the engine that made a mask."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from sam_annotator.core.records import Provenance
from sam_annotator.core.settings import checkpoints_dir
from sam_annotator.engine import original_engines
from sam_annotator.engine.base import Engine
from sam_annotator.engine.checkpoints import checkpoint_of_sha256, checkpoint_sha256, set_checkpoint_file
from sam_annotator.engine.fake import FakeEngine
from sam_annotator.engine.original_engines import OriginalEngines
from sam_annotator.engine.registry import engine_row, load_engine

FAKE = Provenance(engine_id="fake", precision="float32")


def made_by(engine: Engine) -> Provenance:
    info = engine.info
    return Provenance(engine_id=info.engine_id, checkpoint_sha256=info.checkpoint_sha256, precision=info.precision)


def test_what_is_loaded_is_taken() -> None:
    """The largest network would be loaded twice, and fill the memory."""
    engine = FakeEngine()
    originals = OriginalEngines([engine])
    assert originals.find(FAKE) is engine
    assert originals.find(Provenance(engine_id="fake")) is engine  # made before precision was written down


def test_what_is_not_loaded_is_loaded_once() -> None:
    """Loading would take a minute for each mask."""
    originals = OriginalEngines([])
    first = originals.find(FAKE)
    assert first is not None and originals.find(FAKE) is first


def test_the_built_in_engine_of_this_version_is_found(engines: Any) -> None:
    """Hand edits on masks of the engine that all start with could not be kept."""
    found = OriginalEngines([], device="cpu").find(made_by(engines.get("builtin")))
    assert found is not None and found.info == engines.get("builtin").info


@pytest.mark.parametrize(
    "provenance",
    [
        Provenance(),
        Provenance(engine_id="nope"),
        Provenance(engine_id="fake", checkpoint_sha256="ab" * 32),
        Provenance(engine_id="fake", precision="float16"),
        Provenance(engine_id="builtin", checkpoint_sha256="ab" * 32, precision="float32"),
        Provenance(engine_id="vit_h", checkpoint_sha256="ab" * 32, precision="float32"),
    ],
)
def test_another_is_not_taken_for_it(provenance: Provenance, monkeypatch: pytest.MonkeyPatch) -> None:
    """What another network answers would count as work by hand."""
    loads: list[str] = []

    def counted(engine_id: str, *arguments: Any) -> Engine:
        loads.append(engine_id)
        return load_engine(engine_id, *arguments)

    monkeypatch.setattr(original_engines, "load_engine", counted)
    originals = OriginalEngines([FakeEngine()], device="cpu")
    assert originals.find(provenance) is None
    tried = len(loads)
    assert originals.find(provenance) is None and len(loads) == tried  # and it is not looked for again


def test_weights_that_were_used_before_are_found_again(tmp_path: Path) -> None:
    """After choosing a newer fine-tuned checkpoint, hand edits on the masks of the older one could not be kept."""
    older, newer = tmp_path / "older.pth", tmp_path / "new|er.pth"
    older.write_bytes(b"older")
    newer.write_bytes(b"newer")
    hashes = [checkpoint_sha256(path) for path in (older, newer)]
    set_checkpoint_file(engine_row("vit_b"), newer)
    assert checkpoint_of_sha256(hashes[0]) == older and checkpoint_of_sha256(hashes[1]) == newer
    assert checkpoint_of_sha256("ab" * 32) is None
    older.write_bytes(b"trained on")
    assert checkpoint_of_sha256(hashes[0]) is None
    newer.unlink()
    assert checkpoint_of_sha256(hashes[1]) is None
    assert checkpoints_dir().is_dir()


def test_a_damaged_checkpoint_is_none(tmp_path: Path) -> None:
    """One unusable file would end the run."""
    file = tmp_path / "damaged.pth"
    file.write_bytes(b"no weights")
    provenance = Provenance(engine_id="vit_b", checkpoint_sha256=checkpoint_sha256(file), precision="float32")
    assert OriginalEngines([], device="cpu", files=[file]).find(provenance) is None
