"""Child processes that play a session under a fast clock until they are killed.

Run as a program: for each line on stdin (journal path, tab, session id, tab, seed) it forks a child
and waits until the child is dead. The child prints, one number per line, how many reps of its
session are known to be committed. Everything is imported before the first fork, to save time.
"""

import os
import random
import signal
import sys
from datetime import datetime, timedelta, timezone
from pathlib import Path

from backstretch.assets import folder
from backstretch.figure.poses import load_poses
from backstretch.history.store import Journal
from backstretch.routine.load import load
from backstretch.session import player
from backstretch.session.commands import Play, Toggle
from backstretch.session.happenings import RepDone
from backstretch.session.plan import plan_for

BEGAN = datetime(2026, 11, 16, 18, 30, tzinfo=timezone(timedelta(hours=2)))
STEP_SECONDS = 0.5
"""How far the session's clock advances in each turn of the loop."""


def play(path: Path, identity: str, seed: int, routine: object, poses: object) -> None:
    chance = random.Random(seed)
    journal = Journal(path, BEGAN.date())
    state = player.begin(routine, plan_for(routine), poses)
    now, reps, command = 0.0, 0, Play()
    while not state.over:
        state, happened = player.step(state, command, now)
        for one in happened:
            journal.record(identity, one, BEGAN + timedelta(seconds=now))
            reps += isinstance(one, RepDone)
        if happened and chance.random() < 0.6 and journal.flush():
            os.write(1, f"{reps}\n".encode())
        command = Toggle() if chance.random() < 0.02 else None
        now += STEP_SECONDS
    journal.close()
    os.write(1, f"{reps}\n".encode())


def main() -> None:
    poses = load_poses()
    loaded = load(folder("routines") / "balanced-back.yaml", poses)
    if loaded.routine is None:
        sys.exit("the routine does not load")
    print("ready", flush=True)
    for line in sys.stdin:
        path, identity, seed = line.rstrip("\n").split("\t")
        child = os.fork()
        if child == 0:
            signal.alarm(20)
            play(Path(path), identity, int(seed), loaded.routine, poses)
            os._exit(0)
        print(f"pid {child}", flush=True)
        # WNOWAIT keeps the process id reserved until the parent knows of the death, so that it
        # cannot kill another process by that id.
        os.waitid(os.P_PID, child, os.WEXITED | os.WNOWAIT)
        print("dead", flush=True)
        os.waitpid(child, 0)


if __name__ == "__main__":
    main()
