"""Who sits at the sources desk: a curator with the permissions of one, and somebody without any."""

import pytest
from django.contrib.auth.models import Permission, User
from django.test import Client

CURATOR = ("add_source", "add_sourceimport", "change_source", "view_source", "view_article", "take_down")


@pytest.fixture
def curator() -> User:
    """A member of staff who may add and change sources and take texts down."""
    user = User.objects.create_user("kurator", password="kata-sandi-uji", is_staff=True)
    user.user_permissions.set(Permission.objects.filter(codename__in=CURATOR))
    return user


@pytest.fixture
def desk(curator: User) -> Client:
    """The curator's browser."""
    client = Client()
    client.force_login(curator)
    return client


@pytest.fixture
def reader() -> Client:
    """Somebody who is logged in and may do nothing here."""
    client = Client()
    client.force_login(User.objects.create_user("pembaca", password="kata-sandi-uji"))
    return client
