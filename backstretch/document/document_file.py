"""Opens a file that somebody else wrote, without waiting for it and within a size limit."""

import os
import stat
from pathlib import Path

from backstretch.document.document_problem import DocumentProblem
from backstretch.document.tree import Node, parse


def read_file(path: Path, most_bytes: int) -> Node:
    """The tree of the YAML file at `path`, if it has no more than `most_bytes`.

    Raises DocumentProblem for everything that can be wrong, including a missing file.
    """
    try:
        data = _bytes(path, most_bytes + 1)
    except IsADirectoryError as error:
        raise DocumentProblem(0, "not-a-file") from error
    except OSError as error:
        raise DocumentProblem(0, "unreadable", said=error.strerror or str(error)) from error
    except ValueError as error:  # a NUL in the path
        raise DocumentProblem(0, "unreadable", said=str(error)) from error
    if len(data) > most_bytes:
        raise DocumentProblem(0, "too-big", most=str(most_bytes // 1024))
    return parse(data)


def _bytes(path: Path, most_bytes: int) -> bytes:
    """At most `most_bytes` of the file. Without O_NONBLOCK, opening a FIFO waits for a writer."""
    descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0))
    with os.fdopen(descriptor, "rb") as file:
        if not stat.S_ISREG(os.fstat(descriptor).st_mode):
            raise DocumentProblem(0, "not-a-file")
        return file.read(most_bytes)
