"""What speaks: the recordings that ship, and the system's own speech engines. They run in the sound
process and may block it, as the parent process watches the time."""
