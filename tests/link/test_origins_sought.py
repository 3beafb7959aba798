"""Origins that are sought for some claims alone tie their articles as the origins of the whole set do. All of it is invented."""

from __future__ import annotations

from itertools import combinations

from discrepancy import check, rulebook
from discrepancy.compare.behind import Behind, listed
from discrepancy.ingest import inputs_from_records
from discrepancy.link.origins import Sought, origins

RULES = rulebook()
TEXTS = {
    "a": "A ferry capsized off Marlow Point on Sunday. Fourteen people died, harbour officials said. Four crew members were injured, the "
    "mayor told reporters who waited on the quay until the late evening.",
    "b": "On Sunday 14 people died in the sinking off Marlow Point, according to a report by the newspaper the Lantern. Four crew members "
    "were injured, the mayor told reporters who waited on the quay until the late evening.",
    "c": "A ferry capsized off Marlow Point on Sunday. Fourteen people died, harbour officials said. Four crew members were injured, the "
    "mayor told reporters who waited on the quay for hours.",
    "d": "Sixteen people drowned when a ferry sank off Marlow Point on Sunday, the coast guard said. Five of the crew were injured.",
    "e": "Fourteen people were killed in Sunday's sinking off Marlow Point, the Bellman reported.",
    "f": "Nine people died in a fire in Upper Fell on Sunday, according to the newspaper the Bellman. Fourteen were injured.",
}
OUTLETS = {"a": "The Lantern", "b": "Coastal Courier", "c": "Marlow Gazette", "d": "Eastern Herald", "e": "The Crier", "f": "Fell Times"}


def test_any_claims_have_as_many_origins_behind_them() -> None:
    records = [
        {"doc_id": name, "text": f"Title: Marlow Point\nSource: {OUTLETS[name]}\nPublished: 2025-03-03\n\n{text}"}
        for name, text in TEXTS.items()
    ]
    report = check(inputs_from_records(records, RULES), RULES)
    known, sought = listed(origins(report.articles, report.claims, RULES)), Sought(report.articles, report.claims, RULES)
    counts = set()
    for attribute in ("killed", "injured", "date"):
        claims = [claim for claim in report.claims if claim.attribute == attribute]
        for size in range(1, len(claims) + 1):
            for some in combinations(claims, size):
                counts.add(found := (len({claim.article for claim in some}), Behind(some, known).count(some)))
                assert found[1] == Behind(some, sought).count(some), some
    assert {(1, 1), (2, 1), (2, 2), (3, 1), (3, 2), (4, 2)} <= counts
