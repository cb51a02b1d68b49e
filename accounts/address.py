"""Says from which address a request comes, behind as many proxies as the settings name."""

from ipaddress import ip_address

from django.conf import settings
from django.http import HttpRequest


def address_of(request: HttpRequest) -> str | None:
    """The nearest address that our own proxies did not write; None where it is none."""
    near = request.META.get("REMOTE_ADDR", "")
    told = [part.strip() for part in request.META.get("HTTP_X_FORWARDED_FOR", "").split(",") if part.strip()]
    count = settings.PROXY_COUNT
    words = told[-count] if 0 < count <= len(told) else near
    try:
        return str(ip_address(words))
    except ValueError:
        return None
