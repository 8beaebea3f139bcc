"""Commands and keys: each key means one thing in one place and triggers it."""

from itertools import combinations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from backstretch.ui.actions import Actions
from backstretch.ui.entries import ENTRIES, Where

K = Qt.Key
M = Qt.KeyboardModifier


def press(
    key: Qt.Key, text: str = "", mods: Qt.KeyboardModifier = M.NoModifier, repeat: bool = False
) -> QKeyEvent:
    return QKeyEvent(QEvent.Type.KeyPress, key, mods, text, repeat)


@pytest.fixture
def actions(qapp: object) -> Actions:
    return Actions()


def test_ids_are_unique() -> None:
    assert len({entry.id for entry in ENTRIES}) == len(ENTRIES)


def test_key_names_are_those_of_qt() -> None:
    for entry in ENTRIES:
        for key in entry.keys:
            assert QKeySequence(key).toString() == key


def test_no_key_means_two_things_in_one_place() -> None:
    for one, other in combinations(ENTRIES, 2):
        if one.where == other.where or "anywhere" in (one.where, other.where):
            assert not set(one.keys) & set(other.keys), (one.id, other.id)


@pytest.mark.parametrize(
    ("event", "where", "command"),
    [
        (press(K.Key_Space, " "), "session", "toggle"),
        (press(K.Key_Space, " "), "today", "start"),
        (press(K.Key_PageDown), "session", "next"),
        (press(K.Key_PageDown), "history", "later"),
        (press(K.Key_Period, "."), "session", "toggle"),
        (press(K.Key_Plus, "+", M.ShiftModifier), "session", "more"),
        (press(K.Key_Plus, "+", M.KeypadModifier), "session", "more"),
        (press(K.Key_Question, "?", M.ShiftModifier), "session", "keys"),
        (press(K.Key_R, "r"), "session", "repeat-side"),
        (press(K.Key_R, "R", M.ShiftModifier), "session", "repeat-move"),
        (press(K.Key_BracketLeft, "[", M.NoModifier), "session", "turn-left"),
        (press(K.Key_MediaTogglePlayPause), "session", "toggle"),
        (press(K.Key_Q, "", M.ControlModifier), "today", "quit"),
        (press(K.Key_Shift, "", M.ShiftModifier), "session", None),
        (press(K.Key_J, "j"), "session", None),
    ],
)
def test_a_key_press_finds_its_command(
    actions: Actions, event: QKeyEvent, where: Where, command: str | None
) -> None:
    assert actions.match(event, where) == command


def test_a_key_triggers_its_action_in_its_place_only(actions: Actions) -> None:
    seen: list[str] = []
    actions["next"].triggered.connect(lambda: seen.append("next"))
    assert actions.taken(press(K.Key_Right), "session")
    assert not actions.taken(press(K.Key_Right), "today")
    assert seen == ["next"]


def test_a_key_held_down_skips_once_but_goes_on_getting_faster(actions: Actions) -> None:
    seen: list[str] = []
    for command in ("next", "faster"):
        actions[command].triggered.connect(lambda _=False, name=command: seen.append(name))
    for key in (K.Key_Right, K.Key_Up):
        actions.taken(press(key), "session")
        actions.taken(press(key, repeat=True), "session")
    assert seen == ["next", "faster", "faster"]


def test_a_command_that_lasts_while_its_key_is_down_is_left_to_the_page(actions: Actions) -> None:
    event = press(K.Key_B, "b")
    assert actions.match(event, "session") == "breathe"
    assert not actions.taken(event, "session")


def test_binding_takes_the_key_from_its_old_command(actions: Actions) -> None:
    actions.bind("gentler", ["E"])
    assert actions.match(press(K.Key_E, "e"), "session") == "gentler"
    assert actions.keys("enough") == ()
    assert actions.changed_keys() == {"gentler": ["E"], "enough": []}
    assert Actions(actions.changed_keys()).keys("gentler") == ("E",)
    actions.reset_keys()
    assert actions.changed_keys() == {}


def test_a_key_may_have_different_commands_in_two_places(actions: Actions) -> None:
    actions.bind("later", ["Space"])
    assert "Space" in actions.keys("toggle")
    assert actions.match(press(K.Key_Space, " "), "history") == "later"


def test_tips_name_the_key(actions: Actions) -> None:
    assert actions["gentler"].toolTip().endswith("(G)")
    actions.bind("gentler", [])
    assert not actions["gentler"].toolTip().endswith(")")


def typed(code: int, text: str, scan: int, mods: Qt.KeyboardModifier = M.NoModifier) -> QKeyEvent:
    return QKeyEvent(QEvent.Type.KeyPress, code, mods, scan, 0, 0, text, False)


@pytest.mark.parametrize(
    ("event", "command"),
    [
        (typed(0x42C, "ь", 58), "mat"),
        (typed(0x42C, "ь", 0), "mat"),
        (typed(0x425, "х", 34), "turn-left"),
        (typed(0x39C, "μ", 58), "mat"),
        (typed(0x629, "ة", 58), "mat"),
        (typed(0x5E6, "צ", 58), "mat"),
        (typed(0x5E0, "נ", 56), "breathe"),
        (typed(0x41A, "К", 27, M.ShiftModifier), "repeat-move"),
        (typed(K.Key_Comma.value, ",", 58), None),
        (typed(K.Key_M.value, "m", 47), "mat"),
        (typed(K.Key_X.value, "x", 56), "mirror"),
    ],
)
def test_letters_work_in_every_layout(
    actions: Actions, event: QKeyEvent, command: str | None
) -> None:
    """Russian, Greek, Arabic and Hebrew by place; French and Dvorak by their own letter."""
    assert actions.match(event, "session") == command


def test_a_key_of_another_script_is_bound_by_its_latin_letter(actions: Actions) -> None:
    actions.bind_pressed("gentler", typed(0x42C, "ь", 58))
    assert actions.keys("gentler") == ("M",)
    assert actions.match(typed(0x42C, "ь", 58), "session") == "gentler"
    assert "M" not in actions.keys("mat")


def test_a_command_that_is_not_possible_says_why(actions: Actions) -> None:
    actions.allow("gentler", allowed=False, why_not="There is none")
    assert not actions["gentler"].isEnabled() and actions["gentler"].toolTip() == "There is none"
    actions.allow("gentler", allowed=True, why_not="There is none")
    assert actions["gentler"].isEnabled() and "gentler variant" in actions["gentler"].toolTip()
