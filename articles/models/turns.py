"""What rows carry that workers take up in turns, so that each is fetched by one worker at a time."""

from django.db import models


class Turned(models.Model):
    """A row that goes on the queue with its `turn`; a message that holds an older number is passed over.

    `began` is set while a worker is on it. Where it still is when the lease is over, that worker died:
    `lost` counts how often, so that a page on which workers die is given up one day.
    """

    turn = models.PositiveIntegerField(default=0, editable=False)
    began = models.DateTimeField(null=True, blank=True, editable=False)
    lost = models.PositiveSmallIntegerField(default=0, editable=False)

    class Meta:
        abstract = True
