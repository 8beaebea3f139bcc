"""Form is taught while there is time for it: enough of it, in turn, less as a move becomes known,
and never in the way of a count or a breath."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from backstretch import assets
from backstretch.guide import coaching
from backstretch.guide.coaching import NEW, Familiarity
from backstretch.routine.load import load
from backstretch.routine.model import Coach
from backstretch.session.plan import choice_for, plan_for
from backstretch.system.voice import pace
from tests.examples import examples
from tests.guide.ears import Session, spoken

LANGUAGES = ("en", "de")


@pytest.fixture(scope="module")
def routines(poses):
    file = assets.folder("routines") / "balanced-back.yaml"
    return {language: load(file, poses, language).routine for language in LANGUAGES}


def led(routine, poses, known=NEW, session=0, coaching="as-i-learn", **chosen):
    """A whole session of somebody who knows every move this well."""
    made = Session(routine, poses, coaching=coaching, **chosen)
    made.guide.begin({move.id: known for move in routine.moves}, session)
    made.play()
    made.run()
    return made


@pytest.fixture(scope="module")
def first_three(routines, poses):
    """The first three sessions in each language."""
    return {
        language: [led(routine, poses, Familiarity(n, 1 if n else None), n) for n in range(3)]
        for language, routine in routines.items()
    }


def lines_of(move) -> list[Coach]:
    return [line for step in move.steps for line in step.coach]


def heard(session, move) -> list[str]:
    """The lines of form heard in a move or on the way into it, in order."""
    texts = [line.text for line in lines_of(move)]
    return [
        line
        for asked, _, said in spoken(session)
        for line in texts
        if said.endswith(line) and move.id in _moves_at(session, asked)
    ]


def _moves_at(session, time) -> list[str]:
    """The move at that time; in a rest also the one after it, whose words may begin there."""
    phases = session.state.timeline.phases
    phase = session.phase_at(time)
    following = phases[min(phases.index(phase) + 1, len(phases) - 1)]
    return [phase.move_id, following.move_id] if phase.kind == "rest" else [phase.move_id]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_beginner_is_taught_a_minute_of_form_five_lines_in_every_move(
    first_three, language
) -> None:
    for session in first_three[language]:
        taught = {move.id: heard(session, move) for move in session.routine.moves}
        assert all(len(set(lines)) >= 5 for lines in taught.values()), taught
        assert sum(pace.seconds(line) for lines in taught.values() for line in lines) >= 60


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_line_is_heard_within_three_sessions(first_three, language) -> None:
    sessions = first_three[language]
    for move in sessions[0].routine.moves:
        told = {line for session in sessions for line in heard(session, move)}
        assert told == {line.text for line in lines_of(move)}, move.id


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_line_is_late_cut_off_or_said_twice_running(first_three, language) -> None:
    for session in first_three[language]:
        said = list(spoken(session))
        assert len(said) == len(session.ears.said)
        for (_, end, text), (begin, _, _) in pairwise(said):
            assert end <= begin, text
        for move in session.routine.moves:
            assert all(one != other for one, other in pairwise(heard(session, move)))


def test_counts_breaths_and_the_whole_first_rep_keep_their_words(first_three) -> None:
    session = first_three["en"][0]
    begun = [asked for asked, _ in session.ears.said]
    phases = session.state.timeline.phases
    for before, phase in pairwise(phases):
        if phase.kind != "work":
            continue
        new_rep = (before.rep, before.move) != (phase.rep, phase.move)
        new_breath = phase.breath is not None and before.breath != phase.breath
        beat = session.routine.move(phase.move_id).pacing == "beat"
        if new_rep or new_breath or (phase.rep == 1 and not beat):
            assert any(abs(phase.start - time) < 0.001 for time in begun), phase


@given(
    factor=st.floats(0.5, 2.0),
    rate=st.floats(0.6, 1.8),
    known=st.integers(0, 12),
    session=st.integers(0, 40),
)
@settings(max_examples=examples(8))
def test_at_any_tempo_and_speed_of_speech_nothing_is_late_or_cut_off(
    routines, poses, factor, rate, known, session
) -> None:
    routine = routines["en"]
    choices = tuple(
        choice_for(move, {"pace": factor, "inhale": factor, "exhale": factor})
        for move in routine.moves
    )
    made = Session(routine, poses, coaching="as-i-learn", choices=choices)
    made.guide.choose("full", rate)
    made.guide.begin({move.id: Familiarity(known, 1) for move in routine.moves}, session)
    made.play()
    made.run()
    said = list(spoken(made, rate))
    for (_, end, text), (begin, _, _) in pairwise(said):
        assert end <= begin + 1e-6, text


@pytest.mark.parametrize(
    ("known", "share"),
    [
        (Familiarity(0), "full"),
        (Familiarity(2, 1), "full"),
        (Familiarity(3, 1), "half"),
        (Familiarity(7, 20), "half"),
        (Familiarity(8, 1), "single"),
        (Familiarity(200, 20), "single"),
        (Familiarity(200, 21), "full"),
        (Familiarity(5, 30), "full"),
    ],
)
def test_teaching_fades_and_returns_after_three_weeks(known, share) -> None:
    assert known.share == share


def test_less_is_said_to_those_who_know_a_move(routines, poses) -> None:
    routine = routines["en"]
    lift = routine.move("back-lifts")
    counts = [
        len(heard(led(routine, poses, known, known.completed), lift))
        for known in (Familiarity(0), Familiarity(4, 1), Familiarity(9, 1))
    ]
    assert counts[0] > counts[1] > counts[2] >= 1
    working = {line.text for step in lift.rep for line in step.coach}
    known = led(routine, poses, Familiarity(9, 1), 9)
    assert len([line for line in heard(known, lift) if line in working]) == 1


@pytest.mark.parametrize(("choice", "known"), [("never", 0), ("always", 50)])
def test_a_choice_overrides_it(routines, poses, choice, known) -> None:
    routine = routines["en"]
    made = led(routine, poses, Familiarity(known, 1), known, choice)
    told = [heard(made, move) for move in routine.moves]
    assert all(told) if choice == "always" else not any(told)


def test_cautions_are_told_once_while_getting_into_position(first_three) -> None:
    for sessions in first_three.values():
        for session in sessions:
            said = list(spoken(session))
            for move in session.routine.moves:
                times = [(begin, end) for begin, end, text in said if move.caution in text]
                works = [
                    phase
                    for phase in session.state.timeline.phases
                    if phase.move_id == move.id and phase.kind == "work"
                ]
                assert len(times) == 1
                assert times[0][1] <= works[0].start


def test_those_who_know_a_move_hear_its_caution_in_a_few_words(routines, poses) -> None:
    routine = routines["en"]
    said = [text for _, _, text in spoken(led(routine, poses, Familiarity(4, 1), 4))]
    for move in routine.moves:
        assert sum(move.caution_short in text for text in said) == 1
        assert not any(move.caution in text for text in said)


def test_after_a_short_lead_in_the_caution_comes_in_the_first_rest(routines, poses) -> None:
    routine = routines["en"]
    made = led(routine, poses, lead_in=6.0)
    caution = routine.moves[0].caution
    told = [begin for begin, _, text in spoken(made) if caution in text]
    first_rest = next(phase for phase in made.state.timeline.phases if phase.kind == "rest")
    assert len(told) == 1
    assert made.phase_at(told[0]) == first_rest


def test_ready_is_said_before_each_start_of_work(first_three) -> None:
    session = first_three["en"][0]
    said = list(spoken(session))
    for phase in session.state.timeline.phases:
        if phase.kind in ("lead-in", "change"):
            ready = [end for begin, end, text in said if text == "Ready" and begin >= phase.start]
            assert 0 <= phase.end - ready[0] <= 1.5


def test_no_line_is_planned_twice_and_the_plan_is_the_same_each_time(routines) -> None:
    lines = tuple(Coach("feel", f"Line {number}.") for number in range(4))
    phases = [
        phase
        for phase in _timeline(routines["en"]).phases
        if phase.move_id == "back-lifts" and phase.kind == "work"
    ]
    assert phases
    for share in ("full", "half", "single", "none"):
        for session in range(14):
            plans = [
                coaching.planned(phases, share, session, 1, lambda _index, _line: True)
                for _ in range(2)
            ]
            assert plans[0] == plans[1]
            assert len(set(plans[0].values())) == len(plans[0])
            if share == "single":
                assert len(plans[0]) == 1
            if share == "none":
                assert plans[0] == {}
    assert coaching.still(lines, "full", 5) == lines[1]
    assert coaching.still(lines, "none", 5) is None


def _timeline(routine):
    from backstretch.figure.poses import load_poses
    from backstretch.session.layout import lay_out

    return lay_out(routine, plan_for(routine), load_poses())
