"""Claims, findings and names as tables: one row a claim, a finding, a spelling in an article, for people who live in sheets.

Takes a :class:`~discrepancy.model.findings.Report`, gives rows, a pandas frame, CSV text or Parquet. Pandas is loaded
by
:func:`claims_frame` and :func:`write_parquet` only. The columns are told in ``docs/claims-table.md``; the way back
from a sheet is
:mod:`discrepancy.report.sheet`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from discrepancy import notation
from discrepancy.compare.context import REACH
from discrepancy.model.claims import Claim
from discrepancy.model.findings import Event, Finding, Report
from discrepancy.model.text import Document
from discrepancy.model.values import Number, Quantity, Terms, When
from discrepancy.report import replacing
from discrepancy.report.cells import Cell, Row, to_csv
from discrepancy.report.wording import single_origin

if TYPE_CHECKING:
    import pandas as pd

CLAIM_COLUMNS = (
    "id", "article", "event", "entity", "attribute", "value", "population", "scope", "as_of", "unit", "attributed_to",
    "stance", "start", "end", "exact", "rule", "notation", "low", "high", "date_start", "date_end", "date_prec",
    "additional", "loose", "anchors", "anchor_text",
)  # fmt: skip

STORY_COLUMNS = (
    "before", "after", "block", "value_kinds", "part", "outlet", "published", "title",
    "event_label", "event_type", "event_day", "event_place", "event_country",
)  # fmt: skip
"""What a row tells of the words around it, its article and its event, so that the table can be compared and read without the articles."""

TABLE_COLUMNS = (*CLAIM_COLUMNS, *STORY_COLUMNS)

FINDING_COLUMNS = (
    "id", "level", "verdict", "confidence", "question", "attribute", "event", "entity", "article", "population",
    "scope", "camps", "single_origin", "articles", "message", "sayable", "causes", "depends_on", "origins", "ledger", "rule",
    "state", "ruled", "since", "baseline", "ignored",
)  # fmt: skip

NAME_COLUMNS = ("entity", "kind", "name", "house", "spelling", "outlet", "article", "count")


def claim_rows(claims: Iterable[Claim]) -> list[Row]:
    """One row a claim with the columns :data:`CLAIM_COLUMNS`; ``value`` and ``notation`` are text, ``low`` and ``high``
    numbers."""
    return [_claim_row(claim) for claim in claims]


def table_rows(report: Report) -> list[Row]:
    """One row a claim of a report, with the columns :data:`TABLE_COLUMNS`."""
    documents = {document.id: document for document in report.articles}
    events = {event.id: event for event in report.events}
    kinds = {entity.name: entity.kind for entity in report.entities}
    article_of = {mention.id: mention.article for mention in report.mentions}
    return [
        {
            **_claim_row(claim),
            **_around(claim, documents.get(claim.article)),
            "value_kinds": " ".join(kinds.get(name, "-") for name in named(claim)) if any(name in kinds for name in named(claim)) else "",
            "part": _part(claim, events.get(claim.event), article_of),
            **_of_article(documents.get(claim.article)),
            **_of_event(events.get(claim.event)),
        }
        for claim in report.claims
    ]


def named(claim: Claim) -> tuple[str, ...]:
    """The names in a claim whose kinds stand in the column ``value_kinds``: what it is about, then the members of its value."""
    return (claim.entity, *(claim.value.members if isinstance(claim.value, Terms) else ()))


def _around(claim: Claim, document: Document | None) -> Row:
    """The words of the line before and behind a claim's own, and the block in which they stand."""
    span = claim.evidence.span
    if document is None or span.of(document.text) != claim.evidence.exact:
        before, after, block = claim.evidence.before, claim.evidence.after, None
    else:
        before, after = document.text[max(0, span.start - REACH) : span.start], document.text[span.end : span.end + REACH]
        block = document.block_at(span.start)
    return {"before": before.rpartition("\n")[2], "after": after.partition("\n")[0], "block": block.kind if block is not None else ""}


def _part(claim: Claim, event: Event | None, article_of: Mapping[str, str]) -> str:
    """The number of the part of its event to which a claim's article belongs where evidence of the claim's own attribute is left out; ""
    where nothing would fall apart."""
    parts = next((parts for name, parts in event.joined_by if name == claim.attribute), ()) if event is not None else ()
    return next((str(number) for number, ids in enumerate(parts, 1) if claim.article in {article_of.get(id) for id in ids}), "")


def _of_article(document: Document | None) -> Row:
    """The cells of an article, "" for what is not known."""
    published = document.published if document is not None else None
    return {
        "outlet": document.outlet.value if document is not None and document.outlet else "",
        "published": notation.format(published.value) if published else "",
        "title": document.title.value if document is not None and document.title else "",
    }


def _of_event(event: Event | None) -> Row:
    """The cells of an event, "" for what is not known."""
    return {
        "event_label": event.label if event is not None else "",
        "event_type": event.type if event is not None else "",
        "event_day": notation.format(event.date) if event is not None and event.date is not None else "",
        "event_place": event.place if event is not None else "",
        "event_country": event.country if event is not None else "",
    }


def _claim_row(claim: Claim) -> Row:
    low, high = _bounds(claim)
    first, last, precision = _days(claim)
    return {
        "id": claim.id,
        "article": claim.article,
        "event": claim.event,
        "entity": claim.entity,
        "attribute": claim.attribute,
        "value": notation.format(claim.value),
        "population": claim.population,
        "scope": claim.scope,
        "as_of": "" if claim.as_of is None else notation.format(claim.as_of),
        "unit": claim.unit,
        "attributed_to": claim.attributed_to,
        "stance": claim.stance,
        "start": claim.evidence.span.start,
        "end": claim.evidence.span.end,
        "exact": claim.evidence.exact,
        "rule": claim.rule,
        "notation": notation.format_claim(claim),
        "low": low,
        "high": high,
        "date_start": first,
        "date_end": last,
        "date_prec": precision,
        "additional": claim.additional,
        "loose": claim.loose,
        "anchors": " ".join(claim.anchors),
        "anchor_text": claim.anchor_text,
    }


def _bounds(claim: Claim) -> tuple[Number | None, Number | None]:
    return (claim.value.low, claim.value.high) if isinstance(claim.value, Quantity) else (None, None)


def _days(claim: Claim) -> tuple[str, str, str]:
    """First day, last day (ISO 8601, "" where open) and precision of a date."""
    when = claim.value
    if not isinstance(when, When):
        return "", "", ""
    first = when.first.isoformat() if when.first else ""
    last = when.last.isoformat() if when.last else ""
    return first, last, when.precision


def finding_rows(report: Report) -> list[Row]:
    """One row a finding with the columns :data:`FINDING_COLUMNS`; each camp with the articles behind it."""
    article_of = {claim.id: claim.article for claim in report.claims}
    return [finding_row(finding, article_of) for finding in report.findings]


def finding_row(finding: Finding, article_of: Mapping[str, str]) -> Row:
    """The row of one finding; ``article_of`` has the article of each claim of its camps."""
    asked = finding.question
    camps = [f"{camp.value} [{', '.join(dict.fromkeys(article_of.get(claim, claim) for claim in camp.claims))}]" for camp in finding.camps]
    articles = dict.fromkeys(article_of[claim] for camp in finding.camps for claim in camp.claims if claim in article_of)
    return {
        "id": finding.id,
        "level": finding.level,
        "verdict": finding.verdict,
        "confidence": round(finding.confidence, 3),
        "question": asked.text,
        "attribute": asked.attribute,
        "event": asked.event,
        "entity": asked.entity,
        "article": asked.article,
        "population": asked.population,
        "scope": asked.scope,
        "camps": " ; ".join(camps),
        "single_origin": " ; ".join(finding.single_origin),
        "articles": " ".join(articles),
        "message": finding.message,
        "sayable": finding.sayable,
        "causes": " ".join(cause.text for cause in finding.causes),
        "depends_on": " ".join(finding.depends_on),
        "origins": finding.origins,
        "ledger": " ; ".join(version.text for version in finding.ledger),
        "rule": finding.rule,
        "state": finding.state,
        "ruled": finding.ruled,
        "since": " ".join(finding.since),
        "baseline": finding.baseline,
        "ignored": finding.ignored,
    }


def single_origins(finding: Finding, article_of: Mapping[str, str]) -> list[str]:
    """The camps of a finding behind which one origin stands, in words."""
    if finding.question.article:
        return []
    told = (single_origin(camp, len({article_of.get(claim, claim) for claim in camp.claims})) for camp in finding.camps)
    return [words for words in told if words]


def claims_frame(report: Report) -> pd.DataFrame:
    """All claims of a report as a frame with the columns :data:`TABLE_COLUMNS`, in the report's order.

    Text columns hold ``str`` and "" for nothing, so that "NA" stays a name; ``value`` is notation, so that ``12`` stays
    ``12``. ``low`` and ``high`` are ``Int64``, or ``Float64`` where one of the column is not whole or too large;
    ``date_start`` and ``date_end`` are ISO 8601 text.
    """
    import pandas as pd

    rows = table_rows(report)
    columns: dict[str, pd.Series] = {}
    for name in TABLE_COLUMNS:
        cells = [row[name] for row in rows]
        if name in ("low", "high"):
            columns[name] = _numbers(cells)
        elif name in ("start", "end"):
            columns[name] = pd.Series(cells, dtype="int64")
        elif name in ("additional", "loose"):
            columns[name] = pd.Series(cells, dtype="bool")
        else:
            columns[name] = pd.Series(cells, dtype="object")
    return pd.DataFrame(columns, columns=list(TABLE_COLUMNS))


def _numbers(cells: Sequence[Cell]) -> pd.Series:
    import pandas as pd

    whole = all(cell is None or (isinstance(cell, int) and -(2**63) <= cell < 2**63) for cell in cells)
    if whole:
        return pd.Series(cells, dtype="Int64")
    return pd.Series([None if cell is None else _finite(cell) for cell in cells], dtype="Float64")


def _finite(cell: Cell) -> float | None:
    """The nearest float; None for a number that no float can hold."""
    try:
        return float(cell or 0)
    except OverflowError:
        return None


def claims_csv(report: Report) -> str:
    """All claims as CSV text (UTF-8 when written, LF, a header line); cells that a sheet would run as a formula are
    quoted."""
    return to_csv(TABLE_COLUMNS, table_rows(report))


def findings_csv(report: Report) -> str:
    """All findings as CSV text, in the report's order."""
    return to_csv(FINDING_COLUMNS, finding_rows(report))


def name_rows(report: Report) -> list[Row]:
    """The register of names: one row an article and spelling, with the columns :data:`NAME_COLUMNS`. Names with one spelling stand there
    too."""
    outlets = {document.id: document.outlet.value if document.outlet else "" for document in report.articles}
    return [
        {
            "entity": entity.id,
            "kind": entity.kind,
            "name": entity.name,
            "house": entity.house,
            "spelling": variant.text,
            "outlet": outlets.get(article, ""),
            "article": article,
            "count": count,
        }
        for entity in report.entities
        for variant in entity.variants
        for article, count in zip(variant.articles, variant.counts, strict=True)
    ]


def names_csv(report: Report) -> str:
    """The register of names as CSV text, sorted by kind and name as in the report."""
    return to_csv(NAME_COLUMNS, name_rows(report))


def write_parquet(report: Report, path: Path) -> None:
    """All claims as a Parquet file at ``path``, whole or not at all.

    Raises ImportError where no Parquet library is installed.
    """
    with replacing(path) as waiting:
        claims_frame(report).to_parquet(waiting, index=False)
