"""Drawings as an SVG file of plain paths."""

from collections.abc import Sequence

from backstretch.figure.drawing import Box, Drawing, Loop, Shape, union
from backstretch.paint.colours import Palette

_UNIT = 1000.0
"""Units of the file per body height."""
_FADE = ((0.0, 1.0), (0.35, 0.78), (0.7, 0.26), (1.0, 0.0))


def svg_text(
    drawings: Sequence[Drawing],
    palette: Palette,
    size: tuple[int, int],
    window: Box | None = None,
    background: bool = True,
) -> str:
    """The text of the file. All of `window` is shown, centred in `size` pixels."""
    box = window
    for drawing in drawings:
        box = box if window else drawing.box if box is None else union(box, drawing.box)
    left, top, wide, high = _view(box or (0.0, 0.0, 1.0, 1.0), size)
    lines = [
        '<svg xmlns="http://www.w3.org/2000/svg" '
        f'width="{size[0]}" height="{size[1]}" viewBox="{left:g} {top:g} {wide:g} {high:g}">'
    ]
    if background:
        colour = palette.colour("stage").name()
        lines.append(
            f'<rect x="{left:g}" y="{top:g}" width="{wide:g}" height="{high:g}" fill="{colour}"/>'
        )
    shapes = [shape for drawing in drawings for shape in drawing.shapes]
    lines += [_element(shape, palette, number) for number, shape in enumerate(shapes)]
    return "\n".join([*lines, "</svg>", ""])


def _view(box: Box, size: tuple[int, int]) -> tuple[float, float, float, float]:
    left, bottom, right, top = (edge * _UNIT for edge in box)
    scale = max((right - left) / size[0], (top - bottom) / size[1])
    wide, high = size[0] * scale, size[1] * scale
    return ((left + right - wide) / 2, -(top + bottom) / 2 - high / 2, wide, high)


def _element(shape: Shape, palette: Palette, number: int) -> str:
    if shape.kind == "glow":
        return _glow(shape, palette, number)
    colour = palette.colour(shape.role, shape.tone).name()
    clear = f' opacity="{shape.alpha:.3g}"' if shape.alpha < 1 else ""
    path = " ".join(_path(loop, shape.kind == "fill") for loop in shape.loops)
    if shape.kind == "fill":
        if shape.fade:
            return f'{_fade(shape, palette, number)}<path fill="url(#g{number})" d="{path}"/>'
        return f'<path fill="{colour}"{clear} d="{path}"/>'
    return (
        f'<path fill="none" stroke="{colour}" stroke-width="{shape.width * _UNIT:.4g}" '
        f'stroke-linecap="round" stroke-linejoin="round"{clear} d="{path}"/>'
    )


def _path(loop: Loop, closed: bool) -> str:
    numbers = [f"{value * _UNIT * (-1 if i % 2 else 1):.1f}" for i, value in enumerate(loop)]
    return f"M{' '.join(numbers[:2])}C{' '.join(numbers[2:])}{'Z' if closed else ''}"


def _fade(shape: Shape, palette: Palette, number: int) -> str:
    x, y, to_x, to_y = (value * _UNIT for value in shape.fade or (0.0, 0.0, 0.0, 0.0))
    return (
        f'<linearGradient id="g{number}" gradientUnits="userSpaceOnUse" '
        f'x1="{x:.1f}" y1="{-y:.1f}" x2="{to_x:.1f}" y2="{-to_y:.1f}">'
        f'<stop stop-color="{palette.colour(shape.role).name()}"/>'
        f'<stop offset="1" stop-color="{palette.colour(shape.role, shape.tone).name()}"/>'
        "</linearGradient>"
    )


def _glow(shape: Shape, palette: Palette, number: int) -> str:
    x, y, ax, ay, bx, by = (value * _UNIT for value in shape.loops[0])
    matrix = f"matrix({ax:.4g} {-ay:.4g} {bx:.4g} {-by:.4g} {x:.5g} {-y:.5g})"
    colour = palette.colour(shape.role).name()
    stops = "".join(
        f'<stop offset="{at:g}" stop-color="{colour}" stop-opacity="{shape.alpha * part:.3g}"/>'
        for at, part in _FADE
    )
    return (
        f'<radialGradient id="g{number}" gradientUnits="userSpaceOnUse" cx="0" cy="0" r="1">'
        f'{stops}</radialGradient><circle r="1" transform="{matrix}" fill="url(#g{number})"/>'
    )
