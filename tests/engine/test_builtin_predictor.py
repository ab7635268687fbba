"""The built-in model's own predictor gives the numbers of segment_anything's Sam and SamPredictor, and needs less."""

from __future__ import annotations

import subprocess
import sys

import numpy as np
import pytest
from segment_anything import SamPredictor
from segment_anything.modeling import Sam
from segment_anything.utils.transforms import ResizeLongestSide

from sam_annotator.engine.builtin import PIXEL_MEAN, PIXEL_STD, build_builtin, build_network
from sam_annotator.engine.builtin_predictor import BuiltinPredictor, LongestSide, PromptableNetwork

SIZES_HW = [(480, 640), (448, 448), (448, 300), (90, 1200), (1500, 200), (17, 23), (1, 1), (1031, 997)]


@pytest.fixture(scope="module")
def network() -> PromptableNetwork:
    """The model that ships."""
    return build_network()


@pytest.fixture(scope="module")
def plain(network: PromptableNetwork) -> SamPredictor:
    """segment_anything's own classes around the same parts."""
    sam = Sam(
        image_encoder=network.image_encoder,
        prompt_encoder=network.prompt_encoder,
        mask_decoder=network.mask_decoder,
        pixel_mean=list(PIXEL_MEAN),
        pixel_std=list(PIXEL_STD),
    )
    return SamPredictor(sam.eval())


def picture(size_hw: tuple[int, int]) -> np.ndarray:
    return np.random.default_rng(sum(size_hw)).integers(0, 256, (*size_hw, 3), np.uint8)


@pytest.mark.parametrize("size_hw", [*SIZES_HW, (3000, 4000)])
@pytest.mark.parametrize("side", [448, 1024])
def test_pictures_and_prompts_are_scaled_as_segment_anything_does(size_hw: tuple[int, int], side: int) -> None:
    """One pixel off, and every mask of the built-in model would differ from what SamPredictor gives."""
    theirs, ours = ResizeLongestSide(side), LongestSide(side)
    image = picture(size_hw)
    if min(ours.get_preprocess_shape(*size_hw, side)) > 0:
        assert np.array_equal(ours.apply_image(image), theirs.apply_image(image))
    coords = np.random.default_rng(0).uniform(0, max(size_hw), (7, 2))
    assert np.array_equal(ours.apply_coords(coords, size_hw), theirs.apply_coords(coords, size_hw))
    box = np.array([1.25, 2.5, 17.75, 20.0])
    assert np.array_equal(ours.apply_boxes(box, size_hw), theirs.apply_boxes(box, size_hw))


@pytest.mark.parametrize("size_hw", SIZES_HW)
def test_answers_are_segment_anything_s_bit_for_bit(
    size_hw: tuple[int, int], network: PromptableNetwork, plain: SamPredictor
) -> None:
    """The same weights would give other masks in a script than in the window."""
    predictor = BuiltinPredictor(network)
    image, (height, width) = picture(size_hw), size_hw
    for each in (plain, predictor):
        each.set_image(image)
    assert predictor.features is not None
    assert np.array_equal(predictor.features.numpy(), plain.features.numpy())
    assert (predictor.original_size, predictor.input_size) == (tuple(plain.original_size), tuple(plain.input_size))
    point, labels = np.array([[width / 2, height / 2], [0.0, 0.0]]), np.array([1, 0])
    box = np.array([0.0, 0.0, width * 0.75, height * 0.75])
    low_res = plain.predict(point[:1], labels[:1])[2][:1]
    for coords, chosen, boxed, before in (
        (point[:1], labels[:1], None, None),
        (point, labels, None, low_res),
        (None, None, box, None),
        (point, labels, box, low_res),
    ):
        for multimask in (True, False):
            for logits in (True, False):
                want = plain.predict(coords, chosen, boxed, before, multimask, return_logits=logits)
                got = predictor.predict(coords, chosen, boxed, before, multimask, return_logits=logits)
                for one, other in zip(want, got, strict=True):
                    assert one.dtype == other.dtype and np.array_equal(one, other)


def test_the_built_in_engine_imports_no_torchvision() -> None:
    """The first mask after a start would wait for it, as long as for torch itself."""
    program = (
        "import sys\n"
        "from sam_annotator.engine.registry import load_engine\n"
        "import numpy as np\n"
        "from sam_annotator.core.prompt import Prompt\n"
        "engine = load_engine('builtin', device='cpu')\n"
        "embedding = engine.encode(np.zeros((40, 60, 3), np.uint8))\n"
        "engine.predict(embedding, Prompt(((20.0, 20.0),), (1,)))\n"
        "print([name for name in ('torchvision', 'segment_anything', 'torch._dynamo') if name in sys.modules])\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=240)
    assert done.stdout.strip() == "[]", done.stdout + done.stderr


def test_scripts_get_segment_anything_s_own_class() -> None:
    """A script that hands the built-in model to what takes a Sam, as SamAutomaticMaskGenerator does, would break."""
    from segment_anything.modeling import Sam

    model, network = build_builtin(), build_network()
    assert isinstance(model, Sam) and not model.training
    ours, theirs = network.state_dict(), model.state_dict()
    assert ours.keys() == theirs.keys()
    assert all(bool((ours[name] == theirs[name]).all()) for name in ours)
