"""Who is at the desk, and whether this request may do what it asks.

Takes a request; gives a :class:`Visitor` or refuses. One dependency for every route, so that no route is forgotten:
without accounts (loopback) there is one editor; with accounts a session cookie or a program's token says who. What
changes something needs the editor's role and, from a browser, the token that only the desk's own pages hold.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from fastapi import Request, Response
from starlette.datastructures import FormData

from discrepancy.review.accounts import SESSION_HOURS, Account, Accounts
from discrepancy.review.guard import refused
from discrepancy.review.store import Store

SAFE = frozenset({"GET", "HEAD", "OPTIONS"})


@dataclass(frozen=True, slots=True)
class Visitor:
    """Somebody at the desk. ``csrf`` goes into every form; ``fresh`` is a cookie still to be set."""

    account: Account | None
    csrf: str = ""
    fresh: str = ""
    session: str = ""

    @property
    def name(self) -> str:
        """The name that decisions carry."""
        return self.account.name if self.account else ""

    @property
    def rules(self) -> bool:
        """True for an editor."""
        return self.account is not None and self.account.role == "editor"


class Turned(Exception):
    """A request that is turned away; ``status`` 401 asks for a login."""

    def __init__(self, status: int, sentence: str) -> None:
        self.status, self.sentence = status, sentence
        super().__init__(sentence)


class Door:
    """Decides who comes in. ``alone`` is the one editor of a desk without accounts, None where accounts are asked
    for.
    """

    def __init__(self, store: Store, alone: Account | None, secure: bool) -> None:
        self.accounts = Accounts(store.engine)
        self.alone = alone
        self.secure = secure
        # The prefix makes a browser refuse the cookie from anybody but this very host, over TLS.
        self.cookie = "__Host-desk" if secure else "desk"
        self._secret = store.setting("csrf", lambda: secrets.token_hex(32)).encode()

    def visitor(self, request: Request) -> Visitor:
        """Who sends this request."""
        kind, _, token = request.headers.get("authorization", "").partition(" ")
        if kind.lower() == "bearer":
            return Visitor(self.accounts.holder(token.strip(), "program"))
        held = request.cookies.get(self.cookie, "")
        fresh = "" if len(held) >= 32 else secrets.token_urlsafe(32)
        session = fresh or held
        account = self.alone or self.accounts.holder(held)
        return Visitor(account, self.token(session), fresh, session)

    def set_cookie(self, response: Response, session: str) -> None:
        """Gives a browser its session."""
        response.set_cookie(self.cookie, session, httponly=True, samesite="lax", secure=self.secure, path="/", max_age=SESSION_HOURS * 3600)

    def token(self, session: str) -> str:
        """The token of a session's forms."""
        return hmac.new(self._secret, session.encode("utf-8", "surrogatepass"), hashlib.sha256).hexdigest()

    def dependency(self, *, login: bool = False) -> Callable[[Request], Awaitable[None]]:
        """What every route depends on; ``login`` is for the routes before the door."""

        async def allowed(request: Request) -> None:
            from starlette.concurrency import run_in_threadpool

            visitor = await run_in_threadpool(self.visitor, request)
            request.state.visitor = visitor
            if visitor.account is None and not login:
                _turn(request, visitor, 401, "log in first")
            if request.method in SAFE:
                return
            if not visitor.rules and not login and request.url.path != "/logout":
                _turn(request, visitor, 403, "viewers read; ask for the editor's role to rule")
            if self._from_browser(request) and not hmac.compare_digest(await _given(request), visitor.csrf.encode()):
                _turn(request, visitor, 403, "this page is out of date; load it again")

        return allowed

    def _from_browser(self, request: Request) -> bool:
        """False for a program: it carries its own token, or it speaks JSON and sends nothing that a browser adds by
        itself.
        """
        if request.headers.get("authorization", "").lower().startswith("bearer "):
            return False
        speaks_json = request.headers.get("content-type", "").split(";")[0].strip().lower() == "application/json"
        adds = any(request.headers.get(name) for name in ("cookie", "origin", "sec-fetch-site", "referer"))
        return adds or not speaks_json


def _turn(request: Request, visitor: Visitor, status: int, sentence: str) -> None:
    refused(request.scope, status, sentence, visitor.name)
    raise Turned(status, sentence)


async def _given(request: Request) -> bytes:
    """The token a request brings, in a header or a form."""
    header = request.headers.get("x-csrf-token")
    if header is not None:
        return header.encode("utf-8", "surrogatepass")
    form: FormData | dict[str, str] = {}
    if request.headers.get("content-type", "").startswith(("application/x-www-form-urlencoded", "multipart/form-data")):
        form = await request.form(max_files=2, max_fields=20_000)
    value = form.get("csrf", "")
    return value.encode("utf-8", "surrogatepass") if isinstance(value, str) else b""
