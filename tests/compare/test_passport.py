"""Which claims may be held against each other."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from articles_checked import rows
from claim_making import BRIDGE, RULES, article, claim, laid, only, typed

from discrepancy.compare import compare
from discrepancy.link.spellings import RULE as SPELLING
from discrepancy.model.findings import Event


def test_the_dead_of_two_sides_are_not_one_count() -> None:
    assert not laid("a: killed{service members}=2 @bridge", "b: killed{attackers}=4 @bridge").findings
    assert not laid("a: killed{police officers}=2 @bridge", "b: killed{militants}=4 @bridge").findings
    assert laid("a: killed{workers}=2 @bridge", "b: killed{officials}=4 @bridge").findings


def test_what_one_side_lost_is_no_toll_of_the_battle() -> None:
    assert not laid("a: killed=8 @bridge", "b: killed=5 @bridge scope=side:Tamir").findings
    (found,) = laid("a: killed=7 @bridge scope=side:Tamir", "b: killed=5 @bridge scope=side:Tamir").findings
    assert found.verdict == "conflicts"


def test_an_office_is_one_at_a_time_and_may_pass_on() -> None:
    claims = ("a: role='justice minister' entity=Rudd", "b: role='interior minister' entity=Rudd")
    shared = ("a: age=50 entity=Berg", "b: age=50 entity=Berg")
    near = (article("a", published=date(2024, 3, 4)), article("b", published=date(2024, 3, 6)))
    far = (article("a", published=date(2024, 3, 4)), article("b", published=date(2025, 3, 6)))
    assert [f.question.attribute for f in laid(*claims, *shared, documents=near).findings] == ["role"]
    assert not laid(*claims, *shared, documents=far).findings
    assert not laid("a: role=minister entity=Rudd", claims[1], *shared, documents=near).findings


def test_those_whom_another_article_counts_in_one_breath_with_others_are_not_all() -> None:
    both = ("b: injured>=49 @bridge", "b: injured{police officers}=19 @bridge")
    first, second = typed(*both)
    told = [first, replace(second, evidence=first.evidence)]
    alone = typed("a: injured{police officers}=14 @bridge")
    (found,) = compare((*alone, *told), (BRIDGE,), (), (), RULES).findings
    assert found.question.population == "police officers" and found.verdict == "conflicts"
    (whole,) = laid("a: injured{police officers}=14 @bridge", "b: injured=49 @bridge").findings
    assert whole.question.population == ""


def test_that_none_of_a_sort_died_says_nothing_of_others() -> None:
    none = "A raid hit a base near Alton, Texas, on Monday. No Danish soldiers were killed in the raid, the ministry said."
    five = "A raid hit a base near Alton, Texas, on Monday. Five people were killed in the raid, the governor said."
    assert rows("killed", ("2024-03-05", none), ("2024-03-05", five)) == {}


def test_a_distance_is_told_in_miles_and_from_a_place_that_keeps_its_capital() -> None:
    said = "distance{{distance from Zenda}}={} unit=mile @bridge"
    (found,) = laid(f"a: {said.format(180)}", f"b: {said.format(108)}").findings
    assert "180 miles for the distance from Zenda; b 108 miles" in found.message


def test_an_age_beside_an_event_is_held_against_one_beside_none_where_no_birthday_explains_it() -> None:
    dated = (article("a", published=date(2024, 3, 4)), article("b", published=date(2024, 3, 6)))
    beside, alone = "b: age=63 @bridge entity=Rudd", "a: age={} entity=Rudd"
    (found,) = laid(alone.format(61), beside, documents=dated).findings
    assert found.question.entity == "Rudd" and found.verdict == "conflicts"
    assert not laid(alone.format(62), beside, documents=dated).findings
    assert not laid(alone.format(61), beside).findings


def test_a_list_of_the_dead_with_an_age_in_figures_is_counted_by_nobody() -> None:
    first = "Neighbor killed man, grandmother, 2-month-old baby in Alton, Texas, police say. It happened on Monday."
    second = "A neighbor killed three people in Alton, Texas, on Monday, police said. All three were of one family."
    assert "conflicts" not in rows("killed", ("2024-03-05", first), ("2024-03-05", second))


@pytest.mark.parametrize(
    ("before", "held"),
    [("Bo Quist, 24, was badly wounded in the raid that killed six people. ", False), ("The raid killed six people. ", True)],
)
def test_others_are_all_the_hurt_only_where_nobody_hurt_is_told_of_before(before: str, held: bool) -> None:
    one = f"Gunmen raided a farm in Alton, Texas, on Monday. {before}Two others were wounded, police said."
    other = "Gunmen raided a farm in Alton, Texas, on Monday, killing six people and wounding three others, police said."
    assert ("conflicts" in rows("injured", ("2024-03-05", one), ("2024-03-05", other))) == held


def test_the_fate_of_one_whose_age_ends_in_one_is_no_toll() -> None:
    first = "Four people were killed in a shooting on a bridge in Alton, Texas, on Sunday, police said."
    second = "The family of a man killed on a bridge in Alton, Texas, is in grief. Thirty-one-year-old Bo Quist was killed on Sunday."
    assert "conflicts" not in rows("killed", ("2024-03-05", first), ("2024-03-05", second))


def test_two_articles_that_share_nothing_but_a_name_mean_two_people() -> None:
    dam = Event("dam", "collapse", "Collapse of the dam", (), ("b",))
    claims = [claim("age=31 @bridge entity=Partridge", "a"), claim("age=54 @dam entity=Partridge", "b", 3)]
    apart = compare(claims, (BRIDGE, dam), (), (), RULES)
    assert apart.findings == () and [pair.field for pair in apart.not_compared] == ["entity"]
    spelled = [replace(claim("name=Partrige entity=Partridge", name, 9), rule=SPELLING) for name in ("a", "b")]
    assert compare([*claims, *spelled], (BRIDGE, dam), (), (), RULES).findings == ()  # another spelling of it is no company
    both = [*claims, claim("actor=Harbour Works @bridge", "a", 5), claim("actor=Harbour Works @dam", "b", 6)]
    assert [f.question.attribute for f in compare(both, (BRIDGE, dam), (), (), RULES).findings] == ["age"]


def test_ages_are_no_total_of_one_another() -> None:
    told = [("age=44 @dam entity=Bo Holm", 0), ("age=29 @bridge entity=Nils Berg", 30), ("age=73 @bridge entity=Ann Rudd", 60)]
    beside = [claim(text, "a", number, at=at) for number, (text, at) in enumerate(told)]
    outcome = compare([*beside, claim("age=71 @bridge entity=Ann Rudd", "b", 3)], (BRIDGE,), (), (), RULES)
    assert [f.verdict for f in outcome.findings if f.question.entity == "Ann Rudd"] == ["conflicts"]


def test_a_total_over_two_events_is_no_toll_of_one() -> None:
    events = (BRIDGE, Event("dam", "collapse", "burst of a dam", ("m3",), ("a",)))
    parts = [claim("killed=11 @bridge", "a", 0, at=0), claim("killed=9 @bridge", "a", 1, at=30), claim("killed=2 @dam", "a", 2, at=60)]
    outcome = compare([*parts, claim("killed=9 @bridge", "b", 3)], events, (), (), RULES)
    assert outcome.findings == ()
    assert "total of 9 and 2" in outcome.not_compared[0].text


def test_two_firms_that_each_tell_their_earnings_do_not_contradict_each_other() -> None:
    told = "{}: money{{earnings}}={} unit=USD scope=currency:USD by={} @bridge"
    assert laid(told.format("a", 16_300_000, "Norvik"), told.format("b", 10_100_000, "Tindra")).findings == ()
    assert only(laid(told.format("a", 16_300_000, "Norvik"), told.format("b", 10_100_000, "Norvik"))).verdict == "conflicts"
