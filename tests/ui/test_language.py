"""Texts, plurals, dates and numbers follow the chosen language."""

import os
import subprocess
import sys
from collections.abc import Iterator
from datetime import date, datetime

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, Qt, QTranslator
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication

from backstretch.ui.language import language_name, languages, speak
from backstretch.ui.words import dates, doses, numbers
from backstretch.ui.words.settings_words import amount


@pytest.fixture(autouse=True)
def _restored(qapp: QApplication) -> Iterator[None]:
    locale = QLocale()
    yield
    for translator in qapp.findChildren(QTranslator):
        qapp.removeTranslator(translator)
        translator.deleteLater()
    QLocale.setDefault(locale)
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def breaths(count: int) -> str:
    return doses.units("breaths", count)


def test_english_has_its_plurals(qapp: QApplication) -> None:
    assert speak(qapp, "en") == "en"
    assert (breaths(1), breaths(10)) == ("1 breath", "10 breaths")


def test_german_has_its_plurals_dates_and_numbers(qapp: QApplication) -> None:
    assert speak(qapp, "de_DE") == "de"
    assert (breaths(1), breaths(10)) == ("1 Atemzug", "10 Atemzüge")
    monday = date(2026, 11, 16)
    assert dates.week_title(monday, monday) == "16. – 22. November"
    assert dates.week_title(monday, date(2027, 1, 1)) == "16. – 22. November 2026"
    assert dates.day_label(monday) == "Mo 16."
    assert dates.short_date(monday) == "16. Nov."
    assert dates.long_date(monday) == "Montag, 16. November 2026"
    assert numbers.number(4.5) == "4,5"
    assert numbers.time_of_day(datetime(2026, 11, 16, 17, 5)) == "17:05"
    assert amount(0.75, "share") == "75\N{NO-BREAK SPACE}%"


def test_qt_speaks_german_too(qapp: QApplication) -> None:
    """The buttons of the file dialogs and the names of keys."""
    speak(qapp, "de")
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Abbrechen"
    assert QKeySequence("Space").toString(QKeySequence.SequenceFormat.NativeText) == "Leertaste"


@pytest.mark.parametrize("wanted", ["xx", "tlh_XX", ""])
def test_a_language_that_does_not_ship_becomes_english(qapp: QApplication, wanted: str) -> None:
    assert speak(qapp, wanted) == "en"


def test_languages_are_named_in_themselves() -> None:
    assert [language_name(code) for code in ("en", "de")] == ["English", "Deutsch"]


def test_the_language_can_be_switched_any_number_of_times(qapp: QApplication) -> None:
    assert languages()[0] == "en"
    for code in (*languages(), "en"):
        assert speak(qapp, f"{code}_XX") == code
        assert language_name(code)
    assert breaths(1) == "1 breath"


@pytest.mark.parametrize("name", ["ar_EG", "tr_TR", "ja_JP", "fa_IR"])
def test_a_system_in_another_language_gets_english_as_a_whole(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setattr(QLocale, "system", staticmethod(lambda: QLocale(name)))
    assert speak(qapp) == "en"
    assert qapp.layoutDirection() == Qt.LayoutDirection.LeftToRight
    assert QLocale().toString(12345) == "12,345"
    assert QLocale().dayName(1) == "Monday"


@pytest.mark.parametrize(
    "desktop",
    [
        {"LANG": "ar_EG.UTF-8", "LANGUAGE": "en"},
        {"LANG": "en_US.UTF-8", "LC_TIME": "ar_EG.UTF-8", "LC_NUMERIC": "ar_EG.UTF-8"},
    ],
)
def test_english_words_come_with_english_dates_whatever_the_desktop_mixes(
    desktop: dict[str, str],
) -> None:
    """In a process of its own, as Qt reads the environment once."""
    code = (
        "from PySide6.QtCore import QLocale; from PySide6.QtWidgets import QApplication\n"
        "from backstretch.ui.language import speak\n"
        "app = QApplication([]); print(speak(app), QLocale().toString(12), QLocale().dayName(1))"
    )
    plain = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith("LC_") and name not in ("LANG", "LANGUAGE")
    }
    done = subprocess.run(
        [sys.executable, "-c", code],
        env=plain | desktop | {"QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.split() == ["en", "12", "Monday"]
