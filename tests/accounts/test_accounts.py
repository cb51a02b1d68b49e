"""Who gets in, who is kept out, and what each role may do."""

from collections.abc import Callable
from io import StringIO
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest
from django.contrib.auth.models import Group, User
from django.core import mail
from django.core.management import call_command
from django.test import Client
from django_otp.oath import totp
from django_otp.plugins.otp_static.models import StaticToken
from django_otp.plugins.otp_totp.models import TOTPDevice
from pytest_django import DjangoCaptureOnCommitCallbacks, Settings

from accounts.granting import give_role, role_of, seed_roles
from accounts.mailing import send_invitation, send_reset
from accounts.models import Invitation, SignIn
from accounts.roles import GROUPS, may_invite, permissions_of

pytestmark = pytest.mark.django_db
ROOT = Path(__file__).resolve().parents[2]
Answer = Any  # what the test client gives, with its own extras
WORD = "payung-lipat-kuning-7"


def member(name: str, role: str) -> User:
    """An account in a role."""
    user = User.objects.create_user(name, email=f"{name}@contoh.example", password=WORD)
    give_role(user, role)
    user.refresh_from_db()
    return user


def sign_in(client: Client, name: str, word: str = WORD, **more: str) -> Answer:
    """Send the sign-in form."""
    return client.post("/accounts/login/", {"username": name, "password": word, **more})


def test_groups_hold_exactly_what_the_table_says() -> None:
    Group.objects.get(name="editor").permissions.clear()
    seed_roles()
    for role in GROUPS[:-1]:
        rows = Group.objects.get(name=role.name).permissions.select_related("content_type")
        held = {f"{row.content_type.app_label}.{row.codename}" for row in rows}
        assert held == set(permissions_of(role.name)), role.name


def test_the_page_of_roles_is_printed_from_the_table() -> None:
    out = StringIO()
    call_command("roles", stdout=out)
    page = (ROOT / "docs" / "roles.md").read_text(encoding="utf-8")
    assert out.getvalue() == page, "run manage.py roles > docs/roles.md"


@pytest.mark.parametrize(
    ("role", "desk", "everything"),
    [
        ("analyst", False, False),
        ("editor", True, False),
        ("curator", True, False),
        ("admin", True, True),
    ],
)
def test_the_desk_opens_by_role(role: str, desk: bool, everything: bool) -> None:
    user = member("tia", role)
    assert (user.is_staff, user.is_superuser, role_of(user)) == (desk, everything, role)
    user.groups.clear()
    user.refresh_from_db()
    assert (user.is_staff, user.is_superuser, role_of(user)) == (False, False, "visitor")


def test_passwords_are_kept_by_argon2() -> None:
    assert member("tia", "analyst").password.startswith("argon2$argon2id$")


def test_a_wrong_name_and_a_wrong_password_get_the_same_answer(client: Client) -> None:
    member("tia", "analyst")
    answers = [sign_in(client, name, "salah sekali").content.decode() for name in ("tia", "tya")]
    assert "tidak cocok" in answers[0]
    without_token = [
        [line for line in answer.replace("tya", "tia").splitlines() if "csrf" not in line]
        for answer in answers
    ]
    assert without_token[0] == without_token[1]


@pytest.mark.parametrize("name", ["tia", "nobody"])
def test_five_failures_lock_the_name_out_from_that_address_alone(name: str) -> None:
    member("tia", "analyst")
    client = Client(REMOTE_ADDR="192.0.2.7")
    statuses = [sign_in(client, name, "salah").status_code for _ in range(5)]
    assert statuses == [200, 200, 200, 200, 429]
    assert "seperempat jam" in sign_in(client, name).content.decode()
    elsewhere = sign_in(Client(REMOTE_ADDR="192.0.2.8"), "tia")
    assert elsewhere.status_code == 302


def test_a_second_factor_is_asked_for_once_it_is_on(client: Client) -> None:
    user = member("tia", "editor")
    client.force_login(user)
    page = client.get("/accounts/second-factor/").content.decode()
    assert "<svg" in page
    assert "style=" not in page
    device = TOTPDevice.objects.get(user=user)
    assert client.post("/accounts/second-factor/", {"code": "000000"}).status_code == 200
    TOTPDevice.objects.update(throttling_failure_count=0, throttling_failure_timestamp=None)
    code = f"{totp(device.bin_key):06d}"
    assert "kertas" in client.post("/accounts/second-factor/", {"code": code}).content.decode()
    stranger = Client()
    assert "tidak cocok" in sign_in(stranger, "tia").content.decode()
    spare = StaticToken.objects.filter(device__user=user)[0]
    TOTPDevice.objects.update(throttling_failure_count=0, throttling_failure_timestamp=None)
    assert sign_in(stranger, "tia", token=spare.token).status_code == 302
    assert "tidak cocok" in sign_in(Client(), "tia", token=spare.token).content.decode()


def test_the_desks_own_door_leads_to_the_one_that_asks_for_the_code(client: Client) -> None:
    answer = client.get("/admin/login/?next=/admin/")
    assert answer.headers["Location"] == "/accounts/login/?next=/admin/"


def test_a_session_is_listed_and_ended_from_elsewhere(client: Client) -> None:
    member("tia", "analyst")
    phone = Client(HTTP_USER_AGENT="Telepon 9")
    sign_in(phone, "tia")
    sign_in(client, "tia")
    page = client.get("/accounts/").content.decode()
    assert "Telepon 9" in page
    key = SignIn.objects.get(agent="Telepon 9").session
    client.post("/accounts/end/", {"session": key})
    assert phone.get("/accounts/").status_code == 302
    assert client.get("/accounts/").status_code == 200


def test_nobody_ends_the_session_of_another(client: Client) -> None:
    member("tia", "analyst")
    member("rudi", "admin")
    other = Client()
    sign_in(other, "rudi")
    sign_in(client, "tia")
    client.post("/accounts/end/", {"session": SignIn.objects.get(user__username="rudi").session})
    assert other.get("/accounts/").status_code == 200


def test_a_new_password_ends_every_other_session(client: Client) -> None:
    member("tia", "analyst")
    phone = Client()
    sign_in(phone, "tia")
    sign_in(client, "tia")
    new = {
        "old_password": WORD,
        "new_password1": "gerimis-biru-12",
        "new_password2": "gerimis-biru-12",
    }
    assert client.post("/accounts/password/", new).status_code == 302
    assert client.get("/accounts/").status_code == 200
    assert phone.get("/accounts/").status_code == 302


def test_asking_for_a_password_does_the_same_for_a_stranger(client: Client) -> None:
    member("tia", "analyst")
    for address in ("tia@contoh.example", "siapa@contoh.example"):
        with patch("accounts.views.door.send_reset.delay") as sent:
            answer = client.post("/accounts/reset/", {"email": address})
        sent.assert_called_once_with(address, "http://testserver", "id")
        assert answer.headers["Location"] == "/accounts/reset/sent/"


def test_the_link_in_the_mail_changes_the_password_once(client: Client) -> None:
    member("tia", "analyst")
    send_reset("siapa@contoh.example", "https://claimtrack.example", "id")
    assert mail.outbox == []
    send_reset("tia@contoh.example", "https://claimtrack.example", "en")
    words = mail.outbox[0].body
    assert "Somebody asked" in words
    link = next(line for line in words.split() if line.startswith("https://claimtrack.example/"))
    path = link.removeprefix("https://claimtrack.example")
    form = client.get(path, follow=True).redirect_chain[-1][0]
    new = {"new_password1": "gerimis-biru-12", "new_password2": "gerimis-biru-12"}
    assert client.post(form, new).status_code == 302
    assert sign_in(Client(), "tia", "gerimis-biru-12").status_code == 302
    assert "sudah dipakai" in Client().get(path).content.decode()


Invite = Callable[[str, str], Answer]


@pytest.fixture
def invite(client: Client, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks) -> Invite:
    """A curator invites; the worker's turn follows at once."""
    client.force_login(member("kurator", "curator"))

    def send(email: str, role: str) -> Answer:
        with (
            patch("accounts.tasks.send_invitation.delay", send_invitation),
            django_capture_on_commit_callbacks(execute=True),
        ):
            return client.post("/accounts/invitations/", {"email": email, "role": role})

    return send


def link_of(place: int = -1) -> str:
    """The path in a mail."""
    word = next(word for word in mail.outbox[place].body.split() if word.startswith("http"))
    return str(word).removeprefix("http://testserver")


def test_an_invitation_works_once_and_gives_its_role(invite: Invite) -> None:
    assert invite("Baru@contoh.example", "editor").status_code == 302
    path = link_of()
    words = {"new_password1": WORD, "new_password2": WORD}
    newcomer = Client()
    assert newcomer.post(path, words).status_code == 302
    user = User.objects.get(username="baru@contoh.example")
    assert role_of(user) == "editor"
    assert newcomer.get("/accounts/").status_code == 200
    assert Client().post(path, words).status_code == 410


def test_an_invitation_is_withdrawn_forged_or_too_old(invite: Invite, client: Client) -> None:
    invite("baru@contoh.example", "analyst")
    path = link_of()
    assert Client().get(path.replace("invitation/", "invitation/x")).status_code == 410
    row = Invitation.objects.get()
    assert client.post(f"/accounts/invitations/{row.pk}/withdraw/").status_code == 302
    assert Client().get(path).status_code == 410
    assert invite("baru@contoh.example", "analyst").status_code == 302
    Invitation.objects.update(expires=row.at)
    assert Client().get(link_of()).status_code == 410


@pytest.mark.parametrize(
    ("email", "role", "words"),
    [
        ("baru@contoh.example", "admin", "di atas peran Anda"),
        ("KURATOR@contoh.example", "analyst", "Sudah ada akun"),
        ("bukan surel", "analyst", "id_email"),
    ],
)
def test_a_wrong_invitation_is_refused_in_words(invite: Invite, email: str, role: str, words: str) -> None:
    answer = invite(email, role)
    assert answer.status_code == 200
    assert words in answer.content.decode()
    assert not Invitation.objects.exists()
    assert mail.outbox == []


def test_nobody_gives_a_role_above_his_own() -> None:
    assert may_invite("curator") == ("analyst", "editor", "curator")
    assert may_invite("visitor") == ()


@pytest.mark.parametrize("address", ["/", "/claims/", "/explore/?format=csv", "/sources/", "/admin/"])
def test_a_closed_site_asks_strangers_to_sign_in(client: Client, settings: Settings, address: str) -> None:
    settings.MEMBERS_ONLY = True
    answer = client.get(address)
    assert answer.status_code == 302
    assert answer.headers["Location"].startswith("/accounts/login/?next=")
    client.force_login(member("tia", "admin"))
    assert client.get(address).status_code == 200


def test_a_closed_site_still_says_whether_it_lives_and_lets_people_in(
    client: Client, settings: Settings
) -> None:
    settings.MEMBERS_ONLY = True
    for address in ("/healthz", "/accounts/login/", "/accounts/reset/", "/accounts/reset/sent/"):
        assert client.get(address).status_code == 200, address
