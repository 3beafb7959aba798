"""Quotations of one saying: found together, told apart word by word, and read from articles."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from discrepancy import check, rulebook
from discrepancy.ingest import inputs_from_records
from discrepancy.link.sayings import Sayings
from discrepancy.model.claims import Claim
from discrepancy.model.findings import Finding
from discrepancy.model.text import Evidence, Span
from discrepancy.model.values import Quote

RULES = rulebook()
SAYINGS = Sayings(RULES)
SAID = "We lost four lifeboats in the storm that night and nobody told us about it"


@pytest.mark.parametrize(
    ("other", "relation", "words"),
    [
        (SAID, "same", ()),
        ("we lost 4 lifeboats in the storm that night, and nobody told us about it", "same", ()),
        ("[The company] lost four lifeboats in the storm … and nobody told us about it", "same", ()),
        ("[W]e lost four life-boats in the storm that night and nobody has told us of it", "same", ()),
        ("We lost four lifeboats in the storm that night", "narrower", ()),
        ("We lost five lifeboats in the storm that night and nobody told us about it", "disjoint", (("four", "five"),)),
        ("We lost four lifeboats in the storm that night and nobody told us nothing about it", "disjoint", (("", "nothing"),)),
        ("We lost four lifeboats in the fog that night and nobody told us about it", "overlap", (("storm", "fog"),)),
        ("We lost five lifeboats in the fog that night and nobody told us about it", "overlap", (("four", "five"), ("storm", "fog"))),
        ("The harbour will be dredged before the summer and everybody will be told in time", "unknown", ()),
    ],
)
def test_what_two_quotations_are_to_each_other(other: str, relation: str, words: tuple[tuple[str, str], ...]) -> None:
    found = SAYINGS.unlike(SAID, other)
    assert (found.relation, found.words) == (relation, words)


@pytest.mark.parametrize(
    ("one", "other", "relation"),
    [
        ("The ferry was seaworthy when it left the harbour", "The ferry wasn’t seaworthy when it left the harbour", "disjoint"),
        ("They were able to leave the ferry by themselves", "They were unable to leave the ferry by themselves", "disjoint"),
        ("It will cost twenty-five million crowns to raise her", "It will cost 25 million crowns to raise her", "same"),
        ("We’ll honour what the neighbours asked of the crew", "We will honor what the neighbors asked of the crew", "same"),
        ("The eleventh lifeboat left the ferry at 6:00 in the morning", "The 11th lifeboat left the ferry at 6 in the morning", "same"),
        ("We flew air strikes over the valley all morning", "We flew airstrikes over the valley all morning", "same"),
        ("We flew past 1, 200 wrecks along the coast that day", "We flew past 1,200 wrecks along the coast that day", "same"),
    ],
)
def test_house_style_is_no_difference_and_a_negation_is_one(one: str, other: str, relation: str) -> None:
    assert SAYINGS.unlike(one, other).relation == relation
    assert SAYINGS.unlike(other, one).relation == relation


@given(
    st.lists(st.sampled_from(["we", "lost", "4", "5", "four", "boats", "not", "…", "in", "the", "[", "]", "unable", "able", ",", "1:00"]))
)
def test_any_words_are_the_same_as_themselves(words: list[str]) -> None:
    assert SAYINGS.unlike(" ".join(words), " ".join(words)).relation == "same"


def quotation(words: str, article: str) -> Claim:
    return Claim(f"{article}:{words}", article, "wording", Quote(words), Evidence(article, Span(0, 1), "x", "", ""), "typed", entity="Sapt")


def test_quotations_of_one_saying_come_together_within_days() -> None:
    days = {"a": date(2024, 3, 5), "b": date(2024, 3, 6), "c": date(2024, 4, 5)}
    said = [
        quotation(SAID, "a"),
        quotation(SAID.replace("four", "five"), "b"),
        quotation(SAID, "c"),
        quotation("A harbour is a harbour, says he", "b"),
    ]
    assert SAYINGS.parted(said, days.get) == [said[:2], said[2:3], said[3:]]
    assert SAYINGS.parted(said, lambda article: None) == [said[:3], said[3:]]


def test_what_both_articles_quote_word_for_word_is_no_version_of_another_quotation() -> None:
    """A witness who says nearly the same twice is quoted with both by two articles."""
    other = SAID.replace("nobody", "everybody")
    said = [quotation(words, article) for article in ("a", "b") for words in (SAID, other)]
    assert SAYINGS.parted(said, lambda article: None) == [[said[0], said[2]], [said[1], said[3]]]
    assert SAYINGS.parted(said[:1] + said[3:], lambda article: None) == [said[:1] + said[3:]]


def test_a_thousand_quotations_take_no_time_to_speak_of() -> None:
    said = [quotation(f"{SAID} and number {n} of the list goes on with word{n} and word{n + 1}", f"a{n}") for n in range(1000)]
    assert sum(map(len, SAYINGS.parted(said, lambda article: date(2024, 3, 5) + timedelta(days=int(article[1:]))))) == 1000


def found(texts: Sequence[str], days: Sequence[str] = ("2024-03-05", "2024-03-05")) -> list[Finding]:
    records = [
        {"doc_id": f"a{n}", "title": "A ferry runs aground off Zenda", "text": text, "published": day}
        for n, (text, day) in enumerate(zip(texts, days, strict=True))
    ]
    report = check(inputs_from_records(records), RULES)
    return [finding for finding in report.findings if finding.question.attribute == "wording"]


ONE = 'The ferry ran aground off Zenda on Monday. "The ferry was safe to sail on Monday morning," Captain Rupert Sapt said.'


def test_a_negation_in_one_of_two_quotations_of_one_day_is_a_conflict() -> None:
    (finding,) = found([ONE, ONE.replace("was safe", "was not safe")])
    assert (finding.verdict, finding.level, finding.rule) == ("conflicts", "warning", "decide.wording.turned")
    assert [cause.text for cause in finding.causes] == ["Word by word the quotations differ in “not”, which one of them lacks."]
    assert finding.question.text == "What exactly did Rupert Sapt say?"


def test_days_later_the_speaker_may_have_said_it_anew() -> None:
    (finding,) = found([ONE, ONE.replace("was safe", "was not safe")], ("2024-03-05", "2024-03-08"))
    assert (finding.verdict, finding.level) == ("soft", "note")


def test_another_word_is_a_note_and_house_style_nothing() -> None:
    (finding,) = found([ONE, ONE.replace("safe", "unfit", 1)])
    assert (finding.verdict, finding.level, finding.rule) == ("soft", "note", "decide.wording")
    assert found([ONE, ONE.replace("ferry was safe", "[ship] was … safe").replace("Captain ", "")]) == []


def test_words_of_another_speaker_or_of_nobody_are_compared_with_nothing() -> None:
    other = ONE.replace("was safe", "was not safe")
    assert found([ONE, other.replace("Rupert Sapt", "Flavia Strelsau")]) == []
    assert found([ONE, 'The ferry ran aground on Monday. A banner called it "not safe to sail on Monday morning, the ferry".']) == []
