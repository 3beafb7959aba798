"""Dates, tolls, speakers and stances on the right event; what is left has a reason."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from discrepancy.model.values import Quantity
from discrepancy.rulebook.kinds.roles import SetAside
from tests.claim.reader import BOOK, claims, event, reading, shown
from tests.costs import cpu_seconds


def test_date_of_the_saying_dates_no_event() -> None:
    told = reading("Lima police said on Monday that two men were shot outside a bar.")
    assert claims(told, "date") == []
    assert [item.reason for item in told.not_understood if item.kind == "date"] == ["says when something was said, not when it happened"]


def test_day_that_counts_from_an_event_rests_on_its_date() -> None:
    told = reading(
        "On May 8, Norway struck a depot in Sweden. Two days after the Norwegian strike, Sweden launched an air strike on Norway."
    )
    anchor = claims(told, "date", event(told, actor="Norway"))[0]
    hanging = claims(told, "date", event(told, actor="Sweden"))[0]
    assert hanging.anchors == (anchor.id,)
    assert shown(told, "date", event(told, actor="Sweden")) == ["date=2023-05-10"]


def test_a_day_later_hangs_on_the_day_before() -> None:
    told = reading(
        "The row began with a Norwegian air strike in Sweden on May 8. This led Stockholm to retaliate a day later by striking a depot."
    )
    assert shown(told, "date", event(told, actor="Sweden")) == ["date=2023-05-09"]


def test_stance_and_speaker_reach_the_toll() -> None:
    told = reading("Oslo said the Swedish strike had killed six herders. The Norwegian raid reportedly killed two farmers.")
    by = {c.attributed_to: c.stance for c in claims(told, "killed")}
    assert by == {"Norway": "asserted", "": "reported"}


def test_who_the_dead_were() -> None:
    told = reading("Sweden claimed that its air strike in Norway had killed several Sami “smugglers” and terrorists.")
    assert claims(told, "killed")
    told = reading("A Swedish air strike in Norway killed nine people, including four children.")
    assert shown(told, "victims") == ["victims=people including children"]


def test_ids_are_stable_and_evidence_is_exact() -> None:
    text = "On May 8, Norway struck a depot in Sweden, killing six miners."
    told = reading(text)
    assert len({c.id for c in told.claims}) == len(told.claims)
    for claim in told.claims:
        span = claim.evidence.span
        assert text[span.start : span.end] == claim.evidence.exact
        assert claim.id.startswith(f"a:{claim.attribute}:{span.start}")


def test_every_reason_is_of_the_closed_list() -> None:
    told = reading("In 2012 the firm was founded. Lima police said on Monday that it was closed for two weeks in 1999.")
    listed = {rule.text for rule in BOOK.of(SetAside)} | {""}
    assert {item.reason for item in told.not_understood} <= listed


@settings(max_examples=40)
@given(
    st.lists(
        st.sampled_from(
            [
                "Norway",
                "struck",
                "killed",
                "nine",
                "people",
                "on",
                "May 8",
                ",",
                ".",
                "the",
                "strikes",
                "said",
                "a day after",
            ]
        ),
        max_size=30,
    )
)
def test_reading_never_raises(words: list[str]) -> None:
    told = reading(" ".join(["The", *words, "was here and they were not."]))
    events = {e.id for e in told.events}
    assert all(c.event in events or not c.event for c in told.claims)


@pytest.mark.parametrize(("begin", "again", "times"), [("The strike came ", "after ", 5_000), ("It was the ", "killed said ", 2_000)])
def test_hostile_text_stays_linear(begin: str, again: str, times: int) -> None:
    once, twice = (cpu_seconds(lambda n=n: reading(begin + again * n + "and they were here."), runs=1) for n in (times, 2 * times))
    assert twice < 3 * once + 0.5


def test_a_count_over_a_time_is_no_toll_of_one_event() -> None:
    told = reading("A bomb killed nine people in Lima on May 8. More than 200 people have been killed in such attacks so far this year.")
    assert {c.scope for c in claims(told, "killed") if c.value.low == 201} == {"cumulative"}  # type: ignore[union-attr]
    assert {c.scope for c in claims(told, "killed") if c.value.low == 9} == {""}  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("text", "scope"),
    [
        ("A bomb killed 30 people in Lima on Monday in the deadliest attack this year.", ""),
        ("A gas attack killed at least 30 people in Lima in what would be the worst use of gas in the two-year-old war.", ""),
        ("The attack was the deadliest this year, killing 30 people in Lima.", ""),
        ("Attacks have killed 30 people in Lima this year.", "cumulative"),
        ("Gunmen have killed 30 people in Lima since Friday.", "cumulative"),
        ("Two attacks in Lima collectively killed 30 people.", "cumulative"),
        ("Gunmen killed 30 people in Lima on Friday.", ""),
        ("Gunmen killed 30 people in Lima over the weekend.", ""),
        ("Three people were killed in weekend shootings in Lima.", "cumulative"),
        ("Three people were killed in shootings on the South Side of Lima.", "cumulative"),
        ("Three people were killed in the weekend shooting in Lima.", ""),
        ("In the deadliest month 30 people were killed in attacks in Lima this year.", "cumulative"),
    ],
)
def test_a_record_of_a_time_is_no_count_over_it(text: str, scope: str) -> None:
    assert {c.scope for c in reading(text).claims if c.attribute == "killed"} == {scope}


@pytest.mark.parametrize("where", ["across the country", "nationwide", "throughout the region"])
def test_a_toll_of_the_country_is_not_that_of_one_slide(where: str) -> None:
    told = reading(
        f"A landslide killed nine people in Lima on Sunday. It buried huts. Soldiers dug all day. The rains have killed 40 people {where}."
    )
    assert {c.scope for c in claims(told, "killed") if c.value.low == 40} == {"cumulative"}  # type: ignore[union-attr]
    told = reading(f"Floods have killed 40 people {where}. Soldiers were sent to Lima.", title="Floods kill 40")
    assert {c.scope for c in claims(told, "killed")} == {""}


def test_who_is_missing_since_a_day_is_no_count_over_a_time() -> None:
    told = reading("A boat sank off Lima on Friday. Nine people have been missing since Friday.")
    assert {c.scope for c in told.claims if c.attribute == "missing"} == {""}


def test_dead_of_a_country_belong_to_the_strike_that_hit_it() -> None:
    told = reading(
        "A Norwegian air strike hit Dalarna, a province of Sweden, on Monday. Stockholm retaliated a day later, striking hideouts in "
        "Telemark, a province of Norway. The strikes killed 11 civilians: nine of them died in Norway, and two children in Sweden."
    )
    assert "killed{children}=2" in shown(told, "killed", event(told, actor="Norway"))


def test_what_came_before_the_event_is_no_toll_of_it() -> None:
    told = reading("Two men were shot in Lima on Sunday. The shooting comes just a year after nine people were shot in the same street.")
    (main,) = (one for one in told.events if one.main)
    assert [c.value.low for c in claims(told, "hit", main)] == [2]  # type: ignore[union-attr]
    assert [c.value.low for c in claims(told, "hit") if c.event != main.id] == [9]  # type: ignore[union-attr]


def test_counts_of_charges_are_the_trials_and_not_the_deeds() -> None:
    told = reading("Two men were shot in Lima on Sunday. A man was charged with three counts of attempted murder in the shooting.")
    types = {event.id: event.type for event in told.events}
    assert [(types[c.event], c.population) for c in claims(told, "count")] == [("trial", "counts charged")]


@pytest.mark.parametrize(
    "older",
    [
        "It was the worst crash there since 2006, when 41 people died.",
        "In 2006, 41 people died there.",
        "On December 15, 2022, masked guards had taken over a depot there, and at least 41 drivers lost their lives.",
        "On May 3, 41 people lost their lives there.",
    ],
)
def test_the_dead_of_another_time_are_not_those_of_the_event(older: str) -> None:
    told = reading(f"A bus crashed near the town of Lima on Sunday, killing nine people. {older}")
    assert shown(told, "killed", event(told, kind="accident")) == ["killed=9"]


def test_the_dead_of_a_later_day_may_be_those_of_the_event() -> None:
    told = reading("A bus crashed near the town of Lima on 9 May. On May 12 two more people died in hospital.", "2023-05-15")
    assert [c.value.low for c in claims(told, "killed") if c.event] == [2]  # type: ignore[union-attr]


def test_the_dead_of_the_events_own_year_are_its() -> None:
    told = reading("A bus crashed near the town of Lima on 9 May 2006. Of 2006, when 41 people died in it, nobody speaks.", "2023-05-15")
    assert "killed=41" in shown(told, "killed")


@pytest.mark.parametrize(
    ("text", "scopes"),
    [
        (
            "Two bombs killed 41 people in Lima on Monday. The second bomb went off in Callao, where 14 died and 30 were wounded.",
            {"killed=41": "", "killed=14": "site:Callao", "injured=30": "site:Callao"},
        ),
        ("Two attacks left 12 dead near Lima. The first attack left six officers dead.", {"killed=12": "", "killed=6": "site:first"}),
        ("A bomb killed 41 people in Lima on Monday. The second suspect shot two officers dead.", {"killed=41": "", "killed=2": ""}),
    ],
)
def test_what_is_told_of_one_of_several_holds_for_that_one(text: str, scopes: dict[str, str]) -> None:
    told = [c for c in reading(text).claims if c.attribute in ("killed", "injured") and isinstance(c.value, Quantity)]
    assert {f"{c.attribute}={c.value.low:.0f}": c.scope for c in told if isinstance(c.value, Quantity) and c.value.low} == scopes


@pytest.mark.parametrize(
    ("text", "scope"),
    [
        ("Nine people were killed in Lima on Monday, among them Bo Quist, who had led the choir for three decades.", ""),
        ("Nine people have been killed in Lima this year.", "cumulative"),
    ],
)
def test_the_years_of_somebody_named_behind_a_toll_are_his(text: str, scope: str) -> None:
    assert claims(reading(text), "killed")[0].scope == scope


def test_arrests_in_a_town_and_elsewhere_are_not_those_of_the_town() -> None:
    told = reading("Police detained 87 people in the capital and ten elsewhere during marches on Monday.")
    assert [claim.scope for claim in claims(told, "arrested")] == ["cumulative"]


def test_a_coach_that_a_lorry_hits_is_nobody() -> None:
    assert claims(reading("A coach was hit by a lorry in Lima on Monday."), "hit") == []
    assert claims(reading("A coach was hit by a bottle in Lima on Monday."), "hit") != []


def test_a_day_between_an_attack_and_its_relative_clause_parts_them_not() -> None:
    told = reading(
        "A bomb killed nine people in Lima on Monday. It followed a guerrilla attack on the army staff on 1 March, which caused the death "
        "of one civilian and injured 15 people."
    )
    (hurt,) = claims(told, "injured")
    assert hurt.event and hurt.event != next(mention.id for mention in told.events if mention.main)


@pytest.mark.parametrize(
    ("text", "scopes"),
    [
        (
            "Six priests were murdered in Lima on Monday. The killings come amid violence that has left at least 1,000 people dead.",
            {6: "", 1000: "cumulative"},
        ),
        ("Six priests were killed in a bombing in Lima on Monday. In all the bombing killed 60 people.", {6: "", 60: ""}),
        ("A quake killed six people in Lima on Monday. The quake killed 1,000 people, officials said.", {6: "", 1000: ""}),
    ],
)
def test_the_dead_of_a_war_are_not_those_of_one_of_its_deeds(text: str, scopes: dict[int, str]) -> None:
    assert {int(c.value.low): c.scope for c in claims(reading(text), "killed")} == scopes  # type: ignore[union-attr]


def test_people_of_one_country_beside_a_greater_toll_are_some_of_it() -> None:
    told = reading("A bomb wounded 1,400 people in Lima on Monday. Six Americans were hurt. Two Japanese bank clerks were hurt.")
    assert shown(told, "injured")[1:] == ["injured{nationals of United States}=6", "injured{nationals of Japan}=2"]
    assert shown(reading("A bomb wounded 18 Indians in Lima on Monday."), "injured") == ["injured=18"]
    both = reading("A bomb killed 11 Israelis in Jerusalem on Monday. The raids that came after it killed 40 Palestinians.")
    assert not any("{" in text for text in shown(both, "killed"))


def test_men_of_an_army_are_not_counted_by_sex() -> None:
    assert shown(reading("Gunmen ambushed a column of the army near Lima, leaving 34 of the men dead."), "killed") == ["killed=34"]
