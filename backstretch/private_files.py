"""Writes files that nobody else can read, plant or see half written.

A file appears whole or not at all: it is written under a random name beside its place, synced to
the disk, and then renamed. The random name is made with O_EXCL and O_NOFOLLOW, so that in a folder
that others may write nobody can put a link in its way. The umask makes no difference.
"""

import errno
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

_NEW = (
    os.O_RDWR
    | os.O_CREAT
    | os.O_EXCL
    | getattr(os, "O_NOFOLLOW", 0)
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_BINARY", 0)
)
_NO_WAITING = (
    getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)
)
_IS_POSIX = os.name == "posix"


def private_folder(path: Path) -> Path:
    """Makes the folder `path`, and whatever is missing above it, with mode 0700. If the folder is
    there and is ours, others lose their rights to it. Raises OSError."""
    missing: list[Path] = []
    at = path
    while not at.exists():
        missing.append(at)
        at = at.parent
    for each in reversed(missing):
        each.mkdir(mode=0o700, exist_ok=True)
        if _IS_POSIX:
            # The umask may have taken away even the owner's rights.
            each.chmod(0o700)
    if not missing and _IS_POSIX:
        found = path.stat()
        if found.st_uid == os.getuid() and stat.S_IMODE(found.st_mode) != 0o700:
            path.chmod(0o700)
    return path


def make_file(path: Path) -> Path:
    """Makes an empty file with mode 0600. Raises OSError, also if anything is there already."""
    descriptor = os.open(path, _NEW, 0o600)
    try:
        if hasattr(os, "fchmod"):
            os.fchmod(descriptor, 0o600)
    finally:
        os.close(descriptor)
    return path


@contextmanager
def replacing(target: Path) -> Iterator[Path]:
    """Gives the path of a new, empty file, which takes the place of `target` when the block ends.
    If the block or the disk fails, it is removed and `target` stays as it was. Raises OSError.

    While it is unfinished it is called `….PID.part`, by which `is_left_over` tells whether its
    writer still runs.
    """
    draft = target.with_name(f".backstretch-{os.urandom(8).hex()}.{os.getpid()}.part")
    try:
        make_file(draft)
        yield draft
        # Renamed before its content is on the disk, a power cut could leave an empty file.
        to_disk(draft)
        draft.replace(target)
        _folder_to_disk(target.parent)
    except OSError as error:
        if error.filename == str(draft):
            # The user knows the name of the file, not that of the draft.
            error.filename, error.filename2 = str(target), None
        raise
    finally:
        with suppress(OSError):
            draft.unlink(missing_ok=True)


def write_bytes(target: Path, content: bytes) -> None:
    """Writes `content` to `target`. Raises OSError."""
    with replacing(target) as draft:
        draft.write_bytes(content)


def write_text(target: Path, text: str) -> None:
    """Writes `text` to `target` as UTF-8; what UTF-8 cannot hold becomes a question mark. Raises
    OSError."""
    write_bytes(target, text.encode("utf-8", "replace"))


def open_regular(path: Path) -> BinaryIO:
    """Opens a file to read, if it is one: a FIFO or a device would keep whoever reads it waiting.
    Raises OSError."""
    descriptor = os.open(path, os.O_RDONLY | _NO_WAITING)
    if not stat.S_ISREG(os.fstat(descriptor).st_mode):
        os.close(descriptor)
        if path.is_dir():
            raise IsADirectoryError(errno.EISDIR, "this is a folder", str(path))
        raise OSError(errno.EINVAL, "this is no regular file", str(path))
    return os.fdopen(descriptor, "rb")


def read_regular(path: Path, most_bytes: int) -> bytes:
    """The content of a file that somebody else may have written. Raises OSError, also if it is no
    regular file or larger than `most_bytes`."""
    with open_regular(path) as file:
        content = file.read(most_bytes + 1)
    if len(content) > most_bytes:
        raise OSError(errno.EFBIG, f"this has more than {most_bytes // 1024} KB", str(path))
    return content


def to_disk(path: Path) -> None:
    """Syncs the file's content to the disk. Raises OSError."""
    descriptor = os.open(path, os.O_RDWR)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def is_left_over(path: Path) -> bool:
    """True if `path` is an unfinished file whose writer no longer runs."""
    parts = path.name.split(".")
    if not _IS_POSIX or len(parts) < 3 or parts[-1] != "part" or not parts[-2].isdecimal():
        return False
    try:
        os.kill(int(parts[-2]), 0)
    except (ProcessLookupError, OverflowError):
        return True
    except PermissionError:
        return False
    return False


def _folder_to_disk(folder: Path) -> None:
    """Syncs a rename. Some file systems cannot do that for a folder; the file itself is safe."""
    if not _IS_POSIX:
        return
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
