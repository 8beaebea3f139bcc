"""How well a move is known follows from the sessions in which all of it was done."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from backstretch import assets
from backstretch.app.familiar import Known, known_lead_in, known_moves
from backstretch.figure.poses import load_poses
from backstretch.guide.coaching import Familiarity
from backstretch.history.week import MoveDone, SessionDone
from backstretch.routine.load import load

TODAY = date(2026, 3, 20)


@pytest.fixture(scope="module")
def routine():
    return load(assets.folder("routines") / "balanced-back.yaml", load_poses()).routine


class Read:
    """A history with these sessions, newest first."""

    path = Path()

    def __init__(self, *sessions: SessionDone) -> None:
        self._sessions = sessions

    def recent_sessions(self, count: int, *, routine: str) -> tuple[SessionDone, ...]:
        return tuple(one for one in self._sessions if one.routine == routine)[:count]

    def count(self) -> int:
        return len(self._sessions)


def session(days_ago: int, routine: str = "balanced-back", **done: int) -> SessionDone:
    started = datetime(2026, 3, 20, 8, tzinfo=UTC) - timedelta(days=days_ago)
    moves = tuple(
        MoveDone(name.replace("_", "-"), 10, reps, None, None, 60.0, skipped=False, gentler=False)
        for name, reps in done.items()
    )
    return SessionDone(f"{days_ago}", routine, started, started, "finished", moves)


def test_only_whole_moves_of_this_routine_count(routine) -> None:
    skipped = session(3, back_lifts=10)
    skipped = replace(skipped, moves=(replace(skipped.moves[0], skipped=True),))
    read = Read(
        session(1, back_lifts=10, side_bends=4),
        session(2, "another", back_lifts=10),
        skipped,
        session(5, back_lifts=12),
    )
    known = known_moves(read, routine, TODAY)
    assert known.sessions == 4
    assert known.moves["back-lifts"] == Familiarity(2, 1)
    assert known.moves["side-bends"] == Familiarity(0, None)


def test_a_session_dated_in_the_future_was_done_at_most_today(routine) -> None:
    known = known_moves(Read(session(-400, back_lifts=10)), routine, TODAY)
    assert known.moves["back-lifts"] == Familiarity(1, 0)


@pytest.mark.parametrize(("completed", "seconds"), [(0, 20.0), (2, 20.0), (3, 10.0), (30, 10.0)])
def test_the_lead_in_is_shorter_once_the_first_move_is_known(routine, completed, seconds) -> None:
    known = Known({"side-bends": Familiarity(completed, 1)}, completed)
    assert routine.lead_in == 20.0
    assert known_lead_in(routine, "side-bends", known) == seconds


def test_a_routine_with_a_shorter_lead_in_keeps_it(routine) -> None:
    known = Known({"side-bends": Familiarity(9, 1)}, 9)
    assert known_lead_in(replace(routine, lead_in=6.0), "side-bends", known) == 6.0
