"""Plain tuples as vectors, rotations as three axes (columns) or unit quaternions (w, x, y, z)."""

from math import cos, radians, sin, sqrt

from backstretch.figure.body import Vector

Axes = tuple[Vector, Vector, Vector]
"""The images of x, y and z: a figure's forward, left and up."""
Quaternion = tuple[float, float, float, float]


_NOTHING = 1e-9


def add(a: Vector, b: Vector) -> Vector:
    """The sum of two vectors."""
    return (a[0] + b[0], a[1] + b[1], a[2] + b[2])


def subtract(a: Vector, b: Vector) -> Vector:
    """The vector from `b` to `a`."""
    return (a[0] - b[0], a[1] - b[1], a[2] - b[2])


def scaled(a: Vector, k: float) -> Vector:
    """`a` times `k`."""
    return (a[0] * k, a[1] * k, a[2] * k)


def along(a: Vector, direction: Vector, k: float) -> Vector:
    """`a` moved by `k` times `direction`."""
    return (a[0] + direction[0] * k, a[1] + direction[1] * k, a[2] + direction[2] * k)


def mixed(a: Vector, b: Vector, weight: float) -> Vector:
    """`a` at weight 0, `b` at weight 1."""
    return (
        a[0] + (b[0] - a[0]) * weight,
        a[1] + (b[1] - a[1]) * weight,
        a[2] + (b[2] - a[2]) * weight,
    )


def dot(a: Vector, b: Vector) -> float:
    """The dot product."""
    return a[0] * b[0] + a[1] * b[1] + a[2] * b[2]


def cross(a: Vector, b: Vector) -> Vector:
    """The cross product; right-handed, like the world's axes."""
    return (
        a[1] * b[2] - a[2] * b[1],
        a[2] * b[0] - a[0] * b[2],
        a[0] * b[1] - a[1] * b[0],
    )


def length(a: Vector) -> float:
    """The length of a vector."""
    return sqrt(a[0] * a[0] + a[1] * a[1] + a[2] * a[2])


def distance(a: Vector, b: Vector) -> float:
    """The distance between two points."""
    return length(subtract(a, b))


def unit(a: Vector) -> Vector:
    """The same direction with length 1; the zero vector has none, and points up."""
    size = length(a)
    if size < _NOTHING:
        return (0.0, 0.0, 1.0)
    k = 1.0 / size
    return (a[0] * k, a[1] * k, a[2] * k)


def across(a: Vector, axis: Vector) -> Vector:
    """The unit part of `a` at right angles to the unit vector `axis`; any such direction where
    `a` lies along it."""
    k = dot(a, axis)
    rest = (a[0] - axis[0] * k, a[1] - axis[1] * k, a[2] - axis[2] * k)
    if length(rest) < _NOTHING:
        rest = (-axis[2], 0.0, axis[0]) if abs(axis[1]) < 0.9 else (0.0, axis[2], -axis[1])
    return unit(rest)


def placed(axes: Axes, local: Vector) -> Vector:
    """A vector given in `axes`, in the world."""
    x, y, z = axes
    a, b, c = local
    return (
        x[0] * a + y[0] * b + z[0] * c,
        x[1] * a + y[1] * b + z[1] * c,
        x[2] * a + y[2] * b + z[2] * c,
    )


def within(axes: Axes, world: Vector) -> Vector:
    """A world vector as seen in `axes`."""
    return (dot(axes[0], world), dot(axes[1], world), dot(axes[2], world))


def turned(axes: Axes, flexion: float, side: float, twist: float) -> Axes:
    """`axes` bent forward, towards its left and turned to its left, by degrees."""
    x, y, z = axes
    if flexion:
        c, s = cos(radians(flexion)), sin(radians(flexion))
        x, z = _spun(x, z, c, -s), _spun(z, x, c, s)
    if side:
        c, s = cos(radians(side)), sin(radians(side))
        y, z = _spun(y, z, c, -s), _spun(z, y, c, s)
    if twist:
        c, s = cos(radians(twist)), sin(radians(twist))
        x, y = _spun(x, y, c, s), _spun(y, x, c, -s)
    return (x, y, z)


def _spun(a: Vector, b: Vector, c: float, s: float) -> Vector:
    return (a[0] * c + b[0] * s, a[1] * c + b[1] * s, a[2] * c + b[2] * s)


def axes_towards(forward: Vector, up: Vector) -> Axes:
    """Axes whose first lies along `forward` and whose third is as near `up` as it can be."""
    x = unit(forward)
    z = across(up, x)
    return (x, cross(z, x), z)


def quaternion(axes: Axes) -> Quaternion:
    """The rotation that takes the world's axes to `axes`."""
    (a, d, g), (b, e, h), (c, f, i) = axes
    trace = a + e + i
    if trace > 0:
        s = 0.5 / sqrt(trace + 1.0)
        return (0.25 / s, (h - f) * s, (c - g) * s, (d - b) * s)
    if a > e and a > i:
        s = 2.0 * sqrt(1.0 + a - e - i)
        return ((h - f) / s, 0.25 * s, (b + d) / s, (c + g) / s)
    if e > i:
        s = 2.0 * sqrt(1.0 + e - a - i)
        return ((c - g) / s, (b + d) / s, 0.25 * s, (f + h) / s)
    s = 2.0 * sqrt(1.0 + i - a - e)
    return ((d - b) / s, (c + g) / s, (f + h) / s, 0.25 * s)


def axes_of(q: Quaternion) -> Axes:
    """The axes of a quaternion of any length; the world's own for none."""
    w, x, y, z = q
    n = 2.0 / (w * w + x * x + y * y + z * z or 1.0)
    xx, yy, zz = x * x * n, y * y * n, z * z * n
    xy, xz, yz = x * y * n, x * z * n, y * z * n
    wx, wy, wz = w * x * n, w * y * n, w * z * n
    return (
        (1 - yy - zz, xy + wz, xz - wy),
        (xy - wz, 1 - xx - zz, yz + wx),
        (xz + wy, yz - wx, 1 - xx - yy),
    )


def relative(axes: Axes, base: Axes) -> Axes:
    """`axes` as seen in `base`."""
    return (within(base, axes[0]), within(base, axes[1]), within(base, axes[2]))


def composed(base: Axes, local: Axes) -> Axes:
    """`local`, given in `base`, in the world."""
    return (placed(base, local[0]), placed(base, local[1]), placed(base, local[2]))
