"""Reads the steps of a move: what the figure does, for how long, and what is said with it."""

from collections.abc import Collection
from typing import get_args

from backstretch.figure.body import SIDES
from backstretch.figure.motion import Stop
from backstretch.routine.fields import Fields, check_choice, read_number
from backstretch.routine.model import PARTS, Breath, Gaze, Gentler, Step, Tempo
from backstretch.routine.node import Node

LONGEST_SHORT = 28
LONGEST_TITLE = 60
LONGEST_CUE = 160
LONGEST_SAID = 900
MOST_WORDS_SHORT = 3
LEAST_SECONDS = 0.2
MOST_SECONDS = 300.0


def read_step(node: Node | None, fields: Fields, what: str, poses: Collection[str]) -> Step:
    """One step out of `node`; problems go to the report of `fields`, the mapping it stands in."""
    step = Fields(node, fields.report, what, fields.language)
    side = step.choice("side", SIDES) if step.has("side") else None
    breath = step.choice("breath", get_args(Breath)) if step.has("breath") else None
    read = Step(
        name=step.word("name"),
        title=step.text("title", LONGEST_TITLE),
        pose=step.choice("pose", poses, "unknown-pose"),
        tempo=_tempo(step),
        cue=step.text("cue", LONGEST_CUE),
        short=_short(step, needed=True),
        gaze=step.choice("gaze", get_args(Gaze)),  # type: ignore[arg-type]
        say=step.text("say", LONGEST_SAID, needed=False),
        through=_through(step, poses),
        breath=breath,  # type: ignore[arg-type]
        side=side,  # type: ignore[arg-type]
        works=step.words("works", PARTS),
        gentler=_gentler(step, poses),
        returns=_pose(step, "returns", poses),
        grows=_pose(step, "grows", poses),
    )
    step.close()
    return read


def read_steps(key: str, fields: Fields, poses: Collection[str]) -> tuple[Step, ...]:
    """The list of steps under `key`; empty where the key is missing."""
    nodes = fields.items(key, 24, needed=key == "rep")
    return tuple(read_step(node, fields, key, poses) for node in nodes)


def _tempo(step: Fields) -> Tempo:
    """`tempo: {seconds, least, most}`, or a bare number of seconds with half to double of it."""
    if step.has("seconds"):
        seconds = step.number("seconds", LEAST_SECONDS, MOST_SECONDS)
        return Tempo(seconds, seconds / 2, seconds * 2)
    fields = step.inner("tempo")
    seconds = fields.number("seconds", LEAST_SECONDS, MOST_SECONDS)
    least = fields.number("least", LEAST_SECONDS, MOST_SECONDS, seconds / 2)
    most = fields.number("most", LEAST_SECONDS, MOST_SECONDS, seconds * 2)
    if least > most:
        _bounds_problem(fields, "upside-down", least=f"{least:g}", most=f"{most:g}")
    elif not least <= seconds <= most:
        _bounds_problem(
            fields, "outside-bounds", found=f"{seconds:g}", least=f"{least:g}", most=f"{most:g}"
        )
    fields.close()
    return Tempo(seconds, least, most)


def _bounds_problem(fields: Fields, code: str, **values: str) -> None:
    fields.report.add(fields.line_of("seconds"), code, key="tempo", **values)  # type: ignore[arg-type]


def _short(fields: Fields, *, needed: bool) -> str:
    short = fields.text("short", LONGEST_SHORT, needed=needed)
    for line, text in fields.texts("short").values():
        if len(text.split()) > MOST_WORDS_SHORT:
            fields.report.add(line, "too-many-words", key="short", most=str(MOST_WORDS_SHORT))
    return short


def _pose(fields: Fields, key: str, poses: Collection[str]) -> str | None:
    return fields.choice(key, poses, "unknown-pose") if fields.has(key) else None


def _through(step: Fields, poses: Collection[str]) -> tuple[Stop, ...]:
    """`through: [{at: 0..1, pose: NAME}, …]`, in the order they are reached."""
    stops: list[Stop] = []
    for node in step.items("through", 8, needed=False):
        fields = Fields(node, step.report, "through", step.language)
        at = fields.node("at")
        fraction = read_number(at, step.report, "at", 0.0, 1.0) if at else 0.0
        pose = fields.word("pose")
        if pose:
            check_choice(step.report, fields.line_of("pose"), "pose", pose, poses, "unknown-pose")
        if stops and fraction <= stops[-1].fraction:
            step.report.add(fields.line, "out-of-order", key="at")
        stops.append(Stop(fraction, pose))
        fields.close()
    return tuple(stops)


def _gentler(step: Fields, poses: Collection[str]) -> Gentler | None:
    """What the step does differently in the gentler variant, where it does."""
    if not step.has("gentler"):
        return None
    fields = step.inner("gentler")
    read = Gentler(
        pose=_pose(fields, "pose", poses),
        through=_through(fields, poses) if fields.has("through") else None,
        cue=fields.text("cue", LONGEST_CUE, needed=False) or None,
        short=_short(fields, needed=False) or None,
        returns=_pose(fields, "returns", poses),
        say=fields.text("say", LONGEST_SAID, needed=False) or None,
    )
    fields.close()
    return read
