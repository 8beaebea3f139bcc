"""What the program needs of this computer: Python packages, and system libraries for Qt.

Looked at only when something is missing, except for what Qt would end the program over.
"""

import ctypes
import importlib.util
import sys

PACKAGES = {
    "PySide6": "PySide6-Essentials",
    "yaml": "PyYAML",
    "platformdirs": "platformdirs",
    "PIL": "Pillow",
} | ({"jeepney": "jeepney"} if sys.platform.startswith("linux") else {})
"""The module to import, and the name to install."""

DRAWING = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libfontconfig.so.1": "libfontconfig1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libglib-2.0.so.0": "libglib2.0-0",
}
"""Without these Qt cannot be imported: the library, and Debian's package."""

WINDOWS = {
    "libxcb.so.1": "libxcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
"""Without these Qt ends the program when it opens a window on X."""


def missing_packages() -> list[str]:
    """The Python packages that are not here, by the name to install."""
    return [name for module, name in PACKAGES.items() if not _is_here(module)]


def missing_libraries(wanted: dict[str, str]) -> dict[str, str]:
    """Those of `wanted` that are not here. Only Linux is looked at."""
    if not sys.platform.startswith("linux"):
        return {}
    return {library: package for library, package in wanted.items() if not _loads(library)}


def problem(*, window: bool) -> str:
    """One sentence with everything that is missing, and how to install it; "" if nothing is."""
    libraries = missing_libraries(DRAWING | WINDOWS if window else DRAWING)
    packages = missing_packages()
    parts = []
    if packages:
        parts.append(
            f"Python packages are missing ({', '.join(packages)}): install Backstretch again with "
            f"pip or pipx, or run `{sys.executable} -m pip install {' '.join(packages)}`"
        )
    if libraries:
        debian = " ".join(dict.fromkeys(libraries.values()))
        parts.append(
            f"Qt needs system libraries that are missing ({', '.join(libraries)}): on Debian and "
            f"Ubuntu, run `apt-get install {debian}`"
        )
    return "; ".join(parts)


def _is_here(module: str) -> bool:
    try:
        return importlib.util.find_spec(module) is not None
    except (ImportError, ValueError):
        return False


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True
