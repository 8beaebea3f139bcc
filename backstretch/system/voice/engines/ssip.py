"""The line protocol of Speech Dispatcher (SSIP): commands, numbered replies, events in between."""

import contextlib
import queue
import socket
import threading
from collections.abc import Callable
from pathlib import Path

_ANSWER_SECONDS = 3.0
_GREETING_SECONDS = 1.0


class SsipError(Exception):
    """The service refused, did not reply, or went away."""


class Connection:
    """Connects. Raises SsipError if it cannot."""

    def __init__(self, path: Path) -> None:
        self._socket = socket.socket(socket.AF_UNIX)
        self._socket.settimeout(_GREETING_SECONDS)
        try:
            self._socket.connect(str(path))
            self._socket.settimeout(None)
        except OSError as error:
            self._socket.close()
            raise SsipError(str(error)) from error
        self._answers: queue.Queue[tuple[int, list[str]]] = queue.Queue()
        self._heard: Callable[[str, str], None] = lambda _code, _message: None
        threading.Thread(target=self._read, daemon=True).start()

    @staticmethod
    def answers(path: Path) -> bool:
        """True if something replies at `path`; a service stuck while shutting down does not."""
        with socket.socket(socket.AF_UNIX) as probe:
            probe.settimeout(_GREETING_SECONDS)
            try:
                probe.connect(str(path))
            except OSError:
                return False
            return True

    def ask(self, question: str, code: int = 0, within: float = _ANSWER_SECONDS) -> list[str]:
        """Sends a command and returns the lines of the reply. Raises SsipError unless the reply has
        `code` (0: any good one) and comes `within` that many seconds."""
        try:
            self._socket.sendall(f"{question}\r\n".encode())
            answer, lines = self._answers.get(timeout=within)
        except (OSError, queue.Empty) as error:
            raise SsipError("no answer") from error
        if not 200 <= answer < 300 or code not in (0, answer):
            raise SsipError(f"{answer} {' '.join(lines)}")
        return lines[:-1]

    def listen(self, heard: Callable[[str, str], None]) -> None:
        """`heard` gets the code of each event and the number of its message, in the reading
        thread."""
        self._heard = heard

    def close(self) -> None:
        with contextlib.suppress(OSError):
            self._socket.shutdown(socket.SHUT_RDWR)
        self._socket.close()

    def _read(self) -> None:
        lines: list[str] = []
        try:
            with self._socket.makefile("r", encoding="utf-8", newline="\r\n") as stream:
                for line in stream:
                    text = line.rstrip("\r\n")
                    lines.append(text[4:])
                    if text[3:4] == "-":
                        continue
                    self._take(text[:3], lines)
                    lines = []
        except OSError:
            pass
        self._answers.put((0, ["the service went away"]))

    def _take(self, code: str, lines: list[str]) -> None:
        if code.startswith("7"):
            self._heard(code, lines[0] if len(lines) > 1 else "")
        elif code.isdigit():
            self._answers.put((int(code), lines))
