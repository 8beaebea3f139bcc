import subprocess
import sys

import pytest

from backstretch import cli, paths


@pytest.fixture
def table(monkeypatch, tmp_path):
    """A table with one subcommand, whose module is written here."""
    (tmp_path / "fixture_count_command.py").write_text(
        "from backstretch.cli.refusal import Refusal\n"
        "def arguments(parser):\n"
        "    parser.add_argument('number', type=int)\n"
        "def run(options):\n"
        "    if options.number == 0:\n"
        "        raise Refusal('nothing to count; give a number above 0')\n"
        "    if options.number == 9:\n"
        "        raise KeyboardInterrupt\n"
        "    if options.number == 7:\n"
        "        raise ZeroDivisionError('a slip')\n"
        "    if options.number == 8:\n"
        "        open('/nowhere/at-all')\n"
        "    print('\\n'.join(str(n) for n in range(options.number)))\n"
        "    return 1\n"
    )
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.setattr(
        cli, "SUBCOMMANDS", (cli.Subcommand("count", "count up", "fixture_count_command"),)
    )


def no_window(argv):
    raise AssertionError("the window was opened")


def test_a_subcommand_is_called_with_its_arguments(table, capsys):
    assert cli.main(["count", "2"], no_window) == 1
    assert capsys.readouterr().out == "0\n1\n"


@pytest.mark.parametrize("argv", [[], ["--mat"], ["-platform", "offscreen"]])
def test_without_a_subcommand_the_window_opens(table, argv):
    opened = []
    assert cli.main(argv, lambda given: opened.append(list(given)) or 5) == 5
    assert opened == [argv]


@pytest.mark.parametrize(
    ("argv", "said"),
    [
        (["count", "0"], "backstretch: nothing to count; give a number above 0\n"),
        (["count", "8"], "backstretch: /nowhere/at-all: No such file or directory\n"),
        (["dance"], "backstretch: there is no command 'dance'; the commands are count\n"),
    ],
)
def test_a_refusal_is_one_sentence(table, argv, said, capsys):
    assert cli.main(argv, no_window) == 2
    assert capsys.readouterr().err == said


def test_wrong_arguments_are_refused_in_one_line(table, capsys):
    assert cli.main(["count", "many"], no_window) == 2
    error = capsys.readouterr().err
    assert error.count("\n") == 1
    assert "count --help" in error


@pytest.mark.logs_warnings
def test_an_error_of_its_own_is_told_in_a_sentence_and_logged(table, capsys):
    assert cli.main(["count", "7"], no_window) == 2
    said = capsys.readouterr().err
    log = paths.places().log_file
    assert said.count("\n") == 1
    assert str(log) in said
    assert "Traceback" not in said
    assert "ZeroDivisionError: a slip" in log.read_text(encoding="utf-8")


def test_ctrl_c_is_quiet(table, capsys):
    assert cli.main(["count", "9"], no_window) == 130
    assert capsys.readouterr().err == ""


def test_help_names_every_subcommand(capsys):
    assert cli.main(["--help"], no_window) == 0
    said = capsys.readouterr().out
    for subcommand in cli.SUBCOMMANDS:
        assert subcommand.name in said
        assert subcommand.summary in said


def test_a_closed_pipe_is_quiet():
    program = (
        "import os, sys\n"
        "from backstretch.cli.calling import quietly\n"
        "def run():\n"
        "    for n in range(100000): print(n)\n"
        "    return 0\n"
        "sys.exit(quietly(run))\n"
    )
    reader = subprocess.Popen(
        [sys.executable, "-c", program], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    reader.stdout.readline()
    reader.stdout.close()
    assert reader.stderr.read() == b""
    reader.stderr.close()
    assert reader.wait() == 0
