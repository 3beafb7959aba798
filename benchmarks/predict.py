#!/usr/bin/env python3
"""Predictions for the public corpora: documents in, one JSON line a document (or pair) out.

    python benchmarks/predict.py TASK DOCS.jsonl -o PRED.jsonl [--jobs N]

Uses the public functions of the package only. Tasks and formats: ``benchmarks/README.md``.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import combinations, groupby
from pathlib import Path
from typing import Any

import discrepancy
from discrepancy import rulebook
from discrepancy.ingest import inputs_from_records
from discrepancy.model.claims import Claim
from discrepancy.model.findings import Finding, Report
from discrepancy.rulebook import Rulebook

Record = Mapping[str, Any]

SLOTS = {
    "killed": "killed", "injured": "injured", "hit": "injured", "missing": "missing", "arrested": "arrested",
    "displaced": "other_number", "magnitude": "other_number", "distance": "other_number", "duration": "other_number",
    "count": "other_number", "age": "age", "date": "date", "time": "time", "place": "place", "base": "place",
    "actor": "actor", "responsibility": "actor", "target": "target", "victims": "target", "money": "money",
    "name": "name", "role": "name",
}  # fmt: skip
"""The corpus' slot for each attribute; attributes it has no slot for are left out."""

CALLED_CONFLICT = ("conflicts", "attributed", "omits", "soft")


def time(records: Iterable[Record], rules: Rulebook) -> Iterator[Record]:
    """Time expressions of each document."""
    from discrepancy.claim.timexes import timexes

    for record in records:
        yield {"doc_id": record["doc_id"], "timexes": timexes(record["text"], record.get("dct"), rules)}


def event_dates(records: Iterable[Record], rules: Rulebook) -> Iterator[Record]:
    """The day of each event whose place in the text is given."""
    from discrepancy.claim.eventdate import dates_at

    for record in records:
        spans = [(event["start"], event["end"]) for event in record["events"]]
        found = dates_at(record["text"], record.get("dct"), spans, rules)
        events = [
            {"eid": event["eid"], "date": date} for event, date in zip(record["events"], found, strict=True) if date
        ]
        yield {"doc_id": record["doc_id"], "events": events}


def incidents(records: Iterable[Record], rules: Rulebook) -> Iterator[Record]:
    """Toll, dates, places and names of each document's main event."""
    from discrepancy.claim.incident import incident

    for record in records:
        (document,) = inputs_from_records([record]).documents
        yield {"doc_id": record["doc_id"], **incident(document, rules)}


def muc(records: Iterable[Record], rules: Rulebook) -> Iterator[Record]:
    """All incidents of each document."""
    from discrepancy.claim.incident import incidents_of

    for record in records:
        plain = {**record, "text": record.get("text_truecased") or record["text"]}
        (document,) = inputs_from_records([plain]).documents
        yield {"doc_id": record["doc_id"], "incidents": incidents_of(document, rules)}


def clusters(records: Iterable[Record], rules: Rulebook) -> Iterator[Record]:
    """Which documents tell of the same happening."""
    from discrepancy.link.stories import stories

    story_of = stories(inputs_from_records(records).documents, rules)
    for doc_id, story in story_of.items():
        yield {"doc_id": doc_id, "cluster": story}


def conflicts(records: Iterable[Record], rules: Rulebook) -> Iterator[Record]:
    """What a check of each story's documents flags, one line a pair of camps' documents."""
    for story, group in groupby(sorted(records, key=lambda r: r["story_id"]), key=lambda r: r["story_id"]):
        report = discrepancy.check(inputs_from_records(group), rules)
        for finding in report.findings:
            yield from ({"story_id": story, **line} for line in _pairs(finding, report))


def _pairs(finding: Finding, report: Report) -> Iterator[Record]:
    """The pairs of documents that a finding sets against each other, with what each says."""
    slot = SLOTS.get(finding.question.attribute)
    if slot is None or (finding.verdict not in CALLED_CONFLICT and finding.verdict != "updates"):
        return
    if slot == "killed" and finding.question.population == "children":
        slot = "killed_children"
    label = "update" if finding.verdict == "updates" else "conflict"
    claims = {claim.id: claim for claim in report.claims}
    seen = set()
    for one, other in combinations(finding.camps, 2):
        for a in one.claims:
            for b in other.claims:
                pair = (claims[a].article, claims[b].article)
                if pair[0] != pair[1] and pair not in seen and a not in other.claims and b not in one.claims:
                    seen.add(pair)
                    yield {
                        "doc_a": pair[0],
                        "doc_b": pair[1],
                        "slot": slot,
                        "value_a": _printed(claims[a]),
                        "value_b": _printed(claims[b]),
                        "label": label,
                    }


def _printed(claim: Claim) -> str:
    """A claim's value as an article would print it."""
    from discrepancy.compare.wording import value_words

    return value_words(claim.value, claim.unit)


def names(records: Iterable[Record], rules: Rulebook) -> Iterator[Record]:
    """Whether two names are one."""
    from discrepancy.link.names import judge

    for record in records:
        match = judge(record["a"], record["b"], record["kind"], rules)
        same = match.verdict == "same"
        yield {"a": record["a"], "b": record["b"], "kind": record["kind"], "same": same, "score": match.score}


TASKS: dict[str, Callable[[Iterable[Record], Rulebook], Iterator[Record]]] = {
    "time": time,
    "event-dates": event_dates,
    "incidents": incidents,
    "clusters": clusters,
    "muc": muc,
    "conflicts": conflicts,
    "names": names,
}


def main(argv: list[str] | None = None) -> int:
    """Reads the command line, writes the predictions."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("task", choices=TASKS)
    parser.add_argument("documents", type=Path)
    parser.add_argument("-o", "--output", type=Path, required=True)
    options = parser.parse_args(argv)
    with options.documents.open(encoding="utf-8") as lines:
        records = [json.loads(line) for line in lines if line.strip()]
    with options.output.open("w", encoding="utf-8") as out:
        for line in TASKS[options.task](records, rulebook()):
            print(json.dumps(line, ensure_ascii=False), file=out)
    return 0


if __name__ == "__main__":
    sys.exit(main())
