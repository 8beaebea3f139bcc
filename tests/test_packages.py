"""What packages are made of: complete sources, a bill of materials, nothing of the build host."""

import importlib.util
import json
import shutil
import subprocess
import sys
import tarfile
from pathlib import Path
from types import ModuleType

import pytest

CHECKOUT = Path(__file__).resolve().parent.parent
PACKAGING = CHECKOUT / "packaging"


@pytest.fixture
def load(monkeypatch: pytest.MonkeyPatch):
    """Loads a script of packaging/ with those beside it in reach."""
    monkeypatch.syspath_prepend(str(PACKAGING))

    def load(name: str) -> ModuleType:
        spec = importlib.util.spec_from_file_location(name, PACKAGING / f"{name}.py")
        assert spec is not None and spec.loader is not None
        module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
        return module

    return load


def test_the_bill_names_what_the_program_needs(load) -> None:
    sbom = load("sbom")
    bill = json.loads(sbom.bill(sbom.brought(), sbom.qt_version()))
    names = {entry["name"].lower() for entry in bill["components"]}
    assert names >= {"pyside6_essentials", "shiboken6", "pillow", "miniaudio", "cffi", "qt"}
    assert not names & {"pytest", "ruff", "backstretch"}
    assert (bill["bomFormat"], bill["specVersion"]) == ("CycloneDX", "1.5")
    references = [entry["bom-ref"] for entry in bill["components"]]
    assert len(set(references)) == len(references)
    assert bill["dependencies"][0]["dependsOn"] == references


@pytest.mark.parametrize(
    ("name", "source", "needless"),
    [
        ("PySide6/Qt/plugins/platforms/libqxcb.so", "/v/libqxcb.so", False),
        ("PySide6/Qt/plugins/platforms/libqoffscreen.so", "/v/libqoffscreen.so", False),
        ("PySide6/Qt/plugins/platforms/libqeglfs.so", "/v/libqeglfs.so", True),
        ("PySide6/Qt/plugins/imageformats/libqsvg.so", "/v/libqsvg.so", False),
        ("PySide6/Qt/plugins/imageformats/libqtiff.so", "/v/libqtiff.so", True),
        ("PySide6/Qt/translations/qtbase_de.qm", "/v/qtbase_de.qm", False),
        ("PySide6/Qt/translations/qtbase_fr.qm", "/v/qtbase_fr.qm", True),
        ("libgtk-3.so.0", "/usr/lib/x86_64-linux-gnu/libgtk-3.so.0", True),
        ("libssl.so.3", "/usr/lib/x86_64-linux-gnu/libssl.so.3", True),
        ("backstretch/resources/voices/female.voice", "/c/female.voice", False),
        ("PySide6/Qt/lib/libQt6Svg.so.6", "/v/libQt6Svg.so.6", False),
    ],
)
def test_a_folder_leaves_out_what_is_never_asked_for(load, name, source, needless) -> None:
    assert load("kept").is_needless(name, source) == needless


def test_sources_hold_everything_that_is_built_or_tested(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "hatchling", "build", "--target", "sdist", "--directory"]
    subprocess.run([*command, tmp_path], cwd=CHECKOUT, check=True, capture_output=True)
    (made,) = tmp_path.glob("*.tar.gz")
    with tarfile.open(made) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    for needed in (
        *("docs/keeping.md", "packaging/debian/rules", "packaging/linux/backstretch.1"),
        *("tests/test_packages.py", "requirements/dev.txt", ".ci/run", "dev.py", "LICENSE"),
        *("resources/i18n/backstretch_de.ts", "resources/voices/build.py", "CONTRIBUTING.md"),
    ):
        assert needed in names, needed
    hidden = {name for name in names if name.startswith(".")}
    assert hidden <= {".ci", ".ci/run", ".ci/walk.py", ".gitignore"}
    assert not [name for name in names if "__pycache__" in name or name.startswith("build/")]


def test_an_unknown_package_is_refused_in_one_sentence() -> None:
    done = subprocess.run(
        [sys.executable, PACKAGING / "build.py", "cake"], capture_output=True, text=True
    )
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1 and "wheel" in done.stderr


def test_libraries_that_nothing_links_to_are_found(load, tmp_path: Path) -> None:
    """libkept is asked for by the program, libfar by libkept, libleft by nobody."""
    if shutil.which("gcc") is None or shutil.which("readelf") is None:
        pytest.skip("gcc is not installed")

    def link(name: str, *options: str) -> None:
        empty = tmp_path / "empty.c"
        empty.write_text("int main(void) { return 0; }\n")
        command = ["gcc", "-Wl,--no-as-needed", "-o", str(tmp_path / name), str(empty), *options]
        subprocess.run(command, check=True)

    beside = (f"-L{tmp_path}", f"-Wl,-rpath,{tmp_path}")
    link("libfar.so", "-shared", "-fPIC")
    link("libleft.so", "-shared", "-fPIC")
    link("libkept.so", "-shared", "-fPIC", *beside, "-lfar")
    link("program", *beside, "-lkept")
    reached = load("reached")
    assert [path.name for path in reached.unreached(tmp_path)] == ["libleft.so"]
    reached.drop(tmp_path)
    assert sorted(path.name for path in tmp_path.glob("lib*")) == ["libfar.so", "libkept.so"]
