from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, Qt, QTranslator
from PySide6.QtWidgets import QApplication

from backstretch.ui.language import language_name, languages, speak


@pytest.fixture(autouse=True)
def _restored(qapp: QApplication) -> Iterator[None]:
    locale = QLocale()
    yield
    for translator in qapp.findChildren(QTranslator):
        qapp.removeTranslator(translator)
        translator.deleteLater()
    QLocale.setDefault(locale)
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def breaths(number: int) -> str:
    return QCoreApplication.translate("Practice", "%n breath(s)", None, number)


def test_english_has_its_plurals(qapp: QApplication) -> None:
    assert speak(qapp, "en") == "en"
    assert (breaths(1), breaths(10)) == ("1 breath", "10 breaths")


@pytest.mark.parametrize("wanted", ["xx", "tlh_XX", ""])
def test_what_does_not_ship_is_english(qapp: QApplication, wanted: str) -> None:
    assert speak(qapp, wanted) == "en"


def test_every_shipped_language_can_be_spoken_in_turn(qapp: QApplication) -> None:
    assert languages()[0] == "en"
    for code in (*languages(), "en"):
        assert speak(qapp, f"{code}_XX") == code
        assert language_name(code)
    assert breaths(1) == "1 breath"
