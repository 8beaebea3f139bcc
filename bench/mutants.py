"""How many changed lines the tests notice, in the rooms where a wrong line costs most.

    python3 dev.py bench mutants [--room session] [--minutes 10] [--show]

mutmut changes one thing at a time (a sign, a bound, an argument) in a copy of the checkout and runs
the tests that touch it. Of each room SAMPLE mutants are tried, drawn from all of them with a fixed
seed. A call stops after `--minutes` and the next one goes on. After tests were added, `--retry`
tries the survivors once more; after the code changed, `--again` begins afresh. `--show` prints the
survivors as diffs. Never part of CI: it takes about an hour.
"""

import argparse
import json
import os
import random
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path

from bench.measure import CHECKOUT, table

SAMPLE = 300
SEED = 20261127
WORK = CHECKOUT / ".venv" / "mutants"
SURVIVED, UNTESTED, TIMED_OUT = {0}, {5, 33}, {-24, 24, 36, 152, 255}
NOT_TRIED = {None, 2}
"""What mutmut records: 0 survived, 5 and 33 no test touches it, 2 interrupted; anything else was
noticed. A time-out is not counted as noticed: the limit is in real time, so on a busy computer it
also ends mutants that no test would fail on."""
LEFT_OUT = {
    "session": (),
    # Kills a process dozens of times: minutes for every mutant.
    "history": ("tests/history/test_kill.py",),
    "routine": (),
}
CONFIGURATION = """
[tool.mutmut]
source_paths = ["backstretch"]
only_mutate = ["backstretch/{room}/*"]
also_copy = ["resources", "routines"]
pytest_add_cli_args_test_selection = ["tests/{room}"]
pytest_add_cli_args = ["-p", "no:cacheprovider", "-p", "no:xdist", "-x"{ignored}]
use_setproctitle = false
use_git_change_detection = false
track_dependencies = false
timeout_multiplier = 4.0
timeout_constant = 2.0
"""


def main() -> None:
    options = parsed()
    rooms = [options.room] if options.room else list(LEFT_OUT)
    deadline = time.monotonic() + options.minutes * 60
    for room in rooms:
        folder = ready(room, again=options.again)
        if options.retry:
            forget_survivors(folder, room)
        left = [name for name, code in sample(folder, room).items() if code in NOT_TRIED]
        seconds = deadline - time.monotonic()
        if left and seconds > 0:
            try_mutants(folder, left, seconds, options.workers)
        if options.show:
            for name, code in sample(folder, room).items():
                if code in SURVIVED | UNTESTED | TIMED_OUT:
                    print(mutmut(folder, "show", name).stdout)
    heading = ("room", "tried", "noticed", "survived", "untested", "timed out", "score %")
    print(table(heading, list(rows(rooms))))


def parsed() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--room", choices=list(LEFT_OUT))
    parser.add_argument("--minutes", type=float, default=10)
    parser.add_argument("--workers", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--again", action="store_true", help="begin afresh")
    parser.add_argument("--retry", action="store_true", help="try survivors with the tests of now")
    parser.add_argument("--show", action="store_true", help="print the survivors")
    return parser.parse_args()


def ready(room: str, *, again: bool) -> Path:
    """The copy in which `room` is changed, with its mutants written."""
    folder = WORK / room
    if again:
        shutil.rmtree(folder, ignore_errors=True)
    if folder.exists():
        return folder
    for name in ("backstretch", "tests", "resources", "routines"):
        ignored = shutil.ignore_patterns("__pycache__")
        shutil.copytree(CHECKOUT / name, folder / name, ignore=ignored)
    ignored_tests = "".join(f', "--ignore={test}"' for test in LEFT_OUT[room])
    configuration = CONFIGURATION.format(room=room, ignored=ignored_tests)
    project = (CHECKOUT / "pyproject.toml").read_text("utf-8")
    (folder / "pyproject.toml").write_text(project + configuration, "utf-8")
    # A name that no mutant has: the mutants are written, none is tried.
    mutmut(folder, "run", f"backstretch.{room}.none_of_them")
    if not all_mutants(folder, room):
        sys.exit(f"mutmut made no mutants of {room}; see {folder}")
    return folder


def forget_survivors(folder: Path, room: str) -> None:
    """Takes over the present tests, and has the mutants that they may notice now tried again.
    Exits if the code has changed since the mutants were written: its tests would fail for that."""
    for name in ("backstretch", "resources", "routines"):
        if not is_same(CHECKOUT / name, folder / name):
            sys.exit(f"{name} has changed since these mutants were written; use --again")
    shutil.rmtree(folder / "tests")
    shutil.copytree(CHECKOUT / "tests", folder / "tests")
    for path in (folder / "mutants" / "backstretch" / room).rglob("*.py.meta"):
        kept = json.loads(path.read_text("utf-8"))
        codes = kept["exit_code_by_key"]
        kept["exit_code_by_key"] = {
            name: None if code in SURVIVED | UNTESTED | TIMED_OUT else code
            for name, code in codes.items()
        }
        path.write_text(json.dumps(kept), "utf-8")


def is_same(here: Path, copy: Path) -> bool:
    """True if both folders hold the same files, compiled ones left out."""
    found = [
        {
            path.relative_to(folder): path.read_bytes()
            for path in folder.rglob("*")
            if path.is_file() and "__pycache__" not in path.parts
        }
        for folder in (here, copy)
    ]
    return found[0] == found[1]


def all_mutants(folder: Path, room: str) -> dict[str, int | None]:
    """Every mutant of the room and what mutmut recorded of it."""
    found: dict[str, int | None] = {}
    for path in sorted((folder / "mutants" / "backstretch" / room).rglob("*.py.meta")):
        with suppress(ValueError):  # being written right now
            found |= json.loads(path.read_text("utf-8"))["exit_code_by_key"]
    return found


def sample(folder: Path, room: str) -> dict[str, int | None]:
    found = all_mutants(folder, room)
    names = sorted(found)
    drawn = random.Random(SEED).sample(names, min(SAMPLE, len(names)))
    return {name: found[name] for name in sorted(drawn)}


def try_mutants(folder: Path, names: Sequence[str], seconds: float, workers: int) -> None:
    print(f"{folder.name}: {len(names)} to try", file=sys.stderr)
    with suppress(subprocess.TimeoutExpired):
        done = mutmut(folder, "run", "--max-children", str(workers), *names, seconds=seconds)
        if done.returncode != 0:
            # Without any mutant a test failed already, so no result would mean anything.
            sys.exit(f"mutmut could not try them:\n{done.stdout[-2000:]}{done.stderr[-2000:]}")


def mutmut(
    folder: Path, *arguments: str, seconds: float | None = None
) -> "subprocess.CompletedProcess[str]":
    """Raises TimeoutExpired after `seconds`; what was tried until then is recorded."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": ""}
    return subprocess.run(
        [str(Path(sys.executable).parent / "mutmut"), *arguments],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        timeout=seconds,
    )


def rows(rooms: Sequence[str]) -> Iterator[tuple[object, ...]]:
    for room in rooms:
        codes = list(sample(WORK / room, room).values()) if (WORK / room).exists() else []
        tried = [code for code in codes if code not in NOT_TRIED]
        survived = sum(code in SURVIVED for code in tried)
        untested = sum(code in UNTESTED for code in tried)
        late = sum(code in TIMED_OUT for code in tried)
        noticed = len(tried) - survived - untested - late
        score = f"{100 * noticed / len(tried):.1f}" if tried else "-"
        yield room, len(tried), noticed, survived, untested, late, score


if __name__ == "__main__":
    main()
