"""Stories: articles of one happening are found in a heap, look-alikes stay apart."""

from datetime import date

from discrepancy.link.stories import stories
from discrepancy.model.text import Document, Sourced
from discrepancy.model.values import day
from discrepancy.rulebook import rulebook

RULES = rulebook()


def article(name: str, text: str, published: date = date(2021, 5, 3)) -> Document:
    return Document(name, name, "", text, (), published=Sourced(day(published), "header"))


HARBOUR = "A fire at the Norrvik ferry terminal hurt 14 dockers on Monday, the Norrvik harbour office said."
HARBOUR_TOO = "Fourteen dockers were hurt when the Norrvik ferry terminal burned, its harbour office told reporters."
MILL = "Nine workers were taken to hospital after a fire broke out at the Solbakken paper mill on Monday."
FILLER = [f"On Monday the fire crew of Ward {n} told council {n} about a hospital road." for n in range(40)]


def heap(*more: Document) -> list[Document]:
    return [article(f"z{n}", text) for n, text in enumerate(FILLER)] + list(more)


def test_two_reports_of_one_fire_are_one_story_and_another_fire_is_not() -> None:
    found = stories(heap(article("a", HARBOUR), article("b", HARBOUR_TOO), article("c", MILL)), RULES)
    assert found["a"] == found["b"] != found["c"]


def test_the_same_words_a_year_later_are_another_story() -> None:
    found = stories(heap(article("a", HARBOUR), article("b", HARBOUR_TOO, date(2022, 5, 3))), RULES)
    assert found["a"] != found["b"]


def test_no_documents_no_stories() -> None:
    assert stories([], RULES) == {}
