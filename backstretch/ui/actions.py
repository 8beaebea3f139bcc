"""Every command as a QAction: its text, keys, icon and tip.

The actions have no shortcuts: Qt would trigger those before the focused control sees the key.
Instead the window and the practice page pass on to `Actions.taken` what no control used, so a
focused button keeps Space and a list keeps its arrows. Buttons and menus share the QAction.
"""

from collections.abc import Iterable, Mapping
from string import Formatter

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence

from backstretch.ui.entries import ENTRIES, Entry, Where, entry_of
from backstretch.ui.latin_keys import latin_name
from backstretch.ui.parts.tip import plain_tip

_REPEATING = frozenset(
    {"turn-left", "turn-right", "faster", "slower", "more", "less", "earlier", "later"}
)
_ARROWS = {"Left": "←", "Right": "→", "Up": "↑", "Down": "↓"}
_MODIFIERS = (
    Qt.Key.Key_Shift,
    Qt.Key.Key_Control,
    Qt.Key.Key_Alt,
    Qt.Key.Key_Meta,
    Qt.Key.Key_AltGr,
)


def is_modifier(event: QKeyEvent) -> bool:
    """True if the key alone is no key: Shift, Ctrl and the like."""
    return event.key() in _MODIFIERS


def key_name(event: QKeyEvent) -> str:
    """The pressed key as a portable name such as `Ctrl+Q`; "" for a modifier alone. Shift is left
    out of characters such as `?`, whose key depends on the keyboard layout."""
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    typed = event.text()
    if typed.isprintable() and typed.strip() and not typed.isalpha():
        modifiers &= ~Qt.KeyboardModifier.ShiftModifier
    if is_modifier(event):
        return ""
    code = event.keyCombination().key()
    return QKeySequence(code.value | modifiers.value).toString(
        QKeySequence.SequenceFormat.PortableText
    )


def key_names(event: QKeyEvent) -> tuple[str, ...]:
    """The names the pressed key goes by, the most telling first: its own, then by its Latin letter
    if its own belongs to another script."""
    own = key_name(event)
    return tuple(name for name in (own, latin_name(event) if own else "") if name)


def key_label(key: str) -> str:
    """A portable key name as the desktop writes it, arrows as arrows: `Space`, `Shift+→`."""
    shown = QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)
    if shown == "-":
        return "−"
    modifiers, plus, last = shown.rpartition("+")
    return f"{modifiers}{plus}{_ARROWS.get(last, last)}"


class Actions(QObject):
    """All commands. `bound` holds the user's own keys by command id; the others keep their
    defaults."""

    keys_changed = Signal()

    def __init__(self, bound: Mapping[str, Iterable[str]] | None = None) -> None:
        super().__init__()
        self._actions: dict[str, QAction] = {}
        self._why_not: dict[str, str] = {}
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
        named = {command for _, command, _, _ in Formatter().parse(text) if command}
        shown = {
            command: self.key_label(command) or text_of(entry_of(command)) for command in named
        }
        return text.format(**shown)

    def bind(self, command: str, keys: Iterable[str], also_free: Iterable[str] = ()) -> None:
        """Binds these keys to the command, and takes them, and those of `also_free`, from the
        commands that they would otherwise trigger as well."""
        wanted = tuple(dict.fromkeys(keys))
        freed = {*wanted, *also_free}
        for other in self.sharing(command):
            kept = tuple(key for key in self._keys[other] if key not in freed)
            self._keys[other] = kept
        self._keys[command] = wanted
        self.retranslate()
        self.keys_changed.emit()

    def reset_keys(self) -> None:
        """Gives every command its default keys."""
        self._keys = {entry.id: entry.keys for entry in ENTRIES}
        self.retranslate()
        self.keys_changed.emit()

    def changed_keys(self) -> dict[str, list[str]]:
        """The keys of the commands that differ from their defaults, for the settings."""
        return {
            entry.id: list(self._keys[entry.id])
            for entry in ENTRIES
            if self._keys[entry.id] != entry.keys
        }

    def sharing(self, command: str) -> tuple[str, ...]:
        """The other commands that are active where this one is, so must not share its keys."""
        where = entry_of(command).where
        return tuple(
            entry.id
            for entry in ENTRIES
            if entry.id != command and (entry.where == where or "anywhere" in (entry.where, where))
        )

    def bind_pressed(self, command: str, event: QKeyEvent) -> None:
        """Binds the pressed key to the command, as its only one. A key of another script is bound
        by its Latin letter, so that it stays the same key when the layout is switched."""
        names = key_names(event)
        self.bind(command, names[-1:], also_free=names)

    def match(self, event: QKeyEvent, where: Where) -> str | None:
        """The command bound to this key in that place or anywhere, or None."""
        for name in key_names(event):
            for place in (where, "anywhere"):
                for entry in ENTRIES:
                    if entry.where == place and name in self._keys[entry.id]:
                        return entry.id
        return None

    def taken(self, event: QKeyEvent, where: Where) -> bool:
        """Triggers the command bound to this key. False if there is none, or if it lasts as long as
        the key is down, which the page handles itself."""
        command = self.match(event, where)
        if command is None or entry_of(command).held:
            return False
        if event.isAutoRepeat() and command not in _REPEATING:
            # Swallowed: a key held a moment too long would skip several moves. `HeldKeys` marks
            # the repeats that the system does not.
            return True
        self._actions[command].trigger()
        return True

    def allow(self, command: str, *, allowed: bool, why_not: str) -> None:
        """Enables the command or not; while it is disabled its tip says why."""
        action = self._actions[command]
        reason = "" if allowed else why_not
        if allowed == action.isEnabled() and self._why_not.get(command, "") == reason:
            return
        self._why_not[command] = reason
        action.setEnabled(allowed)
        self._tip(entry_of(command))

    def retranslate(self) -> None:
        """Words all actions in the current language, with their keys in the tips."""
        for entry in ENTRIES:
            self._actions[entry.id].setText(text_of(entry))
            self._tip(entry)

    def _tip(self, entry: Entry) -> None:
        keys, why_not = self._keys[entry.id], self._why_not.get(entry.id)
        tip = QCoreApplication.translate("Actions", entry.tip) if entry.tip else text_of(entry)
        tip = why_not or (f"{tip} ({key_label(keys[0])})" if keys else tip)
        self._actions[entry.id].setToolTip(plain_tip(tip))


def text_of(entry: Entry) -> str:
    """The command's text in the language of the window."""
    return QCoreApplication.translate("Actions", entry.text)
