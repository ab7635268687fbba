"""Find the data files that come with the program. Standard library only.

One locator for a checkout (`resources/` beside the package), a wheel (`sam_annotator/resources/`) and a frozen
program (below its bundle folder).
"""

from __future__ import annotations

import sys
from functools import cache
from pathlib import Path


@cache
def resources_dir() -> Path:
    """Return the folder of the program's data files.

    Raises:
        FileNotFoundError: the program was installed without them.
    """
    package = Path(__file__).resolve().parent.parent
    places = [package / "resources", package.parent / "resources"]
    if bundle := getattr(sys, "_MEIPASS", None):
        places.insert(0, Path(bundle) / "sam_annotator" / "resources")
    for place in places:
        if (place / "icons").is_dir():
            return place
    raise FileNotFoundError("The program's data files are missing; install it again with pip.")


def resource_path(name: str) -> Path:
    """Return the path of the data file `name`, relative to the folder of data files."""
    return resources_dir() / name
