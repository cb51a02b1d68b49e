"""The people to whom work on the queue can be given."""

from django.contrib.auth.models import User
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from claims.corrections.verdicts import CannotCorrect
from lists.numbers import parse_number

REVIEW, MEND = "claims.add_review", "articles.change_source"
BACKEND = "django.contrib.auth.backends.ModelBackend"
MOST = 200


def find_people(permission: str = REVIEW) -> QuerySet[User]:
    """Everybody active who has a permission, by name."""
    return User.objects.with_perm(permission, backend=BACKEND).order_by("username")[:MOST]


def find_person(words: str, permission: str = REVIEW) -> User:
    """Whom a form names by id; raises CannotCorrect for nobody who may do it."""
    people = User.objects.with_perm(permission, backend=BACKEND)
    person = people.filter(pk=parse_number(words, digits=9)).first()
    if person is None:
        raise CannotCorrect(_("Pilih salah satu dari daftar."), "person")
    return person


def find_person_or_nobody(words: str) -> User | None:
    """Whom a form names, where it may name nobody too; raises CannotCorrect."""
    return None if words == "none" else find_person(words)
