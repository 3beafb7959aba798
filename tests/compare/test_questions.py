"""How a question about a number is worded, from the text to the finding."""

from __future__ import annotations

import pytest
from claim_making import laid, only

from discrepancy import check
from discrepancy.compare.questions import befallen
from discrepancy.ingest import inputs_from_records
from discrepancy.rulebook import rulebook
from discrepancy.rulebook.kinds.comparing import QuestionForm

BOOK = rulebook()
COUNT = next(form for form in BOOK.of(QuestionForm) if form.id == "ask.count")


@pytest.mark.parametrize(
    ("population", "asked"),
    [
        ("treated", "How many were treated in the crash?"),
        ("gathering", "How many were gathering in the crash?"),
        ("flights cancelled", "How many flights were cancelled in the crash?"),
        ("drones shot down", "How many drones were shot down in the crash?"),
        ("prisoners sent home", "How many prisoners were sent home in the crash?"),
        ("voted", "How many voted in the crash?"),
        ("aboard", "How many were aboard in the crash?"),
        ("in hospital", "How many were in hospital in the crash?"),
        ("seats", None),
        ("speed", None),
        ("retired officers", None),
        ("", None),
    ],
)
def test_who_was_treated_is_asked_in_english(population: str, asked: str | None) -> None:
    of, done = befallen(population, COUNT)
    form = COUNT.did if done in COUNT.acts else COUNT.done
    assert (form.format(of=of, done=done, event="the crash") if done else None) == asked


def test_a_finding_asks_how_many_were_treated() -> None:
    text = "A bus crashed near Lima on 5 March 2024. Doctors said that {} people were treated at the scene and three buses burned."
    records = [
        {"doc_id": str(n), "text": text.format(n), "published": "2024-03-06", "source": source}
        for n, source in ((12, "Harbour Times"), (19, "Coast Post"))
    ]
    asked = {finding.question.text for finding in check(inputs_from_records(records, BOOK), BOOK).findings}
    assert asked and not any("treated are reported" in text for text in asked)


@pytest.mark.parametrize(
    ("population", "asked"),
    [
        ("majority", "What was the majority of the collapse of a bridge?"),
        ("flights cancelled", "How many flights were cancelled in the collapse of a bridge?"),
        ("flights", "How many flights are reported for the collapse of a bridge?"),
    ],
)
def test_the_finding_asks_in_the_form_of_what_is_counted(population: str, asked: str) -> None:
    finding = only(laid(f"a: count{{{population}}}=12 @bridge", f"b: count{{{population}}}=19 @bridge"))
    assert finding.question.text.split(" on ")[0].rstrip("?") + "?" == asked


@pytest.mark.parametrize(
    ("claims", "asked", "told"),
    [
        (
            "count{villages}=%s @bridge scope=damaged",
            "How many villages were damaged in the collapse",
            "a counted 5 damaged villages; b 7.",
        ),
        (
            "distance{fall}=%s @bridge unit=metres",
            "What figure is given for the fall of the collapse",
            "a gave 5 metres for the fall; b 7 metres.",
        ),
        (
            "duration{riots}=%s @bridge unit=days",
            "What length of time is given for the riots of",
            "a gave 5 days for the riots; b 7 days.",
        ),
        ("count{turnout}=%s @bridge unit=%%", "What percentage is given for the turnout of", "a gave 5 % for the turnout; b 7 %."),
    ],
)
def test_a_measure_is_asked_and_told_in_plain_words(claims: str, asked: str, told: str) -> None:
    finding = only(laid(f"a: {claims % 5}", f"b: {claims % 7}"))
    assert finding.question.text.startswith(asked)
    assert told.split(";")[1] in finding.message and told.split(" ", 1)[1].split(";")[0] in finding.message


def test_a_block_is_a_street_and_bears_no_mark() -> None:
    blocks = ("'1100 block of Elm Avenue'", "'1100 block of Oak Road'")
    finding = only(laid(*(f"{at}: place={block} @bridge scope=street" for at, block in zip("ab", blocks, strict=True))))
    assert finding.question.text.startswith("At which address did the collapse of a bridge") and "(street)" not in finding.question.text
    assert "gave 1100 block of Elm Avenue as the address" in finding.message


def test_where_somebody_lives_is_asked_as_such() -> None:
    records = [
        {
            "doc_id": town,
            "text": f"A shop in Stockton, California, was robbed on Monday. Anton Berg, 36, of {town}, was arrested.",
            "published": "2024-03-05",
        }
        for town in ("Pomona", "Fresno")
    ]
    homes = [f for f in check(inputs_from_records(records, BOOK), BOOK).findings if f.question.attribute == "place" and f.question.entity]
    assert [f.question.text for f in homes] == ["Where does Anton Berg live?"]
    assert "put the home of Anton Berg in Fresno; article Pomona in Pomona" in homes[0].message
