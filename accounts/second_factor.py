"""The second factor: a code from an authenticator app, and codes on paper for the day it is lost."""

import segno
from django.contrib.auth.models import User
from django.db import transaction
from django_otp import match_token, user_has_device
from django_otp.plugins.otp_static.models import StaticDevice, StaticToken
from django_otp.plugins.otp_totp.models import TOTPDevice

SPARE_CODES = 8


def has_second_factor(user: User) -> bool:
    """Whether a code is asked for at sign-in."""
    return bool(user_has_device(user, confirmed=True))


def is_right_code(user: User, code: str) -> bool:
    """Whether the code fits; wrong ones slow further tries down."""
    return match_token(user, code.replace(" ", "")) is not None


def waiting_device(user: User) -> TOTPDevice:
    """The device being set up, made where there is none."""
    device = TOTPDevice.objects.filter(user=user, confirmed=False).first()
    return device or TOTPDevice.objects.create(user=user, name="totp", confirmed=False)


def drawn(device: TOTPDevice) -> str:
    """The device's address as a QR code: an SVG that needs no style of its own."""
    drawing: str = segno.make(device.config_url, error="m").svg_inline(scale=5, light="#fff", dark="#000")
    return drawing


@transaction.atomic
def switch_on(user: User, code: str) -> list[str] | None:
    """Confirm the device by its first code; the spare codes, or None for a wrong code."""
    device = waiting_device(user)
    if not device.verify_token(code.replace(" ", "")):
        return None
    device.confirmed = True
    device.save(update_fields=["confirmed"])
    StaticDevice.objects.filter(user=user).delete()
    paper = StaticDevice.objects.create(user=user, name="paper")
    codes = [str(StaticToken.random_token()) for _ in range(SPARE_CODES)]
    StaticToken.objects.bulk_create(StaticToken(device=paper, token=code) for code in codes)
    return codes


@transaction.atomic
def switch_off(user: User) -> None:
    """Forget the device and the spare codes."""
    TOTPDevice.objects.filter(user=user).delete()
    StaticDevice.objects.filter(user=user).delete()
