"""ClipboardFeature: copy, cut, paste and duplicate annotations, and copy all of them to the next image.

They go over the system's clipboard as JSON, so that they can be pasted in another window of the program.
"""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QObject
from PySide6.QtGui import QGuiApplication

from sam_annotator.core.copied import Copied
from sam_annotator.core.errors import MaskError
from sam_annotator.core.mask_algebra import Pace
from sam_annotator.core.words import tr
from sam_annotator.ui.commands import Edits
from sam_annotator.ui.feature import Feature, Handlers, Parts
from sam_annotator.ui.paste_commands import PasteCopied, Read

MIME_TYPE = "application/vnd.sam-annotator.annotations+json"


class ClipboardFeature(Feature):
    """Carries annotations from image to image."""

    def __init__(self, parts: Parts, parent: QObject | None = None) -> None:
        super().__init__(parts, parent)
        self._edits = parts.edits
        self._clipboard = QGuiApplication.clipboard()
        self._waiting: tuple[int, Copied] | None = None  # for the image of this id
        self._has_some = False
        self._last_read: tuple[bytes, Copied] | None = None
        self._clipboard.dataChanged.connect(self._on_clipboard)
        parts.images.image_ready.connect(self._on_image)
        parts.project.image_failed.connect(lambda _image, _text: self._forget())
        self._on_clipboard()

    @property
    def handlers(self) -> Handlers:
        """See Feature."""
        return {
            "annotation.copy": self.copy,
            "annotation.cut": self.cut,
            "annotation.paste": self.paste,
            "annotation.duplicate": self.duplicate,
            "annotation.copy_to_next": self.copy_to_next,
        }

    @property
    def facts(self) -> frozenset[str]:
        """See Feature: "clipboard", where annotations are on it."""
        return frozenset({"clipboard"} if self._has_some else ())

    def shut_down(self) -> None:
        """See Feature."""
        self._clipboard.dataChanged.disconnect(self._on_clipboard)

    def copy(self) -> bool:
        """Put the selected annotations on the clipboard; returns whether there were any."""
        copied = self._copied(all_of_image=False)
        if copied is None:
            return False
        data, text = QMimeData(), copied.to_json().encode()
        data.setData(MIME_TYPE, text)
        self._last_read = (text, copied)
        self._clipboard.setMimeData(data)
        return True

    def cut(self) -> None:
        """Copy the selected annotations and delete them."""
        if self.copy():
            self._edits.delete(self._edits.selection)

    def paste(self) -> None:
        """Add what is on the clipboard to the image on screen."""
        data = self._data()
        text = b"" if data is None else bytes(data.data(MIME_TYPE).data())
        known = self._last_read[1] if self._last_read is not None and self._last_read[0] == text else None
        size = None if known is None else len(known.annotations)
        found = [] if known is None else [known]

        def read(pace: Pace) -> Copied:
            if not found:
                found.append(_read(text, pace))
            return found[0]

        if self._add(read, size, tr("Paste")):
            self._last_read = (text, found[0])

    def duplicate(self) -> None:
        """Add a copy of the selected annotations at the same place."""
        copied = self._copied(all_of_image=False)
        if copied is not None:
            self._add(lambda _pace: copied, len(copied.annotations), tr("Duplicate"))

    def copy_to_next(self) -> None:
        """Go to the next image and add a copy of all annotations of this one there."""
        copied, project = self._copied(all_of_image=True), self.parts.project
        before = project.image
        if copied is None:
            return
        project.step(1)
        image = project.image
        if image is not None and before is not None and image.id != before.id:
            self._waiting = (image.id, copied)
            if self.parts.images.has_image:
                self._on_image(image.id)

    def _copied(self, *, all_of_image: bool) -> Copied | None:
        edits = self._edits
        annotations = edits.annotations if all_of_image else edits.selected
        if edits.image is None or not annotations:
            return None
        return Copied.of(edits.image, annotations, edits.categories)

    def _data(self) -> QMimeData | None:
        """Return what is on the clipboard; some platforms give nothing at all where it is empty."""
        return self._clipboard.mimeData()

    def _on_clipboard(self) -> None:
        """Look at the clipboard when it changes, and only then: another program may have to be asked."""
        data = self._data()
        self._has_some = data is not None and data.hasFormat(MIME_TYPE)
        self.changed.emit()

    def _on_image(self, image_id: int) -> None:
        waiting, self._waiting = self._waiting, None
        if waiting is not None and waiting[0] == image_id:
            copied = waiting[1]
            self._add(lambda _pace: copied, len(copied.annotations), tr("Copy to next image"))

    def _forget(self) -> None:
        self._waiting = None

    def _add(self, read: Read, size: int | None, text: str) -> bool:
        """Add annotations to the image on screen as one step, and say what did not fit; returns whether some were.

        Args:
            read: see PasteCopied.
            size: likewise.
            text: what that is called.
        """
        edits, image = self._edits, self._edits.image
        if image is None:
            return False
        if not image.is_probed or not edits.is_true_to_size:
            edits.notice.emit(tr("{name} is not read yet, or was replaced; try again when it is.", name=image.name))
            return False
        made: list[PasteCopied] = []

        def make(on: Edits) -> PasteCopied:
            made.append(PasteCopied(on, text, read, size, image))
            return made[0]

        if not edits.run(make):
            return False
        if made[0].outside:
            text = tr(
                "The image has another size: {count} annotations lay outside and were left out.", count=made[0].outside
            )
            edits.notice.emit(text)
        elif made[0].is_cut:
            edits.notice.emit(tr("The image has another size: the masks lie at the same pixels, cut at its border."))
        return True


def _read(text: bytes, pace: Pace) -> Copied:
    """Return what a text from the clipboard holds.

    Raises:
        MaskError: nothing of this program.
    """
    try:
        copied = Copied.from_json(text.decode(), pace)
    except ValueError as e:
        raise MaskError(tr("There are no annotations on the clipboard; copy some first.")) from e
    if not copied.annotations:
        raise MaskError(tr("There are no annotations on the clipboard; copy some first."))
    return copied
