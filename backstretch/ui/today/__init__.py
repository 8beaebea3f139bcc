"""The first page: what today holds, and one press to begin."""
