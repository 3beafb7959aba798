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


def test_another_bomb_is_another_bombing() -> None:
    told = reading("A bomb exploded at a bank in Lima on Sunday. Another bomb exploded at a school.")
    assert [e.targets for e in told.events if e.type == "bombing"] == [("bank",), ("school",)]


@pytest.mark.parametrize("who", ["Former minister Ann Rudd", "Former Lima mayor Bo Quist"])
def test_what_somebody_was_before_makes_the_deed_no_older(who: str) -> None:
    assert not event(reading(f"{who} was shot dead by two men on a motorcycle."), kind="shooting").background


def test_capital_acts_for_its_state() -> None:
    text = "The raid led Stockholm to retaliate by striking a depot in Norway."
    assert event(reading(text), actor="Sweden").type == "strike"


def test_backed_by_a_state_is_not_the_state() -> None:
    told = reading("A drone strike by Norway-backed militants on a depot in Sweden killed three.")
    assert all("Norway" not in e.actors for e in told.events)


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


def test_the_next_deed_of_a_list_is_not_what_the_first_hit() -> None:
    told = reading("The attack on the bank and the attack on the school were condemned in Lima.")
    assert sorted(e.targets for e in told.events) == [("bank",), ("school",)]


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


def test_a_number_behind_and_counts_another_event() -> None:
    told = reading("Nine people died in a bombing in Oslo and four in a shooting in Bergen.")
    assert "Bergen" not in event(told, kind="bombing").places
    assert event(told, kind="shooting").places[0] == "Bergen"


def test_whose_work_it_was_is_claimed_and_whose_hallmarks_it_bears_is_not() -> None:
    claimed = reading("A blast hit a bank in Oslo. The attack was the work of the Zenda Liberation Front, officials said.")
    alike = reading("A blast hit a bank in Oslo. The attack bore the hallmarks of the Zenda Liberation Front, officials said.")
    assert [c.value.members for c in claimed.claims if c.attribute == "actor"] == [("Zenda Liberation Front",)]
    assert not [c for c in alike.claims if c.attribute == "actor"]


def test_who_was_hit_ends_before_the_next_subject() -> None:
    told = reading("After the murder of nine judges the Fjord Liberation Front announced on Monday that it would not talk.")
    assert event(told, kind="killing").victims == ("judges",)


def test_a_deed_of_years_is_background() -> None:
    assert event(reading("The Fjord Liberation Front kidnaped nine judges between 2001 and 2009."), kind="kidnapping").background
