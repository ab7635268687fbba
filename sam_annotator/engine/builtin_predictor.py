"""SamPredictor's steps for the built-in model, bit for bit the same numbers, without importing torchvision.

segment_anything imports torchvision to scale a picture through Pillow, and torchvision takes as long to import as
torch itself; the first mask waited for it. A test compares this with segment_anything's own Sam and SamPredictor.
May import torch only; no Qt.
"""

from __future__ import annotations

from typing import Any, cast

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor, nn
from torch.nn import functional as F

from sam_annotator.core.image_io import RgbImage, scale_image

_Floats = npt.NDArray[np.float64]


class PromptableNetwork(nn.Module):
    """The three parts of a promptable network, framed as `segment_anything.modeling.Sam` frames them.

    Args:
        image_encoder: (1, 3, S, S) -> embedding; its `img_size` is S.
        prompt_encoder: prompts -> sparse, dense.
        mask_decoder: embedding and prompts -> logits, predicted IoU.
        pixel_mean: of the three channels, taken from the pixels.
        pixel_std: of the three channels, they are divided by it.
    """

    mask_threshold = 0.0
    image_format = "RGB"

    def __init__(
        self,
        image_encoder: nn.Module,
        prompt_encoder: nn.Module,
        mask_decoder: nn.Module,
        pixel_mean: tuple[float, float, float],
        pixel_std: tuple[float, float, float],
    ) -> None:
        super().__init__()
        # Any, as untyped as segment_anything's: what fits is told by the parts, not by nn.Module.
        self.image_encoder: Any = image_encoder
        self.prompt_encoder: Any = prompt_encoder
        self.mask_decoder: Any = mask_decoder
        for name, values in (("pixel_mean", pixel_mean), ("pixel_std", pixel_std)):
            # On the CPU in any case: they are not among the weights that fill a network made without memory.
            self.register_buffer(name, torch.tensor(values, device="cpu").view(-1, 1, 1), persistent=False)

    @property
    def device(self) -> torch.device:
        """Where it runs."""
        return cast(Tensor, self.pixel_mean).device

    def preprocess(self, x: Tensor) -> Tensor:
        """Normalise pixels (..., 3, h, w) and pad them to the square of the image encoder, with zeros."""
        x = (x - cast(Tensor, self.pixel_mean)) / cast(Tensor, self.pixel_std)
        height, width = x.shape[-2:]
        side = int(self.image_encoder.img_size)
        return F.pad(x, (0, side - width, 0, side - height))

    def postprocess_masks(self, masks: Tensor, input_size: tuple[int, int], original_size: tuple[int, int]) -> Tensor:
        """Scale logits (N, C, h, w) to (N, C, H, W) of the image; see `segment_anything.modeling.Sam`."""
        side = int(self.image_encoder.img_size)
        square = F.interpolate(masks, (side, side), mode="bilinear", align_corners=False)
        cropped = square[..., : input_size[0], : input_size[1]]
        return F.interpolate(cropped, original_size, mode="bilinear", align_corners=False)


class LongestSide:
    """Brings pictures and prompts to the network's square; see `segment_anything.utils.transforms`."""

    def __init__(self, target_length: int) -> None:
        self.target_length = target_length

    @staticmethod
    def get_preprocess_shape(height: int, width: int, side: int) -> tuple[int, int]:
        """Return height and width of a picture that is scaled to a longest side."""
        scale = side * 1.0 / max(height, width)
        return (int(height * scale + 0.5), int(width * scale + 0.5))

    def apply_image(self, image: RgbImage) -> RgbImage:
        """Return a picture scaled to the longest side."""
        height, width = image.shape[:2]
        return scale_image(image, self.get_preprocess_shape(height, width, self.target_length))

    def apply_coords(self, coords: _Floats, size_hw: tuple[int, int]) -> _Floats:
        """Return points (..., 2) of a picture as they lie in the scaled one."""
        height, width = self.get_preprocess_shape(*size_hw, self.target_length)
        scaled = np.array(coords, np.float64)
        scaled[..., 0] *= width / size_hw[1]
        scaled[..., 1] *= height / size_hw[0]
        return scaled

    def apply_boxes(self, boxes: _Floats, size_hw: tuple[int, int]) -> _Floats:
        """Return boxes xyxy (..., 4) as `apply_coords` does points."""
        return self.apply_coords(boxes.reshape(-1, 2, 2), size_hw).reshape(-1, 4)


class BuiltinPredictor:
    """As much of SamPredictor as `SamEngine` drives, by the same names.

    Args:
        model: the network, in evaluation mode, on its device.
    """

    def __init__(self, model: Any) -> None:
        self.model = model
        self.transform = LongestSide(model.image_encoder.img_size)
        self.reset_image()

    @property
    def device(self) -> Any:
        """Where the network runs."""
        return self.model.device

    def reset_image(self) -> None:
        """Forget the picture."""
        self.is_image_set = False
        self.features: Tensor | None = None
        self.original_size = self.input_size = (0, 0)

    @torch.no_grad()
    def set_image(self, image: RgbImage) -> None:
        """Encode a picture, uint8 (H, W, 3) RGB."""
        scaled = torch.as_tensor(self.transform.apply_image(image), device=self.device)
        pixels = scaled.permute(2, 0, 1).contiguous()[None]
        self.original_size = (image.shape[0], image.shape[1])
        self.input_size = (int(pixels.shape[-2]), int(pixels.shape[-1]))
        self.features = self.model.image_encoder(self.model.preprocess(pixels))
        self.is_image_set = True

    @torch.no_grad()
    def predict(
        self,
        point_coords: _Floats | None = None,
        point_labels: npt.NDArray[np.int64] | None = None,
        box: _Floats | None = None,
        mask_input: npt.NDArray[np.float32] | None = None,
        multimask_output: bool = True,
        return_logits: bool = False,
    ) -> tuple[npt.NDArray[Any], npt.NDArray[np.float32], npt.NDArray[np.float32]]:
        """Answer a prompt in pixels of the picture.

        Returns:
            Masks (C, H, W), or their logits; predicted IoU (C,); low-res logits (C, h, w).
        """
        points = boxes = masks = None
        if point_coords is not None:
            coords = self.transform.apply_coords(point_coords, self.original_size)
            labels = torch.as_tensor(point_labels, dtype=torch.int, device=self.device)
            points = (torch.as_tensor(coords, dtype=torch.float, device=self.device)[None], labels[None])
        if box is not None:
            scaled = self.transform.apply_boxes(box, self.original_size)
            boxes = torch.as_tensor(scaled, dtype=torch.float, device=self.device)[None]
        if mask_input is not None:
            masks = torch.as_tensor(mask_input, dtype=torch.float, device=self.device)[None]
        model = self.model
        sparse, dense = model.prompt_encoder(points=points, boxes=boxes, masks=masks)
        low_res, predicted_iou = model.mask_decoder(
            image_embeddings=self.features,
            image_pe=model.prompt_encoder.get_dense_pe(),
            sparse_prompt_embeddings=sparse,
            dense_prompt_embeddings=dense,
            multimask_output=multimask_output,
        )
        full = model.postprocess_masks(low_res, self.input_size, self.original_size)
        if not return_logits:
            full = full > model.mask_threshold
        return full[0].cpu().numpy(), predicted_iou[0].cpu().numpy(), low_res[0].cpu().numpy()
