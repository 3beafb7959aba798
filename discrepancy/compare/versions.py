"""The versions of one figure: whose count each is, which came after which, why, and who still prints an older one.

Takes the claims of one question; gives :class:`~discrepancy.model.findings.Version` values, oldest first. Counts that different
speakers keep beside each other (the ministry's and the hospital's) are kept apart: a figure of one is no version of the other. The
order is that of the days from which a figure is known, and on one day what the words say; growth alone orders nothing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from discrepancy import notation
from discrepancy.compare.context import Context
from discrepancy.compare.ledgers import CHANGED
from discrepancy.compare.passport import lone_fate
from discrepancy.compare.relations import FITS, figure, relation
from discrepancy.compare.revisions import called_earlier, cues, reason
from discrepancy.compare.wholes import one_by_one
from discrepancy.compare.wording import claim_words, day_words, speaker_words, value_words
from discrepancy.model.claims import Claim
from discrepancy.model.findings import Change, Finding, Version
from discrepancy.model.values import Quantity


@dataclass(slots=True)
class _Told:
    """One figure of a count and the claims that give it, while the count is put in order."""

    figure: float | None
    claims: list[Claim]
    day: date | None
    place: int


def counted(claims: Sequence[Claim], context: Context) -> list[Claim]:
    """The claims that give a count of all: no further figure ("two more died"), nobody told one by one where others count,
    nothing that is told loosely where something is told firmly."""
    whole = [c for c in claims if not (c.additional or lone_fate(c, context) or one_by_one(c, context))]
    return [c for c in whole if not c.loose] or whole or list(claims)


def ledger(claims: Sequence[Claim], findings: Sequence[Finding], context: Context) -> tuple[Version, ...]:
    """The ledger of a question; empty where no count was revised and nobody keeps another beside it."""
    counts = _counts(_numbers(claims, context), findings, context)
    ordered = {by: _versions(own, context) for by, own in counts.items()}
    revised = any(_is_revised(told, context) for told in ordered.values())
    beside = len({tuple(one.figure for one in told) for told in ordered.values()}) > 1
    if not revised and not beside:
        return ()
    made: list[Version] = []
    for by, told in ordered.items():
        made += _written(by, told, context)
    return tuple(made)


def superseded(claims: Sequence[Claim], findings: Sequence[Finding], context: Context) -> frozenset[str]:
    """Ids of claims that give an older version of a count that was revised, where a finding says so."""
    updated = {id for finding in findings for step in finding.steps if step.verdict == "updates" for id in step.claims}
    old: set[str] = set()
    for own in _counts([c for c in counted(claims, context) if isinstance(c.value, Quantity)], findings, context).values():
        told = _versions(own, context)
        old |= {claim.id for one in told[:-1] for claim in one.claims if updated & {c.id for c in one.claims}}
    return frozenset(old)


def stale_copies(claims: Sequence[Claim], context: Context) -> Iterator[tuple[Claim, Claim]]:
    """Claims that give an older version as it stands, though a later one was out on an earlier day, each with a claim of the later one."""
    for own in _counts(_numbers(claims, context), (), context).values():
        told = _versions(own, context)
        for at, one in enumerate(told[:-1]):
            old = _stale_in(told, at, context)
            if old:
                newer = min(told[_next(told, at, context)].claims, key=lambda claim: (_day(claim, context) or date.max, claim.id))
                yield from ((claim, newer) for claim in one.claims if claim.id in old)


def _numbers(claims: Sequence[Claim], context: Context) -> list[Claim]:
    """The claims whose figures may be versions of one: none of an age or a height, which is not revised but mistaken, and no mere plural
    ("many died") where numbers are given."""
    course = context.policy.course(claims[0].attribute) if claims else None
    if course is not None and course.fixed and not {claim.population for claim in claims} & {*course.goes_on, *course.moves}:
        return []
    told = [(claim, claim.value) for claim in counted(claims, context) if isinstance(claim.value, Quantity)]
    return [claim for claim, value in told if not value.vague] or [claim for claim, _ in told]


def _counts(claims: Sequence[Claim], findings: Sequence[Finding], context: Context) -> dict[str, list[Claim]]:
    """The claims by whose count they belong to, the one that most articles give first."""
    by = _speakers(claims)
    apart = _apart(claims, by, findings, context)
    articles = Counter(by[claim.id] for claim in {(c.article, by[c.id]): c for c in claims}.values())
    named = [speaker for speaker, _ in articles.most_common() if speaker]
    main = next((speaker for speaker in named if ("", speaker) not in apart), named[0] if named and not articles[""] else "")
    counts: dict[str, list[Claim]] = {main: []}
    for claim in claims:
        speaker = by[claim.id]
        own = speaker if speaker and (speaker, main) in apart else main
        counts.setdefault(own, []).append(claim)
    return {speaker: own for speaker, own in counts.items() if own}


def _speakers(claims: Sequence[Claim]) -> dict[str, str]:
    """Who gives each figure: whom the claim names, else whom the same article names for the same figure. "The ministry" is the interior
    ministry where no other is heard."""
    named = {claim.id: claim.attributed_to.casefold() for claim in claims}
    known = sorted(set(named.values()) - {""}, key=len)
    longer = {short: [name for name in known if name != short and name.endswith(f" {short}")] for short in known}
    full = {short: names[0] if len(names) == 1 else short for short, names in longer.items()}
    shown: dict[str, str] = {}
    for claim in claims:
        if claim.attributed_to:
            shown.setdefault(claim.attributed_to.casefold(), claim.attributed_to)
    elsewhere = {(c.article, c.value): named[c.id] for c in claims if named[c.id]}
    by = {claim.id: named[claim.id] or elsewhere.get((claim.article, claim.value), "") for claim in claims}
    return {id: shown[full.get(speaker, speaker)] if speaker else "" for id, speaker in by.items()}


def _apart(claims: Sequence[Claim], by: Mapping[str, str], findings: Sequence[Finding], context: Context) -> frozenset[tuple[str, str]]:
    """Pairs of speakers who count beside each other: one article gives both, or a finding says so."""
    at_home: dict[str, list[Claim]] = {}
    for claim in claims:
        at_home.setdefault(claim.article, []).append(claim)
    pairs = [pair for own in at_home.values() for pair in combinations(own, 2) if not any(called_earlier(c, context) for c in pair)]
    known = {claim.id: claim for claim in claims}
    told = (step.claims for finding in findings for step in finding.steps if step.verdict == "attributed")
    pairs += [(known[a], known[b]) for a, b in told if a in known and b in known]
    found: set[tuple[str, str]] = set()
    for a, b in pairs:
        first, second = by[a.id], by[b.id]
        if first != second and relation(a.value, b.value, context.policy, a.attribute, context.lexicon) not in FITS:
            found |= {(first, second), (second, first)}
    return frozenset(found)


def _versions(claims: Sequence[Claim], context: Context) -> list[_Told]:
    """The figures of one count, oldest first. A lower figure told without a word of change after one that "rose to" more is an older one,
    unless the count was ever revised down."""
    groups: dict[object, list[Claim]] = {}
    for claim in claims:
        number = figure(claim.value)
        groups.setdefault(number if number is not None else claim.value, []).append(claim)
    told = [_told(own, context) for own in groups.values()]
    told.sort(key=lambda one: (one.day or (date.max if one.place > 0 else date.min), one.place, one.figure or 0.0))
    said = [frozenset[str]().union(*(cues(claim, context) for claim in one.claims)) for one in told]
    if not any("down" in words for words in said):
        for at in range(1, len(told)):
            one, before = told[at], at
            if said[at] & CHANGED or one.figure is None or any(claim.as_of for claim in one.claims):
                continue
            while before and "up" in said[before - 1] and (told[before - 1].figure or 0.0) > one.figure:
                before -= 1
            told.insert(before, told.pop(at))
            said.insert(before, said.pop(at))
    return told


def _told(claims: list[Claim], context: Context) -> _Told:
    """A figure with the first day from which it is known, and its place on that day: -1 where it is called the older one."""
    keys = [(_day(claim, context) or date.max, _place(claim, context)) for claim in claims]
    day, place = min(keys)
    return _Told(figure(claims[0].value), claims, None if day == date.max else day, place)


def _place(claim: Claim, context: Context) -> int:
    if called_earlier(claim, context):
        return -1
    return 1 if cues(claim, context) & {"up", "down", "later"} else 0


def _day(claim: Claim, context: Context) -> date | None:
    moment = claim.as_of.first if claim.as_of is not None else None
    return moment or context.published(claim.article)


def _replaces(told: Sequence[_Told], at: int, context: Context) -> bool:
    """Whether words say that a version replaces the one before: a word of change or a moment beside it, or the other called the older."""
    if any(claim.as_of is not None or cues(claim, context) & {"up", "down", "later"} for claim in told[at].claims):
        return True
    return any(called_earlier(claim, context) for claim in told[at - 1].claims)


def _next(told: Sequence[_Told], at: int, context: Context) -> int:
    """The place of the first version behind one that replaces what was before it; 0 for none."""
    return next((later for later in range(at + 1, len(told)) if _replaces(told, later, context)), 0)


def _is_revised(told: Sequence[_Told], context: Context) -> bool:
    return any(_replaces(told, at, context) for at in range(1, len(told)))


def _stale_in(told: Sequence[_Told], at: int, context: Context) -> tuple[str, ...]:
    """Ids of the claims of a version that stand, uncorrected, in articles published on a later day than the one that replaced it."""
    after = _next(told, at, context)
    days = [day for claim in told[after].claims if after and (day := context.published(claim.article)) is not None]
    if not days:
        return ()
    out, newer = min(days), {claim.article for one in told[after:] for claim in one.claims}
    return tuple(
        claim.id
        for claim in told[at].claims
        if (day := context.published(claim.article)) is not None
        and day > out
        and claim.as_of is None
        and claim.article not in newer
        and not called_earlier(claim, context)
    )


def _written(by: str, told: Sequence[_Told], context: Context) -> list[Version]:
    made = []
    named = _speakers([claim for one in told for claim in one.claims])
    for at, one in enumerate(told):
        before = told[at - 1] if at and _replaces(told, at, context) else None
        # What revises a count is its own; any other figure that nobody signs stands with the chief count, unsigned.
        said = next((name for claim in one.claims if (name := named[claim.id])), by if before is not None else "")
        change = _change(before, one)
        why = next((words for claim in one.claims if (words := reason(claim, context))), "") if change else ""
        old = _stale_in(told, at, context)
        made.append(
            Version(
                value=notation.format(one.claims[0].value),
                by=said,
                change=change,
                reason=why,
                since=one.day.isoformat() if one.day is not None else "",
                claims=tuple(claim.id for claim in one.claims),
                stale=old,
                text=_text(said, one, before, change, why, old, context),
            )
        )
    return made


def _change(before: _Told | None, one: _Told) -> Change:
    if before is None:
        return ""
    if before.figure is None or one.figure is None:
        return "changed"
    return "up" if one.figure > before.figure else "down"


def _text(by: str, one: _Told, before: _Told | None, change: Change, why: str, old: Sequence[str], context: Context) -> str:
    """A version as a sentence: value, what it replaced, whose count, where, why, and who still prints it."""
    first = one.claims[0]
    words = claim_words(first, first.unit)
    if before is not None and change:
        step = {"up": "up from", "down": "down from", "changed": "after"}[change]
        words += f", {step} {claim_words(before.claims[0], before.claims[0].unit)}"
    counts = f", counted by {speaker_words(by)}" if by else ""
    where = "; ".join(dict.fromkeys(_printed(claim, context) for claim in one.claims if claim.id not in old))
    reasons = f": “{why}”" if why else ""
    late = "; ".join(dict.fromkeys(_printed(context.claims[id], context) for id in old))
    return f"{words}{counts}{f' ({where})' if where else ''}{reasons}{f'; stale copy: {late}' if late else ''}"


def _printed(claim: Claim, context: Context) -> str:
    """The outlet with the moment for which it gives the figure, or its day of publication."""
    if claim.as_of is not None:
        return f"{context.outlet(claim.article)}, as of {value_words(claim.as_of)}"
    day = context.published(claim.article)
    return context.outlet(claim.article) + (f", published {day_words(day)}" if day is not None else "")
