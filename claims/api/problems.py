"""Errors of the API as problem details (RFC 9457), in Indonesian or English as the asker wishes."""

from collections.abc import Sequence
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from ninja import NinjaAPI
from ninja.errors import ValidationError

from claims.api.schemas import Problem, Wrong

CONTENT_TYPE = "application/problem+json"


class NotUnderstood(Exception):
    """Parameters that ask for what no row can answer."""

    def __init__(self, lost: Sequence[tuple[str, str]]) -> None:
        super().__init__(", ".join(name for name, _value in lost))
        self.lost = lost


def tell_problems(api: NinjaAPI) -> None:
    """Have the API answer every error of ours as a problem."""

    @api.exception_handler(Http404)
    def missing(_request: HttpRequest, error: Http404) -> HttpResponse:
        words = error.args[0] if error.args and isinstance(error.args[0], str) else ""
        return problem(404, _("Tidak ada"), words or _("Tidak ada yang beralamat ini."))

    @api.exception_handler(NotUnderstood)
    def lost(_request: HttpRequest, error: NotUnderstood) -> HttpResponse:
        wrong = [Wrong(parameter=name, value=value) for name, value in error.lost]
        names = ", ".join(dict.fromkeys(name for name, _value in error.lost))
        detail = _("Parameter ini tidak dikenali: %(names)s.") % {"names": names}
        return problem(422, _("Permintaan tidak dipahami"), detail, wrong)

    @api.exception_handler(ValidationError)
    def invalid(_request: HttpRequest, error: ValidationError) -> HttpResponse:
        wrong = [_wrong(told) for told in error.errors]
        names = ", ".join(dict.fromkeys(told.parameter for told in wrong))
        detail = _("Parameter ini tidak dikenali: %(names)s.") % {"names": names}
        return problem(422, _("Permintaan tidak dipahami"), detail, wrong)


def _wrong(told: dict[str, Any]) -> Wrong:
    place = told.get("loc") or ("",)
    return Wrong(parameter=str(place[-1]), value=str(told.get("input", ""))[:120])


def problem(status: int, title: str, detail: str, errors: Sequence[Wrong] = ()) -> HttpResponse:
    """The answer that says what went wrong."""
    told = Problem(type="about:blank", title=title, status=status, detail=detail, errors=list(errors))
    return HttpResponse(told.model_dump_json(), content_type=CONTENT_TYPE, status=status)
