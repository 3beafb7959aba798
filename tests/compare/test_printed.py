"""The names that articles print, and how many of them two share."""

from __future__ import annotations

from discrepancy.compare.lexicon import Lexicon
from discrepancy.compare.printed import printed, shared_names
from discrepancy.rulebook import rulebook

LEXICON = Lexicon(rulebook())


def counted(one: str, other: str, *but: str) -> tuple[tuple[int, int], tuple[int, int]]:
    return shared_names(printed(one), printed(other), frozenset(but), LEXICON)


def test_names_are_counted_in_both_directions() -> None:
    one, other = "Then Ann Holm of Alton rang up Per Lund.", "Nobody but Ann Holm came, not even Mayor Tom Bax."
    assert counted(one, other) == ((5, 2), (5, 2))


def test_what_either_prints_small_is_no_name_and_neither_is_a_land_a_people_or_a_day() -> None:
    one = "On Monday in May the French Mayor of Alton flew to Peru."
    assert counted(one, "The mayor is at home.")[0] == (1, 0)


def test_a_place_set_aside_counts_on_neither_side() -> None:
    assert counted("She lives in Alton with Ann Holm.", "A bar in Alton.", "alton") == ((2, 0), (0, 0))


def test_a_text_in_capitals_tells_no_names_and_holds_those_of_others() -> None:
    assert counted("He met Ann Holm.", "ANN HOLM WAS SEEN IN ALTON AGAIN.") == ((2, 2), (0, 0))
