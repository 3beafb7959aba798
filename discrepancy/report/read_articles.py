"""Articles and what each of them says, back from the report's JSON: the other way of :mod:`discrepancy.report.json_articles`.

Takes parsed JSON; gives values of :mod:`discrepancy.model`. Raises KeyError, TypeError or ValueError for another shape, which
:mod:`discrepancy.report.read` tells as a sentence.
"""

from __future__ import annotations

from typing import get_args

from discrepancy import notation
from discrepancy.model.claims import Claim, EventMention, NotUnderstood
from discrepancy.model.text import Block, Document, Evidence, Sourced, Span
from discrepancy.model.values import Value, When
from discrepancy.report.json_articles import Json


def not_understood_from_json(item: Json) -> NotUnderstood:
    """What was not understood, or set aside."""
    kind = item.get("value_kind", "")
    return NotUnderstood(_evidence(item, item["article"]), item["kind"], item["reason"], _value(item["value"], kind) if kind else None)


_KINDS: dict[str, type[Value]] = {kind.__name__.lower(): kind for kind in get_args(Value)}


def _value(text: str, kind: str) -> Value:
    return notation.parse(text, _KINDS[kind])


def day_from_json(text: str | None) -> When | None:
    """A day from its notation, None where it is unknown."""
    if text is None:
        return None
    value = _value(text, "when")
    if not isinstance(value, When):
        raise ValueError(f"{text!r} stands where a date should")
    return value


def article_from_json(item: Json) -> Document:
    """One article, each piece of metadata with where it was found."""
    came_from: dict[str, str] = item["came_from"]

    def said(name: str) -> Sourced[str] | None:
        return Sourced(item[name], came_from[name]) if name in came_from else None

    def dated(name: str) -> Sourced[When] | None:
        when = day_from_json(item[name])
        return None if when is None else Sourced(when, came_from[name])

    return Document(
        id=item["id"],
        path=item["path"],
        sha256=item["sha256"],
        text=item["text"],
        blocks=tuple(Block(block["kind"], Span(block["start"], block["end"])) for block in item["blocks"]),
        title=said("title"),
        outlet=said("outlet"),
        byline=said("byline"),
        url=said("url"),
        published=dated("published"),
        updated=dated("updated"),
        dateline=said("dateline"),
        zone=said("zone"),
        date_order=said("date_order"),
        language=said("language"),
        credits=tuple(Sourced(credit["value"], credit["came_from"]) for credit in item["credits"]),
        pages=tuple(item.get("pages", ())),
    )


def _evidence(item: Json, article: str) -> Evidence:
    return Evidence(article, Span(item["start"], item["end"]), item["exact"], item["before"], item["after"])


def claim_from_json(item: Json) -> Claim:
    """One claim with its evidence."""
    return Claim(
        id=item["id"],
        article=item["article"],
        attribute=item["attribute"],
        value=_value(item["value"], item["kind"]),
        evidence=_evidence(item, item["article"]),
        rule=item["rule"],
        event=item["event"],
        entity=item["entity"],
        population=item["population"],
        scope=item["scope"],
        as_of=day_from_json(item["as_of"]),
        unit=item["unit"],
        attributed_to=item["attributed_to"],
        stance=item["stance"],
        additional=item["additional"],
        loose=item["loose"],
        anchors=tuple(item["anchors"]),
        anchor_text=item["anchor_text"],
    )


def mention_from_json(item: Json) -> EventMention:
    """What one article says happened."""
    return EventMention(
        id=item["id"],
        article=item["article"],
        type=item["type"],
        triggers=tuple(_evidence(trigger, item["article"]) for trigger in item["triggers"]),
        actors=tuple(item["actors"]),
        targets=tuple(item["targets"]),
        victims=tuple(item["victims"]),
        weapons=tuple(item["weapons"]),
        places=tuple(item["places"]),
        when=day_from_json(item["when"]),
        realis=item["realis"],
        background=item["background"],
        combat=item.get("combat", False),
        forces=tuple(item.get("forces", ())),
        suspects=tuple(item.get("suspects", ())),
        main=item["main"],
        why_main=tuple(item["why_main"]),
        whole=item.get("whole", ""),
        apart=_evidence(item["apart"], item["article"]) if item.get("apart") else None,
    )
