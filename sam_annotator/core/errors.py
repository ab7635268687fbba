"""The exception tree. Every message is one sentence for the user, with a next step where there is one.

SamAnnotatorError
├── ImageError             an image file can't be used
│   ├── ImageMissingError      it is not where the project expects it
│   ├── ImageUnreadableError   it is damaged or of an unknown kind
│   └── ImageTooLargeError     it has more pixels than MAX_PIXELS
├── MaskError              pixels or an RLE that can't be a mask
├── ProjectError           a project can't be used
│   ├── ProjectMissingError    there is none at that place
│   ├── ProjectLockedError     another window or command writes to it
│   ├── ProjectReadOnlyError   a change was asked of a project opened read-only
│   ├── ProjectDamagedError    the file is no project, is damaged, or is of a newer version
│   ├── ChangeCancelled        the user stopped a change on its way; nothing was changed
│   └── AlreadyDone            all is as a change would make it; nothing was changed, and nobody need be told
├── FormatError            a file can't be imported or exported
│   └── ImportRefused          it was read, but does not fit; carries the reasons
└── EngineError            an engine can't be used
    ├── EngineUnknownError     there is no engine of that id
    ├── CheckpointError        a checkpoint is missing, damaged or of another architecture
    └── DownloadError          a checkpoint could not be fetched
"""

from __future__ import annotations

from collections.abc import Sequence


class SamAnnotatorError(Exception):
    """Base of all errors that are shown to the user."""


class ImageError(SamAnnotatorError):
    """An image file can't be used."""


class ImageMissingError(ImageError):
    """An image file is not where the project expects it."""


class ImageUnreadableError(ImageError):
    """An image file is damaged or of a kind that can't be decoded."""


class ImageTooLargeError(ImageError):
    """An image has more pixels than the program takes."""


class MaskError(SamAnnotatorError):
    """Pixels, a polygon or an RLE can't be a mask."""


class ProjectError(SamAnnotatorError):
    """A project can't be used."""


class ProjectMissingError(ProjectError):
    """There is no project at a place."""


class ProjectLockedError(ProjectError):
    """Another window or command writes to the project."""


class ProjectReadOnlyError(ProjectError):
    """A change was asked of a project that is open read-only."""


class ProjectDamagedError(ProjectError):
    """A project file is damaged, no project, or made by a newer version."""


class ChangeCancelled(ProjectError):
    """The user stopped a change of a project on its way; nothing was changed."""


class AlreadyDone(ProjectError):
    """All is as a change would make it: nothing was changed, and nobody need be told."""


class FormatError(SamAnnotatorError):
    """A file can't be imported or exported."""


class ImportRefused(FormatError):
    """A file was read but does not fit the project.

    Attributes:
        reasons: one sentence for each thing that does not fit.
    """

    def __init__(self, message: str, reasons: Sequence[str] = ()) -> None:
        super().__init__(message)
        self.reasons = tuple(reasons)


class EngineError(SamAnnotatorError):
    """An engine can't be used."""


class EngineUnknownError(EngineError):
    """There is no engine of that id."""


class CheckpointError(EngineError):
    """A checkpoint is missing, damaged or of another architecture."""


class DownloadError(EngineError):
    """A checkpoint could not be fetched."""
