"""What is done for the whole set at once: names into entities, mentions into events, and the buckets in which articles are compared.

Takes files of readings and outlines; gives files for each part and each bucket. What is held here is small beside the texts: the names of
each article with their counts, then its outline.

Articles that share an event or an entity they make claims about form a component; whole components are put into buckets, so that most
articles are in one. A component larger than a bucket (a head of state of whom ten thousand articles tell) is split by what is asked:
each event, and each attribute of an entity, goes where there is room, with all articles it needs.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from discrepancy.batch.packing import digest, pack, unpack
from discrepancy.batch.parts import rows, schema, write
from discrepancy.compare.context import called
from discrepancy.compare.questions import Unit
from discrepancy.link.entities import Heads, Written, joined
from discrepancy.link.outlines import Outline
from discrepancy.link.settled import Settled
from discrepancy.model.claims import NameKind
from discrepancy.model.findings import Entity
from discrepancy.pipeline import Links, linked
from discrepancy.report import replace_file
from discrepancy.review.constraints import Constraints
from discrepancy.rulebook.schema import Rulebook

ENTITIES = schema(
    id="text", kind="text", name="text", house="text", spelling="text", articles="whole", mentions="whole", why="texts", packed="packed"
)  # fmt: skip


def names_of(read: Sequence[Path], rules: Rulebook, decided: Constraints) -> tuple[tuple[Entity, ...], Heads]:
    """The entities of all articles of these files of readings, and the head spelling behind every name; ``decided`` is what editors said of
    names."""
    names: list[tuple[str, Mapping[Written, int]]] = []
    days: dict[str, date] = {}
    known: dict[Written, Written] = {}
    for path in read:
        for row in rows(path, ["doc_id", "names", "day", "reason"]):
            if not row["reason"]:
                counts = {known.setdefault(name, name): count for name, count in unpack(row["names"]).items()}
                names.append((row["doc_id"], counts))
                if row["day"]:
                    days[row["doc_id"]] = date.fromisoformat(row["day"])
    names.sort(key=lambda one: one[0])
    return joined(names, rules, decided.names(), decided.spellings(), days)


def write_entities(entities: Iterable[Entity], to: Path) -> str:
    """The table of entities, one row a spelling; the first row of each entity that is spelled in several ways holds it whole."""

    def made() -> Iterable[dict[str, Any]]:
        for entity in entities:
            for number, variant in enumerate(entity.variants):
                yield {
                    "id": entity.id, "kind": entity.kind, "name": entity.name, "house": entity.house, "spelling": variant.text,
                    "articles": len(variant.articles), "mentions": sum(variant.counts), "why": list(entity.why) if not number else [],
                    "packed": pack(entity) if not number and len(entity.variants) > 1 else b"",
                }  # fmt: skip

    return write(to, ENTITIES, made(), group=512)


def write_heads(
    read: Path, heads: Heads, spellings: Mapping[str, frozenset[str]], kinds: Mapping[str, NameKind], folder: Path
) -> Path:  # fmt: skip
    """The head spellings of one part and what they are the names of, in a file named by its content."""
    own: dict[str, dict[str, str]] = {}
    for row in rows(read, ["doc_id", "names", "reason"]):
        if not row["reason"]:
            own[row["doc_id"]] = heads.article(unpack(row["names"]))
    used = {head for of in own.values() for head in of.values()}
    content = {
        "heads": own,
        "several": {name: sorted(spellings[name]) for name in sorted(used) if name in spellings},
        "kinds": {name: kinds[name] for name in sorted(used) if name in kinds},
    }
    return _by_content(folder, content)


def _by_content(folder: Path, content: Any) -> Path:
    """A JSON file named by what it holds; written only where it is not there."""
    data = json.dumps(content, sort_keys=True, separators=(",", ":")).encode("ascii")
    path = folder / f"{digest(data)}.json"
    if not path.exists():
        folder.mkdir(parents=True, exist_ok=True)
        replace_file(path, data)
    return path


@dataclass(frozen=True, slots=True)
class Linked:
    """Where linking left what it found: the file of links of each part, and the plan of each bucket."""

    links: tuple[Path, ...]
    plans: tuple[tuple[str, Path], ...]


def link(outlined: Sequence[Path], outlets: Mapping[str, str], rules: Rulebook, largest: int, root: Path, settled: Settled[str]) -> Linked:
    """Links all articles of these files of outlines; ``outlets`` are those of all articles, ``largest`` the most articles of a bucket,
    ``settled`` what editors said of mentions."""
    outlines: list[Outline] = []
    parts: list[list[str]] = []
    about: dict[Unit, list[str]] = {}
    for path in outlined:
        own = []
        for row in rows(path):
            outlines.append(unpack(row["packed"]))
            own.append(row["doc_id"])
            for line in row["entities"]:
                name, _, attribute = line.rpartition("\t")
                about.setdefault(("entity", name, attribute), []).append(row["doc_id"])
        parts.append(own)
    outlines.sort(key=lambda outline: outline.article)
    links = linked(outlines, rules, settled)
    mentions = {outline.article: [id for profile in outline.profiles for id in profile.ids] for outline in outlines}
    figures = {outline.article: [id for f in outline.figures for id, _ in f.claims if id in links.bound] for outline in outlines}
    for outline in outlines:
        acts = [id for act in outline.acts for id in act.claims if id in links.bound]
        posts = [holder.claim for holder in outline.holders if holder.claim in links.bound]
        figures[outline.article] += [*acts, *posts]
        for attribute, ids in (("date", acts), ("name", posts), ("date", posts)):
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
        _by_content(
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
    return _by_content(root / "work" / "plans", content)


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
