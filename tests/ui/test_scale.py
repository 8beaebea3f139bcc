"""Every length grows with the font."""

import pytest
from PySide6.QtGui import QFont, QFontMetricsF

from backstretch.ui.scale import Kind, Scale, font_of, sized


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("in_pixels", [False, True])
def test_lengths_grow_with_the_font(in_pixels: bool) -> None:
    font = QFont()
    if in_pixels:
        font.setPixelSize(14)
    small, large = Scale.of(font), Scale.of(sized(font, 2))
    assert large.space(8) == pytest.approx(2 * small.space(8), rel=0.1)
    assert large.corner == pytest.approx(2 * small.corner, rel=0.1)
    assert large.control == pytest.approx(2 * small.control, rel=0.1)


@pytest.mark.usefixtures("qapp")
def test_titles_are_larger_than_text() -> None:
    font = QFont()
    kinds: tuple[Kind, ...] = ("small", "body", "heading", "cue", "title")
    heights = [QFontMetricsF(font_of(font, kind)).height() for kind in kinds]
    assert heights == sorted(heights)
    assert font_of(font, "title").bold()
    assert not font_of(font, "body").bold()
