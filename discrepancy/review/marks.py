"""Ignores that stand in a draft itself: ``<!-- discrepancy: ignore killed because the coast guard corrected it -->``.

Takes a report with a draft; gives the report with the findings marked that a paragraph of the draft sets aside, and a
sentence for each mark that does nothing. The draft is read and never changed. A mark reaches as far as its paragraph and
speaks of one attribute, or of ``all``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import get_args

from discrepancy.model.claims import Attribute
from discrepancy.model.findings import Finding, Report
from discrepancy.model.text import Document, Span

_MARK = re.compile(r"(?:<!--|\[)\s*discrepancy:\s*ignore\b\s*([^\n]{0,300}?)\s*(?:-->|\])", re.IGNORECASE)
_SAID = re.compile(r"(\w+)\s+because\s+(\S.*)", re.IGNORECASE | re.DOTALL)
_BREAK = re.compile(r"\n[ \t]*\n")
_KNOWN = ("all", *get_args(Attribute))


@dataclass(frozen=True, slots=True)
class Mark:
    """An ignore in a draft: what it is about, why, the paragraph it stands in, and its line (from 1)."""

    attribute: str
    reason: str
    reach: Span
    line: int


def marks(document: Document) -> tuple[tuple[Mark, ...], tuple[str, ...]]:
    """The marks of a draft in their order, and a sentence for each that cannot be read."""
    made, faults = [], []
    for found in _MARK.finditer(document.text):
        line = document.text.count("\n", 0, found.start()) + 1
        said = _SAID.fullmatch(found[1])
        attribute = said[1].lower() if said else ""
        if said is None:
            faults.append(f"{document.path}:{line}: this ignore does nothing: it must read 'ignore killed because …'")
        elif attribute not in _KNOWN:
            faults.append(f"{document.path}:{line}: this ignore does nothing: {said[1]!r} is none of {', '.join(_KNOWN)}")
        else:
            made.append(Mark(attribute, " ".join(said[2].split()), _paragraph(document.text, found.start(), found.end()), line))
    return tuple(made), tuple(faults)


def _paragraph(text: str, start: int, end: int) -> Span:
    """The paragraph between empty lines; a mark that stands alone speaks of the paragraph behind it."""
    before = [gap.end() for gap in _BREAK.finditer(text, 0, start)]
    first = before[-1] if before else 0
    behind = _BREAK.search(text, end)
    last = behind.start() if behind else len(text)
    if not (text[first:start] + text[end:last]).strip() and behind:
        following = _BREAK.search(text, behind.end())
        last = following.start() if following else len(text)
    return Span(first, last)


def with_marks(report: Report) -> tuple[Report, tuple[str, ...]]:
    """``report`` with what its draft sets aside marked, and a sentence for each mark that did nothing."""
    draft = next((one for one in report.articles if report.draft is not None and one.id == report.draft.article), None)
    if draft is None:
        return report, ()
    found, faults = marks(draft)
    places = {claim.id: claim.evidence.span for claim in report.claims if claim.article == draft.id}
    used: set[Mark] = set()

    def marked(finding: Finding) -> Finding:
        fitting = [mark for mark in found if _fits(mark, finding, places)]
        used.update(fitting)
        return replace(finding, ignored=f"{fitting[0].reason} (in the draft)") if fitting and not finding.ignored else finding

    findings = tuple(map(marked, report.findings))
    return replace(report, findings=findings), (*faults, *_unused(draft, found, used))


def _fits(mark: Mark, finding: Finding, places: dict[str, Span]) -> bool:
    if mark.attribute not in ("all", finding.question.attribute):
        return False
    return any(places[id].overlaps(mark.reach) for camp in finding.camps for id in camp.claims if id in places)


def _unused(draft: Document, found: tuple[Mark, ...], used: set[Mark]) -> Iterator[str]:
    for mark in found:
        if mark not in used:
            yield f"{draft.path}:{mark.line}: the ignore of {mark.attribute} does nothing: no finding stands in its paragraph; take it out."
