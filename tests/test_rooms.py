"""The rooms keep to their rules: who imports whom, no Qt in the pure ones, small modules."""

import ast
import subprocess
import sys
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


BANNED = {
    "import random\n\n\ndef roll() -> float:\n    return random.random()\n": "random",
    "import time\n\n\ndef now() -> float:\n    return time.monotonic()\n": "time.monotonic",
    "from datetime import datetime\n\n\ndef now() -> datetime:\n    return datetime.now()\n": "now",
    "from PySide6.QtCore import QObject\n\n\nclass Thing(QObject):\n    pass\n": "PySide6",
}


@pytest.mark.parametrize("room", PURE)
@pytest.mark.parametrize("source", BANNED)
def test_lint_refuses_clock_chance_and_qt_in_pure_rooms(room: str, source: str) -> None:
    done = subprocess.run(
        [
            Path(sys.executable).parent / "ruff",
            *("check", "--no-cache", "--select", "TID251", "--output-format", "concise"),
            *("--stdin-filename", f"backstretch/{room}/thing.py", "-"),
        ],
        cwd=CHECKOUT,
        input=source,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 1
    assert "TID251" in done.stdout and BANNED[source] in done.stdout


@pytest.mark.parametrize("path", MODULES, ids=module_name)
def test_modules_and_functions_are_small(path: Path) -> None:
    source = path.read_text(encoding="utf-8")
    lines = len(source.splitlines())
    assert lines <= MOST_LINES_OF_A_MODULE, f"{lines} lines; split it"
    long = [
        f"{node.name}: {node.end_lineno - node.lineno + 1} lines"
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and node.end_lineno is not None
        and node.end_lineno - node.lineno + 1 > MOST_LINES_OF_A_FUNCTION
    ]
    assert not long, f"split {long}"
