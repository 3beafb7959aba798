"""One claim as the page shows it: who says what, in which sentence.

Takes a claim and the report's shelf; gives a :class:`Voice`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from discrepancy import notation
from discrepancy.compare.wording import speaker_words
from discrepancy.model.claims import Claim
from discrepancy.report.context import Quoted
from discrepancy.report.shelf import Shelf
from discrepancy.report.wording import in_words, said


@dataclass(frozen=True, slots=True)
class Voice:
    """One claim as the page shows it: who says what, in which sentence. ``anchor`` is its place in the full article, ``page`` the
    printed page, 0 for none."""

    anchor: str
    outlet: str
    article: str
    sentence: Quoted
    words: str
    notation: str
    source: str
    stance: str
    published: str
    page: int


def voices(claims: Iterable[Claim], books: Shelf) -> tuple[Voice, ...]:
    """Claims as the page shows them, a sentence once where one speaker gives the same answer in it twice."""
    heard: dict[tuple[str, str, str], Voice] = {}
    for claim in claims:
        said_here = voice(claim, books)
        heard.setdefault((said_here.article, said_here.source, "".join(said_here.sentence)), said_here)
    return tuple(heard.values())


def voice(claim: Claim, books: Shelf) -> Voice:
    """A claim as the page shows it."""
    document = books.articles.get(claim.article)
    published = document.published.value if document and document.published else None
    quoted = books.quote(claim)
    return Voice(
        f"c{books.place(claim.id)}",
        books.outlet(claim.article),
        claim.article,
        quoted,
        said(claim),
        notation.format_claim(claim),
        _speaker(claim.attributed_to, quoted),
        "" if claim.stance == "asserted" else claim.stance,
        in_words(published) if published else "",
        document.page_at(claim.evidence.span.start) if document else 0,
    )


def _speaker(source: str, quoted: Quoted) -> str:
    """Who says it as the sentence prints it, "a hospital doctor", which the claim keeps without its article; where another sentence
    names the speaker, as one would."""
    if not source or source[:1].isupper():
        return source
    article = "the" if speaker_words(source) == source else "an?|the|one"  # of "a police station" the police are no part
    printed = re.search(rf"\b(?:{article}|its|their|his|her)\s+{re.escape(source)}\b", "".join(quoted), re.IGNORECASE)
    return " ".join((printed[0][:1].lower() + printed[0][1:]).split()) if printed else speaker_words(source)
