"""Addresses of what was published; the page of one article comes from the claims side."""

from django.urls import path

from articles.views import source, sources

app_name = "articles"
urlpatterns = [
    path("sources/", sources, name="sources"),
    path("sources/<slug:slug>/", source, name="source"),
]
