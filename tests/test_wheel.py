"""What users install works with the sources out of the way."""

import json
import os
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest
from packaging.requirements import Requirement

from backstretch.identity import VERSION

CHECKOUT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    done = subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", folder],
        cwd=CHECKOUT,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("installed")
    command = ["install", "--quiet", "--no-index", "--no-deps", "--target", str(folder), str(wheel)]
    environment = {name: text for name, text in os.environ.items() if not name.startswith("PIP_")}
    subprocess.run(
        [sys.executable, "-m", "pip", "--isolated", *command], check=True, env=environment
    )
    return folder


def python(installed: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Runs Python far from the checkout, with the installed package first on its path."""
    return subprocess.run(
        [sys.executable, "-P", *arguments],
        cwd=installed.parent,
        env=os.environ | {"PYTHONPATH": str(installed)},
        capture_output=True,
        text=True,
    )


def test_wheel_holds_program_resources_and_routines_only(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    tops = {name.split("/")[0] for name in names}
    assert tops == {"backstretch", next(name for name in tops if name.endswith(".dist-info"))}
    for folder in ("resources", "routines"):
        sources = {
            str(path.relative_to(CHECKOUT))
            for path in (CHECKOUT / folder).rglob("*")
            if path.is_file() and path.suffix not in (".py", ".pyc", ".ts")
        }
        shipped = {
            name.removeprefix("backstretch/")
            for name in names
            if name.startswith(f"backstretch/{folder}/")
        }
        assert shipped == sources
    assert not [name for name in names if "test" in name or name.endswith(".pyc")]


def test_command_line_runs_from_the_wheel_alone(installed: Path) -> None:
    where = python(installed, "-c", "import backstretch; print(backstretch.__file__)")
    assert Path(where.stdout.strip()).is_relative_to(installed)
    done = python(installed, "-m", "backstretch", "score", "--json")
    assert done.returncode == 0, done.stderr
    score = json.loads(done.stdout)
    assert score["routine"] == "balanced-back"
    assert len({phase["move"] for phase in score["phases"]}) == 5
    version = python(installed, "-m", "backstretch", "--version")
    assert version.stdout.strip() == f"backstretch {VERSION}"


def test_window_opens_from_the_wheel_alone(installed: Path) -> None:
    code = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
enter = QApplication.exec
def look():
    windows = [window for window in QApplication.topLevelWidgets() if window.isVisible()]
    print(len(windows))
    QApplication.quit()
def watched():
    QTimer.singleShot(0, look)
    return enter()
QApplication.exec = staticmethod(watched)
from backstretch.__main__ import main
sys.argv = ["backstretch"]
sys.exit(main())
"""
    done = python(installed, "-c", code)
    assert (done.returncode, done.stdout.strip()) == (0, "1"), done.stdout + done.stderr


def test_known_good_versions_are_what_the_project_asks_for() -> None:
    project = tomllib.loads((CHECKOUT / "pyproject.toml").read_text())["project"]
    pinned = {}
    for line in (CHECKOUT / "requirements" / "run.txt").read_text().splitlines():
        if line and not line.startswith(("#", "-")):
            requirement = Requirement(line)
            (version,) = requirement.specifier
            assert version.operator == "=="
            pinned[requirement.name.lower()] = version.version
    for text in project["dependencies"]:
        requirement = Requirement(text)
        assert requirement.specifier.contains(pinned[requirement.name.lower()]), text
