"""Conditions on who did a thing and where it was: whether two articles tell of one deed, and whether one of them knows the other's answer.

Takes a :class:`~discrepancy.compare.pair.Pair`; gives yes or no. Two names before two verbs are two answers to one question only where
the articles tell of one deed: of the same days and places, done by a power or a band. In what people do to one another,
reports name the hurt, the police and the passers-by as doers of something too.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from discrepancy.compare.context import Context
from discrepancy.compare.pair import Pair
from discrepancy.compare.relations import FITS, relation
from discrepancy.model.claims import Attribute, Claim
from discrepancy.model.values import Terms

_STREET = "street"


def one_deed(pair: Pair) -> bool:
    """Neither article names a person, and what they tell of the event's days and places goes together, the day at least by their own
    words; so it is with claims of which no text is known."""
    documents = pair.context.documents
    if pair.a.article not in documents or pair.b.article not in documents:
        return True
    if any(_person(name, pair.context) for claim in (pair.a, pair.b) for name in _members(claim)):
        return False
    return _together(pair, "date", needed=True) and _together(pair, "place", needed=False)


def _members(claim: Claim) -> Iterable[str]:
    return claim.value.members if isinstance(claim.value, Terms) else ()


def _person(name: str, context: Context) -> bool:
    return context.kinds.get(name) == "person"


def _together(pair: Pair, attribute: Attribute, *, needed: bool) -> bool:
    """Whether any answer of one article goes with any answer of the other; ``needed`` is whether both must give one."""
    told = [[c for c in pair.context.of_event(pair.a.event, attribute) if c.article == claim.article] for claim in (pair.a, pair.b)]
    if not all(told):
        return not needed
    ours, theirs = told
    policy, lexicon = pair.context.policy, pair.context.lexicon
    return any(relation(a.value, b.value, policy, attribute, lexicon) in FITS for a in ours for b in theirs)


def names_the_other(pair: Pair) -> bool:
    """One of the two articles has the other's answer in its text too: it may tell of it elsewhere, or as a part of its own."""
    if not pair.a.event or pair.a.scope not in ("", _STREET):
        return False
    if pair.a.scope == _STREET:
        return _on_street(pair.a, pair.b, pair.context) or _on_street(pair.b, pair.a, pair.context)
    return _printed(pair.a, pair.b, pair.context) or _printed(pair.b, pair.a, pair.context)


def _on_street(claim: Claim, other: Claim, context: Context) -> bool:
    """Whether the other article puts something in the same house, block or corner too, be it another event."""
    if other.article == claim.article:
        return False
    told = (c for c in context.by_article.get(other.article, ()) if c.attribute == "place" and c.scope == _STREET)
    return any(context.lexicon.relation(one, name) == "same" for c in told for one in _members(c) for name in _members(claim))


def _printed(claim: Claim, other: Claim, context: Context) -> bool:
    document = context.documents.get(other.article)
    if document is None or other.article == claim.article:
        return False
    names = (context.lexicon.bare(name) for name in _members(claim))
    return any(re.search(rf"\b{re.escape(name)}\b", document.text, re.IGNORECASE) for name in names)
