"""Imports another history while everything else goes on, and reports it."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from backstretch.app.importing import Importing
    from backstretch.history.import_file import ImportFault


class Imports(QObject):
    """`over` is emitted after every import, however it ended."""

    over = Signal()

    def __init__(
        self, say: Callable[..., None], say_progress: Callable[[str], None], parent: QObject
    ) -> None:
        """`say` shows a line with buttons (words and what they do); `say_progress` replaces its
        words."""
        super().__init__(parent)
        self._say = say
        self._say_progress = say_progress
        self._importing: Importing | None = None

    def take_in(self, file: Path) -> None:
        """Starts importing `file`; refuses while another import runs."""
        from backstretch.app.importing import Importing

        if self._importing is not None:
            self._say(self.tr("An import is under way; wait until it is done."))
            return
        words = self.tr("Importing {file}…").format(file=file.name)
        importing = self._importing = Importing(file, self)
        importing.progress.connect(lambda percent: self._say_progress(f"{words} {percent} %"))
        importing.done.connect(self._imported)
        importing.refused.connect(lambda code, where: self._not_an_export(code, where, file))
        importing.failed.connect(lambda why: self._import_failed(file, why))
        importing.cancelled.connect(self._import_cancelled)
        self._say(words, (self.tr("Cancel"), importing.cancel))

    def close(self) -> None:
        if self._importing is not None:
            self._importing.close()
            self._importing = None

    def _imported(self, sessions: int) -> None:
        self._import_over()
        self._say(self.tr("%n session(s) imported. What was there already stayed.", "", sessions))

    def _import_cancelled(self) -> None:
        self._import_over()
        self._say(self.tr("The import was broken off; nothing of it was taken in."))

    def _import_failed(self, file: Path, why: str) -> None:
        self._import_over()
        self._say(self.tr("{file} was not imported ({why}); try again.").format(file=file, why=why))

    def _not_an_export(self, code: "ImportFault", where: str, file: Path) -> None:
        from backstretch.history.import_file import NotAnExportError
        from backstretch.ui.words.trouble_words import not_an_export_text

        self._import_over()
        self._say(not_an_export_text(NotAnExportError(code, where), str(file)))

    def _import_over(self) -> None:
        if self._importing is not None:
            self._importing.deleteLater()
            self._importing = None
        self.over.emit()
