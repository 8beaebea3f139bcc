"""Where Backstretch keeps things: data, configuration, cache and log.

`BACKSTRETCH_HOME=DIR` puts all four under DIR (portable use, tests).
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
        return Places(root / "data", root / "config", root / "cache", root / "log")
    from platformdirs import PlatformDirs

    dirs = PlatformDirs("backstretch", appauthor=False)
    return Places(
        dirs.user_data_path, dirs.user_config_path, dirs.user_cache_path, dirs.user_log_path
    )


def private_folder(path: Path) -> Path:
    """Creates `path` with mode 0700 if it is missing. Raises OSError."""
    path.mkdir(mode=0o700, parents=True, exist_ok=True)
    return path
