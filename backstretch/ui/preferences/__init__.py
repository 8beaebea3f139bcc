"""The settings page: every choice that is remembered, in sections."""
