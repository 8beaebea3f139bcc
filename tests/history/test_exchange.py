"""An export imports unchanged; merging loses nothing and brings back nothing that was deleted."""

import csv
import io
import json
import os
import sqlite3
import stat
import subprocess
import sys
import time
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from backstretch import cli
from backstretch.history import ledger, schema
from backstretch.history.calendar_file import CalendarWords, _folded
from backstretch.history.edits import (
    PRACTICE,
    Corrected,
    Deleted,
    Edit,
    GoalSet,
    Noted,
    Rated,
    Restored,
    RestWeekMarked,
)
from backstretch.history.events import Event, event
from backstretch.history.exchange import UnknownFormatError, export
from backstretch.history.import_file import NotAnExportError, read_export
from backstretch.history.merge import merge
from backstretch.history.reading import Reading
from backstretch.history.store import Journal
from backstretch.history.table_file import TableForm
from backstretch.history.week import SessionDone
from backstretch.paths import places
from backstretch.routine.titles import Titles
from backstretch.settings import Settings
from tests.examples import examples
from tests.history.diary import MONDAY, fill, fill_at_once, told


def no_window(argv: object) -> int:
    raise AssertionError("the window was opened")


def journal_at(path: Path) -> Journal:
    return Journal(path, MONDAY.date())


@pytest.fixture
def full(tmp_path: Path) -> Reading:
    path = tmp_path / "one" / "journal.db"
    journal = journal_at(path)
    fill_at_once(journal, "a", skipped=(2,), gentler=("articulations",))
    fill_at_once(journal, "b", MONDAY + timedelta(days=1), ends=False, moves=2)
    fill_at_once(journal, "gone", MONDAY + timedelta(days=2))
    fill_at_once(journal, "open", MONDAY + timedelta(days=3), ends=None, moves=1)
    for session, edit in (
        ("a", Rated("before", 6)),
        ("a", Rated("after", 0)),
        ("a", Noted('lower back; "tight", süß\n2nd line 🙂')),
        ("b", Corrected("articulations", 8)),
        ("gone", Deleted()),
        (PRACTICE, GoalSet(5)),
        (PRACTICE, RestWeekMarked("2026-11-23", True)),
    ):
        journal.record(session, edit, MONDAY + timedelta(days=4))
    assert journal.close()
    return Reading(path)


def taken_in(path: Path, *exports: Path) -> Reading:
    journal = journal_at(path)
    for one in exports:
        journal.merge(read_export(one)).result(5)
    assert journal.close()
    return Reading(path)


def test_json_imports_unchanged(full: Reading, tmp_path: Path) -> None:
    target = tmp_path / "history.json"
    assert export(full, target) == 3
    again = taken_in(tmp_path / "two" / "journal.db", target)
    assert again.all_sessions() == full.all_sessions()
    assert again.practice() == full.practice()
    for session in ("a", "b", "open", PRACTICE):
        assert again.events(session) == full.events(session)
    second = tmp_path / "again.json"
    export(again, second)
    assert json.loads(second.read_text()) == json.loads(target.read_text())


def test_importing_twice_changes_nothing(full: Reading, tmp_path: Path) -> None:
    target = tmp_path / "history.json"
    export(full, target)
    before = full.all_sessions()
    journal = journal_at(full.path)
    merged = journal.merge(read_export(target)).result(5)
    assert journal.close()
    assert (merged.events, merged.sessions) == (0, 0)
    assert full.all_sessions() == before


def test_what_is_deleted_leaves_no_content_in_an_export(full: Reading, tmp_path: Path) -> None:
    target = tmp_path / "history.json"
    export(full, target)
    (gone,) = [s for s in json.loads(target.read_text())["sessions"] if s["id"] == "gone"]
    assert [one["kind"] for one in gone["events"]] == ["Deleted"]


def test_a_deletion_reaches_the_other_computer_and_older_exports_do_not_undo_it(
    full: Reading, tmp_path: Path
) -> None:
    everything = tmp_path / "before.json"
    export(full, everything)
    there = tmp_path / "there" / "journal.db"
    other = taken_in(there, everything)
    here = journal_at(full.path)
    here.record("a", Deleted(), MONDAY + timedelta(days=5))
    assert here.close()
    export(full, tmp_path / "after.json")
    taken_in(there, tmp_path / "after.json")
    assert other.session("a") is None
    taken_in(full.path, everything)
    assert full.session("a") is None, "the older export must not bring it back"


def test_only_its_owner_can_read_an_export(full: Reading, tmp_path: Path) -> None:
    for name in ("x.json", "x.csv", "x.ics"):
        export(full, tmp_path / name)
        if os.name == "posix":
            assert stat.S_IMODE((tmp_path / name).stat().st_mode) == 0o600
    assert sorted(path.name for path in tmp_path.glob("*x*")) == ["x.csv", "x.ics", "x.json"]


def test_csv(full: Reading, tmp_path: Path) -> None:
    target = tmp_path / "history.CSV"
    assert export(full, target) == 3
    rows = list(csv.DictReader(io.StringIO(target.read_text("utf-8-sig"), newline="")))
    assert len(rows) == 15
    first = rows[0]
    assert first["session"] == "a" and first["started"] == "2026-11-16T18:30:00+02:00"
    assert (first["planned"], first["done"], first["left"], first["right"]) == (
        "12",
        "12",
        "6",
        "6",
    )
    assert first["note"].startswith("lower back;") and first["after"] == "0"
    assert rows[2]["skipped"] == "yes" and rows[1]["gentler"] == "yes"
    assert rows[-1]["ended"] == ""


def one_session(tmp_path: Path, *edits: Edit, **how: Any) -> Reading:
    path = tmp_path / "one" / "journal.db"
    journal = journal_at(path)
    fill(journal, "a", **how)
    for edit in edits:
        journal.record("a", edit, MONDAY + timedelta(hours=3))
    assert journal.close()
    return Reading(path)


@pytest.mark.parametrize("note", ["=1+1", "+1", "-1", "@sum(1)", "'quoted", "plain", "\t=1"])
def test_a_spreadsheet_takes_no_text_for_a_formula(tmp_path: Path, note: str) -> None:
    reading = one_session(tmp_path, Noted(note), moves=1)
    export(reading, tmp_path / "out.csv")
    raw = (tmp_path / "out.csv").read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf")
    (row, *_) = csv.DictReader(io.StringIO(raw.decode("utf-8-sig"), newline=""))
    cell = row["note"]
    assert cell[0] not in "=+-@\t\r"
    assert (cell[1:] if cell.startswith("'") else cell) == note


def test_an_office_program_of_another_language_gets_its_own_signs(tmp_path: Path) -> None:
    reading = one_session(tmp_path, moves=1, pace=2.75)
    export(reading, tmp_path / "out.csv", form=TableForm.of_decimal(","))
    text = (tmp_path / "out.csv").read_text("utf-8-sig")
    (row, *_) = csv.DictReader(io.StringIO(text, newline=""), delimiter=";")
    assert (row["seconds"], row["done"]) == ("33,0", "12")
    assert TableForm.of_decimal(".") == TableForm()


def unfolded(path: Path) -> str:
    return path.read_bytes().decode().replace("\r\n ", "")


def test_an_event_has_a_length_and_an_edit_gets_a_new_stamp(tmp_path: Path) -> None:
    reading = one_session(tmp_path, moves=1, pace=0.1)
    export(reading, tmp_path / "out.ics")
    text = unfolded(tmp_path / "out.ics")
    assert "DTSTART:20261116T163000Z" in text and "DTEND:20261116T163100Z" in text
    assert "SEQUENCE:0" in text and "DTSTAMP:20261116T163001Z" in text
    edited = one_session(tmp_path / "2", Noted("x"), Rated("after", 2), moves=1, pace=0.1)
    export(edited, tmp_path / "out.ics")
    text = unfolded(tmp_path / "out.ics")
    assert "SEQUENCE:2" in text and "DTSTAMP:20261116T193000Z" in text


def test_a_calendar_keeps_every_letter_space_and_joiner(tmp_path: Path) -> None:
    note = "tab\there, wide\u00a0space, क्\u200dष 👩\u200d👧 a\u00adb"
    export(one_session(tmp_path, Noted(note), moves=1), tmp_path / "out.ics")
    assert note.replace(",", "\\,") in unfolded(tmp_path / "out.ics")


def cells_where_every_separator_counts(line: str) -> list[str]:
    """As LibreOffice splits a line unless told otherwise: at commas, semicolons and tabs."""
    found, inside, cell = [], False, ""
    for sign in line:
        if sign == '"':
            inside = not inside
        if sign in ",;\t" and not inside:
            found.append(cell)
            cell = ""
        else:
            cell += sign
    return [*found, cell]


@pytest.mark.parametrize("decimal", [".", ","])
@pytest.mark.parametrize("note", ["a;b", "a,b", "a\tb", 'say "x"; y, z', "two\nlines; more"])
def test_a_table_has_its_columns_whatever_the_office_program_separates_at(
    tmp_path: Path, note: str, decimal: str
) -> None:
    form = TableForm.of_decimal(decimal)
    export(one_session(tmp_path, Noted(note), moves=1, pace=2.63), tmp_path / "out.csv", form=form)
    text = (tmp_path / "out.csv").read_bytes().decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text, newline=""), delimiter=form.separator))
    assert {row["note"] for row in rows} == {note}
    assert rows[0]["seconds"] == f"31{decimal}6"
    assert all(None not in row and None not in row.values() for row in rows)
    lines = text.replace(note.replace('"', '""'), note.replace("\n", " ").replace('"', '""'))
    for line in lines.removesuffix("\r\n").split("\r\n"):
        assert len(cells_where_every_separator_counts(line)) == 16


def test_the_command_line_names_moves_by_their_titles(
    home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    journal = journal_at(home / "data" / "journal.db")
    fill(journal, "a", moves=1)
    assert journal.close()
    for language, title in (("en_GB.UTF-8", "Butterfly side bends"), ("de_DE.UTF-8", None)):
        monkeypatch.setenv("LC_ALL", language)
        assert cli.main(["export", str(tmp_path / "out.ics")], no_window) == 0
        text = unfolded(tmp_path / "out.ics")
        assert "side-bends" not in text
        assert (title is None) == ("Butterfly side bends" not in text)


@pytest.mark.parametrize(
    ("terminal", "window", "count", "stiffness"),
    [
        ("en_GB.UTF-8", "", "12 of 12", "Stiffness: 6 before, 4 after"),
        ("de_AT.UTF-8@euro", "", "12 von 12", "Steifheit: 6 davor, 4 danach"),
        ("C", "de", "12 von 12", "Steifheit: 6 davor, 4 danach"),
        ("ja_JP.UTF-8", "", "12 of 12", "Stiffness: 6 before, 4 after"),
        ("de_DE.UTF-8", "en", "12 of 12", "Stiffness: 6 before, 4 after"),
        ("../../x", "", "12 of 12", "Stiffness: 6 before, 4 after"),
    ],
)
def test_a_calendar_from_the_command_line_speaks_the_windows_language(
    home: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    terminal: str,
    window: str,
    count: str,
    stiffness: str,
) -> None:
    journal = journal_at(home / "data" / "journal.db")
    fill(journal, "a", moves=1)
    for when, value in (("before", 6), ("after", 4)):
        journal.record("a", Rated(when, value), MONDAY)
    assert journal.close()
    if window:
        Settings(places().settings).change(language=window)
    monkeypatch.setenv("LC_ALL", terminal)
    assert cli.main(["export", str(tmp_path / "out.ics")], no_window) == 0
    text = unfolded(tmp_path / "out.ics").replace("\\,", ",")
    assert count in text
    assert stiffness in text


def test_calendar(full: Reading, tmp_path: Path) -> None:
    target = tmp_path / "history.ics"
    export(full, target, CalendarWords(Titles({"balanced-back": "Balanced, strong back"})))
    raw = target.read_bytes()
    lines = raw.split(b"\r\n")
    assert all(len(line) <= 75 for line in lines) and b"\n" not in raw.replace(b"\r\n", b"")
    text = raw.decode().replace("\r\n ", "")
    assert text.count("BEGIN:VEVENT") == text.count("END:VEVENT") == 3
    assert "UID:a@backstretch" in text
    assert "DTSTART:20261116T163000Z" in text
    assert "SUMMARY:Balanced\\, strong back" in text
    assert 'lower back\\; "tight"\\, süß\\n2nd line 🙂' in text


@given(st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")), max_size=300))
def test_folding_splits_no_character(line: str) -> None:
    parts = list(_folded(line))
    assert all(len(part.encode()) <= 75 for part in parts)
    assert parts[0] + "".join(part[1:] for part in parts[1:]) == line


def test_an_unknown_suffix_is_refused(full: Reading, tmp_path: Path) -> None:
    with pytest.raises(UnknownFormatError):
        export(full, tmp_path / "history.xml")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "no-json"),
        ("[" * 100_000, "no-json"),
        ("[]", "no-export"),
        ('{"format": "x"}', "no-export"),
        ('{"format": "backstretch-journal", "version": 99, "sessions": []}', "newer"),
        ('{"format": "backstretch-journal", "version": 1}', "damaged"),
        ('{"format": "backstretch-journal", "version": 1, "sessions": [3]}', "damaged"),
    ],
)
def test_a_file_that_is_not_an_export(text: str, code: str, tmp_path: Path) -> None:
    file = tmp_path / "x.json"
    file.write_text(text)
    with pytest.raises(NotAnExportError) as caught:
        read_export(file)
    assert caught.value.code == code


GOOD = {
    "seq": 1,
    "kind": "RepDone",
    "wall": "2026-11-16T18:30:00+02:00",
    "led": 3,
    "body": {"at": 1, "move": 0, "rep": 1, "side": None},
}


@pytest.mark.parametrize(
    "fault",
    [
        {"seq": 0},
        {"seq": True},
        {"seq": "1"},
        {"kind": "'; DROP TABLE events"},
        {"wall": "2026-11-16T18:30:00"},
        {"wall": "yesterday"},
        {"led": "3"},
        {"body": []},
        {"body": {"at": 1, "move": "0", "rep": 1, "side": None}},
        {"body": {"at": 1, "move": 0, "rep": 1, "side": "up"}},
        {"body": {"at": 1, "move": 0, "rep": 10**12, "side": None}},
    ],
)
def test_a_damaged_event_prevents_the_whole_import(
    fault: dict[str, object], tmp_path: Path
) -> None:
    file = tmp_path / "x.json"
    sessions = [{"id": "s", "events": [GOOD, {**GOOD, **fault}]}]
    values = {"format": "backstretch-journal", "version": 1, "sessions": sessions}
    file.write_text(json.dumps(values))
    with pytest.raises(NotAnExportError, match="session 1, event 2"):
        read_export(file)
    sessions[0]["events"] = [GOOD]
    file.write_text(json.dumps(values))
    assert len(read_export(file)) == 1


def test_commands(full: Reading, home: Path, tmp_path: Path, capsys) -> None:
    out = str(tmp_path / "out.json")
    export(full, tmp_path / "in.json")
    assert cli.main(["import", str(tmp_path / "in.json")], no_window) == 0
    assert "of 5 sessions" in capsys.readouterr().out
    assert cli.main(["export", out], no_window) == 0
    assert "3 sessions written" in capsys.readouterr().out
    assert cli.main(["import", out, out], no_window) == 0
    assert capsys.readouterr().out.count("0 new events of 0 sessions") == 2
    for arguments, said in (
        (["export", "x.doc"], ".json, .csv, .ics"),
        (["export", str(tmp_path / "no" / "x.json")], "there is no folder"),
        (["import", str(tmp_path / "none.json")], "No such file"),
        (["import", __file__], "no JSON file"),
    ):
        assert cli.main(arguments, no_window) == 2
        error = capsys.readouterr().err
        assert said in error and error.count("\n") == 1


def test_an_import_by_another_process_while_a_session_is_written(
    full: Reading, home: Path, tmp_path: Path
) -> None:
    export(full, tmp_path / "in.json")
    path = home / "data" / "journal.db"
    journal = journal_at(path)
    assert journal.flush()
    program = "import sys; from backstretch import cli; sys.exit(cli.main(sys.argv[1:], None))"
    importing = subprocess.Popen(
        [sys.executable, "-c", program, "import", str(tmp_path / "in.json")],
        stdout=subprocess.PIPE,
        text=True,
        cwd=Path(__file__).resolve().parents[2],
    )
    running = list(told(MONDAY + timedelta(days=9)))
    while importing.poll() is None:
        journal.record("running", Noted("still at it"), MONDAY)
        assert journal.flush()
        time.sleep(0.02)
    importing.communicate()
    for one in running:
        journal.record("running", one.entry, one.wall)
    assert journal.close() and importing.returncode == 0
    found = {session.id: session.status for session in Reading(path).all_sessions()}
    assert found == {"a": "finished", "b": "stopped", "open": "unfinished", "running": "finished"}


# --- merging as sets ---


def events_of_session(identity: str) -> list[Event]:
    made = [
        event(identity, seq, one.entry, one.wall)
        for seq, one in enumerate(told(moves=1, ends=True), start=1)
    ]
    deleted = event(identity, 90, Deleted(), MONDAY)
    return [
        *made,
        deleted,
        event(identity, 91, Restored((deleted.digest.hex(),)), MONDAY),
        event(identity, 91, Deleted(), MONDAY + timedelta(hours=1)),
        event(identity, 92, Noted("one"), MONDAY),
        event(identity, 92, Noted("two"), MONDAY),
        event(identity, 93, Corrected("side-bends", 3, 1, 2), MONDAY),
    ]


POOL = [*events_of_session("a"), *events_of_session("b")]
SUBSETS = st.lists(st.sampled_from(POOL), unique=True)


def after(*merges: list[Event]) -> list[SessionDone]:
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        schema.migrate(connection, lambda: None)
        for events in merges:
            merge(connection, events)
        rows = connection.execute(
            f"SELECT {ledger.COLUMNS} FROM sessions WHERE day IS NOT NULL ORDER BY id"
        )
        return [ledger.from_row(row) for row in rows]


@settings(max_examples=examples(60))
@given(SUBSETS, SUBSETS, SUBSETS)
def test_merging_is_a_union(one: list[Event], two: list[Event], three: list[Event]) -> None:
    together = after(one, two, three)
    assert together == after(three, two, one) == after([*one, *two, *three])
    assert together == after(one, two, three, one, two)


@settings(max_examples=examples(60))
@given(SUBSETS)
def test_what_was_deleted_for_good_never_comes_back(events: list[Event]) -> None:
    last = [one for one in POOL if one.kind == "Deleted" and one.seq == 91]
    assert after(events, last, POOL) == []
