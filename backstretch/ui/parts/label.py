"""Text on a page: always plain, in one of the kinds of text and colours of the theme."""

from typing import Literal

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from backstretch.ui.scale import Kind, font_of

Tone = Literal["text", "soft", "accent"]
_ROLES: dict[Tone, QPalette.ColorRole] = {
    "text": QPalette.ColorRole.WindowText,
    "soft": QPalette.ColorRole.PlaceholderText,
    "accent": QPalette.ColorRole.Link,
}
"""Roles of the palette rather than colours, so that a label follows a change of theme by itself."""


class Label(QLabel):
    """Plain text that wraps and follows the application's font. QLabel would take text with a tag
    for rich text; text from a file is not trusted with that."""

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
