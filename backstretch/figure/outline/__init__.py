"""The figure as a drawing: a solved body, seen by a camera, wearing a look.

    draw_list(body, camera, look, works=("glutes",), glow=0.6) -> Drawing   # figure and shadow
    mat_drawing(camera) -> Drawing                                          # the mat, cacheable
    ghost_drawing(body, camera, look) -> Drawing                            # a pose to come

A `Drawing` has shapes in colour roles, back to front, in body heights (x right, y up); the
roles are "skin", "hair", "top", "legs" (each with "-shade"), "hair-light", "line", "lips",
"blush", "shadow", "glow", "ghost", "arrow", "mat", "mat-edge" and "mat-line".
"""

from backstretch.figure.outline.figure_drawing import draw_list, ghost_drawing
from backstretch.figure.outline.mat import MAT, mat_drawing

__all__ = ["MAT", "draw_list", "ghost_drawing", "mat_drawing"]
