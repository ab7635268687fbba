"""The command palette: every action, every category and the projects opened last, by a few letters."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtGui import QAction

from sam_annotator.core.words import series, tr
from sam_annotator.ui.action_table import ACTIONS
from sam_annotator.ui.feature import Feature, Handlers
from sam_annotator.ui.key_map import KeyMap
from sam_annotator.ui.palette import Command, CommandPalette
from sam_annotator.ui.state import NOT_NOW, UiState, why_not

_NOT_LISTED = "app.command_palette"


class PaletteFeature(Feature):
    """Opens the palette, and remembers what was done with it."""

    @property
    def handlers(self) -> Handlers:
        """What its action does."""
        return {"app.command_palette": self._show}

    def _show(self) -> None:
        parts, settings = self.parts, self.parts.settings.settings
        keys, state = parts.keys(), parts.state()
        commands = [
            *action_commands(parts.actions, keys, state),
            *self._category_commands(keys, why_not(state, ("writable",))),
            *self._project_commands(settings.recent_projects),
        ]
        palette = CommandPalette(commands, parts.dialog_parent, settings.recent_commands)
        palette.done_command.connect(parts.settings.remember_command)
        palette.open()

    def _category_commands(self, keys: KeyMap, reason: str) -> list[Command]:
        result = []
        for place, category in enumerate(self.parts.edits.categories):
            shown = series(keys.texts(f"category.{(place + 1) % 10}")) if place < 10 else ""
            text = tr("Category: {name}", name=category.name)
            run = partial(self._choose_category, category.id)
            result.append(Command(f"category:{category.name}", text, run, "", shown, reason, category.color))
        return result

    def _choose_category(self, category_id: int) -> None:
        """Do what the category's digit does: give it to the selection, and make it current."""
        edits = self.parts.edits
        if edits.selection:
            edits.set_category(edits.selection, category_id)
        edits.set_current_category(category_id)

    def _project_commands(self, recent: Sequence[str]) -> list[Command]:
        run = self.parts.opening.open
        return [
            Command(f"project:{path}", tr("Open: {name}", name=Path(path).name), partial(run, Path(path)), path)
            for path in recent
        ]


def action_commands(actions: Mapping[str, QAction], keys: KeyMap, state: UiState) -> list[Command]:
    """Return a command for each action that is in a menu, with the reason where it can't be taken now."""
    result = []
    for spec in ACTIONS:
        action = actions[spec.id]
        if not spec.menu or spec.id == _NOT_LISTED:
            continue
        reason = "" if action.isEnabled() else why_not(state, spec.needs) or tr(NOT_NOW)
        shown = series(keys.texts(spec.id)[:2])
        result.append(Command(spec.id, tr(spec.text), action.trigger, tr(spec.menu), shown, reason))
    return result
