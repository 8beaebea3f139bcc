"""From exec to the first content of the window, beside a bare PySide6 window.

    python3 dev.py bench start [--runs N]

The two take turns, so that whatever else the machine does meets both. The bare window has PySide6
as pip installs it, without what `dev.py` unpacks of it. Aim: a ratio of 1.25.
"""

import argparse
import compileall
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from statistics import median

import shiboken6

from bench.measure import CHECKOUT, home, screen, spread, table, verdict

AIM = 1.25
PROGRAMS = ("bare", "backstretch")


def once(program: str, environment: Mapping[str, str]) -> tuple[float, float]:
    """One fresh start: wall seconds to first content, CPU seconds until it has quit."""
    before = os.times()
    begun = time.monotonic()
    done = subprocess.run(
        [sys.executable, "-m", "bench.first_content", program],
        cwd=CHECKOUT,
        env=dict(environment),
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    after = os.times()
    if done.returncode != 0 or not done.stdout.strip():
        sys.exit(f"{program} did not come up:\n{done.stderr}")
    cpu = after.children_user + after.children_system
    cpu -= before.children_user + before.children_system
    return float(done.stdout.split()[-1]) - begun, cpu


@contextmanager
def as_installed(environment: Mapping[str, str]) -> Iterator[dict[str, str]]:
    """`environment` with a copy of the binding's core as pip installs it."""
    source = Path(shiboken6.__file__).parent
    with tempfile.TemporaryDirectory(prefix="backstretch-bench-") as folder:
        copy = Path(folder) / source.name
        shutil.copytree(source, copy, ignore=shutil.ignore_patterns("files.dir", "__pycache__"))
        compileall.compile_dir(copy, quiet=2)
        yield {**environment, "PYTHONPATH": folder}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--runs", type=int, default=15, help="how often each is started")
    runs = parser.parse_args().runs
    walls: dict[str, list[float]] = {program: [] for program in PROGRAMS}
    cpus: dict[str, list[float]] = {program: [] for program in PROGRAMS}
    with screen() as shown, home(shown) as ours, as_installed(ours) as bare:
        environments = {"bare": bare, "backstretch": ours}
        for program in PROGRAMS:
            once(program, environments[program])
        for _ in range(runs):
            for program in PROGRAMS:
                wall, cpu = once(program, environments[program])
                walls[program].append(wall * 1000)
                cpus[program].append(cpu * 1000)
    rows = [[program, *spread(walls[program]), median(cpus[program])] for program in PROGRAMS]
    print(table(["ms to first content", "median", "p95", "most", "CPU median"], rows))
    ratio = median(walls["backstretch"]) / median(walls["bare"])
    print(verdict("backstretch to bare", ratio, AIM))


if __name__ == "__main__":
    main()
