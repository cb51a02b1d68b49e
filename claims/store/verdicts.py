"""What is said to a person whose decision cannot be kept: the name tells the sort, the words what to do."""


class CannotDecide(ValueError):
    """A decision that cannot be kept; nothing was changed, and the message says what to do instead."""


class NotMergeable(CannotDecide):
    """Two rows cannot become one."""


class NotSplittable(CannotDecide):
    """A row cannot be parted so."""


class NotDecidable(CannotDecide):
    """A link cannot be accepted or refused."""


class NotUndoable(CannotDecide):
    """A decision cannot be undone."""
