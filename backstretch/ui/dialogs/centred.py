"""A dialog that opens in the middle of its window."""

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QWidget


class CentredDialog(QDialog):
    """Moves it there if the desktop lets programs place windows; never off the screen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        owner, screen = self.parentWidget(), self.screen()
        if owner is None or screen is None or event.spontaneous():
            return
        window = owner.window()
        place = self.frameGeometry()
        place.moveCenter(window.frameGeometry().center())
        free = screen.availableGeometry()
        place.moveRight(min(place.right(), free.right()))
        place.moveBottom(min(place.bottom(), free.bottom()))
        place.moveLeft(max(place.left(), free.left()))
        place.moveTop(max(place.top(), free.top()))
        self.move(place.topLeft())
