"""The five seed articles as a newsroom might get them: the same paragraphs in every format.

Takes the seed articles as plain text reads them; gives the bytes of files. What stands round an article on a page (navigation,
advertisements, other stories, consent boxes) carries figures and dates of its own, so that a leak shows in the findings.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from discrepancy import check, read, rulebook
from discrepancy.ingest import Inputs
from discrepancy.model.findings import Report
from discrepancy.model.text import Document

ROOT = Path(__file__).resolve().parents[2]
SEEDS = ROOT / "seeds" / "pakistan-iran-2024" / "articles"
OUTLETS = {
    "000": ("Elbow Valley Post", "2024-01-29"),
    "001": ("Springfield Courier", "2024-01-31"),
    "002": ("Harbour Gazette", "2024-01-29"),
    "003": ("Northern Ledger", "2024-01-29"),
    "004": ("The Policy Review", ""),
}
"""Invented outlets, and the days on which the articles came out; the last has none."""


@dataclass(frozen=True, slots=True)
class Story:
    """An article to be rendered. ``lines`` are (kind, text) in the order of the page, the headline first and apart."""

    id: str
    name: str
    title: str
    outlet: str
    published: str
    lines: tuple[tuple[str, str], ...]

    @property
    def url(self) -> str:
        return f"https://www.{self.outlet.lower().replace(' ', '')}.example/{self.name}"

    @property
    def credit(self) -> str:
        """The agency whose credit stands in no line of its own."""
        return "Reuters" if self.id == "003" else ""


@cache
def stories() -> tuple[Story, ...]:
    """The seed articles, cut into what they are."""
    return tuple(_story(document) for document in read(SEEDS).documents)


def _story(document: Document) -> Story:
    lines = []
    title = ""
    for block in document.blocks:
        text = block.span.of(document.text)
        if block.kind == "headline":
            title = title or text
        elif block.kind == "dateline":
            lines.append(("body", text + " "))
        elif block.kind == "body" and lines and lines[-1][1].endswith(" "):
            lines[-1] = ("body", lines[-1][1] + text)
        elif block.kind in ("body", "caption", "standfirst") or (block.kind == "credit" and len(text) > 20):
            lines.append((block.kind, text))
    outlet, published = OUTLETS[document.id]
    return Story(document.id, Path(document.path).stem, title, outlet, published, tuple(lines))


def as_text(story: Story) -> str:
    """The article as plain text under a header block."""
    day = f"Published: {story.published}\n" if story.published else ""
    byline = f"Byline: World Desk, {story.credit}\n" if story.credit else ""
    head = f"Title: {story.title}\nSource: {story.outlet}\n{day}{byline}\n"
    return head + "\n\n".join(text for _, text in story.lines) + "\n"


@cache
def baseline() -> Report:
    """What the five say as plain text."""
    from tempfile import TemporaryDirectory

    with TemporaryDirectory() as folder:
        for story in stories():
            Path(folder, story.name + ".txt").write_text(as_text(story), encoding="utf-8")
        return check(read(folder), rulebook())


def told(report: Report) -> list[tuple[object, ...]]:
    """What a report finds, without what depends on where words stand: ids and offsets. No-break spaces count as spaces."""
    claims = {claim.id: claim for claim in report.claims}
    outlets = {document.id: document.outlet.value if document.outlet else "" for document in report.articles}

    def plain(text: str) -> str:
        return " ".join(text.split())

    def camp(ids: Iterable[str]) -> tuple[tuple[str, str], ...]:
        return tuple(sorted((outlets[claims[id].article], plain(claims[id].evidence.exact)) for id in ids))

    return sorted(
        (f.verdict, f.level, f.question.attribute, plain(f.message), tuple(sorted((one.value, camp(one.claims)) for one in f.camps)))
        for f in report.findings
    )


def evidence_is_there(report: Report) -> bool:
    """True when every claim's words stand where it says."""
    texts = {document.id: document.text for document in report.articles}
    return all(claim.evidence.span.of(texts[claim.article]) == claim.evidence.exact for claim in report.claims)


def found_out(inputs: Inputs) -> list[tuple[str, str]]:
    """Outlet and day of publication of each article read."""
    return [
        (
            document.outlet.value if document.outlet else "",
            document.published.value.first.isoformat() if document.published and document.published.value.first else "",
        )
        for document in inputs.documents
    ]


def zipped(members: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return out.getvalue()
