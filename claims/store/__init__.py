"""Turns findings, links and people's decisions into rows; import from here.

Decisions on what belongs together (each takes the user and a reason, returns a Review and is taken back by
`undo(review, by)`; each raises a CannotDecide whose words tell the user what to do instead):

- merge_actors, merge_claims, merge_utterances(into, other, by, reason), keep_actors_apart(one, other, ...)
- split_actor(actor, reports, by, reason, name), split_claim(claim, utterances, by, reason),
  split_utterance(utterance, reports, by, reason), keep_claims_apart(one, other, by, reason)
- move_utterances(into, utterances, by, reason, kind): from one claim, or none, to another
- assign_speaker(reports, actor or None for a new one, by, reason, name)
- accept_stance(stance, by, reason, kind), refuse_stance(stance, by, reason)
"""

from claims.store.judging import accept_stance, refuse_stance
from claims.store.links import link_reading, relink_topics
from claims.store.merging import keep_actors_apart, merge_actors, merge_claims, merge_utterances
from claims.store.moving import move_utterances
from claims.store.readings import save_failure, save_reading, waiting
from claims.store.relinking import link_anew, outdated, retell
from claims.store.source_days import save_source_days
from claims.store.splitting import (
    assign_speaker,
    keep_claims_apart,
    split_actor,
    split_claim,
    split_utterance,
)
from claims.store.undoing import undo
from claims.store.verdicts import CannotDecide, NotDecidable, NotMergeable, NotSplittable, NotUndoable
from claims.store.withholding import erase_withheld

__all__ = [
    "CannotDecide",
    "NotDecidable",
    "NotMergeable",
    "NotSplittable",
    "NotUndoable",
    "accept_stance",
    "assign_speaker",
    "erase_withheld",
    "keep_actors_apart",
    "keep_claims_apart",
    "link_anew",
    "link_reading",
    "merge_actors",
    "merge_claims",
    "merge_utterances",
    "move_utterances",
    "outdated",
    "refuse_stance",
    "relink_topics",
    "retell",
    "save_failure",
    "save_reading",
    "save_source_days",
    "split_actor",
    "split_claim",
    "split_utterance",
    "undo",
    "waiting",
]
