"""What holds for every page: blocks stay inside the text, in order, apart; nothing raises; nothing takes long."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from discrepancy.ingest import inputs_from_records
from discrepancy.ingest.lines import lines
from discrepancy.model.text import Document

ENGLISH = "Two people died on Monday when the footbridge fell into the river, and the mayor said that he was there."

LINES = st.sampled_from(
    [
        "",
        " ",
        ENGLISH,
        "Footbridge falls into river",
        "By Bob Scribe March 14, 2021",
        "Updated:",
        "3/14/2021",
        "0:00",
        "None",
        "Published : 14 Mar 2021, 10:14 AM",
        "Title: Footbridge falls",
        "Source: Valley Post",
        "SPRINGFIELD (AP) — " + ENGLISH,
        "HOUSTON -",
        "Photo: City of Springfield",
        "(Photo: Ann Shutter)",
        "Reuters",
        "Bob ScribeReuters",
        "Most Popular",
        "Follow us",
        "___",
        "Disclaimer: views are personal.",
        "© 2021 Valley Post. All rights reserved",
        "https://www.dawn.com/2021/03/14/x",
        "0:45 Walks",
        "12 comments",
        "Bob Scribe",
        "Bob Scribe is a writer.",
        "Related articles",
        "(",
        "“",
        "\u2028",
        "\x0b",
        "é" * 90,
    ]
)
PAGES = st.lists(LINES | st.text(max_size=60), max_size=40).map("\n".join)


def check_blocks(document: Document) -> None:
    end = 0
    for block in document.blocks:
        assert end <= block.span.start < block.span.end <= len(document.text)
        words = block.span.of(document.text)
        assert words == words.strip(), "no block begins or ends with blanks"
        end = block.span.end


@given(PAGES)
def test_blocks_of_any_page(text: str) -> None:
    inputs = inputs_from_records([{"doc_id": "a", "text": f"{text}\n{ENGLISH}\n{ENGLISH} So it was."}])
    assert not inputs.unreadable
    check_blocks(inputs.documents[0])
    assert any(block.kind == "body" for block in inputs.documents[0].blocks)


@given(PAGES)
def test_every_line_is_at_its_place(text: str) -> None:
    for line in lines(text):
        assert text[line.start : line.end] == line.text
        assert line.number == text.count("\n", 0, line.start) + 1


@pytest.mark.parametrize(
    "hostile",
    [
        "1" * 1_000_000,
        "after " * 10_000,
        "Updated: " * 50_000,
        "a\n" * 100_000,
        "(" * 200_000,
        "By A\n" * 40_000,
        "Most Popular\n" * 40_000,
        "1/1/2020 " * 50_000,
        "A. " * 200_000,
        "http://a.b/" * 50_000,
        "\n" * 500_000,
    ],
)
def test_hostile_text_is_read_in_time_that_grows_with_its_length(hostile: str) -> None:
    begun = time.process_time()
    inputs = inputs_from_records([{"doc_id": "a", "text": f"{ENGLISH}\n{hostile}\n{ENGLISH}"}])
    assert time.process_time() - begun < 5
    for document in inputs.documents:
        check_blocks(document)
