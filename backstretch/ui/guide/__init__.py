"""Leads by ear: what is said, what sounds, what the media controls and screen readers are told."""
