"""What can be done with the history as a whole, and what is said when something is wrong."""

import logging
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from backstretch.app.program import Program
    from backstretch.history.reading import UnreadableError
    from backstretch.history.trouble import Trouble

log = logging.getLogger("backstretch.app")


class DataDesk(QObject):
    def __init__(self, program: "Program") -> None:
        super().__init__()
        self._program = program

    def show_trouble(self, trouble: "Trouble") -> None:
        """The journal's trouble, in one line with the ways out it names."""
        from backstretch.ui.trouble import trouble_text

        text = trouble_text(trouble)
        log.warning("journal: %s", text)
        ways = []
        if "retry" in trouble.ways:
            ways.append((self.tr("Try again"), self._program.practising.journal().retry))
        self._program.window.banner.say(text, tuple(ways))

    def show_unreadable(self, error: "UnreadableError") -> None:
        from backstretch.ui.trouble import unreadable_text

        self._program.window.banner.say(unreadable_text(error))

    def do(self, what: str) -> None:
        """ "export", "import", "report" or "erase"."""
        log.info("asked for: %s", what)
