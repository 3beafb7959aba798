"""A report made by hand: three outlets on a ferry accident that never happened; one of everything a report can hold."""

# ruff: noqa: E501 (one article line, one claim a line: a table reads better unbroken)

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from discrepancy.model.claims import Claim, EventMention, NotUnderstood
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
from discrepancy.model.text import Block, BlockKind, Document, Sourced, Span
from discrepancy.model.values import Clock, Quantity, Value, between, day, exactly, terms

TEXTS = {
    "harbour-post": (
        ("headline", "Ferry goes down off Norland coast"),
        ("byline", "By our correspondent"),
        ("body", "At least 12 people died when the ferry Halcyon sank off Port Maren on Tuesday night, the coast guard said."),
        ("body", "The ship left at 21:40 local time. Some 30 passengers were hurt. The operator, Norlines, gave no comment."),
        ("body", "Insurers put the loss at 4.5 million crowns, route 7 stays closed."),
    ),
    "island-daily": (
        ("headline", "Nine dead in Norland ferry disaster"),
        ("dateline", "PORT MAREN"),
        ("body", "Nine people, four of them children, died on Wednesday as the Halcyon sank, Norlines said in a statement."),
        ("body", "“We lost power within minutes,” a sailor said. About 28 people were injured; the crew numbered x-14."),
        ("caption", "Rescue boats off Port Maren, 3 March 2023."),
    ),
    "capital-wire": (
        ("headline", "Halcyon sinks: coast guard confirms 12 deaths"),
        ("body", "The coast guard of Norland confirmed 12 deaths after the M/V Halcyon sank late on Tuesday near Port Marenn."),
        ("body", "The ferry had sailed at 21:40."),
    ),
}  # fmt: skip


def document(name: str, pieces: tuple[tuple[str, str], ...], **more: Any) -> Document:
    """An article whose blocks are ``pieces``, one a line with a blank line between."""
    text, blocks = "", []
    for kind, words in pieces:
        if text:
            text += "\n\n"
        block: BlockKind = kind  # type: ignore[assignment]  # the pieces above name real kinds
        blocks.append(Block(block, Span(len(text), len(text) + len(words))))
        text += words
    facts: dict[str, Any] = {
        "title": Sourced(pieces[0][1], "first line"),
        "outlet": Sourced(name.replace("-", " ").title(), "file name"),
        "published": Sourced(day(date(2024, 2, 14)), "file articles.csv"),
        "language": Sourced("en", "guessed from the text"),
    }
    return Document(name, f"articles/{name}.txt", "ab" * 32, text, tuple(blocks), **{**facts, **more})


def documents() -> tuple[Document, ...]:
    harbour, island, wire = (document(name, pieces) for name, pieces in TEXTS.items())
    return (
        replace(harbour, url=Sourced("https://harbour-post.example/ferry", "header URL:"), zone=Sourced("UTC", "outlets")),
        replace(
            island,
            published=None,
            byline=Sourced("", "an empty line"),
            credits=(Sourced("Capital Wire", "credit line"),),
        ),
        wire,
    )


def claim(documents: tuple[Document, ...], id: str, article: str, words: str, attribute: Any, value: Value, **more: Any) -> Claim:
    """A claim whose evidence is the first place of ``words`` in the article."""
    (home,) = (one for one in documents if one.id == article)
    start = home.text.index(words)
    evidence = home.evidence(Span(start, start + len(words)))
    return Claim(id, article, attribute, value, evidence, more.pop("rule", "made.up.rule"), **more)


VERSIONS = (
    Version("9", "Norlines", "", "", "", ("c2",), (), "9, counted by Norlines (Island Daily)"),
    Version("12", "coast guard", "up", "after three more were found", "2024-02-14", ("c1", "c3"), ("c1",), "12, up from 9 (Capital Wire)"),
)


def report() -> Report:
    docs = documents()
    at: dict[str, Any] = {"event": "e1"}
    claims = (
        claim(docs, "c1", "harbour-post", "At least 12 people died", "killed", Quantity(12, None), attributed_to="coast guard", stance="reported", **at),
        claim(docs, "c2", "island-daily", "Nine people", "killed", exactly(9), attributed_to="Norlines", stance="reported", **at),
        claim(docs, "c3", "capital-wire", "confirmed 12 deaths", "killed", exactly(12), attributed_to="coast guard", **at),
        claim(docs, "c4", "island-daily", "four of them children", "killed", exactly(4), population="children", **at),
        claim(docs, "c5", "harbour-post", "Tuesday night", "date", day(date(2024, 2, 13), "night"), anchor_text="Tuesday", **at),
        claim(docs, "c6", "island-daily", "Wednesday", "date", day(date(2024, 2, 14)), **at),
        claim(docs, "c7", "capital-wire", "late on Tuesday", "date", day(date(2024, 2, 13)), loose=True, anchors=("c5",), **at),
        claim(docs, "c8", "harbour-post", "21:40 local time", "time", Clock(1300, 1300, "local"), **at),
        claim(docs, "c9", "capital-wire", "21:40", "time", Clock(1300, 1300), **at),
        claim(docs, "c10", "harbour-post", "Some 30 passengers", "injured", Quantity(30, 30, approx=True), population="passengers", **at),
        claim(docs, "c11", "island-daily", "About 28 people", "injured", Quantity(28, 28, approx=True), additional=True, **at),
        claim(docs, "c12", "harbour-post", "Port Maren", "place", terms("Port Maren"), as_of=between(date(2024, 2, 1), date(2024, 2, 29), "month"), **at),
        claim(docs, "c13", "harbour-post", "4.5 million crowns", "money", exactly(4500000.5), unit="crowns", scope="cumulative", **at),
    )  # fmt: skip
    deaths = Question("killed", "How many people died in the sinking of the Halcyon?", "e1")
    when = Question("date", "On which day did the Halcyon sink?", "e1")
    findings = (
        Finding(
            "f1", "judge.attributed", "attributed", "warning", 0.86,
            "Harbour Post and Capital Wire have at least 12 dead, Island Daily has 9.",
            "At least 12 people died, the coast guard says; the operator Norlines speaks of nine.",
            deaths, (Camp("12", ("c1", "c3"), 1), Camp("9", ("c2",), 1)), (),
            (Cause("early-toll", "Norlines' figure may be an earlier one: Island Daily bears no date."),),
            (
                Step(("c1", "c2"), "disjoint", "judge.attributed", "attributed", "12 or more and 9 share no number; two speakers."),
                Step(("c1", "c3"), "wider", "judge.refines", "refines", "12 lies within 12 or more."),
            ), 3, ledger=VERSIONS,
        ),
        Finding(
            "f2", "judge.conflicts", "conflicts", "error", 0.912, "The day differs: 13 or 14 February 2024.",
            "The ferry sank on the night of 13 to 14 February.", when,
            (Camp("2024-02-13", ("c5", "c7"), 2), Camp("2024-02-14", ("c6",), 1)), ("c8",),
            (Cause("midnight", "A ship that left at 21:40 may have sunk after midnight."),), (), 2,
        ),
        Finding(
            "f3", "judge.variant", "variant", "note", 0.7, "Port Maren is also spelt Port Marenn.", "", Question("name", "How is Port Maren spelt?", entity="Port Maren"),
            (Camp("Port Maren", ("c12",)), Camp("Port Marenn", ("c3",))), origins=2, state="open",
        ),
    )  # fmt: skip
    return Report(
        run={"version": "0.1.0", "rules": "cd" * 32, "options": {"fail_on": "never"}},
        articles=docs,
        claims=claims,
        mentions=(
            EventMention(
                "m1", "harbour-post", "accident", (docs[0].evidence(Span(0, 10)),), ("Norlines",), (), (), (), ("Port Maren",),
                day(date(2024, 2, 13)), main=True, why_main=("named in the headline",),
            ),
        ),
        events=(
            Event("e1", "accident", "Sinking of the Halcyon", ("m1",), tuple(TEXTS), day(date(2024, 2, 13)), "Port Maren", ("Norlines",), ("same ship, same place",)),
            Event("e2", "inquiry", "Inquiry into the Halcyon", (), ("capital-wire",)),
        ),
        entities=(
            Entity("n1", "place", "Port Maren", (Variant("Port Maren", ("harbour-post", "island-daily"), (1, 1)), Variant("Port Marenn", ("capital-wire",), (1,))), ("one letter doubled at the end",)),
            Entity("n2", "group", "NA", (Variant("NA", ("capital-wire",), (1,)),)),
        ),
        findings=findings,
        consensus=(
            Consensus(deaths, "9", "12", "12", "contested", ("c1", "c2", "c3"), 3, "most independent origins", VERSIONS),
            Consensus(Question("time", "When did the Halcyon leave?", "e1"), "21:40", "21:40", "21:40", "fair", ("c8", "c9"), 2, "all agree"),
        ),
        origins=(Origin(("harbour-post", "capital-wire"), "both quote the coast guard's statement word for word", ("c1", "c3")),),
        not_compared=(NotCompared(("c10", "c11"), "population", "Passengers are counted here, all people there."),),
        unread=(
            NotUnderstood(claim(docs, "", "island-daily", "x-14", "count", exactly(14)).evidence, "number"),
            NotUnderstood(claim(docs, "", "island-daily", "3 March 2023", "date", exactly(3)).evidence, "date", "dates a picture"),
            NotUnderstood(claim(docs, "", "harbour-post", "7", "count", exactly(7)).evidence, "number", "numbers a route"),
        ),
        coverage=Coverage(12, 4, 13, 2, 1),
        unreadable=(Unreadable("articles/empty.txt", "is empty."),),
    )  # fmt: skip


HOSTILE = "<script>alert(1)</script><img src=x onerror=alert(2)> [a](javascript:alert(3)) \u202egnp\u202c \x00\x1b[31m </style> {{ 7*7 }} |x| =1+1"
"""Text that must come out as letters and never as anything that runs."""


def hostile() -> Report:
    """A report every text of which is :data:`HOSTILE`, addresses included."""
    base = report()
    doc = document(
        "bad",
        (("headline", HOSTILE), ("body", f"{HOSTILE} 12 died.")),
        url=Sourced("javascript:alert(4)", HOSTILE),
        outlet=Sourced(HOSTILE, HOSTILE),
    )
    start = doc.text.index("12 died")
    one = Claim(
        "c1",
        "bad",
        "killed",
        exactly(12),
        doc.evidence(Span(start, start + 2)),
        HOSTILE,
        "e1",
        HOSTILE,
        HOSTILE,
        HOSTILE,
        None,
        HOSTILE,
        HOSTILE,
    )
    two = replace(one, id="c2", value=terms(HOSTILE), attribute="victims", evidence=doc.evidence(Span(0, len(HOSTILE))))
    question = Question("killed", HOSTILE, "e1", HOSTILE, "", HOSTILE, HOSTILE)
    finding = Finding(
        "f1", HOSTILE, "conflicts", "warning", 0.5, HOSTILE, HOSTILE, question, (Camp("12", ("c1",)), Camp(HOSTILE, ("c2",))), ("c1",),
        (Cause(HOSTILE, HOSTILE),), (Step(("c1", "c2"), "unknown", HOSTILE, "conflicts", HOSTILE),), 1,
        "reopened", HOSTILE, (HOSTILE,),
    )  # fmt: skip
    draft = Draft("bad", (), (), (Statement(question, "unsupported", ("c1",)), Statement(question, "fine", ("c2",), ("c1",), 1, ("f1",))))
    return replace(
        base,
        run={"version": HOSTILE, HOSTILE: [HOSTILE]},
        articles=(doc,),
        claims=(one, two),
        mentions=(),
        events=(Event("e1", HOSTILE, HOSTILE, (), ("bad",), None, HOSTILE, (HOSTILE,), (HOSTILE,)),),
        entities=(Entity("n1", "person", HOSTILE, (Variant(HOSTILE, ("bad",), (1,)),), (HOSTILE,)),),
        findings=(finding, replace(finding, id="f2", level="note")),
        consensus=(Consensus(question, HOSTILE, HOSTILE, HOSTILE, "weak", ("c1",), 1, HOSTILE, (Version(HOSTILE, HOSTILE, "", HOSTILE, HOSTILE, ("c1",), ("c1",), HOSTILE),)),),
        origins=(Origin(("bad",), HOSTILE),),
        not_compared=(NotCompared(("c1", "c2"), HOSTILE, HOSTILE),),
        unread=(NotUnderstood(two.evidence, "number", HOSTILE),),
        unreadable=(Unreadable(HOSTILE, HOSTILE),),
        draft=draft,
    )  # fmt: skip
