"""The widgets show what a moment says: count, side, state, what is next."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from backstretch.routine.model import PARTS
from backstretch.session.commands import (
    EndEarly,
    Enough,
    Jump,
    Leave,
    Next,
    Pause,
    Play,
    Undo,
)
from backstretch.session.moment import Moment
from backstretch.session.timeline import Phase
from backstretch.ui.parts.action_button import ActionButton
from backstretch.ui.parts.text_block import LINE_BREAK, TextBlock
from backstretch.ui.practice.announcer import announcement
from backstretch.ui.practice.pacer.ring import rep_phases, ring_at
from backstretch.ui.practice.progress import filled, move_spans
from backstretch.ui.practice.queue.queue import queue_entries
from backstretch.ui.words import body_words, instruction_words, numbers, practice_words
from tests.ui.practice.conftest import Session


@pytest.fixture
def playing(session: Session, qtbot: QtBot) -> Session:
    session.page.show()
    qtbot.waitExposed(session.page)
    session.driver.command(Play())
    return session


def at_work(session: Session, move: int, seconds: float = 0.5) -> Moment:
    """The moment so many seconds into the work of a move."""
    if move:
        session.driver.command(Jump(move))
    index = session.state.first_of(move, at_work=True)
    timeline = session.state.timeline
    ahead = sum(phase.length for phase in timeline.phases[session.moment.index : index])
    into = session.moment.fraction * session.moment.phase.length
    session.play_to(session.clock.now + ahead - into + seconds)
    assert session.moment.phase.kind == "work"
    return session.moment


def into_work(session: Session, move: int, rep: int, side: str) -> float:
    """How many seconds into the work of a move the rep begins on that side."""
    phases = [p for p in session.state.timeline.phases if (p.move, p.kind) == (move, "work")]
    begins = next(p.start for p in phases if (p.rep, p.side) == (rep, side))
    return begins - phases[0].start


def states(session: Session) -> list[str]:
    return [entry.state for entry in queue_entries(session.state.routine, session.moment)]


def test_the_queue_tells_done_now_next_and_later_by_word(playing: Session) -> None:
    assert states(playing) == ["next", "later", "later", "later", "later"]
    at_work(playing, 0)
    assert states(playing) == ["now", "next", "later", "later", "later"]
    playing.driver.command(Next())
    assert states(playing) == ["skipped", "next", "later", "later", "later"]
    entries = queue_entries(playing.state.routine, playing.moment)
    assert [entry.word for entry in entries[:3]] == ["Skipped", "Next", ""]


def test_a_session_that_is_over_has_nothing_under_way(playing: Session) -> None:
    at_work(playing, 0)
    playing.driver.command(Leave())
    assert "now" not in states(playing) and "next" not in states(playing)


def test_a_move_of_two_sides_counts_each(playing: Session) -> None:
    moment = at_work(playing, 0, seconds=into_work(playing, 0, 1, "left") + 1.0)
    entry = queue_entries(playing.state.routine, moment)[0]
    assert entry.line == "left 0 · right 1"
    assert practice_words.caption(moment.phase).endswith("left")
    assert practice_words.count(moment) == ("1", "of 6")


def test_a_move_left_early_says_what_was_done_of_it(playing: Session) -> None:
    at_work(playing, 2, seconds=15.0)
    playing.driver.command(Enough())
    playing.driver.command(EndEarly())
    entry = queue_entries(playing.state.routine, playing.moment)[2]
    assert entry.state == "done"
    assert entry.line.startswith("2 of 12 rep")


def test_the_tempo_of_a_move_of_two_sides_is_that_of_one_side(playing: Session) -> None:
    # The first rep may be slower.
    moment = at_work(playing, 0, seconds=into_work(playing, 0, 2, "right") + 0.5)
    routine, timeline = playing.state.routine, playing.state.timeline
    move = routine.move(moment.phase.move_id)
    line = practice_words.place_line(moment, move, rep_phases(timeline, moment.index))
    assert f"{numbers.number(sum(step.tempo.seconds for step in move.rep) / 2)} s a side" in line


def no_side(_phase: Phase) -> str:
    return ""


def test_breath_is_told_by_word_and_the_disc_swells_and_sinks(playing: Session) -> None:
    moment = at_work(playing, 1)
    assert practice_words.caption(moment.phase).startswith("Inhale")
    playing.play_to(playing.clock.now + moment.phase.length)
    exhale = playing.moment
    assert practice_words.caption(exhale.phase) == "Exhale · round"
    begin = ring_at(playing.state.timeline, replace(exhale, fraction=0.0), no_side).swell
    end = ring_at(playing.state.timeline, replace(exhale, fraction=1.0), no_side).swell
    assert begin == pytest.approx(1.0) and end == pytest.approx(0.0)


def test_the_ring_is_one_rep_and_fills_from_start_to_end(playing: Session) -> None:
    at_work(playing, 4, seconds=0.2)
    timeline, opening = playing.state.timeline, playing.moment.index
    assert len(ring_at(timeline, playing.moment, no_side).arcs) == 1, "a slow kick by itself"
    index = next(i for i in range(opening, len(timeline.phases)) if timeline.phases[i].rep == 1)
    fills = []
    for ahead in range(4):
        phase = timeline.phases[index + ahead]
        moment = replace(playing.moment, phase=phase, index=index + ahead, fraction=0.5)
        arcs = ring_at(timeline, moment, no_side).arcs
        assert len(arcs) == 4
        assert arcs[0].begin == 0 and arcs[-1].end == pytest.approx(1.0)
        fills.append(sum((arc.end - arc.begin) * arc.filled for arc in arcs))
    assert fills == pytest.approx([0.125, 0.375, 0.625, 0.875], abs=0.01)


def test_the_progress_has_one_bar_a_move_and_a_skipped_one_stays_empty(playing: Session) -> None:
    spans = move_spans(playing.state.timeline)
    assert [span.move for span in spans] == [0, 1, 2, 3, 4]
    assert spans[-1].end == pytest.approx(playing.state.timeline.seconds)
    at_work(playing, 0, seconds=10.0)
    assert 0 < filled(spans[0], playing.moment) < 1
    playing.driver.command(Next())
    spans = move_spans(playing.state.timeline)
    assert filled(spans[0], playing.moment) == 0
    assert filled(spans[2], playing.moment) == 0


def test_what_comes_next_is_shown_before_it_starts(playing: Session) -> None:
    assert practice_words.coming(playing.state.routine, playing.moment) == (
        "Next:",
        "Butterfly side bends",
    )
    moment = at_work(playing, 0)
    assert (
        practice_words.coming(playing.state.routine, moment)[1] == "Butterfly spinal articulations"
    )
    moment = at_work(playing, 4)
    assert practice_words.coming(playing.state.routine, moment)[0] == "Then:"
    playing.driver.command(Enough())


@pytest.mark.parametrize("why", ["slept", "stopped", "clock", "locked"])
def test_a_pause_by_itself_says_why_in_a_sentence(playing: Session, why: str) -> None:
    at_work(playing, 0)
    playing.driver.command(Pause(why))
    said = playing.page.board.notices.paused.accessibleName()
    assert practice_words.reason(why) in said
    assert why != practice_words.reason(why)


def test_instructions_hold_how_caution_and_the_gentler_way(playing: Session) -> None:
    at_work(playing, 1)
    playing.actions["instructions"].trigger()
    panel = playing.page.side.instructions
    assert panel.isVisible()
    move = playing.state.routine.move("articulations")
    texts = [text for _, text in instruction_words.instruction_parts(move)]
    assert move.how in texts and move.caution in texts
    felt = next(text for text in texts if text.startswith("Working"))
    assert felt.splitlines() == [
        "Working (amber on the figure): belly, between the shoulder blades.",
        "Lengthening (light blue): upper back, lower back, chest.",
    ]
    assert move.gentler is not None and move.gentler.how in texts
    lines = [block.text() for block in panel.findChildren(TextBlock)]
    assert felt.replace("\n", LINE_BREAK) in lines, "a new line stays one"
    playing.actions["leave"].trigger()
    assert not panel.isVisible()


def test_every_part_of_the_body_has_a_name() -> None:
    assert set(body_words.NAMES) == set(PARTS)


def test_phases_are_announced_once_and_seconds_never(playing: Session) -> None:
    heard: list[str] = []
    playing.page.announcer._announce = heard.append  # type: ignore[method-assign]
    for step in range(40):
        playing.play_to(step * 0.25)
    assert len(heard) <= 1
    at_work(playing, 0)
    assert len(heard) == len(set(heard))
    routine = playing.state.routine
    assert announcement(routine, playing.moment, moved=True, resume_key="Space")
    playing.page.announcer.silent = True
    before = len(heard)
    playing.play_to(playing.clock.now + 3)
    assert len(heard) == before


def test_every_control_has_a_name_and_can_be_reached(playing: Session) -> None:
    for button in playing.page.findChildren(ActionButton):
        assert button.accessibleName(), button
        assert button.focusPolicy() & Qt.FocusPolicy.TabFocus
    role = QAccessible.queryAccessibleInterface(playing.page.stage).role()
    assert role == QAccessible.Role.Graphic
    assert playing.page.stage.accessibleName()


def ink_of(widget: QWidget) -> QImage:
    return widget.grab().toImage()


def test_the_stage_shows_the_figure_where_it_is_now(playing: Session) -> None:
    at_work(playing, 0)
    before = ink_of(playing.page.stage)
    playing.play_to(playing.clock.now + 1.0)
    after = ink_of(playing.page.stage)
    assert before != after
    playing.driver.command(Pause())
    still = ink_of(playing.page.stage)
    playing.play_to(playing.clock.now + 5.0)
    assert ink_of(playing.page.stage) == still


def test_show_me_names_the_phases_slowly_and_ends_when_one_goes_on(playing: Session) -> None:
    at_work(playing, 2)
    playing.actions["show-me"].trigger()
    assert playing.moment.status == "paused"
    assert playing.page.stage.showing
    playing.actions["toggle"].trigger()
    assert playing.moment.status == "playing"
    assert not playing.page.stage.showing


def test_mat_mode_takes_the_stage_and_gives_it_back(playing: Session) -> None:
    at_work(playing, 0)
    playing.actions["mat"].trigger()
    assert playing.page.in_mat_mode
    assert playing.page.stage.parent() is playing.page.mat
    playing.play_to(playing.clock.now + 1.0)
    assert "Bend" in playing.page.mat.words.accessibleName() or (
        "Scoop" in playing.page.mat.words.accessibleName()
    )
    playing.actions["leave"].trigger()
    assert not playing.page.in_mat_mode
    assert playing.page.stage.parent() is playing.page.board


def test_the_camera_goes_on_from_where_it_is_when_a_glide_begins_on_its_way(
    playing: Session,
) -> None:
    at_work(playing, 1, seconds=6.0)
    playing.driver.command(Next())
    playing.play_to(playing.clock.now + 4.0)
    playing.driver.command(Undo())
    playing.play_to(playing.clock.now + 0.2)
    show = playing.page.stage.demonstrator
    before, glide = show.shot(playing.moment), playing.moment.motion.leaving
    assert before != show.shot_for(playing.moment.phase.move)
    playing.driver.command(EndEarly())
    assert playing.moment.motion.leaving not in (None, glide)
    after = show.shot(playing.moment)
    assert after.camera.yaw == pytest.approx(before.camera.yaw, abs=0.5)
    assert after.box == pytest.approx(before.box, abs=0.01)
