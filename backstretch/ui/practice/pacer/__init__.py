"""The pacer: the ring that fills with the rep, and the count."""
