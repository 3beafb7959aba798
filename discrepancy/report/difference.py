"""What is new between two reports: findings that came, went or changed.

Takes two reports, an older and a newer one; gives the findings of both, paired. Findings are one when their keys are
(:mod:`discrepancy.report.keys`); a finding has changed when it asks for the same thing of an older one and shares a
claim with it. Knows nothing of rulings: what an editor decided is no difference between two checks.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, replace

from discrepancy.model.findings import Baseline, Finding, Report
from discrepancy.report.keys import claim_keys, finding_key


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
    left = {finding.id: finding for finding in before.findings}
    by_key: dict[str, list[Finding]] = defaultdict(list)
    by_claim: dict[str, list[Finding]] = defaultdict(list)
    for old in before.findings:
        by_key[finding_key(old, old_keys)].append(old)
        for key in _claims(old, old_keys):
            by_claim[key].append(old)
    pairs: dict[str, Finding] = {}
    for finding in after.findings:
        known = next((old for old in by_key[finding_key(finding, new_keys)] if old.id in left), None)
        if known is not None:
            pairs[finding.id] = left.pop(known.id)
    for finding in after.findings:
        if finding.id in pairs:
            continue
        shared: dict[str, int] = defaultdict(int)
        for key in _claims(finding, new_keys):
            for old in by_claim.get(key, ()):
                if old.id in left and _asked(old) == _asked(finding):
                    shared[old.id] += 1
        if shared:
            nearest = min(shared, key=lambda id: (-shared[id], id))
            pairs[finding.id] = left.pop(nearest)
    new, changed, same = [], [], []
    for finding in after.findings:
        was = pairs.get(finding.id)
        what = _what(was, finding, old_keys, new_keys) if was is not None else ()
        if was is None:
            new.append(finding)
        elif what:
            changed.append(Changed(was, finding, what))
        else:
            same.append(finding)
    return Difference(tuple(new), tuple(changed), tuple(left.values()), tuple(same))


def against(report: Report, baseline: Report) -> Report:
    """``report`` with each finding marked: new, changed or unchanged since ``baseline``."""
    found = difference(baseline, report)
    marks: dict[str, Baseline] = {finding.id: "new" for finding in found.new}
    marks |= {one.after.id: "changed" for one in found.changed}
    marks |= {finding.id: "unchanged" for finding in found.same}
    return replace(report, findings=tuple(replace(finding, baseline=marks[finding.id]) for finding in report.findings))


def _asked(finding: Finding) -> tuple[str, str, str]:
    return finding.question.attribute, finding.question.population, finding.question.scope


def _claims(finding: Finding, keys: Mapping[str, str]) -> tuple[str, ...]:
    """The keys of the claims of all camps, each once."""
    return tuple(dict.fromkeys(keys[id] for camp in finding.camps for id in camp.claims if id in keys))


def _what(old: Finding, new: Finding, old_keys: Mapping[str, str], new_keys: Mapping[str, str]) -> tuple[str, ...]:
    """What changed between two findings that answer one question."""
    told: list[str] = []
    if old.level != new.level:
        told.append(f"{old.level} became {new.level}")
    if old.verdict != new.verdict:
        told.append(f"{old.verdict} became {new.verdict}")
    before, after = (dict.fromkeys(camp.value for camp in one.camps) for one in (old, new))
    told += [f"new value {value}" for value in after if value not in before]
    told += [f"no longer {value}" for value in before if value not in after]
    if not told:
        had, has = set(_claims(old, old_keys)), set(_claims(new, new_keys))
        came, went = len(has - had), len(had - has)
        told += [f"{came} more claim{'s' if came > 1 else ''}"] if came else []
        told += [f"{went} claim{'s' if went > 1 else ''} fewer"] if went else []
    return tuple(told)
