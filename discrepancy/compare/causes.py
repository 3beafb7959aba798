"""Likely causes of a difference, each with the computation that shows it.

Takes the pairs that differ in one question; gives causes, from what the two articles say besides and what others say of
the same event. A cause is named only where the figures show it: never more than the evidence says. The sentences stand in
``rules/compare/causes.yaml``.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from discrepancy.compare import slips
from discrepancy.compare.context import Context
from discrepancy.compare.days import of_another_day
from discrepancy.compare.relations import figure
from discrepancy.compare.revisions import cues, reason
from discrepancy.compare.slips import Found
from discrepancy.compare.ties import given_to
from discrepancy.compare.versions import stale_copies
from discrepancy.compare.wording import day_words, event_words, figure_words, speaker_words, value_words
from discrepancy.model.claims import Claim
from discrepancy.model.findings import Cause, Verdict
from discrepancy.model.values import Quantity, Quote, Terms

_MOST_WORDS = 6
"""Differences between two quotations that are told word by word."""
_SLIPS = ("digit-slip", "transposed", "decimal-point")
_MOST_CLAIMS = 300
"""Claims of one question among which older versions are looked for."""
_MOST_PAIRS = 100
"""Pairs looked at in one question: the causes of many equal pairs are the same few sentences."""


def causes(pairs: Sequence[tuple[Claim, Claim]], context: Context, verdict: Verdict = "conflicts") -> tuple[Cause, ...]:
    """The causes that hold for at least one of the pairs, each sentence once. A count that changed (``verdict``) is no slip of the pen."""
    found: dict[tuple[str, str], Cause] = {}
    for a, b in pairs[:_MOST_PAIRS]:
        for finder in _FINDERS:
            for kind, values in finder(a, b, context):
                if verdict == "updates" and kind in _SLIPS:
                    continue
                text = context.policy.cause(kind).text.format(**values)
                found.setdefault((kind, text), Cause(kind, text))
    for kind, values in _stale(pairs[:_MOST_PAIRS], context):
        text = context.policy.cause(kind).text.format(**values)
        found.setdefault((kind, text), Cause(kind, text))
    return tuple(found.values())


def _swap(a: Claim, b: Claim, context: Context) -> Found:
    """Two people bear each other's values: in one article 23 and 32, in the other 32 and 23."""
    if not a.entity or a.entity != b.entity or a.article == b.article:
        return
    for c in context.of_articles(a.article):
        if c.attribute == a.attribute and c.entity not in ("", a.entity) and c.value == b.value:
            for d in context.of_articles(b.article):
                if d.entity == c.entity and d.attribute == a.attribute and d.value == a.value:
                    yield (
                        "swap",
                        {
                            "first": a.entity,
                            "second": c.entity,
                            "a": value_words(a.value),
                            "b": value_words(c.value),
                            "outlets": context.outlet(a.article),
                            "others": context.outlet(b.article),
                        },
                    )
                    return


def _headline(a: Claim, b: Claim, context: Context) -> Found:
    """The headline of one article against its own body; told also where another article is held against either."""
    for claim, other in ((a, b), (b, a)):
        if context.block(claim) != "headline":
            continue
        for own in (other, *context.of_articles(claim.article)):
            same = (own.article, own.attribute, own.event, own.entity, own.scope) == (
                claim.article, claim.attribute, claim.event, claim.entity, claim.scope,
            ) and own.population in (claim.population, other.population)  # fmt: skip
            if same and own.value != claim.value and own.value == other.value and context.block(own) == "body":
                yield (
                    "headline",
                    {
                        "outlet": context.outlet(claim.article),
                        "a": value_words(claim.value, claim.unit),
                        "b": value_words(own.value, own.unit),
                    },
                )
                return


def _totals(a: Claim, b: Claim, context: Context) -> Found:
    """One figure is the other plus what the same article counts elsewhere: another day, another event, the dead."""
    for big, small in ((a, b), (b, a)):
        whole, part = figure(big.value), figure(small.value)
        if whole is None or part is None or not part < whole or not (_exact(big) and _exact(small)):
            continue
        others = [c for c in context.of_articles(a.article, b.article) if figure(c.value) == whole - part > 1 and _exact(c)]
        others = [c for c in others if c.id not in (a.id, b.id)]
        grown = [own for own in context.of_articles(big.article) if own.value == big.value] if others else []
        by = [reason(own, context) for own in grown]  # "climbed to eight. Two of the injured died overnight": what it grew by
        for other in (c for c in others if not any(c.evidence.exact in words for words in by)):
            shown = {"a": figure_words(int(whole)), "b": figure_words(int(part)), "c": figure_words(int(whole - part))}
            if other.attribute == big.attribute and other.event and other.event != big.event:
                yield "two-events", shown | {"outlet": context.outlet(other.article)}
                return
            if other.attribute == "killed" and big.attribute in ("injured", "hit") and other.event == big.event:
                yield "includes-dead", shown
                return
            apart = other.scope != big.scope or of_another_day(other, context)
            if other.attribute == big.attribute and other.event == big.event and apart:
                parts = f"{shown['b']} and {shown['c']}"
                yield "cumulative", {"a": shown["a"], "parts": parts, "outlet": context.outlet(other.article)}
                return


def _exact(claim: Claim) -> bool:
    return isinstance(claim.value, Quantity) and claim.value.exact and isinstance(claim.value.low, int)


def _roles(a: Claim, b: Claim, context: Context) -> Found:
    """Who struck whom is told the other way round."""
    if a.attribute not in ("actor", "target"):
        return
    against = "target" if a.attribute == "actor" else "actor"
    for c in context.of_articles(a.article):
        if c.event == a.event and c.attribute == against and c.value == b.value:
            for d in context.of_articles(b.article):
                if d.event == b.event and d.attribute == against and d.value == a.value:
                    actor, target = (a.value, c.value) if a.attribute == "actor" else (c.value, a.value)
                    yield (
                        "roles",
                        {
                            "outlet": context.outlet(a.article),
                            "others": context.outlet(b.article),
                            "a": value_words(actor),
                            "b": value_words(target),
                        },
                    )
                    return
    if a.attribute == "actor" and _struck(a, b) and _struck(b, a):
        yield "roles", {
            "outlet": context.outlet(a.article), "others": context.outlet(b.article), "a": value_words(a.value), "b": value_words(b.value),
        }  # fmt: skip


def _exchanged(a: Claim, b: Claim, context: Context) -> Found:
    """The toll of one event is given to another."""
    for claim, other in ((a, b), (b, a)):
        if isinstance(other.value, Quantity) and (event := given_to(claim, other, context)):
            yield (
                "exchanged",
                {
                    "a": value_words(other.value),
                    "event": event_words(event, context),
                    "outlet": context.outlet(claim.article),
                    "others": context.outlet(other.article),
                },
            )
            return


def _struck(claim: Claim, other: Claim) -> bool:
    """Whether the words that name who did it are followed by the name of whom the other article calls the doer: "Ruritania shelled
    Sylvania". A state is no target of its own, for most often it is where something happened."""
    if not isinstance(other.value, Terms) or len(other.value.members) != 1:
        return False
    return claim.evidence.after.removeprefix(" the").lstrip().casefold().startswith(other.value.members[0].casefold())


def _dropped(a: Claim, b: Claim, context: Context) -> Found:
    """One outlet prints as its own what another, with the same value, attributes, where the other value is another speaker's: then the
    two accounts differ, and not the articles. Figures that nobody else is named for differ for some other reason."""
    for flat, held in ((a, b), (b, a)):
        nothing = isinstance(flat.value, Terms) and not flat.value.members
        if flat.attributed_to or not held.attributed_to or nothing or cues(flat, context) | cues(held, context):
            continue
        for other in context.alike(flat):
            same = (other.attribute, other.event, other.entity, other.population) == (
                flat.attribute, flat.event, flat.entity, flat.population,
            )  # fmt: skip
            if not same or other.value != flat.value or other.article == flat.article:
                continue
            apart = other.attributed_to.casefold() not in ("", held.attributed_to.casefold())
            first, later = context.published(other.article), context.published(flat.article)
            apart = apart and (first is None or later is None or first <= later)  # who printed it before dropped nothing
            if apart and flat.article != held.article and not _names_its_source(flat, context):
                yield (
                    "attribution-dropped",
                    {
                        "outlet": context.outlet(flat.article),
                        "others": context.outlet(other.article),
                        "speaker": speaker_words(other.attributed_to),
                    },
                )
                return


def _names_its_source(flat: Claim, context: Context) -> bool:
    """Whether the article says elsewhere who gives the same value, as a headline's is attributed in the body."""
    return any(
        own.attributed_to and (own.attribute, own.event, own.entity, own.value) == (flat.attribute, flat.event, flat.entity, flat.value)
        for own in context.of_articles(flat.article)
    )


def _revision(a: Claim, b: Claim, context: Context) -> Found:
    """The reason that an article gives for a figure which it says has changed, in its own words."""
    for claim in (a, b):
        words = reason(claim, context)
        if words:
            yield "revision", {"outlet": context.outlet(claim.article), "words": words}


def _stale(pairs: Sequence[tuple[Claim, Claim]], context: Context) -> Found:
    """An article gives a figure that another one, published on an earlier day, had replaced."""
    told: set[tuple[str, object]] = set()
    heard = {claim.id: claim for pair in pairs for claim in pair}
    asked = {(claim.population, claim.scope) for claim in heard.values()}
    beside = [c for c in context.alike(pairs[0][0]) if (c.population, c.scope) in asked and c.stance not in ("denied", "expected")]
    for old, newer in stale_copies(beside[:_MOST_CLAIMS], context) if pairs and len(asked) == 1 else ():
        if old.id not in heard:
            continue
        day, before = context.published(old.article), context.published(newer.article)
        if day is not None and before is not None and (old.article, old.value) not in told:
            told.add((old.article, old.value))
            yield (
                "stale",
                {
                    "outlet": context.outlet(old.article),
                    "day": day_words(day),
                    "a": value_words(old.value, old.unit),
                    "b": value_words(newer.value, newer.unit),
                    "other": context.outlet(newer.article),
                    "before": day_words(before),
                },
            )


def _wordings(a: Claim, b: Claim, context: Context) -> Found:
    """The words in which two versions of one quotation differ."""
    if not isinstance(a.value, Quote) or not isinstance(b.value, Quote):
        return
    pairs = context.policy.sayings.unlike(a.value.words, b.value.words).words
    told = [
        f"“{mine}” against “{theirs}”" if mine and theirs else f"“{mine or theirs}”, which one of them lacks"
        for mine, theirs in pairs[:_MOST_WORDS]
    ]
    if told:
        yield "quote", {"words": "; ".join(told)}


_FINDERS: tuple[Callable[[Claim, Claim, Context], Found], ...] = (
    slips.numbers, _swap, slips.days, slips.clocks, _headline, _totals, _roles, _exchanged, _dropped, _revision, _wordings,
)  # fmt: skip
