"""What the program remembers, offers, exports and erases between sessions."""

import json
from collections.abc import Iterator
from dataclasses import asdict, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import get_args

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from backstretch.app.dose_offers import STAYED, dose_offers
from backstretch.app.library import Library, open_library
from backstretch.app.program import Program
from backstretch.app.remembering import remembered_moves
from backstretch.app.snapshot import TodaySnapshot
from backstretch.assets import folder
from backstretch.history.reading import Reading
from backstretch.history.store import Journal
from backstretch.paths import places
from backstretch.routine.model import Pacing, Unit
from backstretch.session import player
from backstretch.session.commands import OneLess, Play
from backstretch.session.plan import as_json, plan_for
from backstretch.session.preferred import plan_of
from backstretch.settings import Preferences, Settings
from backstretch.settings.move_choices import choices_in
from backstretch.ui.today.facts import PACINGS, UNITS, CardFacts, TodayFacts

NOON = datetime(2026, 11, 16, 12, tzinfo=UTC)
LATEST = NOON + timedelta(days=60)
FACTS = TodayFacts(
    "r", "Stop.", (CardFacts("m", "M", "", 6, "reps", True, "flow"),), ("m",), 60.0, {"r": "R"}
)


@pytest.fixture(scope="module")
def library() -> Library:
    return open_library(Path("/nonexistent"), "en")


def practise(library: Library, day: int, *, less: bool = False) -> None:
    """A whole session on that day, of the first move only."""
    routine = library.chosen("")
    full = plan_for(routine)
    plan = replace(full, choices=full.choices[:1])
    state = player.begin(routine, plan, library.poses)
    journal = Journal(places().journal, NOON.date())
    seconds, commands = 0.0, [Play(), *([OneLess()] if less else [])]
    while not state.over:
        state, happened = player.step(state, commands.pop(0) if commands else None, seconds)
        for one in happened:
            wall = NOON + timedelta(days=day, seconds=one.at)
            journal.record(f"session-{day}", one, wall)
        seconds += 1.0
    assert journal.close()


def offered(library: Library, now: Preferences) -> list[tuple[str, int, int]]:
    routine = library.chosen("")
    offers = dose_offers(Reading(places().journal), routine, plan_of(routine, now), now, LATEST)
    return [(offer.move_id, offer.now, offer.next) for offer in offers]


def test_three_comfortable_sessions_offer_the_next_dose(library: Library) -> None:
    now = Preferences()
    for day in range(3):
        assert offered(library, now) == []
        practise(library, day)
    assert offered(library, now) == [("side-bends", 6, 7)]
    declined = (NOON + timedelta(days=2, hours=1)).isoformat()
    stayed = Preferences(moves={"side-bends": {"dose": 6, STAYED: declined}})
    assert offered(library, stayed) == []
    for day in range(3, 6):
        practise(library, day)
    assert offered(library, stayed) == [("side-bends", 6, 7)]


def test_a_session_with_less_is_no_reason_for_more(library: Library) -> None:
    for day in range(3):
        practise(library, day, less=day == 1)
    assert offered(library, Preferences()) == []


def test_the_plan_follows_the_preferences(library: Library) -> None:
    routine = library.chosen("")
    now = Preferences(
        moves={"back-lifts": {"dose": 11, "pace": 1.2}, "butt-kicks": {"dose": 9000}},
        care_lower_back=True,
        wait_for_me=True,
        change_factor=2.0,
    )
    plan = plan_of(routine, now, ("butt-kicks", "back-lifts", "gone"))
    chosen = {choice.id: choice for choice in plan.choices}
    assert list(chosen) == ["butt-kicks", "back-lifts"]
    assert (chosen["back-lifts"].dose, chosen["back-lifts"].pace) == (11, 1.2)
    assert chosen["butt-kicks"].dose == 20
    assert chosen["butt-kicks"].gentler
    assert (plan.waits, plan.change) == (True, 2.0)


def test_paces_and_changed_doses_and_ranges_are_remembered(library: Library) -> None:
    began = plan_for(library.chosen(""))
    lifts = next(choice for choice in began.choices if choice.id == "back-lifts")
    place = began.choices.index(lifts)
    ended = began.choose(place, replace(lifts, dose=13, pace=1.1, range=0.7))
    kept = remembered_moves({"back-lifts": {"gentler": True}}, began, as_json(ended))
    lifts_kept = choices_in(kept, "balanced-back")["back-lifts"]
    assert lifts_kept["dose"] == 13
    assert lifts_kept["pace"] == 1.1
    assert lifts_kept["gentler"] is True
    assert lifts_kept["range"] == 0.7
    assert "range" not in choices_in(kept, "balanced-back")["side-bends"]
    assert "dose" not in choices_in(kept, "balanced-back")["side-bends"]


def snapshot_in(folder: Path, language: str = "en") -> TodaySnapshot:
    return TodaySnapshot(folder / "cache" / "today.json", language, own_routines=folder)


def test_the_page_is_kept_and_taken_back(tmp_path: Path) -> None:
    snapshot = snapshot_in(tmp_path)
    assert snapshot.load("key") is None
    snapshot.save("key", FACTS)
    assert snapshot.load("key") == FACTS
    assert snapshot.load("another") is None


@pytest.mark.parametrize(
    "content", ["", "[]", "null", '{"key": "key"}', '{"key": "key", "facts": 3}']
)
def test_a_damaged_page_is_made_anew(tmp_path: Path, content: str) -> None:
    snapshot = snapshot_in(tmp_path)
    snapshot.path.parent.mkdir()
    snapshot.path.write_text(content)
    assert snapshot.load("key") is None


def test_the_kept_page_ends_with_what_it_was_made_of(tmp_path: Path) -> None:
    now = Preferences()
    snapshot = snapshot_in(tmp_path)
    before = snapshot.key(now)
    assert snapshot.key(now) == before
    assert snapshot_in(tmp_path, "de").key(now) != before
    assert snapshot.key(replace(now, moves={"m": {"dose": 3}})) != before
    assert snapshot.key(replace(now, theme="dark")) == before
    (tmp_path / "own.yaml").write_text("id: own")
    assert snapshot.key(now) != before


def test_a_faulty_file_is_set_aside_and_the_rest_is_offered(tmp_path: Path) -> None:
    (tmp_path / "broken.yaml").write_text("id: [")
    (tmp_path / "notes.txt").write_text("not a routine")
    shipped = folder("routines") / "balanced-back.yaml"
    (tmp_path / "copy.yaml").write_bytes(shipped.read_bytes())
    library = open_library(tmp_path, "en")
    assert [Path(faulty).name for faulty in library.faulty] == ["broken.yaml", "copy.yaml"]
    assert library.chosen("no-such-routine").id == "balanced-back"


@pytest.fixture
def program(qapp: QApplication) -> Iterator[Program]:
    at = places()
    made = Program(qapp, at, Settings(at.settings))
    made.open()
    yield made
    made.window.close()
    made.close()
    made.window.deleteLater()


def test_the_history_goes_out_comes_back_and_away(
    program: Program,
    library: Library,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    practise(library, 0)
    target = tmp_path / "out.json"
    said = program.window.banner
    monkeypatch.setattr(
        QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "out"), "(*.json)")
    )
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(target), ""))
    program.history.do("export")
    assert target.exists()
    assert str(target) in said.words
    monkeypatch.setattr("backstretch.ui.dialogs.question.ask", lambda *_: "erase")
    program.history.do("erase")
    qtbot.waitUntil(lambda: said.words == "Everything is deleted.", timeout=5000)
    assert Reading(places().journal).last_session() is None
    program.history.do("import")
    qtbot.waitUntil(lambda: "1 session" in said.words, timeout=5000)
    session = Reading(places().journal).last_session()
    assert session is not None
    assert session.id == "session-0"


def test_what_is_no_export_is_refused_in_a_sentence(
    program: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    (tmp_path / "other.json").write_text("[1, 2]")
    chosen = str(tmp_path / "other.json")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (chosen, ""))
    program.history.do("import")
    said, refusal = program.window.banner, f"{chosen} is no export of Backstretch."
    qtbot.waitUntil(lambda: said.words == refusal, timeout=5000)


def test_a_place_that_cannot_be_written_is_said(
    program: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gone = str(tmp_path / "gone" / "out.csv")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (gone, ""))
    program.history.do("export")
    assert "cannot be written" in program.window.banner.words


def test_nothing_is_erased_without_the_answer(
    program: Program, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    practise(library, 0)
    monkeypatch.setattr("backstretch.ui.dialogs.question.ask", lambda *_: "")
    program.history.do("erase")
    assert Reading(places().journal).last_session() is not None


def test_a_kept_page_with_an_unknown_unit_is_made_anew(tmp_path: Path) -> None:
    snapshot = snapshot_in(tmp_path)
    odd = replace(FACTS.cards[0], unit="furlongs")  # type: ignore[arg-type]
    snapshot.save("key", replace(FACTS, cards=(odd,)))
    assert snapshot.load("key") is None


def test_the_units_and_pacings_of_a_kept_page_are_those_of_routines() -> None:
    assert set(UNITS) == set(get_args(Unit))
    assert set(PACINGS) == set(get_args(Pacing))


@pytest.mark.parametrize(
    "change",
    [
        {"seconds": 1e400},
        {"seconds": "60"},
        {"usual": [1]},
        {"safety": "\ud800"},
        {"routines": {"r": None}},
        {"cards": [{**asdict(FACTS.cards[0]), "title": 3}]},
        {"cards": [{**asdict(FACTS.cards[0]), "count": "6"}]},
        {"cards": None},
        {"more": 1},
    ],
    ids=str,
)
def test_a_kept_page_with_any_wrong_value_is_dropped(tmp_path: Path, change: dict) -> None:  # type: ignore[type-arg]
    snapshot = snapshot_in(tmp_path)
    snapshot.save("key", FACTS)
    kept = json.loads(snapshot.path.read_text())
    snapshot.path.write_text(json.dumps({**kept, "facts": {**kept["facts"], **change}}))
    assert snapshot.load("key") is None
    snapshot.path.write_text("[" * 100_000)
    assert snapshot.load("key") is None
