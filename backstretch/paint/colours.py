"""Turns colour roles into brushes: a look's colours over a theme's."""

import json
from collections.abc import Mapping
from functools import cache

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QBrush, QColor, QLinearGradient, QPen, QRadialGradient, QTransform

from backstretch.assets import folder
from backstretch.figure.look import Look

_FAR = 0.85
"""How much a part far behind takes on its own shade; shades themselves darken by `_FARTHER`."""
_FARTHER = 0.13
_STEPS = 16
_DARK_SHADOW = "#372d4a"
_DARK_PARTS = ("legs", "legs-shade", "hair", "hair-shade", "hair-light")
_LIT = 130
"""In per cent."""


class Palette:
    """Colours by role, with the brushes and pens made of them, kept because a frame needs
    dozens."""

    def __init__(self, colours: Mapping[str, str], far: str) -> None:
        self._colours = {role: QColor(value) for role, value in colours.items()}
        self._far = QColor(far)
        self._brushes: dict[tuple[str, float, float], QBrush] = {}
        self._pens: dict[tuple[str, float, float, float], QPen] = {}

    def colour(self, role: str, tone: float = 0.0, alpha: float = 1.0) -> QColor:
        """The colour of `role` at `tone`, 0 near to 1 farthest. Raises KeyError."""
        base = self._colours[role]
        if tone > 0:
            shade = self._colours.get(role + "-shade")
            base = _mixed(base, shade or self._far, tone * (_FAR if shade else _FARTHER))
        if alpha < 1:
            base = QColor(base)
            base.setAlphaF(max(alpha, 0.0))
        return base

    def brush(self, role: str, tone: float, alpha: float) -> QBrush:
        key = (role, round(tone * _STEPS) / _STEPS, alpha)
        made = self._brushes.get(key)
        if made is None:
            made = self._keep(self._brushes, key, QBrush(self.colour(*key)))
        return made

    def pen(self, role: str, tone: float, alpha: float, width: float) -> QPen:
        key = (role, round(tone * _STEPS) / _STEPS, alpha, width)
        made = self._pens.get(key)
        if made is None:
            made = QPen(self.colour(*key[:3]), width)
            made.setCapStyle(Qt.PenCapStyle.RoundCap)
            made.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
            if len(self._pens) > 400:
                self._pens.clear()
            self._pens[key] = made
        return made

    def fading(
        self, role: str, tone: float, fade: tuple[float, float, float, float], place: QTransform
    ) -> QBrush:
        """A brush from the nearest tone to `tone` along `fade`; `place` maps it to the painter's
        units."""
        x, y, to_x, to_y = fade
        gradient = QLinearGradient(place.map(QPointF(x, y)), place.map(QPointF(to_x, to_y)))
        gradient.setColorAt(0.0, self.colour(role))
        gradient.setColorAt(1.0, self.colour(role, tone))
        return QBrush(gradient)

    def glow(self, role: str, alpha: float) -> QBrush:
        """A light on the unit circle that fades from its middle to the rim."""
        key = (role, -1.0, round(alpha * 32) / 32)
        made = self._brushes.get(key)
        if made is None:
            gradient = QRadialGradient(0.0, 0.0, 1.0)
            for at, part in ((0.0, 1.0), (0.35, 0.78), (0.7, 0.26), (1.0, 0.0)):
                gradient.setColorAt(at, self.colour(role, alpha=key[2] * part))
            made = self._keep(self._brushes, key, QBrush(gradient))
        return made

    @staticmethod
    def _keep(
        kept: dict[tuple[str, float, float], QBrush], key: tuple[str, float, float], brush: QBrush
    ) -> QBrush:
        if len(kept) > 400:
            kept.clear()
        kept[key] = brush
        return brush


def palette_for(
    look: Look,
    dark: bool = False,
    theme: Mapping[str, str] | None = None,
    *,
    lit: bool = False,
) -> Palette:
    """The look's colours over the theme's; `theme` replaces the shipped light or dark colours. With
    `lit` legs and hair are lighter, so that they can be told from a dark ground."""
    shared = dict(_theme("dark" if dark else "light") if theme is None else theme)
    if dark:
        # The theme's shadow is made for the mat; on a dark floor it would look like a light.
        shared["shadow"] = _DARK_SHADOW
    shared.setdefault("mat-line", shared["mat-edge"])
    shared.setdefault("arrow", shared["accent-text"])
    own = {**look.colours, **(look.dark if dark else {})}
    own.setdefault("lips", own["line"])
    if lit:
        own |= {role: QColor(own[role]).lighter(_LIT).name() for role in _DARK_PARTS if role in own}
    return Palette({**shared, **own}, "#0e1018" if dark else "#1d2236")


@cache
def _theme(name: str) -> Mapping[str, str]:
    path = folder("resources") / "themes" / f"{name}.json"
    colours: dict[str, str] = json.loads(path.read_text("utf-8"))["colours"]
    return colours


def _mixed(one: QColor, other: QColor, part: float) -> QColor:
    rest = 1 - part
    return QColor.fromRgbF(
        one.redF() * rest + other.redF() * part,
        one.greenF() * rest + other.greenF() * part,
        one.blueF() * rest + other.blueF() * part,
    )
