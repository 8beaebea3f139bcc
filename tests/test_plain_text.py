"""Texts from files stay plain wherever they are shown."""

from pathlib import Path

import pytest
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QApplication

from backstretch import cli
from backstretch.document.document_problem import DocumentProblem
from backstretch.document.tree import Pairs, Text, parse
from backstretch.history.week import Day, MoveDone, SessionDone, Week
from backstretch.plain_text import is_plain, one_line, without_controls
from backstretch.system.bus import _plain
from backstretch.ui.parts.tip import plain_tip


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("a\x00b\x1b[2Jc\x07", "ab[2Jc"),
        ("a\r\nb\rc\u2028d\x85e", "a\nb\nc\nd\ne"),
        ("tab\tand \u202eturned\u2066", "tab\tand turned"),
        ("\ud800half", "half"),
        (
            "नमस्ते क्\u200dष می\u200cخواهم 👩\u200d👧 a\u00adb",
            "नमस्ते क्\u200dष می\u200cخواهم 👩\u200d👧 a\u00adb",
        ),
    ],
)
def test_control_characters_go_and_letters_stay(text: str, plain: str) -> None:
    assert without_controls(text) == plain
    assert is_plain(plain)
    assert "\n" not in one_line(text) and "\t" not in one_line(text)


def test_a_tip_shows_what_it_is_given(qapp: QApplication) -> None:
    text = "<b>bold</b><img src='/etc/passwd'> & more\nline <two"
    shown = QTextDocument()
    shown.setHtml(plain_tip(text))
    assert shown.toPlainText() == text
    assert "<img" not in plain_tip(text)
    assert plain_tip("Sit & breathe") == "Sit & breathe"


def test_nothing_reaches_the_bus_that_it_would_refuse() -> None:
    told = ("a\x00b", {"xesam:title": ("s", "N\x00L\ud800")}, ["x\x00"], 3)
    assert _plain(told) == ("ab", {"xesam:title": ("s", "NL")}, ["x"], 3)


def test_a_terminal_gets_no_raw_sequence(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from datetime import UTC, datetime

    from backstretch.cli import history

    began = datetime(2026, 11, 16, 12, tzinfo=UTC)
    move = MoveDone("m", 6, 6, None, None, 60.0, False, False)
    note = "one\x1b]0;owned\x07\ntwo"
    done = SessionDone("s", "r\x9b2J", began, None, "finished", (move,), note=note)
    week = Week(began.date(), (Day(began.date(), 60.0, 1, True),), (done,))
    monkeypatch.setattr(history, "read", lambda *_: week)
    for arguments in (["history"], ["history", "--json"]):
        assert cli.main(arguments, lambda _: 0) == 0
        assert is_plain(capsys.readouterr().out)
    assert cli.main(["history"], lambda _: 0) == 0
    assert "\n    two\n" in capsys.readouterr().out, "each line of a note is indented"


def test_what_a_refusal_quotes_is_plain_too(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["history", "--week", "\x1b[2J"], lambda _: 0) == 2
    assert is_plain(capsys.readouterr().err)
    assert cli.main(["\x1b]0;x\x07"], lambda _: 0) == 2
    assert is_plain(capsys.readouterr().err)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_routine_files_are_read_in_utf_8_and_utf_16(encoding: str) -> None:
    found = parse("title: Dehnung für den Rücken\n".encode(encoding))
    assert isinstance(found, Pairs)
    value = found.nodes["title"][1]
    assert isinstance(value, Text) and value.text == "Dehnung für den Rücken"


@pytest.mark.parametrize("encoding", ["utf-32", "utf-32-le", "utf-32-be"])
def test_other_encodings_are_told_for_what_they_are(encoding: str) -> None:
    with pytest.raises(DocumentProblem) as caught:
        parse("title: Dehnung\n".encode(encoding))
    assert (caught.value.code, caught.value.line) == ("encoding", 1)


@pytest.mark.parametrize("name", ["nul-and-markup.yaml", "escape-titles.yaml"])
def test_control_characters_are_refused_at_load(
    name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    case = Path(__file__).parent / "cases" / name
    assert cli.main(["check", str(case)], lambda _: 0) == 1
    said = capsys.readouterr().out
    assert "invisible" in said and is_plain(said)
