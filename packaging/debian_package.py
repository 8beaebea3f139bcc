"""The package for Debian 13 and later, and Ubuntu with PySide6: on the system's own Qt."""

import shutil
import sys
from email.utils import formatdate
from pathlib import Path

import sbom
import steps

from backstretch import identity

HERE = Path(__file__).resolve().parent
MINIAUDIO = "1.71"


def build() -> Path:
    """Builds source and binary package into dist/ and returns the binary one. Needs dpkg-dev,
    debhelper and what debian/control names; run on the oldest Debian it is for."""
    place = steps.fresh(steps.BUILD / "deb")
    sdist = steps.wheel_or_sdist("sdist")
    base = f"backstretch_{identity.VERSION}"
    shutil.copy(sdist, place / f"{base}.orig.tar.gz")
    shutil.copy(_miniaudio(), place / f"{base}.orig-miniaudio.tar.gz")
    shutil.unpack_archive(sdist, place, filter="data")
    source = place / sdist.name.removesuffix(".tar.gz")
    _unpack(place / f"{base}.orig-miniaudio.tar.gz", source / "miniaudio")
    _debian_folder(source / "debian")
    steps.run("dpkg-buildpackage", "-us", "-uc", where=source, SOURCE_DATE_EPOCH=steps.epoch())
    (package,) = place.glob("backstretch_*.deb")
    for made in (*place.glob(f"{base}-*"), *place.glob(f"{base}.orig*")):
        shutil.copy(made, steps.DIST / made.name)
    target = steps.DIST / package.name
    sbom.write(target, [], {"miniaudio": MINIAUDIO})
    return target


def _miniaudio() -> Path:
    """miniaudio's sources, which Debian has no package of."""
    kept = steps.BUILD / f"miniaudio-{MINIAUDIO}.tar.gz"
    if not kept.exists():
        pip = (sys.executable, "-m", "pip", "download", "--quiet", "--no-deps")
        what = ("--no-binary", "miniaudio", f"miniaudio=={MINIAUDIO}")
        steps.run(*pip, *what, "--dest", steps.BUILD)
    return kept


def _unpack(archive: Path, target: Path) -> None:
    """Unpacks what lies in the archive's one folder."""
    aside = target.with_name("aside")
    shutil.unpack_archive(archive, aside, filter="data")
    (folder,) = aside.iterdir()
    folder.rename(target)
    aside.rmdir()


def _debian_folder(target: Path) -> None:
    shutil.copytree(HERE / "debian", target)
    for path in target.rglob("*"):
        if path.is_file():
            path.write_text(steps.filled(path.read_text(encoding="utf-8")), encoding="utf-8")
    when = formatdate(int(steps.epoch()))
    (target / "changelog").write_text(
        f"backstretch ({identity.VERSION}-1) unstable; urgency=medium\n\n"
        f"  * Version {identity.VERSION}; see CHANGELOG.md.\n\n"
        f" -- {identity.AUTHOR} <{identity.EMAIL}>  {when}\n",
        encoding="utf-8",
    )
