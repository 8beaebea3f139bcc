"""The worst combinations of page, size, text size and language: nothing overlaps or is cut, and the
figure has its share of the stage."""

from itertools import groupby

import pytest
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QApplication, QListView

from backstretch.app.program import Program
from backstretch.ui.practice.queue.queue_row import ENTRY_ROLE
from backstretch.ui.scale import Scale
from tests.sweep.fit import faults
from tests.sweep.scene import PSEUDO, Sight, opened, settle, show, wait
from tests.ui.practice.framing import seen

WORST = (
    Sight("session", (800, 480), 100, "de"),
    Sight("paused", (800, 480), 250, "de"),
    Sight("how", (800, 600), 150, "de", "dark"),
    Sight("skipped", (1024, 640), 100, "de"),
    Sight("session", (1280, 800), 200, "de", move=1),
    Sight("session", (3840, 2160), 250, "en", move=3),
    Sight("skipped", (800, 600), 250, "en", "dark"),
    Sight("how", (800, 480), 250, PSEUDO),
    Sight("session", (800, 600), 200, "de", move=4),
    Sight("paused", (1366, 768), 150, PSEUDO, move=2),
    Sight("history", (800, 480), 200, "de"),
    Sight("history", (800, 600), 100, PSEUDO),
)
TALL, WIDE = 0.55, 0.8
"""The share of the stage's height that a figure that sits has, or of its width one that lies."""


def by_opening(sight: Sight) -> tuple[int, str]:
    return sight.percent, sight.language


OPENINGS = [
    pytest.param(how, tuple(sights), id=f"{how[1]}-{how[0]}")
    for how, sights in groupby(sorted(WORST, key=by_opening), key=by_opening)
]


@pytest.mark.parametrize(("how", "sights"), OPENINGS)
def test_nothing_is_cut_off_or_covered(
    qapp: QApplication, home: object, how: tuple[int, str], sights: tuple[Sight, ...]
) -> None:
    with opened(qapp, *how) as program:
        for sight in sights:
            show(program, sight)
            assert (program.window.width(), program.window.height()) == sight.size
            found = faults(program.window)
            assert not found, f"{sight}:\n" + "\n".join(found)
            if sight.page == "session":
                tall, wide = share(program)
                assert tall >= TALL or wide >= WIDE, (str(sight), tall, wide)


def share(program: Program) -> tuple[float, float]:
    """The most of the stage's height and width that the figure takes within a rep."""
    page = program.sessions._page
    driver = program.sessions.driver()
    assert page is not None and driver.moment is not None
    stage, index = page.stage, driver.moment.index
    most = (0.0, 0.0)
    while driver.moment.index < index + 4 and driver.moment.phase.kind == "work":
        left, top, right, bottom = seen(stage, driver.moment)
        most = (
            max(most[0], (bottom - top) / stage.height()),
            max(most[1], (right - left) / stage.width()),
        )
        wait(program, driver.moment.phase.length / 4)
    settle()
    return most


def test_no_word_is_broken_in_the_list_of_moves(qapp: QApplication, home: object) -> None:
    with opened(qapp, 100, "de") as program:
        for width in (1000, 1024, 1100, 1280):
            show(program, Sight("skipped", (width, 640), 100, "de"))
            (view,) = program.window.findChildren(QListView)
            row, scale = view.itemDelegate(), Scale.at(view)
            room = row._text_width(view.viewport().width(), scale)
            font = row._title_font(scale)
            font.setBold(True)
            title = QFontMetricsF(font)
            for index in range(view.model().rowCount()):
                words = view.model().index(index, 0).data(ENTRY_ROLE).title.split()
                widest = max(title.horizontalAdvance(word) for word in words)
                assert widest < room, f"{words} at {width}"
