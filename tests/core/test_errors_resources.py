"""The exception tree is the one that is drawn, and the data files are found wherever the program is installed."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from patience import PROGRAM_S

from sam_annotator.core import errors, resources
from sam_annotator.core.errors import ImportRefused, SamAnnotatorError


def drawn_tree() -> dict[str, str | None]:
    """Return each class in the docstring's drawing with the class it hangs on."""
    tree: dict[str, str | None] = {}
    path: list[str] = []
    for line in (errors.__doc__ or "").splitlines():
        if found := re.match(r"([│├└─ ]*)([A-Z]\w+)(?: {2,}|$)", line):
            depth = len(found[1]) // 4
            path = [*path[:depth], found[2]]
            tree[found[2]] = path[-2] if depth else None
    return tree


def test_the_drawn_tree_is_the_real_one() -> None:
    """Else whoever adds a case catches the wrong errors, and the user sees a traceback."""
    real = {
        name: None if cls is SamAnnotatorError else cls.__base__.__name__
        for name, cls in vars(errors).items()
        if isinstance(cls, type) and issubclass(cls, Exception)
    }
    assert drawn_tree() == real


def test_a_refused_import_carries_its_reasons() -> None:
    """Else the user learns that a file was refused, but not why."""
    error = ImportRefused("It does not fit.", ["no image a.png", "no image b.png"])
    assert str(error) == "It does not fit." and error.reasons == ("no image a.png", "no image b.png")
    assert ImportRefused("No.").reasons == ()


def test_data_files_are_found_in_the_checkout() -> None:
    """Else the window has no icons."""
    assert (resources.resources_dir() / "icons").is_dir()
    assert resources.resource_path("icons") == resources.resources_dir() / "icons"


@pytest.mark.parametrize("place", ["wheel", "checkout", "frozen"])
def test_data_files_are_found_when_installed(place: str, tmp_path: Path) -> None:
    """Else an installed program starts without icons and without its model."""
    source = Path(resources.__file__)
    package = tmp_path / "somewhere" / "sam_annotator"
    (package / "core").mkdir(parents=True)
    shutil.copy(source, package / "core" / "resources.py")
    where = {
        "wheel": package / "resources",
        "checkout": package.parent / "resources",
        "frozen": tmp_path / "bundle" / "sam_annotator" / "resources",
    }[place]
    (where / "icons").mkdir(parents=True)
    program = (
        "import sys\n"
        f"sys.path.insert(0, {str(package / 'core')!r})\n"
        + (f"sys._MEIPASS = {str(tmp_path / 'bundle')!r}\n" if place == "frozen" else "")
        + "import resources\n"
        "print(resources.resources_dir())\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=PROGRAM_S)
    assert done.returncode == 0, done.stderr
    assert Path(done.stdout.strip()) == where.resolve()


def test_a_lost_folder_of_data_files_is_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Else a damaged installation shows an empty window instead of saying what to do."""
    monkeypatch.setattr(resources, "__file__", str(tmp_path / "core" / "resources.py"))
    with pytest.raises(FileNotFoundError, match="install it again"):
        resources.resources_dir.__wrapped__()
