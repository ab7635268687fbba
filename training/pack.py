"""Pack folders of photographs and region labels into flat memory-mapped arrays.

`python -m training.pack DATA OUT` reads DATA/<set>/images/*.jpg and labels/*.png (one
integer per region, 0 unlabelled) and writes, per set, one uint8 file of pixels, one uint16
file of labels and an index. Reads opencv and numpy only.
"""

from __future__ import annotations

import argparse
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np
import numpy.typing as npt

TRAINING_SETS = ("coco_train", "ccp", "facade", "dsb2018")
"""Folders that may be trained on; the evaluation folder is not among them."""
HELD_OUT_EVERY = 10
"""One photograph in this many is kept for validation, chosen by position in the sorted list."""


@dataclass(frozen=True, slots=True)
class Packed:
    """One packed set: photographs (H,W,3) uint8 RGB and labels (H,W) uint16 by number."""

    name: str
    pixels: npt.NDArray[np.uint8]
    labels: npt.NDArray[np.uint16]
    starts: npt.NDArray[np.int64]
    sizes_hw: npt.NDArray[np.int64]

    def __len__(self) -> int:
        return len(self.sizes_hw)

    def photo(self, number: int) -> tuple[npt.NDArray[np.uint8], npt.NDArray[np.uint16]]:
        """Return photograph and labels, both views of the mapped files."""
        height, width = (int(v) for v in self.sizes_hw[number])
        start = int(self.starts[number])
        stop = start + height * width
        pixels = self.pixels[3 * start : 3 * stop].reshape(height, width, 3)
        return pixels, self.labels[start:stop].reshape(height, width)


def open_packed(folder: Path, name: str) -> Packed:
    """Map the packed set `name` in `folder`."""
    index = np.load(folder / f"{name}.index.npz")
    return Packed(
        name,
        np.memmap(folder / f"{name}.pixels", np.uint8, "r"),
        np.memmap(folder / f"{name}.labels", np.uint16, "r"),
        index["starts"],
        index["sizes_hw"],
    )


def split(packed: Packed, *, validation: bool) -> npt.NDArray[np.int64]:
    """Return the numbers of the validation photographs of a set, or of all others."""
    numbers = np.arange(len(packed))
    block = max(1, len(packed) // 20) if packed.name == "facade" else 1
    held_out = (numbers // block) % HELD_OUT_EVERY == HELD_OUT_EVERY - 1
    return numbers[held_out == validation]


def pack(data: Path, out: Path, name: str, *, max_side: int) -> int:
    """Pack one set; return its number of photographs."""
    starts, sizes, total = [], [], 0
    with (out / f"{name}.pixels").open("wb") as pixels, (out / f"{name}.labels").open("wb") as labels:
        for path in sorted((data / name / "images").glob("*.jpg")):
            image, regions = read_pair(path)
            scale = min(1.0, max_side / max(regions.shape))
            if scale < 1:
                size = (round(regions.shape[1] * scale), round(regions.shape[0] * scale))
                image = cv2.resize(image, size, interpolation=cv2.INTER_AREA)
                regions = cv2.resize(regions, size, interpolation=cv2.INTER_NEAREST)
            pixels.write(np.ascontiguousarray(image).tobytes())
            labels.write(np.ascontiguousarray(regions).tobytes())
            starts.append(total)
            sizes.append(regions.shape)
            total += regions.size
    np.savez(out / f"{name}.index.npz", starts=np.array(starts), sizes_hw=np.array(sizes))
    return len(sizes)


def read_pair(path: Path) -> tuple[npt.NDArray[np.uint8], npt.NDArray[np.uint16]]:
    """Read images/NAME.jpg as RGB with labels/NAME.png (or NAME.0.png, the first annotator)."""
    label_path = path.parent.parent / "labels" / f"{path.stem}.png"
    if not label_path.exists():
        label_path = label_path.with_name(f"{path.stem}.0.png")
    image = cv2.imread(str(path), cv2.IMREAD_COLOR)
    regions = cv2.imread(str(label_path), cv2.IMREAD_UNCHANGED)
    if image is None or regions is None:
        raise FileNotFoundError(f"{path} or its label image cannot be read.")
    return cv2.cvtColor(image, cv2.COLOR_BGR2RGB).astype(np.uint8), regions.astype(np.uint16)


def main() -> None:
    """Pack every training set found in a data folder."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("data", type=Path, help="folder that holds coco_train, ccp, ...")
    parser.add_argument("out", type=Path)
    parser.add_argument("--max-side", type=int, default=640)
    args = parser.parse_args()
    args.out.mkdir(parents=True, exist_ok=True)
    for name in TRAINING_SETS:
        print(name, pack(args.data, args.out, name, max_side=args.max_side))


if __name__ == "__main__":
    main()
