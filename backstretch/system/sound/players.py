"""Programs that play a WAV file, ranked; the sound server's own comes first."""

import shutil
import sys
from dataclasses import dataclass
from pathlib import Path

from backstretch.system.programs import Running, start, stop


@dataclass(frozen=True, slots=True)
class Player:
    """`command` plays the file whose path is appended to it."""

    name: str
    command: tuple[str, ...]


_RANKS = {
    "linux": (
        Player("pw-play", ("pw-play",)),
        Player("paplay", ("paplay",)),
        Player("aplay", ("aplay", "--quiet")),
    ),
    "darwin": (Player("afplay", ("afplay",)),),
}


def ranked() -> tuple[Player, ...]:
    """The installed players, best first."""
    players = _RANKS.get(sys.platform, ())
    return tuple(player for player in players if shutil.which(player.command[0]))


class Program:
    """Plays with the best player that works; one that fails is replaced by the next."""

    def __init__(self, players: tuple[Player, ...]) -> None:
        self.is_installed = bool(players)
        self._players = players
        self._running: list[tuple[Player, Running]] = []

    @property
    def name(self) -> str:
        """The name of the player in use; "" if none works."""
        self._reap()
        return self._players[0].name if self._players else ""

    def play(self, file: Path) -> Running | None:
        """Starts playing `file` and returns at once; None if nothing could be started."""
        self._reap()
        while self._players:
            player = self._players[0]
            try:
                running = start((*player.command, str(file)))
            except OSError:
                self._give_up(player)
                continue
            self._running.append((player, running))
            return running
        return None

    def close(self) -> None:
        for _, running in self._running:
            stop(running)
        self._running.clear()

    def _reap(self) -> None:
        over = [(player, running.poll()) for player, running in self._running]
        self._running = [pair for pair in self._running if pair[1].poll() is None]
        for player, code in over:
            if code is not None and code > 0:
                self._give_up(player)

    def _give_up(self, player: Player) -> None:
        self._players = tuple(other for other in self._players if other != player)
