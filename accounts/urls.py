"""Addresses of accounts, and of the log of who did what."""

from django.urls import path, re_path

from accounts.views import account, audit, door, invitations

app_name = "accounts"
urlpatterns = [
    path("accounts/", account.account, name="account"),
    path("accounts/end/", account.end, name="end"),
    path("accounts/password/", account.password, name="password"),
    path("accounts/second-factor/", account.second_factor, name="second_factor"),
    path("accounts/login/", door.login, name="login"),
    path("accounts/logout/", door.logout, name="logout"),
    path("accounts/reset/", door.reset, name="reset"),
    path("accounts/reset/sent/", door.reset_sent, name="reset_sent"),
    path("accounts/reset/done/", door.reset_done, name="reset_done"),
    path("accounts/reset/<uidb64>/<token>/", door.reset_confirm, name="reset_confirm"),
    path("accounts/invitations/", invitations.invitations, name="invitations"),
    re_path(r"^accounts/invitations/(?P<pk>[0-9]{1,18})/withdraw/$", invitations.take_back, name="withdraw"),
    path("accounts/invitation/<token>/", invitations.accept, name="take_up"),
    path("audit/", audit.audit, name="audit"),
]
