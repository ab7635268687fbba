"""The headless command `boxes`: a detector's boxes become masks. Imports core, store, formats, engine, console; no Qt.

Each box is a prompt; what the engine answers becomes an annotation, one transaction an image. Boxes of objects that
have a mask already are left out, so that a run that was stopped, or repeated, makes nothing twice.
"""

from __future__ import annotations

import argparse
import contextlib
from dataclasses import dataclass, field, replace
from pathlib import Path

from sam_annotator.cli_arguments import name_argument, share_argument
from sam_annotator.cli_auto import embedding_folder, loaded_engine
from sam_annotator.cli_compare import dataset_of
from sam_annotator.cli_selection import ONLY_IMAGES_HELP, choose_images, open_project
from sam_annotator.console import StatusLine, print_list
from sam_annotator.core.errors import EngineError, FormatError, ImageError
from sam_annotator.core.image_io import RgbImage, probe_image
from sam_annotator.core.records import Annotation, Dataset, Image, ImageState
from sam_annotator.core.settings import load_settings
from sam_annotator.engine.automatic import overlaps
from sam_annotator.engine.base import Engine
from sam_annotator.engine.box_prompts import BoxWish, answer_boxes
from sam_annotator.engine.embedding_folder import EmbeddingFolder
from sam_annotator.engine.offers import Offer
from sam_annotator.engine.reading_ahead import ImageEmbeddings, read_ahead
from sam_annotator.engine.registry import DEVICES, PRECISIONS, engine_row
from sam_annotator.formats.base import ImportOptions, counted
from sam_annotator.formats.detections import DETECTION_FORMATS, Detection, Detections, read_detections
from sam_annotator.store.store import Store

_INTERRUPTED = 130
_OVERLAP = 0.8


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Describe the arguments of the command."""
    parser.add_argument("project", metavar="PROJECT", type=Path)
    parser.add_argument(
        "file", metavar="FILE | FOLDER", type=Path, help="COCO results or instances with bbox; a folder of YOLO labels"
    )
    parser.add_argument("--format", choices=[id_ for id_, _ in DETECTION_FORMATS], help="by default what it looks like")
    parser.add_argument(
        "--names", metavar="FILE", type=Path, help="of YOLO's classes: a data.yaml, or one on each line"
    )
    parser.add_argument("--min-score", metavar="X", type=share_argument, default=0.0, help="leave out boxes below it")
    parser.add_argument("--category", metavar="NAME", type=name_argument, help="for all, in place of the detector's")
    parser.add_argument("--only", metavar="PATTERN", nargs="+", action="extend", default=[], help=ONLY_IMAGES_HELP)
    parser.add_argument(
        "--overlap",
        metavar="X",
        type=share_argument,
        default=_OVERLAP,
        help=f"leave out masks with a larger IoU with an annotation that is there; default {_OVERLAP:g}, 1 for none",
    )
    parser.add_argument("--engine", metavar="ID", help="by default that of the window; see sam-annotator engines")
    parser.add_argument("--checkpoint", metavar="FILE", type=Path, help="a weights file for the engine")
    parser.add_argument("--device", choices=DEVICES, help="by default that of the window")
    parser.add_argument("--precision", choices=PRECISIONS, help="by default that of the window")


def run_boxes(options: argparse.Namespace) -> int:
    """Make masks of boxes.

    Returns:
        The exit status: 0, or 130 where it was stopped by Ctrl+C.

    Raises:
        SamAnnotatorError: it can't begin, no box fits, or some images can't be used.
        UsageError: an option makes no sense.
    """
    settings = load_settings()
    engine_id = engine_row(options.engine or settings.engine_id).id
    with open_project(options.project, read_only=False) as store, StatusLine() as line:
        reading = ImportOptions(progress=lambda done, of: line.show(f"Reading {options.file.name}: {done} of {of}"))
        dataset = dataset_of(store, line)
        found = read_detections(options.file, options.format or "", dataset, reading, options.names)
        sure = found.with_score(options.min_score)
        if not found.count:
            reason = f" {found.left_out[0]}" if found.left_out else ""
            raise FormatError(f"{options.file} has no box on an image of this project; give another.{reason}")
        chosen = {image.id for image in choose_images(dataset.images, options.only)}
        line.show("Loading the engine")
        engine = loaded_engine(options, settings, engine_id)
        work = _Work(store, engine, sure, options, embedding_folder(settings), line)
        with contextlib.suppress(KeyboardInterrupt):
            work.run([image for image in dataset.images if image.id in chosen])
    return work.report(found)


@dataclass
class _Work:
    """Answers the boxes image by image, and counts what becomes of them."""

    store: Store
    engine: Engine
    found: Detections
    options: argparse.Namespace
    folder: EmbeddingFolder | None
    line: StatusLine
    images: int = 0
    boxes: int = 0
    added: int = 0
    overlapping: int = 0
    empty: int = 0
    finished: int = 0
    problems: list[str] = field(default_factory=list)
    is_complete: bool = False

    def run(self, images: list[Image]) -> None:
        """Work on all images that have boxes."""
        boxed = [image for image in images if image.id in self.found.by_image]
        todo = [image for image in boxed if image.state is not ImageState.DONE]
        self.finished = len(boxed) - len(todo)
        items = [(image, self.store.path_of(image)) for image in todo]
        with contextlib.closing(read_ahead(items, self.engine.info.device)) as read:
            for number, (image, pixels) in enumerate(read, start=1):
                assert pixels is not None
                try:
                    if isinstance(pixels, ImageError):
                        raise pixels
                    self._work_on(image, pixels, f"Image {number} of {len(todo)}: {image.name}")
                except (ImageError, EngineError) as e:
                    self.problems.append(f"{image.file_name}: {e}" if isinstance(e, EngineError) else str(e))
        self.is_complete = True

    def _work_on(self, image: Image, pixels: RgbImage, where: str) -> None:
        if image.size_hw != pixels.shape[:2]:
            raise EngineError("the file has another size than it had; put the old one back.")
        if not self.store.image(image.id).is_probed:
            self.store.set_probes([(image.id, probe_image(self.store.path_of(image)))])
        self.line.show(f"{where}, encoding")
        detections = self.found.by_image[image.id]
        offers = answer_boxes(
            self.engine,
            ImageEmbeddings(pixels, self.folder).of(self.engine),
            wishes_of(detections, self.options.category or ""),
            progress=lambda done, of: self.line.show(f"{where}, {done} of {_boxes(of)}"),
        )
        masks = [annotation.mask for annotation in self.store.annotations(image.id)]
        new = [o for o in offers if not any(overlaps(o.mask, mask, self.options.overlap) for mask in masks)]
        if new:
            with self.store.together():
                annotations = tuple(o.to_annotation(image.id, self._category_id(o)) for o in new)
                self.store.import_dataset(Dataset(annotations=_with_defaults(self.store, annotations)))
        self.images += 1
        self.boxes += len(detections)
        self.added += len(new)
        self.overlapping += len(offers) - len(new)
        self.empty += len(detections) - len(offers)

    def _category_id(self, offer: Offer) -> int:
        for category in self.store.categories():
            if category.name == offer.category:
                return category.id
        return self.store.add_category(offer.category).id

    def report(self, found: Detections) -> int:
        """Print what was done; return the exit status.

        Args:
            found: all that was read, before boxes were left out by their score.

        Raises:
            ImageError: some images can't be used.
        """
        info = self.engine.info
        print(
            f"Added {counted(self.added, 'annotation')} of {_boxes(self.boxes)} on {counted(self.images, 'image')} "
            f"with {info.title}."
        )
        for number, text in (
            (found.count - self.found.count, "left out: a score below --min-score"),
            (self.overlapping, "left out: overlapping annotations (--overlap)"),
            (self.empty, "in which the engine found nothing"),
        ):
            if number:
                print(f"  {_boxes(number)} {text}")
        if self.finished:
            print(f"  {counted(self.finished, 'image')} left alone: marked as done")
        print_list((*found.left_out, *found.notes))
        if self.problems:
            print(f"{counted(len(self.problems), 'image')} can't be used:")
            print_list(self.problems)
        if not self.is_complete:
            self.line.say("Stopped; the same command goes on with the boxes that are left.")
            return _INTERRUPTED
        if self.problems:
            failed = f"{len(self.problems)} of {counted(self.images + len(self.problems), 'image')}"
            raise ImageError(f"{failed} can't be used: {self.problems[0]}")
        return 0


def wishes_of(detections: tuple[Detection, ...], category: str = "") -> list[BoxWish]:
    """Return boxes as an engine takes them.

    Args:
        detections: of an image.
        category: for all of them; "" for their own.
    """
    return [BoxWish(d.box_xyxy, category or d.category, d.score) for d in detections]


def _with_defaults(store: Store, annotations: tuple[Annotation, ...]) -> tuple[Annotation, ...]:
    """Return annotations with the defaults of the project's attributes, as the window gives them."""
    options = store.options()
    return tuple(replace(a, attributes=options.defaults_for(a.category_id)) for a in annotations)


def _boxes(number: int) -> str:
    return "1 box" if number == 1 else f"{number} boxes"
