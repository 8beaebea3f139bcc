"""Closes the window only if nothing is lost by it, or if the user says so."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, assert_never

if TYPE_CHECKING:
    from backstretch.app.journal_desk import JournalDesk
    from backstretch.history.store import Journal
    from backstretch.ui.theme import Appearance
    from backstretch.ui.window import Window

_PATIENCE_SECONDS = 3.0


class Closing:
    """`ask_target` asks for the file to save to, None if the user names none. `settle` hands over
    what is still being entered and pauses the session."""

    def __init__(
        self,
        window: "Window",
        appearance: "Appearance",
        journal: "JournalDesk",
        settle: Callable[[], None],
        ask_target: Callable[[], Path | None],
    ) -> None:
        self._window = window
        self._appearance = appearance
        self._journal = journal
        self._settle = settle
        self._ask_target = ask_target
        self._asks = True
        self._is_asking = False

    def at_once(self) -> None:
        """Closes the window without a question, as at the end of the desktop session. What cannot
        be written is kept aside then."""
        self._asks = False
        self._window.close()

    def keep(self) -> None:
        """Brings everything to the disk now, as the desktop session may be about to end."""
        self._settle()
        if self._journal.is_open:
            self._journal.journal.flush(_PATIENCE_SECONDS)

    def may_close(self) -> bool:
        """True if the window may close. Asks as long as something could not be written."""
        if self._is_asking:
            return not self._asks
        self.keep()
        if not self._asks or not self._journal.is_open:
            return True
        self._is_asking = True
        try:
            return self._ask(self._journal.journal)
        finally:
            self._is_asking = False

    def _ask(self, journal: "Journal") -> bool:
        """Returns once everything is written or the user has decided; False to stay open."""
        from backstretch.ui.dialogs.close_unsaved import ask_about_unsaved

        failed = ""
        while journal.kept_in_memory():
            choice = ask_about_unsaved(
                self._appearance, journal.trouble, journal.is_kept_aside, failed, self._window
            )
            failed = ""
            match choice:
                case "retry":
                    journal.retry()
                    journal.flush(_PATIENCE_SECONDS)
                case "elsewhere":
                    target = self._ask_target()
                    failed = self._save(journal, target) if target is not None else ""
                    if target is not None and not failed:
                        return True
                case "close":
                    return True
                case "":
                    return not self._asks
                case _:
                    assert_never(choice)
        return True

    def _save(self, journal: "Journal", target: Path) -> str:
        """Saves to `target`; returns why that failed, or "". What is there is then no longer kept
        for the next start."""
        from backstretch.ui.words.trouble_words import unwritable_text

        try:
            journal.save_elsewhere(target).result(_PATIENCE_SECONDS)
        except (OSError, TimeoutError) as error:
            return unwritable_text(target, error)
        return ""
