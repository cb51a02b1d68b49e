"""The review queue: what is put on it, who takes what, and what comes of it."""
