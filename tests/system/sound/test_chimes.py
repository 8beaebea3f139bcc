"""The sounds are ours, distinct, soft, and go to the sound process."""

import importlib.util
import wave
from itertools import combinations, pairwise
from pathlib import Path
from typing import get_args

import pytest
from PySide6.QtCore import QObject, Signal

from backstretch import assets
from backstretch.ports import Chime
from backstretch.system.sound.chime_bank import ChimeBank
from backstretch.system.sound.chimes import SoftChimes
from backstretch.system.sound.mixer import RATE
from backstretch.system.voice.protocol import (
    Breathe,
    DropComingSounds,
    HushSounds,
    PlayChime,
    SetVolume,
)

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
    assert len(values) / RATE <= (2.5 if chime == "finish" else 1.2)
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


def test_the_bank_reads_each_and_knows_its_place() -> None:
    bank = ChimeBank()
    assert bank.peak("rep") == pytest.approx(max(map(abs, bank.samples("rep"))) / 32768)
    for chime in CHIMES:
        assert bank.samples(chime).tolist() == samples(SOUNDS / f"{chime}.wav").tolist()
    assert bank.pan("tick-left") < 0 < bank.pan("tick-right")
    assert bank.pan("rep") == 0


def test_a_tick_of_the_right_leg_is_higher() -> None:
    def hertz(chime) -> float:
        values = samples(SOUNDS / f"{chime}.wav").tolist()[:960]
        return sum(a < 0 <= b for a, b in pairwise(values)) * RATE / len(values)

    assert hertz("tick-right") > 1.3 * hertz("tick-left")


def test_missing_and_foreign_sounds_are_said_so(tmp_path) -> None:
    with pytest.raises(OSError):
        ChimeBank(tmp_path).samples("rep")
    with wave.open(str(tmp_path / "rep.wav"), "wb") as sound:
        sound.setnchannels(2)
        sound.setsampwidth(2)
        sound.setframerate(8000)
    with pytest.raises(wave.Error):
        ChimeBank(tmp_path).samples("rep")


class Link(QObject):
    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.sent: list = []
        self.is_heard = True

    def send(self, wanted) -> None:
        self.sent.append(wanted)


def test_what_is_asked_goes_to_the_sound_process(qapp) -> None:
    link = Link()
    chimes = SoftChimes(link)
    chimes.set_volume(0.5)
    chimes.play("rep", 12.5)
    chimes.breathe("in", 4.0)
    chimes.drop_coming()
    chimes.hush()
    assert link.sent == [
        SetVolume(0.5),
        PlayChime("rep", 12.5),
        Breathe("in", 4.0, None),
        DropComingSounds(),
        HushSounds(),
    ]
    assert chimes.availability().works
    link.sent.clear()
    link.changed.emit()
    assert link.sent == [SetVolume(0.5)], "a new process does not know the volume"
    chimes.set_volume(0)
    chimes.play("rep")
    assert link.sent[-1] == SetVolume(0)
    link.is_heard = False
    assert "loudspeaker" in chimes.availability().advice
