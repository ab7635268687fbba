"""The headless command `embed`: fills the folder of embeddings ahead. Imports core, store, engine, console; no Qt."""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from sam_annotator.console import StatusLine, UsageError, print_list
from sam_annotator.core.errors import EngineError, ImageError, ProjectError
from sam_annotator.core.image_io import probe_image
from sam_annotator.core.settings import load_settings
from sam_annotator.engine.base import Engine
from sam_annotator.engine.embed_ahead import EmbedAhead, EmbedProgress
from sam_annotator.engine.embedding_folder import EmbeddingFolder, embeddings_dir
from sam_annotator.engine.registry import DEVICES, engine_row, load_engine_as_set
from sam_annotator.formats.base import counted
from sam_annotator.store.places import resolve_target
from sam_annotator.store.scan import find_images, natural_sorted, plan_sync
from sam_annotator.store.store import Store

_MEGABYTE = 1_000_000
_SETTING = '"Disk for embeddings (MB)" in the settings'
_INTERRUPTED = 130


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Describe the arguments of the command."""
    parser.add_argument("target", metavar="PROJECT | FOLDER", type=Path, help="whose images; or one image")
    parser.add_argument("--engine", metavar="ID", help="by default that of the window; see sam-annotator engines")
    parser.add_argument("--checkpoint", metavar="FILE", type=Path, help="a weights file for the engine")
    parser.add_argument("--device", choices=DEVICES, help="by default that of the window")
    parser.add_argument("--cache", metavar="DIR", type=Path, help="write into this folder, which has no bound")
    parser.add_argument("--limit", metavar="N", type=_count, help="take the first N images only")
    parser.add_argument("--json", action="store_true", help="print what was done as JSON")


def run_embed(options: argparse.Namespace) -> int:
    """Encode the images that are not in the folder of embeddings yet.

    Returns:
        The exit status: 0, or 130 where it was stopped by Ctrl+C.

    Raises:
        SamAnnotatorError: it can't begin, or some images have no embedding at the end.
    """
    settings = load_settings()
    files = _images(options.target)[: options.limit]
    folder = _folder(options.cache, settings.embedding_disk_mb)
    engine_id = options.engine or settings.engine_id
    with StatusLine() as line:
        line.show("Loading the engine")
        # In the window's precision, so that the window finds it.
        engine = load_engine_as_set(engine_row(engine_id).id, options.checkpoint, options.device or settings.device)
        work = EmbedAhead(
            engine,
            files,
            folder,
            progress=lambda progress: line.show(_progress_text(progress)),
            budget_short=lambda fitting, needed: line.say(
                f"Only {fitting} of {counted(len(files), 'image')} fit into the folder of embeddings; set {_SETTING} "
                f"to {_megabytes(needed)} for all."
            ),
        )
        is_stopped = False
        try:
            work.run()
        except KeyboardInterrupt:
            is_stopped = True
        if is_stopped:
            line.say(f"Stopped at {work.done} of {counted(len(files), 'image')}; the same command goes on from there.")
    if options.json:
        print(json.dumps(_as_json(work, engine, folder, len(files), is_stopped), indent=2))
    else:
        _print_report(work, engine, folder, len(files))
    if is_stopped:
        return _INTERRUPTED
    if work.left_out:
        raise EngineError(
            f"{work.left_out} of {counted(len(files), 'image')} did not fit into the folder of embeddings; set "
            f"{_SETTING} to {_megabytes(work.file_bytes * len(files))}, and run the same command again."
        )
    if work.problems:
        raise ImageError(f"{len(work.problems)} of {counted(len(files), 'image')} can't be used: {work.problems[0]}")
    return 0


def _images(path: Path) -> list[Path]:
    """Return the image files that a path means, in the order of the window."""
    target = resolve_target(path)
    if target.start_file is not None:
        return [target.start_file]
    if target.exists:
        with Store.open(target.project_dir, read_only=True) as store:
            root, known = store.image_root, store.images()
        if not root.is_dir():
            raise ProjectError(f"The images of {path} are not in {root} any more; open it in the window and find them.")
        found = find_images(root)
        moved = {image_id for image_id, _ in plan_sync(known, found, lambda name: probe_image(root / name)).moved}
        names = natural_sorted({*found, *(image.file_name for image in known if image.id not in moved)})
    else:
        assert target.image_root is not None
        root = target.image_root
        names = find_images(root)
    if not names:
        raise ProjectError(f"There are no images in {root}; give a folder with JPEG, PNG, TIFF, WebP or BMP files.")
    return [root / name for name in names]


def _folder(chosen: Path | None, disk_mb: int) -> EmbeddingFolder:
    """Return where the embeddings go: the chosen folder without a bound, else the user's with that of the settings."""
    if chosen is not None:
        if chosen.exists() and not chosen.is_dir():
            raise UsageError(f"--cache {chosen} is not a folder; give a folder, which is made where it is not there")
        return EmbeddingFolder(chosen.absolute())
    if not disk_mb:
        raise EngineError(f"The settings keep no embeddings on disk; raise {_SETTING}, or give a folder with --cache.")
    return EmbeddingFolder(embeddings_dir(), disk_mb * _MEGABYTE)


def _count(text: str) -> int:
    count = int(text) if text.isdecimal() else 0
    if count < 1:
        raise argparse.ArgumentTypeError(f'"{text}" is not a number of images')
    return count


def _print_report(work: EmbedAhead, engine: Engine, folder: EmbeddingFolder, total: int) -> None:
    pace = work.seconds_an_image
    each = "" if pace is None else f" ({_pace(pace)})"
    print(
        f"{work.made + work.found} of {counted(total, 'image')} have embeddings by {engine.info.title}: "
        f"{work.made} made now{each}, {work.found} from before."
    )
    if work.file_bytes:
        print(f"They take {_megabytes(work.file_bytes * (work.made + work.found))} in {folder.path}")
    if work.problems:
        print(f"{counted(len(work.problems), 'image')} can't be used:")
        print_list(work.problems)


def _as_json(
    work: EmbedAhead, engine: Engine, folder: EmbeddingFolder, total: int, is_stopped: bool
) -> dict[str, object]:
    return {
        "images": total,
        "made": work.made,
        "found": work.found,
        "left_out": work.left_out,
        "problems": work.problems,
        "stopped": is_stopped,
        "engine": engine.info.engine_id,
        "device": engine.info.device,
        "cache": str(folder.path),
        "bytes": work.file_bytes * (work.made + work.found),
        "seconds_an_image": work.seconds_an_image,
    }


def _progress_text(progress: EmbedProgress) -> str:
    parts = [f"Encoding: {progress.done} of {counted(progress.total, 'image')}"]
    if progress.seconds_an_image is not None and progress.seconds_left is not None:
        parts += [_pace(progress.seconds_an_image), f"{_duration(progress.seconds_left)} left"]
    return ", ".join(parts)


def _pace(seconds: float) -> str:
    return f"{seconds:.1f} s an image" if seconds >= 1 else f"{seconds * 1000:.0f} ms an image"


def _duration(seconds: float) -> str:
    minutes = round(seconds / 60)
    if minutes < 2:
        return f"{seconds:.0f} s"
    return f"{minutes} min" if minutes < 90 else f"{minutes // 60} h {minutes % 60} min"


def _megabytes(size_bytes: int) -> str:
    return f"{-(-size_bytes // _MEGABYTE)} MB"
