"""Parts, others and everybody: which figures make one whole, and which stand beside it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from articles_checked import rows
from claim_making import across, bare, claim, printed

from discrepancy.compare import compare
from discrepancy.compare.parts import composites
from discrepancy.model.claims import Claim
from discrepancy.rulebook import Rulebook


def test_others_beside_a_count_are_not_held_against_it_in_one_article(book: Rulebook) -> None:
    count, nobody = claim("injured=9", "a", 0), replace(claim("injured=0", "a", 1, at=80), additional=True)
    assert compare((count, nobody), (), (), (), book).findings == ()
    assert [f.verdict for f in compare((count, claim("injured=0", "a", 1, at=80)), (), (), (), book).findings] == ["unclear"]


def test_others_who_were_shot_are_the_hurt(book: Rulebook) -> None:
    dead, others = claim("killed=1", "a", 0), replace(claim("hit=11", "a", 1, at=80), additional=True)
    hurt = (printed(claim("killed=1", "b", 2), "one dead"), claim("injured=9", "b", 3, at=80))
    assert [f.question.attribute for f in across(book, printed(dead, "one dead"), others, *hurt)] == ["injured"]
    assert across(book, printed(dead, "one dead"), replace(others, additional=False), *hurt) == []


def test_one_persons_fate_is_no_part_of_a_sum(book: Rulebook) -> None:
    hurt, named = claim("injured=3", "a", 0), replace(printed(claim("injured=1", "a", 1, at=80), "Pell was hurt"), additional=True)
    other = claim("injured=4", "b", 2)
    assert [f.verdict for f in across(book, hurt, named, other)] == ["conflicts"]
    assert across(book, hurt, printed(named, "one more was hurt"), other) == []


def test_a_label_tells_of_all_beside_one_persons_fate(book: Rulebook) -> None:
    workers, fate = claim("killed{workers}=9", "a", 0), printed(claim("killed=1", "a", 1, at=80), "Pell died")
    assert [f.verdict for f in across(book, workers, fate, claim("killed=7", "b", 2))] == ["conflicts"]
    assert across(book, workers, claim("killed=12", "a", 1, at=80), claim("killed=12", "b", 2)) == []


def test_who_counts_three_shot_may_count_the_dead(book: Rulebook) -> None:
    hurt, dead = claim("hit=2", "b", 1), printed(claim("killed=1", "b", 2, at=90), "one man was killed")
    assert across(book, claim("hit=3", "a"), hurt, dead) == []
    own = printed(claim("killed=1", "a", 3, at=90), "one man was killed")
    assert [f.verdict for f in across(book, claim("hit=3", "a"), own, hurt, dead)] == ["unclear"]  # three with the dead, or two besides
    one = printed(claim("injured=1", "b", 4, at=180), "another was wounded")
    assert [f.verdict for f in across(book, claim("hit=3", "a"), own, hurt, dead, one)] == ["conflicts"]
    assert [f.verdict for f in across(book, claim("injured=3", "a"), claim("injured=2", "b", 1), dead)] == ["conflicts"]


def test_a_part_of_those_counted_adds_nothing_to_them(book: Rulebook) -> None:
    ten, girls, twelve = claim("injured=10", "a"), claim("injured{children}=2", "a", 1, at=20), claim("injured=12", "b")
    assert [f.verdict for f in across(book, ten, girls, twelve)] == ["conflicts"]
    more = replace(claim("injured=2", "a", 2, at=200), additional=True)
    assert across(book, ten, more, twelve) == []  # two more, told apart, do


def test_the_parts_of_a_figure_add_nothing_to_it(book: Rulebook) -> None:
    def told(article: str, figure: int, *parts: int) -> list[Claim]:
        others = replace(claim(f"injured={figure}", article, 1, at=20), additional=True)
        counted = (printed(claim(f"injured={n}", article, 2 + i, at=90 + i), f"{n} were cut") for i, n in enumerate(parts))
        return [claim("killed=6", article, 0, at=1), others, *counted]

    assert [f.verdict for f in across(book, *told("a", 13, 4, 8, 1), *told("b", 14))] == ["conflicts"]
    assert across(book, *told("a", 13, 1), *told("b", 14)) == []


def test_others_and_others_are_counted_alike(book: Rulebook) -> None:
    def told(article: str, figure: int) -> list[Claim]:
        return [claim("killed=6", article, 0, at=1), replace(claim(f"injured={figure}", article, 1, at=900), additional=True)]

    assert [f.verdict for f in across(book, *told("a", 13), *told("b", 14))] == ["conflicts"]
    assert across(book, *told("a", 1), *told("b", 14)) == []


def test_a_share_of_those_counted_is_no_total(book: Rulebook) -> None:
    """11 and two are 13, but "13 of them" are some of the 11 whatever stands beside it."""
    beside = (claim("killed=11 @a", "a", 0), claim("killed=2 @b", "a", 1, at=40))
    total = claim("killed=13 @c", "a", 2, at=60, words="In all # people died.")
    share = claim("killed=13 @c", "a", 2, at=60, words="# of them died.")
    policy = bare(book, *beside).policy
    assert composites((*beside, total), policy).keys() == {total.id}
    assert composites((*beside, printed(share, "13 of them died")), policy) == {}


def test_one_label_may_be_of_two_trades(book: Rulebook) -> None:
    judges = printed(claim("killed{officials}=2", "a", 0), "two judges")
    priests = printed(claim("killed{officials}=3", "b", 1), "three priests")
    assert across(book, judges, priests) == []
    for words in ("three judges", "three magistrates", "three officials"):
        assert [f.verdict for f in across(book, judges, printed(priests, words))] == ["conflicts"]


def test_families_are_more_than_people(book: Rulebook) -> None:
    families = claim("displaced{families}=3000", "a", 0)
    assert across(book, families, claim("displaced=12000", "b", 1)) == []
    assert [f.verdict for f in across(book, families, claim("displaced{families}=12000", "b", 1))] == ["conflicts"]


def test_also_sets_one_sort_of_people_beside_another(book: Rulebook) -> None:
    soldiers, rebels = claim("killed{soldiers}=45", "a"), replace(claim("killed{rebels}=19", "a", 1, at=60), additional=True)
    other = claim("killed{rebels}=31", "b", 2)
    assert [f.verdict for f in across(book, soldiers, rebels, other)] == ["conflicts"]
    more = claim("killed{rebels}=12", "a", 3, at=20)  # of the rebels themselves some were told of before
    assert across(book, soldiers, more, rebels, other) == []


def apart(outer: str, inner: str) -> bool:
    """Towns that a table knows, none of which holds another."""
    return outer == inner


def test_who_counts_two_towns_and_one_of_them_bears_out_who_counts_that_one(book: Rulebook) -> None:
    both, one = claim("killed=16", "a", 0), claim("killed=11 scope=place:Cusco", "a", 1, at=40)
    assert across(book, both, one, claim("killed=11", "b", 2)) == []
    assert [f.verdict for f in across(book, both, one, claim("killed=12", "b", 2))] == ["conflicts"]
    assert [f.verdict for f in across(book, both, claim("killed{men}=11", "a", 1, at=40), claim("killed=11", "b", 2))] == ["conflicts"]
    there, elsewhere = claim("place=Cusco", "b", 3), claim("place=Puno", "b", 3)
    assert across(book, both, one, claim("killed=11", "b", 2), there, contains=apart) == []
    assert [f.verdict for f in across(book, both, one, claim("killed=11", "b", 2), elsewhere, contains=apart)] == ["conflicts"]
    assert across(book, both, one, claim("killed=11", "b", 2), elsewhere) == []  # where nobody knows Puno it may be in Cusco


def test_a_count_and_those_told_besides_make_up_a_bound(book: Rulebook) -> None:
    station, cafe = claim("injured=20", "a", 0), replace(claim("injured=13", "a", 1, at=80), additional=True)
    assert across(book, station, cafe, claim("injured>=31", "b", 2)) == []
    assert [f.verdict for f in across(book, station, cafe, claim("injured>=41", "b", 2))] == ["conflicts"]
    assert [f.verdict for f in across(book, station, replace(cafe, additional=False), claim("injured>=31", "b", 2))] == ["conflicts"]


def test_what_a_toll_has_grown_by_is_in_it_and_brings_it_within_no_bound(book: Rulebook) -> None:
    grown, since = claim("killed=28", "a", 0, words="the toll has risen to #"), replace(claim("killed=5", "a", 1, at=80), additional=True)
    bound = claim("killed>=31", "b", 2)
    assert across(book, replace(grown, evidence=since.evidence), since, bound) == []
    assert across(book, grown, since, bound)


@pytest.mark.parametrize("whom", ["of the dead", "of those killed", "of those who died"])
def test_a_count_of_some_of_the_dead_that_ends_in_one_is_no_single_one(whom: str) -> None:
    told = "A ferry capsized off Luma on Monday, killing 80 people. {} {} were refugees."
    found = rows("killed", *(("2024-03-05", told.format(many, whom)) for many in ("Thirty-five", "Twenty-one")))
    assert found == {"conflicts": "warning"}
