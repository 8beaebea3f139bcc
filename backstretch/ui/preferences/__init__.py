"""The settings page: every choice that is remembered, where a person would look for it."""
