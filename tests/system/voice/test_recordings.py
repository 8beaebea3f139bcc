"""Every English line that can be spoken has a recording of its own, and none is left over."""

import functools
import importlib.util
import json
import math
import sys
from array import array
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as some

from backstretch import assets
from backstretch.figure.poses import load_poses
from backstretch.guide.coaching import Familiarity
from backstretch.guide.repertoire import HIGHEST_NUMBER, repertoire
from backstretch.routine.load import load
from backstretch.session.commands import Gentle
from backstretch.system.sound.mixer import RATE
from backstretch.system.voice.engines.recorded import RecordedRenderer
from backstretch.system.voice.loudness import ACTIVE, LOUDEST_SHARE, PEAK, levelled
from backstretch.system.voice.pieces import Piece, key, pieces, sentences
from backstretch.system.voice.recordings import RECORDED, choice, chosen, recordings
from backstretch.system.voice.stretch import stretched
from tests.guide.ears import Session, spoken

VOICES = assets.folder("resources") / "voices"
MOST_BYTES = 2_500_000


@functools.cache
def script():
    specification = importlib.util.spec_from_file_location("build_voices", VOICES / "build.py")
    module = importlib.util.module_from_spec(specification)
    sys.modules["build_voices"] = module
    specification.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def poses():
    return load_poses()


@pytest.fixture(scope="module")
def routine(poses):
    return load(assets.folder("routines") / "balanced-back.yaml", poses).routine


@pytest.fixture(scope="module")
def lines(poses) -> tuple[str, ...]:
    files = sorted(assets.folder("routines").glob("*.yaml"))
    return repertoire(tuple(load(file, poses).routine for file in files))


@pytest.mark.parametrize("voice", RECORDED)
def test_every_line_is_recorded_as_it_reads_and_none_is_left_over(voice, lines) -> None:
    recorded = recordings(voice).lines
    assert {line.text for line in recorded.values()} == set(lines), (
        "run resources/voices/build.py; it renders what is new"
    )
    assert [key(line.text) for line in recorded.values()] == list(recorded)


@pytest.mark.parametrize("speaker", script().SPEAKERS, ids=lambda one: one.name)
def test_each_recording_was_made_of_its_own_text(speaker) -> None:
    """The digest covers text, model, voice, pace and recipe."""
    content = json.loads((VOICES / f"{speaker.name}.json").read_text(encoding="utf-8"))
    for text, _, _, digest in content["lines"]:
        assert digest == script().made_of(text, speaker), text


@pytest.mark.parametrize("voice", RECORDED)
def test_a_voice_keeps_within_its_size_and_its_index_fits(voice) -> None:
    found = recordings(voice)
    size = found.file.stat().st_size
    assert size + (VOICES / f"{voice}.json").stat().st_size <= MOST_BYTES
    assert max(line.end for line in found.lines.values()) == size
    packed = found.file.read_bytes()
    for line in found.lines.values():
        assert packed[line.begin : line.begin + 4] == b"OggS"


@pytest.mark.parametrize("voice", RECORDED)
def test_recordings_are_as_long_as_listed_soft_at_both_ends_and_equally_loud(voice, lines) -> None:
    renderer = RecordedRenderer(voice)
    for text in lines[::7]:
        samples = renderer.render(text)
        assert len(samples) == pytest.approx(renderer.seconds(text) * RATE, abs=1), text
        assert max(map(abs, samples)) <= 32767 * 10 ** (-1 / 20), text
        assert max(map(abs, [*samples[:60], *samples[-60:]])) < 1500, text
        again = levelled(samples)
        louder = max(map(abs, again)) / max(map(abs, samples))
        assert abs(20 * math.log10(louder)) < 2, text


@pytest.mark.parametrize("voice", RECORDED)
def test_no_line_is_louder_than_the_mixer_is_told(voice, lines) -> None:
    renderer = RecordedRenderer(voice)
    for text in lines:
        samples = renderer.render(text)
        assert max(max(samples), -min(samples)) <= LOUDEST_SHARE * 32767, text
    assert PEAK <= LOUDEST_SHARE * 32767, "and other voices are levelled to less"


@pytest.mark.parametrize("gentler", [False, True])
@pytest.mark.parametrize("level", ["full", "cues"])
def test_whatever_is_said_in_a_session_can_be_put_together(routine, poses, level, gentler) -> None:
    led = Session(routine, poses, level)
    led.play()
    for _ in routine.moves:
        if gentler:
            led.do(Gentle(True))
        led.run(95)
    led.run()
    said = {each for _, one in led.ears.said for each in (one.text, one.shorter) if each}
    assert len(said) > 50
    recorded = recordings("female").lines
    assert not [text for text in said if not pieces(text, recorded)]


def test_numbers_go_as_far_as_they_are_counted(lines) -> None:
    assert {str(number) for number in range(1, HIGHEST_NUMBER + 1)} <= set(lines)


def test_a_line_is_put_together_of_the_longest_pieces_and_never_of_some() -> None:
    recorded = {"exhale, round", "4", "half-way", "nice and slow", "exhale"}
    assert pieces("Exhale, round, 4", recorded) == (Piece("exhale, round", 0.12), Piece("4"))
    assert pieces("Half-way. Nice and slow.", recorded) == (
        Piece("half-way", 0.35),
        Piece("nice and slow"),
    )
    assert pieces("Exhale, round, 5", recorded) == ()
    assert pieces("Half-way. Unheard.", recorded) == ()
    assert pieces("", recorded) == ()


@given(some.lists(some.sampled_from(["One", "two three", "Four, five", "six"]), max_size=6))
def test_any_row_of_recorded_sentences_is_covered_in_order(texts) -> None:
    recorded = {key(text) for text in ("One", "two three", "Four, five", "six")}
    whole = " ".join(f"{text}." for text in texts)
    assert len(sentences(whole)) == len(texts)
    assert [piece.key for piece in pieces(whole, recorded)] == [key(text) for text in texts]


def test_the_choice_of_a_voice() -> None:
    assert chosen("", "en-GB") == "female"
    assert chosen(choice("male"), "en") == "male"
    assert chosen("system", "en") is None
    assert chosen("English (America)", "en") is None
    assert chosen("", "de") is None


@pytest.mark.parametrize("rate", [0.5, 0.8, 1.25, 2.0])
def test_faster_speech_keeps_its_pitch(rate) -> None:
    tone = array("h", [round(8000 * math.sin(math.tau * 200 * i / RATE)) for i in range(RATE)])
    changed = stretched(tone, rate)
    assert len(changed) / RATE == pytest.approx(1 / rate, abs=0.04)
    crossings = sum(a < 0 <= b for a, b in pairwise(changed))
    assert crossings / (len(changed) / RATE) == pytest.approx(200, rel=0.03)
    assert max(map(abs, changed)) < 9000


def test_two_voices_are_levelled_to_one_loudness() -> None:
    for loud in (300, 3000, 20_000):
        tone = array("h", [round(loud * math.sin(i / 9)) for i in range(RATE)] + [0] * RATE)
        power = sum(value * value for value in levelled(tone)[:RATE]) / RATE
        assert math.sqrt(power) == pytest.approx(ACTIVE, rel=0.05)
    assert max(map(abs, levelled(array("h", [0] * 4000 + [9000] + [0] * 4000)))) <= PEAK + 1
    assert list(levelled(array("h", [0] * 10))) == [0] * 10


@pytest.mark.parametrize("voice", RECORDED)
def test_recorded_lines_are_short_enough_to_be_heard_within_three_sessions(
    voice, routine, poses
) -> None:
    seconds = recordings(voice).seconds
    told: dict[str, set[str]] = {}
    for number in range(3):
        led = Session(routine, poses, coaching="as-i-learn", seconds=seconds)
        known = Familiarity(number, 1 if number else None)
        led.guide.begin({move.id: known for move in routine.moves}, number)
        led.play()
        led.run()
        said = list(spoken(led, 1.0, seconds))
        assert len(said) == len(led.ears.said)
        for (_, end, text), (begin, _, _) in pairwise(said):
            assert end <= begin, text
        for move in routine.moves:
            lines = {line for _, _, text in said for line in lines_of(move) if text.endswith(line)}
            assert len(lines) >= 5, move.id
            told.setdefault(move.id, set()).update(lines)
    for move in routine.moves:
        assert told[move.id] == set(lines_of(move)), move.id


def lines_of(move) -> list[str]:
    return [line.text for step in move.steps for line in step.coach]
