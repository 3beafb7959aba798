"""How alike two profiles are.

Takes two profiles; gives one likeness an attribute with the words that say why. Unknown is never different: an attribute that one side
leaves open counts neither way.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from discrepancy.claim.events.happening import can_be_one
from discrepancy.link.crowds import COMMON
from discrepancy.link.days import days_apart, names_apart, slip
from discrepancy.link.kinds import kinds
from discrepancy.link.profiles import Profile
from discrepancy.link.ties import Evidence, Likeness, Rare, finest, proper, tied
from discrepancy.model.claims import Contains
from discrepancy.model.values import Quantity, When
from discrepancy.rulebook.kinds.linking import LinkThreshold
from discrepancy.rulebook.schema import Rulebook

_TENTHS = 0.5
_MANY_NAMES, _SHARE_OF_NAMES = 2, 0.25


def evidence(
    a: Profile, b: Profile, rules: Rulebook, contains: Contains, crowd: Rare | None = None, fatal: Callable[[Evidence], bool] | None = None
) -> tuple[tuple[Evidence, ...], bool]:
    """All that the attributes say about two mentions, known ones only, in a fixed order; and whether something ties the two in a ``crowd``
    of others. There what all share by chance says nothing, where neither a place nor anybody or anything named ties the two, and every day
    is of some year; kinds that no article mixes up part what is told of two days; and a slip of the month is believed of those only who
    name one person and one place: a town that burns is a town where buses crash too, and another town has a man of that name. Where their
    kinds or days are ``fatal`` to the two being one, nothing else is looked at, for most pairs end so.
    """
    one, other, crowded = a.mention, b.mention, crowd is not None
    people = _people(a.people, b.people)
    story = _aside(a, b, rules) if _once(a) and _once(b) and not (a.lead and b.lead) else _story(a, b)
    # A month or a year beside what an article leads with is often that of its background; a story shared outweighs it.
    excused = story.likeness == "same" and not crowded and (a.loosely_dated or b.loosely_dated)
    places: tuple[Evidence, ...] = ()
    if people.likeness == "same" and not excused:
        places = _places(a, b, contains, narrowest=crowded) if crowded else ()
        excused = not crowded or any(item.attribute == "place" and item.likeness == "same" for item in places)
    dates = _dates(a.dates, b.dates, rules, slips=excused or not crowded, excused=excused)
    if crowded and dates.likeness == "same" and (a.dated_by_year or b.dated_by_year):
        dates = Evidence("date", "unknown", "")
    if dates.likeness == "unknown":
        dates = _days(a.days, b.days)
    kind = _types(a, b, rules, strict=crowded and dates.likeness != "same", one_day=dates.likeness == "same")
    if fatal is not None and (fatal(kind) or fatal(dates)):
        return (kind, dates), False
    found = [
        kind,
        dates,
        _months(a, b, dates),
        *(places or _places(a, b, contains, narrowest=crowded)),
        _names("actor", one.actors, other.actors),
        _names("target", one.targets, other.targets),
        _weapons(one.weapons, other.weapons),
        _tolls("killed", a, b),
        _tolls("injured", a, b),
        _tolls("missing", a, b),
        people,
        _victims(a.victims, b.victims, rules),
        _magnitudes(a.magnitudes, b.magnitudes),
        story,
        _called(a.called, b.called),
        _main(a, b),
    ]
    tie = crowd is not None and tied(a, b, found, contains, crowd, rules)
    chance = COMMON if crowded and not tie else frozenset()
    known = [item for item in found if item.likeness != "unknown" and not (item.attribute in chance and item.likeness != "different")]
    return tuple(_less_certain(item) if item.attribute == "actor" and _one_deed(known) else item for item in known), tie


def _one_deed(known: Sequence[Evidence]) -> bool:
    """Whether kind and two of day, place and target are the same, so that another actor is another report of the deed."""
    same = {item.attribute for item in known if item.likeness == "same"}
    return "type" in same and len(same & {"date", "place", "target"}) > 1


def _less_certain(item: Evidence) -> Evidence:
    return replace(item, likeness="near", text=f"{item.text}, for one deed") if item.likeness == "different" else item


def _types(a: Profile, b: Profile, rules: Rulebook, strict: bool, one_day: bool) -> Evidence:
    one, other, known = a.mention.type, b.mention.type, kinds(rules)
    after = known.follows(a.mention), known.follows(b.mention)
    if one == other and after[0] != after[1] and not one_day:
        return Evidence("type", "different", f"a {one} against what followed one")
    if one == other:
        return Evidence("type", "same", f"both tell of a {one}")
    if strict and not can_be_one(one, other, rules):
        return Evidence("type", "different", f"{one} against {other}")
    harm = one in known.harmful and other in known.harmful
    if known.related(one, other) or (harm and (known.open(a.mention) or known.open(b.mention))):
        return Evidence("type", "near", f"{one} and {other} can be one happening")
    if harm and a.lead and b.lead and known.natural.isdisjoint((one, other)):
        return Evidence("type", "unknown", "")  # what one outlet calls a crash is an attack to the next
    return Evidence("type", "different", f"{one} against {other}")


def _dates(ours: Sequence[When], theirs: Sequence[When], rules: Rulebook, slips: bool, excused: bool) -> Evidence:
    """The nearest two days of either side decide; but days that bear one number may be a ``slip`` of the month or year, and days far apart
    forbid one event unless something ``excused`` them."""
    found = [days_apart(a, b) for a in ours for b in theirs]
    known = [(apart, exact) for apart, exact in found if apart is not None]
    if not known:
        return Evidence("date", "unknown", "")
    threshold = rules.of(LinkThreshold)[0]
    apart, exact = min(known, key=lambda pair: (pair[0], not pair[1]))
    if apart == 0:
        return Evidence("date", "same" if exact else "unknown", "the dates meet")
    if slips and slip(ours, theirs):
        return Evidence("date", "near", "the same day of the next month or year, as in a slip")
    words = f"{apart} days apart"
    if apart <= threshold.near_days:
        return Evidence("date", "near", words)
    return Evidence("date", "different", words, far=apart >= threshold.far_days and not excused)


def _months(a: Profile, b: Profile, dates: Evidence) -> Evidence:
    """Whether no day tells two mentions apart or together, and the finest that both give is one month."""
    ours, theirs = ({(d.first, d.last) for d in p.dates if d.precision == "month"} for p in (a, b))
    shared = dates.likeness == "unknown" and bool(ours & theirs)
    return Evidence("month", "same" if shared else "unknown", "both of one month" if shared else "")


def _days(ours: Sequence[str], theirs: Sequence[str]) -> Evidence:
    """Days known by name alone: the nearest two decide, and none is far from another of its week."""
    apart = names_apart(ours, theirs)
    if apart is None:
        return Evidence("date", "unknown", "")
    return Evidence("date", "near", f"{apart} days apart, by their names") if apart else Evidence("date", "same", "the days bear one name")


def one_day(a: Profile, b: Profile) -> bool:
    """Whether both tell of one certain day, or of days that bear one name."""
    gaps = [days_apart(x, y) for x in a.dates for y in b.dates]
    return (0, True) in gaps or (not gaps and names_apart(a.days, b.days) == 0)


def _places(a: Profile, b: Profile, contains: Contains, narrowest: bool) -> tuple[Evidence, Evidence]:
    """Country and place, each for itself: two towns of one country differ in place and agree in country. Of "a town in that county" the
    ``narrowest`` alone counts among strangers; among few articles another town of the county is another report of the place.
    A village that no gazetteer knows is the target of one article ("shells fell on Nahal") and the place of the other."""
    known_apart = shared = ""
    for one in finest(a, contains) if narrowest else a.narrow:
        for other in finest(b, contains) if narrowest else b.narrow:
            if one == other or contains(one, other) or contains(other, one):
                shared = shared or f"{one} and {other} are one place, or one holds the other"
            elif contains(one, other) is False and contains(other, one) is False:
                known_apart = known_apart or f"{one} against {other}"
    countries = sorted(a.countries & b.countries)
    struck = sorted((set(proper(a.mention.targets)) & set(b.narrow)) | (set(proper(b.mention.targets)) & set(a.narrow)))
    if struck and not known_apart:
        shared = shared or f"what was struck in one, {struck[0]}, is where it was in the other"
    if countries and not (a.narrow and b.narrow):
        shared = f"nothing narrower than {countries[0]} in one of them"
    place = Evidence("place", "same" if shared else "different" if known_apart else "unknown", shared or known_apart)
    if countries or shared:
        return place, Evidence("country", "same", f"both in {countries[0]}" if countries else shared)
    if a.countries and b.countries:
        return place, Evidence("country", "different", f"{', '.join(sorted(a.countries))} against {', '.join(sorted(b.countries))}")
    return place, Evidence("country", "different" if known_apart else "unknown", known_apart)


def places_apart(a: Sequence[str], b: Sequence[str], contains: Contains) -> bool:
    """Whether no place of one is, holds or lies in one of the other, and the gazetteer says so of a pair."""
    pairs = [(one, other) for one in a for other in b]
    if any(one == other or contains(one, other) or contains(other, one) for one, other in pairs):
        return False
    return any(contains(one, other) is False and contains(other, one) is False for one, other in pairs)


def _names(attribute: str, a: Sequence[str], b: Sequence[str]) -> Evidence:
    shared = sorted(set(a) & set(b)) if attribute == "actor" else sorted(set(proper(a)) & set(proper(b)))
    if shared:
        return Evidence(attribute, "same", f"{attribute} {', '.join(shared)} in both")
    named_a, named_b = proper(a), proper(b)
    if named_a and named_b:
        return Evidence(attribute, "different", f"{attribute} {', '.join(named_a)} against {', '.join(named_b)}")
    return Evidence(attribute, "unknown", "")


def _weapons(a: Sequence[str], b: Sequence[str]) -> Evidence:
    """A shared weapon says something; two words for what fell from the sky say nothing."""
    shared = sorted(set(a) & set(b))
    return Evidence("weapon", "same" if shared else "unknown", f"{', '.join(shared)} in both" if shared else "")


def _tolls(attribute: str, a: Profile, b: Profile) -> Evidence:
    ours, theirs = (_counted(p.tolls.get(attribute, ())) for p in (a, b))
    if not ours or not theirs:
        return Evidence(attribute, "unknown", "")
    shared = [(x, y) for x in ours for y in theirs if _meet(x, y)]
    if shared:
        many = any((x.low or 0) > 1 and (y.low or 0) > 1 for x, y in shared)  # one dead is one dead in half of all news
        return Evidence(attribute, "same" if many else "near", f"{attribute}: the same number in both")
    if attribute in a.partial | b.partial:
        return Evidence(attribute, "unknown", "")
    return Evidence(attribute, "different", f"{attribute}: other numbers")


def _counted(values: Sequence[Quantity]) -> list[Quantity]:
    """The numbers that can be held against others: "several" meets any, and one beside a greater number is one of those; so is somebody
    "among the dead", at least one, whom any number would meet."""
    known = [value for value in values if not value.vague]
    return [value for value in known if value.high != 1 and (value.high is not None or (value.low or 0) > 1)] or known


def _meet(a: Quantity, b: Quantity) -> bool:
    infinity = float("inf")
    low_a, high_a = a.low if a.low is not None else 0, a.high if a.high is not None else infinity
    low_b, high_b = b.low if b.low is not None else 0, b.high if b.high is not None else infinity
    return low_a <= high_b and low_b <= high_a


def _magnitudes(ours: Sequence[Quantity], theirs: Sequence[Quantity]) -> Evidence:
    """Two services measure one quake a few tenths apart, and first readings by half a point."""
    if not ours or not theirs:
        return Evidence("magnitude", "unknown", "")
    gaps = [abs((x.low or 0) - (y.low or 0)) for x in ours for y in theirs]
    if min(gaps) == 0:
        return Evidence("magnitude", "same", "the same magnitude")
    return Evidence("magnitude", "near" if round(min(gaps), 1) <= _TENTHS else "different", f"magnitudes {min(gaps):.1f} apart")


def _story(a: Profile, b: Profile) -> Evidence:
    """Two articles that share many names tell one story; what both are chiefly about is then one happening. A name of which one of
    them does not say what it names says a little."""
    if a.mention.article == b.mention.article or not (a.lead and b.lead):
        return Evidence("story", "unknown", "")
    shared = sorted((a.names & b.names) | (a.names & b.unplaced) | (a.unplaced & b.names))
    if not shared:
        return Evidence("story", "unknown", "")
    likeness: Likeness = "same" if one_story(a.names, b.names) else "near"
    return Evidence("story", likeness, f"the articles share {', '.join(shared[:5])}")


def _once(p: Profile) -> bool:
    """Whether an article tells of nothing else of that type: the arrests at a strike, the rescue of a boy."""
    return p.sole and not p.mention.background


def _aside(a: Profile, b: Profile, rules: Rulebook) -> Evidence:
    """The only arrests that either of two articles of one story tells of are the same ones, in passing in one of them at least, unless
    their days differ: people are arrested again, and only what happens once (a vote) can be told of the wrong day."""
    limits = rules.of(LinkThreshold)[0]
    kind = a.mention.type
    shared = sorted(a.names & b.names)
    gaps = [days_apart(x, y)[0] for x in a.dates for y in b.dates] or [names_apart(a.days, b.days)]
    apart, one_day = any(gaps), 0 in gaps
    story = one_story(a.names, b.names) or (one_day and bool(shared) and len(shared) == min(len(a.names), len(b.names)))
    if kind != b.mention.type or kind not in (*limits.beside, *limits.once) or not story or (apart and kind not in limits.once):
        return Evidence("aside", "unknown", "")
    return Evidence("aside", "same", f"the only {kind} of which either article tells, and the articles share {', '.join(shared[:5])}")


def one_story(a: frozenset[str], b: frozenset[str]) -> bool:
    """Whether two articles share so many of the names they tell of that they tell one story."""
    shared = len(a & b)
    return shared >= _MANY_NAMES and shared >= _SHARE_OF_NAMES * min(len(a), len(b))


def _called(ours: frozenset[str], theirs: frozenset[str]) -> Evidence:
    """Both bear one proper name, or two: Delia is no Olena, whatever either hit."""
    if len(ours) != 1 or len(theirs) != 1:
        return Evidence("called", "unknown", "")
    one, other = min(ours), min(theirs)
    same = one.split()[-1].lower() == other.split()[-1].lower()
    return Evidence("called", "same" if same else "different", f"both are called {one}" if same else f"{one} against {other}")


def _main(a: Profile, b: Profile) -> Evidence:
    """What two articles are chiefly about; of a trial it is the deed that leads beside the trial itself."""
    if not (a.lead and b.lead):
        return Evidence("main", "unknown", "")
    likeness: Likeness = "same" if a.mention.main and b.mention.main else "near"
    return Evidence("main", likeness, "what both articles are chiefly about")


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
