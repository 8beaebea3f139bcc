"""Everything that is done with the history as a whole, and what is said if something is wrong."""

import logging
from collections.abc import Callable
from concurrent.futures import Future
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal

from backstretch.app.imports import Imports

if TYPE_CHECKING:
    from backstretch.app.journal_desk import JournalDesk
    from backstretch.app.library import Library
    from backstretch.history.reading import Reading, UnreadableError
    from backstretch.history.trouble import Trouble
    from backstretch.ui.theme import Appearance
    from backstretch.ui.window import Window

log = logging.getLogger("backstretch.app")


class HistoryDesk(QObject):
    """Asks for a file or a confirmation, leaves the work to the journal's thread and reports the
    result. `changed` is emitted when whoever shows the history should read it again."""

    changed = Signal()
    _answered = Signal(object)

    def __init__(
        self,
        window: "Window",
        appearance: "Appearance",
        library: "Callable[[], Library]",
        reading: "Callable[[], Reading]",
        journal: "JournalDesk",
    ) -> None:
        super().__init__()
        self._window = window
        self._appearance = appearance
        self._library = library
        self._reading = reading
        self._journal = journal
        self.imports = Imports(self._say, lambda text: window.banner.go_on(text), self)
        self.imports.over.connect(self.changed)
        self._answered.connect(self._tell)

    # --- trouble ---

    def show_trouble(self, trouble: "Trouble") -> None:
        """Shows the journal's trouble in one line, with a button for each way out."""
        from backstretch.ui.words.trouble_words import trouble_text

        text = trouble_text(trouble)
        log.warning("journal: %s", text)
        ways: list[tuple[str, Callable[[], object]]] = []
        if "retry" in trouble.ways:
            ways.append((self.tr("Try again"), self._journal.journal.retry))
        if "save-elsewhere" in trouble.ways:
            ways.append((self.tr("Save elsewhere…"), self._save_elsewhere))
        self._say(text, *ways)
        if trouble.code in ("damaged", "taken-in"):
            self.changed.emit()

    def show_unreadable(self, error: "UnreadableError") -> None:
        from backstretch.ui.words.trouble_words import unreadable_text

        self._say(unreadable_text(error))
        # Later, as the page may be just about to be shown.
        QTimer.singleShot(0, self, self._leave_history)
        if not error.newer:
            self._journal.journal.suspect()

    def _leave_history(self) -> None:
        """Shows Today instead of a page that could not be read."""
        if self._window.current == "history":
            self._window.show_page("today")

    # --- what can be done ---

    def do(self, what: str) -> None:
        """`what` is "report", "export", "import" or "erase"."""
        deeds: dict[str, Callable[[], None]] = {
            "report": self._report,
            "export": self._export,
            "import": self._import,
            "erase": self._erase,
        }
        deeds[what]()

    def _report(self) -> None:
        from backstretch.history.reading import UnreadableError
        from backstretch.paint.report import write_report
        from backstretch.session import clock
        from backstretch.ui.history.report_words import four_weeks

        target = self._ask_target(
            self.tr("Report of the last four weeks"),
            "backstretch.pdf",
            self.tr("PDF document (*.pdf)"),
        )
        if target is None:
            return
        try:
            today = clock.wall().date()
            report = four_weeks(self._reading(), today, self._library().names)
            write_report(report, target)
        except UnreadableError as error:
            self.show_unreadable(error)
        except OSError as error:
            self._say_cannot_write(target, error)
        else:
            self._say_done(self.tr("The report is saved as {file}.").format(file=target), target)

    def _export(self) -> None:
        from PySide6.QtCore import QLocale

        from backstretch.history.exchange import UnknownFormatError, export
        from backstretch.history.reading import UnreadableError
        from backstretch.history.table_file import TableForm
        from backstretch.ui.words.history_words import calendar_words

        office = self.tr("A table for an office program in your language (*.csv)")
        kinds = (
            self.tr("Everything, to be imported again (*.json)"),
            self.tr("A table of moves, for other programs (*.csv)"),
            office,
            self.tr("A calendar (*.ics)"),
        )
        title = self.tr("Export the history")
        target, kind = self._ask_target_and_kind(title, "backstretch.json", ";;".join(kinds))
        form = TableForm.of_decimal(QLocale().decimalPoint()) if kind == office else None
        if target is None:
            return
        try:
            count = export(self._reading(), target, calendar_words(self._library().names), form)
        except UnknownFormatError:
            self._say(self.tr("The file's name has to end in .json, .csv or .ics."))
        except UnreadableError as error:
            self.show_unreadable(error)
        except OSError as error:
            self._say_cannot_write(target, error)
        else:
            self._say_written(count, target)

    def _import(self) -> None:
        from PySide6.QtWidgets import QFileDialog

        chosen, _ = QFileDialog.getOpenFileName(
            self._window,
            self.tr("Import a history"),
            str(Path.home()),
            self.tr("Exports of Backstretch (*.json)"),
        )
        if not chosen:
            return
        self.imports.take_in(Path(chosen))

    def _erase(self) -> None:
        from backstretch.history.erase import holdings
        from backstretch.history.reading import UnreadableError
        from backstretch.ui.dialogs.question import Answer, ask

        try:
            held = holdings(self._reading())
            told = self.tr("%n session(s)", "", held.sessions)
            backups = self.tr("%n backup(s)", "", held.backups + held.set_aside)
        except UnreadableError:
            told, backups = self.tr("every session"), self.tr("every backup")
        words = self.tr(
            "This deletes {sessions} with ratings and notes, and {backups}, from this computer. "
            "It cannot be undone; only importing an export made before brings sessions back. "
            "Your settings and routines stay."
        )
        answer = ask(
            self._appearance,
            self.tr("Delete everything?"),
            words.format(sessions=told, backups=backups),
            (
                Answer("keep", self.tr("Cancel")),
                Answer("erase", self.tr("Delete everything"), "warn"),
            ),
            self._window,
        )
        if answer == "erase":
            self._when_done(self._journal.journal.erase(), self._erased)

    def _erased(self, _nothing: Any) -> None:
        self._say(self.tr("Everything is deleted."))
        self.changed.emit()

    def _save_elsewhere(self) -> None:
        target = self.ask_rescue_target()
        if target is not None:
            future = self._journal.journal.save_elsewhere(target)
            self._when_done(future, lambda count: self._say_written(count, target))

    # --- asking and telling ---

    def ask_rescue_target(self) -> Path | None:
        """Asks for the file to save to what cannot be written to the journal; None if the user
        names none."""
        return self._ask_target(
            self.tr("Save what is kept in memory"),
            "backstretch-rescued.json",
            self.tr("Exports of Backstretch (*.json)"),
        )

    def _ask_target(self, title: str, name: str, kinds: str) -> Path | None:
        return self._ask_target_and_kind(title, name, kinds)[0]

    def _ask_target_and_kind(self, title: str, name: str, kinds: str) -> tuple[Path | None, str]:
        """The file that the user names, None if none, and which of `kinds` was chosen."""
        from PySide6.QtWidgets import QFileDialog

        proposed = str(Path.home() / name)
        chosen, kind = QFileDialog.getSaveFileName(self._window, title, proposed, kinds)
        if not chosen:
            return None, kind
        target = Path(chosen)
        if not target.suffix:
            target = target.with_suffix("." + kind.rpartition("*.")[2].rstrip(")"))
        return target, kind

    def _when_done(self, future: "Future[Any]", then: Callable[[Any], None]) -> None:
        """Calls `then` in this thread with the result of the journal's thread."""
        future.add_done_callback(lambda done: self._answered.emit((done, then)))

    def _tell(self, answered: "tuple[Future[Any], Callable[[Any], None]]") -> None:
        done, then = answered
        error = done.exception()
        if error is None:
            then(done.result())
        else:
            log.error("the journal could not do it", exc_info=error)
            self._say(self.tr("That could not be done ({why}).").format(why=error))

    def _say_written(self, count: int, target: Path) -> None:
        words = self.tr("%n session(s) written to {file}.", "", count)
        self._say_done(words.format(file=target), target)

    def _say_done(self, text: str, target: Path) -> None:
        """Says that `target` is written, with a way to see it."""
        from PySide6.QtCore import QUrl
        from PySide6.QtGui import QDesktopServices

        def show() -> None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(target.parent)))

        self._window.banner.say(text, ((self.tr("Open folder"), show),), good=True)

    def _say_cannot_write(self, target: Path, error: OSError) -> None:
        from backstretch.ui.words.trouble_words import unwritable_text

        self._say(unwritable_text(target, error))

    def _say(self, text: str, *ways: tuple[str, Callable[[], object]]) -> None:
        self._window.banner.say(text, ways)
