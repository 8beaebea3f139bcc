"""Whatever an import holds, it is refused whole, or every page and export works after it."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from backstretch.assets import folder
from backstretch.figure.poses import load_poses
from backstretch.history.edits import PRACTICE, Corrected, GoalSet, Noted, Rated, RestWeekMarked
from backstretch.history.events import event
from backstretch.history.exchange import SUFFIXES, Story, export, write_json, write_whole
from backstretch.history.import_file import NotAnExportError, events_in, read_export
from backstretch.history.reading import Reading
from backstretch.history.store import Journal
from backstretch.history.unfinished import last_unfinished
from backstretch.routine.load import load
from backstretch.session import player
from backstretch.session.commands import Play
from backstretch.session.plan import PlanMismatch, from_json
from tests.examples import examples
from tests.history.diary import MONDAY, events_of, plan

CASES = Path(__file__).parents[1] / "cases"
POSES = load_poses()
ROUTINE = load(folder("routines") / "balanced-back.yaml", POSES).routine


def taken_in(path: Path, file: Path) -> bool:
    """False if the import was refused; nothing of it may be there then."""
    journal = Journal(path, MONDAY.date())
    try:
        journal.merge(events_in(file)).result(60)
    except NotAnExportError:
        assert Reading(path).count() == 0
        assert not list(Reading(path).stories())
        return False
    finally:
        assert journal.close()
    return True


def everything_works(path: Path, out: Path) -> None:
    reading = Reading(path)
    for session in reading.all_sessions():
        reading.week(session.started.date())
        assert 0 <= session.reps <= 100_000
        assert 0 <= session.seconds < 86_400 * 400
    reading.days(date(2026, 1, 1), date(2026, 12, 31))
    reading.trend(MONDAY.date(), 4)
    reading.practice()
    for suffix in SUFFIXES:
        export(reading, out / f"out{suffix}")
    assert len(read_export(out / "out.json")) == sum(len(one.events) for one in reading.stories())
    found = last_unfinished(reading)
    if found is not None and found.move < len(found.session.moves):
        assert ROUTINE is not None
        try:
            kept = from_json(ROUTINE, found.plan)
        except PlanMismatch:
            return
        state = player.resume(ROUTINE, kept, found.happenings, ways=POSES)
        for now in range(30):
            state, _ = player.step(state, Play() if not now else None, float(now))


@pytest.mark.parametrize("name", sorted(path.name for path in CASES.glob("import-*.json")))
def test_imports_that_once_broke_it_are_refused_whole(tmp_path: Path, name: str) -> None:
    assert not taken_in(tmp_path / "journal.db", CASES / name)
    everything_works(tmp_path / "journal.db", tmp_path)


def sample() -> list[dict[str, Any]]:
    """An export with an entry of nearly every kind, as JSON values."""
    events = events_of("a", moves=2, ends=None)
    last = len(events)
    for edit in (Rated("before", 5), Noted("well"), Corrected("side-bends", 5, 2, 3)):
        last += 1
        events.append(event("a", last, edit, MONDAY + timedelta(minutes=9)))
    practice = [GoalSet(3), RestWeekMarked("2026-11-16", True)]
    kept = [event(PRACTICE, n, edit, MONDAY) for n, edit in enumerate(practice, start=1)]
    return [
        {"id": name, "events": [values_of(one) for one in told]}
        for name, told in (("a", events), (PRACTICE, kept))
    ]


def values_of(one: Any) -> dict[str, Any]:
    led = {} if one.led is None else {"led": one.led}
    body = json.loads(one.body)
    return {"seq": one.seq, "kind": one.kind, "wall": one.wall, **led, "body": body}


def places_in(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """The path of every value below `value`."""
    found = value.items() if isinstance(value, dict) else enumerate(value)
    for key, inner in found:
        yield (*path, key)
        if isinstance(inner, dict | list):
            yield from places_in(inner, (*path, key))


PLACES = sorted(places_in(sample()), key=str)
ODD: list[Any] = [
    None, True, -1, 0, 7, 10**8, 10**30, -0.5, 1e308, "", "x", "\x1b[2J", "a\x00b", "\ud800", [],
    [1], {}, {"a": 1}, "side-bends", "0001-01-01T00:00:00+02:00", "9999-12-31T23:59:59-02:00",
    "2026-11-16T18:30:00", "9999-12-31",
]  # fmt: skip


def changed(places: list[tuple[tuple[Any, ...], Any]]) -> list[dict[str, Any]]:
    sessions = sample()
    for path, value in places:
        at: Any = sessions
        try:
            for key in path[:-1]:
                at = at[key]
            at[path[-1]] = value
        except (KeyError, IndexError, TypeError):
            continue
    return sessions


def written(file: Path, sessions: object) -> Path:
    values = {"format": "backstretch-journal", "version": 1, "sessions": sessions}
    file.write_text(json.dumps(values))
    return file


@settings(max_examples=examples(250), suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.sampled_from(PLACES), st.sampled_from(ODD)), max_size=3))
def test_any_value_anywhere(
    tmp_path_factory: pytest.TempPathFactory, places: list[tuple[tuple[Any, ...], Any]]
) -> None:
    place = tmp_path_factory.mktemp("any")
    taken_in(place / "journal.db", written(place / "in.json", changed(places)))
    everything_works(place / "journal.db", place)


def body(kind: str, **values: object) -> dict[str, object]:
    wall = "2026-11-16T19:30:00+02:00"
    return {"seq": 900, "kind": kind, "wall": wall, "led": 3.0, "body": values}


@pytest.mark.parametrize(
    "wrong",
    [
        body("Rated", when="before", value=10**8),
        body("Rated", when="before", value=-1),
        body("RepDone", at=1.0, move=0, rep=7, side="left"),
        body("RepDone", at=1.0, move=0, rep=1, side=None),
        body("RepDone", at=1.0, move=5, rep=1, side=None),
        body("RepDone", at=1.0, move=1, rep=-7, side=None),
        body("RepDone", at=-1.0, move=1, rep=1, side=None),
        {**body("RepDone", at=1.0, move=1, rep=1, side=None), "led": 86_401},
        {**body("RepDone", at=1.0, move=1, rep=1, side=None), "led": -1},
        {**body("Noted", text="x"), "wall": "9999-12-31T23:59:59-02:00"},
        {**body("Noted", text="x"), "wall": "0001-01-01T00:00:00+02:00"},
        body("Noted", text="\x1b]0;owned\x07"),
        body("Noted"),
        body("Corrected", move="no-such-move", done=1),
        body("Corrected", move="side-bends", done=-7),
        body("Restored", deletions=[1]),
        body("Restored", deletions=["; DROP TABLE"]),
        body("GoalSet", days=3),
        body("Replanned", at=1.0, plan={"routine": "x", "choices": []}),
        body("Replanned", at=1.0, plan={**plan(), "lead_in": 1e9}),
        body("Paused", at=1.0, move=0, why="\x1b[2J"),
    ],
    ids=lambda wrong: json.dumps(wrong["body"])[:60],
)
def test_a_wrong_value_is_refused_and_named(tmp_path: Path, wrong: dict[str, object]) -> None:
    sessions = sample()
    sessions[0]["events"].append(wrong)
    place = len(sessions[0]["events"])
    file = written(tmp_path / "in.json", sessions)
    with pytest.raises(NotAnExportError, match=f"session 1, event {place}$"):
        read_export(file)


def test_what_follows_a_fault_takes_back_what_came_before(tmp_path: Path) -> None:
    good = [{**sample()[0], "id": f"s{number}"} for number in range(90)]
    file = written(tmp_path / "in.json", [*good, {"id": "bad", "events": [{}]}])
    assert not taken_in(tmp_path / "journal.db", file)


def test_a_file_cut_short_or_thinned_out_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "whole.json"
    told = [Story("a", events_of("a"), None), Story("b", events_of("b"), None)]
    write_whole(file, lambda stream: write_json(stream, told))
    whole = file.read_text()
    assert len(read_export(file)) == len(events_of("a")) * 2
    for text in (whole[:-3], whole[: len(whole) // 2]):
        file.write_text(text)
        with pytest.raises(NotAnExportError, match="damaged"):
            read_export(file)
    values = json.loads(whole)
    del values["sessions"][1]["events"][5]
    file.write_text(json.dumps(values))
    with pytest.raises(NotAnExportError, match="damaged"):
        read_export(file)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-32"])
def test_every_encoding_of_json_is_read(tmp_path: Path, encoding: str) -> None:
    file = written(tmp_path / "in.json", sample())
    file.write_bytes(file.read_text().replace("well", "gut: ü").encode(encoding))
    notes = [one for one in read_export(file) if one.kind == "Noted"]
    assert "gut: ü" in notes[0].body


# Not getrusage: a child begins with the most that the process which started it ever had.
MEASURED_IMPORT = """
import re, sys
from pathlib import Path
from backstretch.cli import main
status = main(["import", sys.argv[1]], print)
print(re.search(r"VmHWM:\\s*(\\d+) kB", Path("/proc/self/status").read_text())[1])
sys.exit(status)
"""


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="asks for a process's memory")
@pytest.mark.parametrize(
    ("inside", "part"),
    [
        ("{}", "[],"),
        ("{}", '{"a":[]},'),
        ('{{"format": "backstretch-journal", "x": {}}}', '{"a":[]},'),
        ('{{"format": "backstretch-journal", "x": {}}}', "0,"),
    ],
)
def test_a_file_of_countless_parts_takes_little_memory(
    tmp_path: Path, inside: str, part: str
) -> None:
    """Written as text they are small; as lists and mappings they took ten times as much."""
    file = tmp_path / "dense.json"
    file.write_text(inside.format("[" + part * (20_000_000 // len(part)) + "0]"))
    command = [sys.executable, "-c", MEASURED_IMPORT, str(file)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1 and "no JSON file" in done.stderr
    assert int(done.stdout) < 200 * 1024


def test_keys_may_come_in_any_order_and_nothing_may_follow(tmp_path: Path) -> None:
    values = {"version": 1, "sessions": sample(), "format": "backstretch-journal", "more": [1.5]}
    file = tmp_path / "in.json"
    file.write_text(json.dumps(values, indent=1))
    count = len(read_export(file))
    assert count == sum(len(session["events"]) for session in sample())
    file.write_text(json.dumps({**values, "version": 2}, indent=1))
    with pytest.raises(NotAnExportError, match="newer"):
        read_export(file)
    file.write_text(json.dumps(values) + "x")
    with pytest.raises(NotAnExportError, match="damaged"):
        read_export(file)


@contextmanager
def fifo(path: Path) -> Iterator[Path]:
    os.mkfifo(path)
    yield path


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="makes a FIFO")
def test_what_is_no_file_does_not_keep_it_waiting(tmp_path: Path) -> None:
    with fifo(tmp_path / "fifo.json") as path, pytest.raises(OSError, match="no regular file"):
        read_export(path)
    with pytest.raises(IsADirectoryError):
        read_export(tmp_path)
    with pytest.raises(OSError, match="no regular file"):
        read_export(Path("/dev/zero"))
