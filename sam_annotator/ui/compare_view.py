"""CompareView: theirs on the canvas, and the difference that is looked at: brought close, its pixels told apart."""

from __future__ import annotations

from PySide6.QtCore import QObject

from sam_annotator.core.comparison import Difference, Place
from sam_annotator.core.geometry import Box
from sam_annotator.core.mask_algebra import difference
from sam_annotator.core.records import Annotation
from sam_annotator.ui.canvas.close_up import close_up
from sam_annotator.ui.comparison_keeper import ComparisonKeeper
from sam_annotator.ui.feature import Parts


class CompareView(QObject):
    """Draws what the keeper holds of the image on screen."""

    def __init__(self, parts: Parts, keeper: ComparisonKeeper, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._parts, self._edits, self._keeper = parts, parts.edits, keeper
        self._canvas = parts.panels.canvas
        self.place: Place | None = None  # what is looked at
        self.is_shown = True
        self._min_score = 0.0
        self._is_going = False  # to be brought close once its image is there
        parts.images.image_ready.connect(lambda _id: self._on_ready())

    def set_shown(self, shown: bool) -> None:
        """Draw theirs, or don't."""
        self.is_shown = shown
        self._draw()

    def forget(self) -> None:
        """Show nothing: the other set is gone, or another one."""
        self.place = None
        self._draw()

    def update(self, min_score: float) -> None:
        """Draw what there is now; what theirs is less sure of is left out."""
        self._min_score = min_score
        self._draw()

    def set_place(self, place: Place | None) -> None:
        """Look at a difference, or at none; the window goes to its image."""
        self.place = place
        self._is_going = place is not None
        if place is None:
            self._draw()
            return
        image = self._edits.image
        self._edits.show(place.image_id, (place.ours,) if place.ours else ())
        if image is not None and image.id == place.image_id and self._parts.images.has_image:
            self._on_ready()

    def _on_ready(self) -> None:
        self._draw()
        image, place = self._edits.image, self.place
        if place is None or image is None or image.id != place.image_id or not self._is_going:
            return
        self._is_going = False
        boxes = [a.mask.bbox_xywh for a in self._sides(place) if a is not None]
        if boxes:
            x0, y0 = min(b[0] for b in boxes), min(b[1] for b in boxes)
            x1, y1 = max(b[0] + b[2] for b in boxes), max(b[1] + b[3] for b in boxes)
            close_up(self._canvas, Box(x0, y0, x1, y1))

    def _sides(self, place: Place) -> tuple[Annotation | None, Annotation | None]:
        """Return ours and theirs of a difference on the image on screen."""
        theirs = self._keeper.annotations_of(place.image_id)
        ours = next((a for a in self._edits.annotations if a.id == place.ours), None)
        return ours, theirs[place.theirs] if 0 <= place.theirs < len(theirs) else None

    def _draw(self) -> None:
        layer, image, place = self._canvas.second, self._edits.image, self.place
        if image is None or not self._parts.images.has_image:
            return
        theirs = self._keeper.annotations_of(image.id) if self.is_shown else ()
        fits = self._edits.is_true_to_size
        sure = {i: a for i, a in enumerate(theirs) if fits and (a.score is None or a.score >= self._min_score)}
        colors = {category.id: category.color for category in self._keeper.categories.values()}
        layer.set_theirs(sure, colors)
        here = place if place is not None and place.image_id == image.id and self.is_shown and fits else None
        layer.set_chosen([] if here is None or here.theirs < 0 else [here.theirs], faint=here is not None)
        ours, other = (None, None) if here is None else self._sides(here)
        if here is not None and here.kind in (Difference.MASK, Difference.CATEGORY) and ours and other:
            layer.sides.show(difference(ours.mask, [other.mask]), difference(other.mask, [ours.mask]))
        else:
            layer.sides.show(None, None)
        self._canvas.update()
