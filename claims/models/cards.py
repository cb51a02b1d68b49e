"""Index cards of reports: what explore filters and counts by, kept by triggers of the database."""

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.db import models

from claims.models.reports import Report


class CardFields(models.Model):
    """What a card holds: `moment` is the publication, or the fetch of an undated article.

    `tags` are words such as "kind:denial", "outlet:kabar-pagi", "actor:sekar-wangi" (the speaker and
    whoever is spoken for), "stance:denies", "status:disputed". `search` holds the report's words, its
    speaker's name and the article's title.
    """

    # The triggers remove a card with its report; a constraint would only repeat that.
    report = models.OneToOneField(
        Report, models.DO_NOTHING, primary_key=True, related_name="%(class)s", db_constraint=False
    )
    moment = models.DateTimeField()
    tags = ArrayField(models.TextField())
    search = SearchVectorField()

    class Meta:
        abstract = True


class Card(CardFields):
    """The card of every current report."""

    class Meta:
        indexes = [
            models.Index(fields=["-moment", "-report"], name="card_newest"),
            GinIndex(fields=["tags", "search"], name="card_wanted", fastupdate=False),
        ]

    def __str__(self) -> str:
        return f"{self.report_id}: {', '.join(self.tags)}"


class SampleCard(CardFields):
    """The same for one report in 128, drawn by its id: common questions are estimated from it."""

    SHARE = 128

    class Meta:
        indexes = [GinIndex(fields=["tags", "search"], name="samplecard_wanted", fastupdate=False)]

    def __str__(self) -> str:
        return f"{self.report_id}: {', '.join(self.tags)}"
