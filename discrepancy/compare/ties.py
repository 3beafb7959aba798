"""What ties two articles to one happening: the tolls, the people, the ages, the strengths and the streets that stand in both.

Takes two claims and what comparison knows beside them; gives what each of their articles tells, who stands in both, and whether they share
anything. Of days and
hours, which part two happenings, see :mod:`.days` and :mod:`.hours`.
"""

from __future__ import annotations

from discrepancy.compare.context import Context
from discrepancy.compare.pair import Pair
from discrepancy.compare.printed import printed, shared_names
from discrepancy.compare.relations import figure
from discrepancy.link.spellings import RULE as SPELLING
from discrepancy.model.claims import VICTIMS, Claim
from discrepancy.model.values import Terms

_TELLING = ("age", "magnitude", "distance")
"""Attributes whose value stands in the reports of two happenings by chance alone."""


def tolls(claim: Claim, context: Context) -> set[float]:
    """How many people the claim's article counts as killed or hurt in its event, those told of alone aside."""
    told = (c for attribute in VICTIMS for c in context.of_event(claim.event, attribute) if c.article == claim.article)
    return {found for c in told if (found := figure(c.value)) is not None and found > 1}


def strengths(claim: Claim, context: Context) -> set[object]:
    """The strengths that the claim's article gives its event."""
    return {c.value for c in context.of_event(claim.event, "magnitude") if c.article == claim.article}


def blocks(claim: Claim, context: Context) -> list[str]:
    """The blocks of streets in which the claim's article puts its event."""
    told = (c.value for c in context.of_event(claim.event, "place") if c.article == claim.article and c.scope == "street")
    return [block for value in told if isinstance(value, Terms) for block in value.members]


def places(claim: Claim, context: Context) -> list[str]:
    """Where the claim's article puts its event; streets, and the ends of a voyage, aside."""
    told = (c.value for c in context.of_event(claim.event, "place") if c.article == claim.article and not c.scope)
    return [place for value in told if isinstance(value, Terms) for place in value.members]


def strangers(a: Claim, b: Claim, context: Context) -> bool:
    """Whether two articles that tell of one name tell of nothing else in common, neither an event nor a name: then two people may
    bear it. Articles that tell of no event leave it open."""
    ours, theirs = _told(a.article, context), _told(b.article, context)
    events = [any(name in context.events for name in of) for of in (ours, theirs)]
    return all(events) and not (ours & theirs) - {a.entity, ""}


def parties_shared(a: Claim, b: Claim, context: Context) -> frozenset[str]:
    """The people and groups of whom both articles tell."""
    shared = _told(a.article, context) & _told(b.article, context)
    return frozenset(name for name in shared if context.kinds.get(name) in ("person", "group"))


def people_shared(a: Claim, b: Claim, context: Context) -> bool:
    """Whether both articles tell of one person."""
    return any(context.kinds.get(name) == "person" for name in parties_shared(a, b, context))


def fates_shared(a: Claim, b: Claim, context: Context) -> bool:
    """Whether both articles tell what became of one person: who dies once dies at one hour."""
    ours, theirs = ({c.entity for c in context.by_article.get(claim.article, ()) if c.attribute == "fate"} for claim in (a, b))
    return bool(ours & theirs)


def _told(article: str, context: Context) -> frozenset[str]:
    """The events and names in the claims of an article; the countries of its events aside, which half the world shares."""
    if article not in context.told:
        # A name's other spellings are no company.
        claims = [claim for claim in context.by_article.get(article, ()) if claim.rule != SPELLING]
        events = [context.events[claim.event] for claim in claims if claim.event in context.events]
        names = {name for c in claims for name in (c.entity, *(c.value.members if isinstance(c.value, Terms) else ()))}
        lands = {event.country for event in events}
        context.told[article] = frozenset({e.id for e in events} | {n for n in names if n and not n[0].islower() and n not in lands})
    return context.told[article]


def tied(a: Claim, b: Claim, context: Context) -> bool:
    """Whether what both articles tell of the event itself holds something that two happenings hardly share: a high toll, the age of one
    person, the strength of a quake, a block of a street, a high count of one thing or sort of people."""
    least = context.policy.happening("killed").telling

    def told(claim: Claim) -> set[object]:
        found: set[object] = {count for count in tolls(claim, context) if count >= least}
        for attribute in ("age", "magnitude"):
            own = (c for c in context.of_event(claim.event, attribute) if c.article == claim.article)
            found |= {(c.entity, attribute) if c.entity else (c.value, c.unit, attribute) for c in own}
        return found.union(blocks(claim, context), _counts(claim, least, context))

    return not told(a).isdisjoint(told(b))


def _counts(claim: Claim, least: float, context: Context) -> set[object]:
    """The high counts of the claim's article about its event, each with what it counts: 2,400 workers."""
    told = (c for c in context.of_event(claim.event, "count") if c.article == claim.article and c.population)
    return {(c.population, found) for c in told if (found := figure(c.value)) is not None and found >= least}


def thin_day(pair: Pair) -> bool:
    """Two articles on one event both tell of tolls, of people or of ages, distances and strengths of quakes, and share none: what
    befell one town on Thursday and on Friday. What only one of them tells parts nobody."""
    if not pair.a.event or not pair.in_texts():
        return False
    asked = (tolls, _people, _figures)
    told = [(tell(pair.a, pair.context), tell(pair.b, pair.context)) for tell in asked]
    return any(ours and theirs for ours, theirs in told) and not any(ours & theirs for ours, theirs in told)


def thin_toll(pair: Pair) -> bool:
    """One figure is a multiple of the other, and neither a toll, a person nor an age, a distance or the strength of a quake stands in both
    articles: two attacks of one war."""
    low, high = sorted(figure(claim.value) or 0 for claim in (pair.a, pair.b))
    width = pair.context.policy.happening(pair.a.attribute)
    far = bool(width.multiple) and low > 0 and high >= width.multiple * low and high - low >= width.more
    return far and thin_day(pair)


def exchanged(pair: Pair) -> bool:
    """One article gives the other's figure to another event, of which that one tells as well: they may have given one toll to two
    strikes that answer each other."""
    return given_to(pair.a, pair.b, pair.context) != "" or given_to(pair.b, pair.a, pair.context) != ""


def given_to(claim: Claim, other: Claim, context: Context) -> str:
    """The event, told of by both articles, to which the claim's article gives the other's figure; "" where there is none."""
    if not claim.event or (figure(other.value) or 0) < 2:
        return ""
    own = (c for c in context.of_articles(claim.article) if c.attribute == claim.attribute and not c.scope)
    alike = {c.event for c in own if c.value == other.value} - {"", claim.event}
    return next((c.event for c in context.of_articles(other.article) if c.event in alike), "")


def few_names(pair: Pair) -> bool:
    """Two articles that print hardly a name in common, the places of what happened aside, though both print some, and share no person, no
    high toll, no age and no block of a street: another fire, another robbery, another vote."""
    width, context = pair.context.policy.happening("killed"), pair.context
    if pair.a.entity or not width.names_shared or not pair.in_texts():
        return False
    if tied(pair.a, pair.b, context) or people_shared(pair.a, pair.b, context):
        return False
    here = frozenset(word for claim in (pair.a, pair.b) for place in places(claim, context) for word in printed(place).words)
    counted = shared_names(context.words(pair.a.article), context.words(pair.b.article), here, context.lexicon)
    return all(names >= width.names_least and both < width.names_shared * names for names, both in counted)


def _people(claim: Claim, context: Context) -> set[str]:
    """The people of whom the claim's article tells."""
    found = (c.entity for c in context.by_article.get(claim.article, ()))
    return {name for name in found if context.kinds.get(name) == "person"}


def _figures(claim: Claim, context: Context) -> set[object]:
    """Ages, distances and strengths of quakes that the claim's article gives, of whatever event."""
    told = context.by_article.get(claim.article, ())
    return {(c.attribute, c.value, c.unit) for c in told if c.attribute in _TELLING}
