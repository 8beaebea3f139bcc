"""Every command says what it takes, keeps and returns; man page and completions say the same."""

import shutil
import subprocess
from pathlib import Path

import pytest

from backstretch import cli
from backstretch.identity import VERSION

LINUX = Path(__file__).resolve().parents[2] / "packaging" / "linux"
NAMES = [entry.name for entry in cli.SUBCOMMANDS]


def no_window(_argv):
    raise AssertionError("the window was opened")


def code(argv: list[str]) -> object:
    """The exit code; argparse ends the program after its help."""
    try:
        return cli.main(argv, no_window)
    except SystemExit as ended:
        return ended.code


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("form", ["{} --help", "{} -h", "help {}"])
def test_each_help_tells_exit_codes_environment_and_files(name, form, capsys):
    assert code(form.format(name).split()) == 0
    said = capsys.readouterr().out
    assert said.startswith(f"usage: backstretch {name}")
    for word in ("exit codes:", "130", "BACKSTRETCH_HOME", "~/.config/backstretch"):
        assert word in said


def test_version_and_help_have_short_ways(capsys):
    assert cli.main(["-V"], no_window) == 0
    assert capsys.readouterr().out == f"backstretch {VERSION}\n"
    assert cli.main(["help"], no_window) == 0
    assert "exit codes:" in capsys.readouterr().out


def test_help_of_a_command_that_is_not_there_is_refused(capsys):
    assert cli.main(["help", "dance"], no_window) == 2
    assert "there is no command 'dance'" in capsys.readouterr().err


def test_who_can_be_drawn_is_listed(capsys):
    from backstretch.figure.look import looks

    assert code(["draw", "--help"]) == 0
    said = " ".join(capsys.readouterr().out.split())
    assert all(look.name in said for look in looks())


def completed(*words: str) -> set[str]:
    """What bash offers for the last of `words`."""
    script = (
        f"source {LINUX}/completions/backstretch.bash; COMP_WORDS=({' '.join(words) or ''});"
        f" COMP_CWORD={len(words) - 1}; _backstretch; printf '%s\\n' \"${{COMPREPLY[@]}}\""
    )
    done = subprocess.run(["bash", "-c", script], capture_output=True, text=True, check=True)
    return set(done.stdout.split())


@pytest.mark.skipif(shutil.which("bash") is None, reason="bash is not installed")
def test_bash_completes_commands_and_options():
    assert completed("backstretch", "''") >= {*NAMES, "--version"}
    assert completed("backstretch", "s") == {"score", "sheet"}
    assert completed("backstretch", "draw", "--v") == {"--view"}


def test_the_man_page_reads_without_a_warning():
    if shutil.which("man") is None or shutil.which("groff") is None:
        pytest.skip("man is not installed")
    done = subprocess.run(
        ["man", "--warnings", "--local-file", LINUX / "backstretch.1"],
        capture_output=True,
        text=True,
        env={"MANWIDTH": "80", "PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8"},
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert all(f"backstretch {name}" in done.stdout for name in NAMES)
