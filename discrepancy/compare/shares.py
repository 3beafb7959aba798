"""Shares of one whole in one article: "54 percent of the vote", "took 38 percent" and "17 percent" are more than there is.

Takes the claims of an article; gives the shares that together pass a hundred. Which words give somebody a share, and which tell of another
whole or another time, stands in ``rules/compare/selfchecks.yaml``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from discrepancy.compare.context import Context
from discrepancy.compare.relations import figure
from discrepancy.model.claims import Claim
from discrepancy.model.values import Quantity

_REACH = 400
"""Characters behind the first share within which others are of the same whole."""
_ROUNDED = 0.5
"""How far a share printed whole may be off."""


def shares_above_whole(own: Sequence[Claim], context: Context) -> list[Claim]:
    """The shares of one whole, the one that names it first; empty where they may all be right."""
    form = context.policy.check("shares")
    percents = [c for c in own if c.unit == "%" and isinstance(c.value, Quantity) and c.value.exact]
    for first in percents:
        said = f"{first.evidence.exact}{first.evidence.after[: max(map(len, form.wholes), default=0) + 1]}"
        if not any(words in said for words in form.wholes) or not _taken(first, form.words, form.others):
            continue
        found = {figure(first.value): first}
        for claim in percents:
            if 0 < claim.evidence.span.start - first.evidence.span.start <= _REACH and _taken(claim, form.words, form.others):
                found.setdefault(figure(claim.value), claim)
        shares = list(found.values())
        if sum((figure(c.value) or 0) - _ROUNDED for c in shares) > 100:
            return shares
    return []


def _taken(claim: Claim, taking: tuple[str, ...], others: tuple[str, ...]) -> bool:
    """Whether the words right before a share give it to somebody, and none beside it tell of another whole or time."""
    line = f"{claim.evidence.before}{claim.evidence.exact}".rpartition("\n")[2]
    before = re.split(r"\d", line[: len(line) - len(claim.evidence.exact)] + _upto_digit(claim.evidence.exact))[-1]
    near = before.split()[-3:]
    if any(re.search(rf"\b{re.escape(word)}\b", before.lower()) for word in others):
        return False
    return any(word.lower() in taking for word in near) or (bool(near) and near[-1][:1].isupper())


def _upto_digit(words: str) -> str:
    found = re.search(r"\d", words)
    return words[: found.start()] if found else words
