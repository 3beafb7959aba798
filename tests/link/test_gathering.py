"""Words that go on about an article's main event, and deeds behind trials."""

from __future__ import annotations

from datetime import date

import pytest
from test_linked_events import STRIKE, grouped, mention, reading, seen

from discrepancy.link.settled import Settled
from discrepancy.model.claims import Claim, Reading
from discrepancy.model.text import Evidence, Span
from discrepancy.model.values import day, exactly

MAIN = {"main": True, **STRIKE}


def words(article: str, number: int, *said: str, **more: object):  # type: ignore[no-untyped-def]  # a mention, as in the tests beside
    return mention(article, number, triggers=tuple(seen(article, word) for word in said), **more)


@pytest.mark.parametrize(
    ("kind", "said"),
    [("attack", ("injured",)), ("attack", ("hurt", "wounded")), ("killing", ("killed", "died")), ("incident", ("tragedy",))],
)
def test_what_became_of_people_belongs_to_what_the_article_is_about(kind: str, said: tuple[str, ...]) -> None:
    quake = mention("a", 1, type="quake", main=True, places=("Vik",), triggers=(seen("a", "quake"),))
    assert grouped(reading(quake, words("a", 2, *said, type=kind))) == [{"a:event:1", "a:event:2"}]


def test_a_trial_hurts_nobody() -> None:
    trial = mention("a", 1, type="trial", main=True)
    assert len(grouped(reading(trial, words("a", 2, "killed", type="killing")))) == 2


@pytest.mark.parametrize(
    ("main", "arrest", "one"),
    [
        ({"type": "protest"}, {}, True),
        ({"type": "shooting"}, {}, True),
        ({"type": "trial"}, {}, False),
        ({"type": "protest"}, {"when": day(date(2024, 1, 18))}, False),
        ({"type": "protest"}, {"background": True}, False),
    ],
)
def test_arrests_told_in_passing_belong_to_what_the_article_is_about(main: dict[str, object], arrest: dict[str, object], one: bool) -> None:
    told = reading(mention("a", 1, main=True, places=("Vik",), **main), mention("a", 2, type="arrest", **arrest))
    assert ({"a:event:1", "a:event:2"} in grouped(told)) is one


def test_a_day_of_its_own_makes_an_event_of_its_own() -> None:
    other = words("a", 2, "killed", type="killing", when=day(date(2024, 1, 18)))
    assert len(grouped(reading(mention("a", 1, **MAIN), other))) == 2


def test_an_older_event_right_before_the_words_may_be_meant() -> None:
    old = mention("a", 2, background=True, when=day(date(2003, 12, 26)), places=("Os",))
    after = Evidence("a", Span(40, 46), "killed", "", "")
    assert len(grouped(reading(mention("a", 1, **MAIN), old, mention("a", 3, type="killing", triggers=(after,))))) == 3


def test_an_editor_who_parts_them_is_obeyed() -> None:
    from test_linked_events import linked

    told = reading(mention("a", 1, **MAIN), words("a", 2, "injured", type="attack"))
    parted = Settled(different=frozenset({("a:event:1", "a:event:2")}))
    assert len(linked(told, settled=parted)[0]) == 2


def test_the_deed_behind_a_trial_meets_the_deed_itself() -> None:
    deed = {"type": "shooting", "places": ("Vik",), "when": day(date(2024, 1, 16))}
    report = reading(mention("a", 1, main=True, **deed))
    court = reading(mention("b", 1, type="trial", main=True), mention("b", 2, **deed))
    assert {"a:event:1", "b:event:2"} in grouped(report, court)


def test_a_crash_to_one_outlet_is_a_strike_to_another_where_day_and_place_agree() -> None:
    strike, crash = {"main": True, **STRIKE, "actors": ()}, {"main": True, **STRIKE, "actors": (), "type": "accident"}
    assert len(grouped(reading(mention("a", **strike)), reading(mention("b", **crash)))) == 1
    elsewhere = {**crash, "places": ("Os",)}
    assert len(grouped(reading(mention("a", **strike)), reading(mention("b", **elsewhere)))) == 2


def test_different_tolls_split_nothing() -> None:
    assert len(grouped(reading(mention("a", **STRIKE), killed=4), reading(mention("b", **STRIKE), killed=9))) == 1


def test_the_headlines_act_is_that_of_the_first_sentence_where_both_have_its_toll() -> None:
    head = mention("a", 1, type="shooting", main=True)
    first = mention("a", 2, type="shooting", places=("Vik",), when=day(date(2024, 1, 16)))

    def told(*tolls: int) -> Reading:
        both = zip((head, first), tolls, strict=True)
        claims = (Claim(f"a:k{e.id}", "a", "killed", exactly(n), seen("a", "x"), "r", event=e.id) for e, n in both)
        return Reading("a", tuple(claims), (head, first), (), (), 0, 0)

    assert len(grouped(told(2, 2))) == 1
    assert len(grouped(told(2, 3))) == 2
    assert len(grouped(told(1, 1))) == 2  # one dead is one dead in half of all news
