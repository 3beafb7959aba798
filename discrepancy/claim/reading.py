"""One article read: its events, its claims, and the numbers and dates that no claim holds, each with the reason.

Takes an annotated article; gives a :class:`~discrepancy.model.claims.Reading`. Nothing is dropped in silence: a
number or a date is in a claim, or it is listed with a reason of the closed list in ``rules/roles/reasons.yaml``, or
with none when nobody knows why.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import cache

from discrepancy.annotate.grammar import Line, lines, read_text
from discrepancy.annotate.layers import Annotated, annotate
from discrepancy.annotate.numbers import QuantityMention
from discrepancy.annotate.speech import said
from discrepancy.claim.acts import act_claims
from discrepancy.claim.addresses import address_claims
from discrepancy.claim.beginnings import beginning_claims
from discrepancy.claim.blamed import blamed_claims
from discrepancy.claim.details import detail_claims
from discrepancy.claim.events.read import told
from discrepancy.claim.evidence import Claims
from discrepancy.claim.facts.bind import bind_facts
from discrepancy.claim.facts.owning import casualty_types
from discrepancy.claim.facts.read import facts
from discrepancy.claim.figures.durations import duration_claims
from discrepancy.claim.figures.indicators import indicator_claims
from discrepancy.claim.figures.measures import measure_claims
from discrepancy.claim.figures.ranks import rank_claims
from discrepancy.claim.figures.tallies import tally_claims
from discrepancy.claim.owners import Owners
from discrepancy.claim.persons.ages import age_claims
from discrepancy.claim.persons.arms import weapon_claims
from discrepancy.claim.persons.births import birth_claims
from discrepancy.claim.persons.fates import fate_claims
from discrepancy.claim.persons.holders import holder_claims
from discrepancy.claim.persons.lives import life_claims
from discrepancy.claim.persons.namesakes import given_name_claims
from discrepancy.claim.persons.offices import office_claims
from discrepancy.claim.persons.tenures import tenure_claims
from discrepancy.claim.persons.titles import title_claims
from discrepancy.claim.quotes import quote_claims
from discrepancy.claim.roles import role_claims
from discrepancy.claim.streets import street_claims
from discrepancy.claim.times.clocks import clock_claims
from discrepancy.claim.times.dating import date_events
from discrepancy.claim.times.docdate import document_date
from discrepancy.claim.times.resolve import resolve
from discrepancy.claim.times.resolved import ResolvedTime
from discrepancy.claim.times.written import written_claims
from discrepancy.claim.voyages import voyage_claims
from discrepancy.model.claims import Claim, EventMention, NotUnderstood, Reading
from discrepancy.model.spans import Spans
from discrepancy.model.text import BlockKind, Document, Span
from discrepancy.model.values import When
from discrepancy.notation.claims import format_claim
from discrepancy.rulebook.kinds.details import Detail, Rank
from discrepancy.rulebook.kinds.measures import MeasureCue, PublicAct
from discrepancy.rulebook.kinds.roles import Fate, Offices, PutDownTo, RoleCue, SetAside, SolePost, Titles
from discrepancy.rulebook.phrases import spelled_out
from discrepancy.rulebook.schema import Rulebook

PAGE: frozenset[BlockKind] = frozenset(("byline", "credit", "stamp", "boilerplate"))
"""Blocks that are the page's and not the article's: their numbers and dates are metadata."""


def read_article(document: Document, rules: Rulebook, near: date | None = None) -> Reading:
    """All that one article says, from its document. ``near`` is a day around which the other articles of the set came out; what an
    article says whose own day is known does not depend on it.
    """
    known = document.published is not None and document.published.value.known
    return read_claims(annotate(document, rules), rules, None if known else near)


def read_claims(annotated: Annotated, rules: Rulebook, near: date | None = None) -> Reading:
    """All that one article says. ``near`` is a day around which the other articles of the set came out; it lends its year to an
    article that is not dated itself.
    """
    document, sentences = annotated.document, annotated.sentences
    read = lines(sentences, rules)
    resolved = resolve(document, sentences, rules, near=near)
    times = tuple(time for time in resolved if sentences[time.sentence].block not in PAGE)
    spoken = said(read, rules)
    published = document_date(document, sentences, near)
    today = published.value.first if published is not None else None
    days = _days(times, read)

    def day(line: int, unit: int) -> When | None:
        return days.get((line, unit))

    happened = told(document, read, spoken, day, rules, today)
    claims = Claims(document, read, spoken)
    dated = date_events(times, happened, read, claims, rules)
    became = facts(sentences, rules)
    covered = bind_facts(became, happened, read, claims, rules, dated.as_of, day)
    role_claims(happened, read, claims, rules)
    weapon_claims(happened, read, claims, rules)
    office_claims(read, claims, rules)
    title_claims(read, claims, rules)
    holder_claims(read, claims, rules)
    given_name_claims(read, claims, rules)
    fate_claims(read, claims, rules)
    quote_claims(read, claims, rules)
    prose = [line if line.sentence.block not in PAGE else _empty(line) for line in read]
    owners = Owners(happened, prose, rules)
    clock_claims(dated, times, owners, claims, rules)
    address_claims(prose, owners, claims, rules)
    covered += street_claims(prose, owners, claims, rules)
    voyage_claims(prose, owners, claims, rules)
    blamed_claims(prose, owners, claims, rules)
    detail_claims(prose, owners, became, claims, rules)
    rank_claims(prose, claims, today, rules)
    covered += age_claims(prose, owners, became, claims, rules)
    covered += indicator_claims(prose, covered, times, owners, today, claims, rules)
    covered += tally_claims(prose, owners, claims, rules)
    covered += measure_claims(prose, covered, owners, claims, rules)
    lasting = duration_claims(times, prose, owners, claims, rules)
    lasting |= birth_claims(times, prose, owners, claims, _certain(published.value) if published is not None else None, rules)
    lasting |= life_claims(times, read, claims, today, rules)
    lasting |= act_claims(times, read, happened, claims, today, rules)
    lasting |= beginning_claims(times, read, claims, today, rules)
    lasting |= tenure_claims(read, claims, today, rules)
    lasting |= written_claims(document, resolved, read, claims, rules)
    good_for = {claim.as_of for claim in claims.made}
    lasting |= {start for counts in dated.counts.values() for start, _, when in counts if when in good_for}
    dates = [time for time in times if time.type != "SET"]
    left = [
        *_dates_left(document, dates, dated.claims, dated.reasons, lasting, read, rules),
        *_numbers_left(document, prose, covered, rules),
    ]
    days_told = _days_told(dated.claims.values())
    return Reading(
        article=document.id,
        claims=tuple(sorted(claims.made, key=lambda c: (c.evidence.span, c.attribute, c.id))),
        events=tuple(_dated(mention, days_told, today, rules) for mention in happened.mentions),
        names=annotated.names,
        not_understood=tuple(sorted(left, key=lambda item: item.evidence.span)),
        numbers=sum(isinstance(value, QuantityMention) for line in prose for _, value in line.mentions),
        dates=len(dates),
    )


def _days(times: Sequence[ResolvedTime], read: Sequence[Line]) -> dict[tuple[int, int], When]:
    """Days that stand without an event: what coreference may rely on, where both ends are known."""
    found = {}
    for time in times:
        if time.when is not None and time.anchor != "event" and time.type != "DURATION":
            found[time.sentence, read[time.sentence].unit_from(time.span.start)] = time.when
    return found


def _days_told(claims: Iterable[Claim]) -> dict[str, list[tuple[int, When]]]:
    """The days on which each event is said to have happened, in the order of the claims; a day of no event is none of theirs."""
    found: dict[str, list[tuple[int, When]]] = {}
    for number, claim in enumerate(claims):
        if claim.event and isinstance(claim.value, When) and not _wide(claim.value) and claim.stance != "expected":
            found.setdefault(claim.event, []).append((number, claim.value))
    return found


def _dated(mention: EventMention, told: Mapping[str, Sequence[tuple[int, When]]], today: date | None, rules: Rulebook) -> EventMention:
    """The mention with its finest date, where the sentence of its first telling gave none, or one that is to come."""
    harmed = mention.realis == "actual" and mention.type in casualty_types(rules)
    ahead = harmed and mention.when is not None and today is not None and (mention.when.first or today) > today
    if mention.when is not None and not ahead:
        return mention
    days = sorted((*told.get(mention.id, ()), *told.get(mention.whole, ())))
    return replace(mention, when=min((day for _, day in days), key=lambda w: (w.last or date.max) - (w.first or date.min), default=None))


def _certain(when: When) -> date | None:
    """The day, where it is one."""
    return when.first if when.first == when.last else None


def _wide(when: When) -> bool:
    return when.first is None or when.last is None


def _empty(line: Line) -> Line:
    return Line(line.sentence, (), "", (), (), (), (), ())


@cache
def _reasons(rules: Rulebook) -> Mapping[str, str]:
    return {rule.id.rsplit(".", 1)[1]: rule.text for rule in rules.of(SetAside)}


def _reason(name: str, line: Line, rules: Rulebook) -> str:
    """The sentence of a reason; that of the block where the block decides."""
    for rule in rules.of(SetAside):
        if line.sentence.block in rule.blocks:
            return rule.text
    return _reasons(rules).get(name, "")


def _dates_left(
    document: Document, times: Sequence[ResolvedTime], claimed: Mapping[int, object], reasons: Mapping[int, str],
    lasting: set[int], read: Sequence[Line], rules: Rulebook,
) -> list[NotUnderstood]:  # fmt: skip
    return [
        NotUnderstood(
            document.evidence(time.span),
            "date",
            _reason(reasons.get(time.span.start, ""), read[time.sentence], rules),
            time.clock or time.when,
        )
        for time in times
        if time.span.start not in claimed and time.span.start not in lasting
    ]


def _numbers_left(document: Document, read: Sequence[Line], covered: Sequence[Span], rules: Rulebook) -> list[NotUnderstood]:
    taken = Spans(covered)
    return [
        NotUnderstood(document.evidence(value.span), "number", _reason("uncounted", line, rules), value.value)
        for line in read
        for _, value in line.mentions
        if isinstance(value, QuantityMention) and not taken.overlap(value.span)
    ]


def shows(rule: RoleCue, text: str, published: str, rules: Rulebook) -> list[tuple[str, str]]:
    """What a rule for properties finds in a text: the cue as written, and the claim in notation; for the rule's
    examples."""
    document, _ = read_text(text, published, rules)
    reading = read_claims(annotate(document, rules), rules)
    found = []
    for claim in reading.claims:
        if claim.rule == rule.id:
            words = claim.evidence.exact
            cue = next((p for p in sorted(spelled_out(rule.phrases), key=len, reverse=True) if p in words.lower()), words)
            at = words.lower().find(cue)
            found.append((words[at : at + len(cue)], format_claim(replace(claim, event=""))))
    return found


def measured(rule: MeasureCue | PublicAct | Rank, text: str, published: str, rules: Rulebook) -> list[tuple[str, str]]:
    """What a cue of measures, acts or ranks finds in a text: the words, and the claim in notation without its event; for its examples."""
    document, _ = read_text(text, published, rules)
    made = [claim for claim in read_claims(annotate(document, rules), rules).claims if claim.rule == rule.id]
    return [(claim.evidence.exact, format_claim(replace(claim, event=""))) for claim in made]


def answered(rule: PutDownTo | Detail, text: str, published: str, rules: Rulebook) -> list[tuple[str, str]]:
    """What a rule of causes or details finds in a text: the words, and what it puts the event down to or answers; for its examples."""
    document, _ = read_text(text, published, rules)
    made = [claim for claim in read_claims(annotate(document, rules), rules).claims if claim.rule == rule.id]
    return [(claim.evidence.exact, "|".join(getattr(claim.value, "members", ()))) for claim in made]


def held(rule: Fate | Offices | Titles | SolePost, text: str, published: str, rules: Rulebook) -> list[tuple[str, str]]:
    """What a rule of fates, offices, posts or titles finds in a text: the words, and what is told of whom; for the rule's examples."""
    document, _ = read_text(text, published, rules)
    made = [claim for claim in read_claims(annotate(document, rules), rules).claims if claim.rule == rule.id]
    return [(claim.evidence.exact, f"{_holding(claim)}={'|'.join(getattr(claim.value, 'members', ()))}") for claim in made]


def _holding(claim: Claim) -> str:
    """Whom or what a claim of ``held`` is about: the office of a state, who bears a title, the post and what has it."""
    return claim.entity or (f"{claim.scope} of {claim.population}" if claim.population else claim.scope)
