"""The session is steered and read by playerctl, over a real bus."""

import shutil
import subprocess
from dataclasses import replace

import pytest

from backstretch.identity import ID
from backstretch.ports import NowPlaying
from backstretch.system.bus import Bus
from backstretch.system.media.mpris import MprisControls
from backstretch.system.media.mpris_properties import NAME, track_path

if shutil.which("playerctl") is None:
    pytest.skip("playerctl is not installed", allow_module_level=True)

NOW = NowPlaying(
    "Butterfly side bends", "Balanced back", 1, 5, "playing", 12.5, 423.25, "/tmp/bends.png"
)


class Remote:
    def __init__(self) -> None:
        self.seconds = 100.0
        self.commands: list[str] = []
        self.bus = Bus()
        self.controls = MprisControls(self.bus, lambda: self.seconds)
        self.controls.listen(self.commands.append)


@pytest.fixture
def remote(private_bus, until):
    remote = Remote()
    until(lambda: remote.controls.availability().works)
    yield remote
    remote.controls.close()


def test_playerctl_reads_the_session(remote, ask) -> None:
    assert ask("playerctl", "--list-all") == ID
    assert ask("playerctl", "status") == "Stopped"
    remote.controls.show(NOW)
    assert ask("playerctl", "status") == "Playing"
    shown = ask(
        "playerctl",
        "metadata",
        "--format",
        "{{title}}|{{artist}}|{{album}}|{{duration(mpris:length)}}|{{mpris:length}}|"
        "{{xesam:trackNumber}}|{{mpris:artUrl}}|{{status}}",
    )
    assert shown == (
        "Butterfly side bends|Balanced back|Balanced back|7:03|423250000|1|"
        "file:///tmp/bends.png|Playing"
    )
    assert ask("playerctl", "metadata", "xesam:title") == "Butterfly side bends"


def test_the_position_goes_on_only_while_playing(remote, ask) -> None:
    remote.controls.show(NOW)
    remote.seconds += 3
    assert float(ask("playerctl", "position")) == pytest.approx(15.5, abs=0.2)
    assert ask("playerctl", "metadata", "--format", "{{duration(position)}}") == "0:15"
    remote.controls.show(replace(NOW, status="paused", position=15.5))
    remote.seconds += 60
    assert float(ask("playerctl", "position")) == pytest.approx(15.5, abs=0.2)


def test_playerctl_steers(remote, ask) -> None:
    remote.controls.show(NOW)
    for verb in ("play", "pause", "play-pause", "next", "previous", "stop"):
        ask("playerctl", verb)
    assert remote.commands == ["play", "pause", "toggle", "next", "previous", "stop"]
    ask(
        "dbus-send",
        "--print-reply",
        f"--dest={NAME}",
        "/org/mpris/MediaPlayer2",
        "org.mpris.MediaPlayer2.Raise",
    )
    assert remote.commands[-1] == "raise"


def test_what_is_not_offered_has_no_effect(remote, ask) -> None:
    """A session cannot be put at a given second, so nothing must move, least of all backwards."""
    remote.controls.show(NOW)
    for place in ("200", "10+", "100-", "10000+"):
        ask("playerctl", "position", place)
    call = ("dbus-send", "--print-reply", f"--dest={NAME}")
    player = ("/org/mpris/MediaPlayer2", "org.mpris.MediaPlayer2.Player")
    for member, arguments in (
        ("Seek", ("int64:5000000",)),
        ("Seek", ("int64:-5000000",)),
        ("Seek", ("int64:900000000",)),
        ("SetPosition", (f"objpath:{track_path(1)}", "int64:90000000")),
    ):
        assert "Error" not in ask(*call, player[0], f"{player[1]}.{member}", *arguments)
    assert remote.commands == []
    assert float(ask("playerctl", "position")) == pytest.approx(12.5, abs=0.2)


def test_only_what_can_be_done_is_offered(remote, ask) -> None:
    def offered(name: str) -> str:
        call = ("dbus-send", "--print-reply=literal", f"--dest={NAME}")
        get = "org.freedesktop.DBus.Properties.Get"
        which = ("string:org.mpris.MediaPlayer2.Player", f"string:{name}")
        return ask(*call, "/org/mpris/MediaPlayer2", get, *which).split()[-1]

    names = ("CanSeek", "CanGoNext", "CanGoPrevious", "CanPlay", "CanPause")
    assert [offered(name) for name in names] == ["false", "false", "false", "true", "true"]
    remote.controls.show(NOW)
    assert [offered(name) for name in names] == ["false", "true", "true", "true", "true"]


def test_followers_hear_of_changes(remote, until, private_bus, tmp_path) -> None:
    overheard = tmp_path / "follower.txt"
    told = "{{status}} {{title}} {{duration(mpris:length)}}"
    with overheard.open("w") as output:
        follower = subprocess.Popen(
            ["playerctl", "--follow", "metadata", "--format", told], stdout=output
        )
    remote.controls.show(NOW)
    until(lambda: "Playing Butterfly side bends 7:03\n" in overheard.read_text())
    remote.controls.show(replace(NOW, status="paused"))
    until(lambda: "Paused Butterfly side bends 7:03\n" in overheard.read_text())
    remote.controls.show(replace(NOW, title="Upper back lifts", track=3, length=400.0))
    until(lambda: "Playing Upper back lifts 6:40\n" in overheard.read_text())
    follower.kill()
    follower.wait()


def test_seeked_is_said_for_jumps_and_not_for_the_passing_of_time(
    remote, until, private_bus
) -> None:
    listener = Bus()
    seeks: list[int] = []
    changes: list[dict] = []
    listener.watch("org.mpris.MediaPlayer2.Player", "Seeked", lambda c: seeks.append(c.body[0]))
    listener.watch(
        "org.freedesktop.DBus.Properties",
        "PropertiesChanged",
        lambda call: changes.append(call.body[1]),
    )
    until(lambda: not listener._waiting)
    remote.controls.show(NOW)
    until(lambda: len(seeks) == 1 and len(changes) == 1)
    assert set(changes[0]) == {"PlaybackStatus", "Metadata", "CanGoNext", "CanGoPrevious"}
    for _ in range(5):
        remote.seconds += 1
        remote.controls.show(replace(NOW, position=remote.seconds - 87.5))
    remote.controls.show(replace(NOW, position=200.0))
    until(lambda: len(seeks) == 2)
    assert seeks[1] == 200_000_000
    assert len(changes) == 1
    listener.close()


def test_foolish_calls_are_answered_with_errors(remote, ask) -> None:
    destination = f"--dest={NAME}"
    path = "/org/mpris/MediaPlayer2"
    answer = ask("dbus-send", "--print-reply", destination, path, "org.example.Nothing")
    assert "UnknownMethod" in answer
    answer = ask("dbus-send", "--print-reply", destination, "/elsewhere", "org.example.X.Nothing")
    assert "UnknownObject" in answer
    get = "org.freedesktop.DBus.Properties.Get"
    answer = ask(
        "dbus-send",
        "--print-reply",
        destination,
        path,
        get,
        "string:org.mpris.MediaPlayer2",
        "string:Colour",
    )
    assert "UnknownProperty" in answer


def test_a_second_player_takes_a_name_of_its_own(remote, until, ask) -> None:
    second = Bus()
    controls = MprisControls(second)
    until(lambda: controls.availability().works)
    assert len(ask("playerctl", "--list-all").splitlines()) == 2
    controls.close()
