"""The application: desk, door, guard and routes put together.

Takes a desk and how it is reached; gives an ASGI application. FastAPI's home with :mod:`pages`, :mod:`api` and
:mod:`visitors`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from importlib import resources
from urllib.parse import quote

from fastapi import Depends, FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import HTMLResponse, JSONResponse, RedirectResponse, Response
from starlette.exceptions import HTTPException
from starlette.staticfiles import StaticFiles

from discrepancy import __version__
from discrepancy.review import api, login, pages
from discrepancy.review.accounts import Account
from discrepancy.review.decisions import Refused
from discrepancy.review.desk import Desk, Meanwhile, NotFound
from discrepancy.review.guard import LOOPBACK, Application, Guard
from discrepancy.review.render import environment
from discrepancy.review.visitors import Door, Turned


def application(
    desk: Desk,
    *,
    alone: str = "",
    hosts: Iterable[str] = LOOPBACK,
    secure: bool = False,
    stopping: Callable[[], bool] = lambda: False,
) -> Application:
    """The desk as an ASGI application.

    ``alone`` names the one editor of a desk on loopback; "" asks everybody to log in. ``hosts`` are the names it
    answers to. ``secure`` says that browsers reach it by TLS: cookies are marked so.
    ``stopping`` turns true when the server wants to end, so that open streams do too.
    """
    door = Door(desk.store, Account(alone, "editor") if alone else None, secure)
    shown = pages.Pages(desk, door, stopping)
    app = FastAPI(title="discrepancy desk", version=__version__, docs_url=None, redoc_url=None, openapi_url=None)
    inside = [Depends(door.dependency())]
    app.include_router(login.routes(door), dependencies=[Depends(door.dependency(login=True))])
    app.include_router(api.routes(desk), dependencies=inside)
    app.include_router(pages.routes(shown), dependencies=inside)

    @app.get("/api/v1/openapi.json", include_in_schema=False, dependencies=inside)
    def openapi() -> JSONResponse:
        return JSONResponse(app.openapi())

    with resources.as_file(resources.files("discrepancy.review") / "static") as folder:
        app.mount("/static", StaticFiles(directory=folder), name="static")
    _faults(app)
    return Guard(app, hosts, secure)


def _faults(app: FastAPI) -> None:
    """Every fault as a sentence: JSON for programs, a page for people."""

    def told(request: Request, status: int, sentence: str) -> Response:
        if request.url.path.startswith("/api/") or "application/json" in request.headers.get("accept", ""):
            return JSONResponse({"detail": sentence}, status)
        html = environment().get_template("fault.html").render(sentence=sentence, status=status)
        return HTMLResponse(html.encode("utf-8", "replace"), status)

    @app.exception_handler(Turned)
    async def turned(request: Request, fault: Turned) -> Response:
        if fault.status == 401 and request.method == "GET" and not request.url.path.startswith(("/api/", "/changes")):
            here = request.url.path + (f"?{request.url.query}" if request.url.query else "")
            return RedirectResponse(f"/login?next={quote(here)}", 303)
        return told(request, fault.status, fault.sentence)

    @app.exception_handler(Refused)
    async def refused(request: Request, fault: Refused) -> Response:
        return told(request, 409 if isinstance(fault, Meanwhile) else 422, str(fault))

    @app.exception_handler(NotFound)
    async def missing(request: Request, fault: NotFound) -> Response:
        return told(request, 404, str(fault))

    @app.exception_handler(HTTPException)
    async def plain(request: Request, fault: HTTPException) -> Response:
        return told(request, fault.status_code, str(fault.detail))

    @app.exception_handler(RequestValidationError)
    async def invalid(request: Request, fault: RequestValidationError) -> Response:
        places = [f"{'.'.join(map(str, one['loc'][1:])) or 'body'}: {one['msg']}" for one in fault.errors()[:10]]
        return told(request, 422, "; ".join(places))
