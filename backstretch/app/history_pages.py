"""Builds the history page, ahead of time if possible."""

from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from backstretch.app.history_desk import HistoryDesk
    from backstretch.app.journal_desk import JournalDesk
    from backstretch.app.library import Library
    from backstretch.history.reading import Reading
    from backstretch.ui.actions import Actions
    from backstretch.ui.theme import Appearance


def steps_ahead(
    page: Callable[[], QWidget], size: Callable[[], QSize]
) -> tuple[Callable[[], object], ...]:
    """The steps that opening the page takes, each too short to be noticed. None reads the journal.
    `page` makes the page, `size` returns how large it will be shown."""
    modules = ("charts.month", "charts.trend", "charts.columns")
    return (
        *(lambda name=name: import_module(f"backstretch.history.{name}") for name in modules),
        lambda: import_module("backstretch.ui.history.overview"),
        lambda: import_module("backstretch.ui.history.history_page"),
        page,
        lambda: _settle(page(), size()),
    )


def _settle(page: QWidget, size: QSize) -> None:
    """Lays the page out and draws it once unseen, so that fonts and glyphs are loaded."""
    if not page.isVisible():
        page.resize(size)
        page.grab()


def make_history(
    appearance: "Appearance",
    actions: "Actions",
    library: "Callable[[], Library]",
    reading: "Reading",
    journal: "JournalDesk",
    desk: "HistoryDesk",
) -> QWidget:
    from backstretch.session import clock
    from backstretch.ui.history.history_page import HistoryPage

    page = HistoryPage(
        appearance,
        actions,
        reading,
        journal.record,
        clock.wall,
        lambda: library().names,
    )
    journal.saved.connect(page.refresh)
    desk.changed.connect(page.refresh)
    page.unreadable.connect(desk.show_unreadable)
    page.wanted.connect(desk.do)
    return page
