"""The folder that runs without Python: as an archive, and as a .deb for Debian 12 and Ubuntu."""

import shutil
import sys
import sysconfig
import tarfile
from importlib.metadata import distribution
from pathlib import Path

import reached
import sbom
import steps

from backstretch import identity

HERE = Path(__file__).resolve().parent
FOLDER = steps.BUILD / "folder" / "backstretch"
MACHINES = {"x86_64": "amd64", "aarch64": "arm64"}


def folder() -> Path:
    """Builds the folder with PyInstaller, and puts licences and desktop files into it."""
    place = steps.fresh(steps.BUILD / "folder")
    pip = (sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check")
    steps.run(*pip, "--requirement", steps.TOP / "requirements" / "folder.txt")
    steps.run(
        *(sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level", "ERROR"),
        *("--distpath", place, "--workpath", steps.BUILD / "pyinstaller"),
        HERE / "pyinstaller" / "backstretch.spec",
        SOURCE_DATE_EPOCH=steps.epoch(),
        PYTHONHASHSEED="0",
    )
    reached.drop(FOLDER)
    _licences(FOLDER / "licences")
    shutil.copytree(HERE / "linux", FOLDER / "share")
    return FOLDER


def _licences(target: Path) -> None:
    """The licence files of everything that is inside: ours, each package's, Python's, Qt's."""
    target.mkdir()
    shutil.copy(steps.TOP / "LICENSE", target / "Backstretch.txt")
    voices = steps.TOP / "resources" / "voices"
    shutil.copy(voices / "LICENSE-Kokoro.txt", target / "Kokoro-82M.txt")
    for name in sbom.brought():
        about = distribution(name)
        for index, path in enumerate(_licence_files(name)):
            suffix = f"-{index}" if index else ""
            shutil.copy(path, target / f"{about.metadata['Name']}{suffix}.txt")
    python = Path(sysconfig.get_path("stdlib")) / "LICENSE.txt"
    if python.exists():
        shutil.copy(python, target / "Python.txt")
    for path in (HERE / "licences").iterdir():
        shutil.copy(path, target / path.name)


def _licence_files(name: str) -> list[Path]:
    words = ("licen", "copying", "notice")
    files = distribution(name).files or []
    found = [path for path in files if any(word in path.name.lower() for word in words)]
    return sorted(
        Path(str(path.locate())) for path in found if path.suffix in ("", ".txt", ".md", ".rst")
    )


def archive() -> Path:
    """dist/backstretch-VERSION-linux-MACHINE.tar.xz, the same bytes each time."""
    made = folder()
    machine = sysconfig.get_platform()
    target = steps.DIST / f"backstretch-{identity.VERSION}-{machine}.tar.xz"
    steps.DIST.mkdir(exist_ok=True)
    with tarfile.open(target, "w:xz", preset=6, format=tarfile.GNU_FORMAT) as archive:
        for path in sorted(made.rglob("*")):
            name = str(path.relative_to(made.parent))
            archive.add(path, name, recursive=False, filter=_plain)
    sbom.write(target, sbom.brought(), sbom.qt_version())
    return target


def _plain(entry: tarfile.TarInfo) -> tarfile.TarInfo:
    """Without owner, and dated as everything else in the package."""
    entry.uid = entry.gid = 0
    entry.uname = entry.gname = "root"
    entry.mtime = int(steps.epoch())
    entry.mode = 0o755 if entry.isdir() or entry.mode & 0o100 else 0o644
    return entry


CONTROL = """Package: backstretch-bundle
Version: @VERSION@-1
Architecture: {architecture}
Maintainer: @AUTHOR@ <@EMAIL@>
Installed-Size: {kilobytes}
Depends: libc6 (>= 2.34), libpulse0, libgl1, libegl1, libfontconfig1, libdbus-1-3, libglib2.0-0,
 libxkbcommon0, libxcb1, libx11-6, libwayland-client0, libwayland-cursor0, fonts-dejavu-core
Recommends: espeak-ng
Conflicts: backstretch
Provides: backstretch
Section: misc
Priority: optional
Homepage: @HOMEPAGE@
Description: player that leads through five moves for a stiff back
 With its own Python and Qt, for systems whose own are too old. A drawn,
 animated figure shows each move at your own pace and breathes with you; the
 count, the cue and the spoken words follow the same clock. What you did is kept
 on your computer and nowhere else.
"""


def deb() -> Path:
    """dist/backstretch-bundle_VERSION_ARCH.deb, of the folder as `archive` built it last."""
    made = FOLDER if FOLDER.exists() else folder()
    root = steps.fresh(steps.BUILD / "bundle")
    inside = root / "usr" / "lib" / "backstretch"
    inside.parent.mkdir(parents=True)
    shutil.copytree(made, inside, symlinks=True)
    share = root / "usr" / "share"
    shutil.rmtree(inside / "share")
    _share(share)
    shutil.move(inside / "licences", share / "doc" / "backstretch-bundle" / "licences")
    (root / "usr" / "bin").mkdir()
    (root / "usr" / "bin" / "backstretch").symlink_to("../lib/backstretch/backstretch")
    _tidy(root)
    architecture = MACHINES[sysconfig.get_platform().rpartition("-")[2]]
    size = sum(path.stat().st_size for path in _own_files(root)) // 1024
    (root / "DEBIAN").mkdir()
    control = CONTROL.format(architecture=architecture, kilobytes=size)
    (root / "DEBIAN" / "control").write_text(steps.filled(control), encoding="utf-8")
    target = steps.DIST / f"backstretch-bundle_{identity.VERSION}-1_{architecture}.deb"
    build = ("dpkg-deb", "--root-owner-group", "-Zxz", "--build", root, target)
    steps.run(*build, SOURCE_DATE_EPOCH=steps.epoch())
    sbom.write(target, sbom.brought(), sbom.qt_version())
    return target


def _own_files(root: Path) -> list[Path]:
    return [path for path in root.rglob("*") if path.is_file() and not path.is_symlink()]


def _share(share: Path) -> None:
    """Menu entry, icons, man page and completions, each where the system looks for it."""
    linux = HERE / "linux"
    places = {
        f"{identity.ID}.desktop": f"applications/{identity.ID}.desktop",
        f"{identity.ID}.metainfo.xml": f"metainfo/{identity.ID}.metainfo.xml",
        f"{identity.ID}.svg": f"icons/hicolor/scalable/apps/{identity.ID}.svg",
        "completions/backstretch.bash": "bash-completion/completions/backstretch",
        "completions/_backstretch": "zsh/vendor-completions/_backstretch",
        "completions/backstretch.fish": "fish/vendor_completions.d/backstretch.fish",
    }
    for path in (linux / "icons").iterdir():
        size = f"{path.stem}x{path.stem}"
        places[f"icons/{path.name}"] = f"icons/hicolor/{size}/apps/{identity.ID}.png"
    for source, target in places.items():
        (share / target).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(linux / source, share / target)
    page = share / "man" / "man1" / "backstretch.1.gz"
    page.parent.mkdir(parents=True)
    page.write_bytes(_gzipped((linux / "backstretch.1").read_bytes()))
    about = share / "doc" / "backstretch-bundle"
    about.mkdir(parents=True)
    copyright_file = (HERE / "debian" / "copyright").read_text(encoding="utf-8")
    (about / "copyright").write_text(steps.filled(copyright_file), encoding="utf-8")
    changes = (steps.TOP / "CHANGELOG.md").read_bytes()
    (about / "changelog.Debian.gz").write_bytes(_gzipped(changes))


def _gzipped(data: bytes) -> bytes:
    import gzip

    return gzip.compress(data, 9, mtime=0)


def _tidy(root: Path) -> None:
    """Modes as Debian has them: libraries are not executable."""
    for path in root.rglob("*"):
        if path.is_symlink():
            continue
        program = path.name == "backstretch" and path.parent.name == "backstretch"
        path.chmod(0o755 if path.is_dir() or program else 0o644)
