"""How many cores an engine takes beside a window. Standard library only; touches torch only where it is loaded."""

from __future__ import annotations

import os
import sys


def leave_a_core() -> None:
    """Have torch use one core fewer than there are, so that the window always has one.

    Measured with the built-in engine encoding and something else busy on a computer of two cores: with two threads
    each waits for the other at every layer, an encoding takes 2 s instead of 0.3 s, and the window's timers come up to
    60 ms late instead of 15. Alone on the computer, two threads are less than twice as quick. Whoever sets
    OMP_NUM_THREADS knows better and is left alone; torch's own choice is never raised.
    """
    torch = sys.modules.get("torch")
    if torch is None or os.environ.get("OMP_NUM_THREADS"):
        return
    usable = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    wanted = max(1, usable - 1)
    if torch.get_num_threads() > wanted:
        torch.set_num_threads(wanted)
