"""What is wrong with the journal, in the language of the window."""

from PySide6.QtCore import QCoreApplication

from backstretch.history.merge import NotAnExportError
from backstretch.history.reading import UnreadableError
from backstretch.history.trouble import Trouble
from backstretch.translation_marks import QT_TRANSLATE_NOOP

_SENTENCES = {
    "full": QT_TRANSLATE_NOOP("Trouble", "The disk is full ({place})."),
    "refused": QT_TRANSLATE_NOOP("Trouble", "The disk refused to write {place}."),
    "read-only": QT_TRANSLATE_NOOP("Trouble", "{place} may not be written."),
    "vanished": QT_TRANSLATE_NOOP("Trouble", "The folder of {place} is gone."),
    "locked": QT_TRANSLATE_NOOP("Trouble", "Another program holds {place}."),
    "newer": QT_TRANSLATE_NOOP("Trouble", "A newer Backstretch wrote {place}; install that one."),
    "no-backup": QT_TRANSLATE_NOOP("Trouble", "Today's backup could not be made ({place})."),
    "saved": QT_TRANSLATE_NOOP("Trouble", "All that was kept in memory is saved."),
}

_EXPORTS = {
    "no-json": QT_TRANSLATE_NOOP("Trouble", "{file} is no export of Backstretch."),
    "no-export": QT_TRANSLATE_NOOP("Trouble", "{file} is no export of Backstretch."),
    "newer": QT_TRANSLATE_NOOP(
        "Trouble", "{file} was written by a newer Backstretch; install that one to import it."
    ),
    "damaged": QT_TRANSLATE_NOOP(
        "Trouble", "{file} is damaged ({where}); nothing of it was imported. Export it again."
    ),
}


def trouble_text(trouble: Trouble) -> str:
    """One line about the trouble, and what happens to the reps done meanwhile."""
    words = _sentence(trouble)
    if trouble.kept:
        kept = QCoreApplication.translate(
            "Trouble", "What you do is kept in memory and tried again by itself."
        )
        words = f"{words} {kept}"
    values = {key: str(value) for key, value in trouble.values.items()}
    return words.format(**values)


def _sentence(trouble: Trouble) -> str:
    if trouble.code == "damaged":
        return _damaged(trouble)
    return QCoreApplication.translate("Trouble", _SENTENCES[trouble.code])


def _damaged(trouble: Trouble) -> str:
    if trouble.values.get("backup"):
        return QCoreApplication.translate(
            "Trouble",
            "The history was damaged. It is set aside as {kept}; the backup {backup} is in its "
            "place.",
        )
    return QCoreApplication.translate(
        "Trouble", "The history was damaged and is set aside as {kept}; a new one is begun."
    )


def unreadable_text(error: UnreadableError) -> str:
    if error.newer:
        words = QCoreApplication.translate(
            "Trouble", "A newer Backstretch wrote {place}; install that one to read it."
        )
    else:
        words = QCoreApplication.translate(
            "Trouble",
            "The history in {place} cannot be read now. It is mended, as far as it can be, when "
            "the next session is written.",
        )
    return words.format(place=error.place)


def not_an_export_text(error: NotAnExportError, file: str) -> str:
    return QCoreApplication.translate("Trouble", _EXPORTS[error.code]).format(
        file=file, where=error.where
    )
