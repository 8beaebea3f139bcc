"""Paints drawings with QPainter: the stage, pictures, pages. Qt, but no widgets.

    palette = palette_for(look, dark=False)                  # roles to colours; keep it
    paint_drawing(painter, drawing, palette, rect, window)   # one frame
    image = render((mat, figure), palette, QSize(480, 320), window, background=True)

`window` is the part of the picture to fit into `rect` (`figure.view_box.window_of`), in body
heights; None fits the drawing itself.
"""

from backstretch.paint.colours import Palette, palette_for
from backstretch.paint.drawing_painter import changed_rect, dirty_rect, paint_drawing
from backstretch.paint.picture import render

__all__ = ["Palette", "changed_rect", "dirty_rect", "paint_drawing", "palette_for", "render"]
