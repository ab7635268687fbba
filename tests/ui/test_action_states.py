"""Actions show the state they were given last, whatever they showed before."""

from __future__ import annotations

import random
from collections.abc import Iterator

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QMainWindow

from sam_annotator.ui.action_table import ACTIONS
from sam_annotator.ui.actions import ActionStates, make_actions, show_words
from sam_annotator.ui.key_map import KeyMap
from sam_annotator.ui.state import REASONS, UiState, is_checked, is_enabled

Actions = dict[str, QAction]
TOOLS = [spec.id for spec in ACTIONS if spec.id.startswith("tool.")]
CHECKABLE = [spec.id for spec in ACTIONS if spec.checkable and spec.id not in TOOLS]


@pytest.fixture
def two(qapp: QApplication) -> Iterator[tuple[Actions, Actions]]:
    windows = QMainWindow(), QMainWindow()
    yield make_actions(windows[0], KeyMap()), make_actions(windows[1], KeyMap())
    for window in windows:
        window.deleteLater()


def any_state(rng: random.Random) -> UiState:
    return UiState(
        has_project=rng.random() < 0.8,
        is_read_only=rng.random() < 0.2,
        has_image=rng.random() < 0.8,
        image_count=rng.randrange(3),
        image_row=rng.randrange(-1, 3),
        tool_id=rng.choice(TOOLS),
        click_count=rng.randrange(2),
        candidate_count=rng.randrange(4),
        selected_count=rng.randrange(3),
        annotation_count=rng.randrange(3),
        category_count=rng.randrange(2),
        can_undo=rng.random() < 0.5,
        can_redo=rng.random() < 0.5,
        masks_visible=rng.random() < 0.5,
        hover_preview=rng.random() < 0.5,
        is_busy=rng.random() < 0.1,
        facts=frozenset(rng.sample(sorted(REASONS), 6)),
        checked=frozenset(rng.sample(CHECKABLE, 3)),
    )


def test_a_state_looks_the_same_after_any_other(two: tuple[Actions, Actions]) -> None:
    """An action left over from the state before would be grey when it is needed, or do something when it must not."""
    rng, keys = random.Random(7), KeyMap()
    actions, fresh = two
    states = ActionStates(actions)
    for step in range(150):
        if step % 40 == 39:
            keys = KeyMap((("image.next", "F"), ("view.fit", "Ctrl+J"))) if step % 80 == 39 else KeyMap()
            show_words(actions, keys)
            show_words(fresh, keys)
        if step % 3 == 0:
            actions[rng.choice(CHECKABLE)].toggle()  # a click does that before anybody is asked
        state = any_state(rng)
        states.apply(state, keys)
        ActionStates(fresh).apply(state, keys)
        for spec in ACTIONS:
            ours, theirs = actions[spec.id], fresh[spec.id]
            assert ours.isEnabled() == theirs.isEnabled() == is_enabled(state, spec.needs), (step, spec.id)
            assert ours.shortcuts() == theirs.shortcuts(), (step, spec.id)
            assert not spec.checkable or ours.isChecked() == is_checked(spec.id, state), (step, spec.id)


def test_who_is_told_of_a_check_may_show_another_state(two: tuple[Actions, Actions]) -> None:
    """Leaving a review lists all images again, in the middle of this: the way to the next one would stay closed."""
    actions, keys = two[0], KeyMap()
    states = ActionStates(actions)
    alone = UiState(has_project=True, has_image=True, image_count=1, image_row=0)
    among = UiState(has_project=True, has_image=True, image_count=3, image_row=0, masks_visible=False)
    states.apply(alone, keys)
    told = actions["view.toggle_masks"].toggled
    told.connect(lambda _on: states.apply(among, keys))
    states.apply(UiState(has_project=True, has_image=True, image_count=1, image_row=0, masks_visible=False), keys)
    assert actions["image.next"].isEnabled()
    told.disconnect()
    for state in (alone, among, alone):
        states.apply(state, keys)
        assert actions["image.next"].isEnabled() == (state is among)
