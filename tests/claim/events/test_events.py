"""What happened, by whom, where; what did not happen; what is older than the news."""

from __future__ import annotations

import pytest

from tests.claim.reader import event, reading, shown


@pytest.mark.parametrize(
    ("text", "kind", "actors", "places"),
    [
        ("Norway conducted a missile strike in Sweden on Monday.", "strike", ("Norway",), ("Sweden",)),
        ("A Norwegian air strike in Sweden's Dalarna killed six.", "strike", ("Norway",), ("Dalarna", "Sweden")),
        ("The Norwegian military struck a depot in Sweden with drones.", "strike", ("Norway",), ("Sweden",)),
        ("Six miners were shot dead by masked gunmen in Lagos.", "shooting", ("masked gunmen",), ("Lagos", "Nigeria")),
        ("An earthquake shook Lima on Sunday, killing six.", "quake", (), ("Lima", "Peru")),
        ("A quake rattled two villages near Lima on Sunday.", "quake", (), ("Lima", "Peru")),
        ("The earthquake shook Lima on Sunday.", "quake", (), ()),
        ("A fire in Lima, Peru, killed six people.", "fire", (), ("Lima", "Peru")),
        ("A fire broke out in a hotel in Lima.", "fire", (), ("Lima", "Peru")),
        ("A huge fire swept through a market in Lima late on Monday.", "fire", (), ("Lima", "Peru")),
        ("Floods swept through three villages near Lagos, killing six.", "flood", (), ("Lagos", "Nigeria")),
        ("A hotel fire killed three men from Lagos.", "fire", (), ()),
        ("A car bomb exploded in Lima on Sunday.", "bombing", (), ("Lima", "Peru")),
        ("Police arrested six men in Lagos.", "arrest", ("police",), ("Lagos", "Nigeria")),
    ],
)
def test_event_and_its_parties(text: str, kind: str, actors: tuple[str, ...], places: tuple[str, ...]) -> None:
    told = event(reading(text), kind=kind)
    assert [a.lower() for a in told.actors] == [a.lower() for a in actors]
    assert told.places == places


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Hooded men set a depot on fire in Lima on Sunday.", "arson"),
        ("Four buses were burned in Lima early on Sunday.", "arson"),
        ("A depot near Lima was set ablaze.", "arson"),
        ("A depot in Lima was completely destroyed by a powerful bomb on Sunday.", "bombing"),
        ("A huge bomb partially destroyed a depot in Lima on Sunday.", "bombing"),
        ("Power lines near Lima were sabotaged on Sunday.", "attack"),
        ("Rebels toppled three electricity towers near Lima on Sunday.", "attack"),
        ("Soldiers fired at two miners in Lima on Sunday.", "shooting"),
        ("A miner was riddled with bullets in Lima on Sunday.", "shooting"),
        ("The bullet-riddled body of a miner was found in Lima on Sunday.", "killing"),
        ("Two miners were hacked to death in Lima on Sunday.", "killing"),
        ("A miner was led away by armed men in Lima on Sunday.", "kidnapping"),
        ("Rebels forcibly recruited 40 miners near Lima on Sunday.", "kidnapping"),
    ],
)
def test_deeds_told_in_other_words(text: str, kind: str) -> None:
    told = event(reading(text), kind=kind)
    assert "Lima" in told.places
    assert told.realis == "actual"
    assert not told.combat


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("Hooded men killed a guard in Lima on Sunday and set fire to a farm.", "killing"),
        ("Rebels killed a miner near Lima on Sunday, and burned a tank truck.", "killing"),
        ("The gang detonated two bombs and set a depot on fire in Lima on Sunday.", "bombing"),
    ],
)
def test_a_fire_laid_beside_another_deed_is_one_of_its_own(text: str, other: str) -> None:
    told = reading(text)
    fire, deed = event(told, kind="arson"), event(told, kind=other)
    assert fire.places == deed.places != ()
    assert set(fire.actors) == set(deed.actors) != set()
    assert not set(fire.targets) & {*deed.targets, *deed.victims}


def test_who_died_in_a_fire_that_was_laid_died_of_it() -> None:
    told = reading("Hooded men burned two buses in Lima on Sunday and killed three miners.")
    assert [e.type for e in told.events] == ["killing"]


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("A bomb exploded at a bank in Lima on Sunday.", "bank"),
        ("A car bomb exploded in front of a hotel in Lima on Sunday.", "hotel"),
        ("A bomb went off outside the main office of the union in Lima on Sunday.", "main office"),
    ],
)
def test_the_building_at_which_a_bomb_goes_off_is_its_target(text: str, target: str) -> None:
    told = event(reading(text), kind="bombing")
    assert (told.targets, told.places) == ((target,), ("Lima", "Peru"))


def test_an_embassy_is_not_in_its_state() -> None:
    told = event(reading("A bomb exploded in front of the embassy of Norway in Lima on Sunday."), kind="bombing")
    assert told.places == ("Lima", "Peru")


def test_another_bomb_is_another_bombing() -> None:
    told = reading("A bomb exploded at a bank in Lima on Sunday. Another bomb exploded at a school.")
    assert [e.targets for e in told.events if e.type == "bombing"] == [("bank",), ("school",)]


def test_where_and_when_stand_behind_the_second_of_two_verbs() -> None:
    told = event(reading("A depot was attacked and badly damaged in Lima on 3 March 2024."), kind="attack")
    assert told.places == ("Lima", "Peru")
    assert told.when is not None
    assert str(told.when.first) == "2024-03-03"


@pytest.mark.parametrize("who", ["Former minister Ann Rudd", "Former Lima mayor Bo Quist"])
def test_what_somebody_was_before_makes_the_deed_no_older(who: str) -> None:
    assert not event(reading(f"{who} was shot dead by two men on a motorcycle."), kind="shooting").background


def test_capital_acts_for_its_state() -> None:
    text = "The raid led Stockholm to retaliate by striking a depot in Norway."
    assert event(reading(text), actor="Sweden").type == "strike"


def test_backed_by_a_state_is_not_the_state() -> None:
    told = reading("A drone strike by Norway-backed militants on a depot in Sweden killed three.")
    assert all("Norway" not in e.actors for e in told.events)


def test_feared_events_did_not_happen() -> None:
    told = reading("Norway struck a depot in Sweden on Monday. Finland warned of a possible strike on Denmark.")
    assert {e.realis for e in told.events if "Finland" in e.actors or "Denmark" in e.targets} <= {"hypothetical"}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Police thwarted an attempted bombing in Lima on Monday.", "bombing"),
        ("Police defused a bomb at a school in Lima on Monday.", "bombing"),
        ("A dynamite charge was deactivated in Lima on Monday.", "bombing"),
        ("Gunmen tried to kidnap the mayor in Lima on Monday.", "kidnapping"),
        ("An attempt on the life of a judge in Lima failed on Monday.", "killing"),
        ("Police foiled an attempt to blow up a bridge near Lima on Monday.", "bombing"),
    ],
)
def test_what_came_to_nothing_was_attempted(text: str, kind: str) -> None:
    told = event(reading(text), kind=kind)
    assert (told.realis, told.places[0]) == ("attempted", "Lima")


@pytest.mark.parametrize(
    "text", ["The attempted murder of Senator Boris Vance shocked Lima.", "Gunmen tried to kill Senator Boris Vance in Lima."]
)
def test_who_was_to_be_killed_was_not(text: str) -> None:
    told = reading(text)
    assert {c.stance for c in told.claims if c.attribute == "killed"} <= {"expected"}
    assert not [c for c in told.claims if c.attribute == "victims"]


def test_who_was_tried_for_killing_killed() -> None:
    assert all(e.realis != "attempted" for e in reading("He was tried for killing nine people in Lima.").events)


@pytest.mark.parametrize("cause", ["natural gas explosion", "gas explosion", "boiler explosion", "mudslide"])
def test_what_nobody_meant_is_an_accident(cause: str) -> None:
    assert event(reading(f"A {cause} killed nine people in Lima on Monday.")).type == "accident"


@pytest.mark.parametrize(
    "text",
    [
        "Rebels took nine teachers hostage in Lima on Monday.",
        "Nine teachers were taken hostage in Lima by rebels on Monday.",
        "Rebels are holding nine teachers captive in Lima.",
    ],
)
def test_hostages_are_of_one_rule(text: str) -> None:
    told = reading(text)
    assert event(told).type == "kidnapping" and event(told).places[0] == "Lima"
    assert {c.rule for c in told.claims if c.attribute == "place"} == {"event.hostages"}


def test_a_village_named_at_the_start_is_the_place() -> None:
    assert event(reading("In the village of Zenda rebels set fire to the telephone exchange.")).places == ("Zenda",)


def test_the_next_deed_of_a_list_is_not_what_the_first_hit() -> None:
    told = reading("The attack on the bank and the attack on the school were condemned in Lima.")
    assert sorted(e.targets for e in told.events) == [("bank",), ("school",)]


def test_crime_in_a_charge_is_no_event() -> None:
    told = reading("The driver faces four counts of attempted murder.")
    assert all(e.type != "killing" for e in told.events)


def test_alarm_is_no_bomb() -> None:
    assert all(e.type != "bombing" for e in reading("The fire alarm went off at the school in Lima.").events)


@pytest.mark.parametrize("text", ["A fire engine was sold in Lima.", "They set off a fire alarm in Lima.", "A fire brigade helped."])
def test_what_fights_fires_is_no_fire(text: str) -> None:
    assert all(e.type != "fire" for e in reading(text).events)


def test_older_events_are_background() -> None:
    told = reading("Norway struck a depot in Sweden on Monday. On March 3, 2009, a bombing in Lima killed six.")
    old = event(told, kind="bombing")
    assert old.background and not event(told, actor="Norway").background


def test_main_event_prints_its_reasons() -> None:
    told = reading("Six miners were shot dead in Lagos on Monday. The mayor visited Abuja in April.")
    main = [e for e in told.events if e.main]
    assert len(main) == 1 and main[0].type == "shooting" and main[0].why_main


def test_target_behind_what_somebody_called_it() -> None:
    text = "Norway struck what it described as “pirate dens” in Dalarna, a province of Sweden, on Monday."
    assert event(reading(text), actor="Norway").places == ("Dalarna", "Sweden")


def test_name_that_an_aside_calls_a_village_is_a_place() -> None:
    told = event(reading("Norway struck Grankulla, a village in Sweden, on Monday."), actor="Norway")
    assert (told.targets, told.places) == ((), ("Grankulla", "Sweden"))


@pytest.mark.parametrize(
    "text",
    [
        "Norway struck a port in Sweden on Monday. Oslo said its targets belonged to the Fjord Liberation Front.",
        "Norway struck a port in Sweden on Monday. Norway said that its missiles had been aimed at the Fjord Liberation Front.",
        "Norway struck fighters with links to the Fjord Liberation Front in Sweden on Monday.",
    ],
)
def test_whose_the_targets_were(text: str) -> None:
    assert event(reading(text), actor="Norway").targets == ("Fjord Liberation Front",)


def test_two_bombs_are_no_two_sides() -> None:
    told = reading("Six people were killed on Monday when two bombs exploded in Lima.")
    assert {e.type for e in told.events} == {"bombing"}
    assert event(told).when is not None


def test_country_acts_through_its_armed_forces() -> None:
    assert event(reading("On Monday the Norwegian armed forces hit sites in Dalarna, Sweden.")).actors == ("Norway",)


def test_office_of_a_state_meets_for_it() -> None:
    told = event(reading("In Lima, the caretaker Foreign Minister of Norway held talks with his counterpart."), kind="talks")
    assert "Norway" in told.actors


@pytest.mark.parametrize(
    "text, kind, day",
    [
        ("Funeral prayers for the victims were held in Quetta on Friday.", "funeral", "2023-05-12"),
        ("The Zenda Front, a separatist group, was founded in 2012.", "founding", "2012-XX"),
        ("The suspect appeared in court in Lagos on Friday.", "trial", "2023-05-12"),
        ("In March 2023 Norway brokered a rapprochement between Chad and Sudan.", "deal", "2023-03"),
    ],
)
def test_days_that_are_not_the_days_of_a_deed(text: str, kind: str, day: str) -> None:
    told = reading(text)
    assert [c.split("@")[0].strip() for c in shown(told, "date", event(told, kind=kind))] == [f"date={day}"]


def test_a_time_that_describes_an_event_dates_it_and_nothing_else() -> None:
    told = reading("People prayed in Quetta on Thursday for the dead of Wednesday's explosions.", published="2023-05-12")
    assert [c.split("@")[0].strip() for c in shown(told, "date", event(told, kind="bombing"))] == ["date=2023-05-10"]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Police returned to Lima, where a bomb killed nine people on Monday.", ("Lima", "Peru")),
        ("Aid has reached the villages near Manta in which an earthquake killed 14 people.", ("Manta", "Ecuador")),
        ("He flew to Lima, where he was told that gunmen had killed nine people.", ()),
        ("He flew to Lima, where he spoke of the attack.", ()),
    ],
)
def test_the_place_before_where_is_that_of_its_clause(text: str, places: tuple[str, ...]) -> None:
    assert reading(text).events[0].places == places


def test_where_an_event_took_place_is_its_place_and_that_day_its_day() -> None:
    told = reading("Police spoke of an attack on a bank. The attack, which took place in Lima on May 8, hurt nobody.")
    attack = event(told, kind="attack")
    assert "Lima" in attack.places and shown(told, "date", attack) == ["date=2023-05-08"]


def test_who_says_so_in_a_town_was_not_killed_there() -> None:
    told = reading("In Lima, officials said that rebels killed two people.")
    assert event(told, kind="killing").places == ()
    assert "Lima" in event(reading("In Lima, however, rebels killed two people."), kind="killing").places


def test_a_number_behind_and_counts_another_event() -> None:
    told = reading("Nine people died in a bombing in Oslo and four in a shooting in Bergen.")
    assert "Bergen" not in event(told, kind="bombing").places
    assert event(told, kind="shooting").places[0] == "Bergen"


def test_whose_work_it_was_is_claimed_and_whose_hallmarks_it_bears_is_not() -> None:
    claimed = reading("A blast hit a bank in Oslo. The attack was the work of the Zenda Liberation Front, officials said.")
    alike = reading("A blast hit a bank in Oslo. The attack bore the hallmarks of the Zenda Liberation Front, officials said.")
    assert [c.value.members for c in claimed.claims if c.attribute == "actor"] == [("Zenda Liberation Front",)]
    assert not [c for c in alike.claims if c.attribute == "actor"]


@pytest.mark.parametrize(
    "text",
    [
        "Police foil attack on a church in Lima.",
        "An attack on the port of Lima was thwarted by guards on Monday.",
        "Officials said that a suicide attack had been averted in Lima.",
        "A bombing at the port of Lima has been narrowly averted, guards said.",
    ],
)
def test_what_was_foiled_was_tried(text: str) -> None:
    assert [e.realis for e in reading(text).events] == ["attempted"]


def test_an_attack_beside_something_foiled_has_happened() -> None:
    assert reading("An attack on the port of Lima was reported on Monday, and a plan to flee was foiled.").events[0].realis == "actual"


def test_an_injured_list_is_no_event() -> None:
    assert reading("The Hawks placed Anton Berg on injured reserve in Lima on Monday.").events == ()


@pytest.mark.parametrize(
    ("text", "strikes"),
    [
        ("The lorry was speeding when it hit the van near Lima on Monday.", 0),
        ("The ferry was close to the pier when it struck a yacht in Lima on Monday.", 0),
        ("A bus was passing when a missile came down and it hit a school in Lima on Monday.", 1),
        ("The army said that it struck a van in Lima on Monday.", 1),
    ],
)
def test_a_vehicle_that_hits_another_strikes_nobody_from_afar(text: str, strikes: int) -> None:
    assert sum(e.type == "strike" for e in reading(text).events) == strikes


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The Fjord Liberation Front overran an outpost near Lima on Monday.", ["attack"]),
        ("A town hall near Lima was stormed on Monday by fighters of the Fjord Liberation Front.", ["attack"]),
        ("Police stormed a flat in Lima on Monday where gunmen were hiding.", []),
        ("Army commandos stormed a school in Lima on Monday.", []),
        ("The Fjord Liberation Front stormed out of the talks in Lima on Monday.", []),
    ],
)
def test_who_storms_against_the_law_attacks_and_the_police_do_not(text: str, kind: list[str]) -> None:
    assert [e.type for e in reading(text).events if e.type == "attack"] == kind


@pytest.mark.parametrize(
    "text",
    [
        "No shots were fired in Lima on Monday.",
        "Not a single shot was fired in Lima on Monday.",
        "There were no clashes in Lima on Monday.",
    ],
)
def test_what_did_not_happen_is_no_event(text: str) -> None:
    assert reading(text).events == ()


def test_who_was_hit_ends_before_the_next_subject() -> None:
    told = reading("After the murder of nine judges the Fjord Liberation Front announced on Monday that it would not talk.")
    assert event(told, kind="killing").victims == ("judges",)


def test_a_deed_of_years_is_background() -> None:
    assert event(reading("The Fjord Liberation Front kidnaped nine judges between 2001 and 2009."), kind="kidnapping").background


@pytest.mark.parametrize("held", ["rebel-held", "government-controlled", "besieged"])
def test_who_holds_a_town_hides_no_place(held: str) -> None:
    told = event(reading(f"Warplanes bombed a market in the {held} town of Lima on Thursday, killing nine people."), kind="strike")
    assert told.places[:1] == ("Lima",)


@pytest.mark.parametrize(
    "text",
    [
        "Nine people were killed when a wall fell on them in Lima on Friday.",
        "Nine people were hurt in a fire that broke out when a spark set off a store of paint at a mill in Lima on Friday.",
    ],
)
def test_a_clause_with_when_tells_where_and_when_it_was(text: str) -> None:
    told = reading(text)
    (happened,) = told.events
    assert happened.places == ("Lima", "Peru")
    assert shown(told, "date", happened) == ["date=2023-05-12"]


def test_what_came_before_tells_where_it_was_and_no_day() -> None:
    told = reading("Nine people died after a wall fell on them in Lima.")
    assert event(told, kind="killing").places == ("Lima", "Peru")


def test_fireworks_blow_up_by_themselves() -> None:
    told = reading("A huge explosion at a fireworks depot killed nine people in Lima on Sunday. The explosions began at 3 a.m.")
    assert {e.type for e in told.events} == {"accident"}
    assert {e.type for e in reading("A huge explosion at a bank killed nine people in Lima on Sunday.").events} == {"bombing"}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("A fuel tanker overturned and exploded near Lima on Monday.", "accident"),
        ("A boiler blew up in Lima on Monday.", "accident"),
        ("Rebels blew up a pipeline near Lima on Monday.", "bombing"),
        ("A plant was blown up in Lima on Monday.", "bombing"),
    ],
)
def test_what_blows_up_by_itself_was_not_bombed(text: str, wanted: str) -> None:
    assert {mention.type for mention in reading(text).events} == {wanted}


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Gunmen stopped a bus near Lima on Monday and killed nine people.", ("Lima",)),
        ("He studied in Lima and killed nine people on Monday.", ()),
    ],
)
def test_what_they_did_just_before_tells_where_they_did_it(text: str, place: tuple[str, ...]) -> None:
    assert reading(text).events[0].places[:1] == place
