"""numpy, imported when it is first used: the window is there before the arrays are. Standard library only.

Whatever the window imports takes `np` and `npt` from here; a tenth of the time to the first paint was numpy's. Aliases
of its types are written as strings (`Pixels: TypeAlias = "npt.NDArray[np.uint8]"`), and nothing is made with it while
a module is imported. What only runs later, engines and formats, imports numpy itself.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

__all__ = ["np", "npt"]


class _Late:
    """Stands for a module; the first use imports it and takes over what is in it, so that the next is as quick."""

    def __init__(self, name: str) -> None:
        self._name = name

    def __getattr__(self, attribute: str) -> Any:
        module = importlib.import_module(self._name)
        self.__dict__.update(vars(module))
        return getattr(module, attribute)


if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt
else:
    np, npt = _Late("numpy"), _Late("numpy.typing")
