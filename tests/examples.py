"""How many examples a property test tries.

A quarter of them are tried at a desk, so that the tests end while one waits for them; all of them
where BACKSTRETCH_EXAMPLES is "all", as in `.ci/run`. The examples are the same at every run.
"""

import os

SHARE = 1.0 if os.environ.get("BACKSTRETCH_EXAMPLES") == "all" else 1 / 4


def examples(most: int) -> int:
    """The number of examples to try of a property that deserves `most`; at least 5."""
    return max(round(most * SHARE), min(most, 5))
