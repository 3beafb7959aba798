"""Groups of people and what became of them, on sentences of our own."""

from __future__ import annotations

from itertools import product

import pytest

from discrepancy.annotate.layers import annotate
from discrepancy.annotate.phrases import PeopleGroup, VerbGroup, phrased
from discrepancy.annotate.phrases_rules import people_flags
from discrepancy.ingest import inputs_from_records
from discrepancy.model.text import Span
from discrepancy.model.values import Quantity, exactly
from discrepancy.notation.values import format
from discrepancy.rulebook import rulebook
from discrepancy.rulebook.alphabet import alphabet

BOOK = rulebook()


def values(text: str) -> list[object]:
    (document,) = inputs_from_records([{"doc_id": "a", "text": text, "published": "2023-05-15"}], BOOK).documents
    return [value for line in annotate(document, BOOK).sentences for value in phrased(line, BOOK).values if value is not None]


def people(text: str) -> list[tuple[str, str]]:
    return [(format(v.count), v.population) for v in values(text) if isinstance(v, PeopleGroup)]


def verbs(text: str) -> list[tuple[str, bool, bool]]:
    return [(v.outcome, v.passive, v.negated or v.modal) for v in values(text) if isinstance(v, VerbGroup)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The harbour lost nine Pakistani labourers.", ("9", "workers")),
        ("The harbour lost at least 11 police officers.", (">=11", "police officers")),
        ("The harbour lost a 6-year-old girl.", ("1", "children")),
        ("The harbour lost 40 others.", ("40", "")),
        ("The harbour lost four members of a family from the north.", ("4", "")),
        ("The harbour lost civilians.", (">=2?", "civilians")),
        ("The harbour lost nobody.", ("0", "")),
    ],
)
def test_people_are_counted(text: str, expected: tuple[str, str]) -> None:
    assert people(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nine men were killed there.", ("kill", True, False)),
        ("Gunmen killed nine men.", ("kill", False, False)),
        ("Nine men were not hurt.", ("injure", True, True)),
        ("The raid could kill nine men.", ("kill", False, True)),
        ("A man was shot and killed.", ("kill", True, False)),
        ("A man was fatally shot.", ("kill", True, False)),
        ("A man was pronounced dead.", ("die", True, False)),
        ("Two women were taken to a hospital.", ("hospital", True, False)),
        ("Nine men were killed or injured.", ("harm", True, False)),
    ],
)
def test_the_verb_group_decides_voice_and_reality(text: str, expected: tuple[str, bool, bool]) -> None:
    assert verbs(text) == [expected]


def test_an_adjective_is_no_verb() -> None:
    assert verbs("The wounded man slept.") == []


def test_one_verb_group_may_hold_two_clauses() -> None:
    assert [outcome for outcome, _, _ in verbs("The fire left two men dead and injured seven others.")] == ["die", "injure"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nine thatchers were killed there.", [("9", "")]),
        ("Some 27 Leath supporters were arrested there.", [("~27", "")]),
        ("A blast injured 12 diners.", [("12", "")]),
        ("Twelve bathers were taken to hospital.", [("12", "")]),
        ("Twelve boilers were delivered there.", []),
        ("Six thatchers were detained there.", [("6", "")]),  # only people are detained
        ("A patrol captured six boats there.", []),
        ("Nine tigers were killed there.", []),
        ("Nine parcels were killed there.", []),
        ("Nine trailers were hit there.", []),
        ("Nine thatchers were late there.", []),
    ],
)
def test_people_whose_noun_no_rule_lists_are_told_by_what_befell_them(text: str, expected: list[tuple[str, str]]) -> None:
    assert people(text) == expected


@pytest.mark.parametrize("fate", ["", "dead", "hurt"])
def test_every_group_of_people_has_a_symbol(fate: str) -> None:
    """Flags that never stand together have none, so no group may ask for such a pair."""
    sides = [(name, pronoun, counted, definite) for name in ("", "Rudd") for pronoun in (0, 1) for counted in (0, 1) for definite in (0, 1)]
    counts = [exactly(0), exactly(1), exactly(4), Quantity(2, None, vague=True)]
    for name, pronoun, counted, definite in sides:
        for count, words, harms in product(counts, ("two of them", "both", "nine men", "a man"), (False, True)):
            group = PeopleGroup(
                Span(0, 1), words, count, "men", "men", name, counted=bool(counted), definite=bool(definite), pronoun=bool(pronoun),
                harms=harms, suffers=harms, fate=fate,
            )  # fmt: skip
            assert alphabet(BOOK).chunk("people", (), people_flags(group))
