"""Notices over the stage: paused, skipped, the voice level, your own breath."""
