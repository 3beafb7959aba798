"""Explaining: how a finding came about, replayed; and what the rules see in a text.

Takes a report (or a document) and the rules; gives plain text. A replay computes every step anew from the stored claims and says whether
the relation, the row and the verdict are the same: a finding that does not replay is told as such.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from difflib import get_close_matches

from discrepancy import notation
from discrepancy.annotate.layers import Annotated, annotate
from discrepancy.annotate.places import gazetteer
from discrepancy.claim import read_claims
from discrepancy.claim.mainevent.incident import toll
from discrepancy.compare import compare
from discrepancy.link.holding import held
from discrepancy.model.claims import Claim, Reading
from discrepancy.model.findings import Finding, Report
from discrepancy.model.text import Document
from discrepancy.rulebook.schema import Rulebook

_MEANT, _LIKE = 3, 0.5
"""How many ids are named that may have been meant by an unknown one, and how like it they are."""


class UnknownId(KeyError):
    """No claim, finding, event or name of the report has this id; the text says which are near."""

    def __str__(self) -> str:
        return str(self.args[0])


@dataclass(frozen=True, slots=True)
class Replay:
    """A finding computed again: whether anything came of it, and in what it differs from the stored one."""

    same: bool
    differences: tuple[str, ...]


def replay(finding: Finding, report: Report, rules: Rulebook) -> Replay:
    """Compute ``finding`` again from the claims of ``report``."""
    again = {other.id: other for other in replayed(report, rules)}.get(finding.id)
    if again is None:
        return Replay(False, ("these rules raise no such finding from the stored claims",))
    parts = ("verdict", "level", "rule", "camps", "steps", "causes")
    apart = [f"{part} would be different" for part in parts if getattr(again, part) != getattr(finding, part)]
    return Replay(not apart, tuple(apart))


def replayed(report: Report, rules: Rulebook) -> tuple[Finding, ...]:
    """All findings of the stored claims, computed again."""
    return compare(
        report.claims, report.events, report.entities, report.articles, rules,
        origins=report.origins, aligned_by=held(report.events), mentions=report.mentions, contains=gazetteer(rules).contains,
        draft=report.draft.article if report.draft else "", own=report.run.get("own", ()),
    ).findings  # fmt: skip


def told(id: str, report: Report, rules: Rulebook) -> str:
    """All that is known under an id; raises :class:`UnknownId`."""
    places = {rule.id: str(rule.where) for kind in rules.by_kind.values() for rule in kind}
    for finding in report.findings:
        if finding.id == id:
            return "\n".join(_finding(finding, report, rules, places)) + "\n"
    for claim in report.claims:
        if claim.id == id:
            return "\n".join([*_claim(claim, places), *_rests_on(claim, report), *_used_by(claim, report)]) + "\n"
    for event in report.events:
        if event.id == id or id in event.mentions:
            lines = [f"{event.label} ({event.type}), told by {', '.join(event.articles)}"]
            lines += [f"  {why}" for why in event.why]
            lines += [f"  {line}" for c in report.claims if c.event == event.id for line in _claim(c, places)]
            return "\n".join(lines) + "\n"
    for entity in report.entities:
        if id in (entity.id, entity.name):
            lines = [f"{entity.name} ({entity.kind})"]
            lines += [f"  {v.text}: {', '.join(v.articles)}" for v in entity.variants]
            return "\n".join(lines + [f"  {why}" for why in entity.why]) + "\n"
    near = get_close_matches(id, _ids(report), _MEANT, _LIKE)
    meant = f"Did you mean {' or '.join(map(repr, near))}? " if near else ""
    raise UnknownId(f"Nothing in the report has the id {id!r}. {meant}Without an id, 'discrepancy explain' lists all findings.")


def listed(report: Report) -> str:
    """A line for each finding: its id, level and question."""
    return "".join(f"{finding.id}  {finding.level:<7}  {finding.question.text}\n" for finding in report.findings)


def _ids(report: Report) -> list[str]:
    """All that :func:`told` knows something under."""
    found = [each.id for part in (report.findings, report.claims, report.events, report.entities) for each in part]
    return list(dict.fromkeys([*found, *(entity.name for entity in report.entities)]))


def _finding(finding: Finding, report: Report, rules: Rulebook, places: Mapping[str, str]) -> Iterator[str]:
    claims = {claim.id: claim for claim in report.claims}
    yield f"{finding.question.text}"
    yield f"{finding.level}: {finding.verdict} (confidence {finding.confidence:g}), decided by {_rule(finding.rule, places)}"
    yield finding.message
    for camp in finding.camps:
        yield f"camp {camp.value}"
        for id in camp.claims:
            yield from (f"  {line}" for line in _claim(claims[id], places))
    for number, step in enumerate(finding.steps, 1):
        a, b = (claims[id] for id in step.claims)
        said = f"{_short(a)} against {_short(b)}: {step.relation}"
        yield f"step {number}: {said}, row {_rule(step.row, places)}: {step.verdict}. {step.text}".rstrip()
    for cause in finding.causes:
        yield f"cause ({cause.kind}): {cause.text}"
    for id in finding.depends_on:
        yield f"rests on {_short(claims[id])} ({id})"
        yield from _disputes(id, report, finding.id)
    again = replay(finding, report, rules)
    yield "Replayed: the same." if again.same else f"Replayed: not the same; {'; '.join(again.differences)}."


def _short(claim: Claim) -> str:
    return f"{claim.article} {notation.format_claim(claim)}"


def _rule(id: str, places: Mapping[str, str]) -> str:
    """A rule's id with the place of the rule; an id of no rule stands alone."""
    return f"{id} ({places[id]})" if id in places else id


def _rests_on(claim: Claim, report: Report) -> Iterator[str]:
    """What a claim was counted from, and where that stands in dispute."""
    known = {other.id: other for other in report.claims}
    for id in claim.anchors:
        if id in known:
            yield f"  rests on {_short(known[id])} ({id})"
            yield from (f"  {line}" for line in _disputes(id, report))


def _disputes(id: str, report: Report, but: str = "") -> Iterator[str]:
    """The findings in which a claim stands, but for one."""
    others = (other for other in report.findings if other.id != but and any(id in camp.claims for camp in other.camps))
    yield from (f"  which is itself in the {other.level} {other.id}: {other.question.text}" for other in others)


def _used_by(claim: Claim, report: Report) -> Iterator[str]:
    for finding in report.findings:
        if any(claim.id in camp.claims for camp in finding.camps):
            yield f"  stands in the {finding.level} {finding.id}: {finding.question.text}"
        elif claim.id in finding.depends_on:
            yield f"  the {finding.level} {finding.id} rests on it: {finding.question.text}"


def _claim(claim: Claim, places: Mapping[str, str]) -> Iterator[str]:
    yield f"{claim.id}  {notation.format_claim(claim)}"
    where = f"{claim.article} [{claim.evidence.span.start}:{claim.evidence.span.end}]"
    yield f"  {where} “{claim.evidence.exact}”, rule {_rule(claim.rule, places)}"
    if claim.anchor_text or claim.anchors:
        yield f"    {claim.anchor_text or 'rests on another claim'} {' '.join(claim.anchors)}".rstrip()


def annotated(document: Document, rules: Rulebook) -> str:
    """A document sentence by sentence: its mentions, and its claims with the rules that read them; then the event that it is
    about, and what this did to people all in all, both with their reasons.
    """
    layers = annotate(document, rules)
    reading = read_claims(layers, rules)
    lines: list[str] = []
    for sentence in layers.sentences:
        lines.append(f"[{sentence.block}] {' '.join(sentence.words(0, len(sentence.symbols)).split())}")
        for unit, value in enumerate(sentence.values):
            if value is not None:
                rule = getattr(value, "rule", "")
                kind = getattr(value, "kind", "") or type(value).__name__
                lines.append(f"    {sentence.words(unit, unit + 1)!r}: {kind}{f', rule {rule}' if rule else ''}")
        for claim in reading.claims:
            if claim.evidence.span.overlaps(sentence.span):
                lines.append(f"  = {notation.format_claim(replace(claim, event=''))}   “{claim.evidence.exact}”, rule {claim.rule}")
        for item in reading.not_understood:
            if item.evidence.span.within(sentence.span):
                lines.append(f"  ? “{item.evidence.exact}”: {item.reason or 'not understood'}")
    return "\n".join([*lines, *_main_event(reading, layers, rules)]) + "\n"


def _main_event(reading: Reading, layers: Annotated, rules: Rulebook) -> Iterator[str]:
    for event in reading.events:
        if event.main:
            yield f"main event: {event.type}, “{event.triggers[0].exact}”"
            yield from (f"    {reason}" for reason in event.why_main)
    whole = toll(layers, rules)
    if whole.why:
        values = {"killed": whole.killed, "injured": whole.injured}
        yield "its toll: " + ", ".join(f"{notation.format(value)} {what}" for what, value in values.items() if value is not None)
        yield from (f"    {reason}" for reason in whole.why)
