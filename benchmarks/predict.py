#!/usr/bin/env python3
"""Predictions for the public corpora: documents in, one JSON line a document (or pair) out.

    python benchmarks/predict.py TASK DOCS.jsonl -o PRED.jsonl [--jobs N]

Uses the public functions of the package only. Tasks and formats: ``benchmarks/README.md``.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import combinations, groupby
from pathlib import Path
from typing import Any

import discrepancy
from discrepancy import rulebook
from discrepancy.ingest import inputs_from_records
from discrepancy.model.claims import Claim, EventMention, Reading
from discrepancy.model.findings import Finding, Report
from discrepancy.model.values import Terms
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
    from discrepancy.claim.times.timexes import timexes

    for record in records:
        yield {"doc_id": record["doc_id"], "timexes": timexes(record["text"], record.get("dct"), rules)}


def event_dates(records: Iterable[Record], rules: Rulebook) -> Iterator[Record]:
    """The day of each event whose place in the text is given."""
    from discrepancy.claim.times.eventdate import dates_at

    for record in records:
        spans = [(event["start"], event["end"]) for event in record["events"]]
        found = dates_at(record["text"], record.get("dct"), spans, rules)
        events = [{"eid": event["eid"], "date": date} for event, date in zip(record["events"], found, strict=True) if date]
        yield {"doc_id": record["doc_id"], "events": events}


def incidents(records: Iterable[Record], rules: Rulebook) -> Iterator[Record]:
    """Toll, dates, places and names of each document's main event."""
    from discrepancy.annotate.layers import annotate
    from discrepancy.claim import read_claims
    from discrepancy.claim.mainevent.incident import closed, toll

    for record in records:
        line: dict[str, Any] = {"doc_id": record["doc_id"], "killed": None, "injured": None, "dates": [], "places": [], "names": []}
        for document in inputs_from_records([record], rules).documents:
            found = toll(document, rules)
            reading = read_claims(annotate(document, rules), rules)
            line["killed"], line["injured"] = closed(found.killed, rules), closed(found.injured, rules)
            events = sorted(reading.events, key=lambda event: not event.main)
            order = {event.id: place for place, event in enumerate(events)}
            told = [c for c in reading.claims if c.attribute == "date" and c.event in order]
            days = [_day(c.value) for c in sorted(told, key=lambda c: order[c.event])]
            published = _day(document.published.value) if document.published else None
            line["dates"] = list(dict.fromkeys(day for day in (*days, published) if day))
            line["places"] = list(dict.fromkeys(place for event in events for place in (*event.places, *_blocks(event, reading))))
            line["names"] = list(dict.fromkeys(name.text for name in reading.names if name.kind == "person"))
        yield line


def _blocks(event: EventMention, reading: Reading) -> Iterator[str]:
    """The blocks of streets in which an event happened: their streets are no places of their own, so that claims alone tell of them."""
    told = (claim.value for claim in reading.claims if (claim.event, claim.attribute, claim.scope) == (event.id, "place", "street"))
    return (block for value in told if isinstance(value, Terms) for block in value.members)


def _day(value: object) -> str | None:
    """One certain day as ISO text."""
    from discrepancy.model.values import When

    certain = isinstance(value, When) and value.first is not None and value.first == value.last
    return value.first.isoformat() if certain and isinstance(value, When) and value.first else None


def _span(value: object) -> str | None:
    """The first and the last day of a stretch of at most a month, as ISO text."""
    from discrepancy.model.values import When

    if not isinstance(value, When) or value.first is None or value.last is None or not 0 < (value.last - value.first).days < 31:
        return None
    return f"{value.first.isoformat()}/{value.last.isoformat()}"


MUC_TYPES = {
    "strike": "BOMBING", "bombing": "BOMBING", "shooting": "ATTACK", "attack": "ATTACK", "killing": "ATTACK",
    "stabbing": "ATTACK", "kidnapping": "KIDNAPPING", "arson": "ARSON",
}  # fmt: skip
"""The corpus' incident type for each of our event types; other types, clashes among them, are no incidents there."""

MUC_RECENT = 60
"""Days before publication within which the corpus wants an older incident, too (its guide says two months)."""

MUC_GOES_ON = 3
"""Clauses that tell of an old event from which on an article is about it."""

MUC_WAR = 200
"""Deaths from which on a toll is not one incident's but that of a war, a year or a campaign, which the corpus leaves out."""


def muc(records: Iterable[Record], rules: Rulebook) -> Iterator[Record]:
    """All incidents of each document."""
    from discrepancy.annotate.grammar import lines, words_of
    from discrepancy.annotate.layers import annotate
    from discrepancy.claim import read_claims
    from discrepancy.claim.events.groups import group_names
    from discrepancy.rulebook.kinds.events import EventType

    nouns = frozenset(word for kind in rules.of(EventType) for word in kind.nouns)
    works = words_of(rules, "building") | {f"{word}s" for word in words_of(rules, "building")}
    for record in records:
        plain = {**record, "text": record.get("text_truecased") or record["text"]}
        found: list[Record] = []
        for document in inputs_from_records([plain], rules).documents:
            annotated = annotate(document, rules)
            reading = read_claims(annotated, rules)
            groups = group_names(lines(annotated.sentences, rules), rules)
            told = [event for event in _each(reading) if _terror(event, reading.claims, document, nouns, works)]
            told = told or [event for event in _each(reading) if _terror(event, reading.claims, document, nouns, works, old=True)]
            found += [_incident(event, reading, groups, document) for event in told]
        yield {"doc_id": record["doc_id"], "incidents": found}


def _each(reading: Reading) -> Iterator[EventMention]:
    """The events of a document, none twice: several that one clause tells of one by one, or all as one where a toll of all is all that is
    told of those who were hit."""
    counted = {claim.event for claim in reading.claims if claim.attribute in ("killed", "injured")}
    parts: dict[str, list[EventMention]] = {}
    for event in reading.events:
        parts.setdefault(event.whole, []).append(event)
    joint = {whole for whole, each in parts.items() if whole in counted and counted.isdisjoint(one.id for one in each)}
    for event in reading.events:
        if event.id in joint or (event.whole not in joint and (event.whole or event.id not in parts)):
            yield event


def _works(event: EventMention, works: frozenset[str]) -> bool:
    """Whether somebody hit a building or works: "the rebels blew up two pylons"."""
    return bool(event.actors or event.forces) and any(not works.isdisjoint(name.lower().split()) for name in event.targets)


def _terror(
    event: EventMention, claims: Iterable[Claim], document: Any, nouns: frozenset[str], works: frozenset[str], *, old: bool = False
) -> bool:
    """Whether an event is an incident to the corpus: it happened, was tried or threatened of late, was no combat, and something of it
    alone is told. With ``old`` whether it is one of long ago of which an article without another goes on to tell."""
    if (
        event.type not in MUC_TYPES
        or event.realis not in ("actual", "attempted", "threatened")
        or event.combat
        or (len(event.triggers) < MUC_GOES_ON if old else event.background and not _recent(event, document))
    ):
        return False
    own = [claim for claim in claims if claim.event == event.id]
    if not old and _long_past(own, document):
        return False
    if (_total(own, "killed") or 0) >= MUC_WAR or _only_named(event, own, nouns) or _tally(event, own):
        return False
    counted = any(claim.attribute in ("date", "killed", "injured") for claim in own)
    return counted or event.when is not None or bool(event.places or event.victims or event.weapons or _works(event, works))


def _tally(event: EventMention, own: Sequence[Claim]) -> bool:
    """Whether all that is told of an event without a day are counts over a time: "20 judges have been killed in the last two months"."""
    counts = [claim for claim in own if claim.attribute in ("killed", "injured")]
    dated = _day(event.when) or any(_day(claim.value) for claim in own if claim.attribute == "date")
    return bool(counts) and not dated and all(claim.scope == "cumulative" for claim in counts)


def _only_named(event: EventMention, own: Sequence[Claim], nouns: frozenset[str]) -> bool:
    """Whether an article does no more than name an event, once: by a noun without whom or what it hit, "a wave of bombings in Lima", or by
    a verb with nothing of it but perhaps its day."""
    if len(event.triggers) > 1 or event.victims or event.targets:
        return False
    named = event.triggers[0].exact.lower() in nouns
    return (named and not event.weapons) or not (event.places or event.weapons or _total(own, "killed") or _total(own, "injured"))


def _long_past(own: Sequence[Claim], document: Any) -> bool:
    """Whether all days or months that are told of an event lie further back than the corpus wants."""
    from discrepancy.model.values import When

    published = document.published.value.first if document.published else None
    told = [claim.value for claim in own if claim.attribute == "date"]
    days = [value.last for value in told if isinstance(value, When) and value.last is not None and (_day(value) or _span(value))]
    return published is not None and 0 < len(days) == len(told) and all((published - day).days >= MUC_RECENT for day in days)


def _recent(event: EventMention, document: Any) -> bool:
    published = document.published.value.first if document.published else None
    last = event.when.last if event.when else None
    return published is not None and last is not None and 0 <= (published - last).days < MUC_RECENT


def _incident(event: EventMention, reading: Reading, groups: frozenset[str], document: Any) -> Record:
    """One event as the corpus prints it: the first of its days, since what came of a deed came after it; where only a month or a week
    is told, that; where nothing is, the report's own day, as its "on or before"; a group with its short form in brackets."""
    claims = reading.claims
    forms = {name.short_for: f"{name.short_for} ({name.text})" for name in reading.names if name.short_for}
    own = [claim for claim in claims if claim.event == event.id or (claim.event == event.whole != "" and claim.attribute == "date")]
    published = _day(document.published.value) if document.published else None
    dates = [claim.value for claim in own if claim.attribute == "date"] or ([event.when] if event.when else [])
    days = [day for value in dates if (day := _day(value)) and (not published or day <= published)]
    spans = [span for value in dates if (span := _span(value)) and (not published or span[:10] <= published)]
    return {
        "type": MUC_TYPES[event.type],
        "date": min(days) if days else spans[0] if spans else published,
        "location": list(event.places),
        "perp_org": [forms.get(name, name) for name in [n for n in event.actors if n in groups] or event.forces or event.suspects],
        "perp_individual": [name for name in event.actors if name not in groups],
        "victims": list(event.victims),
        "phys_target": [name for name in event.targets if name not in groups],
        "instrument": list(event.weapons),
        "killed": _total(own, "killed"),
        "wounded": _total(own, "injured"),
    }


def _total(claims: Iterable[Claim], attribute: str) -> int | None:
    """The largest number of an event's claims that somebody counted."""
    from discrepancy.model.values import Quantity

    own = [
        c.value
        for c in claims
        if c.attribute == attribute and isinstance(c.value, Quantity) and c.scope != "cumulative" and c.stance != "expected"
    ]
    found = [value.low for value in own if value.low is not None and not value.vague]
    return int(max(found)) if found else None


def clusters(records: Iterable[Record], rules: Rulebook) -> Iterator[Record]:
    """Which documents tell of the same happening."""
    from discrepancy.link.stories import stories

    story_of = stories(inputs_from_records(records).documents, rules)
    for doc_id, story in story_of.items():
        yield {"doc_id": doc_id, "cluster": story}


def conflicts(records: Iterable[Record], rules: Rulebook) -> Iterator[Record]:
    """What a check of each story's documents flags, one line a pair of camps' documents."""
    for story, group in groupby(sorted(map(_whole, records), key=lambda r: r["story_id"]), key=lambda r: r["story_id"]):
        report = discrepancy.check(inputs_from_records(group), rules)
        for finding in report.findings:
            yield from ({"story_id": story, **line} for line in _pairs(finding, report))


def _whole(record: Record) -> Record:
    """A record with its headline above its text, as a file of records is read; some articles are a headline alone."""
    title, text = (record.get("title") or "").strip(), record["text"] or ""
    known = not title or text.lstrip().startswith(title)
    return record if known else {**record, "text": f"{title}\n\n{text}".strip()}


def _pairs(finding: Finding, report: Report) -> Iterator[Record]:
    """The pairs of documents that a finding sets against each other, with what each says; each pair as the step on it decides."""
    slot = SLOTS.get(finding.question.attribute)
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
                label = "update" if verdict == "updates" else "conflict" if verdict in CALLED_CONFLICT else ""
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
    from discrepancy.compare.wording import claim_words
    from discrepancy.model.values import Clock, Quantity

    value, exact = claim.value, claim.evidence.exact
    if isinstance(value, Clock) and len(clocks := _CLOCK.findall(exact)) == 1:
        return str(clocks[0])
    if isinstance(value, Quantity) and claim.unit:
        for match in _MEASURED.finditer(exact):
            if float(match["figure"].replace(",", "")) in (value.low, value.high):
                return match[0]
    return claim_words(claim, claim.unit)


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
