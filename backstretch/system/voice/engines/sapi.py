"""Windows: the system's voices, through one PowerShell that waits for lines to say."""

import json
import shutil
import subprocess
import threading

from backstretch.system.programs import environment
from backstretch.system.voice import pace
from backstretch.system.voice.engines.engine import Ended, NoEngineError

_SCRIPT = """
[Console]::InputEncoding = [Text.Encoding]::UTF8
[Console]::OutputEncoding = [Text.Encoding]::UTF8
Add-Type -AssemblyName System.Speech
$voice = New-Object System.Speech.Synthesis.SpeechSynthesizer
$names = @($voice.GetInstalledVoices() | Where-Object { $_.Enabled } | ForEach-Object {
  @{ name = $_.VoiceInfo.Name; language = $_.VoiceInfo.Culture.Name } })
[Console]::Out.WriteLine((ConvertTo-Json -Compress -InputObject $names))
while ($null -ne ($line = [Console]::In.ReadLine())) {
  $wanted = ConvertFrom-Json $line
  if ($wanted.voice) { $voice.SelectVoice($wanted.voice) }
  $voice.Rate = $wanted.rate
  $voice.Volume = $wanted.volume
  $voice.Speak($wanted.text)
  [Console]::Out.WriteLine('ended')
}
"""


class SapiEngine:
    """Stopping means ending the PowerShell, so a new one is started at once for the next text."""

    name = "Windows speech"
    waits = False

    def __init__(self, language: str) -> None:
        program = shutil.which("powershell") or shutil.which("pwsh")
        if program is None:
            raise NoEngineError("PowerShell is missing")
        self._program = program
        self._listening: threading.Thread | None = None
        self._shell, listing = self._start()
        wanted = language.split("-")[0]
        try:
            known = json.loads(listing)
        except ValueError as error:
            self.close()
            raise NoEngineError("Windows speech gave no list of voices") from error
        self._voices = tuple(
            one["name"] for one in known if one["language"].split("-")[0] == wanted
        )
        self._voice = ""
        self._rate = 1.0
        self._volume = 1.0

    def voices(self) -> tuple[str, ...]:
        return self._voices

    def configure(self, voice: str, rate: float, volume: float) -> None:
        self._voice, self._rate, self._volume = voice, rate, volume

    def seconds(self, text: str) -> float:
        return pace.seconds(text, self._rate)

    def speak(self, text: str, _at: float | None, ended: Ended) -> None:
        wanted = {
            "text": text,
            "voice": self._voice or (self._voices[0] if self._voices else ""),
            "rate": max(-10, min(10, round(10 * (self._rate - 1)))),
            "volume": round(100 * self._volume),
        }
        shell = self._shell
        assert shell.stdin is not None
        shell.stdin.write(json.dumps(wanted) + "\n")
        shell.stdin.flush()
        self._listening = threading.Thread(target=_wait, args=(shell, ended), daemon=True)
        self._listening.start()

    def stop(self) -> None:
        self.close()
        self._shell, _ = self._start()

    def close(self) -> None:
        self._shell.kill()
        self._shell.wait()
        if self._listening is not None:
            self._listening.join()
        for pipe in (self._shell.stdin, self._shell.stdout):
            if pipe is not None:
                pipe.close()

    def _start(self) -> "tuple[subprocess.Popen[str], str]":
        shell = subprocess.Popen(
            (self._program, "-NoLogo", "-NoProfile", "-NonInteractive", "-Command", _SCRIPT),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            encoding="utf-8",
            env=environment(),
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
        assert shell.stdout is not None
        return shell, shell.stdout.readline()


def _wait(shell: "subprocess.Popen[str]", ended: Ended) -> None:
    assert shell.stdout is not None
    said = shell.stdout.readline().strip()
    ended("" if said == "ended" else "Windows speech ended")
