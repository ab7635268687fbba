"""What a format is, and what it is told and tells. Imports core; a format takes a dataset and never sees a Store."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple, Protocol

from sam_annotator.core.dataset_stream import DatasetStream
from sam_annotator.core.late import np, npt
from sam_annotator.core.options import AttributeSpec
from sam_annotator.core.records import Annotation, Category, Dataset, Image
from sam_annotator.core.words import tr

Progress = Callable[[int, int], None]
OptionValue = bool | int | str


class LogitsOf(Protocol):
    """Gives the low-res logits of annotations of an image, float32 (h, w), by annotation id; some may be missing."""

    def __call__(self, image: Image, annotations: Sequence[Annotation], /) -> Mapping[int, npt.NDArray[np.float32]]:
        """Answer the prompts of the annotations again."""


class OptionKind(StrEnum):
    """What an option of a format holds."""

    FLAG = "flag"
    NUMBER = "number"
    CHOICE = "choice"


class OptionField(NamedTuple):
    """An option of a format: a widget of the export dialog and a flag on the command line are made of it.

    Attributes:
        name: on the command line, where it stands for the same in all formats that have it.
        kind: what it holds.
        label: its name for people.
        help: what it does, a sentence.
        default: its value where none is given.
        choices: the values of a choice, with their words.
        minimum, maximum: of a number.
    """

    name: str
    kind: OptionKind
    label: str
    help: str
    default: OptionValue
    choices: tuple[tuple[str, str], ...] = ()
    minimum: int = 0
    maximum: int = 100


def _never() -> bool:
    return False


@dataclass(frozen=True, slots=True)
class ExportOptions:
    """How to write.

    Attributes:
        polygons: polygons where they decode to exactly the same pixels, for formats that know both.
        progress: told how many annotations (images, where each has a file of its own) are done, and of how many.
        cancelled: asked now and then; once True the export ends with a FormatError and nothing is written.
        values: of the format's own options, by name; one that is left out has its default.
        path_of: gives the file of an image, for formats that show its pixels.
        image_root: the folder of images, into which no pictures are written: they would be taken for images.
        logits_of: answers prompts again, for formats that write logits; None where nobody can be asked.
    """

    polygons: bool = False
    progress: Progress | None = None
    cancelled: Callable[[], bool] = _never
    values: Mapping[str, OptionValue] = field(default_factory=dict)
    path_of: Callable[[Image], Path] | None = None
    image_root: Path | None = None
    logits_of: LogitsOf | None = None

    def value(self, option: OptionField) -> OptionValue:
        """Return the value of an option."""
        return self.values.get(option.name, option.default)


@dataclass(frozen=True, slots=True)
class ExportReport:
    """What was written.

    Attributes:
        path: the file, or the folder of files.
        images_in: in the project; images_out of them were written.
        annotations_in: in the project; annotations_out of them were written.
        categories_out: that were written: all.
        polygons_out: annotations that were written as polygons.
        left_out: one sentence for each image or annotation that was not written, with why.
        notes: whatever else to know.
    """

    path: Path
    images_in: int = 0
    images_out: int = 0
    annotations_in: int = 0
    annotations_out: int = 0
    categories_out: int = 0
    polygons_out: int = 0
    left_out: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def summary(self) -> str:
        """The report in one sentence."""
        return tr(
            "Wrote {images_out} of {images}, {annotations_out} of {annotations} and {categories} to {name}.",
            images_out=self.images_out,
            images=_images(self.images_in),
            annotations_out=self.annotations_out,
            annotations=_annotations(self.annotations_in),
            categories=_categories(self.categories_out),
            name=self.path.name,
        )


@dataclass(frozen=True, slots=True)
class ImportOptions:
    """How to read.

    Attributes:
        skip_invalid: pass over what does not fit instead of refusing the file.
        progress: told how many annotations are done, and of how many.
        cancelled: asked now and then; once True the import ends with a FormatError.
    """

    skip_invalid: bool = False
    progress: Progress | None = None
    cancelled: Callable[[], bool] = _never


@dataclass(frozen=True, slots=True)
class ImportResult:
    """What a file adds to a project; `dataset` is for Store.import_dataset.

    Attributes:
        categories: that the project does not have yet; their ids are not among the project's.
        annotations: to add, with the file's ids and the project's image ids.
        images: of the project, with the state, note, tags and review that the file gives them.
        attributes: definitions that the project does not have yet; their category ids are those of annotations.
        reviewed: annotations of the project, with the review that the file gives them.
        already_there: number of annotations that the project has already.
        skipped: one sentence for each thing passed over because it does not fit.
        notes: whatever else to know.
    """

    categories: tuple[Category, ...] = ()
    annotations: tuple[Annotation, ...] = ()
    images: tuple[Image, ...] = ()
    attributes: tuple[AttributeSpec, ...] = ()
    reviewed: tuple[Annotation, ...] = ()
    already_there: int = 0
    skipped: tuple[str, ...] = ()
    notes: tuple[str, ...] = field(default=())

    @property
    def dataset(self) -> Dataset:
        """What is to be added."""
        return Dataset(
            images=self.images,
            categories=self.categories,
            annotations=self.annotations,
            attributes=self.attributes,
            reviewed=self.reviewed,
        )

    @property
    def summary(self) -> str:
        """The result in one sentence."""
        annotations, categories = _annotations(len(self.annotations)), _categories(len(self.categories))
        text = tr("{annotations} and {categories} added", annotations=annotations, categories=categories)
        if self.already_there:
            text = tr("{text}, {n} already there", text=text, n=self.already_there)
        if self.skipped:
            text = tr("{text}, {n} skipped because they do not fit", text=text, n=len(self.skipped))
        return tr("{text}.", text=text)


class Format(Protocol):
    """A kind of file that projects are exported to and imported from."""

    @property
    def id(self) -> str:
        """Its name on the command line."""

    @property
    def title(self) -> str:
        """Its name for people."""

    @property
    def suffixes(self) -> tuple[str, ...]:
        """How its files' names end, the usual one first; () where it writes a folder of files."""

    @property
    def can_read(self) -> bool:
        """Whether its files can be imported."""

    @property
    def options(self) -> tuple[OptionField, ...]:
        """What can be chosen when it is written."""

    def write(self, dataset: Dataset | DatasetStream, out: Path, options: ExportOptions) -> ExportReport:
        """Write a dataset to a file or a new folder, in one step: on any failure an older file stays as it was.

        Args:
            dataset: in memory, or with annotations that are read while they are used; `DatasetStream.of` makes one of
                the other.
            out: the file; or a folder that is not there yet, or is empty.
            options: how.

        Raises:
            FormatError: it can't be written.
        """

    def read(self, path: Path, dataset: Dataset, options: ImportOptions) -> ImportResult:
        """Read a file and tell what it adds to the project `dataset`; nothing is changed.

        Raises:
            FormatError: the file can't be read.
            ImportRefused: it does not fit the project, with the reasons.
        """


def _images(n: int) -> str:
    return tr("{n} image", n=n) if n == 1 else tr("{n} images", n=n)


def _annotations(n: int) -> str:
    return tr("{n} annotation", n=n) if n == 1 else tr("{n} annotations", n=n)


def _categories(n: int) -> str:
    return tr("{n} category", n=n) if n == 1 else tr("{n} categories", n=n)


def counted(number: int, noun: str) -> str:
    """Return a number with its noun: "1 image", "2 categories"."""
    plural = noun[:-1] + "ies" if noun.endswith("y") else noun + "s"
    return f"{number} {noun if number == 1 else plural}"
