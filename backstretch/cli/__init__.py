"""The command line: `backstretch` opens the window, `backstretch COMMAND` works without one.

A subcommand is a line in `SUBCOMMANDS` and a module of this package that has

    def arguments(parser: argparse.ArgumentParser) -> None: ...   # declares its arguments
    def run(options: argparse.Namespace) -> int: ...              # does it, answers the exit code

The module is imported only when its command is called, so none pays for another. A refusal is
raised as `Refusal` with one sentence that says what to do; it goes to stderr with exit code 2.
"""

from collections.abc import Callable, Sequence
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
)


def main(argv: Sequence[str], open_window: Callable[[Sequence[str]], int]) -> int:
    """Runs the subcommand that `argv` names, or `open_window(argv)` if it names none.

    Returns the exit code: 0 done, 1 done and found something wrong, 2 refused, 130 interrupted.
    """
    if not argv or (argv[0].startswith("-") and argv[0] not in ("-h", "--help", "--version")):
        return open_window(argv)
    from backstretch.cli.calling import call, refuse, say

    if argv[0] in ("-h", "--help"):
        return say(_help())
    if argv[0] == "--version":
        return say(_version())
    for subcommand in SUBCOMMANDS:
        if subcommand.name == argv[0]:
            return call(subcommand.name, subcommand.summary, subcommand.module, argv[1:])
    names = ", ".join(subcommand.name for subcommand in SUBCOMMANDS)
    return refuse(f"there is no command '{argv[0]}'; the commands are {names}")


def _version() -> str:
    from backstretch.identity import VERSION

    return f"backstretch {VERSION}"


def _help() -> str:
    width = max((len(subcommand.name) for subcommand in SUBCOMMANDS), default=0)
    lines = [f"  {entry.name:<{width}}  {entry.summary}" for entry in SUBCOMMANDS]
    return "\n".join(
        [
            "usage: backstretch [COMMAND …]",
            "",
            "Five moves for a stiff back. Without a command the window opens.",
            "",
            "commands:",
            *lines,
            "",
            "`backstretch COMMAND --help` says more about one of them.",
        ]
    )
