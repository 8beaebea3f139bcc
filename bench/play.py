"""What leading a person costs, beside a window that is merely repainted.

    python3 dev.py bench play [--seconds N]

Plays N seconds of each move in the real window at 1280x800, sound and voice as on a fresh
machine, and counts the CPU time of the program's own process. The whole session's cost is the
moves' weighted by how long each takes. The yardstick repaints a whole window of the same size
from a picture in memory 30 times a second. Aim: 8 CPU seconds a minute.
"""

import argparse
import os
import subprocess
import sys
from collections.abc import Mapping

from bench.measure import CHECKOUT, home, screen, table, verdict

AIM = 8.0
SIZE = (1280, 800)
SETTLE_MS = 1500
YARDSTICK_HZ = 30


def cpu_seconds() -> float:
    spent = os.times()
    return spent.user + spent.system


def play(seconds: float) -> None:
    """The child: prints for each move its id, its share of the session and CPU seconds a minute."""
    from PySide6.QtCore import QEventLoop, QTimer

    from backstretch.app import make_application
    from backstretch.app.program import Program
    from backstretch.paths import places
    from backstretch.session.commands import EndEarly, Jump, Play
    from backstretch.settings import Settings

    def wait(milliseconds: int) -> None:
        loop = QEventLoop()
        QTimer.singleShot(milliseconds, loop.quit)
        loop.exec()

    at = places()
    settings = Settings(at.settings)
    app, language = make_application(settings)
    program = Program(app, at, settings, language)
    program.open()
    program.window.resize(*SIZE)
    wait(SETTLE_MS)
    program.actions["start"].trigger()
    driver = program.practising.driver()
    assert driver.state is not None
    timeline = driver.state.timeline
    for index, choice in enumerate(driver.state.plan.choices):
        if index:
            driver.command(Jump(index))
        driver.command(Play())
        driver.command(EndEarly())
        wait(SETTLE_MS)
        before = cpu_seconds()
        wait(int(seconds * 1000))
        spent = (cpu_seconds() - before) * 60 / seconds
        own = sum(phase.length for phase in timeline.phases if phase.move == index)
        print(choice.id, f"{own / timeline.seconds:.4f}", f"{spent:.4f}", flush=True)
    program.close()


def repaint(seconds: float) -> None:
    """The yardstick's child: prints CPU seconds a minute."""
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
            QPainter(self).drawPixmap(0, 0, self.picture)

    app = QApplication([])
    window = Still()
    window.show()
    frames = QTimer()
    frames.setTimerType(Qt.TimerType.PreciseTimer)
    frames.timeout.connect(window.update)
    frames.start(round(1000 / YARDSTICK_HZ))
    readings: list[float] = []
    QTimer.singleShot(SETTLE_MS, lambda: readings.append(cpu_seconds()))
    QTimer.singleShot(SETTLE_MS + int(seconds * 1000), app.quit)
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
    rows = [[name, float(spent)] for name, _, spent in moves]
    whole = sum(float(share) * float(spent) for _, share, spent in moves)
    rows += [["the whole session", whole], ["yardstick: repainting only", yardstick]]
    print(table(["CPU seconds a minute", "spent"], rows))
    print(verdict("the whole session", whole, AIM, " s/min"))
    print(f"{whole / yardstick:.1f} times the yardstick")
    print(f"load average now: {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores")


if __name__ == "__main__":
    main()
