"""FEATURES: the parts of the window that come after its first image, and the one place that makes them."""

from __future__ import annotations

import importlib
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from sam_annotator.ui.feature import Feature, Parts


@dataclass(frozen=True, slots=True)
class FeatureRow:
    """Where a feature is: its class is imported when it is made."""

    module: str
    name: str


FEATURES: tuple[FeatureRow, ...] = (
    FeatureRow("sam_annotator.ui.review_feature", "ReviewFeature"),
    FeatureRow("sam_annotator.ui.palette_feature", "PaletteFeature"),
    FeatureRow("sam_annotator.ui.canvas_feature", "CanvasFeature"),
    FeatureRow("sam_annotator.ui.image_feature", "ImageFeature"),
    FeatureRow("sam_annotator.ui.mask_feature", "MaskFeature"),
    FeatureRow("sam_annotator.ui.move_feature", "MoveFeature"),
    FeatureRow("sam_annotator.ui.selection_feature", "SelectionFeature"),
    FeatureRow("sam_annotator.ui.clean_up_feature", "CleanUpFeature"),
    FeatureRow("sam_annotator.ui.clipboard_feature", "ClipboardFeature"),
    FeatureRow("sam_annotator.ui.attribute_feature", "AttributeFeature"),
    FeatureRow("sam_annotator.ui.category_feature", "CategoryFeature"),
    FeatureRow("sam_annotator.ui.progress_feature", "ProgressFeature"),
    FeatureRow("sam_annotator.ui.inspect_feature", "InspectFeature"),
    FeatureRow("sam_annotator.ui.doubt_feature", "DoubtFeature"),
    FeatureRow("sam_annotator.ui.table_feature", "TableFeature"),
    FeatureRow("sam_annotator.ui.replay_feature", "ReplayFeature"),
    FeatureRow("sam_annotator.ui.automatic_feature", "AutomaticFeature"),
    FeatureRow("sam_annotator.ui.compare_feature", "CompareFeature"),
    FeatureRow("sam_annotator.ui.merge_feature", "MergeFeature"),
)


class Features(QObject):
    """All features of one window: made once, on the first action of one or when the start comes to them.

    Signals:
        changed(): facts or checked actions are others.
    """

    changed = Signal()

    def __init__(self, parts: Parts, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._parts = parts
        self._features: list[Feature] = []
        self._begun = 0  # rows of FEATURES

    def make(self) -> None:
        """Make all features that there are not yet."""
        while self.make_next():
            pass

    def make_next(self) -> bool:
        """Make one more feature; returns whether there is another one to make."""
        if self._begun == len(FEATURES):
            return False
        row = FEATURES[self._begun]
        self._begun += 1
        feature: Feature = getattr(importlib.import_module(row.module), row.name)(self._parts, self)
        feature.changed.connect(self.changed)
        self._features.append(feature)
        if self._begun == len(FEATURES):
            self.changed.emit()
        return self._begun < len(FEATURES)

    def run(self, action_id: str) -> None:
        """Do what an action of a feature does.

        Raises:
            KeyError: no feature has it.
        """
        self.make()
        for feature in self._features:
            if action_id in feature.handlers:
                feature.handlers[action_id]()
                return
        raise KeyError(action_id)

    @property
    def facts(self) -> frozenset[str]:
        """What all features say is so."""
        return frozenset().union(*(f.facts for f in self._features))

    @property
    def checked(self) -> frozenset[str]:
        """Ids of the checkable actions of features that are on."""
        return frozenset().union(*(f.checked for f in self._features))

    def shut_down(self) -> None:
        """Bring all to rest."""
        for feature in self._features:
            feature.shut_down()
