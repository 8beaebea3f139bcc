"""What the benches share: order statistics, a table, a screen, a home of their own."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from statistics import median

CHECKOUT = Path(__file__).resolve().parent.parent


def percentile(values: Sequence[float], percent: float) -> float:
    """The value that `percent` of `values` do not exceed (nearest rank). `values` is not empty."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * percent / 100))]


def spread(values: Sequence[float]) -> tuple[float, float, float]:
    """Median, 95th percentile and most of `values`."""
    return median(values), percentile(values, 95), max(values)


def table(headings: Sequence[str], rows: Sequence[Sequence[object]]) -> str:
    """Columns as wide as their widest cell; numbers with two decimals, to the right."""
    cells = [list(headings), *([_cell(value) for value in row] for row in rows)]
    widths = [max(len(row[column]) for row in cells) for column in range(len(headings))]
    lines = [
        "  ".join(
            text.ljust(width) if column == 0 else text.rjust(width)
            for column, (text, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in cells
    ]
    return "\n".join([lines[0], "-" * len(lines[0]), *lines[1:]])


def _cell(value: object) -> str:
    return f"{value:.2f}" if isinstance(value, float) else str(value)


def verdict(name: str, value: float, aim: float, unit: str = "") -> str:
    """One line that says whether `value` keeps within `aim`."""
    word = "within" if value <= aim else "OVER"
    return f"{name}: {value:.2f}{unit}, {word} the aim of {aim:g}{unit}"


@contextmanager
def screen(size: str = "1280x800") -> Iterator[dict[str, str]]:
    """An environment with somewhere to draw: the screen that is here, else a virtual one (Xvfb)
    of `size`, else Qt's offscreen platform."""
    environment = dict(os.environ)
    if any(environment.get(name) for name in ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY")):
        yield environment
    elif shutil.which("Xvfb") is None:
        yield environment | {"QT_QPA_PLATFORM": "offscreen"}
    else:
        with _virtual_screen(size) as display:
            yield environment | {"DISPLAY": display}


@contextmanager
def _virtual_screen(size: str) -> Iterator[str]:
    reading, writing = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writing), "-screen", "0", f"{size}x24", "-nolisten", "tcp"],
        pass_fds=[writing],
        stderr=subprocess.DEVNULL,
    )
    os.close(writing)
    try:
        with os.fdopen(reading) as line:
            yield f":{line.readline().strip()}"
    finally:
        server.terminate()
        server.wait()


@contextmanager
def home(environment: Mapping[str, str]) -> Iterator[dict[str, str]]:
    """`environment` with an empty home for Backstretch's data, gone afterwards."""
    with tempfile.TemporaryDirectory(prefix="backstretch-bench-") as folder:
        yield {**environment, "BACKSTRETCH_HOME": folder}
