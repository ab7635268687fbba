"""Export a checkpoint's averaged weights to float16 safetensors, as the program loads them.

`python -m training.export RUN/last.pt resources/models/builtin.safetensors`
"""

from __future__ import annotations

import argparse
from pathlib import Path

import torch
from safetensors.torch import save_file

from sam_annotator.engine.builtin import ARCHITECTURE, IMG_SIZE, NAME, VERSION


def export(checkpoint: Path, out: Path, *, img_size: int = IMG_SIZE) -> int:
    """Write the averaged weights of `checkpoint`; return the file's size in bytes."""
    saved = torch.load(checkpoint, map_location="cpu", weights_only=True)
    state = {key: value.to(torch.float16).contiguous() for key, value in saved["average"].items()}
    header = {"format": "pt", "name": NAME, "version": VERSION, "architecture": ARCHITECTURE}
    header |= {"img_size": str(img_size), "dtype": "float16", "license": "Apache-2.0"}
    out.parent.mkdir(parents=True, exist_ok=True)
    save_file(state, out, metadata=header)
    return out.stat().st_size


def main() -> None:
    """Export from the command line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("checkpoint", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--img-size", type=int, default=IMG_SIZE)
    args = parser.parse_args()
    print(f"{args.out}: {export(args.checkpoint, args.out, img_size=args.img_size) / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
