"""The whole program with services that record their calls, and that call back."""

from pathlib import Path
from typing import get_args

import pytest
from PySide6.QtCore import QLocale, QTimer
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QPushButton

from backstretch.app.program import Program
from backstretch.paths import places
from backstretch.ports import Availability, Chime
from backstretch.session.commands import EndEarly, Jump
from backstretch.settings import Settings
from backstretch.system import desktop
from backstretch.system.voice import pace
from backstretch.ui.language import speak


class Recorder:
    """Any service: remembers every call."""

    def __init__(self, name: str, calls: list) -> None:
        self._name = name
        self._calls = calls

    def __getattr__(self, verb: str):
        def call(*arguments, **named):
            self._calls.append((self._name, verb, arguments, named))

        return call

    def availability(self) -> Availability:
        return Availability(True, self._name)

    def voices(self) -> dict[str, str]:
        return {"anna": "Anna"}

    def seconds(self, text: str) -> float:
        return pace.seconds(text)


class Services:
    def __init__(self) -> None:
        self.calls: list = []
        names = ("voice", "chimes", "awake", "media", "interruptions")
        self.desktop = desktop.Desktop(*(Recorder(name, self.calls) for name in names))

    def told(self, name: str, verb: str) -> list:
        return [a for one, did, a, _ in self.calls if (one, did) == (name, verb)]

    def spoken(self) -> list[str]:
        return [arguments[0].text for arguments in self.told("voice", "say")]


@pytest.fixture
def services(monkeypatch) -> Services:
    services = Services()
    monkeypatch.setattr(desktop, "connect", lambda language, parent: services.desktop)
    return services


@pytest.fixture
def program(qapp, qtbot, services):
    at = places()
    program = Program(qapp, at, Settings(at.settings))
    program.open()
    qtbot.waitExposed(program.window)
    program.guidance.connect_desktop()
    yield program
    program.close()
    program.window.hide()
    program.window.deleteLater()
    qapp.processEvents()


def test_a_german_session_is_spoken_in_german(qapp, qtbot, services, monkeypatch) -> None:
    asked: list[str] = []

    def connect(language, parent):
        asked.append(language)
        return services.desktop

    monkeypatch.setattr(desktop, "connect", connect)
    at, before = places(), QLocale()
    program = Program(qapp, at, Settings(at.settings), speak(qapp, "de"))
    try:
        program.open()
        qtbot.waitExposed(program.window)
        program.guidance.connect_desktop()
        program.today.start()
        assert asked == ["de-DE"]
        assert services.spoken()[0].startswith("Seitbeugen im Schmetterling.")
    finally:
        program.close()
        program.window.hide()
        program.window.deleteLater()
        speak(qapp, "en")
        QLocale.setDefault(before)


@pytest.mark.parametrize(
    ("choice", "in_mat_mode", "heard"),
    [
        ("mat", False, False),
        ("mat", True, True),
        ("always", False, True),
        ("never", True, False),
    ],
)
def test_breath_has_a_tone_in_mat_mode_or_as_chosen(
    program, services, choice, in_mat_mode, heard
) -> None:
    program.settings.change(breath_sounds=choice)
    program.today.start()
    if in_mat_mode:
        program.actions["mat"].trigger()
    services.calls.clear()
    driver = program.sessions.driver()
    driver.command(Jump(1))
    driver.command(EndEarly())
    driver.command(EndEarly())  # the count that waits for the figure
    breaths = {breath for breath, *_ in services.told("chimes", "breathe")}
    assert breaths == ({"in"} if heard else set())


def test_a_session_is_heard_shown_and_kept_awake(program, services, qtbot) -> None:
    program.today.start()
    assert services.spoken()[0].startswith("Butterfly side bends.")
    assert services.told("awake", "hold")
    assert services.told("chimes", "play") == [("change", None)]
    (now,) = services.told("media", "show")[-1]
    assert (now.title, now.status, now.track) == ("Butterfly side bends", "playing", 1)
    assert not QImage(now.art).isNull()
    assert Path(now.art).is_relative_to(program.at.cache)


def test_media_controls_steer_it(program, services) -> None:
    (obey,) = services.told("media", "listen")[0]
    obey("play")
    driver = program.sessions.driver()
    assert driver.moment.status == "playing"
    obey("toggle")
    assert driver.moment.status == "paused"
    assert services.spoken()[-1] == "Paused"
    obey("play")


def test_lock_and_sleep_pause_it_and_say_why(program, services) -> None:
    (interrupted,) = services.told("interruptions", "listen")[0]
    interrupted("lock")
    program.today.start()
    driver = program.sessions.driver()
    interrupted("lock")
    assert (driver.moment.status, driver.moment.why) == ("paused", "locked")
    interrupted("suspend")
    assert driver.moment.why == "locked"


def end_the_session(dialog) -> None:
    for button in dialog.findChildren(QPushButton) if dialog else ():
        if button.text() == "End session":
            button.click()


def test_the_end_lets_go(program, services, qtbot) -> None:
    program.today.start()
    (obey,) = services.told("media", "listen")[0]
    press = QTimer()
    press.setInterval(30)
    press.timeout.connect(lambda: end_the_session(QApplication.activeModalWidget()))
    press.start()
    obey("stop")
    qtbot.waitUntil(lambda: bool(services.told("awake", "release")), timeout=3000)
    press.stop()
    assert services.told("media", "show")[-1][0].status == "stopped"
    program.guidance.close()
    assert services.told("voice", "close")


def test_choices_are_followed(program, services) -> None:
    program.settings.change(voice_level="silent", voice="Anna", voice_rate=1.5, sounds_volume=0.2)
    named = [n for one, did, _, n in services.calls if (one, did) == ("voice", "configure")][-1]
    assert named == {"voice": "Anna", "rate": 1.5, "volume": 0.8}
    assert services.told("chimes", "set_volume")[-1] == (0.2,)
    program.today.start()
    assert services.spoken() == []
    program.guidance.next_level()
    assert program.settings.now.voice_level == "full"
    assert services.spoken() == ["Full guidance"]


def test_a_session_may_start_with_the_left(program, services) -> None:
    program.settings.change(starts_left=True)
    program.today.start()
    from backstretch.session.commands import EndEarly

    program.sessions.driver().command(EndEarly())
    cue = services.spoken()[-1]
    assert "left" in cue
    assert "right" not in cue


def test_screen_readers_are_told_only_what_is_not_spoken(program, services) -> None:
    program.today.start()
    page = program.window.page("practice")
    assert page.announcer.silent
    program.settings.change(voice_level="silent")
    (obey,) = services.told("media", "listen")[0]
    obey("next")
    assert not page.announcer.silent


def test_the_settings_page_can_try_everything(program, services, qtbot) -> None:
    assert program.guidance.voices() == {"anna": "Anna"}
    assert [state.works for state in program.guidance.services().values()] == [True] * 4
    program.guidance.try_voice()
    assert services.spoken()
    program.guidance._trying.setInterval(10)
    program.guidance.try_sounds()
    qtbot.waitUntil(lambda: len(services.told("chimes", "play")) == len(get_args(Chime)))
    qtbot.waitUntil(lambda: not program.guidance._trying.isActive())


def test_asking_for_more_of_a_voice_that_failed_says_why(program, services, monkeypatch) -> None:
    failed = Availability(False, "", "No voice was found.")
    monkeypatch.setattr(Recorder, "availability", lambda _self: failed)
    program.settings.change(voice_level="cues")
    program.guidance.next_level()
    assert program.settings.now.voice_level == "silent"
    assert not program.window.banner.words
    program.guidance.next_level()
    assert program.settings.now.voice_level == "full"
    assert program.window.banner.words == "No voice was found."
