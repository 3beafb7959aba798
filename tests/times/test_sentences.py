"""Our own sentences: the expressions that public corpora hardly hold, each with the value it must have."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
import yaml

from discrepancy import notation
from discrepancy.annotate.times import spot
from discrepancy.annotate.tokens import sentences
from discrepancy.claim.times.resolve import resolve
from discrepancy.claim.times.resolved import ResolvedTime
from discrepancy.model.text import Block, Document, Sourced, Span
from discrepancy.model.values import day
from discrepancy.rulebook import rulebook

BOOK = rulebook()
SETS = sorted(Path(__file__).parent.glob("*.yaml"))
CASES = [case for path in SETS for case in yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)]


def resolved(text: str, on: str = "", zone: str = "") -> tuple[ResolvedTime, ...]:
    """The times of a text that came out on an ISO day, in an outlet's zone."""
    document = Document(
        "d", "d", "", text, (Block("body", Span(0, len(text))),),
        published=Sourced(day(date.fromisoformat(on)), "test") if on else None,
        zone=Sourced(zone, "test") if zone else None,
    )  # fmt: skip
    lines = tuple(sentence.chunked(spot(sentence, BOOK)) for sentence in sentences(document, BOOK))
    return resolve(document, lines, BOOK)


def shown(time: ResolvedTime) -> str:
    return " ".join(notation.format(value) for value in (time.when, time.clock) if value is not None) or "unknown"


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:70])
def test_a_sentence_of_ours_has_its_value(case: dict[str, str]) -> None:
    start = case["text"].index("[[")
    end = case["text"].index("]]") - 2
    text = case["text"].replace("[[", "").replace("]]", "")
    hits = [time for time in resolved(text, case["on"], case.get("zone", "")) if time.span.start < end and start < time.span.end]
    assert ([shown(time) for time in hits] or ["none"]) == [case["value"]]


def test_the_set_is_large_enough_to_say_something() -> None:
    assert len(CASES) >= 200
    assert {path.stem for path in SETS} >= {"anchored", "calendars", "clocks"}
