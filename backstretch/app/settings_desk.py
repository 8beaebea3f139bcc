"""Builds the settings page."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QSize
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QWidget

from backstretch.ui.preferences.hooks import DataAction, Hooks
from backstretch.ui.preferences.settings_page import SettingsPage

if TYPE_CHECKING:
    from backstretch.app.guidance import Guidance
    from backstretch.app.library import Library
    from backstretch.paths import Places
    from backstretch.routine.model import Routine
    from backstretch.settings import Settings
    from backstretch.ui.actions import Actions
    from backstretch.ui.parts.move_pictures import MovePictures
    from backstretch.ui.theme import Appearance


def make_settings(
    appearance: "Appearance",
    settings: "Settings",
    actions: "Actions",
    library: "Callable[[], Library]",
    pictures: "Callable[[], MovePictures]",
    guidance: "Guidance",
    do_with_history: "Callable[[str], None]",
    at: "Places",
) -> QWidget:
    """`do_with_history` takes one of "report", "export", "import", "erase"."""
    from backstretch.figure.look import look_of, looks
    from backstretch.ui.language import language_name, languages

    def routine() -> "Routine":
        return library().chosen(settings.now.routine)

    def preview(name: str, side: int, ratio: float) -> QPixmap:
        move = routine().moves[0]
        size = QSize(side, side)
        return pictures().picture(move, look_of(name), size, ratio)

    hooks = Hooks(
        figures=tuple(look.name for look in looks()),
        preview=preview,
        languages={code: language_name(code) for code in languages()},
        routine=routine,
        places={
            QCoreApplication.translate("Preferences", "History"): str(at.journal),
            QCoreApplication.translate("Preferences", "Your own routines"): str(at.routines),
            QCoreApplication.translate("Preferences", "Log"): str(at.log_file),
        },
        data_actions=data_actions(do_with_history),
        voices=guidance.voices,
        services=guidance.services,
        try_voice=guidance.try_voice,
        try_sounds=guidance.try_sounds,
    )
    return SettingsPage(appearance, settings, actions, hooks)


def data_actions(do: "Callable[[str], None]") -> tuple[DataAction, ...]:
    """What can be done with the history as a whole, as on the history page."""
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
