"""What is packed comes back equal, and nothing else comes out of packed bytes."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "notation"))
from value_strategies import values

from discrepancy import check, read
from discrepancy.batch.packing import digest, pack, pack_text, text_of, unpack
from discrepancy.claim import read_article
from discrepancy.model.claims import Claim
from discrepancy.model.text import Evidence, Span
from discrepancy.model.values import Value
from discrepancy.pipeline import outlined
from discrepancy.rulebook import Rulebook


@given(values, st.text(), st.integers(0, 10**6))
def test_a_claim_with_any_value_comes_back(value: Value, text: str, at: int) -> None:
    claim = Claim("a:1", "a", "killed", value, Evidence("a", Span(at, at + 1), text, text[::-1], ""), "r", anchors=(text,))
    assert unpack(pack(claim)) == claim
    assert pack(unpack(pack(claim))) == pack(claim)


def test_readings_outlines_and_findings_come_back(repository: Path, rules: Rulebook) -> None:
    inputs = read(repository / "seeds" / "kerman-2024" / "articles", rules)
    for document in inputs.documents:
        reading = read_article(document, rules)
        for whole in (document, reading, outlined(reading, document, rules)):
            assert unpack(pack(whole)) == whole
    report = check(inputs, rules)
    for part in (report.findings, report.events, report.entities):
        assert unpack(pack(part)) == part


@given(st.text(st.characters(), max_size=40))
def test_any_text_comes_back(text: str) -> None:
    held = pack_text(text)
    held.encode("utf-8")
    assert text_of(held) == text


@pytest.mark.parametrize("packed", [b'["x",1]', b"[999]", b"{", b'[0,"a"]', b"[-1]"])
def test_bytes_that_were_not_packed_make_nothing(packed: bytes) -> None:
    with pytest.raises((ValueError, IndexError, TypeError)):
        unpack(packed)


@given(st.lists(st.text(), max_size=4), st.lists(st.text(), max_size=4))
def test_digests_tell_lists_apart(one: list[str], other: list[str]) -> None:
    assert (digest(*one) == digest(*other)) is (one == other)
