"""What one attribute says about two mentions, and whether anything ties the two that strangers in a crowd hardly share.

Takes two profiles and what their attributes say; answers for one pair. Knows nothing of other pairs, and of the crowd only what it is told.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from itertools import product
from typing import Literal

from discrepancy.link.kinds import kinds
from discrepancy.link.profiles import Profile
from discrepancy.model.claims import Contains
from discrepancy.model.values import Clock
from discrepancy.rulebook.kinds.linking import LinkThreshold
from discrepancy.rulebook.schema import Rulebook

_TOO_MANY = 2
"""Of the things in which reports of two happenings differ: so many of them are no error of one article."""
_SOME_NAMES = 3
"""Names that an article tells of from which on two that share none tell of two things."""
_HOURS, _DAY = 120, 1440
"""Minutes by which two reports of one time of day hardly differ, and those of a day."""
_PARTS = {"morning": 0, "afternoon": 1, "evening": 2, "night": 3}
Likeness = Literal["same", "near", "different", "unknown"]
Rare = Callable[[Collection[str], bool], bool]
"""Whether strangers in the crowd hardly share all of these names; the second says whether the days of both mentions are known."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """What one attribute says about two mentions; ``far`` is set where days lie so far apart that they cannot be one event."""

    attribute: str
    likeness: Likeness
    text: str
    far: bool = False


def tied(a: Profile, b: Profile, found: Sequence[Evidence], contains: Contains, rare: Rare, rules: Rulebook) -> bool:
    """Whether a place inside a country, a party, a person, a story or the strength of a quake stands in both, and strangers hardly share
    it; names that stand in both articles make it rarer. One name alone, of places or of a person, ties no two that count other numbers
    throughout and are not of one kind and day: an article errs in one thing, not in all. Two disagreements are too many where nobody whose
    age is told stands in both, and one where the day is not the same and each name is common. Nor does a person alone tie what befell
    two countries, for another country has a man of that name."""
    same = {item.attribute for item in found if item.likeness == "same"}
    places = _shared_places(a, b, contains)
    shared = places | (a.people & b.people)
    for ours, theirs in ((a.mention.actors, b.mention.actors), (a.mention.targets, b.mention.targets)):
        shared |= set(proper(ours)) & set(proper(theirs))
    if (shared or "story" in same) and a.lead and b.lead:
        shared |= a.names & b.names
    near = _near(a, b, rules)
    dated = bool(near)
    person = len(shared) == 1 and shared <= (a.people & b.people)
    if person and any(item.attribute == "country" and item.likeness == "different" for item in found):
        return False
    if (person or shared <= places) and not ("date" in same and _of_one_kind(a, b, rules)) and _all_figures_differ(found):
        return False
    against = disagreements(a, b, found)
    if against >= _TOO_MANY and (person or not a.people & b.people):
        return False
    if near is False and not any(rare({name}, False) for name in shared & ((a.people & b.people) | (a.persons & b.persons))):
        return False  # a town, its police and its hospital are told of again after months
    if against and "date" not in same and not any(rare({name}, dated) for name in shared):
        return False  # a few names that all articles share are shared together by chance too
    return "magnitude" in same or rare(shared, dated)


def _near(a: Profile, b: Profile, rules: Rulebook) -> bool | None:
    """Whether two mentions are of days near each other, None where nobody knows; of what no day is told that of its article is taken."""
    if a.dates and b.dates:
        return True  # of days far apart they were no pair
    one, other = ((p.published.toordinal(),) * 2 if p.span is None and p.published is not None else p.span for p in (a, b))
    if one is None or other is None:
        return None
    return max(other[0] - one[1], one[0] - other[1]) < rules.of(LinkThreshold)[0].far_days


def strangers(a: Profile, b: Profile, found: Sequence[Evidence], rules: Rulebook) -> bool:
    """Whether two mentions disagree in so much, and share so little beside a day, a town and a kind, that no two reports of one happening
    would: two shootings of one night in one town, two strikes of one army."""
    shared = {item.attribute for item in found if item.likeness == "same"} & {"people", "target", "story", "magnitude"}
    limits = rules.of(LinkThreshold)[0]
    if shared <= {"story"} and a.ages.isdisjoint(b.ages) and _figures_apart(a, b, found, limits) and _news_of_two_days(a, b, limits):
        return True
    parts = _parts_apart(a, b) and not _hours_apart(a.clocks, b.clocks)
    return not shared and disagreements(a, b, found) + parts >= limits.strangers


def _news_of_two_days(a: Profile, b: Profile, limits: LinkThreshold) -> bool:
    """Whether two articles lead with news of the day on which each came out, or of the day before, and the later of the two deeds was not
    yet done when the earlier was told: shells fell on one city on Thursday, and on Friday. News of which no day is told is of the day on
    which it came out."""
    if not (a.lead and b.lead) or a.published is None or b.published is None or a.published == b.published:
        return False
    early, late = (a, b) if a.published < b.published else (b, a)
    out = [p.published.toordinal() for p in (early, late) if p.published is not None]
    first = [p.span[0] if p.span is not None else day for p, day in zip((early, late), out, strict=True)]
    return all(day - told <= limits.fresh_days for told, day in zip(first, out, strict=True)) and first[1] > out[0]


_NEARLY = ("story", "magnitude")
"""Attributes that say something where they are only nearly the same: services measure one quake a few tenths apart."""


def by_chance(a: Profile, b: Profile, found: Sequence[Evidence], common: Collection[str]) -> bool:
    """Whether two mentions share nothing but a day and what strangers share by chance (``common``), no age and no word of a name, though
    both articles tell of some people, groups and places, or of two places neither of which holds the other. Two shootings in one country
    are one only where nothing speaks against it."""
    shared = {item.attribute for item in found if item.likeness == "same" or (item.likeness == "near" and item.attribute in _NEARLY)}
    if shared - {"type", "main", "date"} - (set(common) - {"killed"}):
        return False
    ours, theirs = ({word for name in p.names for word in name.split()} for p in (a, b))
    if not ours.isdisjoint(theirs) or not a.ages.isdisjoint(b.ages):
        return False
    elsewhere = any(item.attribute == "place" and item.likeness == "different" for item in found)
    return elsewhere or min(len(a.names), len(b.names)) >= _SOME_NAMES


def disagreements(a: Profile, b: Profile, found: Sequence[Evidence]) -> int:
    """In how many of six things two mentions disagree: the day, all numbers of people, all ages, all people whose age is told, where both
    tell of several, all streets, the time of day by hours."""
    day = any(item.attribute == "date" and item.likeness in ("near", "different") for item in found)
    ages = bool(a.ages and b.ages) and a.ages.isdisjoint(b.ages)
    others = min(len(a.people), len(b.people)) > 2 and a.people.isdisjoint(b.people)
    streets = bool(a.streets and b.streets) and a.streets.isdisjoint(b.streets)
    return day + _all_figures_differ(found) + ages + others + streets + _hours_apart(a.clocks, b.clocks)


def _hours_apart(ours: Sequence[Clock], theirs: Sequence[Clock]) -> bool:
    """Whether every two times of day, where both sides have some, lie hours apart, midnight between them or not."""
    gaps = [max(one.first - other.last, other.first - one.last) for one in ours for other in theirs]
    return bool(gaps) and all(_HOURS < gap < _DAY - _HOURS for gap in gaps)


def _parts_apart(a: Profile, b: Profile) -> bool:
    """Whether both tell of one part of the day each, and of one between which and the other a part lies."""
    ours, theirs = ({_PARTS[part] for when in p.dates for part in when.part.split()[-1:] if part in _PARTS} for p in (a, b))
    return bool(ours and theirs) and all(abs(one - other) > 1 for one in ours for other in theirs)


def _of_one_kind(a: Profile, b: Profile, rules: Rulebook) -> bool:
    """Whether two mentions are of one type, or one of them says that people were hurt and not by what."""
    known = kinds(rules)
    return a.mention.type == b.mention.type or (
        known.related(a.mention.type, b.mention.type) and (known.open(a.mention) or known.open(b.mention))
    )


def _all_figures_differ(found: Sequence[Evidence]) -> bool:
    return set(_figures(found)) == {"different"}


def _figures_apart(a: Profile, b: Profile, found: Sequence[Evidence], limits: LinkThreshold) -> bool:
    """Whether both the dead and the injured are counted in both, and neither number is the other one grown or corrected."""
    if _figures(found) != ["different", "different"]:
        return False
    counted = [[value.low or 0 for value in p.tolls.get(attribute, ())] for attribute in ("killed", "injured") for p in (a, b)]
    pairs = [*product(*counted[:2]), *product(*counted[2:])]
    return all(max(pair) >= limits.grown * min(pair) for pair in pairs)


def _figures(found: Sequence[Evidence]) -> list[Likeness]:
    """What the numbers of dead and of injured say, where both sides have them."""
    return [item.likeness for item in found if item.attribute in ("killed", "injured") and item.likeness != "unknown"]


def finest(p: Profile, contains: Contains) -> tuple[str, ...]:
    """The places inside a country that hold no other of the mention: of "a town in that county" the town."""
    places = p.narrow
    return places if len(places) < 2 else tuple(one for one in places if not any(one != other and contains(one, other) for other in places))


def _shared_places(a: Profile, b: Profile, contains: Contains) -> set[str]:
    """The places inside a country that both tell of; of two that hold one another the wider one."""
    pairs = ((one, other) for one in finest(a, contains) for other in finest(b, contains))
    return {
        one if one == other or contains(one, other) else other
        for one, other in pairs
        if one == other or contains(one, other) or contains(other, one)
    }


def proper(names: Sequence[str]) -> list[str]:
    """Names, not labels: "gunmen" and "Iran-backed militants" never contradict anybody."""
    return [name for name in names if name and name.split()[-1][0].isupper()]
