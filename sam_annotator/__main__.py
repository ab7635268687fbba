"""The entry point: a headless command, or the window. Qt is imported only for the window."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from sam_annotator import __version__
from sam_annotator.console import COMMANDS, OneLineParser, guarded
from sam_annotator.core.collector import collector_paused
from sam_annotator.core.errors import ProjectMissingError, SamAnnotatorError

_EPILOG = """\
without the window:
  new       make a project of a folder of images
  import    add the annotations of a COCO file
  export    write COCO, masks, cut-outs or overlays
  segment   answer one prompt on one image
  embed     encode images ahead
  auto      find all objects of images
  boxes     make masks of a detector's boxes
  replay    answer stored prompts again with another engine
  compare   say how far a project agrees with another set
  merge     take what another project has
  benchmark measure engines on your own masks
  table     print the numbers of all annotations
  doubt     list the masks that are most likely wrong
  engines   list what can run here
  check     look for damage in a project

sam-annotator COMMAND --help tells more. A folder that is named like a command is opened as ./new.
"""


def main(argv: Sequence[str] | None = None) -> int:
    """Run the program.

    Args:
        argv: arguments without the program's name; by default those of the process.

    Returns:
        The exit status: 0, 1 after an error that was told in one sentence, or 2 for wrong usage.
    """
    return guarded(lambda: _run(list(sys.argv[1:] if argv is None else argv)))


def _run(arguments: list[str]) -> int:
    # Imported under guard: Ctrl+C and a damaged installation are one sentence while numpy and cv2 are loaded, too.
    if arguments and arguments[0] in COMMANDS:
        from sam_annotator.cli import run_command

        return run_command(arguments)
    return _run_window(arguments, ", ".join(COMMANDS))


def _run_window(arguments: list[str], commands: str) -> int:
    options = _window_parser().parse_args(arguments)
    target = options.target
    if target is not None and options.demo:
        _window_parser().error("--demo opens its own project; leave the path out")
    if target is not None and not target.exists():
        raise ProjectMissingError(
            f"There is nothing at {target}; give a project, a folder or an image, or one of the commands {commands}."
        )
    if _has_no_display():
        raise SamAnnotatorError(
            "There is no display for the window (neither DISPLAY nor WAYLAND_DISPLAY is set); start it in a desktop "
            f"session, or use one of the commands {commands}."
        )
    with collector_paused():  # nothing that is imported is garbage; the window ends the pause once it has started
        from sam_annotator.run import run_window

        return run_window(target, options.engine, options.checkpoint, options.device, options.demo)


def _has_no_display() -> bool:
    """Whether Qt would end the process, because it finds neither X11 nor Wayland nor the wish for anything else."""
    names = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "WAYLAND_SOCKET")
    return sys.platform.startswith("linux") and not any(os.environ.get(name) for name in names)


def _window_parser() -> argparse.ArgumentParser:
    parser = OneLineParser(
        prog="sam-annotator",
        description="Label images with Segment Anything: click an object, get its mask, export COCO.",
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    parser.add_argument(
        "target", nargs="?", type=Path, metavar="PROJECT | FOLDER | IMAGE", help="what to open in the window"
    )
    parser.add_argument("--demo", action="store_true", help="open a demo project with photographs to try on")
    parser.add_argument("--engine", metavar="ID", help="the engine that answers clicks; see sam-annotator engines")
    parser.add_argument("--checkpoint", metavar="FILE", type=Path, help="a weights file for the engine")
    parser.add_argument("--device", choices=("auto", "cpu", "cuda", "mps"), help="where the engine runs")
    parser.add_argument("--version", action="version", version=f"SAM Annotator {__version__}")
    return parser


if __name__ == "__main__":
    sys.exit(main())
