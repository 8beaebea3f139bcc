"""Keeps the screen awake during a session."""
