"""The figure at rest on its mat, painted into a scene."""

from functools import lru_cache

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from backstretch.figure.blend import body_at
from backstretch.figure.camera import Camera
from backstretch.figure.drawing import Box, Drawing
from backstretch.figure.look import Look
from backstretch.figure.motion import Motion, Place, Stop, Way
from backstretch.figure.outline.figure_drawing import draw_list
from backstretch.figure.outline.mat import mat_drawing
from backstretch.figure.poses import Poses
from backstretch.figure.view_box import window_of
from backstretch.paint import paint_drawing, palette_for
from backstretch.ui.theme import Theme

POSE = "child"
CAMERA = Camera(62.0, 13.0)
"""From its front left, so that the figure faces to the left, where the words are."""


@lru_cache(maxsize=4)
def _drawn(poses: Poses, look: Look) -> tuple[Box, Drawing, Drawing]:
    motion = Motion(Place(Way((Stop(0.0, POSE),)), 0.0), fullness=0.3)
    body = body_at(poses, motion, look.build)
    figure = draw_list(body, CAMERA, look, eyes=0.0)
    return window_of((body,), CAMERA, look), mat_drawing(CAMERA), figure


def paint_resting(painter: QPainter, rect: QRectF, poses: Poses, look: Look, theme: Theme) -> None:
    """Paints the figure as large as it fits into `rect`; its mat may reach beyond."""
    window, mat, figure = _drawn(poses, look)
    palette = palette_for(look, theme.dark, theme.colours)
    for drawing in (mat, figure):
        paint_drawing(painter, drawing, palette, rect, window)


def proportion(poses: Poses, look: Look) -> float:
    """Height to width of the resting figure."""
    left, bottom, right, top = _drawn(poses, look)[0]
    return (top - bottom) / (right - left)
