"""The pages of the desk, for people; every one works without scripts.

Takes requests that passed the guard and the door; gives HTML, files, and a stream of changes. What it shows comes from
:mod:`queue`, :mod:`views` and the desk; what it takes goes to the desk.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response, StreamingResponse
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData, UploadFile

from discrepancy.review import exchange, pack, sheet
from discrepancy.review.addresses import address
from discrepancy.review.changes import describe, stream
from discrepancy.review.constraints import constraints, name_key
from discrepancy.review.decided import policy, to_html, to_markdown
from discrepancy.review.decisions import House, Refused, Ruling, Undo
from discrepancy.review.desk import Desk, Meanwhile, NotFound
from discrepancy.review.forms import own, text
from discrepancy.review.queue import FIELDS, asked, choices, entries, listing, neighbours
from discrepancy.review.registers import events_of, link_in, links_of, names_of
from discrepancy.review.render import environment
from discrepancy.review.reports import Shelf
from discrepancy.review.views import INLINE, articles_of, sides, whole
from discrepancy.review.visitors import Door, Visitor

ACTIVITY = 200
"""Decisions on a page of the activity log."""


class Pages:
    """The routes for people."""

    def __init__(self, desk: Desk, door: Door, stopping: Callable[[], bool]) -> None:
        self.desk, self.door, self.stopping = desk, door, stopping

    def page(self, request: Request, name: str, status: int = 200, **given: Any) -> HTMLResponse:
        """A page, with what all pages need."""
        visitor: Visitor = request.state.visitor
        change = self.desk.refresh()
        html = (
            environment()
            .get_template(name)
            .render(
                desk=self.desk,
                visitor=visitor,
                progress=self.desk.progress(),
                head=change.head,
                anew=change.reports,
                here=request.url.path + (f"?{request.url.query}" if request.url.query else ""),
                accounts=self.door.alone is None,
                **given,
            )
        )
        response = HTMLResponse(html.encode("utf-8", "replace"), status)
        if visitor.fresh:
            self.door.set_cookie(response, visitor.fresh)
        return response

    def back(self, request: Request, form: FormData, fallback: str = "/") -> RedirectResponse:
        """To the page the form came from."""
        return RedirectResponse(own(text(form, "back")) or fallback, 303)


def routes(pages: Pages) -> APIRouter:
    """All pages behind the door."""
    router = APIRouter(include_in_schema=False)
    desk = pages.desk

    def who(request: Request) -> str:
        visitor: Visitor = request.state.visitor
        return visitor.name

    @router.get("/")
    def queue_page(request: Request) -> Response:
        desk.refresh()
        wanted = asked(request.query_params)
        return pages.page(request, "queue.html", wanted=wanted, listing=listing(desk, wanted), choices=choices(desk))

    def finding_page(request: Request, shelf: Shelf, id: str, fault: str = "", status: int = 200) -> Response:
        finding = shelf.findings.get(id)
        if finding is None:
            raise NotFound("there is no such finding in this report; it may have gone with the last check")
        wanted = asked(request.query_params)
        before, after = neighbours(desk, wanted, shelf.slug, id)
        documents = articles_of(shelf, finding)
        keys = shelf.keyed[id].keys
        history = [
            d for d in desk.decisions if isinstance(d.body, Ruling) and any(c.key in keys for camp in d.body.camps for c in camp.claims)
        ]
        return pages.page(
            request,
            "finding.html",
            status,
            shelf=shelf,
            finding=finding,
            standing=shelf.standing(id),
            sides=sides(shelf, finding),
            documents=[(d, shelf.places[d.id], whole(shelf, d, finding) if len(d.text) <= INLINE else ()) for d in documents],
            consensus=shelf.consensus(finding),
            rests_on=[shelf.claims[c] for c in finding.depends_on if c in shelf.claims],
            wanted=wanted,
            before=before,
            after=after,
            history=history[::-1],
            undone=desk.undone(),
            event=shelf.event_label(finding.question),
            fault=fault,
        )

    @router.get("/r/{slug}/f/{finding:path}")
    def finding_get(request: Request, slug: str, finding: str) -> Response:
        desk.refresh()
        now = desk.became(slug, finding)
        if now and now != finding:
            return RedirectResponse(_address(request, slug, now), 303)
        return finding_page(request, desk.shelf(slug), finding)

    @router.post("/r/{slug}/f/{finding:path}")
    async def finding_post(request: Request, slug: str, finding: str) -> Response:
        form = await request.form()
        return await run_in_threadpool(ruled, request, form, slug, finding)

    def ruled(request: Request, form: FormData, slug: str, finding: str) -> Response:
        seen = text(form, "seen")
        chosen = text(form, "value")
        try:
            desk.rule(
                who(request),
                slug,
                finding,
                text(form, "outcome"),
                value=text(form, "other") if chosen in ("", "other") else chosen,
                reason=text(form, "reason"),
                note=text(form, "note"),
                id=text(form, "id"),
                seen=int(seen) if seen.isascii() and seen.isdigit() and len(seen) < 12 else None,
            )
        except Refused as fault:
            now = desk.became(slug, finding)
            return finding_page(request, desk.shelf(slug), now, str(fault), 409 if isinstance(fault, Meanwhile) else 422)
        return RedirectResponse(_address(request, slug, finding), 303)

    @router.post("/rule-many")
    async def rule_many(request: Request) -> Response:
        form = await request.form()

        def work() -> Response:
            desk.refresh()
            if text(form, "all"):
                wanted = asked({name: text(form, f"f-{name}") for name in FIELDS})
                chosen = [(e.shelf.slug, e.row.finding.id) for e in entries(desk, wanted)]
            else:
                pairs = [str(item).partition("/") for item in form.getlist("finding")]
                chosen = [(slug, id) for slug, _, id in pairs]
            desk.rule_many(
                who(request),
                chosen,
                text(form, "outcome") or "dismissed",
                reason=text(form, "reason"),
                note=text(form, "note"),
            )
            return pages.back(request, form)

        return await run_in_threadpool(work)

    @router.post("/undo")
    async def undo(request: Request) -> Response:
        form = await request.form()
        await run_in_threadpool(desk.keep, who(request), Undo(text(form, "id")))
        return pages.back(request, form, "/activity")

    @router.get("/r/{slug}/a/{place}")
    def article(request: Request, slug: str, place: int) -> Response:
        desk.refresh()
        shelf = desk.shelf(slug)
        if not 0 <= place < len(shelf.report.articles):
            raise NotFound("there is no such article in this report")
        document = shelf.report.articles[place]
        finding = shelf.findings.get(request.query_params.get("finding", ""))
        return pages.page(
            request,
            "article.html",
            shelf=shelf,
            document=document,
            rows=whole(shelf, document, finding),
            finding=finding,
        )

    @router.get("/events")
    def events(request: Request) -> Response:
        desk.refresh()
        return pages.page(request, "events.html", shelves=[events_of(shelf) for shelf in desk.shelves.values()],
                          links=links_of(desk, "events"), undone=desk.undone())  # fmt: skip

    @router.get("/names")
    def names(request: Request) -> Response:
        desk.refresh()
        house = dict(constraints(desk.decisions).house)
        return pages.page(request, "names.html", entities=names_of(desk), house=house, name_key=name_key,
                          links=links_of(desk, "names"), undone=desk.undone())  # fmt: skip

    @router.post("/link")
    async def link(request: Request) -> Response:
        form = await request.form()
        body = link_in(form)
        await run_in_threadpool(desk.keep, who(request), body)
        return pages.back(request, form, f"/{body.what}")

    @router.post("/house")
    async def house(request: Request) -> Response:
        form = await request.form()
        variants = tuple(str(item) for item in form.getlist("variant"))
        spelling = " ".join(text(form, "spelling").split())
        body = House(text(form, "kind"), spelling, variants, text(form, "note"))
        await run_in_threadpool(desk.keep, who(request), body)
        return pages.back(request, form, "/names")

    @router.get("/activity")
    def activity(request: Request) -> Response:
        desk.refresh()
        page = asked(request.query_params).page
        latest = desk.decisions[::-1]
        shown = latest[(page - 1) * ACTIVITY : page * ACTIVITY]
        return pages.page(request, "activity.html", shown=shown, page=page, more=len(latest) > page * ACTIVITY,
                          undone=desk.undone(), describe=lambda decision: describe(desk, decision))  # fmt: skip

    @router.get("/exports")
    def exports(request: Request) -> Response:
        desk.refresh()
        return pages.page(request, "exports.html", fault="", taken=-1)

    @router.get("/r/{slug}/{name}.{kind}")
    def file(request: Request, slug: str, name: str, kind: str) -> Response:
        desk.refresh()
        shelf = desk.shelf(slug)
        match name, kind:
            case "decided", "html":
                return HTMLResponse(to_html(shelf, desk).encode("utf-8", "replace"), headers={"content-security-policy": policy()})
            case "decided", "md":
                return _download(to_markdown(shelf, desk), "text/markdown", f"{slug}-decided.md")
            case "decisions", "csv":
                return _download(sheet.to_csv(shelf), "text/csv", f"{slug}-decisions.csv")
            case "decisions", "xlsx":
                kind_of_sheet = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
                return _download(sheet.to_xlsx(shelf, desk), kind_of_sheet, f"{slug}-decisions.xlsx")
            case "evidence", "zip":
                return _download(pack.to_zip(shelf, desk), "application/zip", f"{slug}-evidence.zip")
        raise NotFound("there is no such file")

    @router.get("/decisions.jsonl")
    def decisions_file() -> Response:
        desk.refresh()
        return _download(exchange.to_lines(desk.decisions), "application/jsonl", "decisions.jsonl")

    @router.post("/r/{slug}/sheet")
    async def sheet_post(request: Request, slug: str) -> Response:
        form = await request.form()
        given = form.get("sheet")
        data = await given.read() if isinstance(given, UploadFile) else b""

        def work() -> Response:
            desk.refresh()
            try:
                made = sheet.take(data, desk.shelf(slug), desk, who(request))
            except sheet.BadSheet as fault:
                return pages.page(request, "exports.html", 422, fault=str(fault), taken=-1)
            return pages.page(request, "exports.html", fault="", taken=len(made))

        return await run_in_threadpool(work)

    @router.get("/changes")
    async def changes(request: Request) -> Response:
        return StreamingResponse(stream(desk, pages.stopping, request), media_type="text/event-stream")

    return router


def _address(request: Request, slug: str, finding: str) -> str:
    """The address of a finding's page, in the queue that the request came from."""
    return address(slug, finding) + (f"?{request.url.query}" if request.url.query else "")


def _download(content: str | bytes, kind: str, name: str) -> Response:
    data = content.encode("utf-8", "backslashreplace") if isinstance(content, str) else content
    charset = "; charset=utf-8" if isinstance(content, str) else ""
    return Response(data, media_type=kind + charset, headers={"content-disposition": f'attachment; filename="{name}"'})
