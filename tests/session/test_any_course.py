"""Whatever the user does, in any order and at any time, the session's invariants hold."""

import json

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from backstretch import assets
from backstretch.routine.load import load
from backstretch.session import commands
from backstretch.session.happenings import Began, Ended, Replanned
from backstretch.session.outcome import Tally, fold
from backstretch.session.plan import from_json
from backstretch.session.player import begin, moment, resume, step
from tests.examples import examples
from tests.session.handturned import POSES, StraightWays

ROUTINE = load(assets.folder("routines") / "balanced-back.yaml", POSES).routine
WAYS = StraightWays()
IDS = [move.id for move in ROUTINE.moves]

SIMPLE = st.sampled_from(
    [
        commands.Toggle(),
        commands.Play(),
        commands.Pause(),
        commands.Next(),
        commands.Back(),
        commands.EndEarly(),
        commands.Undo(),
        commands.OneMore(),
        commands.OneLess(),
        commands.Enough(),
        commands.RepeatSide(),
        commands.RepeatMove(),
        commands.Gentle(),
    ]
)
RICH = st.one_of(
    st.builds(commands.Jump, st.integers(-1, 5)),
    st.builds(commands.Pace, st.integers(-3, 3), st.sampled_from([None, "in", "out"])),
    st.builds(commands.BreathRhythm, st.floats(0.5, 20), st.floats(0.5, 20)),
    st.builds(commands.Gentle, st.booleans()),
    st.builds(commands.Range, st.floats(0.0, 2.0)),
    st.builds(commands.Further, st.integers(-12, 12)),
    st.builds(commands.Reorder, st.permutations(IDS).map(tuple)),
    st.builds(commands.Reorder, st.permutations(IDS[1:]).map(tuple)),
    st.builds(commands.Pause, st.just("slept"), st.floats(0, 5000)),
)


class AnyCourse(RuleBasedStateMachine):
    """Gives a session any command at any time."""

    @initialize(
        waits=st.booleans(),
        reentry=st.sampled_from([0.0, 3.0]),
        lead_in=st.sampled_from([0.0, 10.0]),
        order=st.permutations(IDS),
        size=st.integers(1, 5),
    )
    def set_out(self, waits, reentry, lead_in, order, size):
        kept = {
            "waits": waits,
            "reentry": reentry,
            "lead_in": lead_in,
            "choices": [{"id": i} for i in order[:size]],
        }
        self.plan = from_json(ROUTINE, kept)
        self.state = begin(ROUTINE, self.plan, WAYS)
        self.now = 100.0
        self.happenings = []
        self.left = None
        self.tally = Tally()
        self.ledger = Ledger()
        self.say(commands.Toggle())

    def say(self, command):
        self.state, new = step(self.state, command, self.now)
        self.happenings += new
        for happening in new:
            self.ledger.read(happening)
            self.tally = self.tally.after(happening)
        if command is not None:
            self.left = None

    @rule(command=SIMPLE)
    def say_simply(self, command):
        self.say(command)

    @rule(command=RICH)
    def say_more(self, command):
        self.say(command)

    @rule(seconds=st.floats(0.0, 8.0))
    def wait_a_little(self, seconds):
        self.now += seconds
        self.say(None)

    @rule(seconds=st.sampled_from([30.0, 90.0, 700.0, 20_000.0]))
    def wait_long(self, seconds):
        self.now += seconds
        self.say(None)

    @rule()
    def take_up_again(self):
        """Resumes from the happenings alone, as after a crash."""
        if self.state.status in ("playing", "paused"):
            plans = [h.plan for h in self.happenings if isinstance(h, Began | Replanned)]
            plan = from_json(ROUTINE, json.loads(json.dumps(plans[-1])))
            assert plan == self.state.plan
            assert fold(self.happenings) == self.tally
            before = moment(self.state, self.now).moves
            self.state = resume(ROUTINE, plan, self.happenings, self.now, WAYS)
            self.left = None
            after = moment(self.state, self.now).moves
            assert [m.done for m in after] == [m.done for m in before]

    @invariant()
    def count_and_side_are_within_what_is_planned(self):
        now = moment(self.state, self.now)
        assert 0 <= now.count <= now.of
        assert 0.0 <= now.fraction <= 1.0
        assert now.remaining >= 0
        move = ROUTINE.move(now.phase.move_id)
        assert move.dose.least <= now.of <= move.dose.most
        for progress in now.moves:
            assert 0 <= progress.done <= progress.planned
            if progress.left is not None:
                assert progress.left + progress.right == progress.done
                assert max(progress.left, progress.right) <= progress.planned // 2

    @invariant()
    def the_figure_is_somewhere_on_its_way(self):
        motion = moment(self.state, self.now).motion
        assert 0.0 <= motion.place.fraction <= 1.0
        assert 0.0 <= motion.arrived <= 1.0
        assert 0.0 <= motion.fullness <= 1.0

    @invariant()
    def the_time_left_never_grows_by_itself(self):
        left = moment(self.state, self.now).left
        assert self.left is None or left <= self.left + 1e-5
        self.left = left

    @invariant()
    def replaying_the_journal_gives_the_same(self):
        tally = self.tally
        shown = moment(self.state, self.now).moves
        for told, seen in zip(tally.progress(), shown, strict=True):
            assert told.seconds <= seen.seconds + 1e-6
            assert (told.id, told.planned, told.done) == (seen.id, seen.planned, seen.done)
            assert (told.skipped, told.gentler) == (seen.skipped, seen.gentler)

    @invariant()
    def happenings_are_in_order_and_end_once(self):
        times = [h.at for h in self.happenings]
        assert times == sorted(times)
        assert sum(isinstance(h, Began) for h in self.happenings) == 1
        ends = [h for h in self.happenings if isinstance(h, Ended)]
        assert len(ends) == (self.state.status in ("finished", "stopped"))
        assert not ends or self.happenings[-1] is ends[0]


class Ledger:
    """Checks that every rep begun is done or dropped once, that every move entered is left once,
    and that a pause ends before the next begins."""

    def __init__(self):
        self.ids, self.move, self.rep, self.done, self.paused = [], None, None, set(), False

    def read(self, happening):
        method = getattr(self, "read_" + type(happening).__name__, None)
        if method:
            method(happening)

    def read_Began(self, h):
        self.ids = [choice["id"] for choice in h.plan["choices"]]

    def read_Replanned(self, h):
        old, self.ids = self.ids, [choice["id"] for choice in h.plan["choices"]]
        self.done = {(self.ids.index(old[m]), rep, side) for m, rep, side in self.done}

    def read_MoveEntered(self, h):
        assert self.move is None
        self.move = h.move

    def read_PhaseEntered(self, h):
        assert h.move == self.move
        begun = None if h.rep is None else (h.move, h.rep, h.side)
        assert self.rep in (None, begun) or self.rep in self.done
        self.rep = begun

    def read_RepDone(self, h):
        assert (h.move, h.rep, h.side) == self.rep
        assert self.rep not in self.done
        self.done.add(self.rep)
        self.rep = None

    def read_RepDropped(self, h):
        assert (h.move, h.rep, h.side) == self.rep
        assert self.rep not in self.done
        self.rep = None

    def read_MoveLeft(self, h):
        if h.move == self.move:
            assert self.rep is None or self.rep in self.done
            self.move = self.rep = None
        else:
            assert h.skipped, "only a move jumped over is left without having been entered"

    def read_Paused(self, h):
        assert not self.paused
        self.paused = True

    def read_Resumed(self, h):
        self.paused = False


TestAnyCourse = AnyCourse.TestCase
TestAnyCourse.settings = settings(max_examples=examples(80), stateful_step_count=40)
