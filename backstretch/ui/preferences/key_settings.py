"""The section for keys: every command with its keys, and new ones by pressing them."""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent

from backstretch.settings import Settings
from backstretch.ui.actions import Actions, key_label, key_name, text_of
from backstretch.ui.entries import ENTRIES, Entry
from backstretch.ui.parts.button import Button
from backstretch.ui.preferences.setting_rows import Section
from backstretch.ui.theme import Appearance


class KeyField(Button):
    """Shows a command's keys. After a press it takes the next key as the only one; Escape keeps
    what was bound, Backspace removes it."""

    def __init__(self, appearance: Appearance, actions: Actions, entry: Entry) -> None:
        super().__init__(appearance, "-")
        self._actions = actions
        self._entry = entry
        self._waiting = False
        self.clicked.connect(self._wait)
        actions.keys_changed.connect(self._tell)
        self._tell()

    def _tell(self) -> None:
        if self._waiting:
            text = self.tr("Press a key")
        else:
            keys = [
                key_label(key)
                for key in self._actions.keys(self._entry.id)
                if not key.startswith(("Media", "Toggle"))
            ]
            text = "  ".join(keys) or self.tr("none")
        self.setText(text)
        self.setAccessibleName(f"{text_of(self._entry)}: {text}")
        self.updateGeometry()
        self.update()

    def _wait(self) -> None:
        self._waiting = True
        self._tell()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._waiting:
            super().keyPressEvent(event)
            return
        if event.isAutoRepeat() or not key_name(event):
            # A repeat is of the key that pressed this field.
            return
        self._waiting = False
        if event.key() == Qt.Key.Key_Backspace:
            self._actions.bind(self._entry.id, [])
        elif event.key() != Qt.Key.Key_Escape or self._entry.id == "leave":
            self._actions.bind_pressed(self._entry.id, event)
        self._tell()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._waiting = False
        self._tell()
        super().focusOutEvent(event)


def keys_section(appearance: Appearance, settings: Settings, actions: Actions) -> Section:
    title = QCoreApplication.translate("Preferences", "Keys")
    section = Section(appearance, settings, actions, title)
    section.add_note(
        QCoreApplication.translate(
            "Preferences",
            "Press a command's keys here, then the new key; Backspace takes it away. A key that "
            "another command has is taken from it.",
        )
    )
    section.add_button(
        QCoreApplication.translate("Preferences", "Reset all keys"),
        "",
        QCoreApplication.translate("Preferences", "Reset"),
        actions.reset_keys,
    )
    for entry in ENTRIES:
        field = KeyField(appearance, actions, entry)
        section.add_row(text_of(entry), "", field)
        field.setAccessibleName(f"{text_of(entry)}: {field.text()}")
    return section
