"""Low-res logits of annotations, which no project keeps: their prompts are answered again. Imports core and engine.

By the engine that made the mask, with the candidates that were chosen, so that they are the mask's own; where that
engine or its weights are not here, there are none.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from pathlib import Path

from sam_annotator.core.errors import EngineError, ImageError
from sam_annotator.core.image_io import read_image
from sam_annotator.core.late import np, npt
from sam_annotator.core.records import Annotation, Image
from sam_annotator.engine.embedding_folder import EmbeddingFolder, embeddings_dir
from sam_annotator.engine.original_engines import OriginalEngines
from sam_annotator.engine.reading_ahead import ImageEmbeddings
from sam_annotator.engine.replaying import FindEngine, replay_steps
from sam_annotator.engine.threads import leave_a_core

_MEGABYTE = 1_000_000

_log = logging.getLogger(__name__)


def replayed_logits(
    path_of: Callable[[Image], Path], device: str, precision: str, disk_mb: int, files: Sequence[Path] = ()
) -> ReplayedLogits:
    """Return what answers the prompts of any annotation again; engines are loaded when the first one is asked.

    Args:
        path_of: gives the file of an image.
        device: where engines run; see `load_engine`.
        precision: that is tried first; see `load_engine`.
        disk_mb: how large the user's folder of embeddings may be; 0 for none.
        files: weights files to look at besides those the program knows.
    """
    folder = EmbeddingFolder(embeddings_dir(), disk_mb * _MEGABYTE) if disk_mb else None
    return ReplayedLogits(OriginalEngines([], device, precision, files).find, path_of, folder)


class ReplayedLogits:
    """Gives the logits of annotations of an image, float32 (h, w), by annotation id.

    Args:
        find: gives the engine that made a mask; as `OriginalEngines.find`.
        path_of: gives the file of an image.
        folder: of embeddings, so that an image is encoded once only.
    """

    def __init__(
        self, find: FindEngine, path_of: Callable[[Image], Path], folder: EmbeddingFolder | None = None
    ) -> None:
        self._find, self._path_of, self._folder = find, path_of, folder

    def __call__(self, image: Image, annotations: Sequence[Annotation]) -> dict[int, npt.NDArray[np.float32]]:
        """Answer the prompts of annotations; those that can't be answered are missing in what is returned."""
        found: dict[int, npt.NDArray[np.float32]] = {}
        embeddings: ImageEmbeddings | None = None
        for annotation in annotations:
            made = annotation.provenance
            if made.prompt.is_empty:
                continue
            try:
                engine = self._find(made)
                if engine is None:
                    continue
                if engine.info.device == "cpu":
                    leave_a_core()  # with other threads sums are rounded otherwise than when the mask was made
                if embeddings is None:
                    embeddings = ImageEmbeddings(read_image(self._path_of(image)), self._folder)
                if embeddings.size_hw != annotation.mask.size_hw:
                    return {}
                _, _, logits = replay_steps(engine, embeddings.of(engine), made.steps)
            except ImageError as e:
                _log.info("No logits of %s: %s", image.file_name, e)
                return {}
            except EngineError as e:
                _log.info("No logits of annotation %d: %s", annotation.id, e)
                continue
            found[annotation.id] = np.asarray(logits[0], np.float32)
        return found
