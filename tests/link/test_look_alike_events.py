"""Happenings that look alike, told by different articles, the whole way: what is two stays two, and what is one is not torn apart."""

from __future__ import annotations

from discrepancy import check, rulebook
from discrepancy.ingest import inputs_from_records
from discrepancy.model.findings import Report

RULES = rulebook()
REST = " Schools were closed, and a hall was opened for the families who waited for word."


def checked(*texts: str, published: str = "2024-02-27") -> Report:
    records = [{"doc_id": f"d{number}", "text": text + REST, "published": published} for number, text in enumerate(texts)]
    return check(inputs_from_records(records, RULES), RULES)


def shared(report: Report, kind: str) -> list[tuple[str, ...]]:
    """The articles of each event of a kind that more than one article tells."""
    return [event.articles for event in report.events if event.type == kind and len(event.articles) > 1]


def serious(report: Report) -> list[str]:
    return [finding.question.attribute for finding in report.findings if finding.level in ("warning", "error")]


BAR = "Two people were shot dead outside a bar on Pine Street in Lagos on Sunday night, police said. The gunmen fled in a white van."


def test_two_shootings_of_one_day_in_one_town() -> None:
    market = "Three people were shot dead at a market on Oak Avenue in Lagos on Sunday morning, police said. Nobody saw the gunmen."
    report = checked(BAR, market)
    assert (shared(report, "shooting"), serious(report)) == ([], [])


def test_two_strikes_of_one_air_force_on_one_town() -> None:
    first = "Israel bombed a house in Tyre at 4 a.m. on Sunday, killing nine people, among them Adel Omar, 40."
    second = "Israel bombed a house in Tyre at 10 p.m. on Sunday, killing four people, among them Salim Nader, 61."
    assert (shared(checked(first, second), "strike"), serious(checked(first, second))) == ([], [])
    again = second.replace("10 p.m.", "4 a.m.").replace("Salim Nader, 61", "Adel Omar, 40")
    assert serious(checked(first, again)) == ["killed"]


RAID = "Israel bombed a house in {} in Lebanon on Sunday, killing {} people, the Health Ministry said."
TOWNS = (("Tyre", "four"), ("Baalbek", "nine"), ("Tripoli", "two"))


SHELLS = "Rebels fired shells at homes in Aleppo{}, killing {} people and wounding {}, the police command there said."


def test_shells_on_one_city_on_two_days_are_two_where_no_number_is_the_same() -> None:
    def told(day: str, killed: int, hurt: int) -> Report:
        first, second = SHELLS.format("", 8, 58), SHELLS.format(day, killed, hurt)
        records = [
            {"doc_id": f"d{at}", "text": text + REST, "published": at} for at, text in (("2016-10-06", first), ("2016-10-07", second))
        ]
        return check(inputs_from_records(records, RULES), RULES)

    assert (shared(told(" on Friday", 4, 28), "strike"), serious(told(" on Friday", 4, 28))) == ([], [])
    assert shared(told(" on Friday", 8, 28), "strike")
    assert shared(told(" on Thursday", 4, 28), "strike")


def test_strikes_of_one_day_on_many_towns_are_no_reports_of_one() -> None:
    several = [RAID.format(*town) for town in TOWNS]
    wide = "Israel bombed a house in Lebanon on Sunday, killing seven people, the Health Ministry said."
    assert (shared(checked(*several, wide), "strike"), serious(checked(*several, wide))) == ([], [])
    again = RAID.format("Tyre", "six")  # the town is its own
    assert (shared(checked(*several, again), "strike"), serious(checked(*several, again))) == ([("d0", "d3")], ["killed"])
    monday = again.replace("Sunday", "Monday")  # but it is hit again
    assert serious(checked(*several, monday)) == []


def test_two_towns_in_three_reports_are_a_question_still() -> None:
    first, second = RAID.format("Tyre", "four"), RAID.format("Baalbek", "four")
    assert serious(checked(first, first.replace("house", "home"), second)) == ["place"]


def test_one_shooting_with_another_street_or_toll_is_still_one() -> None:
    for other in (BAR.replace("Two people", "Three people"), BAR.replace("Pine Street", "Oak Avenue"), BAR.replace("night", "morning")):
        assert shared(checked(BAR, other), "shooting") == [("d0", "d1")]


def test_a_shooting_is_no_quake_though_town_day_and_victims_are_alike() -> None:
    shot = "A shooting in Lima, Peru, killed 31 people on Monday, the fire service said. Eight people were injured, among them Bo Rudd, 40."
    quake = (
        "An earthquake killed 13 people in Lima, Peru, on Monday, the fire service said. Another 59 were injured, among them Ann Holm, 52."
    )
    report = checked(shot, quake)
    assert (serious(report), [event.articles for event in report.events if len(event.articles) > 1]) == ([], [])


def test_a_quake_told_of_two_days_is_that_of_its_day() -> None:
    report = checked(
        "A 5.6 magnitude earthquake jolted Lima on Sunday, injuring five people.",
        "A 5.2 magnitude earthquake hurt three people in Lima. Monday's quake was the second one in a day. Earlier on Sunday a 5.6 quake "
        "jolted the city.",
    )
    assert shared(report, "quake") == [("d0", "d1")]
    assert serious(report) == []


def test_two_readings_of_one_quake_are_a_question() -> None:
    report = checked(
        "An earthquake of magnitude 6.4 struck near Lima on Monday, killing 31 people and hurting 200.",
        "An earthquake of magnitude 6.8 killed 31 people near Lima on Monday. More than 200 were hurt.",
        "The toll from Monday's quake near Lima rose to 44. It had a magnitude of 6.4.",
    )
    assert shared(report, "quake") == [("d0", "d1", "d2")]
    assert "magnitude" in serious(report)


def test_one_more_quake_that_a_report_tells_of_is_another() -> None:
    report = checked(
        "An earthquake of magnitude 7.7 struck near Lima on Sunday and killed 31 people.",
        "The toll from Sunday's quake near Lima, which had a magnitude of 7.7, rose to 44 on Monday. A second quake, of magnitude 6.1, "
        "shook the strait on Monday evening.",
    )
    assert ("magnitude" in serious(report), shared(report, "quake")) == (False, [("d0", "d1")])
    assert any(event.type == "quake" and event.articles == ("d1",) for event in report.events)


def test_an_aftershock_is_not_the_quake_before_it() -> None:
    report = checked(
        "A quake struck Lima on Sunday, killing nine people.",
        "An aftershock hit Lima on Monday, a day after a quake killed ten people there. Three people were hurt in the aftershock.",
    )
    assert (shared(report, "quake"), serious(report)) == ([], [])


def test_an_aftershock_to_one_is_a_quake_to_the_next() -> None:
    report = checked("A strong quake hit Lima on Monday and hurt three.", "A strong aftershock hit Lima on Monday and hurt four.")
    assert shared(report, "quake") == [("d0", "d1")]


def test_older_quakes_of_the_region_are_background() -> None:
    report = checked(
        "An earthquake of magnitude 6.4 struck Kerman province in Iran on Monday, killing 12 people. Some 31,000 died in Bam in 2003, and "
        "612 were killed near Zarand in February in a quake with a magnitude of 6.3.",
        "A 6.4-magnitude earthquake hit Kerman province in southern Iran on Monday, killing 12 people. A quake near Zarand in the same "
        "province killed 500 people in February 2005.",
        published="2005-11-29",
    )
    assert shared(report, "quake")[0] == ("d0", "d1")
    assert not any(event.type == "quake" and {"Kerman", "Zarand"} <= places_of(report, event.mentions) for event in report.events)
    assert "magnitude" not in serious(report)


def places_of(report: Report, mentions: tuple[str, ...]) -> set[str]:
    return {place for mention in report.mentions if mention.id in mentions for place in mention.places}


def test_two_meetings_of_a_minister_on_tour() -> None:
    hanoi = (
        "Indian Foreign Minister Arvind Rao is on a visit to Hanoi.\n\nRao, 62, met his Vietnamese counterpart, Le Van Thanh, for two "
        "hours.\n\nRao arrived on Monday evening and leaves for Bangkok on Wednesday."
    )
    bangkok = (
        "Indian Foreign Minister Arvind Rao held talks with Thai Prime Minister Somchai Dee in Bangkok on Thursday, the second leg of his "
        "tour.\n\nMr Rao, 62, is travelling with a delegation of 25 business leaders."
    )
    records = [
        {"doc_id": "a", "text": hanoi, "published": "2026-09-08"},
        {"doc_id": "b", "text": bangkok, "published": "2026-09-10"},
    ]
    report = check(inputs_from_records(records, RULES), RULES)
    assert (shared(report, "visit") + shared(report, "talks"), serious(report)) == ([], [])
