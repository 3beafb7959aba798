"""What reports of one story tell of in passing, and accidents: read from invented articles, compared as a whole."""

from __future__ import annotations

from pathlib import Path

import pytest

from discrepancy import check, read, rulebook
from discrepancy.model.findings import Finding, Report

FIRST = """Title: Ferry sinks off Bergen
Source: Harbour Post
Published: 2024-06-04T09:00+02:00

A ferry sank off Bergen late on Monday after it struck a rock, and nine people were killed, police said.

The Nordlys was carrying 40 passengers and two helicopters rescued {rescued} people.
"""
SECOND = """Title: Captain of Bergen ferry is charged
Source: Island Daily
Published: 2024-06-07T09:00+02:00

The captain of the ferry that sank off Bergen on June 3 was charged with negligence on Friday.

Erik Lunde, 58, left the bridge before the ship struck a rock, prosecutors said. He could be jailed for {years} years.

Nine people died and {missing} are still missing. The distress call was received at {hour} p.m.
"""
THIRD = """Title: Norway orders inquiry into ferry
Source: Northern Wire
Published: 2024-06-08T09:00+02:00

The government ordered an inquiry on Saturday into the sinking of a ferry off Bergen on June 3 in which nine people were killed.

Rescuers saved 31 people, and three are still missing. The call came in at 9:40 p.m., and Erik Lunde faces up to six years in prison.
"""


def report(tmp_path: Path, rescued: int = 31, years: str = "six", missing: str = "three", hour: str = "9:40") -> Report:
    for name, text in (("1", FIRST), ("2", SECOND), ("3", THIRD)):
        filled = text.format(rescued=rescued, years=years, missing=missing, hour=hour)
        (tmp_path / f"{name}.txt").write_text(filled, encoding="utf-8")
    return check(read([str(tmp_path)]), rulebook())


def serious(found: Report) -> list[Finding]:
    return [finding for finding in found.findings if finding.level in ("warning", "error")]


def test_a_rock_is_no_target_and_days_of_a_charge_and_an_inquiry_are_not_the_accidents(tmp_path: Path) -> None:
    found = report(tmp_path)
    assert serious(found) == []
    assert "strike" not in {event.type for event in found.events}
    (accident,) = (event for event in found.events if event.type == "accident")
    assert (len(accident.articles), accident.date and str(accident.date.first)) == (3, "2024-06-03")


@pytest.mark.parametrize(
    ("change", "attribute"),
    [({"rescued": 36}, "count"), ({"years": "nine"}, "duration"), ({"hour": "7:10"}, "time")],
)
def test_one_changed_fact_is_one_question(tmp_path: Path, change: dict[str, str], attribute: str) -> None:
    found = serious(report(tmp_path, **change))  # type: ignore[arg-type]
    assert [finding.question.attribute for finding in found] == [attribute]


def test_the_missing_of_another_day_are_an_update(tmp_path: Path) -> None:
    found = report(tmp_path, missing="seven")
    assert serious(found) == []
    (finding,) = [finding for finding in found.findings if finding.question.attribute == "missing"]
    assert finding.verdict == "updates"


STRIKE = """Title: Dockers walk out in Lima
Source: {source}
Published: 2024-05-0{day}

A strike by some 800 dockers in Lima began on May 1 and brought the port to a halt.

Police arrested {many} people at a picket {when}.

The dockers had voted for the strike on {vote}, said Rosa Quispe, who leads the union.
"""


def strike(tmp_path: Path, many: str, when: str, vote: str = "April 26") -> list[tuple[str, str]]:
    first = STRIKE.format(source="Harbour Post", day=2, many="four", when="on May 1", vote="April 26")
    second = STRIKE.format(source="Island Daily", day=4, many=many, when=when, vote=vote)
    (tmp_path / "1.txt").write_text(first, encoding="utf-8")
    (tmp_path / "2.txt").write_text(second, encoding="utf-8")
    found = check(read([str(tmp_path)]), rulebook())
    return [(finding.question.attribute, finding.verdict) for finding in serious(found)]


def test_arrests_told_in_passing_are_the_same_on_the_same_day_only(tmp_path: Path) -> None:
    assert strike(tmp_path, "four", "on May 1") == []
    assert strike(tmp_path, "nine", "on May 1") == [("arrested", "conflicts")]
    assert strike(tmp_path, "nine", "on May 3") == []  # people are arrested again


def test_a_vote_is_held_once(tmp_path: Path) -> None:
    assert strike(tmp_path, "four", "on May 1", "April 25") == [("date", "conflicts")]


PARTED = """Title: Two raids
Source: {source}
Published: 2024-03-0{day}

{text}
"""


def test_the_dead_of_one_of_two_events_are_no_part_of_their_own_toll(tmp_path: Path) -> None:
    whole = (
        "Spain struck a village in Portugal with missiles on March 1, killing nine people. Portugal struck a port in Spain on March 2,"
        " killing three."
    )
    texts = [whole, whole]
    texts.append(
        "Spain struck a village in Portugal with missiles on March 1, and Portugal struck a port in Spain on March 2. The strikes killed"
        " 17 civilians: fourteen of them died in Portugal, and three in Spain."
    )
    for number, text in enumerate(texts, 1):
        words = PARTED.format(source=f"Paper {number}", day=number + 2, text=text)
        (tmp_path / f"{number}.txt").write_text(words, encoding="utf-8")
    found = serious(check(read([str(tmp_path)]), rulebook()))
    assert [(finding.question.attribute, finding.verdict) for finding in found] == [("killed", "conflicts")]


def told(tmp_path: Path, *texts: str) -> Report:
    for number, text in enumerate(texts, 1):
        (tmp_path / f"{number}.txt").write_text(f"Published: 2024-05-0{number}\n\n{text}\n", encoding="utf-8")
    return check(read([str(tmp_path)]), rulebook())


def test_a_killing_bears_no_doer_in_its_label_and_a_strike_does(tmp_path: Path) -> None:
    (event,) = told(tmp_path, "Spain murdered four farmers in Lima on 30 April.").events
    assert (event.label, event.actors) == ("Killing in Lima", ("Spain",))
    (event,) = told(tmp_path, "Spain struck a port in Peru with missiles on 30 April, killing four farmers.").events
    assert event.label == "Spain’s strike in Peru"
    (event,) = told(tmp_path, "The United States struck a port in Peru with missiles on 30 April, killing four farmers.").events
    assert event.label == "United States’ strike in Peru"


def test_a_label_accuses_no_single_person_of_a_crime_and_tells_whose_visit_it_was(tmp_path: Path) -> None:
    for deed in (
        "Carlos Quispe shot four farmers in Lima on 30 April.",
        "Carlos Quispe attacked a market in Lima on 30 April, killing a farmer.",
    ):
        (event,) = told(tmp_path, deed).events
        assert event.actors == ("Carlos Quispe",)
        assert event.label in ("Shooting in Lima", "Attack in Lima")
    (event,) = told(tmp_path, "Jaish al-Adl attacked a market in Lima on 30 April, killing four farmers.").events
    assert event.label == "Jaish al-Adl’s attack in Lima"
    (event,) = told(tmp_path, "Carlos Quispe visited Lima on 30 April.").events
    assert event.label == "Carlos Quispe’s visit in Lima"


def test_a_figure_does_not_stand_right_behind_the_number_of_an_article(tmp_path: Path) -> None:
    (finding,) = told(
        tmp_path, "A bomb killed nine farmers in Lima on 30 April.", "A bomb killed five farmers in Lima on 30 April."
    ).findings
    assert "article 2: 5" in finding.message
    assert finding.question.text.startswith("How many")
