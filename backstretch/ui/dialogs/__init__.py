"""Dialogs: questions, the list of keys, about Backstretch, and unexpected errors."""
