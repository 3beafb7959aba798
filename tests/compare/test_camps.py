"""Camps: sets of claims that can all be right together, each with a value that tells it from the others."""

from __future__ import annotations

from claim_making import bare, laid, typed

from discrepancy.compare.behind import Behind
from discrepancy.compare.camps import camps
from discrepancy.model.findings import Camp
from discrepancy.rulebook import Rulebook


def parted(texts: list[str], pairs: list[tuple[int, int]], book: Rulebook) -> tuple[Camp, ...]:
    """The camps of claims typed as ``texts``, those at ``pairs`` of places apart."""
    claims = typed(*texts)
    known = bare(book, *claims)
    apart = {ids for a, b in pairs for ids in ((claims[a].id, claims[b].id), (claims[b].id, claims[a].id))}
    return camps(claims, apart, Behind(claims, known.origins), known)


def test_two_falls_in_feet_and_metres_are_a_few_camps() -> None:
    """Figures of two kinds are not held against each other; still no camp holds both, or there would be one for every mixture."""
    texts = []
    for name, short, long in (
        ("a", "~200 ft", "~2000 ft"), ("b", "~60 metres", "~600 metres"), ("c", "200 ft", "2000 ft"), ("d", "~200 ft", "~609 metres"),
        ("e", "~100 metres", ""), ("f", "", "900 metres"),
    ):  # fmt: skip
        for told in filter(None, (short, long)):
            value, unit = told.split()
            texts.append(f"{name}: distance{{fall}}={value} @bridge unit={unit}")
    outcome = laid(*texts)
    across = next(finding for finding in outcome.findings if not finding.question.article)
    values = [camp.value for camp in across.camps]
    assert len(values) <= 4 and len(set(values)) == len(values)
    for camp in across.camps:
        metres = [_metres(one) for one in camp.claims]
        assert max(metres) < 2 * min(metres), camp


def _metres(claim: str) -> float:
    """The length in the id of a claim, which ends in its notation."""
    value = float(claim.split("=")[1].split()[0].removeprefix("~"))
    return value * 0.3048 if claim.endswith("unit=ft") else value


def test_camps_bear_what_tells_them_apart(book: Rulebook) -> None:
    """Three articles give a day of the year, which fits both weekdays: the camps are about the weekdays."""
    texts = ["a: date='6 December' @bridge", "b: date='6 December' @bridge", "c: date=Saturday @bridge", "d: date=Sunday @bridge"]
    found = parted(texts, [(2, 3)], book)
    assert [camp.value for camp in found] == ["Saturday", "Sunday"]
    assert all(len(camp.claims) == 3 for camp in found)


def test_one_length_in_two_units_is_one_value(book: Rulebook) -> None:
    """Feet are not metres: what 200 of the one and 200 of the other share is not 200."""
    texts = [
        "a: distance{fall}=~2000 @bridge unit=ft",
        "b: distance{fall}=600 @bridge unit=metres",
        "c: distance{fall}=~200 @bridge unit=ft",
    ]
    found = parted(texts, [(0, 2), (1, 2)], book)
    assert [camp.value for camp in found] == ["600", "~200"]


def test_of_many_camps_as_many_are_shown_as_hold_each_claim(book: Rulebook) -> None:
    """Five pairs of values that exclude each other, and fit all others, make 32 sets; every claim is in one that is shown."""
    texts = [f"{name}: killed={number} @bridge" for number, name in enumerate("abcdefghij", 10)]
    found = parted(texts, [(at, at + 1) for at in range(0, 10, 2)], book)
    assert len(found) <= 10
    assert {one for camp in found for one in camp.claims} == {claim.id for claim in typed(*texts)}
