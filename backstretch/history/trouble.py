"""Trouble with the journal, as a record: `ui` words it in the user's language, the command line in
English.

Codes and their values:
    full        the disk is full                              place
    refused     the disk refused a write                      place
    read-only   no right to write the journal or its folder   place
    vanished    the journal's folder is gone                  place
    locked      another program holds the journal             place
    newer       a newer Backstretch wrote it                  place
    damaged     was repaired from a backup, if there is one   kept, backup, salvaged
    no-backup   today's backup could not be made              place
    saved       what was kept in memory has been written      count
    taken-in    what an earlier start could not write is in   count
    unsaved-damaged  the file of what it could not write is unreadable  place
"""

import errno
import shutil
import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

Code = Literal[
    "full",
    "refused",
    "read-only",
    "vanished",
    "locked",
    "newer",
    "damaged",
    "no-backup",
    "saved",
    "taken-in",
    "unsaved-damaged",
]
WayOut = Literal["retry", "save-elsewhere"]


@dataclass(frozen=True, slots=True)
class Trouble:
    """`values` fill in the sentence, as listed above; `ways` are what the user can do about it. If
    `kept`, entries stay in memory and are retried automatically."""

    code: Code
    values: Mapping[str, str | int] = field(default_factory=dict)
    ways: tuple[WayOut, ...] = ()
    kept: bool = False


class NewerJournalError(Exception):
    """A newer Backstretch wrote this journal; this version must not change it."""


class DamagedError(sqlite3.DatabaseError):
    """A check found the file unsound or empty although SQLite could open it."""

    sqlite_errorcode = sqlite3.SQLITE_CORRUPT


_CODES: dict[int, Code] = {
    sqlite3.SQLITE_FULL: "full",
    sqlite3.SQLITE_READONLY: "read-only",
    sqlite3.SQLITE_PERM: "read-only",
    sqlite3.SQLITE_AUTH: "read-only",
    sqlite3.SQLITE_CANTOPEN: "read-only",
    sqlite3.SQLITE_BUSY: "locked",
    sqlite3.SQLITE_LOCKED: "locked",
}
_NO_ROOM_BYTES = 64 * 1024
"""Less than the journal needs for its own files."""
_ERRNOS: dict[int | None, Code] = {
    errno.ENOSPC: "full",
    errno.EDQUOT: "full",
    errno.EACCES: "read-only",
    errno.EPERM: "read-only",
    errno.EROFS: "read-only",
    errno.ENOENT: "vanished",
    errno.ENOTDIR: "vanished",
    errno.EEXIST: "vanished",
}


def is_damage(error: Exception) -> bool:
    """True if `error` means that the file is no longer a sound database."""
    # Damaged pages may hold text that is not UTF-8; the sqlite3 module reports it in either way.
    if isinstance(error, UnicodeDecodeError):
        return True
    if not isinstance(error, sqlite3.DatabaseError):
        return False
    if "decode to UTF-8" in str(error):
        return True
    code = getattr(error, "sqlite_errorcode", None)
    return code is not None and code & 0xFF in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)


def _is_full(place: str) -> bool:
    try:
        return shutil.disk_usage(place).free < _NO_ROOM_BYTES
    except OSError:
        return False


def from_error(error: Exception, place: str) -> Trouble:
    """Returns the trouble that an error while writing to the folder `place` means for the user."""
    code: Code = "refused"
    if isinstance(error, NewerJournalError):
        code = "newer"
    elif isinstance(error, OSError):
        code = _ERRNOS.get(error.errno, "refused")
    elif isinstance(error, sqlite3.Error):
        code = _CODES.get((getattr(error, "sqlite_errorcode", None) or 0) & 0xFF, "refused")
    if code == "refused" and _is_full(place):
        # SQLite tells some of its writes only as input and output errors.
        code = "full"
    return Trouble(code, {"place": place}, ("retry", "save-elsewhere"), kept=True)
