"""What is wrong with the journal, in the language of the window."""

from collections.abc import Sequence
from pathlib import Path
from typing import Literal, assert_never

from PySide6.QtCore import QCoreApplication

from backstretch.history.import_file import NotAnExportError
from backstretch.history.reading import UnreadableError
from backstretch.history.trouble import Trouble


def trouble_text(trouble: Trouble) -> str:
    """One line: the trouble and, if entries stay in memory, what happens to them."""
    if not trouble.kept:
        return cause_text(trouble)
    kept = QCoreApplication.translate(
        "Trouble", "What you do is kept in memory and tried again by itself."
    )
    return f"{cause_text(trouble)} {kept}"


def cause_text(trouble: Trouble) -> str:
    """One sentence: the trouble alone."""
    values = {key: str(value) for key, value in trouble.values.items()}
    return _sentence(trouble).format(**values)


def _sentence(trouble: Trouble) -> str:
    """The sentence with its fields (`{place}` and so on) still to be filled in."""
    match trouble.code:
        case "full":
            return QCoreApplication.translate("Trouble", "The disk is full ({place}).")
        case "refused":
            return QCoreApplication.translate("Trouble", "The disk refused to write {place}.")
        case "read-only":
            return QCoreApplication.translate("Trouble", "{place} may not be written.")
        case "vanished":
            return QCoreApplication.translate("Trouble", "The folder of {place} is gone.")
        case "locked":
            return QCoreApplication.translate("Trouble", "Another program holds {place}.")
        case "newer":
            return QCoreApplication.translate(
                "Trouble", "A newer Backstretch wrote {place}; install that one."
            )
        case "damaged":
            return _damaged(trouble)
        case "no-backup":
            return QCoreApplication.translate(
                "Trouble", "Today's backup could not be made ({place})."
            )
        case "saved" | "taken-in" | "unsaved-damaged":
            return _of_memory(trouble.code)
        case _:
            assert_never(trouble.code)


def _of_memory(code: Literal["saved", "taken-in", "unsaved-damaged"]) -> str:
    """What became of entries that could not be written at first."""
    match code:
        case "saved":
            return QCoreApplication.translate("Trouble", "All that was kept in memory is saved.")
        case "taken-in":
            return QCoreApplication.translate(
                "Trouble", "What could not be saved last time is in the history now."
            )
        case "unsaved-damaged":
            return QCoreApplication.translate(
                "Trouble", "What could not be saved last time is in {place}, which is damaged."
            )
        case _:
            assert_never(code)


def _damaged(trouble: Trouble) -> str:
    # `backup` is empty if there was none to put in the journal's place.
    if trouble.values.get("backup"):
        return QCoreApplication.translate(
            "Trouble",
            "The history was damaged. It is set aside as {kept}; the backup {backup} is in its "
            "place.",
        )
    return QCoreApplication.translate(
        "Trouble", "The history was damaged and is set aside as {kept}; a new one is begun."
    )


def unwritable_text(target: Path, error: OSError) -> str:
    """Why the file `target` was not written."""
    words = QCoreApplication.translate("Trouble", "{file} cannot be written ({why}).")
    return words.format(file=target, why=error.strerror or error)


def unreadable_text(error: UnreadableError) -> str:
    """One or two sentences that say why the history pages stay empty."""
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
    """Why `file` was not imported, and what to do instead."""
    match error.code:
        case "no-json" | "no-export":
            words = QCoreApplication.translate("Trouble", "{file} is no export of Backstretch.")
        case "newer":
            words = QCoreApplication.translate(
                "Trouble",
                "{file} was written by a newer Backstretch; install that one to import it.",
            )
        case "damaged":
            words = QCoreApplication.translate(
                "Trouble",
                "{file} is damaged ({where}); nothing of it was imported. Export it again.",
            )
        case _:
            assert_never(error.code)
    return words.format(file=file, where=error.where)


def unusable_routines_text(faulty: Sequence[str], left_out: int, folder: Path) -> str:
    """`faulty` are routine files in `folder` that cannot be used; `left_out` further ones there
    were not read. There is at least one of either kind."""
    told = []
    if faulty:
        text = QCoreApplication.translate(
            "Program", "{file} cannot be used; `backstretch check {file}` says how to mend it."
        )
        told.append(text.format(file=faulty[0]))
    if len(faulty) > 1:
        more = len(faulty) - 1
        told.append(
            QCoreApplication.translate(
                "Program", "%n more file(s) there are faulty, too.", None, more
            )
        )
    if left_out:
        text = QCoreApplication.translate(
            "Program",
            "There is too much in {folder}: %n file(s) could not be read. Take some out.",
            None,
            left_out,
        )
        told.append(text.format(folder=folder))
    return " ".join(told)
