"""A malformed call over the bus gets an error of the bus, not a fault of the program."""

from typing import Any

import pytest

from backstretch.ports import NowPlaying
from backstretch.system.bus import BusError, Call
from backstretch.system.media import mpris_properties
from backstretch.system.media.mpris import MprisControls

NOW = NowPlaying("Side bends", "Balanced back", 1, 5, "playing", 12.5, 423.25, "")
PLAYER = "org.mpris.MediaPlayer2.Player"
PROPERTIES = "org.freedesktop.DBus.Properties"


class SilentBus:
    """Takes everything and calls nobody."""

    is_open = True

    def __getattr__(self, _name: str) -> Any:
        return lambda *_arguments, **_named: None


@pytest.fixture
def controls() -> MprisControls:
    made = MprisControls(SilentBus(), lambda: 0.0)  # type: ignore[arg-type]
    made.listen(lambda _command: None)
    made.show(NOW)
    return made


@pytest.mark.parametrize(
    ("interface", "member", "body"),
    [
        (PLAYER, "Seek", ()),
        (PLAYER, "Seek", ("far",)),
        (PLAYER, "SetPosition", (1,)),
        (PLAYER, "SetPosition", ("/x", "y")),
        (PROPERTIES, "Get", ()),
        (PROPERTIES, "Get", (PLAYER,)),
        (PROPERTIES, "Get", (3, ["x"])),
        (PROPERTIES, "GetAll", ()),
        (PROPERTIES, "Set", (PLAYER, "Volume")),
        (PROPERTIES, "Dance", ()),
        ("org.nowhere", "Fly", (1, 2)),
    ],
)
def test_a_malformed_call_gets_an_error(
    controls: MprisControls, interface: str, member: str, body: tuple[Any, ...]
) -> None:
    with pytest.raises(BusError):
        controls._serve(Call(mpris_properties.PATH, interface, member, body))


def test_a_sound_call_is_served(controls: MprisControls) -> None:
    call = Call(mpris_properties.PATH, PROPERTIES, "Get", (PLAYER, "PlaybackStatus"))
    assert controls._serve(call).body == (("s", "Playing"),)
