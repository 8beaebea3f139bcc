"""Whatever is missing is told in one sentence, all of it at once, from every entry."""

import importlib.util
import os
import subprocess
import sys
from pathlib import Path

import pytest

from backstretch import requirements
from backstretch.__main__ import main, missing_parts, screen_problem

CHECKOUT = Path(__file__).resolve().parent.parent
pytestmark = pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="libraries are looked at on Linux"
)


def lack(monkeypatch: pytest.MonkeyPatch, *names: str) -> None:
    monkeypatch.setattr(requirements, "_loads", lambda library: library not in names)
    monkeypatch.setattr(requirements, "_is_here", lambda module: module not in names)


def test_nothing_is_told_where_nothing_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    lack(monkeypatch)
    assert requirements.problem(window=True) == ""
    assert "libX.so" in missing_parts("libX.so: no such file")


def test_all_libraries_are_told_at_once_with_one_command(monkeypatch: pytest.MonkeyPatch) -> None:
    lack(monkeypatch, "libGL.so.1", "libxcb-cursor.so.0", "libxcb-shape.so.0")
    told = requirements.problem(window=True)
    assert "(libGL.so.1, libxcb-cursor.so.0, libxcb-shape.so.0)" in told
    assert told.endswith("`apt-get install libgl1 libxcb-cursor0 libxcb-shape0`")
    assert "xcb" not in requirements.problem(window=False)


def test_packages_are_told_with_the_names_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    lack(monkeypatch, "PySide6", "yaml", "libEGL.so.1")
    told = requirements.problem(window=False)
    assert "-m pip install PySide6-Essentials PyYAML`" in told and "libegl1" in told


def test_what_would_end_qt_is_looked_at_before_qt(monkeypatch: pytest.MonkeyPatch) -> None:
    lack(monkeypatch, "libxcb-icccm.so.4", "libEGL.so.1")
    monkeypatch.delenv("QT_QPA_PLATFORM", raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    monkeypatch.setenv("DISPLAY", ":987")
    told = screen_problem()
    assert "libxcb-icccm4" in told and "libegl1" in told


@pytest.mark.parametrize(
    "arguments", [[], ["draw", "side-bends", "x.png"], ["sheet", "x.pdf"], ["score"]]
)
def test_every_entry_says_it_in_one_sentence(tmp_path: Path, arguments: list[str]) -> None:
    """With a PySide6 and a yaml that cannot be imported."""
    for module in ("PySide6", "yaml", "shiboken6"):
        (tmp_path / f"{module}.py").write_text(
            "raise ImportError('libGL.so.1: cannot open shared object file')\n"
        )
    done = subprocess.run(
        [sys.executable, "-m", "backstretch", *arguments],
        cwd=CHECKOUT,
        env={**os.environ, "PYTHONPATH": str(tmp_path), "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 2
    assert done.stderr.startswith("backstretch: ") and done.stderr.count("\n") == 1, done.stderr


def test_commands_that_draw_nothing_need_no_qt(tmp_path: Path) -> None:
    (tmp_path / "PySide6.py").write_text("raise ImportError('libGL.so.1: cannot open')\n")
    out = tmp_path / "out.json"
    for arguments in (["score"], ["history"], ["export", str(out)], ["import", str(out)]):
        done = subprocess.run(
            [sys.executable, "-m", "backstretch", *arguments],
            cwd=CHECKOUT,
            env={**os.environ, "PYTHONPATH": str(tmp_path)},
            capture_output=True,
            text=True,
        )
        assert (done.returncode, done.stderr) == (0, ""), arguments


def test_dev_py_knows_the_same_libraries() -> None:
    spec = importlib.util.spec_from_file_location("dev", CHECKOUT / "dev.py")
    assert spec is not None and spec.loader is not None
    dev = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(dev)
    assert dev.DRAWING == requirements.DRAWING
    assert dev.WINDOWS == requirements.WINDOWS


def test_a_fault_of_our_own_is_not_taken_for_a_missing_package(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def broken(*_arguments: object) -> int:
        raise ImportError("cannot import name 'x'", name="backstretch.app")

    monkeypatch.setattr("backstretch.__main__.run_command", broken)
    with pytest.raises(ImportError):
        main()
