"""Arms and legs as parts to be put in order: upper arm, forearm with hand, thigh, shank with foot.

A limb at rest is the same from frame to frame, so the last few are kept.
"""

from functools import lru_cache

from backstretch.figure.body import Frame, Side, Vector
from backstretch.figure.drawing import Shape, box_of
from backstretch.figure.look import Look
from backstretch.figure.outline.foot import foot_loops
from backstretch.figure.outline.hand import hand_loops
from backstretch.figure.outline.limb import Wear, balls_along, limb_halves
from backstretch.figure.outline.order import Part
from backstretch.figure.outline.stations import arm_stations, leg_stations
from backstretch.figure.outline.tube import Ball
from backstretch.figure.outline.view import View
from backstretch.figure.vectors import across, add, cross, subtract, unit

Bones = tuple[Vector, Vector, Vector]
"""Shoulder, elbow and wrist, or hip, knee and ankle."""
Halves = tuple[Part, Part]


@lru_cache(maxsize=16)
def arm_parts(
    view: View,
    side: Side,
    bones: Bones,
    hand: Frame,
    grip: float,
    look: Look,
    tone: float,
    rim: float = 0.0,
) -> Halves:
    """ "left-arm" and "left-forearm", or the right ones."""
    stations = arm_stations(look.build, look.sleeve)
    straight = (0.0, 0.0, 0.0)
    balls = balls_along(view, stations, bones, (straight, straight))
    end = hand_loops(view, hand, grip, side, look.build)
    halves = limb_halves(balls, stations, Wear("top", tone, rim), end, ())
    tip = _beyond(view, balls[-1], hand.forward, 0.06)
    return _halves((f"{side}-arm", f"{side}-forearm"), halves, balls, stations.joint, tip)


@lru_cache(maxsize=16)
def leg_parts(
    view: View,
    side: Side,
    bones: Bones,
    foot: Frame,
    look: Look,
    tone: float,
    rim: float = 0.0,
) -> Halves:
    """ "left-leg" and "left-shank", or the right ones."""
    stations = leg_stations(look.build, look.leg)
    balls = balls_along(view, stations, bones, _leg_front(bones, foot))
    end, dark = foot_loops(view, foot, side, look.build)
    shade = [Shape("skin-shade", dark, tone)]
    halves = limb_halves(balls, stations, Wear("legs", tone, rim), end, shade)
    tip = _beyond(view, balls[-1], foot.forward, 0.07)
    return _halves((f"{side}-leg", f"{side}-shank"), halves, balls, stations.joint, tip)


def _halves(
    names: tuple[str, str],
    halves: tuple[list[Shape], list[Shape]],
    balls: list[Ball],
    joint: int,
    tip: Ball,
) -> Halves:
    # The root lies within the trunk and the joint in both halves: neither says who is nearer.
    upper = Part(names[0], halves[0], balls[2:joint], box_of(halves[0]))
    lower = Part(names[1], halves[1], [*balls[joint + 1 :: 2], tip], box_of(halves[1]))
    return upper, lower


def _beyond(view: View, last: Ball, forward: Vector, by: float) -> Ball:
    x, y, depth, _ = last
    fx, fy, fz = view.spot(forward)
    return (x + fx * by, y + fy * by, depth + fz * by, 0.024)


def _leg_front(bones: Bones, foot: Frame) -> tuple[Vector, Vector]:
    """Which way the thigh's and the shank's front look."""
    hip, knee, ankle = bones
    shank, thigh = unit(subtract(ankle, knee)), unit(subtract(knee, hip))
    front = across(add(foot.forward, foot.up), shank)
    hinge = cross(shank, front)
    return across(cross(hinge, thigh), thigh), front
