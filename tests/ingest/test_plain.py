"""Bytes to text: every encoding an English article is met in, and nothing guessed."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from discrepancy.ingest.plain import plain_text, refusal

ARTICLE = "“Nine people died,” said Müller’s aide – “four of them children…” on Monday.\nThe café’s roof fell in at noon.\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"])
def test_encodings(encoding: str) -> None:
    assert plain_text(ARTICLE.encode(encoding)) == ARTICLE


def test_big_endian_with_mark() -> None:
    assert plain_text(codecs.BOM_UTF16_BE + ARTICLE.encode("utf-16-be")) == ARTICLE


def test_mac_quotes_are_not_read_as_western_letters() -> None:
    read = plain_text(ARTICLE.encode("mac_roman"))
    assert read in (ARTICLE, None), "refused or right, never wrong"


@pytest.mark.parametrize("ends", ["\r\n", "\r", "\n"])
def test_line_ends(ends: str) -> None:
    assert plain_text(ARTICLE.replace("\n", ends).encode()) == ARTICLE


def test_utf8_with_a_lost_byte_is_refused_with_its_place() -> None:
    data = ("A dull line.\n" + ARTICLE).encode().replace("’".encode(), "’".encode()[:2], 1)
    assert plain_text(data) is None
    assert "line 2" in refusal(data)


@pytest.mark.parametrize("data", [b"\x00\x01\x02\x03" * 50, b"\x7fELF\x02\x01\x01\x00", bytes(range(256)) * 4])
def test_binary_is_refused(data: bytes) -> None:
    assert plain_text(data) is None
    assert "binary" in refusal(data)


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]) | st.just("\n")))
def test_utf8_comes_back_unchanged(text: str) -> None:
    assert plain_text(text.encode()) == text.removeprefix("\ufeff")


@given(st.binary(max_size=400))
def test_any_bytes_give_text_or_a_sentence(data: bytes) -> None:
    text = plain_text(data)
    if text is None:
        assert refusal(data).endswith((".txt file", "save it as UTF-8", "save the article's text as UTF-8"))
    else:
        assert "\r" not in text and "\x00" not in text
