"""The routes before the door: in and out.

Takes names and passwords; gives sessions. A login is slowed after failures, and always opens a session with a new
secret.
"""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from starlette.concurrency import run_in_threadpool

from discrepancy.review.accounts import Attempts
from discrepancy.review.forms import own, text
from discrepancy.review.guard import refused
from discrepancy.review.render import environment
from discrepancy.review.visitors import Door, Visitor


def routes(door: Door) -> APIRouter:
    """The routes before the door: in and out."""
    router = APIRouter(include_in_schema=False)
    attempts = Attempts()

    @router.get("/login")
    def login_page(request: Request) -> Response:
        if request.state.visitor.account is not None:
            return RedirectResponse("/", 303)
        return _ask(request)

    def _ask(request: Request, fault: str = "", status: int = 200, wait: int = 0) -> Response:
        visitor: Visitor = request.state.visitor
        html = environment().get_template("login.html").render(fault=fault, visitor=visitor, next=own(request.query_params.get("next", "")))
        response = HTMLResponse(html, status, headers={"retry-after": str(wait)} if wait else None)
        if visitor.fresh:
            door.set_cookie(response, visitor.fresh)
        return response

    @router.post("/login")
    async def login(request: Request) -> Response:
        form = await request.form()

        def work() -> Response:
            name, password = text(form, "name").strip(), text(form, "password")
            place = request.client.host if request.client else ""
            wait = attempts.wait(name, place)
            if wait:
                refused(request.scope, 429, "too many failed logins")
                return _ask(request, f"Too many attempts. Try again in {-(-wait // 60)} min.", 429, wait)
            account = door.accounts.check(name, password)
            if account is None:
                attempts.failed(name, place)
                refused(request.scope, 401, "failed login")
                return _ask(request, "Name or password is wrong.", 401)
            door.accounts.close(request.cookies.get(door.cookie, ""))
            response = RedirectResponse(own(text(form, "next")) or "/", 303)
            # Always a new secret: one that was planted before the login opens nothing after it.
            door.set_cookie(response, door.accounts.open(account))
            return response

        return await run_in_threadpool(work)

    @router.post("/logout")
    async def logout(request: Request) -> Response:
        await run_in_threadpool(door.accounts.close, request.cookies.get(door.cookie, ""))
        response = RedirectResponse("/login", 303)
        response.delete_cookie(door.cookie, path="/", secure=door.secure, httponly=True, samesite="lax")
        return response

    return router
