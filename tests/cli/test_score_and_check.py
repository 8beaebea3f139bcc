import json
import re
import subprocess
import sys

import pytest

from backstretch import assets, cli, paths
from backstretch.figure.poses import load_poses
from backstretch.session.plan import plan_for
from backstretch.session.player import begin

SHIPPED = assets.folder("routines") / "balanced-back.yaml"


def no_window(argv):
    raise AssertionError("the window was opened")


@pytest.fixture
def call(capsys):
    def run(*argv):
        code = cli.main(list(argv), no_window)
        said = capsys.readouterr()
        return code, said.out, said.err

    return run


def test_the_score_is_the_players_own_timeline(call):
    from backstretch.routine.load import load

    code, out, _ = call("score", "--json")
    score = json.loads(out)
    poses = load_poses()
    routine = load(SHIPPED, poses).routine
    timeline = begin(routine, plan_for(routine), poses).timeline
    assert code == 0
    assert list(score) == ["routine", "seconds", "phases"]
    assert score["routine"] == "balanced-back"
    assert score["seconds"] == pytest.approx(timeline.seconds)
    keys = ["start", "length", "kind", "move", "rep", "side", "breath", "pose", "cue"]
    assert all(list(entry) == keys for entry in score["phases"])
    assert [entry["start"] for entry in score["phases"]] == pytest.approx(
        [phase.start for phase in timeline.phases]
    )


def test_the_json_says_what_the_routine_says(call):
    phases = json.loads(call("score", "--json")[1])["phases"]
    kinds = {entry["kind"] for entry in phases}
    assert kinds == {"lead-in", "change", "work", "rest"}
    for entry in phases:
        if entry["kind"] != "work":
            assert (entry["rep"], entry["side"], entry["breath"]) == (None, None, None)
    unnumbered = [e for e in phases if e["kind"] == "work" and e["rep"] is None]
    slow = [("butt-kicks", None)] * 4
    assert [(e["move"], e["breath"]) for e in unnumbered] == [("articulations", "in"), *slow]
    kicks = [e["side"] for e in phases if e["move"] == "butt-kicks" and e["rep"] == 20]
    assert kicks == ["right", "right", "left", "left"]


def test_the_table_can_be_read(call):
    code, out, _ = call("score")
    assert code == 0
    minutes, seconds = divmod(int(json.loads(call("score", "--json")[1])["seconds"]), 60)
    assert f"Balanced back, {minutes}:{seconds:02}" in out
    assert "Bend right" in out


def test_a_routine_can_be_named_by_its_path(call, tmp_path):
    mine = tmp_path / "mine.yaml"
    mine.write_text(
        SHIPPED.read_text(encoding="utf-8").replace("id: balanced-back", "id: mine"),
        encoding="utf-8",
    )
    assert json.loads(call("score", str(mine), "--json")[1])["routine"] == "mine"


def test_a_users_own_routine_is_found_by_its_id_and_a_bad_one_stops_nothing(call):
    folder = paths.places().routines
    folder.mkdir(parents=True)
    text = SHIPPED.read_text(encoding="utf-8")
    (folder / "mine.yaml").write_text(text.replace("id: balanced-back", "id: mine"), "utf-8")
    (folder / "bad.yaml").write_text("moves: [", "utf-8")
    (folder / "same.yaml").write_text(text, "utf-8")
    (folder / "folder.yaml").mkdir()
    assert json.loads(call("score", "mine", "--json")[1])["routine"] == "mine"
    assert call("score")[0] == 0


@pytest.mark.parametrize("named", ["nothing", "nowhere/at-all.yaml", "/dev/zero/x.yaml"])
def test_a_routine_that_is_not_there_is_refused_in_one_sentence(call, named):
    code, out, err = call("score", named)
    assert (code, out, err.count("\n")) == (2, "", 1)


def test_check_is_quiet_about_a_good_file_and_names_every_mistake_of_a_bad_one(call, tmp_path):
    assert call("check", str(SHIPPED)) == (0, "", "")
    bad = tmp_path / "bad.yaml"
    text = SHIPPED.read_text(encoding="utf-8")
    bad.write_text(text.replace("least: 5, most: 8", "least: 8, most: 5"), encoding="utf-8")
    line = next(n for n, row in enumerate(text.splitlines(), 1) if "least: 5, most: 8" in row)
    code, out, _ = call("check", str(SHIPPED), str(bad), str(tmp_path))
    assert code == 1
    assert out.splitlines() == [
        f"{bad}:{line}: 'dose' runs from 8 to 5; write the smaller number under 'least'",
        f"{tmp_path}: this is not a file; name a routine file that ends in .yaml",
    ]


@pytest.mark.parametrize("command", [["score"], ["check", str(SHIPPED)]])
def test_no_window_library_is_loaded(command):
    program = (
        "import sys; from backstretch import cli; code = cli.main(sys.argv[1:], None); "
        "sys.exit(code or any(name.startswith('PySide6') for name in sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", program, *command], capture_output=True)
    assert (done.returncode, done.stderr) == (0, b"")


def test_the_score_follows_what_the_user_chose(call):
    from backstretch.settings import Settings

    call("score", "--json")
    moves = {"articulations": {"inhale": 1.25, "gentler": True}}
    Settings(paths.places().settings).change(lead_in_seconds=25.0, moves=moves)
    phases = json.loads(call("score", "--json")[1])["phases"]
    assert phases[0]["length"] == 25
    breaths = [p for p in phases if p["move"] == "articulations" and p["breath"] == "in"]
    assert {p["length"] for p in breaths} == {5}
    assert breaths[-1]["pose"] == "arch-gentle"


def test_a_routines_own_lead_in_is_followed_unless_the_user_wants_another(call, tmp_path):
    file = tmp_path / "mine.yaml"
    text, replaced = re.subn(r"(?m)^lead_in: .+$", "lead_in: 4", SHIPPED.read_text("utf-8"))
    assert replaced == 1
    file.write_text(text, "utf-8")
    assert json.loads(call("score", str(file), "--json")[1])["phases"][0]["length"] == 4


def test_each_mistake_is_told_once(call, tmp_path):
    file = tmp_path / "mine.yaml"
    file.write_text("id: x\ntitle: 3\nmoves: {}\nfoo: bar\n")
    code, out, err = call("check", str(file))
    lines = (out + err).splitlines()
    assert code == 1
    assert len([line for line in lines if "'moves' must be a list" in line]) == 1
    assert len(set(lines)) == len(lines)
