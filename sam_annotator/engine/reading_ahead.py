"""Read images ahead of an engine, and keep what it made of them. Imports core and engine only; no Qt, no torch."""

from __future__ import annotations

import logging
from collections import deque
from collections.abc import Generator, Iterable
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import TypeVar

from sam_annotator.core.errors import ImageError, ImageUnreadableError
from sam_annotator.core.image_io import RgbImage, read_image
from sam_annotator.core.words import tr
from sam_annotator.engine.base import BetweenSteps, Embedding, Engine
from sam_annotator.engine.embedding_cache import pixels_key
from sam_annotator.engine.embedding_folder import EmbeddingFolder
from sam_annotator.engine.kept_embedding import KeptEmbedding

_READERS_CPU = 2  # each holds an image; more would take the processor from the network
_READERS_GPU = 6

_T = TypeVar("_T")

_log = logging.getLogger(__name__)


def read_ahead(
    items: Iterable[tuple[_T, Path | None]], device: str
) -> Generator[tuple[_T, RgbImage | ImageError | None]]:
    """Read images in order, a few of them ahead by other threads; close the generator to stop them.

    Args:
        items: what belongs to an image, and its file; None where it need not be read.
        device: of the engine that takes them.

    Yields:
        What belongs to the image, and its pixels or why it can't be read; None where it was not to be read.
    """
    readers = _READERS_CPU if device == "cpu" else _READERS_GPU
    pool = ThreadPoolExecutor(readers, "image ahead")
    waiting: deque[tuple[_T, Future[RgbImage | ImageError] | None]] = deque()

    def next_one() -> tuple[_T, RgbImage | ImageError | None]:
        item, future = waiting.popleft()
        return item, None if future is None else future.result()

    try:
        for item, path in items:
            waiting.append((item, None if path is None else pool.submit(_read, path)))
            while waiting and (waiting[0][1] is None or sum(future is not None for _, future in waiting) > readers):
                yield next_one()
        while waiting:
            yield next_one()
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def _read(path: Path) -> RgbImage | ImageError:
    try:
        return read_image(path)
    except ImageError as e:
        return e
    except Exception as e:  # a bug of a decoder, or a full memory: the other images go on
        _log.debug("%s can't be read", path, exc_info=True)
        return ImageUnreadableError(
            tr(
                "{name} can't be opened ({reason}); check the file.",
                name=path.name,
                reason=type(e).__name__,
            )
        )


class ImageEmbeddings:
    """The embeddings of one image, by any engines: from a folder of embeddings, else made and put there.

    Args:
        pixels: the image.
        folder: of embeddings; None keeps none.
    """

    def __init__(self, pixels: RgbImage, folder: EmbeddingFolder | None) -> None:
        self._pixels, self._folder = pixels, folder
        self._key = pixels_key(pixels) if folder is not None else ""
        self._embeddings: dict[str, Embedding] = {}

    @property
    def size_hw(self) -> tuple[int, int]:
        """Height and width of the image in pixels."""
        return (self._pixels.shape[0], self._pixels.shape[1])

    def take(self, embedding: Embedding) -> None:
        """Take one that is at hand, as it comes back from a cache."""
        self._embeddings[embedding.engine_key] = embedding

    def of(self, engine: Engine, between_steps: BetweenSteps | None = None) -> Embedding:
        """Return the embedding by an engine, as it comes back from the folder too.

        Raises:
            EngineError: the image can't be encoded.
        """
        if engine.embedding_key not in self._embeddings:
            self._embeddings[engine.embedding_key] = self._found_or_made(engine, between_steps)
        return self._embeddings[engine.embedding_key]

    def _found_or_made(self, engine: Engine, between_steps: BetweenSteps | None) -> Embedding:
        kept = None if self._folder is None else self._folder.read(engine.embedding_key, self._key)
        if kept is None:
            kept = KeptEmbedding.of(engine.encode(self._pixels, between_steps))
            if self._folder is not None:
                try:
                    self._folder.write(self._key, kept)
                except OSError as e:
                    _log.warning("Embeddings are not kept on disk: %s", e)
        return kept.restored()
