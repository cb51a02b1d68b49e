"""Why a correction cannot be made, in words that say what to do."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.utils.translation import gettext as _

from claims.store import CannotDecide


class CannotCorrect(ValueError):
    """Nothing was changed; `field` is where the trouble lies ("" for the whole), the words say what to do."""

    def __init__(self, words: str, field: str = "") -> None:
        super().__init__(words)
        self.field = field


class Stale(CannotCorrect):
    """Somebody else decided on this in the meantime."""

    def __init__(self, who: str = "") -> None:
        words = _("Isi ini berubah sejak Anda membukanya; tidak ada yang ditimpa. Periksa lalu simpan lagi.")
        if who:
            words = _("%(who)s mengubahnya sejak Anda membukanya; tidak ada yang ditimpa.") % {"who": who}
        super().__init__(words)


@contextmanager
def in_words() -> Iterator[None]:
    """Let what the record refuses be said as what a person cannot do."""
    try:
        yield
    except CannotDecide as error:
        raise CannotCorrect(str(error)) from error
