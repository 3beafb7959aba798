"""Datelines: place, day and agency before the first sentence."""

from __future__ import annotations

import pytest

from discrepancy.ingest.datelines import dateline
from discrepancy.ingest.lines import Line
from discrepancy.ingest.pieces import Yearless
from discrepancy.ingest.vocabulary import shipped, vocabulary

WORDS = vocabulary(shipped())


@pytest.mark.parametrize(
    ("head", "place"),
    [
        ("KABUL, Afghanistan (AP) — ", "KABUL, Afghanistan"),
        ("SAN SALVADOR, 3 JAN 90 -- ", "SAN SALVADOR"),
        ("Mumbai, Nov 11 - ", "Mumbai"),
        ("ISLAMABAD: ", "ISLAMABAD"),
        ("TEHRAN/ISLAMABAD, Jan 18 (Reuters) - ", "TEHRAN/ISLAMABAD"),
        ("NEWARK, N.J. _ ", "NEWARK, N.J."),
        ("Springfield (AFP) - ", "Springfield"),
        ("(AFP) — ", ""),
    ],
)
def test_heads(head: str, place: str) -> None:
    pieces = dateline(Line(1, 0, head + "The bridge closed on Monday.", 0), WORDS)
    assert pieces[0].value == place
    assert pieces[0].span.of(head + "The bridge") == head.strip()


@pytest.mark.parametrize(
    "line",
    [
        "Police: A man was found by the river.",
        "UPDATE: The bridge has reopened.",
        "Sunday, November 27 - the bridge closed.",
        "The bridge closed - and nobody knows why.",
        "HE WAS TAKEN TO A HOSPITAL - THE ONLY ONE IN TOWN.",
        "Four - no, five - people died.",
        "US-led raids killed four.",
    ],
)
def test_sentences_have_none(line: str) -> None:
    assert dateline(Line(1, 0, line, 0), WORDS) == ()


def test_day_and_agency_are_told() -> None:
    pieces = dateline(Line(1, 0, "TEHRAN, Jan 18 (Reuters) - Two died.", 0), WORDS)
    assert [(piece.field, piece.value) for piece in pieces] == [
        ("dateline", "TEHRAN"),
        ("published", "Jan 18"),
        ("credit", "Reuters"),
    ]
    assert pieces[1].date == Yearless(1, 18)


@pytest.mark.parametrize("text", ["A" * 200_000, "A." * 100_000, "Ab, " * 50_000, "(" * 100_000])
def test_hostile_heads(text: str) -> None:
    dateline(Line(1, 0, text, 0), WORDS)
