"""Where Backstretch keeps things: data, configuration, cache, state and log.

`BACKSTRETCH_HOME=DIR` puts all five under DIR (portable use, tests).
"""

import errno
import os
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Places:
    data: Path
    config: Path
    cache: Path
    log: Path
    state: Path

    @property
    def journal(self) -> Path:
        return self.data / "journal.db"

    @property
    def routines(self) -> Path:
        """The folder for the user's own routine files."""
        return self.data / "routines"

    @property
    def settings(self) -> Path:
        return self.config / "settings.json"

    @property
    def log_file(self) -> Path:
        return self.log / "backstretch.log"


LONGEST_JOURNAL_BYTES = 500
"""SQLite takes no path of more than 512 bytes, and adds suffixes for the files beside it."""


def places_problem(at: Places) -> str:
    """Why nothing can be kept in these folders, or "". Looks at their names only."""
    size = len(os.fsencode(at.journal))
    if size > LONGEST_JOURNAL_BYTES:
        return (
            f"the path of the history has {size} bytes, {LONGEST_JOURNAL_BYTES} are the most; set "
            f"BACKSTRETCH_HOME to a folder with a shorter path ({str(at.data)[:60]}…)"
        )
    for folder in (at.data, at.config, at.cache, at.log, at.state):
        try:
            folder.stat()
        except OSError as error:
            if error.errno in (errno.ENAMETOOLONG, errno.ELOOP, errno.ENOTDIR):
                shown = f"{str(folder)[:60]}…"
                return f"{shown} cannot be used ({error.strerror}); set BACKSTRETCH_HOME to another"
    return ""


def places() -> Places:
    """This user's folders and files. Creates nothing."""
    home = os.environ.get("BACKSTRETCH_HOME")
    if home:
        root = Path(home)
        with suppress(RuntimeError):  # ~somebody who does not exist: taken as it is written
            root = root.expanduser()
        root = root.absolute()
        folders = (root / name for name in ("data", "config", "cache", "log", "state"))
        return Places(*folders)
    from platformdirs import PlatformDirs

    dirs = PlatformDirs("backstretch", appauthor=False)
    return Places(
        dirs.user_data_path,
        dirs.user_config_path,
        dirs.user_cache_path,
        dirs.user_log_path,
        dirs.user_state_path,
    )
