"""The evidence pack: what a dispute after publication needs, as one zip.

Takes a shelf and a desk; gives bytes, the same for the same report and decisions. Inside: the articles' hashes, every
quote with its offsets and its ruling, the decided report, all decisions with their chain, and a README that says how
to check it. The articles' texts stay out: they belong to others, and the hashes show which text was meant.
"""

from __future__ import annotations

import csv
import io
import json
import zipfile

from discrepancy.report.cells import defused
from discrepancy.report.keys import sentence_at
from discrepancy.review.decided import to_html, to_markdown
from discrepancy.review.desk import Desk
from discrepancy.review.exchange import to_lines
from discrepancy.review.reattach import sentence
from discrepancy.review.reports import Shelf

_README = """Evidence pack of a discrepancy report.

articles.csv     each article with the SHA-256 of the file that was checked
quotes.csv       each quote of each finding: article, offsets (code points of the checked text), words, sentence, value
findings.json    each finding with its camps, standing and ruling
decisions.jsonl  all decisions of the desk, one a line, in their chain
decided.html     the report with its rulings, to read
decided.md       the same as Markdown

To check the chain: discrepancy decisions import decisions.jsonl --decisions new.sqlite; discrepancy decisions verify
--decisions new.sqlite. Or by hand: a line's hash is the SHA-256 of the line without "hash", as JSON with sorted keys,
no spaces and ASCII escapes; "previous" is the hash of the line before, 64 zeros in the first.

"""


def to_zip(shelf: Shelf, desk: Desk) -> bytes:
    """The evidence pack of a report."""
    checked = desk.store.verify()
    state = f"Chain: {checked.count} decisions, last hash {checked.head}. {checked.fault or 'It verifies.'}\n"
    files = {
        "README.txt": _README + state,
        "articles.csv": _articles(shelf),
        "quotes.csv": _quotes(shelf),
        "findings.json": _findings(shelf),
        "decisions.jsonl": to_lines(desk.decisions),
        "decided.html": to_html(shelf, desk),
        "decided.md": to_markdown(shelf, desk),
    }
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, text in files.items():
            entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))  # no clock: the same pack twice is the same bytes
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            packed.writestr(entry, text.encode("utf-8", "backslashreplace"))
    return held.getvalue()


def _table(columns: list[str], rows: list[list[str]]) -> str:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([[defused(cell) for cell in row] for row in rows])
    return out.getvalue()


def _articles(shelf: Shelf) -> str:
    columns = ["article", "outlet", "title", "url", "published_from", "sha256", "characters"]
    return _table(
        columns,
        [
            [
                d.id,
                d.outlet.value if d.outlet else "",
                d.title.value if d.title else "",
                d.url.value if d.url else "",
                d.published.came_from if d.published else "",
                d.sha256,
                str(len(d.text)),
            ]
            for d in shelf.report.articles
        ],
    )


def _quotes(shelf: Shelf) -> str:
    columns = ["finding", "camp", "article", "source", "start", "end", "exact", "sentence", "rule"]
    rows = []
    for row in shelf.rows:
        for camp in row.finding.camps:
            for claim in (shelf.claims[id] for id in camp.claims if id in shelf.claims):
                document, span = shelf.documents.get(claim.article), claim.evidence.span
                around = sentence_at(document.text, span).of(document.text) if document else ""
                rows.append(
                    [
                        row.finding.id, camp.value, claim.article, shelf.source(claim.article), str(span.start),
                        str(span.end), claim.evidence.exact, around, claim.rule,
                    ]
                )  # fmt: skip
    return _table(columns, rows)


def _findings(shelf: Shelf) -> str:
    shown = []
    for row in shelf.rows:
        finding, standing = row.finding, shelf.standing(row.finding.id)
        shown.append(
            {
                "id": finding.id,
                "question": finding.question.text,
                "level": finding.level,
                "verdict": finding.verdict,
                "camps": [{"value": camp.value, "claims": list(camp.claims)} for camp in finding.camps],
                "state": standing.state,
                "ruled": sentence(standing),
                "since": list(standing.since),
                "decision": standing.decision.id if standing.decision else "",
            }
        )
    return json.dumps(shown, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
