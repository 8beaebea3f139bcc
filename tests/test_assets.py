"""The data files that ship: complete, readable, none left over, none fetched from elsewhere."""

import json
import re
import wave
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import pytest
import yaml

from backstretch.assets import folder

CHECKOUT = Path(__file__).resolve().parent.parent
RESOURCES = folder("resources")
PROGRAM = "\n".join(
    path.read_text(encoding="utf-8") for path in (CHECKOUT / "backstretch").rglob("*.py")
)


def files(place: str, pattern: str) -> list[Path]:
    found = sorted((RESOURCES / place).glob(pattern))
    assert found, f"no {pattern} in {place}"
    return found


def test_missing_folder_is_told() -> None:
    with pytest.raises(FileNotFoundError, match="install it again"):
        folder("no such folder")


@pytest.mark.parametrize("path", files("icons", "*.svg"), ids=lambda path: path.stem)
def test_icon_is_a_plain_drawing_that_is_used(path: Path) -> None:
    root = ElementTree.parse(path).getroot()
    assert root.get("viewBox"), "scales"
    drawn = {element.tag.rpartition("}")[2] for element in root.iter()}
    assert not drawn & {"image", "script", "text", "use", "foreignObject"}
    assert f'"{path.stem}"' in PROGRAM, "no part of the program names it"


@pytest.mark.parametrize("path", files("sounds", "*.wav"), ids=lambda path: path.stem)
def test_sound_is_short_and_neither_silent_nor_clipped(path: Path) -> None:
    with wave.open(str(path)) as sound:
        assert sound.getsampwidth() == 2
        assert sound.getnframes() / sound.getframerate() < 4
        samples = memoryview(sound.readframes(sound.getnframes())).cast("h")
    assert 1000 < max(abs(sample) for sample in samples) < 32_767
    assert abs(samples[0]) < 200 and abs(samples[-1]) < 200, "clicks"


@pytest.mark.parametrize("path", files("themes", "*.json"), ids=lambda path: path.stem)
def test_theme_names_the_same_colours_as_the_others(path: Path) -> None:
    names = [set(json.loads(other.read_text())["colours"]) for other in files("themes", "*.json")]
    colours = json.loads(path.read_text())["colours"]
    assert all(set(colours) == other for other in names)
    assert all(re.fullmatch(r"#[0-9a-f]{6}([0-9a-f]{2})?", value) for value in colours.values())


@pytest.mark.parametrize("path", sorted(CHECKOUT.glob("r*/**/*.yaml")), ids=lambda path: path.name)
def test_yaml_files_are_plain_data(path: Path) -> None:
    assert yaml.safe_load(path.read_text(encoding="utf-8"))


def test_nothing_that_ships_names_a_machine_or_fetches_anything() -> None:
    shipped = [path for top in ("backstretch", "resources", "routines") for path in tracked(top)]
    texts = [path for path in shipped if path.suffix in (".py", ".yaml", ".json", ".svg", ".ts")]
    assert len(texts) > 50
    for path in texts:
        text = path.read_text(encoding="utf-8")
        assert not re.search(r"/(home|root|Users|work)/", text), path
        assert not re.search(
            r"\b(urllib\.request|http\.client|QNetworkAccess|import requests)\b", text
        ), path


def tracked(top: str) -> list[Path]:
    """Files under `top` that belong to the program (an installation has no others)."""
    return [
        path
        for path in (CHECKOUT / top).rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    ]
