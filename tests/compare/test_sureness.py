"""How sure it must be that two answers are of one happening before they are held against each other aloud."""

from __future__ import annotations

import pytest

import discrepancy
from discrepancy.ingest import inputs_from_records
from discrepancy.rulebook import rulebook

BOOK = rulebook()


def rows(attribute: str, *articles: tuple[str, str]) -> dict[str, str]:
    """The rows and levels of what two articles, each with its day, are told to differ in."""
    records = [{"doc_id": f"d{at}", "text": text, "published": day} for at, (day, text) in enumerate(articles)]
    report = discrepancy.check(inputs_from_records(records, BOOK), BOOK)
    across = (f for f in report.findings if f.question.attribute == attribute and not f.question.article)
    return {f.rule.removeprefix("decide."): f.level for f in across}


PADDING = "The council will talk about lights and hedges next week, and the school will stay shut. " * 18
ALTON = "Ann Holm, 31, was shot dead outside a bar in Alton, Texas, on {}, police said. {}"


@pytest.mark.parametrize(
    ("days", "told"),
    [
        ((("2024-03-05", "Sunday"), ("2024-03-12", "Sunday")), {"one-weekday": "note"}),
        ((("2024-03-05", "March 3"), ("2024-03-12", "March 10")), {"conflicts": "warning"}),
    ],
    ids=["a weekday under two stamps", "days with their numbers"],
)
def test_a_weekday_counted_from_two_issues_is_no_conflict(days: tuple[tuple[str, str], ...], told: dict[str, str]) -> None:
    assert rows("date", *((issue, ALTON.format(day, "Police seek a man.")) for issue, day in days)) == told


FIRE = "A fire broke out in a shop in Alton, Texas, on {}, hurting {} people, the fire chief said. {}"


@pytest.mark.parametrize(
    ("first", "second", "told"),
    [
        (("Monday", 4), ("Thursday", 4), {"other-day": "note"}),
        (("Monday", 4), ("Tuesday", 4), {"conflicts": "warning"}),
        (("Monday", 14), ("Thursday", 14), {"conflicts": "warning"}),
        (("March 4", 4), ("March 7", 4), {"conflicts": "warning"}),
    ],
    ids=["days apart", "a day apart", "a toll that is rare", "printed outright"],
)
def test_days_apart_want_something_rare_in_both(first: tuple[str, int], second: tuple[str, int], told: dict[str, str]) -> None:
    articles = [("2024-03-08", FIRE.format(day, hurt, "Nobody has been arrested.")) for day, hurt in (first, second)]
    assert rows("date", *articles) == told


RAID = "Ann Holm, 31, was shot in Alton, Texas, {} on Monday, police said. She is in hospital."


@pytest.mark.parametrize(
    ("clocks", "told"),
    [
        (("at 6 p.m.", "at 7 p.m."), {"conflicts": "warning"}),
        (("at 1 p.m.", "at 6 p.m."), {"hours-off": "note"}),
        (("at 6 a.m.", "at 6 p.m."), {"conflicts": "warning"}),
    ],
    ids=["an hour", "five hours", "morning for evening"],
)
def test_times_hours_apart_are_of_two_things(clocks: tuple[str, str], told: dict[str, str]) -> None:
    assert rows("time", *(("2024-03-06", RAID.format(clock)) for clock in clocks)) == told


def test_one_quake_has_one_time_however_far_apart_two_reports_put_it() -> None:
    quake = "A magnitude 5.8 quake struck near Izmir in Turkey at {} on March 3, injuring 14 people."
    articles = [("2024-03-04", quake.format(clock)) for clock in ("6:42 a.m. local time", "08:15 GMT")]
    assert rows("time", *articles) == {"conflicts": "warning"}


HEAD = "A gunman wounded {} people at a fair in Alton, Texas, on Monday, police said. {}"
BELOW = "A shooting shook a fair in Alton, Texas, on Monday. {}The shooting at the fair wounded {} people."


@pytest.mark.parametrize(
    ("article", "told"),
    [
        (BELOW.format(PADDING, 4), {"told-late": "note"}),
        (BELOW.format("", 4), {"conflicts": "warning"}),
        (BELOW.format(PADDING, 9), {"conflicts": "warning"}),
    ],
    ids=["a lower figure far down", "the same in the head", "a higher figure far down"],
)
def test_a_lower_toll_far_down_in_an_article_may_be_a_part(article: str, told: dict[str, str]) -> None:
    assert rows("injured", ("2024-03-05", HEAD.format(7, "The mayor spoke.")), ("2024-03-05", article)) == told


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


def test_the_dead_of_the_day_that_their_own_sentence_tells_are_those_of_no_other_day() -> None:
    now = "A gunman {} people at Fort Alton in Alton, Texas, on April 2, 2014, police said. Ann Holm, 31, saw it. {}"
    before = "A shop sold the rifles used in the Nov. 5, 2009, shooting rampage at the post that left 13 dead and 30 injured."
    told = rows("killed", ("2014-04-03", now.format("killed 4", "")), ("2014-04-03", now.format("opened fire on", before)))
    assert told == {"days-off": "note"}


@pytest.mark.parametrize(("below", "held"), [("Over 100", False), ("More than 140", True)])
def test_a_headline_may_leave_out_that_it_were_more(below: str, held: bool) -> None:
    text = f"Clashes in Alton leave 100 dead\n\n{below} fighters were killed in clashes near Alton, Texas, on Monday, police said."
    report = discrepancy.check(inputs_from_records([{"doc_id": "d", "text": text, "published": "2024-03-05"}], BOOK), BOOK)
    assert any(f.rule.startswith("decide.headline") and f.level == "warning" for f in report.findings) == held


@pytest.mark.parametrize(("told", "held"), [("who was 17 when the mill burned", False), ("who is 17", True)])
def test_an_age_of_another_time_is_no_other_age(told: str, held: bool) -> None:
    first = f"Bo Quist, {told}, was charged in Alton, Texas, on Monday with setting fire to a mill, police said."
    second = "Bo Quist, 19, was charged in Alton, Texas, on Monday with setting fire to a mill, police said."
    assert ("conflicts" in rows("age", ("2024-03-05", first), ("2024-03-05", second))) == held


@pytest.mark.parametrize(("told", "held"), [("A neighbor heard 12 shots.", False), ("The gunman fired 12 shots.", True)])
def test_what_somebody_heard_is_no_count(told: str, held: bool) -> None:
    at = "A gunman wounded Ann Holm, 31, outside a bar in Alton, Texas, on Monday. {}"
    found = rows("count", ("2024-03-05", at.format(told)), ("2024-03-05", at.format("The gunman fired 20 shots.")))
    assert ("conflicts" in found) == held


def test_the_fate_of_one_whose_age_ends_in_one_is_no_toll() -> None:
    first = "Four people were killed in a shooting on a bridge in Alton, Texas, on Sunday, police said."
    second = "The family of a man killed on a bridge in Alton, Texas, is in grief. Thirty-one-year-old Bo Quist was killed on Sunday."
    assert "conflicts" not in rows("killed", ("2024-03-05", first), ("2024-03-05", second))


@pytest.mark.parametrize(
    ("told", "held"),
    [
        ("The 13-year-old had come by car. A 40-year-old was hurt.", False),
        ("The police chief of the county spoke of Quist. The 13-year-old had come by car.", False),
        ("The 13-year-old had come by car.", True),
        ("Bo Quist, 13, had come by car. A 40-year-old was hurt.", True),
    ],
)
def test_an_age_alone_is_no_ground_for_a_warning_where_another_may_be_meant(told: str, held: bool) -> None:
    first = f"Bo Quist was shot dead on Elm Street in Alton, Texas, on Monday, police said. {told}"
    second = "Bo Quist, 16, was shot dead on Elm Street in Alton, Texas, on Monday, police said."
    assert any(level == "warning" for level in rows("age", ("2024-03-05", first), ("2024-03-05", second)).values()) == held
