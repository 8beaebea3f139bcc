"""The services of this computer: of each the best that works here, the last one silent."""

import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from backstretch.ports import Awake, Chimes, Interruptions, MediaControls, Voice

if TYPE_CHECKING:
    from backstretch.system.bus import Bus


@dataclass(frozen=True, slots=True)
class Desktop:
    """The services that `connect` found. `close` releases all of them."""

    voice: Voice
    chimes: Chimes
    awake: Awake
    media: MediaControls
    interruptions: Interruptions

    def close(self) -> None:
        self.awake.release()
        for service in (self.chimes, self.voice, self.media, self.interruptions):
            service.close()


def connect(language: str, parent: QObject) -> Desktop:
    """Finds the services for a window in `language` (a tag such as `de` or `pt-BR`). Called after
    the first paint. Takes a few milliseconds and waits for nothing: a service that turns out not to
    work is replaced by the next one later."""
    session, system = _bus("SESSION", parent), _bus("SYSTEM", parent)
    voice, chimes = _sound(language, parent)
    return Desktop(
        voice=voice,
        chimes=chimes,
        awake=_awake(session, parent),
        media=_media(session),
        interruptions=_interruptions(system, session),
    )


def _bus(which: str, parent: QObject) -> "Bus | None":
    if not _has_buses():
        return None
    try:
        from backstretch.system.bus import Bus, NoBusError
    except ImportError:
        return None
    try:
        return Bus("SYSTEM" if which == "SYSTEM" else "SESSION", parent)
    except NoBusError:
        return None


def _has_buses() -> bool:
    return sys.platform not in ("win32", "darwin")


def _sound(language: str, parent: QObject) -> tuple[Voice, Chimes]:
    from backstretch.system.sound.chimes import SoftChimes
    from backstretch.system.voice.speech import SpokenVoice, commands

    voice = SpokenVoice(commands(language), language, parent)
    return voice, SoftChimes(voice)


def _awake(session: "Bus | None", parent: QObject) -> Awake:
    if session is not None:
        from backstretch.system.awake.freedesktop import FreedesktopAwake

        return FreedesktopAwake(session, parent)
    if sys.platform == "darwin":
        from backstretch.system.awake.caffeinate import CaffeinateAwake

        return CaffeinateAwake()
    if sys.platform == "win32":
        from backstretch.system.awake.windows import WindowsAwake

        return WindowsAwake()
    from backstretch.system.awake.absent import AbsentAwake

    return AbsentAwake()


def _media(session: "Bus | None") -> MediaControls:
    if session is not None:
        from backstretch.system.media.mpris import MprisControls

        return MprisControls(session)
    from backstretch.system.media.absent import AbsentMediaControls

    return AbsentMediaControls()


def _interruptions(system: "Bus | None", session: "Bus | None") -> Interruptions:
    if system is None and session is None:
        from backstretch.system.interruptions.absent import AbsentInterruptions

        return AbsentInterruptions()
    from backstretch.system.interruptions.freedesktop import DesktopInterruptions

    return DesktopInterruptions(system, session)
