"""The languages that ship, and switching the application to one of them."""

from functools import cache

from PySide6.QtCore import QLibraryInfo, QLocale, Qt, QTranslator
from PySide6.QtWidgets import QApplication

from backstretch.assets import folder

SOURCE = "en"
_WORLD_ENGLISH = "en_001"
"""Plain "en" stands for the United States, and is named "American English"."""


@cache
def languages() -> tuple[str, ...]:
    """The codes of the languages that ship, English first."""
    found = (folder("resources") / "i18n").glob("backstretch_*.qm")
    codes = sorted(path.stem.partition("_")[2] for path in found)
    return (SOURCE, *(code for code in codes if code != SOURCE))


def language_name(code: str) -> str:
    """The language's name in that language: `Deutsch`."""
    return QLocale(_WORLD_ENGLISH if code == SOURCE else code).nativeLanguageName()


def speak(app: QApplication, wanted: str = "") -> str:
    """Switches `app` to the language `wanted`, or to the system's if that is "", and returns its
    code. A language that does not ship becomes English. Dates and numbers take the system's format
    if the language is the system's, else that of the language; the layout direction follows the
    language."""
    for installed in app.findChildren(QTranslator, options=_DIRECT):
        app.removeTranslator(installed)
        installed.deleteLater()
    system = QLocale.system()
    code = _shipping(wanted or system.uiLanguages()[0])
    own = _writes_alike(system, QLocale(code))
    QLocale.setDefault(system if own else QLocale(code))
    _install(app, f"backstretch_{code}", str(folder("resources") / "i18n"))
    if code != SOURCE:
        qt_texts = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        _install(app, f"qtbase_{code}", qt_texts)
    app.setLayoutDirection(QLocale(code).textDirection())
    return code


def _writes_alike(system: QLocale, language: QLocale) -> bool:
    """True if the system's dates and numbers can stand in a sentence of `language`. Its name does
    not tell: a desktop may write words in English, and dates in Arabic."""
    return (
        system.standaloneDayName(1) == language.standaloneDayName(1)
        and system.zeroDigit() == language.zeroDigit()
    )


_DIRECT = Qt.FindChildOption.FindDirectChildrenOnly


def _shipping(name: str) -> str:
    """The code of the language that ships for `name` (`de`, `de-AT`, `pt_BR`), or English."""
    name = name.replace("-", "_")
    for code in (name, name.partition("_")[0]):
        if code in languages():
            return code
    return SOURCE


def _install(app: QApplication, name: str, place: str) -> None:
    translator = QTranslator(app)
    if translator.load(name, place):
        app.installTranslator(translator)
    else:
        translator.deleteLater()
