"""What the settings page is given of the rest of the program."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QSize
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QWidget

from backstretch.app.thumbnails import draw_move
from backstretch.ui.preferences.hooks import Hooks
from backstretch.ui.preferences.page import SettingsPage

if TYPE_CHECKING:
    from backstretch.app.program import Program


def make_settings(program: "Program") -> QWidget:
    from backstretch.figure.look import looks
    from backstretch.ui.language import language_name, languages

    def preview(name: str, side: int, ratio: float) -> QPixmap:
        move = program.today.routine.moves[0]
        size = QSize(side, side)
        return draw_move(program.library.poses, move, name, program.appearance, size, ratio)

    at = program.at
    hooks = Hooks(
        figures=tuple(look.name for look in looks()),
        preview=preview,
        languages={code: language_name(code) for code in languages()},
        routine=lambda: program.today.routine,
        places={
            QCoreApplication.translate("Preferences", "History"): str(at.journal),
            QCoreApplication.translate("Preferences", "Your own routines"): str(at.routines),
            QCoreApplication.translate("Preferences", "Log"): str(at.log_file),
        },
        voices=program.guidance.voices,
        services=program.guidance.services,
        try_voice=program.guidance.try_voice,
        try_sounds=program.guidance.try_sounds,
    )
    return SettingsPage(program.appearance, program.settings, program.actions, hooks)
