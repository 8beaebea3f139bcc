"""The drawing without colours: complete, in order, steady, and the same person from every side."""

from dataclasses import replace
from itertools import pairwise
from math import atan2, degrees, hypot, inf

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backstretch.figure.arrows import arrows
from backstretch.figure.blend import body_at
from backstretch.figure.body import Body
from backstretch.figure.camera import Camera
from backstretch.figure.drawing import Drawing, Shape
from backstretch.figure.look import look_of, looks
from backstretch.figure.motion import Motion, Place, Stop, Way
from backstretch.figure.outline import MAT, draw_list, ghost_drawing, mat_drawing
from backstretch.figure.outline.glow import PARTS
from backstretch.figure.outline.limb import Wear, limb_halves
from backstretch.figure.outline.loops import circle, smooth
from backstretch.figure.outline.order import Part, back_to_front
from backstretch.figure.outline.stations import arm_stations, leg_stations
from backstretch.figure.outline.view import view_of
from backstretch.figure.view_box import window_of
from backstretch.routine.shelf import shelf
from tests.figure import measures
from tests.figure.conftest import shipped

LOOK = looks()[0]
SIDE = Camera(-80, 10)
ANGLES = st.builds(Camera, st.floats(-360, 360), st.floats(-90, 90), st.booleans())


def body(pose: str, fullness: float = 0.5) -> Body:
    way = Way((Stop(0.0, pose),))
    return body_at(shipped(), Motion(Place(way, 0.0), fullness=fullness), LOOK.build)


POSES = [body(name) for name in ("butterfly", "bend-right", "arch", "lifted", "child", "cobra")]


def numbers(drawing: Drawing) -> list[float]:
    return [n for shape in drawing.shapes for loop in shape.loops for n in loop]


def roles(drawing: Drawing) -> list[str]:
    return [shape.role for shape in drawing.shapes]


def first(drawing: Drawing, role: str) -> Shape:
    return next(shape for shape in drawing.shapes if shape.role == role)


@given(camera=ANGLES, index=st.integers(0, len(POSES) - 1), look=st.sampled_from(looks()))
def test_every_angle_gives_a_whole_figure(camera: Camera, index: int, look) -> None:
    drawing = draw_list(POSES[index], camera, look, tuple(PARTS), 1.0)
    # Short hair is all behind the face for whoever looks straight at it (`hair_cap`).
    always = {"skin", "top", "legs"} | ({"hair"} if look.hair != "short" else set())
    assert always <= set(roles(drawing))
    assert all(abs(number) < 2 for number in numbers(drawing))
    left, bottom, right, top = drawing.box
    for shape in drawing.shapes:
        assert shape.loops
        if shape.kind == "glow":
            continue
        for loop in shape.loops:
            assert (len(loop) - 2) % 6 == 0
            assert left - 0.02 <= min(loop[::2])
            assert max(loop[::2]) <= right + 0.02
            assert bottom - 0.02 <= min(loop[1::2])
            assert max(loop[1::2]) <= top + 0.02


@given(camera=ANGLES, index=st.integers(0, len(POSES) - 1))
def test_a_mirrored_camera_flips_the_picture(camera: Camera, index: int) -> None:
    one = view_of(camera)
    other = view_of(replace(camera, mirrored=not camera.mirrored))
    for place in (POSES[index].head.at, POSES[index].left.wrist):
        x, y, depth = one.spot(place)
        assert other.spot(place) == pytest.approx((-x, y, depth))


@pytest.mark.parametrize("look", looks(), ids=lambda look: look.name)
def test_the_face_is_seen_from_the_front_and_side_and_not_from_behind(look) -> None:
    seated = body("butterfly")
    for yaw in (0, -60, 60, -90):
        assert "lips" in roles(draw_list(seated, Camera(yaw, 10), look))
    for yaw in (180, 150, -150):
        assert "lips" not in roles(draw_list(seated, Camera(yaw, 10), look))


@pytest.mark.parametrize(
    "pose", ["butterfly", "hands-behind", "bend-right", "arch", "arch-gentle", "cobra", "kick-left"]
)
def test_eyes_are_open_where_one_looks_ahead_or_up(pose: str) -> None:
    head = body(pose).head
    ahead = degrees(atan2(head.forward[1], head.forward[0]))
    camera = Camera(ahead, 90.0 if head.forward[2] > 0.9 else 5.0)
    for look in looks():
        opened = draw_list(body(pose), camera, look, shadow=False)
        shut = draw_list(body(pose), camera, look, shadow=False, eyes=0.0)
        assert pupils(opened) == 2, look.name
        assert pupils(shut) == 0, look.name


def pupils(drawing: Drawing) -> int:
    return sum(shape.role == "line" and shape.kind == "fill" for shape in drawing.shapes)


@pytest.mark.parametrize("look", looks(), ids=lambda look: look.name)
def test_limbs_grow_thinner_without_a_lump_from_shoulder_to_wrist(look) -> None:
    radii = [radius for at, radius, _ in arm_stations(look.build, look.sleeve).places if at <= 1]
    assert all(a > b for a, b in pairwise(radii))
    steps = [
        (b[1] - a[1]) / (b[0] - a[0])
        for a, b in pairwise(arm_stations(look.build, look.sleeve).places)
    ]
    assert all(abs(step) < 0.02 for step in steps)


def test_thigh_and_shank_are_told_apart_where_they_are_folded_in_the_seat() -> None:
    def seams(pose: str, yaw: float) -> int:
        shapes = draw_list(body(pose), Camera(yaw, 10), LOOK, shadow=False).shapes
        return sum(s.kind == "line" and s.role == "legs-shade" for s in shapes)

    assert seams("butterfly", 0) == 4 + seams("cobra", -75)


def test_hands_and_feet_have_an_edge_where_they_lie_upon_one_another() -> None:
    def rims(pose: str) -> int:
        shapes = draw_list(body(pose), Camera(-25, 10), LOOK, shadow=False).shapes
        return sum(s.kind == "line" and s.role == "skin-shade" and s.width < 0.0035 for s in shapes)

    assert rims("butterfly") == 3 + rims("cobra"), "both hands, and one sole on the other"
    assert rims("hands-behind") == 1 + rims("cobra")


def points_of(loop: tuple[float, ...]) -> list[tuple[float, float]]:
    """Points along the curves of an outline."""
    found = []
    for i in range(2, len(loop), 6):
        (ax, ay, bx, by, cx, cy, dx, dy) = loop[i - 2 : i + 6]
        for step in range(12):
            t, s = step / 12, 1 - step / 12
            p, q, r, w = s * s * s, 3 * s * s * t, 3 * s * t * t, t * t * t
            found.append((p * ax + q * bx + r * cx + w * dx, p * ay + q * by + r * cy + w * dy))
    return found


@pytest.mark.parametrize("look", looks(), ids=lambda look: look.name)
def test_a_profile_has_a_nose_lips_and_a_chin(look) -> None:
    seated = body("butterfly")
    view = view_of(Camera(-90, 0))
    x, y, _ = view.spot(seated.head.at)
    (fx, fy, _), (ux, uy, _) = view.spot(seated.head.forward), view.spot(seated.head.up)
    size = look.build.head[2] / 0.068
    skin = [
        point
        for shape in draw_list(seated, Camera(-90, 0), look, shadow=False).shapes
        if shape.role in ("skin", "skin-shade") and shape.kind == "fill"
        for loop in shape.loops
        for point in points_of(loop)
    ]
    placed = [
        (((px - x) * fx + (py - y) * fy) / size, ((px - x) * ux + (py - y) * uy) / size)
        for px, py in skin
    ]

    def reach(high: float) -> float:
        return max(forward for forward, up in placed if abs(up - high) < 0.0015)

    root, tip, lip = reach(0.006), reach(-0.0185), reach(-0.0435)
    under_nose, under_lip, chin = reach(-0.034), reach(-0.0550), reach(-0.0605)
    assert tip > root + 0.008
    assert tip > lip + 0.012
    assert lip > under_nose - 0.001
    assert lip > under_lip + 0.001
    assert chin > under_lip


@pytest.mark.parametrize("look", looks(), ids=lambda look: look.name)
def test_the_far_eye_fades_behind_the_nose(look) -> None:
    def lids(yaw: float) -> list[float]:
        shapes = draw_list(body("butterfly"), Camera(yaw, 5), look, shadow=False).shapes
        return [
            s.alpha for s in shapes if s.role == "line" and s.kind == "line" and s.width > 0.0032
        ]

    assert lids(0) == [1.0, 1.0]
    assert len(lids(-65)) == 1
    assert 0 < min(lids(-35)) < 1


def test_no_face_is_seen_upside_down_where_the_forehead_rests_on_the_floor() -> None:
    for pose in ("child", "prone"):
        for yaw in range(-180, 180, 15):
            drawn = roles(draw_list(body(pose), Camera(yaw, 10), LOOK))
            assert "lips" not in drawn, f"{pose} from {yaw}"
            assert "line" not in drawn
    assert "lips" in roles(draw_list(body("round"), Camera(-90, 2), LOOK))


def test_the_back_has_no_step_from_the_ribs_to_the_shoulders_in_childs_pose() -> None:
    for look in looks():
        drawing = draw_list(body("child"), Camera(-90, 0), look, shadow=False)
        loops = [
            loop
            for shape in drawing.shapes
            if shape.role in ("top", "legs") and shape.kind == "fill"
            for loop in shape.loops
        ]
        back = measures.upper_edge(loops, -0.20, 0.04)
        slopes = [b[1] - a[1] for a, b in pairwise(back)]
        for one, other in pairwise(slopes):
            assert abs(other - one) < 0.004, look.name


def test_the_nearer_arm_lies_over_the_trunk_and_the_farther_one_under_it() -> None:
    def places(camera: Camera) -> tuple[list[int], int]:
        """Where in the order the sleeves (tops with a tone or without) and the shirt come."""
        drawing = draw_list(body("cobra"), camera, LOOK, shadow=False)
        fills = [s for s in drawing.shapes if s.kind == "fill" and s.role == "top"]
        shirt = max(fills, key=lambda shape: len(shape.loops))
        return [i for i, shape in enumerate(fills) if shape is not shirt], fills.index(shirt)

    for yaw in (-80, 80):
        sleeves, shirt = places(Camera(yaw, 10))
        assert min(sleeves) < shirt < max(sleeves)


def test_farther_limbs_are_darker() -> None:
    drawing = draw_list(body("cobra"), SIDE, LOOK)
    tones = [shape.tone for shape in drawing.shapes if shape.role == "skin"]
    assert min(tones) == 0
    assert max(tones) > 0.3


def test_where_two_parts_overlap_the_nearer_comes_later() -> None:
    near = Part("near", (), [(0.0, 0.0, 0.3, 0.1), (3.0, 0.0, -9.0, 0.1)], (0, 0, 0, 0))
    far = Part("far", (), [(0.05, 0.0, 0.0, 0.1)], (0, 0, 0, 0))
    for parts in ((near, far), (far, near)):
        assert [part.name for part in back_to_front(parts)] == ["far", "near"]
    fixed = [("near", "far")]
    assert [part.name for part in back_to_front((near, far), fixed)] == ["near", "far"]


def test_parts_that_overlap_in_a_ring_are_all_painted() -> None:
    def part(name: str, *mass: tuple[float, float, float, float]) -> Part:
        return Part(name, (), mass, (0, 0, 0, 0))

    ring = (
        part("a", (0, 0, 1, 0.1), (1, 0, 0, 0.1)),
        part("b", (1, 0, 1, 0.1), (2, 0, 0, 0.1)),
        part("c", (2, 0, 1, 0.1), (0, 0, 0, 0.1)),
    )
    assert sorted(found.name for found in back_to_front(ring)) == ["a", "b", "c"]


def test_a_breath_widens_the_chest() -> None:
    def breadth(fullness: float) -> float:
        shirt = [
            shape
            for shape in draw_list(body("butterfly", fullness), SIDE, LOOK).shapes
            if shape.role == "top" and shape.kind == "fill"
        ]
        loops = max(shirt, key=lambda shape: len(shape.loops)).loops[0]
        return max(loops[::2]) - min(loops[::2])

    assert breadth(1.0) > breadth(0.0) + 0.006


def test_what_works_glows_and_the_shipped_moves_name_only_what_can() -> None:
    for routine in (entry.routine for entry in shelf(shipped()).routines):
        for move in routine.moves:
            for step in (move.setup, *move.opening, *move.rep, *move.last):
                assert {*step.works, *step.lengthens} <= PARTS
    for name in sorted(PARTS):
        seen = [
            draw_list(body("cobra"), Camera(yaw, 25), LOOK, (name,), 1.0) for yaw in (0, 90, 180)
        ]
        assert any("glow" in roles(drawing) for drawing in seen), name
    assert "glow" not in roles(draw_list(body("cobra"), SIDE, LOOK, ("glutes",), 0.0))
    assert "glow" not in roles(draw_list(body("cobra"), SIDE, LOOK, ("left-eyebrow",), 1.0))


def test_what_lengthens_glows_in_a_colour_of_its_own() -> None:
    drawing = draw_list(body("cobra"), SIDE, LOOK, ("glutes",), 0.6, lengthens=("chest",))
    assert {"glow", "glow-long"} <= set(roles(drawing))


def test_the_belly_does_not_glow_through_the_back() -> None:
    drawing = draw_list(body("butterfly"), Camera(180, 5), LOOK, ("belly",), 1.0)
    assert all(shape.alpha < 0.05 for shape in drawing.shapes if shape.role == "glow")


@pytest.mark.parametrize(
    ("begin", "end"), [("round", "arch"), ("prone", "lifted"), ("child", "cobra")]
)
def test_the_picture_moves_without_a_jump(begin: str, end: str) -> None:
    """A shirt's outline moves no more than a few times the average step from frame to frame."""
    way = shipped().way(begin, end)
    before, steps = None, []
    for index in range(121):
        now = body_at(shipped(), Motion(Place(way, index / 120)), LOOK.build)
        shirt = next(
            shape
            for shape in draw_list(now, Camera(-70, 10), LOOK).shapes
            if shape.role == "top" and shape.tone == 0 and len(shape.loops) > 1
        )
        box = (min(shirt.loops[0][::2]), max(shirt.loops[0][1::2]))
        if before:
            steps.append(hypot(box[0] - before[0], box[1] - before[1]))
        before = box
    assert max(steps) < 0.02


def test_the_ghost_is_one_silhouette() -> None:
    ghost = ghost_drawing(body("cobra"), SIDE, LOOK)
    assert roles(ghost) == ["ghost"]
    assert 0 < ghost.shapes[0].alpha < 1


def test_arrows_follow_what_moves_and_nothing_else() -> None:
    way = shipped().way("cobra", "kick-right")
    bodies = [body_at(shipped(), Motion(Place(way, i / 6)), LOOK.build) for i in range(7)]
    drawing = arrows(bodies, SIDE)
    shafts = [shape for shape in drawing.shapes if shape.kind == "line"]
    assert len(shafts) == 1
    tip = max(
        (shape for shape in drawing.shapes if shape.kind == "fill"),
        key=lambda shape: len(shape.loops),
    )
    x, y, _ = view_of(SIDE).spot(bodies[-1].right.ankle)
    assert hypot(tip.loops[0][0] - x, tip.loops[0][1] - y) < 0.01
    assert arrows([bodies[0], bodies[0]], SIDE).shapes == ()


@pytest.mark.parametrize("pose", shipped().names)
def test_the_window_holds_the_figure(pose: str) -> None:
    for look in looks():
        for camera in (SIDE, Camera(-20, 15), Camera(150, 40)):
            left, bottom, right, top = window_of((body(pose),), camera, look)
            drawn = draw_list(body(pose), camera, look, shadow=False).box
            assert left < drawn[0]
            assert bottom < drawn[1]
            assert drawn[2] < right
            assert drawn[3] < top


def test_seat_knees_and_feet_are_on_the_mat() -> None:
    begin, end, half = MAT
    for pose in POSES:
        for x, y, _ in (pose.pelvis.at, pose.head.at, pose.left.ankle, pose.right.ankle):
            assert begin < x < end
            assert -half < y < half


def test_the_mat_has_a_thickness_towards_the_viewer() -> None:
    drawing = mat_drawing(Camera(-60, 15))
    edge, top = first(drawing, "mat-edge"), first(drawing, "mat")
    assert min(edge.loops[0][1::2]) < min(top.loops[0][1::2]) - 0.005
    assert max(edge.loops[0][1::2]) == pytest.approx(max(top.loops[0][1::2]), abs=1e-6)


def test_curves_are_smooth_but_for_points_given_twice() -> None:
    loop = smooth([(1, 0), (0, 1), (-1, 0), (0, -1)])
    turns = _turns(loop)
    assert max(turns) < 1e-6
    cornered = smooth([(1, 0), (1, 0), (0, 1), (-1, 0), (0, -1)])
    assert max(_turns(cornered)) > 0.3
    assert max(_turns(circle(0, 0, 1))) < 1e-6


def _turns(loop: tuple[float, ...]) -> list[float]:
    """How much the direction jumps at each point that two cubics share."""
    curves = [loop[i : i + 6] for i in range(2, len(loop), 6)]
    found = []
    for before, after in zip(curves, curves[1:] + curves[:1], strict=True):
        x, y = before[4], before[5]
        a, b = (x - before[2], y - before[3]), (after[0] - x, after[1] - y)
        length = hypot(*a) * hypot(*b)
        found.append(abs(a[0] * b[1] - a[1] * b[0]) / length if length > 1e-12 else inf)
    return found


def test_an_unknown_figure_is_the_first() -> None:
    assert look_of("nobody") is looks()[0]
    assert len({look.name for look in looks()}) >= 3
    assert all(set(look.colours) == set(looks()[0].colours) for look in looks())


def test_a_face_seen_from_below_is_not_covered_with_hair() -> None:
    """From straight ahead of the face's middle, where the whole hairline is in sight."""
    for look in looks():
        drawing = draw_list(body("hands-behind"), Camera(0, -37), look, shadow=False)
        lips = next(shape for shape in drawing.shapes if shape.role == "lips")
        x, y = lips.loops[0][:2]
        for shape in drawing.shapes[drawing.shapes.index(lips) :]:
            if shape.role == "hair":
                assert not any(_holds(loop, x, y) for loop in shape.loops)


def _holds(loop: tuple[float, ...], x: float, y: float) -> bool:
    """Whether the polygon of the loop's points goes round (x, y)."""
    points = [loop[:2], *(loop[i + 4 : i + 6] for i in range(2, len(loop), 6))]
    inside = False
    for (ax, ay), (bx, by) in zip(points, points[1:] + points[:1], strict=True):
        if (ay > y) != (by > y) and x < ax + (y - ay) * (bx - ax) / (by - ay):
            inside = not inside
    return inside


@pytest.mark.parametrize("look", looks(), ids=lambda look: look.name)
@pytest.mark.parametrize("stations_of", [arm_stations, leg_stations])
def test_where_the_halves_of_a_limb_meet_its_outline_does_not_bulge(look, stations_of) -> None:
    """Held out straight, a limb is nowhere wider than its spheres."""
    stations = stations_of(look.build, 1.5)
    balls = [(0.2 * at, 0.0, 0.0, radius) for at, radius, _ in stations.places]
    halves = limb_halves(balls, stations, Wear("top", 0.0), (), ())
    loops = [loop for half in halves for s in half if s.kind == "fill" for loop in s.loops]
    across = [(x, abs(y)) for loop in loops for x, y in points_of(loop)]
    near = [(x, y) for x, y in across if 0.15 < x < 0.25]
    assert len(near) > 50
    for x, y in near:
        after = next(i for i, ball in enumerate(balls) if ball[0] >= x)
        assert y < max(balls[after - 1][3], balls[after][3]) + 0.0007, f"at {x:.3f}"
