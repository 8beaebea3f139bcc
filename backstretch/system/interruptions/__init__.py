"""Being told that the computer is about to sleep or the screen is locked."""
