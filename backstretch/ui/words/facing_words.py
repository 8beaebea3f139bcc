"""What is said when the figure faces the user in another way than before."""

from typing import assert_never

from PySide6.QtCore import QCoreApplication

from backstretch.settings.preferences import Facing


def facing_told(facing: Facing) -> tuple[str, str]:
    """How a figure that faces the user moves from now on, and when that can be seen."""
    then = QCoreApplication.translate("Practice", "From the next rep on")
    match facing:
        case "mirror":
            return QCoreApplication.translate("Practice", "As in a mirror"), then
        case "outside":
            return QCoreApplication.translate("Practice", "As seen from outside"), then
        case _:
            assert_never(facing)
