"""The README says what the program does: its keys and commands are the program's own."""

import re
from pathlib import Path

import pytest

from backstretch.cli import SUBCOMMANDS
from backstretch.ui.entries import ENTRIES, Entry

CHECKOUT = Path(__file__).resolve().parent.parent
DOCUMENTS = [*CHECKOUT.glob("*.md"), *CHECKOUT.glob("docs/**/*.md"), *CHECKOUT.glob("*/*.md")]
SIGNS = {"Left": "←", "Right": "→", "Up": "↑", "Down": "↓", "PgDown": "PageDown", "PgUp": "PageUp"}
WHERE = {"today": "Today", "session": "Session", "history": "History", "anywhere": "Anywhere"}


def keys(entry: Entry) -> str:
    shown = [key.rpartition("+") for key in entry.keys if "Media" not in key]
    return ", ".join(f"`{held}{plus}{SIGNS.get(key, key)}`" for held, plus, key in shown)


def keys_table() -> str:
    rows = ["| | key | does |", "|---|---|---|"]
    for where, title in WHERE.items():
        for entry in (entry for entry in ENTRIES if entry.where == where):
            rows.append(f"| {title} | {keys(entry)} | {entry.tip or entry.text} |")
            title = ""
    return "\n".join(rows)


def commands_table() -> str:
    rows = ["| command | does |", "|---|---|", "| `backstretch` | open the player |"]
    rows += [f"| `backstretch {entry.name}` | {entry.summary} |" for entry in SUBCOMMANDS]
    return "\n".join(rows)


@pytest.mark.parametrize("name", ["keys", "commands"])
def test_readme_lists_the_programs_own(name: str) -> None:
    table = {"keys": keys_table, "commands": commands_table}[name]()
    readme = (CHECKOUT / "README.md").read_text(encoding="utf-8")
    written = readme.partition(f"<!-- {name} -->")[2].partition(f"<!-- /{name} -->")[0].strip()
    assert written == table, f"put this between the {name} marks of README.md:\n{table}"


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_links_lead_somewhere(document: Path) -> None:
    for target in re.findall(r"\]\(([^)#]+)\)", document.read_text(encoding="utf-8")):
        if not target.startswith(("http://", "https://")):
            assert (document.parent / target).exists(), target
