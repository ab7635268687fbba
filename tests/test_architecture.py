"""The walls of the house: who may import whom, what stays headless, and how large a room may be."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest
from patience import PROGRAM_S

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "sam_annotator"
SOURCES = sorted(PACKAGE.rglob("*.py"))
MAX_FILE_LINES = 500
MAX_FUNCTION_LINES = 70

# Each layer, and the layers it may import besides itself.
LAYERS: dict[str, frozenset[str]] = {
    "core": frozenset(),
    "tools": frozenset({"core"}),
    "store": frozenset({"core"}),
    "formats": frozenset({"core"}),
    "engine": frozenset({"core"}),
    "worker": frozenset({"core", "engine"}),
    "ui": frozenset({"core", "tools", "store", "formats", "engine", "worker"}),
    "demo": frozenset({"core", "store"}),
    "app": frozenset({"core", "tools", "store", "formats", "engine", "worker", "ui", "demo"}),
    "console": frozenset({"core"}),
    "cli": frozenset(
        {"core", "store", "formats", "engine", "console"}
        | {"cli_embed", "cli_auto", "cli_replay", "cli_benchmark", "cli_export", "cli_compare", "cli_merge"}
        | {"cli_arguments", "cli_boxes", "cli_table", "cli_doubt"}
    ),
    "cli_export": frozenset({"core", "store", "formats", "engine", "console", "cli_selection"}),
    "cli_selection": frozenset({"core", "store", "console"}),
    "cli_backup": frozenset({"core", "store", "formats"}),
    "cli_compare": frozenset({"core", "store", "formats", "console", "cli_selection"}),
    "cli_table": frozenset({"core", "store", "formats", "console", "cli_selection"}),
    "cli_doubt": frozenset({"core", "store", "formats", "engine", "console", "cli_selection"}),
    "cli_merge": frozenset({"core", "store", "formats", "console", "cli_selection", "cli_compare", "cli_backup"}),
    "cli_replay": frozenset({"core", "store", "formats", "engine", "console", "cli_selection", "cli_backup"}),
    "cli_benchmark": frozenset({"core", "store", "formats", "engine", "console", "cli_selection"}),
    "cli_arguments": frozenset({"core"}),
    "cli_auto": frozenset(
        {"core", "store", "formats", "engine", "console", "cli_arguments", "cli_auto_project", "cli_selection"}
    ),
    "cli_auto_project": frozenset({"core", "store", "formats", "engine", "console", "cli_selection"}),
    "cli_boxes": frozenset(
        {"core", "store", "formats", "engine", "console", "cli_arguments", "cli_auto", "cli_compare", "cli_selection"}
    ),
    "cli_embed": frozenset({"core", "store", "formats", "engine", "console"}),
    "run": frozenset({"ui", "app"}),
    "__main__": frozenset({"core", "cli", "console", "run"}),
    "__init__": frozenset(),
}

# Each outside package that is kept to a few places: patterns of the files that may import it.
KEPT_TO: dict[str, tuple[str, ...]] = {
    "PySide6": ("worker/*", "ui/*", "app.py", "run.py"),
    "shiboken6": ("worker/*", "ui/*", "app.py", "run.py"),
    "cv2": ("core/raster*.py", "core/image_io.py"),
    "PIL": ("core/image_io.py", "core/image_write.py", "core/image_legend.py"),
    "tifffile": ("core/image_io.py",),
    "pycocotools": ("core/mask.py",),
    "torch": ("engine/*",),
    "torchvision": ("engine/*",),
    "segment_anything": ("engine/*",),
    "safetensors": ("engine/*",),
    "skimage": ("demo.py",),
    "sqlite3": ("store/*",),
    "pyqtgraph": ("ui/progress/plots.py",),
}
HEAVY = ("PySide6", "torch", "torchvision", "segment_anything", "skimage", "matplotlib", "pyqtgraph")
NETWORKS = "engine/builtin*.py"  # the built-in network: nn.Modules, which need torch where they are defined


class Import(NamedTuple):
    """One imported module, where, and whether it happens when the file is imported."""

    path: str
    line: int
    module: str
    at_import: bool

    def __str__(self) -> str:
        return f"{self.path}:{self.line} imports {self.module}"


def layer_of(path: str) -> str:
    """Return the layer of a file of the package: its folder, or its own name at the top."""
    first = path.split("/")[0]
    return first.removesuffix(".py")


@cache
def tree_of(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"))


def imports_of(path: Path) -> Iterator[Import]:
    name = path.relative_to(PACKAGE).as_posix()
    stack: list[tuple[ast.AST, bool]] = [(tree_of(path), True)]
    while stack:
        node, at_import = stack.pop()
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield Import(name, node.lineno, alias.name, at_import)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{name}:{node.lineno}: a relative import; write the whole name"
            for alias in node.names:
                yield Import(name, node.lineno, f"{node.module}.{alias.name}", at_import)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
            at_import = False
        if isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test):
            at_import = False
        stack += [(child, at_import) for child in ast.iter_child_nodes(node)]


@cache
def all_imports() -> tuple[Import, ...]:
    return tuple(found for path in SOURCES for found in imports_of(path))


def matches(path: str, pattern: str) -> bool:
    """Whether a path fits a pattern; `folder/*` takes in all that is below the folder."""
    return path.startswith(pattern[:-1]) if pattern.endswith("/*") else Path(path).match(pattern)


def test_layers_import_only_what_is_below_them() -> None:
    """Else a change in one corner breaks others, and the commands need a display."""
    wrong = []
    for found in all_imports():
        parts = found.module.split(".")
        if parts[0] != "sam_annotator" or parts[1:] == ["__version__"]:
            continue
        layer, target = layer_of(found.path), parts[1]
        assert layer in LAYERS, f"{found.path} belongs to no layer; put it into one, or name it in LAYERS"
        if target != layer and target not in LAYERS[layer]:
            wrong.append(str(found))
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("package", KEPT_TO)
def test_outside_packages_are_kept_to_their_places(package: str) -> None:
    """Else images are decoded in two ways, masks reach the C library unchecked, or a command needs Qt."""
    wrong = [
        str(found)
        for found in all_imports()
        if found.module.split(".")[0] == package
        and not any(matches(found.path, pattern) for pattern in KEPT_TO[package])
    ]
    assert not wrong, "\n".join(wrong)


def test_threads_know_no_widgets() -> None:
    """Else a thread touches the window, and the program crashes now and then."""
    wrong = [
        str(found)
        for found in all_imports()
        if found.path.startswith("worker/")
        and found.module.startswith("PySide6")
        and not found.module.startswith("PySide6.QtCore")
    ]
    assert not wrong, "\n".join(wrong)


def test_torch_is_imported_late() -> None:
    """Else the window takes seconds to appear."""
    wrong = [
        str(found)
        for found in all_imports()
        if found.at_import
        and found.module.split(".")[0] in ("torch", "torchvision", "segment_anything")
        and not matches(found.path, NETWORKS)
    ]
    assert not wrong, "\n".join(wrong)


def test_headless_modules_load_neither_qt_nor_torch() -> None:
    """Else the commands fail on a server without a display, and take seconds to start."""
    headless = {*LAYERS} - {"worker", "ui", "app", "run"}
    names = []
    for path in SOURCES:
        name = path.relative_to(PACKAGE).as_posix()
        if layer_of(name) in headless and not matches(name, NETWORKS):
            names.append("sam_annotator." + name.removesuffix(".py").replace("/", ".").removesuffix(".__init__"))
    program = (
        "import importlib, sys\n"
        f"for name in {names!r}: importlib.import_module(name)\n"
        f"print([name for name in {HEAVY!r} if name in sys.modules])\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=PROGRAM_S, cwd=ROOT)
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() == "[]", f"loaded by importing headless modules: {done.stdout}"


def our_files() -> list[Path]:
    """Return all Python files of the repository's own folders."""
    folders = ("sam_annotator", "tests", "benchmarks", "training", "packaging")
    return [path for folder in folders for path in sorted((ROOT / folder).rglob("*.py"))]


def test_files_stay_small() -> None:
    """Else a file grows until nobody finds anything in it."""
    lengths = {path.relative_to(ROOT): path.read_text("utf-8").count("\n") for path in our_files()}
    assert not {str(path): lines for path, lines in lengths.items() if lines > MAX_FILE_LINES}


def test_functions_stay_small() -> None:
    """Else a function does five things, and none can be tested alone."""
    wrong = []
    for path in our_files():
        for node in ast.walk(tree_of(path)):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.end_lineno is not None:
                lines = node.end_lineno - node.lineno + 1
                if lines > MAX_FUNCTION_LINES:
                    wrong.append(f"{path.relative_to(ROOT)}:{node.lineno} {node.name}: {lines} lines")
    assert not wrong, "\n".join(wrong)


def test_names_say_what_is_inside() -> None:
    """Else everything without a place ends up in one heap."""
    heap = re.compile(r"(^|_)(utils?|helpers?|managers?)$")
    assert not [str(path.relative_to(ROOT)) for path in our_files() if any(heap.search(part) for part in names(path))]


def names(path: Path) -> tuple[str, ...]:
    return path.relative_to(ROOT).with_suffix("").parts


@pytest.mark.parametrize("folder", ["packaging", "resources", "tests", "tests/core"])
def test_data_folders_are_no_packages(folder: str) -> None:
    """Else a folder named packaging hides the package of that name that others import."""
    assert not list((ROOT / folder).rglob("__init__.py"))


def test_test_files_have_names_of_their_own() -> None:
    """Else pytest mixes up two files of the same name and runs one of them."""
    stems = [path.stem for path in (ROOT / "tests").rglob("test_*.py")]
    assert len(stems) == len(set(stems)), sorted({stem for stem in stems if stems.count(stem) > 1})


DISTRIBUTIONS = {
    "cv2": "opencv-python-headless",
    "PIL": "pillow",
    "PySide6": "PySide6-Essentials",
    "shiboken6": "PySide6-Essentials",
    "segment_anything": "segment-anything",
    "skimage": "scikit-image",
}
# Needed without an import of ours: segment-anything imports torchvision, the demo opens scikit-image's data files.
NOT_IMPORTED = {"torchvision", "scikit-image"}


def declared(requirements: list[str]) -> set[str]:
    return {re.split(r"[^\w.-]", requirement)[0] for requirement in requirements}


def test_dependencies_are_those_imported() -> None:
    """Else a fresh installation lacks a package, or takes one that nobody needs."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    imported = {found.module.split(".")[0] for found in all_imports()} - {"sam_annotator"} - sys.stdlib_module_names
    needed = {DISTRIBUTIONS.get(name, name) for name in imported}
    assert needed | NOT_IMPORTED == declared(project["dependencies"])


def test_every_dependency_has_its_reason() -> None:
    """Else nobody knows later whether a package may be dropped or replaced."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    table = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
    rows = {
        name.strip() for line in table.splitlines() if line.startswith("| ") for name in line.split("|")[1].split(",")
    }
    names = declared(project["dependencies"])
    for extra in project["optional-dependencies"].values():
        names |= declared(extra)
    assert not names - rows - {project["name"]}


def test_the_rules_see_what_they_should() -> None:
    """Else this file passes because it reads nothing."""
    seen = {(found.path, found.module) for found in all_imports()}
    assert ("core/raster.py", "cv2") in seen
    assert ("core/mask.py", "pycocotools.mask") in seen
    assert any(found.module == "sam_annotator.core.mask.Mask" for found in all_imports())
    assert matches("worker/engine_worker.py", "worker/*") and not matches("core/mask.py", "core/raster.py")
    assert matches("ui/canvas/canvas.py", "ui/*") and matches("engine/builtin_encoder.py", NETWORKS)
