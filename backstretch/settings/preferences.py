"""Every choice that is remembered, declared once: type, default, bounds, words of its row."""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from typing import Any, Literal

from backstretch.settings.rule import Rule
from backstretch.translation_marks import QT_TRANSLATE_NOOP

ThemeChoice = Literal["system", "light", "dark"]
VoiceLevel = Literal["full", "cues", "silent"]
Coaching = Literal["as-i-learn", "always", "never"]
BreathSounds = Literal["never", "mat", "always"]
Facing = Literal["mirror", "outside"]
PageName = Literal["today", "history", "settings"]


def _choice(default: Any, rule: Rule) -> Any:
    return field(default=default, metadata={"rule": rule})


def _table(rule: Rule) -> Any:
    return field(default_factory=dict, metadata={"rule": rule})


@dataclass(frozen=True, slots=True)
class Preferences:
    """The choices in force. Units are in the names or in the rules: seconds, metres, inches,
    shares of 1."""

    theme: ThemeChoice = _choice(
        "system",
        Rule(
            "one-of",
            QT_TRANSLATE_NOOP("Preferences", "Theme"),
            options={
                "system": QT_TRANSLATE_NOOP("Preferences", "As the system"),
                "light": QT_TRANSLATE_NOOP("Preferences", "Light"),
                "dark": QT_TRANSLATE_NOOP("Preferences", "Dark"),
            },
        ),
    )
    figure: str = _choice(
        "",  # the first figure
        Rule(
            "text",
            QT_TRANSLATE_NOOP("Preferences", "Figure"),
            QT_TRANSLATE_NOOP("Preferences", "Who shows you the moves"),
        ),
    )
    language: str = _choice(
        "",  # as the system
        Rule(
            "text",
            QT_TRANSLATE_NOOP("Preferences", "Language"),
            QT_TRANSLATE_NOOP("Preferences", "From the next start on"),
        ),
    )
    text_percent: int = _choice(
        100,
        Rule(
            "whole",
            QT_TRANSLATE_NOOP("Preferences", "Text size"),
            QT_TRANSLATE_NOOP("Preferences", "Relative to your system text size"),
            least=75,
            most=250,
            step=5,
            unit="percent",
        ),
    )
    reduced_motion: bool = _choice(
        False,
        Rule(
            "flag",
            QT_TRANSLATE_NOOP("Preferences", "Reduce motion"),
            QT_TRANSLATE_NOOP(
                "Preferences",
                "Still key poses that fade into one another; the system's own wish is followed too",
            ),
        ),
    )

    routine: str = _choice("", Rule("text"))
    lead_in_seconds: float | None = _choice(
        None,
        Rule(
            "number",
            QT_TRANSLATE_NOOP("Preferences", "Lead-in"),
            QT_TRANSLATE_NOOP("Preferences", "Before the first move; 10 s once you know it"),
            least=0,
            most=60,
            unit="seconds",
            may_be_unset=True,
        ),
    )
    reentry_seconds: float = _choice(
        3.0,
        Rule(
            "number",
            QT_TRANSLATE_NOOP("Preferences", "Count after a pause"),
            QT_TRANSLATE_NOOP("Preferences", "Before it goes on where you paused"),
            least=0,
            most=15,
            unit="seconds",
        ),
    )
    change_factor: float = _choice(
        1.0,
        Rule(
            "number",
            QT_TRANSLATE_NOOP("Preferences", "Changes of position"),
            QT_TRANSLATE_NOOP("Preferences", "How long they last, compared with the routine"),
            least=0.5,
            most=4,
            step=0.25,
            unit="share",
        ),
    )
    wait_for_me: bool = _choice(
        False,
        Rule(
            "flag",
            QT_TRANSLATE_NOOP("Preferences", "Wait for me"),
            QT_TRANSLATE_NOOP(
                "Preferences",
                "After a change of position the next move begins when you press {go-on}",
            ),
        ),
    )
    range_percent: int | None = _choice(
        None,
        Rule(
            "whole",
            QT_TRANSLATE_NOOP("Preferences", "Range"),
            QT_TRANSLATE_NOOP(
                "Preferences",
                "How far you go, of the full range; half of it, done well, is the exercise",
            ),
            least=50,
            most=100,
            step=5,
            unit="percent",
            may_be_unset=True,
        ),
    )
    hold_last: bool = _choice(
        False,
        Rule(
            "flag",
            QT_TRANSLATE_NOOP("Preferences", "Hold the last one"),
            QT_TRANSLATE_NOOP(
                "Preferences",
                "15 s in the last bend of each side and in the last cobra; that lengthens most",
            ),
        ),
    )
    care_neck: bool = _choice(
        False,
        Rule(
            "flag",
            QT_TRANSLATE_NOOP("Preferences", "Careful with my neck"),
            QT_TRANSLATE_NOOP(
                "Preferences", "Moves that ask much of it are done in their gentler variant"
            ),
        ),
    )
    care_lower_back: bool = _choice(
        False, Rule("flag", QT_TRANSLATE_NOOP("Preferences", "Careful with my lower back"))
    )
    care_wrists: bool = _choice(
        False, Rule("flag", QT_TRANSLATE_NOOP("Preferences", "Careful with my wrists"))
    )
    care_knees: bool = _choice(
        False, Rule("flag", QT_TRANSLATE_NOOP("Preferences", "Careful with my knees"))
    )
    moves: Mapping[str, Mapping[str, object]] = _table(Rule("move-tables"))
    """Dose, pace and variant chosen for each move, as a plan keeps them (see `move_choices`)."""
    ask_stiffness: bool = _choice(
        True,
        Rule(
            "flag",
            QT_TRANSLATE_NOOP("Preferences", "Ask how stiff my back is"),
            QT_TRANSLATE_NOOP(
                "Preferences", "Before and after a session; never in the way of starting"
            ),
        ),
    )

    voice_level: VoiceLevel = _choice(
        "full",
        Rule(
            "one-of",
            QT_TRANSLATE_NOOP("Preferences", "Spoken guidance"),
            QT_TRANSLATE_NOOP("Preferences", "How much is said"),
            options={
                "full": QT_TRANSLATE_NOOP("Preferences", "Everything"),
                "cues": QT_TRANSLATE_NOOP("Preferences", "Cues only"),
                "silent": QT_TRANSLATE_NOOP("Preferences", "Nothing"),
            },
        ),
    )
    coaching: Coaching = _choice(
        "as-i-learn",
        Rule(
            "one-of",
            QT_TRANSLATE_NOOP("Preferences", "Tips on form"),
            QT_TRANSLATE_NOOP(
                "Preferences", "Spoken while you move; fewer as you get to know a move"
            ),
            options={
                "as-i-learn": QT_TRANSLATE_NOOP("Preferences", "As I learn"),
                "always": QT_TRANSLATE_NOOP("Preferences", "Always"),
                "never": QT_TRANSLATE_NOOP("Preferences", "Never"),
            },
        ),
    )
    voice: str = _choice("", Rule("text", QT_TRANSLATE_NOOP("Preferences", "Voice")))
    voice_rate: float = _choice(
        1.0,
        Rule(
            "number",
            QT_TRANSLATE_NOOP("Preferences", "How fast it speaks"),
            least=0.5,
            most=2,
            step=0.05,
            unit="share",
        ),
    )
    voice_volume: float = _choice(
        0.8,
        Rule(
            "number",
            QT_TRANSLATE_NOOP("Preferences", "How loud it speaks"),
            most=1,
            step=0.05,
            unit="share",
        ),
    )
    sounds_volume: float = _choice(
        0.6,
        Rule(
            "number",
            QT_TRANSLATE_NOOP("Preferences", "How loud the sounds are"),
            QT_TRANSLATE_NOOP("Preferences", "Breath, reps, sides, next move"),
            most=1,
            step=0.05,
            unit="share",
        ),
    )

    breath_sounds: BreathSounds = _choice(
        "mat",
        Rule(
            "one-of",
            QT_TRANSLATE_NOOP("Preferences", "Breath by ear"),
            QT_TRANSLATE_NOOP(
                "Preferences",
                "A quiet tone rises while you breathe in and falls while you breathe out",
            ),
            options={
                "never": QT_TRANSLATE_NOOP("Preferences", "Never"),
                "mat": QT_TRANSLATE_NOOP("Preferences", "In mat mode"),
                "always": QT_TRANSLATE_NOOP("Preferences", "Always"),
            },
        ),
    )

    viewing_metres: float = _choice(
        2.5,
        Rule(
            "number",
            QT_TRANSLATE_NOOP("Preferences", "Distance"),
            QT_TRANSLATE_NOOP(
                "Preferences",
                "From your eyes on the mat to the screen; mat mode writes as large as that needs",
            ),
            least=0.4,
            most=6,
            step=0.1,
            unit="metres",
        ),
    )
    screen_inches: float = _choice(
        0.0,  # believe the screen
        Rule(
            "number",
            QT_TRANSLATE_NOOP("Preferences", "Screen size"),
            QT_TRANSLATE_NOOP(
                "Preferences", "Its diagonal, where the screen does not tell it right"
            ),
            most=120,
            step=0.5,
            unit="inches",
        ),
    )
    flash: bool = _choice(
        False,
        Rule(
            "flag",
            QT_TRANSLATE_NOOP("Preferences", "Flash"),
            QT_TRANSLATE_NOOP("Preferences", "A gentle flash when a phase begins"),
        ),
    )
    facing: Facing = _choice(
        "mirror",
        Rule(
            "one-of",
            QT_TRANSLATE_NOOP("Preferences", "When the figure faces you"),
            QT_TRANSLATE_NOOP(
                "Preferences",
                "As in a mirror it moves on the side where you do; the words mean your own side",
            ),
            options={
                "mirror": QT_TRANSLATE_NOOP("Preferences", "As in a mirror"),
                "outside": QT_TRANSLATE_NOOP("Preferences", "As seen from outside"),
            },
        ),
    )
    starts_left: bool = _choice(
        False,
        Rule(
            "flag",
            QT_TRANSLATE_NOOP("Preferences", "Start with the left side"),
            QT_TRANSLATE_NOOP("Preferences", "In moves with two sides, from the next session on"),
        ),
    )

    keys: Mapping[str, list[str]] = _table(Rule("keys"))
    """The user's own keys: command id to portable key names."""
    geometry: tuple[int, ...] | list[int] = _choice((), Rule("rectangle"))
    """The window's left, top, width and height in pixels; empty at the first start."""
    maximised: bool = _choice(False, Rule("flag"))
    last_page: PageName = _choice(
        "today", Rule("one-of", options={"today": "", "history": "", "settings": ""})
    )


RULES: Mapping[str, Rule] = {each.name: each.metadata["rule"] for each in fields(Preferences)}
"""The rule of each choice, by its name."""
