"""Days that tell one event from another of its kind, and those that do not."""

from __future__ import annotations

import pytest

from tests.claim.reader import claims, event, reading, shown


def test_two_killings_on_two_days_stay_two() -> None:
    told = reading(
        "Sweden said its strikes in Norway killed nine people on May 10. "
        "On May 12, nine Swedish miners were shot dead by unknown gunmen near Tromso."
    )
    assert len({c.event for c in claims(told, "killed")}) == 2


@pytest.mark.parametrize(
    "text",
    [
        "The army struck a camp near Tabriz two days after the bombing, the ministry said.",
        "Two days after the bombing, the army struck a camp near Tabriz, the ministry said.",
    ],
)
def test_what_counts_its_day_from_an_event_is_another_one(text: str) -> None:
    told = reading(f"A bomb killed nine people in the market of Kerman on Sunday. {text}")
    bombing, strike = event(told, kind="bombing"), event(told, kind="strike")
    assert bombing.id != strike.id
    assert claims(told, "killed", strike) == []


def test_an_event_of_a_month_is_not_that_of_sunday() -> None:
    told = reading(
        "A quake shook the coast near Tumaco on Sunday. The same coast was hit by a 6.1 quake in September. "
        "That tremor killed at least six people. The quake on Sunday injured two."
    )
    first, second = (e for e in told.events if e.type == "quake")
    assert first.main and second.background
    assert shown(told, "killed", second) == ["killed>=6"]
    assert shown(told, "killed", first) == []


@pytest.mark.parametrize("what", ["An epidemic of cholera", "A flood", "A landslide"])
def test_an_event_of_a_year_gone_is_none_that_goes_on(what: str) -> None:
    told = reading(f"{what} has killed 63 people near Tumaco. {what} killed 450 people in the same district in 1997.")
    first, second = (e for e in told.events if e.type in ("flood", "accident", "outbreak"))
    assert (shown(told, "killed", first), shown(told, "killed", second)) == (["killed=63"], ["killed=450"])


@pytest.mark.parametrize("earlier", ["In Ocaña last year's outbreak", "The epidemic of 1997"])
def test_what_comes_again_is_told_apart_by_its_year(earlier: str) -> None:
    told = reading(f"An outbreak of cholera has killed 63 people near Tumaco. {earlier} killed 450 people.")
    first, second = (e for e in told.events if e.type == "outbreak")
    assert (shown(told, "killed", first), shown(told, "date", first)) == (["killed=63"], [])
    assert len(shown(told, "date", second)) == 1


def test_a_crime_keeps_its_year() -> None:
    told = reading("Two men are on trial for a bombing that killed 63 people in Tumaco. The bombing of 1997 shook the country.")
    assert [e.type for e in told.events if e.type == "bombing"] == ["bombing"]


def test_an_event_of_a_month_years_ago_is_none_of_the_news() -> None:
    told = reading("A quake has hit southern Peru, killing 63 people. A 6.7-strength quake killed 450 people in Nazca in December 1997.")
    first, second = (e for e in told.events if e.type == "quake")
    assert (shown(told, "killed", first), shown(told, "killed", second)) == (["killed=63"], ["killed=450"])


def test_an_event_of_a_month_may_be_all_an_article_tells() -> None:
    told = reading("Quake kills six in Tumaco\n\nA quake in September killed six people in Tumaco. The quake hurt twelve.")
    assert [e.type for e in told.events] == ["quake"]


def test_a_month_beside_the_deaths_is_that_of_their_quake() -> None:
    told = reading(
        "A quake hit the coast near Tumaco on Sunday and killed nine. A quake killed 900 in the town of Ocaña in 2003, and 600 people died "
        "in Maicao in February in a quake of magnitude 6.4."
    )
    first, *others = (e for e in told.events if e.type == "quake")
    assert (shown(told, "killed", first), len(others)) == (["killed=9"], 2)


@pytest.mark.parametrize("kind", ["shooting", "bombing"])
def test_a_day_after_another_of_its_kind(kind: str) -> None:
    told = reading(f"A {kind} in Lima on Sunday killed nine. It came a day after a {kind} that killed two people at a bar.")
    first, second = (e for e in told.events if e.type == kind)
    assert (shown(told, "killed", first), shown(told, "killed", second)) == (["killed=9"], ["killed=2"])
    assert second.background


def test_a_picture_of_another_day_shows_something_older() -> None:
    told = reading(
        "Police at the scene of a shooting in Lagos on 4 March 2019. (Photo: Ada Berg)\n\n"
        "Two people were shot dead in Lagos on Saturday, officials said."
    )
    assert [(e.main, e.background) for e in told.events if e.type == "shooting"] == [(False, True), (True, False)]


def test_two_days_behind_the_verb_are_two_events() -> None:
    told = reading("A quake shook the coast near Tumaco on Sunday. A quake damaged the port on 4 January and hurt nine people.")
    assert len([e for e in told.events if e.type == "quake"]) == 2


def test_people_killed_weeks_apart_were_killed_in_two_events() -> None:
    told = reading(
        "The house was rented by Jan Olsen, who was killed a week ago. A friend, Per Berg, who was killed on the coast six weeks ago, paid."
    )
    assert len([e for e in told.events if e.type == "killing"]) == 2


def test_what_lies_far_back_is_background() -> None:
    told = reading("Talks are to begin on Tuesday about 1,000 civilians who were kidnapped by rebels more than five years ago.")
    assert event(told, kind="kidnapping").background


def test_who_was_shot_hours_before_a_murder_was_hit_by_another_deed() -> None:
    told = reading("Boris Vance's murder came 12 hours after gunmen shot Ann Rudd.")
    assert event(told, kind="killing").victims == ("Boris Vance",) and event(told, kind="shooting").victims == ("Ann Rudd",)


def test_who_died_hours_after_he_was_shot_is_one() -> None:
    assert len([e for e in reading("Boris Vance died 12 hours after gunmen shot him.").events if e.type in ("killing", "shooting")]) == 1


def test_who_is_sentenced_for_stealing_stole_on_another_day() -> None:
    told = reading("A clerk was sentenced to six years in prison on Thursday for stealing 312 gold coins from a museum in Lima.")
    assert shown(told, "date", event(told, kind="theft")) == []
    assert len(shown(told, "date", event(told, kind="trial"))) == 1


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Rovers won the cup final in Lima on Sunday, beating United on penalties.", {"contest"}),
        ("Friends said their final farewells in Lima on Sunday.", set()),
        ("Two hikers were found alive near Lima on Sunday.", {"rescue"}),
        ("A girl went missing in Lima on Sunday.", {"disappearance"}),
        ("A tie went missing from the final draft.", set()),
    ],
)
def test_finals_and_people_lost_and_found_have_days_of_their_own(text: str, kinds: set[str]) -> None:
    assert {e.type for e in reading(text).events} == kinds


def test_an_attack_of_years_ago_on_something_new_is_no_part_of_the_news() -> None:
    told = reading(
        "An army operation near Lima left nine rebels dead, officials said. Their leader had led the attack on a hotel in 2017.",
        "2021-11-03",
    )
    assert len([event for event in told.events if event.type == "attack"]) == 2


@pytest.mark.parametrize("day", ["By Monday", "As of Monday", "By Monday morning"])
def test_the_day_until_which_the_dead_are_counted_parts_no_event(day: str) -> None:
    told = reading(f"A dam broke in Lima on Friday. {day} 58 people were dead and 305 missing.")
    assert {c.event for c in claims(told, "killed")} == {event(told, kind="accident").id}
