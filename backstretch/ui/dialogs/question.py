"""A question with a button for each answer, in the program's own look."""

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from backstretch.ui.dialogs.centred import CentredDialog
from backstretch.ui.parts.button import Button, Look
from backstretch.ui.parts.label import Label
from backstretch.ui.scale import Scale
from backstretch.ui.theme import Appearance


@dataclass(frozen=True, slots=True)
class Answer:
    """A button of a question. `id` is what the question returns if it is pressed."""

    id: str
    text: str
    look: Look = "quiet"


class Question(CentredDialog):
    """`answer` is the id of the button that was pressed, or "" if the dialog was closed, as by
    Escape. The first button has the focus, so the first answer should be the safe one."""

    def __init__(
        self,
        appearance: Appearance,
        title: str,
        text: str,
        answers: tuple[Answer, ...],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.answer = ""
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.setAccessibleDescription(text)
        self.setModal(True)
        scale = Scale.at(self)
        column = QVBoxLayout(self)
        pad = scale.space(7)
        column.setContentsMargins(pad, pad, pad, scale.space(6))
        column.setSpacing(scale.space(4))
        column.addWidget(Label(title, "heading"))
        self.words = Label(text, tone="soft")
        self.words.setMinimumWidth(scale.space(90))
        self.words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.words.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column.addWidget(self.words)
        row = QHBoxLayout()
        row.setContentsMargins(0, scale.space(3), 0, 0)
        row.setSpacing(scale.space(3))
        row.addStretch(1)
        column.addLayout(row)
        for answer in answers:
            button = Button(appearance, answer.text, look=answer.look)
            # Enter presses the button with the focus, and never a default button beside it.
            button.setAutoDefault(False)
            button.clicked.connect(lambda _=False, name=answer.id: self._choose(name))
            row.addWidget(button)
            if answer is answers[0]:
                button.setFocus()

    def _choose(self, name: str) -> None:
        self.answer = name
        self.accept()


def ask(
    appearance: Appearance,
    title: str,
    text: str,
    answers: tuple[Answer, ...],
    parent: QWidget | None = None,
) -> str:
    """Shows the question, waits, and returns the chosen id or ""."""
    dialog = Question(appearance, title, text, answers, parent)
    dialog.exec()
    dialog.deleteLater()
    return dialog.answer
