"""Asks whether to leave the session."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from backstretch.ui.dialogs.question import Answer, ask
from backstretch.ui.theme import Appearance


def ask_to_leave(appearance: Appearance, parent: QWidget) -> str:
    """Shows the question, waits, and returns "leave", "stay", or "" if the dialog was closed."""
    return ask(
        appearance,
        QCoreApplication.translate("Practising", "Leave the session?"),
        QCoreApplication.translate("Practising", "What you did so far is kept."),
        (
            Answer("stay", QCoreApplication.translate("Practising", "Go on"), "accent"),
            Answer("leave", QCoreApplication.translate("Practising", "Leave")),
        ),
        parent,
    )
