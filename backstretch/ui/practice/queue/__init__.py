"""The queue of today's moves, beside the stage."""
