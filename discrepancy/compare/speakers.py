"""Conditions on who says a figure: article, outlet, speaker, the desk itself.

Takes a :class:`~discrepancy.compare.pair.Pair`; gives yes or no. Knows nothing of values.
"""

from __future__ import annotations

from discrepancy.compare.pair import Pair


def own_reporting(pair: Pair) -> bool:
    """One of the two is marked in the draft as the desk's own."""
    return not pair.context.own.isdisjoint((pair.a.id, pair.b.id))


def same_article(pair: Pair) -> bool:
    """Both stand in one article."""
    return pair.a.article == pair.b.article


def same_outlet(pair: Pair) -> bool:
    """Two articles of one outlet: it does not contradict itself, it reports again."""
    documents = [pair.context.documents.get(claim.article) for claim in (pair.a, pair.b)]
    names = [d.outlet.value.casefold() if d is not None and d.outlet is not None else "" for d in documents]
    return names[0] == names[1] != "" and not same_article(pair)


def _speakers(pair: Pair) -> tuple[str, str]:
    return pair.context.voice(pair.a).casefold(), pair.context.voice(pair.b).casefold()


def same_speaker(pair: Pair) -> bool:
    """One named speaker gives both."""
    first, second = _speakers(pair)
    return first == second != ""


def different_speakers(pair: Pair) -> bool:
    """Two named speakers give them, who are not one by two names."""
    first, second = _speakers(pair)
    return "" not in (first, second) and not pair.context.lexicon.one_speaker(first, second)


def one_unattributed(pair: Pair) -> bool:
    """One is attributed and the other is not."""
    first, second = _speakers(pair)
    return (first == "") != (second == "")


def one_article_gives_both(pair: Pair) -> bool:
    """One of the two articles has both values, each from a speaker of its own."""
    for article in (pair.a.article, pair.b.article):
        own = [c for c in pair.siblings.of(article) if c.attributed_to]
        one, other = ({c.attributed_to.casefold() for c in own if c.value == side.value} for side in (pair.a, pair.b))
        if one and other and len(one | other) > 1:
            return True
    return False
