"""The widgets that several pages are built from."""
