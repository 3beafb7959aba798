"""What a mention offers for comparison with mentions of other articles, and how alike two such profiles are.

Takes readings with canonical names; gives profiles and, for two of them, one likeness an attribute with the words that say why.
Unknown is never different: an attribute that one side leaves open counts neither way.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Literal

from discrepancy.model.claims import EventMention, Reading
from discrepancy.model.values import Quantity, When
from discrepancy.rulebook.kinds.events import EventFamily
from discrepancy.rulebook.kinds.linking import LinkThreshold
from discrepancy.rulebook.schema import Rulebook

_TENTHS = 0.3
_MANY_NAMES, _SHARE_OF_NAMES = 2, 0.25
Likeness = Literal["same", "near", "different", "unknown"]
Contains = Callable[[str, str], bool | None]
"""Whether the first place holds the second; None when nobody knows."""


@dataclass(frozen=True, slots=True)
class Profile:
    """One mention as linking sees it.

    ``dates`` are those of its own claims, else the mention's; ``tolls`` maps "killed" and "injured" to what is said of all
    people together, or of those of one sort where the article counts nobody else (those in ``partial``); ``victims`` are
    the sorts of people that it counts, ``countries`` those among its places; ``names`` are the article's own: the people,
    groups and places, countries aside, of which it tells.
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
    bare: bool = False

    @property
    def narrow(self) -> tuple[str, ...]:
        """The places inside a country."""
        return tuple(place for place in self.mention.places if place not in self.countries)


@dataclass(frozen=True, slots=True)
class Evidence:
    """What one attribute says about two mentions."""

    attribute: str
    likeness: Likeness
    text: str
    far: bool = False


def profiles(readings: Sequence[Reading], rules: Rulebook, is_country: Callable[[str], bool]) -> tuple[Profile, ...]:
    """The profiles of all mentions that happened; order: article, then place in the article."""
    found: list[Profile] = []
    for reading in readings:
        made = []
        telling = [name.short_for or name.text for name in reading.names if name.kind in ("person", "group", "place")]
        names = frozenset(name for name in telling if not is_country(name))
        magnitudes: dict[str, list[Quantity]] = {}
        people: dict[str, set[str]] = {}
        tolls: dict[str, dict[str, list[Quantity]]] = {}
        parts: dict[str, dict[str, dict[str, list[Quantity]]]] = {}
        victims: dict[str, set[str]] = {}
        dates: dict[str, list[When]] = {}
        for claim in reading.claims:
            if not claim.event:
                continue
            if claim.attribute == "age" and claim.entity:
                people.setdefault(claim.event, set()).add(claim.entity)
            if claim.attribute in ("killed", "injured") and isinstance(claim.value, Quantity):
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
        for mention in reading.events:
            own = tuple(dates.get(mention.id, [mention.when] if mention.when else []))
            counted = {name: tuple(values) for name, values in tolls.get(mention.id, {}).items()}
            alone = {n: tuple(*sorts.values()) for n, sorts in parts.get(mention.id, {}).items() if n not in counted and len(sorts) == 1}
            habit = mention.background and not own and not counted  # "has attacked several times": no one happening
            if mention.realis == "actual" and not habit:
                strength = tuple(magnitudes.get(mention.id, ()))
                whom = frozenset(people.get(mention.id, ()))
                counts = frozenset(victims.get(mention.id, ())) - {""}
                lands = frozenset(place for place in mention.places if is_country(place))
                made.append(Profile(mention, own, names, strength, whom, counted | alone, frozenset(alone), counts, lands))
        found += _marked_bare(made, rules)
    return tuple(found)


def evidence(a: Profile, b: Profile, rules: Rulebook, contains: Contains) -> tuple[Evidence, ...]:
    """All that the attributes say about two mentions, known ones only, in a fixed order."""
    one, other = a.mention, b.mention
    found = [
        _types(one.type, other.type, rules),
        _dates(a.dates, b.dates, rules),
        *_places(a, b, contains),
        _names("actor", one.actors, other.actors),
        _names("target", one.targets, other.targets),
        _weapons(one.weapons, other.weapons),
        _tolls("killed", a, b),
        _tolls("injured", a, b),
        _people(a.people, b.people),
        _victims(a.victims, b.victims, rules),
        _magnitudes(a.magnitudes, b.magnitudes),
        _story(a, b),
        _bare(a, b),
        Evidence("main", "same" if one.main and other.main else "unknown", "what both articles are chiefly about"),
    ]
    known = [item for item in found if item.likeness != "unknown"]
    return tuple(_less_certain(item) if item.attribute == "actor" and _one_deed(known) else item for item in known)


def _one_deed(known: Sequence[Evidence]) -> bool:
    """Whether kind and two of day, place and target are the same, so that another actor is another report of the deed."""
    same = {item.attribute for item in known if item.likeness == "same"}
    return "type" in same and len(same & {"date", "place", "target"}) > 1


def _less_certain(item: Evidence) -> Evidence:
    return replace(item, likeness="near", text=f"{item.text}, for one deed") if item.likeness == "different" else item


def _types(a: str, b: str, rules: Rulebook) -> Evidence:
    if a == b:
        return Evidence("type", "same", f"both tell of a {a}")
    family = _families(rules)
    if family.get(a, frozenset()) & family.get(b, frozenset()):
        return Evidence("type", "near", f"{a} and {b} can be one happening")
    return Evidence("type", "different", f"{a} against {b}")


@cache
def _families(rules: Rulebook) -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for family in rules.of(EventFamily):
        for name in family.types:
            found[name] = found.get(name, frozenset()) | {family.id}
    return found


def _dates(ours: Sequence[When], theirs: Sequence[When], rules: Rulebook) -> Evidence:
    """The nearest two days of either side decide."""
    found = [_days_apart(a, b) for a in ours for b in theirs]
    known = [(apart, exact) for apart, exact in found if apart is not None]
    if not known:
        return Evidence("date", "unknown", "")
    threshold = rules.of(LinkThreshold)[0]
    apart, exact = min(known, key=lambda pair: (pair[0], not pair[1]))
    if apart == 0:
        return Evidence("date", "same" if exact else "near", "the dates meet")
    words = f"{apart} days apart"
    if apart <= threshold.near_days:
        return Evidence("date", "near", words)
    return Evidence("date", "different", words, far=apart >= threshold.far_days)


def _days_apart(a: When, b: When) -> tuple[int | None, bool]:
    """Days between two dates, None when an end is open, and whether either is one certain day."""
    if a.first is None or a.last is None or b.first is None or b.last is None:
        return None, False
    return max((b.first - a.last).days, (a.first - b.last).days, 0), a.first == a.last or b.first == b.last


def _places(a: Profile, b: Profile, contains: Contains) -> tuple[Evidence, Evidence]:
    """Country and place, each for itself: two towns of one country differ in place and agree in country."""
    known_apart = shared = ""
    for one in a.narrow:
        for other in b.narrow:
            if one == other or contains(one, other) or contains(other, one):
                shared = shared or f"{one} and {other} are one place, or one holds the other"
            elif contains(one, other) is False and contains(other, one) is False:
                known_apart = known_apart or f"{one} against {other}"
    countries = sorted(a.countries & b.countries)
    if countries and not (a.narrow and b.narrow):
        shared = f"nothing narrower than {countries[0]} in one of them"
    place = Evidence("place", "same" if shared else "different" if known_apart else "unknown", shared or known_apart)
    if countries or shared:
        return place, Evidence("country", "same", f"both in {countries[0]}" if countries else shared)
    if a.countries and b.countries:
        return place, Evidence("country", "different", f"{', '.join(sorted(a.countries))} against {', '.join(sorted(b.countries))}")
    return place, Evidence("country", "different" if known_apart else "unknown", known_apart)


def _names(attribute: str, a: Sequence[str], b: Sequence[str]) -> Evidence:
    shared = sorted(set(a) & set(b))
    if shared:
        return Evidence(attribute, "same", f"{attribute} {', '.join(shared)} in both")
    named_a, named_b = _proper(a), _proper(b)
    if named_a and named_b:
        return Evidence(attribute, "different", f"{attribute} {', '.join(named_a)} against {', '.join(named_b)}")
    return Evidence(attribute, "unknown", "")


def _proper(names: Sequence[str]) -> list[str]:
    """Names, not labels: "gunmen" and "Iran-backed militants" never contradict anybody."""
    return [name for name in names if name and name.split()[-1][0].isupper()]


def _weapons(a: Sequence[str], b: Sequence[str]) -> Evidence:
    """A shared weapon says something; two words for what fell from the sky say nothing."""
    shared = sorted(set(a) & set(b))
    return Evidence("weapon", "same" if shared else "unknown", f"{', '.join(shared)} in both" if shared else "")


def _tolls(attribute: str, a: Profile, b: Profile) -> Evidence:
    ours, theirs = a.tolls.get(attribute, ()), b.tolls.get(attribute, ())
    if not ours or not theirs:
        return Evidence(attribute, "unknown", "")
    shared = [(x, y) for x in ours for y in theirs if _meet(x, y)]
    if shared:
        many = any((x.low or 0) > 1 and (y.low or 0) > 1 for x, y in shared)  # one dead is one dead in half of all news
        return Evidence(attribute, "same" if many else "near", f"{attribute}: the same number in both")
    if attribute in a.partial | b.partial:
        return Evidence(attribute, "unknown", "")
    return Evidence(attribute, "different", f"{attribute}: other numbers")


def _meet(a: Quantity, b: Quantity) -> bool:
    infinity = float("inf")
    low_a, high_a = a.low if a.low is not None else 0, a.high if a.high is not None else infinity
    low_b, high_b = b.low if b.low is not None else 0, b.high if b.high is not None else infinity
    return low_a <= high_b and low_b <= high_a


def _magnitudes(ours: Sequence[Quantity], theirs: Sequence[Quantity]) -> Evidence:
    """Two services measure one quake a few tenths apart."""
    if not ours or not theirs:
        return Evidence("magnitude", "unknown", "")
    gaps = [abs((x.low or 0) - (y.low or 0)) for x in ours for y in theirs]
    if min(gaps) == 0:
        return Evidence("magnitude", "same", "the same magnitude")
    return Evidence("magnitude", "near" if min(gaps) <= _TENTHS else "different", f"magnitudes {min(gaps):.1f} apart")


def _story(a: Profile, b: Profile) -> Evidence:
    """Two articles that share many names tell one story; what both are chiefly about is then one happening."""
    if a.mention.article == b.mention.article or not (a.mention.main and b.mention.main):
        return Evidence("story", "unknown", "")
    shared, smaller = sorted(a.names & b.names), min(len(a.names), len(b.names))
    if not shared:
        return Evidence("story", "unknown", "")
    many = len(shared) >= _MANY_NAMES and len(shared) >= _SHARE_OF_NAMES * smaller
    return Evidence("story", "same" if many else "near", f"the articles share {', '.join(shared[:5])}")


def _bare(a: Profile, b: Profile) -> Evidence:
    """Inside one article: words like "the shooting" that bring no day, place or party of their own go with the main event."""
    goes = a.mention.article == b.mention.article and ((a.bare and b.mention.main) or (b.bare and a.mention.main))
    return Evidence("bare", "same" if goes else "unknown", "nothing sets it apart from the main event")


def _marked_bare(made: Sequence[Profile], rules: Rulebook) -> list[Profile]:
    """Profiles of one article; bare are those without a day, a place or a party, where no second event could be meant."""
    families = _families(rules)

    def own(profile: Profile) -> bool:
        mention = profile.mention
        return bool(profile.dates or mention.places or _proper(mention.actors) or _proper(mention.targets))

    def rivals(profile: Profile) -> bool:
        family = families.get(profile.mention.type, frozenset())
        return any(
            own(other) and not other.mention.main and families.get(other.mention.type, frozenset()) & family
            for other in made
            if other is not profile
        )

    return [replace(p, bare=not own(p) and not p.mention.main and not p.mention.background and not rivals(p)) for p in made]


def _people(a: frozenset[str], b: frozenset[str]) -> Evidence:
    shared = sorted(a & b)
    return Evidence("people", "same" if shared else "unknown", f"both name {', '.join(shared)}" if shared else "")


def _victims(ours: frozenset[str], theirs: frozenset[str], rules: Rulebook) -> Evidence:
    """Both count one sort of people; women, men and children are counted everywhere."""
    shared = sorted(ours & theirs)
    if not shared:
        return Evidence("victims", "unknown", "")
    telling = [sort for sort in shared if sort.split()[-1] not in rules.of(LinkThreshold)[0].anybody]
    return Evidence("victims", "same" if telling else "near", f"both count {', '.join(telling or shared)}")
