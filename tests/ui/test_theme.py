"""Both themes are complete, and text has enough contrast in both (WCAG 2, level AA)."""

from itertools import product
from typing import get_args

import pytest
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from backstretch.ui.theme import Appearance, Role, Theme, load_theme, palette_of

GROUNDS: tuple[Role, ...] = ("background", "card", "rail", "fill", "fill-strong", "accent-soft")
WORDS: tuple[Role, ...] = ("text", "text-soft", "accent-text", "warn")
FAR: tuple[Role, ...] = ("far-text", "far-soft", "far-accent")


def luminance(colour: QColor) -> float:
    def linear(value: float) -> float:
        return value / 12.92 if value <= 0.03928 else ((value + 0.055) / 1.055) ** 2.4

    red, green, blue = (linear(v) for v in (colour.redF(), colour.greenF(), colour.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: QColor, other: QColor) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.fixture(params=["light", "dark"])
def theme(request: pytest.FixtureRequest) -> Theme:
    return load_theme(request.param)


def test_every_role_has_a_colour(theme: Theme) -> None:
    assert set(theme.colours) == set(get_args(Role))
    assert all(QColor(value).isValid() for value in theme.colours.values())


@pytest.mark.parametrize(("ground", "word"), list(product(GROUNDS, WORDS)))
def test_text_has_contrast_on_every_ground(theme: Theme, ground: Role, word: Role) -> None:
    assert contrast(theme.colour(ground), theme.colour(word)) >= 4.5


@pytest.mark.parametrize("ground", ["accent", "accent-strong"])
def test_text_has_contrast_on_the_accent(theme: Theme, ground: Role) -> None:
    assert contrast(theme.colour(ground), theme.colour("on-accent")) >= 4.5


@pytest.mark.parametrize("word", FAR)
def test_text_read_from_the_mat_has_more_contrast(theme: Theme, word: Role) -> None:
    assert contrast(theme.colour("stage"), theme.colour(word)) >= 7


def test_the_focus_ring_has_contrast(theme: Theme) -> None:
    for ground in GROUNDS:
        assert contrast(theme.colour(ground), theme.colour("focus")) >= 3


def test_a_chosen_theme_is_applied_at_once(qapp: QApplication) -> None:
    appearance = Appearance(qapp, "light")
    seen: list[Theme] = []
    appearance.changed.connect(seen.append)
    appearance.choose("dark")
    appearance.choose("dark")
    assert [theme.name for theme in seen] == ["dark"]
    widget = QWidget()
    assert widget.palette().color(QPalette.ColorRole.Window) == appearance.theme.colour(
        "background"
    )


def test_the_desktop_is_followed_only_if_chosen(qapp: QApplication) -> None:
    appearance = Appearance(qapp, "light")
    appearance.desktop_says(True)
    assert appearance.theme.name == "light"
    appearance.choose("system")
    assert appearance.theme.name == "dark"
    appearance.desktop_says(False)
    assert appearance.theme.name == "light"


def test_qt_palette_uses_the_roles(theme: Theme) -> None:
    palette = palette_of(theme)
    assert palette.color(QPalette.ColorRole.Text) == theme.colour("text")
    assert palette.color(QPalette.ColorRole.Highlight) == theme.colour("accent")
