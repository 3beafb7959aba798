"""The events of one article: what happened, by whom, to whom, where and when, and which of them it is chiefly about.

Takes lines, attributions and resolved times; gives :class:`Told`: the event mentions, and for each clause the event
it tells of, on which facts and dates are bound. What is feared, planned or denied is kept apart from what happened,
and so are older events told for context. The choice of the main event prints its reasons.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import Literal

from discrepancy.annotate.attributions import Said, apart, speaker
from discrepancy.annotate.clauses import noun_group
from discrepancy.annotate.grammar import Line, read_text
from discrepancy.annotate.parties import party
from discrepancy.annotate.speech import said
from discrepancy.annotate.times import Timex
from discrepancy.claim.events.coreference import happenings
from discrepancy.claim.events.drafts import Draft
from discrepancy.claim.events.forces import acting_forces, in_combat
from discrepancy.claim.events.groups import Named, armed_groups, group_behind, suspects
from discrepancy.claim.events.happening import Happening, share
from discrepancy.claim.events.matching import Seen
from discrepancy.claim.events.senses import settle_senses
from discrepancy.claim.events.triggers import drafts, has_trigger
from discrepancy.model.claims import EventMention
from discrepancy.model.text import Document
from discrepancy.model.unguarded import unguarded
from discrepancy.model.values import When
from discrepancy.rulebook.kinds.events import EventLimits, EventType
from discrepancy.rulebook.schema import Rulebook

Realis = Literal["actual", "hypothetical", "denied", "expected", "attempted"]
WhenOf = Callable[[int, int], When | None]
"""The days of the time at a line and a unit, where the article fixes them; an end that it leaves open is None."""


@unguarded
class Trigger:
    """One clause about an event: line, units of the trigger, of its clause, and the event's id."""

    event: str
    line: int
    start: int
    end: int
    clause: tuple[int, int]
    draft: Draft


@dataclass(frozen=True, slots=True)
class Told:
    """The events of an article and where each is told. ``by_line`` holds the triggers of a line in order, but for
    those that tell of what came after. ``parts`` are the clauses that tell of several events at once, again for each of these."""

    mentions: tuple[EventMention, ...]
    triggers: tuple[Trigger, ...]
    by_line: Mapping[int, tuple[Trigger, ...]]
    states: Mapping[str, str]
    by_id: Mapping[str, EventMention] = field(default_factory=dict)
    parts: tuple[Trigger, ...] = ()

    @property
    def main(self) -> EventMention | None:
        """What the article is chiefly about, or None."""
        return next((mention for mention in self.mentions if mention.main), None)

    def only(self, types: Collection[str]) -> str:
        """The id of the only event of these types that happened, or "": the accident in an article about a trial."""
        found = [mention.id for mention in self.mentions if mention.realis == "actual" and mention.type in types]
        return found[0] if len(found) == 1 else ""

    def part(self, event: str, line: int, unit: int) -> str:
        """Of several events told at once the one whose words hold a unit of a line, else ``event`` itself, which is all of them."""
        for trigger in self.parts:
            if trigger.line == line and trigger.clause[0] <= unit < trigger.clause[1] and self.by_id[trigger.event].whole == event:
                return trigger.event
        return event

    def listed(self, event: str, line: int) -> tuple[str, ...]:
        """The events of which a clause of a line tells at once as ``event``, in its order."""
        return tuple(trigger.event for trigger in self.parts if trigger.line == line and self.by_id[trigger.event].whole == event)

    def mention(self, id: str) -> EventMention:
        """The mention with this id; KeyError when there is none."""
        return self.by_id[id]


def told(
    document: Document,
    lines: Sequence[Line],
    spoken: Sequence[Said],
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
        draft.old |= _long_ago(draft, when_of, rules, today)
    seen = Seen(
        head=lambda d: lines[d.line].words[d.end - 1].removesuffix("s"),
        when=lambda d: _when(d, lines[d.line], spoken, when_of),
        block=lambda d: lines[d.line].sentence.block,
        speaker=lambda d: _state_speaker(spoken, lines[d.line], d),
        word=lambda d, unit: lines[d.line].words[unit],
        lead=lambda d, own: _lead(lines, d, rules, own=own),
        month=lambda d: _bare_month(d, lines[d.line]),
    )
    sorted_out = [h for h in happenings(found, seen, rules) if not _nothing(h)]
    groups = armed_groups(lines, rules)
    for happening in sorted_out:
        if behind := group_behind(happening, groups, lines, rules):
            happening.actors.append(behind)
    reasons = [_reasons(h, lines, rules, today) for h in sorted_out]
    scores = [sum(weight for weight, _ in r) for r in reasons]
    chief = max(range(len(scores)), key=lambda i: (scores[i], -i)) if scores else -1
    mentions: list[EventMention] = []
    triggers: list[Trigger] = []
    parts: list[Trigger] = []
    where: dict[str, str] = {}
    for i, happening in enumerate(sorted_out):
        share(happening)
        whole = _id(document, lines, happening)
        mentions.append(_mention(document, lines, happening, whole, i == chief, reasons[i], groups, rules, today))
        triggers += [Trigger(whole, d.line, d.start, d.end, d.clause, d) for d in happening.drafts]
        where[whole] = happening.state
        for one in happening.parts:
            id, (first, *later) = _id(document, lines, one, whole), one.drafts
            part = _mention(document, lines, one, id, False, (), groups, rules, today)
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
    return Told(tuple(mentions), tuple(triggers), lined, where, {m.id: m for m in mentions}, tuple(parts))


def _id(document: Document, lines: Sequence[Line], happening: Happening, whole: str = "") -> str:
    """The id of a mention: where the word stands that first names it; of one of several that a clause tells of at once, that of the
    ``whole`` and where the words begin that tell it apart. The same text gives the same ids."""
    first = happening.drafts[0]
    starts = lines[first.line].starts
    if happening.apart is not None:
        return f"{whole}.{starts[happening.apart.start]}"
    return f"{document.id}:e{starts[first.start]}"


def _when(draft: Draft, line: Line, spoken: Sequence[Said], when_of: WhenOf) -> When | None:
    """The day its own clause gives; not the day of a saying, or of what came later."""
    if draft.type.after:
        return None
    for unit in draft.times or _opening(draft, line) or _closing(draft, line):
        when = when_of(draft.line, unit)
        if when is None or when.first is None or when.last is None:
            continue
        if not apart(spoken, line.span(draft.start, draft.end), line.span(unit, unit + 1), line.span(0, len(line.words))):
            return when
    return None


def _long_ago(draft: Draft, when_of: WhenOf, rules: Rulebook, today: date | None) -> bool:
    """Whether all that is told of its day is that it lies far back: "who were kidnapped more than five years ago", "who won the cup in
    2022"."""
    told = [when for unit in draft.times if (when := when_of(draft.line, unit)) is not None]
    ends = [when.last for when in told if when.last is not None and (when.first is None or (draft.type.weak and when.precision == "year"))]
    limit = today - timedelta(days=rules.of(EventLimits)[0].old_days) if today is not None else None
    return bool(ends) and len(ends) == len(told) and limit is not None and max(ends) < limit


def _opening(draft: Draft, line: Line) -> tuple[int, ...]:
    """The time that opens the sentence, for an event told there for the first time: "In May 2003 the city was hit by a quake"."""
    at = 1 if line.tags[:1] == "P" else 0
    return (at,) if not draft.definite and line.tags[at : at + 1] == "T" else ()


def _closing(draft: Draft, line: Line) -> tuple[int, ...]:
    """The one time that stands behind the verb of an event told for the first time: "A quake shook the coast on Sunday"; or
    behind its own verb, before the next: "who was killed on the coast road six weeks ago"."""
    behind = line.tags[draft.end : draft.clause[1]]
    if not draft.named:
        behind = behind[: next((at for at, tag in enumerate(behind) if tag in "vbhdmRsCK"), len(behind))]
        return (draft.end + behind.index("T"),) if behind.count("T") == 1 else ()
    verb = not draft.definite and behind[:1] in tuple("vbhw")
    return (draft.end + behind.index("T"),) if verb and behind.count("T") == 1 else ()


def _bare_month(draft: Draft, line: Line) -> bool:
    """Whether an event told for the first time is told of a month: "a quake in September" is none of last Sunday."""
    times = [line.values[unit] for unit in draft.times or _opening(draft, line)]
    said = [time.expression for time in times if isinstance(time, Timex)]
    months = [e for e in said if e.shape == "date" and e.month is not None and e.day is None and e.year is None]
    return draft.named and not draft.definite and bool(months) and len(months) == len(said)


def _state_speaker(spoken: Sequence[Said], line: Line, draft: Draft) -> str:
    _, _, inner = speaker(spoken, line.span(draft.start, draft.end))
    return inner.attribution.source if inner is not None and inner.kind in ("state", "group", "pronoun") else ""


def _lead(lines: Sequence[Line], draft: Draft, rules: Rulebook, *, own: bool) -> str:
    """The state or group that leads the draft's sentence before its clause, or leads the nearest earlier sentence."""
    for index in (draft.line,) if own else range(draft.line - 1, max(-1, draft.line - 4), -1):
        line = lines[index]
        if last := _last_subject(line, rules, draft.start if own else len(line.words) - 1):
            return last
        group = noun_group(line, 0, min(len(line.words), draft.start if own else 12))
        if group[1] > group[0]:
            who = party(line, group, rules)
            if who.kind in ("state", "group") and len(who.names) == 1 and (not own or group[1] < draft.start):
                return who.name
    return ""


def _last_subject(line: Line, rules: Rulebook, end: int) -> str:
    """The last state or group of a sentence with a verb right behind it: "… Ruritania turned its guns on a friend"; not one behind a
    preposition: "residents on Facebook said"."""
    for unit, _ in reversed(line.names(0, end)):
        if unit and line.tags[unit - 1] == "P":
            continue
        behind = unit + 1
        while behind < len(line.tags) - 1 and line.tags[behind] == "a":
            behind += 1
        if line.tags[behind] in "vbhmd":
            who = party(line, (unit, unit + 1), rules)
            if who.kind in ("state", "group"):
                return who.name
    return ""


def _nothing(happening: Happening) -> bool:
    """A bare plural of background ("attacks on forces"), or a word that refers to nothing told."""
    drafts_here = happening.drafts
    if all(d.type.refers for d in drafts_here):
        return True
    return happening.loose and not happening.actors


def _type(happening: Happening) -> str:
    if happening.both:
        return "exchange"
    return max(happening.drafts, key=lambda d: (d.type.rank, not d.old)).type.type


def _realis(happening: Happening) -> Realis:
    """What most clauses say; one plain clause is enough for an event that happened."""
    sure = [d for d in happening.drafts if not d.unsure and not d.denied]
    if sure:
        return "actual"
    if all(d.denied for d in happening.drafts):
        return "denied"
    return "attempted" if any(d.attempted for d in happening.drafts) else "hypothetical"


def _background(happening: Happening, limits: EventLimits, today: date | None) -> bool:
    # What goes on about an older event is as old: "two years after a bombing killed nine".
    roots = [d for d in happening.drafts if d.joins is None] or happening.drafts
    if all(d.old for d in roots):
        return True
    last = happening.when.last if happening.when is not None else None
    return last is not None and today is not None and last < today - timedelta(days=limits.old_days)


def _reasons(happening: Happening, lines: Sequence[Line], rules: Rulebook, today: date | None) -> list[tuple[float, str]]:
    """What speaks for this being the main event, each with its weight."""
    limits = rules.of(EventLimits)[0]
    weights = limits.reasons
    found: list[tuple[float, str]] = []
    if happening.titled:
        found.append((weights["headline"], "named in the headline or standfirst"))
    body = [d.line for d in happening.drafts if lines[d.line].sentence.block in ("body", "quote")]
    first = next((i for i, line in enumerate(lines) if line.sentence.block in ("body", "quote")), 0)
    if body and body[0] <= first + 2:
        found.append((weights["first"], "told in the first three sentences"))
    if any(d.type.outcome or d.victims for d in happening.drafts):
        found.append((weights["toll"], "people were killed or hurt in it"))
    found.append((weights["mentions"] * min(6, len(happening.drafts)), f"told of {len(happening.drafts)} times"))
    rank = max(d.type.rank for d in happening.drafts)
    found.append((weights["rank"] * rank, f"{_type(happening)} is what makes news"))
    if happening.when is not None:
        found.append((weights["dated"], "its day is given"))
    if happening.places:
        found.append((weights["placed"], "its place is given"))
    if _background(happening, limits, today):
        found.append((weights["background"], "older than the news, told for context"))
    if _realis(happening) != "actual":
        found.append((weights["unsure"], "feared, planned or denied"))
    return found


def _mention(
    document: Document, lines: Sequence[Line], happening: Happening, id: str, main: bool,
    reasons: Sequence[tuple[float, str]], groups: Sequence[Named], rules: Rulebook, today: date | None,
) -> EventMention:  # fmt: skip
    evidence = tuple(document.evidence(lines[d.line].span(d.start, d.end)) for d in happening.drafts)
    places = list(happening.places)
    if happening.state and happening.state not in places:
        places.append(happening.state)
    targets = tuple(happening.targets or happening.things)
    return EventMention(
        id=id,
        article=document.id,
        type=_type(happening),
        triggers=evidence,
        actors=() if happening.both else tuple(happening.actors or happening.labels[:1]),
        targets=targets,
        victims=tuple(happening.victims),
        weapons=tuple(happening.weapons),
        places=() if happening.both else tuple(places),
        when=happening.when,
        realis=_realis(happening),
        background=_background(happening, rules.of(EventLimits)[0], today),
        combat=in_combat(_type(happening), happening.victims, targets, groups, rules),
        forces=acting_forces(happening, lines, rules),
        suspects=suspects(happening, groups, lines, rules),
        main=main,
        why_main=tuple(f"{weight:+g} {text}" for weight, text in reasons) if main else (),
    )


def shows(rule: EventType, text: str, published: str, rules: Rulebook) -> list[tuple[str, str]]:
    """The words by which a rule finds events in a text, each with the type of its event; for the rule's examples."""
    document, read = read_text(text, published, rules)
    happened = told(document, read, said(read, rules), lambda line, unit: None, rules, None)
    return [
        (read[t.line].span(t.start, t.end).of(text), happened.mention(t.event).type)
        for t in happened.triggers
        if t.draft.type.id == rule.id
    ]
