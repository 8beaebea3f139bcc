"""The rooms keep to their rules: who imports whom, no Qt in the pure ones, small modules."""

import ast
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).resolve().parent.parent
PACKAGE = CHECKOUT / "backstretch"
PURE = ("document", "figure", "routine", "session", "history")
MODULES = sorted(PACKAGE.rglob("*.py"))

MOST_LINES_OF_A_MODULE = 350
MOST_LINES_OF_A_FUNCTION = 40


def module_name(path: Path) -> str:
    parts = path.relative_to(CHECKOUT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def test_each_room_knows_only_those_below_it() -> None:
    done = subprocess.run(
        [Path(sys.executable).parent / "lint-imports", "--no-cache"],
        cwd=CHECKOUT,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_pure_rooms_leave_qt_unloaded() -> None:
    names = [
        module_name(path)
        for path in MODULES
        if path.relative_to(PACKAGE).parts[0] in (*PURE, "ports.py", "paths.py", "assets.py")
    ]
    assert len(names) > 10
    code = (
        "import importlib, sys\n"
        f"for name in {names!r}: importlib.import_module(name)\n"
        "print([name for name in sys.modules if name.startswith(('PySide6', 'shiboken6'))])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=CHECKOUT, capture_output=True, text=True
    )
    assert done.stdout.strip() == "[]", done.stdout + done.stderr


ROOMS = sorted(
    entry.name
    for entry in PACKAGE.iterdir()
    if entry.suffix == ".py" or (entry.is_dir() and entry.name != "__pycache__")
)
BANNED = {
    "random": "import random\n\nCHANCE = random.random()\n",
    "monotonic": "import time\n\nNOW = time.monotonic()\n",
    "wall": "from datetime import datetime\n\nNOW = datetime.now()\n",
    "day": "import datetime\n\nTODAY = datetime.date.today()\n",
    "qt_timer": "from PySide6.QtCore import QElapsedTimer\n\nSINCE = QElapsedTimer()\n",
    "qt_clock": "from PySide6.QtCore import QTime\n\nNOW = QTime.currentTime()\n",
}


@pytest.fixture(scope="module")
def refused(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """The files with a banned call, one of each kind in each room, that lint refuses."""
    checkout = tmp_path_factory.mktemp("checkout")
    (checkout / "pyproject.toml").write_bytes((CHECKOUT / "pyproject.toml").read_bytes())
    for room in ROOMS:
        folder = checkout / "backstretch" / room.removesuffix(".py")
        folder.mkdir(parents=True)
        for kind, source in BANNED.items():
            (folder / f"{kind}.py").write_text(source)
    done = subprocess.run(
        [
            Path(sys.executable).parent / "ruff",
            *("check", "--no-cache", "--select", "TID251", "--output-format", "concise"),
            *("--config", "pyproject.toml", "backstretch"),
        ],
        cwd=checkout,
        capture_output=True,
        text=True,
    )
    return {line.partition(":")[0] for line in done.stdout.splitlines() if "TID251" in line}


@pytest.mark.parametrize("room", ROOMS)
def test_lint_refuses_clocks_and_chance_in_every_room(room: str, refused: set[str]) -> None:
    name = room.removesuffix(".py")
    assert {f"backstretch/{name}/{kind}.py" for kind in BANNED} <= refused


@pytest.fixture(scope="module")
def trees() -> dict[Path, ast.Module]:
    return {path: ast.parse(path.read_text(encoding="utf-8")) for path in MODULES}


def statements(tree: ast.AST) -> Iterator[ast.stmt]:
    """All statements, however deep; what they are made of is not looked at, which takes longest."""
    for field in ("body", "orelse", "finalbody", "handlers", "cases"):
        for node in getattr(tree, field, ()):
            if isinstance(node, ast.stmt):
                yield node
            yield from statements(node)


def imports_of(path: Path, tree: ast.Module, names: dict[str, Path]) -> set[str]:
    """The modules of `names` that a module imports: at the top, in functions, and for typing."""
    found = set()
    for node in statements(tree):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            for alias in node.names:
                module = f"{node.module}.{alias.name}"
                found.add(module if module in names else node.module)
    return (found & names.keys()) - {module_name(path)}


def test_no_module_is_part_of_a_circle(trees: dict[Path, ast.Module]) -> None:
    """Imports for typing count too: whoever names a type depends on the module that defines it."""
    names = {module_name(path): path for path in MODULES}
    graph = {name: imports_of(path, trees[path], names) for name, path in names.items()}
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        pytest.fail(" -> ".join(error.args[1]))


TOLD_APART_BY_FOLDER = {"__init__.py", "__main__.py", "absent.py", "freedesktop.py", "windows.py"}
"""The rest are adapters of `system`, one per desktop or system, named by their folder."""


def test_no_two_modules_have_the_same_name() -> None:
    counts = Counter(path.name for path in MODULES)
    assert {name for name, count in counts.items() if count > 1} <= TOLD_APART_BY_FOLDER


def test_every_folder_of_tests_is_a_package() -> None:
    """Otherwise two conftest.py or two helpers of one name are one module to pytest, and what it
    finds in them depends on which folders are tested together."""
    folders = {path.parent for path in (CHECKOUT / "tests").rglob("*.py")}
    assert [str(folder) for folder in folders if not (folder / "__init__.py").exists()] == []


def test_modules_are_small() -> None:
    lines = {module_name(path): path.read_text("utf-8").count("\n") for path in MODULES}
    assert {name: count for name, count in lines.items() if count > MOST_LINES_OF_A_MODULE} == {}


def test_functions_are_small(trees: dict[Path, ast.Module]) -> None:
    long = [
        f"{module_name(path)}.{node.name}: {node.end_lineno - node.lineno + 1} lines"
        for path, tree in trees.items()
        for node in statements(tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and node.end_lineno is not None
        and node.end_lineno - node.lineno + 1 > MOST_LINES_OF_A_FUNCTION
    ]
    assert long == []
