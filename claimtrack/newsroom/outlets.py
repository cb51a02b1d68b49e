"""The three outlets of the demo newsroom, in the order of their ports."""

from claimtrack.newsroom.kabar_pagi import KABAR_PAGI
from claimtrack.newsroom.stories import gone_from, last_change, stories_of
from claimtrack.newsroom.suara_kota import SUARA_KOTA
from claimtrack.newsroom.values import Desk, Edition, Outlet
from claimtrack.newsroom.warta_nusa import WARTA_NUSA

OUTLETS: tuple[Outlet, ...] = (KABAR_PAGI, WARTA_NUSA, SUARA_KOTA)


def desk_at(outlet: Outlet, base: str, edition: Edition) -> Desk:
    """The outlet's desk at `base` ("http://127.0.0.1:8101") with the stories of one edition."""
    return Desk(
        outlet=outlet,
        base=base,
        stories=stories_of(outlet.slug, edition),
        gone=gone_from(outlet.slug, edition),
        changed=last_change(outlet.slug, edition),
    )
