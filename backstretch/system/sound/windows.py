"""Windows: the system plays a file itself, one at a time."""

import importlib
import sys
from pathlib import Path
from typing import Any

_FILE_IN_BACKGROUND_OR_NOTHING = 0x00020000 | 0x0001 | 0x0002


def is_here() -> bool:
    return sys.platform == "win32"


class WindowsOutput:
    name = "winsound"
    is_installed = True

    def __init__(self) -> None:
        self._winsound: Any = importlib.import_module("winsound")

    def play(self, file: Path) -> None:
        self._winsound.PlaySound(str(file), _FILE_IN_BACKGROUND_OR_NOTHING)

    def close(self) -> None:
        self._winsound.PlaySound(None, 0)
