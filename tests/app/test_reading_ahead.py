"""Routines are read beside the window, within bounds that hold for the folder as a whole."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from backstretch import assets
from backstretch.app.library import open_library
from backstretch.app.reading_ahead import ReadingAhead
from backstretch.routine import shelf
from backstretch.ui.words.trouble_words import unusable_routines_text

SHIPPED = (assets.folder("routines") / "balanced-back.yaml").read_text(encoding="utf-8")
SMALL = SHIPPED[: SHIPPED.index("\n  - id: articulations")] + "\n"


def write(folder: Path, count: int, text: str = SMALL) -> None:
    folder.mkdir(exist_ok=True)
    for number in range(count):
        routine = text.replace("id: balanced-back", f"id: mine-{number}", 1)
        (folder / f"{number:03}.yaml").write_text(routine, encoding="utf-8")


def test_more_files_than_the_bound_are_counted_and_left_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shelf, "MOST_FILES", 5)
    write(tmp_path, 9)
    library = open_library(tmp_path, "en")
    assert list(library.routines) == ["balanced-back", *(f"mine-{n}" for n in range(5))]
    assert library.left_out == 4
    assert library.faulty == ()


def test_their_sizes_have_a_bound_together(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shelf, "MOST_BYTES", 4 * len(SMALL.encode()) + 20)
    write(tmp_path, 6)
    library = open_library(tmp_path, "en")
    assert len(library.routines) == 1 + 4
    assert library.left_out == 2


def test_poses_and_links_of_all_files_have_a_bound_together(tmp_path: Path) -> None:
    text = SMALL + "poses:\n" + "".join(f"  PRE-{n}: {{like: child}}\n" for n in range(90))
    tmp_path.mkdir(exist_ok=True)
    for number in range(9):
        routine = text.replace("id: balanced-back", f"id: mine-{number}", 1)
        file = tmp_path / f"{number}.yaml"
        file.write_text(routine.replace("PRE", f"p{number}"), encoding="utf-8")
    library = open_library(tmp_path, "en")
    assert len(library.routines) == 1 + 7, "630 poses are more than 600"
    assert library.left_out == 2


def test_it_is_said_in_one_sentence(tmp_path: Path) -> None:
    text = unusable_routines_text((), 3, tmp_path)
    # With the English plurals loaded it says "files", without them "file(s)".
    plain = text.replace("file(s)", "files")
    assert plain == f"There is too much in {tmp_path}: 3 files could not be read. Take some out."
    both = unusable_routines_text(("a.yaml", "b.yaml"), 1, tmp_path)
    assert both.startswith("a.yaml cannot be used")
    assert both.endswith("Take some out.")


def test_the_thread_that_shows_the_window_goes_on_meanwhile(tmp_path: Path, qtbot: QtBot) -> None:
    write(tmp_path, 30, SHIPPED)
    reading = ReadingAhead(tmp_path, "en")
    over = False

    def stop() -> None:
        nonlocal over
        over = True

    reading.done.connect(stop)
    reading.begin()
    turns = 0
    while not over:
        qtbot.wait(5)
        turns += 1
    assert len(reading.result().routines) == 31
    assert turns > 5, "the loop went on while the files were read"


def test_it_ends_after_the_file_in_hand(tmp_path: Path, qtbot: QtBot) -> None:
    write(tmp_path, 90, SHIPPED)
    reading = ReadingAhead(tmp_path, "en")
    with qtbot.assertNotEmitted(reading.done, wait=50):
        reading.begin()
        reading.stop()
    assert len(reading.result().routines) < 91


def test_whoever_cannot_wait_gets_the_whole_library(tmp_path: Path, qtbot: QtBot) -> None:
    write(tmp_path, 3)
    reading = ReadingAhead(tmp_path, "en")
    assert len(reading.result().routines) == 4
    with qtbot.waitSignal(reading.done, timeout=1000, raising=False):
        pass
    reading.stop()
