"""A Word draft with the findings as comments beside its words, for editors who work in Word.

Takes a report on a draft that was read from a DOCX file, and that file; gives the bytes of a copy with comments. The draft
itself is never changed: the copy's text, runs and styles are the draft's, a comment hangs on the runs that hold the words.
The writer's half of python-docx's home.
"""

from __future__ import annotations

import hashlib
import io
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from discrepancy.model.findings import Finding, Report
from discrepancy.model.text import Document, Span
from discrepancy.report import Unfit
from discrepancy.report.packed import still
from discrepancy.report.shelf import Shelf, by_seriousness, shelf
from discrepancy.report.visible import one_line

AUTHOR, INITIALS = "discrepancy", "d"


def render(report: Report) -> bytes:
    """The commented copy of the report's draft, read again from where it lay.

    Raises :class:`~discrepancy.report.Unfit` where the report has no draft, the draft was no Word file, or the file has changed
    since; ImportError where python-docx is not installed (extra ``office``).
    """
    draft = next((one for one in report.articles if report.draft is not None and one.id == report.draft.article), None)
    if draft is None:
        raise Unfit("Word comments need a draft: add --draft FILE.docx.")
    path = Path(draft.path)
    if path.suffix.lower() != ".docx":
        raise Unfit(f"{draft.path} is no Word file; comments can be put into a .docx draft only.")
    try:
        data = path.read_bytes()
    except OSError as error:
        raise Unfit(f"{draft.path} cannot be opened again ({error.strerror}).") from None
    if hashlib.sha256(data).hexdigest() != draft.sha256:
        raise Unfit(f"{draft.path} has changed since it was checked; check it again.")
    return commented(data, draft, report)


def commented(data: bytes, draft: Document, report: Report) -> bytes:
    """The file with a comment for each finding in which the draft stands, errors first; findings set aside or decided make none."""
    import docx

    file = docx.Document(io.BytesIO(data))
    books = shelf(by_seriousness(report))
    lines = list(_lines(file, draft.text))
    for finding in books.report.findings:
        own = [claim for camp in finding.camps for claim in books.of(camp.claims) if claim.article == draft.id]
        if not own or finding.aside or finding.decided:
            continue
        runs = _runs(lines, own[0].evidence.span) or _first(file)
        if runs:
            comment = file.add_comment(runs, _words(finding, own[0].evidence.exact, _lone(finding, draft, books)), AUTHOR, INITIALS)
            comment._comment_elm.attrib.pop(_DATE, None)  # the hour of writing says nothing, and would change the file
    held = io.BytesIO()
    file.save(held)
    return still(held.getvalue())


_DATE = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}date"


def _lone(finding: Finding, draft: Document, books: Shelf) -> list[str]:
    """In words, the values of others than the draft that rest on one origin."""
    sides = [c for c in finding.camps if c.value in finding.single_origin and all(m.article != draft.id for m in books.of(c.claims))]
    return [books.camp_in_words(camp, finding.question) for camp in sides]


def _words(finding: Finding, exact: str, single: Sequence[str]) -> str:
    told = f"{finding.level.capitalize()}: {one_line(finding.question.text)}\n“{one_line(exact)}”: {one_line(finding.message)}"
    causes = "".join(f"\nLikely cause: {one_line(cause.text)}" for cause in finding.causes)
    causes += "".join(f"\nVersion: {one_line(version.text)}" for version in finding.ledger)
    lone = "".join(f"\nOnly one origin gives {one_line(value)}." for value in single)
    printable = f"\nCould be printed: {one_line(finding.sayable)}" if finding.sayable else ""
    return f"{told}{lone}{causes}{printable}\n[{finding.id}]"


def _lines(file: Any, text: str) -> Iterator[tuple[Span, list[Any], str]]:
    """Each paragraph with runs: where its words stand in the text as read, its runs, and its own words."""
    at = 0
    for paragraph in (*file.paragraphs, *(p for table in file.tables for row in table.rows for cell in row.cells for p in cell.paragraphs)):
        words = paragraph.text.strip()
        if not words or not paragraph.runs:
            continue
        first = words.split("\n")[0].strip()
        start = text.find(first, at)
        start = start if start >= 0 else text.find(first)
        if start >= 0:
            at = start + len(first)
            yield Span(start, start + len(words)), list(paragraph.runs), paragraph.text


def _runs(lines: list[tuple[Span, list[Any], str]], span: Span) -> list[Any]:
    """The runs that hold the words at ``span``, all of one paragraph; none where the file has them nowhere."""
    for stretch, runs, words in lines:
        if not stretch.overlaps(span):
            continue
        shift = stretch.start - (len(words) - len(words.lstrip()))
        held, at = [], shift
        for run in runs:
            here = Span(at, at + len(run.text))
            at = here.end
            if here.overlaps(span):
                held.append(run)
        return held or runs
    return []


def _first(file: Any) -> list[Any]:
    """The first run of the draft, for a finding whose words no paragraph holds."""
    return next(([paragraph.runs[0]] for paragraph in file.paragraphs if paragraph.runs), [])
