"""Who is looking at an item: a short lease, renewed while its page stays open."""

from datetime import timedelta

from django.contrib.auth.models import User
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from claims.models import QueueItem

LEASE = timedelta(minutes=3)


def take_lease(item: QueueItem, user: User) -> bool:
    """Say for a few minutes that this user is looking; False where somebody else is, or it was decided."""
    now = timezone.now()
    free = Q(looking=None) | Q(looking=user) | Q(looking_until__lt=now)
    waiting = QueueItem.objects.open().filter(free, pk=item.pk)
    return bool(waiting.update(looking=user, looking_until=now + LEASE))


def give_back(item: QueueItem, user: User) -> None:
    """Say that this user has turned to something else."""
    QueueItem.objects.filter(pk=item.pk, looking=user).update(looking=None, looking_until=None)


def renew_lease(pk: int, user: User) -> str:
    """Go on looking; what keeps this user from it in words, empty where nothing does."""
    item = QueueItem.objects.select_related("looking", "decided_by").filter(pk=pk).first()
    if item is None:
        return _("Butir ini sudah tidak ada di antrean.")
    if item.decided_by:
        words = {"who": item.decided_by.get_username(), "what": item.get_state_display()}
        return _("%(who)s sudah memutuskan: %(what)s.") % words
    if take_lease(item, user) or item.looking is None:
        return ""
    return _("%(who)s sedang melihat butir ini.") % {"who": item.looking.get_username()}
