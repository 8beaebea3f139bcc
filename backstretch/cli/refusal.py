"""How a command refuses what it cannot do."""


class Refusal(Exception):  # noqa: N818 - a refusal is a result, not a fault
    """What was asked cannot be done; the text is one sentence for the user."""
