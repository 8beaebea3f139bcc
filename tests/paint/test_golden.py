"""Every key pose, from three sides and in both themes, looks as a person last approved it.

Tolerance: antialiasing differs a little between platforms and Qt versions, so that a picture may
differ by 0.6 % of full scale on average, and in 0.4 % of its pixels by more than a fifth of it
(a figure without hands is further off than that).
"""

from collections import Counter

import pytest
from PySide6.QtGui import QImage, QPainter

from backstretch.figure.outline import limbparts
from backstretch.figure.poses import load_poses
from backstretch.routine.shelf import shelf
from tests.paint.pictures import VIEWS, cells, cut, file_of, kept_bodies

MEAN_DIFFERENCE = 0.006
FAR_OFF = 0.2
SHARE_FAR_OFF = 0.004


def difference(one: QImage, other: QImage) -> tuple[float, float]:
    """Mean difference (0..1), and the share of pixels that are far off."""
    assert one.size() == other.size()
    form = QImage.Format.Format_RGB888
    apart = one.convertToFormat(QImage.Format.Format_RGB32)
    painter = QPainter(apart)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Difference)
    painter.drawImage(0, 0, other)
    painter.end()
    apart = apart.convertToFormat(form)
    wide, high = apart.width(), apart.height()
    off = b"".join(
        bytes(apart.constBits()[y * apart.bytesPerLine() :][: wide * 3]) for y in range(high)
    )
    total = sum(value * count for value, count in Counter(off).items())
    # One bit for each pixel of which any colour is far off.
    marked = off.translate(bytes(value > FAR_OFF * 255 for value in range(256)))
    red, green, blue = (int.from_bytes(marked[colour::3], "big") for colour in range(3))
    return total / 255 / len(off), (red | green | blue).bit_count() / (wide * high)


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("view", VIEWS)
def test_key_poses_look_as_they_did(view: str, dark: bool) -> None:
    golden = QImage(str(file_of(view, dark)))
    assert not golden.isNull()
    bodies = kept_bodies()
    worst = {}
    for index, (name, picture) in enumerate(zip(bodies, cells(bodies, view, dark), strict=True)):
        mean, far = difference(picture, cut(golden, index))
        if mean > MEAN_DIFFERENCE or far > SHARE_FAR_OFF:
            worst[name] = (round(mean, 4), round(far, 4))
    assert not worst


def test_a_figure_without_hands_would_be_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    limbparts.arm_parts.cache_clear()
    monkeypatch.setattr(limbparts, "hand_loops", lambda *_: ())
    bodies = kept_bodies()
    golden = QImage(str(file_of("front", False)))
    off = [
        difference(picture, cut(golden, index))
        for index, picture in enumerate(cells(bodies, "front", False))
    ]
    limbparts.arm_parts.cache_clear()
    noticed = sum(mean > MEAN_DIFFERENCE or far > SHARE_FAR_OFF for mean, far in off)
    assert noticed > len(off) / 2


def test_every_pose_that_a_shipped_move_names_has_golden_pictures() -> None:
    named = {
        pose
        for entry in shelf(load_poses()).routines
        for move in entry.routine.moves
        for step in (move.setup, *move.opening, *move.rep, *move.last)
        for pose in (move.begins, move.ends, step.pose)
    }
    assert named <= set(kept_bodies())
