"""The figures to choose from: build, hair, cut of the clothes, and their colours.

`resources/figure/looks.yaml` holds them; colours are by role, "#rrggbb", the same roles for all.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Literal

from backstretch.assets import folder
from backstretch.figure.build import BUILDS, Build

Hair = Literal["bun", "short", "curls", "bob"]

DEFAULT_LOOK = "moss"


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
    """Every figure, in the order to offer them. Raises FileNotFoundError."""
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    text = (folder("resources") / "figure" / "looks.yaml").read_text("utf-8")
    entries = yaml.load(text, Loader=loader)
    return tuple(
        Look(
            name=name,
            build=BUILDS[entry["build"]],
            hair=entry["hair"],
            sleeve=float(entry["sleeve"]),
            leg=float(entry["leg"]),
            colours=entry["colours"],
            dark=entry.get("dark") or {},
        )
        for name, entry in entries.items()
    )


def look_of(name: str) -> Look:
    """The figure of that name, the first one where there is none such."""
    return next((look for look in looks() if look.name == name), looks()[0])
