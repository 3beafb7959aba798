"""Claims from notation, as a person would type them into a sheet."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import date
from typing import Any

from discrepancy import notation
from discrepancy.compare import Outcome, compare
from discrepancy.compare.behind import listed
from discrepancy.compare.context import Context, context
from discrepancy.link.holding import Holding
from discrepancy.model.claims import Claim, Contains
from discrepancy.model.findings import Event, Finding
from discrepancy.model.text import Document, Evidence, Sourced, Span
from discrepancy.model.values import day
from discrepancy.rulebook import Rulebook, rulebook, rules_folder


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


RULES = rulebook(base=rules_folder() / "compare")
BRIDGE = Event("bridge", "collapse", "collapse of a bridge", ("m1", "m2"), ("a", "b"), day(date(2024, 3, 5)), "Elm Valley")


def article(name: str, outlet: str = "", published: date | None = None, zone: str = "", title: str = "") -> Document:
    return Document(
        name, f"{name}.txt", "", "", (),
        outlet=Sourced(outlet, "typed") if outlet else None,
        published=Sourced(day(published), "typed") if published else None,
        zone=Sourced(zone, "typed") if zone else None,
        title=Sourced(title, "typed") if title else None,
    )  # fmt: skip


def typed(*texts: str) -> list[Claim]:
    """Claims from lines ``article: claim``, a word of context after ``//`` with ``#`` where the claim stands."""
    made = []
    for number, line in enumerate(texts):
        name, _, rest = line.partition(": ")
        said, _, words = rest.partition(" // ")
        made.append(claim(said, name, number, words, at=number * 400))
    return made


def laid(*texts: str, events: tuple[Event, ...] = (BRIDGE,), documents: tuple[Document, ...] = (), **more: Any) -> Outcome:
    return compare(typed(*texts), events, more.pop("entities", ()), documents, RULES, **more)


def only(outcome: Outcome) -> Finding:
    assert len(outcome.findings) == 1, outcome.findings
    return outcome.findings[0]


def bare(book: Rulebook, *claims: Claim) -> Context:
    """What comparison knows of some claims of which nothing else is known."""
    return context(claims, (), {}, (), book, origins=listed(()), aligned_by=Holding(), mentions=(), contains=None, draft="")


def across(book: Rulebook, *claims: Claim, contains: Contains | None = None) -> list[Finding]:
    """The findings across articles; ``contains`` tells which place holds which."""
    return [f for f in compare(claims, (), (), (), book, contains=contains).findings if not f.question.article]


def printed(made: Claim, words: str) -> Claim:
    """The claim with the words by which it is told."""
    return replace(made, evidence=replace(made.evidence, exact=words))
