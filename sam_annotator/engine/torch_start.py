"""What makes torch's start quick, and its threads good neighbours; comes before torch is imported. Standard library.

The import of torch is a second of Python and shared libraries of half a gigabyte. Loaded by an import they hold up
every thread of the program, the window's, for half a second; loaded through C they hold up nobody.
"""

from __future__ import annotations

import importlib.util
import os
import sys
from pathlib import Path

_RTLD_NOW = getattr(os, "RTLD_NOW", 0)
_RTLD_GLOBAL = getattr(os, "RTLD_GLOBAL", 0)


def ready_torch() -> None:
    """Make torch ready to be imported; once it is imported, and where nothing can be gained, does nothing."""
    if "torch" in sys.modules:
        return
    # Else a thread that is done burns its core until the others are: where something else runs on it, a layer takes
    # twenty times as long, and where nothing does it is as quick. It is read when the libraries are loaded.
    os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")
    if sys.platform.startswith("linux"):
        _load_libraries()


def _load_libraries() -> None:
    """Load torch's libraries in the order and the way torch does, but without Python's lock; what fails, it loads."""
    import ctypes  # late: the window knows this module long before it needs torch

    spec = importlib.util.find_spec("torch")
    if spec is None or spec.origin is None:
        return
    folder = Path(spec.origin).parent / "lib"
    dlopen = getattr(ctypes.CDLL(None), "dlopen", None)
    if dlopen is None:
        return
    dlopen.restype, dlopen.argtypes = ctypes.c_void_p, (ctypes.c_char_p, ctypes.c_int)
    for name, flags in (("global_deps", _RTLD_GLOBAL), ("cpu", 0), ("cuda", 0)):
        file = folder / f"libtorch_{name}.so"
        if file.is_file() and not dlopen(os.fsencode(file), _RTLD_NOW | flags):
            return
