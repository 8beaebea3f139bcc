"""`python3 dev.py build WHAT`: makes packages in dist/. WHAT is one or more of wheel, sdist, deb,
folder, bundle, appimage, or all."""

import sys
from collections.abc import Callable
from pathlib import Path

import steps


def wheel() -> Path:
    return steps.wheel_or_sdist("wheel")


def sdist() -> Path:
    return steps.wheel_or_sdist("sdist")


def deb() -> Path:
    import debian_package

    return debian_package.build()


def folder() -> Path:
    import bundle

    return bundle.archive()


def bundle_deb() -> Path:
    import bundle

    return bundle.deb()


BUILDS: dict[str, Callable[[], Path]] = {
    "wheel": wheel,
    "sdist": sdist,
    "deb": deb,
    "folder": folder,
    "bundle": bundle_deb,
}


def main() -> int:
    wanted = list(BUILDS) if sys.argv[1:] == ["all"] else sys.argv[1:]
    unknown = [name for name in wanted if name not in BUILDS]
    if not wanted or unknown:
        names = ", ".join(BUILDS)
        print(f"Say what to build: python3 dev.py build {names}, or all", file=sys.stderr)
        return 2
    for name in wanted:
        made = BUILDS[name]()
        print(f"{made.relative_to(steps.TOP)}: {made.stat().st_size / 1e6:.1f} MB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
