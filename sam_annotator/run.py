"""Shows the window: first its frame, and once that is painted, what makes it work.

Python takes as long for the controllers, the store and the engines' adapters as Qt and the frame take together. What
the user does meanwhile waits in Qt's queue, and is answered by the finished window.
"""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QTimer

from sam_annotator.ui.qt_start import ready_qt

_UNPAINTED_MS = 1000  # after which a window that nobody sees is finished, too


def run_window(
    target: Path | None, engine_id: str | None, checkpoint: Path | None, device: str | None, demo: bool
) -> int:
    """Show the window until it is closed; returns the exit status.

    Args:
        target: a project, a folder of images, an image, or None.
        engine_id: id in ENGINES, or None for the one in the settings.
        checkpoint: its weights file, or None.
        device: "auto", "cpu", "cuda" or "mps", or None for the one in the settings.
        demo: whether to open the demo project.
    """
    ready_qt()
    from sam_annotator.ui.frame import application, make_frame  # late, as all that imports Qt: it is ready now
    from sam_annotator.ui.start import pause_collector

    resume = pause_collector()
    app = application()
    frame = make_frame()
    errors: list[BaseException] = []
    waits = True

    def finish() -> None:
        nonlocal waits
        if not waits:
            return
        waits = False
        try:
            from sam_annotator.app import compose, demo_project

            path = demo_project() if demo else target
            compose(frame, path, engine_id, checkpoint=checkpoint, device=device, at_end_of_start=resume)
        except BaseException as e:  # told by whoever called, as any error of the start
            errors.append(e)
            app.exit(1)

    def give_up() -> None:
        nonlocal waits
        waits = False

    frame.window.first_painted.connect(finish)
    frame.window.closing.connect(give_up)
    QTimer.singleShot(_UNPAINTED_MS, frame.window, partial(finish))
    frame.window.show()
    status = app.exec()
    if errors:
        raise errors[0]
    return status
