"""The decoder shows every kind of file as a person would see it, and leaves the file alone."""

from __future__ import annotations

import hashlib
import subprocess
import sys
import warnings
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import image_samples
import numpy as np
import pytest
from image_samples import Sample
from patience import PROGRAM_S
from PIL import Image as PilImage

from sam_annotator.core import image_io
from sam_annotator.core.image_io import (
    is_supported,
    probe_image,
    read_image,
    read_thumbnail,
    write_png,
)

SAMPLES = image_samples.all_samples()
ORIENTED = [
    pytest.param(sample, id=f"{name}, {orientation}")
    for orientation in range(1, 9)
    for name, sample in image_samples.oriented_samples(orientation).items()
]
every_sample = pytest.mark.parametrize("sample", [pytest.param(s, id=name) for name, s in SAMPLES.items()])


def written(folder: Path, sample: Sample) -> Path:
    path = folder / f"photo{sample.suffix}"
    path.write_bytes(sample.data)
    return path


def assert_shows(pixels: image_samples.Pixels, sample: Sample) -> None:
    assert pixels.dtype == np.uint8
    assert pixels.shape == sample.truth.shape
    assert pixels.flags.c_contiguous
    difference = np.abs(pixels.astype(int) - sample.truth.astype(int))
    assert difference.max() <= sample.tolerance


@pytest.mark.parametrize("sample", ORIENTED)
def test_orientation_is_applied(sample: Sample, tmp_path: Path) -> None:
    """Else a phone's photograph lies on its side, or masks are stored for other pixels than those on screen."""
    assert_shows(read_image(written(tmp_path, sample)), sample)


@every_sample
def test_every_kind_shows_its_colors(sample: Sample, tmp_path: Path) -> None:
    """Else a kind of file is black, white, washed out or in wrong colours on screen."""
    assert_shows(read_image(written(tmp_path, sample)), sample)


@every_sample
def test_probe_agrees_with_the_pixels(sample: Sample, tmp_path: Path) -> None:
    """Else the project stores another size than the masks have, and an export can't be read."""
    path = written(tmp_path, sample)
    probe = probe_image(path)
    assert (probe.height, probe.width) == sample.truth.shape[:2]
    assert probe.sha256 == hashlib.sha256(sample.data).hexdigest()


@pytest.mark.parametrize("sample", ORIENTED)
def test_probe_agrees_on_turned_files(sample: Sample, tmp_path: Path) -> None:
    """Else portrait photographs are stored as landscape."""
    probe = probe_image(written(tmp_path, sample))
    assert (probe.height, probe.width) == sample.truth.shape[:2]


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "TIFF", "BMP", "GIF", "WEBP"])
def test_probe_decodes_no_pixels(kind: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Else opening a folder of large PNG files takes minutes instead of seconds."""
    path = tmp_path / "photo"
    path.write_bytes(image_samples.saved(PilImage.fromarray(image_samples.rgb8()), kind))
    monkeypatch.setattr("PIL.ImageFile.ImageFile.load", lambda image: pytest.fail("decoded"))
    assert probe_image(path).width == image_samples.WIDTH


@every_sample
def test_thumbnail_is_the_picture_made_small(sample: Sample, tmp_path: Path) -> None:
    """Else the filmstrip shows another picture than the canvas."""
    small = read_thumbnail(written(tmp_path, sample), 16)
    height, width = sample.truth.shape[:2]
    assert max(small.shape[:2]) == 16
    assert small.shape[:2] == (round(height * 16 / max(height, width)), round(width * 16 / max(height, width)))
    assert small.dtype == np.uint8
    expected = PilImage.fromarray(sample.truth).resize(small.shape[1::-1], PilImage.Resampling.BOX)
    assert np.abs(small.astype(int) - np.asarray(expected, int)).mean() < 16


@every_sample
def test_the_users_file_is_left_alone(sample: Sample, tmp_path: Path) -> None:
    """Else opening a photograph changes it, or its date."""
    path = written(tmp_path, sample)
    before = path.stat()
    read_image(path), probe_image(path), read_thumbnail(path, 8)
    assert path.read_bytes() == sample.data
    assert (path.stat().st_mtime_ns, path.stat().st_size) == (before.st_mtime_ns, before.st_size)
    assert [entry.name for entry in tmp_path.iterdir()] == [path.name]


def test_large_jpeg_thumbnail(tmp_path: Path) -> None:
    """Else thumbnails of photographs, decoded at a fraction for speed, are shifted, turned or of a wrong size."""
    yy, xx = np.mgrid[0:1200, 0:1800]
    picture = np.stack([xx * 255 // 1800, yy * 255 // 1200, (xx // 300 + yy // 300) % 2 * 255], axis=2).astype(np.uint8)
    data = image_samples.saved(PilImage.fromarray(picture), "JPEG", quality=95, exif=image_samples.exif_block(6))
    path = written(tmp_path, Sample(".jpg", data, picture))
    small, full = read_thumbnail(path, 160), read_image(path)
    expected = PilImage.fromarray(full).resize((107, 160), PilImage.Resampling.BOX)
    assert small.shape == (160, 107, 3)
    assert np.abs(small.astype(int) - np.asarray(expected, int)).mean() < 4


@pytest.mark.parametrize("shape", [(1, 1), (1, 3000), (3000, 1)])
def test_thin_images(shape: tuple[int, int], tmp_path: Path) -> None:
    """Else a picture one pixel high, such as a line scan, has no thumbnail and stops the strip."""
    write_png(tmp_path / "thin.png", np.full(shape, 200, np.uint8))
    small = read_thumbnail(tmp_path / "thin.png", 64)
    assert max(small.shape[:2]) == min(64, max(shape)) and min(small.shape[:2]) == 1
    assert (small == 200).all()


@pytest.mark.parametrize("value", [0, 7, 65535])
def test_a_constant_deep_image(value: int, tmp_path: Path) -> None:
    """Else an even 16-bit frame, a dark frame for instance, divides by zero and is lost."""
    (tmp_path / "even.tif").write_bytes(image_samples.tiff(np.full((8, 9), value, np.uint16)))
    pixels = read_image(tmp_path / "even.tif")
    assert pixels.shape == (8, 9, 3) and len(np.unique(pixels)) == 1


def test_a_float_image_of_gaps_only(tmp_path: Path) -> None:
    """Else a frame without one valid value stops the program instead of showing black."""
    (tmp_path / "nan.tif").write_bytes(image_samples.tiff(np.full((8, 9), np.nan, np.float32)))
    assert not read_image(tmp_path / "nan.tif").any()


def test_hot_pixels_do_not_make_it_black(tmp_path: Path) -> None:
    """Else one hot pixel of a microscope's camera turns the whole image black."""
    values = np.random.default_rng(0).integers(100, 200, (100, 100), dtype=np.uint16)
    values[50, 50] = 65535
    (tmp_path / "hot.tif").write_bytes(image_samples.tiff(values))
    assert 100 < read_image(tmp_path / "hot.tif").mean() < 160


@pytest.mark.parametrize(
    "name", ["写真 фото é.png", "a" * 240 + ".png", "space and 'quote\".png", "🐈.png", "dot.in.name.png", "-rf.png"]
)
def test_any_name_opens(name: str, tmp_path: Path) -> None:
    """Else files with Chinese, accented or very long names can't be labelled."""
    write_png(tmp_path / name, image_samples.rgb8())
    assert (read_image(tmp_path / name) == image_samples.rgb8()).all()
    assert probe_image(tmp_path / name).width == image_samples.WIDTH


def test_a_name_that_is_no_unicode_opens(tmp_path: Path) -> None:
    """Else a file copied from an old camera's card, with a name in another encoding, can't be labelled."""
    path = tmp_path / b"caf\xe9.png".decode("utf-8", "surrogateescape")
    try:
        write_png(path, image_samples.rgb8())
    except OSError:
        pytest.skip("this file system takes Unicode names only")
    assert (read_image(path) == image_samples.rgb8()).all()


def test_a_deep_path_opens(tmp_path: Path) -> None:
    """Else images far down in a tree of folders can't be opened."""
    folder = tmp_path
    while len(str(folder)) < 3000:
        folder = folder / ("d" * 200)
    folder.mkdir(parents=True)
    write_png(folder / "a.png", image_samples.rgb8())
    assert (read_image(folder / "a.png") == image_samples.rgb8()).all()


@pytest.mark.parametrize("name", ["a.jpg", "a.JPG", "a.jpeg", "a.png", "a.TIF", "a.tiff", "a.webp", "a.bmp", "a.gif"])
def test_supported_names(name: str) -> None:
    """Else a folder's images are passed over because of how their names are written."""
    assert is_supported(Path(name))


@pytest.mark.parametrize("name", ["a.txt", "a", ".jpg", "a.jpg.part", "a.json", "jpg"])
def test_other_names(name: str) -> None:
    """Else notes and half-done downloads turn up as damaged images."""
    assert not is_supported(Path(name))


def test_limits_are_what_is_documented() -> None:
    """Else a frame of 300 megapixels, as the documentation promises, is refused."""
    assert image_io.MAX_PIXELS == 300_000_000


@pytest.mark.parametrize("suffix", [".tif", ".tiff"])
def test_a_tiff_pillow_does_not_know_in_one_bit(suffix: str, tmp_path: Path) -> None:
    """Else a mask another program saved as one-bit planes can't be opened."""
    planes = np.random.default_rng(3).random((5, 16, 24)) < 0.5
    (tmp_path / f"planes{suffix}").write_bytes(
        image_samples.tiff(planes, photometric="minisblack", planarconfig="separate")
    )
    truth = np.moveaxis(planes[:3], 0, -1).astype(np.uint8) * 255
    assert (read_image(tmp_path / f"planes{suffix}") == truth).all()
    assert probe_image(tmp_path / f"planes{suffix}").width == 24


def test_many_threads_decode_at_a_time(tmp_path: Path) -> None:
    """Else the loader, the thumbnails and the engine garble each other's images now and then."""
    paths = []
    for i, sample in enumerate(SAMPLES.values()):
        paths.append(tmp_path / f"{i}{sample.suffix}")
        paths[-1].write_bytes(sample.data)
    before = list(warnings.filters)
    with ThreadPoolExecutor(8) as pool:
        results = list(pool.map(read_image, paths * 4))
    for pixels, sample in zip(results, list(SAMPLES.values()) * 4, strict=True):
        assert_shows(pixels, sample)
    assert warnings.filters == before


def test_damaged_files_leave_the_terminal_alone(tmp_path: Path) -> None:
    """Else a command's JSON on a terminal is mixed with complaints of libraries."""
    bad = bytearray(image_samples.tiff(image_samples.rgb8(), photometric="rgb"))
    bad[bad.index(b"\x15\x01\x03\x00") + 8] = 128  # SamplesPerPixel
    (tmp_path / "bad.tif").write_bytes(bad)
    program = (
        "import sys\nfrom pathlib import Path\nfrom sam_annotator.core.image_io import probe_image, read_image\n"
        "from sam_annotator.core.errors import ImageError\n"
        "for read in (probe_image, read_image):\n"
        "    try: read(Path(sys.argv[1]))\n"
        "    except ImageError: print('refused')\n"
    )
    command = [sys.executable, "-c", program, str(tmp_path / "bad.tif")]
    done = subprocess.run(command, capture_output=True, text=True, timeout=PROGRAM_S)
    assert (done.returncode, done.stderr) == (0, "") and "refused" in done.stdout
