"""Messages pass through the pipe unchanged; anything else is refused."""

import pytest

from backstretch.ports import Utterance
from backstretch.system.voice import protocol


@pytest.mark.parametrize(
    "wanted",
    [
        Utterance("Ausatmen – rund\n", 2.5, 3, "aus"),
        Utterance("Lift", 2.0, at=12.25),
        protocol.Hush(),
        protocol.HushSounds(),
        protocol.DropComing(),
        protocol.DropComingSounds(),
        protocol.PlayChime("tick-left", 3.5),
        protocol.Breathe("out", 5.0, None),
        protocol.SetVolume(0.5),
        protocol.Ping(),
        protocol.Configure("Anna", 1.2, 0),
    ],
)
def test_requests_pass(wanted) -> None:
    line = protocol.written(wanted)
    assert line.endswith("\n")
    assert line.count("\n") == 1
    assert protocol.request(line) == wanted


@pytest.mark.parametrize(
    "told",
    [
        protocol.Ready("espeak-ng", ["a"], True),
        protocol.Began("x", 1.5),
        protocol.Over(),
        protocol.Alive(),
        protocol.Late("x"),
        protocol.Failed("no device"),
    ],
)
def test_reports_pass(told) -> None:
    assert protocol.report(protocol.written(told)) == told


@pytest.mark.parametrize(
    "line", ["", "nonsense", "[]", "{}", '{"say": 3}', '{"say": {"text": "x"}}', '{"sing": {}}']
)
def test_anything_else_is_refused(line) -> None:
    with pytest.raises(ValueError):
        protocol.request(line)
