"""YAML text to plain data that remembers its lines."""

from typing import Any

import yaml

from backstretch.figure.posefile import Path, PoseProblem

try:
    from yaml import CSafeLoader as _Loader
except ImportError:  # PyYAML built without libyaml
    from yaml import SafeLoader as _Loader  # type: ignore[assignment]

_LONGEST = 500_000
_DEEPEST = 12
_MOST_VALUES = 60_000


def parsed(text: str, name: str) -> tuple[object, dict[Path, int]]:
    """The data and the line (from 1) of every value. `name` is the file's, for messages.

    Raises PoseProblem for what is not YAML, too large or too deep.
    """
    if len(text) > _LONGEST:
        raise PoseProblem(f"{name}:1: the file is too large; keep poses under {_LONGEST} letters")
    loader = _Loader(text)
    try:
        root = loader.get_single_node()
        lines: dict[Path, int] = {}
        data = _data(loader, root, (), lines) if root is not None else {}
    except yaml.MarkedYAMLError as problem:
        mark = problem.problem_mark
        line = mark.line + 1 if mark else 1
        raise PoseProblem(f"{name}:{line}: {problem.problem}", (), line) from problem
    except (yaml.YAMLError, RecursionError) as problem:
        raise PoseProblem(f"{name}:1: this is not readable as YAML", (), 1) from problem
    except PoseProblem as problem:
        raise PoseProblem(f"{name}:{problem.line}: {problem.message}") from problem
    finally:
        loader.dispose()
    return data, lines


def _data(loader: Any, node: yaml.Node, path: Path, lines: dict[Path, int]) -> object:
    line = node.start_mark.line + 1
    lines[path] = line
    if len(path) > _DEEPEST or len(lines) > _MOST_VALUES:
        raise PoseProblem("the file is nested too deeply or repeats too much", path, line)
    if isinstance(node, yaml.MappingNode):
        found: dict[object, object] = {}
        for key_node, value_node in node.value:
            key = loader.construct_object(key_node) if _is_scalar(key_node) else None
            if not isinstance(key, str):
                raise PoseProblem("names must be texts", path, key_node.start_mark.line + 1)
            if key in found:
                raise PoseProblem(f"'{key}' is written twice", path, key_node.start_mark.line + 1)
            found[key] = _data(loader, value_node, (*path, key), lines)
        return found
    if isinstance(node, yaml.SequenceNode):
        return [_data(loader, item, (*path, i), lines) for i, item in enumerate(node.value)]
    return loader.construct_object(node)


def _is_scalar(node: yaml.Node) -> bool:
    return isinstance(node, yaml.ScalarNode)
