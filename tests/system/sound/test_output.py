"""The device opens for what is to be heard, closes after silence, and is found again."""

from array import array

import pytest

from backstretch.system.sound.device import NoDeviceError
from backstretch.system.sound.mixer import EASE_FRAMES, Mixer
from backstretch.system.sound.output import Output


class Shop:
    """Sells devices while there are any; the clock is turned by hand."""

    def __init__(self) -> None:
        self.now = 0.0
        self.has_device = True
        self.opened = 0
        self.closed = 0
        self.ask = None
        self.mixer = Mixer()
        self.output = Output(self.mixer, self.open, lambda: self.now)

    def open(self):
        if not self.has_device:
            raise NoDeviceError("sold out")
        self.opened += 1
        return self

    name = "device"
    latency = 0.05

    def start(self, ask) -> None:
        self.ask = ask

    def close(self) -> None:
        self.closed += 1
        self.ask = None

    def go_on(self, seconds: float, asks: bool = True) -> None:
        for _ in range(round(seconds / 0.1)):
            self.now += 0.1
            if asks and self.ask:
                self.ask(2400)
            self.output.watch()


@pytest.fixture
def shop() -> Shop:
    return Shop()


def test_it_opens_when_there_is_something_and_closes_after_a_while(shop) -> None:
    assert shop.opened == 0
    shop.output.wake()
    shop.mixer.add(array("h", [1] * 24000 * 8), "voice")
    shop.go_on(8.5)
    assert (shop.opened, shop.closed) == (1, 0)
    shop.go_on(10)
    assert (shop.opened, shop.closed) == (1, 1)
    shop.output.wake()
    assert shop.opened == 2


def test_what_was_being_said_goes_on_with_the_device_that_comes_back(shop) -> None:
    shop.output.wake()
    shop.mixer.add(array("h", [1] * 24000), "voice")
    shop.go_on(0.5)
    shop.go_on(1.9, asks=False)
    assert shop.opened == 1, "a device just opened is given time"
    shop.go_on(0.3, asks=False)
    assert (shop.opened, shop.closed) == (2, 1)
    shop.go_on(1.0)
    assert shop.mixer.is_empty


def test_without_a_device_it_looks_again_now_and_then_and_keeps_nothing(shop) -> None:
    shop.has_device = False
    shop.output.wake()
    assert shop.output.is_missing
    shop.has_device = True
    shop.output.wake()
    assert shop.output.is_missing
    shop.go_on(2.5)
    assert not shop.output.is_missing
    assert shop.opened == 1


def test_what_was_mixed_ahead_is_mixed_anew_when_something_is_to_be_heard_at_once(shop) -> None:
    shop.mixer.add(array("h", [100] * 24000), "sounds")
    shop.output.wake()
    heard = [*shop.ask(2400)[::2], *shop.ask(2400)[::2]]
    assert heard == [100] * 4800
    shop.now += 0.06
    shop.mixer.add(array("h", [7] * 24000), "voice")
    shop.output.watch()
    assert (shop.opened, shop.closed) == (2, 1)
    assert set(shop.ask(2400)[2 * EASE_FRAMES :]) == {107}


def test_what_is_hushed_closes_the_device_at_once(shop) -> None:
    shop.mixer.add(array("h", [100] * 24000), "voice")
    shop.output.wake()
    shop.ask(2400)
    shop.mixer.drop("voice")
    shop.output.watch()
    assert (shop.opened, shop.closed) == (1, 1)
    assert shop.output.patience is None, "nothing has to be watched until something is to be heard"
    shop.output.wake()
    assert set(shop.ask(2400)) == {0}


def test_a_device_that_stays_away_is_looked_for_ever_less_often(shop) -> None:
    tries = []
    shop.has_device = False
    real = shop.open
    shop.output._find_device = lambda: (tries.append(shop.now), real())
    shop.output.wake()
    shop.go_on(100)
    assert tries[1] - tries[0] < 2.5
    assert 9 < tries[-1] - tries[-2] < 11


def test_a_device_that_is_gone_for_good_lets_everything_end(shop) -> None:
    ended = []
    shop.output.wake()
    shop.mixer.add(array("h", [1] * 24000), "voice", ended=lambda: ended.append(True))
    shop.go_on(0.3)
    shop.has_device = False
    shop.go_on(2.5, asks=False)
    assert shop.output.is_missing
    assert ended == [True]
    assert shop.mixer.is_empty
