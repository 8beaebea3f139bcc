"""Entries that could not be written to the journal, kept in a file of their own until they can.

    unsaved = Unsaved(places().state, places().journal)
    unsaved.keep(events)          # while the journal cannot be written
    unsaved.drop()                # once it could
    unsaved.left()                # files of programs that ended before that: to be taken in

The file is a JSON export (docs/export.md), so it can also be imported by hand. It goes to our own
state folder; if that cannot be written either, to a folder of our own in /var/tmp, which outlasts
a restart. On a full disk it takes the place of a file that was made while there was room.
"""

import hashlib
import os
import stat
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from backstretch.history.events import Event
from backstretch.history.exchange import write_json, write_whole
from backstretch.history.reading import Story
from backstretch.private_files import make_file, private_folder, to_disk

_RESERVE_BYTES = 256 * 1024
"""Room for some thousand entries, many times what a session makes."""
_NAMES = "unsaved-*.json"
_READ_WRITE = os.O_RDWR | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_CLOEXEC", 0)


@dataclass(slots=True)
class Unsaved:
    """Keeps the entries of this process, and finds those of processes that ended. `folder` need not
    exist; `journal` tells whose entries they are where several homes share a folder."""

    folder: Path
    journal: Path
    _kept: Path | None = field(default=None, init=False)

    @property
    def kept(self) -> Path | None:
        """The file that holds this process's entries now; None if there is none."""
        return self._kept

    def keep(self, events: Sequence[Event]) -> bool:
        """Writes `events` in place of those kept before; False if no place can be written."""
        if not events:
            return False
        for folder in self._folders():
            target = folder / f"unsaved-{os.getpid()}.json"
            with suppress(OSError):
                _own(folder)
                _write(target, folder / "reserve", events)
                self._moved_to(target)
                return True
        return False

    def drop(self) -> None:
        """Removes what `keep` wrote. Does nothing if that is gone already."""
        if self._kept is not None:
            with suppress(OSError):
                self.remove(self._kept)
            self._kept = None

    def left(self) -> list[Path]:
        """The files that other processes left, oldest first."""
        found = [path for folder in self._folders() for path in _files(folder)]
        return [path for path in found if path != self._kept]

    def remove(self, path: Path) -> None:
        """Removes a file, and its folder if that is empty then. Raises OSError."""
        path.unlink(missing_ok=True)
        if path.parent != self.folder:
            with suppress(OSError):
                path.parent.rmdir()

    def forget(self) -> None:
        """Removes every file, as when the history is deleted. Raises OSError."""
        self._kept = None
        for folder in self._folders():
            for path in _files(folder):
                self.remove(path)

    def reserve(self) -> None:
        """Makes sure of some room for `keep`, while the disk has it."""
        with suppress(OSError):
            path = private_folder(self.folder) / "reserve"
            if path.exists():
                return
            make_file(path)
            try:
                # Written out, as some file systems give no blocks to a hole.
                path.write_bytes(bytes(_RESERVE_BYTES))
                to_disk(path)
            except OSError:
                path.unlink(missing_ok=True)
                raise

    def _moved_to(self, target: Path) -> None:
        if self._kept != target:
            self.drop()
        self._kept = target

    def _folders(self) -> Iterator[Path]:
        yield self.folder
        shared = Path("/var/tmp")
        if os.name == "posix" and shared.is_dir():
            owner = hashlib.blake2b(os.fsencode(self.journal.absolute()), digest_size=6)
            yield shared / f"backstretch-{os.getuid()}-{owner.hexdigest()}"


def _own(folder: Path) -> None:
    """Makes the folder, or makes sure that it is ours alone. Raises OSError."""
    # A link is not followed even to set rights: in /var/tmp others may have made it.
    if not folder.is_symlink():
        private_folder(folder)
    if not _is_ours(folder):
        raise PermissionError(f"{folder} belongs to somebody else")


def _is_ours(folder: Path) -> bool:
    """True if it is a folder, not a link to one, and nobody else may write in it."""
    if os.name != "posix":
        return folder.is_dir()
    found = folder.lstat()
    alone = found.st_uid == os.getuid() and not found.st_mode & 0o022
    return stat.S_ISDIR(found.st_mode) and alone


def _files(folder: Path) -> list[Path]:
    """What was left in `folder`: regular files of our own only, in the order of writing."""
    found: list[tuple[int, Path]] = []
    with suppress(OSError):
        if not _is_ours(folder):
            return []
        for path in folder.glob(_NAMES):
            with suppress(OSError):
                about = path.lstat()
                ours = os.name != "posix" or about.st_uid == os.getuid()
                if stat.S_ISREG(about.st_mode) and ours:
                    found.append((about.st_mtime_ns, path))
    return [path for _, path in sorted(found)]


def _write(target: Path, reserve: Path, events: Sequence[Event]) -> None:
    """Writes the export, on a full disk over the file that was made for that. Raises OSError."""
    told: dict[str, list[Event]] = {}
    for event in events:
        told.setdefault(event.session, []).append(event)
    stories = [Story(session, each, None) for session, each in told.items()]
    try:
        write_whole(target, lambda stream: write_json(stream, stories))
    except OSError:
        _write_over(target if target.exists() else reserve, stories)
        if not target.exists():
            reserve.replace(target)


def _write_over(path: Path, stories: Sequence[Story]) -> None:
    """Writes into the blocks that a file has already. Raises OSError."""
    descriptor = os.open(path, _READ_WRITE)
    with os.fdopen(descriptor, "r+", encoding="utf-8", errors="replace", newline="") as stream:
        write_json(stream, stories)
        # Blanks, not a shorter file: its blocks are needed again for the entries to come.
        stream.flush()
        room = os.fstat(descriptor).st_size - stream.tell()
        if room > 0:
            stream.write(" " * room)
            stream.flush()
        os.fsync(descriptor)
