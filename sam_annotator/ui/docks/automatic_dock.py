"""AutomaticDock: where and how to search, how far the search is, and which proposals are shown. Decides nothing."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QSlider,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from sam_annotator.core.words import mark, tr
from sam_annotator.engine.automatic_options import PRESETS, AutomaticOptions
from sam_annotator.engine.offers import Offer
from sam_annotator.ui.dialogs.parts import remark
from sam_annotator.ui.docks.automatic_parameters import ParameterForm
from sam_annotator.ui.docks.dock import Dock
from sam_annotator.ui.models.figures import grouped, score_text
from sam_annotator.ui.proposal_shelf import OfferFilter
from sam_annotator.ui.theme import GAP, HALF_GAP, body_font, strong, tabular

SCOPES = ("image", "box", "filtered", "project")
_SCOPE_WORDS = {
    "image": mark("This image"),
    "box": mark("The box drawn on the image"),
    "filtered": mark("The images listed ({n})"),
    "project": mark("The whole project ({n})"),
}
_STEPS = 200  # of a slider of areas
_OWN = "own"


class AutomaticDock(Dock):
    """The panel.

    Signals:
        run_requested(): search, as the panel says.
        cancel_requested(): end the search.
        options_changed(): other parameters than before.
        filter_changed(OfferFilter): others are shown.
        came_up(): it is to be seen.
        went_away(): it is not to be seen any more.
    """

    run_requested = Signal()
    cancel_requested = Signal()
    options_changed = Signal()
    filter_changed = Signal(object)
    came_up = Signal()
    went_away = Signal()

    def __init__(self, actions: Mapping[str, QAction], parent: QWidget | None = None) -> None:
        super().__init__(tr("Segment everything"), "automaticDock", parent)
        self._presets: Mapping[str, AutomaticOptions] = {preset.id: preset.options for preset in PRESETS}
        self._areas: tuple[int, int] | None = None  # of the smallest and the largest that there were on this image
        self._min_area: int = 0  # what was chosen
        self._max_area: int | None = None
        self._is_up = False
        self._is_quiet = False
        body = QWidget(self)
        body.setProperty("plain", True)
        column = QVBoxLayout(body)
        column.setContentsMargins(GAP, GAP, GAP, GAP)
        column.setSpacing(GAP)
        self._make_search(column)
        column.addSpacing(GAP)
        self._make_results(column, actions)
        column.addStretch(1)
        area = QScrollArea(self)
        area.setAccessibleName(tr("Segment everything"))
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(body)
        self._body_of_scroll = body
        self._column.addWidget(area, 1)
        self.set_running(False)
        self.set_counts(0, 0)
        self._on_preset()
        self.visibilityChanged.connect(self._on_visibility)
        self.folded.connect(lambda folded: self._on_visibility(not folded and self.isVisible()))

    @property
    def is_seen(self) -> bool:
        """Whether the user sees what is in it."""
        return self._is_up and not self.is_folded

    def _on_visibility(self, is_up: bool) -> None:
        self._is_up = is_up
        (self.came_up if self.is_seen else self.went_away).emit()

    # The search

    def _make_search(self, column: QVBoxLayout) -> None:
        self.scope = QComboBox(self)
        self.scope.setObjectName("automaticScope")
        for scope in SCOPES:
            self.scope.addItem(tr(_SCOPE_WORDS[scope], n=0), scope)
        self.preset = QComboBox(self)
        self.preset.setObjectName("automaticPreset")
        for preset in PRESETS:
            self.preset.addItem(tr(preset.title), preset.id)
        self.preset.addItem(tr("Own parameters"), _OWN)
        self.preset.setCurrentIndex(1)
        for box in (self.scope, self.preset):  # long words are cut rather than the panel widened
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.setMinimumContentsLength(12)
            box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        pairs = QGridLayout()
        pairs.setHorizontalSpacing(GAP)
        pairs.setVerticalSpacing(HALF_GAP)
        pairs.setColumnStretch(1, 1)
        for place, (words, box) in enumerate(((tr("Where"), self.scope), (tr("Preset"), self.preset))):
            label = QLabel(words, self)
            label.setBuddy(box)
            box.setAccessibleName(words)
            pairs.addWidget(label, place, 0)
            pairs.addWidget(box, place, 1)
        column.addLayout(pairs)
        self._help = remark()
        column.addWidget(self._help)
        self.more = QToolButton(self)
        self.more.setObjectName("automaticMore")
        self.more.setText(tr("Parameters"))
        self.more.setCheckable(True)
        self.more.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.more.setArrowType(Qt.ArrowType.RightArrow)
        self.more.setAutoRaise(True)
        self.more.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.form = ParameterForm(self)
        self.form.hide()
        self.run = QPushButton(tr("Run"), self)
        self.run.setObjectName("automaticRun")
        self.cancel = QPushButton(tr("Cancel"), self)
        self.cancel.setObjectName("automaticCancel")
        self.bar = QProgressBar(self)
        self.bar.setObjectName("automaticProgress")
        self.bar.setAccessibleName(tr("Segment everything"))
        self.bar.setRange(0, 1000)
        self.bar.setTextVisible(False)
        row = QHBoxLayout()
        row.setSpacing(GAP)
        row.addWidget(self.more)
        row.addStretch(1)
        row.addWidget(self.cancel)
        row.addWidget(self.run)
        column.addLayout(row)
        column.addWidget(self.bar)
        self._text = remark()
        self._text.setObjectName("automaticText")
        column.addWidget(self._text)
        column.addWidget(self.form)
        self.more.toggled.connect(self._on_more)
        self.preset.currentIndexChanged.connect(lambda _i: self._on_preset())
        self.form.changed.connect(self._on_own)
        self.run.clicked.connect(self.run_requested)
        self.cancel.clicked.connect(self.cancel_requested)

    @property
    def options(self) -> AutomaticOptions:
        """The parameters.

        Raises:
            ValueError: they don't fit each other.
        """
        return self.form.options

    def set_presets(self, presets: Mapping[str, AutomaticOptions]) -> None:
        """Take what the presets mean for the engine in use."""
        self._presets = dict(presets)
        self._on_preset()

    def set_scopes(self, enabled: Mapping[str, bool], counts: Mapping[str, int]) -> None:
        """Say which scopes there are now, and of how many images."""
        for i, scope in enumerate(SCOPES):
            self.scope.setItemText(i, tr(_SCOPE_WORDS[scope], n=grouped(counts.get(scope, 0))))
            item = self.scope.model().item(i)  # type: ignore[attr-defined]
            item.setEnabled(enabled.get(scope, False))
        if not enabled.get(self.scope.currentData(), False):
            first = next((i for i, scope in enumerate(SCOPES) if enabled.get(scope, False)), 0)
            self.scope.setCurrentIndex(first)

    def choose_scope(self, scope: str) -> None:
        """Choose where to search."""
        self.scope.setCurrentIndex(SCOPES.index(scope))

    def set_running(self, running: bool, text: str = "", share: float = 0.0) -> None:
        """Show how far a search is, or that there is none, and what is known about one."""
        shown, hidden = (self.cancel, self.run) if running else (self.run, self.cancel)
        had_focus = hidden.hasFocus()
        shown.show()
        if had_focus:  # else it would go to whatever comes next
            shown.setFocus()
        hidden.hide()
        self.bar.setVisible(running)
        self.bar.setValue(round(share * 1000))
        self.bar.setAccessibleDescription(text)
        self._text.setText(text)
        self._text.setVisible(bool(text))
        for widget in (self.scope, self.preset, self.form):
            widget.setEnabled(not running)

    def _on_more(self, shown: bool) -> None:
        self.form.setVisible(shown)
        self.more.setArrowType(Qt.ArrowType.DownArrow if shown else Qt.ArrowType.RightArrow)

    def _on_preset(self) -> None:
        preset_id = self.preset.currentData()
        help_text = next((preset.help for preset in PRESETS if preset.id == preset_id), "")
        self._help.setText(tr(help_text) if help_text else tr("The parameters below, as they were set by hand."))
        if preset_id in self._presets:
            self.form.set_options(self._presets[preset_id])
        self.options_changed.emit()

    def _on_own(self) -> None:
        self.preset.setCurrentIndex(self.preset.findData(_OWN))
        self.options_changed.emit()

    # The results

    def _make_results(self, column: QVBoxLayout, actions: Mapping[str, QAction]) -> None:
        heading = QLabel(tr("Proposals"), self)
        heading.setFont(strong(body_font()))
        self.counts = QLabel(self)
        self.counts.setObjectName("automaticCounts")
        self.counts.setFont(tabular(body_font()))
        self.counts.setAlignment(Qt.AlignmentFlag.AlignRight)
        top = QHBoxLayout()
        top.addWidget(heading)
        top.addWidget(self.counts, 1)
        column.addLayout(top)
        self._hint = remark()
        column.addWidget(self._hint)
        row = QHBoxLayout()
        row.setSpacing(GAP)
        for action_id, words in (
            ("automatic.accept_shown", tr("Accept all shown")),
            ("automatic.forget", tr("Forget")),
        ):
            row.addWidget(_button_of(actions[action_id], words, self), 1 if action_id.endswith("shown") else 0)
        column.addLayout(row)
        grid = QGridLayout()
        grid.setHorizontalSpacing(GAP)
        grid.setVerticalSpacing(HALF_GAP)
        grid.setColumnStretch(0, 1)
        self.sliders: dict[str, QSlider] = {}
        self._values: dict[str, QLabel] = {}
        for i, (name, words, most, value) in enumerate(
            (
                ("min_area", tr("Smallest area"), _STEPS, 0),
                ("max_area", tr("Largest area"), _STEPS, _STEPS),
                ("min_iou", tr("Lowest predicted IoU"), 100, 0),
                ("min_stability", tr("Lowest stability"), 100, 0),
                ("max_overlap", tr("Covered by an annotation up to"), 100, 70),
            )
        ):
            self._add_slider(grid, 2 * i, name, words, most, value)
        self.sliders["max_overlap"].setMinimum(30)
        self.sliders["max_overlap"].setToolTip(
            tr("A proposal is dropped where one annotation covers more of it; at 100 % none is.")
        )
        column.addLayout(grid)

    def _add_slider(self, grid: QGridLayout, at: int, name: str, words: str, most: int, value: int) -> None:
        label, number, slider = QLabel(words, self), QLabel(self), QSlider(Qt.Orientation.Horizontal, self)
        label.setBuddy(slider)
        label.setWordWrap(True)
        number.setFont(tabular(body_font()))
        slider.setObjectName(f"automatic-{name}")
        slider.setAccessibleName(words)
        slider.setRange(0, most)
        slider.setValue(value)
        slider.setPageStep(max(most // 20, 1))
        slider.valueChanged.connect(self._on_slider)
        grid.addWidget(label, at, 0)
        grid.addWidget(number, at, 1, Qt.AlignmentFlag.AlignRight)
        grid.addWidget(slider, at + 1, 0, 1, 2)
        self.sliders[name], self._values[name] = slider, number

    def set_offers(self, offers: Sequence[Offer]) -> None:
        """Let the sliders of areas reach from the smallest to the largest, also of those that were there before."""
        if offers:
            areas = [offer.mask.area for offer in offers]
            low, high = self._areas or (areas[0], areas[0])
            self._areas = (min(low, *areas), max(high, *areas))
        self._place_areas()

    def forget_offers(self) -> None:
        """Let the sliders of areas reach as far as the next offers do: it is another image."""
        self._areas = None

    def _place_areas(self) -> None:
        """Put the sliders of areas where the areas that were chosen lie now."""
        self._is_quiet = True  # the ends mean no limit: what was chosen is never at one
        least, most = self._min_area, self._max_area
        self.sliders["min_area"].setValue(max(self._step_of(least), 1) if least else 0)
        self.sliders["max_area"].setValue(_STEPS if most is None else min(self._step_of(most), _STEPS - 1))
        self._is_quiet = False
        self._show_values()

    @property
    def filter(self) -> OfferFilter:
        """Which offers are to be shown."""
        values = {name: slider.value() for name, slider in self.sliders.items()}
        return OfferFilter(
            min_area=self._min_area,
            max_area=self._max_area,
            min_iou=values["min_iou"] / 100,
            min_stability=values["min_stability"] / 100,
            max_overlap=values["max_overlap"] / 100,
        )

    def set_counts(self, shown: int, total: int, hint: str = "") -> None:
        """Say how many proposals are shown, and of how many."""
        self.counts.setText(tr("{shown} of {total}", shown=grouped(shown), total=grouped(total)) if total else "")
        self._hint.setText(hint)
        self._hint.setVisible(bool(hint))

    @property
    def _logs(self) -> tuple[float, float]:
        low, high = self._areas or (1, 1)
        return math.log(max(low, 1)), math.log(max(high, 1))

    def _area_at(self, step: int) -> int:
        low, high = self._logs
        return round(math.exp(low + (high - low) * step / _STEPS))

    def _step_of(self, area: int) -> int:
        low, high = self._logs
        share = (math.log(max(area, 1)) - low) / (high - low) if high > low else 0.0
        return min(max(round(share * _STEPS), 0), _STEPS)

    def _on_slider(self) -> None:
        if self._is_quiet:
            return
        if self.sender() is self.sliders["min_area"]:
            step = self.sliders["min_area"].value()
            self._min_area = self._area_at(step) if step > 0 else 0
        elif self.sender() is self.sliders["max_area"]:
            step = self.sliders["max_area"].value()
            self._max_area = self._area_at(step) if step < _STEPS else None
        self._show_values()
        self.filter_changed.emit(self.filter)

    def _show_values(self) -> None:
        chosen, (low, high) = self.filter, self._areas or (0, 0)
        least, most = chosen.min_area or low, high if chosen.max_area is None else chosen.max_area
        texts = {
            "min_area": tr("{area} px", area=grouped(least)) if self._areas else "",
            "max_area": tr("{area} px", area=grouped(most)) if self._areas else "",
            "min_iou": score_text(chosen.min_iou),
            "min_stability": score_text(chosen.min_stability),
            "max_overlap": f"{round(chosen.max_overlap * 100)} %",
        }
        for name, text in texts.items():
            self._values[name].setText(text)
            self.sliders[name].setAccessibleDescription(text)


def _button_of(action: QAction, words: str, parent: QWidget) -> QPushButton:
    """Return a button that does what an action does, and is enabled as it is."""
    button = QPushButton(words, parent)
    button.setObjectName(action.objectName().replace(".", "-"))
    button.clicked.connect(action.trigger)

    def follow() -> None:
        button.setEnabled(action.isEnabled())
        button.setToolTip(action.toolTip())

    action.changed.connect(follow)
    follow()
    return button
