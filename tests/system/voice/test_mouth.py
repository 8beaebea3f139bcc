"""The voice never says two things at once, is never late, and says the more important one first."""

from hypothesis import given
from hypothesis import strategies as some

from backstretch.ports import Utterance
from backstretch.system.voice import mouth as mouths
from backstretch.system.voice import pace
from backstretch.system.voice.mouth import Mouth, Said, drop_coming, fall_silent


def a_second_a_word(text: str) -> float:
    return float(len(text.split()))


def no_lead(_text: str) -> float:
    return 0.0


def ask(mouth: Mouth, utterance: Utterance, now: float) -> Mouth:
    return mouths.let_come(mouths.ask(mouth, utterance, now), now, no_lead)


def open_mouth(mouth: Mouth, now: float) -> tuple[Mouth, Said]:
    return mouths.open_mouth(mouth, now, a_second_a_word)


def test_says_what_fits() -> None:
    mouth = ask(Mouth(), Utterance("one two three", 3.0), now=10)
    mouth, said = open_mouth(mouth, 10)
    assert said == Said("one two three")
    assert (mouth.speaking.text, mouth.over_at) == ("one two three", 13)


def test_says_it_shorter_where_it_would_overrun() -> None:
    mouth = ask(Mouth(), Utterance("one two three", 2.5, shorter="one two"), now=0)
    assert open_mouth(mouth, 0)[1] == Said("one two")


def test_leaves_out_what_would_overrun_even_so() -> None:
    mouth = ask(Mouth(), Utterance("one two three", 1.5, shorter="one two"), now=0)
    assert open_mouth(mouth, 0) == (Mouth(), Said(late=("one two three",)))


def test_waits_its_turn_and_is_late_when_the_turn_comes_late() -> None:
    mouth = ask(Mouth(), Utterance("one two three", 3.0), now=0)
    mouth, _ = open_mouth(mouth, 0)
    mouth = ask(mouth, Utterance("four five", 4.0), now=1)
    assert open_mouth(mouth, 1)[1] == Said()
    mouth = fall_silent(mouth)
    assert open_mouth(mouth, 3.0)[1] == Said("four five")
    assert open_mouth(mouth, 3.1)[1] == Said(late=("four five",))


def test_what_matters_more_cuts_off_and_goes_first() -> None:
    mouth = ask(Mouth(), Utterance("one two three", 9.0, priority=1), now=0)
    mouth, _ = open_mouth(mouth, 0)
    mouth = ask(mouth, Utterance("small talk", 9.0, priority=1), now=0)
    assert not mouth.cut_by(1, a_second_a_word)
    mouth = ask(mouth, Utterance("stop", 9.0, priority=2), now=1)
    assert mouth.cut_by(1, a_second_a_word)
    mouth, said = open_mouth(fall_silent(mouth), 1)
    assert said.text == "stop"
    mouth = ask(mouth, Utterance("stop", 9.0, priority=2), now=1)
    assert not mouth.cut_by(1, a_second_a_word)


def test_what_has_no_room_itself_cuts_nothing_off() -> None:
    speaking, _ = open_mouth(ask(Mouth(), Utterance("one two three", 9.0), now=0), 0)
    assert not ask(speaking, Utterance("much too long", 1.0, 2), 0).cut_by(0, a_second_a_word)
    shorter = ask(speaking, Utterance("much too long", 1.0, 2, "short"), 0)
    assert shorter.cut_by(0, a_second_a_word)


def test_what_comes_later_waits_for_its_time_and_is_handed_over_a_little_before() -> None:
    mouth = mouths.ask(Mouth(), Utterance("one two", 2.0, at=10.0), 9.0)
    lead = lambda _text: 0.25  # noqa: E731
    assert mouths.next_coming(mouth, lead) == 9.75
    assert mouths.let_come(mouth, 9.7, lead) == mouth
    due = mouths.let_come(mouth, 9.75, lead)
    speaking, said = open_mouth(due, 9.75)
    assert said == Said("one two", at=10.0)
    assert speaking.over_at == 12.0
    assert drop_coming(mouth) == Mouth()


def test_what_is_over_before_the_next_begins_is_not_cut_off_for_it() -> None:
    mouth, _ = open_mouth(ask(Mouth(), Utterance("one two", 2.0), now=0), 0)
    mouth = mouths.ask(mouth, Utterance("three", 2.0, priority=3, at=2.0), 0.5)
    mouth = mouths.let_come(mouth, 1.8, lambda _text: 0.25)
    assert not mouth.cut_by(1.8, a_second_a_word)
    longer = mouths.ask(mouth, Utterance("four", 2.0, priority=3, at=1.9), 1.8)
    assert mouths.let_come(longer, 1.8, lambda _text: 0.25).cut_by(1.8, a_second_a_word)


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
        mouth, said = open_mouth(mouth, now)
        if said.text:
            assert was_silent
            assert mouth.speaking is not None
            busy_until = now + a_second_a_word(said.text)
            assert busy_until <= deadlines[id(mouth.speaking)]

    for gap, utterance in asked:
        until = now + gap
        while mouth.speaking is not None and busy_until <= until:
            now = busy_until
            mouth = fall_silent(mouth)
            speak()
        now = until
        mouth = ask(mouth, utterance, now)
        if mouth.cut_by(now, a_second_a_word):
            assert utterance.priority > mouth.speaking.priority
            mouth = fall_silent(mouth)
        speak()


def test_the_estimate_of_a_texts_length() -> None:
    assert pace.seconds("") == pace.seconds("  ") == 0
    assert 0.3 < pace.seconds("4") < 0.7
    assert 1.0 < pace.seconds("Exhale, round") < 1.5
    assert pace.seconds("Lift", rate=2) == pace.seconds("Lift") / 2
    assert pace.seconds("吐く、丸める") > 1
