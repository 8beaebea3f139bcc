"""Who this program is to the outside: its version, its id on a desktop, and where its people are.

The one place for all of it. Desktop file, metainfo, D-Bus names, the window's app id, the packages
and `pyproject.toml` follow; `python3 dev.py metadata` writes what is a file.

Addresses that end in `.example` are reserved placeholders, which lead nowhere. `python3 dev.py
release` refuses until whoever publishes the program has put their own here.
"""

VERSION = "0.1.0"

NAME = "Backstretch"
ID = "example.backstretch.backstretch"
"""Reverse-DNS, of a domain that the publisher owns."""

AUTHOR = "Backstretch contributors"
EMAIL = "contributors@backstretch.example"
HOMEPAGE = "https://backstretch.example"
SOURCE = "https://code.backstretch.example/backstretch"
ISSUES = "https://code.backstretch.example/backstretch/issues"
HELP = "https://backstretch.example/help"
SCREENSHOTS = "https://backstretch.example/pictures"

SUMMARY = "Five moves for a stiff back, led by a drawn figure"
KEYWORDS = ("back", "stretch", "exercise", "posture", "breath", "mobility")

PLACEHOLDER = ".example"
"""The end of every host that nobody can own (RFC 2606)."""


def placeholders() -> list[str]:
    """What still has to be set before anything is published: names of this module."""
    addresses = {"EMAIL": EMAIL, "HOMEPAGE": HOMEPAGE, "SOURCE": SOURCE, "ISSUES": ISSUES}
    addresses |= {"HELP": HELP, "SCREENSHOTS": SCREENSHOTS}
    held = [name for name, text in addresses.items() if PLACEHOLDER in text]
    return (["ID"] if ID.startswith(PLACEHOLDER.removeprefix(".") + ".") else []) + held
