"""Nothing dips under the floor."""

_SOFTNESS = 0.012


def clearance(height: float, softness: float = _SOFTNESS) -> float:
    """How far to raise what is free to move and whose lowest point lies at `height`.

    0 well above the floor, the whole depth well below it, and smooth in between.
    """
    if height >= softness:
        return 0.0
    if height <= -softness:
        return -height
    return (softness - height) ** 2 / (4.0 * softness)
