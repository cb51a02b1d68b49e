"""Tells of sources whose state changed, once, by e-mail and webhook; a channel that fails is tried again."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from django.conf import settings
from django.core.mail import send_mail
from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext, ngettext, override

from articles.fetching.exchange import Rules
from articles.fetching.posting import post_json
from articles.fetching.rhythm import back_off
from articles.fetching.verdicts import FetchError
from articles.health.store import channels
from articles.health.wording import reason_of
from articles.models import Alert, Spell

# While one worker sends, no other does; after that a dead worker's alerts are due again.
LEASE = timedelta(minutes=5)
FIRST_PAUSE, LONGEST_PAUSE = timedelta(minutes=2), timedelta(hours=6)
# News this old is no news.
STALE = timedelta(days=3)
MOST = 50
SECONDS = 10.0


def send_due(now: datetime) -> int:
    """Send what waits, one message a channel; how many alerts were told."""
    Alert.objects.filter(next_try__isnull=False, spell__began__lt=now - STALE).update(next_try=None)
    return sum(_send(channel, _take(channel, now), now) for channel in channels())


def _take(channel: str, now: datetime) -> list[Alert]:
    """Alerts that nobody else is sending."""
    with transaction.atomic():
        due = Alert.objects.filter(channel=channel, next_try__lte=now).order_by("pk")
        alerts = list(due.select_for_update(skip_locked=True)[:MOST])
        Alert.objects.filter(pk__in=[alert.pk for alert in alerts]).update(next_try=now + LEASE)
    return list(
        Alert.objects.filter(pk__in=[alert.pk for alert in alerts])
        .select_related("spell__source")
        .order_by("pk")
    )


def _send(channel: str, alerts: Sequence[Alert], now: datetime) -> int:
    if not alerts:
        return 0
    try:
        with override("id"):
            (_mail if channel == Alert.Channel.EMAIL else _post)(alerts)
    except (OSError, FetchError) as error:
        _put_off(alerts, error, now)
        return 0
    Alert.objects.filter(pk__in=[alert.pk for alert in alerts]).update(sent=now, next_try=None, failure="")
    return len(alerts)


def _put_off(alerts: Sequence[Alert], error: Exception, now: datetime) -> None:
    for alert in alerts:
        alert.tries += 1
        alert.failure = str(error)[:300]
        alert.next_try = now + back_off(alert.tries, FIRST_PAUSE, LONGEST_PAUSE)
    Alert.objects.bulk_update(alerts, ["tries", "failure", "next_try"])


def _mail(alerts: Sequence[Alert]) -> None:
    send_mail(subject_of(alerts), text_of(alerts), settings.DEFAULT_FROM_EMAIL, settings.ALERT_EMAILS)


def _post(alerts: Sequence[Alert]) -> None:
    changes = [_change(alert) for alert in alerts]
    rules = Rules(settings.FETCH_USER_AGENT, deadline=SECONDS)
    post_json(settings.ALERT_WEBHOOK, {"text": text_of(alerts), "changes": changes}, rules)


def subject_of(alerts: Sequence[Alert]) -> str:
    """The subject: the source and its state, or how many sources changed."""
    if len(alerts) == 1:
        return f"[ClaimTrack] {alerts[0].spell.source.name}: {alerts[0].spell.get_state_display()}"
    words = ngettext("%(n)d sumber berubah keadaan", "%(n)d sumber berubah keadaan", len(alerts))
    return f"[ClaimTrack] {words % {'n': len(alerts)}}"


def text_of(alerts: Sequence[Alert]) -> str:
    """The message: a paragraph for each source."""
    return "\n\n".join(_paragraph(alert) for alert in alerts)


def _paragraph(alert: Alert) -> str:
    spell = alert.spell
    words = gettext("%(source)s: %(state)s (sebelumnya %(before)s)")
    before = alert.get_before_display() or "-"
    head = words % {"source": spell.source.name, "state": spell.get_state_display(), "before": before}
    return "\n".join(line for line in (head, reason_of(spell), address_of(spell)) if line)


def _change(alert: Alert) -> dict[str, str]:
    spell = alert.spell
    return {
        "source": spell.source.slug,
        "name": spell.source.name,
        "state": spell.state,
        "before": alert.before,
        "since": spell.since.isoformat(),
        "reason": reason_of(spell),
        "address": address_of(spell),
    }


def address_of(spell: Spell) -> str:
    """The page of the source, whole where the settings say where the site stands."""
    return f"{settings.SITE_ADDRESS}{reverse('articles:source', args=[spell.source.slug])}"
