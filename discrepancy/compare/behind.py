"""How many independent origins stand behind some claims.

Takes claims and what gives the reasons why articles depend on each other; counts. Reasons are asked for where something is to be counted,
so a set that is compared from file to file seeks them for the claims of findings alone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from discrepancy.model.claims import Claim
from discrepancy.model.findings import Origin

Origins = Callable[[Sequence[Claim]], Iterable[Origin]]
"""Gives the origins that tie articles of some claims to each other, perhaps with others that tie none of them."""


def listed(origins: Sequence[Origin]) -> Origins:
    """Origins that are known already, found by the articles and claims that they name."""
    of: dict[str, list[int]] = {}
    for number, origin in enumerate(origins):
        for one in origin.claims or origin.articles:
            of.setdefault(one, []).append(number)

    def tying(claims: Sequence[Claim]) -> Iterable[Origin]:
        asked = {number for claim in claims for one in (claim.id, claim.article) for number in of.get(one, ())}
        return [origins[number] for number in sorted(asked)]

    return tying


class Behind:
    """What stands behind some claims."""

    def __init__(self, claims: Sequence[Claim], origins: Origins) -> None:
        self._texts: dict[str, list[int]] = {}
        self._words: dict[str, list[int]] = {}
        several = len({claim.article for claim in claims}) > 1
        own = {one for claim in claims for one in (claim.id, claim.article)}
        for number, origin in enumerate(origins(claims) if several else ()):
            for one in own.intersection(origin.claims or origin.articles):  # hundreds may share one wording, and two of them be asked about
                (self._words if origin.claims else self._texts).setdefault(one, []).append(number)

    def count(self, claims: Iterable[Claim]) -> int:
        """How many independent origins stand behind some of these claims: copies and shared credits or wording count once."""
        of: dict[str, str] = {}
        tied: dict[int, set[str]] = {}
        for claim in claims:
            if claim.article not in of:
                of[claim.article] = claim.article
                for number in self._texts.get(claim.article, ()):
                    tied.setdefault(number, set()).add(claim.article)
            for number in self._words.get(claim.id, ()):
                tied.setdefault(number, set()).add(claim.article)

        def root(article: str) -> str:
            while of[article] != article:
                article = of[article]
            return article

        for articles in tied.values():
            first, *others = {root(article) for article in articles}
            of.update((other, first) for other in others)
        return sum(root(article) == article for article in of)
