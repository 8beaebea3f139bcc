"""Files are written where nobody else can have a hand in it, whatever the umask."""

import os
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from backstretch.app.snapshot import TodaySnapshot
from backstretch.history import backup
from backstretch.history.exchange import write_whole
from backstretch.private_files import (
    is_left_over,
    make_file,
    private_folder,
    replacing,
    write_bytes,
    write_text,
)
from backstretch.settings import Settings
from backstretch.ui.single_window import SingleWindow
from backstretch.ui.today.facts import TodayFacts

FACTS = TodayFacts("routine", "", (), (), 60.0, {})

pytestmark = pytest.mark.skipif(os.name != "posix", reason="looks at rights")


def mode(path: Path) -> int:
    return stat.S_IMODE(path.lstat().st_mode)


@pytest.fixture(autouse=True)
def _umask_restored() -> Iterator[None]:
    before = os.umask(0o022)
    yield
    os.umask(before)


@pytest.mark.parametrize("umask", [0o000, 0o022, 0o777])
def test_files_and_folders_are_the_owners_alone(tmp_path: Path, umask: int) -> None:
    os.umask(umask)
    folder = private_folder(tmp_path / "a" / "b")
    write_text(folder / "file", "text")
    assert [mode(tmp_path / "a"), mode(folder), mode(folder / "file")] == [0o700, 0o700, 0o600]
    assert (folder / "file").read_text() == "text"


def test_what_is_kept_is_the_owners_alone(home: Path) -> None:
    os.umask(0o000)
    root = home / "portable"
    Settings(root / "config" / "settings.json").change(theme="dark")
    SingleWindow(root / "data").claim()
    TodaySnapshot(root / "cache" / "today.json", "en", root).save("key", FACTS)
    found = list(root.rglob("*"))
    assert len(found) >= 5
    for path in (root, *found):
        assert mode(path) == (0o700 if path.is_dir() else 0o600), path


def test_an_own_folder_that_others_could_enter_is_closed(tmp_path: Path) -> None:
    folder = tmp_path / "open"
    folder.mkdir(mode=0o755)
    private_folder(folder)
    assert mode(folder) == 0o700


def test_a_planted_link_is_replaced_not_followed(tmp_path: Path) -> None:
    victim = tmp_path / "victim"
    victim.write_text("mine")
    (tmp_path / "target").symlink_to(victim)
    write_bytes(tmp_path / "target", b"new")
    assert victim.read_text() == "mine"
    assert (tmp_path / "target").read_bytes() == b"new"
    with pytest.raises(FileExistsError):
        make_file(tmp_path / "target")


def test_nobody_can_guess_the_name_of_a_draft(tmp_path: Path) -> None:
    names = set()
    for _ in range(3):
        with replacing(tmp_path / "target") as draft:
            names.add(draft.name)
            assert mode(draft) == 0o600
    assert len(names) == 3
    assert [path.name for path in tmp_path.iterdir()] == ["target"]


def test_a_failure_leaves_the_old_file_and_names_it(tmp_path: Path) -> None:
    target = tmp_path / "target"
    target.write_text("old")

    def fail(_stream: object) -> None:
        raise OSError(28, "No space left on device")

    with pytest.raises(OSError, match="No space"):
        write_whole(target, fail)
    assert target.read_text() == "old"
    assert list(tmp_path.iterdir()) == [target]
    missing = tmp_path / "no" / "file"
    with pytest.raises(FileNotFoundError) as caught:
        write_text(missing, "x")
    assert caught.value.filename == str(missing)


def test_a_long_name_can_be_written(tmp_path: Path) -> None:
    target = tmp_path / ("a" * 255)
    write_text(target, "x")
    assert target.read_text() == "x"


def test_a_dead_writers_draft_is_left_over(tmp_path: Path) -> None:
    process = os.fork()
    if process == 0:
        os._exit(0)
    os.waitpid(process, 0)
    assert is_left_over(tmp_path / f".backstretch-00.{process}.part")
    assert not is_left_over(tmp_path / f".backstretch-00.{os.getpid()}.part")
    assert not is_left_over(tmp_path / "journal.db.part")
    assert not is_left_over(tmp_path / "anything.db")
    journal = tmp_path / "journal.db"
    old = private_folder(backup.folder(journal)) / f".backstretch-00.{process}.part"
    old.touch()
    backup.prune(journal)
    assert not old.exists()
