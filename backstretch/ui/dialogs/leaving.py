"""Asks whether to leave the session."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from backstretch.ui.dialogs.question import Answer, ask
from backstretch.ui.theme import Appearance


def ask_to_leave(appearance: Appearance, parent: QWidget) -> str:
    """Shows the question, waits, and returns "leave", "stay", or "" if the dialog was closed."""
    return ask(
        appearance,
        QCoreApplication.translate("Practising", "End session?"),
        QCoreApplication.translate("Practising", "Your progress is saved."),
        (
            Answer("stay", QCoreApplication.translate("Practising", "Resume"), "accent"),
            Answer("leave", QCoreApplication.translate("Practising", "End session")),
        ),
        parent,
    )
