"""What the words of one sentence tell of one event: an outcome of its cause, an accident of the storm around it."""

from __future__ import annotations

import pytest

from tests.claim.reader import claims, event, reading, shown


@pytest.mark.parametrize(
    ("text", "dead", "hurt"),
    [
        ("Four people were killed and 31 injured when a wall collapsed in Lima on Saturday.", ["killed=4"], ["injured=31"]),
        ("At least 31 people were hurt after a crowded bus overturned on a road near Lima on Saturday.", [], ["injured>=31"]),
        ("Two men were wounded as a stand at a stadium in Lima collapsed.", [], ["injured{men}=2"]),
        ("Nine people were hurt when a tram jumped the tracks in Lima on Saturday.", [], ["injured=9"]),
        ("Four people were killed and 31 hurt when a bus crashed in a storm near Lima on Saturday.", ["killed=4"], ["injured=31"]),
    ],
)
def test_those_hurt_when_something_came_to_grief_are_hurt_in_that(text: str, dead: list[str], hurt: list[str]) -> None:
    told = reading(text)
    accident = event(told, kind="accident")
    assert (shown(told, "killed", accident), shown(told, "injured", accident)) == (dead, hurt)


def test_an_attack_behind_the_hurt_is_no_accident_and_what_somebody_did_before_no_cause() -> None:
    told = reading("Nine people were wounded when a gunman opened fire in Lima on Saturday.")
    assert {e.type for e in told.events} == {"shooting"}
    told = reading("A man was wounded on Saturday after he had crashed a car in Lima.")
    assert [c.event for c in claims(told, "injured")] != [event(told, kind="accident").id]


def test_those_lost_with_a_ship_are_its_dead() -> None:
    told = reading(
        "The master of the ferry that sank off Lima on Saturday with the loss of seven lives was charged with neglect on Sunday."
    )
    assert shown(told, "killed", event(told, kind="accident")) == ["killed=7"]
    assert shown(told, "date", event(told, kind="accident")) == ["date=2023-05-13"]


def test_who_is_charged_with_a_death_ended_nothing_with_it() -> None:
    told = reading("A driver was arrested in Lima on Sunday and charged with the deaths of two riders.")
    assert {e.type for e in told.events if any(c.event == e.id for c in claims(told, "killed"))} <= {"killing"}


def test_the_storm_in_which_a_ferry_sank_is_no_other_event() -> None:
    told = reading("A ferry capsized in a heavy storm off Lima on Saturday, killing nine people.")
    assert [e.type for e in told.events] == ["accident"]
    assert shown(told, "date") == ["date=2023-05-13"]
    assert event(told).places[:1] == ("Lima",)


@pytest.mark.parametrize(
    "text", ["Houses collapsed in a storm in Lima on Saturday.", "The ferry capsized in the storm that hit Lima on Saturday."]
)
def test_a_storm_that_brought_down_much_or_is_told_of_stays_one(text: str) -> None:
    assert "storm" in {e.type for e in reading(text).events}


def test_deeds_counted_together_and_told_one_by_one_keep_their_tolls() -> None:
    told = reading(
        "Three attacks on Sunday left 27 dead: nine were killed when a bomb exploded in a market in Lima, eleven died in a shooting "
        "at a bar in Cusco, and seven were killed in a grenade attack on a bus in Puno."
    )
    assert {one.places[:1]: shown(told, "killed", one) for one in told.events} == {
        (): ["killed=27"],
        ("Lima",): ["killed=9"],
        ("Cusco",): ["killed=11"],
        ("Puno",): ["killed=7"],
    }


def test_separate_attacks_in_which_people_were_shot_are_those_shootings() -> None:
    told = reading("Two judges were shot dead in separate attacks in Lima on Saturday and in Cusco on Sunday.")
    assert [(one.type, one.places[:1]) for one in told.events if one.whole] == [("shooting", ("Lima",)), ("shooting", ("Cusco",))]


@pytest.mark.parametrize(
    ("behind", "found"),
    [
        ("It comes a week after one man was killed at a concert.", 2),
        ("The shooting came less than a month after one man was killed at a concert.", 2),
        ("The mayor came a week after one man was killed.", 1),
        ("The shooting came a day after nine people died in a blast at a market in Lima.", 2),
        ("The attack came barely 24 hours after an explosion at a market left nine dead.", 2),
        ("The attack follows two bombings in Lima that killed nine.", 2),
        ("The attack was followed by riots in Lima that killed nine.", 1),
    ],
)
def test_what_the_news_comes_after_is_something_else(behind: str, found: int) -> None:
    told = reading(f"Two men were shot dead in Lima on Saturday. {behind}")
    assert len({claim.event for claim in claims(told, "killed")}) == found


@pytest.mark.parametrize(
    "recalled",
    [
        "It was the worst attack since March 2022, when a bomb killed nine people at a market in Cusco.",
        "The rebels had last struck in May, when they bombed a market in Cusco and killed nine people.",
        "The rebels last hit Peru on 5 May, when a bomb exploded at a market in Cusco with the loss of nine lives.",
    ],
)
def test_what_a_record_is_counted_from_is_an_event_with_a_day_a_place_and_dead_of_its_own(recalled: str) -> None:
    told = reading(f"A bomb exploded in Lima on Saturday, killing four people. {recalled}")
    assert {one.places[:1]: (shown(told, "killed", one), len(claims(told, "date", one))) for one in told.events} == {
        ("Lima",): (["killed=4"], 1),
        ("Cusco",): (["killed=9"], 1),
    }


def test_what_happened_in_a_region_years_ago_is_not_the_news_from_there() -> None:
    told = reading("The patrol came under fire on Saturday near Cusco, in Peru, where four soldiers died in October 2017.")
    assert len({claim.event for claim in claims(told, "date")}) == 2


def test_a_street_without_a_capital_is_no_place_of_its_own() -> None:
    told = reading("Two cars exploded in Lima on Thursday, killing 18 people. The blasts came at 9:20 p.m. in Tarata street, police said.")
    assert (len(told.events), shown(told, "place")) == (1, ["place=Lima"])


def test_a_fight_is_only_where_a_helicopter_came_down() -> None:
    told = reading("A helicopter crashed during a firefight in Peru on Thursday, killing nine soldiers.", "2024-03-08")
    assert [(one.type, one.places) for one in told.events] == [("accident", ("Peru",))]
    assert {claim.event for claim in (*claims(told, "killed"), *claims(told, "date"))} == {told.events[0].id}


@pytest.mark.parametrize("who", ["Salvadoran rebels", "Pakistani militants"])
def test_forces_of_a_headline_act_and_the_state_by_whose_name_they_go_does_not(who: str) -> None:
    told = reading("Nine soldiers were killed in Lima on Monday.", title=f"{who} attack garrison")
    assert all("El Salvador" not in one.actors and "Pakistan" not in one.actors for one in told.events)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("A girl was shot dead in Lima on Friday, two days after a girl was shot and killed there.", 2),
        ("A man was shot dead in Lima on Friday, a day after two men were stabbed to death in Cusco.", 2),
        ("A man was shot dead in Lima on Friday, two days after he was freed, and a bus killed a girl.", 1),
    ],
)
def test_what_befell_others_days_before_is_another_deed(text: str, found: int) -> None:
    assert len({claim.event for claim in claims(reading(text), "killed")}) == found


def test_a_street_and_how_often_stand_before_the_town_and_the_weapon() -> None:
    told = reading("A boy was stabbed four times with a knife on Walker Street in Lima on Saturday.")
    assert (shown(told, "place"), shown(told, "weapon")) == (["place=Lima"], ["weapon=knife"])


def test_what_is_said_of_a_foiled_bombing_is_no_second_one() -> None:
    told = reading("Police defused a bomb planted in front of the embassy in Lima on Sunday. Two bombs exploded in the capital on Sunday.")
    assert [(e.realis, tuple(t.exact for t in e.triggers)) for e in told.events] == [
        ("attempted", ("defused", "planted")),
        ("actual", ("exploded",)),
    ]
    told = reading("A bomb exploded in Lima on Sunday. Another bomb, planted in a bin in Cusco, was defused.")
    assert [(e.realis, e.places[:1]) for e in told.events] == [("actual", ("Lima",)), ("attempted", ("Cusco",))]


@pytest.mark.parametrize(
    ("text", "events"),
    [
        ("Rebels kidnapped two engineers near Cusco. Three nuns were abducted in Lima.", 2),
        ("A baker was stabbed in Vexholm on Monday. A nurse was stabbed in Tarn.", 2),
        ("A baker was stabbed in Vexholm on Monday. The baker was stabbed in Tarn.", 1),
        ("A baker was stabbed in Oak Street on Monday. A nurse was stabbed in Elm Street.", 1),
        ("Rebels attacked a barracks in Vexholm on Monday. A refinery was attacked with mortars in Tarn.", 2),
        ("Rebels attacked a barracks in Vexholm on Monday. The barracks was attacked with mortars in Tarn.", 1),
    ],
)
def test_others_hit_in_another_town_are_another_event(text: str, events: int) -> None:
    assert len(reading(text).events) == events
