"""Plays short sounds, mixed by the desktop with whatever else is playing."""
