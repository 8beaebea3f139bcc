"""Mat mode keeps its promise: letters that can be read from the mat, and nothing cut off."""

from collections.abc import Iterator
from dataclasses import replace
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QLocale, QRect
from PySide6.QtGui import QColor, QFontMetricsF, QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from backstretch.assets import folder
from backstretch.figure.poses import Poses
from backstretch.routine.load import load
from backstretch.routine.model import Routine
from backstretch.session import player
from backstretch.session.commands import Play
from backstretch.session.layout import lay_out
from backstretch.session.moment import Moment
from backstretch.session.plan import plan_for
from backstretch.settings import Preferences
from backstretch.ui.actions import Actions
from backstretch.ui.language import languages, speak
from backstretch.ui.practice.matmode.legibility import (
    COUNT_ARCMIN,
    LEAST_COMING_ARCMIN,
    SHORT_CUE_ARCMIN,
    Screen,
    cap_height_px,
    screen_of,
)
from backstretch.ui.practice.matmode.mat_layout import (
    SIGN,
    Box,
    Letters,
    MatBoxes,
    Shares,
    Widths,
    mat_boxes,
)
from backstretch.ui.practice.matmode.mat_text import far_font, shares_of
from backstretch.ui.practice.matmode.mat_view import MatView
from backstretch.ui.theme import Appearance, load_theme
from tests.examples import examples
from tests.ui.practice.conftest import Session
from tests.ui.practice.framing import seen

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
    mat.heed(Preferences(viewing_metres=METRES))
    mat.resize(round(on.width_px), round(on.height_px))
    mat.show_moment(routine, moment, "up")


def in_strip(boxes: MatBoxes, box: Box) -> QRect:
    return QRect(*(round(n) for n in (box[0], box[1] - boxes.strip[1], box[2], box[3])))


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
    cue, letter = in_strip(boxes, boxes.cue), boxes.letters.cue
    first = QRect(cue.left() + round(letter * SIGN), 0, round(letter * 0.5), cue.bottom() + 4)
    assert ink(image, first, "far-accent").height() >= cap_height_px(SHORT_CUE_ARCMIN, METRES, on)
    count = in_strip(boxes, boxes.count).adjusted(0, -9, 0, 9)
    if boxes.has_of:
        count.setWidth(round(boxes.letters.count * 0.6))
        count.moveLeft(round(boxes.count[0] + boxes.letters.count * 0.7))
    assert ink(image, count, "far-text").height() >= cap_height_px(COUNT_ARCMIN, METRES, on)


@pytest.mark.parametrize("name", SCREENS)
def test_the_cue_can_be_read_in_every_phase_of_every_language(
    mat: MatView, name: str, language: str, poses: Poses
) -> None:
    """At full size, in one line, in words and not by its sign alone; what comes next no smaller
    than 15 minutes of arc, if it is there at all."""
    loaded = load(folder("routines") / "balanced-back.yaml", poses, language)
    assert loaded.routine is not None
    on = screen(name)
    timeline = lay_out(loaded.routine, plan_for(loaded.routine), poses)
    mat.show_timeline(timeline)
    for moment in moments(poses, language).values():
        told(mat, on, loaded.routine, moment)
        boxes = mat.boxes
        assert boxes is not None
        assert boxes.kept, moment.phase.short
        parts = [boxes.stage, boxes.cue, boxes.drain, boxes.count, boxes.session]
        if boxes.letters.coming:
            parts.append(boxes.coming)
            capital = boxes.letters.coming * shares_of(mat.font()).cap
            assert capital >= cap_height_px(LEAST_COMING_ARCMIN, METRES, on)
        assert_inside(*parts, on=on)
        words, letter = mat.words.line_shown()
        assert words and letter == pytest.approx(boxes.letters.cue), moment.phase.short
        wide = QFontMetricsF(far_font(mat.font(), letter, bold=True)).horizontalAdvance(words)
        assert wide + letter * SIGN <= boxes.cue[2] + 1, moment.phase.short


@pytest.mark.parametrize("name", SCREENS)
def test_the_figure_is_the_picture(qtbot: QtBot, session: Session, name: str, poses: Poses) -> None:
    """A move that is done upright reaches over three fifths of the height, one that is done lying
    over 85 % of the width, at one scale; and none of it is ever cut off."""
    on = screen(name)
    page = session.page
    page.mat.screen_now = lambda: on  # type: ignore[method-assign]
    page.resize(round(on.width_px), round(on.height_px))
    page.show()
    qtbot.waitExposed(page)
    page.toggle_mat()
    page.showNormal()
    page.resize(round(on.width_px), round(on.height_px))
    session.driver.command(Play())
    most: dict[int, tuple[float, float]] = {}
    for phase in session.state.timeline.phases:
        if phase.rep not in (None, 1, 2):
            continue
        for part in (0.05, 0.2, 0.4, 0.6, 0.999):
            session.play_to(phase.start + part * phase.length)
            left, top, right, bottom = seen(page.stage, session.moment)
            assert left >= 0 and top >= 0, phase.name
            assert right <= on.width_px and bottom <= page.stage.height(), phase.name
            tall, wide = most.get(phase.move, (0.0, 0.0))
            if phase.kind == "work":
                tall, wide = max(tall, bottom - top), max(wide, right - left)
            most[phase.move] = tall, wide
    shares = {
        move: (tall / on.height_px, wide / on.width_px) for move, (tall, wide) in most.items()
    }
    # Two moves are done sitting, one lying; in the other two a lying figure comes up to sit.
    for move in (0, 1, 3, 4):
        assert shares[move][0] >= 0.6, shares
    assert shares[2][1] >= 0.85, shares


def test_the_figure_keeps_its_place_within_a_move(
    mat: MatView, routine: Routine, poses: Poses
) -> None:
    state = player.begin(routine, plan_for(routine), poses)
    mat.show_timeline(state.timeline)
    on = screen("1366x768 14 inch")
    stages: set[Box] = set()
    for moment in moments(poses, "en").values():
        told(mat, on, routine, moment)
        assert mat.boxes is not None
        stages.add(mat.boxes.stage)
    assert len(stages) == 1


def test_what_comes_next_is_told_in_the_last_rep_only(
    mat: MatView, routine: Routine, poses: Poses
) -> None:
    on = screen("1080p 24 inch")
    for moment in moments(poses, "en").values():
        told(mat, on, routine, moment)
        assert mat.boxes is not None
        last = moment.phase.kind == "rest" or 0 < moment.count == moment.of
        if not last:
            assert not mat.boxes.letters.coming and "Then" not in mat.words.accessibleName()
        elif moment.coming is not None:
            title = routine.move(moment.moves[moment.coming].id).title
            assert mat.words.accessibleName().endswith(f"Then: {title}")


def test_the_bar_drains_with_the_phase(mat: MatView, routine: Routine, poses: Poses) -> None:
    on = screen("1080p 24 inch")
    moment = next(m for key, m in moments(poses, "en").items() if key[1] == "Exhale, round")
    lengths = []
    for fraction in (0.0, 0.25, 0.5, 0.9):
        told(mat, on, routine, replace(moment, fraction=fraction))
        assert mat.boxes is not None
        bar = ink(painted(mat), in_strip(mat.boxes, mat.boxes.drain), "far-accent")
        lengths.append(bar.width() / mat.boxes.drain[2])
    assert lengths == pytest.approx([1.0, 0.75, 0.5, 0.1], abs=0.01)


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


@settings(max_examples=examples(200))
@given(
    st.floats(640, 5120),
    st.floats(480, 2880),
    st.floats(10, 500),
    st.lists(st.floats(0.5, 30), min_size=3, max_size=3),
    st.floats(0, 5),
    st.floats(0, 30),
)
def test_whatever_the_screen_and_the_words_all_of_it_fits(
    width: float, height: float, letter: float, cue: list[float], of: float, coming: float
) -> None:
    forms = tuple(sorted(cue, reverse=True))
    widths = Widths(forms, 1.4, of, coming)
    wanted = Letters(letter, letter * 2.7, letter, letter)
    boxes = mat_boxes(width, height, wanted, Shares(0.71, 0.71), widths)
    on = Screen(1, 1, width, height)
    parts = [boxes.stage, boxes.cue, boxes.drain, boxes.count, boxes.session]
    if boxes.letters.coming:
        parts.append(boxes.coming)
    assert_inside(*parts, on=on)
    assert boxes.stage[3] >= 0.64 * height
    assert boxes.letters.cue * (forms[boxes.form] + SIGN) <= boxes.cue[2] + 1
    assert boxes.kept == (
        boxes.letters.cue >= letter - 0.01 and boxes.letters.count >= letter * 2.7 - 0.01
    )


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("role", ["far-text", "far-soft", "far-accent"])
def test_far_text_stands_out_seven_to_one(theme: str, role: str) -> None:
    colours = load_theme(theme).colours
    light, dark = sorted((luminance(colours[role]), luminance(colours["far-strip"])), reverse=True)
    assert (light + 0.05) / (dark + 0.05) >= 7


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_bars_stand_out_from_their_track(theme: str) -> None:
    colours = load_theme(theme).colours
    for role, least in (("far-accent", 4.5), ("far-done", 3.0)):
        pair = luminance(colours[role]), luminance(colours["far-track"])
        assert (max(pair) + 0.05) / (min(pair) + 0.05) >= least, role


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
    told(mat, Screen(300, 170, 1280, 720), routine, moment)
    mat.show()
    before = mat.boxes
    mat.screen_now = lambda: Screen(150, 85, 1280, 720)  # type: ignore[method-assign]
    window = mat.window().windowHandle()
    assert window is not None
    window.screenChanged.emit(window.screen())
    assert mat.boxes != before, "the same pixels are half as large there"
