"""Parts of the journal on their own: errors, chunks, rows, reading, tables and calendars."""

import csv
import errno
import io
import json
import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from backstretch.history import calendar_file, ledger, schema, table_file
from backstretch.history.calendar_file import CalendarWords
from backstretch.history.edits import PRACTICE, Deleted, GoalSet, Noted, Rated
from backstretch.history.events import Event, event
from backstretch.history.exchange import export, with_journal, write_json, write_whole
from backstretch.history.import_file import NotAnExportError, read_export
from backstretch.history.merge import merge
from backstretch.history.reading import Reading, Span, UnreadableError
from backstretch.history.salvage import still_readable
from backstretch.history.store import Journal
from backstretch.history.trouble import (
    DamagedError,
    NewerJournalError,
    Trouble,
    from_error,
    is_damage,
)
from backstretch.history.unfinished import last_unfinished
from backstretch.history.week import Day, MoveDone, SessionDone
from backstretch.routine.titles import Titles
from backstretch.session.happenings import MoveLeft, RepDone, Replanned
from tests.history.diary import MONDAY, events_of, plan

TODAY = MONDAY.date()


# --- trouble ---


def sqlite_error(code, kind=sqlite3.OperationalError, text="x"):
    error = kind(text)
    error.sqlite_errorcode = code
    return error


@pytest.mark.parametrize(
    ("error", "code"),
    [
        *((OSError(number, "x"), "full") for number in (errno.ENOSPC, errno.EDQUOT)),
        *((OSError(n, "x"), "read-only") for n in (errno.EACCES, errno.EPERM, errno.EROFS)),
        *((OSError(n, "x"), "vanished") for n in (errno.ENOENT, errno.ENOTDIR, errno.EEXIST)),
        (OSError(errno.EIO, "x"), "refused"),
        (OSError("no number"), "refused"),
        (sqlite_error(sqlite3.SQLITE_FULL), "full"),
        (sqlite_error(sqlite3.SQLITE_READONLY), "read-only"),
        (sqlite_error(sqlite3.SQLITE_READONLY | 5 << 8), "read-only"),
        (sqlite_error(sqlite3.SQLITE_CANTOPEN), "read-only"),
        (sqlite_error(sqlite3.SQLITE_PERM), "read-only"),
        (sqlite_error(sqlite3.SQLITE_AUTH), "read-only"),
        (sqlite_error(sqlite3.SQLITE_BUSY), "locked"),
        (sqlite_error(sqlite3.SQLITE_LOCKED), "locked"),
        (sqlite_error(sqlite3.SQLITE_IOERR), "refused"),
        (sqlite3.OperationalError("no code"), "refused"),
        (NewerJournalError("version 9"), "newer"),
        (ValueError("x"), "refused"),
    ],
)
def test_each_error_means_one_trouble_with_its_place_and_two_ways_out(error, code):
    assert from_error(error, "/home/me") == Trouble(
        code, {"place": "/home/me"}, ("retry", "save-elsewhere"), kept=True
    )


@pytest.mark.parametrize(
    ("error", "damaged"),
    [
        (sqlite_error(sqlite3.SQLITE_CORRUPT, sqlite3.DatabaseError), True),
        (sqlite_error(sqlite3.SQLITE_CORRUPT | 2 << 8, sqlite3.DatabaseError), True),
        (sqlite_error(sqlite3.SQLITE_NOTADB, sqlite3.DatabaseError), True),
        (sqlite3.OperationalError("Could not decode to UTF-8 column 'body'"), True),
        (DamagedError("unsound"), True),
        (UnicodeDecodeError("utf-8", b"\xff", 0, 1, "x"), True),
        (sqlite_error(sqlite3.SQLITE_FULL), False),
        (sqlite3.OperationalError("no code"), False),
        (OSError(errno.EIO, "x"), False),
        (ValueError("decode to UTF-8"), False),
    ],
)
def test_damage_is_told_from_other_errors(error, damaged):
    assert is_damage(error) == damaged


# --- rows ---


@pytest.fixture(autouse=True)
def _every_session_counts(monkeypatch: pytest.MonkeyPatch) -> None:
    """Also one that lasts no longer than a test."""
    monkeypatch.setattr("backstretch.session.outcome.LEAST_LED_SECONDS", 0.0)


@pytest.fixture
def connection():
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as opened:
        assert schema.migrate(opened, lambda: pytest.fail("a new file needs no backup"))
        yield opened


def test_a_new_journal_says_whose_it_is_and_is_migrated_once(connection):
    assert connection.execute("PRAGMA application_id").fetchone() == (0x4261636B,)
    assert schema.version(connection) == len(schema.MIGRATIONS)
    assert not schema.migrate(connection, lambda: pytest.fail("nothing to migrate"))
    connection.execute(f"PRAGMA user_version = {len(schema.MIGRATIONS) + 1}")
    with pytest.raises(NewerJournalError, match=f"version {len(schema.MIGRATIONS) + 1}"):
        schema.version(connection)


def test_a_journal_that_is_being_made_is_read_as_empty_or_whole(tmp_path):
    def connect():
        return closing(sqlite3.connect(tmp_path / "journal.db", isolation_level=None))

    with connect() as writer, connect() as reader:
        writer.execute("PRAGMA journal_mode = WAL")
        made = []

        def make_it(statement: str) -> None:
            if "sqlite_master" in statement and not made:
                made.append(schema.migrate(writer, lambda: None))

        reader.set_trace_callback(make_it)
        assert schema.version(reader) == 0
        assert made == [True]
        assert schema.version(reader) == len(schema.MIGRATIONS)


def test_only_new_events_are_added_and_only_their_sessions_gain(connection):
    one, two = events_of("a", moves=1), events_of("b", moves=1)
    assert ledger.insert(connection, [*one, *two[:3]]) == {"a", "b"}
    assert ledger.insert(connection, [*one, *two]) == {"b"}
    assert ledger.insert(connection, [*one, *two]) == set()
    assert ledger.events_of(connection, "a") == one
    assert ledger.events_of(connection, "b") == two
    assert ledger.events_of(connection, "c") == []
    assert ledger.all_sessions(connection) == ["a", "b"]
    assert ledger.last_seq(connection, "a") == one[-1].seq
    assert ledger.last_seq(connection, "c") == 0
    assert ledger.key_of(connection, "a") == 1
    assert ledger.key_of(connection, "c") == 3


def row(connection, columns="*"):
    return connection.execute(f"SELECT {columns} FROM sessions").fetchone()


def test_a_session_has_a_row_that_is_emptied_when_it_is_deleted(connection):
    events = events_of("a", moves=1)
    ledger.insert(connection, events)
    done = ledger.refold(connection, "a")
    assert ledger.from_row(row(connection, ledger.COLUMNS)) == done
    assert row(connection, "day, instant, seconds, reps, status") == (
        "2026-11-16",
        MONDAY.astimezone(UTC).timestamp(),
        36.0,
        12,
        "finished",
    )
    ledger.insert(connection, [event("a", 90, Deleted(), MONDAY)])
    assert ledger.refold(connection, "a") is None
    assert row(connection) == (1, "a", *[None] * 6, 0, 0, None, None, "", 0, "[]")


def test_a_row_keeps_every_value_of_its_session(connection):
    moves = (
        MoveDone("süß", 12, 9, 4, 5, 36.5, True, False),
        MoveDone("b", 3, 2, None, None, 1.0, False, True),
    )
    ended = MONDAY + timedelta(hours=1)
    done = SessionDone("a", "x", MONDAY, ended, "stopped", moves, 0, 10, "note", True)
    ledger.key_of(connection, "a")
    for one in (done, replace(done, ended=None, before=None, after=None, corrected=False)):
        ledger.write_row(connection, "a", one)
        assert ledger.from_row(row(connection, ledger.COLUMNS)) == one
    assert row(connection, "moves")[0].startswith('[["süß",12,9,4,5,36.5,true,false],')


# --- merging ---


def test_a_merge_counts_what_was_new_and_undoes_itself_on_an_error(connection):
    one, two = events_of("a", moves=1), events_of("b", moves=1)
    merged = merge(connection, one)
    assert (merged.sessions, merged.events) == (1, len(one))
    merged = merge(connection, [*one, *two])
    assert (merged.sessions, merged.events) == (1, len(two))
    connection.execute("DROP TABLE sessions")
    connection.execute("CREATE TABLE sessions (key INTEGER PRIMARY KEY, id TEXT)")
    with pytest.raises(sqlite3.OperationalError):
        merge(connection, events_of("c", moves=1))
    assert not connection.in_transaction
    assert ledger.last_seq(connection, "c") == 0


def exported(tmp_path, sessions, **head):
    file = tmp_path / "x.json"
    values = {"format": "backstretch-journal", "version": 1, "sessions": sessions, **head}
    file.write_text(json.dumps(values), encoding="utf-8")
    return file


GOOD = {"seq": 1, "kind": "Noted", "wall": "2026-11-16T18:30:00+02:00", "body": {"text": "x"}}


@pytest.mark.parametrize(
    ("sessions", "where"),
    [
        ({}, "sessions"),
        ([{"id": "a", "events": []}, 3], "session 2"),
        ([{"id": "", "events": []}], "session 1"),
        ([{"id": "a b", "events": []}], "session 1"),
        ([{"id": "a" * 101, "events": []}], "session 1"),
        ([{"id": 3, "events": []}], "session 1"),
        ([{"events": []}], "session 1"),
        ([{"id": "a", "events": {}}], "session 1"),
        ([{"id": "a"}], "session 1"),
        ([{"id": "a", "events": [GOOD, 3]}], "session 1, event 2"),
        ([{"id": "a", "events": [{**GOOD, "seq": 2**53}]}], "session 1, event 1"),
        ([{"id": "a", "events": [{**GOOD, "seq": -1}]}], "session 1, event 1"),
        ([{"id": "a", "events": [{**GOOD, "led": True}]}], "session 1, event 1"),
        ([{"id": "a", "events": [{**GOOD, "led": float("nan")}]}], "session 1"),
        ([{"id": "a", "events": [{**GOOD, "kind": "a" * 42}]}], "session 1, event 1"),
        ([{"id": "a", "events": [{**GOOD, "body": {"text": 3}}]}], "session 1, event 1"),
    ],
)
def test_the_damaged_place_of_an_export_is_named(tmp_path, sessions, where):
    with pytest.raises(NotAnExportError, match=f"^damaged {where}$") as caught:
        read_export(exported(tmp_path, sessions))
    assert (caught.value.code, caught.value.where) == ("damaged", where)


@pytest.mark.parametrize("version", [2, "1", None])
def test_an_export_of_a_newer_version_is_refused_as_newer(tmp_path, version):
    with pytest.raises(NotAnExportError, match=r"^newer$"):
        read_export(exported(tmp_path, [], version=version))


def test_an_export_keeps_what_only_a_newer_version_knows(tmp_path):
    strange = {**GOOD, "seq": 2**53 - 1, "kind": "Danced", "led": 3, "body": {"b": 1, "a": "ü"}}
    sessions = [{"id": "a" * 100, "events": [GOOD, strange]}, {"id": "w.x:y@z-_", "events": []}]
    known, unknown = read_export(exported(tmp_path, sessions, version=1))
    assert known == Event("a" * 100, 1, "Noted", GOOD["wall"], None, '{"text":"x"}')
    body = '{"a":"ü","b":1}'
    assert unknown == Event("a" * 100, 2**53 - 1, "Danced", GOOD["wall"], 3.0, body)
    assert isinstance(unknown.led, float)


# --- reading ---


@pytest.fixture
def reading(tmp_path):
    """Sessions on Monday, Tuesday, twice on Wednesday, and on the Monday after; one deleted."""
    path = tmp_path / "journal.db"
    journal = Journal(path, TODAY)
    merges = [
        events_of("mon", MONDAY, moves=1),
        events_of("tue", MONDAY + timedelta(days=1), moves=2, ends=False),
        events_of("wed", MONDAY + timedelta(days=2), moves=1, skipped=(0,)),
        events_of("wed-late", MONDAY + timedelta(days=2, hours=3), moves=1, ends=None),
        events_of("next", MONDAY + timedelta(days=7), moves=1),
        [*events_of("gone", moves=1), event("gone", 90, Deleted(), MONDAY)],
        [event("mon", 90, Rated("before", 6), MONDAY), event("mon", 91, Rated("after", 3), MONDAY)],
        [event("tue", 90, Rated("before", 3), MONDAY)],
        [event(PRACTICE, 1, GoalSet(2), MONDAY)],
    ]
    for events in merges:
        journal.merge(events).result(10)
    assert journal.close()
    return Reading(path)


def ids(sessions):
    return [session.id for session in sessions]


def test_sessions_are_found_by_day_id_and_order(reading):
    every = ["mon", "tue", "wed", "wed-late", "next"]
    assert ids(reading.all_sessions()) == every
    assert ids(reading.recent_sessions(2)) == ["next", "wed-late"]
    assert reading.last_session().id == "next"
    tuesday = TODAY + timedelta(days=1)
    assert ids(reading.sessions(tuesday, tuesday + timedelta(days=1))) == every[1:4]
    assert ids(reading.week(TODAY).sessions) == every[:4]
    assert ids(reading.week(tuesday).sessions) == every[1:]
    assert reading.session("tue").status == "stopped"
    assert reading.session("gone") is reading.session("none") is None
    assert reading.count() == 5
    assert reading.practice().goal == 2


def test_days_have_their_sums_and_are_practised_if_a_rep_was_done(reading):
    assert reading.days(TODAY, TODAY + timedelta(days=3)) == (
        Day(TODAY, 36.0, 1, True),
        Day(TODAY + timedelta(days=1), 66.0, 1, True),
        Day(TODAY + timedelta(days=2), 36.0, 2, True),
        Day(TODAY + timedelta(days=3), 0.0, 0, False),
    )
    assert reading.days(TODAY, TODAY - timedelta(days=1)) == ()


def test_a_trend_sums_up_whole_weeks(reading):
    before, this, later = reading.trend(TODAY - timedelta(days=7), 3)
    assert before == Span(TODAY - timedelta(days=7), 0, 0, 0, None, None)
    assert this == Span(TODAY, 138.0, 4, 3, 4.5, 3.0)
    assert later == Span(TODAY + timedelta(days=7), 36.0, 1, 1, None, None)


def test_stories_hold_deleted_sessions_and_practice_as_well(reading):
    stories = {story.id: story for story in reading.stories()}
    assert {name for name, story in stories.items() if story.done is None} == {"gone", PRACTICE}
    assert stories["tue"].done == reading.session("tue")
    assert stories["tue"].events == reading.events("tue")
    assert len(stories["gone"].events) == len(events_of("gone", moves=1)) + 1


def test_an_unreadable_journal_is_named(tmp_path):
    path = tmp_path / "journal.db"
    path.write_bytes(b"no journal" * 500)
    with pytest.raises(UnreadableError) as caught:
        Reading(path).count()
    assert (caught.value.place, caught.value.newer) == (str(path), False)
    with closing(sqlite3.connect(tmp_path / "newer.db")) as newer:
        newer.execute("PRAGMA user_version = 99")
    with pytest.raises(UnreadableError) as caught:
        Reading(tmp_path / "newer.db").count()
    assert (caught.value.place, caught.value.newer) == (str(tmp_path / "newer.db"), True)


@pytest.mark.parametrize("content", [None, b""])
def test_a_journal_that_is_not_there_or_empty_reads_as_empty(tmp_path, content):
    path = tmp_path / "journal.db"
    if content is not None:
        path.write_bytes(content)
    assert Reading(path).all_sessions() == ()
    assert Reading(path / "below").count() == 0
    assert list(Reading(path).stories()) == []


# --- the interrupted session ---


def test_the_interrupted_session_is_offered_with_its_latest_plan_and_time(tmp_path):
    path = tmp_path / "journal.db"
    journal = Journal(path, TODAY)
    events = events_of("a", moves=2, ends=None)
    events = [one for one in events if one.kind != "MoveLeft"]
    other = {**plan(), "waits": True}
    last = MONDAY + timedelta(minutes=9)
    events.append(event("a", len(events) + 1, Replanned(90.0, other), last))
    journal.merge(events).result(10)
    assert journal.close()
    found = last_unfinished(Reading(path))
    assert (found.id, found.plan, found.last) == ("a", other, last)
    assert found.session == Reading(path).session("a")
    assert len(found.happenings) == len(events)
    # All of the second move's reps were done, so the third is next.
    assert found.move == 2
    assert replace(found, happenings=found.happenings[:3]).move == 2
    short = replace(
        found.session, moves=(replace(found.session.moves[0], done=3), *found.session.moves[1:])
    )
    assert replace(found, session=short, happenings=found.happenings[:3]).move == 0
    skipped = tuple(replace(move, skipped=True) for move in found.session.moves)
    assert replace(found, session=replace(found.session, moves=skipped)).move == 5


# --- files for other programs ---


def test_a_table_has_a_row_per_move_with_all_its_values(reading):
    stream = io.StringIO(newline="")
    sessions = [replace(reading.session("tue"), note='"so, so"')]
    table_file.write(stream, sessions)
    heading, bends, arts, *rest = csv.reader(io.StringIO(stream.getvalue()[1:], newline=""))
    assert heading == [
        *("session", "started", "ended", "status", "routine", "before", "after", "note"),
        *("move", "planned", "done", "left", "right", "seconds", "skipped", "gentler"),
    ]
    begun = ["tue", "2026-11-17T18:30:00+02:00", "2026-11-17T18:31:06+02:00", "stopped"]
    begun += ["balanced-back", "3", "", '"so, so"']
    assert bends == [*begun, "side-bends", "12", "12", "6", "6", "36.0", "", ""]
    assert arts == [*begun, "articulations", "10", "10", "", "", "30.0", "", ""]
    assert len(rest) == 3


def calendar(*sessions, titles=None):
    stream = io.StringIO(newline="")
    entries = [calendar_file.Entry(session, 1, session.started) for session in sessions]
    calendar_file.write(stream, entries, CalendarWords(titles or Titles()))
    return stream.getvalue().replace("\r\n ", "").split("\r\n")


def test_a_calendar_has_an_event_per_session(reading):
    session = reading.session("mon")
    session = replace(session, moves=session.moves[:2], note="a\r\nb\rc\x07")
    titles = Titles(
        {"balanced-back": "Back; strong"}, {("balanced-back", "side-bends"): "Side bends"}
    )
    assert calendar(session, titles=titles) == [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Backstretch//Backstretch//EN",
        "BEGIN:VEVENT",
        "UID:mon@backstretch",
        "DTSTAMP:20261116T163000Z",
        "SEQUENCE:1",
        "DTSTART:20261116T163000Z",
        "DTEND:20261116T163100Z",
        "SUMMARY:Back\\; strong",
        "DESCRIPTION:Side bends: 12 of 12\\narticulations: 0 of 10\\n"
        "Stiffness: 6 before\\, 3 after\\na\\nb\\nc",
        "TRANSP:TRANSPARENT",
        "END:VEVENT",
        "END:VCALENDAR",
        "",
    ]


def test_an_event_without_an_end_lasts_as_long_as_was_led(reading):
    session = reading.session("wed-late")
    assert "DTEND:20261118T193100Z" in calendar(session)
    rated = [replace(session, before=4), replace(session, after=4), session]
    told = [next(x for x in calendar(one) if x.startswith("DESC")) for one in rated]
    assert "Stiffness: 4 before\\, - after" in told[0]
    assert "Stiffness: - before\\, 4 after" in told[1]
    assert "Stiffness" not in told[2]


# --- saving and exporting ---


def test_a_file_is_replaced_whole_or_not_at_all(tmp_path):
    target = tmp_path / "x.json"
    assert write_whole(target, lambda stream: stream.write("süß\r\n\ud800")) == 6
    assert target.read_bytes() == "süß\r\n?".encode()

    def fail(stream):
        stream.write("half")
        raise OSError(errno.EIO, "x")

    with pytest.raises(OSError, match="x"):
        write_whole(target, fail)
    assert target.read_bytes() == "süß\r\n?".encode()
    assert [path.name for path in tmp_path.iterdir()] == ["x.json"]


def test_an_export_is_json_of_every_event(reading, tmp_path):
    stream = io.StringIO()
    assert write_json(stream, reading.stories()) == 5
    values = json.loads(stream.getvalue())
    assert (values["format"], values["version"]) == ("backstretch-journal", 1)
    told = {one["id"]: one for one in values["sessions"]}
    first = reading.events("mon")[0]
    assert told["mon"]["events"][0] == {
        "seq": 1,
        "kind": "Began",
        "wall": first.wall,
        "body": json.loads(first.body),
    }
    left = next(one for one in told["mon"]["events"] if one["kind"] == "MoveLeft")
    assert left["led"] == 36.0
    assert told["mon"]["status"] == "finished"
    assert told["gone"] == {"id": "gone", "deleted": True, "events": told["gone"]["events"]}
    assert [one["kind"] for one in told["gone"]["events"]] == ["Deleted"]
    assert set(told[PRACTICE]) == {"id", "events"}
    titles = Titles({"balanced-back": "Title"})
    for suffix in ("json", "CSV", "ics"):
        assert export(reading, tmp_path / f"x.{suffix}", CalendarWords(titles)) == 5


def test_what_waits_is_saved_together_with_what_can_be_read(reading, tmp_path):
    late = [
        event("mon", 99, Noted("late"), MONDAY),
        *events_of("new", moves=1),
        event("mon", 98, Noted("less late"), MONDAY),
    ]
    stories = {story.id: story for story in with_journal(reading.path, late)}
    assert stories["mon"].done == replace(reading.session("mon"), note="late")
    assert [one.seq for one in stories["mon"].events][-2:] == [98, 99]
    assert stories["new"].done.reps == 12
    assert stories["tue"].done == reading.session("tue")
    broken = tmp_path / "broken.db"
    broken.write_bytes(b"no journal" * 500)
    assert {story.id for story in with_journal(broken, late)} == {"mon", "new"}


# --- what a damaged file still gives ---


def test_of_a_sound_file_every_event_is_readable_except_of_sessions_that_are_known(reading):
    everything = list(still_readable(reading.path))
    assert {one.session for one in everything} == {
        *("mon", "tue", "wed", "wed-late", "next", "gone", PRACTICE)
    }
    assert [one for one in everything if one.session == "tue"] == reading.events("tue")
    events = reading.events("mon")
    known = {"mon": (len(events), events[-1].seq), "tue": (len(events), 1)}
    rest = list(still_readable(reading.path, lambda name: known.get(name, (0, 0))))
    assert rest == [one for one in everything if one.session != "mon"]


def test_an_event_that_no_longer_matches_its_digest_is_left_out(reading, tmp_path):
    with closing(sqlite3.connect(reading.path)) as connection:
        connection.execute("UPDATE events SET body = '{}' WHERE kind = 'MoveEntered'")
        connection.execute("UPDATE events SET led = 'x' WHERE kind = 'MoveLeft'")
        connection.commit()
    found = list(still_readable(reading.path))
    kinds = {one.kind for one in found}
    assert {"MoveEntered", "MoveLeft"}.isdisjoint(kinds)
    assert {"Began", "RepDone", "Ended"} <= kinds
    assert list(still_readable(tmp_path / "none.db")) == []


# --- recording ---


def test_each_session_counts_its_own_events_and_the_moment_of_saving_is_told(tmp_path):
    saved = []
    journal = Journal(tmp_path / "journal.db", TODAY, on_saved=lambda: saved.append(1))
    for name in ("a", "b", "a"):
        journal.record(name, MoveLeft(1.0, 0, 2.0, False), MONDAY)
        assert journal.flush()
    reading = Reading(tmp_path / "journal.db")
    assert [one.seq for one in reading.events("a")] == [1, 2]
    assert [one.seq for one in reading.events("b")] == [1]
    assert len(saved) == 3
    assert journal.kept_in_memory() == 0
    assert journal.ask(lambda connection: ledger.last_seq(connection, "a")).result(5) == 2
    with pytest.raises(ZeroDivisionError):
        journal.ask(lambda connection: 1 / 0).result(5)
    assert journal.close()


def test_what_another_writer_added_is_counted_on_from(tmp_path):
    path = tmp_path / "journal.db"
    one, two = Journal(path, TODAY), Journal(path, TODAY)
    for journal in (one, two, one):
        journal.record("a", RepDone(1.0, 0, 1, None, 2.0), MONDAY)
        assert journal.flush()
    assert [event.seq for event in Reading(path).events("a")] == [1, 2, 3]
    assert one.close() and two.close()


def test_entries_in_memory_can_be_saved_elsewhere(tmp_path):
    path = tmp_path / "data" / "journal.db"
    troubles = []
    path.mkdir(parents=True)  # a folder in the journal's place
    journal = Journal(path, date(2026, 11, 16), on_trouble=troubles.append, retry_seconds=60)
    for one in events_of("a", datetime(2026, 11, 16, 18, 30, tzinfo=UTC), moves=1):
        journal.record("a", Noted(one.kind), MONDAY)
    assert not journal.flush()
    assert journal.kept_in_memory() == len(events_of("a", moves=1))
    journal.save_elsewhere(tmp_path / "x.json").result(5)
    assert len(read_export(tmp_path / "x.json")) == journal.kept_in_memory()
    assert len(troubles) == 1 and troubles[0].kept
    assert not journal.close()
