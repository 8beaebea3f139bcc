"""The few widgets every page is put together from."""
