"""THE decoder: any supported image file -> HxWx3 uint8 RGB, as a person would see it.

Files are read as bytes and decoded from memory, so that any path the system can open works. Pillow decodes
(it refuses truncated files); cv2 decodes what is deeper than 8 bits, which Pillow would crush. Everybody reads
images through this module: the window, the engines and the exporters must see the same pixels. The libraries are
imported by the first function that needs one, so that the window is there before them.
"""

from __future__ import annotations

import hashlib
import io
import logging
import stat
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

from sam_annotator.core.errors import ImageError, ImageMissingError, ImageTooLargeError, ImageUnreadableError
from sam_annotator.core.giving_way import GivingBytes
from sam_annotator.core.late import np, npt
from sam_annotator.core.words import local_number, tr

if TYPE_CHECKING:
    import tifffile
    from PIL import Image as PilImage

RgbImage: TypeAlias = "npt.NDArray[np.uint8]"

SUPPORTED_SUFFIXES = frozenset(
    {".jpg", ".jpeg", ".jpe", ".jfif", ".png", ".tif", ".tiff", ".webp", ".bmp", ".dib", ".gif"}
)
MAX_PIXELS = 300_000_000
MAX_FILE_BYTES = 4_000_000_000
WINDOW_PERCENTILES = (0.1, 99.9)  # of a deep image's values: what is shown as black and as white

_EXIF_ORIENTATION = 0x0112
_BITS_PER_SAMPLE = 0x0102
_TRANSPOSITIONS = {  # names in PIL.Image.Transpose
    2: "FLIP_LEFT_RIGHT",
    3: "ROTATE_180",
    4: "FLIP_TOP_BOTTOM",
    5: "TRANSPOSE",
    6: "ROTATE_270",
    7: "TRANSVERSE",
    8: "ROTATE_90",
}
_DEEP_MODES = ("I", "F", "I;16", "I;16L", "I;16B", "I;16N")
_PNG_MAGIC = b"\x89PNG\r\n\x1a\n"
_TIFF_MAGIC = (b"II*\0", b"MM\0*", b"II+\0", b"MM\0+")
_WINDOW_SAMPLES = 4_000_000

# What the libraries warn of is decided here. Not by catch_warnings at each call: several threads decode at a time.
warnings.filterwarnings("ignore", module=r"PIL\.")
for _library in ("tifffile", "PIL"):
    logging.getLogger(_library).setLevel(logging.CRITICAL)


@dataclass(frozen=True, slots=True)
class ImageProbe:
    """What is known of an image file without decoding it.

    Attributes:
        width, height: in pixels, after EXIF orientation.
        sha256: of the file's bytes.
    """

    width: int
    height: int
    sha256: str


def is_supported(path: Path | str) -> bool:
    """Whether the name of a file, or of the file of a path, ends like an image this program decodes."""
    name = path if isinstance(path, str) else path.name  # no Path is made of a name: a walk asks 100,000 times
    stem, dot, ending = name.rpartition(".")
    return stem != "" and (dot + ending).lower() in SUPPORTED_SUFFIXES


def read_image(path: Path) -> RgbImage:
    """Decode an image file.

    Args:
        path: a JPEG, PNG, TIFF, WebP, BMP or GIF file (of several frames or pages, the first).

    Returns:
        uint8 of shape (H, W, 3), RGB, contiguous. EXIF orientation is applied; transparency lies on white; values
        deeper than 8 bits are windowed between WINDOW_PERCENTILES.

    Raises:
        ImageMissingError: there is no such file.
        ImageTooLargeError: it has more than MAX_PIXELS pixels or MAX_FILE_BYTES bytes.
        ImageUnreadableError: it is damaged, empty or of an unknown kind.
    """
    return decode_image(_read_bytes(path), path.name)


def decode_image(data: bytes, name: str) -> RgbImage:
    """Decode the bytes of an image file; see `read_image`. `name` is for messages."""
    with _opened(data, name) as image:
        if image is None:
            return _decode_deep(data, name, None)
        is_deep = _is_deep(image)
        width, height = _upright_size(image, data)
        if is_deep:
            pixels = _decode_deep(data, name, image)
        else:
            image.load()
            pixels = np.ascontiguousarray(np.asarray(_to_rgb(_upright(image, data))))
        if pixels.shape[:2] != (height, width):  # a probe, which masks are measured by, would tell another size
            raise _unreadable(name, tr("it says two sizes"))
        return pixels


def probe_image(path: Path) -> ImageProbe:
    """Read an image's size and content hash without decoding its pixels.

    Raises:
        ImageMissingError, ImageTooLargeError, ImageUnreadableError: as `read_image`.
    """
    data = _read_bytes(path)
    sha256 = hashlib.sha256(data).hexdigest()
    with _opened(data, path.name) as image:
        if image is not None:
            width, height = _upright_size(image, data)
        else:
            height, width = _decode_deep(data, path.name, None).shape[:2]
    return ImageProbe(width, height, sha256)


def read_thumbnail(path: Path, max_side: int) -> RgbImage:
    """Decode an image, reduced to fit a square of `max_side` pixels; JPEG files are decoded at a fraction.

    Raises:
        ImageMissingError, ImageTooLargeError, ImageUnreadableError: as `read_image`.
    """
    import cv2
    from PIL import Image as PilImage

    data = _read_bytes(path)
    with _opened(data, path.name) as image:
        if image is not None and not _is_deep(image):
            image.draft("RGB", (max_side * 2, max_side * 2))
            image.load()
            upright = _to_rgb(_upright(image, data))
            upright.thumbnail((max_side, max_side), PilImage.Resampling.BILINEAR)
            return np.ascontiguousarray(np.asarray(upright))
    full = decode_image(data, path.name)
    scale = min(1.0, max_side / max(full.shape[:2]))
    size = (max(1, round(full.shape[1] * scale)), max(1, round(full.shape[0] * scale)))
    return np.asarray(cv2.resize(full, size, interpolation=cv2.INTER_AREA), np.uint8)


def scale_image(image: RgbImage, size_hw: tuple[int, int]) -> RgbImage:
    """Return an image (H, W, 3) at another size, as torchvision scales a PIL image: bilinear, without aliasing."""
    from PIL import Image as PilImage

    return np.array(PilImage.fromarray(image).resize((size_hw[1], size_hw[0]), PilImage.Resampling.BILINEAR))


def write_png(path: Path, pixels: npt.NDArray[np.uint8]) -> None:
    """Write an array (H, W) or RGB (H, W, 3) as a PNG file.

    Raises:
        OSError: the file can't be written.
    """
    from PIL import Image as PilImage

    buffer = io.BytesIO()
    PilImage.fromarray(pixels).save(buffer, "PNG")
    path.write_bytes(buffer.getvalue())


def _read_bytes(path: Path) -> bytes:
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):  # reading a pipe or a device could take for ever
            raise ImageUnreadableError(
                tr(
                    "{name} is no file; take it out of the image folder, or go on with the next image.",
                    name=path.name,
                )
            )
        if status.st_size > MAX_FILE_BYTES:
            raise ImageTooLargeError(
                tr(
                    "{name} has {size} GB, more than the {most:.0f} GB this program takes; "
                    "cut it into tiles, or go on with the next image.",
                    name=path.name,
                    size=local_number(f"{status.st_size / 1e9:.1f}"),
                    most=MAX_FILE_BYTES / 1e9,
                )
            )
        return path.read_bytes()
    except FileNotFoundError as e:
        raise ImageMissingError(
            tr(
                "{name} is not where the project expects it; put it back at {path}, or go on with the next image.",
                name=path.name,
                path=path,
            )
        ) from e
    except (OSError, ValueError) as e:
        reason = getattr(e, "strerror", None) or str(e)
        raise ImageUnreadableError(
            tr(
                "{name} can't be opened ({reason}); check the file, or go on with the next image.",
                name=path.name,
                reason=reason,
            )
        ) from e
    except MemoryError as e:
        raise _too_large_for_memory(path.name) from e


def _too_large_for_memory(name: str) -> ImageTooLargeError:
    return ImageTooLargeError(
        tr(
            "{name} does not fit into this computer's memory; reduce it, or go on with the next image.",
            name=name,
        )
    )


@contextmanager
def _opened(data: bytes, name: str) -> Iterator[PilImage.Image | None]:
    """Open bytes with Pillow and turn whatever it raises into ImageErrors; None for a kind it doesn't know."""
    from PIL import Image as PilImage
    from PIL import UnidentifiedImageError

    PilImage.MAX_IMAGE_PIXELS = None  # MAX_PIXELS is checked here, before anything is decoded
    image: PilImage.Image | None = None
    try:
        try:
            image = PilImage.open(GivingBytes(data))
        except UnidentifiedImageError:
            image = None
        if image is not None:
            _check_size(image.width, image.height, name)
        yield image
    except (OSError, SyntaxError, ValueError, EOFError, IndexError, KeyError, TypeError, ArithmeticError) as e:
        raise _unreadable(name, str(e)) from e
    except MemoryError as e:
        raise _too_large_for_memory(name) from e
    finally:
        if image is not None:
            image.close()


def _unreadable(name: str, reason: str) -> ImageUnreadableError:
    short = " ".join(reason.split())[:120]
    if not short:
        short = tr("no reason was given")
    return ImageUnreadableError(
        tr(
            "{name} can't be read as an image ({reason}); it is damaged or of another kind: replace it, or go on with "
            "the next image.",
            name=name,
            reason=short,
        )
    )


def _check_size(width: int, height: int, name: str) -> None:
    if width * height > MAX_PIXELS:
        raise ImageTooLargeError(
            tr(
                "{name} has {width} x {height} pixels, more than the {most} megapixels this "
                "program takes; cut it into tiles, or go on with the next image.",
                name=name,
                width=width,
                height=height,
                most=MAX_PIXELS // 1_000_000,
            )
        )
    if width < 1 or height < 1:
        raise _unreadable(name, tr("it has no pixels"))


def _is_deep(image: PilImage.Image) -> bool:
    """Whether the file holds more than 8 bits a channel, other than print colours, which Pillow gets right."""
    if image.mode in ("CMYK", "LAB"):
        return False
    if image.mode in _DEEP_MODES:
        return True
    tags = getattr(image, "tag_v2", None)
    if tags is not None:
        return bool(max(tags.get(_BITS_PER_SAMPLE, (1,))) > 8)
    return any(";16" in str(part) for tile in getattr(image, "tile", ()) for part in _flat(tile))


def _flat(value: Any) -> Iterator[Any]:
    if isinstance(value, (tuple, list)):
        for part in value:
            yield from _flat(part)
    else:
        yield value


def _orientation(image: PilImage.Image, data: bytes) -> int:
    """Return EXIF orientation 1..8; 1 where the EXIF block is damaged, which spoils no pixel."""
    from PIL import Image as PilImage

    try:
        # Of a PNG without an EXIF chunk, its own getexif would decode all pixels to look for one behind them.
        plain_png = image.format == "PNG" and b"eXIf" not in data
        exif = PilImage.Image.getexif(image) if plain_png else image.getexif()
        value = exif.get(_EXIF_ORIENTATION, 1)
    except Exception:  # whatever Pillow's parser raises
        return 1
    return value if isinstance(value, int) and 1 <= value <= 8 else 1


def _upright(image: PilImage.Image, data: bytes) -> PilImage.Image:
    """Return a decoded image as it should be looked at; Pillow has turned a TIFF and dropped its tag by then."""
    from PIL import Image as PilImage

    method = _TRANSPOSITIONS.get(_orientation(image, data))
    return image if method is None else image.transpose(PilImage.Transpose[method])


def _upright_size(image: PilImage.Image, data: bytes) -> tuple[int, int]:
    tags = getattr(image, "tag_v2", None)
    # Pillow turns a TIFF's size when it opens it, in newer versions only: the tags say what is in the file.
    width, height = (int(tags[256]), int(tags[257])) if tags is not None else image.size
    return (height, width) if _orientation(image, data) in (5, 6, 7, 8) else (width, height)


def _to_rgb(image: PilImage.Image) -> PilImage.Image:
    """Convert any 8-bit mode to RGB; transparency lies on white."""
    if image.mode == "RGB" and "transparency" not in image.info:
        return image
    from PIL import Image as PilImage
    from PIL import ImageCms

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
    """Decode what has more than 8 bits a channel, or a TIFF that Pillow doesn't know."""
    values: npt.NDArray[Any] | None
    if data[:4] in _TIFF_MAGIC:
        values, orientation = _read_deep_tiff(data, name)
    elif image is None:
        raise _unreadable(name, tr("unknown kind") if data else tr("empty file"))
    else:
        if data[:8] == _PNG_MAGIC:
            _check_png_chunks(data, name)
        values, orientation = _decode_with_cv2(data), _orientation(image, data)
        if values is None and image.mode in _DEEP_MODES:
            image.load()
            values = np.asarray(image)
        if values is None:
            raise _unreadable(name, tr("its pixels can't be decoded"))
    _check_size(values.shape[1], values.shape[0], name)
    return np.ascontiguousarray(_oriented(_windowed(values), orientation))


def _check_png_chunks(data: bytes, name: str) -> None:
    """Refuse a PNG with a chunk that ends behind the file: cv2 would first take memory for all of it."""
    at = len(_PNG_MAGIC)
    while data[at + 4 : at + 8] != b"IEND":
        at += 12 + int.from_bytes(data[at : at + 4], "big")
        if at > len(data) - 8:
            raise _unreadable(name, tr("image file is truncated"))


def _decode_with_cv2(data: bytes) -> npt.NDArray[Any] | None:
    """Return the file's own values, (H, W) or RGB(A) (H, W, C), or None where cv2 can't decode them."""
    import cv2

    # Silent: what a decoder complains of is told in the window. cv2 5 has moved the function.
    (cv2.utils.logging if hasattr(cv2.utils, "logging") else cv2).setLogLevel(0)
    try:
        values = cv2.imdecode(np.frombuffer(data, np.uint8), cv2.IMREAD_UNCHANGED)
    except cv2.error:
        return None
    if values is not None and values.ndim == 3 and values.shape[2] in (3, 4):
        values = values[..., [2, 1, 0, 3][: values.shape[2]]]
    return values


def _read_deep_tiff(data: bytes, name: str) -> tuple[npt.NDArray[Any], int]:
    """Return the values of a TIFF's first page, grey or RGB with alpha where there is one, and its orientation.

    tifffile reads every layout, but not every compression; cv2 reads the others, but not in separate planes.
    """
    with _opened_tiff(data, name) as tiff:
        page = tiff.pages.first
        _check_size(page.imagewidth, page.imagelength, name)
        if any(start + size > len(data) for start, size in zip(page.dataoffsets, page.databytecounts, strict=False)):
            raise _unreadable(name, tr("image file is truncated"))
        tag = page.tags.get(_EXIF_ORIENTATION)
        orientation = int(tag.value) if tag is not None else 1
        try:
            values = np.asarray(page.asarray())
        except ValueError as e:
            plain = _decode_with_cv2(data) if page.planarconfig == 1 else None
            if plain is None:
                raise _unreadable(name, str(e)) from e
            return plain, 1  # cv2 has turned it
        if "S" in page.axes:
            values = np.moveaxis(values, page.axes.index("S"), -1)
            values = values.reshape(values.shape[-3:])[..., : _shown_samples(page)]
        else:
            values = values.reshape(values.shape[-2:])
        white_is_zero = page.photometric == 0 and values.dtype.kind == "u"
    if values.dtype.kind not in "buif":
        raise _unreadable(name, tr("values of type {kind}", kind=values.dtype))
    if values.dtype == np.bool_:
        values = values.astype(np.uint8) * np.uint8(255)
    if values.dtype == np.float16:
        values = values.astype(np.float32)
    return (np.iinfo(values.dtype).max - values if white_is_zero else values), orientation


def _shown_samples(page: Any) -> int:
    """Return how many of a page's samples are seen: one or three of colour, and the next if it is said to be alpha."""
    colors = 3 if page.samplesperpixel >= 3 else 1
    named = page.samplesperpixel - len(page.extrasamples)  # samples that the photometric interpretation names
    extra = page.extrasamples[max(0, colors - named) :]
    return colors + 1 if extra and int(extra[0]) in (1, 2) else colors


@contextmanager
def _opened_tiff(data: bytes, name: str) -> Iterator[tifffile.TiffFile]:
    import tifffile

    try:
        with tifffile.TiffFile(io.BytesIO(data)) as tiff:
            yield tiff
    except (ImageError, MemoryError):
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
    """Map the values between WINDOW_PERCENTILES to 0..255; NaN becomes black, infinity black or white by its sign."""
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
    # 32 bits hold what 16 can say, but neither large counts with small differences nor the range of doubles.
    with np.errstate(all="ignore"):
        numbers: npt.NDArray[Any] = values.astype(np.float32 if values.dtype.itemsize <= 2 else np.float64)
        scaled = (numbers - low) * (255 / (high - low))
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
