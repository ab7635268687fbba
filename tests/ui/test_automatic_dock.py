"""The panel of segmenting everything: presets, own parameters, sliders, and what it says."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from sam_annotator.core.mask import Mask
from sam_annotator.core.records import Provenance
from sam_annotator.engine.automatic_options import AutomaticOptions, preset_options
from sam_annotator.engine.offers import Offer
from sam_annotator.ui.docks.automatic_dock import SCOPES, AutomaticDock
from sam_annotator.ui.proposal_shelf import ImageOffers, OfferFilter, ProposalShelf


def offer(area: int, x: int = 0, iou: float = 0.9, stability: float = 0.8) -> Offer:
    plane = np.zeros((100, 200), np.bool_)
    plane[:area, x] = True
    return Offer(Mask.from_array(plane), iou, stability, Provenance(source="automatic"))


@pytest.fixture
def dock(qtbot: QtBot, themed: QApplication) -> Iterator[AutomaticDock]:
    actions = {name: QAction(name) for name in ("automatic.accept_shown", "automatic.forget")}
    for name, action in actions.items():
        action.setObjectName(name)
    made = AutomaticDock(actions)
    made.actions_of_test = actions  # type: ignore[attr-defined]
    qtbot.addWidget(made)
    made.resize(300, 700)
    made.show()
    yield made


def test_presets_are_those_of_the_engine(dock: AutomaticDock) -> None:
    """Another engine judges itself on another scale: nothing would be found, or everything."""
    dock.set_presets({name: preset_options(name, "builtin") for name in ("quick", "balanced", "thorough")})
    assert dock.options == preset_options("balanced", "builtin")
    dock.preset.setCurrentIndex(dock.preset.findData("thorough"))
    assert dock.options == preset_options("thorough", "builtin")
    dock.set_presets({name: preset_options(name, "vit_b") for name in ("quick", "balanced", "thorough")})
    assert dock.options == preset_options("thorough", "vit_b")


def test_own_parameters_stay_when_the_engine_changes(dock: AutomaticDock) -> None:
    """What was set by hand would be lost without a word."""
    dock.form.numbers["points_per_side"].setValue(11)
    dock.form.numbers["pred_iou_thresh"].setValue(0.5)
    assert dock.preset.currentText() == "Own parameters"
    dock.set_presets({name: preset_options(name, "builtin") for name in ("quick", "balanced", "thorough")})
    assert (dock.options.points_per_side, dock.options.pred_iou_thresh) == (11, 0.5)


def test_every_parameter_of_the_generator_is_there_with_plain_help(dock: AutomaticDock) -> None:
    """One could be set on the command line only, or be a riddle."""
    names = {"points_per_side", "pred_iou_thresh", "stability_score_thresh", "crop_n_layers",
             "crop_n_points_downscale_factor", "min_mask_region_area", "box_nms_thresh"}  # fmt: skip
    assert names == set(dock.form.numbers)
    for number in dock.form.numbers.values():
        assert number.accessibleName() and number.accessibleDescription().endswith(".")


def test_parameters_that_do_not_fit_are_said(dock: AutomaticDock) -> None:
    """A search would begin that can't be, and fail somewhere."""
    dock.form.numbers["points_per_side"].setValue(2)
    dock.form.numbers["crop_n_layers"].setValue(2)
    dock.form.numbers["crop_n_points_downscale_factor"].setValue(4)
    with pytest.raises(ValueError, match="too few"):
        _ = dock.options


def test_sliders_of_areas_reach_over_what_there_is(dock: AutomaticDock, qtbot: QtBot) -> None:
    """A chosen limit would move by itself as proposals are accepted."""
    dock.set_offers([offer(2), offer(40, 3), offer(90, 5)])
    assert dock.filter == OfferFilter()
    with qtbot.waitSignal(dock.filter_changed) as told:
        dock.sliders["min_area"].setValue(100)
    chosen: OfferFilter = told.args[0]
    assert 2 < chosen.min_area < 90 and chosen.max_area is None
    for offers in ([offer(50)], [], [offer(1), offer(99)]):
        dock.set_offers(offers)
        assert dock.filter == chosen
    dock.forget_offers()
    dock.set_offers([offer(80), offer(95, 1)])
    assert dock.filter == chosen
    dock.sliders["min_area"].setValue(0)
    dock.sliders["max_area"].setValue(0)
    assert dock.filter == OfferFilter(max_area=80)
    dock.sliders["max_area"].setValue(200)
    dock.sliders["max_overlap"].setValue(100)
    assert dock.filter == OfferFilter(max_overlap=1.0)


def test_the_filter_decides_by_each_figure() -> None:
    """A slider would move and nothing happen."""
    good = offer(50)
    assert OfferFilter().lets_pass(good)
    for strict in (
        OfferFilter(min_area=51),
        OfferFilter(max_area=49),
        OfferFilter(min_iou=0.91),
        OfferFilter(min_stability=0.81),
    ):
        assert not strict.lets_pass(good)


def test_scopes_that_there_are_not_can_not_be_chosen(dock: AutomaticDock) -> None:
    """The whole project would be searched in place of a box that was cleared."""
    dock.set_scopes(dict.fromkeys(SCOPES, True), {"filtered": 3, "project": 12000})
    assert "12\u2009000" in dock.scope.itemText(3) and "3" in dock.scope.itemText(2)
    dock.choose_scope("box")
    dock.set_scopes({"image": True, "project": True}, {"project": 5})
    assert dock.scope.currentData() == "image"


def test_running_and_not(dock: AutomaticDock) -> None:
    """The key that stops it would be gone with the focus."""
    dock.activateWindow()
    dock.run.setFocus()
    dock.set_running(True, "12 %, about 3 s left", 0.12)
    assert dock.cancel.isVisible() and not dock.run.isVisible() and dock.bar.value() == 120
    assert not dock.scope.isEnabled() and dock.findChild(QLabel, "automaticText").text() == "12 %, about 3 s left"
    dock.set_running(False, "3 proposals in 2 s.")
    assert dock.run.isVisible() and not dock.cancel.isVisible() and not dock.bar.isVisible()


def test_buttons_follow_their_actions(dock: AutomaticDock, qtbot: QtBot) -> None:
    """A button would do what can't be done now."""
    actions: dict[str, QAction] = dock.actions_of_test  # type: ignore[attr-defined]
    button = dock.findChild(QPushButton, "automatic-accept_shown")
    assert button is not None and button.isEnabled()
    with qtbot.waitSignal(actions["automatic.accept_shown"].triggered):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    actions["automatic.accept_shown"].setEnabled(False)
    assert not button.isEnabled()


def test_the_shelf_holds_what_was_seen_last() -> None:
    """A night's proposals would fill the memory; those on screen must stay."""
    shelf = ProposalShelf(budget_bytes=5000)
    for image_id in (1, 2, 3):
        shelf.add(image_id, f"k{image_id}", [offer(50), offer(50, 9)])
    assert 3 in shelf and 1 not in shelf
    shelf.add(3, "other file", [offer(20)])
    known = shelf.get(3)
    assert known is not None and [o.mask.area for o in known.offers.values()] == [20]


def test_what_is_covered_is_not_open_and_numbers_stay() -> None:
    """An undo would bring a proposal back under another number, and a drag take the wrong one."""
    shelf = ProposalShelf()
    known = shelf.add(1, "k", [offer(50), offer(60, 9), offer(70, 15)])
    first, second, third = known.offers
    whole = Mask.from_array(np.ones((100, 200), np.bool_))
    assert list(known.open([offer(50).mask], 1.0)) == [second, third]  # the same mask, whatever the limit
    assert not known.open([whole], 0.7) and len(known.open([whole], 1.0)) == 3
    assert list(known.open([offer(30, 9).mask], 0.4)) == [first, third]
    gone = {second: known.offers[second]}
    shelf.take(1, [o.mask for o in gone.values()])
    assert list(known.offers) == [first, third]
    shelf.put_back(1, gone)
    shelf.put_back(1, gone)
    assert list(known.offers) == [first, second, third]
    shelf.put_back(7, gone)
    assert 7 not in shelf


@pytest.mark.parametrize("seed", range(10))
def test_what_is_open_does_not_depend_on_what_was_there_before(seed: int) -> None:
    """After some accepting and undoing, other proposals would be shown than when the image is opened again."""
    random = np.random.default_rng(seed)
    offers = [offer(int(random.integers(10, 90)), int(random.integers(0, 60))) for _ in range(40)]
    masks = [offer(int(random.integers(5, 99)), int(random.integers(0, 70))).mask for _ in range(25)]
    shelf = ProposalShelf()
    known = shelf.add(1, "k", offers)
    there, away = dict(known.offers), dict[int, Offer]()
    for _ in range(30):
        number = int(random.choice(list(there)))
        if number in away:
            shelf.put_back(1, {number: away.pop(number)})
        else:
            away[number] = there[number]
            shelf.take(1, [there[number].mask])
        seen = [mask for mask in masks if random.random() < 0.3]
        limit = float(random.choice((0.3, 0.7, 1.0)))
        fresh = ImageOffers("k", dict(known.offers))
        assert known.open(seen, limit) == fresh.open(seen, limit)


def test_options_of_a_preset_are_whole() -> None:
    """What is not shown must be the generator's own."""
    assert preset_options("balanced", "vit_b") == AutomaticOptions()
