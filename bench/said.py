"""Everything that is said in a whole session: its begin beside its phase, its end beside its room.

    python3 dev.py bench said [--level full|cues] [--language en|de] [--sessions N]
                              [--recorded] [--tones] [--wav FILE]

Prints a table with a row for each utterance, and how many are late, cut or left out. Without
`--recorded` it follows from the plan, in a second. With it the session is played in the real
program, in real time, to a PulseAudio null sink; each utterance is then looked for in the
recording, by its wave. `--sessions` is how often the moves were
done before (less is taught then), `--tones` gives each breath its tone, `--wav` keeps what was
recorded.

The columns, in seconds: `at` from the session's begin, `phase+` from the begin of the phase in
which it begins, `takes`, `left` from its end until it would be late; and of a recording `off`, from
when it was to begin to when it was heard, and `end`, how loud its last quarter of a second was, as
a share of what was expected at the usual volume. Late is more than 0.1 s, cut is less than half.
"""

import argparse
import os
import sys
import wave
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from operator import mul
from statistics import median
from typing import Any

from backstretch.ports import Level
from backstretch.system.sound.mixer import RATE
from backstretch.system.voice.engines.engine import NoEngineError, Renderer
from bench.measure import home, percentile
from bench.null_sink import Recording, null_sink, recorded_while
from bench.said_plan import Said, planned
from bench.sound import started, told_by

LATE_SECONDS, CUT_SHARE = 0.1, 0.5
THIN_RATE = 3000
EARLY_SECONDS, LATEST_SECONDS = 0.2, 0.5
COMPARED_SECONDS, TAIL_SECONDS = 0.8, 0.25
LEAST_LIKENESS = 0.25


@dataclass(frozen=True, slots=True)
class Heard:
    """`off` is the seconds from when it was to begin to when it was heard; None if it was not.
    `tail` is how loud its end was, as a share of what was expected."""

    off: float | None
    tail: float = 0.0


def thinned(samples: Sequence[int]) -> list[float]:
    """At `THIN_RATE` a second: each the mean of those it stands for."""
    step = RATE // THIN_RATE
    return [sum(samples[i : i + step]) / step for i in range(0, len(samples) - step + 1, step)]


def likeness(expected: Sequence[float], heard: Sequence[float]) -> float:
    """-1 to 1: how alike two waves are, whatever their volume. Other sounds that are mixed in make
    it smaller but do not shift it."""
    power = (sum(map(mul, expected, expected)) * sum(map(mul, heard, heard))) ** 0.5
    return sum(map(mul, expected, heard)) / power if power else 0.0


def found(recording: Recording, samples: Sequence[int], begin: float) -> Heard:
    """What is heard of an utterance with these samples that was to begin at `begin` on the session
    clock."""
    expected = thinned(samples)
    first = recording.frame(begin - EARLY_SECONDS)
    last = recording.frame(begin + LATEST_SECONDS) + len(samples)
    heard = thinned(recording.samples[max(0, first) : last])
    compared = min(len(expected), round(COMPARED_SECONDS * THIN_RATE))
    places = range(min(round((EARLY_SECONDS + LATEST_SECONDS) * THIN_RATE), len(heard) - compared))
    alike = [(likeness(expected[:compared], heard[i : i + compared]), i) for i in places]
    best, place = max(alike, default=(0.0, 0))
    if best < LEAST_LIKENESS:
        return Heard(None)
    off = place / THIN_RATE - EARLY_SECONDS
    count = min(len(samples), round(TAIL_SECONDS * RATE))
    last = recording.frame(begin + off) + len(samples)
    return Heard(off, _power(recording.samples[last - count : last]) / _power(samples[-count:]))


def _power(samples: Sequence[int]) -> float:
    """Root of the mean square; hissing consonants are no wave that could be compared."""
    return (sum(map(mul, samples, samples)) / (len(samples) or 1)) ** 0.5 or 1.0


def renderer(language: str) -> Renderer:
    """What speaks this language in the program, where it is rendered."""
    from backstretch.system.voice.engines.espeak import EspeakRenderer
    from backstretch.system.voice.engines.recorded import RecordedRenderer

    try:
        return RecordedRenderer() if language == "en" else EspeakRenderer(language)
    except NoEngineError as error:
        sys.exit(f"nothing here speaks that language: {error}")


def recorded(
    level: Level, language: str, sessions: int, tones: bool
) -> tuple[Recording, list[Said], float]:
    """A whole session in real time; when it began on the session clock."""
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "LANGUAGE": language}
    chosen = {"voice_level": level, "language": language}
    chosen |= {"breath_sounds": "always" if tones else "never"}
    with null_sink(environment) as heard, home(heard) as fresh:
        child = started("whole", {"chosen": chosen, "sessions": sessions}, fresh)
        recording = recorded_while(child, fresh)
        told: Mapping[str, Any] = told_by(child)
    said = [Said(**one) for one in told["said"]]
    return recording, said, told["began"]


def report(said: Sequence[Said], heard: Sequence[Heard | None]) -> None:
    usual = median([one.off for one in heard if one and one.off is not None] or [0.0])
    volume = median([one.tail for one in heard if one and one.off is not None] or [1.0])
    heard = [one and replace(one, tail=one.tail / volume) for one in heard]
    faults = []
    print(_row("at", "phase+", "takes", "left", "off", "end", "phase", "", ""))
    for one, ears in zip(said, heard, strict=True):
        off = None if ears is None or ears.off is None else ears.off - usual
        faults.append(_fault(one, ears, off))
        print(_row(*_times(one), *_ears(ears, off), one.phase, faults[-1], one.text))
    counts = {name: faults.count(name) for name in ("late", "cut", "left out", "not found")}
    print(f"{len(said)} utterances; " + ", ".join(f"{n} {name}" for name, n in counts.items()))
    offs = [abs(one.off - usual) for one in heard if one and one.off is not None]
    if offs:
        print(
            f"begin off by p50 {1000 * median(offs):.0f} ms, p99 {1000 * percentile(offs, 99):.0f}"
            f" ms, besides a constant {1000 * usual:.0f} ms"
        )


def _row(*cells: str) -> str:
    *numbers, phase, fault, text = cells
    return " ".join(f"{each:>6}" for each in numbers) + f"  {phase:<32} {fault:<9} {text}"


def _fault(one: Said, ears: Heard | None, off: float | None) -> str:
    if one.left_out:
        return "left out"
    if ears is not None and off is None:
        return "not found"
    if one.begin + (off or 0.0) > one.due + LATE_SECONDS or one.left + 0.05 < (off or 0.0):
        return "late"
    return "cut" if ears is not None and ears.tail < CUT_SHARE else ""


def _times(one: Said) -> list[str]:
    return [f"{value:.2f}" for value in (one.begin, one.from_phase, one.seconds, one.left)]


def _ears(ears: Heard | None, off: float | None) -> list[str]:
    if ears is None or off is None:
        return ["", ""]
    return [f"{off:+.3f}", f"{ears.tail:.0%}"]


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--level", choices=("full", "cues"), default="full")
    parser.add_argument("--language", choices=("en", "de"), default="en")
    parser.add_argument("--sessions", type=int, default=0, help="done before")
    parser.add_argument("--recorded", action="store_true", help="play and record it, in real time")
    parser.add_argument("--tones", action="store_true", help="with a tone for each breath")
    parser.add_argument("--wav", help="where to keep the recording")
    options = parser.parse_args()
    voice = renderer(options.language)
    if not options.recorded:
        said = planned(options.level, options.language, options.sessions, voice.seconds)
        report(said, [None] * len(said))
        return
    recording, said, began = recorded(
        options.level, options.language, options.sessions, options.tones
    )
    if options.wav:
        keep(recording, options.wav)
    heard = [
        None if one.left_out else found(recording, voice.render(one.text), one.begin)
        for one in said
    ]
    report([one.since(began) for one in said], heard)


def keep(recording: Recording, file: str) -> None:
    with wave.open(file, "wb") as sound:
        sound.setnchannels(1)
        sound.setsampwidth(2)
        sound.setframerate(RATE)
        sound.writeframes(recording.samples.tobytes())


if __name__ == "__main__":
    main()
