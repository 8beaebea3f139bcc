"""How late cues come in the real window, and whether a session drifts from its score.

    python3 dev.py bench clock [--minutes N]

Plays for N minutes with nothing else running, then again with one core loaded. A cue is late by
what the session clock reads when the window is told of a phase, less the phase's own time.
Aims: 5 ms for 99 of 100 cues when nothing else runs; the last phase within 20 ms of the score.
"""

import argparse
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from PySide6.QtCore import QTimer

from backstretch.app.program import Program
from backstretch.session import clock
from backstretch.session.happenings import PhaseEntered
from bench.measure import CHECKOUT, home, percentile, screen, table, verdict
from bench.real_program import opened

P99_AIM_MS = 5.0
DRIFT_AIM_MS = 20.0


class Stopwatch:
    """Records how late each cue came and how far the phases drifted."""

    def __init__(self, program: Program) -> None:
        self._program = program
        self._first: tuple[float, float] | None = None
        self.late_ms: list[float] = []
        self.drift_ms = 0.0
        self._driver = program.sessions.driver()
        self._driver.happened.connect(self._hear)

    def _hear(self, happening: object) -> None:
        now = clock.now()
        state = self._driver.state
        if not isinstance(happening, PhaseEntered) or state is None:
            return
        phase = state.timeline.phases[happening.index]
        if phase.kind == "lead-in":
            return
        if self._first is None:
            self._first = (happening.at, phase.start)
            return
        self.late_ms.append((now - happening.at) * 1000)
        begun, place = self._first
        self.drift_ms = ((now - begun) - (phase.start - place)) * 1000


def play(minutes: float) -> None:
    """The child: plays and prints `late` in ms, space between, then the drift of the last phase."""
    app, program = opened()
    stopwatch = Stopwatch(program)

    def begin() -> None:
        program.actions["start"].trigger()
        program.actions["go-on"].trigger()

    QTimer.singleShot(1000, begin)
    QTimer.singleShot(int(1000 + minutes * 60_000), app.quit)
    app.exec()
    program.close()
    print(*(f"{late:.3f}" for late in stopwatch.late_ms))
    print(f"{stopwatch.drift_ms:.3f}")


@contextmanager
def one_core_loaded() -> Iterator[None]:
    busy = subprocess.Popen([sys.executable, "-c", "while True: pass"])
    try:
        yield
    finally:
        busy.kill()
        busy.wait()


def measured(minutes: float, environment: Mapping[str, str]) -> tuple[list[float], float]:
    done = subprocess.run(
        [sys.executable, "-m", "bench.clock", "--child", "--minutes", str(minutes)],
        cwd=CHECKOUT,
        env=dict(environment),
        capture_output=True,
        text=True,
        check=False,
    )
    lines = done.stdout.splitlines()
    if done.returncode != 0 or len(lines) < 2 or not lines[-2]:
        sys.exit(f"no session was played:\n{done.stderr}")
    return [float(late) for late in lines[-2].split()], float(lines[-1])


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--minutes", type=float, default=1.0)
    parser.add_argument("--child", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.child:
        play(options.minutes)
        return
    with screen() as environment:
        with home(environment) as fresh:
            idle, drift = measured(options.minutes, fresh)
        with one_core_loaded(), home(environment) as fresh:
            loaded, loaded_drift = measured(options.minutes, fresh)
    rows = [
        [name, len(late), percentile(late, 50), percentile(late, 99), max(late), last]
        for name, late, last in (("idle", idle, drift), ("one core busy", loaded, loaded_drift))
    ]
    print(table(["ms late", "cues", "median", "p99", "most", "last phase"], rows))
    print(verdict("p99 with nothing else running", percentile(idle, 99), P99_AIM_MS, " ms"))
    print(verdict("drift of the last phase", abs(drift), DRIFT_AIM_MS, " ms"))
    print(f"load average now: {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores")


if __name__ == "__main__":
    main()
