"""ENGINES: one row for each engine there is, and the one way to load one. Imports core; adapters late, no torch.

A new engine is a file of its own here, and a row. The contract test runs on every row.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from sam_annotator.core.collector import collector_paused
from sam_annotator.core.errors import CheckpointError, EngineUnknownError
from sam_annotator.core.resources import resource_path
from sam_annotator.core.settings import load_settings
from sam_annotator.core.words import mark, tr
from sam_annotator.engine.base import Engine
from sam_annotator.engine.torch_start import ready_torch

DEVICES = ("auto", "cpu", "cuda", "mps")
PRECISIONS = ("auto", "float32")
BUILTIN_WEIGHTS = "models/builtin.safetensors"
_PUBLISHED_AT = "https://dl.fbaipublicfiles.com/segment_anything/"

_Load = Callable[["EngineRow", Path | None, str, str], Engine]


@dataclass(frozen=True, slots=True)
class EngineRow:
    """An engine that can be chosen.

    Attributes:
        id: as in settings, on the command line and in provenance.
        title: its name for people.
        summary: one sentence on when to choose it.
        load: makes the engine from its row, a checkpoint or None, a device and a precision.
        needs_checkpoint: whether it runs only with a weights file that does not come with the program.
        file_name: of the official checkpoint, "" where there is none.
        url: where the official checkpoint is published, "" where there is none.
        sha256: of that file.
        size_bytes: of that file; 0 where there is none.
        licence: of network and weights.
        needs_draft: whether it may take seconds to encode an image, so that the built-in engine answers meanwhile.
    """

    id: str
    title: str
    summary: str
    load: _Load
    needs_checkpoint: bool = False
    file_name: str = ""
    url: str = ""
    sha256: str = ""
    size_bytes: int = 0
    licence: str = "Apache-2.0"
    needs_draft: bool = False


def _load_fake(row: EngineRow, checkpoint: Path | None, device: str, precision: str) -> Engine:
    from sam_annotator.engine.fake import FakeEngine

    return FakeEngine()


def _load_builtin(row: EngineRow, checkpoint: Path | None, device: str, precision: str) -> Engine:
    ready_torch()
    from sam_annotator.engine.sam import load_builtin

    if checkpoint is None:
        try:
            checkpoint = resource_path(BUILTIN_WEIGHTS)
        except FileNotFoundError as e:
            raise CheckpointError(str(e)) from e
    return load_builtin(row.id, row.title, checkpoint, device)


def _load_sam(row: EngineRow, checkpoint: Path | None, device: str, precision: str) -> Engine:
    if checkpoint is None:
        from sam_annotator.engine.checkpoints import find_checkpoint

        checkpoint = find_checkpoint(row)
    if checkpoint is None:
        raise CheckpointError(
            tr(
                "{title} needs its checkpoint {file_name}, which is not on this computer; "
                "download it in the list of engines, or choose a file.",
                title=row.title,
                file_name=row.file_name,
            )
        )
    ready_torch()
    from sam_annotator.engine.sam import load_sam

    return load_sam(row.id, row.title, checkpoint, device, precision)


def _official(engine_id: str, title: str, summary: str, file_name: str, sha256: str, size_bytes: int) -> EngineRow:
    url = _PUBLISHED_AT + file_name
    return EngineRow(engine_id, title, summary, _load_sam, True, file_name, url, sha256, size_bytes, needs_draft=True)


ENGINES = (
    EngineRow("builtin", mark("Built-in"), mark("Comes with the program; quick on any computer."), _load_builtin),
    _official(
        "vit_b",
        "SAM ViT-B",
        mark("Segment Anything, smallest; a few seconds for an image without a GPU."),
        "sam_vit_b_01ec64.pth",
        "ec2df62732614e57411cdcf32a23ffdf28910380d03139ee0f4fcbe91eb8c912",
        375_042_383,
    ),
    _official(
        "vit_l",
        "SAM ViT-L",
        mark("Segment Anything, better outlines; best with a GPU."),
        "sam_vit_l_0b3195.pth",
        "3adcc4315b642a4d2101128f611684e8734c41232a17c648ed1693702a49a622",
        1_249_524_607,
    ),
    _official(
        "vit_h",
        "SAM ViT-H",
        mark("Segment Anything, best outlines; needs a GPU to be quick."),
        "sam_vit_h_4b8939.pth",
        "a7bf3b02f3ebf1267aba913ff637d9a2d5c33d3173bb679e46d9f338c26f262e",
        2_564_550_879,
    ),
    EngineRow(
        "fake",
        mark("Fake"),
        mark("No network, only likeness of colours; for trying the program and for tests."),
        _load_fake,
    ),
)


def engine_row(engine_id: str) -> EngineRow:
    """Return the row of an engine.

    Raises:
        EngineUnknownError: there is none of that id.
    """
    for row in ENGINES:
        if row.id == engine_id:
            return row
    known = ", ".join(row.id for row in ENGINES)
    raise EngineUnknownError(
        tr(
            'There is no engine "{engine_id}"; choose one of {known}.',
            engine_id=engine_id,
            known=known,
        )
    )


def load_engine(
    engine_id: str, checkpoint: Path | str | None = None, device: str = "auto", precision: str = "float32"
) -> Engine:
    """Load an engine; this may take seconds and imports torch where the engine needs it.

    Args:
        engine_id: of a row of ENGINES.
        checkpoint: its weights file; None takes the official one, or the file chosen for this engine before.
        device: "cpu", "cuda" or "mps"; "auto" takes a GPU if there is one.
        precision: "float32" answers bit for bit as SamPredictor does; "auto", which the window takes, as fast as the
            machine can with an embedding within 2 % of that.

    Raises:
        EngineUnknownError: there is no such engine.
        CheckpointError: the weights are missing, damaged or of another architecture.
        EngineError: there is no such device, or it has not enough memory.
    """
    row = engine_row(engine_id)
    with collector_paused():  # of all that torch's import makes nothing is garbage
        return row.load(row, None if checkpoint is None else Path(checkpoint), device, precision)


def load_engine_as_set(engine_id: str, checkpoint: Path | str | None = None, device: str = "auto") -> Engine:
    """Load an engine in the precision that the user's settings ask for; else as `load_engine`."""
    return load_engine(engine_id, checkpoint, device, load_settings().precision)
