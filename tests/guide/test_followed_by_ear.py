"""Somebody who only listens knows in each phase what to do, how often, and how much is left."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from backstretch import assets
from backstretch.guide.coaching import Familiarity
from backstretch.guide.spoken_words import how_many, rest_for
from backstretch.routine.load import load
from backstretch.session.commands import Pause, Play
from backstretch.session.plan import choice_for
from backstretch.system.voice import pace
from backstretch.system.voice.recordings import recordings
from tests.examples import examples
from tests.guide.ears import Session, spoken

LANGUAGES = ("en", "de")
HALF = {"en": "halfway", "de": "halbzeit"}


@pytest.fixture(scope="module")
def routines(poses):
    file = assets.folder("routines") / "balanced-back.yaml"
    return {language: load(file, poses, language).routine for language in LANGUAGES}


def led(routine, poses, session=0, seconds=pace.seconds, **chosen) -> Session:
    """The whole session number `session` of somebody new."""
    made = Session(routine, poses, coaching="as-i-learn", seconds=seconds, **chosen)
    known = Familiarity(session, 1 if session else None)
    made.guide.begin({move.id: known for move in routine.moves}, session)
    made.play()
    made.run()
    return made


def timings(language):
    """How long texts take: estimated, and in English as recorded."""
    return (pace.seconds, recordings("female").seconds)[: 2 if language == "en" else 1]


@pytest.fixture(scope="module")
def first_three(routines, poses):
    return {
        language: [
            (led(routine, poses, number, seconds), seconds)
            for number in range(3)
            for seconds in timings(language)
        ]
        for language, routine in routines.items()
    }


def working(session, move_id):
    return [
        phase
        for phase in session.state.timeline.phases
        if phase.kind == "work" and phase.move_id == move_id
    ]


def told_at(session, phase, seconds=pace.seconds) -> str:
    """What begins to be said as the phase does; "" for nothing."""
    return next(
        (
            text
            for begin, _, text in spoken(session, 1.0, seconds)
            if abs(begin - phase.start) < 0.01
        ),
        "",
    )


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("move_id", ["articulations", "back-lifts", "child-to-cobra"])
def test_each_change_of_direction_is_heard_as_it_begins(first_three, language, move_id) -> None:
    """In every lift that means: when to lift, when to hold and when to lower."""
    for session, seconds in first_three[language]:
        for phase in working(session, move_id):
            text = told_at(session, phase, seconds)
            assert text.startswith((phase.short, phase.say)), (phase.name, phase.rep, text)


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_side_is_heard_as_it_begins_and_only_the_way_between_may_be_left_out(
    first_three, language
) -> None:
    for session, seconds in first_three[language]:
        for phase in working(session, "side-bends"):
            text = told_at(session, phase, seconds)
            if phase.rep == 1 or not phase.name.startswith("scoop"):
                assert text.startswith((phase.short, phase.say)), (phase.name, phase.rep)


@given(factor=st.floats(0.5, 2.0), rate=st.floats(0.8, 1.5), session=st.integers(0, 8))
@settings(max_examples=examples(8))
def test_at_any_tempo_no_line_runs_into_a_phase_that_nobody_can_see(
    routines, poses, factor, rate, session
) -> None:
    routine = routines["en"]
    choices = tuple(
        choice_for(move, {"pace": factor, "inhale": factor, "exhale": factor})
        for move in routine.moves
    )
    made = Session(routine, poses, coaching="always", choices=choices)
    made.guide.choose("full", rate, "always")
    made.guide.begin({}, session)
    made.play()
    made.run()
    said = list(spoken(made, rate))
    for phase in made.state.timeline.phases:
        if phase.kind == "work" and phase.gaze == "floor":
            running = [text for begin, end, text in said if begin < phase.start - 0.01 < end - 0.02]
            assert not running, phase


@pytest.mark.parametrize("language", LANGUAGES)
def test_half_way_is_said_where_half_is_done_whatever_the_dose(routines, poses, language) -> None:
    routine = routines[language]
    heard = 0
    for share in (0.0, 0.2, 0.4, 0.6, 0.8, 1.0):
        choices = tuple(
            choice_for(
                move, {"dose": move.dose.least + round(share * (move.dose.most - move.dose.least))}
            )
            for move in routine.moves
        )
        made = led(routine, poses, choices=choices)
        for begin, _, text in spoken(made):
            if HALF[language] in text.casefold():
                heard += 1
                phase = made.phase_at(begin)
                reps = [each for each in working(made, phase.move_id) if each.rep is not None]
                dose = max(each.rep for each in reps)
                middle = [each for each in reps if each.rep == dose // 2 + 1]
                half = middle[0].start
                if dose % 2:
                    half = (middle[0].start + middle[-1].end) / 2
                assert phase.start - 1.01 <= half <= phase.end + 0.01, (phase.name, phase.rep, dose)
    assert heard >= 24


@pytest.mark.parametrize("language", LANGUAGES)
def test_half_way_is_said_in_every_move_of_each_first_session(first_three, language) -> None:
    for session, seconds in first_three[language]:
        said = [
            session.phase_at(begin).move_id
            for begin, _, text in spoken(session, 1.0, seconds)
            if HALF[language] in text.casefold()
        ]
        assert said == [move.id for move in session.routine.moves]


def test_the_dose_is_told_before_each_move_as_it_was_chosen(routines, poses) -> None:
    routine = routines["en"]
    doses = [7, 9, 11, 5, 18]
    choices = tuple(
        choice_for(move, {"dose": dose}) for move, dose in zip(routine.moves, doses, strict=True)
    )
    seconds = recordings("female").seconds
    made = led(routine, poses, seconds=seconds, choices=choices)
    said = list(spoken(made, 1.0, seconds))
    for move, dose in zip(routine.moves, doses, strict=True):
        words = how_many(dose, per_side=move.dose.per_side)
        first = working(made, move.id)[0]
        told = [end for _, end, text in said if words in text and end <= first.start]
        assert told, words
        assert first.start - told[-1] < 30


def test_a_rest_is_told_with_its_real_length(routines, poses) -> None:
    made = led(routines["en"], poses)
    rests = [phase for phase in made.state.timeline.phases if phase.kind == "rest"]
    assert [phase.length for phase in rests] == [30.0, 30.0]
    for phase in rests:
        assert "Rest for half a minute." in told_at(made, phase)


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (4, ""),
        (10, "ten seconds"),
        (14, "ten seconds"),
        (17, "twenty seconds"),
        (30, "half a minute"),
        (35, "half a minute"),
        (45, "three quarters of a minute"),
        (65, "a minute."),
        (90, "a minute and a half"),
        (180, "3 minute"),
    ],
)
def test_the_length_of_a_rest_is_said_in_a_round_number(seconds, words) -> None:
    assert words in rest_for(seconds)
    assert bool(rest_for(seconds)) == bool(words)


def test_a_rest_that_is_resumed_is_not_announced_anew(routines, poses) -> None:
    made = Session(routines["en"], poses)
    made.play()
    made.run_to("rest")
    made.run(6)
    made.do(Pause())
    said = len(made.ears.said)
    made.do(Play(), 2)
    made.run(4)
    resumed = " ".join(made.ears.texts()[said:])
    assert "child's pose" in resumed
    assert "half a minute" not in resumed


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_matters_most_in_the_lifts_is_told_in_the_first_ones(first_three, language) -> None:
    """Arms rolled out, the lowest ribs down, the breath, glutes and belly."""
    wanted = {
        line.text
        for line in first_three[language][0][0].routine.move("back-lifts").rep[2].coach
        if line.when == "how"
    }
    assert len(wanted) == 4
    session, seconds = first_three[language][0]
    told = " ".join(
        told_at(session, phase, seconds)
        for phase in working(session, "back-lifts")
        if phase.rep in (1, 2, 3, 4)
    )
    assert all(line in told for line in wanted)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_kicks_begin_slowly_with_their_words_and_their_ticks(first_three, language) -> None:
    session, seconds = first_three[language][0]
    right, left = {"en": ("Right", "Left"), "de": ("Rechts", "Links")}[language]
    opening = [phase for phase in working(session, "butt-kicks") if phase.rep is None]
    assert [told_at(session, phase, seconds) for phase in opening] == [right, right, left, left]
    ticks = [
        chime for time, chime in session.ears.chimed if opening[0].start <= time < opening[-1].end
    ]
    assert ticks == ["tick-right"] * 2 + ["tick-left"] * 2
    fast = [phase for phase in working(session, "butt-kicks") if phase.rep == 1]
    assert all(phase.length >= 2 * fast[0].length for phase in opening)
    assert told_at(session, fast[0], seconds).startswith("1")


@pytest.mark.parametrize(
    ("language", "needed"),
    [
        ("en", ("tick", "high on the right", "low on the left", "forearms", "breathe", "slow")),
        ("de", ("tickt", "rechts hoch", "links tief", "unterarmen", "atmen", "langsame")),
    ],
)
def test_before_the_kicks_one_hears_of_ticks_breath_and_a_way_out(
    first_three, language, needed
) -> None:
    for session, seconds in first_three[language]:
        first = working(session, "butt-kicks")[0].start
        before = " ".join(
            text
            for begin, end, text in spoken(session, 1.0, seconds)
            if first - 40 < begin and end <= first
        ).casefold()
        assert all(words in before for words in needed)


@pytest.mark.parametrize("language", LANGUAGES)
def test_in_the_kicks_the_end_is_told_without_a_line(first_three, language) -> None:
    for session, seconds in first_three[language]:
        words = [
            told_at(session, phase, seconds)
            for phase in working(session, "butt-kicks")
            if phase.rep in (19, 20) and phase.step == 0
        ]
        assert words == ["Last two", "Last one"]


def test_no_two_lines_of_one_rep_lie_side_by_side(first_three) -> None:
    for sessions in first_three.values():
        for session, seconds in sessions:
            lines = {
                line.text
                for move in session.routine.moves
                for step in (*move.rep, *move.last)
                for line in step.coach
            }
            said = [
                session.phase_at(begin)
                for begin, _, text in spoken(session, 1.0, seconds)
                if any(text.endswith(line) for line in lines)
            ]
            phases = session.state.timeline.phases
            for one, other in pairwise(said):
                if (one.move, one.rep) == (other.move, other.rep) and one.kind == "work":
                    assert phases.index(other) - phases.index(one) >= 2


def test_that_the_end_is_near_is_heard_at_the_recorded_voice_s_length(routines, poses) -> None:
    """Also of a move known so well that no line of form follows it."""
    for voice in ("female", "male"):
        seconds = recordings(voice).seconds
        made = Session(routines["en"], poses, seconds=seconds)
        made.play()
        made.run()
        said = [text for _, _, text in spoken(made, 1.0, seconds)]
        for words in ("last two", "last one"):
            assert sum(words in text.casefold() for text in said) >= 5, words
