"""Whether two figures are of one thing: what few words join, who of several was hit, whose age it is."""

from __future__ import annotations

import pytest
from articles_checked import findings
from claim_making import across, claim

from discrepancy.rulebook import rulebook

BOOK = rulebook()
ALTON = "A gunman shot four people at a mill in Alton, Texas, on Monday, killing Ann Rudd and wounding three others. One was a clerk."


def rows(attribute: str, *texts: str) -> set[tuple[str, str]]:
    """Row and level of the findings on one attribute."""
    return {(f.rule, f.level) for f in findings(*(("2024-03-05", text) for text in texts)) if f.question.attribute == attribute}


def test_two_figures_that_share_a_noun_and_no_more_are_a_note() -> None:
    told = "Pirates in {} attacked a tanker off Aden on Monday, and the merchant vessel from Genoa was boarded around noon. They fled."
    boats = [
        told.format("two boats"),
        told.format("three boats"),
    ]
    assert rows("count", *boats) == {("decide.conflicts", "warning")}
    apart = [
        f"{told.format('skiffs')} The pirates kept two boats for fishing.",
        f"{told.format('skiffs')} A frigate found three boats of pirates in a harbour.",
    ]
    assert rows("count", *apart) == {("decide.few-words", "note")}


def test_whose_dollars_are_meant_is_open_where_an_article_gives_one_number_in_two() -> None:
    told = "Thieves broke into a bank in Dorn on Monday. The robbers stole jewels worth {} from its vault. Guards found a drill there."
    there = told.format("$20 million")
    both = f"{told.format('S$29 million')} The loot of $29 million is gone."
    assert rows("money", both, there) == {("decide.other-dollars", "note")}
    assert rows("money", told.format("$29 million"), there) == {("decide.conflicts", "warning")}


SNOW = "Heavy snow fell on Dorn on Monday. The storm hit Dorn airport and brought down power lines. {}"


@pytest.mark.parametrize(
    ("one", "other", "row"),
    [
        ("There 41 flights were cancelled.", "On Monday 61 flights were cancelled there.", {("decide.conflicts", "warning")}),
        # A word of another clause says nothing of the count.
        ("There 41 flights were late.", "On Monday 61 flights came in, but the ferry was late.", {("decide.few-words", "note")}),
        # Who counts two sorts is asked of the likelier one.
        (
            "There 12 flights were late. Another 41 flights were cancelled.",
            "On Monday 61 flights were cancelled there.",
            {("decide.conflicts", "warning")},
        ),
        # So close, and so many, that no word is needed; and too few of them.
        ("The barns held 312 crates.", "The army found 321 crates.", {("decide.conflicts", "warning")}),
        ("The barns held 12 crates.", "The army found 13 crates.", set()),
        ("The barns held 312 guests.", "The army found 321 guests.", set()),
        # A name of several words is that of one sort of things; of people there are several.
        ("It broke nine street lamps.", "Workers look after 12 street lamps which the wind felled.", {("decide.conflicts", "warning")}),
        ("It cut off nine guest workers.", "Officials look after 12 guest workers whom the wind woke.", set()),
    ],
)
def test_what_either_article_counts_once_needs_one_word_of_its_clause(one: str, other: str, row: set[tuple[str, str]]) -> None:
    assert rows("count", SNOW.format(one), SNOW.format(other)) == row


def test_a_bare_sum_meets_one_that_has_a_name() -> None:
    fire = "A fire destroyed a mill in Dorn on Monday. {}"
    named, bare = (
        "Insurers put the damage at $3 million.",
        "Insurers fear $5 million, which is what they think that all this damage comes to.",
    )
    assert rows("money", fire.format(named), fire.format(bare)) == {("decide.conflicts", "warning")}


@pytest.mark.parametrize(
    ("named", "bare", "row"),
    [
        ("She announced savings of $120 million.", "Cost savings are put at $150 million.", {("decide.conflicts", "warning")}),
        # Two sums near to each other, and neither has a noun.
        ("She announced savings of $120 million.", "Cost savings are put at $150 million. Analysts spoke of $210 million.", set()),
        ("She announced savings of $120 million.", "Analysts spoke of $150 million.", set()),
    ],
)
def test_a_sum_without_a_noun_is_of_what_its_sentence_names(named: str, bare: str, row: set[tuple[str, str]]) -> None:
    deal = "The brewer Rudd of Dorn bought its rival Holm on Monday, said its chairwoman, Ann Quist. {}"
    assert rows("money", deal.format(named), deal.format(bare)) == row


@pytest.mark.parametrize(
    ("bare", "row"),
    [
        ("That is 34 percent above the price at which Holm shares closed.", {("decide.conflicts", "warning")}),
        ("That is 34 percent of its own.", set()),
    ],
)
def test_a_share_without_a_noun_is_of_what_the_words_beside_it_say(bare: str, row: set[tuple[str, str]]) -> None:
    deal = "The brewer Rudd of Dorn bought its rival Holm on Monday, said its chairwoman, Ann Quist. {}"
    named = "Its offer is a premium of 28 percent over the price at which shares closed."
    assert rows("count", deal.format(named), deal.format(bare)) == row


@pytest.mark.parametrize(
    ("second", "row"),
    [
        ("Rudd was hit seven times.", ("decide.conflicts", "warning")),
        ("A waiter was shot seven times.", ("decide.one-of-several", "note")),
    ],
)
def test_where_several_were_shot_it_is_asked_who_was_hit_how_often(second: str, row: tuple[str, str]) -> None:
    assert rows("count", f"{ALTON} Rudd was shot five times.", f"{ALTON} {second}") == {row}


def test_the_hits_of_the_only_victim_are_one_question() -> None:
    alone = "A man was shot dead at a mill in Alton, Texas, on Monday. He was shot {} times, police said."
    assert rows("count", alone.format("five"), alone.format("seven")) == {("decide.conflicts", "warning")}


def test_a_family_name_alone_tells_of_no_one_of_the_family() -> None:
    first = "Bo Rudd shot his brother Karl Rudd at a mill in Alton, Texas, on Monday, police said. Later {} was held."
    texts = [first.format("Rudd, 23,"), first.format("Rudd, 45,")]
    assert rows("age", *texts) == set()
    one = "Bo Rudd shot a waiter at a mill in Alton, Texas, on Monday, police said. Later {} was held."
    assert rows("age", one.format("Rudd, 23,"), one.format("Rudd, 45,")) == {("decide.conflicts", "warning")}


def test_the_dead_at_the_scene_are_not_all_the_dead() -> None:
    texts = [
        f"A gunman opened fire at a mill in Alton, Texas, on Monday, {dead}."
        for dead in ("killing one man at the scene", "killing two men")
    ]
    assert rows("killed", *texts) == {("decide.dead-in-one-place", "note")}


def test_the_dead_were_shot_and_the_wounded_too() -> None:
    texts = [
        "A gunman shot four people at a mill in Alton, Texas, on Monday. Three of them died.",
        "Three people were killed at a mill in Alton, Texas, on Monday. All three victims were shot in the head.",
    ]
    assert {level for _, level in rows("hit", *texts)} <= {"note"}


def test_who_had_no_injuries_is_no_toll() -> None:
    texts = [
        "Bo Rudd stabbed two people at a mill in Alton, Texas, on Monday. Both were hurt.",
        "A man attacked people at a mill in Alton, Texas, on Monday. Police said Bo Rudd had no injuries.",
    ]
    assert rows("injured", *texts) == set()


def test_one_of_the_hurt_has_died_since_whoever_the_dead_are() -> None:
    texts = [
        "A gunman killed two people and wounded five others at a mill in Alton, Texas, on Monday.",
        "Three men were killed and four other people were wounded at a mill in Alton, Texas, on Monday. A gunman fled.",
    ]
    assert {level for _, level in rows("injured", *texts)} == {"note"}


def test_people_told_one_by_one_are_no_count() -> None:
    shot = "A gunman opened fire at a mill in Alton, Texas, on Monday."
    texts = [f"{shot} Two people were killed.", f"{shot} Both Karl Berg and Ida Holm were killed along with a cousin, Ann Rudd."]
    assert rows("killed", *texts) == {("decide.all-named", "note")}
    assert rows("killed", texts[0], f"{shot} Three people were killed.") == {("decide.conflicts", "warning")}


def test_tolls_of_two_towns_are_no_conflict_where_nothing_else_is_shared() -> None:
    told = "{} people were injured in a shooting at a bar in {}, Florida, on Monday, police said."
    far = rows("injured", told.format("Three", "Tampa"), told.format("Four", "Daytona Beach"))
    assert {level for _, level in far} <= {"note"}
    assert rows("injured", told.format("Three", "Tampa"), told.format("Four", "Tampa")) == {("decide.conflicts", "warning")}


def test_people_told_one_by_one_are_no_parts_that_have_to_add_up() -> None:
    shot = "Three men and one woman were shot at a mill in Alton, Texas, on Monday. A 22-year-old man was shot in the chest. {} in the arm."
    found = findings(("2024-03-05", shot.format("A 22-year-old woman was shot")))
    assert [f.rule for f in found if f.level == "error"] == []


def test_unnamed_people_two_years_apart_are_two_people() -> None:
    told = "A {}-year-old boy was killed in a shooting at a bar in Tampa, Florida, on Monday, police said."
    assert rows("age", told.format(14), told.format(16)) == {("decide.strangers-in-age", "note")}
    assert rows("age", told.format(15), told.format(16)) == {("decide.conflicts", "warning")}


PIRATES = "Pirates attacked a tanker off Aden on Monday, and sailors boarded their boat and seized {} from them."


@pytest.mark.parametrize(
    ("lower", "higher", "row"),
    [
        ("six rifles", "nine rifles", {("decide.conflicts", "warning")}),
        ("six AK-47 rifles", "nine AK-47 rifles", {("decide.conflicts", "warning")}),
        ("six AK-47s", "nine AK 47 rifles", {("decide.conflicts", "warning")}),
        ("six AK-47 rifles", "nine M-16s", set()),
        ("six AK-47 rifles", "nine assault rifles", set()),
        ("six assault rifles", "nine AK-47 rifles", {("decide.conflicts", "warning")}),
    ],
)
def test_rifles_of_one_make_are_some_of_all(lower: str, higher: str, row: set[tuple[str, str]]) -> None:
    assert rows("count", PIRATES.format(lower), PIRATES.format(higher)) == row


@pytest.mark.parametrize(
    ("lower", "higher", "row"),
    [
        ("six counts of arson", "nine counts of arson", {("decide.conflicts", "warning")}),
        ("six counts of arson", "nine counts of perjury", set()),
        ("six counts of arson", "nine charges", set()),
    ],
)
def test_charges_of_one_kind_are_held_against_that_kind(lower: str, higher: str, row: set[tuple[str, str]]) -> None:
    trial = "Bo Rudd went on trial in Alton, Texas, on Monday. Rudd was convicted on {}."
    assert rows("count", trial.format(lower), trial.format(higher)) == row


@pytest.mark.parametrize(
    ("call", "row"),
    [("6:20 p.m.", set()), ("5:40 p.m.", {("decide.conflicts", "warning")}), ("7:20 p.m.", {("decide.conflicts", "warning")})],
)
def test_the_call_comes_some_minutes_after_the_shots(call: str, row: set[tuple[str, str]]) -> None:
    shot = "Ann Rudd was shot at a mill in Alton, Texas, on Monday."
    happened = f"{shot} The shooting happened at 6:02 p.m., police said."
    called = f"{shot} Police were called to the mill at {call} and found her."
    assert rows("time", happened, called) == row


TOWN = "Councillors in Dorn led by Ann Rudd and Bo Quist met Halden Estates on Monday. {}"


@pytest.mark.parametrize(
    ("one", "other", "row"),
    [
        # A sum told once in either article needs one word beside.
        (
            "The firm will pay $8.4 million towards a primary school.",
            "It gives $4.8 million for a primary school.",
            {("decide.conflicts", "warning")},
        ),
        ("The firm will pay $8.4 million towards a primary school.", "It gives $4.8 million for a park.", set()),
        # Another sum beside leaves open which of the two is meant.
        (
            "The firm will pay $8.4 million towards a primary school and $6 million for a park.",
            "It gives $4.8 million for a primary school.",
            set(),
        ),
        # A sum that is told of another year is another sum.
        ("The firm will pay $8.4 million towards a primary school.", "It gave $4.8 million for a primary school in 2011.", set()),
        # What is put at a sum, and what costs it, is the cost.
        ("The school will cost $375 million.", "Experts put the cost of the school at $395 million.", {("decide.conflicts", "warning")}),
    ],
)
def test_a_sum_that_either_article_tells_once_needs_one_word(one: str, other: str, row: set[tuple[str, str]]) -> None:
    assert rows("money", TOWN.format(one), TOWN.format(other)) == row


def test_a_figure_of_another_year_is_another_figure() -> None:
    told = "Councillors in Dorn approved a plan for 1,200 homes on Monday, Ann Rudd and Bo Quist of Halden Estates said."
    assert rows("count", told, told.replace("1,200", "1,500")) == {("decide.conflicts", "warning")}
    assert rows("count", told, "Ann Rudd and Bo Quist of Halden Estates told councillors in Dorn of a plan for 800 homes in 2011.") == set()


def test_one_name_and_one_figure_with_its_noun_make_a_story() -> None:
    one = "Halden Estates will build 360 flats in Dorn. The firm promised $8.4 million towards a primary school."
    other = "A park in Marl is to go. Halden Estates wants 360 flats there. It gives $4.8 million for a primary school."
    assert rows("money", one, other) == {("decide.conflicts", "warning")}
    assert rows("money", one, other.replace("360", "470")) == set()


@pytest.mark.parametrize(("other", "verdicts"), [("95000000", ["unclear"]), ("99000000", ["conflicts"]), ("139000000", ["conflicts"])])
def test_an_article_that_has_the_others_figure_as_well_tells_of_a_total_or_of_a_part(other: str, verdicts: list[str]) -> None:
    total = claim("money{fine}=140000000 unit=USD scope=currency:USD", "a", 0)
    part = claim(f"money{{penalty}}={95000000 if other != '139000000' else other} unit=USD scope=currency:USD", "a", 1, at=80)
    found = across(BOOK, total, part, claim(f"money{{fine}}={other} unit=USD scope=currency:USD", "b", 2))
    assert [f.verdict for f in found] == verdicts


def test_a_headline_without_the_hedge_of_the_text_gives_no_second_figure() -> None:
    told = "Thieves robbed a jeweller in Lima on Monday of jewels worth $4 million. Police said that the loot was worth about $4 million."
    other = "Thieves who robbed a jeweller in Lima on Monday took jewels worth $7 million. They fled on foot, the police said."
    assert ("decide.conflicts", "warning") in rows("money", told, other)
