"""A software bill of materials (CycloneDX 1.5, JSON) of what goes into a package."""

import json
import re
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

from packaging.requirements import Requirement

from backstretch import identity


def brought() -> list[str]:
    """The distributions that the program needs here, itself left out, sorted."""
    found: set[str] = set()
    open_ends = ["backstretch"]
    while open_ends:
        for text in distribution(open_ends.pop()).requires or []:
            requirement = Requirement(text)
            name = re.sub(r"[-_.]+", "-", requirement.name).lower()
            wanted = requirement.marker is None or requirement.marker.evaluate({"extra": ""})
            if wanted and name not in found:
                found.add(name)
                open_ends.append(name)
    return sorted(found)


def _component(name: str) -> dict[str, object]:
    about = distribution(name)
    known = [
        about.metadata[key] for key in ("License-Expression", "License") if key in about.metadata
    ]
    licence = known[0] if known else ""
    entry: dict[str, object] = {
        "type": "library",
        "name": about.metadata["Name"],
        "version": about.version,
        "purl": f"pkg:pypi/{name}@{about.version}",
        "bom-ref": name,
    }
    if licence:
        entry["licenses"] = [{"license": {"name": licence.splitlines()[0]}}]
    return entry


def bill(names: list[str], others: dict[str, str] | None = None) -> str:
    """The bill of a package that holds these distributions, and `others` with their versions."""
    components = [_component(name) for name in names]
    components += [
        {"type": "library", "name": name, "version": version, "bom-ref": name}
        for name, version in (others or {}).items()
    ]
    main = {
        "type": "application",
        "name": "backstretch",
        "version": identity.VERSION,
        "bom-ref": "backstretch",
        "licenses": [{"license": {"id": "MIT"}}],
    }
    document = {
        "bomFormat": "CycloneDX",
        "specVersion": "1.5",
        "version": 1,
        "metadata": {"component": main},
        "components": components,
        "dependencies": [
            {"ref": "backstretch", "dependsOn": [str(entry["bom-ref"]) for entry in components]}
        ],
    }
    return json.dumps(document, indent=1, ensure_ascii=False) + "\n"


def qt_version() -> dict[str, str]:
    """Qt is inside PySide6's wheel, with the version of its own."""
    try:
        return {"Qt": distribution("PySide6-Essentials").version}
    except PackageNotFoundError:
        return {}


def write(package: Path, names: list[str], others: dict[str, str] | None = None) -> Path:
    """Writes the bill beside `package`."""
    path = package.with_name(package.name + ".cdx.json")
    path.write_text(bill(names, others), encoding="utf-8")
    return path
