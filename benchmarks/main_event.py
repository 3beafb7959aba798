#!/usr/bin/env python3
"""Whether the event that an article is taken to be about is the one its record gives.

    python benchmarks/main_event.py DOCS.jsonl INCIDENTS.jsonl [--third 0|1|2] [--every N] [--misses N]

Takes documents, each about one recorded incident with a day, places and tolls. Every event an article tells of is held against the
record: a day, a place, the dead and the injured each speak for it (+1), against it (−1) or not at all. An event *fits* when more speaks
for it than against it. An article is *decisive* when an event of it fits and another fits less; only there can a choice be right or
wrong, and it is right when none fits better than the chosen one. Beside it stand what choosing the event told first, and the one told
most often, would reach, and how often each fact of the chosen event is the record's where both give one. ``--third`` takes the
documents whose hash leaves that remainder (errors are read on two thirds), ``--every`` each Nth document; ``--misses`` prints wrong
choices with their reasons.

What it does not know: whether an article tells of its recorded incident at all; where no event fits, nothing is counted.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any

from discrepancy import rulebook
from discrepancy.claim.reading import read_article
from discrepancy.ingest import inputs_from_records
from discrepancy.model.claims import Claim, EventMention, Reading
from discrepancy.model.values import Quantity, When

FACTS = ("day", "place", "killed", "injured")


@dataclass(frozen=True, slots=True)
class Held:
    """One event held against the record: for each fact True, False or None where either side is silent."""

    event: EventMention
    facts: tuple[bool | None, ...]

    @property
    def fit(self) -> int:
        """What speaks for it less what speaks against it."""
        return sum(1 if fact else -1 for fact in self.facts if fact is not None)


def held(event: EventMention, claims: Sequence[Claim], record: dict[str, Any]) -> Held:
    """One event of an article against the record of its incident."""
    own = [claim for claim in claims if claim.event == event.id]
    return Held(event, (_day(own, record), _place(event, record), *(_toll(own, record, slot) for slot in FACTS[2:])))


def _day(own: Sequence[Claim], record: dict[str, Any]) -> bool | None:
    days = [c.value for c in own if c.attribute == "date" and isinstance(c.value, When) and c.value.first == c.value.last is not None]
    if not days or not record.get("date"):
        return None
    first, last = date.fromisoformat(record["date"]), date.fromisoformat(record.get("date_end") or record["date"])
    return any(day.first is not None and first <= day.first <= last for day in days)


def _place(event: EventMention, record: dict[str, Any]) -> bool | None:
    told, known = [[_plain(p) for p in places if _plain(p)] for places in (event.places, record.get("places") or ())]
    if not told or not known:
        return None
    return any(f" {a} " in f" {b} " or f" {b} " in f" {a} " for a in told for b in known)


def _plain(words: str) -> str:
    return " ".join(re.findall(r"[a-z0-9]+", words.lower()))


def _toll(own: Sequence[Claim], record: dict[str, Any], slot: str) -> bool | None:
    values = [
        c.value
        for c in own
        if c.attribute == slot and isinstance(c.value, Quantity) and not c.value.vague and c.scope != "cumulative" and not c.population
    ]
    wanted = record.get(slot)
    if not values or wanted is None:
        return None
    accepted = {wanted["low"], wanted["high"], *(wanted.get("alt") or ())}
    largest = max(values, key=lambda value: value.low or 0)
    return any((largest.low or 0) <= n and (largest.high is None or n <= largest.high) for n in accepted)


def choices(reading: Reading, record: dict[str, Any]) -> list[Held]:
    """The events of an article in the order in which they are first told, each held against the record."""
    return [held(event, reading.claims, record) for event in reading.events]


def main(argv: list[str] | None = None) -> int:
    """Reads the command line, prints the score."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("documents", type=Path)
    parser.add_argument("incidents", type=Path)
    parser.add_argument("--third", type=int, action="append", choices=(0, 1, 2), help="documents whose hash leaves this remainder")
    parser.add_argument("--every", type=int, default=1)
    parser.add_argument("--misses", type=int, default=0)
    options = parser.parse_args(argv)
    rules = rulebook()
    records = {record["incident_id"]: record["gold"] for record in _lines(options.incidents)}
    counted: Counter[str] = Counter()
    agreed: dict[str, Counter[bool]] = {fact: Counter() for fact in FACTS}
    shown = 0
    for document in _lines(options.documents)[:: options.every]:
        if options.third and int(sha256(document["doc_id"].encode()).hexdigest(), 16) % 3 not in options.third:
            continue
        counted["articles"] += 1
        for article in inputs_from_records([document], rules).documents:
            events = choices(read_article(article, rules), records[document["incident_id"]])
            chosen = next((event for event in events if event.event.main), None)
            if chosen is None:
                counted["without a main event"] += 1
                continue
            for fact, said in zip(FACTS, chosen.facts, strict=True):
                if said is not None:
                    agreed[fact][said] += 1
            best = max(event.fit for event in events)
            if best <= 0 or all(event.fit == best for event in events):
                continue
            counted["decisive"] += 1
            counted["right"] += chosen.fit == best
            counted["first told"] += events[0].fit == best
            counted["told most often"] += max(events, key=lambda event: len(event.event.triggers)).fit == best
            if chosen.fit < best and shown < options.misses:
                shown += 1
                _show(document, events, best)
    share = {name: round(100 * counted[name] / max(1, counted["decisive"]), 1) for name in ("right", "first told", "told most often")}
    print({name: counted[name] for name in ("articles", "without a main event", "decisive")}, share)
    for fact, said_so in agreed.items():
        print(f"{fact}: {100 * said_so[True] / max(1, said_so.total()):.1f} of {said_so.total()} as recorded")
    return 0


def _show(document: dict[str, Any], events: Sequence[Held], best: int) -> None:
    print(f"{document['doc_id']}: {document.get('title', '')}")
    for event in events:
        if event.event.main or event.fit == best:
            words = "; ".join(evidence.exact for evidence in event.event.triggers[:3])
            role, kind = "chosen" if event.event.main else "better", event.event.type
            print(f"  {role} {kind} {event.fit:+d} {event.facts} {words!r} {event.event.why_main}")


def _lines(path: Path) -> list[dict[str, Any]]:
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


if __name__ == "__main__":
    raise SystemExit(main())
