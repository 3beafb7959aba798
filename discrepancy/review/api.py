"""The interface for programs: a CMS sends a draft and its sources, reads findings, posts decisions. OpenAPI at
``/api/v1/openapi.json``.

Takes and gives JSON. Programs carry a token (``Authorization: Bearer …``, made by ``discrepancy users token``); on a
loopback desk without accounts they need none. Every answer to a fault is ``{"detail": sentence}``.
"""

from __future__ import annotations

import threading
from dataclasses import asdict
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Body, Path, Query, Request
from pydantic import BaseModel, ConfigDict, Field

from discrepancy.report.json import draft_as_json
from discrepancy.review.addresses import address
from discrepancy.review.chain import as_json
from discrepancy.review.decisions import NOTE_LENGTH, Outcome, Refused, Undo
from discrepancy.review.desk import Desk, NotFound
from discrepancy.review.gate import NoSuchDraft, barriers
from discrepancy.review.queue import Asked, Entry, fits
from discrepancy.review.reattach import sentence
from discrepancy.review.reports import Shelf

ARTICLES, CHARACTERS = 200, 1_000_000
"""How many articles a program may send at once, and how long each may be."""


class Given(BaseModel):
    """What programs send: no field that is not known."""

    model_config = ConfigDict(extra="forbid", strict=True)


class Article(Given):
    """An article. ``id`` is the sender's own and stays the same from one check to the next: decisions hang on it
    where there is no ``url``.
    """

    id: str = Field(min_length=1, max_length=200)
    text: str = Field(min_length=1, max_length=CHARACTERS)
    title: str = Field("", max_length=1000)
    outlet: str = Field("", max_length=200)
    url: str = Field("", max_length=2000)
    published: str = Field("", max_length=40, description="ISO 8601")


class Submission(Given):
    """A draft, and the sources to lay it beside."""

    draft: Article | None = None
    sources: list[Article] = Field(max_length=ARTICLES)
    own: list[str] = Field([], max_length=50, description="Words that mark own reporting in the draft, beside those of the rules.")


class PostedRuling(Given):
    """A ruling. ``id`` is the sender's own: a request sent twice is kept once. ``seen`` is the number of the last
    decision the sender knew.
    """

    outcome: Outcome
    value: str = Field("", max_length=500)
    reason: str = Field("", max_length=100)
    note: str = Field("", max_length=NOTE_LENGTH)
    id: str = Field("", max_length=80)
    seen: int | None = None


Slug = Annotated[str, Path(max_length=200)]
State = Literal["any", "open", "confirmed", "dismissed", "resolved", "deferred", "reopened"]


def _told(shelf: Shelf, entry: Entry) -> dict[str, Any]:
    finding, standing = entry.row.finding, entry.standing
    return {
        "id": finding.id,
        "report": shelf.slug,
        "address": address(shelf.slug, finding.id),
        "level": finding.level,
        "verdict": finding.verdict,
        "confidence": round(finding.confidence, 3),
        "question": asdict(finding.question),
        "event": entry.row.event,
        "message": finding.message,
        "sayable": finding.sayable,
        "causes": [{"kind": cause.kind, "text": cause.text} for cause in finding.causes],
        "camps": [
            {"value": camp.value, "claims": [_claim(shelf, id) for id in camp.claims if id in shelf.claims]} for camp in finding.camps
        ],
        "state": standing.state,
        "ruled": sentence(standing),
        "since": list(standing.since),
        "decision": as_json(standing.decision) if standing.decision else None,
    }


def _claim(shelf: Shelf, id: str) -> dict[str, Any]:
    claim = shelf.claims[id]
    span = claim.evidence.span
    return {"id": id, "article": claim.article, "source": shelf.source(claim.article), "start": span.start, "end": span.end,
            "exact": claim.evidence.exact, "attributed_to": claim.attributed_to, "stance": claim.stance}  # fmt: skip


def routes(desk: Desk) -> APIRouter:
    """All routes for programs."""
    router = APIRouter(prefix="/api/v1")
    checking = threading.Semaphore(1)  # a check takes a core; the editors' pages need the other

    @router.get("/reports", summary="Reports on the desk")
    def reports() -> list[dict[str, Any]]:
        desk.refresh()
        return [
            {"report": s.slug, "name": s.name, "articles": len(s.documents), "progress": dict(desk.progress([s.slug]))}
            for s in desk.shelves.values()
        ]

    @router.post("/checks", status_code=201, summary="Check a draft against its sources")
    def checks(request: Request, sent: Submission) -> dict[str, Any]:
        from discrepancy.ingest import inputs_from_records
        from discrepancy.pipeline import check
        from discrepancy.rulebook import rulebook

        articles = ([sent.draft] if sent.draft else []) + sent.sources
        if not articles:
            raise Refused("send at least one article")
        if len({article.id for article in articles}) != len(articles):
            raise Refused("two articles have the same id")
        records = [
            {
                "doc_id": a.id,
                "text": a.text,
                "title": a.title,
                "source": a.outlet,
                "url": a.url,
                "published": a.published,
            }
            for a in articles
        ]
        draft = sent.draft.id if sent.draft else ""
        inputs = inputs_from_records(records)
        if draft and draft not in {document.id for document in inputs.documents}:
            why = [item.reason for item in inputs.unreadable if f"({draft})" in item.path]
            raise Refused(" ".join(["the draft could not be read:", *why]))
        with checking:
            desk.refresh()
            report = check(inputs, rulebook(), desk.decisions, draft=draft, own=sent.own)
        shelf = desk.submit(request.state.visitor.name, report)
        return {
            "report": shelf.slug,
            "findings": _findings(shelf, Asked(state="any")),
            "draft": _draft(shelf),
            "gate": _gate(shelf, draft),
            "unreadable": [{"id": item.path, "reason": item.reason} for item in report.unreadable],
        }

    @router.get("/reports/{report}/draft", summary="The draft's statements, and how each fares beside the sources")
    def drafted(report: Slug) -> dict[str, Any] | None:
        desk.refresh()
        return _draft(desk.shelf(report))

    def _draft(shelf: Shelf) -> dict[str, Any] | None:
        draft = shelf.report.draft
        if draft is None:
            return None
        told = draft_as_json(draft)
        for one in told["statements"]:
            for name in ("claims", "support"):
                one[name] = [_claim(shelf, id) for id in one[name]]
        return told

    @router.get("/reports/{report}/findings", summary="Findings of a report, in the queue's order")
    def findings(
        report: Slug,
        state: State = "any",
        level: Literal["", "error", "warning", "note"] = "",
        q: Annotated[str, Query(max_length=200)] = "",
    ) -> list[dict[str, Any]]:
        desk.refresh()
        return _findings(desk.shelf(report), Asked(state=state, level=level, q=q))

    def _findings(shelf: Shelf, wanted: Asked) -> list[dict[str, Any]]:
        found = (Entry(shelf, row, shelf.standing(row.finding.id)) for row in shelf.rows)
        return [_told(shelf, entry) for entry in found if fits(entry, wanted)]

    @router.get("/reports/{report}/findings/{finding}", summary="One finding")
    def finding(report: Slug, finding: Slug) -> dict[str, Any]:
        desk.refresh()
        return _one(desk.shelf(report), finding)

    def _one(shelf: Shelf, id: str) -> dict[str, Any]:
        row = next((row for row in shelf.rows if row.finding.id == id), None)
        if row is None:
            raise NotFound("there is no such finding in this report")
        return _told(shelf, Entry(shelf, row, shelf.standing(id)))

    @router.post("/reports/{report}/findings/{finding}/rulings", status_code=201, summary="Rule on a finding")
    def rulings(request: Request, report: Slug, finding: Slug, sent: PostedRuling) -> dict[str, Any]:
        desk.rule(
            request.state.visitor.name, report, finding, sent.outcome,
            value=sent.value, reason=sent.reason, note=sent.note, id=sent.id, seen=sent.seen,
        )  # fmt: skip
        return _one(desk.shelf(report), finding)

    @router.post("/decisions/{id}/undo", status_code=201, summary="Take a decision, or a batch, back")
    def undo(request: Request, id: Slug, sent: Annotated[dict[str, str] | None, Body()] = None) -> dict[str, Any]:
        return as_json(desk.keep(request.state.visitor.name, Undo(id, (sent or {}).get("note", ""))))

    @router.get("/decisions", summary="All decisions after a number")
    def decisions(after: int = 0) -> list[dict[str, Any]]:
        desk.refresh()
        return [as_json(decision) for decision in desk.decisions if decision.seq > after]

    @router.get("/reasons", summary="The reasons that can be given")
    def reasons() -> list[dict[str, Any]]:
        return [{"code": r.code, "label": r.label, "outcomes": list(r.outcomes)} for r in desk.reasons]

    @router.get("/reports/{report}/gate", summary="What stands in the way of publication")
    def gate(report: Slug, draft: Annotated[str, Query(max_length=2000)] = "") -> dict[str, Any]:
        desk.refresh()
        return _gate(desk.shelf(report), draft)

    def _gate(shelf: Shelf, draft: str) -> dict[str, Any]:
        try:
            found = barriers(shelf.report, (), draft, shelf.standings)
        except NoSuchDraft as fault:
            raise NotFound(str(fault)) from None
        return {
            "passes": not found,
            "standing": [
                {
                    "finding": b.finding.id,
                    "why": b.why,
                    "message": b.finding.message,
                    "address": address(shelf.slug, b.finding.id),
                }
                for b in found
            ],
        }

    return router
