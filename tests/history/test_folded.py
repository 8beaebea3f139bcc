"""What a session's events add up to: counts, edits, deletions, and events that cannot be read."""

import json
from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backstretch.history.edits import (
    Corrected,
    Deleted,
    GoalSet,
    Noted,
    Rated,
    Restored,
    RestWeekMarked,
)
from backstretch.history.events import Event, canonical, entry, entry_of, event, has_its_types
from backstretch.history.fold import deletions, happenings_of, session_of
from backstretch.history.practice import Practice, practice_of
from backstretch.history.session_json import session_values
from backstretch.history.week import (
    MoveDone,
    SessionDone,
    first_day,
    iso_monday,
    iso_week,
    week_from,
)
from backstretch.session.happenings import Began, Ended, MoveEntered, Paused, RepDone
from tests.history.diary import MONDAY, events_of

LATER = MONDAY + timedelta(hours=1)


def after(*edits, **how):
    """The session that its events and then `edits` describe."""
    events = events_of("a", **how)
    last = len(events)
    events += [event("a", last + n, edit, LATER) for n, edit in enumerate(edits, start=1)]
    return session_of("a", events)


# --- the session ---


def test_a_session_is_what_was_done_in_it():
    session = after(skipped=(1,), gentler=("back-lifts",), pace=2.0)
    assert (session.id, session.routine, session.status) == ("a", "balanced-back", "finished")
    assert (session.started, session.ended) == (MONDAY, MONDAY + timedelta(seconds=2 * 50))
    assert session.moves == (
        MoveDone("side-bends", 12, 12, 6, 6, 24.0, False, False),
        MoveDone("articulations", 10, 0, None, None, 0.0, True, False),
        MoveDone("back-lifts", 12, 12, None, None, 24.0, False, True),
        MoveDone("child-to-cobra", 6, 6, None, None, 12.0, False, False),
        MoveDone("butt-kicks", 20, 20, None, None, 40.0, False, False),
    )
    assert (session.reps, session.seconds) == (50, 100.0)
    assert (session.before, session.after, session.note) == (None, None, "")
    assert not session.corrected


@pytest.mark.parametrize(
    ("ends", "status", "has_end"),
    [(True, "finished", True), (False, "stopped", True), (None, "unfinished", False)],
)
def test_a_session_is_finished_stopped_or_unfinished(ends, status, has_end):
    session = after(moves=2, ends=ends)
    assert session.status == status
    assert (session.ended is not None) == has_end


def test_without_a_beginning_there_is_no_session():
    assert session_of("a", events_of("a")[1:]) is None
    assert session_of("a", []) is None
    assert session_of("a", [event("a", 1, Noted("x"), MONDAY)]) is None


@pytest.mark.parametrize("wall", ["yesterday", "", "2026-11-16T18:30:00"])
def test_a_beginning_without_a_time_is_none(wall):
    began, *rest = events_of("a")
    assert session_of("a", [replace(began, wall=wall), *rest]) is None


def test_an_end_without_a_time_still_ends_the_session():
    *most, ended = events_of("a")
    session = session_of("a", [*most, replace(ended, wall="?")])
    assert (session.status, session.ended) == ("finished", None)


def test_of_several_ends_the_last_counts():
    events = events_of("a", moves=1, ends=False)
    ended = event("a", len(events) + 1, Ended(99.0, True), LATER)
    session = session_of("a", [*events, ended])
    assert (session.status, session.ended) == ("finished", LATER)


def test_events_of_unknown_kinds_or_without_sense_change_nothing():
    events = events_of("a")
    strange = [
        Event("a", 900, "Danced", MONDAY.isoformat(), None, "{}"),
        Event("a", 901, "RepDone", MONDAY.isoformat(), 3.0, "not json"),
        Event("a", 902, "RepDone", MONDAY.isoformat(), 3.0, "[1]"),
        Event("a", 903, "RepDone", MONDAY.isoformat(), 3.0, "{}"),
    ]
    assert [entry(one) for one in strange] == [None] * 4
    assert session_of("a", [*events, *strange]) == session_of("a", events)


# --- edits ---


def test_of_several_edits_the_last_counts_and_none_takes_a_rating_away():
    session = after(Rated("before", 7), Rated("after", 2), Noted("one"), Noted("two"))
    assert (session.before, session.after, session.note) == (7, 2, "two")
    session = after(Rated("before", 7), Rated("after", 2), Rated("before", None), Noted(""))
    assert (session.before, session.after, session.note) == (None, 2, "")


def test_a_correction_of_the_sides_gives_their_sum_and_of_none_only_the_count():
    bends, lifts = MoveDone("side-bends", 12, 12, 6, 6, 36.0, False, False), "back-lifts"
    both = after(Corrected("side-bends", 99, 4, 5), Corrected(lifts, 3))
    assert both.moves[0] == replace(bends, done=9, left=4, right=5)
    assert (both.moves[2].done, both.moves[2].left, both.moves[2].right) == (3, None, None)
    assert both.moves[1].done == 10
    assert both.corrected
    for correction in (Corrected("side-bends", 8, 4, None), Corrected("side-bends", 8, None, 4)):
        assert after(correction).moves[0] == replace(bends, done=8)
    unsided = after(Corrected(lifts, 7, 3, 4)).moves[2]
    assert (unsided.done, unsided.left, unsided.right) == (7, None, None)


def test_a_deletion_holds_until_a_restoration_names_it():
    events = events_of("a")
    first, second = event("a", 90, Deleted(), MONDAY), event("a", 91, Deleted(), LATER)
    names = [one.digest.hex() for one in (first, second)]
    restored = event("a", 92, Restored((names[0],)), LATER)
    assert deletions([*events, first, second]) == tuple(names)
    assert deletions([*events, first, second, restored]) == (names[1],)
    assert session_of("a", [*events, first, second, restored]) is None
    assert session_of("a", [*events, first, restored]) == session_of("a", events)
    assert session_of("a", [*events, restored, first]) == session_of("a", events)


def test_a_session_is_resumed_from_its_happenings_and_not_from_its_edits():
    events = events_of("a", moves=1)
    edited = [*events, event("a", 90, Noted("x"), LATER), event("a", 91, Deleted(), LATER)]
    assert happenings_of(edited) == happenings_of(events)
    assert len(happenings_of(events)) == len(events)


# --- events ---


def test_an_event_holds_its_entry_and_gives_it_back():
    made = event("a", 7, RepDone(1.5, 2, 3, "left", 4), MONDAY)
    assert made == Event(
        "a",
        7,
        "RepDone",
        "2026-11-16T18:30:00+02:00",
        4.0,
        '{"at":1.5,"move":2,"rep":3,"side":"left"}',
    )
    assert entry(made) == RepDone(1.5, 2, 3, "left", 4.0)
    assert event("a", 1, Noted("süß"), MONDAY).body == '{"text":"süß"}'
    assert event("a", 1, MoveEntered(1.0, 0), MONDAY).led is None


def test_an_event_without_an_offset_is_refused():
    with pytest.raises(ValueError, match="UTC offset"):
        event("a", 1, Deleted(), datetime(2026, 11, 16))


def test_the_digest_never_changes():
    """It is stored in every journal and names deletions in every export."""
    made = event("a", 7, RepDone(1.5, 2, 3, "left", 4), MONDAY)
    assert made.digest.hex() == "b0cd55469c312c38"
    assert event("a", 1, Deleted(), MONDAY).digest.hex() == "1c10ef1bf239e235"


@given(st.text(max_size=20), st.integers(0, 100), st.floats(0, 100) | st.none())
def test_any_difference_in_content_gives_another_digest(text, seq, led):
    made = Event("a", seq, "Noted", MONDAY.isoformat(), led, canonical({"text": text}))
    others = (
        replace(made, session="b"),
        replace(made, seq=seq + 1),
        replace(made, kind="Danced"),
        replace(made, wall=LATER.isoformat()),
        replace(made, led=101.0),
        replace(made, body=made.body + " "),
    )
    assert len(made.digest) == 8
    assert len({one.digest for one in (made, *others)}) == 7


def test_events_are_in_order_of_number_time_and_content():
    one = event("a", 2, Noted("x"), MONDAY)
    assert one.order == (2, "2026-11-16T18:30:00+02:00", one.digest)


def test_text_that_is_no_unicode_is_written_as_question_marks():
    assert canonical({"b": "\ud800", "a": 1}) == '{"a":1,"b":"?"}'


def test_values_of_a_newer_version_are_left_out():
    body = {"at": 1.0, "move": 0, "mood": "good", "led": 9.0}
    assert entry_of("MoveEntered", body, 5.0) == MoveEntered(1.0, 0)
    assert entry_of("Paused", body, 5.0) == Paused(1.0, 0, 5.0)
    assert entry_of("Paused", body, None) == Paused(1.0, 0, 9.0)
    assert entry_of("Danced", body, None) is None
    assert entry_of("Restored", {"deletions": ["a0" * 8]}, None) == Restored(("a0" * 8,))


@pytest.mark.parametrize(
    ("made", "sound"),
    [
        (RepDone(1, 0, 1, None, 2.0), True),
        (RepDone(1.5, 0, 1, "left", 2), True),
        (RepDone(True, 0, 1, None, 2.0), False),
        (RepDone("1", 0, 1, None, 2.0), False),
        (RepDone(1, True, 1, None, 2.0), False),
        (RepDone(1, 0, 1.0, None, 2.0), False),
        (RepDone(1, 0, 10**9, None, 2.0), False),
        (RepDone(1, 0, -(10**9), None, 2.0), False),
        (RepDone(1, 0, 10**9 - 1, None, 2.0), True),
        (RepDone(1, 0, 1, "up", 2.0), False),
        (Rated("before", None), True),
        (Rated("before", 3), True),
        (Rated("during", 3), False),
        (Rated("before", "3"), False),
        (Restored(("ab",)), True),
        (Restored((1,)), False),
        (Restored(["ab"]), False),
        (RestWeekMarked("2026-11-16", 1), False),
        (Noted(3), False),
        (Began(0.0, {"routine": "x"}), True),
        (Began(0.0, []), False),
    ],
)
def test_an_entry_is_sound_if_every_value_has_its_type(made, sound):
    assert has_its_types(made) == sound


# --- practice as a whole ---


def practice(*edits):
    return practice_of(event("practice", n, edit, MONDAY) for n, edit in enumerate(edits, 1))


def test_the_goal_lies_between_none_and_every_day():
    assert practice() == Practice(4, frozenset())
    assert [practice(GoalSet(days)).goal for days in (-1, 0, 1, 7, 8)] == [4, 0, 1, 7, 4]
    assert practice(GoalSet(2), Noted("not about practice"), GoalSet(5)).goal == 5


def test_a_rest_week_holds_its_first_and_last_day_and_no_other():
    resting = practice(RestWeekMarked("2026-11-18", True))
    first = date(2026, 11, 18)
    assert resting.rest_days == {first}
    for days, rests in ((1, False), (0, True), (-6, True), (-7, False)):
        assert resting.rests(first + timedelta(days=days)) == rests


def test_taking_the_mark_away_takes_every_mark_of_that_week():
    days = ("2026-11-15", "2026-11-16", "2026-11-22", "2026-11-23")
    resting = practice(*(RestWeekMarked(day, True) for day in days))
    monday = date(2026, 11, 16)
    assert resting.marks(monday, False) == (
        RestWeekMarked("2026-11-16", False),
        RestWeekMarked("2026-11-22", False),
    )
    assert resting.marks(monday, True) == (RestWeekMarked("2026-11-16", True),)
    left = practice(
        *(RestWeekMarked(day, True) for day in days), *resting.marks(monday, False)
    ).rest_days
    assert left == {date(2026, 11, 15), date(2026, 11, 23)}


# --- weeks ---


def session(started, seconds=60.0, done=3, status="finished"):
    move = MoveDone("back-lifts", 12, done, None, None, seconds, False, False)
    return SessionDone(started.isoformat(), "x", started, started, status, (move,))


def test_a_week_sums_up_its_days_and_leaves_out_the_others():
    hours = (-19, 0, 1, 30, 24 * 7 - 19, 24 * 7 - 18)
    sessions = [session(MONDAY + timedelta(hours=n), 10.0 + n, n % 2) for n in hours]
    week = week_from(MONDAY.date(), sessions)
    assert week.sessions == tuple(sessions[1:5])
    assert [day.sessions for day in week.days] == [2, 0, 1, 0, 0, 0, 1]
    assert [day.practised for day in week.days] == [True, False, *[False] * 4, True]
    assert week.seconds == 10 + 11 + 40 + (10 + 24 * 7 - 19)
    assert week.days_practised == 2


@given(st.dates(date(1990, 1, 1), date(2090, 1, 1)), st.integers(0, 6))
def test_a_week_begins_on_its_first_weekday_at_most_six_days_ago(day, first_weekday):
    first = first_day(day, first_weekday)
    assert first.weekday() == first_weekday
    assert 0 <= (day - first).days <= 6


@given(st.dates(date(1990, 1, 1), date(2090, 1, 1)))
def test_an_iso_week_is_written_and_read_back(day):
    assert iso_monday(iso_week(day)) == first_day(day)
    assert iso_monday(f" {iso_week(day).lower()} ") == first_day(day)


@pytest.mark.parametrize(
    "text", ["", "2026", "2026-47", "-W47", "2026-W", "26-W47", "2026-W4", "2026-W²7", "x026-W47"]
)
def test_what_is_no_week_is_named(text):
    with pytest.raises(ValueError, match="is not an ISO week"):
        iso_monday(text)


def test_the_values_of_a_session_are_those_that_other_programs_read():
    done = after(Rated("before", 7), Corrected("side-bends", 9, 4, 5), moves=1, pace=1.26)
    values = session_values(done)
    assert json.loads(json.dumps(values)) == values
    assert {**values, "moves": values["moves"][:2]} == {
        "id": "a",
        "routine": "balanced-back",
        "started": "2026-11-16T18:30:00+02:00",
        "ended": (MONDAY + timedelta(seconds=12 * 1.26)).isoformat(),
        "status": "finished",
        "before": 7,
        "after": None,
        "note": "",
        "corrected": True,
        "moves": [
            {
                "id": "side-bends",
                "planned": 12,
                "done": 9,
                "left": 4,
                "right": 5,
                "seconds": 15.1,
                "skipped": False,
                "gentler": False,
            },
            {
                "id": "articulations",
                "planned": 10,
                "done": 0,
                "left": None,
                "right": None,
                "seconds": 0.0,
                "skipped": False,
                "gentler": False,
            },
        ],
    }
