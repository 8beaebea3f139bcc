"""The man page and the completions of bash, zsh and fish, made from what the commands declare
themselves: `backstretch.cli.subcommands` and each module's `arguments`."""

import argparse
from collections.abc import Callable

from backstretch import identity
from backstretch.cli.calling import parser_of
from backstretch.cli.subcommands import ENVIRONMENT, EXIT_CODES, FILES, SUBCOMMANDS, Subcommand

_OWN_HELP = ("show this help message and exit",)
PROGRAM_OPTIONS = {"-h": "show this help", "--help": "show this help"} | {
    "-V": "show the version",
    "--version": "show the version",
}


def actions(subcommand: Subcommand) -> list[argparse.Action]:
    """What one may write after the name of the command, in the order declared."""
    parser = parser_of(subcommand)
    hidden = (argparse.SUPPRESS, *_OWN_HELP)
    return [action for action in parser._actions if action.help not in hidden]


def takes_file(action: argparse.Action) -> bool:
    return "FILE" in str(action.metavar) or action.metavar == "ROUTINE"


def options(subcommand: Subcommand) -> dict[str, str]:
    """Each option of a command, and its help."""
    return {
        text: action.help or "" for action in actions(subcommand) for text in action.option_strings
    }


def _roff(text: str) -> str:
    escaped = text.replace("\\", "\\e").replace("-", "\\-")
    return "\\&" + escaped if escaped.startswith((".", "'")) else escaped


def _usage(action: argparse.Action) -> str:
    name = str(action.metavar or action.dest.upper())
    if action.option_strings:
        shown = ", ".join(f"\\fB{_roff(text)}\\fR" for text in action.option_strings)
        choices = "|".join(map(str, action.choices)) if action.choices else name
        return shown if action.nargs == 0 else f"{shown} \\fI{_roff(choices)}\\fR"
    return f"\\fI{_roff(name)}\\fR"


def man_page() -> str:
    lines = [
        f'.TH BACKSTRETCH 1 "" "Backstretch {identity.VERSION}" "User Commands"',
        ".SH NAME",
        f"backstretch \\- {_roff(identity.SUMMARY[0].lower() + identity.SUMMARY[1:])}",
        ".SH SYNOPSIS",
        ".B backstretch",
        ".br",
        ".B backstretch",
        "\\fICOMMAND\\fR [\\fIARGUMENT\\fR ...]",
        ".SH DESCRIPTION",
        "Without a command the window opens. A second start only brings it to the front.",
        "Press ? in the window for the list of its keys.",
        ".SH COMMANDS",
    ]
    for subcommand in SUBCOMMANDS:
        lines += [f".SS backstretch {subcommand.name}", _roff(_sentence(subcommand.summary))]
        for action in actions(subcommand):
            lines += [".TP", _usage(action), _roff(_sentence(action.help or ""))]
    lines.append(".SH OPTIONS")
    lines += [".TP", "\\fB\\-V\\fR, \\fB\\-\\-version\\fR", "Show the version."]
    lines += [".TP", "\\fB\\-h\\fR, \\fB\\-\\-help\\fR", "Show a summary."]
    parts = {"EXIT STATUS": EXIT_CODES, "ENVIRONMENT": ENVIRONMENT, "FILES": FILES}
    for title, entries in parts.items():
        lines.append(f".SH {title}")
        for name, words in entries.items():
            lines += [".TP", f"\\fB{_roff(name)}\\fR", _roff(_sentence(words))]
    lines += [".SH REPORTING BUGS", _roff(f"Write to {identity.ISSUES} and add what")]
    lines += [".B backstretch doctor", "prints; it holds nothing about your health."]
    return "\n".join(lines) + "\n"


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:] + ("" if text.endswith(".") else ".")


def bash() -> str:
    cases = []
    for subcommand in SUBCOMMANDS:
        words = " ".join(options(subcommand))
        cases.append(f'        {subcommand.name}) words="{words}" ;;')
    names = " ".join([*(entry.name for entry in SUBCOMMANDS), "help", *PROGRAM_OPTIONS])
    return f"""# bash completion for backstretch
_backstretch() {{
    local word=${{COMP_WORDS[COMP_CWORD]}} words=""
    COMPREPLY=()
    if ((COMP_CWORD == 1)); then
        mapfile -t COMPREPLY < <(compgen -W "{names}" -- "$word")
        return
    fi
    case ${{COMP_WORDS[1]}} in
{chr(10).join(cases)}
    esac
    if [[ $word == -* ]]; then
        mapfile -t COMPREPLY < <(compgen -W "$words" -- "$word")
    else
        mapfile -t COMPREPLY < <(compgen -f -- "$word")
    fi
}}
complete -o filenames -F _backstretch backstretch
"""


def zsh() -> str:
    def quoted(text: str) -> str:
        return (
            text.replace("'", "'\\''").replace("[", "\\[").replace("]", "\\]").replace(":", "\\:")
        )

    names = "\n".join(f"        '{entry.name}:{quoted(entry.summary)}'" for entry in SUBCOMMANDS)
    cases = []
    for subcommand in SUBCOMMANDS:
        rows = [
            f"'{text}[{quoted(action.help or '')}]{'' if action.nargs == 0 else ':value: '}'"
            for action in actions(subcommand)
            for text in action.option_strings
        ]
        if any(takes_file(action) for action in actions(subcommand)):
            rows.append("'*:file:_files'")
        cases.append(f"        {subcommand.name}) _arguments {' '.join(rows)} ;;")
    return f"""#compdef backstretch
_backstretch() {{
    local -a commands=(
{names}
    )
    if ((CURRENT == 2)); then
        _describe command commands
        return
    fi
    local name=$words[2]
    shift words
    ((CURRENT--))
    case $name in
{chr(10).join(cases)}
    esac
}}
_backstretch "$@"
"""


def fish() -> str:
    def quoted(text: str) -> str:
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'"

    lines = ["complete -c backstretch -f -n __fish_use_subcommand -s V -l version"]
    for subcommand in SUBCOMMANDS:
        lines.append(
            "complete -c backstretch -f -n __fish_use_subcommand "
            f"-a {subcommand.name} -d {quoted(subcommand.summary)}"
        )
        seen = f"'__fish_seen_subcommand_from {subcommand.name}'"
        for action in actions(subcommand):
            for text in action.option_strings:
                flag = f"-l {text[2:]}" if text.startswith("--") else f"-s {text[1:]}"
                value = "" if action.nargs == 0 else " -r"
                words = quoted(action.help or "")
                lines.append(f"complete -c backstretch -n {seen} {flag}{value} -d {words}")
    return "\n".join(lines) + "\n"


FILES_MADE: dict[str, Callable[[], str]] = {
    "backstretch.1": man_page,
    "completions/backstretch.bash": bash,
    "completions/_backstretch": zsh,
    "completions/backstretch.fish": fish,
}
"""What is written below packaging/linux, and what writes it."""
