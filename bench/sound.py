"""How exactly a session is heard, what making its sound costs, and how well it is understood.

    python3 dev.py bench sound [--seconds N] [--busy] [--no-words]

Plays each move for N seconds in the real program, its sound going to a PulseAudio server of the
bench's own with a null sink, and records that sink's monitor. Of every phase that begins in its
time and in silence it measures how long after the phase's begin something is heard; then, for a
minute of kicks without words, how far the ticks are off their even grid. A constant latency, of
device and recording, is told apart from what varies. Then tones and
speech are paused and tones turned down, and it measures for how long they are still heard after
that. `--busy` keeps two cores busy meanwhile.

What the sound process costs is measured in another session, recorded in blocks of 60 ms: shorter
ones make the sound server ask for less sound at a time than a loudspeaker does, and without any a
null sink sleeps for up to two seconds.

Last, an independent speech recogniser (PyPI pocketsphinx, small, English) listens to the English
lines of four words and more, recorded and from espeak-ng; told is the share of words it got in
order. For German there is no such listener: run with LANGUAGE=de for the timing alone.

Aims: p99 at most 40 ms, ticks within 5 ms (p99), silent within 50 ms, 0.6 CPU seconds a minute of
the sound process, 60 % of the words. What is said when is `dev.py bench said`.
"""

import argparse
import json
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from statistics import median
from typing import Any

from bench.measure import CHECKOUT, home, percentile, table, verdict
from bench.null_sink import RATE, Recording, null_sink, recorded_while

AIM_MS, AIM_TICK_MS, AIM_DROP_MS, AIM_CPU, AIM_WORDS = 40.0, 5.0, 50.0, 0.6, 60.0
BEFORE_SECONDS, AFTER_SECONDS = 0.12, 0.35
LOUD = 10 ** (-48 / 20)
QUIET_SECONDS = 0.04


def onset(recording: Recording, begin: float) -> float | None:
    """Seconds from `begin` to the first audible sample; None if it was not silent just before, or
    nothing is heard soon after."""
    first = recording.frame(begin - BEFORE_SECONDS)
    samples = recording.samples[first : first + round((BEFORE_SECONDS + AFTER_SECONDS) * RATE)]
    if first < 0 or len(samples) < RATE * AFTER_SECONDS:
        return None
    heard = next((i for i, value in enumerate(samples) if _loud(value)), None)
    if heard is None or heard < QUIET_SECONDS * RATE:
        return None
    return heard / RATE - BEFORE_SECONDS


def latencies(recording: Recording, begins: Sequence[float]) -> list[float]:
    """In milliseconds, of those phases that can be measured."""
    found = (onset(recording, begin) for begin in begins)
    return [1000 * one for one in found if one is not None]


def lasting(recording: Recording, commands: Sequence[float]) -> list[float]:
    """For how many milliseconds after each command something is still heard; of those only before
    which something was."""
    found = []
    for command in commands:
        before, first = recording.frame(command - BEFORE_SECONDS), recording.frame(command)
        after = recording.samples[first : recording.frame(command + AFTER_SECONDS)]
        if before >= 0 and any(_loud(value) for value in recording.samples[before:first]):
            last = max((i for i, value in enumerate(after, 1) if _loud(value)), default=0)
            found.append(1000 * last / RATE)
    return found


def _loud(value: int) -> bool:
    return abs(value) > LOUD * 32768


def started(name: str, wanted: object, environment: Mapping[str, str]) -> "subprocess.Popen[str]":
    """A session of `sounding.py`; `wanted` is what it takes, as JSON."""
    command = [sys.executable, "-m", "bench.sounding", name, json.dumps(wanted)]
    return subprocess.Popen(
        command, cwd=CHECKOUT, env=dict(environment), stdout=subprocess.PIPE, text=True
    )


def told_by(child: "subprocess.Popen[str]") -> Any:
    """What the child printed, once it has ended."""
    printed = child.stdout.read() if child.stdout is not None else ""
    if child.wait() != 0:
        sys.exit("the session did not run; its message is above")
    return json.loads(printed.splitlines()[-1])


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
    with null_sink(environment) as heard, busy_cores(2 if busy else 0):
        with home(heard) as fresh:
            child = started("timed", seconds, fresh)
            recording = recorded_while(child, fresh)
            told = told_by(child)
        with home(heard) as fresh:
            child = started("cost", seconds / 2, fresh)
            recorded_while(child, fresh, block_milliseconds=60)
            cost = told_by(child)
    report_timing(recording, told)
    print(verdict("the sound process", cost, AIM_CPU, " CPU s/min"))


def report_timing(recording: Recording, told: Mapping[str, Sequence[float]]) -> None:
    phases, jumps, kicks = (told[name] for name in ("by time", "by command", "kicks"))
    begins, after, ticks = (latencies(recording, each) for each in (phases, jumps, kicks))
    names = ("tones paused", "tones turned down", "speech paused")
    drops = {name: (told[name], lasting(recording, told[name])) for name in names}
    if not begins or not after or not ticks or not all(found for _, found in drops.values()):
        sys.exit("nothing was heard")
    usual = median(begins)
    off = [abs(one - usual) for one in begins]
    jitter = [abs(one - median(ticks)) for one in ticks]
    found = [
        ("phase begin to sound", phases, begins),
        ("  without what is constant", phases, off),
        ("begun by a command", jumps, after),
        ("tick off its grid", kicks, jitter),
        *((f"{name}, silent after", *each) for name, each in drops.items()),
    ]
    rows = [
        [name, f"{len(values)} of {len(all_)}", median(values), percentile(values, 99), max(values)]
        for name, all_, values in found
    ]
    print(table(["milliseconds", "measured", "p50", "p99", "most"], rows))
    print(f"loudest: {recording.peak_decibels:.1f} dBFS")
    print(verdict("phase begin to sound, p99", percentile(begins, 99), AIM_MS, " ms"))
    print(verdict("tick off its grid, p99", percentile(jitter, 99), AIM_TICK_MS, " ms"))
    most = max(max(values) for _, values in drops.values())
    print(verdict("silent after a command", most, AIM_DROP_MS, " ms"))


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--seconds", type=float, default=40.0, help="of each move")
    parser.add_argument("--busy", action="store_true", help="with two busy cores")
    parser.add_argument("--no-words", action="store_true", help="leave the recogniser out")
    options = parser.parse_args()
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
