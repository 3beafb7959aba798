"""The bound on pairs of names: it never turns down what would be merged, and turns down most of the rest."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from discrepancy import rulebook
from discrepancy.link.names import judge_of
from discrepancy.link.names_bound import Bound

RULES = rulebook()
JUDGE = judge_of(RULES)
WORDS = {
    "person": [
        "Shahab",
        "ud",
        "Din",
        "Shahabuddin",
        "Al-Sharekh",
        "Alsharekh",
        "Omar",
        "Umar",
        "J.",
        "Jan",
        "van",
        "Mohammed",
        "Muhamad",
        "Abdul",
        "Rahman",
        "Abdurrahman",
        "Lavrov",
        "Lawrow",
    ],
    "group": [
        "Popular",
        "Front",
        "Front",
        "Army",
        "of",
        "the",
        "Liberation",
        "Holy",
        "War",
        "Jihad",
        "Jaish",
        "Jaysh",
        "al-Adl",
        "ULF",
        "NPL",
        "Sudan",
        "Sudanese",
        "Salim",
        "faction",
        "-",
        "North",
        "2",
    ],
    "place": [
        "North",
        "South",
        "Sankt",
        "San",
        "Luis",
        "Peters",
        "burg",
        "Petersburg",
        "Oblast",
        "region",
        "Nova",
        "Novaya",
        "Gorod",
        "New",
        "Town",
        "Al",
        "Khartoum",
        "Khartum",
    ],
}


@st.composite
def heaps(draw: st.DrawFn) -> tuple[str, list[str]]:
    """A kind and some names of it that share words, their spellings, their initials and their joins."""
    kind = draw(st.sampled_from(sorted(WORDS)))
    name = st.lists(st.sampled_from(WORDS[kind]), min_size=1, max_size=5).map(" ".join)
    return kind, sorted(set(draw(st.lists(name, min_size=2, max_size=8))))


@given(heaps())
def test_what_would_be_merged_is_never_turned_down(heap: tuple[str, list[str]]) -> None:
    """For whatever names: the bound is sound."""
    kind, names = heap
    bound = Bound(names, kind, JUDGE)
    for (i, a), (j, b) in combinations(enumerate(names), 2):
        assert bound.allows(i, j) or not JUDGE.weigh(a, b, kind).mergeable, (a, b)
        assert bound.allows(i, j) == bound.allows(j, i), (a, b)


@pytest.mark.parametrize(
    ("kind", "a", "b"),
    [
        ("person", "Shahab-ud-Din Ghori", "Shahabuddin Ghori"),
        ("person", "Lavrov", "Sergey Lavrov"),
        ("group", "NPFL", "National Patriotic Front of Liberia"),
        ("group", "Holy War Brigade", "Jihad Brigade"),
        ("place", "Al Khartoum", "Khartum"),
        ("place", "Deutschland", "Germany"),
    ],
)
def test_kept(kind: str, a: str, b: str) -> None:
    """Joined words, surnames, initials, translations and names that the tables know pass."""
    assert Bound([a, b], kind, JUDGE).allows(0, 1)


@pytest.mark.parametrize(
    ("kind", "a", "b"),
    [
        ("person", "Omar Rahman", "Omar Karimi"),
        ("person", "Rahman", "Rahman Karimi"),
        ("group", "Valley Liberation Front", "Valley Liberation Army"),
        ("place", "Upper Marsh", "Lower Marsh"),
    ],
)
def test_turned_down(kind: str, a: str, b: str) -> None:
    """A word without answer on both sides, or on one where the kind leaves none out."""
    assert not Bound([a, b], kind, JUDGE).allows(0, 1)


def test_likeness_begun_anew_is_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    """However little of the likenesses is kept, the pairs allowed are the same."""
    names = sorted({f"{a} {b}" for a in WORDS["person"][:9] for b in WORDS["person"][5:]})
    pairs = list(combinations(range(len(names)), 2))
    kept = Bound(names, "person", JUDGE)
    wanted = [pair for pair in pairs if kept.allows(*pair)]
    monkeypatch.setattr("discrepancy.link.names_bound._KEPT", 50)
    short = Bound(names, "person", JUDGE)
    assert [pair for pair in pairs if short.allows(*pair)] == wanted
    assert 0 < len(wanted) < len(pairs)
