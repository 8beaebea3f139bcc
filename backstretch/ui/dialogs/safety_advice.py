"""What a routine says of safety: when to stop, who should ask a doctor first, and what to see a
doctor for at once."""

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from backstretch.routine.model import Routine
from backstretch.ui.dialogs.centred import CentredDialog
from backstretch.ui.parts.button import Button
from backstretch.ui.parts.label import Label
from backstretch.ui.parts.page import Page
from backstretch.ui.scale import Scale
from backstretch.ui.theme import Appearance


class SafetyAdvice(CentredDialog):
    """It scrolls, as a routine of one's own may say a lot; Escape closes it."""

    def __init__(
        self, appearance: Appearance, routine: Routine, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Before you begin"))
        scale = Scale.at(self)
        page = Page()
        page.column.addWidget(Label(self.tr("Before you begin"), "title"))
        page.column.addWidget(Label(routine.safety))
        for heading, lines in advice(routine):
            page.column.addSpacing(scale.space(2))
            page.column.addWidget(Label(heading, "heading"))
            page.column.addWidget(Label("\n".join(f"•  {line}" for line in lines)))
        page.column.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, scale.space(4))
        column.addWidget(page, 1)
        close = Button(appearance, self.tr("Close"), look="accent")
        close.clicked.connect(self.accept)
        column.addWidget(close, 0, Qt.AlignmentFlag.AlignHCenter)
        close.setFocus()
        room = parent.size() * 0.92 if parent else QSize(scale.space(180), scale.space(140))
        wide = scale.space(180)
        high = page.column.totalHeightForWidth(wide) + close.sizeHint().height() + scale.space(14)
        self.resize(QSize(wide, high).boundedTo(room))


def advice(routine: Routine) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The headings and lines of what the routine says besides its safety line."""
    if routine.ask_first:
        words = QCoreApplication.translate(
            "SafetyAdvice", "Ask a doctor or physiotherapist first if you have any of these"
        )
        yield words, routine.ask_first
    if routine.see_doctor:
        words = QCoreApplication.translate("SafetyAdvice", "Stop and see a doctor at once if")
        yield words, routine.see_doctor
