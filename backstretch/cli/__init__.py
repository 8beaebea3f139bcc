"""The command line: `backstretch` opens the window, `backstretch COMMAND` works without one.

A subcommand is a line in `subcommands.SUBCOMMANDS` and a module of this package that has

    def arguments(parser: argparse.ArgumentParser) -> None: ...   # declares its arguments
    def run(options: argparse.Namespace) -> int: ...              # does it, answers the exit code

The module is imported only when its command is called, so none pays for another. A refusal is
raised as `Refusal` with one sentence that says what to do; it goes to stderr with exit code 2.
"""

from collections.abc import Callable, Sequence

from backstretch.cli.subcommands import SUBCOMMANDS, Subcommand, after_words

__all__ = ["SUBCOMMANDS", "Subcommand", "main"]

_HELP = ("-h", "--help")
_VERSION = ("-V", "--version")


def main(argv: Sequence[str], open_window: Callable[[Sequence[str]], int]) -> int:
    """Runs the subcommand that `argv` names, or `open_window(argv)` if it names none.

    Returns the exit code: 0 done, 1 done and found something wrong, 2 refused, 130 interrupted.
    """
    if not argv or (argv[0].startswith("-") and argv[0] not in (*_HELP, *_VERSION)):
        return open_window(argv)
    from backstretch.cli.calling import call, refuse, say

    if argv[0] == "help" and argv[1:]:
        argv = [argv[1], "--help"]
    if argv[0] in ("help", *_HELP):
        return say(_help())
    if argv[0] in _VERSION:
        return say(_version())
    for subcommand in SUBCOMMANDS:
        if subcommand.name == argv[0]:
            return call(subcommand, argv[1:])
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
            "`backstretch COMMAND --help` says more about one of them; -V shows the version.",
            "",
            after_words(),
        ]
    )
