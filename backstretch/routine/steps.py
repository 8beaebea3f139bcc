"""Reads the steps of a move: what the figure does, for how long, and what is said with it."""

from collections.abc import Collection
from typing import get_args

from backstretch.document.entry import Entry
from backstretch.figure.body import SIDES
from backstretch.figure.motion import Stop
from backstretch.routine.model import PARTS, Breath, Coach, CoachTime, Gaze, Gentler, Step, Tempo
from backstretch.routine.routine_fields import RoutineFields

LONGEST_SHORT = 28
LONGEST_TITLE = 60
LONGEST_CUE = 160
LONGEST_SAID = 900
LONGEST_COACH = 120
MOST_COACH = 24
MOST_WORDS_SHORT = 3
MOST_STEPS = 24
MOST_STOPS = 8
LEAST_SECONDS = 0.2
MOST_SECONDS = 300.0


def read_step(
    entry: Entry | None, fields: RoutineFields, what: str, poses: Collection[str]
) -> Step:
    """The step in `entry`, called `what` in messages. `fields` is the mapping that contains it:
    it gives the report and the language. `poses` are the names that may be used."""
    step = RoutineFields(entry, fields.report, what, fields.language)
    side = step.choice("side", SIDES) if step.has("side") else None
    breath = step.choice("breath", get_args(Breath)) if step.has("breath") else None
    read = Step(
        name=step.word("name"),
        title=step.text("title", LONGEST_TITLE),
        pose=step.pose("pose", poses),
        tempo=_tempo(step),
        cue=step.text("cue", LONGEST_CUE),
        short=_short(step, needed=True),
        gaze=step.choice("gaze", get_args(Gaze)),  # type: ignore[arg-type]
        say=step.text("say", LONGEST_SAID, needed=False),
        coach=_coach(step),
        through=_through(step, poses),
        breath=breath,  # type: ignore[arg-type]
        side=side,  # type: ignore[arg-type]
        works=step.words("works", PARTS),
        lengthens=step.words("lengthens", PARTS),
        gentler=_gentler(step, poses),
        returns=_pose(step, "returns", poses),
        grows=_pose(step, "grows", poses),
        held=step.yes("held"),
    )
    step.close()
    return read


def read_steps(key: str, fields: RoutineFields, poses: Collection[str]) -> tuple[Step, ...]:
    """The list of steps under `key`; empty if the key is missing, which only `rep` must not be."""
    entries = fields.items(key, MOST_STEPS, needed=key == "rep")
    return tuple(read_step(entry, fields, key, poses) for entry in entries)


def _tempo(step: RoutineFields) -> Tempo:
    """`tempo: {seconds, least, most, first}`, or `seconds` alone: half to double of it is
    allowed."""
    if step.has("seconds"):
        seconds = step.number("seconds", LEAST_SECONDS, MOST_SECONDS)
        return Tempo(seconds, seconds / 2, seconds * 2)
    fields = step.inner("tempo")
    seconds = fields.number("seconds", LEAST_SECONDS, MOST_SECONDS)
    least = fields.number("least", LEAST_SECONDS, MOST_SECONDS, seconds / 2)
    most = fields.number("most", LEAST_SECONDS, MOST_SECONDS, seconds * 2)
    first = fields.number("first", least, most) if fields.has("first") and least <= most else None
    if least > most:
        _bounds_problem(fields, "upside-down", least=f"{least:g}", most=f"{most:g}")
    elif not least <= seconds <= most:
        _bounds_problem(
            fields, "outside-bounds", found=f"{seconds:g}", least=f"{least:g}", most=f"{most:g}"
        )
    fields.close()
    return Tempo(seconds, least, most, first)


def _bounds_problem(fields: RoutineFields, code: str, **values: str) -> None:
    fields.report.add(fields.line_of("seconds"), code, key="tempo", **values)  # type: ignore[arg-type]


def _short(fields: RoutineFields, *, needed: bool) -> str:
    short = fields.text("short", LONGEST_SHORT, needed=needed)
    for line, text in fields.texts("short").values():
        if len(text.split()) > MOST_WORDS_SHORT:
            fields.report.add(line, "too-many-words", key="short", most=str(MOST_WORDS_SHORT))
    return short


def _coach(step: RoutineFields) -> tuple[Coach, ...]:
    """`coach: [{when, say}, …]`."""
    lines: list[Coach] = []
    for entry in step.items("coach", MOST_COACH, needed=False):
        fields = RoutineFields(entry, step.report, "coach", step.language)
        when = fields.choice("when", get_args(CoachTime))
        lines.append(Coach(when, fields.text("say", LONGEST_COACH)))  # type: ignore[arg-type]
        fields.close()
    return tuple(lines)


def _pose(fields: RoutineFields, key: str, poses: Collection[str]) -> str | None:
    return fields.pose(key, poses) if fields.has(key) else None


def _through(step: RoutineFields, poses: Collection[str]) -> tuple[Stop, ...]:
    """`through: [{at: 0..1, pose: NAME}, …]`, in the order in which they are reached."""
    stops: list[Stop] = []
    for entry in step.items("through", MOST_STOPS, needed=False):
        fields = RoutineFields(entry, step.report, "through", step.language)
        fraction = fields.number("at", 0.0, 1.0)
        pose = fields.pose("pose", poses)
        if stops and fraction <= stops[-1].fraction:
            step.report.add(fields.line, "out-of-order", key="at")
        stops.append(Stop(fraction, pose))
        fields.close()
    return tuple(stops)


def _gentler(step: RoutineFields, poses: Collection[str]) -> Gentler | None:
    """What the step does differently in the gentler variant; None if nothing."""
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
        title=fields.text("title", LONGEST_TITLE, needed=False) or None,
        coach=_coach(fields) if fields.has("coach") else None,
    )
    fields.close()
    return read
