"""Addresses of what was said; `on_articles` are those that show what was said in one article."""

from django.urls import path, register_converter
from django.urls.converters import IntConverter

from claims.api import api
from claims.views.accuracy import accuracy, gold
from claims.views.actor_desk import actor_desk
from claims.views.actor_merging import actor_merging
from claims.views.actors import actor, actors
from claims.views.article import article
from claims.views.claim_desk import claim_desk, claim_merge, claim_tie, suggest_claims
from claims.views.claim_files import claim_data, claim_feed
from claims.views.claims import claim, claims
from claims.views.compare import compare
from claims.views.decisions import decisions, undo_one
from claims.views.explore import explore, suggest
from claims.views.programs import api_page, feeds
from claims.views.report import report
from claims.views.review import begin, review
from claims.views.review_back import reopen_batch, reopen_one, step_back
from claims.views.review_item import give, item, look_on
from claims.views.review_many import accept_many, assign_many
from claims.views.searches import change, save, searches
from claims.views.today import today
from claims.views.utterance import utterance_desk
from claims.views.whole import whole


class IdConverter(IntConverter):
    """Ids that a database can hold; a longer number is no address of ours."""

    regex = "[0-9]{1,18}"


register_converter(IdConverter, "id")

app_name = "claims"
urlpatterns = [
    path("", today, name="today"),
    path("claims/", claims, name="claims"),
    path("claims/<id:pk>/", claim, name="claim"),
    path("claims/<id:pk>.jsonld", claim_data, name="claim_data"),
    path("claims/<id:pk>.atom", claim_feed, name="claim_feed"),
    path("explore/", explore, name="explore"),
    path("compare/", compare, name="compare"),
    path("review/", review, name="review"),
    path("review/next/", begin, name="review_next"),
    path("review/undo/", step_back, name="review_undo"),
    path("review/accept/", accept_many, name="review_accept"),
    path("review/assign/", assign_many, name="review_assign"),
    path("review/batches/<uuid:batch>/undo/", reopen_batch, name="review_batch"),
    path("review/<id:pk>/", item, name="review_item"),
    path("review/<id:pk>/assign/", give, name="review_give"),
    path("review/<id:pk>/looking/", look_on, name="review_looking"),
    path("review/<id:pk>/undo/", reopen_one, name="review_reopen"),
    path("review/revision/<id:pk>/", whole, name="review_whole"),
    path("review/claim/<id:pk>/", claim_desk, name="review_claim"),
    path("review/claim/<id:pk>/tie/", claim_tie, name="review_tie"),
    path("review/claim/<id:pk>/merge/", claim_merge, name="review_merge"),
    path("review/claims/suggest", suggest_claims, name="suggest_claims"),
    path("review/utterance/<id:pk>/", utterance_desk, name="review_utterance"),
    path("review/report/<id:pk>/", report, name="review_report"),
    path("review/actor/<slug:slug>/", actor_desk, name="review_actor"),
    path("review/actor/<slug:slug>/merge/", actor_merging, name="review_actor_merge"),
    path("review/decisions/", decisions, name="review_decisions"),
    path("review/decisions/<id:pk>/undo/", undo_one, name="review_undo_one"),
    path("accuracy/", accuracy, name="accuracy"),
    path("accuracy/gold.zip", gold, name="gold"),
    path("actors/", actors, name="actors"),
    path("api/v1/", api_page, name="api"),
    path("api/v1/docs", api_page),
    path("searches/", searches, name="searches"),
    path("searches/save", save, name="save"),
    path("searches/<id:pk>/", change, name="search"),
    path("feeds/", feeds, name="feeds"),
    path("actors/suggest", suggest, name="suggest"),
    path("actors/<slug:slug>/", actor, name="actor"),
]
on_articles = [path("articles/<id:pk>/", article, name="article")]
# Outside the app's namespace: the API names its own addresses.
api_pages = [path("api/v1/", api.urls)]
