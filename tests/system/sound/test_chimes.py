"""The sounds are our own, distinct and soft, and are played by whichever player is installed."""

import importlib.util
import time
import wave
from collections.abc import Callable
from itertools import combinations, pairwise
from pathlib import Path
from typing import get_args

import pytest

from backstretch import assets
from backstretch.ports import Chime
from backstretch.system.sound.chimes import SoftChimes
from backstretch.system.sound.players import Player, Program

SOUNDS = assets.folder("resources") / "sounds"
CHIMES = get_args(Chime)


def samples(file: Path) -> memoryview:
    with wave.open(str(file)) as sound:
        assert (sound.getnchannels(), sound.getsampwidth()) == (1, 2)
        return memoryview(sound.readframes(sound.getnframes())).cast("h")


def test_every_chime_has_its_sound_and_the_script_makes_it_again(tmp_path) -> None:
    specification = importlib.util.spec_from_file_location("build", SOUNDS / "build.py")
    script = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(script)
    script.build(tmp_path)
    assert {file.stem for file in SOUNDS.glob("*.wav")} == set(CHIMES)
    for file in tmp_path.glob("*.wav"):
        assert file.read_bytes() == (SOUNDS / file.name).read_bytes(), file.name


@pytest.mark.parametrize("chime", CHIMES)
def test_a_sound_is_soft_short_and_does_not_click(chime) -> None:
    values = samples(SOUNDS / f"{chime}.wav")
    loudest = max(abs(value) for value in values)
    assert 0.4 < loudest / 32767 < 0.6
    assert len(values) / 22050 <= (2.5 if chime == "finish" else 1.2)
    steps = [abs(b - a) for a, b in pairwise(values)]
    assert max(abs(values[0]), abs(values[-1])) < 100
    assert max(steps) < 12_000


def test_no_two_sounds_are_alike() -> None:
    for one, other in combinations(CHIMES, 2):
        a, b = (samples(SOUNDS / f"{chime}.wav") for chime in (one, other))
        n = min(len(a), len(b), 8000)
        power = sum(x * x for x in a[:n]) ** 0.5 * sum(x * x for x in b[:n]) ** 0.5
        likeness = abs(sum(x * y for x, y in zip(a[:n], b[:n], strict=True))) / power
        assert likeness < 0.9, (one, other, likeness)


@pytest.fixture
def program(tmp_path: Path) -> Callable[..., Player]:
    """Makes a player out of a shell script; `$1` is the file it is given."""

    def make(name: str, script: str) -> Player:
        file = tmp_path / name
        file.write_text(f"#!/bin/sh\n{script}\n")
        file.chmod(0o755)
        return Player(name, (str(file),))

    return make


def wait_for(claim: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 5
    while not claim():
        assert time.monotonic() < deadline
        time.sleep(0.01)


def test_a_chime_goes_to_the_best_player_at_the_volume_set(program, tmp_path) -> None:
    played = tmp_path / "played"
    chimes = SoftChimes(
        Program((program("good", f'cp "$1" "{played}.part"; mv "{played}.part" "{played}"'),))
    )
    chimes.set_volume(0.5)
    chimes.play("rep")
    wait_for(played.exists)
    whole, half = samples(SOUNDS / "rep.wav"), samples(played)
    assert max(half) == pytest.approx(max(whole) / 2, abs=1)
    assert chimes.availability().works
    played.unlink()
    chimes.set_volume(1.0)
    chimes.play("rep")
    wait_for(played.exists)
    assert played.read_bytes() == (SOUNDS / "rep.wav").read_bytes()
    played.unlink()
    chimes.set_volume(0)
    chimes.play("rep")
    time.sleep(0.1)
    assert not played.exists()
    chimes.close()


def test_a_player_that_fails_makes_way_and_without_any_there_is_advice(program, tmp_path) -> None:
    played = tmp_path / "played"
    output = Program(
        (
            Player("missing", ("/nonexistent/player",)),
            program("failing", "exit 1"),
            program("good", f'touch "{played}"'),
        )
    )
    chimes = SoftChimes(output)
    chimes.play("rep")
    wait_for(lambda: output.name == "good")
    chimes.play("rep")
    wait_for(played.exists)
    chimes.close()
    silent = SoftChimes(Program(()))
    silent.play("rep")
    assert "apt install" in silent.availability().advice
    deaf = SoftChimes(Program((program("failing", "exit 1"),)))
    deaf.play("rep")
    wait_for(lambda: not deaf.availability().works)
    assert "loudspeaker" in deaf.availability().advice
    silent.close()
    deaf.close()


def test_playing_never_waits(program) -> None:
    chimes = SoftChimes(Program((program("slow", "exec sleep 30"),)))
    began = time.monotonic()
    for _ in range(5):
        chimes.play("rep")
    assert time.monotonic() - began < 1
    chimes.close()
    assert time.monotonic() - began < 2


def test_missing_sounds_are_no_disaster(tmp_path) -> None:
    chimes = SoftChimes(Program(()), tmp_path)
    chimes.set_volume(0.5)
    chimes.play("rep")
    chimes.close()
    assert not list(tmp_path.iterdir())
