"""Reports an unexpected error, and where the log is."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from backstretch.ui.dialogs.question import Answer, Question
from backstretch.ui.theme import Appearance


def fault_dialog(
    appearance: Appearance, what: str, log_file: Path, parent: QWidget | None = None
) -> Question:
    """Returns the dialog, not yet shown, so that the caller can open it without a nested event
    loop. `what` names the error in one line."""
    text = QCoreApplication.translate(
        "Fault",
        "Something unexpected happened, and it is Backstretch's fault:\n{what}\n\n"
        "What you did so far is kept. The log says more, and helps to mend it:\n{log}",
    ).format(what=what, log=log_file)
    answers = (Answer("go-on", QCoreApplication.translate("Fault", "Go on"), "accent"),)
    return Question(
        appearance,
        QCoreApplication.translate("Fault", "That should not have happened"),
        text,
        answers,
        parent,
    )
