"""The end of a session: a summary, and how stiff the back is now."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from backstretch.routine.model import Routine
    from backstretch.session.moment import Moment
    from backstretch.settings import Settings
    from backstretch.ui.parts.stiffness import StiffnessCard
    from backstretch.ui.summary import SummaryPage
    from backstretch.ui.theme import Appearance
    from backstretch.ui.window import Window


class Ending:
    """`rate` is called with the session's id and the rating, None if it is taken back."""

    def __init__(
        self,
        window: "Window",
        appearance: "Appearance",
        settings: "Settings",
        rate: Callable[[str, int | None], None],
    ) -> None:
        self._window = window
        self._appearance = appearance
        self._settings = settings
        self._rate = rate
        self._summary: SummaryPage | None = None

    def make_summary(self) -> QWidget:
        from backstretch.ui.summary import SummaryPage

        self._summary = SummaryPage(self._appearance)
        self._summary.done.connect(lambda: self._window.show_page("today"))
        return self._summary

    def write(self, session: str, routine: "Routine", moment: "Moment") -> None:
        """Fills the summary from the session's last moment."""
        from backstretch.ui.summary import SummaryFacts

        self._window.page("summary")
        assert self._summary is not None
        status: Literal["finished", "stopped"]
        status = "finished" if moment.status == "finished" else "stopped"
        facts = SummaryFacts(routine, status, moment.moves)
        self._summary.show_facts(facts, self._question_after(session))

    def _question_after(self, session: str) -> "StiffnessCard | None":
        """The question how stiff the back is, unless the user does not want it."""
        from backstretch.ui.parts.stiffness import StiffnessCard

        if not self._settings.now.ask_stiffness:
            return None
        title = QCoreApplication.translate("Practising", "And how stiff is your back now?")
        card = StiffnessCard(self._appearance, title)
        card.rated.connect(lambda value: self._rate(session, value))
        return card
