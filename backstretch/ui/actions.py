"""Every command as a QAction: its text, keys, icon and tip.

Keys are matched where a key press ends up if no focused control used it (the window and the
practice page call `Actions.taken`), so a focused control keeps its own keys. Buttons and menus
share the same QAction.
"""

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence

from backstretch.ui.entries import ENTRIES, Entry, Where, entry_of

_REPEATING = frozenset({"turn-left", "turn-right", "faster", "slower", "earlier", "later"})


def key_name(event: QKeyEvent) -> str:
    """The pressed key as a portable name. Shift is left out if it only selects the character on the
    key."""
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    typed = event.text()
    if typed.isprintable() and typed.strip() and not typed.isalpha():
        modifiers &= ~Qt.KeyboardModifier.ShiftModifier
    code = event.keyCombination().key()
    if code in (Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_Meta):
        return ""
    return QKeySequence(code.value | modifiers.value).toString(
        QKeySequence.SequenceFormat.PortableText
    )


def key_label(key: str) -> str:
    """A portable key name as this desktop writes it."""
    shown = QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)
    return {"-": "−", "Left": "←", "Right": "→", "Up": "↑", "Down": "↓"}.get(shown, shown)


class Actions(QObject):
    """All commands. `bound` holds the user's own keys, by command id."""

    keys_changed = Signal()

    def __init__(self, bound: Mapping[str, Iterable[str]] | None = None) -> None:
        super().__init__()
        self._actions: dict[str, QAction] = {}
        self._keys: dict[str, tuple[str, ...]] = {}
        own = bound or {}
        for entry in ENTRIES:
            action = QAction(self)
            action.setObjectName(entry.id)
            self._actions[entry.id] = action
            self._keys[entry.id] = tuple(own.get(entry.id, entry.keys))
        self.retranslate()

    def __getitem__(self, command: str) -> QAction:
        return self._actions[command]

    def keys(self, command: str) -> tuple[str, ...]:
        return self._keys[command]

    def key_label(self, command: str) -> str:
        """The command's first key as this desktop writes it, for use in a text; "" if it has
        none."""
        keys = self._keys[command]
        return key_label(keys[0]) if keys else ""

    def with_keys(self, text: str) -> str:
        """`text` with each `{command}` replaced by the command's first key, or by its name if it
        has none."""
        shown = {entry.id: self.key_label(entry.id) or text_of(entry) for entry in ENTRIES}
        return text.format(**shown)

    def bind(self, command: str, keys: Iterable[str]) -> None:
        """Binds these keys to the command and removes them from other commands of the same
        place."""
        wanted = tuple(dict.fromkeys(keys))
        for other in self.sharing(command):
            kept = tuple(key for key in self._keys[other] if key not in wanted)
            self._keys[other] = kept
        self._keys[command] = wanted
        self.retranslate()
        self.keys_changed.emit()

    def reset_keys(self) -> None:
        self._keys = {entry.id: entry.keys for entry in ENTRIES}
        self.retranslate()
        self.keys_changed.emit()

    def changed_keys(self) -> dict[str, list[str]]:
        """The keys that differ from the defaults, to be remembered."""
        return {
            entry.id: list(self._keys[entry.id])
            for entry in ENTRIES
            if self._keys[entry.id] != entry.keys
        }

    def sharing(self, command: str) -> tuple[str, ...]:
        """The other commands that the same key press could mean."""
        where = entry_of(command).where
        return tuple(
            entry.id
            for entry in ENTRIES
            if entry.id != command and (entry.where == where or "anywhere" in (entry.where, where))
        )

    def match(self, event: QKeyEvent, where: Where) -> str | None:
        """The command that this key triggers there, or None."""
        name = key_name(event)
        for place in (where, "anywhere"):
            for entry in ENTRIES:
                if entry.where == place and name and name in self._keys[entry.id]:
                    return entry.id
        return None

    def taken(self, event: QKeyEvent, where: Where) -> bool:
        """Triggers the command bound to this key there; False if there is none. A key that is held
        down repeats only commands that make sense repeated."""
        command = self.match(event, where)
        if command is None or entry_of(command).held:
            return False
        if event.isAutoRepeat() and command not in _REPEATING:
            return True
        self._actions[command].trigger()
        return True

    def retranslate(self) -> None:
        for entry in ENTRIES:
            action = self._actions[entry.id]
            action.setText(text_of(entry))
            tip = QCoreApplication.translate("Actions", entry.tip) if entry.tip else text_of(entry)
            keys = self._keys[entry.id]
            action.setToolTip(f"{tip} ({key_label(keys[0])})" if keys else tip)


def text_of(entry: Entry) -> str:
    return QCoreApplication.translate("Actions", entry.text)
