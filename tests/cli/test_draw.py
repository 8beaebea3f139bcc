"""`backstretch draw` and `backstretch sheet`, called as a user calls them."""

import sys
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtGui import QImage

from backstretch.assets import folder
from backstretch.cli import main
from backstretch.paint.handout import Page
from backstretch.paths import places


def call(*arguments: str) -> int:
    return main(arguments, lambda _: pytest.fail("a window was opened"))


def picture(path: Path) -> QImage:
    image = QImage(str(path))
    assert not image.isNull()
    return image


@pytest.mark.parametrize(
    "more",
    [
        (),
        ("--view", "-60,10"),
        ("--view", "-60.5,-10"),
        ("--view=30,5",),
        ("--dark", "--figure", "dusk"),
        ("--phase", "arch"),
        ("--phase", "round", "--at", "0.25"),
        ("--at", "1"),
    ],
)
def test_a_still_is_written(tmp_path: Path, more: tuple[str, ...]) -> None:
    file = tmp_path / "still.png"
    assert call("draw", "articulations", *more, "--size", "200x150", str(file)) == 0
    image = picture(file)
    assert (image.width(), image.height()) == (200, 150)
    assert len({image.pixel(x, 75) for x in range(200)}) > 5


def test_every_choice_changes_the_picture(tmp_path: Path) -> None:
    def still(name: str, *more: str) -> QImage:
        file = tmp_path / f"{name}.png"
        assert call("draw", "side-bends", *more, "--size", "120x90", str(file)) == 0
        return picture(file)

    pictures = [
        still("usual"),
        still("side", "--view", "-90,10"),
        still("other", "--figure", "clay"),
        still("dark", "--dark"),
        still("left", "--phase", "bend-left"),
        still("start", "--at", "0"),
    ]
    for index, one in enumerate(pictures):
        assert all(one != other for other in pictures[index + 1 :])


def test_without_a_phase_one_rep_holds_both_sides(tmp_path: Path) -> None:
    """After the first of four steps one side is bent to, after the third the other."""
    size = ("--size", "120x90")
    for at, phase in (("0.3", "bend-right"), ("0.8", "bend-left")):
        rep, one = tmp_path / "rep.png", tmp_path / "phase.png"
        view = ("--view", "0,10")
        assert call("draw", "side-bends", "--at", at, *view, *size, str(rep)) == 0
        assert call("draw", "side-bends", "--phase", phase, *view, *size, str(one)) == 0
        right_of_middle = [_weight(picture(file)) for file in (rep, one)]
        assert (right_of_middle[0] > 0.5) == (right_of_middle[1] > 0.5)


def test_one_side_alone_is_drawn(tmp_path: Path) -> None:
    weights = []
    for side in ("left", "right"):
        file = tmp_path / f"{side}.png"
        options = ("--side", side, "--view", "0,10", "--size", "120x90")
        assert call("draw", "side-bends", *options, str(file)) == 0
        weights.append(_weight(picture(file)))
    assert weights[0] > 0.5 > weights[1], "bent to the figure's left, and to its right"


def test_the_gentler_variant_is_drawn(tmp_path: Path) -> None:
    size = ("--size", "120x90", "--view", "-90,0")
    for move in ("articulations", "butt-kicks"):
        usual, gentler = tmp_path / "usual.png", tmp_path / "gentler.png"
        assert call("draw", move, *size, str(usual)) == 0
        assert call("draw", move, "--gentler", *size, str(gentler)) == 0
        assert picture(usual) != picture(gentler)


def test_a_smaller_range_is_drawn(tmp_path: Path) -> None:
    size = ("--size", "120x90", "--view", "-90,0")
    for move in ("side-bends", "articulations", "back-lifts", "child-to-cobra", "butt-kicks"):
        shown = []
        for percent in ("50", "80", "100%"):
            file = tmp_path / f"{percent}.png"
            assert call("draw", move, "--range", percent, *size, str(file)) == 0
            shown.append(picture(file))
        assert shown[0] != shown[1] != shown[2]


def _weight(image: QImage) -> float:
    """Which part of what is drawn in the upper half lies right of the middle."""
    ground = image.pixel(0, 0)
    xs = [
        x
        for x in range(image.width())
        for y in range(image.height() // 2)
        if image.pixel(x, y) != ground
    ]
    return sum(x >= image.width() / 2 for x in xs) / len(xs)


def test_an_svg_is_written(tmp_path: Path) -> None:
    file = tmp_path / "still.svg"
    assert call("draw", "butt-kicks", "--size", "300x200", str(file)) == 0
    assert ET.parse(file).getroot().get("width") == "300"


@pytest.mark.parametrize("kind", ["gif", "webp"])
def test_a_moving_picture_holds_the_whole_rep(tmp_path: Path, kind: str) -> None:
    file = tmp_path / f"rep.{kind}"
    assert call("draw", "butt-kicks", "--size", "96x72", str(file)) == 0
    with Image.open(file) as moving:
        assert moving.n_frames > 20
        assert moving.info.get("loop") == 0
        seconds = 0.0
        for index in range(moving.n_frames):
            moving.seek(index)
            moving.load()
            seconds += moving.info["duration"] / 1000
    assert seconds == pytest.approx(4 * 0.45, abs=0.1)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("handstand", "x.png"), "name one of side-bends"),
        (("side-bends", "x.bmp"), "must end in .png"),
        (("side-bends", "--phase", "leap", "x.png"), "name one of butterfly-seat"),
        (("side-bends", "--figure", "nobody", "x.png"), "name one of moss"),
        (("plain", "--gentler", "x.png"), "has no gentler variant"),
        (("back-lifts", "--range", "40", "x.png"), "from 50 to 100"),
        (("back-lifts", "--range", "wide", "x.png"), "from 50 to 100"),
        (("back-lifts", "--side", "left", "x.png"), "leave --side out"),
        (("side-bends", "--phase", "bend-left", "--side", "right", "x.png"), "leave --side out"),
        (("side-bends", "--at", "2", "x.png"), "0 to 1"),
        (("side-bends", "--at", "nan", "x.png"), "0 to 1"),
        (("side-bends", "--at", "0.5", "x.gif"), "whole rep"),
        (("side-bends", "--view", "-60", "x.png"), "YAW,PITCH"),
        (("side-bends", "--view", "0,99", "x.png"), "YAW,PITCH"),
        (("side-bends", "--size", "9x9", "x.png"), "WIDTHxHEIGHT"),
        (("side-bends", "--size", "99999x9", "x.png"), "WIDTHxHEIGHT"),
        (("side-bends", "--size", "4000x4000", "x.webp"), "1920"),
        (("side-bends", "no/such/folder/x.png"), "folder"),
        (("side-bends", "no/such/folder/x.svg"), "No such file"),
        (("butt-kicks", "--size", "32x32", "no/such/folder/x.gif"), "No such file"),
    ],
)
def test_a_refusal_is_one_sentence(
    arguments: tuple[str, ...],
    words: str,
    capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    shipped = (folder("routines") / "balanced-back.yaml").read_text(encoding="utf-8")
    begin, end = shipped.index("  - id: side-bends"), shipped.index("  - id: articulations")
    move = shipped[begin:end].replace("id: side-bends", "id: plain")
    lines = move.splitlines()
    kept = [line for line, left_out in zip(lines, _of_gentler(lines), strict=True) if not left_out]
    own = places().routines
    own.mkdir(parents=True)
    (own / "own.yaml").write_text(
        "id: own\ntitle: Own\nsummary: Own.\nmoves:\n" + "\n".join(kept), encoding="utf-8"
    )
    monkeypatch.chdir(tmp_path)
    before = set(tmp_path.iterdir())
    assert call("draw", *arguments) == 2
    said = capsys.readouterr()
    assert words in said.err
    assert said.err.count("\n") == 1
    assert set(tmp_path.iterdir()) == before


def _of_gentler(lines: list[str]) -> Iterator[bool]:
    """For each line of a move, whether it belongs to a gentler variant."""
    deep: int | None = None
    for line in lines:
        indent = len(line) - len(line.lstrip())
        if deep is not None and line.strip() and indent <= deep:
            deep = None
        if line.strip() == "gentler:":
            deep = indent
        yield deep is not None


def test_the_handout_is_one_page(tmp_path: Path, qapp: object) -> None:
    file = tmp_path / "sheet.pdf"
    assert call("sheet", str(file)) == 0
    data = file.read_bytes()
    assert data.startswith(b"%PDF")
    assert data.count(b"/Type /Page\n") + data.count(b"/Type /Page ") == 1


def test_the_handout_shows_a_rep_forwards(
    tmp_path: Path, qapp: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    pages: list[Page] = []

    def keep(page: Page, *_: object) -> None:
        pages.append(page)

    monkeypatch.setattr("backstretch.paint.handout.write_page", keep)
    assert call("sheet", str(tmp_path / "sheet.pdf")) == 0
    assert call("sheet", "--gentler", "--side", "left", str(tmp_path / "sheet.pdf")) == 0
    left = [row.pictures[1].title for row in pages[1].rows]
    assert left[0] == "Bend to the left"
    assert left[4] == "Kick left"
    assert [picture.title for picture in pages[1].rows[3].pictures] == [
        "Sink into a low cobra",
        "Press back to hands and knees",
        "Round a little",
    ]
    assert pages[1].rows[3].note.endswith("Last round: Into the low cobra, and stay.")
    assert pages[1].rows[1].pictures != pages[0].rows[1].pictures
    told = [[picture.title for picture in row.pictures] for row in pages[0].rows]
    assert told == [
        ["Bend to the right", "Scoop through the middle", "Bend to the left"],
        ["Round", "Arch"],
        ["Turn over onto your belly", "Lift", "Rest in child's pose"],
        ["Child's pose, hands planted", "Forward into cobra", "Press back, keeping the arch"],
        ["Cobra, ready to kick", "Kick right", "Rest in child's pose"],
    ]
    assert pages[0].rows[3].note.endswith("Last round: Forward into cobra, and stay.")
    assert pages[0].rows[4].dose == "8–20 reps, 4 kicks each"
    assert [len(lines) for _, lines in pages[0].advice] == [6, 3]


def test_the_handout_needs_a_pdf_and_a_routine(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert call("sheet", str(tmp_path / "sheet.png")) == 2
    assert "must end in .pdf" in capsys.readouterr().err
    assert call("sheet", "no-such-routine", str(tmp_path / "sheet.pdf")) == 2
    assert "name one of" in capsys.readouterr().err


def test_pillow_is_not_loaded_for_a_still(tmp_path: Path) -> None:
    import subprocess

    script = (
        "import sys; from backstretch.cli import main; "
        f"main(['draw', 'butt-kicks', '--size', '64x48', {str(tmp_path / 'a.png')!r}], print); "
        "assert 'PIL' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", script], check=True, capture_output=True)
