"""Asks whether to leave the session."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from backstretch.history.trouble import Trouble
from backstretch.ui.dialogs.question import Answer, Question
from backstretch.ui.theme import Appearance
from backstretch.ui.words.trouble_words import trouble_text


def leaving_dialog(appearance: Appearance, trouble: Trouble | None, parent: QWidget) -> Question:
    """The question, not yet shown; its answers are "stay" and "leave". `trouble` is why what was
    done is not saved; None if it is."""
    saved = QCoreApplication.translate("Practising", "Your progress is saved.")
    return Question(
        appearance,
        QCoreApplication.translate("Practising", "End session?"),
        saved if trouble is None else trouble_text(trouble),
        (
            Answer("stay", QCoreApplication.translate("Practising", "Resume"), "accent"),
            Answer("leave", QCoreApplication.translate("Practising", "End session")),
        ),
        parent,
    )
