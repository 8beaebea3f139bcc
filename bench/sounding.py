"""Sessions in the real program whose sound is measured: the children of `sound.py` and `said.py`.

python3 -m bench.sounding timed|cost|whole JSON    (prints JSON)
"""

import contextlib
import json
import os
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any, cast

from backstretch.app.familiar import Known
from backstretch.guide import utterances
from backstretch.guide.coaching import Familiarity
from backstretch.guide.driver import Driver
from backstretch.ports import Utterance
from backstretch.session import clock
from backstretch.session.commands import EndEarly, Jump, Pause, Play
from backstretch.session.happenings import PhaseEntered
from backstretch.system.voice.protocol import Began, Late, Report, Request
from bench.play import wait
from bench.real_program import opened
from bench.said_plan import Said, phase_words

KICK_SECONDS = 60.0
SETTLE_MS = 3000
DROPS = 8
FAREWELL_SECONDS = 9.0
BREATHS, KICKS = 1, -1
"""The moves to hear tones and ticks in, as indices."""


class Sounding:
    """The real program with a session begun. `asked` and `reported` hold what went to the sound
    process and what came from it, each with its time; `begun` when phases began, `commanded` which
    of those times were a command's, and `phases` what each was."""

    def __init__(self, sessions: int = 0, **chosen: object) -> None:
        """`sessions` is how often the moves were done before; `chosen` are settings."""
        self.app, self.program = opened()
        self.program.settings.change(**chosen)
        self.program.guidance.connect_desktop()
        self.asked: list[tuple[float, Request]] = []
        self.reported: list[tuple[float, Report]] = []
        self._watch_link()
        self._know(sessions)
        self.driver: Driver = self.program.sessions.driver()
        self.begun: list[float] = []
        self.commanded: set[float] = set()
        self.phases: list[tuple[float, str]] = []
        self.driver.happened.connect(self._note)
        self.driver.commanded.connect(
            lambda happenings: self.commanded.update(one.at for one in happenings)
        )
        wait(SETTLE_MS)
        self.program.actions["start"].trigger()
        assert self.driver.state is not None
        self.moves = len(self.driver.state.plan.choices)

    def go_to(self, move: int) -> None:
        """Begins that move at once."""
        self.driver.command(Jump(move % self.moves))
        self.driver.command(EndEarly())

    def due(self) -> set[float]:
        """The times for which something was asked to be heard, to the millisecond. A phase without
        any of its own may begin in a pause of what is being said."""
        return {round(getattr(wanted, "at", None) or 0.0, 3) for _, wanted in self.asked}

    def _note(self, one: object) -> None:
        if isinstance(one, PhaseEntered) and self.driver.timeline is not None:
            self.begun.append(one.at)
            self.phases.append((one.at, phase_words(self.driver.timeline.phases[one.index])))

    def _know(self, sessions: int) -> None:
        guidance: Any = self.program.guidance
        begin = guidance.begin

        def begun(known: Known) -> None:
            familiar = Familiarity(sessions, 1 if sessions else None)
            begin(Known(dict.fromkeys(known.moves, familiar), sessions))

        guidance.begin = begun

    def _watch_link(self) -> None:
        desktop: Any = self.program.guidance._desktop
        link = desktop.voice
        send, hear = link.send, link._hear

        def sent(wanted: Request) -> None:
            self.asked.append((clock.now(), wanted))
            send(wanted)

        def heard(said: Report) -> None:
            self.reported.append((clock.now(), said))
            hear(said)

        link.send, link._hear = sent, heard


def timed(seconds: float) -> dict[str, list[float]]:
    """When each phase began, on the session clock, and when something was to fall silent."""
    session = Sounding()
    for index in range(session.moves):
        session.go_to(index)
        wait(round(seconds * 1000))
    due = session.due()
    told = {
        "by time": [
            at for at in session.begun if at not in session.commanded and round(at, 3) in due
        ],
        "by command": [at for at in session.begun if at in session.commanded],
        "kicks": _kicks(session),
        "speech paused": _speech_paused(session),
        "tones turned down": _turned_down(session),
        "tones paused": _tones_paused(session),
    }
    session.program.close()
    return told


def _kicks(session: Sounding) -> list[float]:
    session.program.settings.change(voice_level="silent")
    session.go_to(KICKS)
    wait(1000)
    session.begun.clear()
    wait(round(KICK_SECONDS * 1000))
    return list(session.begun)


def _speech_paused(session: Sounding) -> list[float]:
    """Pauses in the middle of explanations. "Paused" is left out, as it would be heard at once."""
    said, utterances.pausing = utterances.pausing, cast(Any, lambda _level: None)
    session.program.settings.change(voice_level="full", sounds_volume=0.0)
    times: list[float] = []
    for turn in range(DROPS):
        session.driver.command(Jump(turn % session.moves))
        wait(1500 + 130 * turn)
        times.append(clock.now())
        session.driver.command(Pause())
        wait(700)
        session.driver.command(Play())
    utterances.pausing = said
    session.program.settings.change(voice_level="silent", sounds_volume=1.0)
    return times


def _turned_down(session: Sounding) -> list[float]:
    change = session.program.settings.change
    was = session.program.settings.now.sounds_volume
    change(breath_sounds="always")
    session.go_to(BREATHS)
    times: list[float] = []
    for _ in range(DROPS):
        _into_a_breath(session.driver)
        times.append(clock.now())
        change(sounds_volume=0.0)
        wait(500)
        change(sounds_volume=was)
    return times


def _tones_paused(session: Sounding) -> list[float]:
    times: list[float] = []
    for _ in range(DROPS):
        _into_a_breath(session.driver)
        times.append(clock.now())
        session.driver.command(Pause())
        wait(700)
        session.driver.command(Play())
    return times


def _into_a_breath(driver: Driver) -> None:
    """Waits for the middle of a phase with a breath that was not interrupted."""
    entered: list[object] = []

    def note(one: object) -> None:
        if isinstance(one, PhaseEntered):
            entered.append(one)

    driver.happened.connect(note)
    moment = driver.moment
    while not entered or moment is None or moment.phase.breath not in ("in", "out"):
        entered.clear()
        wait(20)
        moment = driver.moment
    driver.happened.disconnect(note)
    wait(900)


def cost(seconds: float) -> float:
    """CPU seconds a minute of the sound process, over the same time of each move."""
    session = Sounding()
    process = sound_process(lambda: wait(200))
    spent, since = _cpu_seconds(process), clock.now()
    for index in range(session.moves):
        session.go_to(index)
        wait(round(seconds * 1000))
    found = (_cpu_seconds(process) - spent) * 60 / (clock.now() - since)
    session.program.close()
    return found


def sound_process(pause: Callable[[], None]) -> int:
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


def whole(wanted: Mapping[str, Any]) -> dict[str, object]:
    """A whole session, with the settings `chosen` and `sessions` done before: all that was said."""
    session = Sounding(wanted["sessions"], **wanted["chosen"])
    driver = session.driver
    while driver.state is not None and not driver.state.over:
        wait(200)
    wait(round(FAREWELL_SECONDS * 1000))
    told = {"began": session.begun[0], "said": [asdict(one) for one in said(session)]}
    session.program.close()
    return told


def said(session: Sounding) -> Iterator[Said]:
    """What the sound process said that it began, or that there was no time for."""
    asked = [(at, one) for at, one in session.asked if isinstance(one, Utterance)]
    for at, report in session.reported:
        if not isinstance(report, Began | Late):
            continue
        mine = [
            one for one in asked if one[0] <= at and report.text in (one[1].text, one[1].shorter)
        ]
        if not mine:
            continue
        asked_at, wanted = mine[-1]
        asked.remove(mine[-1])
        is_left_out = isinstance(report, Late)
        begin = max(at, wanted.at or 0.0) if not is_left_out else wanted.at or asked_at
        due = begin if wanted.at is None else wanted.at
        length = 0.0 if isinstance(report, Late) else report.seconds - max(0.0, begin - at)
        before = [one for one in session.phases if one[0] <= begin + 0.06] or session.phases[:1]
        yield Said(
            report.text,
            due,
            begin,
            length,
            (wanted.at or asked_at) + wanted.room,
            before[-1][1],
            before[-1][0],
            is_left_out,
        )


if __name__ == "__main__":
    children: dict[str, Callable[[Any], object]] = {"timed": timed, "cost": cost, "whole": whole}
    print(json.dumps(children[sys.argv[1]](json.loads(sys.argv[2]))))
