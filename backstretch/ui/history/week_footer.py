"""The foot of the week: goal and rest week, and buttons that act on the whole history."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from backstretch.history.edits import PRACTICE, GoalSet
from backstretch.history.events import Entry
from backstretch.history.practice import Practice
from backstretch.ui.parts.button import Button
from backstretch.ui.parts.choice import Choice, Switch
from backstretch.ui.parts.flow_layout import Flow
from backstretch.ui.parts.label import Label
from backstretch.ui.scale import Scale
from backstretch.ui.theme import Appearance


class Foot(QWidget):
    """Hands goal and rest weeks to `record(session, entry)`. `wanted` carries "export", "import",
    "report" or "erase"."""

    wanted = Signal(str)

    def __init__(self, appearance: Appearance, record: Callable[[str, Entry], None]) -> None:
        super().__init__()
        self._record = record
        self._practice = Practice()
        self._first = date.min
        self._goal = Choice(appearance)
        for days in range(8):
            self._goal.addItem(_goal_text(days), days)
        self._goal.activated.connect(self._set_goal)
        self._rest = Switch(appearance)
        rest_name = QCoreApplication.translate("History", "This is a rest week")
        self._rest.setAccessibleName(rest_name)
        self._rest.clicked.connect(self._mark_rest)
        goal_name = QCoreApplication.translate("History", "Goal")
        label = Label(goal_name, "body", "soft", wraps=False)
        label.setBuddy(self._goal)
        self._goal.setAccessibleName(goal_name)
        buttons = Flow()
        for what, text, icon in (
            ("report", QCoreApplication.translate("History", "Report as PDF…"), "note"),
            ("export", QCoreApplication.translate("History", "Export…"), "download"),
            ("import", QCoreApplication.translate("History", "Import…"), "upload"),
            ("erase", QCoreApplication.translate("History", "Delete everything…"), "trash"),
        ):
            button = Button(appearance, text, icon=icon, look="bare", kind="small")
            button.clicked.connect(lambda _checked=False, name=what: self.wanted.emit(name))
            buttons.addWidget(button)
        goal = QHBoxLayout()
        goal.setSpacing(Scale.at(self).space(3))
        goal.addWidget(label)
        goal.addWidget(self._goal)
        goal.addSpacing(Scale.at(self).space(4))
        goal.addWidget(self._rest)
        goal.addWidget(Label(rest_name, "body", "soft", wraps=False))
        goal.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Scale.at(self).space(3))
        column.addLayout(goal)
        column.addLayout(buttons)

    def show_practice(self, practice: Practice, first: date) -> None:
        """`first` is the first day of the week shown."""
        self._practice = practice
        self._first = first
        # This records nothing: `activated` and `clicked` are emitted for the user only.
        self._goal.setCurrentIndex(practice.goal)
        self._rest.setChecked(practice.rests(first))

    def _set_goal(self, index: int) -> None:
        self._record(PRACTICE, GoalSet(index))

    def _mark_rest(self, checked: bool) -> None:
        for edit in self._practice.marks(self._first, checked):
            self._record(PRACTICE, edit)


def _goal_text(days: int) -> str:
    if days == 0:
        return QCoreApplication.translate("History", "No goal")
    return QCoreApplication.translate("History", "%n day(s) a week", None, days)
