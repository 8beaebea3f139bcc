"""What must hold at every instant of every phase of the shipped moves."""

from collections.abc import Iterator
from itertools import islice, pairwise
from math import cos

from backstretch.figure import flesh, joint_angles
from backstretch.figure.body import SIDES, Body
from backstretch.figure.build import BUILDS, EVEN
from backstretch.figure.vectors import distance, length, subtract
from tests.figure import measures
from tests.figure.conftest import Led, shipped, whole_sessions

SUPPLE = 1.25
"""A supple demonstrator may exceed the normal ranges by a quarter."""


def instants(led: Led, every: int = 1) -> Iterator[tuple[float, Body]]:
    return islice(zip(led.shares(), led.bodies(), strict=True), None, None, every)


def test_bones_keep_their_length(led: Led) -> None:
    first = measures.bones(led.body(0.0))
    for share in led.shares():
        for bone, size in measures.bones(led.body(share, fullness=share)).items():
            assert abs(size - first[bone]) < 1e-9, f"{bone} at {share:.2f}"


def test_nothing_dips_under_the_floor(led: Led) -> None:
    for share, body in instants(led):
        for build in BUILDS.values():
            for part, height in flesh.lowest(body, build).items():
                assert height > -0.005, f"{part} of {build.name} at {share:.2f}: {height:.4f}"


def test_joints_stay_within_their_ranges(led: Led) -> None:
    for share, body in instants(led):
        for side in SIDES:
            where = f"{side} at {share:.2f}"
            assert joint_angles.elbow(body, side) <= 150, where
            assert joint_angles.knee(body, side) <= 158, where  # sat on, or swung
            flexion, abduction = joint_angles.hip(body, side)
            assert -30 * SUPPLE <= flexion <= 120 * SUPPLE + 1, f"{where}: {flexion:.0f}"
            assert -20 <= abduction <= 45 * SUPPLE + 10, f"{where}: {abduction:.0f}"
            assert -20 * SUPPLE <= joint_angles.ankle(body, side) <= 50 * SUPPLE, where
            _, extension = joint_angles.shoulder(body, side)
            assert extension <= 60 * SUPPLE, f"{where}: {extension:.0f}"
            assert joint_angles.wrist(body, side) <= 90.5, where  # a palm leant on
        flexion, bend = joint_angles.bent(body.spine[4], body.spine[0])
        assert -35 * SUPPLE <= flexion <= 90 * SUPPLE, f"spine at {share:.2f}: {flexion:.0f}"
        assert abs(bend) <= 35 * SUPPLE, f"spine at {share:.2f}: {bend:.0f}"
        flexion, bend = joint_angles.bent(body.head, body.spine[4])
        assert -70 <= flexion <= 45 * SUPPLE, f"neck at {share:.2f}: {flexion:.0f}"
        assert abs(bend) <= 45, f"neck at {share:.2f}: {bend:.0f}"


def test_what_is_planted_does_not_drift(led: Led) -> None:
    curve = led.curve
    began: dict[tuple[int, str], tuple[float, float, float]] = {}
    checked = 0
    for share in led.shares():
        body = led.body(share, fullness=0.5 - 0.5 * cos(20.0 * share))
        segment, _ = curve.place(share * led.way.stops[-1].fraction)
        begin, end = (shipped().pose(name) for name in curve.names[segment : segment + 2])
        places = measures.contacts(body)
        for part in begin.planted & end.planted:
            if curve.segments[segment].hands[part == "right hand"] == "held" or "hand" not in part:
                for point in places[part]:
                    start = began.setdefault((segment, point), places[part][point])
                    drift = distance(start, places[part][point])
                    assert drift < 0.001, f"{point} drifts {drift:.4f} at {share:.2f}"
                    checked += 1
    assert checked


def test_it_moves_smoothly(led: Led) -> None:
    """No joint jumps or jerks: speeds and accelerations stay human; kicks are the fastest."""
    kick, sweep = (name in led.name for name in ("butt-kicks/kick", "side-bends/"))
    # A sweep goes right round the body in one breath, so its finger tips are quicker than others.
    fastest, hardest, snap = (2.8, 16.0, 6_000.0) if not sweep else (3.2, 21.0, 6_000.0)
    if kick:
        fastest, hardest, snap = (5.9, 105.0, 20_000.0)
    shares = led.shares()
    step = led.seconds * (shares[1] - shares[0])
    bodies = led.bodies()
    places = [measures.joints(body) for body in bodies]
    bends = [measures.bends(body) for body in bodies]
    for i in range(1, len(shares) - 1):
        for joint, at in places[i].items():
            onward, back = subtract(places[i + 1][joint], at), subtract(at, places[i - 1][joint])
            where = f"{joint} at {shares[i]:.2f}"
            assert length(onward) / step < fastest, where
            assert length(subtract(onward, back)) / step**2 < hardest, where
        for joint, angle in bends[i].items():
            change = bends[i + 1][joint] - 2 * angle + bends[i - 1][joint]
            assert abs(change) / step**2 < snap, f"{joint} pops at {shares[i]:.2f}"


def test_limbs_keep_out_of_trunk_and_head(led: Led) -> None:
    for share, body in instants(led, every=2):
        for part, point in flesh.reaching_parts(body):
            inside = flesh.depth_in_trunk(point, body, EVEN)
            assert inside > 0.85, f"{part} in the trunk at {share:.2f}: {inside:.2f}"
            inside = flesh.depth_in_head(point, body, EVEN)
            assert inside > 1.0, f"{part} in the head at {share:.2f}: {inside:.2f}"


def test_left_and_right_limbs_do_not_cross(led: Led) -> None:
    for share, body in instants(led, every=2):
        for pair, apart in flesh.crossings(body).items():
            assert apart > 0.0, f"{pair} at {share:.2f}: {apart:.3f}"


def changes_of_phase() -> list[tuple[Led, Led]]:
    return [pair for session in whole_sessions() for pair in pairwise(session)]


def test_each_phase_begins_where_the_one_before_it_ended() -> None:
    for one, other in changes_of_phase():
        ended, begun = one.body(1.0), other.body(0.0)
        before, after = measures.joints(ended), measures.joints(begun)
        for joint, at in before.items():
            assert distance(at, after[joint]) < 1e-6, f"{joint}: {one.name}, {other.name}"


def test_no_phase_takes_over_with_a_jerk() -> None:
    """A movement that continues into the next phase keeps about the same speed."""
    step = 1 / 120
    for one, other in changes_of_phase():
        last, first = one.body(1.0 - step / one.seconds), other.body(step / other.seconds)
        joint = measures.joints(one.body(1.0))
        before, after = measures.joints(last), measures.joints(first)
        for name, at in joint.items():
            change = subtract(subtract(after[name], at), subtract(at, before[name]))
            hardest = 105.0 if "kick" in one.name or "kick" in other.name else 25.0
            assert length(change) / step**2 < hardest, f"{name}: {one.name}, {other.name}"
