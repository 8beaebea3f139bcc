"""Speech, in a process of its own: a speech service that hangs takes nothing with it."""
