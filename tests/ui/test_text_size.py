"""Text and distances grow with a very large window and with the chosen text size."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from backstretch.ui.parts.label import Label
from backstretch.ui.scale import Scale, sized
from backstretch.ui.text_size import MOST, Growth, growth


@pytest.fixture
def window(qapp: QApplication, qtbot: QtBot) -> Iterator[QWidget]:
    before, sheet = qapp.font(), qapp.styleSheet()
    qapp.setStyleSheet("QToolTip { padding: 1ex }")
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    column.setSpacing(10)
    column.addWidget(Label("A title", "title"))
    column.addWidget(QPushButton("A button"))
    window.resize(300, 200)
    yield window
    qapp.setFont(before)
    qapp.setStyleSheet(sheet)
    qapp.processEvents()


def test_common_windows_do_not_enlarge_text() -> None:
    for size in ((640, 480), (1280, 800), (1800, 980)):
        assert growth(*size, line=18) == 1


def test_a_large_window_has_larger_text_up_to_a_bound() -> None:
    assert 1.5 < growth(3840, 2130, 18) < MOST
    assert growth(3840, 900, 18) == 1
    assert growth(30_000, 20_000, 18) == MOST


def test_fonts_and_spacing_grow_and_shrink_back(qapp: QApplication, window: QWidget) -> None:
    window.show()
    title, button = window.findChildren(Label)[0], window.findChildren(QPushButton)[0]
    column = window.layout()
    assert column is not None
    before = (title.font().pointSizeF(), button.font().pointSizeF(), column.spacing())
    watch = Growth(qapp, window, 100)
    watch.choose(200)
    qapp.processEvents()
    assert title.font().pointSizeF() == pytest.approx(2 * before[0])
    assert title.font().bold()
    assert button.font().pointSizeF() == pytest.approx(2 * before[1])
    assert column.spacing() == 2 * before[2]
    watch.choose(100)
    qapp.processEvents()
    after = (title.font().pointSizeF(), button.font().pointSizeF(), column.spacing())
    assert after == pytest.approx(before)


def test_resizing_the_window_enlarges_the_font(qapp: QApplication, window: QWidget) -> None:
    line = Scale.of(qapp.font()).line
    Growth(qapp, window, 100)
    before = qapp.font().pointSizeF()
    window.resize(round(line * 200), round(line * 110))
    window.show()
    qapp.processEvents()
    assert qapp.font().pointSizeF() == pytest.approx(before * 1.7)


def test_full_screen_does_not_enlarge_the_font(
    qapp: QApplication, window: QWidget, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("backstretch.ui.text_size.COMMON_LINES", (20.0, 20.0))
    Growth(qapp, window, 100)
    before = qapp.font().pointSizeF()
    window.showFullScreen()
    qapp.processEvents()
    assert growth(window.width(), window.height(), Scale.of(qapp.font()).line) > 1
    assert qapp.font().pointSizeF() == pytest.approx(before)


def test_a_font_in_pixels_grows_too(qapp: QApplication, window: QWidget) -> None:
    font = qapp.font()
    font.setPixelSize(14)
    qapp.setFont(font)
    qapp.processEvents()
    Growth(qapp, window, 100).choose(150)
    assert qapp.font().pixelSize() == sized(font, 1.5).pixelSize()
