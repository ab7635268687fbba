"""How many cores an engine takes beside a window. Standard library only; touches torch only where it is loaded."""

from __future__ import annotations

import os
import sys

_FEWEST = 2


def leave_a_core() -> None:
    """Have torch use one core fewer than there are, so that the window has one.

    On a computer of two cores both are taken: an encoding of ViT-B is seconds, and the system lets the window in
    between. With more, a core too many costs more than it gives: where something else is busy, each thread waits for
    the one that is put aside, at every layer. Whoever sets OMP_NUM_THREADS knows better and is left alone; torch's own
    choice is never raised.
    """
    torch = sys.modules.get("torch")
    if torch is None or os.environ.get("OMP_NUM_THREADS"):
        return
    usable = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    wanted = max(_FEWEST, usable - 1)
    if torch.get_num_threads() > wanted:
        torch.set_num_threads(wanted)
