"""Figures that measure one thing in several articles: sums, lengths, counts.

Takes the outlines of articles and events; tells which claims belong to which event under which name, those that have their like in
another article of the story. Two figures are of one thing when their words say so (``rules/link/measures.yaml``): that a length stands in
one sentence with a quake does not make it the quake's. What has no like belongs to no event and is compared with nothing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from itertools import combinations

from discrepancy.link.acts import called
from discrepancy.link.figures import Figure, folk, nearly
from discrepancy.link.holders import held
from discrepancy.link.likeness import one_story
from discrepancy.link.outlines import Outline
from discrepancy.link.things import BODY, alike, one_thing
from discrepancy.model.findings import Event
from discrepancy.rulebook.kinds.linking import LinkThreshold, MeasureLikeness
from discrepancy.rulebook.kinds.measures import MeasureCue
from discrepancy.rulebook.schema import Rulebook

_EQUAL = 0.5
"""Of two figures that are alike the one with the same number is meant."""
_RARE = 100
"""A whole number from which on it ties two articles that also share a name."""
_WIDELY = 60
"""A name of which more articles tell says of no two of them that they tell one story; of an event that more of them tell, the figures of
so many are laid side by side."""

Bound = Mapping[str, tuple[str, str]]
"" """The id of a claim to the event it belongs to and the name of what it measures; of the day of an act and of who holds a post,
which belong to no event, to whose it is."""


def measured(events: Sequence[Event], outlines: Sequence[Outline], rules: Rulebook) -> tuple[Bound, tuple[Event, ...]]:
    """The claims that are bound to an event by their figures, the events with those that are only the story of some articles, where
    they share no event."""
    limits = rules.of(MeasureLikeness)[0]
    told_of = {outline.article: outline for outline in outlines if outline.figures or outline.acts or outline.holders}
    event_of = {mention: event.id for event in events for mention in event.mentions}
    chiefly = {o.article: event_of[mention] for o in outlines for mention in o.chief if mention in event_of}
    used: dict[tuple[str, str], set[str]] = {}
    for outline in outlines:
        for attribute, mention, population in outline.counted:
            if mention in event_of:
                used.setdefault((attribute, event_of[mention]), set()).add(population)
    bound: dict[str, tuple[str, str]] = {}
    stories: dict[str, Event] = {}
    figures = [replace(f, owner=event_of.get(f.owner, "")) for outline in told_of.values() for f in _single(outline.figures)]
    pairs = _stories(events, told_of, chiefly, rules)
    for group in _groups(figures, pairs, limits, rules):
        owned = Counter((figure.owner, name) for figure in group if figure.owner for _, name in figure.claims)
        if len({figure.article for figure in group if figure.owner}) == len({figure.article for figure in group}) and len(owned) == 1:
            continue  # the events say so already
        about = _about(group, chiefly) if group[0].thing is None else ""  # a bridge's cost is of no event
        event, name = min(owned, key=lambda key: (-owned[key], key), default=(about, ""))
        if not event:
            story = _story(group, told_of)
            event = stories.setdefault(story.id, story).id
        if not name:
            taken = used.setdefault((group[0].attribute, event), set())
            name = _name(group, taken, limits)
            taken.add(name)
        bound.update((claim, (event, name)) for figure in group for claim, _ in figure.claims)
    named = called(
        {outline.article: outline.acts for outline in outlines if outline.acts}, pairs, {o.article: o.names for o in outlines}, event_of
    )
    named |= held(
        {outline.article: outline.holders for outline in outlines if outline.holders}, pairs, {o.article: o.names for o in outlines}, rules
    )
    bound.update((claim, ("", whose)) for claim, whose in named.items())
    return bound, (*events, *stories.values())


def _stories(events: Sequence[Event], told_of: Mapping[str, Outline], chiefly: Mapping[str, str], rules: Rulebook) -> list[tuple[str, str]]:
    """Pairs of articles with figures that tell one story: of what one is chiefly about the other tells too, or they share their names, or
    a name and a figure with what it is of: 360 homes. In a crowd strangers share names too: there only articles of one week do."""
    chief = set(chiefly.values())
    holders: dict[str, list[str]] = {}
    for article in sorted(told_of):
        for name in told_of[article].names:
            holders.setdefault(name, []).append(article)
    found: set[tuple[str, str]] = set()
    for event in events:
        if event.id in chief:
            found.update(combinations([article for article in event.articles if article in told_of][:_WIDELY], 2))
    limits = rules.of(LinkThreshold)[0]
    if len(told_of) < limits.crowd:
        near = {pair for articles in holders.values() if len(articles) <= _WIDELY for pair in combinations(articles, 2)}
    else:
        near = set()
        for articles in holders.values():
            dated = [(a, day.toordinal()) for a in articles if (day := told_of[a].published)] if 1 < len(articles) <= _WIDELY else []
            near.update((a, b) for (a, one), (b, other) in combinations(dated, 2) if abs(one - other) < limits.far_days)
    said = {
        article: {(f.attribute, f.dimension, f.outright or f.head, f.number) for f in told_of[article].figures if _telling(f)}
        for article in told_of
    }
    return sorted(found | {(a, b) for a, b in near if one_story(told_of[a].names, told_of[b].names) or said[a] & said[b]})


def _single(figures: Sequence[Figure]) -> Iterator[Figure]:
    """The figures of an article without those that it gives twice under one name: two loans, or the drones of two nights; the jobs that a
    firm cut in another year are others."""

    def key(figure: Figure) -> tuple[object, ...]:
        return figure.attribute, figure.dimension, figure.outright, figure.thing, figure.years

    told = Counter(map(key, figures))
    return (figure for figure in figures if not figure.outright or told[key(figure)] == 1)


def _telling(figure: Figure) -> bool:
    """Whether strangers that share a name hardly give this figure: what it is of is said, and its number may not stand in any article."""
    return bool(figure.outright or figure.head) and (figure.number >= _RARE or figure.number != int(figure.number))


def _about(group: Sequence[Figure], chiefly: Mapping[str, str]) -> str:
    """The event that most articles of a group are chiefly about."""
    counts = Counter(chiefly[figure.article] for figure in group if figure.article in chiefly)
    return min(counts, key=lambda event: (-counts[event], event), default="")


def _story(group: Sequence[Figure], told_of: Mapping[str, Outline]) -> Event:
    """The story of some articles as an event: named by the names they share."""
    articles = tuple(sorted({figure.article for figure in group}))
    shared = frozenset.intersection(*(told_of[article].names for article in articles))
    label = f"Story of {' and '.join(sorted(shared)[:2])}" if shared else "Story"
    return Event(f"story:{articles[0]}", "story", label, (), articles)


def _like(a: Figure, b: Figure, limits: MeasureLikeness, rules: Rulebook) -> float:
    """Points for two figures being of one thing; 0 for counts that do not name one thing and figures too far apart to be of one."""
    low, high = sorted((a.number, b.number))
    attribute = a.attribute
    if attribute != b.attribute or a.dimension != b.dimension or not 0 < high <= limits.alike * low * (2 if a.outright else 1):
        return 0.0  # what a rule names may be wider apart: 4,000 and 14,000 fighters
    if a.years != b.years and a.number != b.number:
        return 0.0  # "a plan for 800 homes failed in 2021" is not the plan of today
    if a.marks != b.marks and a.number != b.number and not (a.outright and b.outright and a.thing is None):
        return 0.0  # what somebody hopes to raise is not what was raised
    if a.outright and b.outright and (a.thing or b.thing or a.thing is None or b.thing is None):
        few = len((a.words & b.words) - set(a.outright.split())) < max(a.least, b.least)
        return limits.link if a.outright == b.outright and not few and _of_one_thing(a, b, rules) else 0.0
    if any(f.outright and f.thing is None and not (f.head and f.outright.startswith(f"{f.head} ")) for f in (a, b)):
        return 0.0  # "prisoners released" may be the prisoners of whom the other tells, a convoy's trucks are no trucks
    same = bool(a.head) and a.head == b.head
    if a.thing is None and b.thing is None and _unnamed_beside(a, b, limits):
        return limits.link + limits.word * len(a.words & b.words)
    if same and (a.thing is None) is not (b.thing is None):
        return 0.0  # a cost that no rule takes for one is that of a part, or of another plan
    if (a.head and b.head and not same) or (attribute in limits.named and not same):
        return 0.0
    if _from_a_place(a, rules) is not _from_a_place(b, rules):
        return 0.0  # "70 km from Lemba" and "Lemba lies 110 km from the capital" name one place, and are two ways
    said = (a.head and a.head in b.words) or (b.head and b.head in a.words)
    shared = (a.words & b.words) - {a.head, b.head}
    if (a.thing is None) is not (b.thing is None):
        return limits.word * len(shared)
    if same and attribute not in limits.named:
        return limits.link + limits.word * len(shared)  # a ransom and a fall are told of once a story, boats and rifles often
    if not (same or said) and attribute in limits.headed:
        return 0.0
    if attribute in limits.named and nearly(low, high, a.head, limits, folk(rules)):
        return limits.link + limits.word * len(shared)
    alone = a.sole and b.sole and bool(shared or said)
    return (limits.head if same or said or alone else 0.0) + limits.word * len(shared)


def _unnamed_beside(a: Figure, b: Figure, limits: MeasureLikeness) -> bool:
    """Whether one of two sums or shares has no noun and is of what the other names, as the words beside it say: "cost savings are put at
    150 million" beside "savings of 120 million", "34 percent above the closing price" beside "a premium of 28 percent over that price".
    Either article gives no other that could be meant."""
    if bool(a.head) is bool(b.head) or not (a.single and b.single) or not (a.attribute in limits.sole or a.dimension == "%"):
        return False
    named, bare = (a, b) if a.head else (b, a)
    return named.head in bare.words or len((a.words & b.words).difference(limits.light)) >= limits.firm


def _from_a_place(figure: Figure, rules: Rulebook) -> bool:
    """Whether a length is told from a place that it is named by."""
    return any(name.startswith(label) for _, name in figure.claims for label in _open_labels(rules))


@cache
def _open_labels(rules: Rulebook) -> frozenset[str]:
    """What the names of figures begin with that the place behind them completes: "distance from "."""
    return frozenset(cue.label for cue in rules.of(MeasureCue) if cue.label.endswith(" "))


def _of_one_thing(a: Figure, b: Figure, rules: Rulebook) -> bool:
    """Whether two costs or lengths are of one thing; where one article does not say of what, either may give no other, and it must tell of
    the thing that the other names."""
    if a.thing is None or b.thing is None:
        return True
    same = one_thing(a.thing, b.thing, rules)
    if same is not None:
        return same
    named = a.thing or b.thing
    return a.sole and b.sole and (named == BODY or not alike(named, rules).isdisjoint(a.told or b.told))


def _groups(figures: Sequence[Figure], pairs: Sequence[tuple[str, str]], limits: MeasureLikeness, rules: Rulebook) -> list[list[Figure]]:
    """Figures of one thing. Those that one event owns are one from the start, where they have one name. Two others of two articles are one
    when each is the other's likest there; of equals the one with the same value."""
    of: dict[str, list[int]] = {}
    for i, figure in enumerate(figures):
        of.setdefault(figure.article, []).append(i)
    likes: dict[tuple[int, int], float] = {}
    for one, other in pairs:
        for i in of.get(one, ()):
            for j in of.get(other, ()):
                score = _like(figures[i], figures[j], limits, rules)
                if score >= limits.link:
                    likes[i, j] = likes[j, i] = score + (_EQUAL if figures[i].number == figures[j].number else 0.0)
    best: dict[tuple[int, str], float] = {}
    for (i, j), score in likes.items():
        place = (i, figures[j].article)
        best[place] = max(score, best.get(place, 0.0))
    owned: dict[tuple[str, ...], list[int]] = {}
    for i, figure in enumerate(figures):
        key = (figure.owner, figure.attribute, figure.claims[0][1]) if figure.owner else (str(i),)
        owned.setdefault(key, []).append(i)
    group_of = {i: group for group in owned.values() for i in group}
    for i, j in sorted(likes, key=lambda pair: (-likes[pair], pair)):
        mutual = likes[i, j] == best[i, figures[j].article] == best[j, figures[i].article]
        ours, theirs = group_of[i], group_of[j]
        if not mutual or ours is theirs or {figures[a].article for a in ours} & {figures[b].article for b in theirs}:
            continue
        if figures[i].outright or 2 * sum((a, b) in likes for a in ours for b in theirs) > len(ours) * len(theirs):
            merged = sorted(ours + theirs)
            for member in merged:
                group_of[member] = merged
    unique = sorted({id(group): group for group in group_of.values()}.values())
    return [[figures[i] for i in group] for group in unique if len(group) > 1]


def _name(group: Sequence[Figure], taken: Collection[str], limits: MeasureLikeness) -> str:
    """What the figures measure: the name most of them give, with words they share where that is another thing's already; where none gives
    one, what such figures are called, numbered where several are. A shared word alone is no name: it may be anything beside the figure."""
    names = Counter(population for figure in group for _, population in figure.claims if population)
    if not names:
        name = dict(line.split(" ", 1) for line in limits.called).get(group[0].attribute, group[0].attribute)
        return next(called for n in range(1, len(taken) + 2) if (called := name if n == 1 else f"{name} {n}") not in taken)
    telling = -1 if group[0].thing is not None else 1  # "bridge cost" says more than "cost"
    name = min(names, key=lambda text: (-names[text], telling * len(text), text))
    shared = Counter(word for figure in group for word in figure.words if word not in name)
    for word in sorted(shared, key=lambda word: (-shared[word], -len(word), word)):
        if name not in taken:
            break
        name = f"{name} {word}"
    return name
