"""What is done for the whole set at once: mentions into events, and the buckets in which articles are compared.

Takes outlines; gives files for each part and each bucket. What is held here is small beside the texts: the outline of each article.

Articles that share an event or an entity they make claims about form a component; whole components are put into buckets, so that most
articles are in one. A component larger than a bucket (a head of state of whom ten thousand articles tell) is split by what is asked:
each event, and each attribute of an entity, goes where there is room, with all articles it needs.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from discrepancy.batch.folder import by_content
from discrepancy.batch.packing import digest, pack, unpack
from discrepancy.batch.parts import rows
from discrepancy.compare.context import called
from discrepancy.compare.questions import Unit
from discrepancy.link.outlines import Outline
from discrepancy.link.settled import Settled
from discrepancy.pipeline import Links, linked
from discrepancy.rulebook.schema import Rulebook


@dataclass(frozen=True, slots=True)
class Linked:
    """Where linking left what it found: the file of links of each part, and the plan of each bucket."""

    links: tuple[Path, ...]
    plans: tuple[tuple[str, Path], ...]


class Outlines:
    """The outlines of a set, taken in part by part while others are still made: one process holds them all in the end."""

    def __init__(self) -> None:
        self._of: dict[Path, list[tuple[str, Outline, list[str]]]] = {}

    def take(self, path: Path) -> None:
        """The outlines of one part, and of what it makes claims beside events."""
        if path not in self._of:
            self._of[path] = [(row["doc_id"], unpack(row["packed"]), row["entities"]) for row in rows(path)]

    def given(self, path: Path) -> list[tuple[str, Outline, list[str]]]:
        """The articles of one part: id, outline, and entity and attribute of its claims beside events. They are held here no longer."""
        self.take(path)
        return self._of.pop(path)


def link(
    outlined: Sequence[Path], taken: Outlines, outlets: Mapping[str, str], rules: Rulebook, largest: int, root: Path, settled: Settled[str]
) -> Linked:
    """Links all articles of these files of outlines, as far as they are not ``taken`` yet; ``outlets`` are those of all articles,
    ``largest`` the most articles of a bucket, ``settled`` what editors said of mentions."""
    outlines: list[Outline] = []
    parts: list[list[str]] = []
    about: dict[Unit, list[str]] = {}
    for path in outlined:
        own = []
        for article, outline, entities in taken.given(path):
            outlines.append(outline)
            own.append(article)
            for line in entities:
                name, _, attribute = line.rpartition("\t")
                about.setdefault(("entity", name, attribute), []).append(article)
        parts.append(own)
    outlines.sort(key=lambda outline: outline.article)
    links = linked(outlines, rules, settled)
    mentions = {outline.article: [id for profile in outline.profiles for id in profile.ids] for outline in outlines}
    figures = {outline.article: [id for f in outline.figures for id, _ in f.claims if id in links.bound] for outline in outlines}
    for outline in outlines:
        acts = [id for act in outline.acts for id in act.claims if id in links.bound]
        posts = [holder.claim for holder in outline.holders if holder.claim in links.bound]
        figures[outline.article] += [*acts, *posts]
        for attribute, ids in (("date", acts), ("name", posts), ("date", posts), ("detail", posts)):
            for whose in sorted({links.bound[id][1] for id in ids}):
                about.setdefault(("entity", whose, attribute), []).append(outline.article)
    del outlines
    for event in links.events:
        about["event", event.id, ""] = list(event.articles)
    plans = _plans([article for own in parts for article in own], about, largest)
    names = called(outlets)
    in_bucket: dict[str, list[str]] = {}
    for bucket, plan in plans.items():
        for article in plan.articles:
            in_bucket.setdefault(article, []).append(bucket)
    files = tuple(
        by_content(
            root / "work" / "links",
            {
                "event_of": {id: links.event_of[id] for article in own for id in mentions[article]},
                "bound": {claim: links.bound[claim] for article in own for claim in figures[article]},
                "buckets": {article: sorted(in_bucket.get(article, ())) for article in own},
            },
        )
        for own in parts
    )
    told = {event.id: event for event in links.events}
    of_article: dict[str, list[str]] = {}
    for event in links.events:
        for article in event.articles:
            of_article.setdefault(article, []).append(event.id)
    made = tuple((bucket, _planned(plans[bucket], links, told, of_article, names, root)) for bucket in sorted(plans))
    return Linked(files, made)


def _planned(
    plan: Plan, links: Links, told: Mapping[str, Any], of_article: Mapping[str, Sequence[str]], names: Mapping[str, str], root: Path
) -> Path:
    events = sorted({event for article in plan.articles for event in of_article.get(article, ())})
    own = [told[event] for event in events]
    held = {id: dict(links.holding.parts[id]) for event in own for id in event.mentions if id in links.holding.parts}
    content = {
        "events": pack(tuple(own)).decode("ascii"),
        "holding": held,
        "units": None if plan.units is None else sorted(plan.units),
        "checked": sorted(plan.checked),
        "called": {article: names[article] for article in sorted(plan.articles)},
    }
    return by_content(root / "work" / "plans", content)


@dataclass(frozen=True, slots=True)
class Plan:
    """One bucket: the articles it needs, the units asked (None for all that its articles answer), the articles held against themselves."""

    articles: frozenset[str]
    units: frozenset[Unit] | None
    checked: frozenset[str]


def _plans(articles: Sequence[str], about: Mapping[Unit, Sequence[str]], largest: int) -> dict[str, Plan]:
    """The buckets of a set, by name. Which bucket an article goes to depends on its component alone, and on the size of the set by powers
    of two: new articles leave most buckets as they were."""
    head = {article: article for article in articles}

    def root(article: str) -> str:
        while head[article] != article:
            head[article] = article = head[head[article]]
        return article

    for sharing in about.values():
        for other in sharing[1:]:
            one, two = root(sharing[0]), root(other)
            if one != two:
                head[max(one, two)] = min(one, two)
    components: dict[str, list[str]] = {}
    for article in articles:
        components.setdefault(root(article), []).append(article)
    count = 1
    while count * largest < 2 * len(articles):
        count *= 2
    gathered: dict[str, list[str]] = {}
    plans: dict[str, Plan] = {}
    large: dict[str, list[tuple[list[str], Unit]]] = {}
    for first, members in components.items():
        if len(members) > largest:
            large[first] = []
        else:
            gathered.setdefault(f"{int(digest(first), 16) % count:06}", []).extend(members)
    for bucket, members in gathered.items():
        whole = frozenset(members)
        plans[bucket] = Plan(whole, None, whole)
    if large:
        for asked, sharing in about.items():
            if root(sharing[0]) in large:
                large[root(sharing[0])].append((sorted(set(sharing)), asked))
    for first, units in sorted(large.items()):
        for number, plan in enumerate(_split(components[first], sorted(units), largest)):
            plans[f"{digest(first)[:12]}-{number:04}"] = plan
    return plans


def _split(members: Sequence[str], units: Sequence[tuple[list[str], Unit]], largest: int) -> Iterable[Plan]:
    """A component as plans of at most ``largest`` articles, or of one unit that has more. Units come in the order of their articles, so
    that neighbours share them."""
    homeless = set(members)
    held: set[str] = set()
    asked: set[Unit] = set()
    for sharing, one in units:
        if held and len(held) + sum(article not in held for article in sharing) > largest:
            checked = held & homeless
            yield Plan(frozenset(held), frozenset(asked), frozenset(checked))
            homeless -= checked
            held, asked = set(), set()
        held.update(sharing)
        asked.add(one)
    held |= homeless
    yield Plan(frozenset(held), frozenset(asked), frozenset(held & homeless))
