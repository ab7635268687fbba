"""A project to try the program with: photographs that come inside scikit-image's package. Nothing is downloaded.

Imports core and store; no Qt, no torch.
"""

from __future__ import annotations

import importlib.util
import shutil
from pathlib import Path

from sam_annotator.core.errors import ProjectError
from sam_annotator.core.files import replacing
from sam_annotator.core.settings import data_dir
from sam_annotator.core.words import tr
from sam_annotator.store.places import has_project
from sam_annotator.store.scan import find_images, probe_images
from sam_annotator.store.store import Store

CATEGORY_NAMES = ("person", "cat", "cup", "rocket", "coin", "camera")

_PHOTOGRAPHS = (
    ("astronaut.png", "Eileen Collins, astronaut. NASA; public domain."),
    ("camera.png", "A photographer. Lav Varshney; CC0."),
    ("chelsea.png", "Chelsea, a cat. Stefan van der Walt; CC0."),
    ("coffee.png", "A cup of coffee. Rachel Michetti, courtesy of Pikolo Espresso Bar; CC0."),
    ("coins.png", "Greek coins from Pompeii. Brooklyn Museum; no known copyright restrictions."),
    ("rocket.jpg", "Falcon 9 on its launch pad. SpaceX; public domain."),
)


def make_demo_project(folder: Path | None = None) -> Path:
    """Make the demo project, or find the one that was made before, with whatever was done in it.

    Args:
        folder: of the project; by default one among the program's data.

    Returns:
        The folder of the project.

    Raises:
        ProjectError: the photographs are not there, or the folder can't be written.
    """
    project_dir = folder if folder is not None else data_dir() / "demo"
    images_dir = project_dir / "images"
    try:
        _copy_photographs(images_dir)
    except OSError as e:
        raise ProjectError(
            tr(
                "The demo project can't be made in {folder} ({reason}); open a folder of images instead.",
                folder=project_dir,
                reason=e.strerror or e,
            )
        ) from e
    if not has_project(project_dir):
        with Store.create(project_dir, images_dir, category_names=CATEGORY_NAMES, name="Demo") as store:
            images = store.add_images(find_images(images_dir))
            store.set_probes(probe_images(images, store.path_of).probes)
    return project_dir


def _copy_photographs(images_dir: Path) -> None:
    """Copy what is not there yet, with a note of who made the photographs."""
    source = _photographs_dir()
    images_dir.mkdir(parents=True, exist_ok=True)
    for name, _ in _PHOTOGRAPHS:
        if not (images_dir / name).exists() and (source / name).is_file():
            with replacing(images_dir / name) as temporary:
                shutil.copyfile(source / name, temporary)
    credits_file = images_dir / "credits.txt"
    if not credits_file.exists():
        lines = [f"{name}: {text}" for name, text in _PHOTOGRAPHS]
        head = "These photographs come with scikit-image (skimage.data) and are free to use.\n\n"
        credits_file.write_text(head + "\n".join(lines) + "\n", "utf-8")


def _photographs_dir() -> Path:
    """Return scikit-image's folder of data files without importing it."""
    spec = importlib.util.find_spec("skimage")
    for place in (spec.submodule_search_locations or ()) if spec is not None else ():
        if (Path(place) / "data" / _PHOTOGRAPHS[0][0]).is_file():
            return Path(place) / "data"
    raise ProjectError(
        tr(
            "The demo's photographs come with scikit-image, which is not installed; open a folder instead.",
        )
    )
