"""The events of one article: what happened, by whom, to whom, where and when, and which of them it is chiefly about.

Takes lines, attributions and resolved times; gives :class:`Told`: the event mentions, and for each clause the event
it tells of, on which facts and dates are bound. What is feared, planned or denied is kept apart from what happened,
and so are older events told for context. The choice of the main event prints its reasons.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from discrepancy.annotate.attributions import Attributions
from discrepancy.annotate.grammar import Line, read_text
from discrepancy.annotate.speech import said
from discrepancy.claim.events.coreference import happenings
from discrepancy.claim.events.drafts import Draft
from discrepancy.claim.events.groups import armed_groups, group_behind, without_fighters
from discrepancy.claim.events.happening import share
from discrepancy.claim.events.mentions import id_of, mention, nothing, reasons_for
from discrepancy.claim.events.seen import Seen
from discrepancy.claim.events.senses import settle_senses
from discrepancy.claim.events.surroundings import bare_month, day_of, lead, long_ago, several_before, state_speaker
from discrepancy.claim.events.told import Tellings, Told, Trigger, WhenOf
from discrepancy.claim.events.triggers import drafts, has_trigger
from discrepancy.model.claims import EventMention
from discrepancy.model.text import Document
from discrepancy.rulebook.kinds.events import EventType
from discrepancy.rulebook.schema import Rulebook


def told(
    document: Document,
    lines: Sequence[Line],
    spoken: Attributions,
    when_of: WhenOf,
    rules: Rulebook,
    today: date | None,
) -> Told:
    """The events of one article. ``today`` is the day it was published, where known."""
    found: list[Draft] = []
    for index, line in enumerate(lines):
        if line.sentence.block not in ("boilerplate", "stamp", "byline", "credit") and has_trigger(line, rules):
            found += drafts(line, index, rules)
    settle_senses(found, lines, rules)
    for draft in found:
        draft.old |= long_ago(draft, lines[draft.line], when_of, rules, today)
    seen = Seen(
        head=lambda d: lines[d.line].words[d.end - 1].removesuffix("s"),
        when=lambda d: day_of(d, lines[d.line], spoken, when_of),
        block=lambda d: lines[d.line].sentence.block,
        speaker=lambda d: state_speaker(spoken, lines[d.line], d),
        word=lambda d, unit: lines[d.line].words[unit],
        lead=lambda d, own: lead(lines, d, rules, own=own),
        month=lambda d: bare_month(d, lines[d.line], when_of, rules, today),
        several=lambda d: several_before(lines[d.line], d, rules),
    )
    sorted_out = [h for h in happenings(found, seen, rules) if not nothing(h)]
    groups = armed_groups(lines, rules)
    for happening in sorted_out:
        happening.actors[:] = dict.fromkeys(without_fighters(name, groups, lines, rules) for name in happening.actors)
        if behind := group_behind(happening, groups, lines, rules):
            happening.actors.append(behind)
    reasons = [reasons_for(h, lines, rules, today) for h in sorted_out]
    scores = [sum(weight for weight, _ in r) for r in reasons]
    chief = max(range(len(scores)), key=lambda i: (scores[i], -i)) if scores else -1
    mentions: list[EventMention] = []
    triggers: list[Trigger] = []
    parts: list[Trigger] = []
    where: dict[str, str] = {}
    for i, happening in enumerate(sorted_out):
        share(happening)
        whole = id_of(document, lines, happening)
        mentions.append(mention(document, lines, happening, whole, i == chief, reasons[i], groups, rules, today))
        triggers += [Trigger(whole, d.line, d.start, d.end, d.clause, d) for d in happening.drafts]
        where[whole] = happening.state
        for one in happening.parts:
            id, (first, *later) = id_of(document, lines, one, whole), one.drafts
            part = mention(document, lines, one, id, False, (), groups, rules, today)
            apart = document.evidence(lines[first.line].span(one.apart.start, one.apart.end)) if one.apart is not None else None
            mentions.append(replace(part, whole=whole, apart=apart))
            parts.append(Trigger(id, first.line, first.start, first.end, one.apart.reach if one.apart is not None else (0, 0), first))
            triggers += [Trigger(id, d.line, d.start, d.end, d.clause, d) for d in later]
            where[id] = one.state
    triggers.sort(key=lambda t: (t.line, t.start))
    by_line: dict[int, list[Trigger]] = {}
    for trigger in triggers:
        if not trigger.draft.type.after:
            by_line.setdefault(trigger.line, []).append(trigger)
    where = {id: state for id, state in where.items() if state}
    lined = {k: tuple(v) for k, v in by_line.items()}
    return Told(tuple(mentions), tuple(triggers), lined, where, {m.id: m for m in mentions}, _tellings(triggers), tuple(parts))


def _tellings(triggers: Sequence[Trigger]) -> dict[str, Tellings]:
    """Where and how each event is told, by its id."""
    found: dict[str, tuple[set[int], set[str]]] = {}
    for trigger in triggers:
        lines, types = found.setdefault(trigger.event, (set(), set()))
        lines.add(trigger.line)
        types.add(trigger.draft.type.type)
    return {event: Tellings(frozenset(lines), frozenset(types)) for event, (lines, types) in found.items()}


def shows(rule: EventType, text: str, published: str, rules: Rulebook) -> list[tuple[str, str]]:
    """The words by which a rule finds events in a text, each with the type of its event; for the rule's examples."""
    document, read = read_text(text, published, rules)
    happened = told(document, read, said(read, rules), lambda line, unit: None, rules, None)
    return [
        (read[t.line].span(t.start, t.end).of(text), happened.mention(t.event).type)
        for t in happened.triggers
        if t.draft.type.id == rule.id
    ]
