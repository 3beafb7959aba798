"""The registers of events and names: what they show, and the merges and splits chosen in them.

Takes a desk or a form; gives plain values for the templates, or a :class:`~discrepancy.review.decisions.Link`.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from starlette.datastructures import FormData

from discrepancy.review.constraints import mention_ids
from discrepancy.review.decisions import Decision, Link, Refused
from discrepancy.review.desk import Desk
from discrepancy.review.forms import text
from discrepancy.review.reports import Shelf


def links_of(desk: Desk, what: str) -> list[Decision]:
    """What editors decided of ``what`` ("names" or "events") being one or two, the newest first."""
    return [d for d in desk.decisions if isinstance(d.body, Link) and d.body.what == what][::-1]


def events_of(shelf: Shelf) -> tuple[Shelf, list[tuple[Any, list[tuple[str, str, str]]]]]:
    """Each event of a report with its mentions: key, source, words."""
    keys = {id: key for key, ids in mention_ids(shelf.report.articles, shelf.report.mentions).items() for id in ids}
    mentions = {mention.id: mention for mention in shelf.report.mentions}
    shown = []
    for event in shelf.report.events:
        own = [mentions[id] for id in event.mentions if id in mentions and id in keys]
        shown.append((event, [(keys[m.id], shelf.source(m.article), m.triggers[0].exact if m.triggers else m.type) for m in own]))
    return shelf, shown


def names_of(desk: Desk) -> Sequence[tuple[str, str, list[tuple[str, int, tuple[str, ...]]]]]:
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


def link_in(form: FormData) -> Link:
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
