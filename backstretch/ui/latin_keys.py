"""The Latin letter of a key whose own letter belongs to another script, so that one set of keys
works in every keyboard layout.

Known from the key's place on the keyboard, as an English (US) one has it. A remote desktop or an
on-screen keyboard may send a letter without its place; then from where the usual layout of its
script has that letter.
"""

import unicodedata

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence

_ROWS = {
    2: ("1234567890-=", "!@#$%^&*()_+"),
    16: ("qwertyuiop[]", "QWERTYUIOP{}"),
    30: ("asdfghjkl;'`", 'ASDFGHJKL:"~'),
    43: ("\\zxcvbnm,./", "|ZXCVBNM<>?"),
}
"""The places of each row from a scan code on, without and with Shift. The codes are those of the
first PC keyboards, which Linux and Windows still use."""
_PLACES = {
    first + step: pair
    for first, row in _ROWS.items()
    for step, pair in enumerate(zip(*row, strict=True))
}
_XKB_OFFSET = 8
"""X11 and Wayland count scan codes from here (https://www.x.org/releases/current/doc/kbproto/)."""

_USUAL = {
    "йцукенгшщзхъфывапролджэячсмитьбюёіїєў": "qwertyuiop[]asdfghjkl;'zxcvbnm,.`s]'o",
    "ςερτυθιοπασδφγηξκλζχψωβνμ": "wertyuiopasdfghjklzxcvbnm",
    "קראטוןםפשדגכעיחלךףזסבהנמצתץ": "ertyuiopasdfghjkl;zxcvbnm,.",
    "ضصثقفغعهخحجدشسيبلاتنمكطئءؤرﻻىةوزظ": "qwertyuiop[]asdfghjkl;'zxcvbnm,./",
}
"""Where the Russian (with Ukrainian and Belarusian letters), Greek, Hebrew and Arabic layouts have
their letters."""
_BY_LETTER = {
    own: latin for row, latins in _USUAL.items() for own, latin in zip(row, latins, strict=True)
}


def latin_name(event: QKeyEvent) -> str:
    """The key's portable name by its Latin letter, digit or sign, such as `Shift+R`; "" if its own
    is Latin or the place is unknown."""
    own = _letter(event)
    if not own:
        return ""
    shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
    usual = _BY_LETTER.get(own.lower(), "")
    latin = _PLACES.get(_scan_code(event), (usual, usual.upper()))[shifted]
    if not latin:
        return ""
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    if not latin.isalpha():
        # The sign says already that Shift is pressed.
        modifiers &= ~Qt.KeyboardModifier.ShiftModifier
    return QKeySequence(ord(latin.upper()) | modifiers.value).toString(
        QKeySequence.SequenceFormat.PortableText
    )


def _letter(event: QKeyEvent) -> str:
    """The key's letter, digit or mark if it belongs to a script other than Latin, else ""."""
    typed = event.text()
    code = ord(typed) if len(typed) == 1 and typed.isprintable() else event.key()
    # Codes of keys without a character lie beyond Unicode; signs such as € or № belong to no
    # script.
    if not 0x100 <= code < 0x110000 or 0x2000 <= code < 0x2C00:
        return ""
    letter = chr(code)
    return "" if unicodedata.name(letter, "LATIN").startswith("LATIN") else letter


def _scan_code(event: QKeyEvent) -> int:
    """The scan code by which `_ROWS` counts, or one that is not in it."""
    match QGuiApplication.platformName():
        case "windows":
            return event.nativeScanCode()
        case "cocoa":
            return 0  # macOS tells no scan codes
        case _:
            return event.nativeScanCode() - _XKB_OFFSET
