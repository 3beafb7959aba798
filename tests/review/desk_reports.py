"""Reports made by hand for the desk's tests: articles in a small markup, laid side by side by a miniature of
``compare``.

``{killed=12|12 people died}`` in a text is a claim with its words. Claims of one attribute, population and event are
one question; equal values are one camp; a question with two camps is a finding. All places, people and events are
made up.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from discrepancy.model.claims import Claim, EventMention
from discrepancy.model.findings import (
    Camp,
    Cause,
    Consensus,
    Coverage,
    Entity,
    Event,
    Finding,
    Question,
    Report,
    Step,
    Variant,
    Version,
)
from discrepancy.model.text import Block, Document, Sourced, Span
from discrepancy.model.values import Terms, day
from discrepancy.notation import format as format_value
from discrepancy.notation import parse_claim

_CLAIM = re.compile(r"\{([^|{}]+(?:\{[^{}]*\}[^|{}]*)?)\|([^{}]*)\}")


def document(
    id: str, outlet: str, title: str, text: str, *, path: str = "", url: str = "", published: date = date(2024, 3, 5)
) -> tuple[Document, list[Claim]]:
    """An article from marked-up text, and its claims."""
    clean, spans, at = "", [], 0
    for found in _CLAIM.finditer(text):
        clean += text[at : found.start()]
        spans.append((found[1], Span(len(clean), len(clean) + len(found[2]))))
        clean += found[2]
        at = found.end()
    clean += text[at:]
    whole = f"{title}\n\n{clean}"
    shift = len(title) + 2
    blocks = [Block("headline", Span(0, len(title)))]
    blocks += [Block("body", Span(shift + found.start(), shift + found.end())) for found in re.finditer(r"[^\n]+", clean)]
    made = Document(
        id=id,
        path=path or f"articles/{id}.txt",
        sha256=hashlib.sha256(whole.encode("utf-8", "surrogatepass")).hexdigest(),
        text=whole,
        blocks=tuple(blocks),
        title=Sourced(title, "first line"),
        outlet=Sourced(outlet, "header Source:"),
        url=Sourced(url, "header URL:") if url else None,
        published=Sourced(day(published), "header Published:"),
    )
    claims = []
    for number, (notation, span) in enumerate(spans):
        said = parse_claim(notation)
        claims.append(
            Claim(
                id=f"{id}-c{number}",
                article=id,
                attribute=said.attribute,
                value=said.value,
                evidence=made.evidence(Span(span.start + shift, span.end + shift)),
                rule="test.rule",
                event=said.event or "e1",
                entity=said.entity,
                population=said.population,
                scope=said.scope,
                attributed_to=said.attributed_to,
                stance=said.stance,
            )
        )
    return made, claims


def lay(articles: Sequence[tuple[Document, list[Claim]]], *, level: str = "warning", rule: str = "disjoint") -> Report:
    """The articles side by side."""
    documents = tuple(d for d, _ in articles)
    claims = tuple(c for _, own in articles for c in own)
    questions: dict[tuple[str, str, str, str], list[Claim]] = {}
    for claim in claims:
        questions.setdefault((claim.event, claim.attribute, claim.population, claim.entity), []).append(claim)
    findings, consensus = [], []
    for (event, attribute, population, entity), own in questions.items():
        camps: dict[str, list[str]] = {}
        for claim in own:
            camps.setdefault(format_value(claim.value), []).append(claim.id)
        asked = Question(
            attribute,  # type: ignore[arg-type]
            f"{attribute} of {entity or event}{' (' + population + ')' if population else ''}?",
            event=event,
            entity=entity,
            population=population,
        )
        if len(camps) > 1:
            values = list(camps)
            number = hashlib.sha256(repr((event, attribute, population, entity, values)).encode()).hexdigest()[:8]
            findings.append(
                Finding(
                    id=f"F-{number}",
                    rule=rule,
                    verdict="variant" if attribute == "name" else "conflicts",
                    level="note" if attribute == "name" else level,  # type: ignore[arg-type]
                    confidence=0.9,
                    message=f"Sources differ on {asked.text[:-1]}: {' against '.join(values)}.",
                    sayable=f"Reports differ: {' or '.join(values)}.",
                    question=asked,
                    camps=tuple(Camp(value, tuple(ids)) for value, ids in camps.items()),
                    causes=(Cause("digit-slip", "One digit apart."),) if attribute == "killed" else (),
                    steps=(
                        Step(
                            (camps[values[0]][0], camps[values[1]][0]),
                            "disjoint",
                            rule,
                            "conflicts",
                            "The two values allow no common world.",
                        ),
                    ),
                    origins=len(own),
                )
            )
            if attribute in ("killed", "injured"):
                consensus.append(
                    Consensus(
                        asked,
                        values[0],
                        values[0],
                        values[-1],
                        "contested",
                        tuple(c.id for c in own),
                        len(own),
                        "most origins",
                        tuple(Version(c.evidence.exact, "", "", "", "", (c.id,), (), f"{c.evidence.exact} ({c.article})") for c in own),
                    )
                )
    first: dict[tuple[str, str], Claim] = {}
    for claim in claims:
        first.setdefault((claim.event, claim.article), claim)
    mentions = tuple(
        EventMention(f"{article}-{event}", article, "accident", (claim.evidence,), main=True) for (event, article), claim in first.items()
    )
    events = tuple(
        Event(
            event,
            "accident",
            event.replace("-", " ").capitalize(),
            tuple(f"{article}-{own}" for own, article in first if own == event),
            tuple(article for own, article in first if own == event),
            place="Port Maren",
        )
        for event in sorted({claim.event for claim in claims})
    )
    return Report(
        run={"version": "0", "rules": "0" * 64},
        articles=documents,
        claims=claims,
        mentions=mentions,
        events=events,
        entities=_entities(claims),
        findings=tuple(findings),
        consensus=tuple(consensus),
        coverage=Coverage(len(claims), 0, len(claims), 0, 0),
    )


def _entities(claims: Iterable[Claim]) -> tuple[Entity, ...]:
    spellings: dict[str, dict[str, list[str]]] = {}
    for claim in claims:
        if claim.attribute == "name" and isinstance(claim.value, Terms):
            spellings.setdefault(claim.entity, {}).setdefault(claim.value.members[0], []).append(claim.article)
    return tuple(
        Entity(
            f"n{number}",
            "person",
            name,
            tuple(Variant(text, tuple(dict.fromkeys(found)), tuple(1 for _ in dict.fromkeys(found))) for text, found in own.items()),
            tuple(f"{text} is spelled like {name}" for text in own if text != name),
        )
        for number, (name, own) in enumerate(spellings.items())
    )


HARBOUR = (
    "Ferry and barge collide off Port Maren",
    "A passenger ferry struck a gravel barge off Port Maren on {date=2024-03-04 @ferry|Monday} night, the coast guard "
    "said.\n\n"
    "{killed=12 @ferry|Twelve people died} and {injured=30 @ferry|30 were hurt}, according to the harbour office.\n\n"
    "The master, {name='Ilse Varnik' entity='Ilse Varnik' @ferry|Ilse Varnik}, was taken ashore. Fog had closed the "
    "inner channel for most of the evening, and two tugs stood by until dawn.",
)
POST = (
    "Deaths in ferry crash",
    "At least a dozen families waited on the quay at Port Maren through Tuesday.\n\n"
    "The collision {killed=14 @ferry|killed 14 people}, the island council said in a statement. Doctors treated "
    "{injured=30 @ferry|30 injured passengers}.\n\n"
    "It happened late on {date=2024-03-05 @ferry|Tuesday}, the council said. Captain "
    "{name='Ilse Warnik' entity='Ilse Varnik' @ferry|Ilse Warnik} could not be reached.",
)
COURIER = (
    "Port Maren mourns",
    "Flags flew at half mast after the collision in which {killed=12 @ferry|12 passengers were killed}.\n\n"
    "The port doctor counted {injured=41 @ferry|41 wounded}.",
)


def ferry(*, courier: bool = False, post_text: str = "", prefix: str = "") -> Report:
    """Two outlets on a made-up collision of a ferry, or three."""
    articles = [
        document(f"{prefix}1", "Harbour Gazette", *HARBOUR),
        document(f"{prefix}2", "Island Post", POST[0], post_text or POST[1]),
    ]
    if courier:
        articles.append(document(f"{prefix}3", "Evening Courier", *COURIER))
    return lay(articles)


def heap(findings: int) -> Report:
    """A report with many findings: one event each, two outlets each."""
    articles = []
    for start in range(0, findings, 50):
        count = min(50, findings - start)
        for outlet, shift in (("Harbour Gazette", 0), ("Island Post", 3)):
            sentences = [
                f"In village {start + n} the storm left {{killed={10 + n + shift} @storm-{start + n}|{10 + n + shift} dead}}, "
                "officials said."
                for n in range(count)
            ]
            articles.append(
                document(
                    f"{outlet[0]}{start}",
                    outlet,
                    f"Storm, part {start // 50}",
                    "\n\n".join(sentences),
                    published=date(2024, 1, 1) + timedelta(days=start // 50),
                )
            )
    return lay(articles)
