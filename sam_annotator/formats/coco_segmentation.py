"""A mask as COCO's `segmentation`, and back. Imports core; nothing unchecked reaches pycocotools."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sam_annotator.core.errors import MaskError
from sam_annotator.core.mask import Mask
from sam_annotator.core.mask_batch import measure_masks
from sam_annotator.core.raster import exact_polygons
from sam_annotator.core.words import tr


def to_segmentation(mask: Mask, *, polygons: bool) -> list[list[float]] | dict[str, Any]:
    """Return polygons where they are wanted and decode to exactly the mask, else compressed RLE, counts a str."""
    exact = exact_polygons(mask) if polygons else None
    return exact if exact is not None else mask.to_coco_rle()


def from_segmentation(segmentation: Any, size_hw: tuple[int, int]) -> Mask:
    """Make a mask of polygons, compressed or uncompressed RLE.

    Args:
        segmentation: of JSON.
        size_hw: of the image it must fit.

    Raises:
        MaskError: it is none of these, damaged, of another size, or has no pixels.
    """
    if isinstance(segmentation, list) and segmentation:
        mask = Mask.from_polygons(segmentation, size_hw)
    elif isinstance(segmentation, dict):
        mask = _from_rle(segmentation, size_hw)
    else:
        raise MaskError(tr("It has no segmentation; a box alone is no mask."))
    if mask.is_empty:
        raise MaskError(tr("Its segmentation has no pixels."))
    return mask


def sound_masks(segmentations: Sequence[Any]) -> list[Mask | None]:
    """Make masks of the compressed RLE among segmentations of JSON, all at once.

    Returns:
        None in the place of what is something else or not as this program writes it; `from_segmentation` looks at it.
    """
    masks: list[Mask | None] = [None] * len(segmentations)
    places = [n for n, s in enumerate(segmentations) if isinstance(s, dict) and isinstance(s.get("counts"), str)]
    places = [n for n in places if _is_size(segmentations[n].get("size"))]
    sizes = [(segmentations[n]["size"][0], segmentations[n]["size"][1]) for n in places]
    counts = [segmentations[n]["counts"] for n in places]
    is_sound, _, _ = measure_masks(sizes, counts)
    for place, size_hw, text, sound in zip(places, sizes, counts, is_sound, strict=True):
        if sound:
            masks[place] = Mask.from_trusted_rle(size_hw, text)
    return masks


def _is_size(size: Any) -> bool:
    return isinstance(size, list) and len(size) == 2 and all(type(v) is int for v in size)


def _from_rle(rle: dict[str, Any], size_hw: tuple[int, int]) -> Mask:
    size: Any = rle.get("size")
    counts = rle.get("counts")
    if not _is_size(size):
        raise MaskError(tr("The size of its RLE is not [height, width]."))
    if (size[0], size[1]) != size_hw:
        raise MaskError(
            tr(
                "Its RLE is for an image of {width} x {height} pixels, this one has {image_width} x {image_height}.",
                width=size[1],
                height=size[0],
                image_width=size_hw[1],
                image_height=size_hw[0],
            )
        )
    if isinstance(counts, str):
        return Mask(size_hw, counts)
    if isinstance(counts, list):
        return Mask.from_uncompressed(size_hw, counts)
    raise MaskError(tr("The counts of its RLE are neither a string nor a list."))
