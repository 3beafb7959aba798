"""The report as SARIF 2.1.0: for code-review tools and CMS plug-ins that show findings beside a text.

Takes a report, gives JSON text. One result a finding; its locations are the quotes of the first camp, its related
locations all others. Offsets count code points of the text as read. A fingerprint is the finding's key: it hangs on what the claims
say and on their sentences, not on ids, paths or positions, so that a finding keeps it when an article changes elsewhere. A finding
that a baseline holds, or that the project file sets aside, says so; one that an editor dismissed or resolved is suppressed, with
the ruling as the reason. The register of names, one entry a spelling and article as in ``names.csv``, is a property of the run.

Source: OASIS SARIF 2.1.0, sections 3.17.3 (columns), 3.27 (result), 3.30 (region), 3.35 (suppression), 3.8 (property bags).
"""

from __future__ import annotations

import json
from bisect import bisect_right
from collections.abc import Mapping
from typing import Any

from discrepancy.model.claims import Claim
from discrepancy.model.findings import Finding, Report
from discrepancy.model.text import Document
from discrepancy.report.addresses import uri
from discrepancy.report.json import CONFIDENCE_PLACES
from discrepancy.report.keys import claim_keys, finding_key
from discrepancy.report.shelf import Shelf, by_seriousness, shelf
from discrepancy.report.table import name_rows, single_origins
from discrepancy.report.wording import said

Json = dict[str, Any]

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
BASELINE = {"new": "new", "changed": "updated", "unchanged": "unchanged"}
"""SARIF's word for where a result stands against a baseline (3.27.24)."""

FINGERPRINT = "discrepancy/claims/v1"
"""Name of the fingerprint; another way to compute it gets another number."""


def render(report: Report) -> str:
    """The report as SARIF text, keys sorted."""
    return json.dumps(as_sarif(report), ensure_ascii=False, sort_keys=True, indent=1) + "\n"


def as_sarif(report: Report) -> Json:
    """The report as a SARIF log of one run."""
    books = shelf(by_seriousness(report))
    places = {document.id: (number, _Lines(document.text)) for number, document in enumerate(report.articles)}
    keys = claim_keys(report)
    rules = sorted({finding.rule for finding in report.findings})
    driver: Json = {"name": "discrepancy", "rules": [{"id": rule} for rule in rules]}
    if isinstance(report.run.get("version"), str):
        driver["version"] = report.run["version"]
    return {
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [
            {
                "tool": {"driver": driver},
                "columnKind": "unicodeCodePoints",
                "invocations": [_invocation(report)],
                "artifacts": [_artifact(document) for document in report.articles],
                "properties": {"register": name_rows(report)},
                "results": [_result(one, rules, keys, books, places) for one in books.report.findings],
            }
        ],
    }


class _Lines:
    """Lines and columns of a text, both from 1; a line ends with LF."""

    def __init__(self, text: str) -> None:
        self.starts = [0, *(at + 1 for at, letter in enumerate(text) if letter == "\n")]

    def at(self, offset: int) -> tuple[int, int]:
        line = bisect_right(self.starts, offset)
        return line, offset - self.starts[line - 1] + 1


def _invocation(report: Report) -> Json:
    unread: list[Json] = [
        {
            "level": "error",
            "message": {"text": f"{item.path}: {item.reason}"},
            "locations": [{"physicalLocation": {"artifactLocation": {"uri": uri(item.path)}}}],
        }
        for item in report.unreadable
    ]
    return {"executionSuccessful": not unread, "toolExecutionNotifications": unread}


def _artifact(document: Document) -> Json:
    return {
        "location": {"uri": uri(document.path)},
        "hashes": {"sha-256": document.sha256},
        "roles": ["analysisTarget"],
    }


def _result(finding: Finding, rules: list[str], keys: Mapping[str, str], books: Shelf, places: dict[str, tuple[int, _Lines]]) -> Json:
    camps = [books.of(camp.claims) for camp in finding.camps]
    located = [_location(claim, books, places) for claim in (camps[0] if camps else [])]
    related = [_location(claim, books, places) for camp in camps[1:] for claim in camp]
    for number, location in enumerate(related, 1):
        location["id"] = number
    put_to_rest = [finding.ruled] if finding.state in ("dismissed", "resolved") else []
    put_to_rest += [finding.ignored] if finding.ignored else []
    lone = single_origins(finding, {claim.id: claim.article for claim in books.report.claims})
    said_by_one = f" Single origin: {'; '.join(lone)}." if lone else ""
    return {
        "ruleId": finding.rule,
        "ruleIndex": rules.index(finding.rule),
        "kind": "fail",
        "level": finding.level,
        "message": {"text": f"{finding.question.text} {finding.message}{said_by_one}"},
        "locations": located,
        "relatedLocations": related,
        "partialFingerprints": {FINGERPRINT: finding_key(finding, keys)},
        "suppressions": [{"kind": "external", "status": "accepted", "justification": why} for why in put_to_rest],
        **({"baselineState": BASELINE[finding.baseline]} if finding.baseline else {}),
        "properties": {
            "id": finding.id,
            "verdict": finding.verdict,
            "confidence": round(finding.confidence, CONFIDENCE_PLACES),
            "camps": [camp.value for camp in finding.camps],
            "singleOrigin": list(finding.single_origin),
            "ledger": [version.text for version in finding.ledger],
            "causes": [cause.text for cause in finding.causes],
            "sayable": finding.sayable,
            "state": finding.state,
            "ruled": finding.ruled,
            "since": list(finding.since),
        },
    }


def _location(claim: Claim, books: Shelf, places: dict[str, tuple[int, _Lines]]) -> Json:
    message = {"text": f"{books.outlet(claim.article)}: {said(claim)}"}
    if claim.article not in places:
        return {"message": message}
    number, lines = places[claim.article]
    span = claim.evidence.span
    (first, column), (last, end) = lines.at(span.start), lines.at(span.end)
    return {
        "message": message,
        "physicalLocation": {
            "artifactLocation": {"uri": uri(books.articles[claim.article].path), "index": number},
            "region": {
                "charOffset": span.start,
                "charLength": span.end - span.start,
                "startLine": first,
                "startColumn": column,
                "endLine": last,
                "endColumn": end,
                "snippet": {"text": claim.evidence.exact},
            },
        },
    }
