"""Brings groups in line with the permission table, and people into them."""

from django.contrib.auth.models import Group, Permission, User
from django.db import transaction

from accounts.roles import EVERYTHING, GROUPS, Role, permissions_of, rank


@transaction.atomic
def seed_roles() -> None:
    """Make the groups of the table and give each exactly its permissions; safe to run again."""
    rows = Permission.objects.select_related("content_type")
    known = {f"{row.content_type.app_label}.{row.codename}": row for row in rows}
    for role in GROUPS:
        group, _ = Group.objects.get_or_create(name=role.name)
        wanted = known.values() if EVERYTHING in role.permissions else _held(role, known)
        group.permissions.set(wanted)


def _held(role: Role, known: dict[str, Permission]) -> list[Permission]:
    # While migrations are still on their way a permission may not be there yet; the last one finds it.
    return [known[name] for name in permissions_of(role.name) if name in known]


def give_role(user: User, name: str) -> None:
    """Put somebody into one role's group and no other of ours; the desk flags follow."""
    ours = Group.objects.filter(name__in=[role.name for role in GROUPS])
    user.groups.remove(*ours)
    user.groups.add(ours.get(name=name))


def role_of(user: User) -> str:
    """The highest role somebody has; a superuser is an admin."""
    if user.is_superuser:
        return "admin"
    names = user.groups.values_list("name", flat=True)
    return max(names, key=rank, default="visitor")


def follow_groups(user: User) -> None:
    """Let the flags that Django's desk asks for follow the groups."""
    names = set(user.groups.values_list("name", flat=True))
    roles = [role for role in GROUPS if role.name in names]
    desk = any(role.desk for role in roles)
    everything = any(EVERYTHING in role.permissions for role in roles)
    if (user.is_staff, user.is_superuser) != (desk, everything):
        user.is_staff, user.is_superuser = desk, everything
        user.save(update_fields=["is_staff", "is_superuser"])
