"""Patterns: the notation, the symbols, and that a rule is tried only where it can match."""

from pathlib import Path

import pytest

from discrepancy.rulebook import Rulebook, rulebook
from discrepancy.rulebook.alphabet import TOKEN, alphabet, shape
from discrepancy.rulebook.kinds.words import Fragment
from discrepancy.rulebook.notation import PatternFault, parse
from discrepancy.rulebook.patterns import Patterns

WORDS = """\
kind: words
rules:
  - id: people
    words: man men woman
    phrases: [police officer]
    examples: ["a [[man]]"]
    counter_examples: ["a map"]
  - id: kill
    words: killed shot
    examples: ["[[killed]]"]
    counter_examples: ["kin"]
  - id: month
    exact: [May]
    examples: ["[[May]]"]
    counter_examples: ["may"]
"""


@pytest.fixture
def book(tmp_path: Path) -> Rulebook:
    (tmp_path / "words.yaml").write_text(WORDS, encoding="utf-8")
    (tmp_path / "fragments.yaml").write_text("kind: fragments\nrules:\n  - id: toll\n    pattern: count:digits people\n", encoding="utf-8")
    return rulebook(base=tmp_path)


def matches(book: Rulebook, pattern: str, text: str) -> list[tuple[str, dict[str, str]]]:
    letters = alphabet(book)
    tokens = TOKEN.findall(text)
    symbols = "".join(letters.symbols(tokens))
    found = Patterns([Fragment(id="x", pattern=pattern)], letters, book).find(symbols)
    return [(" ".join(tokens[m.start : m.end]), {name: " ".join(tokens[a:b]) for name, (a, b) in m.caught.items()}) for m in found]


@pytest.mark.parametrize(
    ("pattern", "text", "found"),
    [
        ("kill digits people", "They shot 3 men.", ["shot 3 men"]),
        ("kill digits people", "They shot the map.", []),
        ("people ..3 kill", "The man who fell was killed.", ["man who fell was killed"]),
        ("people ..3 kill", "The man fell. He killed.", []),
        ("digits&!year-number people", "in 2024 men left 3 men", ["3 men"]),
        ("month", "May we go in May", ["May", "May"]),
        ("(people | digits)+ kill", "9 men killed", ["9 men killed"]),
        ("<toll> kill", "12 men killed", ["12 men killed"]),
        ("digits{2,3}", "1 2 3 4", ["1 2 3"]),
        ("^ people", "men and men", ["men"]),
    ],
)
def test_patterns_match_what_they_say(book: Rulebook, pattern: str, text: str, found: list[str]) -> None:
    assert [words for words, _ in matches(book, pattern, text)] == found


def test_caught_units_come_back_under_their_names(book: Rulebook) -> None:
    ((_, caught),) = matches(book, "dead:<toll> verb:kill", "12 men killed")
    assert caught == {"dead": "12 men", "count": "12", "verb": "killed"}


@pytest.mark.parametrize(
    ("pattern", "says"),
    [
        ("(people", "bracket opened at character 1"),
        ("people )", "unexpected ')' at character 8"),
        ("<nothing>", "no fragment 'nothing'"),
        ("", "nothing stands"),
        ("%", "cannot read '%'"),
    ],
)
def test_a_bad_pattern_gets_a_sentence(pattern: str, says: str) -> None:
    with pytest.raises(PatternFault, match=says.replace("(", r"\(").replace(")", r"\)")):
        parse(pattern, {})


def test_an_unknown_class_gets_a_sentence(book: Rulebook) -> None:
    with pytest.raises(PatternFault, match="class 'peeple'"):
        matches(book, "peeple", "x")


def test_a_pattern_that_would_match_everywhere_is_refused(book: Rulebook) -> None:
    with pytest.raises(PatternFault, match="optional"):
        matches(book, "people? kill*", "x")


@pytest.mark.parametrize(
    ("token", "has", "lacks"),
    [
        ("16", "day-number", "year-number"),
        ("2024", "year-number", "day-number"),
        ("1,300", "thousands", "day-number"),
        ("5.9", "decimal", "day-number"),
        ("IRAN", "CAPS", "Cap"),
        ("Iran", "Cap", "CAPS"),
        ("U.S.", "dotted", "CAPS"),
    ],
)
def test_the_shape_of_a_token(token: str, has: str, lacks: str) -> None:
    assert has in shape(token)
    assert lacks not in shape(token)


def test_a_pattern_is_searched_only_where_its_trigger_stands(book: Rulebook) -> None:
    letters = alphabet(book)
    patterns = Patterns([Fragment(id="x", pattern="lower* kill")], letters, book)
    assert patterns.triggers == letters.members("kill")
