"""The gate before publication: whether anything still stands in the way.

Takes a report and decisions; gives the findings that stand in the way. An error stands until it is dismissed or
resolved: to confirm it says that it is one. A warning stands until somebody ruled. Notes never stand in the way.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from discrepancy.model.findings import Finding, Report
from discrepancy.review.decisions import UNDECIDED, Decision
from discrepancy.review.reattach import OPEN, Standing, standings


class NoSuchDraft(ValueError):
    """The named draft is not in the report; the text names what is."""


@dataclass(frozen=True, slots=True)
class Barrier:
    """A finding that stands in the way, and why."""

    finding: Finding
    standing: Standing
    why: str


def barriers(
    report: Report, decisions: Sequence[Decision], draft: str = "", found: Mapping[str, Standing] | None = None
) -> tuple[Barrier, ...]:
    """What stands in the way, in the report's order.

    ``draft`` narrows it to findings with a claim of that article, named by id, path, title or address; raises
    :class:`NoSuchDraft`. ``found`` are standings worked out already.
    """
    own = {claim.id for claim in report.claims if claim.article in _named(report, draft)} if draft else None
    where = found if found is not None else standings(report, decisions)
    standing_in_the_way = []
    for finding in report.findings:
        if own is not None and not any(id in own for camp in finding.camps for id in camp.claims):
            continue
        standing = where.get(finding.id, OPEN)
        why = f"{finding.level}, {standing.state}"
        if not finding.aside and stands(finding.level, standing.state):
            standing_in_the_way.append(Barrier(finding, standing, why))
    return tuple(standing_in_the_way)


def stands(level: str, state: str) -> bool:
    """True when a finding of this level and state is in the way.

    >>> stands("error", "confirmed"), stands("warning", "confirmed"), stands("note", "open")
    (True, False, False)
    """
    if level == "error":
        return state not in ("dismissed", "resolved")
    return level == "warning" and state in UNDECIDED


def _named(report: Report, draft: str) -> frozenset[str]:
    found = frozenset(
        document.id
        for document in report.articles
        if draft
        in (
            document.id,
            document.path,
            document.path.rpartition("/")[2],
            document.title.value if document.title else "",
            document.url.value if document.url else "",
        )
    )
    if not found:
        raise NoSuchDraft(f"no article {draft!r} in this report; there are {', '.join(d.id for d in report.articles)}")
    return found
