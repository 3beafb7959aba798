"""Resolved findings as ClaimReview, for a desk that publishes its corrections in the form search engines and archives read.

Takes a report, gives JSON-LD text: one review a claim of each finding that an editor resolved, and of no other. There is
never a rating: what was claimed, by whom, where, and the value the editors chose; to rate is a person's work. Names of
editors stay inside.

Source: schema.org, ClaimReview and Claim (version 28).
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from discrepancy import notation
from discrepancy.model.claims import Claim
from discrepancy.model.findings import Finding, Report
from discrepancy.notation import KINDS, NotationError
from discrepancy.report.addresses import uri
from discrepancy.report.shelf import Shelf, shelf
from discrepancy.report.wording import in_words, said

Json = dict[str, Any]

CONTEXT = "https://schema.org"


def render(report: Report) -> str:
    """The reviews as JSON-LD text, keys sorted."""
    return json.dumps(as_graph(report), ensure_ascii=False, sort_keys=True, indent=1) + "\n"


def as_graph(report: Report) -> Json:
    """The reviews as one graph, in the report's order."""
    books = shelf(report)
    reviews = [review for finding in report.findings if finding.state == "resolved" for review in _reviews(finding, books)]
    return {"@context": CONTEXT, "@graph": reviews}


def _reviews(finding: Finding, books: Shelf) -> Iterator[Json]:
    number = 0
    for camp in finding.camps:
        for claim in books.of(camp.claims):
            number += 1
            yield {
                "@type": "ClaimReview",
                "@id": f"urn:discrepancy:review:{finding.id}:{number}",
                "claimReviewed": f"{finding.question.text} {books.outlet(claim.article)}: {said(claim)}",
                "reviewBody": f"{finding.question.text} After review: {_chosen(finding)}.",
                "itemReviewed": _claim(claim, books),
            }


def _chosen(finding: Finding) -> str:
    """The value the editors chose, in words where it is in notation."""
    try:
        return in_words(notation.parse(finding.chosen, KINDS[finding.question.attribute]))
    except NotationError:
        return finding.chosen


def _claim(claim: Claim, books: Shelf) -> Json:
    document = books.articles.get(claim.article)
    outlet = {"@type": "Organization", "name": books.outlet(claim.article)}
    made: Json = {
        "@type": "Claim",
        "text": "".join(books.quote(claim)),
        "author": {"@type": "Thing", "name": claim.attributed_to} if claim.attributed_to else outlet,
    }
    if document is not None:
        address = document.url.value.strip() if document.url else ""
        article: Json = {
            "@type": "NewsArticle",
            "url": address if address.startswith(("https://", "http://")) else uri(document.path),
            "publisher": outlet,
        }
        if document.title:
            article["headline"] = document.title.value
        if document.published and document.published.value.first and document.published.value.first == document.published.value.last:
            article["datePublished"] = document.published.value.first.isoformat()
        made["appearance"] = article
    return made
