"""The report as one XLSX workbook, a sheet a view: for desks that live in spreadsheets.

Takes a report, gives the bytes of the file, the same for the same report. Text is written as text: a cell that begins
with ``=`` is never a formula. The writer's half of openpyxl's home; :func:`put` is shared with the sheet of decisions.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from discrepancy.model.findings import Report
from discrepancy.report.cells import Cell
from discrepancy.report.packed import still
from discrepancy.report.page import Page, page
from discrepancy.report.table import CLAIM_COLUMNS, FINDING_COLUMNS, claim_rows, finding_rows
from discrepancy.report.voices import Voice
from discrepancy.report.wording import in_words, origins_words

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell as SheetCell
    from openpyxl.cell.cell import MergedCell

LONGEST = 32_000
"""Characters a cell takes; the format's own limit is 32,767. Source: Excel specifications and limits."""

WIDE = 60
"""Characters of width at which a column wraps instead of growing."""

_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class Sheet:
    """One view: its name on the tab, its columns, its rows."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[Sequence[Cell], ...]


def render(report: Report) -> bytes:
    """The workbook as bytes. Raises ImportError where openpyxl is not installed (extra ``office``)."""
    from openpyxl import Workbook
    from openpyxl.styles import Alignment, Font
    from openpyxl.utils import get_column_letter

    book = Workbook()
    book.remove(book.worksheets[0])
    book.properties.creator = "discrepancy"
    for view in sheets(report):
        sheet = book.create_sheet(view.title)
        for column, name in enumerate(view.columns, 1):
            put(sheet.cell(1, column), name)
            sheet.cell(1, column).font = Font(bold=True)
            longest = max((len(str(row[column - 1])) for row in view.rows if row[column - 1] is not None), default=0)
            sheet.column_dimensions[get_column_letter(column)].width = 2 + min(WIDE, max(len(name), longest))
        for number, row in enumerate(view.rows, 2):
            for column, content in enumerate(row, 1):
                cell = sheet.cell(number, column)
                put(cell, content)
                cell.alignment = Alignment(vertical="top", wrap_text=True)
        sheet.freeze_panes = "A2"
        sheet.auto_filter.ref = f"A1:{get_column_letter(len(view.columns))}{len(view.rows) + 1}"
    held = io.BytesIO()
    book.save(held)
    return still(held.getvalue())


def put(cell: SheetCell | MergedCell, content: Cell) -> None:
    """Writes ``content`` into a cell: numbers and truth values as such, text as text and never as a formula."""
    if content is None or content == "":
        return
    if isinstance(content, str):
        cell.value = _CONTROLS.sub("\N{REPLACEMENT CHARACTER}", content)[:LONGEST]
        cell.data_type = "s"  # openpyxl takes "=1+1" for a formula
        cell.quotePrefix = True  # and a person who edits the cell must not make one of it
    else:
        cell.value = content


def sheets(report: Report) -> tuple[Sheet, ...]:
    """The views of a report, the questions to decide first."""
    shown = page(report)
    claims, findings = claim_rows(report.claims), finding_rows(shown.shelf.report)
    return (
        Sheet("Findings", FINDING_COLUMNS, tuple(tuple(row[name] for name in FINDING_COLUMNS) for row in findings)),
        _grid(shown),
        Sheet("Claims", CLAIM_COLUMNS, tuple(tuple(row[name] for name in CLAIM_COLUMNS) for row in claims)),
        _events(shown),
        _names(shown),
        _consensus(shown),
        Sheet(
            "Not compared",
            ("one", "the other", "what differs", "because"),
            tuple((_brief(one.first), _brief(one.second), one.pair.field, one.pair.text) for one in shown.apart),
        ),
        Sheet(
            "Numbers and dates left",
            ("article", "kind", "words", "reason"),
            tuple((shown.shelf.outlet(one.evidence.article), one.kind, one.evidence.exact, one.reason) for one in report.unread),
        ),
        _articles(shown),
    )


def _brief(voice: Voice | None) -> str:
    return f"{voice.words} ({voice.outlet})" if voice else ""


def _grid(shown: Page) -> Sheet:
    """Questions down, articles across; a camp's letter stands before its answer."""
    rows: list[Sequence[Cell]] = []
    for row in shown.grid:
        answers = ["; ".join(f"{one.letter} {one.words}".strip() for one in cell) for cell in row.cells]
        rows.append((row.event, row.question.text, row.finding.level if row.finding else "", *answers))
    return Sheet("Who says what", ("event", "question", "level", *(_unlike(one.outlet for one in shown.articles))), tuple(rows))


def _unlike(names: Iterable[str]) -> list[str]:
    """Names with a number behind those that stood before, so that a table may be sorted by its heads."""
    seen: dict[str, int] = {}
    made = []
    for name in names:
        seen[name] = seen.get(name, 0) + 1
        made.append(name if seen[name] == 1 else f"{name} {seen[name]}")
    return made


def _events(shown: Page) -> Sheet:
    rows: list[Sequence[Cell]] = []
    for moment in (*shown.timeline, *shown.single):
        event = moment.event
        rows.append(
            (event.id, event.label, event.type, moment.day, event.place, ", ".join(event.actors), moment.outlets, "; ".join(event.why))
        )
    return Sheet("Events", ("id", "label", "type", "day", "place", "actors", "told by", "why one event"), tuple(rows))


def _names(shown: Page) -> Sheet:
    """The register: a row a spelling."""
    rows: list[Sequence[Cell]] = []
    for entity in (*shown.register, *shown.plain_names):
        for variant in entity.variants:
            outlets = ", ".join(shown.shelf.outlet(article) for article in variant.articles)
            rows.append((entity.id, entity.name, entity.kind, variant.text, outlets, sum(variant.counts), entity.house))
    return Sheet("Names", ("id", "name", "kind", "spelling", "printed by", "times", "house spelling"), tuple(rows))


def _consensus(shown: Page) -> Sheet:
    columns = ("question", "low", "best", "high", "grade", "origins", "chosen by", "ledger")
    rows = tuple(
        (r.question.text, r.low, r.best, r.high, r.grade, origins_words(r.origins), r.rule, "\n".join(version.text for version in r.ledger))
        for r in shown.consensus
    )
    return Sheet("Consensus", columns, rows)


def _articles(shown: Page) -> Sheet:
    rows: list[Sequence[Cell]] = []
    for full in shown.articles:
        one = full.document
        published = in_words(one.published.value) if one.published else ""
        came_from = one.published.came_from if one.published else ""
        rows.append((one.id, full.outlet, one.title.value if one.title else "", published, came_from, one.path, one.sha256))
    return Sheet("Articles", ("id", "outlet", "title", "published", "day found in", "path", "sha256"), tuple(rows))
