"""Numbers, times and doses follow the locale, and each is worded in one place."""

import ast
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale

from backstretch.ui.words import doses, numbers

PAGES = Path(numbers.__file__).parents[1]


@pytest.fixture
def locale() -> Iterator[None]:
    before = QLocale()
    yield
    QLocale.setDefault(before)


@pytest.mark.parametrize(
    ("seconds", "shown"),
    [(0, "0:00"), (59.6, "1:00"), (61, "1:01"), (600, "10:00"), (3661, "1:01:01"), (-3, "0:00")],
)
def test_a_clock_shows_minutes_and_seconds(seconds: float, shown: str) -> None:
    assert numbers.clock(seconds) == shown


def test_clocks_and_numbers_follow_the_locale(locale: None) -> None:
    QLocale.setDefault(QLocale("de_DE"))
    assert numbers.number(4.5) == "4,5"
    QLocale.setDefault(QLocale("ar_EG"))
    assert numbers.clock(65) == "١:٠٥"
    assert numbers.of(4, 10) == "٤ of ١٠"
    assert doses.sides(2, 1) == "٢ · ١"


def test_a_started_minute_counts_as_one() -> None:
    assert [numbers.whole_minutes(seconds) for seconds in (0, 1, 29, 90, 412)] == [0, 1, 1, 2, 7]


def test_a_time_of_day_keeps_its_time_zone(locale: None) -> None:
    QLocale.setDefault(QLocale("de_DE"))
    assert numbers.time_of_day(datetime(2026, 11, 16, 7, 5, tzinfo=UTC)) == "07:05"


def test_each_unit_dose_and_count_is_worded_in_one_module() -> None:
    """Two translations of the same text could differ."""
    home = {
        "%n breath(s)": "doses.py",
        "%n rep(s)": "doses.py",
        "%n each side": "doses.py",
        "%n minute(s)": "numbers.py",
        "{done} of {planned}": "numbers.py",
    }
    found: dict[str, set[str]] = {text: set() for text in home}
    for path in PAGES.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Constant) and node.value in found:
                found[str(node.value)].add(path.name)
    assert found == {text: {module} for text, module in home.items()}


def test_a_hold_is_named_between_inhale_and_exhale() -> None:
    assert doses.breath_lengths(4, 5) == "4 s in, 5 s out"
    assert doses.breath_lengths(4, 5, 2) == "4 s in, 2 s held, 5 s out"
