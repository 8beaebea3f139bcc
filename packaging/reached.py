"""Finds the libraries of a folder that nothing in it asks for: what the build host's GTK and the
plugins that were left out had brought along."""

import re
import subprocess
from pathlib import Path

_NEEDED = re.compile(r"\(NEEDED\).*\[(.+)\]")


def unreached(folder: Path) -> list[Path]:
    """The shared libraries that no program, extension module or plugin below `folder` links to,
    directly or through others. Needs readelf."""
    files = [path for path in folder.rglob("*") if path.is_file() and not path.is_symlink()]
    binaries = [path for path in files if path.read_bytes()[:4] == b"\x7fELF"]
    libraries = {path.name: path for path in binaries if _is_library(path)}
    links = {
        path.name: path.resolve().name for path in folder.rglob("lib*.so*") if path.is_symlink()
    }
    open_ends = [path for path in binaries if path.name not in libraries]
    reached: set[str] = set()
    while open_ends:
        for name in _needed(open_ends.pop()):
            real = links.get(name, name)
            if real in libraries and real not in reached:
                reached.add(real)
                open_ends.append(libraries[real])
    return [path for name, path in libraries.items() if name not in reached]


def _is_library(path: Path) -> bool:
    """True for what is only there to be linked to. Plugins and Python itself are loaded by name."""
    is_library = path.name.startswith("lib") and ".so" in path.name
    return is_library and "plugins" not in path.parts and not path.name.startswith("libpython")


def _needed(path: Path) -> list[str]:
    command = ["readelf", "--dynamic", str(path)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return _NEEDED.findall(done.stdout)


def drop(folder: Path) -> None:
    """Removes them, and links that then lead nowhere."""
    for path in unreached(folder):
        path.unlink()
    for path in sorted(folder.rglob("*"), reverse=True):
        if path.is_symlink() and not path.exists():
            path.unlink()
        elif path.is_dir() and not any(path.iterdir()):
            path.rmdir()
