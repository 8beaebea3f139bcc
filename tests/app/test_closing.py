"""The window closes only if nothing is lost by it, or if the user says so."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QPlainTextEdit
from pytestqt.qtbot import QtBot

from backstretch.app.program import Program
from backstretch.history.import_file import read_export
from backstretch.history.reading import Reading
from backstretch.history.unsaved import Unsaved
from backstretch.paths import places
from backstretch.session.commands import EndEarly, Next
from backstretch.ui.dialogs.question import Question
from backstretch.ui.history.history_page import HistoryPage
from tests.whole_program import count_every_session, opened

CHECKOUT = Path(__file__).resolve().parents[2]


@pytest.fixture(autouse=True)
def _every_session_counts(monkeypatch: pytest.MonkeyPatch) -> None:
    count_every_session(monkeypatch)


@pytest.fixture
def program(qapp: QApplication, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[Program]:
    with opened(qapp, monkeypatch) as made:
        yield made
        made.closing.at_once()


def close_and_press(program: Program, *presses: Callable[[Question], None]) -> list[str]:
    """Closes the window and answers each question with the next of `presses`; returns their
    texts."""
    texts: list[str] = []
    left = list(presses)

    def answer() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, Question) and left:
            texts.append(dialog.words.text())
            left.pop(0)(dialog)

    timer = QTimer()
    timer.setInterval(30)
    timer.timeout.connect(answer)
    timer.start()
    program.window.close()
    timer.stop()
    assert not left
    return texts


def choose(name: str) -> Callable[[Question], None]:
    return lambda dialog: dialog._choose(name)


@pytest.fixture
def blocked(program: Program, qtbot: QtBot) -> Iterator[Path]:
    """A session whose journal cannot be written any more: a file stands where its folder was."""
    program.actions["start"].trigger()
    assert program.journal.journal.flush()
    data = places().data
    aside = data.with_name("data-away")
    data.rename(aside)
    data.write_text("in the way")
    program.sessions.driver().command(EndEarly())
    program.sessions.driver().command(Next())
    qtbot.waitUntil(lambda: program.journal.journal.trouble is not None)
    yield data
    if data.is_file():
        mend(data)


def mend(data: Path) -> None:
    """Lets the journal be written again."""
    data.unlink()
    data.with_name("data-away").rename(data)


@pytest.mark.logs_warnings
def test_closing_asks_and_esc_keeps_the_window(program: Program, blocked: Path) -> None:
    (text,) = close_and_press(program, lambda dialog: dialog.reject())
    assert "could not be written" in text
    assert str(blocked) in text
    assert program.window.isVisible()


@pytest.mark.logs_warnings
def test_trying_again_closes_once_it_is_written(program: Program, blocked: Path) -> None:
    def mend_and_retry(dialog: Question) -> None:
        mend(blocked)
        dialog._choose("retry")

    close_and_press(program, choose("retry"), mend_and_retry)
    assert not program.window.isVisible()
    session = Reading(places().journal).last_session()
    assert session is not None
    assert session.moves[0].skipped


@pytest.mark.logs_warnings
def test_it_can_be_saved_elsewhere(
    program: Program, blocked: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    targets = iter([None, tmp_path / "no" / "folder.json", tmp_path / "rescued.json"])
    monkeypatch.setattr(program.closing, "_ask_target", lambda: next(targets))
    texts = close_and_press(program, *[choose("elsewhere")] * 3)
    assert "folder.json" in texts[2]
    assert not program.window.isVisible()
    kinds = {event.kind for event in read_export(tmp_path / "rescued.json")}
    assert "MoveLeft" in kinds


@pytest.mark.logs_warnings
def test_closing_all_the_same_leaves_it_to_the_next_start(program: Program, blocked: Path) -> None:
    close_and_press(program, choose("close"))
    assert not program.window.isVisible()
    assert Unsaved(places().state, places().journal).left()
    mend(blocked)
    program.journal.take_in_unsaved()
    assert program.journal.journal.flush()
    session = Reading(places().journal).last_session()
    assert session is not None
    assert session.moves[0].skipped


def test_a_window_with_nothing_to_lose_closes_unasked(program: Program) -> None:
    program.actions["start"].trigger()
    assert close_and_press(program) == []
    assert not program.window.isVisible()


def test_a_note_is_kept_while_it_is_typed(program: Program, qtbot: QtBot) -> None:
    page = opened_session(program, qtbot)
    text = page.session.findChild(QPlainTextEdit)
    assert text is not None
    reading = Reading(places().journal)
    text.setFocus()
    began = time.monotonic()
    while time.monotonic() - began < 1.9:
        qtbot.keyClicks(text, "a")
        qtbot.wait(100)
    assert program.journal.journal.flush()
    session = reading.last_session()
    assert session is not None
    assert session.note
    assert text.toPlainText().startswith(session.note), "typing goes on where it was"

    qtbot.keyClicks(text, "the last words")
    program.window.close()
    session = reading.last_session()
    assert session is not None
    assert session.note.endswith("the last words")


def opened_session(program: Program, qtbot: QtBot) -> HistoryPage:
    program.actions["start"].trigger()
    program.sessions.driver().command(Next())
    for _ in range(4):
        program.sessions.driver().command(Next())
    program.sessions.driver().command(EndEarly())
    qtbot.waitUntil(lambda: program.window.current == "summary")
    program.actions["history"].trigger()
    page = program.window.page("history")
    assert isinstance(page, HistoryPage)
    session = Reading(places().journal).last_session()
    assert session is not None
    page.show_session(session.id)
    return page


@pytest.mark.skipif(os.name != "posix", reason="ends it by a signal")
def test_a_signal_ends_it_without_a_question_and_loses_nothing(home: Path) -> None:
    code = """
import sys
from PySide6.QtCore import QTimer
from backstretch.__main__ import main
from backstretch.app.program import Program
import backstretch.app.program as program

after = Program.after_first_paint
def then(self, single):
    after(self, single)
    self.actions["start"].trigger()
    self.journal.journal.flush()
    from backstretch.paths import places
    data = places().data
    data.rename(data.with_name("data-away"))
    data.write_text("in the way")
    from backstretch.session.commands import EndEarly, Next
    self.sessions.driver().command(EndEarly())
    self.sessions.driver().command(Next())
    print("ready", flush=True)
Program.after_first_paint = then
sys.argv[1:] = []
sys.exit(main())
"""
    command = [sys.executable, "-c", code]
    with subprocess.Popen(command, cwd=CHECKOUT, stdout=subprocess.PIPE, text=True) as running:
        assert running.stdout is not None
        assert running.stdout.readline() == "ready\n"
        running.send_signal(signal.SIGTERM)
        assert running.wait(30) == 0
    assert Unsaved(places().state, places().journal).left()
