"""`backstretch check FILE…`: every problem of routine files, and how to fix each."""

import argparse
from pathlib import Path

from backstretch.cli.problem_words import worded


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("files", nargs="+", metavar="FILE", help="a routine file (YAML)")


def run(options: argparse.Namespace) -> int:
    """Returns 0 if all files are good, 1 if any has a problem."""
    from backstretch.figure.poses import load_poses
    from backstretch.routine.load import load

    poses = load_poses()
    found = [load(Path(file), poses).problems for file in options.files]
    for problem in (problem for problems in found for problem in problems):
        print(worded(problem))
    return 1 if any(found) else 0
