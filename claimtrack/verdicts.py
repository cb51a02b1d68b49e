"""What can go wrong with the services around the code, in words that say what to do."""


class ServiceError(Exception):
    """A service cannot start or is in use; the message is one line for the person at the terminal."""
