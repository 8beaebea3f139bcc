"""The figure on Today moves slowly, seldom, and only where someone looks."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from backstretch.assets import folder
from backstretch.figure.look import looks
from backstretch.figure.poses import load_poses
from backstretch.routine.load import load
from backstretch.routine.model import Move
from backstretch.session.layout import lay_out
from backstretch.session.plan import plan_for
from backstretch.ui.theme import Appearance
from backstretch.ui.today.hero import RATE, STILL_AFTER_SECONDS, Hero
from backstretch.ui.today.hero_film import MOST_KEPT_BYTES, HeroFilm, hero_film

POSES = load_poses()
ROUTINE = load(folder("routines") / "balanced-back.yaml", POSES).routine
assert ROUTINE is not None
PHASES = lay_out(ROUTINE, plan_for(ROUTINE), POSES).phases


def film_of_move(move: Move) -> HeroFilm:
    own = [phase for phase in PHASES if phase.move_id == move.id]
    film = hero_film(move, own, POSES, looks()[0], RATE)
    assert film is not None
    return film


class Clock:
    now = 100.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def hero(qtbot: QtBot, appearance: Appearance, clock: Clock) -> Iterator[Hero]:
    assert ROUTINE is not None
    window = QWidget()
    qtbot.addWidget(window)
    hero = Hero(appearance, clock)
    hero.setParent(window)
    window.resize(700, 500)
    hero.resize(700, 500)
    hero.stand_in(QRectF(200, 20, 480, 400))
    window.show()
    window.activateWindow()
    qtbot.waitUntil(hero.isActiveWindow)
    hero.play(film_of_move(ROUTINE.moves[0]))
    yield hero
    hero.hide()


def test_it_paints_at_most_fifteen_pictures_a_second(
    hero: Hero, clock: Clock, qtbot: QtBot
) -> None:
    assert RATE <= 15
    assert hero._timer.interval() >= 1000 / 15
    QApplication.processEvents()
    hero.pictures = 0
    for _ in range(10):
        clock.now += 0.1
        hero._tick()
        QApplication.processEvents()
    assert 5 <= hero.pictures <= 10


def test_it_is_still_after_a_minute_hidden_or_with_less_motion(hero: Hero, clock: Clock) -> None:
    assert hero.is_moving
    clock.now += STILL_AFTER_SECONDS - 1
    hero._tick()
    assert hero.is_moving
    clock.now += 1
    hero._tick()
    assert not hero.is_moving
    hero.hide()
    hero.show()
    assert hero.is_moving
    hero.keep_still(True)
    assert not hero.is_moving
    hero.keep_still(False)
    assert hero.is_moving
    hero.hide()
    assert not hero.is_moving


def test_it_is_still_while_another_window_has_the_focus(
    hero: Hero, qtbot: QtBot, appearance: Appearance
) -> None:
    other = QWidget()
    qtbot.addWidget(other)
    other.show()
    other.activateWindow()
    qtbot.waitUntil(other.isActiveWindow)
    assert not hero.is_moving
    hero.window().activateWindow()
    qtbot.waitUntil(lambda: hero.is_moving)


def test_it_goes_on_from_where_it_stood(hero: Hero, clock: Clock) -> None:
    clock.now += 2.0
    hero._tick()
    at = hero._at
    hero.hide()
    clock.now += 500.0
    hero.show()
    hero._tick()
    assert hero._at == at


@pytest.mark.parametrize("place", range(5))
def test_every_move_can_be_shown_and_ends_where_it_begins(place: int) -> None:
    assert ROUTINE is not None
    film = film_of_move(ROUTINE.moves[place])
    assert 0 < film.telling < film.count
    assert film.count > 1.5 * RATE
    first, last = film.film.drawings(0.0)[1], film.film.drawings(1.0)[1]
    assert first.box == pytest.approx(last.box, abs=0.02)


def test_a_move_with_two_sides_reaches_away_from_the_words() -> None:
    assert ROUTINE is not None
    film = film_of_move(ROUTINE.moves[0]).film
    sides = {phase.side_counted for phase in film.phases}
    assert len(sides) == 1
    left, _, right, _ = film.box
    assert right > -left


def test_pictures_are_kept_within_bounds_and_dropped_when_hidden(hero: Hero, clock: Clock) -> None:
    film = hero._film
    assert film is not None
    for number in range(film.count):
        hero._at = number
        hero._picture(film)
    assert 0 < film._kept_bytes <= MOST_KEPT_BYTES
    assert hero._picture(film)[1] is hero._picture(film)[1]
    hero.hide()
    assert film._kept_bytes == 0
