"""A home and own routines as earlier versions left them open unchanged."""

import json
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from backstretch.app.library import open_library
from backstretch.history.reading import Reading
from backstretch.history.store import Journal
from backstretch.paths import places
from backstretch.session.layout import lay_out
from backstretch.session.preferred import plan_of
from backstretch.settings import Settings

HERE = Path(__file__).parent
HOMES = sorted(path for path in (HERE / "homes").iterdir() if path.is_dir())


@pytest.fixture(params=HOMES, ids=lambda path: path.name)
def kept(request: pytest.FixtureRequest, home: Path) -> Path:
    """A copy of such a home; its journal comes from the dump of that version."""
    shutil.copytree(request.param, home, dirs_exist_ok=True)
    number = request.param.name.rpartition("-")[2]
    dump = HERE / "history" / "released" / f"journal-{number}.sql"
    with closing(sqlite3.connect(places().journal)) as connection:
        connection.executescript(dump.read_text("utf-8"))
    return home


def test_settings_are_all_understood_and_kept(kept: Path) -> None:
    told = json.loads(places().settings.read_text())
    settings = Settings(places().settings)
    assert settings.problems == ()
    settings.save()
    assert json.loads(places().settings.read_text()) == told


def test_own_routines_are_led_with_the_choices_made(kept: Path) -> None:
    settings = Settings(places().settings)
    library = open_library(places().routines, "de")
    assert library.faulty == ()
    routine = library.chosen(settings.now.routine)
    assert routine.id == settings.now.routine
    plan = plan_of(routine, settings.now)
    assert plan.choices[0].dose == 8
    assert lay_out(routine, plan, library.poses).seconds > 300


def test_the_history_is_the_same_after_writing_to_it(kept: Path) -> None:
    before = Reading(places().journal).all_sessions()
    assert before
    journal = Journal(places().journal, before[-1].started.date())
    assert journal.flush()
    assert journal.close()
    assert Reading(places().journal).all_sessions() == before
