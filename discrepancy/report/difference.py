"""What is new between two reports: findings that came, went or changed.

Takes two reports, an older and a newer one; gives the findings of both, paired. Findings are one when their keys are
(:mod:`discrepancy.report.keys`); a finding has changed when it asks for the same thing of an older one and shares a
claim with it. Knows nothing of rulings: what an editor decided is no difference between two checks.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from discrepancy.model.findings import Baseline, Finding, Report
from discrepancy.report.keys import claim_keys, finding_key


@dataclass(frozen=True, slots=True)
class Trace:
    """What a finding is known again by, and what can change in it: its key, what it asks for, level, verdict, the values of its camps and
    the keys of their claims, each once."""

    key: str
    asked: tuple[str, str, str]
    level: str
    verdict: str
    values: tuple[str, ...]
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Changed:
    """A finding before and after, and one sentence for each thing that changed."""

    before: Finding
    after: Finding
    what: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """The findings of two reports, each in one place; ``same`` and ``changed`` follow the newer report's order, ``gone`` the older's."""

    new: tuple[Finding, ...]
    changed: tuple[Changed, ...]
    gone: tuple[Finding, ...]
    same: tuple[Finding, ...]


def difference(before: Report, after: Report) -> Difference:
    """The findings of ``after`` against those of ``before``."""
    old_keys, new_keys = claim_keys(before), claim_keys(after)
    old, new = ([trace(one, keys) for one in report.findings] for report, keys in ((before, old_keys), (after, new_keys)))
    pairs = paired(old, new)
    came, changed, same = [], [], []
    for number, finding in enumerate(after.findings):
        if number not in pairs:
            came.append(finding)
        elif what := changes(old[pairs[number]], new[number]):
            changed.append(Changed(before.findings[pairs[number]], finding, what))
        else:
            same.append(finding)
    left = set(range(len(old))).difference(pairs.values())
    return Difference(tuple(came), tuple(changed), tuple(before.findings[i] for i in sorted(left)), tuple(same))


def trace(finding: Finding, keys: Mapping[str, str]) -> Trace:
    """The trace of a finding; ``keys`` are those of the claims by their ids."""
    asked = finding.question.attribute, finding.question.population, finding.question.scope
    values = tuple(dict.fromkeys(camp.value for camp in finding.camps))
    return Trace(finding_key(finding, keys), asked, finding.level, finding.verdict, values, _claims(finding, keys))


def paired(before: Sequence[Trace], after: Sequence[Trace]) -> dict[int, int]:
    """For places in ``after`` the place of the same finding in ``before``: the one with its key, else the one that asks for the same and
    shares most claims with it."""
    left = set(range(len(before)))
    by_key: dict[str, list[int]] = defaultdict(list)
    by_claim: dict[str, list[int]] = defaultdict(list)
    for place, old in enumerate(before):
        by_key[old.key].append(place)
        for key in old.claims:
            by_claim[key].append(place)
    pairs: dict[int, int] = {}
    for number, new in enumerate(after):
        known = next((place for place in by_key[new.key] if place in left), None)
        if known is not None:
            pairs[number] = known
            left.discard(known)
    for number, new in enumerate(after):
        if number in pairs:
            continue
        shared: dict[int, int] = defaultdict(int)
        for key in new.claims:
            for place in by_claim.get(key, ()):
                if place in left and before[place].asked == new.asked:
                    shared[place] += 1
        if shared:
            pairs[number] = min(shared, key=lambda place: (-shared[place], place))
            left.discard(pairs[number])
    return pairs


def against(report: Report, baseline: Report) -> Report:
    """``report`` with each finding marked: new, changed or unchanged since ``baseline``."""
    found = difference(baseline, report)
    marks: dict[str, Baseline] = {finding.id: "new" for finding in found.new}
    marks |= {one.after.id: "changed" for one in found.changed}
    marks |= {finding.id: "unchanged" for finding in found.same}
    return replace(report, findings=tuple(replace(finding, baseline=marks[finding.id]) for finding in report.findings))


def _claims(finding: Finding, keys: Mapping[str, str]) -> tuple[str, ...]:
    """The keys of the claims of all camps, each once."""
    return tuple(dict.fromkeys(keys[id] for camp in finding.camps for id in camp.claims if id in keys))


def changes(old: Trace, new: Trace) -> tuple[str, ...]:
    """What changed between two findings that answer one question, one sentence each."""
    told: list[str] = []
    if old.level != new.level:
        told.append(f"{old.level} became {new.level}")
    if old.verdict != new.verdict:
        told.append(f"{old.verdict} became {new.verdict}")
    told += [f"new value {value}" for value in new.values if value not in old.values]
    told += [f"no longer {value}" for value in old.values if value not in new.values]
    if not told:
        had, has = set(old.claims), set(new.claims)
        came, went = len(has - had), len(had - has)
        told += [f"{came} more claim{'s' if came > 1 else ''}"] if came else []
        told += [f"{went} claim{'s' if went > 1 else ''} fewer"] if went else []
    return tuple(told)
