"""Which lines and branches of the pure rooms the tests reach.

    python3 dev.py bench coverage [--missing]

Runs the rooms' own tests with branches counted. `--missing` lists what is not reached.
"""

import argparse
import subprocess
import sys
import tempfile
from pathlib import Path

from bench.measure import CHECKOUT

ROOMS = ("document", "figure", "routine", "session", "history", "settings")
TESTS = (*(f"tests/{room}" for room in ROOMS if room != "settings"), "tests/test_settings.py")
CONFIGURATION = """
[run]
branch = True
source = backstretch
data_file = {data}
[report]
include = {include}
skip_covered = True
exclude_also =
    if TYPE_CHECKING:
    \\.\\.\\.$
    assert_never\\(
    case _:
"""


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--missing", action="store_true", help="list what is not reached")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        settings = Path(folder) / "coverage.ini"
        include = ",".join(f"backstretch/{room}/*" for room in ROOMS)
        data = Path(folder) / "data"
        settings.write_text(CONFIGURATION.format(data=data, include=include), "utf-8")
        coverage(settings, "run", "-m", "pytest", "-q", "-n", "0", *TESTS)
        for room in ROOMS:
            print(f"== {room}", flush=True)
            arguments = [f"--include=backstretch/{room}/*", *(["-m"] * options.missing)]
            coverage(settings, "report", *arguments)


def coverage(settings: Path, *arguments: str) -> None:
    command, *rest = arguments
    subprocess.run(
        [sys.executable, "-m", "coverage", command, f"--rcfile={settings}", *rest],
        cwd=CHECKOUT,
        check=False,
    )


if __name__ == "__main__":
    main()
