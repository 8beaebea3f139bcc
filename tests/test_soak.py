"""PySide6 survives as many calls as an afternoon of animation makes.

A release that loses a reference to None on every call that returns nothing kills the process
after some 5,000 of them; short tests never get there.
"""

import subprocess
import sys

CALLS = """
from PySide6.QtGui import QPainterPath
path = QPainterPath()
for _ in range(20_000):
    path.moveTo(0.0, 0.0)
print("alive")
"""


def test_twenty_thousand_void_calls() -> None:
    done = subprocess.run([sys.executable, "-c", CALLS], capture_output=True, text=True)
    assert done.stdout.strip() == "alive", done.stderr[-500:]
