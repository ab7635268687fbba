"""AutomaticRunner: begins runs over images, one at a time, tells how far they are, and ends them when it must.

A run waits for the engine; it ends when another engine is chosen, or another project opened. Holds no widget.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer, Signal

from sam_annotator.core.requests import EngineInfo
from sam_annotator.core.words import local_number, mark, tr
from sam_annotator.engine.offers import OfferFolder
from sam_annotator.ui.automatic_run import AutomaticRun, Stop
from sam_annotator.ui.feature import Parts
from sam_annotator.ui.models.figures import grouped
from sam_annotator.ui.proposal_presenter import ProposalPresenter

_TICK_MS = 500


@dataclass(frozen=True, slots=True)
class Wish:
    """What is to be run.

    Attributes:
        what: in words, as in "Segmenting everything…".
        make_stops: gives the images and what to do with each, for the engine there is.
        ended: told of the run when it has ended.
        is_one: whether it is the image on screen alone.
    """

    what: str
    make_stops: Callable[[EngineInfo], Sequence[Stop]]
    ended: Callable[[AutomaticRun], object]
    is_one: bool = False


class AutomaticRunner(QObject):
    """Holds the run that goes on.

    Args:
        parts: of the window.
        folder: where offers are kept.
        presenter: shows what is found.
        parent: as for every QObject.

    Signals:
        changed(): a run began or ended, or is further.
    """

    changed = Signal()

    def __init__(
        self, parts: Parts, folder: OfferFolder, presenter: ProposalPresenter, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._parts, self._folder, self._presenter = parts, folder, presenter
        self._waiting: Wish | None = None  # for the engine
        self._wish: Wish | None = None
        self._run: AutomaticRun | None = None
        self._tick = QTimer(self, interval=_TICK_MS)
        self._tick.timeout.connect(self.changed)
        parts.engines.ready.connect(lambda _info: self._on_ready())
        parts.engines.failed.connect(lambda _id, _text: self._on_ready())
        parts.engines.changing.connect(self._on_changing)
        parts.project.store_changed.connect(lambda _store: self._end())

    @property
    def is_running(self) -> bool:
        """Whether there is a run, or one that waits for the engine."""
        return self._run is not None or self._waiting is not None

    @property
    def image_id(self) -> int:
        """Id of the image that is worked on; 0 for none."""
        return 0 if self._run is None else self._run.image_id

    @property
    def share(self) -> float:
        """How much is done, 0 to 1."""
        return 0.0 if self._run is None else self._run.share

    @property
    def text(self) -> str:
        """How far it is, in words."""
        run = self._run
        if run is None:
            return tr("Waiting for the engine…") if self._waiting is not None else ""
        share = tr("{percent} %", percent=math.floor(100 * run.share))
        if run.total > 1:
            place = min(run.place + 1, run.total)
            share = tr("Image {n} of {total}, {share}", n=grouped(place), total=grouped(run.total), share=share)
        left = run.seconds_left
        return share if left is None else tr("{how_far}, {time} left", how_far=share, time=time_text(left))

    def begin(self, wish: Wish) -> None:
        """Begin a run, as soon as there is an engine."""
        engines = self._parts.engines
        if self.is_running:
            self._parts.notices.show(tr("A search is running; wait for its end or cancel it first."), "warning")
        elif engines.info is not None:
            self._start(wish, engines.info)
        elif engines.is_loading:
            self._waiting = wish
            self.changed.emit()
        else:
            self._parts.notices.show(
                tr("There is no engine to ask; choose one first."),
                "warning",
                button=tr("Engines…"),
                action=self._parts.dialogs.engines,
            )

    def cancel(self) -> None:
        """End the run; what was found so far stays."""
        self._waiting = None
        if self._run is not None:
            self._run.cancel()
        self.changed.emit()

    def _start(self, wish: Wish, info: EngineInfo) -> None:
        stops = wish.make_stops(info)
        if not stops:
            self._parts.notices.show(tr("There is no image to work on: all are missing, or marked as done."), "warning")
            self.changed.emit()
            return
        run = self._run = AutomaticRun(self._parts.worker, self._folder, stops, self._presenter.key_of, self)
        self._wish = wish
        run.progress.connect(lambda _done, _total: self.changed.emit())
        run.found.connect(self._presenter.take_found)
        run.previewed.connect(self._presenter.show_preview)
        run.finished.connect(self._on_finished)
        if not wish.is_one:
            self._parts.notices.show_progress(run, wish.what)
        self._tick.start()
        run.start()
        self.changed.emit()

    def _on_ready(self) -> None:
        wish, self._waiting = self._waiting, None
        info = self._parts.engines.info
        if wish is not None and info is not None:
            self._start(wish, info)
        elif wish is not None:
            self.changed.emit()

    def _on_changing(self) -> None:
        run, wish = self._run, self._wish
        if run is None or wish is None:
            return
        run.cancel()
        one = mark("Another engine was chosen, so the search was stopped; start it again.")
        more = mark("Another engine was chosen, so it was stopped after {n} of {total} images; start it again.")
        text = tr(one if run.total == 1 else more, n=grouped(run.place), total=grouped(run.total))
        self._parts.notices.show(text, "warning")

    def _on_finished(self) -> None:
        run, wish = self._run, self._wish
        self._run, self._wish = None, None
        self._tick.stop()
        if run is None or wish is None:
            return
        if run.is_cancelled and run.preview is not None and run.preview.offers:
            self._presenter.keep_preview(run.preview)
        self._presenter.drop_preview()
        wish.ended(run)
        self.changed.emit()

    def _end(self) -> None:
        """End it without a word: it was for another project."""
        self._waiting = self._wish = None
        run, self._run = self._run, None
        self._tick.stop()
        if run is not None:
            run.cancel()
        self.changed.emit()

    def shut_down(self) -> None:
        """End it: the window closes. What was found stays."""
        run = self._run
        if run is not None and run.preview is not None and run.preview.offers:
            self._presenter.keep_preview(run.preview)
        self._end()


def time_text(seconds: float) -> str:
    """Return how long something takes, roughly, in words."""
    if seconds < 60:
        return tr("about {n} s", n=max(math.ceil(seconds), 1))
    if seconds < 5400:
        return tr("about {n} min", n=round(seconds / 60))
    return tr("about {n} h", n=local_number(f"{seconds / 3600:.1f}"))
