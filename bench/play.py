"""What leading a person costs, beside a window that is merely repainted.

    python3 dev.py bench play [--seconds N]

Plays N seconds of each move, and of a change of position, in the real window at 1280x800, sound
and voice as on a fresh machine, and counts the CPU time of the program's own process. The whole
session's cost is theirs, weighted by how long each takes; changes and rests count as a change of
position, though the figure mostly holds still in them. The yardstick repaints a whole window of
the same size from a picture in memory 30 times a second. Aim: 8 CPU seconds a minute.
"""

import argparse
import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from bench.measure import CHECKOUT, home, screen, table, verdict

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

AIM = 8.0
SIZE = (1280, 800)
SETTLE_MS = 1500
YARDSTICK_HZ = 30


def cpu_seconds() -> float:
    spent = os.times()
    return spent.user + spent.system


def wait(milliseconds: int) -> None:
    from PySide6.QtCore import QEventLoop, QTimer

    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def spent(seconds: float) -> float:
    """CPU seconds a minute over the next `seconds`."""
    wait(SETTLE_MS)
    before = cpu_seconds()
    wait(int(seconds * 1000))
    return (cpu_seconds() - before) * 60 / seconds


def play(seconds: float) -> None:
    """The child: prints what is played, its share of the session and CPU seconds a minute."""
    from backstretch.session.commands import EndEarly, Jump
    from bench.real_program import opened

    _app, program = opened()
    program.window.resize(*SIZE)
    wait(SETTLE_MS)
    program.actions["start"].trigger()
    driver = program.sessions.driver()
    assert driver.state is not None
    timeline = driver.state.timeline
    driver.command(Jump(2))
    found: list[tuple[str, int | None, float]] = [("change of position", None, spent(seconds))]
    driver.command(Jump(0))
    for index, choice in enumerate(driver.state.plan.choices):
        if index:
            driver.command(Jump(index))
        driver.command(EndEarly())
        found.append((choice.id, index, spent(seconds)))
    for name, move, cost in found:
        share = sum(
            phase.length
            for phase in timeline.phases
            if (phase.move if phase.kind == "work" else None) == move
        )
        print(name.replace(" ", "-"), f"{share / timeline.seconds:.4f}", f"{cost:.4f}")
    program.close()


def repaint(
    seconds: float, settle_ms: int = SETTLE_MS, paint: "Callable[[QPainter], None] | None" = None
) -> None:
    """The yardstick's child: prints CPU seconds a minute. `paint` adds to the picture."""
    from PySide6.QtCore import Qt, QTimer
    from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
    from PySide6.QtWidgets import QApplication, QWidget

    class Still(QWidget):
        def __init__(self) -> None:
            super().__init__()
            self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
            self.picture = QPixmap(*SIZE)
            self.picture.fill(Qt.GlobalColor.darkCyan)
            self.resize(*SIZE)

        def paintEvent(self, _event: QPaintEvent) -> None:
            painter = QPainter(self)
            painter.drawPixmap(0, 0, self.picture)
            if paint is not None:
                paint(painter)

    app = QApplication([])
    window = Still()
    window.show()
    frames = QTimer()
    frames.setTimerType(Qt.TimerType.PreciseTimer)
    frames.timeout.connect(window.update)
    frames.start(round(1000 / YARDSTICK_HZ))
    readings: list[float] = []
    QTimer.singleShot(settle_ms, lambda: readings.append(cpu_seconds()))
    QTimer.singleShot(settle_ms + int(seconds * 1000), app.quit)
    app.exec()
    print(f"{(cpu_seconds() - readings[0]) * 60 / seconds:.4f}")


def child(name: str, seconds: float, environment: Mapping[str, str]) -> list[list[str]]:
    """What the child printed, in words."""
    done = subprocess.run(
        [sys.executable, "-m", "bench.play", "--child", name, "--seconds", str(seconds)],
        cwd=CHECKOUT,
        env=dict(environment),
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode != 0 or not done.stdout.strip():
        sys.exit(f"{name} did not run:\n{done.stderr}")
    return [line.split() for line in done.stdout.splitlines() if line.strip()]


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--seconds", type=float, default=12.0, help="of each move")
    parser.add_argument("--child", choices=("play", "repaint"), help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.child:
        {"play": play, "repaint": repaint}[options.child](options.seconds)
        return
    with screen() as environment, home(environment) as fresh:
        moves = child("play", options.seconds, fresh)
        yardstick = float(child("repaint", options.seconds, fresh)[0][0])
    rows: list[list[object]] = [
        [name, f"{float(share):.0%}", float(cost)] for name, share, cost in moves
    ]
    whole = sum(float(share) * float(cost) for _, share, cost in moves)
    rows += [["the whole session", "", whole], ["yardstick: repainting only", "", yardstick]]
    print(table(["CPU seconds a minute", "share", "spent"], rows))
    print(verdict("the whole session", whole, AIM, " s/min"))
    print(f"{whole / yardstick:.1f} times the yardstick")
    print(f"load average now: {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores")


if __name__ == "__main__":
    main()
