"""The Today page: what the session will be, and one press to start it."""
