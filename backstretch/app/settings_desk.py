"""What the settings page is given of the rest of the program."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QSize
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QWidget

from backstretch.app.thumbnails import draw_move
from backstretch.ui.preferences.hooks import DataAction, Hooks
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
        data_actions=data_actions(program),
        voices=program.guidance.voices,
        services=program.guidance.services,
        try_voice=program.guidance.try_voice,
        try_sounds=program.guidance.try_sounds,
    )
    return SettingsPage(program.appearance, program.settings, program.actions, hooks)


def data_actions(program: "Program") -> tuple[DataAction, ...]:
    """What can be done with the history as a whole, as on the history page."""
    do = program.data.do
    return (
        DataAction(
            QCoreApplication.translate("Preferences", "Report"),
            QCoreApplication.translate(
                "Preferences", "The last four weeks on one page, for a physiotherapist"
            ),
            QCoreApplication.translate("Preferences", "Report as PDF…"),
            lambda: do("report"),
        ),
        DataAction(
            QCoreApplication.translate("Preferences", "Export"),
            QCoreApplication.translate(
                "Preferences", "All of it for another computer, or a table or calendar"
            ),
            QCoreApplication.translate("Preferences", "Export…"),
            lambda: do("export"),
        ),
        DataAction(
            QCoreApplication.translate("Preferences", "Import"),
            QCoreApplication.translate(
                "Preferences", "Takes in another computer's history; nothing is lost on either"
            ),
            QCoreApplication.translate("Preferences", "Import…"),
            lambda: do("import"),
        ),
        DataAction(
            QCoreApplication.translate("Preferences", "Delete everything"),
            QCoreApplication.translate(
                "Preferences", "The history and its backups; you are asked once"
            ),
            QCoreApplication.translate("Preferences", "Delete everything…"),
            lambda: do("erase"),
        ),
    )
