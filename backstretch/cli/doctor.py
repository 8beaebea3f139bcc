"""`backstretch doctor`: what works on this computer, and what to install for the rest.

It is what a bug report begins with, so it holds nothing of the history.
"""

import argparse
import json
import os
import platform
import shutil
import subprocess
import sys
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Literal

from backstretch import identity, requirements
from backstretch.paths import Places, places
from backstretch.system.examination import FLAG

_SECONDS = 20.0
_LEAST_FREE_MB = 50

State = Literal["works", "missing", "told"]


@dataclass(frozen=True, slots=True)
class Finding:
    """What was found of one part. `told` is neither good nor bad; `advice` says what to do."""

    part: str
    state: State
    found: str
    advice: str = ""


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="for programs to read")


def run(options: argparse.Namespace) -> int:
    """Returns 1 if something is missing."""
    findings = examine()
    if options.json:
        print(json.dumps([asdict(finding) for finding in findings], indent=1, ensure_ascii=False))
    else:
        print("\n".join(line for finding in findings for line in _lines(finding)))
    return 1 if any(finding.state == "missing" for finding in findings) else 0


def examine() -> list[Finding]:
    return [
        _versions(),
        _libraries(),
        *_screen(),
        _sound(),
        _recorded(),
        _system_voice(),
        *_bus(),
        _data(places()),
    ]


def _lines(finding: Finding) -> list[str]:
    signs = {"works": "+", "missing": "-", "told": " "}
    lines = [f"{signs[finding.state]} {finding.part:<16} {finding.found}"]
    return lines + ([f"  {'':<16} → {finding.advice}"] if finding.advice else [])


def _versions() -> Finding:
    system = f"{platform.system()} {platform.release()}"
    with_what = "its own Python" if getattr(sys, "frozen", False) else "Python"
    found = f"Backstretch {identity.VERSION}, {with_what} {platform.python_version()}, {system}"
    return Finding("versions", "told", found)


def _libraries() -> Finding:
    problem = requirements.problem(window=True)
    if problem:
        return Finding("libraries", "missing", "not all of them are here", problem)
    return Finding("libraries", "works", "all that Qt needs")


def _screen() -> list[Finding]:
    seen, said = _look("screen")
    if seen is None:
        advice = "start it in a desktop session, or install what the words above name"
        return [Finding("screen", "missing", said or "Qt found none", advice)]
    size = f"{seen['width']}×{seen['height']}, scale {seen['scale']}, {seen['platform']}"
    families = int(str(seen["families"]))
    return [
        Finding("screen", "works", f"{size}, Qt {seen['qt']}"),
        Finding("fonts", "works", f"{families} families")
        if families
        else Finding("fonts", "missing", "none", "install one, such as fonts-dejavu-core"),
    ]


def _sound() -> Finding:
    seen, said = _look("sound")
    if seen and seen["device"]:
        return Finding("sound device", "works", str(seen["device"]))
    advice = "connect one, and install what plays sound: pipewire-pulse, or pulseaudio"
    return Finding("sound device", "missing", "none" if seen else said, advice)


def _recorded() -> Finding:
    from backstretch.assets import folder

    voices = sorted(path.stem for path in (folder("resources") / "voices").glob("*.voice"))
    if voices:
        return Finding("recorded voices", "works", f"{', '.join(voices)} (English)")
    return Finding("recorded voices", "missing", "none", "install Backstretch again")


def _system_voice() -> Finding:
    if sys.platform in ("win32", "darwin"):
        return Finding("system voice", "works", "the system's own")
    found = [name for name in ("espeak-ng", "spd-say") if shutil.which(name)]
    if found:
        return Finding("system voice", "works", ", ".join(found))
    advice = "for German and routines of your own, install espeak-ng"
    return Finding("system voice", "missing", "none", advice)


def _bus() -> list[Finding]:
    if not sys.platform.startswith("linux"):
        return []
    seen, _said = _look("bus")
    if seen is None:
        advice = "start it in a desktop session, or install dbus-user-session"
        return [Finding("session bus", "missing", "none: no media keys, no stay-awake", advice)]
    offered = seen["offered"]
    assert isinstance(offered, dict)
    found = [Finding("session bus", "works", "media keys can reach the program")]
    return found + [
        Finding(part, "works", str(service)) if service else Finding(part, "told", "not offered")
        for part, service in offered.items()
    ]


def _data(at: Places) -> Finding:
    folder = at.data
    while not folder.exists() and folder != folder.parent:
        folder = folder.parent
    shown = _without_name(at.data)
    if not folder.is_dir() or not os.access(folder, os.W_OK):
        return Finding("data folder", "missing", f"{shown} cannot be written", "change its rights")
    free = shutil.disk_usage(folder).free // 1_000_000
    if free < _LEAST_FREE_MB:
        return Finding("data folder", "missing", f"{shown}, {free} MB free", "make room")
    return Finding("data folder", "works", f"{shown}, {free} MB free")


def _without_name(path: Path) -> str:
    """The path without the name of the person."""
    try:
        return f"~/{path.relative_to(Path.home())}"
    except (ValueError, RuntimeError):
        return str(path)


def _look(part: str) -> tuple[dict[str, object] | None, str]:
    """What another process of ours finds out, or None and the last words it wrote."""
    frozen = getattr(sys, "frozen", False)
    program = (sys.executable,) if frozen else (sys.executable, "-m", "backstretch")
    command = (*program, FLAG, part)
    try:
        done = subprocess.run(
            command, capture_output=True, text=True, errors="replace", timeout=_SECONDS, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return None, "no answer"
    if done.returncode != 0:
        words = [line for line in done.stderr.splitlines() if line.strip()]
        return None, words[0].strip() if words else ""
    found: dict[str, object] = json.loads(done.stdout)
    return found, ""
