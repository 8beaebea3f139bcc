"""The README says what the program does: its keys and commands are the program's own."""

import re
from pathlib import Path

import pytest

from backstretch.cli import SUBCOMMANDS
from backstretch.cli.calling import parser_of
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


COMMAND = re.compile(
    r"(?:^    |`)((?:python3 dev\.py|backstretch) [^`\n|]*[^`\n|\s])", re.MULTILINE
)


def written_commands() -> list[tuple[str, str]]:
    """Every command line of ours in a document, with the document's name."""
    found = [
        (document.name, " ".join(command.partition("  ")[0].split()))
        for document in DOCUMENTS
        for command in COMMAND.findall(document.read_text(encoding="utf-8"))
    ]
    return sorted(set(found))


def filled_in(words: list[str]) -> list[str]:
    """The words with placeholders as somebody would fill them in."""
    return [word.strip("[]…") for word in words if word.strip("[]…")]


@pytest.mark.parametrize(("document", "command"), written_commands())
def test_every_command_in_a_document_is_one_that_there_is(document: str, command: str) -> None:
    words = command.split()
    if words[0] == "python3":
        dev = (CHECKOUT / "dev.py").read_text(encoding="utf-8")
        assert f'    "{words[2]}": ' in dev or words[2].isupper(), command
        return
    name, arguments = words[1], filled_in(words[2:])
    if name.isupper() or name.startswith("-") or name == "help" or "--help" in arguments:
        return
    (subcommand,) = (entry for entry in SUBCOMMANDS if entry.name == name)
    if len(arguments) == 1 and arguments[0].startswith("--"):
        # A text that speaks of an option.
        assert arguments[0] in parser_of(subcommand).format_help()
    elif arguments:
        parser_of(subcommand).parse_args(arguments)
