"""What goes over the pipe comes out as it went in; anything else is refused."""

import pytest

from backstretch.ports import Utterance
from backstretch.system.voice import lines


@pytest.mark.parametrize(
    "wanted",
    [Utterance("Ausatmen – rund\n", 2.5, 3, "aus"), lines.Hush(), lines.Configure("Anna", 1.2, 0)],
)
def test_requests_pass(wanted) -> None:
    line = lines.written(wanted)
    assert line.endswith("\n")
    assert line.count("\n") == 1
    assert lines.request(line) == wanted


@pytest.mark.parametrize(
    "told",
    [
        lines.Ready("espeak-ng", ["a"]),
        lines.Began("x", 1.5),
        lines.Over(),
        lines.Late("x"),
        lines.Failed("no device"),
    ],
)
def test_reports_pass(told) -> None:
    assert lines.report(lines.written(told)) == told


@pytest.mark.parametrize(
    "line", ["", "nonsense", "[]", "{}", '{"say": 3}', '{"say": {"text": "x"}}', '{"sing": {}}']
)
def test_anything_else_is_refused(line) -> None:
    with pytest.raises(ValueError):
        lines.request(line)
