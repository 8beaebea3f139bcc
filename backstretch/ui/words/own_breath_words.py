"""What is said while the user's own breath is taken as the pace."""

from PySide6.QtCore import QCoreApplication

from backstretch.ui.words import doses
from backstretch.ui.words.numbers import number


def breath_invitation(key: str) -> tuple[str, str]:
    """Heading and line. `key` is the key to hold, "" if only the button can be held."""
    heading = QCoreApplication.translate("Practice", "Your breath sets the pace")
    if key:
        line = QCoreApplication.translate(
            "Practice",
            "Keep {key} pressed as you breathe in, let go as you breathe out, three times",
        )
    else:
        line = QCoreApplication.translate(
            "Practice",
            "Hold the button while you breathe in, let go while you breathe out, three times",
        )
    return heading, line.format(key=key)


def breathing_in() -> str:
    return QCoreApplication.translate("Practice", "Breathing in …")


def breathing_out() -> str:
    return QCoreApplication.translate("Practice", "Breathing out …")


def breath_of(breath: int, breaths: int) -> str:
    return QCoreApplication.translate("Practice", "Breath {count} of {total}").format(
        count=number(breath), total=number(breaths)
    )


def breath_taken(inhale: float, exhale: float) -> tuple[str, str]:
    return (
        QCoreApplication.translate("Practice", "This is your pace now"),
        doses.breath_lengths(inhale, exhale),
    )
