"""A report back from its JSON: what ``explain``, ``diff`` and the desk start from.

Takes a path or the parsed JSON of the format ``discrepancy-report/1``, gives the :class:`Report` that was written,
equal to it in every field (confidences as rounded there). A file that is no such report is refused in one sentence.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from discrepancy.model.findings import (
    Camp,
    Cause,
    Consensus,
    Coverage,
    Draft,
    Entity,
    Event,
    Finding,
    NotCompared,
    Origin,
    Question,
    Report,
    Statement,
    Step,
    Unreadable,
    Variant,
    Version,
)
from discrepancy.report.json import FORMAT
from discrepancy.report.json_articles import Json
from discrepancy.report.read_articles import article_from_json, claim_from_json, day_from_json, mention_from_json, not_understood_from_json


class NotAReport(ValueError):
    """A file that cannot be read as a report; the text is a sentence for the person who named it."""


def read_report(path: str | Path) -> Report:
    """The report in the file ``path``.

    Raises :class:`NotAReport` for a file that is missing, is not JSON, or is of another format or version.
    """
    try:
        loaded = json.loads(Path(path).read_bytes().decode("utf-8"))
    except OSError as fault:
        raise NotAReport(f"{path}: cannot be read: {fault.strerror or fault}.") from fault
    except ValueError as fault:
        raise NotAReport(f"{path}: is not JSON: {fault}.") from fault
    try:
        return from_json(loaded)
    except NotAReport as fault:
        raise NotAReport(f"{path}: {fault}") from fault


def from_json(loaded: Any) -> Report:
    """The report whose JSON was parsed into ``loaded``; raises :class:`NotAReport` when it is of another shape."""
    found = loaded.get("format") if isinstance(loaded, dict) else None
    if found != FORMAT:
        raise NotAReport(f"is not a report of the format {FORMAT}" + (f" but {found}." if found else "."))
    try:
        return _report(loaded)
    except (KeyError, TypeError, ValueError, AttributeError) as fault:
        raise NotAReport(f"does not hold what the format {FORMAT} asks for ({type(fault).__name__}: {fault}).") from fault


def _report(loaded: Json) -> Report:
    return Report(
        run=loaded["run"],
        articles=tuple(article_from_json(item) for item in loaded["articles"]),
        claims=tuple(claim_from_json(item) for item in loaded["claims"]),
        mentions=tuple(mention_from_json(item) for item in loaded["mentions"]),
        events=tuple(_event(item) for item in loaded["events"]),
        entities=tuple(_entity(item) for item in loaded["entities"]),
        findings=tuple(_finding(item) for item in loaded["findings"]),
        consensus=tuple(_consensus(item) for item in loaded["consensus"]),
        origins=tuple(Origin(tuple(item["articles"]), item["because"], tuple(item["claims"])) for item in loaded["origins"]),
        not_compared=tuple(NotCompared(_pair(item["claims"]), item["field"], item["text"]) for item in loaded["not_compared"]),
        unread=tuple(not_understood_from_json(item) for item in loaded["unread"]),
        coverage=Coverage(**loaded["coverage"]),
        unreadable=tuple(Unreadable(item["path"], item["reason"]) for item in loaded["unreadable"]),
        draft=_draft(loaded.get("draft")),
    )


def _pair(ids: list[str]) -> tuple[str, str]:
    first, second = ids
    return first, second


def _event(item: Json) -> Event:
    return Event(
        id=item["id"],
        type=item["type"],
        label=item["label"],
        mentions=tuple(item["mentions"]),
        articles=tuple(item["articles"]),
        date=day_from_json(item["date"]),
        place=item["place"],
        actors=tuple(item["actors"]),
        why=tuple(item["why"]),
        place_sort=item.get("place_sort", ""),
        country=item.get("country", ""),
        joined_by=tuple((name, tuple(tuple(part) for part in parts)) for name, parts in item.get("joined_by", {}).items()),
    )


def _entity(item: Json) -> Entity:
    variants = tuple(Variant(variant["text"], tuple(variant["articles"]), tuple(variant["counts"])) for variant in item["variants"])
    return Entity(item["id"], item["kind"], item["name"], variants, tuple(item["why"]), item.get("house", ""))


def _question(item: Json) -> Question:
    return Question(
        attribute=item["attribute"],
        text=item["text"],
        event=item["event"],
        entity=item["entity"],
        article=item["article"],
        population=item["population"],
        scope=item["scope"],
    )


def _finding(item: Json) -> Finding:
    return Finding(
        id=item["id"],
        rule=item["rule"],
        verdict=item["verdict"],
        level=item["level"],
        confidence=item["confidence"],
        message=item["message"],
        sayable=item["sayable"],
        question=_question(item["question"]),
        camps=tuple(Camp(camp["value"], tuple(camp["claims"]), camp.get("origins", 0)) for camp in item["camps"]),
        depends_on=tuple(item["depends_on"]),
        causes=tuple(Cause(cause["kind"], cause["text"]) for cause in item["causes"]),
        steps=tuple(Step(_pair(step["claims"]), step["relation"], step["row"], step["verdict"], step["text"]) for step in item["steps"]),
        origins=item["origins"],
        state=item["state"],
        ruled=item.get("ruled", ""),  # reports of before decisions were input lack it
        since=tuple(item.get("since", ())),
        baseline=item.get("baseline", ""),
        ignored=item.get("ignored", ""),
        chosen=item.get("chosen", ""),
        ledger=tuple(_version(version) for version in item.get("ledger", ())),
    )


def _draft(item: Json | None) -> Draft | None:
    if item is None:
        return None
    return Draft(
        article=item["article"],
        must_fix=tuple(item["must_fix"]),
        decide=tuple(item["decide"]),
        statements=tuple(
            Statement(
                question=_question(one["question"]),
                standing=one["standing"],
                claims=tuple(one["claims"]),
                support=tuple(one["support"]),
                origins=one["origins"],
                findings=tuple(one["findings"]),
            )
            for one in item["statements"]
        ),
    )


def _consensus(item: Json) -> Consensus:
    return Consensus(
        question=_question(item["question"]),
        low=item["low"],
        best=item["best"],
        high=item["high"],
        grade=item["grade"],
        claims=tuple(item["claims"]),
        origins=item["origins"],
        rule=item["rule"],
        ledger=tuple(_version(version) for version in item.get("versions") or item["ledger"]),
    )


def _version(item: Json | str) -> Version:
    """A version of a ledger; reports of before versions had fields hold a sentence for each."""
    if isinstance(item, str):
        return Version("", "", "", "", "", (), (), item)
    return Version(
        value=item["value"],
        by=item["by"],
        change=item["change"],
        reason=item["reason"],
        since=item["since"],
        claims=tuple(item["claims"]),
        stale=tuple(item["stale"]),
        text=item["text"],
    )
