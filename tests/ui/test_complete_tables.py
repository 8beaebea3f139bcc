"""A table with an entry for each member of a Literal has one for every member."""

from collections.abc import Iterable
from typing import get_args

import pytest

from backstretch.ui import scale
from backstretch.ui.dialogs import key_list
from backstretch.ui.entries import Where
from backstretch.ui.parts import button, label, shapes


@pytest.mark.parametrize(
    ("table", "union"),
    [
        (scale._SIZES, scale.Kind),
        (button._GROUND, button.Look),
        (button._HOVER, button.Look),
        (button._WORDS, button.Look),
        (label._ROLES, label.Tone),
        (shapes._RINGS, shapes.Shape),
        ([where for where, _ in key_list._PLACES], Where),
    ],
    ids=["sizes", "grounds", "hovers", "words", "tones", "shapes", "places"],
)
def test_no_member_is_forgotten(table: Iterable[str], union: object) -> None:
    assert set(table) == set(get_args(union))
