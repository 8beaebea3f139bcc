"""The history page and what it is given of the rest of the program."""

from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from backstretch.app.program import Program


def steps_ahead(program: "Program") -> tuple[Callable[[], object], ...]:
    """What opening the page takes, in slices that nobody notices. The journal is not read."""
    modules = ("charts.month", "charts.trend", "charts.columns")
    return (
        *(lambda name=name: import_module(f"backstretch.history.{name}") for name in modules),
        lambda: import_module("backstretch.ui.history.overview"),
        lambda: import_module("backstretch.ui.history.history_page"),
        lambda: program.window.page("history"),
        lambda: _settle(program),
    )


def _settle(program: "Program") -> None:
    """Sizes, fonts and glyphs, unseen, as they will be wanted."""
    page = program.window.page("history")
    if not page.isVisible():
        page.resize(program.today.page.size())
        page.grab()


def make_history(program: "Program") -> QWidget:
    from backstretch.session import clock
    from backstretch.ui.history.history_page import HistoryPage

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
