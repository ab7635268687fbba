"""Segment everything: proposals for all objects of an image, as SamAutomaticMaskGenerator finds them.

    proposals = propose(engine, image, preset_options("balanced", engine.info.engine_id))

With an engine in float32 these are the reference's masks for the same parameters, in the same order, with two
differences: masks without a pixel are left out, and the bbox is COCO's (the reference's is a pixel too small). Other
engines give what they would answer to the same clicks. Imports core and engine only; no Qt, no torch.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import product
from typing import Any

import numpy as np

from sam_annotator.core.errors import EngineError
from sam_annotator.core.geometry import Box, Point, clip_box
from sam_annotator.core.image_io import RgbImage
from sam_annotator.core.mask import Mask
from sam_annotator.core.prompt import POSITIVE, Prompt
from sam_annotator.core.raster import without_small_regions
from sam_annotator.core.records import PromptStep, Provenance
from sam_annotator.core.requests import EngineInfo
from sam_annotator.core.words import tr
from sam_annotator.engine.automatic_duplicates import Floats, kept_boxes
from sam_annotator.engine.automatic_masks import answers
from sam_annotator.engine.automatic_options import AutomaticOptions
from sam_annotator.engine.base import Embedding, Engine, Points, check_image

SOURCE = "automatic"  # in the provenance of what was found automatically
_EDGE = 20  # pixels; a mask that comes closer to the edge of a crop is taken to be cut off there
_XYXY = tuple[int, int, int, int]

Progress = Callable[[int, int], None]
Cancelled = Callable[[], bool]


class ProposalsCancelled(EngineError):
    """The search was given up."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """One object that was found.

    Attributes:
        mask: its pixels, of the image's size; never empty.
        predicted_iou: the engine's own estimate.
        stability_score: area above a raised over area above a lowered threshold, SAM's definition.
        point: the click that it answers, in pixels of the image.
        candidate: which of that click's three answers it is.
        crop_box_xyxy: the part of the image that the engine saw, integers.
    """

    mask: Mask
    predicted_iou: float
    stability_score: float
    point: Point
    candidate: int
    crop_box_xyxy: _XYXY

    @property
    def area(self) -> int:
        """Number of pixels."""
        return self.mask.area

    @property
    def bbox_xywh(self) -> _XYXY:
        """The smallest box around its pixels, as COCO has it."""
        return self.mask.bbox_xywh

    def to_json(self) -> dict[str, Any]:
        """Return it as a record with the keys of the reference's, its mask as COCO's RLE."""
        x0, y0, x1, y1 = self.crop_box_xyxy
        return {
            "segmentation": self.mask.to_coco_rle(),
            "area": self.area,
            "bbox": list(self.bbox_xywh),
            "predicted_iou": self.predicted_iou,
            "point_coords": [list(self.point)],
            "stability_score": self.stability_score,
            "crop_box": [x0, y0, x1 - x0, y1 - y0],
        }

    def provenance(self, engine: EngineInfo, options: AutomaticOptions) -> Provenance:
        """Return what to keep with an annotation that is made of it."""
        step = PromptStep(Prompt((self.point,), (POSITIVE,)), multimask_output=True, candidate=self.candidate)
        return Provenance(
            source=SOURCE,
            engine_id=engine.engine_id,
            checkpoint_sha256=engine.checkpoint_sha256,
            steps=(step,),
            threshold=engine.mask_threshold,
            predicted_iou=self.predicted_iou,
            extra={
                "stability_score": self.stability_score,
                "crop_box_xyxy": list(self.crop_box_xyxy),
                "options": options.to_json(),
            },
            precision=engine.precision,
        )


Found = Callable[[tuple[Proposal, ...]], None]


def propose(
    engine: Engine,
    image: RgbImage,
    options: AutomaticOptions | None = None,
    *,
    box_xyxy: Box | None = None,
    embedding: Embedding | None = None,
    progress: Progress | None = None,
    found: Found | None = None,
    cancelled: Cancelled = lambda: False,
    pause: Callable[[], None] = lambda: None,
) -> tuple[Proposal, ...]:
    """Find all objects of an image; may be called on any thread.

    Args:
        engine: any; one that is a PromptBatchEngine is many times quicker.
        image: uint8 (H, W, 3) RGB.
        options: the parameters; by default the reference's.
        box_xyxy: look at this part of the image only, more closely. Masks that its edges cut off are left out.
        embedding: of the whole image by this engine, where it is at hand.
        progress: told how many clicks were answered, and of how many.
        found: told what there is so far, without duplicates, after each batch of clicks.
        cancelled: asked between batches, between masks, and in between while an image is encoded.
        pause: called between batches: the engine may be used for something else meanwhile.

    Returns:
        The proposals, the reference's order: by predicted IoU, or those of the smallest crops first.

    Raises:
        EngineError: the engine can't answer, or the box has no pixels in the image.
        ProposalsCancelled: `cancelled` said so.
    """
    check_image(image)
    options = options or AutomaticOptions()
    region = _region(box_xyxy, (image.shape[0], image.shape[1]))
    return _Search(engine, image, options, region, progress, found, cancelled, pause).run(embedding)


def fitting_area(proposals: Sequence[Proposal], min_area: int = 1, max_area: int | None = None) -> tuple[Proposal, ...]:
    """Leave out the proposals that are smaller or larger, in pixels."""
    return tuple(p for p in proposals if min_area <= p.area and (max_area is None or p.area <= max_area))


def without_overlaps(
    proposals: Sequence[Proposal], masks: Sequence[Mask], iou_threshold: float
) -> tuple[Proposal, ...]:
    """Leave out the proposals for objects that have a mask already.

    Args:
        proposals: of an image.
        masks: of the same image.
        iou_threshold: proposals whose IoU with a mask is larger are left out.
    """
    return tuple(p for p in proposals if not any(overlaps(p.mask, mask, iou_threshold) for mask in masks))


def overlaps(a: Mask, b: Mask, iou_threshold: float) -> bool:
    """Whether the IoU of two masks is larger than a limit; most are told apart without computing it."""
    # The IoU is at most the quotient of the areas, and nothing where the boxes are apart.
    if min(a.area, b.area) <= iou_threshold * max(a.area, b.area) or a.size_hw != b.size_hw:
        return False
    (ax, ay, aw, ah), (bx, by, bw, bh) = a.bbox_xywh, b.bbox_xywh
    if ax >= bx + bw or bx >= ax + aw or ay >= by + bh or by >= ay + ah:
        return False
    return a.iou(b) > iou_threshold


def _region(box_xyxy: Box | None, size_hw: tuple[int, int]) -> _XYXY:
    """Return the pixels that a box touches; of the whole image where there is none."""
    height, width = size_hw
    if box_xyxy is None:
        return (0, 0, width, height)
    inside = clip_box(Box(*box_xyxy), size_hw)
    if inside.width <= 0 or inside.height <= 0:
        raise EngineError(tr("The box lies outside the image; draw it on the image."))
    return (math.floor(inside.x0), math.floor(inside.y0), math.ceil(inside.x1), math.ceil(inside.y1))


class _Search:
    """One search; what belongs to it."""

    def __init__(
        self,
        engine: Engine,
        image: RgbImage,
        options: AutomaticOptions,
        region: _XYXY,
        progress: Progress | None,
        found: Found | None,
        cancelled: Cancelled,
        pause: Callable[[], None],
    ) -> None:
        self._pause = pause
        self._engine, self._image, self._options, self._region = engine, image, options, region
        self._progress, self._found, self._cancelled = progress, found, cancelled
        self._size_hw = (image.shape[0], image.shape[1])
        self._crops = crop_boxes(region, options.crop_n_layers, options.crop_overlap_ratio)
        self._grids = [point_grid(options.points_in_layer(i)) for i in range(options.crop_n_layers + 1)]
        self._done = 0

    def run(self, embedding: Embedding | None) -> tuple[Proposal, ...]:
        """Search all crops."""
        whole = (0, 0, self._size_hw[1], self._size_hw[0])
        kept: list[Proposal] = []
        for box, layer in self._crops:
            at_hand = embedding if box == whole else None
            kept += self._of_crop(box, self._grids[layer], at_hand, kept)
        return tuple(self._cleaned(self._without_duplicates_of_crops(kept)))

    def _of_crop(
        self, box: _XYXY, grid: Points, embedding: Embedding | None, earlier: Sequence[Proposal]
    ) -> list[Proposal]:
        """Return the proposals of a crop, without duplicates."""
        x0, y0, x1, y1 = box
        self._refuse_cancelled()
        if embedding is None:
            pixels = np.ascontiguousarray(self._image[y0:y1, x0:x1])
            embedding = self._engine.encode(pixels, self._refuse_cancelled)
        points = grid * np.array([[x1 - x0, y1 - y0]])
        crop: list[Proposal] = []
        for start in range(0, len(points), self._options.points_per_batch):
            self._pause()
            self._refuse_cancelled()
            batch = points[start : start + self._options.points_per_batch]
            crop += self._of_batch(embedding, batch, box)
            self._tell(len(batch), crop, earlier)
        return self._without_duplicates(crop)

    def _of_batch(self, embedding: Embedding, points: Points, box: _XYXY) -> Iterator[Proposal]:
        """Yield what the clicks of a batch give, in their order."""
        options, (x0, y0, _, _) = self._options, box
        replies = answers(self._engine, embedding, points)
        good = np.isfinite(replies.predicted_iou)
        if options.pred_iou_thresh > 0:
            good &= replies.predicted_iou > np.float32(options.pred_iou_thresh)
        for point, candidate in np.argwhere(good).tolist():
            self._refuse_cancelled()
            measured = replies.measured(
                point, candidate, options.stability_score_offset, options.stability_score_thresh
            )
            if measured is None:
                continue
            x, y, (h, w) = x0 + measured.x, y0 + measured.y, measured.pixels.shape
            if self._is_cut_off((x, y, x + w - 1, y + h - 1), box):
                continue
            yield Proposal(
                Mask.from_crop(self._size_hw, x, y, measured.pixels),
                float(replies.predicted_iou[point, candidate]),
                measured.stability_score,
                Point(float(points[point, 0] + x0), float(points[point, 1] + y0)),
                candidate,
                box,
            )

    def _is_cut_off(self, box_xyxy: _XYXY, crop_xyxy: _XYXY) -> bool:
        """Whether a mask, its last pixels included in the box, comes close to an edge that is not the image's."""
        image_xyxy = (0, 0, self._size_hw[1], self._size_hw[0])
        return any(
            abs(at - crop) <= _EDGE < abs(at - image)
            for at, crop, image in zip(box_xyxy, crop_xyxy, image_xyxy, strict=True)
        )

    def _without_duplicates(self, crop: Sequence[Proposal]) -> list[Proposal]:
        scores = np.array([p.predicted_iou for p in crop], np.float32)
        return _kept(crop, scores, self._options.box_nms_thresh)

    def _without_duplicates_of_crops(self, proposals: Sequence[Proposal]) -> list[Proposal]:
        """Drop what was found in several crops; that of the smallest crop stays."""
        if len(self._crops) == 1:
            return list(proposals)
        areas = np.array([(x1 - x0) * (y1 - y0) for x0, y0, x1, y1 in (p.crop_box_xyxy for p in proposals)], np.float32)
        return _kept(proposals, np.float32(1) / areas, self._options.crop_nms_thresh)

    def _cleaned(self, proposals: list[Proposal]) -> list[Proposal]:
        """Fill small holes and take small islands away; what was changed gives way to what was not."""
        min_area = self._options.min_mask_region_area
        if min_area == 0:
            return proposals
        cleaned: list[Proposal] = []
        for proposal in proposals:
            self._refuse_cancelled()
            mask = _without_small_regions(proposal.mask, min_area)
            cleaned.append(proposal if mask is None else replace(proposal, mask=mask))
        is_same = [new is old for new, old in zip(cleaned, proposals, strict=True)]
        threshold = max(self._options.box_nms_thresh, self._options.crop_nms_thresh)
        return _kept(cleaned, np.array(is_same, np.float32), threshold)

    def _tell(self, count: int, crop: Sequence[Proposal], earlier: Sequence[Proposal]) -> None:
        self._done += count
        if self._progress is not None:
            self._progress(self._done, sum(len(self._grids[layer]) for _, layer in self._crops))
        if self._found is not None:
            self._found(tuple(self._without_duplicates_of_crops([*earlier, *self._without_duplicates(crop)])))

    def _refuse_cancelled(self) -> None:
        if self._cancelled():
            raise ProposalsCancelled("The search for objects was stopped; start it again for all of them.")


def _kept(proposals: Sequence[Proposal], scores: Floats, iou_threshold: float) -> list[Proposal]:
    """Drop duplicates by their boxes, which include the last pixels as the reference's do; the best first."""
    boxes = [(x, y, x + w - 1, y + h - 1) for x, y, w, h in (p.bbox_xywh for p in proposals)]
    return [proposals[i] for i in kept_boxes(np.array(boxes, np.int64), scores, iou_threshold).tolist()]


def _without_small_regions(mask: Mask, min_area: int) -> Mask | None:
    """Return the mask without small holes and islands; None where it has none."""
    plane = mask.to_array()
    filled = without_small_regions(plane, min_area, holes=True)
    cleaned = without_small_regions(plane if filled is None else filled, min_area, holes=False)
    pixels = filled if cleaned is None else cleaned
    return None if pixels is None else Mask.from_array(pixels)


def point_grid(points_per_side: int) -> Points:
    """Return clicks spread evenly over a square of side 1, row by row: float64 (N, 2)."""
    offset = 1 / (2 * points_per_side)
    side = np.linspace(offset, 1 - offset, points_per_side)
    return np.stack([np.tile(side, points_per_side), np.repeat(side, points_per_side)], axis=-1)


def crop_boxes(region_xyxy: _XYXY, layers: int, overlap_ratio: float) -> list[tuple[_XYXY, int]]:
    """Return the region itself, then its crops layer by layer, 2 by 2, 4 by 4, ...: each xyxy, and its layer.

    Args:
        region_xyxy: of the image.
        layers: of crops.
        overlap_ratio: by how much the crops of the first layer overlap, of the region's shorter side.
    """
    left, top, right, bottom = region_xyxy
    width, height = right - left, bottom - top
    crops = [(region_xyxy, 0)]
    for layer in range(1, layers + 1):
        count: int = 2**layer
        overlap = int(overlap_ratio * min(width, height) * (2 / count))
        crop_w, crop_h = (math.ceil((overlap * (count - 1) + length) / count) for length in (width, height))
        xs, ys = ([(side - overlap) * i for i in range(count)] for side in (crop_w, crop_h))
        for x, y in product(xs, ys):
            if x < width and y < height:  # else the region is thinner than there are crops
                box = (left + x, top + y, left + min(x + crop_w, width), top + min(y + crop_h, height))
                crops.append((box, layer))
    return crops
