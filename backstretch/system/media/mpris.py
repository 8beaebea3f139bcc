"""An MPRIS2 player on the session bus (https://specifications.freedesktop.org/mpris-spec/2.2/)."""

import os
from collections.abc import Callable
from typing import Any

from backstretch.ports import Availability, MediaCommand, NowPlaying
from backstretch.session import clock
from backstretch.system.bus import Answer, Bus, BusError, Call
from backstretch.system.media import mpris_properties

_JUMP_SECONDS = 1.0
_ARGUMENTS: dict[str, tuple[type, ...]] = {
    "Seek": (int,),
    "SetPosition": (str, int),
    "GetAll": (str,),
    "Get": (str, str),
    "Set": (str, str, tuple),
}
_PLAYER = mpris_properties.PLAYER
_PROPERTIES = "org.freedesktop.DBus.Properties"
_COMMANDS: dict[tuple[str, str], MediaCommand] = {
    (mpris_properties.PLAYER, "Play"): "play",
    (mpris_properties.PLAYER, "Pause"): "pause",
    (mpris_properties.PLAYER, "PlayPause"): "toggle",
    (mpris_properties.PLAYER, "Next"): "next",
    (mpris_properties.PLAYER, "Previous"): "previous",
    (mpris_properties.PLAYER, "Stop"): "stop",
    (mpris_properties.ROOT, "Raise"): "raise",
}


class MprisControls:
    """Publishes what it was last shown. Between two calls of `show` the position is counted on."""

    def __init__(self, bus: Bus, clock: Callable[[], float] = clock.now) -> None:
        self._bus = bus
        self._clock = clock
        self._now = mpris_properties.NOTHING
        self._shown_at = clock()
        self._command: Callable[[MediaCommand], None] = lambda _: None
        self._has_name = False
        bus.serve(mpris_properties.NAME, self._serve, self._owned)

    def listen(self, command: Callable[[MediaCommand], None]) -> None:
        self._command = command

    def show(self, now: NowPlaying) -> None:
        before, expected = self._now, self._position()
        self._now, self._shown_at = now, self._clock()
        old, new = mpris_properties.player(before), mpris_properties.player(now)
        changed = {name: value for name, value in new.items() if old[name] != value}
        if changed:
            news: tuple[Any, ...] = (mpris_properties.PLAYER, changed, [])
            self._bus.announce(
                mpris_properties.PATH, _PROPERTIES, "PropertiesChanged", "sa{sv}as", news
            )
        jumped = abs(now.position - expected) > _JUMP_SECONDS
        if now.status != "stopped" and (jumped or now.track != before.track):
            place = (mpris_properties.microseconds(now.position),)
            self._bus.announce(mpris_properties.PATH, mpris_properties.PLAYER, "Seeked", "x", place)

    def availability(self) -> Availability:
        return Availability(self._bus.is_open and self._has_name, "MPRIS")

    def close(self) -> None:
        self._bus.close()

    def _owned(self, mine: bool) -> None:
        """Takes a name with the process number if the plain one is in use, as the specification
        asks."""
        self._has_name = mine
        if not mine and self._bus.is_open:
            name = f"{mpris_properties.NAME}.instance{os.getpid()}"
            self._bus.serve(name, self._serve, self._owned_second)

    def _owned_second(self, mine: bool) -> None:
        self._has_name = mine

    def _position(self) -> float:
        passed = self._clock() - self._shown_at if self._now.status == "playing" else 0.0
        return min(self._now.position + passed, self._now.length)

    def _serve(self, call: Call) -> Answer:
        if call.path != mpris_properties.PATH:
            raise BusError("org.freedesktop.DBus.Error.UnknownObject", f"nothing at {call.path}")
        wanted = _ARGUMENTS.get(call.member, ())
        fits = len(call.body) == len(wanted) and all(map(isinstance, call.body, wanted))
        if call.member in _ARGUMENTS and not fits:
            text = f"{call.member} wants other arguments"
            raise BusError("org.freedesktop.DBus.Error.InvalidArgs", text)
        if call.interface == _PROPERTIES:
            return self._serve_properties(call)
        if call.member == "Introspect":
            return Answer("s", (mpris_properties.INTROSPECTION,))
        if call.member == "Quit" and call.interface == mpris_properties.ROOT:
            return Answer()
        for (interface, member), command in _COMMANDS.items():
            if call.member == member and call.interface in (interface, ""):
                self._command(command)
                return Answer()
        if call.member in ("Seek", "SetPosition") and call.interface in (_PLAYER, ""):
            # `CanSeek` is false, and then these have no effect, as the specification asks.
            return Answer()
        raise BusError("org.freedesktop.DBus.Error.UnknownMethod", f"no method {call.member}")

    def _serve_properties(self, call: Call) -> Answer:
        if call.member == "GetAll":
            return Answer("a{sv}", (self._values(call.body[0]),))
        if call.member == "Get":
            values = self._values(call.body[0])
            if call.body[1] in values:
                return Answer("v", (values[call.body[1]],))
            text = f"no property {call.body[1]}"
            raise BusError("org.freedesktop.DBus.Error.UnknownProperty", text)
        if call.member == "Set":
            text = f"{call.body[1]} is as it is"
            raise BusError("org.freedesktop.DBus.Error.PropertyReadOnly", text)
        raise BusError("org.freedesktop.DBus.Error.UnknownMethod", f"no method {call.member}")

    def _values(self, interface: str) -> dict[str, tuple[str, Any]]:
        if interface == mpris_properties.ROOT:
            return mpris_properties.ROOT_VALUES
        if interface == mpris_properties.PLAYER:
            position = ("x", mpris_properties.microseconds(self._position()))
            return {**mpris_properties.player(self._now), "Position": position}
        raise BusError("org.freedesktop.DBus.Error.UnknownInterface", f"no interface {interface}")
