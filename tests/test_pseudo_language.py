"""The whole program in a language that does not exist: half as long again, and mirrored.

Whatever a person reads on any page has been through Qt's translation, and every page still fits.
"""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QLocale, Qt, QTranslator
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from backstretch.app.program import Program
from backstretch.figure.look import looks
from backstretch.paths import places
from backstretch.settings import Settings
from backstretch.ui.entries import ENTRIES

PAGES = ("today", "practice", "history", "settings", "summary")


class Pseudo(QTranslator):
    """Answers each text in brackets, half as long again; numbers of things as Qt would fill in."""

    def translate(
        self, context: str, source: str, disambiguation: str | None = None, n: int = -1
    ) -> str:
        return f"⟦{source}{'~' * (len(source) // 2)}⟧"

    def isEmpty(self) -> bool:
        return False


@pytest.fixture(params=[Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def program(
    request: pytest.FixtureRequest, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Program]:
    pseudo = Pseudo()
    qapp.installTranslator(pseudo)
    qapp.setLayoutDirection(request.param)
    at = places()
    made = Program(qapp, at, Settings(at.settings))
    monkeypatch.setattr(made.guidance, "connect_desktop", lambda: None)
    made.open()
    yield made
    made.window.close()
    made.close()
    made.window.deleteLater()
    qapp.removeTranslator(pseudo)
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def show(program: Program, page: str, width: int, height: int, qtbot: QtBot) -> QWidget:
    if page == "practice":
        program.actions["start"].trigger()
    else:
        program.window.show_page(page)  # type: ignore[arg-type]
    program.window.resize(width, height)
    qtbot.wait(50)
    return program.window


def texts_of(window: QWidget) -> Iterator[str]:
    for kind in (QLabel, QAbstractButton):
        for widget in window.findChildren(kind):
            if widget.isVisible() and any(sign.isalpha() for sign in widget.text()):
                yield widget.text()


def untranslated(program: Program) -> str:
    """What is the same in every language or comes from elsewhere: texts of the routine file, names
    of figures, places of files, keys, months as the locale writes them."""
    at = program.at
    months = [QLocale().standaloneMonthName(month) for month in range(1, 13)]
    names = [look.name.capitalize() for look in looks()]
    keys = [key for entry in ENTRIES for key in entry.keys]
    return repr([*program.library.routines.values(), at.journal, at.routines, at.log_file]) + repr(
        [*months, *names, *keys]
    )


@pytest.mark.parametrize("page", PAGES)
def test_everything_read_is_translated_and_buttons_hold_their_longer_words(
    program: Program, page: str, qtbot: QtBot
) -> None:
    window = show(program, page, 1280, 800, qtbot)
    own = untranslated(program)
    plain = [
        text
        for text in texts_of(window)
        if "⟦" not in text and (words := text.rstrip(" 0123456789%")) and words not in own
    ]
    assert not plain, "\n".join(plain)
    assert not cut_off(window)
    assert window.width() == 1280, "the page is wider than the window"
    window.resize(800, 600)
    qtbot.wait(50)
    assert not cut_off(window)
    assert window.width() == 800, "the page is wider than the window"


def cut_off(window: QWidget) -> list[tuple[str, int, int]]:
    """Each button that is narrower than its text: its text, its width and the width it needs."""
    return [
        (widget.text(), widget.width(), widget.minimumSizeHint().width())
        for widget in window.findChildren(QAbstractButton)
        if widget.isVisible()
        and widget.text()
        and widget.width() < widget.minimumSizeHint().width()
    ]
