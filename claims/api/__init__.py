"""The record for programs: read-only JSON under /api/v1/, described by OpenAPI."""

from claims.api.problems import tell_problems
from claims.api.site import api

tell_problems(api)

__all__ = ["api"]
