"""Every choice that is remembered, declared once: its type, default, bounds and meaning."""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from typing import Literal

from backstretch.settings.rules import (
    Rule,
    flag,
    is_geometry,
    is_list_of_texts,
    number,
    one_of,
    rule,
    table,
    text,
    whole,
)

ThemeChoice = Literal["system", "light", "dark"]
VoiceLevel = Literal["full", "cues", "silent"]
PageName = Literal["today", "history", "settings"]


@dataclass(frozen=True, slots=True)
class Preferences:
    """Every choice that is remembered. Seconds, metres, inches and 0..1 as the names say."""

    theme: ThemeChoice = field(
        default="system", metadata=one_of("Light or dark", "system", "light", "dark")
    )
    figure: str = field(default="", metadata=text("Which figure leads; empty is the first"))
    language: str = field(default="", metadata=text("Language; empty follows the system"))
    text_percent: int = field(
        default=100, metadata=whole("Text size in percent of the system's", 75, 250)
    )
    reduced_motion: bool = field(
        default=False, metadata=flag("Show still key poses that cross-fade")
    )

    routine: str = field(default="", metadata=text("Routine chosen; empty is the first"))
    lead_in_seconds: float = field(
        default=10.0, metadata=number("Lead-in before the first move", 0, 60)
    )
    reentry_seconds: float = field(
        default=3.0, metadata=number("Count before going on after a pause", 0, 15)
    )
    change_factor: float = field(
        default=1.0, metadata=number("Length of the changes of position, as a factor", 0.5, 4)
    )
    wait_for_me: bool = field(
        default=False, metadata=flag("Changes of position wait for the user's word")
    )
    care_neck: bool = field(default=False, metadata=flag("Careful with my neck"))
    care_lower_back: bool = field(default=False, metadata=flag("Careful with my lower back"))
    moves: Mapping[str, Mapping[str, object]] = field(
        default_factory=dict,
        metadata=table(
            "Dose, pace and variant chosen for each move, as a plan keeps them",
            "one table for each move",
            lambda value: isinstance(value, dict),
        ),
    )
    ask_stiffness: bool = field(default=True, metadata=flag("Ask how stiff the back is"))

    voice_level: VoiceLevel = field(
        default="full", metadata=one_of("How much is said", "full", "cues", "silent")
    )
    voice: str = field(default="", metadata=text("The voice; empty is the system's"))
    voice_rate: float = field(
        default=1.0, metadata=number("How fast it speaks; 1 is ordinary speech", 0.5, 2)
    )
    voice_volume: float = field(default=0.8, metadata=number("How loud it speaks", 0, 1))
    sounds_volume: float = field(default=0.6, metadata=number("How loud the sounds are", 0, 1))

    viewing_metres: float = field(
        default=2.5, metadata=number("How far the mat is from the screen", 0.4, 6)
    )
    screen_inches: float = field(
        default=0.0, metadata=number("The screen's diagonal; 0 believes the screen", 0, 120)
    )
    flash: bool = field(default=False, metadata=flag("Flash when a phase begins"))
    mirrored: bool = field(default=False, metadata=flag("Left and right are swapped"))

    keys: Mapping[str, list[str]] = field(
        default_factory=dict, metadata=table("The user's own keys", "key names", is_list_of_texts)
    )
    geometry: tuple[int, ...] | list[int] = field(
        default=(),
        metadata=rule("Window: left, top, width, height", "four whole numbers", is_geometry),
    )
    maximised: bool = field(default=False, metadata=flag("The window fills the screen"))
    last_page: PageName = field(
        default="today", metadata=one_of("Page shown last", "today", "history", "settings")
    )


def rule_of(key: str) -> Rule:
    """The rule of a preference. Raises KeyError."""
    for each in fields(Preferences):
        if each.name == key:
            found: Rule = each.metadata["rule"]
            return found
    raise KeyError(key)
