"""The report of the last four weeks fits one page, however many sessions there are."""

import os
import stat
from datetime import date, timedelta

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from backstretch.history.edits import Noted
from backstretch.history.exchange import export
from backstretch.paint.report import paint_report, write_report
from backstretch.routine.titles import Titles
from backstretch.ui.history.report_words import four_weeks
from backstretch.ui.language import speak
from backstretch.ui.words.history_words import calendar_words
from tests.history.diary import MONDAY
from tests.ui.history.conftest import TITLES

TODAY = date(2026, 11, 22)


def report_of(desk):
    return four_weeks(desk.reading, TODAY, TITLES)


def test_it_says_how_often_how_long_and_how_stiff(practised) -> None:
    practised.record("monday", Noted("two\nlines"))
    report = report_of(practised)
    assert "3 day" in report.lines[1] and "3 session" in report.lines[1]
    assert "on average 6 before and 4 after" in report.lines[2]
    assert len(report.chart.seconds) == 28
    assert [label for label in report.chart.labels if label] == [
        "26 Oct", "2 Nov", "9 Nov", "16 Nov",
    ]  # fmt: skip
    assert report.chart.stiffness[21] == 4 and report.chart.stiffness[24] is None
    assert report.moves.rows[0][:3] == ("Side bends", "36 of 36", "18 · 18")
    assert [row[0][:6] for row in report.sessions.rows] == ["19 Nov", "16 Nov", "11 Nov"]
    assert report.sessions.rows[1][-1] == "two lines"


def test_sessions_before_the_four_weeks_are_left_out(desk) -> None:
    desk.fill("old", MONDAY - timedelta(days=22))
    report = report_of(desk)
    assert report.sessions.rows == () and sum(report.chart.seconds) == 0


@pytest.mark.parametrize("sessions", [0, 3, 60])
def test_it_is_one_page(desk, tmp_path, sessions) -> None:
    for number in range(sessions):
        desk.fill(f"s{number}", MONDAY - timedelta(hours=9 * number), moves=1)
    report = report_of(desk)
    target = tmp_path / "report.pdf"
    write_report(report, target)
    raw = target.read_bytes()
    assert raw.startswith(b"%PDF") and b"/Count 1" in raw
    if os.name == "posix":
        assert stat.S_IMODE(target.stat().st_mode) == 0o600
    image = QImage(600, 848, QImage.Format.Format_RGB32)
    image.fill(0xFFFFFF)
    painter = QPainter(image)
    paint_report(painter, report, QRectF(40, 40, 520, 768))
    painter.end()
    for y in (*range(36), *range(812, 848)):
        for x in range(0, 600, 3):
            assert image.pixel(x, y) & 0xFFFFFF == 0xFFFFFF, "the margins stay free"


def test_a_missing_folder_raises_oserror(desk, tmp_path) -> None:
    with pytest.raises(OSError):
        write_report(report_of(desk), tmp_path / "no" / "report.pdf")


def test_a_calendar_is_written_in_the_windows_language(practised, qapp, tmp_path) -> None:
    assert practised.journal.flush()
    speak(qapp, "de")
    try:
        export(practised.reading, tmp_path / "history.ics", calendar_words(Titles()))
    finally:
        speak(qapp, "en")
    text = (tmp_path / "history.ics").read_bytes().decode().replace("\r\n ", "")
    assert " von " in text
    assert " of " not in text
    assert "Steifheit: 6 davor\\, 4 danach" in text
    assert "tiffness" not in text
