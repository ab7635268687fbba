"""Segment everything in a project: what is found becomes annotations. Imports core, store, engine, console; no Qt.

One transaction an image, and what was done is remembered: a run that was stopped goes on where it was, and objects
that were deleted since do not come back.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import logging
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from sam_annotator.cli_selection import choose_images
from sam_annotator.console import StatusLine, print_list
from sam_annotator.core.errors import EngineError, ImageError, ProjectError
from sam_annotator.core.image_io import RgbImage, probe_image
from sam_annotator.core.records import Annotation, Dataset, Image, ImageState
from sam_annotator.core.requests import EngineInfo
from sam_annotator.core.settings import data_dir
from sam_annotator.engine.automatic import SOURCE, fitting_area, propose, without_overlaps
from sam_annotator.engine.automatic_options import AutomaticOptions
from sam_annotator.engine.base import Engine
from sam_annotator.engine.embedding_folder import EmbeddingFolder
from sam_annotator.engine.reading_ahead import ImageEmbeddings, read_ahead
from sam_annotator.formats.base import counted
from sam_annotator.store.places import Target, open_target
from sam_annotator.store.scan import find_images, plan_sync
from sam_annotator.store.store import Store

_INTERRUPTED = 130
_RECENT = 20  # images that the time left is told from

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Wishes:
    """What is to become of a project's images, and of what is found in them.

    Attributes:
        category: name of the new annotations' category, made where it is not there.
        overlap: objects whose IoU with an annotation is larger are left out.
        only_new: whether images that have annotations are left alone.
        again: whether images that were done so before are done once more.
        min_area: of an object, in pixels.
        max_area: likewise; None for no limit.
        only: patterns of image files; none for all.
    """

    category: str
    overlap: float
    only_new: bool = False
    again: bool = False
    min_area: int = 1
    max_area: int | None = None
    only: tuple[str, ...] = ()


@contextlib.contextmanager
def opened_project(target: Target) -> Iterator[Store]:
    """Open the project, or make that of a folder of images, and look for its images."""
    if target.image_root is not None and not find_images(target.image_root):
        raise ProjectError(
            f"There are no images in {target.image_root}; give a folder with JPEG, PNG, TIFF, WebP or BMP files."
        )
    with open_target(target, read_only_if_locked=False) as store:
        root = store.image_root
        if not root.is_dir():
            raise ProjectError(f"The images are not in {root} any more; open the project in the window and find them.")
        plan = plan_sync(store.images(), find_images(root), lambda name: probe_image(root / name))
        if not plan.is_empty:
            store.apply_sync(plan)
        yield store


class _DoneImages:
    """Which images of a project were done with an engine and parameters.

    Told by their annotations, and by a file among the program's data: an image may have no objects, or lose them later.
    """

    def __init__(self, project_dir: Path, engine: EngineInfo, parameters: AutomaticOptions) -> None:
        self._engine, self._options = engine, parameters.to_json()
        made_by = [engine.engine_id, engine.checkpoint_sha256, self._options]
        key = hashlib.sha256(json.dumps([str(project_dir.resolve()), made_by]).encode("utf-8", "surrogateescape"))
        self._file = data_dir() / "auto" / f"{key.hexdigest()[:32]}.txt"
        try:
            self._lines = set(self._file.read_text("ascii").splitlines())
        except (OSError, ValueError):
            self._lines = set()

    def __contains__(self, image: Image) -> bool:
        return image.is_probed and self._line(image) in self._lines

    def add(self, image: Image) -> None:
        """Remember that an image is done."""
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            with self._file.open("a", encoding="ascii") as file:
                file.write(self._line(image) + "\n")
        except OSError as e:
            _log.warning("Which images are done can't be written down: %s", e)

    def was_made_so(self, annotation: Annotation) -> bool:
        """Whether an annotation was found by the same engine with the same parameters."""
        made = annotation.provenance
        return (
            made.source == SOURCE
            and (made.engine_id, made.checkpoint_sha256) == (self._engine.engine_id, self._engine.checkpoint_sha256)
            and made.extra.get("options") == self._options
        )

    @staticmethod
    def _line(image: Image) -> str:
        return f"{image.id} {image.sha256}"


@dataclass
class _Counts:
    """What became of the images and of what was found in them."""

    total: int = 0
    worked_on: int = 0
    added: int = 0
    overlapping: int = 0
    other_area: int = 0
    earlier: int = 0
    annotated: int = 0
    finished: int = 0
    other: int = 0
    problems: list[str] = field(default_factory=list)


class ProjectWork:
    """Finds the objects of a project's images, and adds them.

    Args:
        store: the project, open for writing.
        engine: what finds them.
        parameters: how.
        wishes: what becomes of them.
        folder: of embeddings; None keeps none.
        line: shows how far it is.
    """

    def __init__(
        self,
        store: Store,
        engine: Engine,
        parameters: AutomaticOptions,
        wishes: Wishes,
        folder: EmbeddingFolder | None,
        line: StatusLine,
    ) -> None:
        self._store, self._engine, self._parameters, self._wishes = store, engine, parameters, wishes
        self._folder, self._line = folder, line
        self._done = _DoneImages(store.project_dir, engine.info, parameters)
        self._counts = _Counts()
        self._times_s: list[float] = []
        self._is_complete = False

    def run(self) -> None:
        """Work on all images; `report` tells what became of them, also after an exception."""
        images = self._chosen()
        start = time.monotonic()
        items = [(image, self._store.path_of(image)) for image in images]
        with contextlib.closing(read_ahead(items, self._engine.info.device)) as read:
            for number, (image, pixels) in enumerate(read):
                assert pixels is not None
                try:
                    if isinstance(pixels, ImageError):
                        raise pixels
                    self._work_on(image, pixels, f"Image {number + 1} of {len(images)}{self._left(len(images))}")
                except (ImageError, EngineError) as e:
                    self._counts.problems.append(f"{image.file_name}: {e}" if isinstance(e, EngineError) else str(e))
                self._times_s.append(time.monotonic() - start)
                start = time.monotonic()
        self._is_complete = True

    def _chosen(self) -> list[Image]:
        """Return the images to work on, and count the others."""
        every, annotated = self._store.images(), self._store.annotation_counts()
        images = choose_images(every, self._wishes.only)
        self._counts.total, self._counts.other = len(every), len(every) - len(images)
        chosen: list[Image] = []
        for image in images:
            if image.state is ImageState.DONE:
                self._counts.finished += 1
            elif self._wishes.only_new and annotated.get(image.id):
                self._counts.annotated += 1
            elif not self._wishes.again and self._is_done(image, bool(annotated.get(image.id))):
                self._counts.earlier += 1
            else:
                chosen.append(image)
        return chosen

    def _is_done(self, image: Image, is_annotated: bool) -> bool:
        if image in self._done:
            return True
        return is_annotated and any(map(self._done.was_made_so, self._store.annotations(image.id)))

    def _work_on(self, image: Image, pixels: RgbImage, where: str) -> None:
        store = self._store
        if not image.is_probed:
            store.set_probes([(image.id, probe_image(store.path_of(image)))])
            image = store.image(image.id)
        if image.size_hw != pixels.shape[:2]:
            raise EngineError("the file has another size than it had; put the old one back.")
        self._line.show(f"{where}: encoding {image.name}")
        found = propose(
            self._engine,
            pixels,
            self._parameters,
            embedding=ImageEmbeddings(pixels, self._folder).of(self._engine),
            progress=lambda done, total: self._line.show(f"{where}: {image.name}, {done} of {total} points"),
        )
        fitting = fitting_area(found, self._wishes.min_area, self._wishes.max_area)
        masks = [annotation.mask for annotation in store.annotations(image.id)]
        new = without_overlaps(fitting, masks, self._wishes.overlap)
        if new:
            category_id, info = self._category_id(), self._engine.info
            annotations = tuple(
                Annotation(
                    0,
                    image.id,
                    category_id,
                    proposal.mask,
                    score=proposal.predicted_iou,
                    provenance=proposal.provenance(info, self._parameters),
                )
                for proposal in new
            )
            store.import_dataset(Dataset(annotations=annotations))
        self._done.add(image)
        self._counts.worked_on += 1
        self._counts.added += len(new)
        self._counts.overlapping += len(fitting) - len(new)
        self._counts.other_area += len(found) - len(fitting)

    def _category_id(self) -> int:
        for category in self._store.categories():
            if category.name == self._wishes.category:
                return category.id
        return self._store.add_category(self._wishes.category).id

    def _left(self, total: int) -> str:
        if not self._times_s:
            return ""
        recent = self._times_s[-_RECENT:]
        minutes = sum(recent) / len(recent) * (total - len(self._times_s)) / 60
        return f" (about {minutes:.0f} min left)" if minutes >= 2 else ""

    def report(self) -> int:
        """Print what was done; return the exit status.

        Raises:
            ImageError: some images can't be used.
        """
        counts = self._counts
        print(
            f'Added {counted(counts.added, "annotation")} of "{self._wishes.category}" on {counts.worked_on} of '
            f"{counted(counts.total, 'image')} with {self._engine.info.title}."
        )
        for number, text in (
            (counts.overlapping, "left out: overlapping annotations (--overlap)"),
            (counts.other_area, "left out by area (--min-area, --max-area)"),
        ):
            if number:
                print(f"  {counted(number, 'object')} {text}")
        for number, text in (
            (counts.earlier, "done before with these parameters (--again does them once more)"),
            (counts.annotated, "left alone: annotated already (--only-new)"),
            (counts.finished, "left alone: marked as done"),
            (counts.other, "left alone: not among those of --only"),
        ):
            if number:
                print(f"  {counted(number, 'image')} {text}")
        if counts.problems:
            print(f"{counted(len(counts.problems), 'image')} can't be used:")
            print_list(counts.problems)
        if not self._is_complete:
            self._line.say("Stopped; the same command goes on with the images that are left.")
            return _INTERRUPTED
        if counts.problems:
            failed = f"{len(counts.problems)} of {counted(counts.total, 'image')}"
            raise ImageError(f"{failed} can't be used: {counts.problems[0]}")
        return 0
