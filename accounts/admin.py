"""People at the desk: accounts are switched off, never deleted; groups are what the table says."""

from django.contrib import admin, messages
from django.contrib.auth.admin import GroupAdmin, UserAdmin
from django.contrib.auth.models import Group, User
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from accounts.audit import save_deed
from accounts.models import Invitation
from accounts.second_factor import switch_off

admin.site.unregister(User)
admin.site.unregister(Group)


@admin.register(User)
class PersonAdmin(UserAdmin[User]):
    """Accounts; the log of deeds keeps their names, so none is deleted."""

    list_display = ("username", "email", "is_active", "is_staff", "last_login")
    readonly_fields = ("is_staff", "is_superuser", "last_login", "date_joined")
    actions = ("forget_second_factor",)

    def has_delete_permission(self, request: HttpRequest, obj: User | None = None) -> bool:
        """Whoever did something here stays in the log."""
        return False

    @admin.action(description=_("Lepaskan faktor kedua akun terpilih"), permissions=["change"])
    def forget_second_factor(self, request: HttpRequest, people: QuerySet[User]) -> None:
        """For somebody whose phone is lost."""
        for person in people:
            switch_off(person)
            if isinstance(request.user, User):
                save_deed(request.user, person, str(_("faktor kedua dilepas")))
        words = ngettext("%(count)d akun.", "%(count)d akun.", people.count()) % {"count": people.count()}
        self.message_user(request, words, messages.SUCCESS)


@admin.register(Group)
class RoleAdmin(GroupAdmin):
    """Roles, to be looked at: they come from accounts/roles.py."""

    def has_add_permission(self, request: HttpRequest) -> bool:
        """The table is in the code."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: Group | None = None) -> bool:
        """The table is in the code."""
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Group | None = None) -> bool:
        """The table is in the code."""
        return False


@admin.register(Invitation)
class InvitationAdmin(admin.ModelAdmin[Invitation]):
    """Invitations, to be looked at; they are made on their own page."""

    list_display = ("email", "role", "by", "at", "expires", "used", "withdrawn")
    list_filter = ("role", ("used", admin.EmptyFieldListFilter))
    list_select_related = ("by",)
    search_fields = ("email",)

    def has_add_permission(self, request: HttpRequest) -> bool:
        """An invitation is sent by mail."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: Invitation | None = None) -> bool:
        """History is not edited."""
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Invitation | None = None) -> bool:
        """History is not deleted."""
        return False
