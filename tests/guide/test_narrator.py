"""What is heard of a whole session: in order, on time, one thing at a time, and enough to
follow it face down."""

import re
from itertools import pairwise

import pytest

from backstretch.session.commands import (
    EndEarly,
    Gentle,
    Jump,
    Leave,
    Next,
    OneMore,
    Pause,
    Play,
    Undo,
)
from tests.guide.ears import Session, spoken

CHIMES_OF_MOVES = {
    "side-bends": {"side", "last"},
    "articulations": {"inhale", "exhale", "last"},
    "back-lifts": {"rep", "last"},
    "child-to-cobra": {"inhale", "exhale", "last"},
    "butt-kicks": {"tick-left", "tick-right", "last"},
}


@pytest.fixture(scope="module")
def whole(routine, poses):
    return led_to_the_end(routine, poses, "full")


@pytest.fixture(scope="module")
def whole_in_cues(routine, poses):
    return led_to_the_end(routine, poses, "cues")


def led_to_the_end(routine, poses, level):
    led = Session(routine, poses, level)
    led.play()
    led.run()
    return led


@pytest.mark.parametrize("level", ["whole", "whole_in_cues"])
def test_never_two_at_once_and_never_late(request, level) -> None:
    led = request.getfixturevalue(level)
    said = list(spoken(led))
    assert len(said) >= 0.95 * len(led.ears.said)
    for (asked, utterance), (begin, _, _) in zip(led.ears.said, said, strict=False):
        assert begin == asked, utterance
    for (_, end, text), (begin, _, _) in pairwise(said):
        assert end <= begin, text


def test_every_move_is_named_and_explained_before_it_starts(whole) -> None:
    for index, move in enumerate(whole.routine.moves):
        works = [p for p in whole.state.timeline.phases if p.move == index and p.kind == "work"]
        before = " ".join(text for _, end, text in spoken(whole) if end <= works[0].start)
        assert move.title.split()[-1] in before
        whole_way = move.setup.say if index else move.setup.say.split(".")[0]
        assert whole_way.strip() in before


def test_what_is_needed_face_down_is_said_before_the_face_turns_down(whole) -> None:
    """Each step of a move that is partly done face down is told, in its own words, before."""
    wanted = {
        "back-lifts": ("lift", "hold", "lower", "rest in child's pose", "thumbs"),
        "child-to-cobra": ("plant your hands", "into cobra", "press back", "round", "last round"),
    }
    for move_id, needed in wanted.items():
        phases = [p for p in whole.state.timeline.phases if p.move_id == move_id]
        first = next(p for p in phases if p.kind == "work")
        before = " ".join(text for _, end, text in spoken(whole) if end <= first.start).lower()
        for words in needed:
            assert words in before, words
        for phase in phases:
            if phase.kind == "work" and phase.gaze == "floor":
                heard = [t for b, _, t in spoken(whole) if phase.start <= b + 0.06 < phase.end]
                assert heard, phase


def test_the_spoken_count_is_the_drawn_count(whole) -> None:
    drawn = dict(whole.moments)
    counts: dict[str, list[int]] = {}
    for asked, utterance in whole.ears.said:
        number = re.search(r"\b(\d+)\b", utterance.text)
        moment = drawn[asked]
        if number and moment.phase.kind == "work":
            assert int(number[1]) == moment.count
            counts.setdefault(moment.phase.move_id, []).append(moment.count)
    assert counts == {
        "side-bends": [1, 2, 3, 4],
        "articulations": list(range(1, 9)),
        "back-lifts": list(range(1, 11)),
        "child-to-cobra": [1, 2, 3, 4],
        "butt-kicks": list(range(1, 19)),
    }


def test_the_end_of_each_move_is_told_ahead(whole) -> None:
    drawn = dict(whole.moments)
    for words, left in (("Last two", 1), ("Last one", 0)):
        told = [drawn[asked] for asked, u in whole.ears.said if words in u.text]
        assert [moment.of - moment.count for moment in told] == [left] * 5
        assert len({moment.phase.move for moment in told}) == 5


def test_sides_and_breath_are_said(whole) -> None:
    bends = [u.text for t, u in whole.ears.said if whole.phase_at(t).name == "bend-right"]
    assert all("right" in text for text in bends)
    rounds = [u.text for t, u in whole.ears.said if whole.phase_at(t).name == "round"]
    assert len(rounds) == 10
    assert all("Exhale" in text for text in rounds)


def test_chimes_go_with_the_phases(whole) -> None:
    by_move: dict[str, set[str]] = {}
    for time, chime in whole.ears.chimed:
        phase = whole.phase_at(time)
        if phase.kind == "work" and chime != "finish":
            by_move.setdefault(phase.move_id, set()).add(chime)
    assert by_move == CHIMES_OF_MOVES
    names = [chime for _, chime in whole.ears.chimed]
    assert names.count("change") == 7
    assert names.count("last") == 5
    assert names.count("finish") == 1
    assert names[-1] == "finish"
    breaths = [phase for phase in whole.state.timeline.phases if phase.breath == "in"]
    assert names.count("inhale") == len(breaths)


def test_a_tone_fills_each_breath_to_its_very_length(session) -> None:
    """Moves two and four can be followed with closed eyes and without a word."""
    led = session("silent")
    led.guide.breath_sounds = True
    led.play()
    led.run()
    phases = [p for p in led.state.timeline.phases if p.kind == "work"]
    breaths: list[list] = []
    for before, phase in zip((None, *phases), phases, strict=False):
        if phase.breath in ("in", "out"):
            if before is not None and before.breath == phase.breath:
                breaths[-1][2] += phase.length
            else:
                breaths.append([phase.start, phase.breath, phase.length])
    heard = [[at, breath, seconds] for at, breath, seconds in led.ears.breathed]
    assert len(heard) > 30
    for one, wanted in zip(heard, breaths, strict=True):
        assert one[1] == wanted[1]
        assert one[0] == pytest.approx(wanted[0], abs=0.06)
        assert one[0] + one[2] == pytest.approx(wanted[0] + wanted[2], abs=0.01)
    assert not {"inhale", "exhale"} & {chime for _, chime in led.ears.chimed}


def test_silence_is_silent_but_for_the_chimes(session) -> None:
    led = session("silent")
    led.play()
    led.run(30)
    led.do(Pause())
    led.do(Play(), 2)
    led.run()
    assert led.ears.said == []
    assert "finish" in [chime for _, chime in led.ears.chimed]


def test_cues_are_short(whole_in_cues) -> None:
    *said, last = [utterance for _, utterance in whole_in_cues.ears.said]
    assert last.shorter == "Well done"
    assert max(len(utterance.text.split()) for utterance in said) <= 10
    texts = [utterance.text for utterance in said]
    assert "Exhale, round, 1" in texts
    assert "Next: Butterfly spinal articulations. Hands behind." in texts


def test_a_pause_is_said_and_the_way_back_is_counted(session) -> None:
    led = session()
    led.play()
    led.run_to("round", 1)
    led.run(2)
    paused, said = led.now, len(led.ears.said)
    led.do(Pause())
    led.run(60)
    assert led.ears.texts()[said:] == ["Paused"]
    assert led.ears.hushed[-1] == pytest.approx(paused)
    led.play()
    led.run(3.2)
    assert led.ears.texts()[said + 1 : said + 4] == ["2", "1", "Exhale, round, 1"]


def test_after_a_long_break_it_says_where_one_is(session) -> None:
    led = session(reentry=10.0)
    led.play()
    led.run_to("round", 1)
    led.run(2)
    led.do(Pause())
    said = len(led.ears.said)
    led.do(Play(), 2)
    led.run(9.9)
    assert led.ears.texts()[said:] == [
        "Going on. Butterfly spinal articulations. Exhale, round.",
        "3",
        "2",
        "1",
    ]


def test_a_skip_cuts_off_what_was_said_and_tells_the_next(session) -> None:
    led = session()
    led.play()
    led.run(2)
    hushed = len(led.ears.hushed)
    led.do(Next())
    assert len(led.ears.hushed) == hushed + 1
    assert led.ears.texts()[-1].startswith("Next, spinal articulations.")
    led.do(Undo(), 1)
    assert "side bends" in led.ears.texts()[-1]
    led.do(Jump(3), 1)
    assert "child's pose to cobra" in led.ears.texts()[-1]


def test_ending_a_change_early_hushes_it(session) -> None:
    led = session()
    led.play()
    led.run(1)
    led.do(EndEarly())
    assert led.ears.hushed[-1] == led.now
    assert led.ears.texts()[-1] == "Over to the right, 1"


def test_a_long_instruction_begins_in_the_rest_and_is_said_once(whole) -> None:
    texts = [(t, u.text) for t, u in whole.ears.said if "Plant your hands" in u.text]
    assert len(texts) == 1
    assert whole.phase_at(texts[0][0]).kind == "rest"
    assert whole.routine.move("child-to-cobra").setup.say in texts[0][1]


def test_a_pause_in_the_rest_does_not_lose_the_instruction(session) -> None:
    led = session()
    led.play()
    led.do(Jump(2))
    rest = next(p for p in led.state.timeline.phases if p.kind == "rest")
    while led.moment.phase.name != rest.name or led.moment.remaining > 1:
        led.do(None, 0.1)
    assert "Plant your hands" in " ".join(led.ears.texts()[-2:])
    led.do(Pause())
    led.do(Play(), 2)
    led.run(6)
    assert led.ears.texts()[-1].startswith("Next, child's pose to cobra.")
    assert sum("Plant your hands" in text for text in led.ears.texts()) == 2


def test_the_gentler_way_is_told_at_once(session) -> None:
    led = session()
    led.play()
    led.do(Jump(1), 1)
    led.run_to("arch", 1)
    led.do(Gentle(True))
    assert led.ears.texts()[-1].startswith("Gentler")
    assert "long" in led.ears.texts()[-1]


def test_one_more_moves_the_last_two(session) -> None:
    led = session()
    led.play()
    led.do(Jump(2), 1)
    led.run_to("lift", 1)
    led.do(OneMore())
    led.run(6 * 14)
    told = [dict(led.moments)[t].count for t, u in led.ears.said if "Last two" in u.text]
    assert told == [12]


def test_waiting_for_the_user_says_so(session) -> None:
    led = session(waits=True)
    led.play()
    led.do(Jump(1), 1)
    led.run(30)
    assert led.moment.waiting
    assert led.ears.texts()[-1] == "Whenever you are ready"
    led.play()
    assert led.ears.texts()[-1] == "Breathe in, sit tall"


def test_leaving_falls_silent(session) -> None:
    led = session()
    led.play()
    led.run(12)
    said = len(led.ears.said)
    led.do(Leave())
    assert led.ears.hushed[-1] == led.now
    assert len(led.ears.said) == said


def test_what_is_cut_short_is_rounded_off_with_the_move_in_brief(session) -> None:
    led = session(lead_in=10.0)
    led.play()
    assert led.ears.texts()[0] == (
        "Butterfly side bends. Sit with your soles together, knees out. "
        "Sweep from side to side over one arm, and lengthen your waist."
    )


def test_the_end_is_said(whole) -> None:
    assert whole.ears.texts()[-1].startswith("That's it, well done.")


def test_a_fast_voice_says_more(session) -> None:
    slow, fast = session(lead_in=10.0), session(lead_in=10.0)
    slow.guide.choose("full", 0.5)
    fast.guide.choose("full", 2.0)
    for led in (slow, fast):
        led.play()
    assert len(fast.ears.texts()[0]) > len(slow.ears.texts()[0])
    assert "through the middle" in fast.ears.texts()[0]


def test_the_sound_check_speaks(session) -> None:
    led = session()
    led.guide.check_sound()
    assert led.ears.texts() == ["Breathe in, and let your shoulders sink."]


def test_a_new_level_is_told_and_kept(session) -> None:
    led = session()
    led.play()
    for level, words in (("cues", "Cues only"), ("silent", "Silent from here on")):
        led.guide.choose(level, 1.0)
        led.guide.tell_level()
        assert led.ears.texts()[-1] == words
    said = len(led.ears.said)
    led.run(30)
    assert len(led.ears.said) == said


def test_without_a_lead_in_the_first_words_are_those_of_the_first_phase(session) -> None:
    led = session(lead_in=0.0)
    led.play()
    led.run(1.0)
    first = led.ears.said[0][1]
    work = next(phase for phase in led.state.timeline.phases if phase.kind == "work")
    assert work.short in first.text or work.say in first.text
