"""Spellings of one name that are worth a note."""

from __future__ import annotations

from dataclasses import replace

from articles_checked import findings
from claim_making import article, laid, only

from discrepancy.compare import compare
from discrepancy.model.findings import Entity, Variant
from discrepancy.rulebook import rulebook


def notes(*names: str) -> list[str]:
    said = "{} quit the council of Zenda on Monday over a flat that was let to a friend for a few crowns, the mayor told them."
    found = findings(*(("2024-03-05", said.format(name)) for name in names))
    return [finding.message for finding in found if finding.verdict == "variant"]


def test_a_first_word_in_capitals_is_type_and_no_spelling() -> None:
    assert not notes("Paula Weir", "PAULA Weir") and not notes("Paula Weir", "PAULA WEIR")
    assert notes("Paula Weir", "Paula Wier")


def test_the_capital_of_a_sentence_and_dots_are_type_and_no_spelling() -> None:
    def told(kind: str, *ways: str) -> int:
        written = tuple(Variant(way, (article,), (1,)) for way, article in zip(ways, "ab", strict=False))
        return len(laid(entities=(Entity("e1", kind, ways[0], written),)).findings)

    assert told("group", "Al-Madar", "al-Madar") == told("person", "Anna J Berg", "Anna J. Berg") == told("place", "U.K.", "UK") == 0
    assert told("person", "Ivo LaBrel", "Ivo Labrel") == told("group", "Al-Madar", "al-Mader") == 1


def test_the_word_for_its_people_is_no_spelling_of_a_country() -> None:
    land = Entity("e1", "place", "Norway", (Variant("Norway", ("a",), (1,)), Variant("Norwegian", ("b",), (1,))))
    assert compare((), (), (land,), (), rulebook()).findings == ()


def test_spellings_are_a_note_and_inside_a_draft_a_warning() -> None:
    spelled = Entity("e1", "person", "Anna Kowalsky", (Variant("Anna Kowalsky", ("a",), (1,)), Variant("Anna Kowalski", ("b",), (2,)),
                     Variant("Kowalsky", ("a",), (4,))))  # fmt: skip
    found = only(laid(entities=(spelled,)))
    assert (found.verdict, found.level) == ("variant", "note")
    assert "Kowalsky” (a)" in found.message and "“Kowalsky”" not in found.message
    both = Entity("e1", "person", "Anna Kowalsky", (Variant("Anna Kowalsky", ("a",), (1,)), Variant("Anna Kowalski", ("a",), (2,))))
    assert only(laid(entities=(both,), draft="a")).level == "warning"


def test_a_draft_is_held_to_the_house_spelling() -> None:
    spelled = Entity("e1", "place", "Port Marenn", (Variant("Port Marenn", ("d", "s"), (1, 1)),), house="Port Maren")
    found = only(laid(entities=(spelled,), draft="d"))
    assert (found.rule, found.level) == ("decide.spelling.house", "warning")
    assert "House spelling: “Port Maren”" in found.message
    assert laid(entities=(spelled,), draft="x").findings == ()
    kept = Entity("e1", "place", "Port Maren", (Variant("PORT MAREN", ("d",), (1,)), Variant("Maren", ("d",), (3,))), house="Port Maren")
    assert laid(entities=(kept,), draft="d").findings == ()


def test_type_alone_makes_no_spelling() -> None:
    typed_so = (Variant("Xi'an", ("a",), (1,)), Variant("Xi’an", ("b",), (1,)), Variant("XI’AN", ("a",), (1,)))
    assert laid(entities=(Entity("e1", "place", "Xi'an", typed_so),)).findings == ()


def test_an_office_has_no_spellings_but_those_a_desk_wants() -> None:
    printed = (
        Variant("Harbour Minister", ("a",), (1,)),
        Variant("Harbour Ministers", ("a",), (1,)),
        Variant("Harbour Ministry", ("b",), (1,)),
    )
    office = Entity("e1", "office", "Harbour Minister", tuple(printed))
    assert laid(entities=(office,)).findings == ()
    assert only(laid(entities=(replace(office, house="Minister of the Harbour"),), draft="a")).rule == "decide.spelling.house"


def test_forms_of_a_nations_name_are_no_spellings_and_those_of_a_people_without_a_country_are() -> None:
    def asked(*texts: str) -> int:
        people = Entity("e1", "people", texts[0], tuple(Variant(text, (at,), (1,)) for text, at in zip(texts, "ab", strict=True)))
        return len(compare((), (), (people,), (), rulebook()).findings)

    assert asked("Germans", "German") == asked("Polish", "Poles") == 0
    assert asked("Baloch", "Baluch") == 1


def test_one_article_checked_alone_is_held_to_one_spelling() -> None:
    both = Entity("e1", "person", "Anna Kowalsky", (Variant("Anna Kowalsky", ("a",), (1,)), Variant("Anna Kowalski", ("a",), (2,))))
    assert only(laid(entities=(both,), documents=(article("a"),))).level == "warning"
    assert only(laid(entities=(both,), documents=(article("a"), article("b")))).level == "note"
