"""A history page that reads a real journal, on a Sunday evening."""

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from PySide6.QtWidgets import QApplication

from backstretch.history.edits import Rated
from backstretch.history.reading import Reading
from backstretch.history.store import Journal
from backstretch.routine.titles import Titles
from backstretch.ui.actions import Actions
from backstretch.ui.history.history_page import HistoryPage
from backstretch.ui.theme import Appearance
from tests.history.diary import MONDAY, fill_at_once

SUNDAY = MONDAY + timedelta(days=6)
TITLES = Titles(
    {"balanced-back": "Balanced back"},
    {
        ("balanced-back", "side-bends"): "Side bends",
        ("balanced-back", "articulations"): "Articulations",
    },
)


class Desk:
    """The page, its journal, and the edits made on the page."""

    def __init__(self, appearance: Appearance, path: Path) -> None:
        self.journal = Journal(path, SUNDAY.date())
        self.reading = Reading(path)
        self.recorded: list[tuple[str, object]] = []
        self.actions = Actions()
        self.appearance = appearance
        self.page: HistoryPage | None = None

    def record(self, session: str, entry: object) -> None:
        self.recorded.append((session, entry))
        self.journal.record(session, entry, SUNDAY)
        assert self.journal.flush()

    def open(self, qtbot, size: tuple[int, int] = (1205, 800)) -> HistoryPage:
        assert self.journal.flush()
        self.page = HistoryPage(
            self.appearance,
            self.actions,
            self.reading,
            self.record,
            lambda: SUNDAY,
            lambda: TITLES,
        )
        qtbot.addWidget(self.page)
        self.page.resize(*size)
        self.page.show()
        qtbot.waitExposed(self.page)
        return self.page

    def fill(self, identity: str, began: datetime = MONDAY, **how) -> None:
        fill_at_once(self.journal, identity, began, **how)

    def rate(self, identity: str, before: int, after: int) -> None:
        self.journal.record(identity, Rated("before", before), SUNDAY)
        self.journal.record(identity, Rated("after", after), SUNDAY)


@pytest.fixture(scope="session")
def appearance(qapp: QApplication) -> Appearance:
    return Appearance(qapp, "light")


@pytest.fixture
def desk(appearance: Appearance) -> Iterator[Desk]:
    # In memory if possible: a slow disk is no concern of these tests.
    memory = Path("/dev/shm")
    with TemporaryDirectory(dir=memory if memory.is_dir() else None) as place:
        made = Desk(appearance, Path(place) / "data" / "journal.db")
        yield made
        made.journal.close()
        if made.page is not None:
            made.page._undo.withdraw()


@pytest.fixture
def practised(desk: Desk) -> Desk:
    """Two sessions this week, one the week before."""
    desk.fill("monday", skipped=(3,), gentler=("articulations",), pace=7.0)
    desk.fill("thursday", MONDAY + timedelta(days=3), moves=2, ends=False, pace=7.0)
    desk.fill("before", MONDAY - timedelta(days=5), pace=7.0)
    desk.rate("monday", 6, 4)
    return desk


Texts = Callable[[object], list[str]]


@pytest.fixture
def texts() -> Texts:
    def read(table) -> list[str]:
        return [
            " | ".join(table.item(row, column).text() for column in range(table.columnCount()))
            for row in range(table.rowCount())
        ]

    return read
