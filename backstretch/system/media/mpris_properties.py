"""Names, properties and D-Bus types of the MPRIS player. Pure."""

from pathlib import Path
from typing import Any

from backstretch import identity
from backstretch.ports import NowPlaying

NAME = f"org.mpris.MediaPlayer2.{identity.ID}"
PATH = "/org/mpris/MediaPlayer2"
ROOT = "org.mpris.MediaPlayer2"
PLAYER = "org.mpris.MediaPlayer2.Player"
SECOND = 1_000_000

NOTHING = NowPlaying("", "", 0, 0, "stopped", 0.0, 0.0)
_TRACKS = "/" + identity.ID.replace(".", "/") + "/move"
_NO_TRACK = "/org/mpris/MediaPlayer2/TrackList/NoTrack"

Values = dict[str, tuple[str, Any]]

ROOT_VALUES: Values = {
    "CanQuit": ("b", False),
    "CanRaise": ("b", True),
    "HasTrackList": ("b", False),
    "Identity": ("s", identity.NAME),
    "DesktopEntry": ("s", identity.ID),
    "SupportedUriSchemes": ("as", []),
    "SupportedMimeTypes": ("as", []),
}


def microseconds(seconds: float) -> int:
    return round(seconds * SECOND)


def track_path(track: int) -> str:
    """The object path for the track with that number, from 1; 0 is no track."""
    return f"{_TRACKS}/{track}" if track else _NO_TRACK


def player(now: NowPlaying) -> Values:
    """Every property of the player except `Position`, which MPRIS never announces."""
    is_open = now.track > 0
    return {
        "PlaybackStatus": ("s", now.status.capitalize()),
        "Rate": ("d", 1.0),
        "MinimumRate": ("d", 1.0),
        "MaximumRate": ("d", 1.0),
        "Volume": ("d", 1.0),
        "Metadata": ("a{sv}", _metadata(now)),
        "CanGoNext": ("b", is_open),
        "CanGoPrevious": ("b", is_open),
        "CanPlay": ("b", True),
        "CanPause": ("b", True),
        # A session goes on from the start of a phase, so it cannot be put at a given second.
        "CanSeek": ("b", False),
        "CanControl": ("b", True),
    }


def _metadata(now: NowPlaying) -> Values:
    values: Values = {"mpris:trackid": ("o", track_path(now.track))}
    if now.track:
        values |= {
            "mpris:length": ("x", microseconds(now.length)),
            "xesam:title": ("s", now.title),
            "xesam:artist": ("as", [now.routine]),
            "xesam:album": ("s", now.routine),
            "xesam:trackNumber": ("i", now.track),
        }
    if now.art:
        values["mpris:artUrl"] = ("s", Path(now.art).absolute().as_uri())
    return values


def _described(name: str, values: Values) -> str:
    return f'<interface name="{name}">' + "".join(
        f'<property name="{key}" type="{kind}" access="read"/>' for key, (kind, _) in values.items()
    )


INTROSPECTION = (
    "<node>"
    + _described(ROOT, ROOT_VALUES)
    + '<method name="Raise"/><method name="Quit"/></interface>'
    + _described(PLAYER, {**player(NOTHING), "Position": ("x", 0)})
    + "".join(
        f'<method name="{name}"/>'
        for name in ("Next", "Previous", "Pause", "PlayPause", "Stop", "Play")
    )
    + '<method name="Seek"><arg name="Offset" type="x" direction="in"/></method>'
    + '<method name="SetPosition"><arg name="TrackId" type="o" direction="in"/>'
    + '<arg name="Position" type="x" direction="in"/></method>'
    + '<signal name="Seeked"><arg name="Position" type="x"/></signal></interface>'
    + '<interface name="org.freedesktop.DBus.Properties">'
    + '<method name="Get"><arg type="s" direction="in"/><arg type="s" direction="in"/>'
    + '<arg type="v" direction="out"/></method>'
    + '<method name="GetAll"><arg type="s" direction="in"/>'
    + '<arg type="a{sv}" direction="out"/></method>'
    + '<signal name="PropertiesChanged"><arg type="s"/><arg type="a{sv}"/><arg type="as"/></signal>'
    + "</interface></node>"
)
