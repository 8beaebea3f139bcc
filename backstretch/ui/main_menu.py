"""The program's own menu: what belongs to no page."""

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from backstretch.ui.actions import Actions

COMMANDS = ("keys", "about", "", "import", "export", "folder", "", "quit")
"""In their order; "" is a line between groups."""


class MainMenu(QMenu):
    """Deletes itself when closed."""

    def __init__(self, actions: Actions, button: QWidget) -> None:
        super().__init__(button)
        self._button = button
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for command in COMMANDS:
            if not command:
                self.addSeparator()
                continue
            action, keys = actions[command], actions.keys(command)
            entry = self.addAction(action.text())
            # As a shortcut, not as part of the text, which screen readers would read out. Only for
            # this menu, as the window handles the keys.
            entry.setShortcut(QKeySequence(keys[0]) if keys else QKeySequence())
            entry.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            # After the menu has closed: a dialog opened from within it would block screen readers.
            entry.triggered.connect(lambda _=False, a=action: QTimer.singleShot(0, a.trigger))

    def open(self) -> None:
        """Opens above the button without blocking."""
        at = self._button.mapToGlobal(QPoint(0, 0))
        self.popup(QPoint(at.x(), at.y() - self.sizeHint().height()))
