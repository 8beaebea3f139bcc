"""A figure that faces the user moves as in a mirror, as a teacher in front of a class does."""

from math import cos, radians

from backstretch.figure.body import Side
from backstretch.figure.camera import Camera
from backstretch.session.moment import Moment
from backstretch.session.starting_side import OTHER

FACES_WITHIN_DEGREES = 45.0
"""Turned further away than this the figure is seen from the side or the back."""
_TELLS_SIDES = cos(radians(FACES_WITHIN_DEGREES))
_TELLS_SWAY = 0.1


def faces(yaw: float) -> bool:
    """True if a figure seen from `yaw` degrees faces the user."""
    return abs((yaw + 180) % 360 - 180) < FACES_WITHIN_DEGREES


def camera_at(yaw: float, pitch: float, *, mirrored: bool) -> Camera:
    """The camera that shows the figure turned by `yaw` degrees; if `mirrored`, the figure turned
    just so, but doing everything with its other side."""
    # A flipped picture of the body from the opposite yaw is that of the flipped body.
    return Camera(-yaw, pitch, mirrored=True) if mirrored else Camera(yaw, pitch)


def yaw_of(camera: Camera) -> float:
    """The `yaw` of `camera_at`, in degrees."""
    return -camera.yaw if camera.mirrored else camera.yaw


def remade(camera: Camera, *, mirrored: bool) -> Camera:
    """The camera from the same place, with the figure flipped or not."""
    return camera_at(yaw_of(camera), camera.pitch, mirrored=mirrored)


def side_on_screen(side: Side, yaw: float, *, mirrored: bool, sways: bool) -> Side:
    """Where on the screen the figure does what the user does on `side`. `sways`: the whole body
    leans that way, which is seen from almost everywhere. Seen from beside it, where neither side
    can be told, it is the user's own."""
    rightward = cos(radians(yaw))
    if abs(rightward) < (_TELLS_SWAY if sways else _TELLS_SIDES):
        return side
    acting = OTHER[side] if mirrored else side
    return OTHER[acting] if rightward > 0 else acting


class Mirror:
    """Whether the figure is mirrored now. That is settled as a rep begins, by what is `wanted`
    then and by the side the figure is seen from, and holds until the next one."""

    def __init__(self) -> None:
        self.wanted = True
        self.on = False
        self._rep: tuple[int, int | None] | None = None
        self._index = -1

    def follow(self, moment: Moment, yaw: float) -> None:
        """`yaw` is where the moment's move is seen from, in degrees."""
        rep = (moment.phase.move, moment.phase.rep)
        begins = rep != self._rep or moment.index < self._index
        gliding = self._rep is not None and moment.motion.leaving is not None
        self._rep, self._index = rep, moment.index
        # A figure on its way from elsewhere may be leaning to a side, which must not change.
        if begins and not gliding:
            self.on = self.wanted and faces(yaw)
