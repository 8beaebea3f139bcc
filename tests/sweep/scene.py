"""Any page of the whole program, in any size, text size, language and theme, with something to
show on it. The session runs under a hand-turned clock, so that a picture is always the same."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from typing import Literal

from PySide6.QtCore import QLocale, Qt, QTranslator
from PySide6.QtWidgets import QApplication

from backstretch.app.program import Program
from backstretch.history.edits import Rated
from backstretch.history.store import Journal
from backstretch.paths import places
from backstretch.session import clock
from backstretch.session.commands import EndEarly, Jump, Next, Pause
from backstretch.settings import Settings
from backstretch.ui.language import speak
from backstretch.ui.scale import sized
from tests.guide.driven import HandClock
from tests.history.diary import fill_at_once

Page = Literal["today", "history", "settings", "summary", "session", "paused", "skipped", "how"]
PAGES: tuple[Page, ...] = (
    "today",
    "history",
    "settings",
    "summary",
    "session",
    "paused",
    "skipped",
    "how",
)
"""Pages of the rail, the end of a session, and a session: at work, paused, with a skip that can be
undone, and with its instructions open."""
PSEUDO = "pseudo"
"""The code of a language that does not exist: half as long again, and mirrored."""
THEMES = ("light", "dark")


class Pseudo(QTranslator):
    """Returns each text in brackets, half as long again."""

    def translate(
        self, context: str, source: str, disambiguation: str | None = None, n: int = -1
    ) -> str:
        return f"⟦{source}{'~' * (len(source) // 2)}⟧"

    def isEmpty(self) -> bool:
        return False


@dataclass(frozen=True, slots=True)
class Sight:
    """What is looked at: a page, the window's width and height in pixels, the text size in percent,
    a language and a theme."""

    page: Page
    size: tuple[int, int]
    percent: int = 100
    language: str = "en"
    theme: str = "light"
    move: int = 0

    def __str__(self) -> str:
        wide, high = self.size
        return f"{self.page} {wide}x{high} {self.percent}% {self.language} {self.theme}"


@contextmanager
def opened(app: QApplication, percent: int, language: str) -> Iterator[Program]:
    """The program in that text size and language, with two weeks in its journal. `places()` has to
    be a home of its own."""
    plain, locale = app.font(), QLocale()
    pseudo = Pseudo()
    code = speak(app, "en" if language == PSEUDO else language)
    if language == PSEUDO:
        app.installTranslator(pseudo)
        app.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    at = places()
    _practise(at.journal)
    settings = Settings(at.settings)
    settings.change(text_percent=percent, language=code)
    app.setFont(sized(plain, percent / 100))
    program = Program(app, at, settings, code)
    program.guidance.connect_desktop = lambda: None  # type: ignore[method-assign]
    driver = program.sessions.driver()
    driver._clock, driver._watch_gap = HandClock(), None
    try:
        program.open()
        yield program
    finally:
        program.window.close()
        program.close()
        program.window.deleteLater()
        app.removeTranslator(pseudo)
        app.setFont(plain)
        speak(app, "en")
        QLocale.setDefault(locale)


def _practise(journal_file) -> None:  # type: ignore[no-untyped-def]
    """Some days of this week and the last, rated before and after."""
    now = clock.wall()
    if journal_file.exists():
        return
    journal = Journal(journal_file, now.date())
    for days in (1, 2, 4, 8, 9, 12):
        began = now - timedelta(days=days)
        fill_at_once(journal, f"day-{days}", began, pace=5.0, skipped=(3,) if days == 4 else ())
        journal.record(f"day-{days}", Rated("before", 5), began)
        journal.record(f"day-{days}", Rated("after", 3), began)
    journal.flush()
    journal.close()


def show(program: Program, sight: Sight) -> None:
    """Brings the program to that sight. Text size and language are those it was opened with."""
    program.appearance.choose(sight.theme)  # type: ignore[arg-type]
    program.window.resize(*sight.size)
    match sight.page:
        case "today" | "history" | "settings":
            _end_session(program)
            program.window.show_page(sight.page)
        case "summary":
            _begin_session(program, sight.move)
            _end_session(program)
        case _:
            _begin_session(program, sight.move)
            _bring_on(program, sight.page)
    settle()


def settle() -> None:
    """Lets layouts find their place; those with text that wraps take several rounds."""
    for _ in range(6):
        QApplication.processEvents()


def _bring_on(program: Program, page: Page) -> None:
    driver = program.sessions.driver()
    if page == "paused":
        driver.command(Pause())
    elif page == "skipped":
        driver.command(Next())
    elif page == "how":
        program.sessions._page.upper.ask_for("moves")  # type: ignore[union-attr]
        program.actions["instructions"].trigger()


def _begin_session(program: Program, move: int) -> None:
    """At work on that move, two fifths into its first phase."""
    _end_session(program)
    program.window.show_page("today")
    program.actions["start"].trigger()
    driver = program.sessions.driver()
    driver.command(Jump(move))
    driver.command(EndEarly())
    wait(program, 0.01)
    assert driver.moment is not None
    if driver.moment.phase.kind == "change":
        driver.command(EndEarly())
    wait(program, 0.6)
    wait(program, 0.4 * driver.moment.phase.length)
    settle()


def wait(program: Program, seconds: float) -> None:
    """Turns the session's clock on."""
    driver = program.sessions.driver()
    assert isinstance(driver._clock, HandClock)
    driver._clock.go_on(seconds)
    driver._wake()


def _end_session(program: Program) -> None:
    if not program.sessions.under_way:
        return
    driver = program.sessions.driver()
    assert driver.timeline is not None
    driver.command(Jump(max(phase.move for phase in driver.timeline.phases)))
    driver.command(Next())
    driver.command(EndEarly())
    settle()
