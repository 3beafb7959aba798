"""What a check of each story's documents flags, a line a pair of documents.

Takes records with a ``story_id`` and the rulebook; gives slots and labels of the corpus of conflicts.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations, groupby
from typing import Any

from discrepancy import check
from discrepancy.compare.wording import claim_words
from discrepancy.ingest import inputs_from_records
from discrepancy.model.claims import Claim
from discrepancy.model.findings import Finding, Report
from discrepancy.model.values import Clock, Quantity
from discrepancy.rulebook import Rulebook

Record = Mapping[str, Any]

_SLOTS = {
    "killed": "killed", "injured": "injured", "hit": "injured", "missing": "missing", "arrested": "arrested",
    "displaced": "other_number", "magnitude": "other_number", "distance": "other_number", "duration": "other_number",
    "count": "other_number", "age": "age", "date": "date", "time": "time", "place": "place", "base": "place",
    "actor": "actor", "responsibility": "actor", "target": "target", "victims": "target", "money": "money",
    "name": "name", "role": "name",
}  # fmt: skip
"""The corpus' slot for each attribute; attributes it has no slot for are left out."""


_CALLED_CONFLICT = ("conflicts", "attributed", "omits", "soft")


def conflicts(records: Iterable[Record], rules: Rulebook) -> Iterator[Record]:
    """What a check of each story's documents flags, one line a pair of camps' documents."""
    for story, group in groupby(sorted(map(with_headline, records), key=lambda r: r["story_id"]), key=lambda r: r["story_id"]):
        report = check(inputs_from_records(group), rules)
        for finding in report.findings:
            yield from ({"story_id": story, **line} for line in _pairs(finding, report))


def with_headline(record: Record) -> Record:
    """A record with its headline above its text, as a file of records is read; some articles are a headline alone."""
    title, text = (record.get("title") or "").strip(), record["text"] or ""
    known = not title or text.lstrip().startswith(title)
    return record if known else {**record, "text": f"{title}\n\n{text}".strip()}


def _pairs(finding: Finding, report: Report) -> Iterator[Record]:
    """The pairs of documents that a finding sets against each other, with what each says; each pair as the step on it decides."""
    slot = _SLOTS.get(finding.question.attribute)
    if slot is None:
        return
    if slot == "killed" and finding.question.population == "children":
        slot = "killed_children"
    claims = {claim.id: claim for claim in report.claims}
    decided = {frozenset(step.claims) for step in finding.steps}
    verdicts: dict[frozenset[str], str] = {}
    for step in finding.steps:  # most serious first
        verdicts.setdefault(frozenset(claims[claim].article for claim in step.claims), step.verdict)
    seen = set()
    for one, other in combinations(finding.camps, 2):
        for a in one.claims:
            for b in other.claims:
                pair = (claims[a].article, claims[b].article)
                together = any(a in camp.claims and b in camp.claims for camp in finding.camps)  # camps overlap
                verdict = verdicts.get(frozenset(pair), "")
                label = "update" if verdict == "updates" else "conflict" if verdict in _CALLED_CONFLICT else ""
                if frozenset((a, b)) not in decided:
                    continue  # no step weighed the two: their articles agree elsewhere, or one of them is an older figure
                if label and pair[0] != pair[1] and pair not in seen and not together:
                    seen.add(pair)
                    yield {
                        "doc_a": pair[0],
                        "doc_b": pair[1],
                        "slot": slot,
                        "value_a": _printed(claims[a]),
                        "value_b": _printed(claims[b]),
                        "label": label,
                        "confidence": finding.confidence,
                    }


_CLOCK = re.compile(r"\b\d{1,2}(?:[:.]\d\d)?(?: ?[ap]\. ?m\.?| ?[ap]m\b)|\b\d{1,2}:\d\d\b", re.IGNORECASE)


_MEASURED = re.compile(r"(?P<figure>\d[\d,]*(?:\.\d+)?)[ -]?[A-Za-z]+")


def _printed(claim: Claim) -> str:
    """A claim's value as its article prints it: a time of day and a length in its own form, all else in words of ours."""
    value, exact = claim.value, claim.evidence.exact
    if isinstance(value, Clock) and len(clocks := _CLOCK.findall(exact)) == 1:
        return str(clocks[0])
    if isinstance(value, Quantity) and claim.unit:
        for match in _MEASURED.finditer(exact):
            if float(match["figure"].replace(",", "")) in (value.low, value.high):
                return match[0]
    return claim_words(claim, claim.unit)
