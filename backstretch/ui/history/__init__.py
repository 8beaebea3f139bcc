"""The history pages: the week, the months and years, and a single session."""
