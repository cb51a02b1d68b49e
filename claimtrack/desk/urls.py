"""Addresses of the sources desk."""

from django.urls import path, re_path

from claimtrack.desk.files import export, file, files
from claimtrack.desk.proposals import look_again, proposal, proposals, start
from claimtrack.desk.takedowns import takedown

app_name = "desk"
urlpatterns = [
    path("desk/sources/", proposals, name="proposals"),
    path("desk/sources/files/", files, name="files"),
    path("desk/sources/files/<id:pk>/", file, name="file"),
    re_path(r"^desk/sources/sources\.(?P<form>csv|opml)$", export, name="export"),
    path("desk/sources/<id:pk>/", proposal, name="proposal"),
    path("desk/sources/<id:pk>/start/", start, name="start"),
    path("desk/sources/<id:pk>/again/", look_again, name="look_again"),
    path("desk/articles/<id:pk>/text/", takedown, name="takedown"),
]
