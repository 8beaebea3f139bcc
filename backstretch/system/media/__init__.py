"""The session as a media player, for desktop controls, headset buttons and phones."""
