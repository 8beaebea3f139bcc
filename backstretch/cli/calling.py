"""Calls one subcommand so that no failure reaches the user as a traceback."""

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from contextlib import redirect_stderr, redirect_stdout, suppress
from importlib import import_module
from io import StringIO, TextIOWrapper
from typing import Any, NoReturn, TextIO

from backstretch.cli.refusal import Refusal
from backstretch.cli.subcommands import Subcommand, after_words
from backstretch.paths import places, places_problem
from backstretch.plain_text import CONTROL

_OF_HISTORY = ("history", "export", "import")


def _spelled(text: str) -> str:
    return CONTROL.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


class _Plain:
    """Writes text with its control characters spelled out (\\u001b): a terminal would obey those
    that a file brings along. In JSON they mean the same as before."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream

    def write(self, text: str) -> int:
        self._stream.write(_spelled(text))
        return len(text)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._stream, name)


class Parser(argparse.ArgumentParser):
    """An argument parser whose errors are one sentence."""

    def error(self, message: str) -> NoReturn:
        raise Refusal(f"{message}; see `{self.prog} --help`")


def parser_of(subcommand: Subcommand) -> Parser:
    """What reads the arguments of a command."""
    summary = subcommand.summary
    parser = Parser(
        prog=f"backstretch {subcommand.name}",
        description=summary[:1].upper() + summary[1:],
        epilog=after_words(),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    import_module(subcommand.module).arguments(parser)
    return parser


def call(subcommand: Subcommand, arguments: Sequence[str]) -> int:
    """Runs the subcommand and returns its exit code."""

    def run() -> int:
        problem = places_problem(places()) if subcommand.name in _OF_HISTORY else ""
        if problem:
            raise Refusal(problem)
        options = parser_of(subcommand).parse_args(arguments)
        code: int = import_module(subcommand.module).run(options)
        return code

    return quietly(run)


def quietly(run: Callable[[], int]) -> int:
    """The exit code of `run`. Turns a refusal, a closed pipe and Ctrl-C into exit codes."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")
    # Where a stream is closed, Python has None, and what is written is lost.
    out, errors = (stream or StringIO() for stream in (sys.stdout, sys.stderr))
    with redirect_stdout(_Plain(out)), redirect_stderr(_Plain(errors)):
        return _run(run)


def _run(run: Callable[[], int]) -> int:
    try:
        code = run()
        sys.stdout.flush()
        return code
    except Refusal as refusal:
        return refuse(str(refusal))
    except BrokenPipeError:
        _drop_output()
        return 0
    except KeyboardInterrupt:
        return 130
    except OSError as error:
        if error.filename is None:
            _drop_output()
        where = f"{error.filename}: " if error.filename else ""
        return refuse(f"{where}{error.strerror or error}")
    except ImportError as error:
        from backstretch.requirements import problem

        told = problem(window=False)
        return refuse(told) if told else _confess(error)
    except Exception as error:
        return _confess(error)


def _drop_output() -> None:
    """Python flushes stdout once more at exit, which must not print an error."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _confess(error: Exception) -> int:
    """An unexpected error: logged in full, reported in one sentence."""
    import logging

    from backstretch.log import open_log

    path = places().log_file
    handler = open_log(path)
    logging.getLogger("backstretch").critical("Unexpected error", exc_info=error)
    logging.getLogger().removeHandler(handler)
    handler.close()
    kind = type(error).__name__
    return refuse(f"this should not have happened ({kind}: {error}); the whole of it is in {path}")


def say(text: str) -> int:
    """Prints `text`."""

    def show() -> int:
        print(text)
        return 0

    return quietly(show)


def refuse(sentence: str) -> int:
    """Prints `sentence` to stderr and returns the exit code of a refusal."""
    print(_spelled(f"backstretch: {sentence}"), file=sys.stderr)
    return 2
