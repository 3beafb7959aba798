"""Which claims may be held against each other."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from claim_making import BRIDGE, RULES, article, laid, typed

from discrepancy.compare import compare


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


def test_a_distance_is_told_in_miles_and_from_a_place_that_keeps_its_capital() -> None:
    said = "distance{{from Zenda}}={} unit=mile @bridge"
    (found,) = laid(f"a: {said.format(180)}", f"b: {said.format(108)}").findings
    assert "from Zenda as 180 miles" in found.message


def test_an_age_beside_an_event_is_held_against_one_beside_none_where_no_birthday_explains_it() -> None:
    dated = (article("a", published=date(2024, 3, 4)), article("b", published=date(2024, 3, 6)))
    beside, alone = "b: age=63 @bridge entity=Rudd", "a: age={} entity=Rudd"
    (found,) = laid(alone.format(61), beside, documents=dated).findings
    assert found.question.entity == "Rudd" and found.verdict == "conflicts"
    assert not laid(alone.format(62), beside, documents=dated).findings
    assert not laid(alone.format(61), beside).findings
