"""Who has a figure from whom: what articles say of their sources makes origins. All of it is invented."""

from __future__ import annotations

import pytest

from discrepancy import check, rulebook
from discrepancy.ingest import inputs_from_records
from discrepancy.link.cited import cues_of, marks, media
from discrepancy.model.findings import Consensus, Report
from discrepancy.model.text import Document

RULES = rulebook()
FIRST = "A ferry capsized off Marlow Point on Sunday. Fourteen people died, harbour officials said."
OUTLETS = {"a": "The Lantern", "b": "Coastal Courier", "c": "Marlow Gazette", "d": "Eastern Herald"}


def checked(**texts: str) -> Report:
    """A report on articles by their letters, all published on one day."""
    heads = {name: f"Title: Ferry off Marlow Point\nSource: {OUTLETS[name]}\nPublished: 2025-03-03\n\n" for name in texts}
    return check(inputs_from_records([{"doc_id": name, "text": heads[name] + text} for name, text in texts.items()], RULES), RULES)


def dead(report: Report) -> Consensus:
    (row,) = [row for row in report.consensus if row.question.attribute == "killed" and not row.question.population]
    return row


def from_it(report: Report) -> set[str]:
    """The articles that are one origin for the dead."""
    ids = {claim.id for claim in report.claims if claim.attribute == "killed"}
    return {article for origin in report.origins if ids & set(origin.claims) for article in origin.articles}


@pytest.mark.parametrize(
    "said",
    [
        "At least 14 people were killed after the vessel overturned near Marlow Point on Sunday, as first reported by the Lantern.",
        "On Sunday 14 people died in the sinking off Marlow Point, according to a report by the newspaper the Lantern.",
        "The Lantern first reported that 14 people had died in Sunday's sinking off Marlow Point.",
        "The Lantern was the first to report that 14 people had died in Sunday's sinking off Marlow Point.",
        "Fourteen people were killed in Sunday's sinking off Marlow Point, the Lantern reported, citing officials.",
        "Fourteen people were killed in Sunday's sinking off Marlow Point, officials told the Lantern.",
        "Citing the Lantern, rescuers spoke of 14 people killed in Sunday's sinking off Marlow Point.",
        "Fourteen people were killed in Sunday's sinking off Marlow Point. The toll was first reported by the Lantern.",
    ],
)
def test_what_is_taken_from_another_outlet_is_its_own_origin(said: str) -> None:
    report = checked(a=FIRST, b=said)
    assert from_it(report) == {"a", "b"}, report.origins
    assert dead(report).origins == 1


@pytest.mark.parametrize(
    "said",
    [
        "Fourteen people were killed in Sunday's sinking off Marlow Point, the coast guard said.",
        "The sinking off Marlow Point on Sunday, first reported by a fisherman, killed 14 people.",
        "Police first reported that 14 people had died in Sunday's sinking off Marlow Point.",
        "The hospital said that 14 people were killed in Sunday's sinking off Marlow Point, while the Lantern reported strong winds.",
    ],
)
def test_who_names_another_source_is_an_origin_of_its_own(said: str) -> None:
    report = checked(a=FIRST, b=said)
    assert "b" not in from_it(report)
    assert dead(report).origins == 2


def test_two_that_cite_a_third_are_one_without_its_article() -> None:
    report = checked(
        b="The Bugle first reported that 14 people had died when a ferry capsized off Marlow Point on Sunday.",
        c="A ferry capsized off Marlow Point on Sunday and 14 people died, as first reported by the Bugle.",
    )
    assert from_it(report) == {"b", "c"}
    assert {origin.because for origin in report.origins if origin.claims} == {"Coastal Courier and Marlow Gazette cite Bugle"}


def test_an_agency_is_known_by_any_of_its_names() -> None:
    report = checked(
        b="A ferry capsized off Marlow Point on Sunday, killing 14 people, Agence France-Presse reported.",
        c="According to AFP, 14 people were killed when a ferry overturned near Marlow Point on Sunday.",
    )
    assert from_it(report) == {"b", "c"}


def test_an_article_with_a_second_source_for_it_stands_for_itself() -> None:
    twice = (
        "Fourteen people died when a ferry capsized off Marlow Point on Sunday, as first reported by the Lantern. "
        "The hospital also said that 14 people died."
    )
    assert from_it(checked(a=FIRST, b=twice)) == set()


def test_a_headline_that_repeats_it_is_no_origin_of_its_own() -> None:
    said = (
        "There are 14 dead in the sinking.\n\n"
        "At least 14 people died when a ferry capsized off Marlow Point on Sunday, as first reported by the Lantern."
    )
    assert dead(checked(a=FIRST, b=said)).origins == 1


def test_an_outlet_does_not_cite_itself() -> None:
    own = FIRST.replace("harbour officials said", "harbour officials told the Lantern")
    report = checked(a=own, d="Sunday's capsizing of a vessel off Marlow Point left 14 people dead, according to the hospital.")
    assert from_it(report) == set()
    assert dead(report).origins == 2


def test_an_article_taken_over_is_one_with_the_first() -> None:
    other = "Marlow Point lost a ferry on Sunday and 14 people drowned. This article was first published by the Lantern."
    (whole,) = [origin for origin in checked(a=FIRST, b=other).origins if not origin.claims]
    assert (whole.articles, whole.because) == (("a", "b"), "Coastal Courier says that The Lantern published it first")


@pytest.mark.parametrize(
    ("text", "outlet"),
    [
        ("Nine people died, according to the German newspaper Elbkurier.", "elbkurier"),
        ("Nine people died, according to the Peruvian public broadcaster Onda.", "onda"),
        ("Nine people died, police told the Marlow Daily, which was first to report it.", ""),
        ("Nine people died, rescuers told the Daily Lantern. The Daily Lantern newspaper had it on Monday.", "daily lantern"),
        ("Nine people died, according to The National Bell Founders' Fund.", ""),
        ("Nine people died, according to the Iranian ministry.", ""),
    ],
)
def test_whom_a_text_cites(text: str, outlet: str) -> None:
    cues = cues_of(RULES)
    document = Document("a", "", "", text, ())
    found = marks(document, media([document], cues) | {"national", "onda"}, cues)
    assert [mark.outlet for mark in found] == ([outlet] if outlet else [])
