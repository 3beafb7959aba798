"""What is shared every week in a large set ties no two articles; what is shared once, or by thirty reports of one thing, does."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta

import pytest
from test_linked_events import RULES, grouped, inside, mention, reading, seen

from discrepancy.link.company import Company
from discrepancy.link.profiles import Profile, profiles
from discrepancy.link.ties import finest
from discrepancy.model.claims import Claim, Name, NameKind, Reading
from discrepancy.model.text import Span
from discrepancy.model.values import Clock, When, day, exactly
from discrepancy.rulebook.kinds.linking import LinkThreshold

DAY = date(2024, 3, 5)
CROWD = RULES.of(LinkThreshold)[0].crowd


def told(article: str, place: str, when: date | None = DAY, killed: int = 12, actors: tuple[str, ...] = ()) -> Reading:
    at = day(when) if when else None
    return reading(mention(article, main=True, places=(place, "NORLAND"), when=at, actors=actors), killed=killed)


def crowd() -> list[Reading]:
    return [told(f"m{number:03}", f"Town {number}", killed=1000 + number) for number in range(CROWD)]


def weekly(place: str, **more: object) -> list[Reading]:
    """Twenty strikes in one place, ten days from each other."""
    return [told(f"w{number:03}", place, DAY + timedelta(days=10 * number), 100 + number, **more) for number in range(-10, 11) if number]  # type: ignore[arg-type]


def joined(*readings: Reading, published: Mapping[str, date] | None = None) -> bool:
    return {"a:event:1", "b:event:1"} in grouped(*readings, *crowd(), published=published)


def leads(*readings: Reading) -> list[Profile]:
    """What articles are chiefly about."""
    return [replace(found, lead=True) for one in readings for found in profiles(one, lambda name: name == "NORLAND", ("road", "street"))]


def test_a_place_told_of_every_other_week_ties_no_two() -> None:
    pair = told("a", "Aldby"), told("b", "Aldby", killed=14)
    assert joined(*pair)
    assert joined(*pair, *weekly("Birk"))
    assert not joined(*pair, *weekly("Aldby"))


def test_a_party_that_strikes_every_other_week_ties_no_two() -> None:
    pair = told("a", "Aldby", actors=("Harbour Front",)), told("b", "Birk", killed=14, actors=("Harbour Front",))
    assert not joined(*pair, *weekly("Corin", actors=("Harbour Front",)))


def campaign(party: str) -> list[Reading]:
    """What one party does on one day in six towns."""
    return [told(f"s{number}", f"Sett {number}", killed=200 + number, actors=(party,)) for number in range(6)]


def test_what_one_party_does_all_over_a_land_is_of_one_day_and_one_place() -> None:
    def pair(place: str, later: int, killed: int = 12) -> tuple[Reading, Reading]:
        one = told("a", "Aldby", actors=("Harbour Front",))
        return one, told("b", place, DAY + timedelta(days=later), killed, ("Harbour Front",))

    assert joined(*pair("Aldby", 1))
    assert not joined(*pair("Aldby", 1), *campaign("Harbour Front"))
    assert joined(*pair("Aldby", 1), *campaign("Fell Brigade"))  # what others do says nothing of it
    assert joined(*pair("Aldby", 0, killed=14), *campaign("Harbour Front"))
    assert joined(*pair("Aldby", 0), *campaign("Harbour Front"))


def naming(found: Reading, name: str, kind: NameKind) -> Reading:
    """A report that names somebody or something."""
    return replace(found, names=(Name(kind, name, Span(0, 1)),))


def test_what_no_day_is_told_of_had_happened_when_its_article_came_out() -> None:
    pair = naming(told("a", "Aldby", None), "Ada Brandt", "person"), naming(told("b", "Aldby"), "Ada Brandt", "person")
    assert joined(*pair)
    assert joined(*pair, published={"a": DAY + timedelta(days=90)})
    assert not joined(*pair, published={"a": DAY - timedelta(days=30)})


def test_a_place_and_its_police_are_told_of_again_after_months() -> None:
    pair = naming(told("a", "Aldby", None), "Aldby Police", "group"), naming(told("b", "Aldby"), "Aldby Police", "group")
    assert joined(*pair)
    assert joined(*pair, published={"a": DAY + timedelta(days=3)})
    assert not joined(*pair, published={"a": DAY + timedelta(days=90)})


def test_a_year_is_no_day_that_two_share() -> None:
    other = told("b", "Aldby", killed=30)
    of_year = replace(other, events=(replace(other.events[0], when=When(date(2024, 1, 1), date(2024, 12, 31), "year")),))
    assert joined(told("a", "Aldby"), other)
    assert not joined(told("a", "Aldby"), of_year)


def test_an_undated_report_of_the_week_is_held_against_strangers_of_the_week() -> None:
    elsewhen = told("w1", "Aldby", DAY - timedelta(days=900), 44), told("w2", "Aldby", DAY - timedelta(days=400), 55)
    pair = told("a", "Aldby", None), told("b", "Aldby")
    assert not joined(*pair, *elsewhen)
    assert joined(*pair, *elsewhen, published={"a": DAY + timedelta(days=1)})


def test_a_place_alone_ties_no_two_that_agree_in_nothing() -> None:
    assert joined(told("a", "Aldby"), told("b", "Aldby", DAY + timedelta(days=2)))
    assert joined(told("a", "Aldby"), told("b", "Aldby", killed=30))
    assert not joined(told("a", "Aldby"), told("b", "Aldby", DAY + timedelta(days=2), killed=30))


def with_one_named(article: str, place: str, when: date, killed: int) -> Reading:
    """A report that counts the dead and names one of them with her age."""
    found = told(article, place, when, killed)
    event = found.events[0].id
    one = Claim(f"{article}:1", article, "killed", exactly(1), seen(article, "one"), "r", event=event)
    age = Claim(f"{article}:a", article, "age", exactly(40), seen(article, "40"), "r", event=event, entity="Ada Brandt")
    return replace(found, claims=(*found.claims, one, age))


def test_one_among_the_dead_is_no_toll_that_two_reports_share() -> None:
    one, other = with_one_named("a", "Aldby", DAY, 12), with_one_named("b", "Aldby", DAY + timedelta(days=2), 30)
    nobody = [replace(found, claims=tuple(c for c in found.claims if c.attribute != "age")) for found in (one, other)]
    assert not joined(*nobody)


def test_a_person_alone_ties_no_two_that_agree_in_nothing_else() -> None:
    later = DAY + timedelta(days=2)
    unplaced = [with_one_named("a", "", DAY, 12), with_one_named("b", "", later, 30), with_one_named("b", "", later, 12)]
    here, there, elsewhere = (replace(one, events=(replace(one.events[0], places=()),)) for one in unplaced)
    assert not joined(here, there)
    assert joined(here, elsewhere)


def test_a_person_alone_ties_nothing_over_a_border() -> None:
    one, other = with_one_named("a", "Aldby", DAY, 12), with_one_named("b", "Birk", DAY, 12)
    abroad = replace(other, events=(replace(other.events[0], places=("Birk", "SUDLAND")),))
    assert joined(one, other)
    assert not joined(one, abroad)


def at_hour(article: str, minute: int, killed: int, names: tuple[str, ...] = ()) -> Reading:
    """A report of one day with a time of day."""
    found = told(article, "Aldby", killed=killed)
    clock = Claim(f"{article}:t", article, "time", Clock(minute, minute), seen(article, "at"), "r", event=found.events[0].id)
    written = tuple(Name("group", name, Span(number, number + 1)) for number, name in enumerate(names))
    return replace(found, claims=(*found.claims, clock), names=written)


def test_two_disagreements_are_no_error_of_one_article() -> None:
    assert joined(at_hour("a", 600, 12), at_hour("b", 1200, 12))
    assert joined(at_hour("a", 600, 12), at_hour("b", 660, 14))
    assert joined(at_hour("a", 10, 12), at_hour("b", 1430, 14))  # over midnight
    assert not joined(at_hour("a", 600, 12), at_hour("b", 1200, 14))
    assert not joined(at_hour("a", 600, 12, ("Harbour Watch",)), at_hour("b", 1200, 14, ("Harbour Watch",)))


def in_street(article: str, street: str, place: str = "Aldby") -> Reading:
    """A report of one day, town and toll, with a street."""
    found = told(article, place)
    return replace(found, events=(replace(found.events[0], places=(street, *found.events[0].places)),))


def with_named(article: str, *people: str, killed: int = 12) -> Reading:
    """A report of one day, town and toll with people whose age is told, all of one age."""
    found = told(article, "Aldby", killed=killed)
    ages = [
        Claim(f"{article}:g{n}", article, "age", exactly(40), seen(article, "40"), "r", event=found.events[0].id, entity=name)
        for n, name in enumerate(people)
    ]
    return replace(found, claims=(*found.claims, *ages))


def test_other_streets_and_other_people_are_disagreements() -> None:
    assert joined(in_street("a", "Elm Road"), in_street("b", "North Elm Road"))
    assert joined(in_street("a", "Elm Road"), in_street("b", "Mill Street"))  # one disagreement is a report's error
    apart = [replace(one, claims=tuple(replace(c, value=exactly(killed)) for c in one.claims)) for one, killed in (
        (in_street("a", "Elm Road"), 12), (in_street("b", "Mill Street"), 14))]  # fmt: skip
    assert not joined(*apart)
    assert joined(with_named("a", "Ada Berg", "Ulf Berg", "Ida Moe"), with_named("b", "Ida Moe", "Jon Moe", "Per Moe", killed=14))
    assert not joined(with_named("a", "Ada Berg", "Ulf Berg", "Ida Berg"), with_named("b", "Ida Moe", "Jon Moe", "Per Moe", killed=14))


def test_of_a_town_in_a_county_the_town_counts() -> None:
    (profile,) = leads(in_street("a", "Norland", "Vik"))
    assert set(profile.narrow) == {"Norland", "Vik"}
    assert finest(profile, inside) == ("Vik",)


def test_common_names_together_tie_no_two_reports_of_other_days() -> None:
    apart = DAY + timedelta(days=2)
    strikes = weekly("Aldby") + [told(f"o{n:02}", "Birk", DAY + timedelta(days=9 * n)) for n in range(-12, 12) if n]
    others = [replace(one, events=(replace(one.events[0], id=f"{one.article}:event:1"),)) for one in strikes]

    def both(article: str, when: date) -> Reading:
        found = told(article, "Aldby", when)
        return replace(found, events=(replace(found.events[0], places=("Aldby", "Birk", "NORLAND")),))

    assert joined(both("a", DAY), both("b", DAY), *others)
    assert not joined(both("a", DAY), both("b", apart), *others)


@pytest.mark.parametrize(
    ("days", "dated", "rare"),
    [
        ([0, 0, 1, 2, 3], True, True),  # many reports of one thing
        ([0, 300], True, True),
        ([0, 300], False, False),  # without a day it may be either
        ([0, 1, 2], False, True),
        ([7 * week for week in range(20)], True, False),
        ([-9000, *(9 * week for week in range(20))], True, False),  # a report that looks back changes nothing
    ],
)
def test_what_is_shared_is_counted_in_stretches_of_days(days: list[int], dated: bool, rare: bool) -> None:
    found = leads(*(told(f"a{number}", "Aldby", DAY + timedelta(days=at)) for number, at in enumerate(days)))
    company = Company(found, RULES)
    assert company.rare({"Aldby"}, dated) is rare
    assert not company.rare((), dated)


def test_names_are_counted_together() -> None:
    often = [told(f"a{n}", "Aldby", DAY + timedelta(days=9 * n), actors=("Front",)) for n in range(20)]
    once = [told("b", "Aldby", DAY, actors=("League",))]
    company = Company(leads(*often, *once), RULES)
    assert not company.rare({"Aldby"}, True) and not company.rare({"Aldby", "Front"}, True)
    assert company.rare({"Aldby", "League"}, True)
