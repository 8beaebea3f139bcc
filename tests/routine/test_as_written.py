"""A small routine that uses every key, read as it is written, at its limits and beyond them."""

from pathlib import Path

import pytest
import yaml

from backstretch.cli.problem_words import worded
from backstretch.figure.motion import Stop
from backstretch.figure.poses import load_poses
from backstretch.routine.load import load
from backstretch.routine.model import (
    Coach,
    Dose,
    Gentler,
    Move,
    Routine,
    Step,
    Tempo,
    Variant,
    View,
)
from backstretch.routine.shelf import shelf

POSES = load_poses()

SETUP = {
    "name": "kneel",
    "title": "Kneel",
    "pose": "child",
    "seconds": 8,
    "cue": "Kneel down and sit back.",
    "short": "Kneel",
    "gaze": "screen",
    "say": "Kneel, and take your time.",
}
RISE = {
    "name": "rise",
    "title": "Rise",
    "pose": "hands-and-knees",
    "tempo": {"seconds": 3, "least": 2, "most": 5, "first": 4},
    "cue": "Come up to hands and knees.",
    "short": "Come up",
    "gaze": "floor",
    "breath": "in",
    "works": ["arms", "belly"],
    "lengthens": ["chest"],
    "coach": [{"when": "feel", "say": {"en": "Long arms.", "de": "Arme lang."}}],
    "through": [{"at": 0.25, "pose": "child"}, {"at": 1, "pose": "hands-and-knees"}],
    "returns": "child",
    "grows": "cobra",
    "gentler": {
        "pose": "child",
        "through": [{"at": 0.5, "pose": "child"}],
        "cue": "Only think of it.",
        "short": "Stay",
        "returns": "hands-and-knees",
        "say": "Stay where you are.",
        "title": "Stay",
        "coach": [{"when": "how", "say": "Be at ease."}],
    },
}
STAY = {
    "name": "stay",
    "title": "Stay",
    "pose": "hands-and-knees",
    "seconds": 15,
    "held": True,
    "cue": "Stay here.",
    "short": "Hold",
    "gaze": "floor",
}
SINK = {
    "name": "sink",
    "title": "Sink",
    "pose": "child",
    "tempo": {"seconds": 4},
    "cue": "Sit back.",
    "short": "Back",
    "gaze": "up",
    "side": "left",
}
WRITTEN = {
    "id": "up-and-down",
    "title": {"en": "Up and down", "de": "Auf und ab"},
    "summary": "Two poses.\nOver   and over.",
    "source": "A book.",
    "safety": "Stop if it hurts.",
    "ask_first": ["Bad knees.", {"en": "Bad   wrists.", "de": "Handgelenke."}],
    "see_doctor": ["A limp."],
    "lead_in": 20,
    "moves": [
        {
            "id": "rise",
            "title": "Rises",
            "brief": "Up.",
            "pacing": "reps",
            "dose": {"least": 2, "most": 4, "start": 4, "unit": "rounds", "each": "2 moves"},
            "begins": "child",
            "ends": "hands-and-knees",
            "view": {"yaw": -60, "pitch": 12},
            "how": "Slowly.",
            "caution": "Mind the knees.",
            "caution_short": "Knees.",
            "setup": SETUP,
            "opening": [SINK],
            "rep": [RISE, SINK],
            "last": [RISE, STAY],
            "rest": SETUP,
            "gentler": {"title": "Small", "how": "Less.", "spares": ["knees"]},
        }
    ],
}
SETUP_READ = Step(
    name="kneel",
    title="Kneel",
    pose="child",
    tempo=Tempo(8, 4, 16),
    cue="Kneel down and sit back.",
    short="Kneel",
    gaze="screen",
    say="Kneel, and take your time.",
)
RISE_READ = Step(
    name="rise",
    title="Rise",
    pose="hands-and-knees",
    tempo=Tempo(3, 2, 5, 4),
    cue="Come up to hands and knees.",
    short="Come up",
    gaze="floor",
    breath="in",
    works=("arms", "belly"),
    lengthens=("chest",),
    coach=(Coach("feel", "Long arms."),),
    through=(Stop(0.25, "child"), Stop(1, "hands-and-knees")),
    returns="child",
    grows="cobra",
    gentler=Gentler(
        pose="child",
        through=(Stop(0.5, "child"),),
        cue="Only think of it.",
        short="Stay",
        returns="hands-and-knees",
        say="Stay where you are.",
        title="Stay",
        coach=(Coach("how", "Be at ease."),),
    ),
)
STAY_READ = Step(
    name="stay",
    title="Stay",
    pose="hands-and-knees",
    tempo=Tempo(15, 7.5, 30),
    cue="Stay here.",
    short="Hold",
    gaze="floor",
    held=True,
)
SINK_READ = Step(
    name="sink",
    title="Sink",
    pose="child",
    tempo=Tempo(4, 2, 8),
    cue="Sit back.",
    short="Back",
    gaze="up",
    side="left",
)
READ = Routine(
    id="up-and-down",
    title="Up and down",
    summary="Two poses.\nOver and over.",
    source="A book.",
    safety="Stop if it hurts.",
    ask_first=("Bad knees.", "Bad wrists."),
    see_doctor=("A limp.",),
    lead_in=20,
    titles={"en": "Up and down", "de": "Auf und ab"},
    moves=(
        Move(
            id="rise",
            title="Rises",
            brief="Up.",
            pacing="reps",
            dose=Dose(2, 4, "rounds", begin=4, each="2 moves"),
            begins="child",
            ends="hands-and-knees",
            view=View(-60, 12),
            how="Slowly.",
            caution="Mind the knees.",
            caution_short="Knees.",
            setup=SETUP_READ,
            opening=(SINK_READ,),
            rep=(RISE_READ, SINK_READ),
            last=(RISE_READ, STAY_READ),
            rest=SETUP_READ,
            gentler=Variant("Small", "Less.", ("knees",)),
        ),
    ),
)
MOVE = ("moves", 0)
STEP = (*MOVE, "rep", 0)


def unshared(value):
    """A copy of plain values in which nothing occurs twice; YAML would make that an alias."""
    if isinstance(value, dict):
        return {key: unshared(inner) for key, inner in value.items()}
    return [unshared(inner) for inner in value] if isinstance(value, list) else value


def written(*changes):
    """WRITTEN with changes of the form (path, value); a value of None takes the key away."""
    data = unshared(WRITTEN)
    for path, value in changes:
        inner = data
        for key in path[:-1]:
            inner = inner[key]
        if value is None:
            del inner[path[-1]]
        else:
            inner[path[-1]] = value
    return data


@pytest.fixture
def loaded(tmp_path):
    def read(*changes):
        path = tmp_path / "mine.yaml"
        text = yaml.dump(unshared(written(*changes)), sort_keys=False, allow_unicode=True)
        path.write_text(text, encoding="utf-8")
        return load(path, POSES)

    return read


def only_problem(loaded):
    """The single problem of a file, with the line of the file that it names."""
    (problem,) = loaded.problems
    return problem, Path(problem.path).read_text(encoding="utf-8").splitlines()[problem.line - 1]


def test_every_key_is_read_as_it_is_written(loaded):
    found = loaded()
    assert found.problems == ()
    assert found.routine == READ
    assert found.own_poses is None


OPTIONAL = {
    ("source",): "",
    ("safety",): "",
    ("ask_first",): (),
    ("see_doctor",): (),
    ("lead_in",): 10.0,
}
OPTIONAL_IN_MOVE = {"caution": "", "opening": (), "last": (), "rest": None}
OPTIONAL_IN_STEP = {
    "breath": None,
    "works": (),
    "lengthens": (),
    "through": (),
    "returns": None,
    "grows": None,
    "gentler": None,
}


@pytest.mark.parametrize("path", OPTIONAL)
def test_a_routine_without_an_optional_key_has_its_default(loaded, path):
    routine = loaded((path, None)).routine
    assert getattr(routine, path[0]) == OPTIONAL[path]


@pytest.mark.parametrize("key", OPTIONAL_IN_MOVE)
def test_a_move_without_an_optional_key_has_its_default(loaded, key):
    assert getattr(loaded(((*MOVE, key), None)).routine.moves[0], key) == OPTIONAL_IN_MOVE[key]


@pytest.mark.parametrize("key", OPTIONAL_IN_STEP)
def test_a_step_without_an_optional_key_has_its_default(loaded, key):
    step = loaded(((*STEP, key), None)).routine.moves[0].rep[0]
    assert getattr(step, key) == OPTIONAL_IN_STEP[key]


@pytest.mark.parametrize(
    "key", ["pose", "through", "cue", "short", "returns", "say", "title", "coach"]
)
def test_what_a_gentler_step_does_not_say_stays_as_it_was(loaded, key):
    gentler = loaded(((*STEP, "gentler", key), None)).routine.moves[0].rep[0].gentler
    assert getattr(gentler, key) is None


@pytest.mark.parametrize(
    ("path", "what"),
    [
        *((path, "routine") for path in [("id",), ("title",), ("summary",), ("moves",)]),
        *(((*MOVE, key), "move") for key in ("id", "title", "brief", "pacing", "dose", "begins")),
        *(((*MOVE, key), "move") for key in ("ends", "view", "how", "setup", "rep")),
        *(((*MOVE, "dose", key), "dose") for key in ("least", "most", "unit")),
        *(((*MOVE, "view", key), "view") for key in ("yaw", "pitch")),
        *(((*MOVE, "gentler", key), "gentler") for key in ("title", "how")),
        *(((*STEP, key), "rep") for key in ("name", "title", "pose", "cue", "short", "gaze")),
        ((*STEP, "tempo", "seconds"), "tempo"),
        ((*MOVE, "setup", "name"), "setup"),
        ((*MOVE, "rest", "name"), "rest"),
        ((*MOVE, "opening", 0, "name"), "opening"),
        ((*MOVE, "last", 0, "name"), "last"),
        ((*STEP, "through", 0, "at"), "through"),
        ((*STEP, "through", 0, "pose"), "through"),
        ((*STEP, "coach", 0, "when"), "coach"),
        ((*STEP, "coach", 0, "say"), "coach"),
    ],
)
def test_a_key_that_is_needed_and_missing_is_named(loaded, path, what):
    problem = next(p for p in loaded((path, None)).problems if p.code == "missing-key")
    assert (problem.values["key"], problem.values["what"]) == (path[-1], what)


def test_each_of_a_list_of_texts_is_checked(loaded):
    long = {"en": "short", "de": "y" * 201}
    problem, line = only_problem(loaded((("ask_first",), ["Fine.", long])))
    assert (problem.code, problem.values["key"]) == ("too-long", "ask_first")
    assert line.strip().startswith("de: ")
    problem, _ = only_problem(loaded((("see_doctor",), [{"de": "Hinken."}])))
    assert (problem.code, problem.values["key"]) == ("no-english", "see_doctor")
    problem, _ = only_problem(loaded((("see_doctor",), ["A limp."] * 13)))
    assert problem.code == "too-many"


@pytest.mark.parametrize(
    ("path", "longest"),
    [
        (("title",), 60),
        (("summary",), 2000),
        (("source",), 2000),
        (("safety",), 2000),
        ((*MOVE, "dose", "each"), 28),
        ((*MOVE, "title"), 60),
        ((*MOVE, "brief"), 200),
        ((*MOVE, "how"), 2000),
        ((*MOVE, "caution"), 2000),
        ((*MOVE, "caution_short"), 160),
        ((*MOVE, "gentler", "title"), 60),
        ((*MOVE, "gentler", "how"), 2000),
        ((*STEP, "title"), 60),
        ((*STEP, "cue"), 160),
        ((*STEP, "short"), 28),
        ((*STEP, "say"), 900),
        ((*STEP, "coach", 0, "say"), 120),
        ((*STEP, "gentler", "cue"), 160),
        ((*STEP, "gentler", "short"), 28),
        ((*STEP, "gentler", "say"), 900),
        ((*STEP, "gentler", "title"), 60),
        ((*STEP, "gentler", "coach", 0, "say"), 120),
    ],
)
def test_a_text_may_be_as_long_as_the_limit_in_every_language(loaded, path, longest):
    assert not loaded((path, {"en": "x" * longest, "de": "y" * longest})).problems
    problem, line = only_problem(loaded((path, {"en": "short", "de": "y" * (longest + 1)})))
    assert problem.code == "too-long"
    assert problem.values == {"key": path[-1], "found": str(longest + 1), "most": str(longest)}
    assert line.strip().startswith("de: ")


@pytest.mark.parametrize(
    ("path", "least", "most"),
    [
        (("lead_in",), 3, 120),
        ((*MOVE, "view", "yaw"), -360, 360),
        ((*MOVE, "view", "pitch"), -10, 90),
        ((*MOVE, "setup", "seconds"), 0.2, 300),
        ((*STEP, "through", 0, "at"), 0, None),
        ((*STEP, "through", 1, "at"), None, 1),
        ((*STEP, "tempo", "least"), 0.2, None),
        ((*STEP, "tempo", "most"), None, 300),
        ((*STEP, "tempo", "first"), 2, 5),
        ((*MOVE, "dose", "start"), 2, 4),
        ((*MOVE, "dose", "least"), 1, None),
        ((*MOVE, "dose", "most"), None, 100),
    ],
)
def test_a_number_may_lie_on_its_bounds_and_not_beyond_them(loaded, path, least, most):
    for bound, step, code in ((least, -0.01, "too-low"), (most, 0.01, "too-high")):
        if bound is not None:
            assert not loaded((path, bound)).problems
            problem = loaded((path, bound + step)).problems[0]
            assert (problem.code, problem.values["key"]) == (code, path[-1])


@pytest.mark.parametrize(
    ("path", "entry", "most"),
    [
        (("moves",), "move", 40),
        ((*MOVE, "rep"), SINK, 24),
        ((*MOVE, "opening"), SINK, 24),
        ((*MOVE, "last"), SINK, 24),
    ],
)
def test_a_list_has_its_most_entries(loaded, path, entry, most):
    def entries(count):
        if entry != "move":
            return [entry] * count
        return [WRITTEN["moves"][0] | {"id": f"move-{n}"} for n in range(count)]

    assert not loaded((path, entries(most))).problems
    problem = loaded((path, entries(most + 1))).problems[0]
    assert (problem.code, problem.values["most"]) == ("too-many", str(most))


def test_a_way_has_eight_stops_at_most_each_later_than_the_one_before(loaded):
    path = (*STEP, "through")
    stops = [{"at": n / 10, "pose": "child"} for n in range(9)]
    assert not loaded((path, stops[:8])).problems
    assert loaded((path, stops)).problems[0].code == "too-many"
    for fraction in (0.25, 0.2):
        problem, _ = only_problem(loaded(((*path, 1, "at"), fraction)))
        assert (problem.code, problem.values["key"]) == ("out-of-order", "at")


@pytest.mark.parametrize("seconds", [2, 5])
def test_a_tempo_may_lie_on_its_own_bounds(loaded, seconds):
    assert not loaded(((*STEP, "tempo", "seconds"), seconds)).problems


def test_bounds_may_all_be_the_same(loaded):
    tempo = {"seconds": 3, "least": 3, "most": 3}
    dose = {"least": 4, "most": 4, "unit": "reps"}
    assert not loaded(((*STEP, "tempo"), tempo), ((*MOVE, "dose"), dose)).problems


def of_sides(*sides):
    return [SINK | {"side": side} if side else SINK | {"name": "none"} for side in sides]


@pytest.mark.parametrize(
    ("sides", "code"),
    [
        (("left", "right"), None),
        (("right", "right", "left", "left"), None),
        (("left", "left"), "side-missing"),
        (("left", "right", "left"), "sides-mixed"),
    ],
)
def test_a_rep_counted_per_side_does_one_side_and_then_the_other(loaded, sides, code):
    for key in ("rep", "last"):
        found = loaded(
            ((*MOVE, "dose", "per_side"), True),
            ((*MOVE, "rep"), of_sides("left", "right")),
            ((*MOVE, "last"), of_sides("left", "right")),
            ((*MOVE, key), of_sides(*sides)),
        )
        if code is None:
            assert found.routine.moves[0].dose.per_side
        else:
            problem, line = only_problem(found)
            assert (problem.code, problem.values) == (code, {"key": key})
            assert line.strip() == f"{key}:"


DOSE_UPSIDE_DOWN = {"most": 4, "unit": "reps", "least": 5}


def tempo_from(least):
    """The wrong key is not the first, so its line differs from the mapping's."""
    return {"most": 5, "least": least, "seconds": 3}


@pytest.mark.parametrize(
    ("path", "value", "line", "sentence"),
    [
        (("id",), "Up", "id: Up", "'Up' cannot be an id"),
        ((*MOVE, "id"), "a" * 61, "- id: ", "cannot be an id"),
        ((*MOVE, "begins"), "cobra", "setup:", "'child' but the move begins in 'cobra'"),
        ((*MOVE, "ends"), "cobar", "ends: cobar", "no pose 'cobar'; did you mean 'cobra'?"),
        ((*MOVE, "dose"), DOSE_UPSIDE_DOWN, "least: 5", "'dose' runs from 5 to 4"),
        ((*MOVE, "dose", "least"), 2.5, "least: 2.5", "'least' must be a whole number"),
        ((*STEP, "tempo"), tempo_from(6), "seconds: 3", "'tempo' runs from 6 to 5"),
        ((*STEP, "tempo"), tempo_from(4), "seconds: 3", "from 3 s, outside of 4 to 5 s"),
        ((*STEP, "held"), True, "- id: rise", "'rise' is held; that is only for a step of"),
        ((*MOVE, "last"), [STAY], "- id: rise", "'stay' is held; that is only for a step of"),
        ((*STEP, "held"), "perhaps", "held: perhaps", "true"),
        ((*STEP, "short"), "a b c d", "short: a b c d", "keep it to 3 words"),
        ((*STEP, "cue"), " ", "cue: ", "'cue' is empty"),
        ((*STEP, "cue"), [], "cue: []", "'cue' must be a text"),
        ((*STEP, "cue"), {"en": []}, "en: []", "'cue' must be a text"),
        ((*STEP, "cue"), {"de": "Los"}, "de: Los", "'cue' has no English text"),
        ((*STEP, "cue"), {"en": "Go", "D": "Los"}, "D: Los", "'D' is no language"),
        ((*MOVE, "gentler"), None, "- id: rise", "a step of 'rise' has a gentler way"),
    ],
)
def test_a_mistake_is_named_in_its_sentence_at_its_line(loaded, path, value, line, sentence):
    problem, found = only_problem(loaded((path, value)))
    assert sentence in worded(problem)
    assert found.strip().startswith(line)


def test_for_an_unknown_pose_the_nearest_and_all_known_are_named(loaded):
    problem, _ = only_problem(loaded(((*MOVE, "ends"), "cobar")))
    assert problem.values["close"] == "cobra"
    assert problem.values["known"] == ", ".join(POSES.names)
    assert problem.values["key"] == "ends"


def test_two_moves_cannot_have_one_id(loaded):
    twice = [WRITTEN["moves"][0]] * 2
    problem, line = only_problem(loaded((("moves",), twice)))
    assert (problem.code, problem.values) == ("taken-id", {"word": "rise"})
    assert line.strip().startswith("- id: rise") or line.strip() == "id: rise"


def test_the_length_of_a_session_counts_each_step_at_the_largest_dose(loaded):
    move = {key: value for key, value in WRITTEN["moves"][0].items() if key != "rest"}
    step = {key: value for key, value in SINK.items() if key != "tempo"} | {"seconds": 290}
    move |= {"dose": {"least": 1, "most": 100, "unit": "reps"}, "rep": [step]}
    moves = [move | {"id": f"move-{n}"} for n in range(2)]
    problem, line = only_problem(loaded((("moves",), moves)))
    assert problem.code == "too-long-session"
    # Twice: setup, opening, last rep and its hold, and 99 reps of one step.
    assert problem.values["steps"] == str(2 * (4 + 99))
    assert problem.values["hours"] == f"{2 * (8 + 4 + 3 + 99 * 290) / 3600:.1f}"
    assert (problem.values["most_steps"], problem.values["most_hours"]) == ("4000", "12")
    assert line.strip() == "moves:"


def longest(*doses):
    """Moves of one step of 300 s, a setup of 8 s, and as many reps."""
    step = {key: value for key, value in SETUP.items() if key != "seconds"} | {"seconds": 300}
    for number, most in enumerate(doses):
        move = {
            key: value
            for key, value in WRITTEN["moves"][0].items()
            if key not in ("opening", "last", "rest", "gentler")
        }
        yield move | {
            "id": f"move-{number}",
            "dose": {"least": 1, "most": most, "unit": "reps"},
            "rep": [step],
        }


@pytest.mark.parametrize(("doses", "fits"), [((100, 43), True), ((100, 44), False)])
def test_a_session_may_last_twelve_hours_at_most(loaded, doses, fits):
    assert (not loaded((("moves",), list(longest(*doses)))).problems) == fits


def test_only_a_known_move_is_found():
    assert READ.move("rise") is READ.moves[0]
    with pytest.raises(KeyError, match="sink"):
        READ.move("sink")


def shelved(folder, **files):
    for name, routine in files.items():
        text = yaml.dump(unshared(routine), sort_keys=False, allow_unicode=True)
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")


def test_a_faulty_file_is_left_out_with_its_problems_and_the_others_stay(tmp_path):
    shelved(tmp_path, a=written(), b=written((("lead_in",), 1)), c=written((("id",), "other")))
    found = shelf(POSES, own_folder=tmp_path)
    assert [entry.routine.id for entry in found.routines if entry.own] == ["up-and-down", "other"]
    assert not found.routines[0].own
    assert [(p.code, Path(p.path).name) for p in found.problems] == [("too-low", "b.yaml")]
    assert found.find("up-and-down") == READ
    assert found.find("nothing") is None


def test_the_first_file_keeps_an_id_and_the_second_is_told_which(tmp_path):
    shelved(tmp_path, a=written(), b=written((("title",), "Second")))
    found = shelf(POSES, own_folder=tmp_path)
    assert found.find("up-and-down").title == "Up and down"
    (problem,) = found.problems
    assert (problem.line, problem.code, problem.values) == (1, "taken-id", {"word": "up-and-down"})
    assert Path(problem.path).name == "b.yaml"
    assert "the id 'up-and-down' is taken" in worded(problem)


def test_the_first_file_keeps_a_pose_and_the_second_is_told_which(tmp_path):
    own = {"poses": {"folded": {"like": "child"}}, "links": [["child", "folded", 1]]}
    shelved(tmp_path, a=written() | own, b=written((("id",), "other")) | own)
    (problem,) = shelf(POSES, own_folder=tmp_path).problems
    assert (problem.line, problem.code, problem.values) == (1, "taken-pose", {"word": "folded"})


def test_the_shelf_reads_the_language_and_only_yaml_files(tmp_path):
    shelved(tmp_path, a=written())
    (tmp_path / "a.yaml").rename(tmp_path / "a.YML")
    (tmp_path / "notes.txt").write_text("id: notes")
    found = shelf(POSES, "de", tmp_path)
    assert found.problems == ()
    assert [entry.routine.title for entry in found.routines if entry.own] == ["Auf und ab"]
    assert not any(entry.own for entry in shelf(POSES, own_folder=tmp_path / "none").routines)
