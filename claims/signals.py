"""Every decision, and every one taken back, has its line in the log of deeds."""

from collections.abc import Collection

from django.contrib.admin.models import ADDITION, CHANGE, LogEntry
from django.contrib.auth.models import User
from django.db.models.signals import post_save
from django.dispatch import receiver

from claims.models import Review


@receiver(post_save, sender=Review)
def log_decision(
    instance: Review, created: bool, update_fields: Collection[str] | None, **_options: object
) -> None:
    """Log who decided, or who took the decision back."""
    if created:
        log_deed(instance.user, instance, instance.reason or instance.field, ADDITION)
    elif update_fields and "undone" in update_fields and instance.undone_by:
        log_deed(instance.undone_by, instance, "undone", CHANGE)


def log_deed(user: User, review: Review, words: str, flag: int) -> None:
    """One line in the log."""
    LogEntry.objects.log_actions(user.pk, [review], flag, words.replace("\0", ""), single_object=True)
