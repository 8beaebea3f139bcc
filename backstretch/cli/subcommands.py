"""The commands there are, and what every help of them ends with."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Subcommand:
    name: str
    summary: str
    module: str


SUBCOMMANDS: tuple[Subcommand, ...] = (
    Subcommand("score", "print the timetable the player will follow", "backstretch.cli.score"),
    Subcommand("check", "say what is wrong in routine files", "backstretch.cli.check"),
    Subcommand("history", "print a week of practice", "backstretch.cli.history"),
    Subcommand("export", "write the history to a file", "backstretch.cli.export_history"),
    Subcommand("import", "take an exported history in", "backstretch.cli.import_history"),
    Subcommand("draw", "draw a move, still or moving", "backstretch.cli.draw"),
    Subcommand("sheet", "write a one-page handout to print", "backstretch.cli.sheet"),
    Subcommand("doctor", "say what works on this computer", "backstretch.cli.doctor"),
)

EXIT_CODES = {
    "0": "done",
    "1": "done, and something wrong was found",
    "2": "refused; one sentence on the standard error says what to do",
    "130": "interrupted with Ctrl+C",
}
ENVIRONMENT = {
    "BACKSTRETCH_HOME": "a folder that holds everything that is kept, for example on a USB stick",
    "QT_QPA_PLATFORM": "how Qt shows windows: xcb, wayland, or offscreen for none",
}
FILES = {
    "~/.local/share/backstretch": "the history, and your own routines in the folder routines",
    "~/.config/backstretch": "the settings",
    "~/.local/state/backstretch": "the log",
    "~/.cache/backstretch": "pictures that are made again when they are missing",
}


def after_words() -> str:
    """What every help ends with: exit codes, environment and files."""
    parts = {"exit codes": EXIT_CODES, "environment": ENVIRONMENT, "files": FILES}
    blocks = []
    for title, entries in parts.items():
        width = max(map(len, entries))
        rows = [f"  {name:<{width}}  {words}" for name, words in entries.items()]
        blocks.append("\n".join([f"{title}:", *rows]))
    return "\n\n".join(blocks)
