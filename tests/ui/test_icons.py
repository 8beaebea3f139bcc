"""Every icon that a command names can be painted, and stays on its grid."""

from pathlib import Path

import pytest
from PySide6.QtCore import QRectF

from backstretch.assets import folder
from backstretch.ui.entries import ENTRIES
from backstretch.ui.icons import GRID, icon_path, path_of

FILES = sorted((folder("resources") / "icons").glob("*.svg"))


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_icons_stay_on_their_grid(file: Path) -> None:
    bounds = icon_path(file.stem).boundingRect()
    assert QRectF(0, 0, GRID, GRID).contains(bounds)
    assert max(bounds.width(), bounds.height()) >= GRID / 2


def test_every_command_names_an_icon_that_exists() -> None:
    assert {entry.icon for entry in ENTRIES if entry.icon} <= {file.stem for file in FILES}


def test_relative_and_absolute_commands_draw_the_same() -> None:
    assert path_of("M2 2L6 2L6 8H3V2Z") == path_of("m2 2l4 0l0 6h-3v-6z")


def test_further_numbers_after_a_move_draw_lines() -> None:
    assert path_of("M1 1 5 1 5 5") == path_of("M1 1L5 1L5 5")
