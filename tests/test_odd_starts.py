"""A start in an odd environment works or is refused in one sentence; a second one, too."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from backstretch.paths import places
from backstretch.ui.single_window import SingleWindow

CHECKOUT = Path(__file__).resolve().parents[1]
pytestmark = pytest.mark.skipif(os.name != "posix", reason="uses a POSIX shell")


def start(
    shell: str = "", *arguments: str, **environment: str | bytes
) -> subprocess.CompletedProcess[str]:
    """Runs the program from a shell, after the commands `shell`; ends it after five seconds."""
    command = f'{shell} exec "$0" -m backstretch "$@"'
    return subprocess.run(
        ["sh", "-c", command, sys.executable, *arguments],
        cwd=CHECKOUT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", **environment},
        capture_output=True,
        text=True,
        timeout=20,
        check=False,
    )


@pytest.fixture
def first(home: Path) -> Iterator[SingleWindow]:
    """Another process, this one, has the window open."""
    window = SingleWindow(places().data)
    assert window.claim()
    yield window
    window.release()


def is_one_sentence(text: str) -> bool:
    return text.startswith("backstretch: ") and text.count("\n") == 1 and "Traceback" not in text


@pytest.mark.parametrize("most", [5, 8, 20, 40])
def test_without_enough_descriptors_it_is_refused(first: SingleWindow, most: int) -> None:
    done = start(f"ulimit -n {most};")
    assert done.returncode == 2
    assert is_one_sentence(done.stderr), done.stderr
    assert "ulimit -n 1024" in done.stderr


@pytest.mark.parametrize(
    "token", [b"\xff\xfe", b"a\nb\x1b[31m", b"x" * 50_000], ids=["bytes", "escape", "long"]
)
def test_an_odd_token_is_no_reason_to_fail(first: SingleWindow, token: bytes) -> None:
    done = start(XDG_ACTIVATION_TOKEN=token)
    assert (done.returncode, done.stderr) == (0, "")
    assert "open already" in done.stdout


@pytest.mark.parametrize("shell", [">&-;", ">&- 2>&-;", "<&- >&- 2>&-;"])
def test_closed_streams_are_no_reason_to_fail(first: SingleWindow, shell: str) -> None:
    assert start(f"exec {shell}").returncode == 0
    assert start(f"exec {shell}", "history").returncode == 0


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full here")
def test_an_output_that_is_full_is_told_in_one_sentence(first: SingleWindow) -> None:
    for arguments in ((), ("history",)):
        done = start("exec >/dev/full;", *arguments)
        assert done.returncode == 2
        assert is_one_sentence(done.stderr), done.stderr


@pytest.mark.parametrize("arguments", [(), ("history",), ("export", "out.json")])
@pytest.mark.parametrize(
    ("folder", "told"),
    [
        ("/".join(["", "tmp", *["a" * 100] * 7]), "500 are the most"),
        ("/".join(["", "tmp", *["a" * 100] * 60]), "500 are the most"),
        ("/tmp/" + "a" * 300, "File name too long"),
    ],
    ids=["long", "longer", "long-name"],
)
def test_a_path_that_is_too_long_is_told_in_one_sentence(
    home: Path, arguments: tuple[str, ...], folder: str, told: str
) -> None:
    done = start("", *arguments, BACKSTRETCH_HOME=folder)
    assert done.returncode == 2
    assert is_one_sentence(done.stderr), done.stderr
    assert told in done.stderr
    assert "BACKSTRETCH_HOME" in done.stderr
    assert len(done.stderr) < 300


def test_the_longest_path_that_is_taken_keeps_a_history(tmp_path: Path) -> None:
    from backstretch.history.store import Journal
    from tests.history.diary import MONDAY, fill

    room = 500 - len(os.fsencode(tmp_path / "x" / "data" / "journal.db")) + 1
    folder = tmp_path
    while room > 200:
        folder, room = folder / ("a" * 150), room - 151
    folder = folder / ("a" * room)
    path = folder / "data" / "journal.db"
    assert len(os.fsencode(path)) == 500
    journal = Journal(path, MONDAY.date())
    fill(journal, "a")
    assert journal.close()
    done = start("", "history", "--week", "2026-W47", BACKSTRETCH_HOME=str(folder))
    assert "side-bends" in done.stdout


def test_a_home_of_somebody_who_does_not_exist_is_taken_as_written(home: Path) -> None:
    done = start("", "history", BACKSTRETCH_HOME="~nobody-is-called-this/x")
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize("kind", ["fifo", "folder", "link"])
def test_whatever_lies_in_the_place_of_the_note(first: SingleWindow, kind: str) -> None:
    note = places().data / "window" / "come-forward"
    if kind == "fifo":
        os.mkfifo(note)
    elif kind == "folder":
        note.mkdir()
    else:
        note.symlink_to("/dev/zero")
    began = time.monotonic()
    done = start()
    assert time.monotonic() - began < 10
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize("arguments", [(), ("history",), ("export", "out.json")])
def test_a_home_that_is_a_file_is_told_in_one_sentence(
    tmp_path: Path, arguments: tuple[str, ...]
) -> None:
    home = tmp_path / "home"
    home.touch()
    done = start("", *arguments, BACKSTRETCH_HOME=str(home))
    assert done.returncode == 2
    assert is_one_sentence(done.stderr), done.stderr
    assert "BACKSTRETCH_HOME" in done.stderr


@pytest.mark.parametrize("option", ["--sound", "--examine", "--speak"])
def test_an_option_of_our_own_processes_is_refused_without_arguments(option: str) -> None:
    done = start("", option)
    assert done.returncode == 2
    assert is_one_sentence(done.stderr), done.stderr
