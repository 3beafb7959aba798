"""The report as W3C Web Annotations: for readers, archives and CMS that lay notes over a page.

Takes a report, gives JSON-LD text: one collection with one page, an annotation for each claim of each finding. An
annotation names its place twice, by offsets into the stored text and by the words with those around them, so that it
finds the words again in a page that was saved another way.

Source: W3C Web Annotation Data Model (2017), 3.1 (annotations), 4.2.4 and 4.2.5 (selectors), 5.1 (collections).
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from discrepancy.model.claims import Claim
from discrepancy.model.findings import Finding, Report
from discrepancy.report.addresses import uri
from discrepancy.report.shelf import Shelf, by_seriousness, shelf
from discrepancy.report.wording import said

Json = dict[str, Any]

CONTEXT = "http://www.w3.org/ns/anno.jsonld"


def render(report: Report) -> str:
    """The collection as JSON-LD text, keys sorted."""
    return json.dumps(as_collection(report), ensure_ascii=False, sort_keys=True, indent=1) + "\n"


def as_collection(report: Report) -> Json:
    """The annotations of a report, errors first; within a finding camp by camp."""
    books = shelf(by_seriousness(report))
    items = [item for finding in books.report.findings for item in _annotations(finding, books)]
    return {
        "@context": CONTEXT,
        "id": "urn:discrepancy:annotations",
        "type": "AnnotationCollection",
        "label": "Where these articles cannot all be right",
        "total": len(items),
        "first": {"id": "urn:discrepancy:annotations:1", "type": "AnnotationPage", "startIndex": 0, "items": items},
    }


def _annotations(finding: Finding, books: Shelf) -> Iterator[Json]:
    """One annotation a claim: what it says, and what the others say."""
    purpose = "commenting" if finding.level == "note" else "questioning"
    number = 0
    for camp in finding.camps:
        for claim in books.of(camp.claims):
            number += 1
            yield {
                "id": f"urn:discrepancy:finding:{finding.id}:{number}",
                "type": "Annotation",
                "motivation": purpose,
                "body": [
                    {
                        "type": "TextualBody",
                        "value": f"{finding.question.text} {finding.message}",
                        "format": "text/plain",
                        "language": "en",
                        "purpose": purpose,
                    },
                    {"type": "TextualBody", "value": f"{finding.level}: {finding.verdict}", "format": "text/plain", "purpose": "tagging"},
                    {"type": "TextualBody", "value": f"reads: {said(claim)}", "format": "text/plain", "purpose": "describing"},
                ],
                "target": _target(claim, books),
            }


def _target(claim: Claim, books: Shelf) -> Json:
    document = books.articles.get(claim.article)
    address = document.url.value.strip() if document and document.url else ""
    source = address if address.startswith(("https://", "http://")) else uri(document.path if document else claim.article)
    evidence = claim.evidence
    return {
        "source": source,
        "selector": [
            {"type": "TextPositionSelector", "start": evidence.span.start, "end": evidence.span.end},
            {"type": "TextQuoteSelector", "exact": evidence.exact, "prefix": evidence.before, "suffix": evidence.after},
        ],
    }
