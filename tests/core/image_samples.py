"""Image files of every kind the decoder takes, as bytes, each with what a person should see, made with numpy."""

from __future__ import annotations

import io
import struct
import zlib
from typing import Any, NamedTuple

import cv2
import numpy as np
import numpy.typing as npt
import tifffile
from PIL import Image as PilImage

Pixels = npt.NDArray[Any]

HEIGHT, WIDTH = 24, 40
ORIENTATION_TAG = 0x0112


class Sample(NamedTuple):
    """A file's bytes, the pixels it shows, and by how much a lossy one may differ."""

    suffix: str
    data: bytes
    truth: Pixels
    tolerance: int = 0


def upright(stored: Pixels, orientation: int) -> Pixels:
    """Return what the EXIF standard shows for stored pixels and an orientation of 1..8."""
    turned = {
        1: stored,
        2: stored[:, ::-1],
        3: np.rot90(stored, 2),
        4: stored[::-1],
        5: np.rot90(stored[:, ::-1], 1),
        6: np.rot90(stored, -1),
        7: np.rot90(stored[:, ::-1], -1),
        8: np.rot90(stored, 1),
    }[orientation]
    return np.ascontiguousarray(turned)


def rgb8() -> Pixels:
    """Blocks of 8 x 8 pixels in random colours, so that JPEG keeps them; no symmetry."""
    blocks = np.random.default_rng(7).integers(0, 256, (HEIGHT // 8, WIDTH // 8, 3), dtype=np.uint8)
    return blocks.repeat(8, axis=0).repeat(8, axis=1)


def rgb16() -> Pixels:
    """Random 16-bit colours."""
    return np.random.default_rng(8).integers(0, 65536, (HEIGHT, WIDTH, 3), dtype=np.uint16)


def windowed(values: Pixels) -> Pixels:
    """Return 8-bit RGB of deep values: the 0.1 percentile black, the 99.9 percentile white."""
    exact = values.astype(np.float64)
    low, high = np.percentile(exact[np.isfinite(exact)], (0.1, 99.9))
    shown = np.rint(np.clip(np.nan_to_num((exact - low) / (high - low), nan=0.0), 0, 1) * 255).astype(np.uint8)
    return gray_as_rgb(shown) if shown.ndim == 2 else shown


def gray_as_rgb(gray: Pixels) -> Pixels:
    """Return a grey plane as RGB."""
    return np.repeat(gray[..., None], 3, axis=2)


def on_white(rgb: Pixels, alpha: Pixels) -> Pixels:
    """Return what shows of colours with an 8-bit alpha on white paper."""
    share = alpha.astype(np.float64)[..., None] / 255
    return np.rint(rgb * share + 255 * (1 - share)).astype(np.uint8)


def saved(image: PilImage.Image, kind: str, **options: Any) -> bytes:
    """Return the bytes Pillow writes."""
    buffer = io.BytesIO()
    image.copy().save(buffer, kind, **options)  # a copy: Pillow keeps options of a save in the image
    return buffer.getvalue()


def tiff(values: Pixels, *, orientation: int | None = None, **options: Any) -> bytes:
    """Return the bytes tifffile writes."""
    buffer = io.BytesIO()
    tags = [(ORIENTATION_TAG, "H", 1, orientation, True)] if orientation else []
    tifffile.imwrite(buffer, values, extratags=tags, **options)
    return buffer.getvalue()


def png16(values: Pixels) -> bytes:
    """Return a 16-bit PNG of grey, RGB or RGBA values."""
    ok, data = cv2.imencode(".png", values if values.ndim == 2 else values[..., [2, 1, 0, 3][: values.shape[2]]])
    assert ok
    return bytes(data.tobytes())


def png_chunk(kind: bytes, body: bytes) -> bytes:
    """Return a PNG chunk with its length and checksum."""
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


def png_gray_alpha16(gray: Pixels, alpha: Pixels) -> bytes:
    """Return a PNG of 16-bit grey with alpha, which no library here writes."""
    height, width = gray.shape
    rows = np.stack([gray, alpha], axis=2).astype(">u2").tobytes()
    lines = b"".join(b"\0" + rows[i : i + width * 4] for i in range(0, len(rows), width * 4))
    header = struct.pack(">IIBBBBB", width, height, 16, 4, 0, 0, 0)
    chunks = [(b"IHDR", header), (b"IDAT", zlib.compress(lines)), (b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(png_chunk(kind, body) for kind, body in chunks)


def tiff_lzw(values: Pixels) -> bytes:
    """Return an LZW-compressed TIFF of RGB values, which tifffile neither writes nor reads by itself."""
    ok, data = cv2.imencode(".tif", values[..., ::-1], [cv2.IMWRITE_TIFF_COMPRESSION, 5])
    assert ok
    return bytes(data.tobytes())


def exif_block(orientation: int) -> bytes:
    """Return an EXIF block that says nothing but the orientation."""
    exif = PilImage.Exif()
    exif[ORIENTATION_TAG] = orientation
    return exif.tobytes()


def with_png_exif(png: bytes, orientation: int, at: int = 33) -> bytes:
    """Return a PNG with an eXIf chunk put in, after its header by default; -12 is before its end."""
    return png[:at] + png_chunk(b"eXIf", exif_block(orientation).removeprefix(b"Exif\0\0")) + png[at:]


def oriented_samples(orientation: int) -> dict[str, Sample]:
    """Return files of every kind that can carry an orientation, all with this one."""
    stored, deep = rgb8(), rgb16()
    image, exif = PilImage.fromarray(stored), exif_block(orientation)
    shown, shown16 = upright(stored, orientation), windowed(upright(deep, orientation))
    shown_gray16 = windowed(upright(deep[..., 0], orientation))
    half = (deep[..., 0] / 65536).astype(np.float16)
    five = np.dstack([stored, stored[..., :2]])
    return {
        "jpeg": Sample(".jpg", saved(image, "JPEG", quality=100, subsampling=0, exif=exif), shown, 6),
        "png": Sample(".png", saved(image, "PNG", exif=exif), shown),
        "webp": Sample(".webp", saved(image, "WEBP", lossless=True, exif=exif), shown),
        "tiff": Sample(".tif", tiff(stored, photometric="rgb", orientation=orientation), shown),
        "tiff deflate": Sample(
            ".tif", tiff(stored, photometric="rgb", orientation=orientation, compression="deflate"), shown
        ),
        "png 16": Sample(".png", with_png_exif(png16(deep), orientation), shown16, 1),
        "png, EXIF behind the pixels": Sample(".png", with_png_exif(saved(image, "PNG"), orientation, -12), shown),
        "png gray 16": Sample(".png", with_png_exif(png16(deep[..., 0]), orientation), shown_gray16, 1),
        "tiff 16": Sample(".tif", tiff(deep, photometric="rgb", orientation=orientation), shown16, 1),
        "tiff gray 16": Sample(".tif", tiff(deep[..., 0], orientation=orientation), shown_gray16, 1),
        "tiff half float": Sample(".tif", tiff(half, orientation=orientation), windowed(upright(half, orientation)), 1),
        "tiff 5 channels": Sample(
            ".tif", tiff(five, photometric="minisblack", planarconfig="contig", orientation=orientation), shown
        ),
    }


def plain_samples() -> dict[str, Sample]:
    """Return files of every kind, 8 bits a channel and no orientation."""
    rgb, random = rgb8(), np.random.default_rng(9)
    gray, alpha = rgb[..., 0], random.integers(0, 256, (HEIGHT, WIDTH), dtype=np.uint8)
    other = PilImage.fromarray(255 - rgb)
    image = PilImage.fromarray(rgb)
    bits = gray > 127
    quality: dict[str, Any] = {"quality": 100, "subsampling": 0}
    return {
        "jpeg": Sample(".jpg", saved(image, "JPEG", **quality), rgb, 4),
        "jpeg progressive": Sample(".jpeg", saved(image, "JPEG", progressive=True, **quality), rgb, 4),
        "jpeg gray": Sample(".jpg", saved(PilImage.fromarray(gray), "JPEG", quality=100), gray_as_rgb(gray), 4),
        "jpeg of a phone (MPO)": Sample(
            ".jpg", saved(image, "MPO", save_all=True, append_images=[other], **quality), rgb, 4
        ),
        "bmp": Sample(".bmp", saved(image, "BMP"), rgb),
        "webp": Sample(".webp", saved(image, "WEBP", lossless=True), rgb),
        "webp animated": Sample(
            ".webp", saved(image, "WEBP", save_all=True, append_images=[other], lossless=True), rgb
        ),
        "png": Sample(".png", saved(image, "PNG"), rgb),
        "png animated": Sample(".png", saved(image, "PNG", save_all=True, append_images=[other]), rgb),
        "png gray": Sample(".png", saved(PilImage.fromarray(gray), "PNG"), gray_as_rgb(gray)),
        "png 1 bit": Sample(".png", saved(PilImage.fromarray(bits), "PNG"), gray_as_rgb(bits.astype(np.uint8) * 255)),
        "png alpha": Sample(".png", saved(PilImage.fromarray(np.dstack([rgb, alpha])), "PNG"), on_white(rgb, alpha), 1),
        "webp alpha": Sample(
            ".webp",
            saved(PilImage.fromarray(np.dstack([rgb, alpha])), "WEBP", lossless=True, exact=True),
            on_white(rgb, alpha),
            1,
        ),
        "png gray alpha": Sample(
            ".png",
            saved(PilImage.fromarray(np.dstack([gray, alpha])), "PNG"),
            on_white(gray_as_rgb(gray), alpha),
            1,
        ),
        "png rgb with a transparent colour": _png_color_key(rgb),
        "gif, first frame": Sample(
            ".gif", saved(PilImage.fromarray(gray), "GIF", save_all=True, append_images=[other]), gray_as_rgb(gray)
        ),
        "tiff": Sample(".tif", tiff(rgb, photometric="rgb"), rgb),
        "tiff tiled": Sample(".tif", tiff(rgb, photometric="rgb", tile=(16, 16)), rgb),
        "tiff planar": Sample(".tif", tiff(rgb.transpose(2, 0, 1), photometric="rgb", planarconfig="separate"), rgb),
        "tiff lzw": Sample(".tif", saved(image, "TIFF", compression="tiff_lzw"), rgb),
        "tiff 1 bit": Sample(
            ".tif",
            saved(PilImage.fromarray(bits), "TIFF", compression="group4"),
            gray_as_rgb(bits.astype(np.uint8) * 255),
        ),
        "tiff pages": Sample(".tif", tiff(np.stack([rgb, 255 - rgb]), photometric="rgb"), rgb),
        "big tiff": Sample(".tif", tiff(rgb, photometric="rgb", bigtiff=True), rgb),
        "tiff 5 channels": Sample(
            ".tif",
            tiff(np.dstack([rgb, rgb[..., :2]]), photometric="minisblack", planarconfig="contig"),
            rgb,
        ),
        "tiff 5 planes": Sample(
            ".tif",
            tiff(np.dstack([rgb, gray, gray]).transpose(2, 0, 1), photometric="minisblack", planarconfig="separate"),
            rgb,
        ),
        **_palette_samples(),
        **_cmyk_samples(),
    }


def _png_color_key(rgb: Pixels) -> Sample:
    """An RGB file in which one colour stands for nothing."""
    key = tuple(int(v) for v in rgb[0, 0])
    truth = rgb.copy()
    truth[(rgb == rgb[0, 0]).all(axis=2)] = 255
    return Sample(".png", saved(PilImage.fromarray(rgb), "PNG", transparency=key), truth)


def _palette_samples() -> dict[str, Sample]:
    """Palette files, plain and with transparent entries."""
    random = np.random.default_rng(10)
    indices = random.integers(0, 16, (HEIGHT, WIDTH), dtype=np.uint8)
    colors = random.integers(0, 256, (256, 3), dtype=np.uint8)
    alphas = random.integers(0, 256, 256, dtype=np.uint8)
    image = PilImage.fromarray(indices)
    image.putpalette(colors.tobytes(), "RGB")
    clear = np.full(256, 255, np.uint8)
    clear[3] = 0
    return {
        "png palette": Sample(".png", saved(image, "PNG"), colors[indices]),
        "png palette alpha": Sample(
            ".png", saved(image, "PNG", transparency=alphas.tobytes()), on_white(colors[indices], alphas[indices]), 1
        ),
        "gif transparent": Sample(
            ".gif", saved(image, "GIF", transparency=3, optimize=False), on_white(colors[indices], clear[indices])
        ),
        "tiff palette": Sample(".tif", saved(image, "TIFF"), colors[indices]),
    }


def _cmyk_samples() -> dict[str, Sample]:
    """Print files: JPEG keeps CMYK inverted, as Adobe does, TIFF plain."""
    ink = np.dstack([rgb8(), rgb8()[::-1, ::-1, 0] // 3])
    share = ink.astype(np.float64) / 255
    truth = np.rint(255 * (1 - share[..., :3]) * (1 - share[..., 3:])).astype(np.uint8)
    image = PilImage.fromarray(ink, "CMYK")
    return {
        "jpeg cmyk": Sample(".jpg", saved(image, "JPEG", quality=100), truth, 6),
        "jpeg cmyk with a damaged profile": Sample(
            ".jpg", saved(image, "JPEG", quality=100, icc_profile=b"no profile"), truth, 6
        ),
        "tiff cmyk": Sample(".tif", saved(image, "TIFF"), truth, 2),
    }


def _tiff_cmyk16() -> Sample:
    """A print file of 16 bits a channel."""
    ink = np.dstack([rgb16(), rgb16()[::-1, ::-1, 0] // 3])
    share = ink.astype(np.float64) / 65535
    truth = np.rint(255 * (1 - share[..., :3]) * (1 - share[..., 3:])).astype(np.uint8)
    return Sample(".tif", tiff(ink, photometric="separated"), truth, 3)


def deep_samples() -> dict[str, Sample]:
    """Return files of more than 8 bits a channel."""
    deep = rgb16()
    gray, twelve = deep[..., 0], deep[..., 0] >> 4
    alpha = np.random.default_rng(11).integers(0, 65536, (HEIGHT, WIDTH), dtype=np.uint16)
    floats = gray.astype(np.float32) / 1000 - 20
    holed = floats.copy()
    holed[0, :3] = np.nan, np.inf, -np.inf
    return {
        "png gray 16": Sample(".png", png16(gray), windowed(gray), 1),
        "png rgb 16": Sample(".png", png16(deep), windowed(deep), 1),
        "png rgba 16": Sample(
            ".png", png16(np.dstack([deep, alpha])), on_white(windowed(deep), alpha / np.float64(257)), 1
        ),
        "png gray alpha 16": Sample(
            ".png",
            png_gray_alpha16(gray, alpha),
            on_white(windowed(gray), alpha / np.float64(257)),
            1,
        ),
        "png 12 bits in 16": Sample(".png", png16(twelve), windowed(twelve), 1),
        "tiff gray 16": Sample(".tif", tiff(gray), windowed(gray), 1),
        "tiff gray 16 big-endian": Sample(".tif", tiff(gray, byteorder=">"), windowed(gray), 1),
        "tiff rgb 16": Sample(".tif", tiff(deep, photometric="rgb"), windowed(deep), 1),
        "tiff rgb 16 deflate": Sample(".tif", tiff(deep, photometric="rgb", compression="deflate"), windowed(deep), 1),
        "tiff rgb 16 planar": Sample(
            ".tif", tiff(deep.transpose(2, 0, 1), photometric="rgb", planarconfig="separate"), windowed(deep), 1
        ),
        "tiff 12 bits in 16": Sample(".tif", tiff(twelve), windowed(twelve), 1),
        "tiff rgba 16": Sample(
            ".tif",
            tiff(np.dstack([deep, alpha]), photometric="rgb", extrasamples=["unassalpha"]),
            on_white(windowed(deep), alpha / np.float64(257)),
            1,
        ),
        "tiff rgb and infrared 16": Sample(
            ".tif",
            tiff(np.dstack([deep, alpha]), photometric="rgb", extrasamples=["unspecified"]),
            windowed(deep),
            1,
        ),
        "tiff rgb 16 lzw": Sample(".tif", tiff_lzw(deep), windowed(deep), 1),
        "tiff white is zero 16": Sample(".tif", tiff(65535 - gray, photometric="miniswhite"), windowed(gray), 1),
        "tiff cmyk 16": _tiff_cmyk16(),
        "tiff 16 pages": Sample(".tif", tiff(np.stack([gray, gray[::-1]])), windowed(gray), 1),
        "tiff signed 16": Sample(".tif", tiff(gray.view(np.int16)), windowed(gray.view(np.int16)), 1),
        "tiff 32": Sample(".tif", tiff(gray.astype(np.uint32) * 65536), windowed(gray.astype(np.uint32) * 65536), 1),
        "tiff 32, large with small differences": Sample(
            ".tif", tiff(gray.astype(np.uint32) // 256 + 4_000_000_000), windowed(gray // 256), 1
        ),
        "tiff double, beyond single": Sample(
            ".tif", tiff(gray.astype(np.float64) * 1e300), windowed(gray.astype(np.float64) * 1e300), 1
        ),
        "tiff float": Sample(".tif", tiff(floats), windowed(floats), 1),
        "tiff double": Sample(".tif", tiff(floats.astype(np.float64)), windowed(floats), 1),
        "tiff half float": Sample(".tif", tiff(floats.astype(np.float16)), windowed(floats.astype(np.float16)), 1),
        "tiff float with gaps": Sample(".tif", tiff(holed), windowed(holed), 1),
        "tiff rgb float": Sample(
            ".tif", tiff(deep.astype(np.float32), photometric="rgb"), windowed(deep.astype(np.float32)), 1
        ),
        "tiff 5 channels 16": Sample(
            ".tif",
            tiff(np.dstack([deep, gray, gray]), photometric="minisblack", planarconfig="contig"),
            windowed(deep),
            1,
        ),
    }


def all_samples() -> dict[str, Sample]:
    """Return every sample, orientation 6 for those that can be turned."""
    turned = {f"{name}, turned": sample for name, sample in oriented_samples(6).items()}
    return plain_samples() | deep_samples() | turned
