"""Text in capitals, nicknames, offices and outlets: names by what their words show."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from discrepancy.annotate.names import find_names
from discrepancy.annotate.names_capitals import capitals, shouted
from discrepancy.annotate.tokens import sentences
from discrepancy.model.text import Block, Document, Span
from discrepancy.rulebook import Rulebook, rulebook
from tests.costs import cpu_seconds

RULES: Rulebook = rulebook()


def seen(text: str) -> list[tuple[str, str]]:
    document = Document("a", "a.txt", "", text, (Block("body", Span(0, len(text))),))
    return [(name.kind, name.text) for name in find_names(sentences(document, RULES), RULES)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("POLICE SAID THAT RICARDO MONTOYA WAS FOUND DEAD IN BOGOTA ON MONDAY.", [("person", "Ricardo Montoya"), ("place", "Bogota")]),
        ("COL. ESTEBAN IBARRA LED THE TROOPS OUT OF THE TOWN.", [("person", "Esteban Ibarra")]),
        ("THE MARENDA LIBERATION FRONT SAID IT HAD TAKEN THE BRIDGE.", [("group", "Marenda Liberation Front")]),
        ("TWO BUSES BURNED NEAR GUATEMALA CITY AND IN HONDURAS.", [("place", "Guatemala City"), ("place", "Honduras")]),
        ("KESHAWNA BRITWELL, 19, AND A FRIEND WERE TAKEN TO HOSPITAL.", [("person", "Keshawna Britwell")]),
        ("GUNMEN FIRED AT A CAR WHILE RESIDENTS WATCHED FROM A ROOF.", []),
        ("HEZBOLLAH AND THE PKK DENIED ANY PART IN IT.", [("group", "HEZBOLLAH"), ("group", "PKK")]),
    ],
)
def test_text_in_capitals(text: str, expected: list[tuple[str, str]]) -> None:
    assert seen(text) == expected


def test_a_shouted_stretch_inside_a_sentence_is_no_single_name() -> None:
    text = "The sign read THE OFFICE OF RAMONA TAMAYO WILL BE CLOSED ALL DAY and nothing more."
    assert seen(text) == [("person", "Ramona Tamayo")]
    assert shouted(["THE", "OFFICE", "OF", "A", "AND", "B", "IS"])
    assert not shouted(["UN", "IN", "DR", "CONGO"])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('The driver, Kevan "Web" Benton, was charged.', [("person", "Kevan Benton")]),
        ("The driver, Luz (“Dee Dee”) Kendal, was charged.", [("person", "Luz Kendal")]),
        ('A paper entitled "Northern Songs" lay there.', [("work", "Northern Songs")]),
        ("Cells of the Marenda County Sheriff's Department were full.", [("group", "Marenda County Sheriff's Department")]),
        ("Papers of the Ministry of Information and Broadcasting burned.", [("group", "Ministry of Information and Broadcasting")]),
        ("The Ministry of Defence and Iran agreed.", [("office", "Ministry of Defence"), ("place", "Iran")]),
        ("Editors of the Marenda Courier left.", [("outlet", "Marenda Courier")]),
        ("A fire near Mount Marenda went on.", [("place", "Mount Marenda")]),
        ("Doctors at the Marenda Medical Center helped.", [("group", "Marenda Medical Center")]),
        ("A 14-year-old Jamanda Whitlow was hurt.", [("person", "Jamanda Whitlow")]),
        ("Director Gary Rossi left early.", [("person", "Gary Rossi")]),
        ("They met Robert Lewis Dear.", [("person", "Robert Lewis Dear")]),
        ("He saw the Northern Lights.", [("unknown", "Northern Lights")]),
        ("A fire in East Marenda burned.", [("place", "East Marenda")]),
        ("The U.S. Geological Survey measured it.", [("group", "U.S. Geological Survey")]),
        ("Marenda Coroner as Kaylee Jacoby, 16, knew.", [("unknown", "Marenda Coroner"), ("person", "Kaylee Jacoby")]),
    ],
)
def test_kinds_by_what_the_words_show(text: str, expected: list[tuple[str, str]]) -> None:
    assert seen(text) == expected


def test_a_surname_takes_the_kind_of_its_bearer() -> None:
    text = "Ellen DeGaspari spoke first. Later DeGaspari left. Nobody followed her."
    assert seen(text) == [("person", "Ellen DeGaspari"), ("person", "DeGaspari")]


@settings(max_examples=40)
@given(st.text(alphabet=st.sampled_from("AB .,'9-\n(“”"), max_size=120))
def test_capitals_are_read_in_order_and_apart(text: str) -> None:
    last = 0
    for name in capitals(RULES).find(text, 0, len(text)):
        assert last <= name.span.start < name.span.end <= len(text)
        last = name.span.end


@pytest.mark.parametrize("unit", ["JOHN ", "JOHN DOE, 44, ", "CARTEL ", "UNITED "])
def test_hostile_capitals_are_read_in_linear_time(unit: str) -> None:
    text = unit * (60_000 // len(unit))
    assert cpu_seconds(lambda: list(capitals(RULES).find(text, 0, len(text))), runs=1) < 10
