"""Metadata, each piece with where it came from."""

from __future__ import annotations

from datetime import date

import pytest

from discrepancy.ingest import inputs_from_records
from discrepancy.model.text import Document
from discrepancy.model.values import When

BODY = "A footbridge over the Elbow river gave way on Monday, killing two walkers and injuring five others, the fire brigade said."


def pages(*texts: str, **told: str) -> tuple[Document, ...]:
    return inputs_from_records([{"doc_id": str(at), "text": text, **told} for at, text in enumerate(texts)]).documents


def published(document: Document) -> tuple[date | None, str]:
    assert document.published is not None
    return document.published.value.first, document.published.came_from


@pytest.mark.parametrize(
    ("top", "day", "came_from"),
    [
        (
            "Footbridge falls into river\nPublished : 14 Mar 2021, 10:14 AM\n",
            date(2021, 3, 14),
            "label 'Published', page line 2",
        ),
        ("Footbridge falls into river\nBy Bob Scribe March 14, 2021\n", date(2021, 3, 14), "page line 2"),
        ("Footbridge falls into river\nMonday, Mar 15, 2021 | Updated 9:01 AM EDT\n", date(2021, 3, 15), "page line 2"),
        ("Title: Footbridge falls\nPublished: 2021-03-14\n\n", date(2021, 3, 14), "header Published:"),
        ("SAN SALVADOR, 3 JAN 90 -- ", date(1990, 1, 3), "dateline, page line 1"),
    ],
)
def test_published(top: str, day: date, came_from: str) -> None:
    (document,) = pages(top + BODY)
    assert published(document) == (day, came_from)


def test_an_update_alone_bounds_the_day_and_says_so() -> None:
    (document,) = pages("Footbridge falls into river\nLast update: April 29, 2021 00:20\n\n" + BODY)
    assert document.published is not None and document.updated is not None
    assert document.published.value == When(None, date(2021, 4, 29), "range")
    assert document.published.came_from.startswith("inferred: not after the update")


def test_the_page_date_is_not_taken_from_a_caption() -> None:
    (document,) = pages("Footbridge falls into river\nThe bridge on June 27, 2012. (Ann Shutter/Reuters)\n\n" + BODY)
    assert document.published is None


def test_no_date_means_none() -> None:
    (document,) = pages("Footbridge falls into river\n\n" + BODY + " The old bridge had been opened on May 3, 1961, by a prince.")
    assert document.published is None


TODAY = "Early this morning, March 14, an envoy came to see the river. "


def test_the_texts_own_day_takes_its_year_from_the_articles_beside_it() -> None:
    first, second = pages(TODAY + BODY, "Footbridge falls into river\nPublished: 16 March 2021\n\n" + BODY)
    assert published(first) == (
        date(2021, 3, 14),
        "text: Early this morning, March 14; year inferred: 2021, from 1 other article",
    )
    assert published(second)[0] == date(2021, 3, 16)


def test_without_neighbours_the_year_stays_unknown() -> None:
    (document,) = pages(TODAY + BODY)
    assert document.published is None


def test_a_weekday_that_does_not_fit_leaves_the_year_unknown() -> None:
    first, _ = pages(TODAY + "It rained on Friday, March 12. " + BODY, "Published: 16 March 2022\n\n" + BODY)
    assert first.published is None, "in 2022 the 12th of March was a Saturday"


def test_an_article_of_other_years_changes_no_inferred_day() -> None:
    near = ["Footbridge falls into river\nPublished: 16 March 2021\n\n" + BODY] * 2
    alone, *_ = pages(TODAY + BODY, *near)
    beside, *_ = pages(TODAY + BODY, *near, "Old news about a river\nPublished: 1 June 2015\n\n" + BODY)
    assert alone.published == beside.published


def test_yesterday_is_the_day_before() -> None:
    first, _ = pages("The dam gave way yesterday, March 13, after weeks of rain. " + BODY, "Published: 16 March 2021\n\n" + BODY)
    assert published(first)[0] == date(2021, 3, 14)


def test_names_glued_to_an_agency() -> None:
    (document,) = pages("Footbridge falls into river\n\nBob Allan ScribeReuters\nPublished : 14 Mar 2021\n\n" + BODY)
    assert document.byline is not None and document.byline.value == "Bob Allan Scribe"
    assert [credit.value for credit in document.credits] == ["Reuters"]


def test_habit_of_dates_from_another_date_of_the_page() -> None:
    (document,) = pages("Footbridge falls into river\nPosted 3/4/2021\nUpdated 3/14/2021\n\n" + BODY)
    assert published(document)[0] == date(2021, 3, 4)
    assert document.date_order is not None and document.date_order.value == "mdy"


def test_habit_of_dates_and_zone_from_the_outlet() -> None:
    (document,) = pages("Title: Footbridge falls\nSource: Dawn\nPublished: 03/04/2021\n\n" + BODY)
    assert published(document)[0] == date(2021, 4, 3)
    assert document.zone is not None and (document.zone.value, document.zone.came_from) == (
        "Asia/Karachi",
        "outlets: Dawn",
    )


def test_an_unknown_habit_leaves_two_days() -> None:
    (document,) = pages("Title: Footbridge falls\nSource: Valley Post\nPublished: 03/04/2021\n\n" + BODY)
    assert document.published is not None
    assert document.published.value.options == (date(2021, 3, 4), date(2021, 4, 3))


def test_outlet_and_day_from_the_address() -> None:
    (document,) = pages("https://www.dawn.com/2021/03/14/footbridge\nFootbridge falls into river\n\n" + BODY)
    assert document.outlet is not None and (document.outlet.value, document.outlet.came_from) == (
        "Dawn",
        "address: dawn.com",
    )
    assert published(document) == (date(2021, 3, 14), "address: 2021/03/14")


def test_records_tell_first() -> None:
    (document,) = pages("Published: 1 May 2020\n\n" + BODY, published="2021-03-14", dateline="BOGOTA, 14 MAR 21 (AFP)", source="EL DIA")
    assert published(document) == (date(2021, 3, 14), "record published")
    assert document.dateline is not None and document.dateline.value == "BOGOTA"
    assert [(credit.value, credit.came_from) for credit in document.credits] == [("AFP", "record dateline")]
    assert document.outlet is not None and document.outlet.value == "EL DIA"
