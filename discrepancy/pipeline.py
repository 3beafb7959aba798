"""The way through the house: documents and rules in, a report out.

:func:`check` is a pure function: no clock, no randomness, no network, no host time zone. Each stage takes values and gives new ones;
this module only hands them on. The steps have names of their own, for :mod:`discrepancy.batch` takes the same ones from file to file.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from discrepancy import __version__
from discrepancy.annotate.places import Gazetteer, gazetteer
from discrepancy.claim.unowned import unowned
from discrepancy.compare import compare
from discrepancy.engine.readings import readings
from discrepancy.ingest import Inputs
from discrepancy.link.entities import cluster
from discrepancy.link.events import link_events
from discrepancy.link.holding import Holding, held, joined
from discrepancy.link.measures import Bound, measured
from discrepancy.link.origins import origins
from discrepancy.link.outlines import Outline, outline
from discrepancy.link.settled import Settled
from discrepancy.link.spellings import several, spelling_claims
from discrepancy.model.claims import Claim, EventMention, Name, Reading
from discrepancy.model.findings import Coverage, Entity, Event, Report
from discrepancy.model.text import Document
from discrepancy.model.values import Terms, terms
from discrepancy.review.constraints import constraints
from discrepancy.review.decisions import Decision
from discrepancy.review.reattach import apply
from discrepancy.rulebook.schema import Rulebook


def check(
    inputs: Inputs, rules: Rulebook, decisions: Sequence[Decision] = (), *, draft: str = "", own: Sequence[str] = (), jobs: int = 1
) -> Report:
    """What the articles say, laid side by side.

    ``inputs`` is what :func:`discrepancy.read` gives; unreadable files are reported, never silently dropped. ``decisions`` are what
    editors decided before: merges, splits and house spellings bind names and events, and each finding carries the ruling that speaks of
    it. ``draft`` is the id of an article under work, held against the others; ``own`` are words that mark own reporting in it, beside those
    of the rules. ``jobs`` is the number of processes that read articles; the report is the same for any number.
    """
    documents = inputs.documents
    settled = constraints(decisions)
    raw = readings(documents, rules, jobs, middle_day(Counter(published_days(documents).values())))
    named = [(reading.article, reading.names) for reading in raw]
    entities, heads = cluster(named, rules, settled.names(), settled.spellings(), _days(documents))
    read = tuple(headed(reading, heads[reading.article]) for reading in raw)
    by_id = {document.id: document for document in documents}
    mentions = tuple(mention for reading in read for mention in reading.events)
    ruled = settled.mentions(documents, mentions)
    links = linked([outlined(reading, by_id[reading.article], rules, ruled) for reading in read], rules, ruled)
    claims = tuple(claim for reading in read for claim in about_events(reading.claims, links.event_of, links.bound))
    spellings = several(entities)
    claims += tuple(claim for reading in read if reading.article == draft for claim in unowned(reading, rules))
    claims += tuple(c for r in raw for c in spelling_claims(by_id[r.article], r.names, spellings, heads[r.article]))
    sources = origins(documents, claims, rules)
    events = joined(links.events, links.holding)
    outcome = compare(
        claims, events, entities, documents, rules,
        origins=sources, aligned_by=held(events), mentions=mentions, contains=gazetteer(rules).contains, draft=draft, own=own,
        unread=tuple(item for reading in read if reading.article != draft for item in reading.not_understood),
    )  # fmt: skip
    report = Report(
        run=_manifest(rules, decisions, own),
        articles=documents,
        claims=claims,
        mentions=mentions,
        events=events,
        entities=entities,
        findings=outcome.findings,
        consensus=outcome.consensus,
        origins=sources,
        not_compared=outcome.not_compared,
        unread=tuple(item for reading in read for item in reading.not_understood),
        coverage=_coverage(read),
        unreadable=inputs.unreadable,
        draft=outcome.draft,
    )
    return apply(report, decisions) if decisions else report


def _manifest(rules: Rulebook, decisions: Sequence[Decision], own: Sequence[str]) -> dict[str, Any]:
    """What gave this report beside the articles; decisions by their number and the last one's hash, which stands for them all."""
    run: dict[str, Any] = {"version": __version__, "rules": rules.hash}
    if rules.soft != "note":
        run["soft"] = rules.soft
    if decisions:
        run["decisions"] = {"count": len(decisions), "head": decisions[-1].hash}
    if own:
        run["own"] = list(own)
    return run


@dataclass(frozen=True, slots=True)
class Links:
    """What linking gives: events, what holds their mentions together, the event of each mention, the claims bound by their figures."""

    events: tuple[Event, ...]
    holding: Holding
    event_of: Mapping[str, str]
    bound: Bound


def outlined(reading: Reading, document: Document, rules: Rulebook, settled: Settled[str] | None = None) -> Outline:
    """What linking needs of an article, from its reading with canonical names and its document."""
    places = gazetteer(rules)
    return outline(reading, document, rules, places.contains, lambda name: places.country(name) == name, settled)


def linked(outlines: Sequence[Outline], rules: Rulebook, settled: Settled[str] | None = None) -> Links:
    """The events of a set, from the outlines of all its articles in the order of their ids."""
    places = gazetteer(rules)
    events, holding = link_events(outlines, rules, places.contains, places.around, settled)
    bound, events = measured(tuple(_placed(event, places) for event in events), outlines, rules)
    return Links(events, holding, {mention: event.id for event in events for mention in event.mentions}, bound)


def about_events(claims: Iterable[Claim], event_of: Mapping[str, str], bound: Bound) -> Iterator[Claim]:
    """Claims about mentions of one article as claims about events of the set."""
    for claim in claims:
        event, population = bound.get(claim.id, (event_of.get(claim.event, ""), claim.population))
        if claim.id in bound and not event:
            yield replace(claim, entity=population, population="")
            continue
        same = event == claim.event and population == claim.population
        yield claim if same else replace(claim, event=event, population=population)


def _placed(event: Event, places: Gazetteer) -> Event:
    """An event with the sort and the country of its place, where the gazetteer knows it."""
    place = places.resolve(event.place) if event.place else None
    return replace(event, place_sort=place.sort, country=places.country(event.place)) if place else event


def check_claims(
    claims: Sequence[Claim],
    documents: Sequence[Document],
    events: Sequence[Event],
    rules: Rulebook,
    *,
    mentions: Sequence[EventMention] = (),
    entities: Sequence[Entity] = (),
) -> Report:
    """The claims of a sheet laid side by side; no whole texts, so neither origins nor self-checks that need them.

    All but the rules is what the sheet gives (:func:`discrepancy.report.sheet.read_claims`).
    """
    outcome = compare(
        claims, events, entities, documents, rules,
        aligned_by=held(events), mentions=mentions, contains=gazetteer(rules).contains,
    )  # fmt: skip
    return Report(
        run={"version": __version__, "rules": rules.hash, "input": "sheet"},
        articles=tuple(documents),
        claims=tuple(claims),
        mentions=tuple(mentions),
        events=tuple(events),
        entities=tuple(entities),
        findings=outcome.findings,
        consensus=outcome.consensus,
        not_compared=outcome.not_compared,
    )


def _days(documents: Sequence[Document]) -> dict[str, date]:
    """The day on which each article came out, where that is one certain day."""
    known = ((d.id, d.published.value) for d in documents if d.published)
    return {article: when.first for article, when in known if when.first is not None and when.first == when.last}


def published_days(documents: Iterable[Document]) -> dict[str, date]:
    """The first day on which each article may have come out."""
    known = ((d.id, d.published.value.first) for d in documents if d.published)
    return {article: first for article, first in known if first is not None}


def middle_day(days: Mapping[date, int]) -> date | None:
    """The median of the days on which articles of the set came out, each so often: one stray article does not move it far."""
    half, passed = sum(days.values()) // 2, 0
    for day, count in sorted(days.items()):
        passed += count
        if passed > half:
            return day
    return None


def headed(reading: Reading, heads: Mapping[str, str]) -> Reading:
    """A reading in which every name stands in its entity's head spelling; what is no name stays as it is."""

    def name(text: str) -> str:
        return heads.get(text, text)

    def names(texts: Sequence[str]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(name(text) for text in texts))

    def claim(old: Claim) -> Claim:
        value = old.value
        if isinstance(value, Terms):
            value = terms(*(name(member) for member in value.members), open=value.open, choice=value.choice)
        entity, speaker = name(old.entity), name(old.attributed_to)
        if (value, entity, speaker) == (old.value, old.entity, old.attributed_to):
            return old
        return replace(old, value=value, entity=entity, attributed_to=speaker)

    def mention(old: EventMention) -> EventMention:
        found = names(old.actors), names(old.targets), names(old.victims), names(old.places)
        if found == (old.actors, old.targets, old.victims, old.places):
            return old
        return replace(old, actors=found[0], targets=found[1], victims=found[2], places=found[3])

    return replace(
        reading,
        claims=tuple(claim(old) for old in reading.claims),
        events=tuple(mention(old) for old in reading.events),
        names=tuple(Name(old.kind, old.text, old.span, name(old.text), old.title) for old in reading.names),
    )


def _coverage(read: Sequence[Reading]) -> Coverage:
    """How many numbers and dates ended in claims; no silent number."""
    numbers, dates = sum(r.numbers for r in read), sum(r.dates for r in read)
    left = [item for r in read for item in r.not_understood]
    set_aside = sum(1 for item in left if item.reason)
    return Coverage(numbers, dates, numbers + dates - len(left), set_aside, len(left) - set_aside)
