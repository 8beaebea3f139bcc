"""`python3 dev.py metadata [--check]`: writes what follows from `backstretch/identity.py` and
CHANGELOG.md: desktop file, metainfo, icons, and the addresses in pyproject.toml; and from the
commands, the man page and completions. With `--check` it only says which is out of date."""

import os
import re
import sys
from pathlib import Path
from xml.sax.saxutils import escape

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import changes
import manual

from backstretch import identity

TOP = Path(__file__).resolve().parent.parent
LINUX = TOP / "packaging" / "linux"
SIZES = (16, 24, 32, 48, 64, 128, 256, 512)


def desktop_entry() -> str:
    return f"""[Desktop Entry]
Type=Application
Name={identity.NAME}
GenericName=Back Exercises
GenericName[de]=Rückenübungen
Comment={identity.SUMMARY}
Comment[de]=Fünf Bewegungen für einen steifen Rücken, vorgemacht von einer gezeichneten Figur
Exec=backstretch
Icon={identity.ID}
Terminal=false
Categories=Utility;Sports;
Keywords={";".join(identity.KEYWORDS)};
Keywords[de]=Rücken;Dehnen;Übung;Haltung;Atem;Beweglichkeit;
StartupNotify=true
X-GNOME-SingleWindow=true
"""


def metainfo(releases: list[changes.Release]) -> str:
    screenshots = {
        "player.png": "A side bend, with its count, its cue and what comes next",
        "today.png": "Today: what the session will be, and how the week went",
    }
    shots = "\n".join(
        f"""    <screenshot{' type="default"' if name == "player.png" else ""}>
      <caption>{caption}</caption>
      <image type="source" width="1280" height="800">{identity.SCREENSHOTS}/{name}</image>
    </screenshot>"""
        for name, caption in screenshots.items()
    )
    keywords = "\n".join(f"    <keyword>{word}</keyword>" for word in identity.KEYWORDS)
    developer = identity.ID.rpartition(".")[0]
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<component type="desktop-application">
  <id>{identity.ID}</id>
  <name>{identity.NAME}</name>
  <summary>{identity.SUMMARY}</summary>
  <summary xml:lang="de">Fünf Bewegungen für einen steifen Rücken, von einer Figur geführt</summary>
  <metadata_license>CC0-1.0</metadata_license>
  <project_license>MIT AND Apache-2.0</project_license>
  <developer id="{developer}">
    <name>{identity.AUTHOR}</name>
  </developer>
  <developer_name>{identity.AUTHOR}</developer_name>
  <description>
    <p>
      Backstretch leads you through five moves that take a stiff back in every direction. A drawn,
      animated figure shows each move at your own pace and breathes with you; the count, the cue and
      the spoken words follow the same clock.
    </p>
    <p xml:lang="de">
      Backstretch führt durch fünf Übungen, die einen steifen Rücken in jede Richtung bewegen.
      Eine gezeichnete Figur macht jede in Ihrem Tempo vor und atmet mit; Zählung, Hinweise und
      Stimme folgen derselben Uhr.
    </p>
    <p>
      It is made to be followed from the mat: large type, a voice, sounds, and media keys or a
      presenter's remote to control it. What you did is kept on your computer and nowhere else.
    </p>
    <p xml:lang="de">
      Gemacht, um von der Matte aus mitzumachen: große Schrift, eine Stimme, Töne, dazu Medientasten
      oder eine Präsentationsfernbedienung. Was Sie getan haben, bleibt auf Ihrem Computer.
    </p>
  </description>
  <launchable type="desktop-id">{identity.ID}.desktop</launchable>
  <provides>
    <binary>backstretch</binary>
  </provides>
  <url type="homepage">{identity.HOMEPAGE}</url>
  <url type="bugtracker">{identity.ISSUES}</url>
  <url type="help">{identity.HELP}</url>
  <url type="vcs-browser">{identity.SOURCE}</url>
  <categories>
    <category>Sports</category>
    <category>Utility</category>
  </categories>
  <keywords>
{keywords}
  </keywords>
  <screenshots>
{shots}
  </screenshots>
  <requires>
    <display_length compare="ge">640</display_length>
  </requires>
  <supports>
    <control>keyboard</control>
    <control>pointing</control>
  </supports>
  <content_rating type="oars-1.1" />
{_releases(releases)}</component>
"""


def _releases(releases: list[changes.Release]) -> str:
    """Only what was released has a date, and only what has a date is listed."""
    dated = [release for release in releases if release.date]
    if not dated:
        return ""
    entries = []
    for release in dated:
        points = "\n".join(f"          <li>{escape(point)}</li>" for point in release.points)
        words = f"      <description>\n        <ul>\n{points}\n        </ul>\n      </description>"
        entries.append(
            f'    <release version="{release.version}" date="{release.date}">\n{words}\n'
            "    </release>"
        )
    return "  <releases>\n" + "\n".join(entries) + "\n  </releases>\n"


def project(text: str) -> str:
    """pyproject.toml with the lines between its identity marks written anew."""
    lines = f"""authors = [{{ name = "{identity.AUTHOR}", email = "{identity.EMAIL}" }}]
keywords = [{", ".join(f'"{word}"' for word in identity.KEYWORDS)}]

[project.urls]
Homepage = "{identity.HOMEPAGE}"
Source = "{identity.SOURCE}"
Issues = "{identity.ISSUES}"
Changelog = "{identity.SOURCE}/blob/main/CHANGELOG.md"
Documentation = "{identity.HELP}"
"""
    marks = re.compile(r"(# identity: .*\n)(?:.*\n)*?(# /identity\n)")
    return marks.sub(lambda found: found[1] + lines + found[2], text)


def icon(size: int) -> bytes:
    """The icon as PNG, `size` pixels wide and high."""
    from PySide6.QtCore import QBuffer, QIODevice, Qt
    from PySide6.QtGui import QImage, QPainter
    from PySide6.QtSvg import QSvgRenderer

    image = QImage(size, size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(str(LINUX / f"{identity.ID}.svg")).render(painter)
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # bytes are refused
    return bytes(buffer.data().data())


def made() -> dict[Path, bytes]:
    """Every file that follows, and what it has to hold."""
    pyproject = TOP / "pyproject.toml"
    texts = {
        LINUX / f"{identity.ID}.desktop": desktop_entry(),
        LINUX / f"{identity.ID}.metainfo.xml": metainfo(changes.read()),
        pyproject: project(pyproject.read_text(encoding="utf-8")),
    }
    texts |= {LINUX / name: make() for name, make in manual.FILES_MADE.items()}
    files = {path: text.encode() for path, text in texts.items()}
    return files | {LINUX / "icons" / f"{size}.png": icon(size) for size in SIZES}


def stale() -> list[Path]:
    """Those that are missing or hold something else, and those of an id that is no longer ours."""
    files = made()
    held = [*LINUX.glob("*.desktop"), *LINUX.glob("*.metainfo.xml")]
    changed = [path for path, data in files.items() if not path.exists() or not _same(path, data)]
    return changed + [path for path in held if path not in files]


def _same(path: Path, data: bytes) -> bool:
    if path.suffix != ".png":
        return path.read_bytes() == data
    # Another release of Qt may pack the same pixels differently.
    from PySide6.QtGui import QImage

    return bool(QImage(str(path)) == QImage.fromData(data))


def main() -> int:
    if sys.argv[1:] == ["--check"]:
        old = [str(path.relative_to(TOP)) for path in stale()]
        if old:
            print(f"Out of date: {', '.join(old)}; run `python3 dev.py metadata`", file=sys.stderr)
        return 1 if old else 0
    for path, data in made().items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return 0


if __name__ == "__main__":
    sys.exit(main())
