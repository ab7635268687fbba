"""Encoding ahead: nothing twice, nothing lost, and nothing thrown away that was just made."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from sam_annotator.core.errors import EngineError
from sam_annotator.core.image_io import RgbImage, read_image, write_png
from sam_annotator.engine import embed_ahead
from sam_annotator.engine.base import BetweenSteps, Embedding
from sam_annotator.engine.embed_ahead import EmbedAhead, EmbedProgress
from sam_annotator.engine.embedding_cache import EmbeddingCache, pixels_key
from sam_annotator.engine.embedding_folder import EmbeddingFolder
from sam_annotator.engine.fake import FakeEngine


class CountingEngine(FakeEngine):
    """The fake engine, rounded like a network's, that counts."""

    def __init__(self) -> None:
        super().__init__(0, 0)
        self.encoded: list[tuple[int, int]] = []
        self.before: Callable[[int], None] = lambda _number: None

    def encode(self, image: RgbImage, between_steps: BetweenSteps | None = None) -> Embedding:
        self.before(len(self.encoded))
        self.encoded.append((image.shape[0], image.shape[1]))
        return replace(super().encode(image, between_steps), is_exact=False)


class BatchingEngine(CountingEngine):
    """One that takes three at once."""

    batch_size = 3

    def __init__(self) -> None:
        super().__init__()
        self.batches: list[int] = []
        self.fails = False

    def encode_batch(self, images: Sequence[RgbImage]) -> Sequence[Embedding]:
        self.batches.append(len(images))
        if self.fails:
            raise EngineError("The GPU's memory is too small.")
        return [self.encode(image) for image in images]


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    """Seven images of different sizes."""
    (tmp_path / "photos").mkdir()
    paths = [tmp_path / "photos" / f"{i}.png" for i in range(7)]
    for i, path in enumerate(paths):
        write_png(path, np.random.default_rng(i).integers(0, 255, (20 + i, 30, 3)).astype(np.uint8))
    return paths


@pytest.fixture
def folder(tmp_path: Path) -> EmbeddingFolder:
    return EmbeddingFolder(tmp_path / "embeddings")


def in_window(engine: FakeEngine, path: Path, folder: EmbeddingFolder) -> Embedding | None:
    """Return what the window finds for an image."""
    cache = EmbeddingCache(10**8, folder.path, 10**9)
    return cache.get(engine.embedding_key, pixels_key(read_image(path)))


def test_all_are_there_for_the_window(files: list[Path], folder: EmbeddingFolder) -> None:
    """The first click would wait for the network after all."""
    engine = CountingEngine()
    told: list[EmbedProgress] = []
    work = EmbedAhead(engine, files, folder, told.append)
    work.run()
    assert (work.made, work.found, work.problems, work.left_out) == (7, 0, [], 0)
    assert sorted(engine.encoded) == [(20 + i, 30) for i in range(7)]
    assert [progress.done for progress in told] == [1, 2, 3, 4, 5, 6, 7]
    assert told[-1].seconds_left == 0 and all(p.total == 7 and p.seconds_an_image is not None for p in told)
    for path in files:
        found = in_window(engine, path, folder)
        kept = EmbeddingCache().put("", replace(FakeEngine(0, 0).encode(read_image(path)), is_exact=False))
        assert found is not None and np.array_equal(found.features, kept.features)


def test_what_is_there_is_not_made_again(files: list[Path], folder: EmbeddingFolder) -> None:
    """A run of a night that was stopped would begin anew."""
    EmbedAhead(CountingEngine(), files[:3], folder).run()
    files[0].rename(files[0].with_name("renamed.png"))
    write_png(files[1], read_image(files[1]) ^ np.eye(21, 30, dtype=np.uint8)[..., None])
    (folder.path / folder.name_of("fake/1", pixels_key(read_image(files[2])))).write_bytes(b"damaged")
    engine = CountingEngine()
    work = EmbedAhead(engine, [files[0].with_name("renamed.png"), *files[1:]], folder)
    work.run()
    assert (work.made, work.found) == (6, 1)
    assert (20, 30) not in engine.encoded and (21, 30) in engine.encoded and (22, 30) in engine.encoded
    again = CountingEngine()
    EmbedAhead(again, files[1:], folder).run()
    assert again.encoded == []


def test_images_alike_are_encoded_once(files: list[Path], folder: EmbeddingFolder) -> None:
    """Copies of a photograph would each take their time."""
    engine = CountingEngine()
    work = EmbedAhead(engine, [files[0]] * 4, folder)
    work.run()
    assert (len(engine.encoded), work.made, work.found) == (1, 1, 3)


def test_stopping_leaves_what_is_made_and_nothing_half(files: list[Path], folder: EmbeddingFolder) -> None:
    """Ctrl+C would cost the work so far, or leave a file that is no embedding."""
    engine = CountingEngine()

    def stop(number: int) -> None:
        if number == 3:
            raise KeyboardInterrupt

    engine.before = stop
    work = EmbedAhead(engine, files, folder)
    with pytest.raises(KeyboardInterrupt):
        work.run()
    assert (work.made, work.done) == (3, 3)
    assert len(list(folder.path.iterdir())) == 3
    rest = EmbedAhead(CountingEngine(), files, folder)
    rest.run()
    assert (rest.made, rest.found) == (4, 3)


def test_images_that_can_t_be_used_are_named(
    files: list[Path], folder: EmbeddingFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One damaged photograph would end the night's work, or nobody would know which it is."""
    files[1].write_bytes(b"no image")
    files[3].unlink()
    engine = CountingEngine()

    def refuse(number: int) -> None:
        if number == 0:
            engine.encoded.append((0, 0))
            raise EngineError("The image is too thin; crop it.")

    def read(path: Path) -> RgbImage:
        if path == files[5]:
            raise RuntimeError("a bug of a decoder")
        return read_image(path)

    engine.before = refuse
    monkeypatch.setattr(embed_ahead, "read_image", read)
    work = EmbedAhead(engine, files, folder)
    work.run()
    assert (work.made, work.done) == (3, 7)
    assert [name for problem in work.problems for name in ("0.png", "1.png", "3.png", "5.png") if name in problem] == [
        "0.png",
        "1.png",
        "3.png",
        "5.png",
    ]
    assert "too thin" in work.problems[0]


def test_a_small_budget_is_told_early_and_keeps_what_was_made(files: list[Path], folder: EmbeddingFolder) -> None:
    """Hours of work would push each other off the disk, and nobody would be told."""
    other = EmbedAhead(CountingEngine(), files[6:], folder)
    other.run()
    size = other.file_bytes
    (old,) = folder.path.iterdir()
    os.utime(old, (1, 1))
    folder.budget_bytes = 4 * size + 10
    short: list[tuple[int, int, int]] = []
    engine = CountingEngine()
    work = EmbedAhead(
        engine,
        files[:6],
        folder,
        budget_short=lambda fitting, needed: short.append((len(engine.encoded), fitting, needed)),
    )
    work.run()
    assert short == [(1, 4, 6 * size)]
    assert (work.made, work.left_out) == (4, 2)
    assert not old.exists()
    assert [in_window(engine, path, folder) is not None for path in files[:6]] == [True] * 4 + [False] * 2
    again = EmbedAhead(CountingEngine(), files[:6], folder)
    again.run()
    assert (again.made, again.found, again.left_out) == (0, 4, 2)


def test_what_was_found_is_not_pushed_out_either(files: list[Path], folder: EmbeddingFolder) -> None:
    """The second run would delete the first one's work."""
    EmbedAhead(CountingEngine(), files[:2], folder).run()
    for file in folder.path.iterdir():
        os.utime(file, (1, 1))
        folder.budget_bytes = 2 * file.stat().st_size
    work = EmbedAhead(CountingEngine(), files[:3], folder)
    work.run()
    assert (work.made, work.found, work.left_out) == (0, 2, 1)
    assert in_window(CountingEngine(), files[0], folder) is not None


def test_a_folder_that_can_t_be_written_ends_it_with_a_sentence(files: list[Path], tmp_path: Path) -> None:
    """A full disk would be told once for each of 10,000 images, or with a traceback."""
    (tmp_path / "file").write_bytes(b"")
    engine = CountingEngine()
    with pytest.raises(EngineError, match="can't be written"):
        EmbedAhead(engine, files, EmbeddingFolder(tmp_path / "file" / "below")).run()
    assert len(engine.encoded) == 1


def test_an_engine_that_takes_several_at_once_gets_them(files: list[Path], folder: EmbeddingFolder) -> None:
    """A GPU would do nothing most of the time."""
    engine = BatchingEngine()
    work = EmbedAhead(engine, files, folder)
    work.run()
    assert engine.batches == [3, 3] and work.made == 7  # the last one alone
    assert all(in_window(engine, path, folder) is not None for path in files)


def test_a_batch_that_fails_is_made_one_by_one(files: list[Path], folder: EmbeddingFolder) -> None:
    """One image, or too many at once for the GPU's memory, would cost the others of its batch."""
    engine = BatchingEngine()
    engine.fails = True
    work = EmbedAhead(engine, files, folder)
    work.run()
    assert (work.made, work.problems) == (7, [])


def test_no_images_are_no_work(folder: EmbeddingFolder) -> None:
    """An empty folder would be an error of ours."""
    work = EmbedAhead(CountingEngine(), [], folder)
    work.run()
    assert work.done == 0 and not folder.path.exists()
