"""What the moving figure on Today costs, beside a window that is merely repainted.

    python3 dev.py bench hero [--seconds N]

Both run in a window of 1280x800 that has the focus; the yardstick repaints all of it 30 times a
second from a picture in memory and paints 30 paths on it, which is what the figure is made of.
Measured after the first reps, whose pictures are kept: they cost about ten times as much.
Aim: 0.2 of the yardstick. The same program with the figure held still is measured, too.
"""

import argparse
import subprocess
import sys
from collections.abc import Mapping
from typing import TYPE_CHECKING

from bench.measure import CHECKOUT, home, screen, table, verdict
from bench.play import SIZE, YARDSTICK_HZ, cpu_seconds, repaint, wait

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

AIM = 0.2
SETTLE_MS = 12_000
PATHS = 30
CHILDREN = ("moving", "still", "paths")


def spent(seconds: float) -> float:
    """CPU seconds a minute over the next `seconds`."""
    before = cpu_seconds()
    wait(int(seconds * 1000))
    return (cpu_seconds() - before) * 60 / seconds


def today(seconds: float, *, still: bool) -> None:
    """The child: prints CPU seconds a minute, and pictures of the figure a second."""
    from backstretch.ui.single_window import SingleWindow
    from bench.real_program import opened

    _app, program = opened()
    program.window.resize(*SIZE)
    program.after_first_paint(SingleWindow(program.at.data))
    program.window.activateWindow()
    wait(SETTLE_MS)
    hero = program.today.page.hero
    hero.keep_still(still)
    if hero.is_moving == still:
        sys.exit("the window did not get the focus")
    hero.pictures = 0
    cost = spent(seconds)
    print(f"{cost:.4f} {hero.pictures / seconds:.2f}")
    program.close()


def paths(painter: "QPainter") -> None:
    """What the yardstick paints besides its picture."""
    from PySide6.QtGui import QColor, QPainterPath

    painter.setRenderHint(painter.RenderHint.Antialiasing)
    for number in range(PATHS):
        path = QPainterPath()
        left = 300.0 + 10 * number
        path.moveTo(left, 200)
        path.cubicTo(left + 160, 220, left + 160, 420, left + 20, 440)
        path.cubicTo(left - 120, 420, left - 120, 220, left, 200)
        painter.fillPath(path, QColor(200, 150, 120))


def child(name: str, seconds: float, environment: Mapping[str, str]) -> list[float]:
    done = subprocess.run(
        [sys.executable, "-m", "bench.hero", "--child", name, "--seconds", str(seconds)],
        cwd=CHECKOUT,
        env=dict(environment),
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode != 0 or not done.stdout.strip():
        sys.exit(f"{name} did not run:\n{done.stderr}")
    return [float(word) for word in done.stdout.split()]


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--seconds", type=float, default=20.0, help="of each")
    parser.add_argument("--child", choices=CHILDREN, help=argparse.SUPPRESS)
    options = parser.parse_args()
    match options.child:
        case "moving" | "still":
            today(options.seconds, still=options.child == "still")
            return
        case "paths":
            repaint(options.seconds, SETTLE_MS, paths)
            return
    found: dict[str, list[float]] = {}
    for name in CHILDREN:
        with screen() as environment, home(environment) as fresh:
            found[name] = child(name, options.seconds, fresh)
    rows: list[list[object]] = [
        ["today, moving", *found["moving"]],
        ["today, still", *found["still"]],
        [f"{PATHS} paths, {YARDSTICK_HZ} times a second", found["paths"][0], float(YARDSTICK_HZ)],
    ]
    print(table(["", "CPU s/min", "pictures/s"], rows))
    print(verdict("moving to yardstick", found["moving"][0] / found["paths"][0], AIM))


if __name__ == "__main__":
    main()
