"""The end of a session: a picture worth keeping, how the back feels, and what was done."""
