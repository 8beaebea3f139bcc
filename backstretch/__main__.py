"""`backstretch` and `python -m backstretch`: starts, or refuses in one sentence."""

import builtins
import os
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

from backstretch.cli import main as run_command
from backstretch.plain_text import one_line

if TYPE_CHECKING:
    from backstretch.ui.single_window import SingleWindow


_LEAST_DESCRIPTORS = 48
"""Files, sockets and pipes that a window and a session have open at a time, and some to spare."""


def main() -> int:
    # Whatever Qt, SQLite or the sound library writes is for its owner, and for nobody else.
    os.umask(0o077)
    if sys.argv[1:2] == ["--sound"] and sys.argv[2:]:
        from backstretch.system.voice.process import main as sound

        return sound(sys.argv[2:])
    if sys.argv[1:2] == ["--examine"] and sys.argv[2:]:
        from backstretch.system.examination import main as examine

        return examine(sys.argv[2:])
    try:
        return run_command(sys.argv[1:], open_window)
    except ImportError as error:
        if error.name and error.name.startswith("backstretch"):
            raise
        return _refuse(missing_parts(str(error)))
    except OSError as error:
        where = f"{error.filename}: " if error.filename else ""
        return _refuse(f"{where}{error.strerror or error}")


def open_window(argv: Sequence[str]) -> int:
    """Opens the player and returns the exit code. A second start only brings the first window
    forward."""
    if argv:
        return _refuse(f"there is no option '{argv[0]}'; see `backstretch --help`")
    problem = descriptors_problem()
    if problem:
        return _refuse(problem)
    from backstretch.paths import places, places_problem
    from backstretch.ui.single_window import SingleWindow

    problem = places_problem(places()) or screen_problem()
    if problem:
        return _refuse(problem)
    single = SingleWindow(places().data)
    if not single.claim():
        from backstretch.cli.calling import say

        return say("Backstretch is open already; its window comes to the front.")
    try:
        return _start(single)
    finally:
        single.release()


def _start(single: "SingleWindow") -> int:
    import PySide6

    problem = binding_problem(PySide6.__version__, sys.version_info[:2])
    if problem:
        return _refuse(problem)
    import_without_reading_sources()
    from backstretch.app import start

    return start(single)


def import_without_reading_sources() -> None:
    """Puts back the import that PySide6 replaced when it was imported itself.

    Its own reads the source of every module imported afterwards, and keeps it, to find out which
    want another spelling of Qt's names (`from __feature__ import snake_case`). Ours don't.
    """
    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)


def binding_problem(version: str, python: tuple[int, int]) -> str:
    """Why this PySide6 cannot be used on this Python, or "".

    6.12.0 loses a reference to None on every call without a result before Python 3.12, and Python
    aborts when they run out, after seconds of animation.
    """
    parts = tuple(int(part) for part in version.split(".")[:2] if part.isdigit())
    if parts == (6, 12) and python < (3, 12):
        return (
            f"PySide6 {version} ends the program after seconds on Python "
            f"{python[0]}.{python[1]}: install one below 6.12 (pip install 'PySide6-Essentials"
            "<6.12'), or use Python 3.12 or newer"
        )
    return ""


def missing_parts(words: str) -> str:
    """The sentence for a failed import: all that is missing, or `words` if nothing is known to
    be."""
    from backstretch.requirements import problem

    return problem(window=True) or f"a package is damaged ({words}); install Backstretch again"


def descriptors_problem() -> str:
    """Why too few files could be opened for a window, or ""."""
    opened: list[int] = []
    try:
        for _ in range(_LEAST_DESCRIPTORS):
            opened.append(os.open(os.devnull, os.O_RDONLY))
    except OSError as error:
        return (
            f"only {len(opened)} more files may be open ({error.strerror}), {_LEAST_DESCRIPTORS} "
            "are needed; raise the limit with `ulimit -n 1024`"
        )
    finally:
        for descriptor in opened:
            os.close(descriptor)
    return ""


def screen_problem() -> str:
    """Why no window can be shown here, or "". Asked before Qt, which would abort without a message
    that Python could catch."""
    platform = os.environ.get("QT_QPA_PLATFORM", "").partition(":")[0].partition(";")[0]
    if not sys.platform.startswith("linux") or (platform and platform not in ("xcb", "wayland")):
        return ""
    dead = ""
    if os.environ.get("WAYLAND_DISPLAY") and platform != "xcb":
        if _wayland_answers():
            return ""
        dead = _does_not_answer("WAYLAND_DISPLAY")
        if not os.environ.get("DISPLAY") or os.environ.get("QT_QPA_PLATFORM") == "wayland":
            return dead
        # Qt would try Wayland first, and end the program there.
        os.environ["QT_QPA_PLATFORM"] = "xcb"
    if not os.environ.get("DISPLAY"):
        return (
            "there is no screen here; start it in a desktop session, on a virtual screen "
            "(xvfb-run backstretch), or with QT_QPA_PLATFORM=offscreen"
        )
    return _x_problem()


def _does_not_answer(name: str) -> str:
    return (
        f"the screen {os.environ[name]} ({name}) does not answer; set {name} to one that does, or "
        "start it with QT_QPA_PLATFORM=offscreen"
    )


def _wayland_answers() -> bool:
    """True if there is somebody to talk to behind WAYLAND_DISPLAY."""
    import socket

    if os.environ.get("WAYLAND_SOCKET"):
        return True
    place = os.environ.get("XDG_RUNTIME_DIR", "")
    path = os.path.join(place, os.environ["WAYLAND_DISPLAY"])  # noqa: PTH118 -- as libwayland does
    with socket.socket(socket.AF_UNIX) as client:
        client.settimeout(1.0)
        try:
            client.connect(path)
        except (OSError, ValueError):
            return False
    return True


def _x_problem() -> str:
    import ctypes

    from backstretch.requirements import WINDOWS, missing_libraries, problem

    if missing_libraries(WINDOWS):
        return problem(window=True)
    xcb = ctypes.CDLL("libxcb.so.1")
    xcb.xcb_connect.restype = ctypes.c_void_p
    xcb.xcb_connection_has_error.argtypes = [ctypes.c_void_p]
    xcb.xcb_disconnect.argtypes = [ctypes.c_void_p]
    connection = xcb.xcb_connect(None, None)
    try:
        if xcb.xcb_connection_has_error(connection):
            return _does_not_answer("DISPLAY")
    finally:
        xcb.xcb_disconnect(connection)
    return ""


def _refuse(sentence: str) -> int:
    print(f"backstretch: {one_line(sentence)}.", file=sys.stderr)
    return 2


if __name__ == "__main__":
    sys.exit(main())
