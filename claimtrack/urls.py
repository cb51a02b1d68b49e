"""Every address of the site; each app brings its own."""

from django.contrib import admin
from django.urls import URLPattern, URLResolver, include, path
from django.views.generic import RedirectView

from accounts import urls as accounts_urls
from articles import urls as articles_urls
from claims import urls as claims_urls
from claimtrack.desk import urls as desk_urls
from claimtrack.metrics import metrics
from claimtrack.pages import help_page, privacy
from claimtrack.views import healthz, readyz

# An article's page shows what was said in it, which only the claims side knows; it is articles:article still.
articles_pages = ([*articles_urls.urlpatterns, *claims_urls.on_articles], articles_urls.app_name)

urlpatterns: list[URLPattern | URLResolver] = [
    path("healthz", healthz, name="healthz"),
    path("readyz", readyz, name="readyz"),
    path("metrics", metrics, name="metrics"),
    # one door: the desk's own form would not ask for the second factor
    path("admin/login/", RedirectView.as_view(pattern_name="accounts:login", query_string=True)),
    path("admin/", admin.site.urls),
    path("bantuan/", help_page, name="help"),
    path("privasi/", privacy, name="privacy"),
    path("i18n/", include("django.conf.urls.i18n")),
    path("", include(accounts_urls)),
    path("", include(articles_pages)),
    path("", include(claims_urls)),
    path("", include(desk_urls)),
    *claims_urls.api_pages,
]
handler404 = "claims.views.lost.not_found"
