"""ImageFeature: searching, filtering and sorting the images, jumps among them, and notes and tags.

The list is made anew when the filter changes and when another image comes on screen, not at every edit: while somebody
works through the images with the fewest annotations, an image keeps its place until it is left.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

import numpy as np
from PySide6.QtCore import QObject, QPoint, Qt

from sam_annotator.core.records import Image, ImageState
from sam_annotator.core.words import tr
from sam_annotator.store.store import Store
from sam_annotator.ui.commands import UpdateImages
from sam_annotator.ui.docks.image_filter_bar import ImageFilterBar
from sam_annotator.ui.feature import Feature, Handlers, Parts
from sam_annotator.ui.figure_keeper import figure_keeper_of
from sam_annotator.ui.menus import context_menu
from sam_annotator.ui.models.image_filter import Flags, ImageColumns, ImageFilter


class ImageFeature(Feature):
    """Works on the strip of images and on what "next" and "previous" walk through."""

    def __init__(self, parts: Parts, parent: QObject | None = None) -> None:
        super().__init__(parts, parent)
        self._project, self._edits = parts.project, parts.edits
        self._strip = parts.panels.image_dock
        self._keeper = figure_keeper_of(parts.project, parts.edits)
        self._filter = ImageFilter()
        self._remembered: dict[Path, ImageFilter] = {}  # by project, as long as the window is open
        self._columns: ImageColumns | None = None
        self._waiting: Callable[[], object] | None = None  # a jump, for the figures
        self._project_dir: Path | None = None
        self._is_listed = False  # as the filter wants it; not while the figures are read
        self.bar = ImageFilterBar()
        self.bar.changed.connect(self.set_filter)
        self.bar.left.connect(parts.panels.canvas.setFocus)
        self._strip.set_bar(self.bar)
        self._strip.view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self._strip.view.customContextMenuRequested.connect(self._show_menu)
        self._project.store_changed.connect(self._on_store)
        self._project.images_changed.connect(self._on_images)
        self._project.image_updated.connect(self._on_image)
        self._project.image_going.connect(self._on_going)
        parts.actions["review.toggle"].toggled.connect(lambda is_on: None if is_on else self._list())
        self._edits.categories_changed.connect(self._show_categories)
        self._keeper.changed.connect(self._on_figures)
        self._keeper.failed.connect(self._on_failed)
        self._on_store(self._project.store)
        self._list()

    @property
    def handlers(self) -> Handlers:
        """What its actions do."""
        return {
            "image.search": self._search,
            "image.clear_filter": self.bar.clear,
            "image.first": lambda: self._go_to_end(0),
            "image.last": lambda: self._go_to_end(-1),
            "image.go_to": self._ask_where,
            "image.next_new": partial(self._next_in_state, ImageState.NEW),
            "image.next_flagged": partial(self._next_in_state, ImageState.FLAGGED),
            "image.next_with_category": self._next_with_category,
            "image.edit_note": partial(self._edit_words, "note"),
            "image.edit_tags": partial(self._edit_words, "tags"),
        }

    @property
    def facts(self) -> frozenset[str]:
        """Whether images are filtered or sorted."""
        return frozenset() if self._filter.is_plain else frozenset(("image_filter",))

    def shut_down(self) -> None:
        """Give up what is being read."""
        self._keeper.shut_down()

    # Filter

    @property
    def filter(self) -> ImageFilter:
        """Which images are listed, and how they are sorted."""
        return self._filter

    def set_filter(self, wanted: ImageFilter) -> None:
        """List other images, or sort them otherwise; the image on screen stays."""
        self._filter = wanted
        if self._project_dir is not None:
            self._remembered[self._project_dir] = wanted
        self.bar.set_filter(wanted)
        self._list()

    def _on_store(self, store: Store | None) -> None:
        self._columns = self._waiting = None
        self._project_dir = None if store is None else store.project_dir
        self._filter = ImageFilter()
        if self._project_dir is not None:
            self._filter = self._remembered.get(self._project_dir, self._filter)
        self._show_categories()
        self.bar.set_filter(self._filter)
        self._is_listed = False  # the images come next

    def _on_images(self) -> None:
        self._columns = None
        self._list()

    def _on_going(self) -> None:
        # A review goes back and forth in the list it began with, though what was reviewed may no longer match.
        is_reviewing = self.parts.actions["review.toggle"].isChecked()
        if not (is_reviewing and self._is_listed and self._project.walk_place >= 0):
            self._list()

    def _on_image(self, image: Image) -> None:
        if self._columns is not None:
            self._columns.update(image)
            self._count()

    def _on_figures(self) -> None:
        waiting, self._waiting = self._waiting, None
        if waiting is not None and self._keeper.figures is not None:
            waiting()
        if self._filter.needs_figures:
            if self._is_listed:
                self._count()
            else:
                self._list()

    def _on_failed(self) -> None:
        self._waiting = None
        if self._filter.needs_figures:
            self.set_filter(ImageFilter())

    def _show_categories(self) -> None:
        self.bar.set_categories(self._edits.categories)
        if self._filter.category_id and self._edits.category(self._filter.category_id) is None:
            self.set_filter(replace(self._filter, category_id=0))

    def _matching(self) -> Flags | None:
        """Return which images match, or None until the figures are there."""
        if self._filter.needs_figures and self._keeper.figures is None:
            self._keeper.read()
            return None
        if self._columns is None:
            self._columns = ImageColumns(self._project.images)
        return self._columns.matching(self._filter, self._keeper.figures)

    def _list(self) -> None:
        """Make the list anew; the image on screen is in it, whether it matches or not."""
        self._is_listed = False
        order: np.ndarray[tuple[int], np.dtype[np.int64]] | None = None
        if not self._filter.is_plain and self._project.images:
            flags = self._matching()
            if flags is None:
                self._strip.set_remark(tr("Reading annotations…"))
                return
            self._show_count(flags)
            flags = flags.copy()
            if self._project.row >= 0:
                flags[self._project.row] = True
            assert self._columns is not None
            order = self._columns.sorted(np.flatnonzero(flags), self._filter, self._keeper.figures)
        else:
            self._strip.set_matching(None)
        self._is_listed = True
        self._project.set_walk(None if order is None else order.tolist())
        self._strip.model.set_order(order)
        self.changed.emit()

    def _count(self) -> None:
        if not self._filter.is_plain and (flags := self._matching()) is not None:
            self._show_count(flags)

    def _show_count(self, flags: Flags) -> None:
        self._strip.set_matching(None if self._filter.lists_all else int(np.count_nonzero(flags)))

    def _search(self) -> None:
        self._strip.show()
        self._strip.set_folded(False)
        self.bar.search.setFocus()
        self.bar.search.selectAll()

    def _show_menu(self, at: QPoint) -> None:
        """Show what can be done with an image; a right click went to it already."""
        view = self._strip.view
        if view.indexAt(at).isValid():
            context_menu(("image",), self.parts.actions, view).popup(view.viewport().mapToGlobal(at))

    # Jumps

    def _go_to_end(self, place: int) -> None:
        if self._project.walk:
            self._project.go_to(self._project.walk[place])

    def _next_where(self, fits: Callable[[Image], bool], nothing: str) -> None:
        """Go to the next listed image that fits, after the last from the first on; else say that there is none."""
        walk, start = self._project.walk, self._project.walk_place
        for step in range(1, len(walk) + 1):
            row = walk[(start + step) % len(walk)]
            if row != self._project.row and fits(self._project.images[row]):
                self._project.go_to(row)
                return
        text = nothing if self._filter.lists_all else tr("{nothing} Clear the filter to look in all.", nothing=nothing)
        self.parts.notices.show(text, "info")

    def _next_in_state(self, state: ImageState) -> None:
        is_new = state == ImageState.NEW
        nothing = tr("No other image is new.") if is_new else tr("No other image is flagged.")
        self._next_where(lambda image: image.state == state, nothing)

    def _next_with_category(self) -> None:
        category, figures = self._edits.category(self._edits.current_category_id), self._keeper.figures
        if category is None:
            self.parts.notices.show(tr("Add a category in the Categories panel first."), "info")
        elif figures is None:
            self._waiting = self._next_with_category
            self._keeper.read()
        else:
            having = frozenset(figures.images_with(figures.category_ids == category.id).tolist())
            nothing = tr('No other image contains "{name}".', name=category.name)
            self._next_where(lambda image: image.id in having, nothing)

    def _ask_where(self) -> None:
        from sam_annotator.ui.dialogs.go_to_image import GoToImageDialog

        dialog = GoToImageDialog([image.file_name for image in self._project.images], self.parts.dialog_parent)
        dialog.chosen.connect(self._project.go_to)
        dialog.open()

    # Note and tags

    def _edit_words(self, first: str) -> None:
        from sam_annotator.ui.dialogs.image_words import ImageWordsDialog

        image = self._edits.image or self._project.image
        if image is None:
            return
        known = sorted({tag for other in self._project.images for tag in other.tags}, key=str.casefold)
        dialog = ImageWordsDialog(image.name, image.note, image.tags, known, first, self.parts.dialog_parent)
        dialog.kept.connect(partial(self._keep_words, image.id))
        dialog.open()

    def _keep_words(self, image_id: int, note: str, tags: Sequence[str]) -> None:
        before = self._project.image_of(image_id)
        if before is None:
            return
        after = replace(before, note=note, tags=tuple(tags))
        if after != before:
            text = tr("Change note") if before.tags == after.tags else tr("Change tags")
            self._edits.run(lambda edits: UpdateImages(edits, text, [before], [after]))
