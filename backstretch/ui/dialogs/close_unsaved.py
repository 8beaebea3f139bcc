"""Asks what to do with what could not be saved, before the window closes."""

from typing import Literal, cast

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from backstretch.history.trouble import Trouble
from backstretch.ui.dialogs.question import Answer, ask
from backstretch.ui.theme import Appearance
from backstretch.ui.words.trouble_words import cause_text

Choice = Literal["retry", "elsewhere", "close", ""]


def ask_about_unsaved(
    appearance: Appearance, trouble: Trouble | None, aside: bool, failed: str, parent: QWidget
) -> Choice:
    """Shows the question and waits; "" if it was closed, which leaves the window open.

    `trouble` is why it could not be saved, `aside` whether the next start finds it all the same.
    `failed` says what came of an earlier answer, "" if there was none.
    """
    if aside:
        then = QCoreApplication.translate(
            "Unsaved", "It is kept in a file of its own, and the next start tries again."
        )
        close = QCoreApplication.translate("Unsaved", "Close, save next time")
    else:
        then = QCoreApplication.translate("Unsaved", "If you close now, it is lost.")
        close = QCoreApplication.translate("Unsaved", "Close and lose it")
    cause = cause_text(trouble) if trouble is not None else ""
    what = QCoreApplication.translate(
        "Unsaved", "What you did last could not be written to the history."
    )
    answers = (
        Answer("retry", QCoreApplication.translate("Unsaved", "Try again"), "accent"),
        Answer("elsewhere", QCoreApplication.translate("Unsaved", "Save elsewhere…")),
        Answer("close", close, "quiet" if aside else "warn"),
    )
    answer = ask(
        appearance,
        QCoreApplication.translate("Unsaved", "Not everything is saved"),
        " ".join(part for part in (failed, what, cause, then) if part),
        answers,
        parent,
    )
    return cast(Choice, answer)
