"""Text on a page: always plain, sized by kind, coloured by a role of the theme."""

from typing import Literal

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from backstretch.ui.scale import Kind, font_of

Tone = Literal["text", "soft", "accent", "warn"]
_ROLES = {
    "text": QPalette.ColorRole.WindowText,
    "soft": QPalette.ColorRole.PlaceholderText,
    "accent": QPalette.ColorRole.Link,
    "warn": QPalette.ColorRole.BrightText,
}


class Label(QLabel):
    """Plain text that wraps and follows changes of the system's font. Text from files could contain
    markup, so it is never interpreted."""

    def __init__(
        self,
        text: str = "",
        kind: Kind = "body",
        tone: Tone = "text",
        *,
        wraps: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._kind = kind
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wraps)
        self.setForegroundRole(_ROLES[tone])
        self.setText(text)
        self._fit()

    def _fit(self) -> None:
        self.setFont(font_of(QApplication.font(), self._kind))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.ApplicationFontChange:
            self._fit()
        super().changeEvent(event)
