"""Who holds a post, in two articles of one story."""

from __future__ import annotations

import pytest

from discrepancy.ingest import inputs_from_records
from discrepancy.pipeline import check
from discrepancy.rulebook import rulebook

_RULES = rulebook()
_ONE = (
    "The ferry Lady Rose sank off Zenda on Sunday, killing 17 people, officials in Ruritania said. The Lady Rose was bound for Tarlenheim. "
)
_OTHER = "Seventeen people died when the Lady Rose, a ferry, sank near Zenda in Ruritania on Sunday. She had left for Tarlenheim. "


def _named(one: str, other: str, later: str = "2024-06-11") -> list[str]:
    records = [
        {"doc_id": name, "title": "Ferry Lady Rose sinks off Zenda", "text": text, "published": day}
        for name, text, day in (("a", _ONE + one, "2024-06-10"), ("b", _OTHER + other, later))
    ]
    found = check(inputs_from_records(records, _RULES), _RULES).findings
    return [f"{f.level} {f.question.entity}" for f in found if f.question.attribute == "name" and f.level != "note"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The ferry's captain, Bo Quist, was saved.", "Al Muir, the captain of the Lady Rose, was held."),
        ("The captain, Bo Quist, was saved.", "Its captain, Al Muir, was held."),
        ("The mayor of Zenda, Ann Rudd, wept.", "Mayor Eve Holm said that the town of Zenda was in mourning."),
    ],
)
def test_two_holders_of_one_post_contradict(one: str, other: str) -> None:
    assert [line.split()[0] for line in _named(one, other)] == ["warning"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The ferry's captain, Bo Quist, was saved.", "A barge picked up some. The barge's captain, Al Muir, was praised."),
        ("The ferry's captain, Bo Quist, was saved.", "The ferry's former captain, Al Muir, said that she was old."),
        ("The ferry's captain, Boris Quist, was saved.", "The ferry's captain, Boriss Quist, was held."),
        ("The ferry's captain, Bo Quist, was saved.", "The captain, Quist, was held."),
        ("The mayor of Zenda, Ann Rudd, wept.", "The mayor of Tarlenheim, Eve Holm, sent boats."),
        ("The ministry's spokesman, Bo Quist, said so.", "A spokesman for the ministry, Al Muir, said more."),
        ("The mayor of Zenda, Ann Rudd, wept.", "The deputy mayor of Zenda, Eve Holm, sent boats."),
        ("The mayor of Zenda, A.J. Rudd, wept.", "The mayor of Zenda, Arlen Rudd, sent boats."),
        ("The police chief of Zenda, Ann Rudd, wept.", "Eve Holm, the police chief of Zenda Community College, sent boats."),
        ("Lady Rose director Bo Quist wept.", "Second-unit director Al Muir filmed the boats."),
        ("Acme Lines chief executive Ann Rudd wept.", "Tonga Lines chief executive Eve Holm sent boats."),
    ],
)
def test_other_ships_towns_and_firms_former_holders_and_spellings_do_not(one: str, other: str) -> None:
    assert _named(one, other) == []


def test_a_post_may_have_passed_on_between_two_articles() -> None:
    assert _named("The mayor of Zenda, Ann Rudd, wept.", "The mayor of Zenda, Eve Holm, laid a wreath.", "2024-12-10") == []


_SAID = "“We heard screams from the lower deck and could not open the doors,” {} "


def test_the_same_words_of_two_speakers_are_a_question() -> None:
    both = (_SAID.format("said Bo Quist, a nurse."), _SAID.format("Al Muir told reporters."))
    assert _named(*both) == ["warning “we heard screams from the lower deck and could not …” in the story of Lady Rose and Ruritania"]


def test_a_short_sentence_is_somebodys_own_where_most_of_it_tells() -> None:
    own, anybodys = (f"“{words}” said {{}}." for words in ("She betrayed every sailor of this harbour,", "We are all very sad today,"))
    assert len(_named(own.format("Bo Quist"), own.format("Al Muir"))) == 1
    assert _named(anybodys.format("Bo Quist"), anybodys.format("Al Muir")) == []


@pytest.mark.parametrize(
    "other",
    [
        _SAID.format("said Quist, a nurse."),
        _SAID.format("said Bo Quisst, a nurse."),
        _SAID.format("a nurse told reporters."),
        _SAID.format("the coast guard wrote."),
        "“We heard screams from the upper deck and ran to the boats,” Al Muir told reporters.",
        "“We heard screams,” Al Muir told reporters.",
        _SAID.format("said Bo Quist. ") + _SAID.format("said Al Muir."),
    ],
)
def test_other_words_and_speakers_without_a_name_of_their_own_are_none(other: str) -> None:
    assert _named(_SAID.format("said Bo Quist, a nurse."), other) == []


def test_what_everybody_says_is_nobodys_own() -> None:
    prayers = "“Our thoughts and prayers are with the victims and with all their families,” said {}."
    assert _named(prayers.format("Bo Quist"), prayers.format("Al Muir")) == []


def _dated(one: str, other: str) -> list[str]:
    records = [
        {"doc_id": name, "title": "Ferry Lady Rose sinks off Zenda", "text": text, "published": day}
        for name, text, day in (("a", _ONE + one, "2024-06-10"), ("b", _OTHER + other, "2024-06-11"))
    ]
    found = check(inputs_from_records(records, _RULES), _RULES).findings
    return [f.level for f in found if f.question.attribute == "date" and f.level != "note"]


def test_the_last_such_time_is_one_where_the_words_beside_it_are() -> None:
    one = "It was the worst ferry accident in Ruritania since 1987."
    assert _dated(one, "No ferry had had such an accident in Ruritania since 1999.") == ["warning"]
    assert _dated(one, "The ferry had its first new engine since 1999.") == []
    assert _dated(one, "It was the deadliest accident of a ferry there since 1987.") == []


def test_years_in_an_office_are_compared() -> None:
    one = "Bo Quist, who was foreign minister until 2004, wept."
    assert _dated(one, "Bo Quist, foreign minister until 2007, sent flowers.") == ["warning"]
    assert _dated(one, "Bo Quist, finance minister until 2007, sent flowers.") == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The police chief of Zenda, Ann Rudd, wept.", "Zenda police chief Eve Holm wept."),
        ("The ferry's pilot, Bo Quist, wept.", "Acme's pilot, Al Muir, wept."),
        ("Their guide, Bo Quist, was saved.", "The guide, Al Muir, wept."),
        ("The vessel's captain, Bo Quist, was saved.", "The captain, Al Muir, was held."),
    ],
)
def test_who_held_a_post_is_asked_where_one_sort_of_thing_is_told(one: str, other: str) -> None:
    assert len(_named(one, other)) == (0 if "pilot" in one else 1)


def test_two_towns_have_a_mayor_of_one_surname_each() -> None:
    def story(town: str, land: str, ship: str, mayor: str) -> list[str]:
        told = f"The ferry {ship} sank off {town} on Sunday, killing 17 people, officials in {land} said. {{}}"
        return [told.format(f"The mayor of {town}, {mayor}, {did}.") for did in ("wept", "laid a wreath")]

    texts = (*story("Zenda", "Ruritania", "Lady Rose", "Ann Rudd"), *story("Arica", "Chile", "Blue Tern", "Eve Rudd"))
    records = [{"doc_id": f"d{number}", "text": text, "published": "2024-06-10"} for number, text in enumerate(texts)]
    found = check(inputs_from_records(records, _RULES), _RULES).findings
    assert [f.message for f in found if f.question.attribute == "name" and f.level != "note"] == []
