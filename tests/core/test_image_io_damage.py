"""Damaged, forged and missing files end in an ImageError, soon, and never in a crash."""

from __future__ import annotations

import os
import random
import struct
import tracemalloc
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import cv2
import image_samples
import numpy as np
import pytest
import tifffile
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image as PilImage
from PIL import ImageFile

from sam_annotator.core import image_io
from sam_annotator.core.errors import ImageError, ImageMissingError, ImageTooLargeError, ImageUnreadableError
from sam_annotator.core.image_io import decode_image, probe_image, read_image, read_thumbnail

pytestmark = pytest.mark.filterwarnings("ignore::UserWarning:PIL")  # as image_io does outside the tests
SAMPLES = image_samples.all_samples()
READERS = (read_image, lambda path: read_thumbnail(path, 64))


def assert_one_sentence(error: ImageError, name: str) -> None:
    text = str(error)
    assert name in text and text.endswith(".") and "\n" not in text and "next image" in text
    assert len(text) < 500


@pytest.mark.parametrize("share", [0.4, 0.7, 0.97])
@pytest.mark.parametrize("sample", [pytest.param(s, id=name) for name, s in SAMPLES.items()])
def test_truncated_files_are_refused(sample: image_samples.Sample, share: float, tmp_path: Path) -> None:
    """Else a half-copied photograph is labelled with its lower part grey, and nobody notices."""
    path = tmp_path / f"half{sample.suffix}"
    path.write_bytes(sample.data[: int(len(sample.data) * share)])
    try:
        pixels = read_image(path)
    except ImageUnreadableError as error:
        assert_one_sentence(error, path.name)
    else:
        difference = np.abs(pixels.astype(int) - sample.truth.astype(int))  # what was cut off was no pixel
        assert difference.max() <= sample.tolerance


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\0",
        b"\0" * 5000,
        b"GIF89a",
        b"\xff\xd8\xff",
        b"\x89PNG\r\n\x1a\n",
        b"II*\0",
        b"BM",
        b"RIFF0000WEBP",
        b"MM\0*",
    ],
)
@pytest.mark.parametrize("suffix", [".jpg", ".png", ".tif", ".webp", ".bmp", ".gif"])
def test_stumps_are_refused(data: bytes, suffix: str, tmp_path: Path) -> None:
    """Else an empty file left by a full disk stops the program."""
    path = tmp_path / f"stump{suffix}"
    path.write_bytes(data)
    for reader in (*READERS, probe_image):
        with pytest.raises(ImageUnreadableError) as caught:
            reader(path)
        assert_one_sentence(caught.value, path.name)


@pytest.mark.parametrize("text", ["<html>not found</html>", "%PDF-1.4", "#?RADIANCE\n\n-Y 2 +X 2\n", "P6 2 2 255\n"])
def test_other_kinds_are_refused(text: str, tmp_path: Path) -> None:
    """Else a web page saved under an image's name ends in a traceback."""
    (tmp_path / "page.jpg").write_text(text)
    with pytest.raises(ImageUnreadableError):
        read_image(tmp_path / "page.jpg")


def forged(kind: str, width: int, height: int) -> bytes:
    """Return a small file whose header claims a size."""
    if kind == "png":
        header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
        chunks = [(b"IHDR", header), (b"IDAT", zlib.compress(bytes(1000))), (b"IEND", b"")]
        return b"\x89PNG\r\n\x1a\n" + b"".join(image_samples.png_chunk(k, body) for k, body in chunks)
    if kind == "bmp":
        data = bytearray(image_samples.saved(PilImage.new("RGB", (4, 4)), "BMP"))
        data[18:26] = struct.pack("<ii", width, height)
        return bytes(data)
    if kind == "gif":
        data = bytearray(image_samples.saved(PilImage.new("L", (4, 4)), "GIF"))
        data[6:10] = struct.pack("<HH", width, height)
        return bytes(data)
    values = np.zeros((4, 4), np.uint8 if kind == "tiff" else np.float16)
    return (
        image_samples.tiff(values)
        .replace(struct.pack("<HHII", 256, 4, 1, 4), struct.pack("<HHII", 256, 4, 1, width))
        .replace(struct.pack("<HHII", 257, 4, 1, 4), struct.pack("<HHII", 257, 4, 1, height))
    )


@pytest.fixture
def decoders(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Which decoders of pixels are called; they take the memory and the time before they find a file damaged."""
    called: list[str] = []

    def watch(owner: Any, name: str) -> None:
        real = getattr(owner, name)

        def decode(*arguments: Any, **named: Any) -> Any:
            called.append(name)
            return real(*arguments, **named)

        monkeypatch.setattr(owner, name, decode)

    watch(PilImage.Image, "load")
    watch(ImageFile.ImageFile, "load")
    watch(cv2, "imdecode")
    watch(tifffile.TiffPage, "asarray")
    return called


@pytest.fixture
def little_memory() -> Iterator[None]:
    """See that Python and numpy take less than 8 MB at any time; the files are smaller than 1 MB."""
    tracemalloc.start()
    try:
        yield
        assert tracemalloc.get_traced_memory()[1] < 8_000_000
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize("kind", ["png", "bmp", "gif", "tiff", "tiff half float"])
def test_bombs_are_refused_at_once(kind: str, tmp_path: Path, decoders: list[str], little_memory: None) -> None:
    """Else a forged or gigantic file eats all memory and takes unsaved work of other programs with it."""
    path = tmp_path / "bomb.png"
    path.write_bytes(forged(kind, 65000, 65000))
    decoders.clear()  # Pillow's saving calls one
    for reader in (*READERS, probe_image):
        with pytest.raises(ImageTooLargeError) as caught:
            reader(path)
        assert_one_sentence(caught.value, "bomb.png")
        assert "65000 x 65000" in str(caught.value)
    assert decoders == []


def test_a_png_that_claims_a_giant_chunk_is_refused_at_once(
    tmp_path: Path, decoders: list[str], little_memory: None
) -> None:
    """Else one flipped bit in a deep PNG takes four gigabytes and four seconds before it is refused."""
    data = image_samples.png16(image_samples.rgb16())
    at = data.index(b"IDAT") - 4
    path = tmp_path / "flipped.png"
    path.write_bytes(data[:at] + struct.pack(">I", 0x7FFFFF00) + data[at + 4 :])
    with pytest.raises(ImageUnreadableError):
        read_image(path)
    assert decoders == []
    path.write_bytes(data)
    read_image(path)
    assert decoders  # the whole file is given to one of them


def test_the_limit_is_inclusive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Else an image of exactly the size the message names as taken is refused."""
    image_io.write_png(tmp_path / "a.png", np.zeros((10, 10), np.uint8))
    monkeypatch.setattr(image_io, "MAX_PIXELS", 100)
    assert read_image(tmp_path / "a.png").shape == (10, 10, 3)
    monkeypatch.setattr(image_io, "MAX_PIXELS", 99)
    for reader in (*READERS, probe_image):
        with pytest.raises(ImageTooLargeError):
            reader(tmp_path / "a.png")


def test_gigantic_files_are_refused_unread(tmp_path: Path) -> None:
    """Else a mistaken 20 GB file in the folder is read into memory whole."""
    path = tmp_path / "huge.tif"
    with path.open("wb") as file:
        file.truncate(20_000_000_000)
    with pytest.raises(ImageTooLargeError, match=r"20\.0 GB"):
        probe_image(path)


def test_missing_file(tmp_path: Path) -> None:
    """Else a deleted photograph is called damaged, and nobody looks for it."""
    for reader in (*READERS, probe_image):
        with pytest.raises(ImageMissingError, match="not where the project expects it"):
            reader(tmp_path / "gone.jpg")


def test_a_folder_named_like_an_image(tmp_path: Path) -> None:
    """Else a folder called x.jpg stops the program."""
    (tmp_path / "folder.jpg").mkdir()
    for reader in (*READERS, probe_image):
        with pytest.raises(ImageUnreadableError) as caught:
            reader(tmp_path / "folder.jpg")
        assert_one_sentence(caught.value, "folder.jpg")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
@pytest.mark.timeout(120)
def test_a_pipe_named_like_an_image(tmp_path: Path) -> None:
    """Else the image loader waits for ever, and no other image opens."""
    os.mkfifo(tmp_path / "pipe.jpg")
    with pytest.raises(ImageUnreadableError, match="is no file"):
        read_image(tmp_path / "pipe.jpg")


@pytest.mark.parametrize("path", ["a\0b.png", "n" * 300 + ".png", "/dev/null"])
def test_impossible_paths(path: str) -> None:
    """Else a damaged project, with names no system takes, ends in a traceback."""
    with pytest.raises(ImageError):
        read_image(Path(path))


def test_a_file_that_may_not_be_read(tmp_path: Path) -> None:
    """Else a photograph of another user on the same computer ends in a traceback."""
    path = tmp_path / "private.png"
    image_io.write_png(path, np.zeros((2, 2), np.uint8))
    path.chmod(0)
    if os.access(path, os.R_OK):
        pytest.skip("this user may read everything")
    with pytest.raises(ImageUnreadableError, match="can't be opened"):
        read_image(path)


@pytest.mark.parametrize(
    "block", [b"Exif\0\0rubbish", b"Exif\0\0MM\0*\0\0\0\x08\xff\xff", b"Exif\0\0II*\0\xff\xff\xff\xff"]
)
@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_a_damaged_exif_block_spoils_no_pixel(kind: str, block: bytes, tmp_path: Path) -> None:
    """Else a good photograph is refused because a phone wrote odd metadata."""
    path = tmp_path / "odd.img"
    path.write_bytes(image_samples.saved(PilImage.fromarray(image_samples.rgb8()), kind, exif=block))
    assert read_image(path).shape == (image_samples.HEIGHT, image_samples.WIDTH, 3)
    assert (probe_image(path).height, probe_image(path).width) == (image_samples.HEIGHT, image_samples.WIDTH)


@pytest.mark.parametrize("orientation", [0, 9, 65535])
def test_an_unknown_orientation_is_as_stored(orientation: int, tmp_path: Path) -> None:
    """Else a photograph with orientation 0, as old scanners write it, can't be opened."""
    for name, sample in {
        "a.jpg": image_samples.saved(
            PilImage.fromarray(image_samples.rgb8()), "JPEG", exif=image_samples.exif_block(orientation)
        ),
        "b.tif": image_samples.tiff(image_samples.rgb16(), photometric="rgb", orientation=orientation),
    }.items():
        (tmp_path / name).write_bytes(sample)
        assert read_image(tmp_path / name).shape == (image_samples.HEIGHT, image_samples.WIDTH, 3)


def test_mutated_files_raise_only_image_errors(tmp_path: Path) -> None:
    """Else one flipped bit on a memory card ends the program."""
    generator = random.Random(20240607)
    path = tmp_path / "mutated"
    for sample in SAMPLES.values():
        for _ in range(25):
            data = bytearray(sample.data)
            for _ in range(generator.randint(1, 5)):
                near_the_start = generator.random() < 0.6
                at = generator.randrange(min(len(data), 300) if near_the_start else len(data))
                data[at] = generator.choice((0, 1, 127, 128, 255, generator.randrange(256)))
            path.write_bytes(data)
            try:
                probe = probe_image(path)
                pixels = read_image(path)
            except ImageError:
                continue
            assert pixels.shape == (probe.height, probe.width, 3)


@settings(max_examples=300, deadline=None)
@given(st.binary(max_size=400), st.sampled_from([b"", b"II*\0", b"MM\0*", b"\x89PNG\r\n\x1a\n", b"GIF89a", b"BM"]))
def test_garbage_raises_only_image_errors(data: bytes, start: bytes) -> None:
    """Else a file of another program, renamed to an image, ends the program."""
    try:
        pixels = decode_image(start + data, "garbage")
    except ImageError:
        return
    assert pixels.ndim == 3 and pixels.shape[2] == 3
