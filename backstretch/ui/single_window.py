"""One window per data directory: a second start asks the first window to come forward, and ends.

The system frees the lock when its process ends, even if that is killed. Nothing of Qt is imported
before `watch`, so a second start is quick.
"""

import os
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from backstretch.private_files import private_folder, read_regular, write_text

if TYPE_CHECKING:
    from PySide6.QtCore import QFileSystemWatcher

_LONGEST_TOKEN = 4096
_TOKENS = ("XDG_ACTIVATION_TOKEN", "DESKTOP_STARTUP_ID")


def _lock(descriptor: int) -> None:
    """Takes the lock. Raises OSError if another process holds it."""
    if sys.platform == "win32":
        import msvcrt

        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
    else:
        import fcntl

        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)


class SingleWindow:
    """Holds the lock of `folder` from `claim` to `release` or the end of the process."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder / "window"
        self._note = self._folder / "come-forward"
        self._descriptor: int | None = None
        self._watcher: QFileSystemWatcher | None = None

    def claim(self) -> bool:
        """True if this process may open the window. If False, the first window has been asked to
        come forward."""
        try:
            private_folder(self._folder)
            path = self._folder / "lock"
            descriptor = os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_CLOEXEC", 0), 0o600)
        except OSError:
            # A folder that cannot be written is no reason to refuse a session.
            return True
        try:
            _lock(descriptor)
        except OSError:
            os.close(descriptor)
            self._call()
            return False
        self._descriptor = descriptor
        return True

    def _call(self) -> None:
        """Leaves a note for the first window. Renamed into place, so it is never read half
        written; it carries the token without which Wayland lets no window come forward."""
        token = next((os.environ[name] for name in _TOKENS if os.environ.get(name)), "")
        try:
            write_text(self._note, token)
        except OSError:
            return

    def watch(self, come_forward: Callable[[str], None]) -> None:
        """From now on calls `come_forward` with the desktop's activation token (or "") whenever
        another start asks for this window; at once if one did already."""
        if self._descriptor is None:
            return
        from PySide6.QtCore import QFileSystemWatcher

        def look() -> None:
            try:
                token = read_regular(self._note, _LONGEST_TOKEN).decode("ascii", "replace")
            except FileNotFoundError:
                return
            except OSError:
                token = ""
            with suppress(OSError):
                # It is removed whatever it is, or every change of the folder would find it again.
                self._note.unlink()
                come_forward(token if token.isprintable() else "")

        self._watcher = QFileSystemWatcher([str(self._folder)])
        self._watcher.directoryChanged.connect(look)
        look()

    def release(self) -> None:
        """Stops watching and frees the lock, so that another process can open its window."""
        if self._watcher is not None:
            self._watcher.deleteLater()
            self._watcher = None
        if self._descriptor is not None:
            os.close(self._descriptor)
            self._descriptor = None
