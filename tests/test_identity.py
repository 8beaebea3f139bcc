"""One file says who the program is to the outside; what desktops and indexes read follows it."""

import importlib.util
import re
import subprocess
import sys
import tomllib
from pathlib import Path
from types import ModuleType
from xml.etree import ElementTree

import pytest

from backstretch import identity
from backstretch.system.media.mpris_properties import NAME, ROOT_VALUES, track_path

CHECKOUT = Path(__file__).resolve().parent.parent
LINUX = CHECKOUT / "packaging" / "linux"


@pytest.fixture(scope="module")
def changes() -> ModuleType:
    spec = importlib.util.spec_from_file_location("changes", CHECKOUT / "packaging" / "changes.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["changes"] = module
    spec.loader.exec_module(module)
    return module


def run(*command: str | Path) -> subprocess.CompletedProcess[str]:
    try:
        return subprocess.run(command, cwd=CHECKOUT, capture_output=True, text=True)
    except FileNotFoundError:
        pytest.skip(f"{command[0]} is not installed")


def test_every_file_that_follows_is_up_to_date() -> None:
    done = run(sys.executable, "packaging/metadata.py", "--check")
    assert done.returncode == 0, done.stderr


def test_the_desktop_finds_window_player_icon_and_entry_by_the_same_id() -> None:
    entry = (LINUX / f"{identity.ID}.desktop").read_text(encoding="utf-8")
    fields = dict(line.split("=", 1) for line in entry.splitlines() if "=" in line)
    assert (fields["Exec"], fields["Icon"]) == ("backstretch", identity.ID)
    assert ElementTree.parse(LINUX / f"{identity.ID}.svg")
    assert ROOT_VALUES["DesktopEntry"] == ("s", identity.ID)
    assert NAME.removeprefix("org.mpris.MediaPlayer2.") == identity.ID
    assert re.fullmatch(r"(/\w+)+/move/3", track_path(3))
    metainfo = ElementTree.parse(LINUX / f"{identity.ID}.metainfo.xml")
    assert metainfo.findtext("id") == identity.ID
    assert metainfo.findtext("launchable") == f"{identity.ID}.desktop"


def test_the_desktop_entry_passes_the_desktops_own_check() -> None:
    done = run("desktop-file-validate", f"packaging/linux/{identity.ID}.desktop")
    assert done.returncode == 0 and "warning" not in done.stdout, done.stdout


def test_software_centres_find_nothing_wrong_but_the_placeholders() -> None:
    done = run(
        *("appstreamcli", "validate", "--no-net", "--pedantic", "--no-color"),
        f"packaging/linux/{identity.ID}.metainfo.xml",
    )
    found = set(re.findall(r"^[EWIP]: [^:]+:[\d~]*: ([\w-]+)", done.stdout, re.MULTILINE))
    # Only release 1 of the tool knows <developer>, and it has dropped <developer_name>.
    expected = {"unknown-tag", "developer-name-tag-deprecated"}
    if unreleased():
        expected.add("releases-info-missing")
    if identity.placeholders():
        expected.add("cid-maybe-not-rdns")
    assert done.returncode == 0 and found, done.stdout
    assert found <= expected, done.stdout


def unreleased() -> bool:
    return "not yet released" in (CHECKOUT / "CHANGELOG.md").read_text(encoding="utf-8")


def test_the_project_names_the_same_people_and_places() -> None:
    project = tomllib.loads((CHECKOUT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["authors"] == [{"name": identity.AUTHOR, "email": identity.EMAIL}]
    assert project["urls"]["Homepage"] == identity.HOMEPAGE
    assert "version" in project["dynamic"]


def test_only_what_was_released_has_a_date(changes: ModuleType) -> None:
    text = "## 1.1.0 (not yet released)\n\n- One\n  more.\n\n## 1.0.0 (2026-01-31)\n\n- `a`\n"
    newest, oldest = changes.releases(text)
    assert (newest.date, newest.points) == (None, ("One more.",))
    assert (oldest.version, oldest.date, oldest.points) == ("1.0.0", "2026-01-31", ("a",))
    with pytest.raises(ValueError, match="has to be"):
        changes.releases("## soon\n")


def test_the_change_log_begins_with_this_version(changes: ModuleType) -> None:
    assert changes.read()[0].version == identity.VERSION
