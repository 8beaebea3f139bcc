"""The sound process with a real sound server whose device goes and comes back, and which itself
does."""

import shutil
import signal
import subprocess
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from backstretch.ports import Utterance
from backstretch.system.voice.speech import SpokenVoice, commands, no_device

pytestmark = pytest.mark.skipif(
    not all(map(shutil.which, ("pulseaudio", "pactl"))),
    reason="PulseAudio is not installed (pulseaudio, pulseaudio-utils)",
)

SINK = ("module-null-sink", "sink_name=null", "rate=24000")
LONG = "Breathe in, and let your shoulders sink."


class Server:
    """A PulseAudio of this test's own. Nothing else plays to it."""

    def __init__(self, folder: Path) -> None:
        self._socket = folder / "native"
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        listening = f"module-native-protocol-unix socket={self._socket} auth-anonymous=1"
        loads = [part for module in (listening, " ".join(SINK)) for part in ("-L", module)]
        self._process = subprocess.Popen(
            ["pulseaudio", "-n", "--daemonize=no", "--exit-idle-time=-1", *loads],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        deadline = time.monotonic() + 10
        while self.ask("info") is None:
            assert time.monotonic() < deadline
            time.sleep(0.05)

    def end(self) -> None:
        if self._process is not None:
            self._process.send_signal(signal.SIGKILL)
            self._process.wait()
            self._process = None
            self._socket.unlink(missing_ok=True)

    def ask(self, *words: str) -> str | None:
        """None if it does not reply."""
        done = subprocess.run(["pactl", *words], capture_output=True, text=True, check=False)
        return done.stdout if done.returncode == 0 else None

    def is_played_to(self) -> bool:
        return bool((self.ask("list", "short", "sink-inputs") or "").strip())


@pytest.fixture
def server(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    monkeypatch.setenv("PULSE_SERVER", f"unix:{tmp_path}/native")
    monkeypatch.setenv("PULSE_RUNTIME_PATH", str(tmp_path))
    monkeypatch.setenv("PULSE_COOKIE", f"{tmp_path}/cookie")
    server = Server(tmp_path)
    server.start()
    yield server
    server.end()


@pytest.fixture
def voice(server: Server, qapp) -> Iterator[SpokenVoice]:
    voice = SpokenVoice(commands("en"), "en", start_seconds=20.0)
    yield voice
    voice.close()


Until = Callable[[Callable[[], bool]], None]


def speak_until_heard(voice: SpokenVoice, server: Server, until: Until) -> None:
    until(lambda: voice.availability().works)
    voice.say(Utterance(LONG, 30.0))
    until(server.is_played_to)


def away(voice: SpokenVoice) -> bool:
    return voice.availability().advice == no_device() and not voice.is_heard


@pytest.mark.parametrize("what", ["device", "server"])
def test_the_sound_comes_back_with_its_device_and_its_server(voice, server, until, what) -> None:
    speak_until_heard(voice, server, until)
    process = voice._process.processId()
    if what == "device":
        server.ask("unload-module", SINK[0])
    else:
        server.end()
    until(lambda: away(voice))
    voice.say(Utterance(LONG, 30.0))
    if what == "device":
        server.ask("load-module", *SINK)
    else:
        server.start()
    speak_until_heard(voice, server, until)
    assert voice._process.processId() == process, "without another process"


def test_a_device_opened_a_hundred_times_leaves_no_connection_behind(server) -> None:
    """A sound server allows 64 of them."""
    from backstretch.system.sound.miniaudio_device import MiniaudioDevice

    own = Path("/proc/self/fd")
    files = len(list(own.iterdir())) if own.is_dir() else 0
    for _ in range(100):
        device = MiniaudioDevice()
        device.start(lambda frames: bytes(4 * frames))
        device.close()
    if files:
        assert len(list(own.iterdir())) <= files + 10
    clients = (server.ask("list", "short", "clients") or "").splitlines()
    assert len(clients) <= 2, "pactl itself is one"
