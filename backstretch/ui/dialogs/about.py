"""Says what the program is, which version, and where its files are."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from backstretch.identity import VERSION
from backstretch.paths import Places
from backstretch.ui.dialogs.question import Answer, Question
from backstretch.ui.theme import Appearance


class About(Question):
    def __init__(
        self,
        appearance: Appearance,
        places: Places,
        source: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """`source` says where the chosen routine comes from; "" if it does not tell."""
        title = QCoreApplication.translate("About", "About Backstretch")
        close = QCoreApplication.translate("About", "Close")
        super().__init__(appearance, title, "", (Answer("close", close),), parent)
        credit = self.tr("The routine: {source}").format(source=source) if source else ""
        words = "\n\n".join(
            part
            for part in (
                self.tr(
                    "Backstretch {version} leads you through a few moves for a stiff back."
                ).format(version=VERSION),
                self.tr(
                    "Stop when something hurts. It does not replace the advice of a doctor or a "
                    "physiotherapist."
                ),
                credit,
                self.tr("Your data stays on this computer:\n{place}").format(place=places.data),
                self.tr("Free software under the MIT licence, built with Python and Qt."),
                self.tr(
                    "The recorded voices were made with Kokoro-82M by hexgrad (Apache Licence 2.0)."
                ),
            )
            if part
        )
        self.words.setText(words)
        self.setAccessibleDescription(words)
