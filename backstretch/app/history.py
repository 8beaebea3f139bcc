"""The history page and what it is given of the rest of the program."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from backstretch.session import clock
from backstretch.ui.history.page import HistoryPage

if TYPE_CHECKING:
    from backstretch.app.program import Program


def make_history(program: "Program") -> QWidget:
    practising = program.practising
    page = HistoryPage(
        program.appearance,
        program.actions,
        program.reading,
        lambda session, entry: practising.journal().record(session, entry, clock.wall()),
        clock.wall,
        lambda name: program.titles.get(name, name),
    )
    practising.saved.connect(page.refresh)
    page.unreadable.connect(program.data.show_unreadable)
    page.wanted.connect(program.data.do)
    return page
