"""What a mention offers for comparison with mentions of other articles.

Takes readings with canonical names; gives one profile for each mention that happened. Compares nothing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, replace
from datetime import date

from discrepancy.link.streets import streets
from discrepancy.model.claims import VICTIMS, Claim, EventMention, Reading
from discrepancy.model.values import Clock, Quantity, Terms, When, exactly
from discrepancy.notation import format as format_value

_MONTH = 27
"""Days from the first to the last of the shortest month."""
_ONE = exactly(1)
_QUARTER = 92
"""Days from the first to the last of the longest three months, and one more."""


@dataclass(frozen=True, slots=True)
class Profile:
    """One mention as linking sees it.

    ``dates`` are those of its own claims, else the mention's, ``days`` those known by name alone ("Saturday"); ``tolls`` maps "killed",
    "injured" and "missing" to what is said of all people together, or of those of one sort where the article counts nobody else (those in
    ``partial``); ``streets`` are those in which it was; ``ages`` are those it gives, of whomever, each with its unit, and ``clocks``
    its times of day; ``victims`` are the sorts of people that it counts, ``countries`` those among its places; ``names`` are the
    article's own: the people, groups and places, countries aside, of which it tells. ``ids`` are the mentions it stands for, ``lead``
    says that the article is chiefly about it, ``sole`` that it tells of no other of that type; ``called`` are its own proper names,
    "Cyclone Delia"; ``unplaced`` are its article's names of which nobody knows what they name; ``published`` is the last day on which the
    article may have come out, ``persons`` are the people whom it names.
    """

    mention: EventMention
    dates: tuple[When, ...]
    names: frozenset[str]
    magnitudes: tuple[Quantity, ...]
    people: frozenset[str]
    tolls: Mapping[str, tuple[Quantity, ...]]
    partial: frozenset[str] = frozenset()
    victims: frozenset[str] = frozenset()
    countries: frozenset[str] = frozenset()
    ids: tuple[str, ...] = ()
    lead: bool = False
    days: tuple[str, ...] = ()
    ages: frozenset[str] = frozenset()
    clocks: tuple[Clock, ...] = ()
    sole: bool = False
    streets: frozenset[str] = frozenset()
    called: frozenset[str] = frozenset()
    published: date | None = None
    persons: frozenset[str] = frozenset()
    unplaced: frozenset[str] = frozenset()

    @property
    def narrow(self) -> tuple[str, ...]:
        """The places inside a country."""
        places = self.mention.places
        return tuple(place for place in places if place not in self.countries) if self.countries else places

    @property
    def span(self) -> tuple[int, int] | None:
        """The first and the last day that its closed dates allow, as ordinals; None without such a date."""
        closed = [(when.first.toordinal(), when.last.toordinal()) for when in self.dates if when.first and when.last]
        return (min(first for first, _ in closed), max(last for _, last in closed)) if closed else None

    @property
    def dated_by_year(self) -> bool:
        """Whether no day of it is known better than by its half year or year."""
        return bool(self.dates) and all(d.first is None or d.last is None or (d.last - d.first).days > _QUARTER for d in self.dates)

    @property
    def loosely_dated(self) -> bool:
        """Whether some day of it is known by no more than its month or year."""
        return any(d.first is None or d.last is None or (d.last - d.first).days >= _MONTH for d in self.dates)


def telling_names(reading: Reading, is_country: Callable[[str], bool]) -> frozenset[str]:
    """The people, groups, places and storms of which an article tells, countries aside."""
    names = {name.short_for or name.text for name in reading.names if name.kind in ("person", "group", "place", "event")}
    return frozenset(name for name in names if not is_country(name))


def unplaced_names(reading: Reading) -> frozenset[str]:
    """The names of an article of which nobody knows what they name, as that of a town that no gazetteer has."""
    return frozenset(name.short_for or name.text for name in reading.names if name.kind == "unknown")


def _harmed(reading: Reading) -> Callable[[Claim], str]:
    """Gives the event whose toll of one is told by the words that tell somebody's fate; "" where there is none."""
    tolls = [c for c in reading.claims if c.attribute in VICTIMS and c.event and c.value == _ONE]

    def harming(fate: Claim) -> str:
        span = fate.evidence.span
        return next((c.event for c in tolls if c.evidence.span.start < span.end and span.start < c.evidence.span.end), "")

    return harming


def profiles(
    reading: Reading, is_country: Callable[[str], bool], kinds: Collection[str], published: date | None = None
) -> tuple[Profile, ...]:
    """The profiles of all mentions of one article that happened, in their order; ``kinds`` are the words for a street, ``published`` is the
    last day on which it may have come out."""
    found: list[Profile] = []
    names = telling_names(reading, is_country)
    unplaced = unplaced_names(reading)
    persons = frozenset(name.short_for or name.text for name in reading.names if name.kind == "person")
    proper = {name.text: name.short_for or name.text for name in reading.names if name.kind == "event"}
    magnitudes: dict[str, list[Quantity]] = {}
    people: dict[str, set[str]] = {}
    tolls: dict[str, dict[str, list[Quantity]]] = {}
    parts: dict[str, dict[str, dict[str, list[Quantity]]]] = {}
    victims: dict[str, set[str]] = {}
    dates: dict[str, list[When]] = {}
    days: dict[str, list[str]] = {}
    ages: dict[str, set[str]] = {}
    clocks: dict[str, list[Clock]] = {}
    blocks: dict[str, list[str]] = {}
    harmed = _harmed(reading)
    for claim in reading.claims:
        if claim.attribute == "fate" and claim.entity and (harming := harmed(claim)):
            people.setdefault(harming, set()).add(claim.entity)
        if not claim.event:
            continue
        if claim.attribute == "age" and claim.entity:
            people.setdefault(claim.event, set()).add(claim.entity)
        if claim.attribute == "age":
            ages.setdefault(claim.event, set()).add(f"{format_value(claim.value)} {claim.unit}")
        if claim.attribute == "time" and isinstance(claim.value, Clock):
            clocks.setdefault(claim.event, []).append(claim.value)
        if claim.attribute == "place" and claim.scope == "street" and isinstance(claim.value, Terms):
            blocks.setdefault(claim.event, []).extend(claim.value.members)
        if claim.attribute in ("killed", "injured", "missing") and isinstance(claim.value, Quantity):
            victims.setdefault(claim.event, set()).add(claim.population)
            if not claim.population and not claim.scope and not claim.additional:
                tolls.setdefault(claim.event, {}).setdefault(claim.attribute, []).append(claim.value)
            elif not claim.scope:
                sorts = parts.setdefault(claim.event, {}).setdefault(claim.attribute, {})
                sorts.setdefault(claim.population, []).append(claim.value)
        if claim.attribute == "magnitude" and isinstance(claim.value, Quantity):
            magnitudes.setdefault(claim.event, []).append(claim.value)
        if claim.attribute == "date" and isinstance(claim.value, When):
            dates.setdefault(claim.event, []).append(claim.value)
        if claim.attribute == "date" and isinstance(claim.value, Terms):
            days.setdefault(claim.event, []).extend(claim.value.members)
    for mention in reading.events:
        own = tuple(dates.get(mention.id, [mention.when] if mention.when else []))
        counted = {name: tuple(values) for name, values in tolls.get(mention.id, {}).items()}
        alone = {n: tuple(*sorts.values()) for n, sorts in parts.get(mention.id, {}).items() if n not in counted and len(sorts) == 1}
        habit = mention.background and not own and not counted and mention.id not in days  # "has attacked several times": no one happening
        if mention.realis == "actual" and not habit:
            strength = tuple(magnitudes.get(mention.id, ()))
            whom = frozenset(people.get(mention.id, ()))
            counts = frozenset(victims.get(mention.id, ())) - {""}
            lands = frozenset(place for place in mention.places if is_country(place))
            made = Profile(
                mention, own, names, strength, whom, counted | alone, frozenset(alone), counts, lands, (mention.id,),
                days=tuple(days.get(mention.id, ())),
                ages=frozenset(ages.get(mention.id, ())), clocks=tuple(clocks.get(mention.id, ())),
                called=frozenset(full for trigger in mention.triggers if (full := proper.get(trigger.exact))),
                streets=streets((*mention.places, *blocks.get(mention.id, ())), kinds),
                published=published,
                persons=persons, unplaced=unplaced,
            )  # fmt: skip
            found.append(made)
    types = Counter(profile.mention.type for profile in found)
    return tuple(replace(profile, sole=types[profile.mention.type] == 1) for profile in found)
