"""A sound server of the bench's own that plays into nothing, and a recording of what it played."""

import math
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from array import array
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from backstretch.session import clock

RATE = 24_000
_BLOCK_BYTES = 480
_START_SECONDS = 10.0


@dataclass(frozen=True, slots=True)
class Recording:
    """Left and right mixed to one; `zero` is the session clock's time of the first sample."""

    samples: "array[int]"
    zero: float

    def frame(self, time: float) -> int:
        return round((time - self.zero) * RATE)

    @property
    def peak_decibels(self) -> float:
        return 20 * math.log10(max(map(abs, self.samples), default=1) / 32768)


@contextmanager
def null_sink(environment: Mapping[str, str]) -> Iterator[dict[str, str]]:
    """The environment in which programs play to the null sink."""
    if not all(map(shutil.which, ("pulseaudio", "parec", "pactl"))):
        sys.exit("this bench needs PulseAudio: sudo apt install pulseaudio pulseaudio-utils")
    with tempfile.TemporaryDirectory(prefix="backstretch-sink-") as folder:
        socket = Path(folder) / "native"
        heard = {
            **environment,
            "PULSE_SERVER": f"unix:{socket}",
            "PULSE_RUNTIME_PATH": folder,
            "PULSE_COOKIE": f"{folder}/cookie",
        }
        modules = (
            f"module-native-protocol-unix socket={socket} auth-anonymous=1",
            f"module-null-sink sink_name=null rate={RATE} channels=2",
        )
        loads = [part for module in modules for part in ("-L", module)]
        command = ["pulseaudio", "-n", "--daemonize=no", "--exit-idle-time=-1", *loads]
        nothing = subprocess.DEVNULL
        server = subprocess.Popen(command, env=heard, stdout=nothing, stderr=nothing)
        try:
            for _ in range(round(_START_SECONDS / 0.05)):
                asked = subprocess.run(
                    ["pactl", "info"], env=heard, check=False, capture_output=True
                )
                if asked.returncode == 0:
                    break
                time.sleep(0.05)
            yield heard
        finally:
            server.terminate()
            server.wait()


def recorded_while(
    child: "subprocess.Popen[str]", environment: Mapping[str, str], block_milliseconds: int = 10
) -> Recording:
    """Records the sink's monitor until `child` ends."""
    command = ["parec", "-d", "null.monitor", f"--rate={RATE}", "--channels=2", "--format=s16le"]
    ear = subprocess.Popen(
        [*command, f"--latency-msec={block_milliseconds}"],
        env=dict(environment),
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )
    assert ear.stdout is not None
    stream = ear.stdout
    both = array("h")
    arrivals: list[float] = []

    def read() -> None:
        while block := stream.read(_BLOCK_BYTES):
            both.frombytes(block[: len(block) // 4 * 4])
            # The least delay is the recorder's own; any more is our waiting for the processor.
            arrivals.append(clock.now() - len(both) / 2 / RATE)

    reader = threading.Thread(target=read, daemon=True)
    reader.start()
    child.wait()
    time.sleep(0.3)
    ear.terminate()
    ear.wait()
    reader.join()
    pairs = zip(both[0::2], both[1::2], strict=True)
    mono = array("h", ((left + right) // 2 for left, right in pairs))
    return Recording(mono, min(arrivals, default=0.0))
