"""Gives PostgreSQL what searching names and words needs."""

from django.contrib.postgres.operations import BtreeGinExtension, TrigramExtension, UnaccentExtension
from django.db import migrations


class Migration(migrations.Migration):
    """Trigrams for names alike, GIN over plain columns, words without accents."""

    dependencies = []
    operations = [TrigramExtension(), BtreeGinExtension(), UnaccentExtension()]
