"""All incidents of each document of MUC-3/4, in the shape of its templates.

Takes records and the rulebook; gives a line a document. What the corpus calls an incident (not combat, not long past, not merely named) is
chosen here, by its guide; the package knows nothing of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from predict_incidents import certain_day

from discrepancy.annotate.grammar import lines
from discrepancy.annotate.layers import annotate
from discrepancy.claim import read_claims
from discrepancy.claim.events.groups import armed_words, group_names
from discrepancy.ingest import inputs_from_records
from discrepancy.model.claims import Claim, EventMention, Reading
from discrepancy.model.text import Document
from discrepancy.model.values import Quantity, When
from discrepancy.rulebook import Rulebook
from discrepancy.rulebook.kinds.events import EventType
from discrepancy.rulebook.parts import words_of

Record = Mapping[str, Any]

_TYPES = {
    "strike": "BOMBING", "bombing": "BOMBING", "shooting": "ATTACK", "attack": "ATTACK", "killing": "ATTACK",
    "kidnapping": "KIDNAPPING", "arson": "ARSON",
}  # fmt: skip
"""The corpus' incident type for each of our event types; other types, clashes among them, are no incidents there."""

_RECENT = 60
"""Days before publication within which the corpus wants an older incident, too (its guide says two months)."""


_GOES_ON = 3
"""Clauses that tell of an old event from which on an article is about it."""

_WAR = 200
"""Deaths from which on a toll is not one incident's but that of a war, a year or a campaign, which the corpus leaves out."""


def muc(records: Iterable[Record], rules: Rulebook) -> Iterator[Record]:
    """All incidents of each document."""
    nouns = frozenset(word for kind in rules.of(EventType) for word in kind.nouns)
    nameless = armed_words(rules).companies | {"gang", "gangs"}
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
            found += [_incident(event, reading, groups, nameless, document) for event in told]
        yield {"doc_id": record["doc_id"], "incidents": found}


def _each(reading: Reading) -> Iterator[EventMention]:
    """The events of a document, none twice: several that one clause tells of stand for what is told of all."""
    parted = {event.whole for event in reading.events}
    return (event for event in reading.events if event.whole or event.id not in parted)


def _works(event: EventMention, works: frozenset[str]) -> bool:
    """Whether somebody hit a building or works: "the rebels blew up two pylons"."""
    return bool(event.actors or event.forces) and any(not works.isdisjoint(name.lower().split()) for name in event.targets)


def _terror(
    event: EventMention, claims: Iterable[Claim], document: Document, nouns: frozenset[str], works: frozenset[str], *, old: bool = False
) -> bool:
    """Whether an event is an incident to the corpus: it happened, was tried or threatened of late, was no combat, and something of it
    alone is told. With ``old`` whether it is one of long ago of which an article without another goes on to tell."""
    if (
        event.type not in _TYPES
        or event.realis not in ("actual", "attempted", "threatened")
        or event.combat
        or (len(event.triggers) < _GOES_ON if old else event.background and not _recent(event, document))
    ):
        return False
    own = [claim for claim in claims if claim.event == event.id]
    if not old and _long_past(own, document):
        return False
    if (_total(own, "killed") or 0) >= _WAR or _only_named(event, own, nouns) or _tally(event, own):
        return False
    counted = any(claim.attribute in ("date", "killed", "injured") for claim in own)
    return counted or event.when is not None or bool(event.places or event.victims or event.weapons or _works(event, works))


def _tally(event: EventMention, own: Sequence[Claim]) -> bool:
    """Whether all that is told of an event without a day are counts over a time: "20 judges have been killed in the last two months"."""
    counts = [claim for claim in own if claim.attribute in ("killed", "injured")]
    dated = certain_day(event.when) or any(certain_day(claim.value) for claim in own if claim.attribute == "date")
    return bool(counts) and not dated and all(claim.scope == "cumulative" for claim in counts)


def _only_named(event: EventMention, own: Sequence[Claim], nouns: frozenset[str]) -> bool:
    """Whether an article does no more than name an event, once: by a noun without whom or what it hit, "a wave of bombings in Lima", or by
    a verb with nothing of it but perhaps its day."""
    if len(event.triggers) > 1 or event.victims or event.targets:
        return False
    named = event.triggers[0].exact.lower() in nouns
    return (named and not event.weapons) or not (event.places or event.weapons or _total(own, "killed") or _total(own, "injured"))


def _long_past(own: Sequence[Claim], document: Document) -> bool:
    """Whether all days or months that are told of an event lie further back than the corpus wants."""
    published = document.published.value.first if document.published else None
    told = [claim.value for claim in own if claim.attribute == "date"]
    days = [value.last for value in told if isinstance(value, When) and value.last is not None and (certain_day(value) or _span(value))]
    return published is not None and 0 < len(days) == len(told) and all((published - day).days >= _RECENT for day in days)


def _recent(event: EventMention, document: Document) -> bool:
    published = document.published.value.first if document.published else None
    last = event.when.last if event.when else None
    return published is not None and last is not None and 0 <= (published - last).days < _RECENT


def _incident(event: EventMention, reading: Reading, groups: frozenset[str], nameless: frozenset[str], document: Document) -> Record:
    """One event as the corpus prints it: the first of its days, since what came of a deed came after it; where only a month or a week
    is told, that; where nothing is, the report's own day, as its "on or before"; a group with its short form in brackets. Forces without
    a name, "a commando group", are individuals to it."""
    claims = reading.claims
    forces = [name for name in event.forces if name.split()[-1].lower() not in nameless]
    forms = {name.short_for: f"{name.short_for} ({name.text})" for name in reading.names if name.short_for}
    own = [claim for claim in claims if claim.event == event.id or (claim.event == event.whole != "" and claim.attribute == "date")]
    published = certain_day(document.published.value) if document.published else None
    dates = [claim.value for claim in own if claim.attribute == "date"] or ([event.when] if event.when else [])
    days = [day for value in dates if (day := certain_day(value)) and (not published or day <= published)]
    spans = [span for value in dates if (span := _span(value)) and (not published or span[:10] <= published)]
    return {
        "type": _TYPES[event.type],
        "date": min(days) if days else spans[0] if spans else published,
        "location": list(event.places),
        "perp_org": [forms.get(name, name) for name in [n for n in event.actors if n in groups] or forces or event.suspects],
        "perp_individual": [name for name in event.actors if name not in groups],
        "victims": list(event.victims),
        "phys_target": [name for name in event.targets if name not in groups],
        "instrument": list(event.weapons),
        "killed": _total(own, "killed"),
        "wounded": _total(own, "injured"),
    }


def _total(claims: Iterable[Claim], attribute: str) -> int | None:
    """The largest number of an event's claims that somebody counted."""
    own = [
        c.value
        for c in claims
        if c.attribute == attribute and isinstance(c.value, Quantity) and c.scope != "cumulative" and c.stance != "expected"
    ]
    found = [value.low for value in own if value.low is not None and not value.vague]
    return int(max(found)) if found else None


def _span(value: object) -> str | None:
    """The first and the last day of a stretch of at most a month, as ISO text."""
    if not isinstance(value, When) or value.first is None or value.last is None or not 0 < (value.last - value.first).days < 31:
        return None
    return f"{value.first.isoformat()}/{value.last.isoformat()}"
