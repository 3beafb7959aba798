"""Labels that describe all who are counted: "nine workers died", where an article counts nobody else.

Takes the claims of a set; gives the labels that are no part of a toll.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from discrepancy.compare.lexicon import Lexicon
from discrepancy.compare.relations import figure
from discrepancy.model.claims import Claim


def described(claims: Sequence[Claim], lexicon: Lexicon) -> frozenset[tuple[str, str, str, str]]:
    """Article, event, attribute and label where the label describes all who are counted.

    "Nine workers died" and no other toll but one person's fate: what is below the workers counts not all. Or "nine people died" and, of the
    same nine, "nine workers".
    """
    labels: dict[tuple[str, str, str], dict[str, list[Claim]]] = {}
    listed: dict[tuple[str, str, str, int], float] = {}
    for claim in claims:
        begun = (claim.article, claim.event, claim.attribute, claim.evidence.span.start)
        listed[begun] = max(listed.get(begun, 0.0), figure(claim.value) or 0.0)
        if claim.event and not lexicon.partition(claim.population):
            label = "" if lexicon.everybody(claim.population) else claim.population
            labels.setdefault((claim.article, claim.event, claim.attribute), {}).setdefault(label, []).append(claim)
    found = set()
    parts = _told_as_parts(labels, listed)
    for key, groups in labels.items():
        whole = {figure(claim.value) or 0.0 for claim in groups.get("", ())}
        for label, own in groups.items():
            alone = label and set(groups) <= {"", label} and max(whole, default=0.0) < min((figure(claim.value) or 0) for claim in own)
            if any((figure(claim.value) or 0.0) < listed[(*key, claim.evidence.span.start)] for claim in own):
                continue  # "four men, including three bystanders"
            if label and (*key[1:], label) in parts:
                continue  # "14 officers were hurt", where another article counts 19 officers and 30 protesters
            if label and (alone or len(groups) == 1 or (whole and {figure(claim.value) for claim in own} <= whole)):
                found.add((*key, label))
    return frozenset(found)


def _told_as_parts(
    labels: Mapping[tuple[str, str, str], Mapping[str, Sequence[Claim]]], listed: Mapping[tuple[str, str, str, int], float]
) -> frozenset[tuple[str, str, str]]:
    """Event, attribute and label of those whom some article counts in one breath with others."""
    found = set()
    for key, groups in labels.items():
        for label, own in groups.items():
            if label and any((figure(claim.value) or 0.0) < listed[(*key, claim.evidence.span.start)] for claim in own):
                found.add((*key[1:], label))
    return frozenset(found)
