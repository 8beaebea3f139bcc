"""The table of every command: its text, keys, icon and tip."""

from dataclasses import dataclass
from typing import Literal

from backstretch.translation_marks import QT_TRANSLATE_NOOP

Where = Literal["anywhere", "today", "session", "history"]


@dataclass(frozen=True, slots=True)
class Entry:
    """One command.

    where  where its keys are active; the same key may mean something else elsewhere
    text   English source, translated in the context "Actions"
    keys   default keys by their portable names; the first is the one shown in texts
    icon   name of a file in resources/icons, or ""
    tip    English source of the tool tip; "" if the text says enough
    held   the command lasts as long as its key is down
    """

    id: str
    where: Where
    text: str
    keys: tuple[str, ...]
    icon: str = ""
    tip: str = ""
    held: bool = False


ENTRIES: tuple[Entry, ...] = (
    Entry(
        "start",
        "today",
        QT_TRANSLATE_NOOP("Actions", "Start"),
        ("Space", "Return", "Enter", "F5"),
        "play",
        QT_TRANSLATE_NOOP("Actions", "Begin the session"),
    ),
    Entry(
        "toggle",
        "session",
        QT_TRANSLATE_NOOP("Actions", "Pause or resume"),
        ("Space", ".", "F5", "Toggle Media Play/Pause", "Media Play", "Media Pause"),
        "pause",
        QT_TRANSLATE_NOOP("Actions", "Pause, or resume where you paused"),
    ),
    Entry(
        "next",
        "session",
        QT_TRANSLATE_NOOP("Actions", "Next move"),
        ("Right", "PgDown", "Media Next"),
        "next",
        QT_TRANSLATE_NOOP("Actions", "Skip to the next move"),
    ),
    Entry(
        "back",
        "session",
        QT_TRANSLATE_NOOP("Actions", "Back"),
        ("Left", "PgUp", "Media Previous"),
        "back",
        QT_TRANSLATE_NOOP("Actions", "Back to the start of the move, or to the move before"),
    ),
    Entry(
        "go-on",
        "session",
        QT_TRANSLATE_NOOP("Actions", "Skip the wait"),
        ("Return", "Enter"),
        "right",
        QT_TRANSLATE_NOOP("Actions", "End the lead-in, the change of position or the rest"),
    ),
    Entry(
        "undo",
        "session",
        QT_TRANSLATE_NOOP("Actions", "Undo the skip"),
        ("U",),
        "undo",
        QT_TRANSLATE_NOOP("Actions", "Return to where you skipped, within five seconds"),
    ),
    Entry(
        "faster",
        "session",
        QT_TRANSLATE_NOOP("Actions", "Faster"),
        ("Up",),
        "faster",
        QT_TRANSLATE_NOOP("Actions", "A little faster, this move only"),
    ),
    Entry(
        "slower",
        "session",
        QT_TRANSLATE_NOOP("Actions", "Slower"),
        ("Down",),
        "slower",
        QT_TRANSLATE_NOOP("Actions", "A little slower, this move only"),
    ),
    Entry(
        "breathe",
        "session",
        QT_TRANSLATE_NOOP("Actions", "Your breath sets the pace"),
        ("B",),
        "breath",
        QT_TRANSLATE_NOOP(
            "Actions", "Keep it pressed as you breathe in, let go as you breathe out, three times"
        ),
        held=True,
    ),
    Entry(
        "more",
        "session",
        QT_TRANSLATE_NOOP("Actions", "One more"),
        ("+", "="),
        "plus",
        QT_TRANSLATE_NOOP("Actions", "One more rep of this move"),
    ),
    Entry(
        "less",
        "session",
        QT_TRANSLATE_NOOP("Actions", "One fewer"),
        ("-",),
        "minus",
        QT_TRANSLATE_NOOP("Actions", "One rep fewer of this move"),
    ),
    Entry(
        "enough",
        "session",
        QT_TRANSLATE_NOOP("Actions", "Finish this move"),
        ("E",),
        "enough",
        QT_TRANSLATE_NOOP("Actions", "Skip the remaining reps"),
    ),
    Entry(
        "repeat-side",
        "session",
        QT_TRANSLATE_NOOP("Actions", "Repeat this side"),
        ("R",),
        "repeat",
        QT_TRANSLATE_NOOP("Actions", "Do this side once more; it counts once"),
    ),
    Entry(
        "repeat-move",
        "session",
        QT_TRANSLATE_NOOP("Actions", "Repeat this move"),
        ("Shift+R",),
        "repeat",
        QT_TRANSLATE_NOOP("Actions", "Begin this move again"),
    ),
    Entry(
        "gentler",
        "session",
        QT_TRANSLATE_NOOP("Actions", "Gentler"),
        ("G",),
        "gentler",
        QT_TRANSLATE_NOOP("Actions", "Switch this move to its gentler variant, or back"),
    ),
    Entry(
        "further",
        "session",
        QT_TRANSLATE_NOOP("Actions", "Further"),
        ("F",),
        "plus",
        QT_TRANSLATE_NOOP("Actions", "A larger range in this move"),
    ),
    Entry(
        "less-far",
        "session",
        QT_TRANSLATE_NOOP("Actions", "Less far"),
        ("Shift+F",),
        "minus",
        QT_TRANSLATE_NOOP("Actions", "A smaller range in this move"),
    ),
    Entry(
        "leave",
        "session",
        QT_TRANSLATE_NOOP("Actions", "Leave the session"),
        ("Esc", "Media Stop"),
        "close",
        QT_TRANSLATE_NOOP("Actions", "Pause and ask; what you did is kept"),
    ),
    Entry(
        "mat",
        "session",
        QT_TRANSLATE_NOOP("Actions", "Mat mode"),
        ("M", "F11"),
        "mat",
        QT_TRANSLATE_NOOP("Actions", "Full screen, to be read from the mat"),
    ),
    Entry(
        "moves",
        "session",
        QT_TRANSLATE_NOOP("Actions", "Moves"),
        ("Q",),
        "list",
        QT_TRANSLATE_NOOP("Actions", "The list of today’s moves, to jump to one of them"),
    ),
    Entry(
        "instructions",
        "session",
        QT_TRANSLATE_NOOP("Actions", "How to do it"),
        ("I",),
        "info",
        QT_TRANSLATE_NOOP("Actions", "Fuller instructions for this move; the session pauses"),
    ),
    Entry(
        "show-me",
        "session",
        QT_TRANSLATE_NOOP("Actions", "Show me slowly"),
        ("S",),
        "eye",
        QT_TRANSLATE_NOOP("Actions", "The figure shows the move slowly, with its phases named"),
    ),
    Entry(
        "turn-left",
        "session",
        QT_TRANSLATE_NOOP("Actions", "Turn the figure left"),
        ("[", "Shift+Left"),
        "turn",
    ),
    Entry(
        "turn-right",
        "session",
        QT_TRANSLATE_NOOP("Actions", "Turn the figure right"),
        ("]", "Shift+Right"),
        "turn",
    ),
    Entry(
        "turn-reset",
        "session",
        QT_TRANSLATE_NOOP("Actions", "Reset view"),
        ("0",),
        "turn",
    ),
    Entry(
        "mirror",
        "session",
        QT_TRANSLATE_NOOP("Actions", "Mirror view on or off"),
        ("X",),
        "mirror",
        QT_TRANSLATE_NOOP(
            "Actions", "When the figure faces you: as in a mirror, or as seen from outside"
        ),
    ),
    Entry(
        "voice",
        "session",
        QT_TRANSLATE_NOOP("Actions", "Voice: full, cues, silent"),
        ("V",),
        "sound",
    ),
    Entry("earlier", "history", QT_TRANSLATE_NOOP("Actions", "Earlier"), ("Left", "PgUp"), "left"),
    Entry("later", "history", QT_TRANSLATE_NOOP("Actions", "Later"), ("Right", "PgDown"), "right"),
    Entry("now", "history", QT_TRANSLATE_NOOP("Actions", "This week"), ("Home",), "calendar"),
    Entry("today", "anywhere", QT_TRANSLATE_NOOP("Actions", "Today"), ("Ctrl+1",), "today"),
    Entry("history", "anywhere", QT_TRANSLATE_NOOP("Actions", "History"), ("Ctrl+2",), "history"),
    Entry(
        "settings",
        "anywhere",
        QT_TRANSLATE_NOOP("Actions", "Settings"),
        ("Ctrl+3", "Ctrl+,"),
        "settings",
    ),
    Entry(
        "keys",
        "anywhere",
        QT_TRANSLATE_NOOP("Actions", "Keyboard shortcuts"),
        ("?", "F1"),
        "keyboard",
    ),
    Entry(
        "about", "anywhere", QT_TRANSLATE_NOOP("Actions", "About Backstretch"), ("Ctrl+I",), "info"
    ),
    Entry("menu", "anywhere", QT_TRANSLATE_NOOP("Actions", "Menu"), ("F10",), "menu"),
    Entry(
        "import",
        "anywhere",
        QT_TRANSLATE_NOOP("Actions", "Import a history…"),
        ("Ctrl+O",),
        "download",
    ),
    Entry(
        "export",
        "anywhere",
        QT_TRANSLATE_NOOP("Actions", "Export the history…"),
        ("Ctrl+E",),
        "upload",
    ),
    Entry(
        "folder",
        "anywhere",
        QT_TRANSLATE_NOOP("Actions", "Open the data folder"),
        ("Ctrl+Shift+O",),
    ),
    Entry("quit", "anywhere", QT_TRANSLATE_NOOP("Actions", "Quit"), ("Ctrl+Q",), "close"),
)

_BY_ID = {entry.id: entry for entry in ENTRIES}


def entry_of(command: str) -> Entry:
    """The entry with that id. Raises KeyError."""
    return _BY_ID[command]
