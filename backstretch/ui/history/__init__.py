"""The history pages: a week, a year, and a single session."""
