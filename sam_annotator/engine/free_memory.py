"""Give memory back to the system that was freed, but that the C library keeps for later."""

from __future__ import annotations

import ctypes
import sys


def give_back() -> None:
    """Give back what is free; may be called from any thread. Loading weights leaves several times their size.

    Only glibc on Linux keeps that much; elsewhere it does nothing.
    """
    if sys.platform.startswith("linux"):
        try:
            trim = ctypes.CDLL(None).malloc_trim
        except (AttributeError, OSError):  # another C library
            return
        trim(0)
