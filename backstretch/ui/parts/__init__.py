"""Widgets that several pages are built from."""
