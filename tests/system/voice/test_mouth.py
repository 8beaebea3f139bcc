"""The voice never says two things at once, is never late, and says the more important one first."""

from hypothesis import given
from hypothesis import strategies as some

from backstretch.ports import Utterance
from backstretch.system.voice import pace
from backstretch.system.voice.mouth import Mouth, ask, fall_silent, open_mouth


def a_second_a_word(text: str) -> float:
    return float(len(text.split()))


def test_says_what_fits() -> None:
    mouth = ask(Mouth(), Utterance("one two three", 3.0), now=10)
    mouth, text, late = open_mouth(mouth, 10, a_second_a_word)
    assert (text, late) == ("one two three", ())
    assert mouth.speaking is not None


def test_says_it_shorter_where_it_would_overrun() -> None:
    mouth = ask(Mouth(), Utterance("one two three", 2.5, shorter="one two"), now=0)
    assert open_mouth(mouth, 0, a_second_a_word)[1] == "one two"


def test_leaves_out_what_would_overrun_even_so() -> None:
    mouth = ask(Mouth(), Utterance("one two three", 1.5, shorter="one two"), now=0)
    mouth, text, late = open_mouth(mouth, 0, a_second_a_word)
    assert (mouth, text, late) == (Mouth(), "", ("one two three",))


def test_waits_its_turn_and_is_late_when_the_turn_comes_late() -> None:
    mouth = ask(Mouth(), Utterance("one two three", 3.0), now=0)
    mouth, _, _ = open_mouth(mouth, 0, a_second_a_word)
    mouth = ask(mouth, Utterance("four five", 4.0), now=1)
    assert open_mouth(mouth, 1, a_second_a_word)[1] == ""
    mouth = fall_silent(mouth)
    assert open_mouth(mouth, 3.0, a_second_a_word)[1] == "four five"
    assert open_mouth(mouth, 3.1, a_second_a_word)[1] == ""


def test_what_matters_more_cuts_off_and_goes_first() -> None:
    mouth = ask(Mouth(), Utterance("one two three", 9.0, priority=1), now=0)
    mouth, _, _ = open_mouth(mouth, 0, a_second_a_word)
    mouth = ask(mouth, Utterance("small talk", 9.0, priority=1), now=0)
    stop = Utterance("stop", 9.0, priority=2)
    assert mouth.cut_by(stop, a_second_a_word)
    mouth, text, _ = open_mouth(ask(fall_silent(mouth), stop, now=1), 1, a_second_a_word)
    assert text == "stop"
    assert not mouth.cut_by(Utterance("stop", 9.0, priority=2), a_second_a_word)


def test_what_has_no_room_itself_cuts_nothing_off() -> None:
    mouth = ask(Mouth(), Utterance("one two three", 9.0), now=0)
    mouth, _, _ = open_mouth(mouth, 0, a_second_a_word)
    assert not mouth.cut_by(Utterance("much too long", 1.0, priority=2), a_second_a_word)
    assert mouth.cut_by(Utterance("much too long", 1.0, 2, "short"), a_second_a_word)


utterances = some.builds(
    Utterance,
    text=some.sampled_from(["one", "one two", "one two three", "one two three four"]),
    room=some.floats(0, 6),
    priority=some.integers(0, 2),
    shorter=some.sampled_from(["", "one"]),
)


@given(some.lists(some.tuples(some.floats(0, 2), utterances), max_size=12))
def test_whatever_is_asked_nothing_is_late_and_nothing_overlaps(asked) -> None:
    """Plays the asked-for utterances out on a clock of its own."""
    mouth, now, busy_until = Mouth(), 0.0, 0.0

    def speak() -> None:
        nonlocal mouth, busy_until
        deadlines = {id(one.utterance): one.deadline for one in mouth.waiting}
        was_silent = mouth.speaking is None
        mouth, text, _ = open_mouth(mouth, now, a_second_a_word)
        if text:
            assert was_silent
            assert mouth.speaking is not None
            busy_until = now + a_second_a_word(text)
            assert busy_until <= deadlines[id(mouth.speaking)]

    for gap, utterance in asked:
        until = now + gap
        while mouth.speaking is not None and busy_until <= until:
            now = busy_until
            mouth = fall_silent(mouth)
            speak()
        now = until
        if mouth.cut_by(utterance, a_second_a_word):
            assert utterance.priority > mouth.speaking.priority
            mouth = fall_silent(mouth)
        mouth = ask(mouth, utterance, now)
        speak()


def test_the_estimate_of_a_texts_length() -> None:
    assert pace.seconds("") == pace.seconds("  ") == 0
    assert 0.3 < pace.seconds("4") < 0.7
    assert 1.0 < pace.seconds("Exhale, round") < 1.5
    assert pace.seconds("Lift", rate=2) == pace.seconds("Lift") / 2
    assert pace.seconds("吐く、丸める") > 1
