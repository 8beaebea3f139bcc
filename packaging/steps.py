"""What the builds share: paths, running a program, the time that goes into packages."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from backstretch import identity

TOP = Path(__file__).resolve().parent.parent
BUILD = TOP / "build"
DIST = TOP / "dist"


def run(*command: str | Path, where: Path = TOP, **environment: str) -> None:
    """Runs a program. Ends the build in one sentence if it is missing or fails."""
    name = Path(command[0]).name
    try:
        done = subprocess.run(command, cwd=where, env=os.environ | environment, check=False)
    except FileNotFoundError:
        sys.exit(f"build: {name} is not here; install it and start again")
    if done.returncode != 0:
        sys.exit(f"build: {name} ended with {done.returncode}; it says why above")


def fresh(folder: Path) -> Path:
    """`folder`, empty."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    return folder


def epoch() -> str:
    """The second since 1970 that all packages carry: that of the last commit, so that a build can
    be repeated byte for byte."""
    given = os.environ.get("SOURCE_DATE_EPOCH")
    if given:
        return given
    command = ["git", "log", "-1", "--format=%ct"]
    done = subprocess.run(command, cwd=TOP, capture_output=True, text=True, check=False)
    return done.stdout.strip() or "1767225600"


def filled(text: str) -> str:
    """A template with the names of `backstretch.identity` put in for @NAME@."""
    for name in ("AUTHOR", "EMAIL", "HOMEPAGE", "ID", "SUMMARY", "VERSION"):
        text = text.replace(f"@{name}@", getattr(identity, name))
    return text


def wheel_or_sdist(target: str) -> Path:
    """Builds it into dist/."""
    pattern = "*.whl" if target == "wheel" else "*.tar.gz"
    place = fresh(BUILD / target)
    run(
        *(sys.executable, "-m", "hatchling", "build", "--target", target, "--directory", place),
        SOURCE_DATE_EPOCH=epoch(),
    )
    (made,) = place.glob(pattern)
    DIST.mkdir(exist_ok=True)
    return Path(shutil.move(made, DIST / made.name))
