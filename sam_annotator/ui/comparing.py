"""The work behind comparing and merging that is done on other threads. No widget; imports core, store and formats.

Each piece of work opens a Store of its own, read-only, and goes from image to image.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace
from itertools import groupby
from pathlib import Path

from sam_annotator.core.agreement import DEFAULT_IOU, MatchOptions
from sam_annotator.core.comparison import (
    HEADER,
    ImageAgreement,
    Place,
    Truth,
    compare_image,
    compare_sets,
    row_of,
)
from sam_annotator.core.comparison_table import ComparisonTable
from sam_annotator.core.errors import FormatError, ProjectError
from sam_annotator.core.files import replacing
from sam_annotator.core.image_io import ImageProbe
from sam_annotator.core.merging import Choice, MergePlan, Pick, Takeover, picked, plan_merge
from sam_annotator.core.records import Annotation, Category, Dataset, Image
from sam_annotator.core.second_set import SecondSet, aligned_ids, with_categories
from sam_annotator.core.words import tr
from sam_annotator.store.places import resolve_target
from sam_annotator.store.scan import probe_images, with_probes
from sam_annotator.store.second_project import SecondProject, refuse_itself
from sam_annotator.store.store import PROJECT_FILE, Store

Told = Callable[[int, int], None]
Cancelled = Callable[[], bool]
Probes = tuple[tuple[int, ImageProbe], ...]

_WHOLE = 1000  # steps of a job of several parts


@dataclass(frozen=True, slots=True, eq=False)
class Source:
    """A second set that each thread opens for itself.

    Attributes:
        set: as it was read.
        categories: the project's at that time.
        project: that it is of, closed; None where the set is in memory.
    """

    set: SecondSet
    categories: tuple[Category, ...]
    project: SecondProject | None = None

    @contextmanager
    def opened(self) -> Iterator[SecondSet]:
        """Open it for the block, on the thread that calls."""
        if self.project is None:
            yield self.set
            return
        with closing(self.project.again()) as other:
            yield other.set

    def aligned(self, second: SecondSet, now: Sequence[Category]) -> SecondSet:
        """Return it, opened, with the category ids that a project with these categories has."""
        changed, missing = aligned_ids(self.categories, self.set.categories, now)

        def annotations_of(image_id: int) -> Sequence[Annotation]:
            return with_categories(second.annotations_of(image_id), changed)

        return replace(second, categories=tuple(missing.values()), annotations_of=annotations_of)


@dataclass(frozen=True, slots=True, eq=False)
class Loaded:
    """A second set, what comparing with it found, and sizes of images that had to be read for it."""

    source: Source
    table: ComparisonTable
    probes: Probes


@dataclass(frozen=True, slots=True, eq=False)
class Gathered:
    """The change that decisions about differences make, of which some can't be made: locked, or gone meanwhile."""

    takeover: Takeover
    locked: int
    gone: int


def load(project_dir: Path, path: Path, options: MatchOptions, told: Told, cancelled: Cancelled) -> Loaded | None:
    """Read a second set and compare the project with it; None where it was cancelled.

    Raises:
        SamAnnotatorError: it can't be read, or has nothing to do with the project.
    """
    with Store.open(project_dir, read_only=True) as store:
        source, probes = read_source(store, path, _part(told, 0, 2), cancelled)
        if cancelled():
            return None
        table = _compared(store, source, options, _part(told, 1, 2), cancelled)
    return None if table is None else Loaded(source, table, probes)


def compare_again(
    project_dir: Path, source: Source, options: MatchOptions, told: Told, cancelled: Cancelled
) -> ComparisonTable | None:
    """Compare the project, as it is now, with a set that was read; None where it was cancelled."""
    with Store.open(project_dir, read_only=True) as store:
        return _compared(store, source, options, told, cancelled)


def compare_some(
    project_dir: Path,
    source: Source,
    image_ids: Sequence[int],
    options: MatchOptions,
    told: Told,
    cancelled: Cancelled,
) -> tuple[ImageAgreement, ...] | None:
    """Compare some images of the project, as they are now; None where it was cancelled."""
    with Store.open(project_dir, read_only=True) as store, source.opened() as opened:
        second = source.aligned(opened, store.categories())
        found: list[ImageAgreement] = []
        for done, image_id in enumerate(image_ids):
            told(done, len(image_ids))
            if cancelled():
                return None
            found.append(compare_image(image_id, store.annotations(image_id), second.annotations_of(image_id), options))
    return None if cancelled() else tuple(found)


def _compared(
    store: Store, source: Source, options: MatchOptions, told: Told, cancelled: Cancelled
) -> ComparisonTable | None:
    with source.opened() as opened:
        second = source.aligned(opened, store.categories())
        ids = [image.id for image in store.images()]
        table = ComparisonTable(compare_sets(ids, store.annotations, second, options, told, cancelled))
    return None if cancelled() else table


def read_source(store: Store, path: Path, told: Told, cancelled: Cancelled) -> tuple[Source, Probes]:
    """Read a COCO file, a list of results, or another project's images and categories.

    Raises:
        SamAnnotatorError: it can't be read, is the project itself, or none of its images is in the project.
    """
    refuse_itself(store.project_dir, path)
    images, categories = store.images(), store.categories()
    waiting = [image for image in images if not image.is_probed and not image.missing]
    probes = tuple(
        probe_images(waiting, store.path_of, progress=_part(told, 0, 2), cancelled=cancelled).probes if waiting else ()
    )
    dataset = with_probes(Dataset(images, categories), probes)
    if path.is_dir() or path.name == PROJECT_FILE:
        source = _project_source(store, path, dataset, categories)
    else:
        from sam_annotator.formats.base import ImportOptions  # late: the window needs no format
        from sam_annotator.formats.coco_second import read_second_file

        reading = ImportOptions(progress=_part(told, 1, 2), cancelled=cancelled)
        source = Source(read_second_file(path, dataset, reading), categories)
    if not source.set.image_ids:
        reason = f" {source.set.left_out[0]}" if source.set.left_out else ""
        text = tr("{name} has no image of this project; choose another one.", name=path.name)
        raise ProjectError(text + reason)
    return source, probes


def _project_source(store: Store, path: Path, dataset: Dataset, categories: tuple[Category, ...]) -> Source:
    target = resolve_target(path)
    if not target.exists:
        raise ProjectError(
            tr("There is no project in {name}; choose the folder of a project, or a COCO file.", name=path.name)
        )
    refuse_itself(store.project_dir, target.project_dir)
    with closing(SecondProject(target.project_dir, dataset)) as other:
        return Source(other.set, categories, other)


def gather(
    project_dir: Path, source: Source, places: Sequence[Place], choice: Choice, told: Told, cancelled: Cancelled
) -> Gathered | None:
    """Read the annotations of differences and say what deciding all in one way changes; None where cancelled."""
    with Store.open(project_dir, read_only=True) as store, source.opened() as opened:
        second = source.aligned(opened, store.categories())
        return gathered(store, second, places, choice, told, cancelled)


def gathered(
    store: Store,
    second: SecondSet,
    places: Sequence[Place],
    choice: Choice,
    told: Told = lambda _done, _total: None,
    cancelled: Cancelled = lambda: False,
) -> Gathered | None:
    """Do what `gather` does, of stores that the thread that calls has open; `second` has the project's category ids."""
    picks: list[Pick] = []
    images: dict[int, Image] = {}
    gone = done = 0
    for image_id, group in groupby(sorted(places, key=lambda p: p.image_id), key=lambda p: p.image_id):
        if cancelled():
            return None
        images[image_id] = store.image(image_id)
        ours = {a.id: a for a in store.annotations(image_id)}
        theirs = second.annotations_of(image_id)
        for place in group:
            done += 1
            mine = ours.get(place.ours)
            if (place.ours and mine is None) or place.theirs >= len(theirs):
                gone += 1
                continue
            picks.append(Pick(mine, theirs[place.theirs] if place.theirs >= 0 else None, choice))
        told(done, len(places))
    takeover, locked = picked(picks, second.categories, images, second.name)
    return Gathered(takeover, locked, gone)


@dataclass(frozen=True, slots=True, eq=False)
class MergeOffer:
    """What a merge would do, and what is needed to show and do it.

    Attributes:
        plan: the merge.
        images: the project's, by id.
        categories: names by id, of theirs that are new too.
        probes: see Loaded.
    """

    plan: MergePlan
    images: Mapping[int, Image]
    categories: Mapping[int, Category]
    probes: Probes


def plan(project_dir: Path, path: Path, told: Told, cancelled: Cancelled) -> MergeOffer | None:
    """Say what merging another project, or a COCO file, would do; None where it was cancelled.

    Raises:
        SamAnnotatorError: it can't be read, or has nothing to do with the project.
    """
    with Store.open(project_dir, read_only=True) as store:
        source, probes = read_source(store, path, _part(told, 0, 2), cancelled)
        if cancelled():
            return None
        images = store.images()
        with source.opened() as second:
            found = plan_merge(
                [image.id for image in images], store.annotations, second, DEFAULT_IOU, _part(told, 1, 2), cancelled
            )
    if found is None:
        return None
    categories = {category.id: category for category in (*source.categories, *source.set.categories)}
    return MergeOffer(found, {image.id: image for image in images}, categories, probes)


def write_csv(
    path: Path, table: ComparisonTable, images: Mapping[int, str], categories: Mapping[int, str], truth: Truth
) -> int:
    """Write a row for each image and category: the figures of the tables, untouched by any filter.

    Returns:
        How many rows there are.

    Raises:
        FormatError: it can't be written.
    """
    import csv  # late: a library, which would wait for torch's while the window starts

    count = 0
    try:
        with replacing(path) as part, part.open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file)
            writer.writerow([tr("Image"), tr("Category"), *(tr(head) for head in HEADER)])
            for image_id, category_id, sums in table.by_image_and_category():
                cells = ("" if value is None else value for value in row_of(sums, truth))
                writer.writerow([images.get(image_id, image_id), categories.get(category_id, ""), *cells])
                count += 1
    except OSError as e:
        raise FormatError(
            tr("{name} can't be written ({reason}); choose another place.", name=path.name, reason=e.strerror or e)
        ) from e
    return count


def _part(told: Told, number: int, count: int) -> Told:
    """Return what tells of one of several parts of a job, all as long as each other."""

    def tell(done: int, total: int) -> None:
        if total > 0:
            told((number * _WHOLE + _WHOLE * done // total) // count, _WHOLE)

    return tell
