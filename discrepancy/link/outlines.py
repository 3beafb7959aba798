"""Outlines: all that linking needs to know of one article.

Takes a reading with canonical names and its document; gives an outline, a small part of both. Events and figures are linked over outlines,
so that a set whose texts and claims no memory holds can be linked all the same. Compares nothing across articles.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from discrepancy.link.acts import Act, acts
from discrepancy.link.figures import Figure, figures
from discrepancy.link.gathering import gathered
from discrepancy.link.holders import Holder, holders
from discrepancy.link.profiles import Profile, profiles, telling_names, unplaced_names
from discrepancy.link.settled import Settled
from discrepancy.link.streets import street_kinds
from discrepancy.model.claims import Contains, EventMention, Reading
from discrepancy.model.text import Document
from discrepancy.rulebook.kinds.linking import MeasureLikeness
from discrepancy.rulebook.schema import Rulebook


@dataclass(frozen=True, slots=True)
class Outline:
    """One article as linking sees it.

    ``profiles`` are its events, gathered; ``chief`` the ids of the mentions it is chiefly about; ``names`` those it tells of, countries
    aside, with those of which nobody knows what they name; ``figures`` its measures; ``counted`` attribute, mention and population of those
    that have an owner; ``acts`` the acts of public life that it dates;
    ``holders`` who holds posts in it, ``published`` the last day on which it may have come out.
    """

    article: str
    profiles: tuple[Profile, ...]
    chief: tuple[str, ...]
    names: frozenset[str]
    figures: tuple[Figure, ...] = ()
    counted: frozenset[tuple[str, str, str]] = frozenset()
    acts: tuple[Act, ...] = ()
    holders: tuple[Holder, ...] = ()
    published: date | None = None


def outline(
    reading: Reading,
    document: Document,
    rules: Rulebook,
    contains: Contains,
    is_country: Callable[[str], bool],
    settled: Settled[str] | None = None,
) -> Outline:
    """The outline of one article; ``settled`` are pairs of mention ids that an editor joined or parted."""
    text, published = document.text, document.published.value.last if document.published is not None else None
    own = profiles(reading, is_country, street_kinds(rules), published)
    found = tuple(map(_slim, gathered(own, rules, contains, settled or Settled())))
    happened = {id for profile in found for id in profile.ids}
    claims = [claim if claim.event in happened or not claim.event else replace(claim, event="") for claim in reading.claims]
    asked = rules.of(MeasureLikeness)[0].attributes
    return Outline(
        reading.article,
        found,
        tuple(mention.id for mention in reading.events if mention.main),
        telling_names(reading, is_country) | unplaced_names(reading),
        figures(claims, text, rules),
        frozenset((c.attribute, c.event, c.population) for c in claims if c.event and c.attribute in asked),
        acts(claims, text, reading.names, rules),
        holders(claims, text, _towns(reading, is_country), rules),
        published,
    )


def _towns(reading: Reading, is_country: Callable[[str], bool]) -> frozenset[str]:
    """The places that an article tells of, but for countries."""
    return frozenset(n.short_for or n.text for n in reading.names if n.kind == "place" and not is_country(n.short_for or n.text))


def _slim(profile: Profile) -> Profile:
    """A profile without the surroundings of its words, which nobody asks for again."""
    mention: EventMention = profile.mention
    words = tuple(replace(trigger, before="", after="") for trigger in mention.triggers)
    return replace(profile, mention=replace(mention, triggers=words, why_main=()))
