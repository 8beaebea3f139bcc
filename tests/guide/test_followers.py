"""The screen's sleep and the media controls follow the session."""

import pytest

from backstretch.guide.media_remote import MediaRemote
from backstretch.guide.screen_awake import ScreenAwake
from backstretch.session.commands import Back, Leave, Next, Pause, Play, Toggle


class FakeAwake:
    def __init__(self) -> None:
        self.told: list[str] = []

    def hold(self, reason: str) -> None:
        self.told.append("hold")

    def release(self) -> None:
        self.told.append("release")


def test_the_screen_stays_on_while_playing_and_ten_minutes_into_a_pause(session) -> None:
    led = session()
    awake = FakeAwake()
    led.followers.append(ScreenAwake(awake).take_moment)
    led.do(None, 1)
    assert awake.told == []
    led.play()
    led.run(20)
    led.do(Pause())
    led.run(599)
    assert awake.told == ["hold"]
    led.run(2)
    assert awake.told == ["hold", "release"]
    led.play()
    assert awake.told == ["hold", "release", "hold"]
    led.run()
    assert awake.told == ["hold", "release", "hold", "release"]


def test_leaving_or_closing_lets_the_screen_sleep(session) -> None:
    for leave in (True, False):
        led, awake = session(), FakeAwake()
        screen_awake = ScreenAwake(awake)
        led.followers.append(screen_awake.take_moment)
        led.play()
        if leave:
            led.do(Leave(), 5)
        else:
            screen_awake.end()
        assert awake.told == ["hold", "release"]


@pytest.fixture
def remote(session, media):
    led = session()
    drawn: list[str] = []

    def picture(move) -> str:
        drawn.append(move.id)
        return f"/tmp/{move.id}.png"

    remote = MediaRemote(media, picture)
    remote.take_session(led.routine, led.state.timeline)
    remote.commanded.connect(led.do)
    led.followers.append(remote.take_moment)
    led.remote, led.drawn = remote, drawn
    return led


def test_media_controls_show_the_session(remote, media) -> None:
    led = remote
    led.play()
    led.run(12)
    now = media.shown[-1]
    assert (now.title, now.routine, now.track, now.tracks) == (
        "Butterfly side bends",
        "Balanced back",
        1,
        5,
    )
    assert (now.status, now.art) == ("playing", "/tmp/side-bends.png")
    assert now.length == pytest.approx(led.state.timeline.seconds)
    assert now.position == pytest.approx(12, abs=1.1)
    assert len(media.shown) <= 15
    led.do(Pause())
    assert media.shown[-1].status == "paused"
    led.do(Next())
    assert media.shown[-1].title == "Butterfly spinal articulations"
    assert led.drawn == ["side-bends", "articulations"]
    led.do(Leave(), 1)
    assert media.shown[-1].status == "stopped"
    assert media.shown[-1].title == ""


def test_media_controls_steer(remote, media) -> None:
    led = remote
    led.play()
    media.command("pause")
    assert led.moment.status == "paused"
    media.command("toggle")
    assert led.moment.status == "playing"
    media.command("next")
    assert led.moment.phase.move == 1
    media.command("previous")
    assert led.moment.phase.move == 0


def test_the_commands_are_those_of_the_keys(media) -> None:
    remote = MediaRemote(media, lambda _: "")
    told: list[object] = []
    remote.commanded.connect(told.append)
    remote.start_wanted.connect(lambda: told.append("start"))
    remote.leave_wanted.connect(lambda: told.append("leave"))
    remote.raise_wanted.connect(lambda: told.append("raise"))
    for command in ("play", "pause", "toggle", "next", "previous", "stop", "raise"):
        media.command(command)
    assert told == ["start", "start", "raise"]
    remote._routine = object()
    for command in ("play", "pause", "toggle", "next", "previous", "stop"):
        media.command(command)
    assert told[3:] == [Play(), Pause(), Toggle(), Next(), Back(), "leave"]
