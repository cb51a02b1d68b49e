"""Addresses of the sources desk."""

from django.urls import path

from claimtrack.desk.proposals import look_again, proposal, proposals, start
from claimtrack.desk.takedowns import takedown

app_name = "desk"
urlpatterns = [
    path("desk/sources/", proposals, name="proposals"),
    path("desk/sources/<id:pk>/", proposal, name="proposal"),
    path("desk/sources/<id:pk>/start/", start, name="start"),
    path("desk/sources/<id:pk>/again/", look_again, name="look_again"),
    path("desk/articles/<id:pk>/text/", takedown, name="takedown"),
]
