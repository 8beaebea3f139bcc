"""Dialogs: a question, the list of keys, about, and what went wrong."""
