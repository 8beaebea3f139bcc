"""What of the figure is seen, in pixels of its stage."""

from backstretch.figure.blend import body_at
from backstretch.figure.drawing import Box, box_of
from backstretch.figure.outline.figure_drawing import draw_list
from backstretch.paint.drawing_painter import fit
from backstretch.session.moment import Moment
from backstretch.ui.practice.stage.framing import Shot
from backstretch.ui.practice.stage.stage import Stage


def seen(stage: Stage, moment: Moment, shot: Shot | None = None) -> Box:
    """The figure's left, top, right and bottom in pixels of the stage, without light and shadow.
    `shot` is where the camera is, if not as the stage itself has it."""
    boxes = parts_seen(stage, moment, shot)
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    return min(lefts), min(tops), max(rights), max(bottoms)


def parts_seen(stage: Stage, moment: Moment, shot: Shot | None = None) -> list[Box]:
    """The same of each shape that the figure is made of."""
    show = stage.demonstrator
    shot = shot or show.shot(moment)
    body = body_at(show.poses, moment.motion, show.look.build)
    drawing = draw_list(body, shot.camera, show.look, shadow=False)
    scale, x, y = fit(shot.box, stage.figure_rect)
    found = []
    for shape in drawing.shapes:
        if shape.kind == "fill" and not shape.role.endswith("-shade"):
            left, bottom, right, top = box_of((shape,))
            place = x + left * scale, y - top * scale, x + right * scale, y - bottom * scale
            found.append(place)
    return found
