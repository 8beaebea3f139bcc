"""Fifty years of daily practice: what the history costs then.

    python3 dev.py bench history [--sessions N]

Makes a journal of N sessions (20,000, about 2 million events) out of one session that the player
played through, then prints what it takes to append a rep, and to read and to open the week page.
Aim: the week page opens in 50 ms.
"""

import argparse
import os
import tempfile
import time
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from uuid import UUID

from bench.measure import spread, table, verdict

AIM_MS = 50.0
LAST = datetime(2026, 11, 21, 18, 30, tzinfo=UTC)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--sessions", type=int, default=20_000)
    parser.add_argument("--rounds", type=int, default=15)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="backstretch-bench-") as place:
        path = Path(place) / "journal.db"
        begun = time.monotonic()
        events = fill(path, options.sessions)
        megabytes = path.stat().st_size / 1e6
        print(
            f"{options.sessions} sessions, {events} events, {megabytes:.0f} MB,"
            f" made in {time.monotonic() - begun:.0f} s"
        )
        rows = [*reads(path, options.rounds), append(path), *page(path, options.rounds)]
    print(table(("ms", "median", "p95", "most"), rows))
    print(verdict("the week page opens", rows[-1][1], AIM_MS, " ms"))


def fill(path: Path, sessions: int) -> int:
    """Writes the journal; answers how many events it holds."""
    from backstretch.history import ledger
    from backstretch.history.connection import Keeper

    story = played()
    keeper = Keeper(path, LAST.date(), lambda _: None)
    connection = keeper.connection()
    connection.execute("PRAGMA synchronous = OFF")
    for first in range(0, sessions, 500):
        connection.execute("BEGIN IMMEDIATE")
        for number in range(first, min(first + 500, sessions)):
            identity = str(UUID(int=(number + 1) << 64))
            began = LAST - timedelta(days=sessions - 1 - number)
            ledger.insert(connection, [retold(event, identity, began) for event in story])
            ledger.refold(connection, identity)
        connection.execute("COMMIT")
    count: int = connection.execute("SELECT count(*) FROM events").fetchone()[0]
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    keeper.close()
    return count


def played() -> list:  # type: ignore[type-arg]
    """One whole session's events, as the journal would keep them."""
    from backstretch.assets import folder
    from backstretch.figure.poses import load_poses
    from backstretch.history.edits import Rated
    from backstretch.history.reading import Reading
    from backstretch.history.store import Journal
    from backstretch.routine.load import load
    from backstretch.session import player
    from backstretch.session.commands import Play
    from backstretch.session.plan import plan_for

    poses = load_poses()
    routine = load(folder("routines") / "balanced-back.yaml", poses.names).routine
    assert routine is not None
    with tempfile.TemporaryDirectory() as place:
        path = Path(place) / "journal.db"
        journal = Journal(path, LAST.date())
        state = player.begin(routine, plan_for(routine), poses)
        now = 0.0
        command: Play | None = Play()
        while not state.over:
            state, happened = player.step(state, command, now)
            for one in happened:
                journal.record("story", one, LAST + timedelta(seconds=now))
            now, command = now + 0.5, None
        journal.record("story", Rated("before", 5), LAST)
        journal.record("story", Rated("after", 3), LAST)
        assert journal.close()
        return Reading(path).events("story")


def retold(event, identity: str, began: datetime):  # type: ignore[no-untyped-def]
    """The same event in another session that began then."""
    wall = datetime.fromisoformat(event.wall) - LAST + began
    return replace(event, session=identity, wall=wall.isoformat())


def reads(path: Path, rounds: int) -> list[tuple[str, float, float, float]]:
    from backstretch.history.reading import Reading

    reading = Reading(path)
    week = LAST.date() - timedelta(days=LAST.weekday())
    year = date(LAST.year, 1, 1)
    asked: Sequence[tuple[str, Callable[[], object]]] = (
        ("a week", lambda: reading.week(week)),
        ("a year's days", lambda: reading.days(year, LAST.date())),
        ("twelve weeks", lambda: reading.trend(week - timedelta(days=77), 12)),
        ("the last session", reading.last_session),
        ("the goal", reading.practice),
    )
    return [(name, *timed(ask, rounds)) for name, ask in asked]


def append(path: Path) -> tuple[str, float, float, float]:
    """One rep, from the call to the disk, by the writer that the program uses."""
    from backstretch.history.store import Journal
    from backstretch.session.happenings import RepDone

    journal = Journal(path, LAST.date())
    assert journal.flush(60)
    reps = iter(range(1, 10_000))

    def one() -> None:
        number = next(reps)
        journal.record("bench", RepDone(float(number), 0, number, None, float(number)), LAST)
        assert journal.flush(60)

    taken = timed(one, 60)
    with closing(journal):
        return ("append a rep", *taken)


def page(path: Path, rounds: int) -> list[tuple[str, float, float, float]]:
    """The widget over the same journal: made once, then opened at another week each time."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtWidgets import QApplication

    from backstretch.history.reading import Reading
    from backstretch.ui.actions import Actions
    from backstretch.ui.history.page import HistoryPage
    from backstretch.ui.theme import Appearance

    app = QApplication([])
    app.setStyle("fusion")
    appearance, reading = Appearance(app, "light"), Reading(path)
    pages: list[HistoryPage] = []

    def make() -> None:
        made = HistoryPage(
            appearance, Actions(), reading, lambda _, __: None, lambda: LAST, lambda name: name
        )
        made.resize(1205, 800)
        pages.append(made)

    def open_it() -> None:
        pages[0].show()
        pages[0].grab()
        pages[0].hide()

    def turn() -> None:
        pages[0].overview.go(-1)
        pages[0].grab()

    made = timed(make, 1)
    first = timed(open_it, 1)
    opened = timed(open_it, rounds)
    pages[0].show()
    turned = timed(turn, rounds)
    return [
        ("the page is made, once", *made),
        ("and opened, the first time", *first),
        ("another week", *turned),
        ("the week page opens", *opened),
    ]


def timed(do: Callable[[], object], rounds: int) -> tuple[float, float, float]:
    """Median, 95th percentile and most, in milliseconds."""
    taken = []
    for _ in range(rounds):
        begun = time.perf_counter()
        do()
        taken.append((time.perf_counter() - begun) * 1000)
    return spread(taken)


if __name__ == "__main__":
    main()
