"""Where the viewer stands: an orthographic camera."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Camera:
    """`yaw` in degrees counter-clockwise round the figure seen from above: 0 faces a seated figure,
    -90 sees its right side (it then faces to the picture's right). `pitch` in degrees above the
    floor. `mirrored` flips the picture left to right."""

    yaw: float
    pitch: float
    mirrored: bool = False
