"""Fifty years of daily practice: what the history costs then.

    python3 dev.py bench history [--sessions N]

Makes a journal of N sessions (20,000, about 2 million events) out of one session that the player
played through, then prints what it takes to append a rep, to read, and to open the week page.
Aim: the week page opens in 50 ms, the first time too.
"""

import argparse
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import closing
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from statistics import median
from uuid import UUID

from bench.measure import CHECKOUT, screen, spread, table, verdict

AIM_MS = 50.0
LAST = datetime(2026, 11, 21, 18, 30, tzinfo=UTC)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--sessions", type=int, default=20_000)
    parser.add_argument("--rounds", type=int, default=15)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="backstretch-bench-") as place:
        path = Path(place) / "data" / "journal.db"
        path.parent.mkdir(mode=0o700)
        begun = time.monotonic()
        events = fill(path, options.sessions)
        megabytes = path.stat().st_size / 1e6
        print(
            f"{options.sessions} sessions, {events} events, {megabytes:.0f} MB,"
            f" made in {time.monotonic() - begun:.0f} s"
        )
        rows = [*reads(path, options.rounds), append(path)]
        opened, ratio = openings(Path(place), max(3, options.rounds // 3))
    print(table(("ms", "median", "p95", "most"), [*rows, *opened]))
    for name, median_ms, _, _ in opened[-2:]:
        print(verdict(name, median_ms, AIM_MS, " ms"))
    print(f"to the plain labels, the first time: {ratio:.1f} times")


def fill(path: Path, sessions: int) -> int:
    """Writes the journal; returns how many events it holds."""
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
    """The events of one whole session, as the journal keeps them."""
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
    routine = load(folder("routines") / "balanced-back.yaml", poses).routine
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
    """The same event, moved to another session that began then."""
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


def openings(folder: Path, rounds: int) -> tuple[list[tuple[str, float, float, float]], float]:
    """From the key to the painted page, in the real program at a real window where there is a
    screen: rows, and the first opening's ratio to the yardstick's, taken in turns."""
    bare, first, later, cold = [], [], [], []
    with screen() as environment:
        environment["BACKSTRETCH_HOME"] = str(folder)
        for _ in range(rounds):
            bare += opening("bare", environment)
            opened = opening("2", environment)
            first.append(opened[0])
            later += opened[1:]
            cold.append(opening("0", environment)[0])
    rows = [
        ("sixty plain labels open, the first time", *spread(bare)),
        ("the week page, the key pressed with the first paint", *spread(cold)),
        ("the week page, the first time in a start", *spread(first)),
        ("the week page, later", *spread(later)),
    ]
    return rows, median(first) / median(bare)


def opening(how: str, environment: Mapping[str, str]) -> list[float]:
    done = subprocess.run(
        [sys.executable, "-m", "bench.opening", how],
        cwd=CHECKOUT,
        env=dict(environment),
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    if done.returncode != 0 or not done.stdout.strip():
        sys.exit(f"the program did not open its history:\n{done.stderr}")
    return [float(line) for line in done.stdout.split()]


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
