"""The program's colours: a light and a dark theme, each a JSON file.

`Appearance` holds the current theme and follows the desktop if asked to. Widgets call
`appearance.theme.colour(role)` when they paint; a change of theme repaints all of them. Only what
keeps painted pixels or a style sheet of its own listens to `Appearance.changed`.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, cast

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from backstretch.assets import folder
from backstretch.settings.preferences import ThemeChoice
from backstretch.ui.style_sheet import style_sheet

Role = Literal[
    "background",
    "rail",
    "card",
    "line",
    "track",
    "fill",
    "fill-strong",
    "text",
    "text-soft",
    "accent",
    "accent-strong",
    "accent-soft",
    "accent-text",
    "on-accent",
    "focus",
    "warn",
    "warn-soft",
    "chart-1",
    "chart-2",
    "chart-3",
    "chart-4",
    "chart-5",
    "breath",
    "stage",
    "thumb",
    "mat",
    "mat-edge",
    "shadow",
    "glow",
    "glow-long",
    "ghost",
    "far-text",
    "far-soft",
    "far-accent",
    "far-strip",
    "far-track",
    "far-done",
    "far-spot",
    "rim",
]


@dataclass(frozen=True, slots=True)
class Theme:
    """`colours` maps a role to "#rrggbb". Text on `background`, `card`, `rail`, `fill` and
    `accent-soft` uses `text`, `text-soft`, `accent-text` or `warn`; on `accent` it uses
    `on-accent`; on `far-strip`, in mat mode, the `far-` roles. `far-spot` is the light behind the
    figure there, `rim` the one round its edge in the dark."""

    name: str
    dark: bool
    colours: Mapping[str, str]
    _made: dict[str, QColor] = field(default_factory=dict, compare=False, repr=False)

    def colour(self, role: Role) -> QColor:
        """The colour of `role`. Shared between calls: copy it before changing its alpha."""
        made = self._made.get(role)
        if made is None:
            made = self._made[role] = QColor(self.colours[role])
        return made


def contrast(one: QColor, other: QColor) -> float:
    """The contrast of two colours, 1 to 21, as in WCAG 2."""
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def readable_on(theme: Theme, ground: QColor) -> QColor:
    """The colour for words on `ground` with the most contrast."""
    roles: tuple[Role, ...] = ("text", "on-accent", "background")
    return max((theme.colour(role) for role in roles), key=lambda each: contrast(each, ground))


def _luminance(colour: QColor) -> float:
    def linear(value: float) -> float:
        return value / 12.92 if value <= 0.03928 else ((value + 0.055) / 1.055) ** 2.4

    red, green, blue = (linear(v) for v in (colour.redF(), colour.greenF(), colour.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def load_theme(name: str) -> Theme:
    """The shipped theme of that name. Raises FileNotFoundError for an unknown name."""
    path = folder("resources") / "themes" / f"{name}.json"
    data = json.loads(path.read_text("utf-8"))
    return Theme(name, bool(data["dark"]), cast("dict[str, str]", data["colours"]))


def palette_of(theme: Theme) -> QPalette:
    """The theme as a palette for Qt's own widgets."""
    parts: dict[QPalette.ColorRole, Role] = {
        QPalette.ColorRole.Window: "background",
        QPalette.ColorRole.WindowText: "text",
        QPalette.ColorRole.Base: "card",
        QPalette.ColorRole.AlternateBase: "background",
        QPalette.ColorRole.Text: "text",
        QPalette.ColorRole.PlaceholderText: "text-soft",
        QPalette.ColorRole.Button: "fill",
        QPalette.ColorRole.ButtonText: "text",
        QPalette.ColorRole.BrightText: "warn",
        QPalette.ColorRole.Highlight: "accent",
        QPalette.ColorRole.HighlightedText: "on-accent",
        QPalette.ColorRole.Accent: "accent",
        QPalette.ColorRole.Link: "accent-text",
        QPalette.ColorRole.LinkVisited: "accent-text",
        QPalette.ColorRole.ToolTipBase: "card",
        QPalette.ColorRole.ToolTipText: "text",
        QPalette.ColorRole.Mid: "line",
        QPalette.ColorRole.Midlight: "line",
        QPalette.ColorRole.Dark: "track",
        QPalette.ColorRole.Light: "card",
    }
    palette = QPalette(theme.colour("fill"), theme.colour("background"))
    for part, role in parts.items():
        palette.setColor(part, theme.colour(role))
    for part in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text):
        palette.setColor(QPalette.ColorGroup.Disabled, part, theme.colour("text-soft"))
    palette.setColor(
        QPalette.ColorGroup.Disabled, QPalette.ColorRole.ButtonText, theme.colour("text-soft")
    )
    return palette


class Appearance(QObject):
    """The theme in use. `changed` carries the new one."""

    changed = Signal(Theme)

    def __init__(self, app: QApplication, choice: ThemeChoice = "system") -> None:
        super().__init__()
        self._app = app
        self._choice = choice
        self._desktop_is_dark = app.palette().color(QPalette.ColorRole.Window).lightness() < 128
        self._hints = app.styleHints()
        self._hints.colorSchemeChanged.connect(self._follow)
        self.theme = load_theme(self._wanted())
        self._wear()

    def choose(self, choice: ThemeChoice) -> None:
        """Switches to the user's choice; "system" follows the desktop."""
        self._choice = choice
        self._follow()

    def desktop_says(self, dark: bool) -> None:
        """Takes over what the desktop portal says. From then on Qt's own hint, which is less
        reliable, is ignored."""
        self._desktop_is_dark = dark
        self._hint_is_weak = True
        self._follow()

    _hint_is_weak = False

    def _wanted(self) -> str:
        if self._choice != "system":
            return self._choice
        scheme = self._hints.colorScheme()
        if scheme == Qt.ColorScheme.Unknown or self._hint_is_weak:
            return "dark" if self._desktop_is_dark else "light"
        return "dark" if scheme == Qt.ColorScheme.Dark else "light"

    def _follow(self) -> None:
        name = self._wanted()
        if name != self.theme.name:
            self.theme = load_theme(name)
            self._wear()
            self.changed.emit(self.theme)

    def _wear(self) -> None:
        # Restyling every widget is slow, so skip what the application has on already.
        palette, sheet = palette_of(self.theme), style_sheet(self.theme.colours)
        if self._app.palette() != palette:
            self._app.setPalette(palette)
        if self._app.styleSheet() != sheet:
            self._app.setStyleSheet(sheet)
