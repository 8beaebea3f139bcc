"""Finds the plain files that ship with the program."""

from pathlib import Path

_HERE = Path(__file__).resolve().parent


def folder(name: str) -> Path:
    """The folder `resources` or `routines`: inside the installed package, or beside it in a
    checkout. Raises FileNotFoundError if the installation is incomplete."""
    for candidate in (_HERE / name, _HERE.parent / name):
        if candidate.is_dir():
            return candidate
    raise FileNotFoundError(f"Backstretch's own folder '{name}' is missing; install it again")
