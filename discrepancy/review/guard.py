"""The guard: what every request passes before a page sees it, and what every answer carries.

Takes ASGI messages. A foreign Host (DNS rebinding), a path that climbs, another site's form and a body too large are
refused with a 4xx and one line in the log, without addresses' queries, bodies, cookies or tokens. Knows nothing of
accounts.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Awaitable, Callable, Iterable, MutableMapping
from typing import Any
from urllib.parse import urlsplit

from starlette.exceptions import HTTPException

from discrepancy.report.visible import one_line

Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
Application = Callable[[Message, Receive, Send], Awaitable[None]]

log = logging.getLogger("discrepancy.review")

LARGEST_BODY = 32_000_000
"""Bytes: a draft and its sources, or a sheet of decisions."""

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
"""Nothing but the desk's own files; nothing written into a page runs or styles it."""

_HEADERS = (
    (b"content-security-policy", POLICY.encode()),
    (b"x-content-type-options", b"nosniff"),
    (b"x-frame-options", b"DENY"),
    (b"referrer-policy", b"same-origin"),
    (b"cross-origin-opener-policy", b"same-origin"),
    (b"cross-origin-resource-policy", b"same-origin"),
    (b"permissions-policy", b"camera=(), geolocation=(), microphone=()"),
)

LOOPBACK = ("127.0.0.1", "localhost", "::1")

_CLIMBS = re.compile(r"(?:^|[/\\])\.\.?(?:[/\\]|$)|\\|[\x00-\x1f\x7f]|%(?:00|2e|5c)", re.IGNORECASE)
"""In a path already unescaped once: a step upwards, a backslash, a control character, or the same escaped twice."""


def refused(scope: Message, status: int, why: str, who: str = "") -> None:
    """One line of log on a request that was turned away. Names what was asked for, never what it carried."""
    client = scope.get("client")
    log.warning(
        "refused %d %s %s from %s%s: %s",
        status,
        one_line(str(scope.get("method", "")))[:16],
        one_line(str(scope.get("path", "")))[:200],
        client[0] if client else "?",
        f" ({one_line(who)})" if who else "",
        why,
    )


class Guard:
    """Stands before the application. ``hosts`` are the names (without port) by which the desk may be called."""

    def __init__(self, app: Application, hosts: Iterable[str], secure: bool = False) -> None:
        self._app = app
        self._hosts = frozenset(host.lower() for host in hosts)
        self._more = ((b"strict-transport-security", b"max-age=31536000"),) if secure else ()

    async def __call__(self, scope: Message, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan":
            await self._app(scope, receive, send)
            return
        if scope["type"] != "http":  # no web sockets here
            await send({"type": "websocket.close", "code": 1008})
            return
        headers = {name.lower(): value.decode("latin-1") for name, value in scope["headers"]}
        turned = self._turned_away(scope, headers)
        if turned is not None:
            status, why = turned
            refused(scope, status, why)
            await _answer(send, status, why)
            return
        heard = 0

        async def counted() -> Message:
            nonlocal heard
            message = await receive()
            heard += len(message.get("body", b""))
            if heard > LARGEST_BODY:
                refused(scope, 413, "body too large")
                raise HTTPException(413, "body too large")
            return message

        async def answered(message: Message) -> None:
            if message["type"] == "http.response.start":
                own = {name.lower() for name, _ in message["headers"]}
                more = [pair for pair in (*_HEADERS, *self._more) if pair[0] not in own]
                message["headers"] = [*message["headers"], *more]
                if b"cache-control" not in own:
                    kept = b"no-cache" if scope["path"].startswith("/static/") else b"no-store"
                    message["headers"].append((b"cache-control", kept))
            await send(message)

        await self._app(scope, counted, answered)

    def _turned_away(self, scope: Message, headers: dict[bytes, str]) -> tuple[int, str] | None:
        hosts = [value for name, value in scope["headers"] if name.lower() == b"host"]
        host = headers.get(b"host", "")
        if len(hosts) != 1 or _name(host) not in self._hosts:
            return 421, "foreign host"
        raw = scope.get("raw_path", b"").decode("latin-1")
        if _CLIMBS.search(scope["path"]) or "%2f%2f" in raw.lower() or _CLIMBS.search(raw.partition("?")[0]):
            return 400, "path that climbs"
        if headers.get(b"content-length", "0").isdigit() and int(headers.get(b"content-length", "0")) > LARGEST_BODY:
            return 413, "body too large"
        if scope["method"] not in ("GET", "HEAD", "OPTIONS"):
            origin = headers.get(b"origin")
            if origin is not None and _netloc(origin) != host.lower():
                return 403, "another site's form"
            if headers.get(b"sec-fetch-site", "same-origin") not in ("same-origin", "none"):
                return 403, "another site's form"
        return None


def _name(host: str) -> str:
    """A Host header without its port, lower case; "" when it is none.

    >>> _name("[::1]:8000"), _name("LocalHost:80"), _name("a@localhost"), _name("localhost:x")
    ('::1', 'localhost', '', '')
    """
    found = re.fullmatch(r"(?:\[([0-9a-f:.]+)\]|([a-z0-9.-]+))(?::\d{1,5})?", host.lower())
    return (found[1] or found[2]) if found else ""


def _netloc(origin: str) -> str:
    try:
        return urlsplit(origin).netloc.lower()
    except ValueError:
        return ""


async def _answer(send: Send, status: int, why: str) -> None:
    """A refusal in plain text: nothing of the request in it."""
    headers = [(b"content-type", b"text/plain; charset=utf-8"), (b"cache-control", b"no-store"), *_HEADERS]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": f"Refused: {why}.\n".encode()})
