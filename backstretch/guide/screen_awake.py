"""Keeps the screen awake during a session, and lets it sleep once the session is left alone."""

from typing import assert_never

from PySide6.QtCore import QCoreApplication, QObject

from backstretch.ports import Awake
from backstretch.session.moment import Moment


class ScreenAwake(QObject):
    """Keeps it awake while playing, and in a pause or wait until the player says it may sleep."""

    def __init__(self, awake: Awake, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._awake = awake
        self._holding = False

    def take_moment(self, moment: Moment) -> None:
        match moment.status:
            case "playing" | "paused":
                self._want(not moment.may_sleep)
            case "ready" | "finished" | "stopped":
                self._want(False)
            case _:
                assert_never(moment.status)

    def end(self) -> None:
        """Lets the screen sleep."""
        self._want(False)

    def _want(self, holding: bool) -> None:
        if holding == self._holding:
            return
        self._holding = holding
        if holding:
            self._awake.hold(QCoreApplication.translate("Guide", "A session is being followed"))
        else:
            self._awake.release()
