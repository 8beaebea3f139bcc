"""Keeping the screen awake while somebody follows it from the mat."""
