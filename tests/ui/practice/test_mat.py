"""Mat mode keeps its promise: letters that can be read from the mat, and nothing cut off."""

from collections.abc import Iterator
from dataclasses import replace
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QLocale, QRect
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from backstretch.assets import folder
from backstretch.figure.poses import Poses
from backstretch.routine.load import load
from backstretch.routine.model import Routine
from backstretch.session import player
from backstretch.session.commands import Play
from backstretch.session.moment import Moment
from backstretch.session.plan import plan_for
from backstretch.ui.actions import Actions
from backstretch.ui.language import languages, speak
from backstretch.ui.practice.matmode.legibility import (
    COUNT_ARCMIN,
    NEXT_UP_ARCMIN,
    SHORT_CUE_ARCMIN,
    Screen,
    cap_height_px,
    screen_of,
)
from backstretch.ui.practice.matmode.mat_layout import Box, Letters, Measures, mat_boxes
from backstretch.ui.practice.matmode.mat_text import extent_of, far_font, measures_of, shape_room
from backstretch.ui.practice.matmode.mat_view import MatView
from backstretch.ui.theme import Appearance, load_theme
from tests.examples import examples

METRES = 2.5
SCREENS = {
    "1080p 24 inch": (1920, 1080, 24.0),
    "1440p 27 inch": (2560, 1440, 27.0),
    "4K 27 inch": (3840, 2160, 27.0),
    "1366x768 14 inch": (1366, 768, 14.0),
}


def screen(name: str) -> Screen:
    width, height, inches = SCREENS[name]
    return screen_of(width, height, 0, 0, inches)


def rooms_needed(mat: MatView) -> tuple[tuple[Box, tuple[float, float]], ...]:
    """Each text's box with the width and height that its words take in it."""
    words, boxes = mat._words_shown, mat.boxes
    if words is None or boxes is None:
        return ()
    cue, coming = boxes.letters.cue, boxes.letters.coming
    large = far_font(mat.font(), cue, bold=True)
    small = far_font(mat.font(), coming, bold=False)
    lead = shape_room(cue)
    measures = measures_of(mat.font(), (words.cue,), words.coming, words.count, mat._appearance)
    wide, tall = extent_of(words.cue, large, boxes.cue[2] - lead, mat._appearance)
    return (
        (boxes.cue, (wide + lead, tall)),
        (boxes.coming, extent_of(words.coming, small, boxes.coming[2], mat._appearance)),
        (boxes.count, measures.column(boxes.letters)),
    )


@pytest.fixture(params=languages())
def language(request: pytest.FixtureRequest, qtbot: QtBot) -> Iterator[str]:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    before = QLocale(), app.layoutDirection()
    yield speak(app, request.param)
    speak(app, "en")
    QLocale.setDefault(before[0])
    app.setLayoutDirection(before[1])


@cache
def moments(poses: Poses, language: str) -> dict[tuple[object, ...], Moment]:
    """A moment in each phase that says something new."""
    loaded = load(folder("routines") / "balanced-back.yaml", poses, language)
    assert loaded.routine is not None
    state = player.begin(loaded.routine, plan_for(loaded.routine), poses)
    state, _ = player.step(state, Play(), 0.0)
    found = {}
    for phase in state.timeline.phases:
        middle = phase.start + phase.length / 2
        # Each goes on from the last: from the start, every phase would be led again and again.
        state, _ = player.step(state, None, middle)
        moment = player.moment(state, middle)
        found[(phase.move, phase.short, phase.kind, len(str(moment.count)))] = moment
    return found


@pytest.fixture
def mat(qtbot: QtBot) -> MatView:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    view = MatView(Actions(), Appearance(app, "dark"))
    qtbot.addWidget(view)
    return view


def told(mat: MatView, on: Screen, routine: Routine, moment: Moment) -> None:
    mat.screen_now = lambda: on  # type: ignore[method-assign]
    mat.heed(METRES, 0.0, flashes=False)
    mat.resize(round(on.width_px), round(on.height_px))
    mat.show_moment(routine, moment, "up")


def ink(image: QImage, area: QRect, role: str) -> QRect:
    """The smallest rectangle round everything of that colour (half of it or more) in `area`."""
    wanted = QColor(load_theme("dark").colours[role]).lightness()
    seen = image.copy(area).convertToFormat(QImage.Format.Format_RGBA8888)
    across, pixels = seen.bytesPerLine(), bytes(seen.constBits())

    def is_ink(at: int) -> bool:
        red, green, blue, alpha = pixels[at : at + 4]
        lightness = (max(red, green, blue) + min(red, green, blue)) / 2
        return alpha > 127 and abs(lightness - wanted) < 60

    inked = [
        (x, y)
        for y in range(seen.height())
        for x in range(seen.width())
        if is_ink(y * across + 4 * x)
    ]
    columns, rows = zip(*inked, strict=True) if inked else ((0,), (0,))
    left, top = area.left() + min(columns), area.top() + min(rows)
    return QRect(left, top, max(columns) - min(columns) + 1, max(rows) - min(rows) + 1)


def painted(mat: MatView) -> QImage:
    return mat.words.grab().toImage()


@pytest.mark.parametrize("name", SCREENS)
def test_painted_letters_are_as_high_as_promised(
    mat: MatView, name: str, routine: Routine, poses: Poses
) -> None:
    on = screen(name)
    moment = next(m for key, m in moments(poses, "en").items() if key[1] == "Exhale, round")
    told(mat, on, routine, replace(moment, count=7))
    image, boxes = painted(mat), mat.boxes
    assert boxes is not None and boxes.kept

    def first_letter(box: Box, letter: float, lead: float) -> QRect:
        return QRect(round(box[0] + lead), round(box[1]), round(letter * 0.5), round(letter * 1.15))

    letters = boxes.letters
    cue = ink(image, first_letter(boxes.cue, letters.cue, shape_room(letters.cue)), "far-accent")
    assert cue.height() >= cap_height_px(SHORT_CUE_ARCMIN, METRES, on)
    coming = ink(image, first_letter(boxes.coming, letters.coming, 0), "far-soft")
    assert coming.height() >= cap_height_px(NEXT_UP_ARCMIN, METRES, on)
    left, top, width, _ = boxes.count
    count = QRect(round(left), round(top), round(width), round(letters.count * 0.9))
    assert ink(image, count, "far-text").height() >= cap_height_px(COUNT_ARCMIN, METRES, on)


@pytest.mark.parametrize("name", SCREENS)
def test_nothing_is_cut_off_in_any_phase_of_any_language(
    mat: MatView, name: str, language: str, poses: Poses
) -> None:
    loaded = load(folder("routines") / "balanced-back.yaml", poses, language)
    assert loaded.routine is not None
    on = screen(name)
    for moment in moments(poses, language).values():
        told(mat, on, loaded.routine, moment)
        boxes = mat.boxes
        assert boxes is not None
        assert boxes.kept, moment.phase.short
        assert_inside(boxes.figure, boxes.count, boxes.cue, boxes.coming, on=on)
        for box, needed in rooms_needed(mat):
            assert needed[0] <= box[2] + 1, moment.phase.short
            assert needed[1] <= box[3] + 1, moment.phase.short


def test_the_figure_keeps_its_place_within_a_move(
    mat: MatView, routine: Routine, poses: Poses
) -> None:
    state = player.begin(routine, plan_for(routine), poses)
    state, _ = player.step(state, Play(), 0.0)
    mat.show_timeline(state.timeline)
    on = screen("1366x768 14 inch")
    figures: dict[int, set[Box]] = {}
    for moment in moments(poses, "en").values():
        if moment.phase.kind == "work" and moment.count:
            told(mat, on, routine, moment)
            assert mat.boxes is not None
            figures.setdefault(moment.phase.move, set()).add(mat.boxes.figure)
    assert len(figures) == 5
    assert all(len(places) == 1 for places in figures.values())


def assert_inside(*boxes: Box, on: Screen) -> None:
    for left, top, width, height in boxes:
        assert left >= 0 and top >= 0
        assert left + width <= on.width_px + 0.5 and top + height <= on.height_px + 0.5
    for index, one in enumerate(boxes):
        for other in boxes[index + 1 :]:
            assert not overlap(one, other)


def overlap(one: Box, other: Box) -> bool:
    across = min(one[0] + one[2], other[0] + other[2]) - max(one[0], other[0])
    down = min(one[1] + one[3], other[1] + other[3]) - max(one[1], other[1])
    return across > 1 and down > 1


@settings(max_examples=examples(60))
@given(
    st.floats(640, 5120),
    st.floats(480, 2880),
    st.floats(10, 500),
    st.integers(1, 60),
    st.integers(0, 80),
)
def test_whatever_the_screen_and_the_words_all_of_it_fits(
    width: float, height: float, letter: float, cue: int, coming: int
) -> None:
    def lines(length: int, size: float, room: float) -> int:
        each = max(1, int(room / (size * 0.6)))
        return -(-length // each)

    measures = Measures(
        lambda size, room: lines(cue, size, room),
        lambda size, room: lines(coming, size, room),
        lambda letters: (letters.count * 1.3, letters.count + letters.coming * 1.22),
    )
    boxes = mat_boxes(width, height, Letters(letter, letter * 2.7, letter), measures)
    on = Screen(1, 1, width, height)
    assert_inside(boxes.figure, boxes.count, boxes.cue, boxes.coming, on=on)
    assert boxes.figure[3] >= 0.15 * height


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("role", ["far-text", "far-soft", "far-accent"])
def test_far_text_stands_out_seven_to_one(theme: str, role: str) -> None:
    colours = load_theme(theme).colours
    light, dark = sorted((luminance(colours[role]), luminance(colours["stage"])), reverse=True)
    assert (light + 0.05) / (dark + 0.05) >= 7


def luminance(name: str) -> float:
    """Relative luminance as WCAG 2 defines it."""
    colour = QColor(name)
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    r, g, b = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


def test_a_screen_that_talks_nonsense_is_taken_for_a_usual_one() -> None:
    odd = screen_of(1920, 1080, 160, 90)
    assert odd.px_per_mm == pytest.approx(12.0)
    assert screen_of(1920, 1080, 1, 1).px_per_mm == pytest.approx(3.6)
    assert screen_of(1920, 1080, 0, 0, 24).height_mm == pytest.approx(298.9, abs=0.5)


def test_letters_follow_the_screen_that_the_window_is_moved_to(
    mat: MatView, routine: Routine, poses: Poses
) -> None:
    moment = next(iter(moments(poses, "en").values()))
    told(mat, Screen(600, 340, 1280, 720), routine, moment)
    mat.show()
    before = mat.boxes
    mat.screen_now = lambda: Screen(1200, 680, 1280, 720)  # type: ignore[method-assign]
    window = mat.window().windowHandle()
    assert window is not None
    window.screenChanged.emit(window.screen())
    assert mat.boxes != before, "the same pixels are twice as large there"
