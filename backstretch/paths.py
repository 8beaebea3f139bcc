"""Where Backstretch keeps things: data, configuration, cache, state and log.

`BACKSTRETCH_HOME=DIR` puts all five under DIR (portable use, tests).
"""

import os
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


def places() -> Places:
    """This user's folders and files. Creates nothing."""
    home = os.environ.get("BACKSTRETCH_HOME")
    if home:
        root = Path(home).expanduser().absolute()
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
