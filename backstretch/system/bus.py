"""A D-Bus connection in Qt's event loop that never blocks it.

Messages are sent at once; replies and calls arrive through a socket notifier. When the bus goes
away, pending calls are dropped and `lost` is emitted once. jeepney does the protocol, as QtDBus
cannot send unsigned integers from Python.
"""

import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from jeepney import (  # type: ignore[import-untyped]
    DBusAddress,
    HeaderFields,
    MatchRule,
    Message,
    MessageType,
    Parser,
    new_error,
    new_method_call,
    new_method_return,
    new_signal,
)
from jeepney.bus import get_bus  # type: ignore[import-untyped]
from jeepney.io.blocking import prep_socket  # type: ignore[import-untyped]
from PySide6.QtCore import QObject, QSocketNotifier, Signal

from backstretch.plain_text import without_controls

_GREETING_SECONDS = 0.25
_SENDING_SECONDS = 0.25


class NoBusError(Exception):
    """There is no bus to talk to; the text says why."""


class BusError(Exception):
    """An error to return to a caller, by its D-Bus name."""

    def __init__(self, name: str, text: str) -> None:
        super().__init__(text)
        self.name = name


@dataclass(frozen=True, slots=True)
class Thing:
    """An object on the bus and one of its interfaces."""

    service: str
    path: str
    interface: str


@dataclass(frozen=True, slots=True)
class Call:
    """An incoming method call or signal."""

    path: str
    interface: str
    member: str
    body: tuple[Any, ...]
    sender: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """The result of a call; `signature` is D-Bus notation for `body`."""

    signature: str = ""
    body: tuple[Any, ...] = ()


class Bus(QObject):
    """Connects. Raises NoBusError if there is no bus, or if it does not greet within a quarter
    second."""

    lost = Signal()

    def __init__(
        self, which: Literal["SESSION", "SYSTEM"] = "SESSION", parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        try:
            self._socket = prep_socket(_address(which), timeout=_GREETING_SECONDS)
        except (OSError, RuntimeError, ValueError, KeyError, StopIteration) as error:
            raise NoBusError(str(error) or type(error).__name__) from error
        self._socket.settimeout(_SENDING_SECONDS)
        self._parser = Parser()
        self._serial = 0
        self._waiting: dict[int, tuple[Callable[..., None], Callable[[str], None]]] = {}
        self._watched: list[tuple[Any, Callable[[Call], None]]] = []
        self._serve: Callable[[Call], Answer] = _serve_nothing
        self._open = True
        self._notifier = QSocketNotifier(self._socket.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._read)
        self.call(DAEMON, "Hello")

    @property
    def is_open(self) -> bool:
        return self._open

    def call(
        self,
        thing: Thing,
        member: str,
        signature: str = "",
        body: tuple[Any, ...] = (),
        answered: Callable[..., None] = lambda *_: None,
        refused: Callable[[str], None] = lambda _: None,
    ) -> None:
        """Calls a method. `answered` gets the values of the reply, `refused` the error's text."""
        address = DBusAddress(thing.path, bus_name=thing.service, interface=thing.interface)
        serial = self._send(new_method_call(address, member, signature or None, _plain(body)))
        if serial:
            self._waiting[serial] = (answered, refused)
        else:
            refused("the bus is gone")

    def announce(
        self, path: str, interface: str, member: str, signature: str, body: tuple[Any, ...]
    ) -> None:
        """Sends a signal to everyone."""
        self._send(
            new_signal(DBusAddress(path, interface=interface), member, signature, _plain(body))
        )

    def watch(self, interface: str, member: str, heard: Callable[[Call], None]) -> None:
        """Calls `heard` for every signal of that name, whoever sends it."""
        rule = MatchRule(type="signal", interface=interface, member=member)
        self._watched.append((rule, heard))
        self.call(DAEMON, "AddMatch", "s", (rule.serialise(),))

    def serve(
        self, name: str, serve: Callable[[Call], Answer], owned: Callable[[bool], None]
    ) -> None:
        """Takes the well-known `name` and serves calls through `serve`, which may raise BusError.
        `owned` gets True if the name could be had."""
        self._serve = serve
        do_not_queue = 4
        self.call(
            DAEMON,
            "RequestName",
            "su",
            (name, do_not_queue),
            lambda code: owned(code in (1, 4)),
            lambda _: owned(False),
        )

    def close(self) -> None:
        if self._open:
            self._open = False
            self._notifier.setEnabled(False)
            self._socket.close()
            self._waiting.clear()

    def _send(self, message: Any) -> int:
        """Sends the message and returns its serial, 0 if the bus is gone."""
        if not self._open:
            return 0
        self._serial += 1
        try:
            self._socket.sendall(message.serialise(serial=self._serial))
        except OSError:
            self._lose()
            return 0
        return self._serial

    def _lose(self) -> None:
        refusals = [refused for _, refused in self._waiting.values()]
        self.close()
        for refused in refusals:
            refused("the bus is gone")
        self.lost.emit()

    def _read(self) -> None:
        try:
            data = self._socket.recv(65536)
        except TimeoutError:
            return
        except OSError:
            data = b""
        if not data:
            self._lose()
            return
        self._parser.add_data(data)
        while self._open and (message := self._parser.get_next_message()) is not None:
            self._take(message)

    def _take(self, message: Any) -> None:
        kind = message.header.message_type
        if kind is MessageType.method_call:
            self._answer(message)
        elif kind is MessageType.signal:
            for rule, heard in tuple(self._watched):
                if rule.matches(message):
                    heard(_as_call(message))
        else:
            reply_to = message.header.fields.get(HeaderFields.reply_serial, 0)
            answered, refused = self._waiting.pop(reply_to, (_ignore, _ignore))
            if kind is MessageType.method_return:
                answered(*message.body)
            else:
                refused(" ".join(str(part) for part in message.body))

    def _answer(self, message: Any) -> None:
        try:
            answer = self._serve(_as_call(message))
        except BusError as error:
            self._send(new_error(message, error.name, "s", _plain((str(error),))))
        else:
            self._send(new_method_return(message, answer.signature or None, _plain(answer.body)))


DAEMON = Thing("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus")


def _address(which: Literal["SESSION", "SYSTEM"]) -> Any:
    if which == "SESSION" and not os.environ.get("DBUS_SESSION_BUS_ADDRESS"):
        return str(Path(os.environ["XDG_RUNTIME_DIR"]) / "bus")
    return get_bus(which)


def _as_call(message: Message) -> Call:
    fields = message.header.fields
    return Call(
        fields.get(HeaderFields.path, ""),
        fields.get(HeaderFields.interface, ""),
        fields.get(HeaderFields.member, ""),
        tuple(message.body),
        fields.get(HeaderFields.sender, ""),
    )


def _serve_nothing(call: Call) -> Answer:
    raise BusError("org.freedesktop.DBus.Error.UnknownMethod", f"no method {call.member} here")


def _plain(value: Any) -> Any:
    """The same value with plain texts: at a NUL or half a character the bus ends the connection."""
    if isinstance(value, str):
        return without_controls(value)
    if isinstance(value, dict):
        return {_plain(key): _plain(each) for key, each in value.items()}
    if isinstance(value, tuple):
        return tuple(map(_plain, value))
    return [_plain(each) for each in value] if isinstance(value, list) else value


def _ignore(*_: object) -> None:
    pass
