"""Killing a running session at a random moment loses nothing that was committed.

The environment variable `BACKSTRETCH_KILLS` sets the number of kills, 20 by default.
"""

import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from backstretch.assets import folder
from backstretch.figure.poses import load_poses
from backstretch.history.reading import Reading
from backstretch.history.store import Journal
from backstretch.history.unfinished import last_unfinished
from backstretch.routine.load import load
from backstretch.session import player
from backstretch.session.commands import Play
from backstretch.session.plan import from_json
from tests.history.diary import MONDAY

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="kills children by fork")

WORDS = (0, 1, 3, 10, 30, 50)
"""The child is killed a moment after it has reported one of these numbers of committed reps."""
KILLS = int(os.environ.get("BACKSTRETCH_KILLS", "20"))
CHECKOUT = Path(__file__).resolve().parents[2]


@pytest.fixture
def nursery() -> Iterator[subprocess.Popen[str]]:
    with subprocess.Popen(
        [sys.executable, str(Path(__file__).with_name("nursery.py"))],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=CHECKOUT,
        env={**os.environ, "PYTHONPATH": str(CHECKOUT)},
    ) as running:
        assert running.stdout is not None and running.stdin is not None
        assert running.stdout.readline() == "ready\n"
        yield running
        running.stdin.close()


def killed(nursery: subprocess.Popen[str], path: Path, identity: str, seed: int) -> int:
    """Plays a session and kills it at a random moment. Returns how many reps it had reported as
    committed."""
    assert nursery.stdin is not None and nursery.stdout is not None
    nursery.stdin.write(f"{path}\t{identity}\t{seed}\n")
    nursery.stdin.flush()
    chance = random.Random(seed)
    pid = 0
    said = 0
    last_word = chance.choice(WORDS)
    while (line := nursery.stdout.readline().strip()) != "dead":
        if line.startswith("pid"):
            pid = int(line.removeprefix("pid"))
        else:
            said = max(said, int(line))
        if pid and said >= last_word:
            time.sleep(chance.random() * 0.02)
            os.kill(pid, signal.SIGKILL)
            last_word = 10**9
    return said


def test_kills_lose_nothing_committed(nursery: subprocess.Popen[str], tmp_path: Path) -> None:
    path = tmp_path / "data" / "journal.db"
    committed: dict[str, int] = {}
    for number in range(KILLS):
        identity = f"session-{number}"
        committed[identity] = killed(nursery, path, identity, number)
        with closing(sqlite3.connect(path)) as connection:
            assert connection.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
        found = Reading(path).session(identity)
        assert committed[identity] == 0 or found is not None
        assert found is None or found.reps >= committed[identity]
    reading = Reading(path)
    for identity, reps in committed.items():
        found = reading.session(identity)
        assert reps == 0 or (found is not None and found.reps >= reps), identity
    assert max(committed.values()) > 20, "some ran well into the session"


def test_a_killed_session_is_resumed_where_it_was(
    nursery: subprocess.Popen[str], tmp_path: Path
) -> None:
    path = tmp_path / "data" / "journal.db"
    seed = next(s for s in range(99) if random.Random(s).choice(WORDS) == 30)
    assert killed(nursery, path, "cut-off", seed) >= 30
    unfinished = last_unfinished(Reading(path))
    assert unfinished is not None and unfinished.id == "cut-off"
    assert 0 < unfinished.move < len(unfinished.session.moves)
    poses = load_poses()
    routine = load(folder("routines") / "balanced-back.yaml", poses).routine
    assert routine is not None
    plan = from_json(routine, unfinished.plan)
    state = player.resume(routine, plan, unfinished.happenings, ways=poses)
    assert player.moment(state, 0.0).moves == tuple(state.tally.progress())
    journal = Journal(path, MONDAY.date())
    now, command = 0.0, Play()
    while not state.over:
        state, happened = player.step(state, command, now)
        for one in happened:
            journal.record(unfinished.id, one, MONDAY)
        now, command = now + 1.0, None
    assert journal.close()
    session = Reading(path).session("cut-off")
    assert session is not None and session.status == "finished"
    left = [move.id for move in session.moves if not move.skipped and move.done < move.planned]
    assert left == []
