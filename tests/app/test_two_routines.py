"""A second routine with moves of the same ids leaves the first one's as they are: names, doses,
pictures, and how well they are known."""

import csv
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from backstretch import assets
from backstretch.app.dose_offers import dose_offers
from backstretch.app.familiar import known_moves
from backstretch.app.library import Library, open_library
from backstretch.app.program import Program
from backstretch.app.remembering import remembered_moves
from backstretch.figure.look import looks
from backstretch.history.exchange import export
from backstretch.history.reading import Reading
from backstretch.history.store import Journal
from backstretch.history.week import week_from
from backstretch.paths import places
from backstretch.session.happenings import Began
from backstretch.session.plan import as_json, plan_for
from backstretch.session.preferred import plan_of
from backstretch.settings import Preferences
from backstretch.settings.move_choices import choices_in, with_choice, without_choices
from backstretch.ui.history import table_rows
from backstretch.ui.history.columns_chart import ColumnsChart
from backstretch.ui.parts.move_pictures import MovePictures
from backstretch.ui.theme import Appearance
from backstretch.ui.words.history_words import calendar_words
from tests.history.diary import MONDAY, told
from tests.whole_program import opened

FIRST, SECOND = "balanced-back", "twin"


@pytest.fixture
def twin(home: Path) -> Path:
    """A copy of the shipped routine with other titles and doses."""
    text = (assets.folder("routines") / "balanced-back.yaml").read_text(encoding="utf-8")
    text = text.replace("id: balanced-back", f"id: {SECOND}", 1)
    text = text.replace("en: Balanced back", "en: Twin", 1)
    text = text.replace("en: Butterfly side bends", "en: Twin side bends", 1)
    folder = places().routines
    folder.mkdir(parents=True)
    (folder / "twin.yaml").write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def appearance(qapp: QApplication) -> Appearance:
    return Appearance(qapp, "light")


@pytest.fixture
def library(twin: Path) -> Library:
    found = open_library(twin, "en")
    assert set(found.routines) == {FIRST, SECOND}
    return found


def practised(*sessions: tuple[str, str, datetime]) -> Reading:
    journal = Journal(places().journal, MONDAY.date())
    for identity, routine, began in sessions:
        for one in told(began):
            entry = one.entry
            if isinstance(entry, Began):
                entry = replace(entry, plan={**entry.plan, "routine": routine})
            journal.record(identity, entry, one.wall)
    assert journal.close()
    return Reading(places().journal)


def both(days: int = 1) -> Reading:
    """On the first `days` days the first routine, on many later ones the second."""
    first = [(f"a{n}", FIRST, MONDAY + timedelta(days=n)) for n in range(days)]
    second = [(f"b{n}", SECOND, MONDAY + timedelta(days=days + n)) for n in range(60)]
    return practised(*first, *second)


def test_a_table_of_moves_has_a_row_for_each_of_both(library: Library) -> None:
    reading = practised(("a", FIRST, MONDAY), ("b", SECOND, MONDAY + timedelta(days=1)))
    _, rows = table_rows.move_rows(reading.all_sessions(), library.names)
    names = [row.cells[0] for row in rows]
    assert names[0] == "Butterfly side bends"
    assert "Twin side bends" in names
    lifts = library.names.move(FIRST, "back-lifts")
    assert {f"{lifts} (Balanced back)", f"{lifts} (Twin)"} <= set(names), "told apart"
    assert {row.cells[1] for row in rows if row.cells[0].startswith(lifts)} == {"12 of 12"}


def test_a_day_names_each_of_both(qtbot: QtBot, appearance: Appearance, library: Library) -> None:
    reading = practised(("a", FIRST, MONDAY), ("b", SECOND, MONDAY + timedelta(hours=2)))
    chart = ColumnsChart(appearance, lambda: library.names)
    qtbot.addWidget(chart)
    chart.show_week(week_from(MONDAY.date(), reading.all_sessions()), MONDAY.date())
    tip = chart.lay_out()[0].tip
    assert "Butterfly side bends: " in tip
    assert "Twin side bends: " in tip


def test_a_session_and_its_exports_go_by_its_own_routine(library: Library, tmp_path: Path) -> None:
    reading = practised(("a", FIRST, MONDAY), ("b", SECOND, MONDAY + timedelta(days=1)))
    for session, title in zip(
        reading.all_sessions(), ("Butterfly side bends", "Twin side bends"), strict=True
    ):
        _, rows = table_rows.session_move_rows(session, library.names)
        assert rows[0].cells[0] == title
    export(reading, tmp_path / "out.ics", calendar_words(library.names))
    events = (tmp_path / "out.ics").read_text("utf-8").replace("\r\n ", "").split("BEGIN:VEVENT")
    assert "SUMMARY:Balanced back" in events[1]
    assert "DESCRIPTION:Butterfly side bends" in events[1]
    assert "SUMMARY:Twin" in events[2]
    assert "DESCRIPTION:Twin side bends" in events[2]
    export(reading, tmp_path / "out.csv")
    with (tmp_path / "out.csv").open(encoding="utf-8-sig", newline="") as file:
        rows_written = list(csv.DictReader(file))
    assert {(row["routine"], row["move"]) for row in rows_written} >= {
        (FIRST, "side-bends"), (SECOND, "side-bends"),
    }  # fmt: skip


def test_a_session_of_a_routine_that_is_gone_goes_by_ids(twin: Path) -> None:
    (twin / "twin.yaml").unlink()
    names = open_library(twin, "en").names
    assert names.move(SECOND, "side-bends") == "side-bends"
    assert names.routine(SECOND) == SECOND


def test_a_choice_for_one_leaves_the_other(library: Library) -> None:
    moves = with_choice({}, SECOND, "back-lifts", {"dose": 15})
    now = Preferences(moves=moves)
    doses = {
        routine: {c.id: c.dose for c in plan_of(library.chosen(routine), now).choices}
        for routine in (FIRST, SECOND)
    }
    assert doses[SECOND]["back-lifts"] == 15
    assert doses[FIRST]["back-lifts"] == 12


def test_choices_of_an_earlier_version_hold_until_others_are_made() -> None:
    old = {"back-lifts": {"dose": 14, "pace": 1.2}}
    assert choices_in(old, FIRST) == choices_in(old, SECOND) == old
    now = with_choice(old, SECOND, "back-lifts", {"dose": 15})
    assert choices_in(now, FIRST) == old
    assert choices_in(now, SECOND) == {"back-lifts": {"dose": 15, "pace": 1.2}}
    reset = without_choices(now, SECOND)
    assert choices_in(reset, FIRST) == old
    assert choices_in(reset, SECOND) == {"back-lifts": {}}


def test_what_is_remembered_of_a_session_is_its_routines(library: Library) -> None:
    began = plan_for(library.chosen(SECOND))
    ended = began.choose(0, replace(began.choices[0], dose=7))
    kept = remembered_moves({}, began, as_json(ended))
    assert choices_in(kept, SECOND)["side-bends"]["dose"] == 7
    assert choices_in(kept, FIRST) == {}


def test_a_move_stays_known_however_often_the_other_is_done(library: Library) -> None:
    reading = both(days=9)
    today = date(2026, 11, 26)
    for routine, count in ((FIRST, 9), (SECOND, 40)):
        known = known_moves(reading, library.chosen(routine), today)
        assert known.moves["back-lifts"].completed == count


def test_a_larger_dose_is_offered_however_often_the_other_is_done(library: Library) -> None:
    reading = both(days=3)
    routine, now = library.chosen(FIRST), Preferences()
    plan = plan_of(routine, now)
    assert dose_offers(reading, routine, plan, now, MONDAY + timedelta(days=90))


def test_a_late_picture_is_not_put_on_the_others_card(
    qtbot: QtBot, appearance: Appearance, library: Library
) -> None:
    pictures = MovePictures(appearance, library.poses)
    look, size = looks()[0], QSize(40, 30)
    first = library.chosen(FIRST).move("side-bends")
    second = replace(library.chosen(SECOND).move("side-bends"), view=first.view)
    wanted = pictures.picture(second, look, size, 1.0)
    shown: list[QPixmap] = []

    def show(_name: str, picture: QPixmap) -> None:
        shown.append(picture)

    pictures.ask(first, look, size, 1.0, show)
    pictures.ask(second, look, size, 1.0, show)
    qtbot.wait(50)
    assert [picture.cacheKey() for picture in shown] == [wanted.cacheKey()]
    pictures.stop()


@pytest.fixture
def program(twin: Path, qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[Program]:
    with opened(qapp, monkeypatch) as made:
        yield made
        made.closing.at_once()


def test_the_settings_page_changes_the_chosen_routine_only(program: Program) -> None:
    program.settings.change(routine=SECOND)
    program.today._take_dose("side-bends", 8)
    assert program.today._facts().cards[0].count == 8
    assert program.today._facts().cards[0].title == "Twin side bends"
    program.settings.change(routine=FIRST)
    assert program.today._facts().cards[0].count == 6
    assert program.today._facts().cards[0].title == "Butterfly side bends"
