"""Blocks of mentions: no pair that could be joined is left out, in crowds and outside them, and pairs grow with the articles."""

from __future__ import annotations

import random
from datetime import date, timedelta
from itertools import combinations

import pytest

from discrepancy import rulebook
from discrepancy.annotate.places import gazetteer
from discrepancy.link.crowds import crowded
from discrepancy.link.events import link_events
from discrepancy.link.events_blocks import Blocks
from discrepancy.link.outlines import Outline
from discrepancy.link.profiles import Profile
from discrepancy.link.scales import Scales
from discrepancy.model.claims import EventMention
from discrepancy.model.text import Evidence, Span
from discrepancy.model.values import between, day, exactly
from discrepancy.rulebook.kinds.linking import LinkThreshold

RULES = rulebook()
PLACES = gazetteer(RULES)
LINK = RULES.of(LinkThreshold)[0]
TOWNS = ["Zahedan", "Saravan", "Quetta", "Panjgur", "Sistan-Baluchestan", "Balochistan", "Lahore", "Punjab", "Nowheresby"]
START = date(2024, 1, 3)


def _profile(draw: random.Random, number: int, main: bool, spread: int, names: int) -> Profile:
    article = f"{number:04}"
    kind = draw.choice(["attack", "attack", "strike", "earthquake", "visit"])
    when = START + timedelta(days=draw.randrange(spread))
    dates = draw.choice([(), (day(when),), (day(when),), (between(when, when + timedelta(days=2)),)])
    lands = draw.choice([(), ("Iran",), ("Pakistan",)])
    mention = EventMention(
        f"{article}:event:{int(main)}",
        article,
        kind,
        (Evidence(article, Span(0, 6), kind, "", ""),),
        actors=tuple(draw.sample(["Northern Guard", "Harbour Army", "gunmen"], draw.randrange(2))),
        targets=tuple(draw.sample(["Ministry of Ports", "villagers", "Valley Police"], draw.randrange(2))),
        places=(*draw.sample(TOWNS, draw.randrange(3)), *lands),
        main=main,
    )
    return Profile(
        mention,
        dates,
        frozenset(f"Name {draw.randrange(names)}" for _ in range(draw.randrange(6))),
        (exactly(5),) if kind == "earthquake" and draw.random() < 0.5 else (),
        frozenset(f"Person {draw.randrange(names)}" for _ in range(draw.random() < 0.2)),
        {"killed": (exactly(draw.randrange(1, 4)),)} if draw.random() < 0.6 else {},
        countries=frozenset(lands),
        ids=(mention.id,),
        lead=main,
    )


def made_up(seed: int, count: int, spread: int, names: int = 30) -> list[Outline]:
    """Outlines of articles with a main event and sometimes another, over some days; the fewer names, the more ties."""
    draw = random.Random(seed)
    outlines = []
    for number in range(count):
        found = tuple(_profile(draw, number, main, spread, names) for main in (True, False)[: draw.randrange(1, 3)])
        outlines.append(Outline(f"{number:04}", found, (found[0].mention.id,), found[0].names))
    return outlines


SETS = [pytest.param(seed, count, spread, id=f"{count} articles over {spread} days") for seed, count, spread in [
    (1, 20, 5), (2, 90, 10), (3, 120, 400), (4, 150, 60),
]]  # fmt: skip


@pytest.mark.parametrize(("seed", "count", "spread"), SETS)
def test_no_pair_that_would_be_joined_is_left_out(seed: int, count: int, spread: int) -> None:
    """Against all pairs: those that are telling and strong enough stand among the blocks' ones."""
    found = [profile for one in made_up(seed, count, spread) for profile in one.profiles]
    scales = Scales(found, RULES, PLACES.contains)
    pairs = set(scales.blocks.pairs(PLACES.around))
    edges = [scales.edge(a, b) for a, b in combinations(range(len(found)), 2)]
    joined = {(e.a, e.b) for e in edges if e and e.telling and e.score >= LINK.link}
    assert joined
    assert joined <= pairs


@pytest.mark.parametrize(("seed", "count", "spread"), SETS)
def test_the_same_events_as_from_all_pairs(seed: int, count: int, spread: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Events and what holds them are those of every pair weighed."""
    outlines = made_up(seed, count, spread)
    made = link_events(outlines, RULES, PLACES.contains, PLACES.around)

    def every(self: Blocks, around: object) -> list[tuple[int, int]]:
        return [pair for pair in combinations(range(sum(len(one.profiles) for one in outlines)), 2) if self.meet(*pair)]

    monkeypatch.setattr(Blocks, "pairs", every)
    assert link_events(outlines, RULES, PLACES.contains, PLACES.around) == made


def test_what_is_no_name_joins_nobody_in_a_crowd() -> None:
    """Sixty attacks of one day by gunmen, at no place: as many events. Five of them laid side by side are one."""

    def told(article: str) -> Outline:
        seen = (Evidence(article, Span(0, 6), "attack", "", ""),)
        mention = EventMention(f"{article}:event:1", article, "attack", seen, actors=("gunmen",), main=True)
        profile = Profile(mention, (day(START),), frozenset((article,)), (), frozenset(), {}, ids=(mention.id,), lead=True)
        return Outline(article, (profile,), (mention.id,), frozenset())

    every = [told(f"{number:02}") for number in range(60)]
    assert len(link_events(every, RULES, PLACES.contains, PLACES.around)[0]) == 60
    assert len(link_events(every[:5], RULES, PLACES.contains, PLACES.around)[0]) == 1


def test_pairs_grow_with_the_articles() -> None:
    """A stream over time with as much each day: four times the articles have four times the pairs, not sixteen times."""

    def pairs(count: int) -> int:
        outlines = made_up(6, count, count // 10, names=count * 10)
        found = [profile for one in outlines for profile in one.profiles if profile.dates]
        return len(list(Blocks(found, crowded(found, RULES), RULES).pairs(PLACES.around)))

    assert 0 < pairs(1200) < 6 * pairs(300)


def test_a_common_name_ties_with_a_second_one(monkeypatch: pytest.MonkeyPatch) -> None:
    """Wherever the bound on common names stands, no pair that shares two is lost."""
    found = [profile for one in made_up(7, 120, 3, names=12) for profile in one.profiles]
    crowd = crowded(found, RULES)
    scales = Scales(found, RULES, PLACES.contains)
    joined = {
        (a, b)
        for a, b in combinations(range(len(found)), 2)
        if (edge := scales.edge(a, b)) and edge.telling and edge.score >= LINK.link and any(e.attribute == "story" for e in edge.evidence)
    }
    assert joined
    for common in (0, 5, 1000):
        monkeypatch.setattr("discrepancy.link.events_blocks._COMMON", common)
        assert joined <= set(Blocks(found, crowd, RULES).pairs(PLACES.around))


def test_what_contains_says_shows_in_what_is_around() -> None:
    """For pairs of places with and without regions between them."""
    names = [*TOWNS, "Iran", "Pakistan", "Tehran", "Texas", "Houston", "Paris", "Ile-de-France", "Moscow", "Moscow Oblast"]
    held = [(a, b) for a in names for b in names if PLACES.contains(a, b)]
    assert len(held) > len(names)
    for a, b in held:
        own, outer = PLACES.around(b)
        assert PLACES.around(a)[0] & (own | outer), (a, b)
