"""The history pages: the week, the months, the weeks before, a session."""
