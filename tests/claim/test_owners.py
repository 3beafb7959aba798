"""Figures that are no tolls: what they are of, and whose they are."""

from __future__ import annotations

import pytest

from discrepancy.model.values import exactly
from tests.claim.reader import claims, event, reading, shown


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("A 5.9-magnitude earthquake shook Lima on Sunday.", ["magnitude=5.9"]),
        ("An earthquake shook Lima on Sunday. The office put its magnitude at 6.1.", ["magnitude=6.1"]),
        ("An earthquake shook the town of Lima on Sunday. A 5.2 magnitude aftershock came at noon.", []),
        ("An earthquake shook the town of Lima on Sunday. Shares of the bank fell by 6.1 percent.", []),
    ],
)
def test_strength_of_a_quake(text: str, wanted: list[str]) -> None:
    assert shown(reading(text), "magnitude") == wanted


def test_a_figure_belongs_to_the_event_of_its_clause_or_of_the_sentence_before() -> None:
    told = reading("An earthquake shook Lima on Sunday and flattened nine villages. Its magnitude was 6.1.")
    quake = event(told, kind="quake")
    assert shown(told, "count", quake) == ["count{villages}=9 scope=destroyed"]
    assert shown(told, "magnitude", quake) == ["magnitude=6.1"]


def test_older_times_are_not_the_main_event() -> None:
    told = reading("An earthquake shook Lima on Sunday. Decades ago floods destroyed nine villages.")
    quake = event(told, kind="quake")
    assert shown(told, "count", quake) == []


def test_what_has_been_felt_since_is_of_now() -> None:
    first = "An earthquake shook the town of Lima on Sunday. "
    assert shown(reading(first + "Nine aftershocks have been felt since."), "count") == ["count{aftershocks}=9"]


def test_what_has_been_so_for_decades_is_of_now() -> None:
    told = reading("An earthquake shook Lima on Sunday. It destroyed nine villages where farmers have lived for decades.")
    assert shown(told, "count", event(told, kind="quake")) == ["count{villages}=9 scope=destroyed"]


def test_two_readings_of_one_fall_are_one_figure() -> None:
    told = reading("A climber was killed after falling about 60 metres (200 feet) from a ridge.")
    assert shown(told, "distance") == ["distance{fall}=~60 unit=metres", "distance{fall}=200 unit=ft"]


def test_each_currency_is_a_question_of_its_own() -> None:
    told = reading("Thieves robbed a jeweller in Lima and made off with 85 million euros ($108 million).")
    assert [(c.value.low, c.unit, c.scope) for c in claims(told, "money")] == [  # type: ignore[union-attr]
        (85_000_000, "EUR", "currency:EUR"),
        (108_000_000, "USD", "currency:USD"),
    ]


def test_what_a_person_has_is_the_persons() -> None:
    told = reading("Ann Rudd, a mother of 13, was shot in Lima on Sunday. Carlos Quispe has three prior convictions.")
    assert [(c.entity, c.event, c.population) for c in claims(told, "count")] == [
        ("Ann Rudd", "", "children"),
        ("Carlos Quispe", "", "convictions"),
    ]


def test_a_make_is_no_count() -> None:
    told = reading("Pirates attacked a tanker, and sailors seized six AK - 47 rifles.")
    assert [c.population for c in claims(told, "count")] == ["rifles"]


@pytest.mark.parametrize(
    "text",
    [
        "A man was shot in the port of Lima. This is image 5 of 11 Ann Rudd and the others of the family.",
        "A man was shot in Lima. Police came to 19 Elm St. and found him.",
        "A man was shot in Lima. His father was one of the Elm 8 street boys.",
        "A shop in Lima was robbed. Men drove a large 4×4 car into it.",
    ],
)
def test_house_numbers_pictures_and_makes_are_no_figures(text: str) -> None:
    assert [c.evidence.exact for c in claims(reading(text), "count") if c.value != exactly(5)] == []


def test_a_sum_in_brackets_in_dollars_of_its_own_is_no_other_sum() -> None:
    told = reading("A church in Lima burned on Sunday. The damage to the roof was put at $US1 million ($1.52 million).")
    assert [(c.unit, c.evidence.exact) for c in claims(told, "money")] == [("USD", "$US1 million")]


def test_a_loose_count_is_a_loose_claim() -> None:
    told = reading("An earthquake shook Lima on Sunday and flattened several villages.")
    assert [c.loose for c in claims(told, "count")] == [True]


def test_how_long_as_the_words_bound_it() -> None:
    told = reading("The gunmen were killed in Lima after a siege that lasted more than 30 hours.")
    assert shown(told, "duration") == ["duration{length}>=30 unit=hours"]


def test_a_figure_of_a_place_is_its_subjects() -> None:
    told = reading("Lima lies by the sea. Lima, which is home to about 120,000 people, was flooded on Sunday.")
    assert [c.entity for c in claims(told, "count")] == ["Lima"]


def test_a_pronoun_points_to_the_only_person_before() -> None:
    told = reading("Officer Ann Rudd was shot in Lima on Sunday. She was a 9-year veteran of the force and had two children.")
    assert [(c.attribute, c.entity) for c in told.claims if c.attribute in ("count", "duration")] == [
        ("duration", "Ann Rudd"),
        ("count", "Ann Rudd"),
    ]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Bo Quist praised 9-year veteran Officer Ann Rudd after the raid in Lima on Sunday.", "Ann Rudd"),
        ("Bo Quist, a 9-year veteran, praised Ann Rudd after the raid in Lima on Sunday.", "Bo Quist"),
    ],
)
def test_a_figure_before_a_name_is_of_whom_it_names(text: str, who: str) -> None:
    assert [c.entity for c in claims(reading(text), "duration")] == [who]


def test_a_figure_nobody_owns_is_told_and_has_no_event() -> None:
    told = reading("A bomb exploded in Lima on Sunday. The mayor is 300 metres tall in his own eyes.")
    assert [(c.event, c.entity) for c in claims(told, "distance")] == [("", "")]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Raids hit Lima on Sunday. At noon 18 of the 31 lorries were destroyed.", ["count{lorries}=18 scope=destroyed"]),
        ("An earthquake shook Lima on Sunday. Clerks listed 355 damaged houses.", ["count{houses}=355 scope=damaged"]),
        ("An earthquake shook Lima on Sunday. We had 56 shops suffering serious damage.", ["count{shops}=56 scope=damaged"]),
        ("A storm hit Lima on Sunday with winds of 90 miles per hour.", ["count{wind speed}=90 unit=mph"]),
        ("A man was shot in Lima on Sunday. A clerk said so.[12]", []),
        (
            "Sailors boarded a boat of pirates who attacked a tanker, and seized seven AK-47s, two other rifles and 300 rounds.",
            ["count{rifles}=7", "count{other rifles}=2", "count{rounds}=300"],
        ),
    ],
)
def test_what_a_number_counts(text: str, wanted: list[str]) -> None:
    told = reading(text)
    owned = {claim.event for claim in told.claims} - {""}
    assert [line for e in told.events if e.id in owned for line in shown(told, "count", e)] == wanted


def test_whose_verb_follows_is_no_part_of_what_is_counted() -> None:
    told = reading("A woman was shot in Lima on Sunday. Three men opened fire from a car, and two clerks opened a door.")
    assert shown(told, "count") == ["count{gunmen}=3", "count{clerks}=2"]


def test_a_verb_behind_what_is_counted_is_no_part_of_it() -> None:
    told = reading("A strike at a shipyard in Gdynia on Monday by 2,400 workers cost the company $18 million.")
    assert [c.population for c in claims(told, "count")] == ["workers"]
    assert [c.population for c in claims(told, "money")] == ["cost"]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("A quake struck Tumaco island, home to 120,000 people.", "Tumaco Island"),
        ("Houses on Tumaco Island fell. The island, which has about 120,000 residents, is poor.", "Tumaco Island"),
        (
            "A quake hit Tumaco Island. Shops shut. Officials were calm. People of the island, which lies off Lima and is home to "
            "120,000 people, slept outside.",
            "Tumaco Island",
        ),
        ("A quake hit Lima, a town that is home to 120,000 people.", "Lima"),
    ],
)  # fmt: skip
def test_an_island_is_not_its_town(text: str, wanted: str) -> None:
    assert [(c.entity, c.population) for c in reading(text).claims if c.attribute == "count"] == [(wanted, "residents")]


def test_a_number_before_two_sorts_of_people_counts_both() -> None:
    told = reading("Pirates attacked a ship off Lima on Sunday. A liner will fly out some 420 passengers and crew.")
    assert [c.population for c in claims(told, "count")] == ["passengers and crew"]
    told = reading("Pirates attacked a ship off Lima on Sunday. A liner will fly out 246 passengers and most of its crew.")
    assert [c.population for c in claims(told, "count")] == ["passengers"]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("It was licensed to carry 110 passengers.", "count{capacity}=110"),
        ("It had 120 passengers and crew.", "count{aboard}=120"),
        ("It came down nine kilometres from the runway.", "distance{distance from the runway}=9 unit=km"),
        (
            "The families of the dead will get $5,000 for each bereaved family.",
            "money{compensation a family}=5000 unit=USD scope=currency:USD",
        ),
    ],
)
def test_figures_of_a_disaster_are_told_by_their_words(text: str, wanted: str) -> None:
    told = reading(f"A plane crashed near the town of Lima on Sunday, killing nine people. {text}")
    attribute = wanted.partition("{")[0]
    assert shown(told, attribute, event(told, kind="accident")) == [wanted]


def test_the_hour_of_leaving_is_not_that_of_the_crash() -> None:
    told = reading("A ferry sank off the town of Lima on Sunday at 9 p.m. It had left the port at 6 p.m. with nine people.")
    assert sorted(shown(told, "time")) == ["time=18:00 scope=departure", "time=21:00"]


def test_of_the_cars_of_a_train_some_left_the_rails() -> None:
    told = reading("A train crashed near the town of Lima on Sunday. Five of the train's eight carriages left the track.")
    assert shown(told, "count", event(told, kind="accident")) == ["count{derailed carriages}=5"]
