"""From the world to the picture: a camera's axes, ready to project with."""

from dataclasses import dataclass
from math import cos, radians, sin

from backstretch.figure.body import Vector
from backstretch.figure.camera import Camera

Spot = tuple[float, float, float]
"""A projected point: x to the right, y up, and depth (larger is nearer to the viewer)."""


@dataclass(frozen=True, slots=True)
class View:
    """Unit vectors of the picture in the world: to the right, upwards, and towards the viewer."""

    right: Vector
    up: Vector
    near: Vector

    def spot(self, at: Vector) -> Spot:
        """The point as the camera sees it."""
        x, y, z = at
        rx, ry, rz = self.right
        ux, uy, uz = self.up
        nx, ny, nz = self.near
        return (
            x * rx + y * ry + z * rz,
            x * ux + y * uy + z * uz,
            x * nx + y * ny + z * nz,
        )


def view_of(camera: Camera) -> View:
    """The axes of an orthographic camera; a mirrored one swaps left and right in the picture."""
    yaw, pitch = radians(camera.yaw), radians(camera.pitch)
    cy, sy, cp, sp = cos(yaw), sin(yaw), cos(pitch), sin(pitch)
    hand = -1.0 if camera.mirrored else 1.0
    return View(
        right=(-sy * hand, cy * hand, 0.0),
        up=(-cy * sp, -sy * sp, cp),
        near=(cy * cp, sy * cp, sp),
    )
