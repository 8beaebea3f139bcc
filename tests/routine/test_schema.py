"""The JSON Schema for editors agrees with the loader."""

import json
import re
from copy import deepcopy

import pytest
import yaml

from backstretch import assets
from backstretch.figure.poses import load_poses
from backstretch.routine.load import load

FOLDER = assets.folder("routines")
SCHEMA = json.loads((FOLDER / "routine.schema.json").read_text(encoding="utf-8"))
DEFINITIONS = SCHEMA["$defs"]
SHIPPED = yaml.safe_load((FOLDER / "balanced-back.yaml").read_text(encoding="utf-8"))


def faults(value, schema, path="routine"):
    """Yields the faults of a value, by those parts of JSON Schema that the routine schema uses."""
    if "$ref" in schema:
        schema = DEFINITIONS[schema["$ref"].removeprefix("#/$defs/")]
    if not is_a(value, schema.get("type")):
        yield f"{path}: no {schema['type']}"
    elif "anyOf" in schema and all(list(faults(value, one, path)) for one in schema["anyOf"]):
        yield f"{path}: none of the forms allowed"
    elif value not in schema.get("enum", [value]) or out_of_bounds(value, schema):
        yield f"{path}: {value!r} is not allowed"
    elif isinstance(value, dict):
        yield from mapping_faults(value, schema, path)
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from faults(item, schema["items"], f"{path}[{index}]")


def is_a(value, kind):
    if kind == "number":
        return isinstance(value, int | float) and not isinstance(value, bool)
    types = {"object": dict, "array": list, "string": str, "boolean": bool, "integer": int}
    return kind is None or isinstance(value, types[kind])


def out_of_bounds(value, schema):
    if isinstance(value, str):
        return not re.search(schema.get("pattern", ""), value)
    if isinstance(value, dict | list):
        return False
    return not schema.get("minimum", value) <= value <= schema.get("maximum", value)


def mapping_faults(value, schema, path):
    for key in schema.get("required", []):
        if key not in value:
            yield f"{path}: lacks {key}"
    if (
        "oneOf" in schema
        and sum(all(k in value for k in o["required"]) for o in schema["oneOf"]) != 1
    ):
        yield f"{path}: not exactly one of {schema['oneOf']}"
    for key, inner in value.items():
        known = schema.get("properties", {}).get(key, schema.get("additionalProperties"))
        if known is False:
            yield f"{path}: {key} is not known"
        elif known is not None:
            yield from faults(inner, known, f"{path}.{key}")


def shipped():
    return deepcopy(SHIPPED)


def test_the_shipped_routine_is_valid_by_the_schema():
    assert list(faults(shipped(), SCHEMA)) == []


def test_the_schema_finds_mistakes():
    routine = shipped()
    routine["moves"][0]["dose"]["least"] = 0
    routine["moves"][1]["pacing"] = "fast"
    del routine["moves"][2]["setup"]["cue"]
    routine["moves"][3]["rep"][0]["speed"] = 3
    assert len(list(faults(routine, SCHEMA))) == 4


@pytest.mark.parametrize(
    ("place", "schema"),
    [
        ([], SCHEMA),
        (["moves", 0], DEFINITIONS["move"]),
        (["moves", 0, "dose"], DEFINITIONS["move"]["properties"]["dose"]),
        (["moves", 0, "view"], DEFINITIONS["move"]["properties"]["view"]),
        (["moves", 1, "gentler"], DEFINITIONS["move"]["properties"]["gentler"]),
        (["moves", 0, "setup"], DEFINITIONS["step"]),
        (["moves", 4, "rest"], DEFINITIONS["step"]),
        (["moves", 0, "setup", "tempo"], DEFINITIONS["step"]["properties"]["tempo"]),
        (["moves", 1, "rep", 1, "gentler"], DEFINITIONS["step"]["properties"]["gentler"]),
    ],
)
def test_loader_and_schema_know_the_same_keys(tmp_path, place, schema):
    routine = shipped()
    inner = routine
    for key in place:
        inner = inner[key]
    inner["zzz"] = 1
    path = tmp_path / "mine.yaml"
    path.write_text(json.dumps(routine), encoding="utf-8")  # JSON is YAML, and written faster
    problems = load(path, load_poses()).problems
    assert [problem.code for problem in problems] == ["unknown-key"]
    assert set(problems[0].values["known"].split(", ")) | {"tempo"} == {
        *schema["properties"],
        "tempo",
    }
