"""The list of old and new masks: what it says, its order and its filter."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from sam_annotator.core.mask import Mask
from sam_annotator.core.records import Annotation, Provenance
from sam_annotator.engine.replaying import Kept, ReplayResult
from sam_annotator.ui.docks.replay_table import ReplayTable
from sam_annotator.ui.models.replay_list import (
    IOU,
    NEW_AREA,
    STATE,
    ReplayFilter,
    ReplayListModel,
    ReplayProxy,
    ReplayRow,
    State,
)


def mask(width: int) -> Mask:
    pixels = np.zeros((10, 100), np.bool_)
    pixels[:, :width] = True
    return Mask.from_array(pixels)


def row(annotation_id: int, width: int, state: State = State.OPEN, name: str = "a.png") -> ReplayRow:
    annotation = Annotation(annotation_id, 1, 1, mask(50))
    new = mask(width)
    result = ReplayResult(annotation, new, new.iou(annotation.mask), 0.9, Provenance())
    return ReplayRow(result, name, "cat", state)


def kept(annotation_id: int) -> ReplayRow:
    result = ReplayResult(Annotation(annotation_id, 1, 1, mask(50)), kept=Kept.LOCKED, reason_kept="It is locked.")
    return ReplayRow(result, "b.png", "dog", State.STAYS)


def filled() -> tuple[ReplayListModel, ReplayProxy]:
    model = ReplayListModel()
    proxy = ReplayProxy(model)
    model.add([row(1, 40), row(2, 10), kept(3)])
    model.add([row(4, 50, State.SAME), row(5, 100)])
    return model, proxy


def test_the_model_is_sound(qtmodeltester: ModelTester) -> None:
    """A view would show rows that are not there."""
    model, _ = filled()
    qtmodeltester.check(model)


def test_what_is_still_to_be_decided_is_counted_among_what_is_shown(qapp: object) -> None:
    """The button would promise to accept another number of masks than it does."""
    model, proxy = filled()
    every = frozenset(State)
    for wanted in (
        ReplayFilter(),
        ReplayFilter(states=every),
        ReplayFilter(states=every, text="B.png"),
        ReplayFilter(states=every, at_least=0.5),
        ReplayFilter(states=frozenset((State.SAME,))),
    ):
        proxy.set_filter(wanted)
        for states in ({}, {2: State.KEPT}, {1: State.ACCEPTED}, {1: State.OPEN, 2: State.OPEN}):
            model.set_states(states)
            assert proxy.open_count == sum(each.state is State.OPEN for each in proxy.shown)


def test_the_least_alike_come_first(qapp: object) -> None:
    """Whoever looks at a few only would see those that are right anyway."""
    _, proxy = filled()
    proxy.sort(IOU, Qt.SortOrder.AscendingOrder)
    assert [each.annotation_id for each in proxy.shown] == [2, 5, 1]


def test_the_filter_limits_state_iou_and_words(qapp: object) -> None:
    """All above an IoU are taken together: the list must hold these and no others."""
    model, proxy = filled()
    proxy.set_filter(ReplayFilter(at_least=0.5))
    assert {each.annotation_id for each in proxy.shown} == {1, 5}
    proxy.set_filter(ReplayFilter(below=0.5))
    assert {each.annotation_id for each in proxy.shown} == {2}
    proxy.set_filter(ReplayFilter(states=frozenset(), text="DOG"))
    assert {each.annotation_id for each in proxy.shown} == {3}
    proxy.set_filter(ReplayFilter(states=frozenset(), below=1.0))
    assert 3 not in {each.annotation_id for each in proxy.shown}
    assert model.counts == {State.OPEN: 3, State.STAYS: 1, State.SAME: 1}


def test_what_is_decided_leaves_the_list(qapp: object) -> None:
    """One would decide on the same mask twice."""
    model, proxy = filled()
    model.set_states({1: State.ACCEPTED, 5: State.KEPT, 77: State.KEPT})
    assert [each.annotation_id for each in proxy.shown] == [2]
    assert model.counts[State.ACCEPTED] == model.counts[State.KEPT] == 1


def test_cells_say_it_in_words(qapp: object) -> None:
    """An IoU of 0.9996 must not read as the same mask; a mask that stays says why."""
    model, _ = filled()
    wide = np.ones((100, 100), np.bool_)
    old = Annotation(9, 1, 1, Mask.from_array(wide))
    wide[0, 0] = False
    new = Mask.from_array(wide)
    model.add([ReplayRow(ReplayResult(old, new, new.iou(old.mask), None, Provenance()), "c.png", "cat", State.OPEN)])
    assert model.index(5, IOU).data() == "0.999"
    assert (model.index(2, NEW_AREA).data(), model.index(2, STATE).data()) == ("–", "It is locked.")
    model.set_categories({1: "wolf"})
    assert model.index(0, 0).data() == "wolf"


def test_why_a_mask_stays_is_whole_and_short_states_have_one_line(qtbot: QtBot) -> None:
    """A reason that ends in dots says nothing; two lines for every row would leave room for half of the rows only."""
    model = ReplayListModel()
    proxy = ReplayProxy(model)
    table = ReplayTable(proxy)
    qtbot.addWidget(table)
    reason = "The new mask has an IoU of 0.123 with the old one, less than asked for."
    annotation = Annotation(3, 1, 1, mask(50))
    model.add([row(1, 40), ReplayRow(ReplayResult(annotation, kept=Kept.UNLIKE, reason_kept=reason), "b.png", "dog",
                                     State.STAYS)])  # fmt: skip
    proxy.set_filter(ReplayFilter(states=frozenset()))
    table.resize(760, 240)
    table.show()
    for order in (Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder):
        table.sortByColumn(STATE, order)
        table.fit_columns()
        for place, shown in enumerate(proxy.shown):
            room, metrics = table.columnWidth(STATE) - 12, table.fontMetrics()
            wrap = Qt.TextFlag.TextWordWrap
            needed = metrics.boundingRect(0, 0, room, 1000, wrap, shown.words).height()
            assert table.rowHeight(place) >= needed and (shown.words == reason) == (table.rowHeight(place) > 24)
