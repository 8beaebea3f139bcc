#!/usr/bin/env python3
"""Run, test and check Backstretch from a checkout.

    python3 dev.py run [ARGS]         open the player; with ARGS, as `backstretch ARGS`
    python3 dev.py test [ARGS]        all tests; ARGS go to pytest
    python3 dev.py check              format, lint, types, import rules
    python3 dev.py bench NAME [ARGS]  start, play, hero, figure, clock, history or sound: what
                                      it costs;
                                      said: all that a session says, and when;
                                      mutants and coverage: what the tests notice and reach
    python3 dev.py translate          bring the translations up to date with the texts
    python3 dev.py metadata           write desktop file, metainfo, icons; --check only compares
    python3 dev.py build WHAT         a package: wheel, sdist, folder, deb, bundle, … (packaging/)
    python3 dev.py release            say what is missing before a release
    python3 dev.py shots [ARGS]       contact sheets of the pages; --all, --readme, --help
    python3 dev.py setup              only make everything ready

Everything goes into .venv beside this file. Needs Python 3.11 or newer and, the first time,
a way to a package index; Debian's and Ubuntu's root also gets missing system libraries installed.
"""

import sys

if sys.version_info < (3, 11):  # noqa: UP036 -- older ones must read this far
    sys.exit(
        f"Backstretch needs Python 3.11 or newer, and this is {sys.version.split()[0]}: "
        "run dev.py with a newer one, such as python3.12 dev.py."
    )

import ctypes
import hashlib
import importlib.util
import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

# Needs nothing that would have to be installed first, either.
from backstretch.requirements import DRAWING, WINDOWS

HERE = Path(__file__).resolve().parent
MEMORY_DISK = Path("/dev/shm")
VENV = HERE / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
LOCKS = {"run": HERE / "requirements" / "run.txt", "dev": HERE / "requirements" / "dev.txt"}
BENCHES = (
    "start",
    "play",
    "hero",
    "figure",
    "clock",
    "history",
    "sound",
    "said",
    "mutants",
    "coverage",
)


def say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


# --- the system's packages ---------------------------------------------------------------------


def loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def missing_packages() -> list[str]:
    """The Debian packages that are missing here."""
    packages = []
    if sys.platform == "linux":
        libraries = DRAWING | WINDOWS
        packages = [package for name, package in libraries.items() if not loads(name)]
    if importlib.util.find_spec("ensurepip") is None:
        packages.append(f"python3.{sys.version_info.minor}-venv")
    return packages


def is_debian() -> bool:
    return shutil.which("apt-get") is not None and Path("/etc/debian_version").exists()


def ready_system() -> None:
    packages = missing_packages()
    if not packages:
        return
    command = ["apt-get", "install", "-y", "--no-install-recommends", *packages]
    if not is_debian():
        wanted = [name for name in DRAWING | WINDOWS if not loads(name)]
        sys.exit(
            "Qt needs what this system lacks; install what provides it and start again: "
            + ", ".join(wanted or ["Python's ensurepip module"])
        )
    if os.geteuid() != 0:
        sys.exit(
            f"Missing system packages: {' '.join(packages)}\n"
            f"Install them and start again:  sudo {' '.join(command)}"
        )
    say(f"Installing what Qt needs of the system: {' '.join(packages)}")
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    quiet = ["-qq", "-o", "Dpkg::Use-Pty=0"]
    subprocess.run(["apt-get", "update", *quiet], env=environment, check=False)
    done = subprocess.run(
        [*command, *quiet], env=environment, stdout=subprocess.DEVNULL, check=False
    )
    if done.returncode != 0:
        sys.exit(f"apt-get could not install them; with a network it would go: {' '.join(command)}")


# --- .venv --------------------------------------------------------------------------------------


def fingerprint(kind: str) -> str:
    """A text that changes whenever .venv has to be updated."""
    parts = [str(HERE), str(PYTHON.resolve()), "binding unpacked"]
    parts += [path.read_text() for path in (HERE / "pyproject.toml", *LOCKS.values())]
    return kind + " " + hashlib.sha256("\0".join(parts).encode()).hexdigest()


def is_ready(kind: str) -> bool:
    stamp = VENV / f"ready-{kind}"
    return PYTHON.exists() and stamp.exists() and stamp.read_text() == fingerprint(kind)


def venv_works() -> bool:
    """True if .venv's Python starts, is new enough and has pip."""
    probe = "import sys, pip; sys.exit(sys.version_info < (3, 11))"
    try:
        done = subprocess.run([str(PYTHON), "-c", probe], capture_output=True, check=False)
    except OSError:
        return False
    return done.returncode == 0


def pip_install(*arguments: str) -> None:
    command = [str(PYTHON), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    done = subprocess.run([*command, "--retries", "2", *arguments], cwd=HERE, check=False)
    if done.returncode != 0:
        sys.exit(
            "The packages could not be installed; pip says why above. "
            "With a network, run the same command again: it goes on where it stopped."
        )


def unpack_binding() -> None:
    """Has PySide6 keep its Python parts as files; else every start unpacks and compiles them. Where
    it cannot, nothing but the start is different."""
    code = (
        "import compileall, pathlib, shiboken6, PySide6.QtCore\n"
        "parts = pathlib.Path(shiboken6.__file__).with_name('files.dir')\n"
        "compileall.compile_dir(parts, quiet=2)"
    )
    # The switch is PySide6's own: see signature_bootstrap.py in what it unpacks.
    environment = os.environ | {"SBK_EMBED": "0"}
    subprocess.run([PYTHON, "-c", code], env=environment, capture_output=True, check=False)


def ready_venv(kind: str) -> None:
    """Puts the pinned packages and this checkout into .venv; returns at once if they are there."""
    if is_ready(kind) or (kind == "run" and is_ready("dev")):
        return
    ready_system()
    if not venv_works():
        say("Making .venv")
        made = subprocess.run([sys.executable, "-m", "venv", "--clear", VENV], check=False)
        if made.returncode != 0:
            sys.exit("Python could not make .venv here; it says why above.")
    say("Installing the pinned packages into .venv (the first time takes a minute or two)")
    pip_install("--requirement", str(LOCKS[kind]))
    pip_install("--no-deps", "--no-build-isolation", "--editable", ".")
    unpack_binding()
    (VENV / f"ready-{kind}").write_text(fingerprint(kind))


# --- the commands -------------------------------------------------------------------------------


def start(*arguments: str, where: Path | None = None) -> int:
    """Replaces this process with .venv's Python, in the caller's folder unless `where` is given."""
    if where is not None:
        os.chdir(where)
    command = [str(PYTHON), *arguments]
    if os.name != "nt":
        os.execv(PYTHON, command)
    return subprocess.call(command)


def has_screen() -> bool:
    names = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return sys.platform != "linux" or any(os.environ.get(name) for name in names)


def run(arguments: list[str]) -> int:
    opens_window = not arguments or arguments[0].startswith("-")
    if (
        opens_window
        and arguments[:1] not in (["-h"], ["--help"], ["--version"])
        and not has_screen()
    ):
        sys.exit(
            "There is no screen here: start a virtual one (xvfb-run python3 dev.py run) "
            "or set QT_QPA_PLATFORM=offscreen to run without."
        )
    ready_venv("run")
    return start("-P", "-m", "backstretch", *arguments)


def worker_options(arguments: list[str]) -> list[str]:
    """Spreads the whole suite over processes; tests asked for by name run in one, where they can be
    debugged. One process more than there are cores, as some tests only wait for other programs."""
    names_tests = any((HERE / each.partition("::")[0]).exists() for each in arguments)
    if names_tests or {"-n", "--pdb", "-s"} & set(arguments):
        return []
    return ["-n", str((os.cpu_count() or 1) + 1), "--dist", "worksteal"]


def roomy_memory_disk() -> bool:
    """True if the tests' files fit into memory; a container may give it 64 MB."""
    try:
        return shutil.disk_usage(MEMORY_DISK).free > 2e9 and os.access(MEMORY_DISK, os.W_OK)
    except OSError:
        return False


def test(arguments: list[str]) -> int:
    ready_venv("dev")
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    # The tests start Python some two hundred times; without compiled files that doubles their time.
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    os.environ.setdefault("PYTHONPYCACHEPREFIX", str(VENV / "pycache"))
    if roomy_memory_disk():
        # Hundreds of journals are written through to the disk; in memory that takes no time.
        os.environ.setdefault("TMPDIR", str(MEMORY_DISK))
    return start("-m", "pytest", *worker_options(arguments), *arguments, where=HERE)


def check(_arguments: list[str]) -> int:
    ready_venv("dev")
    steps = {
        "format": ["ruff", "format", "--check", "."],
        "lint": ["ruff", "check", "."],
        "types": ["mypy"],
        "import rules": ["lint-imports"],
    }
    failed = []
    for name, (tool, *arguments) in steps.items():
        say(f"== {name}")
        command = [str(PYTHON.parent / tool), *arguments]
        if subprocess.run(command, cwd=HERE, check=False).returncode != 0:
            failed.append(name)
    say(f"Not in order: {', '.join(failed)}" if failed else "All in order.")
    return 1 if failed else 0


def bench(arguments: list[str]) -> int:
    if not arguments or arguments[0] not in BENCHES:
        sys.exit(f"Say which bench: python3 dev.py bench {'|'.join(BENCHES)}")
    ready_venv("dev")
    tools = {"mutants": "mutants.txt", "sound": "listening.txt"}
    if arguments[0] in tools:
        pip_install("--requirement", str(HERE / "requirements" / tools[arguments[0]]))
    return start("-m", f"bench.{arguments[0]}", *arguments[1:], where=HERE)


def translate(arguments: list[str]) -> int:
    ready_venv("dev")
    return start(str(HERE / "resources" / "i18n" / "build.py"), *arguments)


def packaging(script: str) -> Callable[[list[str]], int]:
    """The command that is a script in packaging/."""

    def run_script(arguments: list[str]) -> int:
        ready_venv("dev")
        return start(str(HERE / "packaging" / script), *arguments)

    return run_script


def shots(arguments: list[str]) -> int:
    ready_venv("dev")
    return start("-m", "tests.sweep.sheet", *arguments, where=HERE)


def setup(_arguments: list[str]) -> int:
    ready_venv("dev")
    return 0


COMMANDS = {
    "run": run,
    "test": test,
    "check": check,
    "bench": bench,
    "translate": translate,
    "metadata": packaging("metadata.py"),
    "build": packaging("build.py"),
    "release": packaging("release.py"),
    "shots": shots,
    "setup": setup,
}


def main() -> int:
    if len(sys.argv) < 2 or sys.argv[1] not in COMMANDS:
        print(__doc__)
        return 0 if sys.argv[1:] in ([], ["-h"], ["--help"], ["--version"]) else 2
    try:
        return COMMANDS[sys.argv[1]](sys.argv[2:])
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main())
