"""Leads a session for eyes and ears without knowing a widget: the driver, how often to draw,
what is said and sounded, what the screen saver and the media controls are told."""
