"""The engines, each against what it talks to: the real espeak-ng, and stand-ins for the rest."""

import shutil
import socket
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from backstretch.system.sound.mixer import RATE
from backstretch.system.voice import pace
from backstretch.system.voice.engines.engine import NoEngineError
from backstretch.system.voice.engines.espeak import EspeakRenderer
from backstretch.system.voice.engines.sapi import SapiEngine
from backstretch.system.voice.engines.say import SayEngine
from backstretch.system.voice.engines.speechd import SpeechdEngine
from backstretch.system.voice.engines.ssip import Connection, SsipError


class Ends:
    def __init__(self) -> None:
        self.told: list[str] = []

    def __call__(self, why: str) -> None:
        self.told.append(why)

    def wait(self, count: int = 1) -> None:
        wait_for(lambda: len(self.told) >= count)


def wait_for(claim: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 5
    while not claim():
        assert time.monotonic() < deadline
        time.sleep(0.01)


@pytest.fixture
def programs(tmp_path: Path, monkeypatch) -> Callable[[str, str], None]:
    """Puts scripts in front of the system's programs."""
    folder = tmp_path / "programs"
    folder.mkdir()
    monkeypatch.setenv("PATH", f"{folder}:/usr/bin:/bin")

    def make(name: str, script: str) -> None:
        (folder / name).write_text(script)
        (folder / name).chmod(0o755)

    return make


needs_espeak = pytest.mark.skipif(
    shutil.which("espeak-ng") is None, reason="espeak-ng is not installed"
)


@needs_espeak
def test_espeak_renders_and_knows_its_length_beforehand() -> None:
    renderer = EspeakRenderer("en-US")
    assert any("America" in voice for voice in renderer.voices())
    expected = renderer.seconds("Exhale, round")
    assert 0.8 < expected < 2
    samples = renderer.render("Exhale, round")
    assert len(samples) / RATE == pytest.approx(expected)
    renderer.configure("", 2.0)
    assert renderer.seconds("Exhale, round") < 0.75 * expected
    renderer.close()


@needs_espeak
def test_espeak_chooses_the_voice_by_language_and_by_name(programs, tmp_path) -> None:
    real = shutil.which("espeak-ng", path="/usr/bin:/bin")
    programs("espeak-ng", f'#!/bin/sh\necho "$@" >> {tmp_path}/asked\nexec {real} "$@"\n')
    renderer = EspeakRenderer("de-AT")
    assert renderer.voices() == ("German",)
    renderer.seconds("Ausatmen")
    renderer.configure("German", 1.0)
    renderer.seconds("Ausatmen")
    asked = (tmp_path / "asked").read_text().splitlines()
    assert "-v de -s 165" in asked[1]
    assert "-v gmw/de " in asked[2]


def test_an_espeak_that_renders_nothing_says_so(programs) -> None:
    programs("espeak-ng", "#!/bin/sh\nexit 3\n")
    renderer = EspeakRenderer("en")
    with pytest.raises(NoEngineError, match="rendered nothing"):
        renderer.render("hello")
    assert renderer.seconds("hello") == pace.seconds("hello")


def test_say_of_macos(programs, tmp_path) -> None:
    programs(
        "say",
        f"""#!/bin/sh
if [ "$2" = "?" ]; then
  echo "Anna                de_DE    # Hallo, ich bin Anna."
  echo "Bad News            en_US    # The light you see"
  exit
fi
echo "$@" >> {tmp_path}/asked
[ "$6" = "[[volm 0.50]] long" ] && exec sleep 20
exit 0
""",
    )
    engine = SayEngine("en-GB")
    assert engine.voices() == ("Bad News",)
    engine.configure("", 1.2, 0.5)
    ends = Ends()
    engine.speak("Lift", None, ends)
    ends.wait()
    assert ends.told == [""]
    assert (tmp_path / "asked").read_text() == "-v Bad News -r 198 -- [[volm 0.50]] Lift\n"
    engine.speak("long", None, ends)
    engine.stop()
    ends.wait(2)
    engine.close()


POWERSHELL = """#!/bin/sh
echo '[{"name": "Hedda", "language": "de-DE"}, {"name": "Zira", "language": "en-US"}]'
while read line; do
  echo "$line" >> ASKED
  case "$line" in *forever*) exec sleep 20;; esac
  echo ended
done
"""


def test_speech_of_windows(programs, tmp_path) -> None:
    programs("powershell", POWERSHELL.replace("ASKED", str(tmp_path / "asked")))
    engine = SapiEngine("en")
    assert engine.voices() == ("Zira",)
    engine.configure("", 1.5, 0.5)
    ends = Ends()
    engine.speak("Lift", None, ends)
    ends.wait()
    assert ends.told == [""]
    engine.speak("forever", None, ends)
    wait_for(lambda: len((tmp_path / "asked").read_text().splitlines()) == 2)
    engine.stop()
    engine.speak("Lower", None, ends)
    wait_for(lambda: ends.told.count("") == 2)
    engine.close()
    assert '"rate": 5, "volume": 50' in (tmp_path / "asked").read_text()


class FakeDispatcher:
    """Speaks the server's half of the protocol over a socket."""

    def __init__(self, path: Path, modules: str = "rhvoice", chosen: str = "rhvoice") -> None:
        self.asked: list[str] = []
        self.modules = modules
        self.chosen = chosen
        self._listener = socket.socket(socket.AF_UNIX)
        self._listener.bind(str(path))
        self._listener.listen()
        threading.Thread(target=self._accept, daemon=True).start()

    def _accept(self) -> None:
        while True:
            try:
                peer, _ = self._listener.accept()
            except OSError:
                return
            threading.Thread(target=self._serve, args=(peer,), daemon=True).start()

    def _serve(self, peer: socket.socket) -> None:
        messages = 0
        with peer, peer.makefile("rw", newline="\r\n", encoding="utf-8") as stream:

            def tell(*lines: str) -> None:
                stream.write("".join(f"{line}\r\n" for line in lines))
                stream.flush()

            for raw in stream:
                line = raw.rstrip("\r\n")
                self.asked.append(line)
                if line == "SPEAK":
                    tell("230 OK RECEIVING DATA")
                    text = stream.readline().rstrip("\r\n")
                    stream.readline()
                    self.asked.append(text)
                    messages += 1
                    tell(f"225-{messages}", "225 OK MESSAGE QUEUED")
                    tell(f"701-{messages}", "701-1", "701 BEGIN")
                    if "long" not in text:
                        tell(f"702-{messages}", "702-1", "702 END")
                elif line == "CANCEL self":
                    tell(f"703-{messages}", "703-1", "703 CANCELED", "210 OK CANCELED")
                elif line == "LIST OUTPUT_MODULES":
                    tell(f"250-{self.modules}", "250 OK MODULE LIST SENT")
                elif line == "GET OUTPUT_MODULE":
                    tell(f"251-{self.chosen}", "251 OK GET RETURNED")
                elif line == "LIST SYNTHESIS_VOICES":
                    tell(
                        "249-English (America)\ten-US\tnone",
                        "249-English (America)+Adam\ten-US\tAdam",
                        "249-German\tde\tnone",
                        "249 OK VOICE LIST SENT",
                    )
                else:
                    tell("200 OK")

    def close(self) -> None:
        self._listener.close()


@pytest.fixture
def dispatcher(tmp_path, monkeypatch):
    path = tmp_path / "speechd.sock"
    monkeypatch.setenv("SPEECHD_ADDRESS", f"unix_socket:{path}")
    dispatcher = FakeDispatcher(path)
    yield dispatcher
    dispatcher.close()


def test_speech_dispatcher_speaks_and_tells_when_it_is_over(dispatcher) -> None:
    engine = SpeechdEngine("en-US")
    assert engine.voices() == ("English (America)",)
    engine.configure("English (America)", 2.0, 0.5)
    ends = Ends()
    engine.speak(".Lift\nand hold", None, ends)
    ends.wait()
    assert ends.told == [""]
    engine.speak("a long one", None, ends)
    engine.stop()
    engine.speak("Lower", None, ends)
    ends.wait(2)
    assert ends.told == ["", ""]
    engine.close()
    assert "SET self LANGUAGE en-US" in dispatcher.asked
    assert dispatcher.asked[-10:-3] == [
        "SET self RATE 100",
        "SET self VOLUME 0",
        "SET self SYNTHESIS_VOICE English (America)",
        "SPEAK",
        "..Lift and hold",
        "SPEAK",
        "a long one",
    ]


def test_a_stuck_dispatcher_is_soon_given_up(tmp_path, monkeypatch) -> None:
    """One that listens but never answers, as Debian's does after a deadlock in its own end."""
    monkeypatch.setenv("SPEECHD_ADDRESS", f"unix_socket:{tmp_path}/stuck")
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(f"{tmp_path}/stuck")
        listener.listen(4)
        begun = time.monotonic()
        with pytest.raises(NoEngineError, match="does not answer"):
            SpeechdEngine("en")
    assert time.monotonic() - begun < 2.5


def test_a_dispatcher_without_a_voice_is_none(dispatcher) -> None:
    dispatcher.modules = "dummy"
    with pytest.raises(NoEngineError, match="no voice"):
        SpeechdEngine("en")


@needs_espeak
def test_a_dispatcher_that_would_only_use_espeak_leaves_that_to_us(dispatcher) -> None:
    """Rendered by ourselves it is heard to the moment, and at the loudness of the recordings."""
    dispatcher.chosen = "espeak-ng-mbrola"
    with pytest.raises(NoEngineError, match="ourselves"):
        SpeechdEngine("en")


def test_a_dispatcher_that_cannot_be_had_is_said_so(tmp_path, monkeypatch) -> None:
    monkeypatch.setenv("SPEECHD_ADDRESS", f"unix_socket:{tmp_path}/none")
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(NoEngineError):
        SpeechdEngine("en")
    with pytest.raises(SsipError):
        Connection(tmp_path / "none")


def test_missing_programs_are_said_so(tmp_path, monkeypatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    for engine in (EspeakRenderer, SayEngine, SapiEngine):
        with pytest.raises(NoEngineError):
            engine("en")
