"""Encode many images ahead, into a folder of embeddings. Imports core and engine only; no Qt, no torch.

While the network works on an image the next ones are read by other threads. What is in the folder already is not
encoded again, so a run that was stopped goes on where it was.
"""

from __future__ import annotations

import contextlib
import logging
import os
import time
from collections import deque
from collections.abc import Callable, Generator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from sam_annotator.core.errors import EngineError, ImageError
from sam_annotator.core.image_io import RgbImage, read_image
from sam_annotator.core.words import tr
from sam_annotator.engine.base import BatchEngine, Embedding, Engine
from sam_annotator.engine.embedding_cache import pixels_key
from sam_annotator.engine.embedding_folder import EmbeddingFolder
from sam_annotator.engine.kept_embedding import KeptEmbedding

_READERS_CPU = 2  # each holds an image; more would take the processor from the network
_READERS_GPU = 8
_RECENT = 20  # images that the time of one is told from

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class EmbedProgress:
    """How far it is.

    Attributes:
        done: images that are dealt with: made, found in the folder, or not usable.
        total: all images.
        seconds_an_image: of those encoded last; None before there are any.
        seconds_left: at that pace, were none of the others in the folder; None likewise.
    """

    done: int
    total: int
    seconds_an_image: float | None = None
    seconds_left: float | None = None


@dataclass(frozen=True, slots=True)
class _Read:
    """An image that was read; without pixels where it is in the folder already, or can't be used for the problem."""

    path: Path
    key: str = ""
    pixels: RgbImage | None = None
    problem: str = ""


class EmbedAhead:
    """Encodes images into a folder, of which nothing that belongs to them is deleted meanwhile.

    Args:
        engine: what encodes.
        files: the images.
        folder: where the embeddings go, with its budget.
        progress: told after each image.
        budget_short: called once, as soon as the size of an embedding is known, where the budget has no room for all;
            with the number that it has room for, and the bytes that all take.

    Attributes:
        made: how many were encoded.
        found: how many were in the folder already.
        problems: a sentence for each that can't be used.
        left_out: how many the budget had no room for.
        file_bytes: what one embedding takes on disk; 0 as long as it isn't known.
    """

    def __init__(
        self,
        engine: Engine,
        files: Sequence[Path],
        folder: EmbeddingFolder,
        progress: Callable[[EmbedProgress], None] = lambda _progress: None,
        budget_short: Callable[[int, int], None] = lambda _fitting, _needed_bytes: None,
    ) -> None:
        self._engine, self._files, self._folder = engine, files, folder
        self._progress, self._budget_short = progress, budget_short
        self._spared: set[str] = set()
        self._times_s: deque[float] = deque(maxlen=_RECENT)
        self._last_end = 0.0
        self.made = self.found = self.left_out = self.file_bytes = 0
        self.problems: list[str] = []

    @property
    def done(self) -> int:
        """How many images are dealt with."""
        return self.made + self.found + len(self.problems)

    @property
    def seconds_an_image(self) -> float | None:
        """How long one takes, of those encoded last; None before there are any."""
        return sum(self._times_s) / len(self._times_s) if self._times_s else None

    def run(self) -> None:
        """Deal with all images; the attributes tell what became of them, also after an exception.

        Raises:
            EngineError: the folder can't be written.
        """
        self._last_end = time.perf_counter()
        batch_size = self._engine.batch_size if isinstance(self._engine, BatchEngine) else 1
        batch: list[_Read] = []
        keys: set[str] = set()
        with contextlib.closing(self._read_all()) as images:
            for read in images:
                if read.problem:
                    self.problems.append(read.problem)
                    self._tell()
                elif read.pixels is None or read.key in keys:  # the latter: another file with the same pixels
                    self.found += 1
                    self._spare(read.key)
                    self._tell()
                else:
                    keys.add(read.key)
                    batch.append(read)
                if len(batch) >= batch_size:
                    self._make(batch)
                    batch = []
                if self.left_out:
                    break
        self._make(batch)
        if self.left_out:
            self.left_out = len(self._files) - self.done

    def _read_all(self) -> Generator[_Read, None, None]:
        """Read the images in order, a few of them ahead."""
        readers = min(os.cpu_count() or 1, _READERS_CPU if self._engine.info.device == "cpu" else _READERS_GPU)
        pool = ThreadPoolExecutor(readers, "image ahead")
        waiting: deque[Future[_Read]] = deque()
        try:
            for path in self._files:
                waiting.append(pool.submit(self._read, path))
                if len(waiting) > readers:
                    yield waiting.popleft().result()
            while waiting:
                yield waiting.popleft().result()
        finally:
            pool.shutdown(wait=False, cancel_futures=True)

    def _read(self, path: Path) -> _Read:
        try:
            pixels = read_image(path)
            key = pixels_key(pixels)
        except ImageError as e:
            return _Read(path, problem=str(e))
        except Exception as e:  # a bug of a decoder, or a full memory: the other images go on
            _log.debug("%s can't be read", path, exc_info=True)
            return _Read(path, problem=f"{path.name} can't be opened ({type(e).__name__}).")
        is_there = self._folder.read(self._engine.embedding_key, key) is not None
        return _Read(path, key, None if is_there else pixels)

    def _make(self, batch: Sequence[_Read]) -> None:
        """Encode images that were read, and write their embeddings."""
        embeddings = self._encoded(batch)
        if embeddings:
            self._times_s.append((time.perf_counter() - self._last_end) / len(embeddings))
        for read, embedding in zip(batch, embeddings, strict=True):
            if isinstance(embedding, EngineError):
                self.problems.append(f"{read.path.name}: {embedding}")
            elif self._write(read.key, embedding):
                self.made += 1
                self._spare(read.key)
            else:
                self.left_out += 1
                continue
            self._tell()

    def _encoded(self, batch: Sequence[_Read]) -> list[Embedding | EngineError]:
        """Return the embedding of each image, or what is wrong with it."""
        images = [read.pixels for read in batch if read.pixels is not None]
        if isinstance(self._engine, BatchEngine) and len(images) > 1:
            try:
                return list(self._engine.encode_batch(images))
            except EngineError:  # of one of them, or too little memory for all at once
                _log.debug("A batch can't be encoded", exc_info=True)
        return [self._encoded_alone(image) for image in images]

    def _encoded_alone(self, image: RgbImage) -> Embedding | EngineError:
        try:
            return self._engine.encode(image)
        except EngineError as e:
            return e

    def _write(self, key: str, embedding: Embedding) -> bool:
        try:
            return self._folder.write(key, KeptEmbedding.of(embedding), self._spared)
        except OSError as e:
            raise EngineError(
                tr(
                    "The folder {folder} can't be written ({reason}); make room, or choose another.",
                    folder=self._folder.path,
                    reason=e.strerror or e,
                )
            ) from e

    def _spare(self, key: str) -> None:
        """Keep what belongs to an image from being deleted for the next ones."""
        name = self._folder.name_of(self._engine.embedding_key, key)
        self._spared.add(name)
        if self.file_bytes:
            return
        with contextlib.suppress(OSError):
            self.file_bytes = (self._folder.path / name).stat().st_size
        budget_bytes, needed_bytes = self._folder.budget_bytes, self.file_bytes * len(self._files)
        if self.file_bytes and budget_bytes is not None and needed_bytes > budget_bytes:
            self._budget_short(budget_bytes // self.file_bytes, needed_bytes)

    def _tell(self) -> None:
        self._last_end = time.perf_counter()
        done, total, pace = self.done, len(self._files), self.seconds_an_image
        self._progress(EmbedProgress(done, total, pace, None if pace is None else pace * (total - done)))
