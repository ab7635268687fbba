"""How many cores an engine takes beside a window. Standard library only; touches torch only where it is loaded."""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Callable
from typing import TypeVar

_FEWEST = 2
T = TypeVar("T")


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


def use_one_core() -> None:
    """Have torch use one core for what the calling thread does, and as many as before for others.

    For an engine that works beside another one. Threads that share the work of a layer wait for each other at its end,
    and they do so turning in a circle: where the cores are taken already, a layer takes until the system puts one of
    them aside, and a small network minutes instead of moments. (Measured with the built-in engine on two cores that
    were busy elsewhere: a click took 5000 ms with two threads, 200 ms with one; with idle cores one costs a few.)
    """
    torch = sys.modules.get("torch")
    if torch is None or not hasattr(torch, "get_num_threads"):  # another thread is still importing it
        return
    others = torch.get_num_threads()
    if others == 1:  # here already, or everywhere
        return
    torch.set_num_threads(1)
    # The number holds for the thread that sets it, and for those that begin to compute later.
    setting_back = threading.Thread(target=torch.set_num_threads, args=(others,), name="set threads back")
    setting_back.start()
    setting_back.join()


def apart(work: Callable[[], T]) -> T:
    """Do something on one core, in a thread that ends with it, and with it those that torch has made to help it.

    torch's runtime counts its helpers. Where there are more of them than cores, though most have nothing to do, it puts
    each to sleep as soon as it waits; then every layer of every engine begins with waking them. (Measured on two cores
    without AVX-512: a click with ViT-B took 66 ms beside another thread's helper, 40 ms without.)

    Raises:
        BaseException: what `work` raised.
    """
    done: list[T] = []
    failed: list[BaseException] = []

    def run() -> None:
        use_one_core()
        try:
            done.append(work())
        except BaseException as e:
            failed.append(e)

    thread = threading.Thread(target=run, name="engine apart")
    thread.start()
    thread.join()
    if failed:
        raise failed[0]
    return done[0]
