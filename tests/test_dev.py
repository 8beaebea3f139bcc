"""dev.py says in one sentence what is missing, and does not repeat what is done."""

import ast
import importlib.util
import os
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

CHECKOUT = Path(__file__).resolve().parent.parent


@pytest.fixture
def dev(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """The script, with a .venv of its own that is not there yet."""
    spec = importlib.util.spec_from_file_location("dev", CHECKOUT / "dev.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    monkeypatch.setattr(module, "VENV", tmp_path / ".venv")
    monkeypatch.setattr(module, "PYTHON", tmp_path / ".venv" / "bin" / "python")
    return module


def lacks(monkeypatch: pytest.MonkeyPatch, dev: ModuleType, *libraries: str) -> None:
    monkeypatch.setattr(dev, "loads", lambda name: name not in libraries)


@pytest.mark.parametrize(
    ("file", "own"),
    [("dev.py", {"backstretch"}), ("backstretch/requirements.py", set())],
)
def test_only_the_standard_library_is_needed(file: str, own: set[str]) -> None:
    """And of our own, what needs no more either."""
    tree = ast.parse((CHECKOUT / file).read_text())
    names = {
        alias.name
        for node in ast.walk(tree)
        if isinstance(node, ast.Import)
        for alias in node.names
    } | {node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    assert {name.split(".")[0] for name in names} <= sys.stdlib_module_names | own
    ours = {name for name in names if name.split(".")[0] in own}
    assert ours <= {"backstretch.requirements"}


def test_an_older_python_is_told_before_anything_newer_is_read() -> None:
    source = (CHECKOUT / "dev.py").read_text()
    ast.parse(source, feature_version=(3, 7))
    assert source.index("sys.version_info < (3, 11)") < source.index("import ctypes")


def test_nothing_is_installed_where_nothing_is_missing(
    dev: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    lacks(monkeypatch, dev)
    monkeypatch.setattr(dev.subprocess, "run", lambda *_, **__: pytest.fail("ran something"))
    dev.ready_system()


def test_a_user_is_told_what_to_install(dev: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    lacks(monkeypatch, dev, "libGL.so.1", "libxcb-cursor.so.0")
    monkeypatch.setattr(dev, "is_debian", lambda: True)
    monkeypatch.setattr(dev.os, "geteuid", lambda: 1000)
    with pytest.raises(SystemExit) as told:
        dev.ready_system()
    assert "sudo apt-get install" in str(told.value)
    assert str(told.value).endswith("libgl1 libxcb-cursor0")


def test_other_systems_are_told_the_libraries(
    dev: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    lacks(monkeypatch, dev, "libEGL.so.1")
    monkeypatch.setattr(dev, "is_debian", lambda: False)
    with pytest.raises(SystemExit, match=r"libEGL\.so\.1"):
        dev.ready_system()


@pytest.mark.parametrize("content", [None, b"", b"#!/bin/sh\nexit 1\n"])
def test_a_broken_venv_is_seen(dev: ModuleType, content: bytes | None) -> None:
    if content is not None:
        dev.PYTHON.parent.mkdir(parents=True)
        dev.PYTHON.write_bytes(content)
        dev.PYTHON.chmod(0o755)
    assert not dev.venv_works()
    assert not dev.is_ready("run")


def test_a_change_of_pins_or_place_makes_it_ready_anew(
    dev: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dev.PYTHON.parent.mkdir(parents=True)
    dev.PYTHON.symlink_to(sys.executable)
    (dev.VENV / "ready-run").write_text(dev.fingerprint("run"))
    assert dev.is_ready("run") and not dev.is_ready("dev")
    monkeypatch.setattr(dev, "LOCKS", {"run": tmp_path / "run.txt", "dev": tmp_path / "run.txt"})
    (tmp_path / "run.txt").write_text("jeepney==0.8.0")
    assert not dev.is_ready("run")


def test_without_a_network_it_says_so(
    dev: ModuleType, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(dev, "PYTHON", Path(sys.executable))
    with pytest.raises(SystemExit, match="With a network, run the same command again"):
        dev.pip_install("--no-index", "no-such-package-anywhere")
    capfd.readouterr()


def test_without_a_screen_run_says_how_to_go_on() -> None:
    bare = {name: text for name, text in os.environ.items() if not name.startswith("QT_")}
    for name in ("DISPLAY", "WAYLAND_DISPLAY"):
        bare.pop(name, None)
    done = subprocess.run(
        [sys.executable, CHECKOUT / "dev.py", "run"], env=bare, capture_output=True, text=True
    )
    assert done.returncode == 1
    assert len(done.stderr.splitlines()) == 1
    assert "xvfb-run" in done.stderr and "QT_QPA_PLATFORM=offscreen" in done.stderr


def test_it_tells_its_commands(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, CHECKOUT / "dev.py"], cwd=tmp_path, capture_output=True, text=True
    )
    assert done.returncode == 0
    assert all(f"dev.py {name}" in done.stdout for name in ("run", "test", "check", "bench"))


@pytest.mark.parametrize(
    ("arguments", "shared"),
    [
        ([], True),
        (["-k", "kill"], True),
        (["tests/history"], False),
        (["tests/test_app.py::test_enter_begins_too"], False),
        (["--pdb"], False),
        (["-n", "0"], False),
    ],
)
def test_only_the_whole_suite_is_shared_out(
    dev: ModuleType, arguments: list[str], shared: bool
) -> None:
    assert ("--dist" in dev.worker_options(arguments)) == shared


def test_the_binding_lies_unpacked_in_the_environment_that_dev_py_made() -> None:
    if Path(sys.prefix) != CHECKOUT / ".venv":
        pytest.skip("needs the .venv that dev.py makes")
    parts = importlib.util.find_spec("shiboken6")
    assert parts is not None and parts.origin is not None
    files = Path(parts.origin).with_name("files.dir")
    # PySide6 keeps to itself if it cannot be unpacked; then this says that starts are slower.
    assert list(files.rglob("loader*.pyc"))
