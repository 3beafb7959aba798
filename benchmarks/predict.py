#!/usr/bin/env python3
"""Predictions for the public corpora: documents in, one JSON line a document (or pair) out.

    python benchmarks/predict.py TASK DOCS.jsonl -o PRED.jsonl

Uses the public functions of the package only. Tasks and formats: ``benchmarks/README.md``; the larger tasks have a file each.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from predict_conflicts import conflicts
from predict_incidents import incidents
from predict_muc import muc

from discrepancy import rulebook
from discrepancy.claim.times.eventdate import dates_at
from discrepancy.claim.times.timexes import timexes
from discrepancy.ingest import inputs_from_records
from discrepancy.link.names import judge
from discrepancy.link.stories import stories
from discrepancy.rulebook import Rulebook

Record = Mapping[str, Any]


def time(records: Iterable[Record], rules: Rulebook) -> Iterator[Record]:
    """Time expressions of each document."""
    for record in records:
        yield {"doc_id": record["doc_id"], "timexes": timexes(record["text"], record.get("dct"), rules)}


def event_dates(records: Iterable[Record], rules: Rulebook) -> Iterator[Record]:
    """The day of each event whose place in the text is given."""
    for record in records:
        spans = [(event["start"], event["end"]) for event in record["events"]]
        found = dates_at(record["text"], record.get("dct"), spans, rules)
        events = [{"eid": event["eid"], "date": date} for event, date in zip(record["events"], found, strict=True) if date]
        yield {"doc_id": record["doc_id"], "events": events}


def clusters(records: Iterable[Record], rules: Rulebook) -> Iterator[Record]:
    """Which documents tell of the same happening."""
    story_of = stories(inputs_from_records(records).documents, rules)
    for doc_id, story in story_of.items():
        yield {"doc_id": doc_id, "cluster": story}


def names(records: Iterable[Record], rules: Rulebook) -> Iterator[Record]:
    """Whether two names are one."""
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
