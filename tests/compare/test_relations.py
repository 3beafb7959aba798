"""Six answers, read both ways; narrowing never heals a difference."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from value_strategies import clocks, quantities, term_lists, values, whens

from discrepancy import notation
from discrepancy.compare.lexicon import Lexicon
from discrepancy.compare.policy import policy
from discrepancy.compare.relations import mirror, relation
from discrepancy.model.values import Clock, Quantity, Terms, Value, When
from discrepancy.rulebook import rulebook, rules_folder

BOOK = rulebook(base=rules_folder() / "compare")
RULES = policy(BOOK)
GAZETTEER = {("Persia", "Fars"): True, ("Fars", "Persia"): False, ("Fars", "Yazd"): False, ("Yazd", "Fars"): False}


def contains(outer: str, inner: str) -> bool | None:
    if outer == inner:
        return True if any(outer in pair for pair in GAZETTEER) else None
    return GAZETTEER.get((outer, inner))


LEXICON = Lexicon(BOOK, contains)
ATTRIBUTE: dict[type, str] = {Quantity: "killed", When: "date", Clock: "time", Terms: "actor"}


def related(a: Value, b: Value, attribute: str = "") -> str:
    return relation(a, b, RULES, attribute or ATTRIBUTE.get(type(a), "wording"), LEXICON)


@pytest.mark.parametrize(
    ("attribute", "a", "b", "expected"),
    [
        ("killed", "9", "9", "same"),
        ("killed", "9", "10", "disjoint"),
        ("killed", "12", ">=12", "narrower"),
        ("date", "Saturday", "Sunday", "disjoint"),
        ("date", "'Saturday night'", "Sunday", "wider"),
        ("date", "Saturday", "'Saturday morning'", "same"),
        ("date", "'18 November'", "'19 November'", "disjoint"),
        ("date", "'31 December night'", "'1 January'", "wider"),
        ("date", "Saturday", "'19 November'", "unknown"),
        ("date", "Saturday", "2008-11-23", "disjoint"),
        ("date", "Saturday", "2008-11-22", "wider"),
        ("date", "'Saturday night'", "2008-11-23", "wider"),
        ("date", "2008-11-22", "'22 November'", "narrower"),
        ("date", "Saturday", "2008-11", "unknown"),
        ("date", "Saturday", "[2008-11-23..2008-11-25]", "disjoint"),
        ("killed", "11", ">=12", "disjoint"),
        ("killed", "12|13", "13", "wider"),
        ("killed", "12|14", "13", "disjoint"),
        ("killed", "~20", "21", "wider"),
        ("killed", "~20", "23", "disjoint"),
        ("killed", "500..1300", "1300..1500", "overlap"),
        ("killed", "*", "9", "unknown"),
        ("date", "2024-01-18", "2024-01", "narrower"),
        ("date", "2024-01-18", "2024-02", "disjoint"),
        ("date", "[2024-05-06,2024-06-05]", "2024-06-05", "wider"),
        ("date", "[2024-05-06,2024-06-05]", "2024-05-20", "disjoint"),
        ("date", "2024-01-16/2024-01-18", "2024-01-17", "overlap"),
        ("date", "2024-01-17Tnight", "2024-01-18", "wider"),
        ("date", "2024-01-17Tnight", "2024-01-18Tmorning", "wider"),
        ("date", "2024-01-17Tnight", "2024-01-18Tlate", "disjoint"),
        ("date", "2024-01-18Tevening", "2024-01-17Tlate", "disjoint"),
        ("date", "[2024-02-02..]", "2024-02-01", "disjoint"),
        ("time", "23:55", "~00:01", "narrower"),
        ("time", "04:05[Asia/Tehran]", "00:35Z", "same"),
        ("time", "04:05[Asia/Tehran]", "03:35Z", "disjoint"),
        ("time", "07:37Z", "07:37[local]", "disjoint"),
        ("time", "07:37Z", "09:12[local]", "unknown"),
        ("time", "04:05[Asia/Tehran]", "04:05", "same"),
        ("actor", "Iran", "Pakistan", "disjoint"),
        ("actor", "Partridge", "Alan Noel Partridge", "unknown"),
        ("actor", "Alan Partridge", "Alan Noel Partridge", "unknown"),
        ("actor", "Alan Partridge", "Noel Partridge", "disjoint"),
        ("target", "BLF", "BLA & BLF", "wider"),
        ("target", "BLF & X Front", "BLA & BLF", "overlap"),
        ("target", "BLA | BLF", "BLF", "wider"),
        ("target", "BLA & …", "BLA", "wider"),
        ("victims", "laborers", "workers", "same"),
        ("victims", "people", "workers", "wider"),
        ("victims", "children", "girls", "wider"),
        ("victims", "tourists", "workers", "unknown"),
        ("role", "ambassador", "charge d'affaires", "disjoint"),
        ("role", "counterpart", "ambassador", "wider"),
        ("place", "Fars", "Persia", "narrower"),
        ("place", "Fars", "Yazd", "disjoint"),
        ("place", "Fars", "Nowhere Village", "unknown"),
        ("wording", '"we will not yield"', '"We will not yield."', "same"),
        ("wording", '"we will not yield"', '"he said we will not yield to them"', "wider"),
        ("wording", '"we lost our ferry in the storm"', '"we lost our ship in the storm"', "overlap"),
        ("wording", '"we lost 4 boats in the storm"', '"we lost 5 boats in the storm"', "disjoint"),
        ("wording", '"we will not yield"', '"peace is near"', "unknown"),
    ],
)
def test_relation(attribute: str, a: str, b: str, expected: str) -> None:
    kind = notation.KINDS[attribute]
    assert related(notation.parse(a, kind), notation.parse(b, kind), attribute) == expected


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("2024-03-04Tmorning", "2024-03-04Tevening", "disjoint"),
        ("2024-03-04Tmorning", "2024-03-04Tafternoon", "overlap"),
        ("2024-03-04Tmorning", "2024-03-05Tevening", "unknown"),
        ("2024-03-04Tmorning", "21:00", "disjoint"),
        ("2024-03-04Tnight", "01:00", "wider"),
        ("2024-03Tmorning", "21:00", "unknown"),
        ("2024-03-04", "21:00", "unknown"),
    ],
)
def test_parts_of_days_answer_the_hour(a: str, b: str, expected: str) -> None:
    first, second = (notation.parse(text, Clock if ":" in text else When) for text in (a, b))
    assert related(first, second, "time") == expected


@pytest.mark.parametrize(
    ("attribute", "a", "b", "units", "expected"),
    [
        ("distance", "20", "32", ("miles", "km"), "overlap"),
        ("distance", "200", "150", ("feet", "metres"), "disjoint"),
        ("distance", "<25", "10", ("km", "miles"), "wider"),
        ("money", "80", "82", ("USD", "USD"), "disjoint"),
        ("money", "80", "82", ("USD", "EUR"), "unknown"),
        ("age", "2", "24", ("years", "months"), "same"),
        ("age", "26", "26", ("", "years"), "same"),
    ],
)
def test_units(attribute: str, a: str, b: str, units: tuple[str, str], expected: str) -> None:
    found = relation(notation.parse(a, Quantity), notation.parse(b, Quantity), RULES, attribute, LEXICON, units)
    assert found == expected


@settings(max_examples=600)
@given(values, values)
def test_mirror(a: Value, b: Value) -> None:
    if {type(a), type(b)} == {Clock, When}:
        assert related(a, b, "time") == mirror(related(b, a, "time"))  # a day may be told with a part of it
    else:
        assert related(a, b) == mirror(related(b, a)) if type(a) is type(b) else related(a, b) == "unknown"


@settings(max_examples=300)
@given(st.sampled_from([quantities(), whens(), clocks(), term_lists()]).flatmap(lambda s: st.tuples(s, s)))
def test_mirror_of_one_kind(pair: tuple[Value, Value]) -> None:
    assert related(*pair) == mirror(related(*reversed(pair)))


@given(values)
def test_nothing_differs_from_itself(value: Value) -> None:
    assert related(value, value) in ("same", "unknown", "overlap")


@settings(max_examples=400)
@given(st.integers(0, 400), st.integers(0, 400), st.integers(0, 400), st.integers(0, 60), st.integers(0, 60), st.booleans())
def test_narrowing_never_heals_a_number(low: int, inner: int, other: int, wide: int, less: int, about: bool) -> None:
    a = Quantity(low, low + wide, approx=about)
    narrow = Quantity(low + min(inner, wide), low + max(min(inner, wide), wide - less), approx=about)
    assume(narrow.low is not None and narrow.high is not None and narrow.low <= narrow.high)
    b = Quantity(other, other + less)
    assert related(narrow, a) in ("same", "narrower")
    if related(a, b) == "disjoint":
        assert related(narrow, b) == "disjoint"


@settings(max_examples=400)
@given(whens(), whens(), st.integers(0, 30), st.integers(0, 30))
def test_narrowing_never_heals_a_date(a: When, b: When, cut: int, drop: int) -> None:
    assume(a.first is not None and a.last is not None and not a.options and not a.extent)
    assert a.first is not None and a.last is not None
    first = date.fromordinal(min(a.first.toordinal() + cut, a.last.toordinal()))
    last = date.fromordinal(max(a.last.toordinal() - drop, first.toordinal()))
    narrow = replace(a, first=first, last=last)
    if related(a, b) == "disjoint":
        assert related(narrow, b) == "disjoint"


def test_hypernyms_are_never_different() -> None:
    assert related(Terms(("gunmen",)), Terms(("attackers",)), "actor") == "same"
    assert related(Terms(("separatists",)), Terms(("militants",)), "actor") == "narrower"
    assert LEXICON.opposed("civilians", "terrorists")
    assert not LEXICON.opposed("separatists", "terrorists")
