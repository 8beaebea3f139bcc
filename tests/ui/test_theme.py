"""Both themes are complete, and text has enough contrast in both (WCAG 2, level AA)."""

from itertools import product
from typing import get_args

import pytest
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from backstretch.history.charts.month import LEVELS
from backstretch.paint.charts import level_colour
from backstretch.ui.history.chart import ink_of
from backstretch.ui.theme import (
    Appearance,
    Role,
    Theme,
    contrast,
    load_theme,
    palette_of,
    readable_on,
)

GROUNDS: tuple[Role, ...] = ("background", "card", "rail", "fill", "fill-strong", "accent-soft")
WORDS: tuple[Role, ...] = ("text", "text-soft", "accent-text", "warn")
FAR: tuple[Role, ...] = ("far-text", "far-soft", "far-accent")


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


@pytest.mark.parametrize("number", range(1, 6))
def test_a_move_is_seen_on_its_card(theme: Theme, number: int) -> None:
    colour = theme.colour(f"chart-{number}")  # type: ignore[arg-type]
    assert contrast(theme.colour("card"), colour) >= 3


@pytest.mark.parametrize("level", range(LEVELS))
def test_the_number_of_a_day_is_read_on_every_shade(theme: Theme, level: int) -> None:
    ground = level_colour(ink_of(theme), level)
    assert contrast(ground, readable_on(theme, ground)) >= 4.5


def test_what_is_done_is_seen_on_its_track(theme: Theme) -> None:
    for done in ("accent-text", "chart-1"):
        assert contrast(theme.colour("track"), theme.colour(done)) >= 3  # type: ignore[arg-type]


def test_neighbours_among_the_moves_differ_in_more_than_hue(theme: Theme) -> None:
    """The last two differ as purple and orange do, which every kind of sight tells apart."""
    for one in (1, 2, 3):
        pair = (theme.colour(f"chart-{n}") for n in (one, one + 1))  # type: ignore[arg-type]
        assert contrast(*pair) >= 1.6


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
