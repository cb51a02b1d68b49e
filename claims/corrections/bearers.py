"""Finds the actors that a name somebody typed means, and whether another one bears it already."""

from django.db.models import Q
from django.utils.translation import gettext as _

from claims.corrections.verdicts import CannotCorrect
from claims.linking.known import find_known
from claims.linking.names import normal_name
from claims.linking.namesakes import keys_of_name
from claims.models import Actor, ActorName

MOST = 8


def find_named(words: str) -> list[Actor]:
    """The actors that stand and are called exactly so, by slug or by any spelling; two queries."""
    told = words.replace("\0", "").strip()
    form = normal_name(told)
    spelt = ActorName.objects.standing().filter(normal=form).order_by("actor").values_list("actor", flat=True)
    meant = Q(slug=told[:120].lower()) | Q(pk__in=list(spelt[:MOST] if form else ()))
    found = Actor.objects.filter(meant).select_related("successor").order_by("pk")
    named = [one for one in found[:MOST] if one.slug == told] or found[:MOST]
    return list({(one.successor or one).pk: one.successor or one for one in named}.values())


def find_one(words: str, field: str) -> Actor:
    """The one actor that is called so; raises CannotCorrect where there is none or several."""
    found = find_named(words)
    if not found:
        raise CannotCorrect(_("Tidak ada aktor bernama begitu. Pilih dari saran."), field)
    if len(found) > 1:
        addresses = ", ".join(one.slug for one in found)
        raise CannotCorrect(
            _("Lebih dari satu aktor bernama begitu; tulis salah satu alamat ini: %(addresses)s")
            % {"addresses": addresses},
            field,
        )
    return found[0]


def find_bearer(actor: Actor, words: str) -> Actor | None:
    """Another actor that stands and bears this name, in the record or in the registry."""
    form = normal_name(words)
    keys = {*keys_of_name(form), find_known(words)} - {"", actor.key}
    spelt = ActorName.objects.standing().filter(normal=form).values("actor")
    bearing = Actor.objects.current().filter(Q(key__in=keys) | Q(pk__in=spelt))
    return bearing.exclude(pk=actor.pk).order_by("pk").first()
