"""A dialog that opens in the middle of its window."""

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog


class CentredDialog(QDialog):
    """Moves there when shown, but stays on the screen. On Wayland the compositor places it
    instead."""

    def open_once(self) -> None:
        """Opens it without waiting; it is freed when closed."""
        self.finished.connect(self.deleteLater)
        self.open()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        owner, screen = self.parentWidget(), self.screen()
        if owner is None or screen is None or event.spontaneous():
            # A spontaneous event comes from the desktop, as after minimising: the user may have
            # moved the dialog since.
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
