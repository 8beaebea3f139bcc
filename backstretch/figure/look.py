"""The figures to choose from: build, hair, cut of the clothes, and their colours.

`resources/figure/looks.yaml` holds them; colours are by role, "#rrggbb", the same roles for all.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Literal, get_args

from backstretch.assets import folder
from backstretch.document.document_file import read_file
from backstretch.document.entry import Entry
from backstretch.figure.build import BUILDS, Build
from backstretch.figure.poseproblem import StopAtFirst

Hair = Literal["bun", "short", "curls", "bob"]

BIGGEST_FILE_BYTES = 64 * 1024


@dataclass(frozen=True, slots=True)
class Look:
    """`sleeve` is where the sleeve ends, 0 at the shoulder, 1 at the elbow, 2 at the wrist;
    `leg` where the leg's cloth ends, 1 at the knee, 2 at the ankle. `colours` maps a role to
    "#rrggbb"; `dark` holds those that differ in the dark theme."""

    name: str
    build: Build
    hair: Hair
    sleeve: float
    leg: float
    colours: Mapping[str, str] = field(default_factory=dict, hash=False)
    dark: Mapping[str, str] = field(default_factory=dict, hash=False)


@cache
def looks() -> tuple[Look, ...]:
    """Every figure, in the order to offer them.

    Raises FileNotFoundError, DocumentProblem or PoseProblem if what ships is missing or damaged.
    """
    node = read_file(folder("resources") / "figure" / "looks.yaml", BIGGEST_FILE_BYTES)
    return tuple(_look(entry) for entry in Entry(node, StopAtFirst()).mapping().values())


def _look(entry: Entry) -> Look:
    parts = entry.mapping()
    return Look(
        name=entry.key,
        build=BUILDS[parts["build"].choice(BUILDS)],
        hair=parts["hair"].choice(get_args(Hair)),  # type: ignore[arg-type]
        sleeve=parts["sleeve"].number(0.0, 2.0),
        leg=parts["leg"].number(0.0, 2.0),
        colours=_colours(parts["colours"]),
        dark=_colours(parts["dark"]) if "dark" in parts else {},
    )


def _colours(entry: Entry) -> dict[str, str]:
    return {role: colour.word() for role, colour in entry.mapping().items()}


def look_of(name: str) -> Look:
    """The figure of that name, the first one where there is none such."""
    return next((look for look in looks() if look.name == name), looks()[0])
