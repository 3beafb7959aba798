"""A happening as the mention that leaves the stage: its type, whether it happened, why it is the main event.

Takes happenings with the lines they stand in; gives mentions, and the reasons that are printed for the main one.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Literal

from discrepancy.annotate.grammar import Line
from discrepancy.claim.events.forces import acting_forces, in_combat
from discrepancy.claim.events.groups import Named
from discrepancy.claim.events.happening import Happening, told_of
from discrepancy.claim.events.serving import army_of_soldiers, one_army
from discrepancy.claim.events.suspects import suspects
from discrepancy.model.claims import EventMention
from discrepancy.model.text import Document
from discrepancy.rulebook.kinds.events import EventLimits
from discrepancy.rulebook.schema import Rulebook

Realis = Literal["actual", "hypothetical", "denied", "expected", "attempted", "threatened"]


def id_of(document: Document, lines: Sequence[Line], happening: Happening, whole: str = "") -> str:
    """The id of a mention: where the word stands that first names it; of one of several that a clause tells of at once, that of the
    ``whole`` and where the words begin that tell it apart. The same text gives the same ids."""
    first = happening.drafts[0]
    starts = lines[first.line].starts
    if happening.apart is not None:
        return f"{whole}.{starts[happening.apart.start]}"
    return f"{document.id}:e{starts[first.start]}"


def nothing(happening: Happening) -> bool:
    """A bare plural of background ("attacks on forces"), or a word that refers to nothing told."""
    drafts_here = happening.drafts
    if all(d.type.refers for d in drafts_here):
        return True
    return happening.loose and not happening.actors


def _type(happening: Happening) -> str:
    if happening.both:
        return "exchange"
    of_war = "war" in happening.heads and happening.when is None  # thousands died in it; an offensive of a day is told by its toll
    drafts = [d for d in happening.drafts if not d.type.outcome] if of_war else happening.drafts
    return max(told_of(drafts), key=lambda d: (d.type.rank, not d.old)).type.type


def _realis(happening: Happening) -> Realis:
    """What most clauses say; one plain clause is enough for an event that happened, but not a word that only points at it: "they set out to
    kill him. It was a crime"."""
    told = [d for d in happening.drafts if not d.type.refers] or happening.drafts
    sure = [d for d in told if not d.unsure and not d.denied]
    if sure:
        return "actual"
    if all(d.denied for d in happening.drafts):
        return "denied"
    if any(d.attempted for d in happening.drafts):
        return "attempted"
    return "threatened" if any(d.threatened for d in happening.drafts) else "hypothetical"


def _background(happening: Happening, limits: EventLimits, today: date | None) -> bool:
    # What goes on about an older event is as old: "two years after a bombing killed nine".
    roots = [d for d in happening.drafts if d.joins is None] or happening.drafts
    old = {d.line: d.end for d in reversed(roots) if d.old}
    if old and all(d.old or (not d.times and d.start >= old.get(d.line, d.end)) for d in roots):
        return True  # and so is what a sentence tells behind: "an attack in which 10 were killed and 30 others wounded"
    last = happening.when.last if happening.when is not None else None
    return last is not None and today is not None and last < today - timedelta(days=limits.old_days)


def reasons_for(happening: Happening, lines: Sequence[Line], rules: Rulebook, today: date | None) -> list[tuple[float, str]]:
    """What speaks for this being the main event, each with its weight."""
    limits = rules.of(EventLimits)[0]
    weights = limits.reasons
    found: list[tuple[float, str]] = []
    if happening.titled:
        found.append((weights["headline"], "named in the headline or standfirst"))
    body = [d.line for d in happening.drafts if lines[d.line].sentence.block in ("body", "quote")]
    first = next((i for i, line in enumerate(lines) if line.sentence.block in ("body", "quote")), 0)
    if body and body[0] <= first + 2:
        found.append((weights["first"], "told in the first three sentences"))
    if any(d.type.outcome or d.victims for d in happening.drafts):
        found.append((weights["toll"], "people were killed or hurt in it"))
    found.append((weights["mentions"] * min(6, len(happening.drafts)), f"told of {len(happening.drafts)} times"))
    rank = max(d.type.rank for d in happening.drafts)
    found.append((weights["rank"] * rank, f"{_type(happening)} is what makes news"))
    if happening.when is not None:
        found.append((weights["dated"], "its day is given"))
    if happening.places:
        found.append((weights["placed"], "its place is given"))
    if _background(happening, limits, today):
        found.append((weights["background"], "older than the news, told for context"))
    if _realis(happening) != "actual":
        found.append((weights["unsure"], "feared, planned or denied"))
    return found


def mention(
    document: Document, lines: Sequence[Line], happening: Happening, id: str, main: bool,
    reasons: Sequence[tuple[float, str]], groups: Sequence[Named], rules: Rulebook, today: date | None,
) -> EventMention:  # fmt: skip
    """The mention that a happening becomes, under an id; ``reasons`` are printed where it is the ``main`` one."""
    evidence = tuple(document.evidence(lines[d.line].span(d.start, d.end)) for d in happening.drafts)
    places = list(happening.places)
    if happening.state and happening.state not in places:
        places.append(happening.state)
    targets = tuple(happening.targets or happening.things)
    army = army_of_soldiers(happening, groups, lines, rules) if not happening.both else ""
    return EventMention(
        id=id,
        article=document.id,
        type=_type(happening),
        triggers=evidence,
        actors=() if happening.both else tuple(happening.actors or happening.labels[:1]),
        targets=targets,
        victims=tuple(happening.victims),
        weapons=tuple(happening.weapons),
        places=() if happening.both else tuple(places),
        when=happening.when,
        realis=_realis(happening),
        background=_background(happening, rules.of(EventLimits)[0], today),
        combat=in_combat(_type(happening), happening.victims, targets, places, groups, rules),
        forces=one_army(acting_forces(happening, lines, rules)) or ((army,) if army else ()),
        suspects=suspects(happening, groups, lines, rules),
        main=main,
        why_main=tuple(f"{weight:+g} {text}" for weight, text in reasons) if main else (),
    )
