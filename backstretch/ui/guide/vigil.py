"""Keeps the screen awake while a session is followed, and lets it sleep when it is left alone."""

from PySide6.QtCore import QCoreApplication, QObject

from backstretch.ports import Awake
from backstretch.session.moment import Moment


class Vigil(QObject):
    """Holds while playing and into a pause, until the player says that the screen may sleep."""

    def __init__(self, awake: Awake, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._awake = awake
        self._holding = False

    def take_moment(self, moment: Moment) -> None:
        paused = moment.status == "paused" and not moment.may_sleep
        self._want(moment.status == "playing" or paused)

    def end(self) -> None:
        """No session any more."""
        self._want(False)

    def _want(self, holding: bool) -> None:
        if holding == self._holding:
            return
        self._holding = holding
        if holding:
            self._awake.hold(QCoreApplication.translate("Guide", "A session is being followed"))
        else:
            self._awake.release()
