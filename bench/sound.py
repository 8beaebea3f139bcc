"""How exactly a session is heard, what making its sound costs, and how well it is understood.

    python3 dev.py bench sound [--seconds N] [--busy] [--no-words]

Plays each move for N seconds in the real program, its sound going to a PulseAudio server of the
bench's own with a null sink, and records that sink's monitor. Of every phase that begins in its
time and in silence it measures how long after the phase's begin something is heard; then, for a
minute of kicks without words, how far the ticks are off their even grid. A constant latency, of
device and recording, is told apart from what varies. `--busy` keeps two cores busy meanwhile.

Last, an independent speech recogniser (PyPI pocketsphinx, small, English) listens to the English
lines of four words and more, recorded and from espeak-ng; told is the share of words it got in
order. For German there is no such listener: run with LANGUAGE=de for the timing alone.

Aims: p99 at most 40 ms, ticks within 5 ms (p99), 0.6 CPU seconds a minute of the sound process,
60 % of the words.
"""

import argparse
import contextlib
import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, Any

from backstretch.session import clock
from bench.measure import CHECKOUT, home, percentile, table, verdict
from bench.null_sink import RATE, Recording, null_sink, recorded_while

if TYPE_CHECKING:
    from backstretch.app.guidance import Guidance

AIM_MS, AIM_TICK_MS, AIM_CPU, AIM_WORDS = 40.0, 5.0, 0.6, 60.0
KICK_SECONDS = 60.0
SETTLE_SECONDS = 3.0
BEFORE_SECONDS, AFTER_SECONDS = 0.12, 0.35
LOUD = 10 ** (-48 / 20)
QUIET_SECONDS = 0.04


# --- the child: a session in the real program ---------------------------------------------------


def play(seconds: float) -> None:
    """Prints, as JSON, the begin of each phase on the session clock and the CPU time spent."""
    from backstretch.session.commands import EndEarly, Jump, Play
    from backstretch.session.happenings import PhaseEntered
    from bench.play import wait
    from bench.real_program import opened

    _app, program = opened()
    program.guidance.connect_desktop()
    wait(round(SETTLE_SECONDS * 1000))
    program.actions["start"].trigger()
    driver = program.sessions.driver()
    assert driver.state is not None
    due = _watch_due(program.guidance)
    begun: list[float] = []
    commanded: set[float] = set()
    driver.commanded.connect(lambda happenings: commanded.update(one.at for one in happenings))
    driver.happened.connect(
        lambda one: begun.append(one.at) if isinstance(one, PhaseEntered) else None
    )
    process = _sound_process(lambda: wait(200))
    spent, since = _cpu_seconds(process), clock.now()
    moves = len(driver.state.plan.choices)
    for index in range(moves):
        driver.command(Jump(index) if index else Play())
        driver.command(EndEarly())
        wait(round(seconds * 1000))
    cost = (_cpu_seconds(process) - spent) * 60 / (clock.now() - since)
    by_time = [at for at in begun if at not in commanded and round(at, 3) in due]
    by_command = [at for at in begun if at in commanded]
    program.settings.change(voice_level="silent")
    driver.command(Jump(moves - 1))
    driver.command(EndEarly())
    wait(1000)
    begun.clear()
    wait(round(KICK_SECONDS * 1000))
    print(json.dumps({"by time": by_time, "by command": by_command, "kicks": begun, "cpu": cost}))
    program.close()


def _watch_due(guidance: "Guidance") -> set[float]:
    """The times for which something was asked to be heard, to the millisecond. A phase without any
    of its own may begin in a pause of what is being said."""
    assert guidance._desktop is not None
    link: Any = guidance._desktop.voice
    due: set[float] = set()
    send = link.send

    def watched(wanted: Any) -> None:
        due.add(round(getattr(wanted, "at", None) or 0.0, 3))
        send(wanted)

    link.send = watched
    return due


def _sound_process(pause: Callable[[], None]) -> int:
    """The id of our child that makes the sound, once it has started."""
    for _ in range(100):
        for each in Path("/proc").glob("[0-9]*"):
            with contextlib.suppress(OSError):
                parent = (each / "stat").read_text().rpartition(")")[2].split()[1]
                if int(parent) == os.getpid() and b"--sound" in (each / "cmdline").read_bytes():
                    return int(each.name)
        pause()
    sys.exit("no sound process was started")


def _cpu_seconds(process: int) -> float:
    fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


# --- the parent: measures what was recorded -----------------------------------------------------


def onset(recording: Recording, begin: float) -> float | None:
    """Seconds from `begin` to the first audible sample; None if it was not silent just before, or
    nothing is heard soon after."""
    first = recording.frame(begin - BEFORE_SECONDS)
    samples = recording.samples[first : first + round((BEFORE_SECONDS + AFTER_SECONDS) * RATE)]
    if first < 0 or len(samples) < RATE * AFTER_SECONDS:
        return None
    heard = next((i for i, value in enumerate(samples) if abs(value) > LOUD * 32768), None)
    if heard is None or heard < QUIET_SECONDS * RATE:
        return None
    return heard / RATE - BEFORE_SECONDS


def latencies(recording: Recording, begins: Sequence[float]) -> list[float]:
    """In milliseconds, of those phases that can be measured."""
    found = (onset(recording, begin) for begin in begins)
    return [1000 * one for one in found if one is not None]


def listen(seconds: float, environment: Mapping[str, str]) -> tuple[Recording, dict[str, Any]]:
    """A played session: its recording, and what the child printed."""
    command = [sys.executable, "-m", "bench.sound", "--child", "--seconds", str(seconds)]
    child = subprocess.Popen(
        command, cwd=CHECKOUT, env=dict(environment), stdout=subprocess.PIPE, text=True
    )
    recording = recorded_while(child, environment)
    told = child.stdout.read() if child.stdout is not None else ""
    if child.returncode != 0:
        sys.exit("the session did not run; its message is above")
    return recording, json.loads(told.splitlines()[-1])


@contextmanager
def busy_cores(count: int) -> Iterator[None]:
    burners = [subprocess.Popen([sys.executable, "-c", "while True: pass"]) for _ in range(count)]
    try:
        yield
    finally:
        for each in burners:
            each.kill()
            each.wait()


def measure(seconds: float, busy: bool) -> None:
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    with null_sink(environment) as heard, home(heard) as fresh, busy_cores(2 if busy else 0):
        recording, told = listen(seconds, fresh)
    phases, jumps, kicks = (told[name] for name in ("by time", "by command", "kicks"))
    begins, after, ticks = (latencies(recording, each) for each in (phases, jumps, kicks))
    if not begins or not after or not ticks:
        sys.exit("nothing was heard")
    usual = median(begins)
    off = [abs(one - usual) for one in begins]
    jitter = [abs(one - median(ticks)) for one in ticks]
    rows: list[Sequence[object]] = [
        ["phase begin to sound", f"{len(begins)} of {len(phases)}", usual, percentile(begins, 99)],
        ["  without what is constant", "", median(off), percentile(off, 99)],
        ["begun by a command", f"{len(after)} of {len(jumps)}", median(after), max(after)],
        [
            "tick off its grid",
            f"{len(ticks)} of {len(kicks)}",
            median(jitter),
            percentile(jitter, 99),
        ],
    ]
    print(table(["milliseconds", "measured", "p50", "p99"], rows))
    print(f"loudest: {recording.peak_decibels:.1f} dBFS")
    print(verdict("phase begin to sound, p99", percentile(begins, 99), AIM_MS, " ms"))
    print(verdict("tick off its grid, p99", percentile(jitter, 99), AIM_TICK_MS, " ms"))
    print(verdict("the sound process", told["cpu"], AIM_CPU, " CPU s/min"))


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--seconds", type=float, default=40.0, help="of each move")
    parser.add_argument("--busy", action="store_true", help="with two busy cores")
    parser.add_argument("--no-words", action="store_true", help="leave the recogniser out")
    parser.add_argument("--child", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.child:
        play(options.seconds)
        return
    measure(options.seconds, options.busy)
    print(f"load average now: {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores")
    if not options.no_words:
        from bench.listener import words_understood

        shares = words_understood()
        rows = [[name, 100 * share] for name, share in shares]
        print(table(["words understood", "%"], rows))
        best = 100 * max(share for name, share in shares if name.startswith("recorded"))
        print(f"recorded: {best:.0f} %, the aim is {AIM_WORDS:.0f} %")


if __name__ == "__main__":
    main()
