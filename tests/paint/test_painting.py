"""Painting: where it paints, what it leaves alone, and that a picture in words says the same."""

import xml.etree.ElementTree as ET

import pytest
from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter

from backstretch.figure.blend import body_at
from backstretch.figure.camera import Camera
from backstretch.figure.drawing import Box, Drawing, Shape
from backstretch.figure.look import looks
from backstretch.figure.motion import Motion, Place
from backstretch.figure.outline import draw_list, ghost_drawing, mat_drawing
from backstretch.figure.outline.glow import PARTS
from backstretch.figure.outline.loops import polygon
from backstretch.figure.poses import load_poses
from backstretch.figure.view_box import window_of
from backstretch.paint import changed_rect, dirty_rect, paint_drawing, palette_for, render
from backstretch.paint.colours import Palette
from backstretch.paint.svg import svg_text
from tests.paint.pictures import kept_bodies

CAMERA = Camera(-60, 12)
BODY = kept_bodies()["cobra"]
LOOK = looks()[0]
SIZE = QSize(240, 180)
ROUNDING = 1
"""Of 255: how far the soft shadow's pixels may be off where it is painted in pieces."""


def painted_pixels(image: QImage) -> set[tuple[int, int]]:
    return {
        (x, y)
        for x in range(image.width())
        for y in range(image.height())
        if image.pixelColor(x, y).alpha()
    }


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("look", looks(), ids=lambda look: look.name)
def test_every_role_has_a_colour(look, dark: bool) -> None:
    palette = palette_for(look, dark)
    drawings = [
        mat_drawing(CAMERA),
        ghost_drawing(BODY, CAMERA, look),
        *(draw_list(BODY, Camera(yaw, 15), look, tuple(PARTS), 1.0) for yaw in range(0, 360, 60)),
    ]
    for drawing in drawings:
        for shape in drawing.shapes:
            assert palette.colour(shape.role, shape.tone, shape.alpha).isValid()


def test_only_the_dirty_rectangle_is_painted() -> None:
    drawing = draw_list(BODY, CAMERA, LOOK, ("chest",), 1.0)
    window = window_of((BODY,), CAMERA, LOOK)
    area = QRectF(20, 10, 200, 150)
    image = QImage(SIZE, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    paint_drawing(painter, drawing, palette_for(LOOK), area, window)
    painter.end()
    dirty = dirty_rect(drawing, area, window)
    pixels = painted_pixels(image)
    assert pixels
    assert all(dirty.contains(x, y) for x, y in pixels)


def test_the_painter_comes_back_as_it_was() -> None:
    image = QImage(SIZE, QImage.Format.Format_ARGB32_Premultiplied)
    painter = QPainter(image)
    painter.translate(3, 4)
    before, hints = painter.transform(), painter.renderHints()
    paint_drawing(painter, draw_list(BODY, CAMERA, LOOK), palette_for(LOOK), QRectF(0, 0, 99, 99))
    assert (painter.transform(), painter.renderHints()) == (before, hints)
    painter.end()


def test_a_figure_in_a_bare_square_is_not_stretched() -> None:
    square = Shape("skin", (polygon([(0, 0), (1, 0), (1, 1), (0, 1)]),))
    image = render((Drawing((square,), (0, 0, 1, 1)),), palette_for(LOOK), QSize(80, 40))
    pixels = painted_pixels(image)
    assert {x for x, _ in pixels} == set(range(20, 60))
    assert {y for _, y in pixels} == set(range(40))


def test_twice_the_pixel_ratio_is_the_same_picture_finer() -> None:
    drawing = draw_list(BODY, CAMERA, LOOK)
    one = render((drawing,), palette_for(LOOK), QSize(60, 45), background=True)
    two = render((drawing,), palette_for(LOOK), QSize(60, 45), background=True, ratio=2.0)
    assert (two.width(), two.height(), two.devicePixelRatio()) == (120, 90, 2.0)
    smooth = Qt.TransformationMode.SmoothTransformation
    halved = two.scaled(60, 45, mode=smooth)
    off = [
        abs(one.pixelColor(x, y).lightness() - halved.pixelColor(x, y).lightness())
        for x in range(60)
        for y in range(45)
    ]
    assert sum(off) / len(off) < 6


def test_the_svg_is_sound_and_holds_every_shape() -> None:
    drawing = draw_list(BODY, CAMERA, LOOK, ("glutes",), 1.0)
    text = svg_text((mat_drawing(CAMERA), drawing), palette_for(LOOK), (300, 200))
    root = ET.fromstring(text)
    space = "{http://www.w3.org/2000/svg}"
    shapes = [*mat_drawing(CAMERA).shapes, *drawing.shapes]
    glows = [shape for shape in shapes if shape.kind == "glow"]
    assert len(root.findall(f"{space}path")) == len(shapes) - len(glows)
    assert len(root.findall(f"{space}circle")) == len(glows)
    assert (root.get("width"), root.get("height")) == ("300", "200")


def test_dark_and_light_differ_where_the_theme_does() -> None:
    light, dark = palette_for(LOOK, False), palette_for(LOOK, True)
    assert light.colour("stage").lightness() > 200
    assert dark.colour("stage").lightness() < 60
    assert light.colour("skin") == dark.colour("skin")


def painted(drawings: list[Drawing], *, whole: bool) -> QImage:
    """One drawing after the other on the same ground, all of it or only what changed."""
    area, window = QRectF(0, 0, 400, 300), (-0.6, -0.2, 0.7, 0.8)
    image = QImage(400, 300, QImage.Format.Format_RGB32)
    palette, before = palette_for(LOOK), None
    for drawing in drawings:
        rect = image.rect()
        if before is not None and not whole:
            rect = changed_rect(before, drawing, area, window)
        painter = QPainter(image)
        painter.setClipRect(rect)
        painter.fillRect(rect, Qt.GlobalColor.white)
        paint_drawing(painter, drawing, palette, area, window, rect)
        painter.end()
        before = drawing
    return image


@pytest.mark.parametrize("ends", [("cobra", "kick-left"), ("round", "arch"), ("prone", "lifted")])
def test_what_changed_is_enough_to_paint(ends: tuple[str, str]) -> None:
    poses = load_poses()
    way = poses.way(*ends)
    drawings = [
        draw_list(
            body_at(poses, Motion(Place(way, part / 8)), LOOK.build), CAMERA, LOOK, ("glutes",), 0.6
        )
        for part in range(9)
    ]
    for count in range(2, len(drawings) + 1):
        one, other = (painted(drawings[:count], whole=whole) for whole in (False, True))
        off = (abs(a - b) for a, b in zip(one.constBits(), other.constBits(), strict=True))
        assert max(off) <= ROUNDING


def test_a_limb_that_moves_leaves_the_rest_alone() -> None:
    poses = load_poses()
    way = poses.way("cobra", "kick-left")
    one, other = (
        draw_list(body_at(poses, Motion(Place(way, at)), LOOK.build), CAMERA, LOOK)
        for at in (0.4, 0.5)
    )
    area, window = QRectF(0, 0, 400, 300), (-0.6, -0.2, 0.7, 0.8)
    changed, all_of_it = changed_rect(one, other, area, window), dirty_rect(one, area, window)
    assert changed.width() * changed.height() < 0.5 * all_of_it.width() * all_of_it.height()
    assert changed_rect(one, one, area, window).isEmpty()


def test_the_light_round_the_figure_shows_outside_of_it_alone() -> None:
    window = window_of((BODY,), CAMERA, LOOK)
    drawing = draw_list(BODY, CAMERA, LOOK, shadow=False)
    palette = palette_for(LOOK, True)
    rim = palette.colour("rim").rgb()
    plain, lit = blank(), blank()
    paint(drawing, plain, palette, window)
    paint(drawing, lit, palette, window, rim=6.0)
    changed = [
        (x, y)
        for x in range(plain.width())
        for y in range(plain.height())
        if plain.pixel(x, y) != lit.pixel(x, y)
    ]
    shining = [spot for spot in changed if lit.pixel(*spot) == rim]
    assert len(shining) > 500
    ground = blank().pixel(0, 0)
    # The others are on the soft edge of the figure, which lies on light now instead of ground.
    outside = sum(plain.pixel(*spot) == ground for spot in shining)
    assert outside / len(shining) > 0.95


def test_a_part_repainted_with_its_light_fits_the_rest() -> None:
    window = window_of((BODY,), CAMERA, LOOK)
    drawing = draw_list(BODY, CAMERA, LOOK, shadow=False)
    palette = palette_for(LOOK, True)
    whole, patched = blank(), blank()
    paint(drawing, whole, palette, window, rim=6.0)
    paint(drawing, patched, palette, window, rim=6.0)
    area = QRect(101, 77, 93, 120)
    painter = QPainter(patched)
    painter.setClipRect(area)
    painter.fillRect(area, blank().pixelColor(0, 0))
    paint_drawing(painter, drawing, palette, QRectF(patched.rect()), window, area, rim=6.0)
    painter.end()
    off = [
        abs(a - b)
        for x in range(whole.width())
        for y in range(whole.height())
        if whole.pixel(x, y) != patched.pixel(x, y)
        for a, b in zip(
            whole.pixelColor(x, y).getRgb(), patched.pixelColor(x, y).getRgb(), strict=True
        )
    ]
    assert max(off, default=0) <= 2 * ROUNDING


def blank() -> QImage:
    image = QImage(300, 300, QImage.Format.Format_RGB32)
    image.fill(0x1D1C21)
    return image


def paint(
    drawing: Drawing, image: QImage, palette: Palette, window: Box, *, rim: float = 0.0
) -> None:
    painter = QPainter(image)
    paint_drawing(painter, drawing, palette, QRectF(image.rect()), window, rim=rim)
    painter.end()
