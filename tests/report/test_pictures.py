"""The pictures of the page: every shape stands where its value says, and the words beside it say the same."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from made_up import hostile, report

from discrepancy.model.findings import Report
from discrepancy.model.text import Sourced
from discrepancy.model.values import day
from discrepancy.report.html import render
from discrepancy.report.page import page
from discrepancy.report.pictures import LEFT, MOST_ROWS, RIGHT, WIDTH


def test_a_strip_shows_each_source_at_its_figure() -> None:
    deaths = next(one for one in page(report()).strips if one.question.attribute == "killed")
    assert [row.name for row in deaths.rows] == ["Capital Wire", "Harbour Post", "Island Daily"]  # the undated one last
    wire, harbour, island = (row.marks for row in deaths.rows)
    assert (harbour[0].open_right, harbour[0].open_left) == (True, False)
    assert harbour[0].left == wire[0].left == wire[0].right
    assert island[0].right == island[0].left < wire[0].left
    assert (island[0].camp, wire[0].camp) == (1, 0)
    assert [label for _, label in deaths.ticks] == ["9", "12"]
    assert deaths.told == "Capital Wire: 12; Harbour Post: at least 12; Island Daily: 9."
    assert all(LEFT <= mark.left <= mark.right <= WIDTH - RIGHT for row in deaths.rows for mark in row.marks)


def test_days_are_an_axis_too() -> None:
    sunk = next(one for one in page(report()).strips if one.question.attribute == "date")
    assert [label for _, label in sunk.ticks] == ["13 Feb 2024", "14 Feb 2024"]


def test_the_oldest_article_stands_first() -> None:
    made = report()
    first = replace(made.articles[1], published=Sourced(day(date(2024, 2, 1)), "file articles.csv"))
    deaths = page(replace(made, articles=(made.articles[0], first, made.articles[2]))).strips[0]
    assert deaths.rows[0].name == "Island Daily"


def test_the_matrix_counts_answers_alike() -> None:
    made = page(report()).matrix
    assert made is not None
    counted = {(pair.one, pair.other): (pair.alike, pair.asked) for pair in made.pairs}
    # deaths and day: Harbour Post and Capital Wire are of one camp in both, and agree on the hour
    assert counted == {
        ("Harbour Post", "Island Daily"): (0, 2), ("Harbour Post", "Capital Wire"): (3, 3), ("Island Daily", "Capital Wire"): (0, 2),
    }  # fmt: skip
    assert "Harbour Post and Capital Wire: 3 of 3 questions alike" in made.told


def test_sources_that_all_say_the_same_need_no_picture() -> None:
    made = report()
    agreeing: Report = replace(made, findings=(), consensus=made.consensus[1:])
    assert page(agreeing).strips == ()
    assert page(replace(agreeing, consensus=())).matrix is None
    assert "At a glance" not in render(replace(agreeing, consensus=()))


def test_too_many_sources_are_left_to_the_table() -> None:
    made = report()
    crowd = tuple(replace(made.articles[0], id=f"x{number}") for number in range(MOST_ROWS))
    assert page(replace(made, articles=made.articles + crowd)).matrix is None


@pytest.mark.parametrize("made", [report, hostile])
def test_a_picture_has_a_text_and_no_style_of_its_own(made) -> None:
    text = render(made())
    assert text.count("<svg") == text.count('role="img"')
    assert "style=" not in text


def test_labels_do_not_run_into_each_other() -> None:
    made = report()
    far = replace(made.claims[1], value=replace(made.claims[1].value, low=1_000_000, high=1_000_000))  # type: ignore[type-var]
    strip = page(replace(made, claims=(made.claims[0], far, *made.claims[2:]))).strips[0]
    assert [label for _, label in strip.ticks] == ["12", "1,000,000"]
