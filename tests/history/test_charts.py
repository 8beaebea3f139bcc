"""Charts stay within their size and show the numbers in proportion."""

from datetime import date, datetime, timedelta, timezone
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backstretch.history.charts.columns import columns, moves_in, seconds_by_move
from backstretch.history.charts.marks import Bar, Box
from backstretch.history.charts.month import level, month_map, month_span
from backstretch.history.charts.trend import Point, trend
from backstretch.history.week import Day, MoveDone, SessionDone, week_from
from tests.history.diary import MONDAY

SECONDS = st.just(0.0) | st.floats(0.001, 20_000)
SIZE = st.floats(50, 4000)


def inside(box: Box, width: float, height: float) -> bool:
    slack = 1e-6 * (width + height)
    across = -slack <= box.x and box.x + box.width <= width + slack
    return across and -slack <= box.y and box.bottom <= height + slack


@given(st.lists(st.lists(SECONDS, min_size=5, max_size=5), min_size=7, max_size=7), SIZE, SIZE)
def test_columns_stay_inside_in_order_and_proportion(days, width, height) -> None:
    chart = columns(days, width, height)
    assert all(inside(bar.box, width, height) for bar in chart.bars)
    assert len(chart.bars) == sum(1 for day in days for seconds in day if seconds > 0)
    heights = [height - top for top in chart.tops]
    full = max([480.0, *(sum(day) for day in days)])
    for day, tall in zip(days, heights, strict=True):
        assert tall == pytest.approx(sum(day) / full * height, abs=1e-6 * height)
    mirrored = columns(days, width, height, right_to_left=True)
    for one, other in zip(chart.slots, mirrored.slots, strict=True):
        assert other.x == pytest.approx(width - one.x - one.width)


STIFF = st.none() | st.floats(0, 10)


@given(st.lists(st.tuples(SECONDS, STIFF), min_size=1, max_size=30), SIZE, SIZE, st.booleans())
def test_a_trend_has_a_point_per_rating(weeks, width, height, joined) -> None:
    seconds, stiffness = zip(*weeks, strict=True)
    chart = trend(seconds, stiffness, width, height, joined=joined)
    assert all(inside(bar.box, width, height) for bar in chart.bars)
    points = [point for line in chart.lines for point in line]
    assert [p.week for p in points] == [n for n, s in enumerate(stiffness) if s is not None]
    assert all(0 <= point.y <= height for point in points)
    for line in chart.lines:
        steps = [b.week - a.week for a, b in pairwise(line)]
        assert joined or set(steps) <= {1}


@given(st.dates(date(1990, 1, 1), date(2090, 12, 1)), st.integers(0, 6), SIZE, SIZE)
def test_a_month_has_a_cell_per_day_under_its_weekday(day, first_weekday, width, height) -> None:
    first, last = month_span(day)
    days = [Day(first + timedelta(days=n), 60.0 * n, 1) for n in range((last - first).days + 1)]
    chart = month_map(days, width, height, first_weekday=first_weekday, gap=1.0)
    assert chart.rows <= 6 and len(chart.cells) == len(days)
    assert all(inside(cell.box, width, height) for cell in chart.cells)
    columns_of = {cell.day.date.weekday(): round(cell.box.x, 6) for cell in chart.cells}
    assert all(round(c.box.x, 6) == columns_of[c.day.date.weekday()] for c in chart.cells)
    begun = [c for c in chart.cells if c.day.date.weekday() == first_weekday]
    assert all(c.box.x == pytest.approx(0) for c in begun)


def test_levels() -> None:
    assert [level(seconds) for seconds in (0, 1, 164, 166, 329, 331, 10_000)] == [
        0, 1, 1, 2, 2, 3, 3,
    ]  # fmt: skip


def session(started: datetime) -> SessionDone:
    move = MoveDone("side-bends", 12, 12, 6, 6, 60.0, False, False)
    return SessionDone(started.isoformat(), "x", started, None, "unfinished", (move,))


def test_a_week_in_which_the_clock_is_set_back_has_seven_days() -> None:
    summer, winter = timezone(timedelta(hours=2)), timezone(timedelta(hours=1))
    twice = [
        session(datetime(2026, 10, 25, 2, 30, tzinfo=summer)),
        session(datetime(2026, 10, 25, 2, 15, tzinfo=winter)),
        session(datetime(2026, 10, 25, 23, 59, tzinfo=winter)),
    ]
    week = week_from(date(2026, 10, 19), twice)
    assert [day.sessions for day in week.days] == [0, 0, 0, 0, 0, 0, 3]
    assert week.days[6].seconds == 180 and week.days_practised == 1
    assert week_from(date(2026, 10, 26), twice).sessions == ()


def test_a_session_past_midnight_belongs_to_the_day_it_began() -> None:
    late = session(MONDAY.replace(hour=23, minute=58))
    week = week_from(MONDAY.date(), [late])
    assert [day.sessions for day in week.days] == [1, 0, 0, 0, 0, 0, 0]


def test_the_seconds_of_a_week_are_by_day_and_move() -> None:
    def of(day: int, *moves: tuple[str, float]) -> SessionDone:
        done = tuple(MoveDone(name, 1, 1, None, None, led, False, False) for name, led in moves)
        return SessionDone(f"{day}", "x", MONDAY + timedelta(days=day), None, "stopped", done)

    sessions = [of(0, ("b", 3.0), ("a", 2.0)), of(0, ("b", 4.0)), of(6, ("c", 5.0), ("a", 1.0))]
    week = week_from(MONDAY.date(), sessions)
    assert moves_in(week) == (("x", "b"), ("x", "a"), ("x", "c"))
    nothing = (0.0, 0.0)
    moves = (("x", "a"), ("x", "b"))
    assert seconds_by_move(week, moves) == (
        (2.0, 7.0),
        *[nothing] * 5,
        (1.0, 0.0),
    )


def test_a_column_stands_in_the_middle_of_its_slot_with_a_seam_between_its_parts() -> None:
    chart = columns([(240.0, 0.0, 120.0), (960.0,)], 200.0, 96.0)
    assert chart.slots == (Box(0.0, 0.0, 100.0, 96.0), Box(100.0, 0.0, 100.0, 96.0))
    assert chart.tops == (60.0, 0.0)
    assert chart.baseline == 96.0
    assert chart.bars == (
        Bar(Box(10.0, 75.0, 80.0, 21.0), 0),
        Bar(Box(10.0, 63.0, 80.0, 9.0), 2),
        Bar(Box(110.0, 3.0, 80.0, 93.0), 0),
    )


def test_a_part_of_a_column_never_vanishes_in_its_seam() -> None:
    (bar,) = columns([(10.0,)], 10.0, 96.0).bars
    assert bar.box == Box(1.0, 95.0, 8.0, 1.0)


def test_a_trend_has_bars_in_its_lower_two_thirds_and_mirrors_as_a_whole() -> None:
    chart = trend([450.0, 0.0, 900.0], [10.0, None, 5.0], 300.0, 100.0, fills=0.5)
    assert [bar.series for bar in chart.bars] == [0, 0]
    for bar, box in zip(chart.bars, (Box(25, 67, 50, 33), Box(225, 34, 50, 66)), strict=True):
        found = (bar.box.x, bar.box.y, bar.box.width, bar.box.height)
        assert found == pytest.approx((box.x, box.y, box.width, box.height))
    assert chart.slots == tuple(Box(x, 0.0, 100.0, 100.0) for x in (0.0, 100.0, 200.0))
    assert chart.lines == ((Point(0, 50.0, 0.0),), (Point(2, 250.0, 50.0),))
    other = trend(
        [450.0, 0.0, 900.0], [10.0, None, 5.0], 300.0, 100.0, joined=True, right_to_left=True
    )
    assert other.slots == chart.slots[::-1]
    assert other.lines == ((Point(0, 250.0, 0.0), Point(2, 50.0, 50.0)),)


def test_a_month_always_leaves_room_for_six_rows_of_seven_days() -> None:
    first, last = month_span(date(2026, 2, 14))
    assert (first, last) == (date(2026, 2, 1), date(2026, 2, 28))
    days = [Day(first + timedelta(days=n), 0.0, 0) for n in range(28)]
    chart = month_map(days, 7 * 10 + 6 * 2, 6 * 20 + 5 * 2, gap=2.0)
    assert (chart.first, chart.rows) == (first, 5)
    # The first of February 2026 is a Sunday, the second a Monday.
    assert [cell.box for cell in chart.cells[:2]] == [Box(72, 0, 10, 20), Box(0, 22, 10, 20)]
    mirrored = month_map(days, 7 * 10 + 6 * 2, 6 * 20 + 5 * 2, gap=2.0, right_to_left=True)
    assert [cell.box for cell in mirrored.cells[:2]] == [Box(0, 0, 10, 20), Box(72, 22, 10, 20)]
