"""Claims from notation, as a person would type them into a sheet."""

from __future__ import annotations

from dataclasses import fields

from discrepancy import notation
from discrepancy.model.claims import Claim
from discrepancy.model.text import Evidence, Span


def claim(text: str, article: str = "a", number: int = 0, words: str = "", at: int = 0) -> Claim:
    """A claim with the content of ``text``; ``words`` is the sentence around it, ``at`` where it stands."""
    said = notation.parse_claim(text)
    content = {field.name: getattr(said, field.name) for field in fields(said)}
    if not content["event"] and not content["entity"]:
        content["event"] = "event"
    before, _, after = words.partition("#")
    return Claim(
        id=f"{article}:{number}:{text}",
        article=article,
        evidence=Evidence(article, Span(at, at + 1), "#", before, after),
        rule="typed",
        **content,
    )
