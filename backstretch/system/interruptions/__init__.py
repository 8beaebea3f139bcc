"""Reports that the computer is about to sleep or that the screen is locked."""
