"""The whole program, offscreen: from Start to the week, and closing it."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import SIGNAL, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from backstretch.app.program import Program
from backstretch.history.reading import Reading
from backstretch.log import Fault
from backstretch.paths import places
from backstretch.session import clock, player
from backstretch.session.commands import EndEarly, Leave, Next, OneMore, Pace
from backstretch.session.happenings import Began, Ended
from backstretch.session.plan import as_json, plan_for
from backstretch.session.state import State
from backstretch.settings import Settings
from backstretch.ui.dialogs.about import About
from backstretch.ui.dialogs.question import Question
from backstretch.ui.entries import ENTRIES
from backstretch.ui.main_menu import MainMenu
from backstretch.ui.summary.summary_page import SummaryPage
from tests.whole_program import count_every_session, opened

CHECKOUT = Path(__file__).resolve().parent.parent


@pytest.fixture(autouse=True)
def _every_session_counts(monkeypatch: pytest.MonkeyPatch) -> None:
    count_every_session(monkeypatch)


@pytest.fixture
def program(qapp: QApplication, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[Program]:
    with opened(qapp, monkeypatch) as made:
        yield made
        made.window.close()


def test_one_press_and_it_begins(program: Program, qtbot: QtBot) -> None:
    assert program.window.current == "today"
    qtbot.keyClick(program.today.page, Qt.Key.Key_Space)
    assert program.window.current == "practice"
    moment = program.sessions.driver().moment
    assert moment is not None
    assert (moment.status, moment.phase.kind) == ("playing", "lead-in")
    assert not program.window.rail.isVisible()


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F5])
def test_enter_begins_too(program: Program, qtbot: QtBot, key: Qt.Key) -> None:
    qtbot.keyClick(program.today.page, key)
    assert program.sessions.under_way


def test_a_session_ends_in_a_summary_and_in_the_week(program: Program, qtbot: QtBot) -> None:
    qtbot.keyClick(program.today.page, Qt.Key.Key_4)
    program.actions["start"].trigger()
    for _ in range(5):
        program.sessions.driver().command(Next())
    program.sessions.driver().command(EndEarly())
    qtbot.waitUntil(lambda: program.window.current == "summary")
    assert not program.sessions.under_way
    summary = program.window.page("summary")
    assert isinstance(summary, SummaryPage)
    qtbot.keyClick(summary, Qt.Key.Key_3)
    assert program.journal.journal.flush()
    session = Reading(places().journal).last_session()
    assert session is not None
    assert session.status == "finished"
    assert all(move.skipped for move in session.moves)
    assert (session.before, session.after) == (4, 3)
    qtbot.mouseClick(summary.button, Qt.MouseButton.LeftButton)
    assert program.window.current == "today"


def skip_all(program: Program) -> None:
    program.actions["start"].trigger()
    for _ in range(5):
        program.sessions.driver().command(Next())


def test_the_last_skip_can_be_undone_where_the_session_ends(program: Program, qtbot: QtBot) -> None:
    skip_all(program)
    qtbot.waitUntil(lambda: program.window.current == "summary")
    assert program.sessions.under_way
    assert program.window.held_keys.settling
    summary = program.window.page("summary")
    assert isinstance(summary, SummaryPage)
    qtbot.mouseClick(summary.undo, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: program.window.current == "practice")
    moment = program.sessions.driver().moment
    assert moment is not None
    assert moment.status == "playing"
    assert moment.phase.move == 4


def test_a_rating_given_while_the_skip_can_be_undone_stays(program: Program, qtbot: QtBot) -> None:
    skip_all(program)
    qtbot.waitUntil(lambda: program.window.current == "summary")
    summary = program.window.page("summary")
    assert isinstance(summary, SummaryPage)
    qtbot.keyClick(summary, Qt.Key.Key_3)
    program.sessions.driver().command(EndEarly())
    qtbot.waitUntil(lambda: not program.sessions.under_way)
    assert program.window.current == "summary"
    assert summary.undo.isHidden()
    assert summary._asks is not None
    assert summary._asks.value == 3


def test_done_ends_a_session_whose_last_skip_could_be_undone(
    program: Program, qtbot: QtBot
) -> None:
    skip_all(program)
    qtbot.waitUntil(lambda: program.window.current == "summary")
    summary = program.window.page("summary")
    assert isinstance(summary, SummaryPage)
    qtbot.mouseClick(summary.button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: program.window.current == "today")
    assert not program.sessions.under_way
    session = Reading(places().journal).last_session()
    assert session is not None
    assert session.status == "finished"


def test_leaving_keeps_what_was_done(program: Program, qtbot: QtBot) -> None:
    program.actions["start"].trigger()
    program.sessions.driver().command(Leave())
    qtbot.waitUntil(lambda: program.window.current in ("summary", "today"))
    session = Reading(places().journal).last_session()
    assert session is not None
    assert session.status == "stopped"


def test_closing_in_mid_session_can_be_gone_on_with(program: Program, qtbot: QtBot) -> None:
    program.actions["start"].trigger()
    program.window.close()
    session = Reading(places().journal).last_session()
    assert session is not None
    assert session.status == "unfinished"
    program.today.refresh_past()
    assert program.today.page.can_continue
    program.actions["start"].trigger()
    moment = program.sessions.driver().moment
    assert moment is not None
    assert moment.status == "playing"
    assert moment.phase.kind == "lead-in"
    assert program.sessions.under_way


def test_what_cannot_be_gone_on_with_is_said(program: Program) -> None:
    program.actions["start"].trigger()
    program.window.close()
    other = replace(program.today.routine, id="another")
    program.library.routines.clear()  # its file was taken away
    program.library.routines["another"] = other
    program.today.refresh_past()
    page = program.today.page
    assert not page.can_continue
    assert page._unfinished.isVisibleTo(page)
    assert "can't be continued" in page._unfinished.text()


def test_what_was_chosen_on_the_way_is_remembered_when_the_window_closes(program: Program) -> None:
    program.actions["start"].trigger()
    driver = program.sessions.driver()
    for command in (EndEarly(), OneMore(), Pace(2)):
        driver.command(command)
    program.window.close()
    kept = Settings(places().settings).now.moves["balanced-back/side-bends"]
    assert kept["dose"] == 7
    assert kept["pace"] == pytest.approx(1 / 1.21, abs=1e-3)


def test_an_unexpected_error_pauses_the_session(program: Program, qtbot: QtBot) -> None:
    program.actions["start"].trigger()
    program.show_fault(Fault("KeyError: 'x'", "here.py:1", places().log_file))
    qtbot.waitUntil(lambda: bool(program.window.findChildren(Question)))
    moment = program.sessions.driver().moment
    assert moment is not None
    assert moment.status == "paused"
    program.window.findChildren(Question)[0].accept()


def test_all_faulty_routines_are_told_at_once(program: Program) -> None:
    program.library = replace(program.library, faulty=("a.yaml", "b.yaml", "c.yaml"))
    program._say_faulty_routines()
    words = program.window.banner.words
    assert "`backstretch check a.yaml`" in words
    assert "2 more" in words


def test_going_on_counts_in_first(
    program: Program, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    program.actions["start"].trigger()
    program.sessions.driver().command(EndEarly())
    program.window.close()
    program.today.refresh_past()
    taken_up: list[State] = []
    resume = player.resume

    def seen(*arguments: Any, **named: Any) -> State:
        taken_up.append(resume(*arguments, **named))
        return taken_up[0]

    monkeypatch.setattr(player, "resume", seen)
    program.actions["start"].trigger()
    assert taken_up[0].paused_at == pytest.approx(clock.now(), abs=60)
    moment = program.sessions.driver().moment
    assert moment is not None
    assert (moment.status, moment.phase.kind) == ("playing", "work")
    assert moment.reentry > 5


def test_starting_over_leaves_the_unfinished_session(program: Program, qtbot: QtBot) -> None:
    program.actions["start"].trigger()
    program.window.close()
    program.today.refresh_past()
    program.today.page.over_chosen.emit()
    assert program.journal.journal.flush()
    found = Reading(places().journal).recent_sessions(2)
    assert sorted(session.status for session in found) == ["stopped", "unfinished"]
    assert program.sessions.under_way
    assert not program.today.page.can_continue


def test_every_page_opens_and_is_remembered(program: Program) -> None:
    for name in ("history", "settings", "today"):
        program.actions[name].trigger()
        assert program.window.current == name
        assert program.settings.now.last_page == name


def test_another_page_is_asked_for_while_a_session_runs(
    program: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[bool] = []
    monkeypatch.setattr(program.sessions, "ask_to_leave", lambda: asked.append(True))
    program.actions["start"].trigger()
    program.actions["settings"].trigger()
    assert program.window.current == "practice"
    assert asked == [True]


def test_the_title_tells_the_move_the_count_and_a_pause(program: Program, qtbot: QtBot) -> None:
    program.actions["start"].trigger()
    driver = program.sessions.driver()
    driver.command(EndEarly())
    assert program.window.windowTitle().endswith(" · Backstretch")
    assert "side bends" in program.window.windowTitle().lower()
    program.actions["about"].trigger()
    assert program.window.windowTitle() == "Paused · Backstretch"
    program.window.findChild(About).close()
    driver.command(Leave())
    qtbot.waitUntil(lambda: not program.sessions.under_way)
    assert program.window.windowTitle() == "Backstretch"


def test_the_menu_holds_what_belongs_to_no_page(program: Program) -> None:
    menu = MainMenu(program.actions, program.window.rail.menu_button)
    texts = [action.text() for action in menu.actions() if not action.isSeparator()]
    assert len(texts) == 6
    assert "About Backstretch" in texts
    menu.deleteLater()


def test_a_single_move_can_be_played(program: Program) -> None:
    program.today.page.only_chosen.emit("back-lifts")
    moment = program.sessions.driver().moment
    assert moment is not None
    assert [move.id for move in moment.moves] == ["back-lifts"]


def test_the_order_is_for_today_only(program: Program) -> None:
    usual = [move.id for move in program.today.routine.moves]
    program.today.page.order_chosen.emit(tuple(reversed(usual)))
    program.actions["start"].trigger()
    moment = program.sessions.driver().moment
    assert moment is not None
    assert [move.id for move in moment.moves] == usual[::-1]
    assert program.settings.now.moves == {}


def test_preferences_reach_the_plan(program: Program) -> None:
    program.settings.change(
        moves={"back-lifts": {"dose": 15}}, lead_in_seconds=25.0, care_neck=True
    )
    program.actions["start"].trigger()
    state = program.sessions.driver().state
    assert state is not None
    chosen = {choice.id: choice for choice in state.plan.choices}
    assert chosen["back-lifts"].dose == 15
    assert chosen["articulations"].gentler
    assert state.plan.lead_in == 25.0


def test_somebody_without_a_finished_session_starts_in_a_smaller_range(program: Program) -> None:
    program.today.after_first_paint()
    assert program.settings.now.range_percent == 80
    program.actions["start"].trigger()
    state = program.sessions.driver().state
    assert state is not None
    assert {choice.range for choice in state.plan.choices} == {0.8}
    program.settings.change(range_percent=95)
    program.today.refresh_past()
    assert program.settings.now.range_percent == 95, "chosen once, it stays"


def test_whoever_finished_a_session_keeps_the_full_range(program: Program) -> None:
    program.settings.change(range_percent=None)
    began = Began(0.0, as_json(plan_for(program.today.routine)))
    for happening in (began, Ended(1.0, finished=True)):
        program.journal.journal.record("one", happening, clock.wall())
    program.journal.journal.flush()
    program.today.refresh_past()
    assert program.settings.now.range_percent is None
    program.actions["start"].trigger()
    state = program.sessions.driver().state
    assert state is not None
    assert {choice.range for choice in state.plan.choices} == {1.0}


def test_a_faulty_settings_file_is_said_in_the_window(qapp: QApplication, home: Path) -> None:
    at = places()
    at.settings.parent.mkdir(parents=True)
    at.settings.write_text('{"theme": "purple"}')
    settings = Settings(at.settings)
    assert "purple" in settings.problems[0].found


def start(home: Path, *arguments: str) -> "subprocess.Popen[str]":
    environment = os.environ | {"BACKSTRETCH_HOME": str(home), "QT_QPA_PLATFORM": "offscreen"}
    return subprocess.Popen(
        [sys.executable, "-m", "backstretch", *arguments],
        env=environment,
        cwd=CHECKOUT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def wait_for(path: Path) -> None:
    until = time.monotonic() + 20
    while not path.exists() and time.monotonic() < until:
        time.sleep(0.02)
    assert path.exists()


def test_a_second_start_only_calls_the_first(home: Path) -> None:
    with start(home) as first:
        wait_for(home / "cache" / "today.json")
        with start(home) as second:
            said, _ = second.communicate(timeout=20)
        assert second.returncode == 0
        assert "open already" in said
        first.send_signal(signal.SIGKILL)
        first.communicate()
    (home / "cache" / "today.json").unlink()
    with start(home) as third:
        wait_for(home / "cache" / "today.json")
        third.send_signal(signal.SIGKILL)
        third.communicate()


def test_the_page_of_the_last_start_is_shown_only_while_it_fits(home: Path) -> None:
    with start(home) as first:
        wait_for(home / "cache" / "today.json")
        first.send_signal(signal.SIGKILL)
        first.communicate()
    kept = json.loads((home / "cache" / "today.json").read_text())
    assert [card["id"] for card in kept["facts"]["cards"]] == list(kept["facts"]["usual"])


@pytest.mark.parametrize("name", ["SIGTERM", "SIGINT"])
def test_a_signal_closes_the_window_as_the_user_would(home: Path, name: str) -> None:
    with start(home) as program:
        wait_for(home / "cache" / "today.json")
        program.send_signal(getattr(signal, name))
        _, told = program.communicate(timeout=20)
    assert program.returncode == 0
    assert "Traceback" not in told
    kept = json.loads((home / "config" / "settings.json").read_text())
    assert len(kept["geometry"]) == 4


def test_the_history_page_is_made_before_it_is_wanted(program: Program, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: "history" in program.window._pages, timeout=5000)
    assert program.window.current == "today"
    assert not program.window.page("history").isVisible()


def test_every_command_does_something(program: Program) -> None:
    """A command that nobody connected would sit in the menus and the list of keys, dead."""
    for page in ("practice", "history", "settings"):
        program.window.page(page)
    wired = {
        entry.id: program.actions[entry.id].receivers(SIGNAL("triggered(bool)"))
        for entry in ENTRIES
    }
    assert [command for command, receivers in wired.items() if not receivers] == []
