"""What changed, told to every open page, and decisions in words.

Takes a desk; gives server-sent events and sentences. Knows no HTML.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Callable

from fastapi import Request
from starlette.concurrency import run_in_threadpool

from discrepancy.review.decisions import Body, Decision, House, Link, Ruling
from discrepancy.review.desk import Desk

LOOK_SECONDS = 0.4
"""How often a stream looks for changes made by another desk on the same database."""


async def stream(desk: Desk, stopping: Callable[[], bool], request: Request) -> AsyncIterator[str]:
    """Server-sent events: the first at once, then one for every change, and a comment now and then to keep the line
    open.
    """
    last = None
    quiet = 0.0
    while not stopping() and not await request.is_disconnected():
        change = await run_in_threadpool(desk.refresh)
        if change != last:
            latest = desk.decisions[-1] if desk.decisions else None
            said = describe(desk, latest) if latest is not None and last is not None else ""
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
