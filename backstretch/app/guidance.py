"""Connects voice, chimes, screen saver, media controls and screen readers to the driver, late."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, assert_never, get_args

from PySide6.QtCore import QCoreApplication, QLocale, QObject, QSize, QTimer, Signal

from backstretch.private_files import private_folder, replacing

if TYPE_CHECKING:
    from pathlib import Path

    from backstretch.app.familiar import Known
    from backstretch.guide.driver import Driver
    from backstretch.guide.lookahead import Lookahead
    from backstretch.guide.media_remote import MediaRemote
    from backstretch.guide.narrator import Narrator
    from backstretch.guide.screen_awake import ScreenAwake
    from backstretch.ports import Availability, Chime, Interruption
    from backstretch.routine.model import Move
    from backstretch.session.commands import Why
    from backstretch.session.happenings import Happening
    from backstretch.session.moment import Moment
    from backstretch.session.timeline import Timeline
    from backstretch.settings import Preferences, Settings
    from backstretch.system.desktop import Desktop
    from backstretch.ui.parts.move_pictures import MovePictures
    from backstretch.ui.practice.announcer import Announcer
    from backstretch.ui.theme import Appearance

_ART_PIXELS = 320
_BETWEEN_CHIMES_MS = 1600
_PAUSES: "Mapping[Interruption, Why]" = {"suspend": "slept", "lock": "locked"}


class Guidance(QObject):
    """Builds nothing before `connect_desktop`.

    `start_wanted`: a media control asks for a session and none is open. `leave_wanted`: it asks to
    end the one that is. `raise_wanted`: it asks for the window. `voice_missed` says why nothing is
    heard although the user asked for it.
    """

    start_wanted = Signal()
    leave_wanted = Signal()
    raise_wanted = Signal()
    voice_missed = Signal(str)

    def __init__(
        self,
        settings: "Settings",
        appearance: "Appearance",
        pictures: "Callable[[], MovePictures]",
        art: "Path",
        language: str,
    ) -> None:
        """`art` is the folder for the pictures that media controls show; `language` is the
        window's."""
        super().__init__()
        self._settings = settings
        self._appearance = appearance
        self._pictures = pictures
        self._art = art
        self._language = language
        self._driver: Driver | None = None
        self._desktop: Desktop | None = None
        self._narrator: Narrator | None = None
        self._lookahead: Lookahead | None = None
        self._screen_awake: ScreenAwake | None = None
        self._remote: MediaRemote | None = None
        self._announcer: Announcer | None = None
        self._known: Known | None = None
        self._in_mat_mode = False
        self._drawn: set[str] = set()
        self._trials: list[Chime] = []
        self._trying = QTimer(self)
        self._trying.setInterval(_BETWEEN_CHIMES_MS)
        self._trying.timeout.connect(self._try_next_sound)

    def connect_desktop(self) -> None:
        """Finds the services and starts following. Called after the first paint, as it takes a
        while."""
        from backstretch.guide.media_remote import MediaRemote
        from backstretch.guide.narrator import Narrator
        from backstretch.guide.on_time import ChimesOnTime, VoiceOnTime
        from backstretch.guide.screen_awake import ScreenAwake
        from backstretch.system.desktop import connect

        desktop = self._desktop = connect(_spoken_language(self._language), self)
        voice, chimes = (
            VoiceOnTime(desktop.voice, self._due),
            ChimesOnTime(desktop.chimes, self._due),
        )
        self._narrator = Narrator(voice, chimes, lambda text, _rate: voice.seconds(text), self)
        self._screen_awake = ScreenAwake(desktop.awake, self)
        self._remote = MediaRemote(desktop.media, self._picture, self)
        self._remote.commanded.connect(self._command)
        self._remote.start_wanted.connect(self.start_wanted)
        self._remote.leave_wanted.connect(self.leave_wanted)
        self._remote.raise_wanted.connect(self.raise_wanted)
        desktop.interruptions.listen(self._interrupted)
        self._follow_settings(self._settings.now)
        self._settings.listen(self._follow_settings)
        if self._known is not None:
            self.begin(self._known)
        if self._driver is not None:
            self._listen_ahead(self._driver)
            if self._driver.timeline is not None:
                self._take_timeline(self._driver.timeline)

    def follow(self, driver: "Driver") -> None:
        """Follows the session that `driver` drives."""
        self._driver = driver
        driver.timeline_changed.connect(self._take_timeline)
        driver.moment_changed.connect(self._take_moment)
        if self._narrator is not None:
            self._listen_ahead(driver)

    def begin(self, known: "Known") -> None:
        """Prepares for a session of somebody who knows the moves this well."""
        self._known = known
        if self._narrator is not None:
            self._narrator.begin(known.moves, known.sessions)

    def take_mat_mode(self, on: bool) -> None:
        """Mat mode was entered or left: each breath then has its tone, if the user wants that."""
        self._in_mat_mode = on
        self._follow_settings(self._settings.now)

    def quieten(self, announcer: "Announcer") -> None:
        """Keeps `announcer` silent while our own voice speaks, so that nothing is heard twice."""
        self._announcer = announcer

    def close(self) -> None:
        self._trying.stop()
        if self._desktop is not None:
            self.end_session()
            self._desktop.close()
            self._desktop = None

    # --- for the settings page ---

    def voices(self) -> Mapping[str, str]:
        return self._desktop.voice.voices() if self._desktop is not None else {}

    def services(self) -> Mapping[str, "Availability"]:
        """What works on this computer, by names for the user."""
        if self._desktop is None:
            return {}
        desktop = self._desktop
        return {
            QCoreApplication.translate("Guide", "Voice"): desktop.voice.availability(),
            QCoreApplication.translate("Guide", "Sounds"): desktop.chimes.availability(),
            QCoreApplication.translate("Guide", "Screen stays on"): desktop.awake.availability(),
            QCoreApplication.translate("Guide", "Media controls"): desktop.media.availability(),
        }

    def next_level(self) -> None:
        """Steps through the levels: full, cues, silent, full."""
        from backstretch.ports import Level

        settings = self._settings
        levels = get_args(Level)
        settings.change(
            voice_level=levels[(levels.index(settings.now.voice_level) + 1) % len(levels)]
        )
        if self._narrator is not None:
            self._narrator.tell_level()
        if self._desktop is not None and settings.now.voice_level != "silent":
            voice = self._desktop.voice.availability()
            if not voice.works:
                # Or the user would go on waiting for words.
                self.voice_missed.emit(voice.advice)

    def try_voice(self) -> None:
        if self._narrator is not None:
            self._narrator.check_sound()

    def try_sounds(self) -> None:
        """Plays all chimes, one after another."""
        from backstretch.ports import Chime

        self._trials = list(get_args(Chime))
        self._trying.start()
        self._try_next_sound()

    def _try_next_sound(self) -> None:
        if self._desktop is not None and self._trials:
            self._desktop.chimes.play(self._trials.pop(0))
        else:
            self._trying.stop()

    # --- following ---

    def _take_timeline(self, timeline: "Timeline") -> None:
        state = self._driver.state if self._driver is not None else None
        if state is not None and self._narrator is not None and self._remote is not None:
            self._narrator.take_session(state.routine, timeline)
            self._remote.take_session(state.routine, timeline)

    def _listen_ahead(self, driver: "Driver") -> None:
        """The narrator follows the session a moment ahead, so that what it asks for is heard on
        time."""
        from backstretch.guide.lookahead import Lookahead
        from backstretch.session import clock

        assert self._narrator is not None
        ahead = self._lookahead = Lookahead(driver, clock.now, self)
        ahead.turned.connect(self._drop_coming)
        ahead.happened.connect(self._take_happening)
        ahead.moment_changed.connect(self._narrator.take_moment)

    def _due(self) -> float | None:
        return self._lookahead.due if self._lookahead is not None else None

    def _drop_coming(self) -> None:
        if self._desktop is not None:
            self._desktop.voice.drop_coming()
            self._desktop.chimes.drop_coming()

    def _take_happening(self, happening: "Happening") -> None:
        from backstretch.session.happenings import Ended, Paused

        assert self._narrator is not None
        if isinstance(happening, Paused | Ended) and self._due() is None:
            assert self._desktop is not None
            self._desktop.chimes.hush()
        self._narrator.take_happening(happening)

    def _take_moment(self, moment: "Moment") -> None:
        if self._narrator is None:
            return
        if self._announcer is not None:
            self._announcer.silent = self._speaks()
        assert self._screen_awake is not None
        assert self._remote is not None
        self._screen_awake.take_moment(moment)
        self._remote.take_moment(moment)

    def end_session(self) -> None:
        """Lets the screen sleep and tells the media controls that nothing plays."""
        for follower in (self._screen_awake, self._remote):
            if follower is not None:
                follower.end()

    def _follow_settings(self, now: "Preferences") -> None:
        if self._desktop is None or self._narrator is None:
            return
        self._narrator.choose(now.voice_level, now.voice_rate, now.coaching)
        self._narrator.breath_sounds = self._breathes_aloud(now)
        self._desktop.voice.configure(voice=now.voice, rate=now.voice_rate, volume=now.voice_volume)
        self._desktop.chimes.set_volume(now.sounds_volume)

    def _breathes_aloud(self, now: "Preferences") -> bool:
        match now.breath_sounds:
            case "never":
                return False
            case "mat":
                return self._in_mat_mode
            case "always":
                return True
            case _:
                assert_never(now.breath_sounds)

    def _speaks(self) -> bool:
        """True if our own voice leads."""
        if self._desktop is None or self._settings.now.voice_level == "silent":
            return False
        return self._desktop.voice.availability().works

    # --- what comes from outside ---

    def _command(self, command: object) -> None:
        if self._driver is not None:
            self._driver.command(command)  # type: ignore[arg-type]

    def _interrupted(self, interruption: "Interruption") -> None:
        from backstretch.session.commands import Pause

        moment = self._driver.moment if self._driver is not None else None
        if moment is not None and moment.status == "playing":
            self._command(Pause(_PAUSES[interruption]))

    def _picture(self, move: "Move") -> str:
        """The path of a picture of `move`, drawn once per run; "" if it cannot be written."""
        from backstretch.figure.look import look_of

        look, theme = look_of(self._settings.now.figure), self._appearance.theme.name
        file = self._art / f"{move.id}-{look.name}-{theme}.png"
        if file.name not in self._drawn:
            size = QSize(_ART_PIXELS, _ART_PIXELS)
            picture = self._pictures().picture(move, look, size, 1.0)
            try:
                private_folder(self._art)
                with replacing(file) as draft:
                    # Qt says only that it failed, so what it left is not taken for a picture.
                    if not picture.save(str(draft), "PNG"):
                        return ""
            except OSError:
                return ""
            self._drawn.add(file.name)
        return str(file)


def _spoken_language(language: str) -> str:
    """The language tag with the user's region if it fits (en becomes en-GB), for choosing a
    voice."""
    local = QLocale().name().replace("_", "-")
    return local if local.split("-")[0] == language.split("-")[0] else language
