"""How many cores an engine takes beside a window. Standard library only; touches torch only where it is loaded."""

from __future__ import annotations

import os
import sys
import threading
from collections import deque
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor, wait
from functools import lru_cache
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


def led(work: Callable[[], T]) -> T:
    """Do something on one core, but what it gives to `shared` on as many as torch has in the calling thread.

    Where torch shares out the work itself, it does so at every layer and wakes its helpers for each, 0.2 ms at a time:
    of a click on two cores that was half. Whichever core is taken by another program does fewer pieces here, where
    torch would wait for it at every layer. And what comes out doesn't depend on how many cores there are.

    Raises:
        BaseException: what `work` raised.
    """
    torch = sys.modules["torch"]
    cores = torch.get_num_threads()
    if cores == 1:
        return work()
    inference = torch.is_inference_mode_enabled()

    def run() -> T:
        _hands.helpers = cores - 1
        with torch.inference_mode(inference):
            return work()

    return _lead().submit(run).result()


def shared(pieces: Iterable[Callable[[], object]]) -> None:
    """Do independent pieces of what is led, each on one core; without `led`, on the cores of the calling thread.

    Raises:
        BaseException: what a piece raised; none is being worked on then.
    """
    waiting = deque(pieces)
    inference = sys.modules["torch"].is_inference_mode_enabled()

    def work() -> None:
        while True:
            try:
                piece = waiting.popleft()
            except IndexError:
                return
            piece()

    def help_out() -> None:
        with sys.modules["torch"].inference_mode(inference):
            work()

    helpers = min(getattr(_hands, "helpers", 0), len(waiting) - 1)
    tasks = [_helpers(_hands.helpers).submit(help_out) for _ in range(helpers)]
    try:
        work()
    finally:
        wait(tasks)
    for task in tasks:
        task.result()


_hands = threading.local()  # `helpers`: how many there are for what is led in this thread


@lru_cache(maxsize=1)
def _lead() -> ThreadPoolExecutor:
    return ThreadPoolExecutor(1, "engine lead", use_one_core)


@lru_cache(maxsize=1)
def _helpers(count: int) -> ThreadPoolExecutor:
    return ThreadPoolExecutor(count, "engine helper", use_one_core)
