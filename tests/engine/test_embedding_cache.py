"""Embeddings kept in memory and on disk: the same from either, bounded, and never a reason to fail."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from gates import Gate
from patience import PATIENCE_S, PROGRAM_S

from sam_annotator.core.settings import Settings, cache_dir
from sam_annotator.engine.base import Embedding
from sam_annotator.engine.embedding_cache import EmbeddingCache, pixels_key
from sam_annotator.engine.embedding_folder import EmbeddingFolder
from sam_annotator.engine.kept_embedding import KeptEmbedding, as_kept

ENGINE = "vit_b/abc/cpu"


def embedding(seed: int, size: int = 1000, engine_key: str = ENGINE) -> Embedding:
    features = np.random.default_rng(seed).normal(size=(1, size)).astype(np.float32)
    features.setflags(write=False)
    return Embedding(features, (30, 40), (768, 1024), engine_key)


def disk(folder: Path, disk_bytes: int = 1_000_000) -> EmbeddingCache:
    return EmbeddingCache(10_000_000, folder, disk_bytes)


def reopened(folder: Path, key: str, engine_key: str = ENGINE) -> Embedding | None:
    """Return what another program finds."""
    return disk(folder).get(engine_key, key)


def test_memory_is_bounded_and_keeps_what_was_used_last() -> None:
    """Memory would grow with every image until the program dies."""
    cache = EmbeddingCache(memory_bytes=3 * 2000)
    for i in range(3):
        cache.put(f"k{i}", embedding(i))
    assert cache.get(ENGINE, "k0") is not None  # used: now k1 is the oldest
    cache.put("k3", embedding(3))
    assert [cache.contains(ENGINE, f"k{i}") for i in range(4)] == [True, False, True, True]
    assert cache.nbytes == 3 * 2000
    cache.put("k3", embedding(4, 500))
    assert cache.nbytes == 2 * 2000 + 1000


def test_half_precision_takes_half_the_memory() -> None:
    """Half as many images could be gone back to at once."""
    cache = EmbeddingCache()
    cache.put("rounded", embedding(1))
    assert cache.nbytes == embedding(1).nbytes // 2
    cache.put("exact", replace(embedding(1), is_exact=True))
    assert cache.nbytes == embedding(1).nbytes // 2 + embedding(1).nbytes


@pytest.mark.parametrize("is_exact", [False, True])
def test_memory_and_disk_agree_to_the_bit(tmp_path: Path, is_exact: bool) -> None:
    """A mask would change when the program is started again."""
    made = replace(embedding(1), is_exact=is_exact)
    cache = disk(tmp_path)
    put = cache.put("a", made)
    got = cache.get(ENGINE, "a")
    cache.close()
    read = reopened(tmp_path, "a")
    assert got is not None and read is not None
    for one in (put, got, read):
        assert one.features.dtype == np.float32 and not one.features.flags.writeable
        assert one.features.tobytes() == put.features.tobytes()
        assert one.is_exact == is_exact
    assert np.array_equal(put.features, made.features) == is_exact
    assert np.allclose(put.features, made.features, rtol=2**-11, atol=2**-25)


def test_the_same_object_is_returned_while_an_image_is_worked_on() -> None:
    """Each preview under the pointer would wait for a million numbers to be converted."""
    cache = EmbeddingCache()
    for key in ("a", "b", "c"):
        cache.put(key, embedding(1))
    first, second = cache.get(ENGINE, "a"), cache.get(ENGINE, "b")
    assert cache.get(ENGINE, "a") is first and cache.get(ENGINE, "b") is second
    cache.put("a", embedding(2))
    again = cache.get(ENGINE, "a")
    assert again is not None and np.array_equal(again.features, as_kept(embedding(2)).features)


def test_other_budgets_count_at_once_in_memory_and_never_by_surprise_on_disk(tmp_path: Path) -> None:
    """A changed setting would need a new start, or a slip of the finger throw away a night's work."""
    cache = disk(tmp_path)
    for i in range(4):
        cache.put(f"k{i}", embedding(i))
    cache.close()
    cache.set_budgets(memory_bytes=2 * 2000, disk_bytes=1)
    assert [cache.contains(ENGINE, f"k{i}") for i in range(4)] == [False, False, True, True]
    assert len(list(tmp_path.iterdir())) == 4
    cache.set_budgets(10_000_000, 1_000_000)
    cache.close()
    assert reopened(tmp_path, "k0") is not None
    cache.set_budgets(10_000_000, 0)
    assert cache.get(ENGINE, "k0") is None
    cache.put("k9", embedding(9))
    cache.close()
    assert list(tmp_path.iterdir()) == []
    cache.set_budgets(10_000_000, 1_000_000)
    cache.put("k9", embedding(9))
    cache.close()
    assert reopened(tmp_path, "k9") is not None


def test_the_newest_stays_whatever_the_budget() -> None:
    """With a small budget the image on screen would be encoded again at every click."""
    cache = EmbeddingCache(memory_bytes=10)
    cache.put("a", embedding(1))
    assert cache.contains(ENGINE, "a")
    cache.put("b", embedding(2))
    assert not cache.contains(ENGINE, "a")
    assert cache.contains(ENGINE, "b")


def test_engines_don_t_share_embeddings(tmp_path: Path) -> None:
    """A mask made from another engine's embedding is nonsense."""
    cache = disk(tmp_path)
    cache.put("a", embedding(1))
    cache.close()
    assert cache.get("vit_b/other/cpu", "a") is None
    assert disk(tmp_path).get("vit_b/abc/cuda", "a") is None


def test_an_embedding_comes_back_whole(tmp_path: Path) -> None:
    """After a restart masks would be scaled to another size."""
    cache = disk(tmp_path)
    cache.put("a", embedding(1))
    cache.close()
    again = disk(tmp_path)
    assert not again.contains(ENGINE, "a")
    read = again.get(ENGINE, "a")
    assert read is not None
    assert (read.original_size_hw, read.input_size_hw, read.engine_key) == ((30, 40), (768, 1024), ENGINE)
    assert again.contains(ENGINE, "a")


def test_a_copied_folder_is_as_good(tmp_path: Path) -> None:
    """What a computer with a GPU made would be of no use on a laptop."""
    cache = disk(tmp_path / "gpu")
    put = cache.put("a", embedding(1))
    cache.close()
    shutil.copytree(tmp_path / "gpu", tmp_path / "laptop")
    read = reopened(tmp_path / "laptop", "a")
    assert read is not None and np.array_equal(read.features, put.features)


def test_files_of_the_first_form_are_cleared(tmp_path: Path) -> None:
    """They would take their room for ever, since nothing reads them any more."""
    old, other = tmp_path / f"{'0' * 64}.embedding", tmp_path / "mine.txt"
    old.write_bytes(b"x" * 100)
    other.write_bytes(b"x")
    cache = disk(tmp_path)
    cache.put("a", embedding(1))
    cache.close()
    assert not old.exists() and other.exists()
    assert reopened(tmp_path, "a") is not None


def test_a_damaged_file_counts_as_absent(tmp_path: Path) -> None:
    """A power cut would leave wrong masks, or an image that can't be opened any more."""
    cache = disk(tmp_path)
    cache.put("a", embedding(1))
    cache.close()
    (file,) = tmp_path.glob("*.embedding")
    whole = file.read_bytes()
    flipped = bytearray(whole)
    flipped[len(whole) // 2] ^= 1
    for damaged in (b"", whole[:100], whole[:-1], bytes(flipped), b"x" * len(whole)):
        file.write_bytes(damaged)
        assert disk(tmp_path).get(ENGINE, "a") is None
        assert not file.exists()


def test_the_disk_is_bounded_and_the_oldest_goes_first(tmp_path: Path) -> None:
    """The disk would fill with embeddings nobody uses."""
    size = 2000 + 200
    for i in range(4):
        cache = disk(tmp_path, 3 * size)
        cache.put(f"k{i}", embedding(i))
        cache.close()
        for file in tmp_path.glob("*.embedding"):
            os.utime(file, (file.stat().st_atime, file.stat().st_mtime - 100))
        if i == 2:
            assert disk(tmp_path, 3 * size).get(ENGINE, "k0") is not None  # used again
    reader = disk(tmp_path, 3 * size)
    assert [reader.get(ENGINE, f"k{i}") is not None for i in range(4)] == [True, False, True, True]
    assert sum(f.stat().st_size for f in tmp_path.iterdir()) <= 3 * size


def test_a_large_folder_is_not_looked_through_for_each_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With 10,000 embeddings on disk each new one would stop the window for a moment, or the bound be forgotten."""
    looks = 0
    look = EmbeddingFolder._entries

    def counted(self: EmbeddingFolder) -> list[tuple[float, int, str]]:
        nonlocal looks
        looks += 1
        return look(self)

    monkeypatch.setattr(EmbeddingFolder, "_entries", counted)
    entry = KeptEmbedding.of(embedding(0))
    size = len(entry.to_bytes())
    folder = EmbeddingFolder(tmp_path, 400 * size)
    most = 0
    for i in range(600):
        assert folder.write(f"k{i}", entry)
        if i % 50 == 0:
            most = max(most, sum(f.stat().st_size for f in tmp_path.iterdir()))
    assert looks < 150
    assert 390 * size < sum(f.stat().st_size for f in tmp_path.iterdir()) <= 400 * size and most <= 400 * size


def test_what_a_killed_program_left_is_cleared(tmp_path: Path) -> None:
    """Half-written files would take room for ever."""
    old, new = tmp_path / "dead.tmp", tmp_path / "alive.tmp"
    old.write_bytes(b"x")
    new.write_bytes(b"x")
    os.utime(old, (time.time() - 7200,) * 2)
    cache = disk(tmp_path)
    cache.put("a", embedding(1))
    cache.close()
    assert not old.exists()
    assert new.exists()


def test_a_folder_that_can_t_be_written_only_costs_time(tmp_path: Path) -> None:
    """A full or read-only disk would stop the annotator."""
    (tmp_path / "file").write_bytes(b"")
    cache = disk(tmp_path / "file" / "below")
    cache.put("a", embedding(1))
    cache.close()
    assert cache.get(ENGINE, "a") is not None
    assert cache.get(ENGINE, "b") is None


def test_two_programs_share_the_folder(tmp_path: Path) -> None:
    """Two windows would damage each other's embeddings."""
    code = (
        "import sys, numpy as np\n"
        "from pathlib import Path\n"
        "from sam_annotator.engine.base import Embedding\n"
        "from sam_annotator.engine.embedding_cache import EmbeddingCache\n"
        "for i in range(40):\n"
        "    features = np.full((1, 40000), i % 10, np.float32)\n"
        "    cache = EmbeddingCache(0, Path(sys.argv[1]), 500_000)\n"
        "    cache.put(f'k{i % 10}', Embedding(features, (1, 1), (1, 1), 'e'))\n"
        "    cache.close()\n"
        "    got = EmbeddingCache(0, Path(sys.argv[1]), 500_000).get('e', f'k{(i * 7) % 10}')\n"
        "    assert got is None or (got.features == (i * 7) % 10).all()\n"
    )
    programs = [subprocess.Popen([sys.executable, "-c", code, str(tmp_path)]) for _ in range(2)]
    assert [program.wait(PROGRAM_S) for program in programs] == [0, 0]
    assert list(tmp_path.glob("*.embedding"))
    assert not list(tmp_path.glob("*.tmp"))


def test_putting_does_not_wait_for_the_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every encoding would be followed by a pause on a slow network drive."""
    gate = Gate()
    gate.shut()
    monkeypatch.setattr(EmbeddingFolder, "write", lambda *_: gate.pass_through())
    cache = disk(tmp_path)
    cache.put("first", embedding(99))
    deadline = time.monotonic() + PATIENCE_S
    while not gate.is_holding and time.monotonic() < deadline:
        time.sleep(0.001)
    for i in range(20):
        cache.put(f"k{i}", embedding(i))
        assert gate.is_holding
    gate.open()
    cache.close()


def test_settings_decide_and_zero_keeps_none() -> None:
    """Who sets the disk budget to 0 would still find files."""
    cache = EmbeddingCache.from_settings(Settings(embedding_memory_mb=1, embedding_disk_mb=0))
    cache.put("a", embedding(1))
    cache.close()
    assert not (cache_dir() / "embeddings").exists()


def test_the_key_depends_on_shape_and_every_pixel() -> None:
    """One image's embedding would be used for another."""
    image = np.zeros((4, 6, 3), np.uint8)
    changed = image.copy()
    changed[3, 5, 2] = 1
    keys = {pixels_key(image), pixels_key(changed), pixels_key(image.reshape(6, 4, 3))}
    assert len(keys) == 3
    assert pixels_key(np.asfortranarray(changed)) == pixels_key(changed)
