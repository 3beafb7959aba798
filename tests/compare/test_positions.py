"""Which claims an article is heard with, and which pairs of articles have no quarrel."""

from __future__ import annotations

from dataclasses import replace

import pytest
from claim_making import claim
from hypothesis import given
from hypothesis import strategies as st

from discrepancy.compare import compare
from discrepancy.compare.answers import standing
from discrepancy.compare.context import Context, context
from discrepancy.compare.parts import composites
from discrepancy.compare.passport import lone_fate
from discrepancy.link.holding import Holding
from discrepancy.model.claims import Claim
from discrepancy.model.findings import Entity, Finding
from discrepancy.model.text import Document, Span
from discrepancy.rulebook import Rulebook, rulebook


def bare(book: Rulebook, *claims: Claim) -> Context:
    return context(claims, (), {}, (), book, origins=(), aligned_by=Holding(), mentions=(), contains=None, draft="")


def printed(made: Claim, words: str) -> Claim:
    return replace(made, evidence=replace(made.evidence, exact=words))


def across(book: Rulebook, *claims: Claim) -> list[Finding]:
    return [f for f in compare(claims, (), (), (), book).findings if not f.question.article]


@pytest.mark.parametrize(
    ("words", "fate"),
    [("He was shot dead", True), ("One man was killed", False), ("Pell, 17, died", True), ("killing 1", False)],
)
def test_one_person_is_a_toll_only_when_counted(book: Rulebook, words: str, fate: bool) -> None:
    one = printed(claim("killed=1"), words)
    assert lone_fate(one, bare(book, one)) is fate


def test_an_article_is_heard_with_its_firm_first_figure(book: Rulebook) -> None:
    vague, first, later = claim("killed>=2?", "a", 0), claim("killed=9", "a", 1, at=10), claim("killed=4", "a", 2, at=90)
    assert standing((vague, first, later), bare(book, vague, first, later)) == (first,)


def test_a_further_figure_is_no_total(book: Rulebook) -> None:
    more = replace(claim("killed=2", "a"), additional=True)
    assert standing((more,), bare(book, more)) == ()


def test_a_superseded_figure_leaves_the_answer_to_the_newer_one(book: Rulebook) -> None:
    old = claim("killed=15", "a", 0, words="an earlier toll of # was given out")
    new = claim("killed=18", "a", 1, at=40)
    assert standing((old, new), bare(book, old, new)) == (new,)


def test_the_day_of_a_page_is_no_day_of_an_event(book: Rulebook) -> None:
    stamp = printed(claim("date=2024-03-05", "a"), "Date of publication 5 March 2024 A mill burned")
    told = claim("date=2024-03-04", "a", 1, at=50)
    assert standing((stamp, told), bare(book, stamp, told)) == (told,)
    plain = claim("date=2024-03-05", "a")
    above = replace(plain, evidence=replace(plain.evidence, exact="On 5 March 2024", before="Published: 6 March 2024\n\n"))
    assert standing((above,), bare(book, above)) == (above,)


def test_articles_that_share_an_answer_do_not_quarrel(book: Rulebook) -> None:
    shared = (claim("killed=9", "a", 0), claim("killed=12", "a", 1, at=50), claim("killed=12", "b", 2))
    assert across(book, *shared) == []
    assert [f.verdict for f in across(book, shared[0], shared[2])] == ["conflicts"]


def test_two_days_in_one_article_are_no_finding(book: Rulebook) -> None:
    days = (claim("date=2024-03-04", "a", 0), claim("date=2024-03-06", "a", 1, at=80))
    assert compare(days, (), (), (), book).findings == ()


def test_labels_keep_every_speaker(book: Rulebook) -> None:
    labels = (claim("victims=civilians by=Narnia", "a", 0), claim("victims=terrorists by=Calormen", "a", 1, at=50))
    assert standing(labels, bare(book, *labels)) == labels


@given(st.lists(st.tuples(st.sampled_from("abc"), st.integers(2, 6)), min_size=1, max_size=8))
def test_one_value_an_article_and_never_an_invented_one(book: Rulebook, figures: list[tuple[str, int]]) -> None:
    claims = [claim(f"killed={n}", article, i, at=10 * i) for i, (article, n) in enumerate(figures)]
    heard = standing(claims, bare(book, *claims))
    assert set(heard) <= set(claims)
    assert {c.article for c in heard} == {article for article, _ in figures}
    assert len({(c.article, str(c.value)) for c in heard}) == len({c.article for c in heard})


def test_a_figure_called_the_older_one_stands_behind_nobody(book: Rulebook) -> None:
    """The newer figure of the same sentence is not called older by it, nor what stands behind another figure."""
    old = claim("killed=112", "a", 0, words="It raised the count, updating a previous toll of # dead.")
    new = claim("killed=126", "a", 1, words="At least # people were killed, it said, updating a previous toll of 112 dead.", at=40)
    assert standing((old, new), bare(book, old, new)) == (new,)
    far = claim("killed=15", "a", 2, words="An earlier toll from the raid on the fort reported # people dead.", at=90)
    assert standing((far, new), bare(book, far, new)) == (new,)


def test_a_part_told_in_one_breath_with_its_whole_is_no_answer(book: Rulebook) -> None:
    whole = printed(claim("killed=75", "a", 0), "Nearly 75 guards were killed")
    part = printed(claim("killed=30", "a", 1), "Nearly 75 guards were killed including 30 foreigners")
    beside = printed(claim("killed=30", "a", 2, at=300), "30 guards were killed")
    assert standing((part, whole), bare(book, part, whole)) == (whole,)
    assert standing((beside,), bare(book, beside)) == (beside,)
    other = claim("killed=30", "b", 3)
    assert [f.verdict for f in across(book, whole, part, other)] == ["conflicts"]


def test_a_day_inside_a_weekend_is_what_an_article_means(book: Rulebook) -> None:
    weekend, saturday = claim("date=[2024-03-02..2024-03-03]", "a", 0), claim("date=2024-03-02", "a", 1, at=80)
    friday = claim("date=2024-03-01", "b", 2)
    assert standing((weekend, saturday), bare(book, weekend, saturday)) == (saturday,)
    assert [f.verdict for f in across(book, weekend, saturday, friday)] == ["conflicts"]


def test_measurements_are_not_settled_by_an_article_that_gives_two(book: Rulebook) -> None:
    own = (claim("magnitude=6.1", "a", 0), claim("magnitude=5.9", "a", 1, at=80))
    assert [f.verdict for f in across(book, *own, claim("magnitude=5.9", "b", 2))] == ["conflicts"]


def test_one_speaker_with_two_figures_is_not_settled_by_a_third(book: Rulebook) -> None:
    own = (claim("killed=9 by=Narnia", "a", 0), claim("killed=12", "a", 1, at=80))
    other = claim("killed=12 by=Narnia", "b", 2)
    assert [f.verdict for f in across(book, *own, other)] == ["conflicts"]


def test_others_beside_a_count_are_not_held_against_it_in_one_article(book: Rulebook) -> None:
    count, nobody = claim("injured=9", "a", 0), replace(claim("injured=0", "a", 1, at=80), additional=True)
    assert compare((count, nobody), (), (), (), book).findings == ()
    assert [f.verdict for f in compare((count, claim("injured=0", "a", 1, at=80)), (), (), (), book).findings] == ["unclear"]


def test_others_who_were_shot_are_the_hurt(book: Rulebook) -> None:
    dead, others = claim("killed=1", "a", 0), replace(claim("hit=11", "a", 1, at=80), additional=True)
    hurt = (printed(claim("killed=1", "b", 2), "one dead"), claim("injured=9", "b", 3, at=80))
    assert [f.question.attribute for f in across(book, printed(dead, "one dead"), others, *hurt)] == ["injured"]
    assert across(book, printed(dead, "one dead"), replace(others, additional=False), *hurt) == []


def test_one_persons_fate_is_no_part_of_a_sum(book: Rulebook) -> None:
    hurt, named = claim("injured=3", "a", 0), replace(printed(claim("injured=1", "a", 1, at=80), "Pell was hurt"), additional=True)
    other = claim("injured=4", "b", 2)
    assert [f.verdict for f in across(book, hurt, named, other)] == ["conflicts"]
    assert across(book, hurt, printed(named, "one more was hurt"), other) == []


def test_a_label_tells_of_all_beside_one_persons_fate(book: Rulebook) -> None:
    workers, fate = claim("killed{workers}=9", "a", 0), printed(claim("killed=1", "a", 1, at=80), "Pell died")
    assert [f.verdict for f in across(book, workers, fate, claim("killed=7", "b", 2))] == ["conflicts"]
    assert across(book, workers, claim("killed=12", "a", 1, at=80), claim("killed=12", "b", 2)) == []


def test_a_figure_of_some_of_those_counted_is_no_answer(book: Rulebook) -> None:
    some, total = printed(claim("injured=2", "a", 0), "Two of the victims were hit"), claim("injured=6", "a", 1, at=90)
    assert standing((some, total), bare(book, some, total)) == (total,)
    assert standing((some,), bare(book, some)) == ()


def test_what_is_counted_from_a_pages_stamp_is_no_day_of_an_event(book: Rulebook) -> None:
    stamp = printed(claim("date=2024-03-05", "a"), "Date of publication 5 March 2024 A mill burned")
    later = replace(claim("date=2024-03-05", "a", 1, at=80), anchors=(stamp.id,))
    assert standing((stamp, later), bare(book, stamp, later)) == ()


def test_who_counts_three_shot_may_count_the_dead(book: Rulebook) -> None:
    hurt, dead = claim("hit=2", "b", 1), printed(claim("killed=1", "b", 2, at=90), "one man was killed")
    assert across(book, claim("hit=3", "a"), hurt, dead) == []
    own = printed(claim("killed=1", "a", 3, at=90), "one man was killed")
    assert [f.verdict for f in across(book, claim("hit=3", "a"), own, hurt, dead)] == ["unclear"]  # three with the dead, or two besides
    one = printed(claim("injured=1", "b", 4, at=180), "another was wounded")
    assert [f.verdict for f in across(book, claim("hit=3", "a"), own, hurt, dead, one)] == ["conflicts"]
    assert [f.verdict for f in across(book, claim("injured=3", "a"), claim("injured=2", "b", 1), dead)] == ["conflicts"]


def test_a_bound_stands_behind_no_figure_of_another_order(book: Rulebook) -> None:
    assert across(book, claim("killed>=2", "a"), claim("killed=470000", "b")) == []
    assert [f.verdict for f in across(book, claim("killed>=2", "a"), claim("killed=9", "b"))] == ["soft"]


def test_a_person_and_a_group_are_not_held_against_each_other(book: Rulebook) -> None:
    pair = (claim("actor=Pell", "a"), claim("actor='Harbour Police'", "b"))
    kinds = {"Pell": "person", "Harbour Police": "group"}
    known = tuple(Entity(name, kind, name, ()) for name, kind in kinds.items())  # type: ignore[arg-type]  # kinds are names' kinds
    assert compare(pair, (), known, (), book).findings == ()
    assert [f.verdict for f in compare(pair, (), (), (), book).findings] == ["conflicts"]


def copied(name: str, text: str) -> Document:
    return Document(name, f"{name}.txt", "", text, ())


def test_a_sentence_that_both_articles_print_sets_nothing_between_them() -> None:
    """However an edited copy is read: who prints the sentence says what it says. A word changed in it is another matter."""
    line = "The state agency said on Monday that the raiders had taken the harbour."
    texts = (f"{line} The harbour master was led away.", f"A light rain fell. {line}")
    raid = (claim("killed=9", "a"), claim("killed=12", "b"))
    start = [text.index("raiders") for text in texts]
    placed = [
        replace(c, evidence=replace(c.evidence, exact="raiders", span=Span(at, at + len("raiders")), before="", after=""))
        for c, at in zip(raid, start, strict=True)
    ]
    shown = [copied(name, text) for name, text in zip("ab", texts, strict=True)]
    assert compare(placed, (), (), shown, rulebook()).findings == ()
    changed = [shown[0], copied("b", texts[1].replace("the harbour.", "the pier."))]
    assert [f.level for f in compare(placed, (), (), changed, rulebook()).findings] == ["warning"]


def test_a_toll_below_another_figure_of_its_article_is_no_whole(book: Rulebook) -> None:
    counted, stated = claim("killed=39", "a", 0), replace(claim("killed=31", "a", 1, at=50), rule="killed.toll")
    assert standing((counted, stated), bare(book, counted, stated)) == (counted,)
    part = claim("killed=4", "a", 2)
    assert standing((part, stated), bare(book, part, stated)) == (stated,)


def test_others_who_were_hurt_outdo_a_smaller_count(book: Rulebook) -> None:
    three, others = claim("injured=3", "a", 0), replace(claim("injured=14", "a", 1, at=300), additional=True)
    assert standing((three, others), bare(book, three, others)) == (others,)
    two = replace(others, id="two", value=claim("injured=2").value)
    assert standing((three, two), bare(book, three, two)) == (three,)


def distance(value: str, article: str, at: int, label: str = "fall") -> Claim:
    number, unit = value.split()
    return claim(f"distance{{{label}}}={number} unit={unit}", article, at, at=at)


def test_measures_are_held_together_nearest_with_nearest(book: Rulebook) -> None:
    """Two falls in either article: the long one is held against the long one, whichever is told first."""
    claims = (distance("60 m", "a", 0), distance("700 m", "a", 50), distance("600 m", "b", 0), distance("60 m", "b", 50))
    steps = [step.claims for finding in across(book, *claims[:3]) for step in finding.steps]
    assert steps == [(claims[1].id, claims[2].id)]
    assert across(book, *claims) == []  # they agree on the short one: the long ones may be two things


def test_a_figure_in_two_units_answers_once(book: Rulebook) -> None:
    twice = [
        replace(claim(f"distance{{city}}={value}", "a", at), evidence=replace(claim("killed=1", "a").evidence, span=Span(0, 30)))
        for at, value in enumerate(("1150 unit=km", "700 unit=miles"))
    ]
    others = (distance("940 miles", "b", 0, "city"), distance("300 miles", "b", 50, "city"))
    told = [set(step.claims) for finding in across(book, *twice, *others) for step in finding.steps]
    assert told and all(others[0].id in pair for pair in told)  # what the second reading says is not left for the other distance


def test_feet_printed_for_metres_are_a_difference(book: Rulebook) -> None:
    assert across(book, distance("200 m", "a", 0), distance("60 m", "b", 0))
    assert not across(book, distance("200 m", "a", 0), distance("50 m", "b", 0))  # four times: another thing


def test_a_part_of_those_counted_adds_nothing_to_them(book: Rulebook) -> None:
    ten, girls, twelve = claim("injured=10", "a"), claim("injured{children}=2", "a", 1, at=20), claim("injured=12", "b")
    assert [f.verdict for f in across(book, ten, girls, twelve)] == ["conflicts"]
    more = replace(claim("injured=2", "a", 2, at=200), additional=True)
    assert across(book, ten, more, twelve) == []  # two more, told apart, do


def test_a_figure_that_two_others_may_answer_answers_neither(book: Rulebook) -> None:
    short, long, between = distance("60 m", "a", 0), distance("600 m", "a", 50), distance("200 m", "b", 0)
    assert across(book, short, long, between) == []
    assert across(book, long, between)  # alone it is the one that is meant


def test_a_time_told_with_another_day_is_of_another_happening(book: Rulebook) -> None:
    quake, shock = claim("time=10:53", "a", 0), claim("time=09:10", "b", 0, words="it shook at # on Monday")
    sunday, monday = claim("date=2024-03-10", "a", 1), claim("date=2024-03-11", "b", 1, words="it shook at # on Monday")
    assert any(f.question.attribute == "time" for f in across(book, quake, shock, sunday))
    assert not any(f.question.attribute == "time" for f in across(book, quake, shock, sunday, monday))
    late = replace(quake, value=claim("time=23:50").value)  # ten minutes before midnight the day is easily the next one
    early = replace(shock, value=claim("time=01:10").value)
    assert any(f.question.attribute == "time" for f in across(book, late, early, sunday, monday))


def test_a_vague_number_is_no_earlier_count(book: Rulebook) -> None:
    vague, told = claim("injured>=12?", "a", 0, words="the toll rose to #"), claim("injured=100", "a", 1, words="the toll rose to #")
    other = claim("injured=100", "b")
    assert across(book, vague, told, other) == []


def test_a_further_count_is_no_answer(book: Rulebook) -> None:
    further = printed(claim("count{sentences}=2", "a"), "two additional sentences")
    assert standing((further,), bare(book, further)) == ()


def headed(name: str, head: str, body: str) -> Document:
    from discrepancy.model.text import Block

    text = f"{head}\n\n{body}"
    blocks = (Block("headline", Span(0, len(head))), Block("body", Span(len(head) + 2, len(text))))
    return replace(copied(name, text), blocks=blocks)


def test_a_headline_that_its_text_does_not_bear_out_is_held_against_others(book: Rulebook) -> None:
    documents = (headed("a", "Two dead, six hurt", "Seven people were hurt."), headed("b", "Seven hurt", "Seven people were hurt."))
    head, body = claim("injured=6", "a", 0, at=10), claim("injured=7", "a", 1, at=22)
    other = claim("injured=7", "b", 2, at=14)
    (found,) = compare((head, body, other), (), (), documents, book).findings
    assert (found.verdict, found.level, found.question.article) == ("conflicts", "warning", "")
    assert [set(camp.claims) for camp in found.camps] == [{body.id, other.id}, {head.id}]


def test_a_headline_alone_against_its_text_is_told_of_its_article(book: Rulebook) -> None:
    documents = (headed("a", "Two dead, six hurt", "Seven people were hurt."),)
    head, body = claim("injured=6", "a", 0, at=10), claim("injured=7", "a", 1, at=22)
    assert [f.question.article for f in compare((head, body), (), (), documents, book).findings] == ["a"]


def test_the_parts_of_a_figure_add_nothing_to_it(book: Rulebook) -> None:
    def told(article: str, figure: int, *parts: int) -> list[Claim]:
        others = replace(claim(f"injured={figure}", article, 1, at=20), additional=True)
        counted = (printed(claim(f"injured={n}", article, 2 + i, at=90 + i), f"{n} were cut") for i, n in enumerate(parts))
        return [claim("killed=6", article, 0, at=1), others, *counted]

    assert [f.verdict for f in across(book, *told("a", 13, 4, 8, 1), *told("b", 14))] == ["conflicts"]
    assert across(book, *told("a", 13, 1), *told("b", 14)) == []


def test_a_weekday_beside_a_day_of_the_calendar_is_no_agreement(book: Rulebook) -> None:
    year, saturday = claim("date=1985", "a", 0), claim("date=Saturday", "a", 1, at=90)
    assert [f.verdict for f in across(book, year, saturday, claim("date=Sunday", "b", 2))] == ["conflicts"]


def test_others_and_others_are_counted_alike(book: Rulebook) -> None:
    def told(article: str, figure: int) -> list[Claim]:
        return [claim("killed=6", article, 0, at=1), replace(claim(f"injured={figure}", article, 1, at=900), additional=True)]

    assert [f.verdict for f in across(book, *told("a", 13), *told("b", 14))] == ["conflicts"]
    assert across(book, *told("a", 1), *told("b", 14)) == []


def test_a_share_of_those_counted_is_no_total(book: Rulebook) -> None:
    """11 and two are 13, but "13 of them" are some of the 11 whatever stands beside it."""
    beside = (claim("killed=11 @a", "a", 0), claim("killed=2 @b", "a", 1, at=40))
    total = claim("killed=13 @c", "a", 2, at=60, words="In all # people died.")
    share = claim("killed=13 @c", "a", 2, at=60, words="# of them died.")
    policy = bare(book, *beside).policy
    assert composites((*beside, total), policy).keys() == {total.id}
    assert composites((*beside, printed(share, "13 of them died")), policy) == {}
