"""One article against itself, from its text to the finding."""

from __future__ import annotations

import pytest
from claim_making import BRIDGE, RULES, claim, only

from discrepancy import check
from discrepancy.compare import Outcome, compare
from discrepancy.explain import told as explain
from discrepancy.ingest import inputs_from_records
from discrepancy.model.findings import Finding
from discrepancy.rulebook import rulebook

BOOK = rulebook()


def findings(text: str, published: str = "2024-03-08") -> list[Finding]:
    record = {"doc_id": "a", "text": text, "published": published, "source": "Harbour Times"}
    return list(check(inputs_from_records([record], BOOK), BOOK).findings)


def told(text: str, published: str = "2024-03-08") -> list[tuple[str, str]]:
    return [(f.level, f.sayable) for f in findings(text, published)]


CLOCKS = "Nine people were killed when a bomb exploded in Kerman at {} on Friday."


@pytest.mark.parametrize("times", ["04:05 local time (0335 GMT)", "04:05 local time, or 03:35 GMT,", "4:05 a.m. local time (0335 GMT)"])
def test_local_time_and_gmt_that_are_not_one_moment(times: str) -> None:
    assert told(CLOCKS.format(times)) == [("error", "04:05 in Tehran is 00:35 GMT.")]


@pytest.mark.parametrize("times", ["04:05 local time (0035 GMT)", "04:05 local time", "04:05 (03:35 GMT)"])
def test_clocks_that_agree_or_that_nobody_placed(times: str) -> None:
    assert told(CLOCKS.format(times)) == []


def test_local_time_follows_the_summer_clock_of_its_day() -> None:
    text = "Nine people were killed when a bomb exploded in Paris at 14:00 local time (1200 GMT) on {}."
    assert told(text.format("2 July 2023")) == []
    assert [level for level, _ in told(text.format("2 February 2024"))] == ["error"]


@pytest.mark.parametrize(
    ("words", "level"),
    [("Tuesday (Mar 6)", "error"), ("Wednesday (Mar 6)", ""), ("Tuesday, 6 March 2024", "error"), ("Wednesday, March 6", "")],
)
def test_weekday_and_date(words: str, level: str) -> None:
    found = told(f"Nine people were killed in a bombing in Maris on {words}.")
    assert [one for one, _ in found] == ([level] if level else [])


def test_weekday_and_date_of_what_is_no_event() -> None:
    assert told("The chamber is to vote on Tuesday, March 13, 2024.") == [("error", "13 March 2024 was a Wednesday.")]
    assert told("The chamber is to vote on Wednesday, March 13, 2024.") == []


def test_three_weeks_after_against_the_articles_own_dates() -> None:
    text = "Drones struck the port of Maris on February 2, killing nine. {} after the strike, on {}, Ruritania struck Graustark."
    apart = [f for f in findings(text.format("Three weeks", "February 7")) if f.question.attribute == "date"]
    assert [(f.verdict, f.level) for f in apart] == [("unclear", "note")]
    assert [f for f in findings(text.format("Three weeks", "February 23")) if f.question.attribute == "date"] == []


def test_a_day_counted_from_another_and_the_date_beside_it() -> None:
    text = "A bombing killed nine people in Kerman on March 1. The army struck a camp in Tabriz {} days after the bombing, on March 4."
    assert told(text.format("three")) == []
    (found,) = findings(text.format("two"))
    assert (found.level, found.verdict) == ("note", "unclear")
    assert found.message == "Harbour Times writes “two days after” 1 March 2024, which is 3 March 2024, and gives 4 March 2024 beside it."


def test_a_page_older_than_what_its_text_tells_of() -> None:
    text = "Nine people were killed when a bomb exploded in Kerman on 12 March 2024."
    assert told(text) == [("note", "The page is dated 8 March 2024; its text speaks of 12 March 2024.")]
    assert told(text, "2024-03-12") == []


def test_a_text_that_dates_itself_before_what_it_tells_of() -> None:
    text = "This morning, March 5, 2024, the minister landed in Islamabad for talks. On March 8, 2024, gunmen killed nine people in Kerman."
    found = [f for f in findings(text, "") if f.question.text.startswith("Does")]
    assert [f.message for f in found] == [
        "Harbour Times writes “This morning, March 5, 2024” of its own day, yet tells of 8 March 2024 as past."
    ]
    assert {f.level for f in found} == {"note"}


def test_a_page_dated_the_day_before_its_own_reporting() -> None:
    text = "Published March 6, 2024\n\nNine people died in the blasts in Maris, officials said on Thursday morning."
    (found,) = findings(text, "2024-03-06")
    assert (found.level, found.verdict) == ("note", "unclear")
    assert {camp.value for camp in found.camps} == {"2024-03-06", "2024-03-07"}
    assert findings(text.replace("March 6", "March 7"), "2024-03-07") == []


def test_a_day_to_come_is_not_told_as_past() -> None:
    text = "Published March 6, 2024\n\nThe envoy has called both sides to peace talks in Maris starting on March 9, he said."
    assert findings(text, "2024-03-06") == []


def test_a_day_counted_from_a_disputed_day_shows_what_it_hangs_on() -> None:
    first = "Niger struck the port of Maris in Chad on 14 March, killing nine people."
    records = [
        {"doc_id": "a", "source": "Harbour Times", "published": "2024-03-20", "title": "Chad answers Niger with strikes",
         "text": f"{first}\n\nTwo days after the strike, Chad bombed an airfield in Niger and killed four soldiers."},
        {"doc_id": "b", "source": "Northern Post", "published": "2024-03-20", "title": "Strikes between Chad and Niger",
         "text": f"{first.replace('14', '15')}\n\nChad bombed an airfield in Niger on 18 March and killed four soldiers."},
    ]  # fmt: skip
    report = check(inputs_from_records(records, BOOK), BOOK)
    anchor, rests = sorted((f for f in report.findings if f.question.attribute == "date"), key=lambda f: len(f.depends_on))
    claims = {claim.id: claim for claim in report.claims}
    assert [claims[id].evidence.exact for id in rests.depends_on] == ["struck the port of Maris in Chad on 14 March"]
    assert "itself disputed" in rests.message and "itself disputed" not in anchor.message
    shown = explain(rests.id, report, BOOK)
    assert "counted from 'struck the port of Maris in Chad on 14 March'" in shown
    assert f"which is itself in the warning {anchor.id}" in shown
    hanging = next(claim for claim in report.claims if claim.anchors)
    shown = explain(hanging.id, report, BOOK)
    assert f"({hanging.anchors[0]})" in shown and f"which is itself in the warning {anchor.id}" in shown


@pytest.mark.parametrize(
    "text",
    [
        "A gunman killed four men, including three bystanders, in Marlow on Friday.",
        "Four men, including three in critical condition, were wounded in a shooting in Marlow on Friday.",
        "Three men were killed and a woman was killed in a bombing in Marlow on Friday. Two people were killed at once.",
        "Two people were killed in a bombing in Marlow on Friday: two men. Two of them were killed at once, three men later.",
    ],
)
def test_some_of_the_people_told_of_are_no_total(text: str) -> None:
    assert [found for found in told(text) if found[0] == "error"] == []


def test_who_is_told_of_one_by_one_behind_a_count_is_no_sum() -> None:
    counted = "A gunman opened fire at a bar in Marlow on Friday. Wounded were 3 females and a male."
    assert told(f"{counted} One female had a bullet wound to an arm. A male had a bullet wound to a knee.") == []


def test_parts_that_do_not_add_up_are_still_an_error() -> None:
    text = "{} people were killed in a bombing in Marlow on Friday: three men and a woman."
    assert told(text.format("Five")) == [("error", "The parts listed add up to 4, the total given is 5.")]
    assert told(text.format("Four")) == []


VOTE = "The mayor of Maris won with 54 percent of the vote on Sunday{}. Her rival Bo Quist took {} percent and Ada Fenn {} percent."


@pytest.mark.parametrize(
    ("text", "sums"),
    [
        (VOTE.format("", 38, 17), ["The shares given add up to 109%."]),
        (VOTE.format("", "40.5", "5.5"), []),
        (VOTE.format(", up from 38 percent before", 40, 6), []),
        ("Bo Quist won 54 percent of the vote. In Zenda he won 80 percent.", []),
        ("With 80 percent of the ballots counted, Bo Quist had 54 percent of the vote and Ada Fenn 46 percent.", []),
        ("Of those asked 62 percent feared for their jobs and 55 percent for their homes.", []),
    ],
)
def test_shares_of_one_vote(text: str, sums: list[str]) -> None:
    assert [said for level, said in told(text) if level == "note"] == sums


@pytest.mark.parametrize(
    ("more", "levels"),
    [("Among the dead were six children.", ["error"]), ("Among the dead were four children.", []), ("Six children were hurt.", [])],
)
def test_some_of_the_dead_in_a_sentence_of_their_own(more: str, levels: list[str]) -> None:
    assert [level for level, _ in told(f"A bombing in Maris killed five people on Monday, the mayor said. {more}")] == levels


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("Bo Quist, who was born on 2 May 1950, was shot in Maris. He was 63.", "note"),
        ("Bo Quist, who was born on 2 May 1950, was shot in Maris. He was 73.", ""),
        ("Bo Quist, born in 1950, was shot in Maris. Quist was 74.", ""),
        ("Bo Quist, born in 1920, died in 1990. His nephew Bo Quist, 50, was shot in Maris.", ""),
        ("Ada Fenn, born in 1969, was shot in Maris. Her son was born when Fenn was 34.", ""),
    ],
)
def test_an_age_against_the_day_of_birth(text: str, level: str) -> None:
    assert [f.level for f in findings(text) if f.question.attribute == "age"] == ([level] if level else [])


def test_local_time_beside_gmt_must_agree() -> None:
    right = [claim("time=15:00[Asia/Tehran] @bridge", "a", 0, at=10), claim("time=11:30Z @bridge", "a", 1, at=30)]
    wrong = [claim("time=04:05[Asia/Tehran] @bridge", "a", 0, at=10), claim("time=03:35Z @bridge", "a", 1, at=30)]
    assert compare(right, (BRIDGE,), (), (), RULES).findings == ()
    errors = [f for f in compare(wrong, (BRIDGE,), (), (), RULES).findings if f.level == "error"]
    assert len(errors) == 1
    assert "00:35 GMT" in errors[0].message


def test_parts_that_are_everybody_must_add_up() -> None:
    def listed(*sizes: int) -> Outcome:
        whole = [claim(f"killed={sizes[0]} @bridge", "a", 0, at=0)]
        parts = [claim(f"killed{{{who}}}={n} @bridge", "a", i + 1, at=20 * (i + 1)) for i, (who, n) in
                 enumerate(zip(("women", "children", "men"), sizes[1:], strict=True))]  # fmt: skip
        return compare([*whole, *parts], (BRIDGE,), (), (), RULES)

    assert listed(9, 3, 4, 2).findings == ()
    found = only(listed(9, 3, 4, 3))
    assert (found.level, found.rule) == ("error", "decide.checksum")
    assert "together 10" in found.message


def test_parts_of_one_statement_add_up_whoever_is_named_at_its_end() -> None:
    def listed(*at: int) -> Outcome:
        parts = [claim(f"killed{{{who}}}={n} @bridge by=police", "a", n, at=place) for place, (who, n) in
                 zip(at, (("women", 3), ("children", 4), ("men", 5)), strict=True)]  # fmt: skip
        return compare([claim("killed=9 @bridge", "a", 0, at=0), *parts], (BRIDGE,), (), (), RULES)

    assert "together 12" in only(listed(0, 0, 0)).message
    assert listed(60, 80, 100).findings == ()


@pytest.mark.parametrize(
    "text",
    [
        "Three men and one woman were shot in Tulsa on Friday, all in their twenties.Two of them, a 22-year-old man was shot in the chest "
        "and a 22-year-old woman was shot in the arm, were taken to a clinic.",
        "Five people were wounded in Tulsa on Friday: a woman was wounded in the hand and a man was wounded in the neck, police said.",
        "Six were killed in Tulsa on Friday, with a man killed in his car and a woman killed at the door, police said.",
    ],
)
def test_people_told_one_by_one_are_no_list_of_all(text: str) -> None:
    assert findings(text) == []


def test_parts_that_were_counted_are_still_added_up() -> None:
    text = "Nine people were killed in Tulsa on Friday, including four men, three women and {} children."
    assert [f.level for f in findings(text.format("four"))] == ["error"]
    assert findings(text.format("two")) == []
