"""`python3 dev.py release`: says what is missing before a release, and what is left to do by hand.

Returns 0 if nothing is missing. It changes nothing and publishes nothing.
"""

import subprocess
import sys
import tomllib
from pathlib import Path

import changes
import metadata

from backstretch import identity

TOP = Path(__file__).resolve().parent.parent

BY_HAND = """What is left to do by hand:
 1. python3 dev.py test, and .ci/run on a bare Debian 12
 2. python3 dev.py build all; install each package in a fresh system and take a session with it
 3. git tag --sign v{version}, and push the tag
 4. put dist/ and its *.cdx.json beside the tag, with a checksum file that you have signed
 5. put docs/pictures/*.png where SCREENSHOTS in backstretch/identity.py points
 6. raise VERSION, and begin the next part of CHANGELOG.md with (not yet released)"""


def problems() -> list[str]:
    """What stands in the way of a release, a sentence each."""
    found = [
        f"{name} in backstretch/identity.py is still a placeholder; put yours there"
        for name in identity.placeholders()
    ]
    newest = changes.read()[0]
    if newest.version != identity.VERSION:
        found.append(
            f"CHANGELOG.md begins with {newest.version}, backstretch/identity.py says "
            f"{identity.VERSION}; they have to be the same"
        )
    if newest.date is None:
        found.append(f"CHANGELOG.md has no date for {newest.version}; write the day of the release")
    found += [
        f"{path.relative_to(TOP)} is out of date; run `python3 dev.py metadata`"
        for path in metadata.stale()
    ]
    return found + _of_the_checkout()


def _of_the_checkout() -> list[str]:
    status = _git("status", "--porcelain")
    found = ["there are changes that are not committed; commit them"] if status else []
    if _git("tag", "--list", f"v{identity.VERSION}"):
        found.append(f"v{identity.VERSION} is tagged already; raise VERSION")
    project = tomllib.loads((TOP / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    if project["urls"]["Homepage"] != identity.HOMEPAGE:
        found.append("pyproject.toml names another homepage; run `python3 dev.py metadata`")
    return found


def _git(*arguments: str) -> str:
    """What git prints, or "" where this is no checkout."""
    done = subprocess.run(["git", *arguments], cwd=TOP, capture_output=True, text=True, check=False)
    return done.stdout.strip()


def main() -> int:
    found = problems()
    for sentence in found:
        print(f"- {sentence}.")
    print(f"{len(found)} to put right." if found else "Ready to be released.")
    print(BY_HAND.format(version=identity.VERSION))
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
