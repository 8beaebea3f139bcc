"""Our end of the sound process, against processes that behave, fail, and hang."""

import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest

from backstretch.ports import Utterance
from backstretch.session import clock
from backstretch.system.voice import pace
from backstretch.system.voice.protocol import PlayChime, SetVolume
from backstretch.system.voice.recordings import recordings
from backstretch.system.voice.speech import SpokenVoice, commands

GOOD = """
import sys
from backstretch.system.sound.mixer import Mixer
from backstretch.system.sound.output import Output
from backstretch.system.voice.process import SoundProcess, listen
import time, threading
class Device:
    name = "device"
    latency = 0.0
    def start(self, ask): pass
    def close(self): pass
class Engine:
    name = "good"
    waits = True
    is_known = True
    def waits_with(self, text): return True
    def voices(self): return ("Anna",)
    def configure(self, *chosen): open(sys.argv[1], "a").write(f"configure {chosen}\\n")
    def seconds(self, text): return 0.1 * len(text.split())
    def speak(self, text, at, ended):
        open(sys.argv[1], "a").write(f"say {text}\\n")
        timer = threading.Timer(self.seconds(text), lambda: ended(""))
        timer.daemon = True
        timer.start()
    def stop(self): open(sys.argv[1], "a").write("stop\\n")
    def close(self): open(sys.argv[1], "a").write("close\\n")
engine = Engine()
mixer = Mixer()
SoundProcess(engine, mixer, Output(mixer, Device), listen(sys.stdin), sys.stdout).run()
engine.close()
"""
MUTE = "import time; time.sleep(60)"
CRASHES = "import sys; sys.exit(3)"
BABBLES = "print('nonsense', flush=True); import time; time.sleep(60)"
STUCK = """
import sys, time
print('{"ready": {"name": "stuck", "voices": [], "is_heard": true}}', flush=True)
for line in sys.stdin:
    if '"say"' in line:
        print('{"began": {"text": "x", "seconds": 0.01}}', flush=True)
        time.sleep(60)
"""
DEAF = """
print('{"ready": {"name": "deaf", "voices": [], "is_heard": true}}', flush=True)
import time; time.sleep(60)
"""


@pytest.fixture
def said(tmp_path):
    return tmp_path / "said.txt"


@pytest.fixture
def speech(said, qapp):
    voices: list[SpokenVoice] = []

    def make(*scripts: str, **chosen: float) -> SpokenVoice:
        scripted = tuple((sys.executable, "-c", script, str(said)) for script in scripts)
        chosen = {"start_seconds": 3.0, "answer_seconds": 0.3} | chosen
        voice = SpokenVoice(scripted, "de", **chosen)
        voices.append(voice)
        return voice

    yield make
    for voice in voices:
        voice.close()


def heard(said) -> list[str]:
    return said.read_text().splitlines() if said.exists() else []


def test_says_it_through_a_process_of_its_own(speech, said, until) -> None:
    voice = speech(GOOD)
    assert not voice.availability().works
    until(lambda: voice.availability().works)
    assert voice.availability().name == "good"
    assert voice.voices() == {"Anna": "Anna"}
    spoken: list[str] = []
    ended: list[bool] = []
    voice.began.connect(spoken.append)
    voice.ended.connect(lambda: ended.append(True))
    voice.say(Utterance("one two", 2.0))
    voice.say(Utterance("three", 2.0))
    until(lambda: spoken == ["one two", "three"] and len(ended) == 2)
    voice.configure(voice="Anna", rate=1.5, volume=0.5)
    voice.say(Utterance("a b c d e f g h", 2.0))
    until(lambda: len(spoken) == 3)
    voice.hush()
    until(lambda: len(ended) == 3)
    voice.close()
    assert heard(said) == [
        "say one two",
        "say three",
        "configure ('Anna', 1.5, 0.5)",
        "say a b c d e f g h",
        "stop",
        "close",
    ]


def test_what_is_asked_before_it_is_ready_is_said_if_there_is_still_time(
    speech, said, until
) -> None:
    voice = speech(GOOD)
    voice.configure(voice="", rate=1.0, volume=1.0)
    voice.say(Utterance("in time", 5.0))
    until(lambda: heard(said) == ["configure ('', 1.0, 1.0)", "say in time"])


def test_what_is_dropped_before_its_time_is_never_said(speech, said, until) -> None:
    voice = speech(GOOD)
    until(lambda: voice.availability().works)
    voice.say(Utterance("later", 2.0, at=clock.now() + 0.7))
    voice.drop_coming()
    voice.say(Utterance("at its time", 2.0, at=clock.now() + 0.8))
    asked = time.monotonic()
    until(lambda: heard(said) == ["say at its time"])
    assert 0.25 < time.monotonic() - asked < 0.6
    assert voice.availability().works, "it did not wait for an answer about what was dropped"


@pytest.mark.parametrize(
    "bad", [MUTE, CRASHES, BABBLES, STUCK, DEAF], ids=["mute", "crash", "babble", "stuck", "deaf"]
)
def test_a_voice_that_does_not_work_makes_way_for_the_next(speech, until, bad) -> None:
    began = time.monotonic()
    voice = speech(bad, GOOD)
    assert time.monotonic() - began < 2.0, "it waited for the process to start"
    until(lambda: voice.availability().name in ("good", "stuck", "deaf"))
    voice.say(Utterance("hello", 1.0))
    until(lambda: voice.availability().name == "good")
    spoken: list[str] = []
    voice.began.connect(spoken.append)
    voice.say(Utterance("hello again", 3.0))
    until(lambda: "hello again" in spoken)


def test_a_process_that_is_killed_is_replaced_each_time(speech, said, until) -> None:
    voice = speech(GOOD, steady_seconds=0.0)
    voice.configure(voice="Anna", rate=1.5, volume=0.5)
    seen = set()
    for turn in range(3):
        until(lambda: voice.availability().works)
        seen.add(voice._process.processId())
        voice.say(Utterance(f"turn {turn}", 2.0))
        until(lambda turn=turn: f"say turn {turn}" in heard(said))
        os.kill(voice._process.processId(), signal.SIGKILL)
        until(lambda: not voice.availability().works)
    assert len(seen) == 3
    assert not any(lives(process) for process in seen)
    until(lambda: heard(said).count("configure ('Anna', 1.5, 0.5)") == 4)


def test_a_process_that_ends_at_once_is_not_started_again_and_again(speech, until) -> None:
    voice = speech(GOOD)
    until(lambda: voice.availability().works)
    os.kill(voice._process.processId(), signal.SIGKILL)
    until(lambda: voice.availability().advice.startswith("No voice was found"))
    assert voice._again.isActive(), "but later it is tried once more"


@pytest.mark.skipif(not hasattr(signal, "SIGSTOP"), reason="nothing can be stopped here")
def test_a_process_that_hangs_is_replaced_even_if_it_only_plays_sounds(speech, until) -> None:
    voice = speech(GOOD, steady_seconds=0.0, silent_seconds=0.2)
    until(lambda: voice.availability().works)
    stuck = voice._process.processId()
    voice.send(PlayChime("tick-left", None))
    os.kill(stuck, signal.SIGSTOP)

    def is_replaced() -> bool:
        voice.send(PlayChime("tick-left", None))
        return voice._process is not None and voice._process.processId() not in (0, stuck)

    until(is_replaced)
    until(lambda: voice.availability().works)
    until(lambda: not lives(stuck))


def test_one_that_works_is_left_alone_however_long_nothing_is_said(speech, until) -> None:
    voice = speech(GOOD, silent_seconds=0.0)
    until(lambda: voice.availability().works)
    process = voice._process.processId()
    ends = time.monotonic() + 1.0

    def is_over() -> bool:
        voice.send(SetVolume(0.5))
        return time.monotonic() > ends

    until(is_over)
    assert voice._process.processId() == process


def test_without_any_voice_it_is_silent_and_tells_what_to_install(speech, until) -> None:
    voice = speech(CRASHES, MUTE)
    voice.say(Utterance("hello", 1.0))
    until(lambda: voice.availability().advice.startswith("No voice was found"))
    voice.say(Utterance("hello", 1.0))
    voice.hush()
    voice.configure(voice="", rate=1.0, volume=1.0)
    voice.close()


def test_a_program_that_does_not_exist_is_passed_over(qapp, until) -> None:
    voice = SpokenVoice((("/nonexistent/speaker",),), "en")
    until(lambda: voice.availability().advice.startswith("No voice was found"))
    voice.close()


def test_lengths_are_measured_where_recorded_and_estimated_elsewhere(qapp) -> None:
    english, german = (SpokenVoice((), language) for language in ("en-GB", "de"))
    for voice in (english, german):
        voice.configure(voice="", rate=1.0, volume=1.0)
    measured = english.seconds("12")
    assert measured == pytest.approx(recordings("female").lines["12"].samples / 24_000)
    assert german.seconds("12") == pace.seconds("12")
    assert english.seconds("never recorded") == pace.seconds("never recorded")
    english.configure(voice="recorded-male", rate=2.0, volume=1.0)
    assert english.seconds("12") == pytest.approx(recordings("male").lines["12"].samples / 48_000)
    english.configure(voice="system", rate=1.0, volume=1.0)
    assert english.seconds("12") == pace.seconds("12")


def test_closing_while_it_speaks_or_hangs_takes_no_time(speech, until) -> None:
    for script in (GOOD, STUCK):
        voice = speech(script)
        until(lambda voice=voice: voice.availability().works)
        spoken: list[str] = []
        voice.began.connect(spoken.append)
        voice.say(Utterance("a b c d e f g h i j k l m n o p", 20.0))
        until(lambda spoken=spoken: bool(spoken))
        began = time.monotonic()
        voice.close()
        assert time.monotonic() - began < 1.0


def test_the_process_is_this_same_program() -> None:
    first, second = commands("de")
    assert first == (sys.executable, "-m", "backstretch", "--sound", "de")
    assert second == (*first, "without-system-voice")


def test_a_bundle_starts_itself(monkeypatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", "/opt/backstretch/backstretch")
    assert commands("de")[0] == ("/opt/backstretch/backstretch", "--sound", "de")


ORPHAN = """
import sys, time
from PySide6.QtCore import QCoreApplication
from backstretch.system.voice.speech import SpokenVoice, commands
app = QCoreApplication([])
voice = SpokenVoice(commands("de"), "de")
voice._process.waitForStarted()
print(voice._process.processId(), flush=True)
app.exec()
"""


def lives(process: int) -> bool:
    """True if it runs; a zombie does not count."""
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def orphan() -> "tuple[subprocess.Popen[str], int]":
    """A program with a sound process, and that process's number."""
    program = subprocess.Popen([sys.executable, "-c", ORPHAN], stdout=subprocess.PIPE, text=True)
    assert program.stdout is not None
    return program, int(program.stdout.readline())


def assert_ends_with(program: "subprocess.Popen[str]", child: int) -> None:
    """Kills the program; the child must not outlive it."""
    program.kill()
    program.wait()
    assert program.stdout is not None
    program.stdout.close()
    deadline = time.monotonic() + 3
    while lives(child):
        assert time.monotonic() < deadline
        time.sleep(0.02)


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
def test_a_killed_program_leaves_none_behind_that_hangs() -> None:
    program, child = orphan()
    deadline = time.monotonic() + 10
    while b"--sound" not in Path(f"/proc/{child}/cmdline").read_bytes():
        assert time.monotonic() < deadline
    time.sleep(1.0)
    os.kill(child, signal.SIGSTOP)
    assert_ends_with(program, child)


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
def test_a_killed_program_leaves_no_speech_process_behind(tmp_path, monkeypatch) -> None:
    """Even one that is stuck in a service with its backlog full."""
    listener = socket.socket(socket.AF_UNIX)
    listener.bind(f"{tmp_path}/stuck")
    listener.listen(0)
    monkeypatch.setenv("SPEECHD_ADDRESS", f"unix_socket:{tmp_path}/stuck")
    program, child = orphan()
    assert lives(child)
    time.sleep(0.3)
    assert_ends_with(program, child)
    listener.close()
