"""A mask as COCO's `segmentation`, and back. Imports core; nothing unchecked reaches pycocotools."""

from __future__ import annotations

from typing import Any

from sam_annotator.core.errors import MaskError
from sam_annotator.core.mask import Mask
from sam_annotator.core.raster import exact_polygons


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
        raise MaskError("It has no segmentation; a box alone is no mask.")
    if mask.is_empty:
        raise MaskError("Its segmentation has no pixels.")
    return mask


def _from_rle(rle: dict[str, Any], size_hw: tuple[int, int]) -> Mask:
    size, counts = rle.get("size"), rle.get("counts")
    if not isinstance(size, list) or len(size) != 2 or any(type(v) is not int for v in size):
        raise MaskError("The size of its RLE is not [height, width].")
    if (size[0], size[1]) != size_hw:
        raise MaskError(
            f"Its RLE is for an image of {size[1]} x {size[0]} pixels, this one has {size_hw[1]} x {size_hw[0]}."
        )
    if isinstance(counts, str):
        return Mask(size_hw, counts)
    if isinstance(counts, list):
        return Mask.from_uncompressed(size_hw, counts)
    raise MaskError("The counts of its RLE are neither a string nor a list.")
