"""The Today page as it was last, so that a start can show it without reading any routine. It is
used only if everything it was made from is unchanged."""

import json
import os
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from backstretch.assets import folder
from backstretch.plain_text import is_plain
from backstretch.private_files import private_folder, read_regular, write_text
from backstretch.settings import Preferences
from backstretch.ui.today.facts import CardFacts, TodayFacts

_MOST_BYTES = 1_000_000
_MOST_SECONDS = 1_000_000.0


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
            now.hold_last,
            now.care_neck,
            now.care_lower_back,
            now.care_wrists,
            now.care_knees,
        )
        return json.dumps([self.language, chosen, files], sort_keys=True)

    def load(self, key: str) -> TodayFacts | None:
        """The facts kept under `key`; None if missing, damaged or for another key."""
        try:
            data = json.loads(read_regular(self.path, _MOST_BYTES))
            if data["key"] != key:
                return None
            return _facts(data["facts"])
        except (OSError, ValueError, LookupError, TypeError, AttributeError, RecursionError):
            return None

    def save(self, key: str, facts: TodayFacts) -> None:
        """Keeps the facts. If that fails, the next start is only a little slower."""
        with suppress(OSError):
            private_folder(self.path.parent)
            write_text(self.path, json.dumps({"key": key, "facts": asdict(facts)}))


def _facts(data: Mapping[str, Any]) -> TodayFacts:
    """Makes the facts of plain values. Raises ValueError, LookupError or TypeError if any is not
    what the page was given before."""
    cards = tuple(CardFacts(**card) for card in data["cards"])
    texts = [data["routine"], data["safety"], *data["usual"], *data["routines"]]
    texts += [*data["routines"].values()]
    for card in cards:
        texts += [card.id, card.title, card.brief]
        whole = {type(number) for number in (card.count, card.least, card.most)} == {int}
        if not (card.is_sound and whole and type(card.per_side) is bool):
            raise ValueError("a card is damaged")
    seconds = data["seconds"]
    if not all(isinstance(text, str) and is_plain(text) for text in texts):
        raise ValueError("a text is damaged")
    if type(seconds) not in (int, float) or not 0 <= seconds < _MOST_SECONDS:
        raise ValueError("the length is damaged")
    if type(data["has_advice"]) is not bool:
        raise ValueError("what is kept of safety is damaged")
    return TodayFacts(**{**data, "cards": cards, "usual": tuple(data["usual"])})


def _stamps(place: Path) -> Iterable[tuple[str, int, int]]:
    try:
        with os.scandir(place) as entries:
            found = [(entry.path, entry.stat()) for entry in entries if entry.is_file()]
    except OSError:
        return []
    return sorted((path, stat.st_mtime_ns, stat.st_size) for path, stat in found)
