"""THE decoder: any supported image file -> HxWx3 uint8 RGB, as a person would see it.

Files are read as bytes and decoded from memory, so that any path the system can open works. Pillow decodes
(it refuses truncated files); cv2 decodes what is deeper than 8 bits, which Pillow would crush. Everybody reads
images through this module: the window, the engines and the exporters must see the same pixels.
"""

from __future__ import annotations

import hashlib
import io
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import numpy.typing as npt
import tifffile
from PIL import Image as PilImage
from PIL import ImageCms, ImageOps, UnidentifiedImageError

from sam_annotator.core.errors import ImageError, ImageMissingError, ImageTooLargeError, ImageUnreadableError

RgbImage = npt.NDArray[np.uint8]

SUPPORTED_SUFFIXES = frozenset(
    {".jpg", ".jpeg", ".jpe", ".jfif", ".png", ".tif", ".tiff", ".webp", ".bmp", ".dib", ".gif"}
)
MAX_PIXELS = 300_000_000
WINDOW_PERCENTILES = (0.1, 99.9)  # of a deep image's values: what is shown as black and as white

_EXIF_ORIENTATION = 0x0112
_DEEP_MODES = ("I", "F", "I;16", "I;16L", "I;16B", "I;16N")
_TIFF_MAGIC = (b"II*\0", b"MM\0*", b"II+\0", b"MM\0+")
_WINDOW_SAMPLES = 4_000_000

PilImage.MAX_IMAGE_PIXELS = None  # MAX_PIXELS is checked here, before anything is decoded
cv2.utils.logging.setLogLevel(cv2.utils.logging.LOG_LEVEL_SILENT)


@dataclass(frozen=True, slots=True)
class ImageProbe:
    """What is known of an image file without decoding it.

    Attributes:
        width: in pixels, after EXIF orientation.
        height: in pixels, after EXIF orientation.
        sha256: of the file's bytes.
    """

    width: int
    height: int
    sha256: str


def is_supported(path: Path) -> bool:
    """Whether the file's name ends like an image this program decodes."""
    return path.suffix.lower() in SUPPORTED_SUFFIXES


def read_image(path: Path) -> RgbImage:
    """Decode an image file.

    Args:
        path: a JPEG, PNG, TIFF, WebP, BMP or GIF file (of several frames or pages, the first).

    Returns:
        uint8 of shape (H, W, 3), RGB, contiguous. EXIF orientation is applied; transparency lies on white; values
        deeper than 8 bits are windowed between WINDOW_PERCENTILES.

    Raises:
        ImageMissingError: there is no such file.
        ImageTooLargeError: it has more than MAX_PIXELS pixels.
        ImageUnreadableError: it is damaged, empty or of an unknown kind.
    """
    return decode_image(_read_bytes(path), path.name)


def decode_image(data: bytes, name: str) -> RgbImage:
    """Decode the bytes of an image file; see `read_image`. `name` is for messages."""
    with _opened(data, name) as image:
        if image is None or _is_deep(image):
            return _decode_deep(data, name, image)
        image.load()
        upright = ImageOps.exif_transpose(image)
        return np.ascontiguousarray(np.asarray(_to_rgb(upright)))


def probe_image(path: Path) -> ImageProbe:
    """Read an image's size and content hash without decoding its pixels.

    Raises:
        ImageMissingError, ImageTooLargeError, ImageUnreadableError: as `read_image`.
    """
    data = _read_bytes(path)
    sha256 = hashlib.sha256(data).hexdigest()
    with _opened(data, path.name) as image:
        if image is not None:
            width, height = _upright_size(image)
            return ImageProbe(width, height, sha256)
    height, width = _decode_deep(data, path.name, None).shape[:2]
    return ImageProbe(width, height, sha256)


def read_thumbnail(path: Path, max_side: int) -> RgbImage:
    """Decode an image, reduced to fit a square of `max_side` pixels; JPEG files are decoded at a fraction.

    Raises:
        ImageMissingError, ImageTooLargeError, ImageUnreadableError: as `read_image`.
    """
    data = _read_bytes(path)
    with _opened(data, path.name) as image:
        if image is not None and not _is_deep(image):
            image.draft("RGB", (max_side * 2, max_side * 2))
            image.load()
            upright = _to_rgb(ImageOps.exif_transpose(image))
            upright.thumbnail((max_side, max_side), PilImage.Resampling.BILINEAR)
            return np.ascontiguousarray(np.asarray(upright))
    full = decode_image(data, path.name)
    scale = min(1.0, max_side / max(full.shape[:2]))
    size = (max(1, round(full.shape[1] * scale)), max(1, round(full.shape[0] * scale)))
    return np.asarray(cv2.resize(full, size, interpolation=cv2.INTER_AREA), np.uint8)


def write_png(path: Path, pixels: npt.NDArray[np.uint8]) -> None:
    """Write an array (H, W) or RGB (H, W, 3) as a PNG file.

    Raises:
        OSError: the file can't be written.
    """
    buffer = io.BytesIO()
    PilImage.fromarray(pixels).save(buffer, "PNG")
    path.write_bytes(buffer.getvalue())


def _read_bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError as e:
        raise ImageMissingError(
            f"{path.name} is not where the project expects it; put it back at {path}, or go on with the next image."
        ) from e
    except (OSError, ValueError) as e:
        reason = getattr(e, "strerror", None) or str(e)
        raise ImageUnreadableError(
            f"{path.name} can't be opened ({reason}); check the file, or go on with the next image."
        ) from e


@contextmanager
def _opened(data: bytes, name: str) -> Iterator[PilImage.Image | None]:
    """Open bytes with Pillow and turn whatever it raises into ImageErrors; None for a kind it doesn't know."""
    image: PilImage.Image | None = None
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            try:
                image = PilImage.open(io.BytesIO(data))
            except UnidentifiedImageError:
                image = None
            if image is not None:
                _check_size(image.width, image.height, name)
            yield image
    except (OSError, SyntaxError, ValueError, EOFError, IndexError, KeyError, TypeError, ArithmeticError) as e:
        raise _unreadable(name, str(e)) from e
    except MemoryError as e:
        raise ImageTooLargeError(
            f"{name} does not fit into this computer's memory; reduce it, or go on with the next image."
        ) from e
    finally:
        if image is not None:
            image.close()


def _unreadable(name: str, reason: str) -> ImageUnreadableError:
    short = " ".join(reason.split())[:120]
    detail = f" ({short})" if short else ""
    return ImageUnreadableError(
        f"{name} can't be read as an image{detail}; it is damaged or of another kind: replace it, "
        "or go on with the next image."
    )


def _check_size(width: int, height: int, name: str) -> None:
    if width * height > MAX_PIXELS:
        raise ImageTooLargeError(
            f"{name} has {width} x {height} pixels, more than the {MAX_PIXELS // 1_000_000} megapixels this program "
            "takes; cut it into tiles, or go on with the next image."
        )
    if width < 1 or height < 1:
        raise _unreadable(name, "it has no pixels")


def _is_deep(image: PilImage.Image) -> bool:
    """Whether the file holds more than 8 bits a channel."""
    if image.mode in _DEEP_MODES:
        return True
    return any(";16" in str(part) for tile in getattr(image, "tile", ()) for part in _flat(tile))


def _flat(value: Any) -> Iterator[Any]:
    if isinstance(value, (tuple, list)):
        for part in value:
            yield from _flat(part)
    else:
        yield value


def _upright_size(image: PilImage.Image) -> tuple[int, int]:
    tags = getattr(image, "tag_v2", None)
    # Pillow turns a TIFF's size when it opens it, in newer versions only: the tags say what is in the file.
    width, height = (int(tags[256]), int(tags[257])) if tags is not None else image.size
    turned = image.getexif().get(_EXIF_ORIENTATION, 1) in (5, 6, 7, 8)
    return (height, width) if turned else (width, height)


def _to_rgb(image: PilImage.Image) -> PilImage.Image:
    """Convert any 8-bit mode to RGB; transparency lies on white."""
    if image.mode == "RGB" and "transparency" not in image.info:
        return image
    if image.mode == "CMYK" and (profile := image.info.get("icc_profile")):
        try:
            srgb = ImageCms.createProfile("sRGB")
            converted = ImageCms.profileToProfile(
                image, ImageCms.ImageCmsProfile(io.BytesIO(profile)), srgb, outputMode="RGB"
            )
            if converted is not None:
                return converted
        except (ImageCms.PyCMSError, OSError):
            pass  # a damaged profile: convert without it
    if image.mode in ("RGBA", "LA", "PA", "La", "RGBa") or "transparency" in image.info:
        rgba = image.convert("RGBA")
        white = PilImage.new("RGBA", rgba.size, (255, 255, 255, 255))
        return PilImage.alpha_composite(white, rgba).convert("RGB")
    return image.convert("RGB")


def _decode_deep(data: bytes, name: str, image: PilImage.Image | None) -> RgbImage:
    """Decode what has more than 8 bits a channel, or what Pillow doesn't know."""
    values: npt.NDArray[Any] | None = None
    if data:
        try:
            values = cv2.imdecode(np.frombuffer(data, np.uint8), cv2.IMREAD_UNCHANGED)
        except cv2.error:
            values = None
    # cv2 turns a TIFF by its orientation tag, but no other kind of file with IMREAD_UNCHANGED.
    is_turned = image is None or image.format == "TIFF"
    if values is not None:
        if values.ndim == 3 and values.shape[2] in (3, 4):
            values = values[..., [2, 1, 0, 3][: values.shape[2]]]
    elif data[:4] in _TIFF_MAGIC:
        values, is_turned = _read_scientific_tiff(data, name), True
    elif image is not None and image.mode in _DEEP_MODES:
        image.load()
        values = np.asarray(image)
    else:
        raise _unreadable(name, "unknown kind" if data else "empty file")
    _check_size(values.shape[1], values.shape[0], name)
    orientation = 1 if is_turned or image is None else int(image.getexif().get(_EXIF_ORIENTATION, 1))
    return np.ascontiguousarray(_oriented(_windowed(values), orientation))


def _read_scientific_tiff(data: bytes, name: str) -> npt.NDArray[Any]:
    """Read the first page of a TIFF that only tifffile knows: half floats, more than four channels."""
    with _opened_tiff(data, name) as tiff:
        page = tiff.pages.first
        _check_size(page.imagewidth, page.imagelength, name)
        values = np.asarray(page.asarray())
        axes = page.axes
    if "S" in axes:
        values = np.moveaxis(values, axes.index("S"), -1)[..., :3]
    values = values.reshape(values.shape[-3:] if "S" in axes else values.shape[-2:])
    return values.astype(np.float32) if values.dtype == np.float16 else values


@contextmanager
def _opened_tiff(data: bytes, name: str) -> Iterator[tifffile.TiffFile]:
    try:
        with tifffile.TiffFile(io.BytesIO(data)) as tiff:
            yield tiff
    except ImageError:
        raise
    except Exception as e:  # tifffile raises what its parsers and codecs raise
        raise _unreadable(name, str(e)) from e


def _windowed(values: npt.NDArray[Any]) -> RgbImage:
    """Bring values of any depth to uint8 RGB; transparency, the fourth channel, lies on white."""
    if values.ndim == 2:
        values = values[..., None]
    alpha = values[..., -1:] if values.shape[2] in (2, 4) else None
    color = values[..., :-1] if alpha is not None else values
    if color.shape[2] not in (1, 3):
        color = color[..., :1]
    if color.dtype != np.uint8:
        color = _stretch(color)
    if alpha is not None:
        top = 1.0 if alpha.dtype.kind == "f" else float(np.iinfo(alpha.dtype).max)
        share = np.clip(np.nan_to_num(alpha.astype(np.float32)) / top, 0, 1)
        color = np.rint(color * share + 255 * (1 - share)).astype(np.uint8)
    return np.repeat(color, 3, axis=2) if color.shape[2] == 1 else color


def _stretch(values: npt.NDArray[Any]) -> RgbImage:
    """Map the values between WINDOW_PERCENTILES to 0..255; what is not finite becomes black."""
    step = max(1, int((values.size / _WINDOW_SAMPLES) ** 0.5))
    sample = values[::step, ::step].ravel()
    sample = sample[np.isfinite(sample)]
    if sample.size == 0:
        return np.zeros(values.shape, np.uint8)
    low, high = (float(v) for v in np.percentile(sample, WINDOW_PERCENTILES))
    if high <= low:
        low, high = float(sample.min()), float(sample.max())
    if high <= low:
        return np.full(values.shape, 0 if low <= 0 else 255 if low >= 255 else int(low), np.uint8)
    scaled = (values.astype(np.float32) - np.float32(low)) * np.float32(255 / (high - low))
    finite = np.clip(np.nan_to_num(scaled, nan=0.0, posinf=255.0, neginf=0.0), 0, 255)
    return np.asarray(np.rint(finite), np.uint8)


def _oriented(pixels: RgbImage, orientation: int) -> RgbImage:
    """Apply EXIF orientation 1..8 to an array."""
    if orientation in (5, 6, 7, 8):
        pixels = pixels.transpose(1, 0, 2)
    if orientation in (2, 3, 6, 7):
        pixels = pixels[:, ::-1]
    if orientation in (3, 4, 7, 8):
        pixels = pixels[::-1]
    return pixels
