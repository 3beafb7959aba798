"""The pages of the desk, for people; every one works without scripts.

Takes requests that passed the guard and the door; gives HTML, files, and a stream of changes. What it shows comes from
:mod:`queue`, :mod:`views` and the desk; what it takes goes to the desk.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Callable, Sequence
from typing import Any
from urllib.parse import quote, urlsplit

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response, StreamingResponse
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData, UploadFile

from discrepancy.review import exchange, pack, sheet
from discrepancy.review.accounts import Attempts
from discrepancy.review.constraints import constraints, mention_ids, name_key
from discrepancy.review.decided import policy, to_html, to_markdown
from discrepancy.review.decisions import Body, Decision, House, Link, Refused, Ruling, Undo
from discrepancy.review.desk import Desk, Meanwhile, NotFound
from discrepancy.review.guard import refused
from discrepancy.review.queue import FIELDS, asked, choices, entries, listing, neighbours
from discrepancy.review.render import environment
from discrepancy.review.reports import Shelf
from discrepancy.review.views import INLINE, articles_of, sides, whole
from discrepancy.review.visitors import Door, Visitor

LOOK_SECONDS = 0.4
"""How often a stream looks for changes made by another desk on the same database."""

ACTIVITY = 200
"""Decisions on a page of the activity log."""


class Pages:
    """The routes for people."""

    def __init__(self, desk: Desk, door: Door, stopping: Callable[[], bool]) -> None:
        self.desk, self.door, self.stopping = desk, door, stopping
        self.attempts = Attempts()

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
            self.set_cookie(response, visitor.fresh)
        return response

    def set_cookie(self, response: Response, token: str) -> None:
        """Gives a browser its session."""
        response.set_cookie(
            self.door.cookie, token, httponly=True, samesite="lax", secure=self.door.secure, path="/", max_age=43_200
        )

    def back(self, request: Request, form: FormData, fallback: str = "/") -> RedirectResponse:
        """To the page the form came from."""
        return RedirectResponse(own(text(form, "back")) or fallback, 303)


def own(path: str) -> str:
    """A path of this desk; "" for anything that leads elsewhere.

    >>> own("/r/a/f/1?page=2"), own("//evil.example"), own("https://evil.example"), own("/\\\\evil.example")
    ('/r/a/f/1?page=2', '', '', '')
    """
    parts = urlsplit(path) if path.startswith("/") and "\\" not in path and path.isprintable() else None
    return path if parts is not None and not parts.netloc and not path.startswith("//") else ""


def text(form: FormData, name: str) -> str:
    """A text field of a form, "" when it is missing."""
    value = form.get(name, "")
    return value.replace("\r\n", "\n") if isinstance(value, str) else ""


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
            d
            for d in desk.decisions
            if isinstance(d.body, Ruling) and any(c.key in keys for camp in d.body.camps for c in camp.claims)
        ]
        return pages.page(
            request,
            "finding.html",
            status,
            shelf=shelf,
            finding=finding,
            standing=shelf.standing(id),
            sides=sides(shelf, finding),
            documents=[
                (d, shelf.places[d.id], whole(shelf, d, finding) if len(d.text) <= INLINE else ()) for d in documents
            ],
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
            return finding_page(
                request, desk.shelf(slug), finding, str(fault), 409 if isinstance(fault, Meanwhile) else 422
            )
        address = f"/r/{quote(slug, safe='')}/f/{quote(finding, safe='')}"
        return RedirectResponse(address + (f"?{request.url.query}" if request.url.query else ""), 303)

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
        return pages.page(request, "events.html", shelves=[_events(shelf) for shelf in desk.shelves.values()],
                          links=_links(desk, "events"), undone=desk.undone())  # fmt: skip

    @router.get("/names")
    def names(request: Request) -> Response:
        desk.refresh()
        house = dict(constraints(desk.decisions).house)
        return pages.page(request, "names.html", entities=_names(desk), house=house, name_key=name_key,
                          links=_links(desk, "names"), undone=desk.undone())  # fmt: skip

    @router.post("/link")
    async def link(request: Request) -> Response:
        form = await request.form()
        body = _link(form)
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
                return HTMLResponse(
                    to_html(shelf, desk).encode("utf-8", "replace"), headers={"content-security-policy": policy()}
                )
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
        return StreamingResponse(_changes(pages, request), media_type="text/event-stream")

    return router


async def _changes(pages: Pages, request: Request) -> AsyncIterator[str]:
    """Server-sent events: the first at once, then one for every change, and a comment now and then to keep the line
    open.
    """
    last = None
    quiet = 0.0
    while not pages.stopping() and not await request.is_disconnected():
        change = await run_in_threadpool(pages.desk.refresh)
        if change != last:
            latest = pages.desk.decisions[-1] if pages.desk.decisions else None
            said = describe(pages.desk, latest) if latest is not None and last is not None else ""
            told = {
                "head": change.head,
                "anew": change.reports,
                "who": latest.who if latest else "",
                "said": said if last is not None and change.head != last.head else "",
            }
            yield f"id: {change.head}\nevent: change\ndata: {json.dumps(told)}\n\n"
            last, quiet = change, 0.0
        elif quiet >= 15:
            yield ": still here\n\n"
            quiet = 0.0
        await asyncio.sleep(LOOK_SECONDS)
        quiet += LOOK_SECONDS


def describe(desk: Desk, decision: Decision) -> str:
    """A decision as a sentence without its subject: "dismissed “How many died?”: Two different events"."""
    body: Body = decision.body
    if isinstance(body, Ruling):
        chosen = f" as {body.value}" if body.outcome == "resolved" else ""
        why = f": {desk.reason_label(body.reason)}" if body.reason else ""
        return f"{body.outcome} “{body.question}”{chosen}{why}"
    if isinstance(body, Link):
        how = "merged" if body.how == "same" else "split"
        joint = "and" if body.how == "same" else "from"
        return f"{how} {body.what}: “{body.left_label or body.left[0]}” {joint} “{body.right_label or body.right[0]}”"
    if isinstance(body, House):
        return f"set the house spelling “{body.spelling}”"
    undone = next((d for d in desk.decisions if d.id == body.undoes), None)
    return f"took back: {describe(desk, undone)}" if undone else "took back several rulings at once"


def _links(desk: Desk, what: str) -> list[Decision]:
    return [d for d in desk.decisions if isinstance(d.body, Link) and d.body.what == what][::-1]


def _events(shelf: Shelf) -> tuple[Shelf, list[tuple[Any, list[tuple[str, str, str]]]]]:
    """Each event of a report with its mentions: key, source, words."""
    keys = {id: key for key, ids in mention_ids(shelf.report.articles, shelf.report.mentions).items() for id in ids}
    mentions = {mention.id: mention for mention in shelf.report.mentions}
    shown = []
    for event in shelf.report.events:
        own = [mentions[id] for id in event.mentions if id in mentions and id in keys]
        shown.append(
            (event, [(keys[m.id], shelf.source(m.article), m.triggers[0].exact if m.triggers else m.type) for m in own])
        )
    return shelf, shown


def _names(desk: Desk) -> Sequence[tuple[str, str, list[tuple[str, int, tuple[str, ...]]]]]:
    """The name register over all reports: kind, head spelling, and each spelling with its count and outlets."""
    register: dict[tuple[str, str], dict[str, tuple[int, tuple[str, ...]]]] = {}
    for shelf in desk.shelves.values():
        for entity in shelf.report.entities:
            own = register.setdefault((entity.kind, entity.name), {})
            for variant in entity.variants:
                count, outlets = own.get(variant.text, (0, ()))
                named = tuple(shelf.source(article) for article in variant.articles)
                own[variant.text] = (count + sum(variant.counts), tuple(dict.fromkeys((*outlets, *named))))
    return [
        (
            kind,
            name,
            [(text, count, outlets) for text, (count, outlets) in sorted(own.items(), key=lambda v: (-v[1][0], v[0]))],
        )
        for (kind, name), own in sorted(register.items())
    ]


def _link(form: FormData) -> Link:
    """A merge of the chosen groups, or a split of the chosen members from the rest of theirs.

    A field ``member`` holds JSON: ``[keys, label]``. A merge joins the first to all others; a split sets ``member``
    against ``rest``.
    """
    what, how = text(form, "what"), text(form, "how")
    if what not in ("events", "names") or how not in ("same", "different"):
        raise Refused("choose what to merge or split")
    chosen = [_member(str(item)) for item in form.getlist("member")]
    if how == "same":
        if len(chosen) < 2:
            raise Refused(f"choose at least two {what} to merge")
        left, right = chosen[:1], chosen[1:]
    else:
        left, right = chosen, [_member(str(item)) for item in form.getlist("rest")]
        picked = {key for keys, _ in left for key in keys}
        right = [(keys, label) for keys, label in right if not picked & set(keys)]
        if not left or not right:
            raise Refused("choose some members to split off, and leave at least one")
    return Link(
        "events" if what == "events" else "names",
        "same" if how == "same" else "different",
        tuple(dict.fromkeys(key for keys, _ in left for key in keys)),
        tuple(dict.fromkeys(key for keys, _ in right for key in keys)),
        ", ".join(label for _, label in left)[:500],
        ", ".join(label for _, label in right)[:500],
        text(form, "note"),
    )


def _member(given: str) -> tuple[list[str], str]:
    try:
        keys, label = json.loads(given)
    except (ValueError, TypeError, RecursionError):
        raise Refused("this choice cannot be read; load the page again") from None
    if not isinstance(label, str) or not isinstance(keys, list) or not all(isinstance(key, str) for key in keys):
        raise Refused("this choice cannot be read; load the page again")
    return keys, label


def _download(content: str | bytes, kind: str, name: str) -> Response:
    data = content.encode("utf-8", "backslashreplace") if isinstance(content, str) else content
    charset = "; charset=utf-8" if isinstance(content, str) else ""
    return Response(data, media_type=kind + charset, headers={"content-disposition": f'attachment; filename="{name}"'})


def doors(pages: Pages) -> APIRouter:
    """The routes before the door: in and out."""
    router = APIRouter(include_in_schema=False)
    door = pages.door

    @router.get("/login")
    def login_page(request: Request) -> Response:
        if request.state.visitor.account is not None:
            return RedirectResponse("/", 303)
        return _ask(request)

    def _ask(request: Request, fault: str = "", status: int = 200, wait: int = 0) -> Response:
        visitor: Visitor = request.state.visitor
        html = (
            environment()
            .get_template("login.html")
            .render(fault=fault, visitor=visitor, next=own(request.query_params.get("next", "")))
        )
        response = HTMLResponse(html, status, headers={"retry-after": str(wait)} if wait else None)
        if visitor.fresh:
            pages.set_cookie(response, visitor.fresh)
        return response

    @router.post("/login")
    async def login(request: Request) -> Response:
        form = await request.form()

        def work() -> Response:
            name, password = text(form, "name").strip(), text(form, "password")
            place = request.client.host if request.client else ""
            wait = pages.attempts.wait(name, place)
            if wait:
                refused(request.scope, 429, "too many failed logins")
                return _ask(request, f"Too many attempts. Try again in {-(-wait // 60)} min.", 429, wait)
            account = door.accounts.check(name, password)
            if account is None:
                pages.attempts.failed(name, place)
                refused(request.scope, 401, "failed login")
                return _ask(request, "Name or password is wrong.", 401)
            door.accounts.close(request.cookies.get(door.cookie, ""))
            response = RedirectResponse(own(text(form, "next")) or "/", 303)
            # Always a new secret: one that was planted before the login opens nothing after it.
            pages.set_cookie(response, door.accounts.open(account))
            return response

        return await run_in_threadpool(work)

    @router.post("/logout")
    async def logout(request: Request) -> Response:
        await run_in_threadpool(door.accounts.close, request.cookies.get(door.cookie, ""))
        response = RedirectResponse("/login", 303)
        response.delete_cookie(door.cookie, path="/", secure=door.secure, httponly=True, samesite="lax")
        return response

    return router
