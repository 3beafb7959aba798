#!/usr/bin/env python3
"""Warnings on sets of real articles about one incident, with the words that they rest on: to be read, since no gold judges them.

    python benchmarks/read_warnings.py DOCS.jsonl [--by subtopic] [--kept]

Records need ``incident_id`` (or the field of ``--by``), ``doc_id`` and ``text``, and may have a day (``published`` or ``fakes_date``);
those of one incident are checked together, where there are two and more. Of each warning or error the message is printed, and below it the
first words of every camp in their sentence. ``--kept`` takes the share of the sets that nobody reads, and prints numbers alone.
"""

from __future__ import annotations

import argparse
import hashlib
import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from pathlib import Path
from typing import Any

from predict_conflicts import with_headline

from discrepancy import check, rulebook
from discrepancy.ingest import inputs_from_records
from discrepancy.model.findings import Report

Record = Mapping[str, Any]
_BEFORE, _BEHIND = 130, 90
"""Characters shown around the words of a claim."""
_SHARE = {"incident_id": 6, "subtopic": 3}
"""One set of so many is kept unread, by the field that makes sets."""


def sets(records: Sequence[Record], by: str, kept: bool) -> Iterator[tuple[str, list[Record]]]:
    """The incidents that several articles tell, each with its articles."""
    by_incident = sorted(records, key=lambda record: str(record[by]))
    for incident, group in groupby(by_incident, key=lambda record: str(record[by])):
        articles = list(group)
        unread = int(hashlib.md5(incident.encode(), usedforsecurity=False).hexdigest(), 16) % _SHARE[by] == 0
        if len(articles) > 1 and unread == kept:
            yield incident, articles


def shown(report: Report, texts: Mapping[str, str]) -> Iterator[str]:
    """Each warning and error, and below it what each camp rests on."""
    claims = {claim.id: claim for claim in report.claims}
    for finding in report.findings:
        if finding.level not in ("warning", "error"):
            continue
        yield f"{finding.level} {finding.rule}: {finding.message}"
        for camp in finding.camps:
            claim = claims[camp.claims[0]]
            span = claim.evidence.span
            words = texts[claim.article][max(0, span.start - _BEFORE) : span.end + _BEHIND]
            yield f"    {claim.article} {claim.rule} | {' '.join(words.split())}"


def main(argv: list[str] | None = None) -> int:
    """Reads the command line, prints the warnings and how many there are by attribute."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("documents", type=Path)
    parser.add_argument("--by", choices=sorted(_SHARE), default="incident_id", help="the field that the articles of one set share")
    parser.add_argument("--kept", action="store_true", help="the incidents that nobody reads; numbers alone")
    options = parser.parse_args(argv)
    rules = rulebook()
    records = [json.loads(line) for line in options.documents.read_text(encoding="utf-8").splitlines()]
    by_attribute: Counter[str] = Counter()
    number = 0
    for incident, articles in sets(records, options.by, options.kept):
        number += 1
        told = [with_headline({**a, "published": a.get("published") or a.get("fakes_date")}) for a in articles]
        report = check(inputs_from_records(told, rules), rules)
        by_attribute.update(f.question.attribute for f in report.findings if f.level in ("warning", "error"))
        if not options.kept:
            for line in shown(report, {a["doc_id"]: a["text"] for a in told}):
                print(incident if not line.startswith(" ") else "", line)
    print(f"{number} sets, {by_attribute.total()} warnings and errors: {dict(by_attribute.most_common())}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
