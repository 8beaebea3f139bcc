"""Speech, in a process of its own. The constructor of a speech service may hang for minutes and
hold Python's lock meanwhile; in our process that would freeze the window."""
