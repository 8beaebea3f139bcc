"""The Today page as it was last, so that a start can show it without reading any routine. It is
used only if everything it was made from is unchanged."""

import json
import os
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path

from backstretch.assets import folder
from backstretch.private_files import private_folder, write_text
from backstretch.settings import Preferences
from backstretch.ui.today.facts import CardFacts, TodayFacts


@dataclass(frozen=True, slots=True)
class TodaySnapshot:
    """Kept in the file `path`. `language` is the window's, `own_routines` the folder of the user's
    routine files, which need not exist."""

    path: Path
    language: str
    own_routines: Path

    def key(self, now: Preferences) -> str:
        """A text that changes whenever the page's facts may: with the choices, the language or the
        files."""
        places = (folder("routines"), self.own_routines, folder("resources") / "figure")
        files = [stamp for place in places for stamp in _stamps(place)]
        chosen = (
            now.routine,
            now.moves,
            now.lead_in_seconds,
            now.change_factor,
            now.care_neck,
            now.care_lower_back,
        )
        return json.dumps([self.language, chosen, files], sort_keys=True)

    def load(self, key: str) -> TodayFacts | None:
        """The facts kept under `key`; None if missing or damaged."""
        try:
            data = json.loads(self.path.read_text("utf-8"))
            if data["key"] != key:
                return None
            facts = data["facts"]
            cards = tuple(CardFacts(**card) for card in facts.pop("cards"))
            if not all(card.is_sound for card in cards):
                return None
            return TodayFacts(**{**facts, "cards": cards, "usual": tuple(facts["usual"])})
        except (OSError, ValueError, KeyError, TypeError, AttributeError):
            return None

    def save(self, key: str, facts: TodayFacts) -> None:
        """Keeps the facts. If that fails, the next start is only a little slower."""
        with suppress(OSError):
            private_folder(self.path.parent)
            write_text(self.path, json.dumps({"key": key, "facts": asdict(facts)}))


def _stamps(place: Path) -> Iterable[tuple[str, int, int]]:
    try:
        with os.scandir(place) as entries:
            found = [(entry.path, entry.stat()) for entry in entries if entry.is_file()]
    except OSError:
        return []
    return sorted((path, stat.st_mtime_ns, stat.st_size) for path, stat in found)
