"""The figure does what the routine says of each move."""

from itertools import pairwise

import pytest

from backstretch.figure import flesh, joint_angles
from backstretch.figure.blend import body_at
from backstretch.figure.body import SIDES, Body, Side
from backstretch.figure.build import EVEN
from backstretch.figure.camera import Camera
from backstretch.figure.look import looks
from backstretch.figure.motion import Motion, Place, Stop, Way
from backstretch.figure.outline import draw_list
from backstretch.figure.outline.view import view_of
from backstretch.figure.vectors import along, distance, dot, length, subtract
from tests.figure import measures
from tests.figure.conftest import Led, led_phases, shipped, whole_sessions


def standing_in(pose: str) -> Body:
    return body_at(shipped(), Motion(Place(Way((Stop(0.0, pose),)), 0.0)), EVEN)


def phases_of(move: str, name: str = "") -> list[Led]:
    found = [led for led in led_phases() if led.name.startswith(f"{move}/{name}")]
    assert found
    return found


def bodies(*phases: Led) -> list[Body]:
    return [body for led in phases for body in led.bodies()]


SEATED = [
    "butterfly",
    "butterfly-scoop",
    "bend-right",
    "bend-left",
    "hands-behind",
    "round",
    "arch",
]


@pytest.mark.parametrize("pose", SEATED)
def test_butterfly_soles_together_knees_out_and_low(pose: str) -> None:
    body = standing_in(pose)
    left, right = body.left, body.right
    assert distance(left.ankle, right.ankle) < 0.08
    assert dot(left.foot.up, right.foot.up) < -0.6, "the soles face each other"
    for side in SIDES:
        limb = body.limbs(side)
        assert abs(limb.knee[1]) > 0.22
        assert limb.knee[2] < 0.11


def test_seat_and_feet_stay_through_bends_and_articulations() -> None:
    first = standing_in("butterfly")
    phases = phases_of("side-bends") + phases_of("articulations")
    for body in bodies(*phases):
        assert distance(body.pelvis.at, first.pelvis.at) < 0.001
        for side in SIDES:
            assert distance(body.limbs(side).ankle, first.limbs(side).ankle) < 0.001


@pytest.mark.parametrize("side", SIDES)
def test_a_bend_leans_over_the_hand_on_the_floor_with_the_other_arm_overhead(side: Side) -> None:
    body = standing_in(f"bend-{side}")
    towards = 1.0 if side == "left" else -1.0
    other: Side = "right" if side == "left" else "left"
    assert body.spine[4].at[1] * towards > 0.08
    assert body.head.at[1] * towards > 0.15
    assert joint_angles.bent(body.spine[4], body.spine[0])[1] * towards > 35, "one long C"
    down, over = body.limbs(side), body.limbs(other)
    assert down.wrist[2] < 0.03
    assert down.hand.up[2] > 0.9, "palm on the floor"
    assert over.wrist[2] > body.head.at[2] + 0.1
    assert over.wrist[1] * towards > body.head.at[1] * towards + 0.1, "beyond the head"


@pytest.mark.parametrize("side", SIDES)
def test_each_sweep_reaches_further_back_and_lengthens_the_side_more(side: Side) -> None:
    towards = 1.0 if side == "left" else -1.0
    other: Side = "right" if side == "left" else "left"
    reps = [
        body_at(shipped(), Motion(Place(led.way, 1.0)), EVEN)
        for led in whole_sessions()[0]
        if led.name.startswith(f"side-bends/bend-{side}")
    ]
    assert len(reps) == 8
    for before, after in pairwise(reps):
        one, two = before.limbs(other).wrist, after.limbs(other).wrist
        assert two[0] < one[0] - 0.005, "further back"
        assert (two[1] - one[1]) * towards > 0.005, "further over"
        bends = [
            joint_angles.bent(body.spine[4], body.pelvis)[1] * towards for body in (before, after)
        ]
        assert bends[1] > bends[0] + 0.3
        assert after.limbs(side).hand.up[2] > 0.9, "palm on the floor"
        assert abs(after.limbs(side).wrist[2] - before.limbs(side).wrist[2]) < 0.001


@pytest.mark.parametrize("side", SIDES)
def test_the_hand_is_planted_early_in_the_sweep_and_stays_until_the_torso_leaves(
    side: Side,
) -> None:
    bends = phases_of("side-bends", f"bend-{side}")
    backs = [led for led in phases_of("side-bends") if led.way.begins == f"bend-{side}"]
    assert bends
    assert backs
    for led in bends:
        place = led.body(1.0).limbs(side).wrist
        # The hands are on the ankles before the first bend, and have farther to go.
        latest = 0.4 if led.way.begins == "butterfly-scoop" else 0.5
        for share in led.shares():
            if share >= latest:
                assert distance(led.body(share).limbs(side).wrist, place) < 0.001
    for led in backs:
        place, bent = led.body(0.0).limbs(side).wrist, sideways(led.body(0.0))
        for body in bodies(led):
            if sideways(body) > 0.7 * bent:
                assert distance(body.limbs(side).wrist, place) < 0.001


def sideways(body: Body) -> float:
    """How far the whole back bends to a side, in degrees."""
    return abs(joint_angles.bent(body.spine[4], body.pelvis)[1])


@pytest.mark.parametrize("side", SIDES)
def test_the_arm_sweeps_out_wide_and_high(side: Side) -> None:
    other: Side = "right" if side == "left" else "left"
    towards = 1.0 if side == "left" else -1.0
    for led in phases_of("side-bends", f"bend-{side}"):
        arms = [body.limbs(other) for body in bodies(led)]
        assert max((arm.shoulder[1] - arm.wrist[1]) * towards for arm in arms) > 0.23, "wide"
        assert max(arm.wrist[2] for arm in arms) > 0.62, "high"


@pytest.mark.parametrize("yaw", [-25.0, 0.0, 25.0])
def test_arms_never_cross_face_or_throat_in_the_side_bends(yaw: float) -> None:
    view = view_of(Camera(yaw, 10.0))
    for led in phases_of("side-bends"):
        for share in led.shares():
            body = led.body(share)
            for part, apart in measures.before_the_face(body, view).items():
                assert apart > 0.0, f"{part} in {led.name} at {share:.2f}"


@pytest.mark.parametrize("pose", ["bend-right", "bend-right-far"])
def test_the_lengthened_side_is_one_long_curve_from_the_hem_to_the_elbow(pose: str) -> None:
    body = standing_in(pose)
    for look in looks():
        drawing = draw_list(body, Camera(0.0, 0.0), look, shadow=False)
        loops = [s.loops for s in drawing.shapes if s.role in ("top", "legs") and s.kind == "fill"]
        edge = measures.right_edge([loop for each in loops for loop in each], 0.16, 0.40)
        (low, _), (high, _) = edge[0], edge[-1]
        bulges = []
        for index, (x, _) in enumerate(edge):
            bulges.append(x - (low + (high - low) * index / (len(edge) - 1)))
        assert max(bulges) > 0.018, look.name
        for i in range(2, len(edge) - 2):
            dent = (edge[i - 2][0] + edge[i + 2][0]) / 2 - edge[i][0]
            assert dent < 0.0035, f"{look.name} at {edge[i][1]:.3f}"


def test_the_torso_leans_over_the_hips_through_the_centre() -> None:
    tall, scooped = standing_in("butterfly"), standing_in("butterfly-scoop")
    assert scooped.pelvis.up[0] > tall.pelvis.up[0] + 0.35, "from the hips"
    assert scooped.spine[4].at[0] > tall.spine[4].at[0] + 0.15
    assert abs(scooped.spine[4].at[1]) < 0.001


def test_bends_pass_the_centre_without_a_halt() -> None:
    into = next(
        led for led in phases_of("side-bends", "scoop-left") if led.way.begins == "bend-left"
    )
    out = next(
        led for led in phases_of("side-bends", "bend-right") if led.way.begins == "butterfly-scoop"
    )
    step = 0.01
    arriving = subtract(neck(into, into.seconds), neck(into, into.seconds - step))
    leaving = subtract(neck(out, step), neck(out, 0.0))
    assert length(arriving) / step > 0.04  # body heights a second, in the slow first rep
    assert length(subtract(arriving, leaving)) < 0.35 * length(arriving)


def neck(led: Led, second: float) -> tuple[float, float, float]:
    """Where the neck's root is at that second of the phase."""
    return led.body(second / led.seconds).spine[4].at


def test_round_is_a_c_curve_with_the_chin_to_the_chest() -> None:
    body = standing_in("round")
    flexion, _ = joint_angles.bent(body.spine[4], body.pelvis)
    neck, _ = joint_angles.bent(body.head, body.spine[4])
    assert flexion > 80
    assert neck > 40
    assert body.pelvis.up[0] < -0.7, "rolled back on the seat bones"
    spread = [joint_angles.bent(above, below)[0] for below, above in pairwise(body.spine)]
    assert min(spread) > 12, "round everywhere"
    assert spread[0] + spread[1] > spread[2] + spread[3], "the lower back most"
    assert all(1 / 1.6 <= one / other <= 1.6 for one, other in pairwise(spread))
    chin = along(along(body.head.at, body.head.forward, 0.045), body.head.up, -0.055)
    chest = along(body.spine[4].at, body.spine[4].forward, 0.04)
    assert distance(chin, chest) < 0.07


def test_the_head_drops_back_in_the_arch_but_not_in_the_gentler_one() -> None:
    arch, gentle = standing_in("arch"), standing_in("arch-gentle")
    assert arch.head.forward[2] > 0.85, "the face looks up"
    assert abs(gentle.head.forward[2]) < 0.25, "the face looks ahead"
    assert 0.5 < curve_of(gentle) / curve_of(arch) < 0.8, "a clearly smaller arch"


def curve_of(body: Body) -> float:
    """The flexion of the whole back, in degrees."""
    return joint_angles.bent(body.spine[4], body.pelvis)[0]


def test_the_gentler_articulations_keep_the_hands_on_the_knees_and_round_half_as_far() -> None:
    for led in gentler_phases("articulations")[1:]:
        for body in led.bodies():
            for side in SIDES:
                limb = body.limbs(side)
                assert distance(limb.wrist, limb.knee) < 0.08
    half = curve_of(standing_in("round-gentle")) / curve_of(standing_in("round"))
    assert 0.4 < half < 0.6


def test_the_gentler_bend_is_smaller_with_the_hand_on_the_shin() -> None:
    for led in gentler_phases("side-bends"):
        if led.way.ends.startswith("bend-"):
            side: Side = "right" if "right" in led.way.ends else "left"
            down = led.body(1.0).limbs(side)
            shin = flesh.segments_apart(down.wrist, down.hand.at, down.knee, down.ankle)
            assert shin < 0.06
            full = sideways(standing_in(f"bend-{side}"))
            assert 0.4 * full < sideways(led.body(1.0)) < 0.65 * full


def test_the_gentler_lift_keeps_the_ribs_down_and_the_arms_by_the_sides() -> None:
    full, low = standing_in("lifted"), standing_in("prone")
    for led in gentler_phases("back-lifts")[1:-1]:
        for body in led.bodies():
            assert flesh.trunk_heights(body, EVEN)[measures.LOWEST_RIBS] < measures.TOUCHING
            for side in SIDES:
                limb = body.limbs(side)
                assert abs(limb.wrist[1]) < 0.2, "by the sides"
                assert limb.wrist[2] < 0.12
    risen = standing_in("lifted-gentle").spine[4].at[2] - low.spine[4].at[2]
    assert 0.15 < risen / (full.spine[4].at[2] - low.spine[4].at[2]) < 0.45


def test_the_gentler_cobra_is_low_and_spares_wrists_and_knees() -> None:
    phases = gentler_phases("child-to-cobra")[1:]
    first = phases[0].body(0.0)
    for body in bodies(*phases):
        for side in SIDES:
            limb = body.limbs(side)
            assert limb.grip > 0.99, "on the fists"
            assert joint_angles.wrist(body, side) < 40, "the wrist is nearly straight"
            assert distance(limb.wrist, first.limbs(side).wrist) < 0.001
            assert joint_angles.knee(body, side) < 110, "never back on the heels"
    low, full = standing_in("cobra-low"), standing_in("cobra")
    assert curve_of(low) > 0.7 * curve_of(full)
    assert low.spine[4].at[2] < full.spine[4].at[2] - 0.05


def test_the_gentler_kicks_are_done_on_straight_wrists() -> None:
    for name in ("cobra-gentle", "kick-right-gentle", "kick-left-gentle"):
        body = standing_in(name)
        for side in SIDES:
            assert joint_angles.wrist(body, side) < 30
            assert body.limbs(side).grip > 0.99


def gentler_phases(move: str) -> list[Led]:
    """The phases of the move in the gentler session, its setup first."""
    found = [led for led in whole_sessions()[1] if led.name.startswith(f"{move}/")]
    assert found
    return found


def test_the_chest_lifts_before_the_head_drops_back() -> None:
    arching = next(led for led in phases_of("articulations", "arch") if led.way.ends == "arch")
    begin, half, end = (arching.body(share) for share in (0.0, 0.5, 1.0))
    chest = [joint_angles.bent(body.spine[4], body.pelvis)[0] for body in (begin, half, end)]
    head = [joint_angles.bent(body.head, body.spine[4])[0] for body in (begin, half, end)]
    done = [(part[0] - part[1]) / (part[0] - part[2]) for part in (chest, head)]
    assert done[1] < done[0] - 0.1


def test_arching_straightens_the_arms_and_draws_the_shoulders_together() -> None:
    arch, rounded = standing_in("arch"), standing_in("round")
    for side in SIDES:
        assert joint_angles.elbow(arch, side) < joint_angles.elbow(rounded, side) - 10
    apart = distance(arch.left.shoulder, arch.right.shoulder)
    assert apart < distance(rounded.left.shoulder, rounded.right.shoulder) - 0.02


def test_the_arms_are_straight_in_the_arch_and_do_not_bend_again_on_the_way() -> None:
    arching = next(led for led in phases_of("articulations", "arch") if led.way.ends == "arch")
    for side in SIDES:
        angles = [joint_angles.elbow(body, side) for body in bodies(arching)]
        assert angles[-1] <= 5.0, "straight at the end"
        straightest = angles[0]
        for angle in angles:
            straightest = min(straightest, angle)
            assert angle < straightest + 2.0


def thumb(body: Body, side: Side) -> tuple[float, float, float]:
    hand = body.limbs(side).hand
    x, y, z = hand.left
    return (-x, -y, -z) if side == "left" else (x, y, z)


def test_lifts_begin_with_fists_thumbs_up_in_a_low_v() -> None:
    body = standing_in("prone")
    for side in SIDES:
        limb = body.limbs(side)
        assert limb.grip == 1.0
        assert thumb(body, side)[2] > 0.9
        out = abs(limb.wrist[1]) - abs(limb.shoulder[1])
        down = limb.shoulder[0] - limb.wrist[0]
        assert out > 0.12
        assert down > out, "a low V"
        assert limb.wrist[2] < 0.05
    assert abs(body.left.ankle[1] - body.right.ankle[1]) < 0.25


def test_lifted_arms_reach_for_one_another_behind_with_thumbs_back() -> None:
    down, up = standing_in("prone"), standing_in("lifted")
    assert distance(up.pelvis.at, down.pelvis.at) < 1e-9, "the hips stay heavy"
    for side in SIDES:
        assert up.limbs(side).wrist[2] > up.spine[1].at[2] + 0.08
        aim = thumb(up, side)
        assert dot(aim, up.spine[3].forward) < -0.3, "thumbs aim backwards"
        assert (aim[1] < -0.6) if side == "left" else (aim[1] > 0.6), "and for each other"
        assert abs(up.limbs(side).wrist[1]) < 0.06, "fists over the buttocks"
        assert joint_angles.shoulder(up, side)[1] > 30, "arms drawn back"
    assert distance(up.left.shoulder, up.right.shoulder) < 0.18


def test_the_lift_is_low_and_comes_from_the_upper_back() -> None:
    """Trunk turned 20 to 28 degrees, shoulders 9 to 12 cm up in somebody 1.70 m tall."""
    down, up = standing_in("prone"), standing_in("lifted")
    assert 20 <= joint_angles.between(down.spine[4].up, up.spine[4].up) <= 28
    for side in SIDES:
        assert 0.09 / 1.7 <= up.limbs(side).shoulder[2] - down.limbs(side).shoulder[2] <= 0.12 / 1.7
    lower, upper = (
        joint_angles.between(up.spine[top].up, up.spine[low].up)
        - joint_angles.between(down.spine[top].up, down.spine[low].up)
        for low, top in ((0, 2), (2, 4))
    )
    assert upper > 2 * abs(lower), "thoracic"
    for led in phases_of("back-lifts", "lift") + phases_of("back-lifts", "lower"):
        for body in bodies(led):
            ribs = flesh.trunk_heights(body, EVEN)
            assert ribs[measures.LOWEST_RIBS] < measures.TOUCHING, "the lowest ribs stay down"
            assert body.head.forward[2] < -0.9, "looking at the mat"


def test_the_chest_is_lowered_slower_than_it_was_lifted() -> None:
    def quickest(name: str) -> float:
        led = next(led for led in phases_of("back-lifts", name) if "gentle" not in led.name)
        heights = [body.spine[4].at[2] for body in bodies(led)]
        step = led.seconds / (len(heights) - 1)
        return max(abs(b - a) for a, b in pairwise(heights)) / step

    assert quickest("lower") < 0.75 * quickest("lift")


def test_childs_pose_rests_seat_on_heels_and_forehead_on_the_floor() -> None:
    body = standing_in("child")
    assert 0.0 <= measures.forehead(body)[2] < 0.012
    assert abs(flesh.lowest(body, EVEN)["head"]) < 0.005
    for side in SIDES:
        limb = body.limbs(side)
        assert -0.03 < measures.heel_from_seat(body, side, EVEN) < 0.01, "no air under the seat"
        assert joint_angles.knee(body, side) <= 158
        assert limb.wrist[0] > body.head.at[0] + 0.15, "arms forward"


def test_no_elbow_stands_above_the_back_on_the_way_to_the_belly_and_up_again() -> None:
    for begin, end in (("hands-and-knees", "prone"), ("prone", "child")):
        way = shipped().way(begin, end)
        for index in range(97):
            body = body_at(shipped(), Motion(Place(way, index / 96)), EVEN)
            back = body.spine[3].at[2] + EVEN.trunk[4][1]
            for side in SIDES:
                assert body.limbs(side).elbow[2] < back + 0.01, f"{begin} to {end}: {index}"


def test_hands_never_move_between_childs_pose_and_cobra() -> None:
    first = standing_in("child")
    ordinary = [led for led in whole_sessions()[0] if led.name.startswith("child-to-cobra/")]
    for body in bodies(*ordinary):
        for side in SIDES:
            there, hand = first.limbs(side).hand, body.limbs(side).hand
            assert distance(there.at, hand.at) < 0.001
            assert distance(there.forward, hand.forward) < 0.001
            assert distance(body.limbs(side).knee, first.limbs(side).knee) < 0.001


def test_the_arch_is_kept_until_the_seat_meets_the_heels() -> None:
    back, forward = (
        next(led for led in phases_of("child-to-cobra", name) if led.way.ends == pose)
        for name, pose in (("press-back", "heels-arched"), ("round-forward", "child"))
    )
    for body in bodies(back):
        flexion, _ = joint_angles.bent(body.spine[4], body.pelvis)
        assert flexion < -25
    low = min(body.spine[4].at[2] - body.pelvis.at[2] for body in bodies(back))
    assert low < -0.02, "the chest is lower than the seat on the way"
    seat = forward.body(0.0).pelvis.at
    for body in bodies(forward):
        assert distance(body.pelvis.at, seat) < 0.001, "the seat is on the heels already"
    assert joint_angles.bent(forward.body(1.0).spine[4], forward.body(1.0).pelvis)[0] > 20


def test_cobra_has_hips_on_the_floor_an_open_chest_and_a_long_neck() -> None:
    body = standing_in("cobra")
    assert body.pelvis.at[2] < 0.09
    assert body.spine[4].forward[2] > -0.2, "the chest faces forward"
    assert body.spine[4].at[2] > 0.3
    assert distance(body.head.at, body.spine[4].at) > 0.1
    assert abs(body.head.forward[2]) < 0.3, "looking forward"
    for side in SIDES:
        assert joint_angles.elbow(body, side) <= 30
        assert body.limbs(side).shoulder[2] < body.spine[4].at[2] - 0.01, "shoulders down"
        assert joint_angles.ankle(body, side) > 55, "toes pointed"


@pytest.mark.parametrize("name", ["arch", "arch-gentle", "cobra", "kick-right", "kick-left"])
def test_the_arch_is_spread_over_the_whole_spine(name: str) -> None:
    body = standing_in(name)
    spread = [-joint_angles.bent(above, below)[0] for below, above in pairwise(body.spine)]
    for one, other in pairwise(spread):
        assert one > 5
        assert 1 / 1.6 <= one / other <= 1.6


@pytest.mark.parametrize("name", ["cobra-gentle", "kick-right-gentle", "kick-left-gentle"])
def test_the_gentler_cobra_has_hands_well_forward_and_a_clearly_smaller_arch(name: str) -> None:
    cobra, gentle = standing_in("cobra"), standing_in(name)
    for side in SIDES:
        ahead = gentle.limbs(side).wrist[0] - gentle.pelvis.at[0]
        assert 0.45 < ahead < 0.55, "half a body height ahead of the hips"
        assert 20 <= joint_angles.elbow(gentle, side) <= 30
        assert distance(gentle.limbs(side).knee, cobra.limbs(side).knee) < 0.001
    arch, less = (joint_angles.bent(body.spine[4], body.pelvis)[0] for body in (cobra, gentle))
    assert less > 0.8 * arch
    assert joint_angles.hip(gentle, "left")[0] > joint_angles.hip(cobra, "left")[0] + 15
    assert gentle.spine[4].at[2] < cobra.spine[4].at[2] - 0.08


def test_hands_are_walked_forward_one_after_the_other_to_the_gentler_cobra() -> None:
    way = shipped().way("cobra", "cobra-gentle")
    for index in range(121):
        body = body_at(shipped(), Motion(Place(way, index / 120)), EVEN)
        lowest = min(flesh.lowest(body, EVEN)[f"{side} hand"] for side in SIDES)
        assert lowest < 0.012, "one hand is always on the floor"
        for side in SIDES:
            assert joint_angles.elbow(body, side) < 100


def test_kicks_bring_the_heel_to_the_seat_without_a_bob() -> None:
    for name in ("kick-right", "kick-left", "kick-right-gentle", "kick-left-gentle"):
        side: Side = "right" if "right" in name else "left"
        other: Side = "left" if side == "right" else "right"
        body = standing_in(name)
        assert 140 <= joint_angles.knee(body, side) <= 158
        assert -0.03 < measures.heel_from_seat(body, side, EVEN) < 0.02, "heel to seat"
        assert joint_angles.knee(body, other) < 20
        assert joint_angles.ankle(body, side) > 55, "toes pointed"
    for led in phases_of("butt-kicks", "kick"):
        first = led.body(0.0)
        highest = 0.0
        for body in bodies(led):
            assert distance(body.pelvis.at, first.pelvis.at) < 1e-9, "the seat does not bob"
            assert distance(body.head.at, first.head.at) < 1e-9
            highest = max(highest, *(joint_angles.knee(body, side) for side in SIDES))
        assert highest > 145, "all the way"
